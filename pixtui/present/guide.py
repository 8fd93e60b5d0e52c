"""The guided incident: from what one sees to the fields of its form, and from those to one command.

A situation's table says what goes with it (``goes_with``, ``holds_up``, ``stops_room``); each of
these is a part here: what it asks, and the facts that what is typed brings into the same entry.
"""

from attrs import frozen

from pixtui.domain.derive import destinations
from pixtui.domain.session import Incident, Mark
from pixtui.present.field import Answers, Field, Values
from pixtui.present.parts import PARTS, JsonObject
from pixtui.present.sight import Sight, name_of
from pixtui.wording.catalogue import N_
from pixtui.wording.labels import CHOICES, TELL, label

SAID = ("witnesses", "evidence", "decided_by")
"""The fields of a form that are the incident's own."""


@frozen(kw_only=True)
class Guide(Sight):
    """A sight with its advice, its form and its command."""

    def advice(self) -> list[str]:
        """What to do now, line by line, the centre's own rule, what to write, where it goes."""
        language, text = self.words.language, self.words.text
        told = self.book.situation_do(self.situation, language)
        lines = [f"- {self.words.with_own_keys(line)}" for line in told]
        if self.book.centre_decides(self.situation):
            own = self.book.centre_rule(self.situation, language)
            lines.append(
                self.words.say(N_("Your centre's rule: {rule}"), rule=own)
                if own
                else self.words.say(
                    N_("Your centre's rule is not written here ({situation}): ask the referent."),
                    situation=self.situation,
                )
            )
        record = self.book.situation_record(self.situation, language)
        if record:
            lines.append(self.words.say(N_("Write down: {what}"), what=record))
        where = ", ".join(label(CHOICES, one, self.words) for one in self._destinations())
        lines.append(self.words.say(N_("Goes to: {where}"), where=where))
        if self.reason:
            title = self.book.reason_title(self.reason, language)
            then = self.book.reason_consequence(self.reason, language)
            lines.append(self.words.say(TELL, what=text(N_("Reason")), how=f"{title}. {then}"))
        return lines

    def _destinations(self) -> tuple[str, ...]:
        opened = Mark(at=self.now, by="", seq=0)
        seen = Incident(
            id="", opened=opened, situation=self.situation or None, code=self.code or None
        )
        return destinations(self.state, seen)

    # --- the form

    def parts(self) -> list[str]:
        """The parts of its form, in order."""
        listed = list(self.book.goes_with(self.situation))
        if self.book.holds_up(self.situation):
            listed.append("held")
        if self.book.stops_room(self.situation):
            listed.append("room")
        return [one for one in listed if one in PARTS]

    def fields(self) -> list[Field]:
        """What is asked, filled in as far as it can be."""
        text, code = self.words.text, self.state.rules.code(self.code) if self.code else None
        when = text(N_("time of the fact"))
        fields = [Field(name="at", label=when, value=self.hour(self.now), moment=True)]
        if self.candidate is None and self.book.stops_room(self.situation):
            fields.append(self._whom())
        if code is not None and code.question:
            fields.append(Field(name="question", label=text(N_("question number")), hint="1-500"))
        for part in self.parts():
            fields += PARTS[part].asks(self)
        if code is not None and code.not_blocking:
            fields.append(self.yes_no("blocking", N_("did it block?"), said=False))
        needs = self.book.code_needs(self.code, self.words.language)
        hint = needs if needs and not (code and code.question) else ""
        fields.append(
            Field(
                name="note",
                label=text(N_("what happened")),
                value=self.note,
                hint=hint or text(N_("facts, neutral words")),
            )
        )
        return fields

    def _whom(self) -> Field:
        text = self.words.text
        named = [self.state.candidates[one] for one in self.marked if one in self.state.candidates]
        some = self.book.about(self.situation) == "some"
        return Field(
            name="whom",
            label=text(N_("who is held up")),
            value=", ".join(one.seat or name_of(one) for one in named),
            hint=text(N_("seats, names") if some else N_("seats, names; nothing: all")),
            needed=some,
        )

    # --- the command

    def command(self, values: Values) -> JsonObject:
        """What is asked of the desk; raises UnclearError on what means nothing."""
        answers = Answers(state=self.state, words=self.words, now=self.now, values=values)
        command: JsonObject = {
            "command": "log_incident",
            "at": (answers.time("at") or self.now).isoformat(),
            "note": values.get("note", ""),
            "blocking": answers.yes("blocking"),
        }
        if self.situation:
            command["situation"] = self.situation
        elif self.code:
            command["code"] = self.code
        if self.candidate:
            command["candidate"] = self.candidate
        question = answers.number("question", N_("The question number is digits only."))
        if question is not None:
            command["question"] = question
        command |= {name: values[name] for name in SAID if values.get(name)}
        facts = [fact for part in self.parts() for fact in PARTS[part].brings(self, answers)]
        if facts:
            command["facts"] = facts
        return command
