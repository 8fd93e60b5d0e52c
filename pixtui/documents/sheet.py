"""A paper being drawn: pages with the same head and foot, text that flows, room to write.

Millimetres from the top left corner of an A4 page; sizes of type in points. Black, one grey and
hairlines only: the papers are photocopied.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Literal

from pixtui.documents.blank import blank_pdf
from pixtui.documents.embedding import FAMILY, FILES, cut, font_of
from pixtui.documents.errors import PaperError
from pixtui.documents.logo import logo_image
from pixtui.documents.matter import Matter, listed
from pixtui.documents.typeface import POINT, Face, face
from pixtui.wording.catalogue import N_

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
BY_HAND = 7.5
"""The height of a line that is written by hand."""
MOST_BESIDE = 6
"""Lines of a value that stands beside another one."""
MOST_HEAD = 0.4
"""The part of a page that its head may take."""
LOGO_HEIGHT, LOGO_WIDTH = 13.0, 30.0

Align = Literal["left", "right", "centre"]
Told = Callable[[int], None]
"""Called with the number of each page as it is begun."""


class Sheet:
    """One paper: what is drawn goes down the page, and onto the next one where it is full."""

    def __init__(
        self,
        matter: Matter,
        title: str,
        *,
        staff: bool = False,
        landscape: bool = False,
        told: Told | None = None,
    ) -> None:
        self.matter, self.title = matter, title
        self._staff, self._told = staff, told
        self.pdf = blank_pdf(matter, title, landscape)
        self._fonts = {style: font_of(self.pdf, style) for style in FILES}
        self._tall = float(self.pdf.h)
        self._strokes = bytearray()
        self._logo = logo_image(matter.centre.logo) if matter.centre.logo else None
        shape = self._logo.shape if self._logo else 1.0
        self._logo_width = min(LOGO_WIDTH, LOGO_HEIGHT * shape)
        self._logo_height = self._logo_width / shape
        self._furniture = b""
        self._below_head = TOP
        self._letters: list[int] = []
        self.y = 0.0
        """Where the next thing is drawn."""
        self.running = ""
        """Whom the pages that begin from now on are about, said at their top."""

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
    def top(self) -> float:
        """Where the text of a page begins."""
        return self._below_head

    @property
    def left_on_page(self) -> float:
        """How much of the page is left."""
        return self.bottom - self.y

    # --- pages

    def page(self) -> None:
        """Begin a page: its head is there, the text goes on below."""
        self.pdf.add_page()
        for style in FILES:  # the strokes name both fonts: the page must know them
            self.pdf.set_font(FAMILY, style, BODY)
            self.pdf.text(0, 0, "")
        self._turn_to(self.pdf.page)
        if self._told is not None:
            self._told(self.pdf.page)
        if self.pdf.page == 1:
            self.bookmark(self.title, 0)
        self._draw_logo()
        if self._furniture:
            self.stamp(self._furniture)
        else:
            self._furniture = self.stencil(self._head)
            if self._below_head > MOST_HEAD * self._tall:
                raise PaperError("head_too_long")
        self.y = self._below_head
        if self.running:
            self.text(self.running, bold=True, after=2)

    def letter(self) -> None:
        """Begin a page with which a letter of its own begins: its pages are counted alone."""
        self._letters.append(self.pdf.page + 1)
        self.page()

    def need(self, height: float) -> None:
        """Go to the next page where there is less room than that."""
        if self.left_on_page < height:
            self.page()

    def stencil(self, draw: Callable[[], object]) -> bytes:
        """Draw something and keep the strokes, to be stamped on other pages for nothing."""
        begun = len(self._strokes)
        draw()
        return bytes(self._strokes[begun:])

    def stamp(self, strokes: bytes) -> None:
        """Put a stencil's strokes on this page."""
        self._strokes += strokes

    def _turn_to(self, number: int) -> None:
        """Draw on that page from now on."""
        self.pdf.page = number
        contents = self.pdf.pages[number].contents
        assert isinstance(contents, bytearray)  # what fpdf2 gives a page that is being drawn
        self._strokes = contents

    def bookmark(self, text: str, level: int = 1) -> None:
        """A place to jump to from the reader's outline."""
        self.pdf.y = self.y
        self.pdf.start_section(text, level, strict=False)

    def data(self) -> bytes:
        """The finished PDF; its pages are numbered now that their number is known."""
        pages = self.pdf.pages_count
        begins = self._letters or [1]
        for first, after in pairwise((*begins, pages + 1)):
            for number in range(first, after):
                self._turn_to(number)
                self._foot(number - first + 1, after - first)
        cut(self.pdf)
        return bytes(self.pdf.output())

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

    # --- text that flows

    def text(
        self,
        text: str,
        size: float = BODY,
        *,
        bold: bool = False,
        grey: bool = False,
        indent: float = 0.0,
        first: str = "",
        after: float = 1.2,
    ) -> None:
        """A paragraph over as many lines, and pages, as it needs; ``first`` hangs before it."""
        self.column(
            text, self.left + indent, self.width - indent, size, bold=bold, grey=grey, first=first
        )
        self.y += after

    def column(
        self,
        text: str,
        x: float,
        width: float,
        size: float = BODY,
        *,
        bold: bool = False,
        grey: bool = False,
        first: str = "",
    ) -> None:
        """A paragraph in a column of that width."""
        lead = size * POINT * LEAD
        for line in face("B" if bold else "").wrapped(text, size, width):
            self.need(lead)
            if first:
                end = x - face("").width("  ", size)
                self.put(end, self.y + lead * 0.76, first, size, grey=grey, align="right")
                first = ""
            self.put(x, self.y + lead * 0.76, line, size, bold=bold, grey=grey)
            self.y += lead

    def heading(self, text: str, *, mark: bool = True, keep: float = 14.0) -> None:
        """A heading that is never the last line of a page."""
        self.need(keep)
        self.y += 1.8
        if mark:
            self.bookmark(text)
        self.text(text, STRONG, bold=True, after=0.8)

    def bullets(self, lines: Iterable[str], size: float = BODY, *, mark: str = "–") -> None:
        """A list."""
        for line in lines:
            indent = face("").width(f"{mark}  ", size)
            self.text(line, size, indent=indent, first=mark, after=0.6)
        self.y += 0.8

    def passages(self, paper: str, size: float = BODY) -> None:
        """What the rules have this paper say: a line by itself as text, several as a list."""
        for title, lines in self.matter.passages(paper):
            if title:
                self.heading(title)
            if len(lines) == 1 or not title:
                for line in lines:
                    self.text(line, size)
            else:
                self.bullets(lines, size)

    def pairs(self, pairs: Sequence[tuple[str, str]], columns: int = 2) -> None:
        """Labels and values, side by side; an empty value is a line to write on."""
        wide = self.width / columns
        for at in range(0, len(pairs), columns):
            row = pairs[at : at + columns]
            lines = [face("B").wrapped(value, BODY, wide - 36) if value else [] for _, value in row]
            if max(map(len, lines)) > MOST_BESIDE:
                self._long_pairs(row)
                continue
            least = 5.4 if all(lines) else BY_HAND
            height = max(least, *(5.0 * len(one) + 0.4 for one in lines))
            drop = height - 5.4 if not any(lines) else 0.0
            self.need(height)
            for place, (label, _value) in enumerate(row):
                x = self.left + place * wide
                self.put(x, self.y + drop + 3.8, label, NOTE + 0.5, grey=True)
                for number, line in enumerate(lines[place]):
                    self.put(x + 33, self.y + 3.8 + 5.0 * number, line, BODY, bold=True)
                if not lines[place]:
                    line_y = self.y + height - 0.8
                    self.rule(x + 33, line_y, x + wide - 4, line_y, level=PALE)
            self.y += height
        self.y += 1.5

    def _long_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Values that may go on over the next page, one below the other."""
        for label, value in pairs:
            self.need(12)
            self.put(self.left, self.y + 3.8, label, NOTE + 0.5, grey=True)
            self.column(value, self.left + 33, self.width - 33, BODY, bold=True)

    # --- room to write by hand

    def lines_to_write(self, count: int, gap: float = 8.0) -> None:
        """Ruled lines."""
        for _ in range(count):
            self.need(gap)
            self.y += gap
            self.rule(self.left, self.y, self.right, self.y, level=PALE)
        self.y += 2

    def signatures(self, labels: Sequence[str], height: float = 24.0) -> None:
        """Boxes to sign in, side by side, each under its label."""
        gap = 4.0
        wide = (self.width - gap * (len(labels) - 1)) / len(labels)
        told = [face("").wrapped(label, NOTE, wide - 4) for label in labels]
        height = max(height, max(map(len, told)) * 3.4 + height / 2)
        self.need(height + 8)
        for place, lines in enumerate(told):
            x = self.left + place * (wide + gap)
            self.frame(x, self.y + 1, wide, height)
            for number, line in enumerate(lines):
                self.put(x + 2, self.y + 4.6 + number * 3.4, line, NOTE, grey=True)
        self.y += height + 4

    def tick(self, text: str, *, ticked: bool = False, size: float = BODY) -> None:
        """A box to tick and what it stands for."""
        lead = size * POINT * LEAD
        self.need(lead)
        mark = "\u2611" if ticked else "\u2610"
        self.put(self.left, self.y + lead * 0.82, mark, size + 3)
        self.text(text, size, indent=7, after=0.8)

    # --- head and foot

    def _head(self) -> None:
        matter, y = self.matter, TOP + 4.0
        x = self.left + (self._logo_width + 4 if self._logo else 0)
        details = matter.details
        centre = matter.free(matter.centre.name or details.centre or details.site)
        room = self.right - x - (42 if details.fictional else 0)
        for line in face("B").wrapped(centre, BODY, room):
            self.put(x, y, line, BODY, bold=True)
            y += 4.2
        where = matter.free(listed((*matter.centre.address, matter.centre.contact)))
        for line in face("").wrapped(where, NOTE, room) if where else []:
            self.put(x, y, line, NOTE, grey=True)
            y += 3.4
        if details.fictional:
            self._fictional()
        y = max(y, TOP + LOGO_HEIGHT + 3 if matter.centre.logo else y) + 4.4
        for line in face("B").wrapped(self.title, TITLE, self.width):
            self.put(self.left, y, line, TITLE, bold=True)
            y += 7.2
        y -= 1.6
        for line in face("").wrapped(matter.session_line, BODY, self.width):
            self.put(self.left, y, line, BODY)
            y += 4.4
        self.rule(self.left, y - 1.4, self.right, y - 1.4, weight=0.4)
        self._below_head = y + 3.2

    def _fictional(self) -> None:
        text = self.matter.text(N_("FICTIONAL: of no value"))
        wide = face("B").width(text, BODY) + 6
        self.frame(self.right - wide, TOP, wide, 7, weight=0.6)
        self.put(self.right - wide / 2, TOP + 4.8, text, BODY, bold=True, align="centre")

    def _draw_logo(self) -> None:
        if self._logo is not None:
            self.pdf.image(self._logo.data, self.left, TOP, self._logo_width, self._logo_height)

    def _foot(self, number: int, pages: int) -> None:
        y = float(self.pdf.h) - 9.0
        self.rule(self.left, y - 4, self.right, y - 4, level=PALE)
        text = self.matter.text
        who = text(N_("For the staff only: does not circulate.")) if self._staff else ""
        told = listed((who, self.title, self.matter.number, "pixtui"))
        if face("B" if who else "").width(told, NOTE) > self.width - 20:
            told = listed((who, self.matter.number, "pixtui"))
        self.put(self.left, y, told, NOTE, bold=bool(who), grey=not who)
        self.put(self.right, y, f"{number}/{pages}", NOTE, grey=True, align="right")


__all__ = ["BODY", "NOTE", "STRONG", "TITLE", "Align", "Face", "Sheet", "Told"]
