"""Technical trouble during the tests (domain notes §7), each carried through by keys."""

import json
from pathlib import Path

import pytest

from pixtui.cli import main
from pixtui.domain.derive import alerts, open_room_interruptions
from pixtui.present.entering import entries, entry_lines
from pixtui.rules.rulebook import rulebook
from pixtui.wording.catalogue import words
from pixtui.wording.when import hour
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.situations import Case, acts_out, cases, pick, play, to_grid
from tests.pilot.test_evacuation import end_of
from tests.pilot.test_screens import sample
from tests.samples.make import at

PAPER = ("paper",)
PIX = ("finalisation",)
BOX = ("finalisation", "session_box")


def question(situation: str, code: str, who: str, typed: str) -> Case:
    """A problem on a question: live in the invigilator space, the clock held meanwhile."""
    return Case(
        situation=situation,
        who=who,
        typed=typed,
        values={"question": "12", "note": "vu"},
        code=code,
        goes_to=("live",),
        facts=("interrupt",),
        told=("traitez l'alerte tout de suite, avant toute reprise",),
    )


ONE_MACHINE = cases(
    Case(
        situation="browser_closed",
        who="aba",
        typed="fenêtre",
        values={"at": "9:58", "resumed": "10:01", "note": "mise à jour"},
        code="C8",
        goes_to=PIX,
        facts=("interrupt", "resume"),
    ),
    Case(
        situation="disconnected",
        who="alv",
        typed="déconnect",
        values={"note": "du compte"},
        code="C8",
        goes_to=PIX,
        facts=("interrupt",),
        told=("Vérifiez d'abord qu'aucune alerte n'est ouverte",),
    ),
    Case(
        situation="machine_frozen",
        who="buch",
        typed="écran noir",
        values={"at": "9:55", "resumed": "10:00", "blocking": "non", "note": "poste 04"},
        code="C7",
        goes_to=PIX,
        facts=("interrupt", "resume"),
    ),
    Case(
        situation="workstation_swap",
        who="caz",
        typed="changement de poste",
        values={"origin": "P05", "to": "P31", "note": "souris"},
        code="C7",
        goes_to=PIX,
        facts=("change_workstation", "interrupt"),
    ),
    Case(
        situation="claimed_not_seen",
        who="del",
        typed="non constaté",
        values={"witnesses": "M. Roy", "note": "rien vu"},
        goes_to=PAPER,
    ),
    Case(
        situation="signalled_late",
        who="etch",
        typed="trop tard",
        values={"note": "question 9, dit à la 14"},
        goes_to=PAPER,
    ),
    Case(situation="es_lost", typed="espace surv", values={"note": "2 min"}, goes_to=PAPER),
)
QUESTIONS = cases(
    question("image_problem", "E1", "fau", "image"),
    question("simulator_problem", "E2", "garc", "simul"),
    question("file_problem", "E3", "had", "fichier"),
    question("site_down", "E4", "jaf", "site à"),
    question("site_blocked", "E5", "kow", "site bloq"),
    question("timed_extra_time", "E8", "gue", "chrono"),
    question("software_problem", "E9", "ler", "logiciel"),
    question("focus_lost", "E10", "mart", "focus"),
    question("platform_skip", "E11", "mor", "question passée"),
    question("accessibility", "E12", "ngu", "inacc"),
)


async def test_one_machine(home: Path, subtests: pytest.Subtests) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        for case in ONE_MACHINE:
            with subtests.test(case.situation):
                await play(hands, case)
        with subtests.test("what they come to"):
            _machines_came_to(hands)


def _machines_came_to(hands: Operator) -> None:
    assert end_of(hands, "ABADIE") == "10:53", "the minutes lost are given back"
    assert hands.standing("ALVES") == "interrupted"
    assert end_of(hands, "BÜCHER") == "10:55"
    (move,) = hands.person("CAZENAVE").moves
    assert (move.origin, move.to) == ("P05", "P31")
    assert hands.person("CAZENAVE").workstation == "P31"
    assert hands.person("CAZENAVE").seat == "05", "the seat is not the workstation"
    causes = [one.cause for one in hands.state.interruptions[2:]]
    assert causes == ["disconnection", "disconnection", "machine", "workstation"]
    for name in ("DELORME", "ETCHEVERRY"):
        assert hands.standing(name) == "running", "what nobody saw stops no test"


