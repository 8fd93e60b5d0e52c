"""The lines of a form, whichever face asks them, and what was typed into them."""

import datetime as dt
from collections.abc import Mapping, Sequence

from attrs import frozen

from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.when import instant_typed

YES, NO = ("oui", "o", "yes", "y"), ("non", "n", "no")
Values = Mapping[str, str]
"""What was typed, by field."""


@frozen(kw_only=True)
class Field:
    """One line of a form."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    secret: bool = False
    needed: bool = False
    moment: bool = False
    """Whether its value is the minute at which the form was opened: it belongs to what is typed."""


class UnclearError(ValueError):
    """Something typed that means nothing here; its text is the sentence for the operator.

    ``field`` is the name of the line it was typed in, where it is one line's.
    """

    def __init__(self, told: str, field: str = "") -> None:
        super().__init__(told)
        self.field = field


def unclear_told(words: Words, fields: Sequence[Field], unclear: UnclearError) -> str:
    """What is unclear in these lines of a form, the line it is in first."""
    label = next((one.label for one in fields if one.name == unclear.field), "")
    told = str(unclear)
    return words.say(N_("{field}: {told}"), field=label, told=told) if label else told


@frozen(kw_only=True)
class Answers:
    """What was typed into a form, read for a session at one moment."""

    state: State
    words: Words
    now: dt.datetime
    values: Values
    day: dt.datetime | None = None
    """The day whose times are typed; today's where not said."""

    def said(self, name: str) -> str:
        """A text; empty where its field is not there."""
        return self.values.get(name, "").strip()

    def yes(self, name: str) -> bool:
        """Whether the answer is yes; nothing is no. Raises UnclearError where it is neither."""
        return yes_typed(self.words, self.values, name)

    def time(self, name: str) -> dt.datetime | None:
        """An instant typed as a time of day; None where nothing is typed. Raises UnclearError."""
        typed = self.said(name)
        if not typed:
            return None
        at = instant_typed(self.state, typed, self.now, self.day)
        if at is None:
            raise UnclearError(self.words.text(N_("Write the time as 09:05.")), name)
        return at

    def number(self, name: str, wrong: str) -> int | None:
        """A whole number; None where nothing is typed. Raises UnclearError (``wrong``, a msgid)."""
        typed = self.said(name).removesuffix("%").strip()
        if not typed:
            return None
        if not (typed.isascii() and typed.isdigit()):
            raise UnclearError(self.words.text(wrong), name)
        return int(typed)


def yes_typed(words: Words, values: Values, name: str) -> bool:
    """Whether the answer is yes; nothing is no. Raises UnclearError where it is neither."""
    said = values.get(name, "").strip().lower()
    if said not in (*YES, *NO, ""):
        told = N_("“{said}”: answer yes or no.")
        raise UnclearError(words.say(told, said=visible(said)), name)
    return said in YES


def yes_no(words: Words, name: str, msgid: str, *, said: bool) -> Field:
    """A question answered by yes or no."""
    answer = words.text(N_("yes")) if said else words.text(N_("no"))
    return Field(name=name, label=words.text(msgid), value=answer, hint=words.text(N_("yes or no")))
