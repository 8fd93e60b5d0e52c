"""``pixtui purge``: say what goes, ask, erase, leave a certificate."""

import argparse
from collections.abc import Iterator

from pixtui.cli.asking import confirmed
from pixtui.cli.shared import DONE, REFUSED, USAGE, put, put_text, refuse, say, session_path
from pixtui.cli.writing import open_desk
from pixtui.desk.desk import Desk
from pixtui.domain.commands import Purge
from pixtui.domain.outcome import Refusal
from pixtui.domain.text import visible
from pixtui.store.beside import copies_of
from pixtui.store.entry import head_of
from pixtui.store.projection import certificate
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.heads import grouped_head
from pixtui.wording.sentences import finding_sentence
from pixtui.wording.times import long_date


def run(asked: argparse.Namespace, text: Words) -> int:
    """Purge the session, or say why not."""
    with open_desk(session_path(asked.session), asked.by, text) as desk:
        if desk.state.purged is None and desk.state.hold is None:
            for line in what_goes(desk, text):
                say(line)
            if not asked.yes and not _asked(desk, text):
                return USAGE
        answer = desk.submit(Purge(reason=asked.reason))
        if isinstance(answer, Refusal):
            return refuse(text, answer, desk.state)
        head = head_of(desk.store.entries)
        done = certificate(desk.state, head) or {}
    if asked.json:
        put({"ok": True, **done})
    else:
        told = text.plural(
            "Purged: content of {n} entry erased, chain intact.",
            "Purged: content of {n} entries erased, chain intact.",
            done["erased"],
        )
        put_text(told + " " + text.say(N_("Head {head}"), head=grouped_head(head)))
    for one in answer.warnings:
        say(finding_sentence(text, one, desk.state))
    return REFUSED if answer.warnings else DONE


def _asked(desk: Desk, text: Words) -> bool:
    name = desk.store.path.stem
    question = text.say(
        N_("This cannot be undone. Type {name} to erase, anything else to leave it:"), name=name
    )
    if confirmed(question, name):
        return True
    say(text.text(N_("Nothing was erased. For a script: --yes.")))
    return False


def what_goes(desk: Desk, text: Words) -> Iterator[str]:
    """What a purge erases, what it leaves, and what it cannot reach."""
    state, entries = desk.state, desk.store.entries
    if state.details is not None:
        until = long_date(text, state.details.retention_until)
        passed = state.details.retention_until < desk.now().date()
        yield text.say(
            N_("To be kept until {date}: that day has passed.")
            if passed
            else N_("To be kept until {date}: that day is still to come."),
            date=until,
        )
    yield text.text(N_("What goes:"))
    yield "  " + text.plural(
        "the content of {n} entry, the codes among them",
        "the content of {n} entries, the codes among them",
        sum(not entry.erased for entry in entries),
    )
    yield "  " + text.plural(
        "{n} candidate, in the session as it stands",
        "{n} candidates, in the session as it stands",
        len(state.candidates),
    )
    for copy in copies_of(desk.store.path):
        yield "  " + visible(copy.name)
    yield text.text(
        N_("What stays: the dates and kinds of the entries, their chain, the rules, the room.")
    )
    yield text.text(N_("What pixtui cannot reach: papers, exports, and copies made elsewhere."))
