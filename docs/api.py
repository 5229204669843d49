"""Pages of the site that come from the package: signatures, docstrings and the comments on parameters and fields.

The source is read, not imported, so that pages show types and defaults as they are written."""
import ast
import re
from dataclasses import dataclass, field
from pathlib import Path

from chapters import ROOT, module_of, part_title, parts, read_notebook, title_and_sentence, write
from weight_symmetry.options import comments

PACKAGE = 'weight_symmetry'
LONGEST_VALUE = 80  # characters of a constant that are shown
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass
class Module:
    "A module: its source, its definitions by name, and which names it imports from which other module."
    name: str
    lines: list[str]
    tree: ast.Module
    definitions: dict = field(default_factory=dict)
    imported: dict = field(default_factory=dict)

    def source(self, node) -> str:
        "The lines of a definition, without its decorators; comments below its last line belong to it."
        end = node.end_lineno
        while end < len(self.lines) and self.lines[end].startswith(' ') and self.lines[end].lstrip().startswith('#'):
            end += 1
        return '\n'.join(self.lines[node.lineno - 1:end])

    def rest_of_line(self, node) -> str:
        "What follows a node on its last line."
        return self.lines[node.end_lineno - 1].encode()[node.end_col_offset:].decode()


def read_module(name: str) -> Module:
    text = (ROOT / PACKAGE / name.replace('.', '/')).with_suffix('.py').read_text(encoding='utf-8')
    module = Module(name, text.splitlines(), ast.parse(text))
    for node in module.tree.body:
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            module.definitions[node.name] = node
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)]
            module.definitions |= dict.fromkeys(names, node)
        elif isinstance(node, ast.ImportFrom) and node.level and node.module:
            place = '.'.join([*name.split('.')[:-node.level], node.module])
            module.imported |= {each.asname or each.name: (place, each.name) for each in node.names}
    return module


def public_names(module: Module) -> list[str]:
    return ast.literal_eval(module.definitions['__all__'].value)


def escaped(text: str) -> str:
    "Prose with the characters that Markdown would take for markup escaped, except in code."
    pieces = re.split('(`[^`]+`)', text)
    return ''.join(piece if piece.startswith('`') else re.sub(r'([\\*_<\[\]$|])', r'\\\1', piece) for piece in pieces)


def prose(node) -> str:
    "A docstring as Markdown."
    text = escaped(ast.get_docstring(node) or '')
    return re.sub('^Example: (.+)$', lambda found: f'Example: `{found[1]}`'.replace('\\', ''), text, flags=re.MULTILINE)


def type_text(annotation) -> str:
    "An annotation as it is written, without what is declared about the values."
    if isinstance(annotation, ast.Subscript) and ast.unparse(annotation.value) == 'Annotated':
        annotation = annotation.slice.elts[0]
    return ast.unparse(annotation).replace("'", '') if annotation else ''


@dataclass
class Row:
    "A parameter, a field, or what is returned."
    name: str
    type: str
    default: str
    comment: str


def table(rows: list[Row], first: str) -> str:
    "Rows as a table; columns without entries are left out. Nothing where only names are known."
    columns = {
        first: [f'`{row.name}`' if row.name else 'returns' for row in rows],
        'meaning': [escaped(row.comment) for row in rows],
        'type': [code(row.type) for row in rows],
        'default': [code(row.default) for row in rows],
    }
    columns = {title: cells for title, cells in columns.items() if any(cells)}
    if len(columns) < 2:
        return ''
    lines = [list(columns), ['---'] * len(columns), *zip(*columns.values())]
    return '\n'.join(f'| {" | ".join(line)} |' for line in lines)


def code(text: str) -> str:
    return f'`{text}`'.replace('|', '\\|') if text else ''


def parameters(arguments: ast.arguments) -> list[tuple]:
    "(argument, default or None, stars) of each parameter, in order; an argument None stands for a lone star."
    plain = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(plain) - len(arguments.defaults)) + arguments.defaults
    found = [(each, default, '') for each, default in zip(plain, defaults)]
    if arguments.vararg or arguments.kwonlyargs:
        found.append((arguments.vararg, None, '*'))
    found += [(each, default, '') for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults)]
    return found + ([(arguments.kwarg, None, '**')] if arguments.kwarg else [])


def signature(found: list[tuple], returns: str = '') -> str:
    "Names and defaults; the types stand in the table."
    words = []
    for argument, default, stars in found:
        value = f'={ast.unparse(default)}' if default else ''
        words.append(f'{stars}{argument.arg if argument else ""}{value}')
    return f'({", ".join(words)})' + (f' -> {returns}' if returns else '')


def function_rows(module: Module, node, found: list[tuple]) -> list[Row]:
    "Parameters of a function and what it returns, with their comments."
    said = comments(module.source(node))
    rows = []
    for argument, default, _ in found:
        if argument:
            value = ast.unparse(default) if default else ''
            rows.append(Row(argument.arg, type_text(argument.annotation), value, said.get(argument.arg, '')))
    returned = re.match(r'\s*:\s*#\s*(.+)', module.rest_of_line(node.returns)) if node.returns else None
    if returned:
        rows.append(Row('', type_text(node.returns), '', returned.group(1)))
    return rows


