"""Before one act for several candidates: who is concerned, who is not and why."""

from pixtui.present.bulk import Split, title, told
from pixtui.tui.context import Context
from pixtui.tui.dialogs.choice import Choice

LINES = 6
"""Lines of those who are concerned, and of those who are not, on the smallest screen."""


def preview(context: Context, found: Split, *, careful: bool = False) -> Choice:
    """Whether to go on for those concerned; answers ``yes`` or ``no``.

    The first answer is no where nobody is concerned or the act is a grave one.
    """
    text, words = context.text, context.words
    count = len(found.act.candidates)
    yes = ("yes", words.plural("Yes, for {n} candidate", "Yes, for these {n} candidates", count))
    no = ("no", text("No, go back"))
    choices = [no, yes] if careful else [yes, no]
    about = "\n".join(told(found, context.state, words, LINES))
    return Choice(
        context,
        title(found, words),
        choices if count else [no],
        about=about,
        dangerous=frozenset(("yes",)) if careful else frozenset(),
    )
