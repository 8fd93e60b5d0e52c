"""What is to be typed into Pix Certif after the seal, on screen, ticked off as it is typed."""

from pixtui.domain.derive import of_session
from pixtui.domain.session import Incident, State
from pixtui.domain.text import visible
from pixtui.present.row import Row
from pixtui.present.tone import Cell, Tone
from pixtui.present.width import fit, wrap
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import TELL
from pixtui.wording.pix_page import Entry, boxes_told, entries
from pixtui.wording.when import hour_and_day

BOXES = "boxes"
"""The key of the row of the session's two boxes."""


def entering_rows(state: State, words: Words, rulebook: Rulebook, cells: int) -> list[Row]:
    """A row for each candidate, then one for the session's two boxes."""
    rows = [_row(state, one, words, cells) for one in entries(state, words, rulebook)]
    boxes = fit(" · ".join(boxes_told(state, words)), max(cells - 31, 10))
    name = words.text(N_("Session boxes"))
    rows.append(Row(BOXES, (("    ", "plain"), (fit(name, 24) + " ", "strong"), (boxes, "plain"))))
    return rows


def _row(state: State, one: Entry, words: Words, cells: int) -> Row:
    who, done = one.candidate, one.candidate.entered
    name = visible(f"{who.last_name} {who.first_name}")
    if done is not None:
        told = words.say(N_("typed {at}"), at=hour_and_day(state, done.at))
    else:
        told = " · ".join(one.lines) or words.text(N_("nothing to report"))
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


def _of_room(incident: Incident, words: Words, rulebook: Rulebook) -> str:
    """An incident of the whole room, which a box of the session tells Pix."""
    seen = rulebook.situation_title(incident.situation or "", words.language)
    told = words.say(TELL, what=seen, how=incident.note) if incident.note else seen
    return visible(f"- {told}")


def entry_lines(state: State, key: str, words: Words, rulebook: Rulebook, cells: int) -> list[Cell]:
    """What to type for the one under the cursor, whole."""
    if key == BOXES:
        of_room: list[Cell] = [
            (line, "plain")
            for incident in state.incidents.values()
            if of_session(state, incident)
            for line in wrap(_of_room(incident, words, rulebook), cells)
        ]
        return [*((line, "plain") for line in boxes_told(state, words)), *of_room]
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
