"""Sphinx extension: names of the package in inline code become links to the pages of the API that define them.

A name is linked where it is unambiguous: defined once, or once in the chapter's own module. One that is also
the name of a parameter or a field is linked where it is called, as in `name(…)`, or follows its module."""
import ast
import re
from collections import defaultdict
from functools import cache

from chapters import NOTEBOOKS, ROOT, module_of, parts, read_notebook
from docutils import nodes
from sphinx.util.nodes import make_refnode

PACKAGE = 'weight_symmetry'
NAME = re.compile(r'@?(?:(?:weight_symmetry|ws)\.)?(?P<name>[A-Za-z]\w*(?:\.[A-Za-z]\w*)*)(?P<called>\(.*\))?')


@cache
def values() -> set[str]:
    "Names of all parameters and fields."
    found = set()
    for path in (ROOT / PACKAGE).rglob('*.py'):
        for node in ast.walk(ast.parse(path.read_text(encoding='utf-8'))):
            if isinstance(node, ast.arg):
                found.add(node.arg)
            elif isinstance(node, ast.AnnAssign):
                found.add(ast.unparse(node.target))
    return found


@cache
def own_modules() -> dict[str, str]:
    "Pages -> the modules that they explain."
    paths = [path for found in parts().values() for path in found]
    chapters = {path.relative_to(NOTEBOOKS).with_suffix('').as_posix(): path for path in paths}
    modules = {page: module_of(read_notebook(path)) for page, path in chapters.items()}
    return modules | {f'api/{name}': name for name in modules.values()}


def meanings(env) -> dict[str, set[str]]:
    "Names, alone and after their module or class -> the full names that they may stand for."
    found, places = defaultdict(set), env.domains.python_domain.objects
    modules = {name for name, place in places.items() if place.objtype == 'module'}
    for full in places:
        found[full.removeprefix(f'{PACKAGE}.')].add(full)
        module = max((name for name in modules if full.startswith(f'{name}.')), key=len, default=full)
        found[full.removeprefix(f'{module}.')].add(full)
    return found


def meaning(env, name: str, called: bool, page: str) -> str | None:
    "The full name that a name on a page stands for; None where that is not clear."
    if not hasattr(env, 'name_meanings'):
        env.name_meanings = meanings(env)
    if name in values() and not called:
        return None
    found = env.name_meanings.get(name, set())
    own = f'{PACKAGE}.{own_modules().get(page)}.{name}'
    return own if own in found else found.copy().pop() if len(found) == 1 else None


def link_names(app, doctree, page):
    "Make links of the names in inline code of a page."
    for literal in list(doctree.findall(nodes.literal)):
        found = NAME.fullmatch(literal.astext())
        if not found or isinstance(literal.parent, (nodes.reference, nodes.title)):
            continue
        full = meaning(app.env, found['name'], bool(found['called']), page)
        if full:
            place = app.env.domains.python_domain.objects[full]
            literal.replace_self(make_refnode(
                app.builder, page, place.docname, place.node_id, literal.deepcopy(), full))


def setup(app):
    app.connect('doctree-resolved', link_names)
    return {'parallel_read_safe': True, 'parallel_write_safe': True}
