"""One question at a time: free text, a numbered choice, a form field by field, a yes."""

from collections.abc import Callable, Mapping, Sequence

from attrs import define, field

from pixtui.domain.text import fold
from pixtui.line.manual import read_manual
from pixtui.line.wire import Wire
from pixtui.present.field import Field, UnclearError, Values, unclear_told
from pixtui.wording.catalogue import N_, Words

PAGE = 15
"""Lines of a choice shown at a time."""
ALARM_WORDS = ("!", "alarme", "alarm")
LEAVE = "."
"""Leaves a form; nothing of it is saved."""
ERASE = "-"
"""Empties a line of a form that holds something."""
HELP = N_(
    "Everywhere: a number or the first letters choose; an empty line goes back; ? says this; "
    "?? opens the manual; ! is the alarm; q leaves pixtui, everything told as saved is saved."
)
MANUAL = "??"
FORM_HELP = N_(
    "In a form: an empty line keeps what stands between the brackets; - empties it; "
    ". leaves the form, nothing is saved."
)


class QuitError(Exception):
    """The operator leaves pixtui."""


class ToMenuError(Exception):
    """What was being asked is not asked any more: something else goes before."""


def _nothing() -> list[str]:
    return []


@define
class Talk:
    """The operator's side of the wire."""

    wire: Wire
    words: Words
    meanwhile: Callable[[], list[str]] = _nothing
    """What happened by itself since it was last asked, as sentences."""
    alarm: Callable[[], None] | None = None
    """What the alarm word does where a session is open; raises ToMenuError where it goes on."""
    _in_alarm: bool = field(default=False, init=False)
    _in_manual: bool = field(default=False, init=False)

    def text(self, msgid: str, **params: object) -> str:
        """A sentence in the operator's language."""
        return self.words.say(msgid, **params) if params else self.words.text(msgid)

    def say(self, *lines: str) -> None:
        """Lines for the operator; empty ones are not said."""
        for line in lines:
            if line:
                self.wire.say(line)

    def misunderstood(self, msgid: str, typed: str) -> None:
        """Say that an answer means nothing here; on a terminal what was typed ahead goes with it.

        Of a list that is pasted no line answers a question that none of them was for.
        """
        self.say(self.text(msgid, typed=typed))
        if self.wire.drop_ahead():
            self.say(self.text(N_("Nothing is done with the lines that came after it.")))

    # --- one answer

    def ask(self, prompt: str, told: str | Callable[[], None] = "", *, secret: bool = False) -> str:
        """What is typed; empty for an empty line. ``told`` is what ``?`` says of this question.

        Raises QuitError, ToMenuError and what the wire raises.
        """
        while True:
            self.say(*self.meanwhile())
            typed = self.wire.read(f"{prompt} :", self.meanwhile, secret=secret)
            word = fold(typed)
            if typed == "?":
                self.say(self.text(HELP))
                self.say(told) if isinstance(told, str) else told()
            elif typed == MANUAL and not self._in_manual:
                self._read_manual()
            elif word == "q":
                raise QuitError
            elif word in ALARM_WORDS and self.alarm is not None and not self._in_alarm:
                self._ask_alarm(self.alarm)
            else:
                return typed

    def _read_manual(self) -> None:
        """A page, or what some words are found in; then the question that waits."""
        self._in_manual = True
        try:
            read_manual(self)
        finally:
            self._in_manual = False

    def _ask_alarm(self, alarm: Callable[[], None]) -> None:
        self._in_alarm = True
        try:
            alarm()
        finally:
            self._in_alarm = False

    # --- a choice

    def choose(
        self,
        title: str,
        choices: Sequence[tuple[str, str]],
        *,
        about: str = "",
        also: Mapping[str, str] | None = None,
        prompt: str = "",
        quiet: bool = False,
        page: int = PAGE,
    ) -> str | None:
        """One of several lines, by its number or its first letters; None for an empty line.

        ``also`` holds words under which a line is found although it does not show them; a
        ``quiet`` choice says its lines only when asked by ``?``.
        """
        lines = [(f"{number}", key, text) for number, (key, text) in enumerate(choices, 1)]
        shown, at = lines, 0
        said = prompt or self.text(N_("Choice"))
        if not quiet:
            self.say(title, about)
            at = self._page(shown, 0, page)
        while True:
            typed = self.ask(said, lambda: self._again(lines, page))
            if not typed:
                return None
            if typed == "+" and at < len(shown):
                at = self._page(shown, at, page)
                continue
            found = _fitting(lines, typed, also or {})
            if len(found) == 1:
                number, key, text = found[0]
                if number != typed:
                    self.say(f"> {text}")
                return key
            if found:
                shown, at = found, self._page(found, 0, page)
            else:
                told = N_("No line says “{typed}”. ? says the lines again.")
                self.misunderstood(told, typed)
                shown, at = lines, 0

    def _again(self, lines: Sequence[tuple[str, str, str]], page: int) -> None:
        """The lines once more, for whoever asks for help."""
        self._page(lines, 0, page)

    def _page(self, lines: Sequence[tuple[str, str, str]], at: int, page: int) -> int:
        """Say a page of numbered lines from there on; where the next one begins."""
        after = min(at + page, len(lines))
        for number, _key, text in lines[at:after]:
            self.say(f"{number}. {text}")
        left = len(lines) - after
        if left:
            told = self.words.plural("+ : {n} more line", "+ : {n} more lines", left)
            self.say(told)
        return after

    def confirm(self, question: str, yes: str, about: str = "") -> bool:
        """Whether something is to be done after all; an empty line is no."""
        choices = [("no", self.text(N_("No, go back"))), ("yes", yes)]
        also = {"yes": self.text(N_("yes")), "no": self.text(N_("no"))}
        return self.choose(question, choices, about=about, also=also) == "yes"

    def lines(self, lines: Sequence[str]) -> None:
        """Many lines, a page at a time: an empty line ends it."""
        for at in range(0, len(lines), PAGE):
            self.say(*lines[at : at + PAGE])
            left = len(lines) - at - PAGE
            if left > 0:
                told = self.words.plural("+ : {n} more line", "+ : {n} more lines", left)
                if self.ask(told) != "+":
                    return

    # --- a form

    def form(
        self,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Values], str],
        about: str = "",
    ) -> bool:
        """Every field after the other, then saved; what is wrong is said, and asked again.

        ``save`` answers why it did not, or raises UnclearError.
        """
        typed = {one.name: one.value for one in fields}
        self.say(title, about)
        while True:
            for one in fields:
                answer = self.field(one, typed[one.name])
                if answer is None:
                    self.say(self.text(N_("Nothing saved.")))
                    return False
                typed[one.name] = answer
            try:
                wrong = save(typed)
            except UnclearError as unclear:
                wrong = unclear_told(self.words, fields, unclear)
            if not wrong:
                return True
            self.say(wrong)

    def field(self, one: Field, held: str) -> str | None:
        """What a line of a form is to hold; None where the form is left."""
        shown = "***" if held and one.secret else held
        hint = f" ({one.hint})" if one.hint and not held else ""
        prompt = one.label + hint + (f" [{shown}]" if held else "")
        while True:
            answer = self.ask(prompt, self.text(FORM_HELP), secret=one.secret)
            if answer == LEAVE or (not answer and not held and one.needed):
                return None
            if answer == ERASE and held:
                if not one.needed:
                    return ""
                self.say(self.text(N_("This cannot be left empty.")))
                continue
            return answer or held


def _fitting(
    lines: Sequence[tuple[str, str, str]], typed: str, also: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    """The lines that are meant: by number, by first letters of words, by letters, by ``also``."""
    if typed.isdigit():
        return [one for one in lines if one[0] == typed.lstrip("0")]
    wanted = fold(typed).split()
    if not wanted:
        return []
    begins = [one for one in lines if _begin(fold(one[2]).split(), wanted)]
    if begins:
        whole = [one for one in begins if set(wanted) <= set(fold(one[2]).split())]
        return whole if len(whole) == 1 else begins
    holds = [one for one in lines if all(word in fold(one[2]) for word in wanted)]
    return holds or [
        one
        for one in lines
        if all(word in fold(f"{one[2]} {also.get(one[1], '')}") for word in wanted)
    ]


def _begin(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether each word wanted begins a word of the line."""
    return all(any(word.startswith(one) for word in words) for one in wanted)
