"""What stands on every page of a paper: the centre, the title and the session above, who may
have it and the number of the page below."""

from pixtui.documents.canvas import BODY, NOTE, PALE, TITLE, TOP, Canvas
from pixtui.documents.logo import logo_image
from pixtui.documents.matter import listed
from pixtui.documents.typeface import face
from pixtui.wording.catalogue import N_

LOGO_HEIGHT, LOGO_WIDTH = 13.0, 30.0


class Furniture:
    """The head and the foot of one paper's pages."""

    def __init__(self, canvas: Canvas, *, staff: bool) -> None:
        self._on, self._staff = canvas, staff
        logo = canvas.subject.centre.logo
        self._logo = logo_image(logo) if logo else None
        shape = self._logo.shape if self._logo else 1.0
        self._logo_width = min(LOGO_WIDTH, LOGO_HEIGHT * shape)
        self._logo_height = self._logo_width / shape

    def draw_logo(self) -> None:
        """The centre's logo, which no stencil can hold."""
        if self._logo is not None:
            self._on.pdf.image(
                self._logo.data, self._on.left, TOP, self._logo_width, self._logo_height
            )

    def head(self) -> float:
        """Draw the head; answers where the text begins below it."""
        on, subject, y = self._on, self._on.subject, TOP + 4.0
        x = on.left + (self._logo_width + 4 if self._logo else 0)
        centre = subject.free(subject.centre.name or subject.letterhead)
        framed = face("B").width(subject.mark, BODY) + 6 if subject.mark else 0
        room = on.right - x - (framed + 2 if subject.mark else 0)
        for line in face("B").wrapped(centre, BODY, room):
            on.put(x, y, line, BODY, bold=True)
            y += 4.2
        where = subject.free(listed((*subject.centre.address, subject.centre.contact)))
        for line in face("").wrapped(where, NOTE, room) if where else []:
            on.put(x, y, line, NOTE, grey=True)
            y += 3.4
        if subject.mark:
            on.frame(on.right - framed, TOP, framed, 7, weight=0.6)
            middle = on.right - framed / 2
            on.put(middle, TOP + 4.8, subject.mark, BODY, bold=True, align="centre")
        y = max(y, TOP + LOGO_HEIGHT + 3 if subject.centre.logo else y) + 4.4
        for line in face("B").wrapped(on.title, TITLE, on.width):
            on.put(on.left, y, line, TITLE, bold=True)
            y += 7.2
        y -= 1.6
        for line in face("").wrapped(subject.session_line, BODY, on.width):
            on.put(on.left, y, line, BODY)
            y += 4.4
        on.rule(on.left, y - 1.4, on.right, y - 1.4, weight=0.4)
        return y + 3.2

    def foot(self, number: int, pages: int) -> None:
        """The foot of page ``number`` of ``pages``."""
        on, y = self._on, self._on.height - 9.0
        on.rule(on.left, y - 4, on.right, y - 4, level=PALE)
        text = on.subject.text
        who = text(N_("For the staff only: does not circulate.")) if self._staff else ""
        told = listed((who, on.title, on.subject.number, "pixtui"))
        if face("B" if who else "").width(told, NOTE) > on.width - 20:
            told = listed((who, on.subject.number, "pixtui"))
        on.put(on.left, y, told, NOTE, bold=bool(who), grey=not who)
        on.put(on.right, y, f"{number}/{pages}", NOTE, grey=True, align="right")
