"""Pages of the site that come from notebooks: the chapters as committed, and for each part the list of its chapters."""
import json
import re
from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / 'nbs'
REPOSITORY = 'https://github.com/'
WIDGET = 'application/vnd.jupyter.widget-view+json'
PART = """\
# {title}

{rows}

```{{toctree}}
:hidden:

{names}
```
"""


def read_settings() -> dict[str, str]:
    "The project's description, as setup.py reads it."
    config = ConfigParser(delimiters=['='])
    config.read(ROOT / 'settings.ini', encoding='utf-8')
    return dict(config['DEFAULT'])


def read_notebook(path: Path) -> dict:
    return json.loads(path.read_text(encoding='utf-8'))


def source_of(cell: dict) -> str:
    return ''.join(cell['source'])


def title_and_sentence(notebook: dict) -> tuple[str, str]:
    "A chapter's title and the sentence below it."
    first = source_of(notebook['cells'][0])
    sentence = re.search(r'^> ?(.+(?:\n> ?.+)*)', first, re.MULTILINE)
    return re.search('^# (.+)', first).group(1), re.sub(r'\n> ?', ' ', sentence.group(1)) if sentence else ''


def module_of(notebook: dict) -> str | None:
    "Name of the module that a notebook exports, after that of the package."
    found = re.search(r'^#\| default_exp ([\w.]+)', '\n'.join(map(source_of, notebook['cells'])), re.MULTILINE)
    return found and found.group(1)


def anchor(title: str) -> str:
    "The anchor that Jupyter gives a heading."
    return title.replace(' ', '-')


def parts() -> dict[str, list[Path]]:
    "Folders of notebooks, in order, and the notebooks of each, in order."
    folders = sorted({path.parent for path in NOTEBOOKS.glob('*/*.ipynb')})
    return {folder.name: sorted(folder.glob('*.ipynb')) for folder in folders}


def part_title(folder: str) -> str:
    "A part's title, from the name of its folder."
    return folder.split('_', 1)[-1].replace('_', ' ').capitalize()


def shown(cell: dict) -> dict | None:
    "A cell as a page shows it: without directives of nbdev and progress bars; None for one that is hidden."
    if cell['cell_type'] != 'code':
        return cell
    lines = source_of(cell).splitlines(keepends=True)
    if '#| hide' in map(str.strip, lines):
        return None
    source = ''.join(line for line in lines if not line.startswith('#| ')).strip()
    outputs = [output for output in cell['outputs'] if WIDGET not in output.get('data', {})]
    return cell | {'source': source, 'outputs': outputs} if source else None


def launch_cell(path: Path, settings: dict[str, str]) -> dict:
    "A cell with links that open a notebook elsewhere."
    place = f'{settings["user"]}/{settings["repo"]}'
    where = path.relative_to(ROOT).as_posix()
    site, branch = settings['git_url'].removeprefix(REPOSITORY), settings['branch']
    assert site == place, f'links to Colab and Binder are for GitHub, not for {settings["git_url"]}'
    links = [
        f'[Colab](https://colab.research.google.com/github/{place}/blob/{branch}/{where})',
        f'[Binder](https://mybinder.org/v2/gh/{place}/{branch}?labpath={where.replace("/", "%2F")})',
        f'[GitHub]({settings["git_url"]}/blob/{branch}/{where})',
    ]
    first = f'`%pip install git+{settings["git_url"]}`'
    text = f'{{.launch}}\nOpen in {" · ".join(links)}. On Colab, first run {first}.'
    return {'cell_type': 'markdown', 'id': 'launch', 'metadata': {}, 'source': text}


def page(path: Path, settings: dict[str, str]) -> dict:
    "A notebook as its page shows it."
    notebook = read_notebook(path)
    first, *rest = [each for each in map(shown, notebook['cells']) if each]
    notebook['cells'] = [first, launch_cell(path, settings), *rest]
    notebook['metadata'].pop('widgets', None)
    return notebook


def contents(names: list[str]) -> dict:
    "A cell with the site's table of contents, which stands in the navigation only."
    text = '\n'.join(['```{toctree}', ':hidden:', '', *names, '```'])
    return {'cell_type': 'markdown', 'id': 'contents', 'metadata': {}, 'source': text}


def write(path: Path, text: str):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding='utf-8')


def write_part(folder: str, paths: list[Path], target: Path):
    "Write the page of a part: each chapter with its sentence."
    rows = []
    for path in paths:
        title, sentence = title_and_sentence(read_notebook(path))
        rows.append(f'[{title}]({path.name})\n: {sentence}\n')
    names = '\n'.join(path.stem for path in paths)
    write(target / folder / 'index.md', PART.format(title=part_title(folder), rows='\n'.join(rows), names=names))


def write_chapters(target: Path):
    "Write the front page, the parts and the chapters."
    settings = read_settings()
    for folder, paths in parts().items():
        write_part(folder, paths, target)
        for path in paths:
            write(target / folder / path.name, json.dumps(page(path, settings)))
    front = page(NOTEBOOKS / 'index.ipynb', settings)
    front['cells'].append(contents([*(f'{folder}/index' for folder in parts()), 'api/index']))
    write(target / 'index.ipynb', json.dumps(front))
