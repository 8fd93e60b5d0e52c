"""What a paper is drawn on: the pages of a PDF, the measures of one, strokes and stencils.

Millimetres from the top left corner of an A4 page; sizes of type in points. Black, one grey and
hairlines only: the papers are photocopied.
"""

from collections.abc import Callable
from typing import Literal

from pixtui.documents.blank import blank_pdf
from pixtui.documents.embedding import FAMILY, FILES, cut, font_of
from pixtui.documents.matter import Subject
from pixtui.documents.typeface import POINT, face

MARGIN = 16.0
"""Left and right; what an office printer cannot reach is 5 mm at most."""
TOP, FOOT = 10.0, 17.0
NOTE, BODY, STRONG, TITLE = 7.5, 9.5, 11.0, 17.0
"""Sizes of type, in points."""
LEAD = 1.34
"""The distance of two lines, in sizes of type."""
INK, GREY, PALE = 0, 80, 150
"""Levels of grey: text, less important text, hairlines."""
GREY_LEVEL = f"{GREY / 255:.3f}"

Align = Literal["left", "right", "centre"]


class Canvas:
    """The pages of one paper, and the pen on one of them."""

    def __init__(self, subject: Subject, title: str, *, landscape: bool = False) -> None:
        self.subject, self.title = subject, title
        self.pdf = blank_pdf(subject, title, landscape)
        self._fonts = {style: font_of(self.pdf, style) for style in FILES}
        self._tall = float(self.pdf.h)
        self._strokes = bytearray()
        self.y = 0.0
        """Where the next thing is drawn."""

    # --- measures

    @property
    def left(self) -> float:
        """The left edge of the text."""
        return MARGIN

    @property
    def right(self) -> float:
        """The right edge of the text."""
        return float(self.pdf.w) - MARGIN

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.right - self.left

    @property
    def bottom(self) -> float:
        """Below this stands the foot."""
        return float(self.pdf.h) - FOOT

    @property
    def left_on_page(self) -> float:
        """How much of the page is left."""
        return self.bottom - self.y

    @property
    def height(self) -> float:
        """The height of the page itself."""
        return self._tall

    # --- pages

    def blank_page(self) -> None:
        """Begin a page with nothing on it."""
        self.pdf.add_page()
        for style in FILES:  # the strokes name both fonts: the page must know them
            self.pdf.set_font(FAMILY, style, BODY)
            self.pdf.text(0, 0, "")
        self.turn_to(self.pdf.page)

    def turn_to(self, number: int) -> None:
        """Draw on that page from now on."""
        self.pdf.page = number
        contents = self.pdf.pages[number].contents
        assert isinstance(contents, bytearray)  # what fpdf2 gives a page that is being drawn
        self._strokes = contents

    def bookmark(self, text: str, level: int = 1) -> None:
        """A place to jump to from the reader's outline."""
        self.pdf.y = self.y
        self.pdf.start_section(text, level, strict=False)

    def output(self) -> bytes:
        """The finished PDF, only the letters it uses in it."""
        cut(self.pdf)
        return bytes(self.pdf.output())

    def stencil(self, draw: Callable[[], object]) -> bytes:
        """Draw something and keep the strokes, to be stamped on other pages for nothing."""
        begun = len(self._strokes)
        draw()
        return bytes(self._strokes[begun:])

    def stamp(self, strokes: bytes) -> None:
        """Put a stencil's strokes on this page."""
        self._strokes += strokes

    # --- strokes

    # They are written as the PDF operators they are: a call of fpdf2 for each costs five times
    # as much. Each stroke says all that it needs, so that it can be stamped anywhere.

    def put(
        self,
        x: float,
        y: float,
        text: str,
        size: float = BODY,
        *,
        bold: bool = False,
        grey: bool = False,
        align: Align = "left",
    ) -> None:
        """One line of text, its baseline at ``y``, beginning (or ending, or centred) at ``x``."""
        if not text:
            return
        style = "B" if bold else ""
        if align != "left":
            wide = face(style).width(text, size)
            x -= wide if align == "right" else wide / 2
        font = self._fonts[style]
        level = GREY_LEVEL if grey else "0"
        self._draw(
            f"{level} g BT /F{font.i} {size:.2f} Tf {x / POINT:.2f} {self._up(y):.2f} Td "
            f"{font.encode_text(text)} ET\n"
        )

    def rule(
        self, x: float, y: float, to_x: float, to_y: float, *, weight: float = 0.2, level: int = INK
    ) -> None:
        """A straight line."""
        self._draw(
            f"{weight / POINT:.2f} w {level / 255:.3f} G {x / POINT:.2f} {self._up(y):.2f} m "
            f"{to_x / POINT:.2f} {self._up(to_y):.2f} l S\n"
        )

    def frame(
        self, x: float, y: float, width: float, height: float, *, weight: float = 0.3
    ) -> None:
        """A rectangle."""
        self._draw(
            f"{weight / POINT:.2f} w 0 G {x / POINT:.2f} {self._up(y + height):.2f} "
            f"{width / POINT:.2f} {height / POINT:.2f} re S\n"
        )

    def _up(self, y: float) -> float:
        """A place on the page as PDF counts: points from the bottom."""
        return (self._tall - y) / POINT

    def _draw(self, operators: str) -> None:
        self._strokes += operators.encode("latin-1")  # the bytes of a text, as fpdf2 gives them
