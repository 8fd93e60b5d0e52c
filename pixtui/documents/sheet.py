"""A paper being written: pages that follow each other, text that flows, room to write by hand."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from pixtui.documents.canvas import BODY, LEAD, NOTE, PALE, STRONG, TOP, Canvas
from pixtui.documents.errors import PaperError
from pixtui.documents.furniture import Furniture
from pixtui.documents.matter import Matter, Subject
from pixtui.documents.typeface import POINT, face

BY_HAND = 7.5
"""The height of a line that is written by hand."""
MOST_BESIDE = 6
"""Lines of a value that stands beside another one."""
MOST_HEAD = 0.4
"""The part of a page that its head may take."""

Told = Callable[[int], None]
"""Called with the number of each page as it is begun."""


class Pages(Canvas):
    """One paper: what is drawn goes down the page, and onto the next one where it is full."""

    def __init__(
        self,
        subject: Subject,
        title: str,
        *,
        staff: bool = False,
        landscape: bool = False,
        told: Told | None = None,
    ) -> None:
        super().__init__(subject, title, landscape=landscape)
        self._told = told
        self._furniture = Furniture(self, staff=staff)
        self._head = b""
        self._below_head = TOP
        self._letters: list[int] = []
        self.running = ""
        """Whom the pages that begin from now on are about, said at their top."""

    @property
    def top(self) -> float:
        """Where the text of a page begins."""
        return self._below_head

    # --- pages

    def page(self) -> None:
        """Begin a page: its head is there, the text goes on below."""
        self.blank_page()
        if self._told is not None:
            self._told(self.pdf.page)
        if self.pdf.page == 1:
            self.bookmark(self.title, 0)
        self._furniture.draw_logo()
        if self._head:
            self.stamp(self._head)
        else:
            self._head = self.stencil(self._draw_head)
        self.y = self._below_head
        if self.running:
            self.text(self.running, bold=True, after=2)

    def _draw_head(self) -> None:
        self._below_head = self._furniture.head()
        if self._below_head > MOST_HEAD * self.height:
            raise PaperError("head_too_long")

    def letter(self) -> None:
        """Begin a page with which a letter of its own begins: its pages are counted alone."""
        self._letters.append(self.pdf.page + 1)
        self.page()

    def need(self, height: float) -> None:
        """Go to the next page where there is less room than that."""
        if self.left_on_page < height:
            self.page()

    def data(self) -> bytes:
        """The finished PDF; its pages are numbered now that their number is known."""
        pages = self.pdf.pages_count
        begins = self._letters or [1]
        for first, after in pairwise((*begins, pages + 1)):
            for number in range(first, after):
                self.turn_to(number)
                self._furniture.foot(number - first + 1, after - first)
        return self.output()

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


class Sheet(Pages):
    """A paper about one session."""

    def __init__(
        self,
        matter: Matter,
        title: str,
        *,
        staff: bool = False,
        landscape: bool = False,
        told: Told | None = None,
    ) -> None:
        super().__init__(matter, title, staff=staff, landscape=landscape, told=told)
        self.matter = matter

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
