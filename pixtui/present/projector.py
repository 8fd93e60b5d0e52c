"""What a room may see: built from a list of fields that may be shown, and from nothing else.

``Projected`` holds no candidate. What paints the projector takes it alone, so that no name, no
birth date and no extra time can ever come before a room.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from attrs import evolve, frozen

from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.domain.timing import real_end
from pixtui.present.big import big, big_width
from pixtui.present.width import fit, width, wrap
from pixtui.rules.rulebook import Page
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.fiction import said_mark
from pixtui.wording.times import short_date
from pixtui.wording.when import hour

CODE_ROWS = 8
"""Rows of the access code, spelt big, with what stands around it."""
PAGE_ROWS = 8
"""What is left for a page at least, where the top is big."""


@frozen(kw_only=True)
class Projected:
    """Everything of a session that a room may see."""

    fictional: bool
    rehearsal: bool
    date: dt.date | None
    number: str
    """The session number, empty while Pix has given none."""
    clock: str
    common_end: str
    """When the tests end that nothing of one's own lengthens; empty before a start, and after."""
    stopped: bool
    """Whether the whole room is interrupted."""
    code: str
    """The access code, empty until it has been given to the room."""


def projected(state: State, now: dt.datetime) -> Projected:
    """What a room may see of a session at that instant."""
    details = state.details
    given = state.revealed is not None and state.sealed is None
    end = common_end(state, now)
    return Projected(
        fictional=details is not None and details.fictional,
        rehearsal=details is not None and details.rehearsal is not None,
        date=details.date if details else None,
        number=str(details.number) if details and details.number else "",
        clock=hour(state, now) if details else f"{now:%H:%M}",
        common_end=hour(state, end) if end else "",
        stopped=state.sealed is None and any(one.open for one in state.of_room),
        code=(state.codes.access_code or "") if given else "",
    )


def common_end(state: State, now: dt.datetime) -> dt.datetime | None:
    """The end announced to the room: that of most who started, the room's interruptions counted.

    Nobody's extra time, own interruption or own end moves it; None before a start and once it
    is passed, so that it never tells who is still working.
    """
    of_room = evolve(state, interruptions=state.of_room)
    ends = Counter(
        found.at
        for one in state.candidates.values()
        if (found := real_end(of_room, evolve(one, extra_time=None, end=None), now))
    )
    if not ends:
        return None
    most = max(ends.values())
    at = min(at for at, count in ends.items() if count == most)
    return at if at > now else None


def _said_of_end(shown: Projected, words: Words) -> str:
    """When it ends, or that the clocks stand still meanwhile."""
    if shown.stopped:
        return words.text(N_("The clocks are stopped"))
    return words.say(N_("Common end {at}"), at=shown.common_end) if shown.common_end else ""


def top_lines(shown: Projected, words: Words, cells: int) -> list[str]:
    """The day, then the session number and the clock, both big where there is room."""
    day = short_date(words, shown.date) if shown.date else ""
    mark = said_mark(words, fictional=shown.fictional, rehearsal=shown.rehearsal)
    head = " · ".join(filter(None, (mark, words.text(N_("Pix certification")), day)))
    number = shown.number or "-"
    return [
        f" {head}",
        "",
        *_side_by_side(
            (words.text(N_("Session number")), number),
            (words.text(N_("Time now")), shown.clock),
            cells,
        ),
        "",
        f" {_said_of_end(shown, words)}",
    ]


def small_top_lines(shown: Projected, words: Words, cells: int) -> list[str]:
    """The same in a few lines, for a terminal without room for anything big."""
    number, clock = shown.number or "-", shown.clock
    parts = [f"{words.text(N_('Session number'))} {number}", clock]
    said = _said_of_end(shown, words)
    if said:
        parts.append(said)
    mark = said_mark(words, fictional=shown.fictional, rehearsal=shown.rehearsal)
    if mark:
        parts.insert(0, mark)
    return [f" {line}" for line in wrap(" · ".join(parts), cells - 2)]


def _side_by_side(left: tuple[str, str], right: tuple[str, str], cells: int) -> list[str]:
    """Two labelled texts big beside one another, or one below the other."""
    needed = max(big_width(left[1]), width(left[0]))
    if needed + max(big_width(right[1]), width(right[0])) + 6 > cells:
        return [*_labelled(left), *_labelled(right)]
    first, second = _labelled(left), _labelled(right)
    room = max(cells // 2, needed + 5)
    return [
        fit(one, room) + other.removeprefix(" ") for one, other in zip(first, second, strict=True)
    ]


def _labelled(what: tuple[str, str]) -> list[str]:
    label, text = what
    return [f" {label}", *(f" {row}" for row in big(text))]


def page_lines(page: Page | None, number: int, of: int, language: str, cells: int) -> list[str]:
    """One page of instructions, its lines apart from one another."""
    if page is None:
        return []
    title = f"{page.title(language)}   {number}/{of}"
    lines = [*(f" {line}" for line in wrap(title, cells - 2)), ""]
    for text in page.lines(language):
        lines += [f" {line}" for line in wrap(text, cells - 2)] + [""]
    return lines


def code_lines(shown: Projected, words: Words, cells: int = 80, rows: int = CODE_ROWS) -> list[str]:
    """The access code, spelt big where there is room; that it is hidden again by itself."""
    if rows < CODE_ROWS or big_width(shown.code) > cells - 2:
        return [f" {' '.join(visible(shown.code))}", "", " " + words.text(N_("Access code"))]
    return [
        *_labelled((words.text(N_("Access code")), visible(shown.code))),
        "",
        " " + words.text(N_("Hidden again in one minute.")),
    ]


def one_text(lines: Sequence[str], rows: int) -> str:
    """Lines as one text of at most so many rows."""
    return "\n".join(lines[: max(rows, 0)])
