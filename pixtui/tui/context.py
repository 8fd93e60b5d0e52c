"""What every screen of an open session needs: the desk, the words, the rules' texts."""

import datetime as dt

from attrs import define, field

from pixtui.desk.desk import Answer, Desk
from pixtui.desk.rehearsing import Rehearsal
from pixtui.desk.replaying import Replay
from pixtui.desk.settings import Settings
from pixtui.domain.commands import Act
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.present.short import short_finding, short_refusal
from pixtui.rules.rulebook import Rulebook
from pixtui.tui.keymap import DEFAULT, Keymap
from pixtui.tui.keys import key_label
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.sentences import refusal_sentence, warnings_sentence


@define
class Voice:
    """The operator's language and keys, for what is asked outside a session too."""

    words: Words
    keymap: Keymap = field(default=DEFAULT, kw_only=True)
    settings: Settings = field(factory=Settings, kw_only=True)
    drafts: dict[str, dict[str, str]] = field(factory=dict, kw_only=True)
    """What was typed into forms that an alarm closed, by form, until they are opened again."""

    def key(self, action_id: str) -> str:
        """How the first key of an action is written."""
        return key_label(self.keymap.by_id[action_id].keys[0], self.words)

    def text(self, msgid: str, **params: object) -> str:
        """A sentence in the operator's language."""
        sentence = self.words.text(msgid)
        return sentence.format(**params) if params else sentence


@define
class Context(Voice):
    """One open session, as the screens see it."""

    desk: Desk
    rulebook: Rulebook
    hide_extra_time: bool = field(init=False)
    rehearsal: Rehearsal | None = None
    """What happens in it, where the session is a rehearsal."""
    explained: tuple[str, str] = ("", "")
    """The last answer that was explained, and the section of the manual that is about it."""
    before_open: bool = False
    """Whether this is a replay before a session that stays open behind it."""

    def __attrs_post_init__(self) -> None:
        self.hide_extra_time = bool(self.settings.hide_extra_time)

    @property
    def state(self) -> State:
        """The session as it stands."""
        return self.desk.state

    @property
    def read_only(self) -> bool:
        """Whether nothing can be declared here."""
        return self.desk.store.read_only

    @property
    def replay(self) -> Replay | None:
        """The look back that this is, where it is no session of now."""
        return self.desk if isinstance(self.desk, Replay) else None

    @property
    def looks_on(self) -> bool:
        """Whether the session of now is only looked at."""
        return self.read_only and self.replay is None

    def now(self) -> dt.datetime:
        """The present instant of the session."""
        return self.desk.now()

    def say_entry(self, seq: int) -> str:
        """That an entry is on disk."""
        return self.text(N_("Saved (entry {seq})."), seq=seq)

    def explain(self, answer: Answer) -> str:
        """What the message line says of an answer: the refusal, or the warnings, or nothing."""
        if isinstance(answer, Refusal):
            told = refusal_sentence(self.words, short_refusal(answer), self.state)
            self.explained = told, f"refusal-{answer.code}"
            return told
        told = warnings_sentence(self.words, map(short_finding, answer.warnings), self.state)
        if answer.warnings:
            self.explained = told, f"finding-{answer.warnings[0].code}"
        return told

    def topic_of(self, said: str) -> list[str]:
        """The section of the manual about an answer that stands on the screen; none it may be."""
        told, topic = self.explained
        return [topic] if told and told in said else []

    def submit(self, act: Act, at: dt.datetime | None = None) -> Answer:
        """Ask the desk for an act."""
        return self.desk.submit(act, at)
