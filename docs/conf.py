"""The site: Sphinx with myst-nb; `.ci/docs` builds it. Its pages are written by chapters.py and api.py."""
import sys
from pathlib import Path

here = Path(__file__).resolve().parent
sys.path.insert(0, str(here))

from chapters import read_settings

settings = read_settings()
project = settings['title']
author = settings['author']
copyright = f'{settings["copyright"].split(",")[0]}, {author}'
version = release = settings['version']

extensions = ['myst_nb', 'names']
nb_execution_mode = 'off'
nb_merge_streams = True
myst_enable_extensions = ['attrs_block', 'deflist']
myst_heading_anchors = 4
myst_heading_slug_func = 'chapters.anchor'
smartquotes = False
suppress_warnings = ['myst.header']  # a chapter's first cells may be hidden
nitpick_ignore_regex = [('py:.*', '.*')]  # types of other libraries
maximum_signature_line_length = 88
add_module_names = False

html_theme = 'pydata_sphinx_theme'
html_title = project
html_static_path = [str(here / '_static')]
html_css_files = ['site.css']
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    'github_url': settings['git_url'],
    'header_links_before_dropdown': 8,
    'navigation_depth': 2,
    'show_toc_level': 2,
    'secondary_sidebar_items': ['page-toc'],
    'footer_start': ['copyright'],
    'footer_end': [],
    'search_as_you_type': True,
}
html_sidebars = {'index': []}
