"""Exact symmetries of sparse networks' masks: masks, groups, training, alignment."""
__version__ = "0.1.0"

from .names import PLACES, offered as __getattr__


def __dir__():
    return sorted({*globals(), *PLACES})
