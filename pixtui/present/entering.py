"""What is to be typed into Pix Certif after the seal, on screen, ticked off as it is typed."""

from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.present.row import Row
from pixtui.present.tone import Cell, Tone
from pixtui.present.width import fit, wrap
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.pix_page import Entry, boxes_told, entries, of_room
from pixtui.wording.when import hour_and_day

BOXES = "boxes"
"""The key of the row of the session's two boxes."""


def entering_rows(state: State, words: Words, rulebook: Rulebook, cells: int) -> list[Row]:
    """A row for each candidate, one for each report of the room, then the session's two boxes."""
    rows = [_row(state, one, words, cells) for one in entries(state, words, rulebook)]
    rows += [
        _told_row(one.id, words.text(N_("Room")), visible(told), cells)
        for one, told in of_room(state, words, rulebook)
    ]
    boxes = " · ".join(boxes_told(state, words))
    rows.append(_told_row(BOXES, words.text(N_("Session boxes")), boxes, cells))
    return rows


def _told_row(key: str, name: str, told: str, cells: int) -> Row:
    """A row of the whole session, which no tick of a candidate concerns."""
    what = fit(told, max(cells - 31, 10))
    return Row(key, (("    ", "plain"), (fit(name, 24) + " ", "strong"), (what, "plain")))


def _row(state: State, one: Entry, words: Words, cells: int) -> Row:
    who, done = one.candidate, one.candidate.entered
    name = visible(f"{who.last_name} {who.first_name}")
    told = " · ".join(one.lines)
    if done is not None:
        typed = words.say(N_("typed {at}"), at=hour_and_day(state, done.at))
        told = f"{typed} · {told}" if told else typed
    elif not told:
        told = words.text(N_("nothing to report"))
    tone: Tone = "dim" if done else "warning" if one.lines else "plain"
    mark = "[x] " if done else "[ ] "
    return Row(
        who.id,
        (
            (mark, "good" if done else "plain"),
            (fit(name, 24) + " ", "plain"),
            (fit(visible(told), max(cells - 31, 10)), tone),
        ),
    )


def entry_lines(state: State, key: str, words: Words, rulebook: Rulebook, cells: int) -> list[Cell]:
    """What to type for the one under the cursor, whole."""
    room = {one.id: visible(told) for one, told in of_room(state, words, rulebook)}
    if key in room:
        where = words.text(N_("Told to Pix by the session's box, the last line here."))
        return [(line, "plain") for text in (room[key], where) for line in wrap(text, cells)]
    if key == BOXES:
        told = (*boxes_told(state, words), *(f"- {text}" for text in room.values()))
        return [(line, "plain") for text in told for line in wrap(text, cells)]
    one = next((one for one in entries(state, words, rulebook) if one.candidate.id == key), None)
    if one is None:
        return []
    told = one.lines or (words.text(N_("nothing to report")),)
    return [(line, "plain") for text in told for line in wrap(visible(text), cells)]


def progress(state: State, words: Words, rulebook: Rulebook) -> str:
    """How many of Pix's page are ticked as typed."""
    everyone = entries(state, words, rulebook)
    done = sum(one.candidate.entered is not None for one in everyone)
    return words.say(N_("Typed in Pix: {done} of {all}"), done=done, all=len(everyone))
