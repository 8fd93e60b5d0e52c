"""What the papers cost, against reportlab's canvas drawing the same strokes.

reportlab (the extra ``bench``) draws what a sheet recorded of itself: the same texts, lines and
frames in the same two fonts, measured where they are centred or end at the right, never wrapped.
"""

import datetime as dt
import io
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from attrs import frozen

from pixtui.documents import catalogue, sheet
from pixtui.documents.canvas import GREY, INK
from pixtui.documents.embedding import FILES
from pixtui.documents.matter import Matter
from pixtui.documents.sheet import Sheet
from pixtui.documents.typeface import POINT
from pixtui.domain.session import Candidate, Details, State
from pixtui.rules.rulebook import load
from pixtui.wording.catalogue import words
from tests.benchmarks.measure import Goal, Row, Size, interleaved, medians, timer

SUBJECT = "papers"
FLOOR = "reportlab's canvas"
GOALS = {
    ("convocations", 200): Goal(most=0.7, unit="x"),
    ("attendance-sheet", 200): Goal(most=1.3, unit="x"),
}
NOW = dt.datetime(2026, 11, 30, 9, tzinfo=dt.UTC)
Canvas = Any
"""reportlab has no types."""
Stroke = Callable[[Canvas], None]


def measure(_folder: Path, size: Size) -> list[Row]:
    """The rows about the papers; without reportlab, what they cost alone."""
    cases = [("convocations", count) for count in size.convocations]
    cases.append(("attendance-sheet", size.sheet_rows))
    rows = []
    for name, count in cases:
        matter = scene(count)
        (plan,) = catalogue.plans(matter, [name])
        timers = {name: timer(partial(catalogue.make, plan, matter))}
        known = find_spec("reportlab") is not None
        pages = recorded(plan, matter)
        if known:
            timers[FLOOR] = timer(partial(drawn, pages))
        found = medians(interleaved(size.paper_rounds, timers, 1))
        rows.append(_row(name, count, found, len(pages.pages), known=known))
    return rows


def _row(name: str, count: int, found: dict[str, float], pages: int, *, known: bool) -> Row:
    each = f"{pages / found[name] * 1000:,.0f} pages a second"
    return Row(
        subject=SUBJECT,
        case=f"{name}, {count:,}",
        measured=found[name],
        floor=found.get(FLOOR),
        goal=GOALS.get((name, count)) if known else None,
        note=each if known else f"{each}; no reportlab here: pip install 'pixtui[bench]'",
    )


def scene(count: int) -> Matter:
    """A session with so many candidates, before its day."""
    rows = [
        Candidate(
            id=f"c{number}",
            last_name=f"Délanoë-{number * 7919 % 100_003}",
            first_name=f"Zoé-{number}",
            birthdate=dt.date(2010, 1 + number % 12, 1 + number % 28),
            class_name=f"3{'ABCDE'[number % 5]}",
            seat=str(number),
        )
        for number in range(1, count + 1)
    ]
    details = Details(
        site="Collège fictif des Trois-Rivières",
        room="B204",
        date=NOW.date(),
        time=dt.time(9),
        examiner="Mme Sarr, M. Blanchard",
        zone="Europe/Paris",
        product="pix",
        duration=105,
        mode="with-es",
        language="fr",
        retention_until=dt.date(2027, 11, 30),
        number=123456,
    )
    book = load()
    state = State(details=details, rules=book.rules, candidates={one.id: one for one in rows})
    return Matter(state=state, words=words("fr"), book=book, now=NOW)


# --- the same strokes, by reportlab


@frozen
class Recorded:
    """What a paper draws, page by page."""

    width: float
    height: float
    pages: list[list[Stroke]]


def recorded(plan: catalogue.Plan, matter: Matter) -> Recorded:
    """The strokes of a paper, those of its stamps on every page they are stamped on."""
    known: list[Recording] = []

    def begun(*arguments: Any, **options: Any) -> Recording:
        known.append(Recording(*arguments, **options))
        return known[0]

    usual = sheet.Sheet
    sheet.Sheet = begun  # type: ignore[assignment,misc]  # the catalogue takes it from there
    try:
        catalogue.make(plan, matter)
    finally:
        sheet.Sheet = usual  # type: ignore[misc]  # a class put back in its place
    (found,) = known
    pages = [found.strokes[number] for number in sorted(found.strokes)]
    return Recorded(float(found.pdf.w_pt), float(found.pdf.h_pt), pages)


class Recording(Sheet):
    """A sheet that keeps what is drawn on it."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self.strokes: dict[int, list[Stroke]] = {}
        self._stamps: dict[bytes, list[Stroke]] = {}
        super().__init__(*arguments, **options)

    def _keep(self, stroke: Stroke) -> None:
        self.strokes.setdefault(self.pdf.page, []).append(stroke)

    def stencil(self, draw: Callable[[], object]) -> bytes:
        """Remember what was drawn by its bytes."""
        here = self.strokes.setdefault(self.pdf.page, [])
        begun = len(here)
        made = super().stencil(draw)
        self._stamps[made] = here[begun:]
        return made

    def stamp(self, strokes: bytes) -> None:
        """The same strokes again."""
        super().stamp(strokes)
        self.strokes.setdefault(self.pdf.page, []).extend(self._stamps[strokes])

    def put(self, x: float, y: float, text: str, size: float = 9.5, **how: Any) -> None:
        """A text."""
        super().put(x, y, text, size, **how)
        place = (x / POINT, self._up(y))
        font = "PaperB" if how.get("bold") else "Paper"
        level = (GREY if how.get("grey") else INK) / 255
        self._keep(partial(_text, place, text, font, size, level, how.get("align", "left")))

    def rule(self, x: float, y: float, to_x: float, to_y: float, **how: Any) -> None:
        """A line."""
        super().rule(x, y, to_x, to_y, **how)
        ends = (x / POINT, self._up(y), to_x / POINT, self._up(to_y))
        weight, level = how.get("weight", 0.2) / POINT, how.get("level", INK) / 255
        self._keep(partial(_line, ends, weight, level))

    def frame(self, x: float, y: float, width: float, height: float, **how: Any) -> None:
        """A rectangle."""
        super().frame(x, y, width, height, **how)
        sides = (x / POINT, self._up(y + height), width / POINT, height / POINT)
        self._keep(partial(_frame, sides, how.get("weight", 0.3) / POINT))


def _text(
    place: tuple[float, float],
    text: str,
    font: str,
    size: float,
    level: float,
    align: str,
    canvas: Canvas,
) -> None:
    canvas.setFont(font, size)
    canvas.setFillGray(level)
    draws = {"left": "drawString", "right": "drawRightString", "centre": "drawCentredString"}
    getattr(canvas, draws[align])(*place, text)


def _line(
    ends: tuple[float, float, float, float], weight: float, level: float, canvas: Canvas
) -> None:
    canvas.setLineWidth(weight)
    canvas.setStrokeGray(level)
    canvas.line(*ends)


def _frame(sides: tuple[float, float, float, float], weight: float, canvas: Canvas) -> None:
    canvas.setLineWidth(weight)
    canvas.setStrokeGray(0)
    canvas.rect(*sides)


def drawn(paper: Recorded) -> bytes:
    """The PDF of these strokes, by reportlab."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas as Drawing

    for style, path in FILES.items():
        if f"Paper{style}" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(f"Paper{style}", str(path)))
    data = io.BytesIO()
    canvas = Drawing(data, pagesize=(paper.width, paper.height), pageCompression=1)
    for strokes in paper.pages:
        for stroke in strokes:
            stroke(canvas)
        canvas.showPage()
    canvas.save()
    return data.getvalue()
