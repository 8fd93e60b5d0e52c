"""What keeps an exercise from being taken for a session that counts."""

from pixtui.domain.session import Details
from pixtui.wording.catalogue import N_, Words


def fiction_mark(details: Details | None, words: Words) -> str:
    """The word that stands wherever such a session is shown; empty for one that counts."""
    if details is None:
        return ""
    return said_mark(words, fictional=details.fictional, rehearsal=details.rehearsal is not None)


def said_mark(words: Words, *, fictional: bool, rehearsal: bool) -> str:
    """The same where no more than that is known of the session."""
    if rehearsal:
        return words.text(N_("REHEARSAL"))
    return words.text(N_("FICTIONAL")) if fictional else ""


def paper_mark(details: Details, words: Words) -> str:
    """What is framed at the top of each of its papers."""
    if not details.fictional:
        return ""
    if details.rehearsal:
        return words.text(N_("REHEARSAL: of no value"))
    return words.text(N_("FICTIONAL: of no value"))
