"""A form: fields on lines, Enter goes on, the last Enter or F2 saves.

What was typed stays when saving is refused, with the reason below.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from attrs import evolve as changed
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from pixtui.present.field import Field, UnclearError, Values, unclear_told
from pixtui.present.width import fit, wrap
from pixtui.tui.actions import Action, Scope
from pixtui.tui.context import Context, Voice
from pixtui.tui.screens.base import Dialog
from pixtui.tui.widgets.entry import Entry
from pixtui.tui.widgets.keys_bar import KeysBar

LABEL_CELLS = 26
"""Cells of a label; less on a narrow screen."""
LEAST_CELLS = 10
ANSWER_LINES = 4
Save = Callable[[Values], str]
"""Tries to save what was typed: an empty text when done, else why not. May raise UnclearError."""


class Form(Dialog[bool]):
    """Fields to fill in; answers True once saved."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("form",)
    AUTO_FOCUS = ""
    keeps_draft = True
    """Whether what is typed may be shown again when the form is opened the next time."""
    takes_list: Callable[[str], None] | None = None
    """What is done with a list pasted into this form, where there is anything to do."""

    def __init__(
        self,
        voice: Voice,
        title: str,
        fields: Sequence[Field],
        save: Save,
        *,
        about: str = "",
        answer_lines: int = ANSWER_LINES,
        passing: bool = False,
        does: str = "",
        concerning: str = "",
        topic: str = "",
    ) -> None:
        """``passing`` where what is typed is only looked at, and leaving loses nothing.

        ``does`` is what F2 does (a msgid) where it does not save; ``concerning`` whom or what it
        is about, where the title alone would be that of another form too; ``topic`` the section
        of the manual about what is typed here.
        """
        super().__init__(voice)
        self._passing, self._does, self._topic = passing, does, topic
        self._answer = ""
        self._answer_lines = answer_lines
        self._left_once = False
        self._found = {field.name: field.value.strip() for field in fields}
        self._draft = f"{title}\0{concerning}"
        self._title, self._about, self._fields, self._save = title, about, list(fields), save

    def compose(self) -> ComposeResult:
        """The title, the fields, the answer, the keys."""
        with Vertical(id="dialog"):
            yield Static(Content(self._title), id="title", markup=False)
            if self._about:
                yield Static(Content(self._about), id="about", markup=False)
            cells = min(LABEL_CELLS, self.app.size.width * 2 // 5)
            with VerticalScroll(id="fields", can_focus=False):
                for field in self._fields:
                    with Horizontal(classes="field"):
                        star = "*" if field.needed else ""
                        label = Static(Content(fit(field.label + star, cells)), markup=False)
                        label.styles.width = cells + 1
                        yield label
                        entry = Entry(
                            field.value,
                            placeholder=f"({field.hint})" if field.hint else "",
                            password=field.secret,
                            id=f"field-{field.name}",
                            compact=True,
                            select_on_focus=False,
                        )
                        entry.takes_list = self.takes_list is not None
                        yield entry
            yield Static(id="answer", markup=False)
            yield KeysBar(self.voice.words, self.footer_actions())

    def footer_actions(self) -> list[Action]:
        """The keys of a form; F2 says what it does here."""
        listed = super().footer_actions()
        if not self._does:
            return listed
        return [changed(one, label=self._does) if one.id == "submit" else one for one in listed]

    def on_mount(self) -> None:
        """Give the fields the room there is, and what was typed into them before an alarm."""
        self.lay_out()
        wanted = (one for one in self._fields if one.needed and not one.value)
        self._line(next(wanted, self._fields[0]).name).focus()
        draft = self.voice.drafts.pop(self._draft, None)
        if draft:
            # The alarm changes what is asked: a field may not be there any more.
            for field in self._fields:
                if field.name in draft:
                    entry = self._line(field.name)
                    entry.value = draft[field.name]
                    entry.cursor_position = len(entry.value)
            self.call_after_refresh(
                self.answer, self.voice.text("What you had typed before is here again.")
            )

    def lay_out(self) -> None:
        """Give the fields the lines there are."""
        listed = self.query_one("#fields")
        self.give_lines(listed, len(self._fields), self._title, self._about, other=6)

    def keep_draft(self) -> bool:
        """Keep what is typed for the next time this form is opened; whether there is anything."""
        if self._passing or not self.keeps_draft:
            return False
        typed = self.values()
        draft = {name: value for name, value in typed.items() if value != self._found[name]}
        if draft:
            draft |= {one.name: typed[one.name] for one in self._fields if one.moment}
            self.voice.drafts[self._draft] = draft
        return bool(draft)

    def values(self) -> dict[str, str]:
        """What is typed, trimmed, by field."""
        return {field.name: self._line(field.name).value.strip() for field in self._fields}

    def _line(self, name: str) -> Input:
        """Where that field is typed."""
        return self.query_one(f"#field-{name}", Input)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next field, and saves after the last."""
        if event.input.id == f"field-{self._fields[-1].name}":
            self.do_submit()
        else:
            self.focus_next("Input")

    def key_down(self) -> None:
        """Down goes to the next field."""
        self.focus_next("Input")

    def key_up(self) -> None:
        """Up goes to the field before."""
        self.focus_previous("Input")

    def on_entry_list_pasted(self, event: Entry.ListPasted) -> None:
        """A whole list is no value of a field: leave the form for what takes lists."""
        if self.takes_list is not None and not self.left:
            self.keep_draft()
            self.dismiss(None)
            self.app.call_later(self.takes_list, event.text)  # this form is gone by then

    def on_input_changed(self) -> None:
        """Who goes on typing does not leave."""
        self._left_once = False

    def do_cancel(self) -> None:
        """Leave; what was typed is lost only by a second Escape, a first one may be a slip."""
        if self.may_leave("cancel"):
            self.dismiss(None)

    def may_leave(self, action: str) -> bool:
        """Whether nothing typed would be lost, or leaving was asked twice; else the way is said."""
        if self._passing or self._left_once or self.values() == self._found:
            return True
        self._left_once = True
        self.answer(
            self.voice.text(
                "{key} again leaves the form, and what is typed is lost; {save} saves it.",
                key=self.voice.key(action),
                save=self.voice.key("submit"),
            )
        )
        return False

    def do_submit(self) -> None:
        """Save, or say why not and keep what was typed."""
        if self.left:
            return
        values = self.values()
        for field in self._fields:
            if field.needed and not values[field.name]:
                self._line(field.name).focus()
                self.answer(self.voice.text("{field} is needed.", field=field.label))
                return
        try:
            refused = self._save(values)
        except UnclearError as unclear:
            if unclear.field in values:
                self._line(unclear.field).focus()
            refused = unclear_told(self.voice.words, self._fields, unclear)
        if refused:
            self.answer(refused)
        else:
            self.dismiss(True)

    def topics(self) -> list[str]:
        """Why it was not saved, then what is typed here."""
        refused = self.voice.topic_of(self._answer) if isinstance(self.voice, Context) else []
        return [*refused, *([self._topic] if self._topic else []), *super().topics()]

    def answer(self, text: str) -> None:
        """Say why it was not saved."""
        self._answer = text
        lines = wrap(text, max(self.query_one("#answer").size.width, LEAST_CELLS))
        self.query_one("#answer", Static).update(Content("\n".join(lines[: self._answer_lines])))
