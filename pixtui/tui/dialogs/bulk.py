"""Before one act for several candidates: who is concerned, who is not and why."""

from collections.abc import Sequence

from pixtui.present.bulk import Split, owed, title, told
from pixtui.tui.context import Context
from pixtui.tui.dialogs.choice import Choice

LINES = 6
"""Lines of those who are concerned, and of those who are not, on the smallest screen."""


def preview(
    context: Context, found: Split, *, careful: bool = False, due: Sequence[str] | None = None
) -> Choice:
    """Whether to go on for those concerned; answers ``yes``, ``due`` or ``no``.

    The first answer is no where nobody is concerned or the act is a grave one. ``due`` are those
    whose test is over by its time, where ending the others would take theirs away.
    """
    text, words = context.text, context.words
    count = len(found.act.candidates)
    yes = ("yes", words.plural("Yes, for {n} candidate", "Yes, for these {n} candidates", count))
    no = ("no", text("No, go back"))
    choices = [no, yes] if careful else [yes, no]
    about = list(told(found, context.state, words, LINES))
    grave = {"yes"} if careful else set()
    if due is not None and len(due) < count:
        about = [owed(found, due, context.state, context.now(), words, LINES), *about]
        choices = [no, ("yes", text("All of them, time left or not ({n})", n=count))]
        if due:
            only = words.plural(
                "Only the {n} whose time is over", "Only the {n} whose time is over", len(due)
            )
            choices.insert(0, ("due", only))
        grave = {"yes"}
    return Choice(
        context,
        title(found, words),
        choices if count else [no],
        about="\n".join(about),
        dangerous=frozenset(grave),
    )
