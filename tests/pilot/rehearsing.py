"""Rehearsals played by keys alone: by someone who does all that is asked, and by a careless one."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from attrs import define

from pixtui.desk.new_rehearsal import new_rehearsal
from pixtui.desk.rehearsing import Rehearsal
from pixtui.domain.outcome import Refusal
from pixtui.present.rehearsal import Debriefing
from pixtui.rules.rulebook import rulebook
from pixtui.rules.scenarios import read_scenario, scenario_path
from pixtui.tui.dialogs.form import Form
from pixtui.wording.catalogue import words
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.situations import pick, to_grid

WALL = "10:00"
"""A clock on the wall that stands still: only the keys move the day on."""


@asynccontextmanager
async def rehearsing(
    home: Path, scenario: str, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Operator]:
    """Someone sits down at a new rehearsal."""
    clock = WallClock(WALL)
    written = read_scenario(scenario_path(scenario), rulebook())
    made = new_rehearsal(written, "Mme Sarr", words("fr"), wall=clock)
    assert not isinstance(made, Refusal), made
    async with sitting(home, made, clock=clock, size=size) as hands:
        yield hands


def rehearsal_of(hands: Operator) -> Rehearsal:
    """The rehearsal in front."""
    found = hands.context.rehearsal
    assert found is not None
    return found


def debriefing(hands: Operator) -> Debriefing:
    """What was made of it."""
    return Debriefing(
        scenario=rehearsal_of(hands).scenario,
        debrief=rehearsal_of(hands).debrief(),
        state=hands.state,
        now=hands.context.now(),
        words=words("fr"),
        book=rulebook(),
    )


async def to_the_end(hands: Operator, act: Callable[[str], Awaitable[None]]) -> None:
    """Act on each event told, read it, have the next one happen, until none is left."""
    rehearsal = rehearsal_of(hands)
    while True:
        while rehearsal.unread:
            event = rehearsal.unread[0]
            await act(event.id)
            await to_list(hands)
            await hands.press("right_parenthesis")
        if not rehearsal.left():
            break
        told = len(rehearsal.told)
        await hands.press("greater_than_sign")
        assert len(rehearsal.told) > told, f"nothing happens:\n{hands.seen}"
    await hands.press("greater_than_sign")
    assert "le bilan est complet" in hands.message


async def to_list(hands: Operator) -> None:
    """Away from whatever is asked."""
    await to_grid(hands)


FORMS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "absent": ("absent", {}),
    "other_room": ("autre salle", {"note": "en B206"}),
    "no_identity": ("sans pièce", {"decided_by": "M. Roy", "turned_away": "oui", "note": "non"}),
    "identity_doubt": ("doute", {"note": "photo"}),
    "details_wrong": ("nom ou date", {"note": "un s"}),
    "refused_entry": ("refusé à l'entrée", {"note": "date"}),
    "wrong_account": ("mauvais compte", {"note": "frère"}),
    "forgotten_password": ("mot de passe", {"note": "4 min"}),
    "not_certifiable": (
        "non certifiable",
        {"decided_by": "M. Roy", "turned_away": "oui", "note": "4"},
    ),
    "wrong_code": ("code refusé", {"note": "un Q"}),
    "presence_missing": ("présence expirée", {}),
    "code_too_early": ("code trop tôt", {"note": "personne"}),
    "companion_missing": ("companion", {"note": "3 min"}),
    "late_arrival": ("retard", {"note": "le car"}),
    "too_few_machines": ("pas assez de postes", {"decided_by": "M. Roy", "note": "un"}),
    "printer_down": ("imprimante", {"note": "à la main"}),
    "not_signed": ("pas signé", {"wrong_line": "oui", "note": "ligne 3"}),
    "browser_closed": ("fenêtre", {"note": "x"}),
    "disconnected": ("déconnect", {"note": "x"}),
    "machine_frozen": ("écran noir", {"note": "x"}),
    "workstation_swap": ("changement de poste", {"to": "P31", "note": "x"}),
    "image_problem": ("image", {"question": "5"}),
    "simulator_problem": ("simul", {"question": "6"}),
    "file_problem": ("fichier", {"question": "8"}),
    "site_down": ("site à", {"question": "9"}),
    "site_blocked": ("site bloq", {"question": "11"}),
    "timed_extra_time": ("chrono", {"question": "12"}),
    "software_problem": ("logiciel", {"question": "14"}),
    "focus_lost": ("focus", {"question": "15"}),
    "platform_skip": ("question passée", {"question": "17"}),
    "accessibility": ("inacc", {"question": "18"}),
    "claimed_not_seen": ("non constaté", {"witnesses": "M. Roy", "note": "rien"}),
    "signalled_late": ("trop tard", {"note": "la 9"}),
    "network_row": ("rangée", {"whom": "05, 06", "note": "x"}),
    "network_room": ("réseau toute la salle", {"note": "x"}),
    "power_cut": ("courant", {"note": "x"}),
    "platform_down": ("plateforme en panne", {"note": "x"}),
    "es_lost": ("espace surv", {"note": "x"}),
    "phone": ("portable", {"witnesses": "M. Roy", "note": "x"}),
    "copying": ("recopie", {"witnesses": "M. Roy", "note": "x"}),
    "talking": ("parle", {"witnesses": "M. Roy", "note": "x"}),
    "sharing": ("partage", {"witnesses": "M. Roy", "note": "x"}),
    "ai_tool": ("chatgpt", {"witnesses": "M. Roy", "note": "x"}),
    "disorder": ("désordre", {"decided_by": "chef", "note": "x"}),
    "temporary_exit": ("toilettes", {"note": "x"}),
    "illness": ("malade", {}),
    "abandonment": ("abandon", {"note": "x"}),
    "early_leave": ("départ", {"note": "x"}),
    "technical_end": ("fin technique", {"note": "x"}),
    "extra_time_wrong": ("tiers temps", {"extra_time": "33"}),
    "other": ("autre chose", {"note": "x"}),
    "left_unseen": ("parti avant", {"note": "x"}),
    "time_owed": ("temps est encore dû", {"note": "x"}),
    "not_signed_out": ("pas déconnecté", {"signed_out": "oui", "note": "x"}),
}
"""By situation: what is typed of what is seen, and what its form gets."""
REASONED = ("abandonment", "early_leave", "technical_end")
"""The situations that ask first why the test was not finished."""


@define
class Careful:
    """Someone who does what the procedure asks, event by event."""

    hands: Operator

    async def __call__(self, event: str) -> None:
        """Do what this event asks for."""
        own = getattr(self, f"on_{event}", None)
        if own is not None:
            await own()
            return
        found = rehearsal_of(self.hands).scenario.event(event)
        assert found is not None
        if found.situation is not None:
            await self.write(found.situation, self.seat(event))

    def seat(self, event: str) -> str:
        """Whom the event is about, by what is expected of them first."""
        found = rehearsal_of(self.hands).scenario.event(event)
        assert found is not None
        facts = [fact for one in found.expects for fact in one.facts]
        return next((fact.candidate for fact in facts if fact.candidate), "")

    def name(self, seat: str) -> str:
        """What finds them in the grid."""
        pupils = rehearsal_of(self.hands).scenario.pupils
        return next(one.last_name for one in pupils if one.seat == seat)

    async def on(self, seat: str) -> None:
        """The cursor on whoever sits there, in the grid."""
        await to_grid(self.hands)
        self.hands.rows.go_to(rehearsal_of(self.hands).scenario.candidate(seat))

    async def write(self, situation: str, seat: str = "") -> None:
        """Write it down by what is seen."""
        hands, (typed, values) = self.hands, FORMS[situation]
        await to_grid(hands)
        if seat:
            await self.on(seat)
        await pick(hands, situation, typed)
        if situation in REASONED:
            await hands.until("Pourquoi le test n'est-il pas fini ?")
            await hands.press("enter")
        await hands.until(lambda: isinstance(hands.console.screen, Form))
        if situation == "refused_entry":
            await hands.press("escape")
            await hands.until("ce qui s'est passé")
        await hands.fill(values)
        assert not isinstance(hands.console.screen, Form), hands.seen

    async def all(self, key: str, but: str = "") -> None:
        """One key for everyone it is due to."""
        hands = self.hands
        await to_grid(hands)
        await hands.press("asterisk")
        if but:
            await self.on_marked(but)
        await hands.press(key, "enter")
        await to_grid(hands)

    async def on_marked(self, seat: str) -> None:
        """Take the mark off whoever sits there."""
        self.hands.rows.go_to(rehearsal_of(self.hands).scenario.candidate(seat))
        await self.hands.press("space")

    # --- the frame of the day

    async def on_door(self) -> None:
        await self.hands.press("f6", "1", "enter")  # the instructions are read

    async def launch(self, late: str = "") -> None:
        """From identities to starts."""
        for key in ("1", "2"):
            await self.all(key)
        await self.hands.press("f6", "1", "enter", "enter", "enter")
        for key in ("3", "4"):
            await self.all(key)
        await self.hands.press("f4")
        await self.hands.choose("Donner maintenant")
        await self.all("5", but=late)

    async def on_over(self) -> None:
        scenario = rehearsal_of(self.hands).scenario.id
        await self.all("7")
        await self.all("8", but="05" if scenario == "endings" else "")
        await self.all("9", but="02" if scenario == "first-day" else "")

    async def on_seal(self) -> None:
        hands = self.hands
        await hands.press("f7")
        while any(one.closed is None for one in hands.state.incidents.values()):
            await hands.press("home", "f5")
            await hands.fill({"outcome": "x"})
        await hands.press("f6")
        if not hands.state.has_incident:
            hands.rows.go_to("extra_information")
            await hands.press("enter")
            hands.rows.go_to("has_incident")
            await hands.press("enter", "escape")
        hands.rows.go_to("reports")
        await hands.press("enter", "f8")
        if rehearsal_of(hands).scenario.id == "endings":
            await hands.go_down_to("CAZENAVE")
            await hands.press("f5")
            await hands.fill({"reason": "parti"})
        await hands.press("f12")
        await hands.confirm(2)
        await hands.until(lambda: hands.state.sealed is not None)
        await hands.press("f12")
        await hands.choose("Finaliser")
        await hands.confirm()
        await hands.until(lambda: hands.state.pix_finalised is not None)

    # --- who and what asks for more than one form

    async def on_empty_seat(self) -> None:
        await self.on("04")
        await self.hands.press("0")
        await self.launch()

    async def on_late(self) -> None:
        await self.write("late_arrival", "04")
        await self.on("04")
        await self.hands.press("1", "2", "3", "4", "5")

    async def on_exit_back(self) -> None:
        await self.on("06")
        await self.hands.press("enter")
        await self.hands.choose("De retour dans la salle")

    async def on_unknown(self) -> None:
        hands = self.hands
        await pick(hands, "not_on_list", "pas sur la liste")
        await hands.press("enter")
        await hands.fill({"last_name": "DUPUIS", "first_name": "Ana", "seat": "31"})
        await hands.until("Pas sur la liste · DUPUIS Ana")
        await hands.fill({"note": "par M. Roy"})
        hands.rows.go_to(hands.person("DUPUIS").id)
        await hands.press("dollar_sign")

    async def on_doubt_lifted(self) -> None:
        await self.on("05")
        await self.hands.press("1")

    async def on_machines_short(self) -> None:
        await self.write("too_few_machines")
        await self.launch()

    async def on_overheard(self) -> None:
        await self.write("code_too_early")
        await self.launch(late="08")

    async def on_expired(self) -> None:
        await self.write("presence_missing", "08")
        await self.on("08")
        await self.hands.press("5")

    async def on_lost_code(self) -> None:
        hands = self.hands
        await hands.press("f4")
        await hands.choose("Saisir à nouveau")
        await hands.fill({"access_code": "MKPT43"})
        await self.write("wrong_code")
        await self.launch()

    async def held(self, situation: str, seat: str) -> None:
        """Written down, then the test goes on."""
        await self.write(situation, seat)
        await self.on(seat)
        await self.hands.press("6")

    async def on_window(self) -> None:
        await self.held("browser_closed", "01")

    async def on_logged_out(self) -> None:
        await self.held("disconnected", "02")

    async def on_black(self) -> None:
        await self.held("machine_frozen", "04")

    async def on_swap(self) -> None:
        await self.held("workstation_swap", "05")

    async def on_better(self) -> None:
        await self.on("05")
        await self.hands.press("6")

    async def question(self, event: str) -> None:
        """The alert dealt with before the test goes on."""
        hands, seat = self.hands, self.seat(event)
        found = rehearsal_of(hands).scenario.event(event)
        assert found is not None
        await self.write(found.situation or "", seat)
        await hands.press("f7", "home", "f5")
        await hands.fill({"outcome": "x"})
        await self.on(seat)
        await hands.press("6")

    async def back(self) -> None:
        """The room goes on."""
        await self.hands.press("exclamation_mark")
        await self.hands.confirm()

    async def on_leaves(self) -> None:
        await self.write("early_leave", "02")
        await self.on("02")
        await self.hands.press("8")

    async def on_most_done(self) -> None:
        for seat in ("01", "05", "06"):
            await self.on(seat)
            await self.hands.press("7")

    async def on_remembered(self) -> None:
        await self.hands.press("f3")
        await self.hands.fill({"note": "x"})

    async def on_alarm(self) -> None:
        await self.hands.press("ctrl+e", "enter")
        await self.hands.until("Appel dehors")
        await self.hands.press(*["1"] * len(self.hands.rows.rows))

    async def on_alarm_over(self) -> None:
        await to_grid(self.hands)
        await self.hands.press("ctrl+e")
        await self.hands.until("Appel")
        await self.hands.press("f5", *["1"] * len(self.hands.rows.rows))
        await self.back()

    async def on_relief(self) -> None:
        await pick(self.hands, "relief", "relève")
        await self.hands.fill({"to": "M. Roy", "brief": "x"})
        await self.hands.until("Relais à M. Roy")
        await self.hands.press("enter")


for _event in ("image", "simulator", "file", "site", "blocked", "timed", "software", "focus",
               "skipped", "access"):  # fmt: skip

    async def _question(self: Careful, event: str = _event) -> None:
        await self.question(event)

    setattr(Careful, f"on_{_event}", _question)

for _event in ("row_back", "cut_back", "dark_back", "pix_down_back"):
    setattr(Careful, f"on_{_event}", Careful.back)


@define
class Careless:
    """Someone who gives the code at once, has the tests begin, and sees to nothing."""

    hands: Operator

    async def __call__(self, event: str) -> None:
        """Do what keeps the day going, and no more."""
        if event != "door":
            return
        hands = self.hands
        await hands.press("f4")
        await hands.choose("Donner maintenant")
        await hands.fill({"override": "x"})
        await to_grid(hands)
        for key in ("3", "5"):
            await hands.press("asterisk", key, "enter")
