"""A rehearsal in the console: choosing one, what happens in it, its clock, its debrief."""

from pathlib import Path

from pixtui.clock import system_clock
from pixtui.desk.desk import refused
from pixtui.desk.new_rehearsal import new_rehearsal
from pixtui.desk.rehearsing import Rehearsal
from pixtui.desk.stopped import stopped_rehearsals
from pixtui.domain.outcome import Refusal
from pixtui.domain.rehearsal.pace import DEFAULT_SPEED
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.present.head import next_title
from pixtui.present.rehearsal import taken_up
from pixtui.rules.problems import RulesError
from pixtui.rules.scenarios import read_scenario, scenario_names, scenario_path
from pixtui.store.errors import StoreError
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.screens.sessions import SessionsScreen
from pixtui.tui.visiting import Visiting
from pixtui.wording.catalogue import N_
from pixtui.wording.rehearsals import WENT
from pixtui.wording.rules_problems import rules_sentence
from pixtui.wording.sentences import refusal_sentence


class Rehearsing(Visiting):
    """A console in which sessions can be rehearsed."""

    speed = DEFAULT_SPEED
    """Minutes of a rehearsal to one of the machine, while nothing happens."""

    # --- choosing one

    def do_rehearse(self) -> None:
        """Which scenario, each with what it is about; first those left in the middle."""
        language, told, listed = self.voice.words.language, dict[str, str](), []
        again = {str(one.path): one for one in stopped_rehearsals()}
        for key, one in again.items():
            listed.append((key, taken_up(one.scenario, one.at, self.voice.words)))
            told[key] = one.path.stem
        for name in scenario_names():
            try:
                scenario = read_scenario(scenario_path(name), self.rulebook).scenario
            except RulesError as error:
                listed.append((name, f"{visible(name)} ({self.voice.text(N_('cannot be used'))})"))
                told[name] = rules_sentence(self.voice.words, error)
                continue
            listed.append((name, scenario.texts(scenario.title, language)))
            told[name] = scenario.texts(scenario.about, language)

        def chosen(name: str | None) -> None:
            if name in again:
                self.open_session(again[name].path)
            elif name is not None:
                self.begin_rehearsal(scenario_path(name))

        title = self.voice.text(N_("Rehearse: which day?"))
        asked = Choice(self.voice, title, listed, told=told, topic="scope-rehearsal")
        self.push_screen(asked, chosen)

    def begin_rehearsal(self, path: Path) -> None:
        """Make a rehearsal of that scenario and open it."""
        wall = self._clock or system_clock
        try:
            written = read_scenario(path, self.rulebook)
            made = new_rehearsal(written, self.by or "?", self.voice.words, self.speed, wall)
        except RulesError as error:
            self._say_on_list(rules_sentence(self.voice.words, error))
            return
        except StoreError as error:
            made = refused(error)
        if isinstance(made, Refusal):
            self._say_on_list(refusal_sentence(self.voice.words, made, State()))
        else:
            self.open_session(made)

    def _say_on_list(self, said: str) -> None:
        if isinstance(self.screen, SessionsScreen):
            self.screen.say(said, "refused")

    # --- one under way

    @property
    def rehearsal(self) -> Rehearsal | None:
        """The rehearsal in front, where it is one."""
        return self.context.rehearsal if self.context is not None else None

    def _happen(self) -> None:
        """Let happen what is due, and show it."""
        if self.rehearsal is not None and self.rehearsal.look():
            self._repaint()

    def _tick(self) -> None:
        self._happen()
        super()._tick()

    def _came(self) -> None:
        super()._came()
        self._happen()

    def do_read_told(self) -> None:
        """What was told first has been read."""
        if self.rehearsal is None:
            return
        if self.rehearsal.read() is None:
            self.tell_front(self.voice.text(N_("All that happened was read.")), "")
        self._repaint()

    def do_go_on(self) -> None:
        """On to the next thing that happens, at once."""
        context, rehearsal = self.context, self.rehearsal
        if context is None or rehearsal is None:
            return
        went = rehearsal.go_on()
        self._repaint()
        if went == "told":
            self.tell_front("", "")
            return
        following = next_title(context.state, context.words, context.rulebook)
        self.tell_front(context.text(WENT[went], next=following), "")

    def do_pause(self) -> None:
        """The clock stands still, or goes on."""
        if self.rehearsal is None:
            return
        key = self.voice.key("pause")
        if self.rehearsal.pause():
            said = self.voice.text(N_("The clock stands still; {key} lets it go on."), key=key)
        else:
            said = self.voice.text(N_("The clock goes on."))
        self.tell_front(said, "")
        self._repaint()

    def do_debrief(self) -> None:
        """What was made of it so far."""
        self.show_screen("debrief")
