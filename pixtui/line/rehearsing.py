"""A rehearsal in line mode: choosing one, what happens in it, its debrief."""

from pathlib import Path

from pixtui.desk.desk import refused
from pixtui.desk.new_rehearsal import new_rehearsal
from pixtui.desk.rehearsing import Rehearsal
from pixtui.desk.stopped import stopped_rehearsals
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.line.here import Here
from pixtui.line.talk import Talk
from pixtui.present.head import next_title
from pixtui.present.rehearsal import Debriefing, taken_up
from pixtui.rules.problems import RulesError
from pixtui.rules.rulebook import Rulebook
from pixtui.rules.scenarios import read_scenario, scenario_names, scenario_path
from pixtui.store.errors import StoreError
from pixtui.wording.catalogue import N_
from pixtui.wording.labels import TELL
from pixtui.wording.rehearsals import WENT
from pixtui.wording.rules_problems import rules_sentence
from pixtui.wording.sentences import refusal_sentence


def choose_rehearsal(talk: Talk, book: Rulebook, by: str) -> Path | None:
    """Which scenario; the file of the rehearsal made of it, or of one left in the middle."""
    language, again = talk.words.language, stopped_rehearsals()
    listed = [(str(one.path), taken_up(one.scenario, one.at, talk.words)) for one in again]
    for name in scenario_names():
        try:
            scenario = read_scenario(scenario_path(name), book).scenario
        except RulesError as error:
            talk.say(rules_sentence(talk.words, error))
            continue
        title = scenario.texts(scenario.title, language)
        about = scenario.texts(scenario.about, language)
        listed.append((name, talk.text(TELL, what=title, how=about)))
    picked = talk.choose(talk.text(N_("Rehearse: which day?")), listed)
    if picked is None or picked in [str(one.path) for one in again]:
        return Path(picked) if picked else None
    try:
        made = new_rehearsal(read_scenario(scenario_path(picked), book), by, talk.words)
    except StoreError as error:
        made = refused(error)
    if isinstance(made, Refusal):
        talk.say(refusal_sentence(talk.words, made, State()))
        return None
    return made


def rehearsal(here: Here) -> None:
    """On to the next event, the clock, the debrief."""
    under_way = here.rehearsal
    if under_way is None:
        return
    listed = [
        ("next", here.text(N_("Go on to the next event"))),
        ("debrief", here.text(N_("Debrief so far"))),
        ("clock", here.text(N_("Stop the clock, or let it go on"))),
    ]
    picked = here.talk.choose(_debriefing(here, under_way).title(), listed)
    if picked == "next":
        went = under_way.go_on()
        if went != "told":
            following = next_title(here.state, here.words, here.book)
            here.talk.say(here.text(WENT[went], next=following))
    elif picked == "debrief":
        here.talk.lines(_debriefing(here, under_way).text())
    elif picked == "clock":
        stopped = under_way.pause()
        said = N_("The clock stands still.") if stopped else N_("The clock goes on.")
        here.talk.say(here.text(said))


def _debriefing(here: Here, under_way: Rehearsal) -> Debriefing:
    return Debriefing(
        scenario=under_way.scenario,
        debrief=under_way.debrief(),
        state=here.state,
        now=here.now(),
        words=here.words,
        book=here.book,
    )
