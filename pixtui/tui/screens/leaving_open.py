"""What is left open before the seal, each line with its reason; the reasons outlive the console."""

from pixtui.desk.reasons import Reasons
from pixtui.present.field import Field, Values
from pixtui.present.finalising import Line, alike_told, missing
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.guiding import GuidingScreen
from pixtui.tui.widgets.row_list import RowList
from pixtui.wording.sentences import finding_sentence

ALIKE_LINES = 6
"""Lines of the same kind told before the rest is counted."""


class LeavingOpenScreen(GuidingScreen):
    """A screen whose lines can be left open with a reason."""

    def __init__(self, context: object) -> None:
        super().__init__(context)  # type: ignore[arg-type]  # the screens of a session share one context
        self._lines: dict[str, Line] = {}
        self.reasons = Reasons(self.context.desk, self.context.explain)

    def line(self) -> Line | None:
        """The line under the cursor."""
        return self._lines.get(self.query_one(RowList).current or "")

    def missing(self) -> list[Line]:
        """The holes that have no reason yet."""
        return missing(self._lines.values(), self.reasons.by_hole)

    def do_override(self) -> None:
        """Leave the line under the cursor open, with a reason."""
        line = self.line()
        if line is None or line.kind != "hole":
            self.say(self.context.text("Only what is missing can be left with a reason."))
            return
        key, text = line.finding.keys[0], self.context.text
        known = self.reasons.by_hole.get(key, "")

        def save(values: Values) -> str:
            return self.reasons.set({key: values["reason"]})

        def left(done: bool | None) -> None:
            self.refreshed()
            if done and key in self.reasons.by_hole:
                self._ask_alike(line, self.reasons.by_hole[key])

        told = finding_sentence(self.context.words, line.finding, self.context.state)
        fields = [Field(name="reason", label=text("reason"), value=known)]
        form = Form(
            self.context, text("Leave it open: why?"), fields, save, about=told, concerning=key
        )
        self.app.push_screen(form, left)

    def _ask_alike(self, line: Line, reason: str) -> None:
        """The same reason for the other open lines of that kind? Then on to the next one."""
        alike = [one for one in self.missing() if one.finding.code == line.finding.code]
        if not alike:
            self._to_next_open()
            return
        words = self.context.words
        listed = [
            ("one", self.context.text("This line only")),
            (
                "all",
                words.plural(
                    "The {n} other line of this kind too",
                    "The {n} other lines of this kind too",
                    len(alike),
                ),
            ),
        ]

        def chosen(which: str | None) -> None:
            refused_for = ""
            if which == "all":
                refused_for = self.reasons.set({one.finding.keys[0]: reason for one in alike})
            self.refreshed()
            self._to_next_open()
            if refused_for:
                self.say(refused_for, "refused")

        about = alike_told(alike, self.context.state, words, ALIKE_LINES)
        title = self.context.text("Left open: {reason}", reason=reason)
        self.app.push_screen(Choice(self.context, title, listed, about=about), chosen)

    def _to_next_open(self) -> None:
        """The cursor on the next line that still needs mending or a reason."""
        rows = self.query_one(RowList)
        keys = [row.key for row in rows.rows]
        here = keys.index(rows.current) if rows.current in keys else 0
        open_now = {line.key for line in self.missing()}
        for key in (*keys[here + 1 :], *keys[: here + 1]):
            if key in open_now:
                rows.go_to(key)
                return