async def test_problems_on_questions(home: Path, subtests: pytest.Subtests) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        for case in QUESTIONS:
            with subtests.test(case.situation):
                incident = await play(hands, case)
                assert alerts(hands.state, incident.candidate or "") == [incident]
        with subtests.test("no test goes on before its alert is closed"):
            await to_grid(hands)
            await hands.find("fau")
            await hands.press("6")
            assert hands.standing("FAURE") == "interrupted"
            assert "alerte" in hands.message
        told = [one.lines for one in entries(hands.state, words("fr"), rulebook())]
        assert not any(line.startswith("E") for lines in told for line in lines)


async def test_without_the_invigilator_space_a_question_waits_for_the_finalisation(
    home: Path,
) -> None:
    path = sample(home, "mid-exam")
    with_out = {"command": "edit_session", "mode": "without-es"}
    _apply(path, with_out)
    async with sitting(home, path, clock=WallClock("10:02")) as hands:
        await hands.until("sans ES")
        case = Case(
            situation="image_problem",
            who="fau",
            typed="image",
            values={"question": "3", "note": "vu"},
            code="E1",
            goes_to=PIX,
        )
        await play(hands, case)
        assert hands.standing("FAURE") == "running"


@acts_out("network_row")
async def test_one_row_loses_the_network(home: Path) -> None:
    clock = WallClock("10:02")
    async with sitting(home, sample(home, "mid-exam"), clock=clock) as hands:
        await hands.until("28 en cours")
        await hands.press("f5", "f5")
        for name in ("LEROY", "MARTIN", "MOREAU"):
            hands.rows.go_to(hands.person(name).id)
            await hands.press("space")
        await hands.press("f3")
        await hands.type("rangée")
        await hands.press("enter")
        assert "18, 19, 20" in hands.words_seen, "those marked"
        await hands.fill({"at": "10:00", "note": "prise de la rangée 3"})
        assert [hands.standing(x) for x in ("LEROY", "MARTIN", "MOREAU", "ROUSSEL")] == [
            "interrupted", "interrupted", "interrupted", "running",
        ]  # fmt: skip
        clock.move("10:12")
        await hands.press("exclamation_mark")
        await hands.confirm()
        assert [end_of(hands, x) for x in ("LEROY", "ROUSSEL")] == ["11:03", "10:51"]
        told = {x.candidate.last_name: x.lines for x in entries(*_said(hands))}
        assert any(line.startswith("C7") for line in told["LEROY"])
        assert told["ROUSSEL"] == ()


