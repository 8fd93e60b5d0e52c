"""The forms about a whole session: its details, who comes, where a copy goes."""

from collections.abc import Callable
from pathlib import Path

from pixtui.desk.desk import refused
from pixtui.domain import commands as c
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import Details
from pixtui.domain.text import visible
from pixtui.files import path_typed
from pixtui.present.brief import brief_lines
from pixtui.present.details import detail_fields, edit_command, typed_details
from pixtui.present.field import Values
from pixtui.present.forms import copy_field, hand_over_fields
from pixtui.store.errors import StoreError
from pixtui.tui.context import Context
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.dialogs.form import Form


def details_form(
    context: Context, details: Details, ask: Callable[[dict[str, object]], str]
) -> Form:
    """The details of the session; ``ask`` does a command as JSON and says why not."""

    def save(values: Values) -> str:
        command = edit_command(context.state.session, typed_details(context.words, values))
        return ask(command) if command else ""

    title, fields = context.text("Session details"), detail_fields(context.words, details)
    return Form(context, title, fields, save, topic="session-details")


def hand_over_form(context: Context, handed: Callable[[str], None]) -> Form:
    """Another person takes the keyboard; ``handed`` is told who."""
    text = context.text

    def save(values: Values) -> str:
        answer = context.submit(c.HandOver(to=values["to"], brief=values["brief"]))
        if isinstance(answer, Refusal):
            return context.explain(answer)
        handed(values["to"])
        return ""

    fields = hand_over_fields(context.words)
    return Form(context, text("Hand over"), fields, save, topic="situation-relief")


def brief_dialog(context: Context) -> Choice:
    """What the one who comes reads before anything else."""
    lines = brief_lines(context.state, context.now(), context.words, context.rulebook)
    title = context.text("Hand-over to {name}", name=visible(context.desk.by))
    choices = [("read", context.text("I have read it"))]
    return Choice(context, title, choices, about="\n".join(lines), topic="situation-relief")


def copy_form(context: Context, made: Callable[[Path], None]) -> Form:
    """Where a copy of the session goes; ``made`` is told where it is."""
    text = context.text

    def save(values: Values) -> str:
        path = path_typed(values["path"])
        try:
            context.desk.copy(path)
        except StoreError as error:
            return context.explain(refused(error))
        made(path)
        return ""

    field = copy_field(context.desk.store.path, context.words)
    about = text("Another disk is best: a USB key, another machine's folder.")
    return Form(context, text("Save a copy"), [field], save, about=about, topic="disk-failed")
