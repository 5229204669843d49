"""`python -m weight_symmetry`: the same as the console script `weight_symmetry`."""
import sys

from .command_line import main

if __name__ == '__main__':
    sys.exit(main())
