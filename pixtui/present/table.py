"""The candidates as a table of texts, for a spreadsheet."""

import datetime as dt

from pixtui.domain.derive import candidate_state
from pixtui.domain.session import Candidate, State
from pixtui.domain.text import visible
from pixtui.domain.timing import real_end
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import state_label
from pixtui.wording.when import hour

HEADER = (
    N_("last name"),
    N_("first name"),
    N_("birth date"),
    N_("class"),
    N_("seat"),
    N_("workstation"),
    N_("local id"),
    N_("extra time (%)"),
    N_("state"),
    N_("start"),
    N_("end"),
    N_("end by the rules"),
)


def candidate_table(
    state: State, now: dt.datetime, words: Words
) -> tuple[list[str], list[list[str]]]:
    """The header and a row for each candidate, in order of entry."""
    header = [words.text(one) for one in HEADER]
    return header, [_row(state, one, now, words) for one in state.candidates.values()]


def _row(state: State, one: Candidate, now: dt.datetime, words: Words) -> list[str]:
    end = real_end(state, one, now)
    cells = [
        one.last_name,
        one.first_name,
        one.birthdate.strftime("%d/%m/%Y") if one.birthdate else "",
        one.class_name or "",
        one.seat or "",
        one.workstation or "",
        one.external_id or "",
        str(one.extra_time or ""),
        state_label(words, candidate_state(state, one)),
        hour(state, one.start.at) if one.start else "",
        hour(state, one.end.at) if one.end else "",
        hour(state, end.at) if end else "",
    ]
    return [visible(cell) for cell in cells]
