"""Why a paper cannot be made, in the words of the office, and what to do."""

from collections.abc import Mapping

from pixtui.wording.catalogue import N_, Words

PAPER_PROBLEMS: Mapping[str, str] = {
    "unprintable": N_(
        "{name} ({candidate}): the character {character} ({code}) cannot be printed. Write the name as it stands on the identity document, in Latin letters."
    ),
    "logo_unreadable": N_(
        "The logo {path} cannot be used ({reason}). Give a PNG or JPEG file under 5 MB, or take the line out of rules.toml."
    ),
    "head_too_long": N_(
        "The title and what rules.toml says of the centre fill too much of a page: say it shorter."
    ),
    "not_written": N_(
        "{path} could not be written ({reason}). Check the folder given with -o and the room left on the disk."
    ),
    "no_paper": N_("There is no paper {name}. Name some of these: {known}."),
    "no_candidates": N_("There is no candidate yet: bring the list in first (pixtui import)."),
    "no_fraud": N_(
        "No suspected fraud is written down. The paper to fill in by hand is fraud-statement-blank."
    ),
    "purged": N_("This session was purged: nothing is left to print."),
}
"""By the code of a ``PaperError``."""


LOGO_REASONS: Mapping[str, str] = {
    "not_image": N_("it is no PNG or JPEG image"),
    "too_large": N_("it is over 5 MB or over 20 million pixels"),
}
"""Why a logo cannot be used, where the system has no word of its own for it."""


def paper_sentence(words: Words, code: str, params: Mapping[str, str]) -> str:
    """One line: what, where, what to do."""
    shown = dict(params)
    reason = params.get("reason", "")
    if reason in LOGO_REASONS:
        shown["reason"] = words.text(LOGO_REASONS[reason])
    return words.say(PAPER_PROBLEMS[code], **shown)
