"""Check the links inside the site: each leads to a page that exists, at an anchor that exists: `check_links.py FOLDER`."""
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    "Anchors of a page, and its links."

    def __init__(self, path: Path):
        super().__init__()
        self.anchors, self.links = {'', 'top'}, set()
        self.feed(path.read_text(encoding='utf-8'))

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ('id', 'name') and value:
                self.anchors.add(value)
            if name in ('href', 'src') and value:
                self.links.add(value)


def broken(path: Path, pages: dict[Path, Page]):
    "Links of a page that lead nowhere."
    for link in sorted(pages[path].links):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        place = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        known = place not in pages or unquote(parts.fragment) in pages[place].anchors
        if not place.is_file() or not known:
            yield link


def main(folder: str) -> int:  # exit code
    pages = {path: Page(path) for path in sorted(Path(folder).resolve().rglob('*.html'))
             if '_static' not in path.parts}  # the theme's own templates
    found = [(path, link) for path in pages for link in broken(path, pages)]
    for path, link in found:
        print(f'{path.name}: {link} leads nowhere')
    print(f'{len(pages)} pages, {sum(len(page.links) for page in pages.values())} links, {len(found)} broken')
    return int(bool(found) or not pages)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
