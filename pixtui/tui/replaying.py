"""Looking back at a session, through its own screens: coming to it, moving in it, leaving it."""

from pathlib import Path

from textual.timer import Timer

from pixtui.desk.desk import refused
from pixtui.desk.replaying import Replay
from pixtui.domain.derive import phase
from pixtui.domain.outcome import Refusal
from pixtui.present.checklist import split_key
from pixtui.present.field import Field, Values
from pixtui.present.replay import moment_typed, opening_words, wrong_moment
from pixtui.store.errors import StoreError
from pixtui.tui.context import Context
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.base import Dialog, SessionScreen
from pixtui.tui.visiting import Visiting
from pixtui.tui.widgets.row_list import RowList
from pixtui.wording.catalogue import N_

PLAY_SECONDS = 0.5
"""Between two looks at how far the day went on, while it plays."""


class Replaying(Visiting):
    """A full-screen app in which a session, open or not, can be seen again."""

    _behind: tuple[Context, dict[str, SessionScreen]] | None = None
    """The session from which one looks back: it stays open behind the replay."""
    _playing: Timer | None = None

    # --- coming and leaving

    def open_replay(self, path: Path, at: str = "") -> None:
        """Look back at a session, from an entry or a time of its day on; Esc comes back."""
        try:
            replay = Replay.read(path)
        except StoreError as error:
            replay = refused(error)
        if isinstance(replay, Refusal):
            self.refuse(replay)
            return
        moment = moment_typed(replay, at) if at else 1
        if moment is None:
            self.give_up(wrong_moment(replay, self.voice.words, at))
            return
        replay.go_to_moment(moment)
        behind = self.context
        if behind is not None:
            self._behind = behind, self._shown
            replay.live = replay.live or not behind.read_only
        self.enter(replay).before_open = behind is not None
        first = "grid" if phase(replay.state) in ("during", "end") else "checklist"
        self.push_screen(self._shown[first])
        self._playing = self.set_interval(PLAY_SECONDS, self._play_on, pause=True)
        said = opening_words(replay, self.voice.words)
        if said:
            self.call_after_refresh(self._tell_there, replay, said)

    def _tell_there(self, replay: Replay, said: str) -> None:
        """Say something of a replay, where it is still in front."""
        if self._replay is replay:
            self.tell_front(said)

    def leave_replay(self, *, only_before: bool = False) -> bool:
        """Back to where one came from; whether this was a replay.

        With ``only_before`` one stays unless an open session stands behind the replay.
        """
        replay, behind = self._replay, self._behind
        if replay is None or (only_before and behind is None):
            return False
        if self._playing is not None:
            self._playing.stop()
        if behind is None:
            self.leave_session()
            return True
        replay.close()
        own = set(behind[1].values())
        self._behind, self.context = None, behind[0]
        self.drop_screens(lambda: self.screen in own)
        self._shown = behind[1]
        self._repaint()
        return True

    @property
    def _replay(self) -> Replay | None:
        return self.context.replay if self.context is not None else None

    def on_unmount(self) -> None:
        """Have the session behind left properly, as the handler of the class above does next."""
        if self._behind is not None:
            self.context = self._behind[0]

    # --- moving in it

    def _moved(self) -> None:
        """Show the new moment; what was said of another one goes."""
        front = self.session_screen
        if front is not None:
            front.forget_answer()
            front.show()

    def do_entry_after(self) -> None:
        """The next entry."""
        self._step(1)

    def do_entry_before(self) -> None:
        """The entry before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        replay = self._replay
        if replay is None:
            return
        if not 1 <= replay.place + by <= replay.count:
            text = self.voice.text
            self.tell_front(text("The first entry.") if by < 0 else text("The last entry."))
            return
        replay.go(replay.place + by)
        self._moved()

    def do_after_about(self) -> None:
        """The next entry about what is under the cursor."""
        self._step_about(1)

    def do_before_about(self) -> None:
        """The last entry about what is under the cursor."""
        self._step_about(-1)

    def _step_about(self, by: int) -> None:
        replay, text = self._replay, self.voice.text
        subject = self._subject()
        if replay is None:
            return
        if subject is None:
            self.tell_front(text("Put the cursor on a candidate, an incident or a step first."))
        elif replay.go_to_next_about(subject, by):
            self._moved()
        elif by > 0:
            self.tell_front(text("No later entry is about it."))
        else:
            self.tell_front(text("No earlier entry is about it."))

    def _subject(self) -> str | None:
        """The candidate, the incident or the step under the cursor."""
        front = self.session_screen
        if front is None or self.context is None:
            return None
        key, state = front.query_one(RowList).current or "", self.context.state
        step, _item = split_key(key)
        known = {*state.candidates, *state.incidents, *(one.id for one in state.rules.steps)}
        return step if step in known else None

    def do_go_to_entry(self) -> None:
        """Which entry, or which time."""
        replay = self._replay
        if replay is None:
            return
        text = self.voice.text

        def save(values: Values) -> str:
            typed = values["moment"]
            moment = moment_typed(replay, typed)
            if moment is None:
                return wrong_moment(replay, self.voice.words, typed)
            replay.go_to_moment(moment)
            return ""

        about = text("An entry from 1 to {count}, or a time: 10:42, 23/11 10:42.").format(
            count=replay.count
        )
        field = Field(name="moment", label=text("entry or time"), needed=True, hint="10:42")
        form = Form(
            self.front_voice, text("Go to"), [field], save, about=about, does=N_("go there")
        )
        self.push_screen(form, lambda done: self._moved() if done else None)

    # --- letting it play

    def do_play(self) -> None:
        """Let the day go on, or stand still."""
        replay = self._replay
        if replay is None or self._playing is None:
            return
        replay.play(on=not replay.playing)
        if replay.playing:
            self._playing.resume()
        else:
            self._playing.pause()
            if replay.place == replay.count:
                self.tell_front(self.voice.text("The last entry."))
        self._repaint()

    def do_speed(self) -> None:
        """The next speed."""
        if self._replay is not None:
            self._replay.next_speed()
            self._repaint()

    def _play_on(self) -> None:
        """Show how far the day went on meanwhile."""
        replay, front = self._replay, self.session_screen
        if replay is None or front is None or self._playing is None:
            return
        if isinstance(self.screen, Dialog):
            replay.play(on=True)  # what is asked stops the clock, as nobody looks at it
            return
        before, minute = replay.place, replay.now().replace(second=0, microsecond=0)
        replay.play_on()
        if not replay.playing:
            self._playing.pause()
        if (replay.place, replay.now().replace(second=0, microsecond=0)) == (before, minute):
            front.show_replay()
        elif replay.place != before:
            self._moved()
        else:
            front.show()
