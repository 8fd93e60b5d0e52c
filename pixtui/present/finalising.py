"""What stands between a session and its seal, line by line, and where each line is mended."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

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
from pixtui.wording.heads import grouped_head
from pixtui.wording.sentences import finding_sentence
from pixtui.wording.times import long_date


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


def reasoned(line: Line, reasons: Mapping[str, str]) -> str:
    """The reason with which a line is left open; empty where it has none."""
    return next((reasons[key] for key in line.finding.keys if key in reasons), "")


def missing(found: Iterable[Line], reasons: Mapping[str, str]) -> list[Line]:
    """The holes that have no reason yet."""
    return [one for one in found if one.kind == "hole" and not reasoned(one, reasons)]


def moment(found: Sequence[Line], reasons: Mapping[str, str], words: Words) -> str:
    """What is to be done before the seal."""
    kinds = [one.kind for one in found if not reasoned(one, reasons)]
    if "blocker" in kinds:
        return words.text(N_("Pix would refuse: mend what BLOCKS first (Enter goes there)."))
    if "hole" in kinds:
        told = N_("Mend what is missing, or leave it with a reason ({key}).")
        return words.say(told, key=words.key("override", "F5"))
    left_open = len(found) - len(kinds)
    if left_open:
        return words.plural(
            "{n} line left open with a reason. F12 seals the record for good.",
            "{n} lines left open with a reason. F12 seals the record for good.",
            left_open,
        )
    return words.text(N_("Everything is there. F12 seals the record for good."))


def moment_sealed(state: State, head: str | None, words: Words) -> str:
    """The head of the record, what comes after the seal, how long it is kept."""
    told = (
        N_("Finalised in Pix Certif.")
        if state.pix_finalised is not None
        else N_("Type the decisions into Pix Certif, press Finaliser there, then F12 here.")
    )
    until = long_date(words, state.session.retention_until)
    return "  ".join(
        (
            words.say(N_("Sealed. Head {head}"), head=grouped_head(head)),
            words.text(told),
            words.say(N_("To be kept until {date}"), date=until),
        )
    )


def alike_told(alike: Sequence[Line], state: State, words: Words, lines: int) -> str:
    """The other open lines of one kind, so many of them told, the rest counted."""
    names = [finding_sentence(words, one.finding, state) for one in alike]
    more = len(names) - lines
    rest = [words.plural("and {n} more.", "and {n} more.", more)] if more > 0 else []
    return "\n".join((*names[:lines], *rest))


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
        reason = reasoned(line, reasons)
        told = finding_sentence(words, short_finding(line.finding), state)
        if reason:
            told += f"  [{reason}]"
        name = words.text(N_("left open") if reason else names[line.kind])
        tone: Tone = "good" if reason else tones[line.kind]
        cells_left = max(cells - 11, 10)
        rows.append(Row(line.key, ((fit(name, 11), tone), (fit(told, cells_left), "plain"))))
    return rows
