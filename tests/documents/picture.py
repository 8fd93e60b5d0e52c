"""The README's picture of the papers: the first page of each, for a session of thirty.

``python -m tests.documents.picture`` writes ``papers.png`` beside this file (with pdftoppm), and
``papers.txt``, the text it shows: where that changes, a test asks for a new picture.
"""

import datetime as dt
import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from pixtui.documents.catalogue import DOCUMENTS, make, plans
from pixtui.documents.errors import PaperError
from pixtui.documents.matter import Matter
from pixtui.resources import sample_sessions
from pixtui.rules.rulebook import load
from pixtui.store.projection import read_session
from pixtui.store.verify import head_of
from pixtui.wording.catalogue import words
from tests.documents.reading import Paper

HERE = Path(__file__).resolve().parent
PICTURE, TEXT = HERE / "papers.png", HERE / "papers.txt"
PRESENT = dt.datetime.fromisoformat("2026-11-30T10:02:00+01:00")
ACROSS, WIDE, HIGH, GAP = 6, 330, 330, 12
"""Pages side by side, and the pixels of each, whether upright or not."""


def papers() -> Iterator[tuple[str, bytes]]:
    """Each paper of the mid-exam sample, as it would be made in the middle of that day."""
    found = read_session(sample_sessions() / "mid-exam.json")
    matter = Matter(
        state=found.state,
        words=words("fr"),
        book=load(),
        now=PRESENT,
        head=head_of(found.reading.entries),
    )
    for name in DOCUMENTS:
        try:
            plan = plans(matter, [name])[0]
        except PaperError:
            continue  # nobody is suspected of anything in that sample
        yield name, make(plan, matter)


def shown() -> str:
    """The text of every first page."""
    return "".join(f"# {name}\n{Paper(data).pages[0]}\n\n" for name, data in papers())


def drawn() -> Image.Image:
    """The first pages on one sheet."""
    pages = [_first_page(data) for _name, data in papers()]
    down = -(-len(pages) // ACROSS)
    size = (GAP + ACROSS * (WIDE + GAP), GAP + down * (HIGH + GAP))
    sheet = Image.new("L", size, 176)
    for place, page in enumerate(pages):
        page.thumbnail((WIDE, HIGH), Image.Resampling.LANCZOS)
        x = GAP + place % ACROSS * (WIDE + GAP) + (WIDE - page.width) // 2
        y = GAP + place // ACROSS * (HIGH + GAP) + (HIGH - page.height) // 2
        sheet.paste(page, (x, y))
    return sheet.quantize(16)


def _first_page(data: bytes) -> Image.Image:
    command = ["pdftoppm", "-gray", "-r", "80", "-f", "1", "-l", "1", "-png", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=True, timeout=60)
    return Image.open(io.BytesIO(done.stdout)).convert("L")


def main() -> None:
    """Write the picture and its text."""
    if shutil.which("pdftoppm") is None:
        raise SystemExit("pdftoppm is missing: install poppler-utils")
    with tempfile.NamedTemporaryFile(dir=HERE, suffix=".png") as beside:
        drawn().save(beside.name, optimize=True)
        PICTURE.write_bytes(Path(beside.name).read_bytes())
    TEXT.write_text(shown(), encoding="utf-8")


if __name__ == "__main__":
    main()