def function(module: Module, node, directive: str = 'function', bound: bool = False) -> str:
    "A function, or a method, whose first parameter is left out."
    found = parameters(node.args)[bound:]
    head = f'{node.name}{signature(found, type_text(node.returns))}'
    return block(directive, head, prose(node), table(function_rows(module, node, found), 'parameter'))


def block(directive: str, head: str, *body: str, fence: str = '````') -> str:
    return '\n'.join([f'{fence}{{py:{directive}}} {head}', '', '\n\n'.join(filter(None, body)), fence, ''])


def class_fields(modules: dict[str, Module], module: Module, node: ast.ClassDef) -> dict[str, Row]:
    "Declared fields of a class, after those that it inherits from classes of the package."
    rows = {}
    for base in reversed(node.bases):
        place, name = module.imported.get(ast.unparse(base), (module.name, ast.unparse(base)))
        inherited = modules[place].definitions.get(name) if place in modules else None
        if isinstance(inherited, ast.ClassDef):
            rows |= class_fields(modules, modules[place], inherited)
    said = comments(module.source(node))
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and not each.target.id.startswith('_'):
            default = ast.unparse(each.value) if each.value else ''
            name = each.target.id
            rows[name] = Row(name, type_text(each.annotation), default, said.get(name, ''))
    return rows


def class_(modules: dict[str, Module], module: Module, node: ast.ClassDef) -> str:
    "A class: its bases, its fields or the parameters of its constructor, its methods and properties."
    methods = {each.name: each for each in node.body if isinstance(each, FUNCTIONS)}
    head, rows = node.name, list(class_fields(modules, module, node).values())
    made = methods.get('__init__')
    if made and not rows:
        found = parameters(made.args)[1:]
        head, rows = node.name + signature(found), function_rows(module, made, found)
    bases = ', '.join(f'`{ast.unparse(base)}`' for base in node.bases)
    inside = [method(module, each) for name, each in methods.items() if not name.startswith('_')]
    based = f'Based on {bases}.' if bases else ''
    first = 'parameter' if made else 'field'
    return block('class', head, prose(node), based, table(rows, first), *inside, fence='`````')


def method(module: Module, node) -> str:
    "A method or property with its docstring."
    marks = {ast.unparse(each).split('.')[-1] for each in node.decorator_list}
    if marks & {'property', 'cached_property'}:
        return block('property', node.name, prose(node))
    return function(module, node, 'method', bound='staticmethod' not in marks)


def constant(module: Module, name: str, node) -> str:
    "A constant with its comment, and with its value where that is short."
    value = ast.unparse(node.value) if node.value else ''
    said = re.match(r'\s*#\s*(.+)', module.rest_of_line(node))
    shown = f'`{value}`' if 0 < len(value) <= LONGEST_VALUE and '`' not in value else ''
    return block('data', name, shown, escaped(said.group(1)) if said else '')


def entry(modules: dict[str, Module], module: Module, name: str) -> str:
    "What a page says of one name."
    node = module.definitions[name]
    if isinstance(node, FUNCTIONS):
        return function(module, node)
    return class_(modules, module, node) if isinstance(node, ast.ClassDef) else constant(module, name, node)


def module_page(modules: dict[str, Module], module: Module, chapter: Path) -> str:
    "The page of a module."
    title = title_and_sentence(read_notebook(chapter))[0]
    link = f'../{chapter.relative_to(chapter.parents[1]).as_posix()}'
    head = [f'# {module.name}', '', block('module', f'{PACKAGE}.{module.name}', fence='```'), prose(module.tree), '',
            f'Chapter: [{title}]({link})', '']
    return '\n'.join([*head, *(entry(modules, module, name) for name in public_names(module))])


def write_api(target: Path):
    "Write a page for each module, and the list of the modules by the parts of their chapters."
    chapters = {}
    for folder, paths in parts().items():
        named = {module_of(read_notebook(path)): path for path in paths}
        chapters[folder] = {name: path for name, path in named.items() if name and not name.startswith('_')}
    modules = {name: read_module(name) for named in chapters.values() for name in named}
    lines = ['# API', '', 'The modules of `weight_symmetry`, by the parts of the book that explain them.', '']
    for folder, named in chapters.items():
        if not named:
            continue
        lines += [f'## {part_title(folder)}', '']
        for name, path in named.items():
            write(target / 'api' / f'{name}.md', module_page(modules, modules[name], path))
            lines += [f'[{name}]({name}.md)', f': {prose(modules[name].tree)}', '']
        lines += ['```{toctree}', ':hidden:', f':caption: {part_title(folder)}', '', *named, '```', '']
    write(target / 'api' / 'index.md', '\n'.join(lines))
