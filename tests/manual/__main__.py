"""Write what is made into the pages of the manual: ``python -m tests.manual``."""

import sys
import tempfile
from pathlib import Path

from pixtui.wording.manual import Page
from tests.manual.outputs import answers
from tests.manual.references import made
from tests.manual.screens import VISITS, drawn_now
from tests.manual.writing import LANGUAGES, Made, asked, pages, with_made


def everything(language: str) -> Made:
    """Every picture and every output of a language."""
    found: dict[str, str] = {}
    for sample in VISITS:
        with tempfile.TemporaryDirectory() as folder:
            found |= drawn_now(sample, language, Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        found |= answers(language, Path(folder))
    return found


def main() -> int:
    """Write the pages; 1 where a page asks for what nothing makes."""
    drawn = {language: everything(language) for language in LANGUAGES}
    wrong = [
        f"{page.path(language).name}: {what}"
        for page, language in pages()
        for what in write(page, language, drawn[language])
    ]
    for one in wrong:
        print(f"nothing makes {one}", file=sys.stderr)
    return 1 if wrong else 0


def write(page: Page, language: str, drawn: Made) -> list[str]:
    """Write what is made of one page; answers what nothing makes."""
    path = page.path(language)
    text = path.read_text(encoding="utf-8")
    found = {what: drawn.get(what) or made(what, language) for what in asked(text)}
    path.write_text(with_made(text, lambda what: found[what] or ""), encoding="utf-8")
    return [what for what, told in found.items() if told is None]


if __name__ == "__main__":
    sys.exit(main())
