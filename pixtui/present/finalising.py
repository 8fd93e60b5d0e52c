"""What stands between a session and its seal, line by line, and where each line is mended."""

import datetime as dt
from collections.abc import Mapping

from attrs import frozen

from pixtui.documents.matter import not_printed
from pixtui.domain.checks import blockers, holes, warnings
from pixtui.domain.outcome import Finding
from pixtui.domain.session import State
from pixtui.present.row import Row
from pixtui.present.short import short_finding
from pixtui.present.tone import Tone
from pixtui.present.width import fit
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.sentences import finding_sentence


@frozen
class Line:
    """One line of the finalising screen."""

    key: str
    kind: str
    """blocker, hole or warning."""
    finding: Finding


def lines(state: State, now: dt.datetime) -> list[Line]:
    """Blockers, holes and warnings, in that order."""
    found = [
        *(("blocker", one) for one in blockers(state, now)),
        *(("hole", one) for one in holes(state)),
        *(("warning", one) for one in warnings(state, now)),
        *(("warning", one) for one in _without_paper(state)),
    ]
    return [
        Line(f"{kind}/{one.code}/{one.candidate or ''}/{one.subject or ''}", kind, one)
        for kind, one in found
    ]


def _without_paper(state: State) -> list[Finding]:
    """Who stands on no paper: after the seal nothing can be done about it."""
    if state.sealed is not None:
        return []
    return [
        Finding("not_printable", error.params["candidate"], error.params)
        for error in not_printed(state.candidates.values())
    ]


def finalising_rows(
    state: State, found: list[Line], reasons: Mapping[str, str], words: Words, cells: int
) -> list[Row]:
    """The lines as rows: what it is, the sentence, the reason given."""
    names = {"blocker": N_("BLOCKS"), "hole": N_("missing"), "warning": N_("to watch")}
    tones: dict[str, Tone] = {"blocker": "danger", "hole": "warning", "warning": "dim"}
    rows = []
    for line in found:
        reason = next((reasons[key] for key in line.finding.keys if key in reasons), "")
        told = finding_sentence(words, short_finding(line.finding), state)
        if reason:
            told += f"  [{reason}]"
        name = words.text(N_("left open") if reason else names[line.kind])
        tone: Tone = "good" if reason else tones[line.kind]
        cells_left = max(cells - 11, 10)
        rows.append(Row(line.key, ((fit(name, 11), tone), (fit(told, cells_left), "plain"))))
    return rows
