"""Forms that declare several things at once: seats in order, a day kept on paper."""

from collections.abc import Callable, Sequence

from pixtui.desk.desk import Answer
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import Candidate
from pixtui.present.field import YES, Values
from pixtui.present.forms import seats_fields
from pixtui.present.paper import Sheet, title
from pixtui.present.seating import seat_commands
from pixtui.tui.context import Context
from pixtui.tui.dialogs.form import Form

Tell = Callable[[Answer], None]


def seats_form(context: Context, people: Sequence[Candidate], tell: Tell) -> Form:
    """Seats for these people, in this order."""
    text = context.text

    def save(values: Values) -> str:
        keep = values["keep"].strip().lower() in YES
        commands = seat_commands(context.state, people, values["first"], keep=keep)
        if commands is None:
            return text("The first seat ends by a number, as 1, 12 or A01.")
        return _declared(context, commands, tell)

    fields = seats_fields(context.words)
    count = len(people)
    about = context.words.plural(
        "{n} candidate, in the order of the grid.",
        "{n} candidates, in the order of the grid.",
        count,
    )
    return Form(context, text("Seats in order"), fields, save, about=about)


def paper_form(
    context: Context, one: Candidate, usual_start: str, saved: Callable[[Values], None], tell: Tell
) -> Form:
    """One candidate's line of the paper; ``saved`` is told what was typed."""
    sheet = Sheet(
        state=context.state,
        words=context.words,
        now=context.now().replace(microsecond=0),
        one=one,
        usual_start=usual_start,
    )

    def save(values: Values) -> str:
        commands = sheet.commands(values)
        refused = _declared(context, commands, tell)
        if not refused:
            saved(values)
        return refused

    about = context.text("Times are those of the paper; Escape stops, what is saved stays.")
    return Form(
        context,
        title(sheet),
        sheet.fields(),
        save,
        about=about,
        concerning=one.id,
        topic="paper",
    )


def _declared(context: Context, commands: list[dict[str, object]], tell: Tell) -> str:
    """Declare all of it: an empty text when done, else why not and how much is saved."""
    if not commands:
        return ""
    count, answer = context.desk.submit_all(commands)
    if isinstance(answer, Refusal):
        done = (
            context.words.plural("{n} entry saved.", "{n} entries saved.", count) if count else ""
        )
        return f"{context.explain(answer)} {done}".strip()
    tell(answer)
    return ""
