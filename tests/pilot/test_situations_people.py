"""What people do, and what befalls them (domain notes §7), each carried through by keys."""

from pathlib import Path

import pytest

from pixtui.domain.derive import flags
from pixtui.domain.session import Incident
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.situations import Case, acts_out, advice, cases, pick, play
from tests.pilot.test_evacuation import end_of
from tests.pilot.test_screens import sample

PAPER = ("paper",)
PIX = ("finalisation",)
FRAUD = ("finalisation", "fraud_form")


def suspected(situation: str, who: str, typed: str, note: str) -> Case:
    """A suspected fraud: facts, what was kept, who else saw it; never the test's clock."""
    return Case(
        situation=situation,
        who=who,
        typed=typed,
        values={
            "evidence": "note 1",
            "witnesses": "M. Roy",
            "decided_by": "Mme Diallo",
            "note": note,
        },
        code="C6",
        goes_to=FRAUD,
        told=("sans interrompre le test", "aucune conclusion", "PV de fraude"),
    )


SUSPECTED = cases(
    suspected("phone", "aba", "portable", "vu à 10:01"),
    suspected("copying", "alv", "recopie", "regarde le 03"),
    suspected("talking", "buch", "parle", "trois mots"),
    suspected("sharing", "caz", "partage", "papier"),
    suspected("ai_tool", "del", "chatgpt", "onglet vu"),
)
OTHERS = cases(
    Case(
        situation="disorder",
        typed="désordre",
        values={"witnesses": "M. Roy", "decided_by": "chef de centre", "note": "cris"},
        goes_to=PAPER,
        told=("La règle de votre centre n'est pas écrite ici (disorder) : demandez au référent.",),
    ),
    Case(
        situation="illness",
        who="diop",
        typed="malade",
        values={"at": "9:50", "resumed": "9:58"},
        code="C8",
        goes_to=PIX,
        facts=("interrupt", "resume"),
        told=("aucun diagnostic", "rien sur la santé"),
    ),
    Case(
        situation="abandonment",
        who="fau",
        typed="abandon",
        values={"note": "veut arrêter"},
        goes_to=PIX,
        facts=("finish", "give_reason"),
        reason=True,
        told=("Moins de 20 réponses : certification rejetée.",),
    ),
    Case(
        situation="early_leave",
        who="garc",
        typed="départ",
        values={"at": "9:55"},
        goes_to=PIX,
        facts=("finish", "give_reason"),
        reason=True,
        told=("Moins de 20 réponses : certification rejetée.",),
    ),
    Case(
        situation="technical_end",
        who="had",
        typed="fin technique",
        values={"note": "deux postes"},
        goes_to=PIX,
        facts=("finish", "give_reason"),
        reason=True,
        told=("jamais abandon", "certification annulée."),
    ),
    Case(
        situation="extra_time_wrong",
        who="jaf",
        typed="tiers temps",
        values={"extra_time": "33", "note": "dit par M. Roy"},
        code="C2",
        goes_to=PIX,
        facts=("edit_candidate",),
        told=("rien sur la raison",),
    ),
    Case(situation="other", who="kow", typed="autre chose", values={"note": "x"}, goes_to=PAPER),
)


async def test_a_suspected_fraud_never_stops_the_test(
    home: Path, subtests: pytest.Subtests
) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        for case in SUSPECTED:
            with subtests.test(case.situation):
                _is_only_suspected(hands, await play(hands, case))


def _is_only_suspected(hands: Operator, incident: Incident) -> None:
    one = hands.state.candidates[incident.candidate or ""]
    assert hands.standing(one.last_name) == "running"
    assert not any(held.concerns(one.id) for held in hands.state.interruptions)
    assert end_of(hands, one.last_name) == "10:50"


async def test_what_people_do(home: Path, subtests: pytest.Subtests) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        for case in OTHERS:
            with subtests.test(case.situation):
                await play(hands, case)
        with subtests.test("what they come to"):
            _came_to(hands)


def _came_to(hands: Operator) -> None:
    assert end_of(hands, "DIOP") == "10:50", "what is lost by illness is not given back of itself"
    ends = {"FAURE": "candidate", "GARCÍA": "candidate", "HADDAD": "technical"}
    for name, reason in ends.items():
        one = hands.person(name)
        assert hands.standing(name) == "stopped"
        assert one.reason is not None
        assert one.reason.outcome == reason
    assert end_of(hands, "JAFFRÉ") == "11:25"


@acts_out("temporary_exit")
async def test_out_of_the_room_and_back(home: Path) -> None:
    clock = WallClock("10:02")
    async with sitting(home, sample(home, "mid-exam"), clock=clock) as hands:
        await hands.until("28 en cours")
        case = Case(
            situation="temporary_exit",
            who="aba",
            typed="toilettes",
            values={"note": "avec M. Roy"},
            code="C8",
            goes_to=PIX,
            facts=("leave_room",),
            told=("Le test de Pix continue pendant ce temps.",),
        )
        await play(hands, case)
        assert "left_room" in flags(hands.state, hands.person("ABADIE"), hands.context.now())
        clock.move("10:07")
        await hands.press("enter")
        await hands.choose("De retour dans la salle")
        (away,) = hands.person("ABADIE").away
        assert away.ended == clock()
        assert hands.standing("ABADIE") == "running"
        assert end_of(hands, "ABADIE") == "10:50"
        more = Case(
            situation="temporary_exit",
            who="alv",
            typed="toilettes",
            values={"at": "9:50", "returned": "9:56"},
            code="C8",
            goes_to=PIX,
            facts=("leave_room", "return_to_room"),
        )
        await play(hands, more)
        assert not hands.person("ALVES").out_of_room


@acts_out("evacuation")
async def test_an_alarm_picked_from_the_list_is_the_alarm_key(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await pick(hands, "evacuation", "incendie")
        await hands.until("ALARME")
        await hands.press("enter")
        await hands.until("Appel dehors")
        incident = list(hands.state.incidents.values())[-1]
        assert (incident.situation, incident.code) == ("evacuation", "C7")
        assert [fact.act.NAME for fact in hands.state.history[-1].act.facts] == ["interrupt_room"]  # type: ignore[union-attr]  # the incident's
        assert hands.counted()["interrupted"] == 29


@acts_out("relief")
async def test_a_relief_picked_from_the_list_hands_the_keyboard_over(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await pick(hands, "relief", "relève")
        await hands.fill({"to": "M. Roy", "brief": "DIOP attend"})
        await hands.until("Relais à M. Roy")
        await hands.press("enter")
        await hands.until(lambda: "M. Roy" in hands.lines[0])
        (relief,) = hands.state.reliefs
        assert (relief.by, relief.to, relief.brief) == ("Mme Sarr", "M. Roy", "DIOP attend")


async def test_a_centres_own_rule_stands_where_no_known_rule_settles_it(home: Path) -> None:
    own = home / "config" / "rules.toml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(
        '[[situation]]\nid = "disorder"\n'
        'rule = { fr = "Appeler M. Roy au 4512.", en = "Call M. Roy on 4512." }\n'
    )
    from pixtui.rules.rulebook import rulebook

    rulebook.cache_clear()
    try:
        async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
            await hands.until("28 en cours")
            await pick(hands, "disorder", "désordre")
            await hands.until("heure du fait")
            assert "Règle de votre centre : Appeler M. Roy au 4512." in advice(hands)
    finally:
        rulebook.cache_clear()
