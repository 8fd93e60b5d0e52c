"""What a refused candidate typed, letter by letter against the list."""

from pixtui.domain.session import Candidate
from pixtui.domain.text import visible
from pixtui.present.field import Values
from pixtui.present.typing import compare_fields, comparison_lines, typing_lines
from pixtui.tui.context import Context
from pixtui.tui.dialogs.form import Form
from pixtui.wording.catalogue import N_

ABOUT_CELLS = 60


def compare_form(context: Context, one: Candidate) -> Form:
    """Type what was typed: the answer stands below and nothing is recorded; Escape leaves."""
    text = context.text
    fields = compare_fields(context.words)

    def compare(values: Values) -> str:
        return "\n".join(comparison_lines(one, dict(values), context.words))

    title = text("What to type") + "  " + visible(f"{one.last_name} {one.first_name}")
    about = "\n".join(line for line, _ in typing_lines(one, context.words, ABOUT_CELLS))
    return Form(
        context,
        title,
        fields,
        compare,
        about=about,
        answer_lines=9,
        passing=True,
        does=N_("compare"),
        topic="scope-typing",
    )
