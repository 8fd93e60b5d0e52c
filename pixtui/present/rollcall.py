"""The roll call on the screen."""

from pixtui.domain.rollcall import DIRECTIONS, Direction, Roll
from pixtui.domain.text import visible
from pixtui.present.row import Row
from pixtui.present.tone import Tone
from pixtui.present.width import fit
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.paragraphs import names_of

ANSWERS: dict[bool | None, tuple[str, Tone]] = {
    None: (N_("to call"), "dim"),
    True: (N_("there"), "good"),
    False: (N_("MISSING"), "danger"),
}


def roll_rows(found: Roll, words: Words, cells: int) -> list[Row]:
    """Everyone to be called: seat, name, the answer outside and the one back in the room."""
    rows = []
    for one in found.people:
        name = f"{one.last_name} {one.first_name}"
        told = [ANSWERS[found.answers[way].get(one.id)] for way in DIRECTIONS]
        rows.append(
            Row(
                one.id,
                (
                    (fit(visible(one.seat or ""), 4), "plain"),
                    (fit(visible(name), max(cells - 26, 10)) + " ", "plain"),
                    *((fit(words.text(text), 11), tone) for text, tone in told),
                ),
            )
        )
    return rows


def roll_heading(words: Words, cells: int) -> str:
    """What the columns are."""
    name = fit(words.text(N_("name")), max(cells - 26, 10))
    out, back = words.text(N_("outside")), words.text(N_("back"))
    return f"  {fit(words.text(N_('st')), 4)}{name} {fit(out, 11)}{fit(back, 11)}"


def roll_line(found: Roll, direction: Direction, words: Words) -> str:
    """Which roll call this is, how many answered, who is missing, by name."""
    title = words.text(N_("Roll call outside") if direction == "out" else N_("Roll call back in"))
    parts = [
        words.plural("{n} there", "{n} there", found.there(direction)),
        words.say(N_("{n} to call"), n=len(found.uncalled(direction))),
    ]
    missing = found.missing(direction)
    outside = [one for one in found.missing("out") if one not in missing]
    if direction == "back" and outside:
        parts.append(words.say(N_("missing outside: {names}"), names=names_of(outside)))
    if missing:
        parts.append(words.say(N_("MISSING: {names}"), names=names_of(missing)))
    elif not found.uncalled(direction):
        parts.append(words.text(N_("nobody is missing")))
    return " " + words.say(N_("{title}: {parts}"), title=title, parts=" · ".join(parts))


def before_resuming(found: Roll, words: Words) -> str:
    """What the roll calls leave open, said before the room goes on; empty where nothing."""
    way: Direction = "back" if found.answers["back"] else "out"
    parts = []
    if found.missing(way):
        parts.append(words.say(N_("MISSING: {names}"), names=names_of(found.missing(way))))
    uncalled = len(found.uncalled(way))
    if found.answers[way] and uncalled:
        parts.append(words.plural("{n} not called", "{n} not called", uncalled))
    if not found.answers["back"]:
        parts.append(words.text(N_("nobody was called back in the room")))
    return " · ".join(parts)
