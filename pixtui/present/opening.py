"""What opening a session found, told in one line: never a question it need not ask."""

from pixtui.store.session_store import SessionStore
from pixtui.wording.catalogue import N_, Words


def opening_sentence(words: Words, store: SessionStore) -> str:
    """What the operator should know of the file; empty where there is nothing."""
    report = store.report
    if report.damage is not None:
        return words.say(
            N_("The file is damaged at {place}: read-only. What came before is shown."),
            place=report.damage.place,
        )
    parts: list[str] = []
    if report.doubtful is not None:
        parts.append(words.say(N_("Entry {seq} may have been lost."), seq=report.doubtful))
    if report.set_aside is not None:
        parts.append(
            words.say(
                N_("An unfinished line ({n} bytes) was set aside in {file}."),
                n=report.bytes_set_aside,
                file=report.set_aside.name,
            )
        )
    if report.replayed:
        parts.append(
            words.plural(
                "The last console did not leave properly: {n} entry taken up, nothing lost.",
                "The last console did not leave properly: {n} entries taken up, nothing lost.",
                report.replayed,
            )
        )
    if store.read_only and report.damage is None:
        parts.append(words.text(N_("Read-only: this console only looks.")))
    return " ".join(parts)


def crash_sentence(words: Words, reference: str) -> str:
    """What an operator reads after a crash."""
    return words.say(
        N_(
            "pixtui stopped on an error of its own (reference {reference}). Everything shown as "
            "saved is saved: start it again."
        ),
        reference=reference,
    )
