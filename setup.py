"""Installs the package as settings.ini describes it."""
from configparser import ConfigParser
from pathlib import Path
from shlex import split

from setuptools import find_packages, setup

root = Path(__file__).resolve().parent
config = ConfigParser(delimiters=['='])
config.read(root / 'settings.ini', encoding='utf-8')
settings = config['DEFAULT']
library = settings['lib_name']

setup(
    name=library,
    version=settings['version'],
    description=settings['description'],
    long_description=(root / 'README.md').read_text(encoding='utf-8'),
    long_description_content_type='text/markdown',
    author=settings['author'],
    author_email=settings['author_email'],
    url=settings['git_url'],
    keywords=settings['keywords'],
    license='Apache-2.0',
    packages=find_packages(include=[library, library + '.*'], exclude=['*.benchmarks']),
    python_requires='>=' + settings['min_python'],
    install_requires=split(settings['requirements']),
    extras_require={name.removesuffix('_requirements'): split(value) for name, value in settings.items() if name.endswith('_requirements')},
    entry_points={
        'console_scripts': split(settings['console_scripts']),
        'nbdev': [f'{library}={library}._modidx:d'],
    },
    zip_safe=False,
)
