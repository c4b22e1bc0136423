"""Makes the generated pages again and refreshes all that the documentation shows.

usage: python tests/docs/update.py
"""

import sys

from generated import FOLDERS, pages
from hypothesis import HealthCheck, settings
from shown import PAGES, ROOT, refreshed


def main():
    settings.register_profile("shown", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("shown")
    made = pages()
    for folder in FOLDERS:
        for path in (ROOT / "docs" / folder).glob("*.md"):
            if path.relative_to(ROOT / "docs").as_posix() not in made:
                _say("removed", path)
                path.unlink()
    for name, content in made.items():
        _write(ROOT / "docs" / name, content)
    for path in PAGES:
        _write(path, refreshed(path.read_text("utf-8")))


def _write(path, content):
    if not path.exists() or path.read_text("utf-8") != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        _say("written", path)


def _say(what, path):
    sys.stdout.write(f"{what} {path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