async def test_a_row_is_the_one_under_the_cursor_until_more_are_named(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await pick(hands, "network_row", "rangée", "ler")
        await hands.fill({"whom": ""})
        await hands.until("qui est interrompu")
        assert not open_room_interruptions(hands.state)
        await hands.fill({"whom": "18, Martin"})
        assert hands.standing("LEROY") == hands.standing("MARTIN") == "interrupted"
        assert hands.counted()["interrupted"] == 3


@acts_out("network_room", "power_cut", "platform_down")
@pytest.mark.parametrize(
    ("situation", "typed", "cause"),
    [
        ("network_room", "réseau toute la salle", "network"),
        ("power_cut", "courant", "power_cut"),
        ("platform_down", "plateforme en panne", "platform"),
    ],
)
async def test_the_whole_room_is_held_up(
    home: Path, situation: str, typed: str, cause: str
) -> None:
    clock = WallClock("10:02")
    async with sitting(home, sample(home, "mid-exam"), clock=clock) as hands:
        await hands.until("28 en cours")
        case = Case(
            situation=situation,
            typed=typed,
            values={"at": "10:00", "note": "dit par tous"},
            code="C7",
            goes_to=BOX,
            facts=("interrupt_room",),
        )
        await play(hands, case)
        (held,) = open_room_interruptions(hands.state)
        assert (held.cause, held.candidates) == (cause, None)
        assert hour(hands.state, held.span.began) == "10:00"
        assert hands.counted()["interrupted"] == 29
        clock.move("10:10")
        await hands.press("exclamation_mark")
        await hands.confirm()
        assert end_of(hands, "ABADIE") == "11:00"
        told = " ".join(
            text for text, _tone in entry_lines(hands.state, "boxes", *_said(hands)[1:], 80)
        )
        assert "dit par tous" in told, "the session's box tells Pix"


# --- codes that are refused


@pytest.mark.parametrize(
    ("name", "who", "typed", "values", "why"),
    [
        ("mid-exam", "diop", "E8", None, "E8 concerne les candidats à temps majoré"),
        ("mid-exam", "diop", "écran noir", {"blocking": "oui"}, "ne tient pas compte"),
        ("mid-exam", "diop", "mot de passe", {"blocking": "oui"}, "ne tient pas compte"),
        ("to-finalise", "diop", "image", {"question": "3"}, "E1 se traite en direct"),
    ],
)
async def test_a_wrong_code_is_refused_with_its_reason_and_nothing_is_written(
    home: Path, name: str, who: str, typed: str, values: dict[str, str] | None, why: str
) -> None:
    async with sitting(home, sample(home, name), clock=WallClock("11:32")) as hands:
        await to_grid(hands)
        entries_before = len(hands.state.history)
        await hands.find(who)
        await hands.press("f3")
        await hands.type(typed)
        await hands.press("enter")
        if values is not None:
            await hands.fill(values)
        await hands.until(why)
        assert len(hands.state.history) == entries_before


async def test_a_problem_that_blocked_is_written_down_under_its_own_code(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await pick(hands, "machine_frozen", "écran noir", "diop")
        await hands.fill({"at": "09:50", "blocking": "oui", "note": "logiciel fermé tout seul"})
        await hands.until("Qu'est-ce qui bloquait ?")
        await hands.press("enter")  # it did not, after all
        await hands.until("logiciel fermé tout seul")
        await hands.fill({"blocking": "oui"})
        await hands.until("Qu'est-ce qui bloquait ?")
        await hands.choose("E9")
        await hands.until("logiciel fermé tout seul")
        await hands.fill({"question": "12"})
        incident = list(hands.state.incidents.values())[-1]
        assert (incident.code, incident.question) == ("E9", 12)
        assert (hour(hands.state, incident.opened.at), incident.note) == (
            "09:50",
            "logiciel fermé tout seul",
        )


async def test_a_live_problem_seen_in_time_may_be_typed_in_after_the_end(home: Path) -> None:
    async with sitting(home, sample(home, "to-finalise"), clock=WallClock("11:32")) as hands:
        await pick(hands, "image_problem", "image", "diop")
        await hands.fill({"question": "3"})
        await hands.until("E1 se traite en direct")
        await hands.fill({"at": "10:15"})
        assert list(hands.state.incidents.values())[-1].code == "E1"


def test_a_code_that_pix_dropped_is_refused_in_words(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = _apply(sample(home, "mid-exam"), {"command": "log_incident", "code": "C5"})
    assert answer == 1
    told = json.loads(capsys.readouterr().out)
    assert told["refusal"] == "deprecated_code"
    assert "C5" in told["message"]


def _apply(path: Path, command: dict[str, object]) -> int:
    script = path.with_suffix(".jsonl")
    script.write_text(json.dumps(command) + "\n")
    with at("2026-11-30T10:02:00+01:00"):
        return main(["apply", str(path), str(script), "--by", "Mme Sarr"])


def _said(hands: Operator):  # type: ignore[no-untyped-def]  # what the pages after the seal are told
    return hands.state, words("fr"), rulebook()
