"""Write the site's pages into a folder that is made anew: `python docs/pages.py FOLDER`."""
import shutil
import sys
from pathlib import Path

from api import write_api
from chapters import write_chapters

target = Path(sys.argv[1])
shutil.rmtree(target, ignore_errors=True)
write_chapters(target)
write_api(target)
