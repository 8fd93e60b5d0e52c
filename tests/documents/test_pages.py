"""What the eye sees: nothing outside the margins, nothing over anything else, at every size."""

import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from pixtui.documents.sheet import Sheet
from pixtui.domain import commands as c
from tests.documents.reading import ALL, Paper, a_day, paper, printed
from tests.documents.sessions import Told, matter

pytestmark = pytest.mark.skipif(
    shutil.which("pdftoppm") is None,
    reason="NOT SEEN: pages are looked at with pdftoppm and pdftotext (package poppler-utils)",
)
MILLIMETRE = 40 / 25.4
"""Pixels, at the coarse resolution that is enough to find ink."""
BLANK, FOOT_LINE = 5.0, 13.0
"""Millimetres: what no office printer reaches, and where the foot begins from below."""
SIZES = ({"count": 0}, {"count": 1}, {"count": 40, "hostile": True}, {"count": 200})
MOST_PAGES = 4
"""Looked at of a long paper, from its beginning; its end is looked at too."""


@frozen
class Box:
    """A word and where it stands, in points from the top left."""

    word: str
    left: float
    top: float
    right: float
    bottom: float

    def over(self, other: "Box") -> bool:
        """Whether two words stand on one another, by more than their accents and spacing."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.bottom, other.bottom) - max(self.top, other.top)
        least = min(self.bottom - self.top, other.bottom - other.top)
        return wide > 0.5 and tall > 0.45 * least


def boxes(sheet: Paper, folder: Path) -> Iterator[tuple[float, float, list[Box]]]:
    """For each page its width, its height and its words."""
    path = folder / "paper.pdf"
    path.write_bytes(sheet.data)
    done = subprocess.run(
        ["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True
    )
    html = "{http://www.w3.org/1999/xhtml}"
    for page in ElementTree.fromstring(done.stdout).iter(f"{html}page"):
        sides = ("xMin", "yMin", "xMax", "yMax")
        found = [
            Box(word.text or "", *(float(word.attrib[side]) for side in sides))
            for word in page.iter(f"{html}word")
        ]
        yield float(page.attrib["width"]), float(page.attrib["height"]), found


def wrong_places(sheet: Paper, folder: Path) -> list[str]:
    """Words on one another, outside the margins or across the foot's line."""
    wrong = []
    for number, (width, height, words) in enumerate(boxes(sheet, folder), 1):
        edge, foot = BLANK * 72 / 25.4, height - FOOT_LINE * 72 / 25.4
        for one in words:
            inside = edge <= one.left and one.right <= width - edge and edge <= one.top
            if not inside or one.bottom > height - edge or one.top < foot < one.bottom - 1:
                wrong.append(f"page {number}: {one}")
        ordered = sorted(words, key=lambda one: one.top)
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 :]:
                if other.top > one.bottom:
                    break
                if one.over(other):
                    wrong.append(f"page {number}: {one.word} over {other.word}")
    return wrong


def images(sheet: Paper, folder: Path) -> Iterator[tuple[int, int, bytes]]:
    """The first pages and the last one: width, height and grey pixels of each."""
    path = folder / "paper.pdf"
    path.write_bytes(sheet.data)
    last = len(sheet.reader.pages)
    ranges = [(1, min(last, MOST_PAGES))] + ([(last, last)] if last > MOST_PAGES else [])
    for first, until in ranges:
        pages = ["-f", str(first), "-l", str(until)]
        subprocess.run(
            ["pdftoppm", "-r", "40", "-gray", *pages, str(path), str(folder / "page")], check=True
        )
    for image in sorted(folder.glob("page-*.pgm")):
        kind, width, height, _deepest, pixels = image.read_bytes().split(maxsplit=4)
        assert kind == b"P5"
        yield int(width), int(height), pixels[-int(width) * int(height) :]


def inked(pixels: bytes) -> bool:
    """Whether anything is there."""
    return any(one < 250 for one in pixels)


@pytest.mark.parametrize("size", SIZES, ids=["0", "1", "40 strange ones", "200"])
@pytest.mark.parametrize("name", ALL)
def test_nothing_is_outside_and_nothing_over_anything(
    name: str, size: dict[str, int], tmp_path: Path
) -> None:
    if not size["count"] and name in ("convocations", "convocation-grid", "fraud-statement"):
        return
    sheet = printed(name, **size)  # type: ignore[arg-type]  # a row of the table above
    assert not wrong_places(sheet, tmp_path)
    edge = round(BLANK * MILLIMETRE)
    seen = 0
    for width, height, pixels in images(sheet, tmp_path):
        rows = [pixels[width * at : width * (at + 1)] for at in range(height)]
        assert not inked(b"".join(rows[:edge] + rows[-edge:]))
        assert not any(inked(row[:edge] + row[-edge:]) for row in rows)
        assert inked(b"".join(rows))
        seen += 1
    assert seen >= min(len(sheet.reader.pages), MOST_PAGES)


def test_words_on_one_another_are_found(tmp_path: Path) -> None:
    sheet = Sheet(matter(a_day(0)), "Titre")
    sheet.page()
    sheet.put(40, 100, "dessus")
    sheet.put(42, 101, "dessous")
    sheet.put(1, 200, "dehors")
    wrong = wrong_places(Paper(sheet.data()), tmp_path)
    assert len(wrong) == 2
    assert any("dessus over dessous" in one for one in wrong)
    assert any("dehors" in one for one in wrong)


def test_the_longest_of_everything_stays_in_its_place(tmp_path: Path) -> None:
    day = longest()
    for name in ALL:
        about = ("i1",) if name == "fraud-statement" else ()
        sheet = paper(name, matter(day), *about)
        assert not wrong_places(sheet, tmp_path), name
    for told in ("preuve 084", "témoin 084", "décision 084"):
        assert paper("fraud-statement", matter(day), "i1").says(told)
    for name in ("convocations", "seating-plan", "attendance-sheet"):
        sheet = paper(name, matter(day))
        assert sheet.says(f"Classe{'W' * 94}"), name


def longest() -> Told:
    """A session all of whose texts are as long as they may be."""
    day = Told(centre="C" * 100)
    wide = {
        "last_name": f"N{'W' * 99}",
        "first_name": f"P{'M' * 99}",
        "class_name": f"Classe{'W' * 94}",
        "external_id": f"Local{'W' * 95}",
        "seat": f"Place{'W' * 95}",
    }
    day.do("7:01", c.ImportCandidates(candidates=(c.NewCandidate(**wide),)))  # type: ignore[arg-type]  # one dict of texts
    examiners = ", ".join(["M. Longnom-Deuxièmenom"] * 4)
    day.do("7:02", c.EditSession(site="S" * 100, room="R" * 100, examiner=examiners))
    said = {"note": "note", "witnesses": "témoin", "evidence": "preuve", "decided_by": "décision"}
    texts = {key: "\n".join(f"{word} {n:03d}" for n in range(85)) for key, word in said.items()}
    day.started("9:00", "c1")
    day.do("9:10", c.LogIncident(code="C6", candidate="c1", **texts))  # type: ignore[arg-type]  # one dict of texts
    day.do("9:11", c.Interrupt(candidates=("c1",), cause="z" * 100))
    return day
