"""The operating procedure: every line of it has its step or item, in the order of the day."""

from typing import get_args

import pytest

from pixtui.domain.rules import Mode, StepPhase
from pixtui.rules.rulebook import load

MODES: tuple[Mode, ...] = get_args(Mode)
BOTH = MODES
ES: tuple[Mode, ...] = ("with-es",)
NO_ES: tuple[Mode, ...] = ("without-es",)

LINES: tuple[tuple[str, tuple[Mode, ...], str, str | None, str], ...] = (
    # prerequisite
    ("a course of Pix Orga was followed", BOTH, "certifiability", None, "parcours"),
    ("level 1 in 5 competences", BOTH, "certifiability", None, "niveau 1 dans au moins 5"),
    # before
    ("a convocation for each pupil by name", BOTH, "convocations", None, "par élève"),
    ("pupils are certifiable, by the campaign", BOTH, "certifiability", None, "campagne"),
    ("the conditions are told, a 2-minute video", BOTH, "conditions", "video", "2 minutes"),
    ("sign in to Pix Certif", BOTH, "pix_session", "signed_in", "Connectez-vous à Pix Certif"),
    ("create the session with the user guide", BOTH, "pix_session", "created", "guide"),
    ("add the pupils who take part", BOTH, "candidates", None, "Inscrivez"),
    ("print the attendance sheet", BOTH, "attendance_sheet", None, "Imprimez"),
    ("print the incident report", BOTH, "incident_report", "incident_blank", "Imprimez"),
    ("check the room against the checklist", BOTH, "room", None, "Vérifiez la salle"),
    ("make a convocation grid", BOTH, "convocation_grid", None, "grille de convocation"),
    ("its sign-off sheet", BOTH, "convocation_grid", None, "feuille de décharge"),
    # during
    ("the attendance sheet at hand", BOTH, "papers", "attendance_sheet", "documents"),
    ("the blank incident report at hand", BOTH, "papers", "incident_report", "documents"),
    ("the access code at hand", BOTH, "codes", None, "4 majuscules et 2 chiffres"),
    ("read the instructions", BOTH, "instructions", None, "Lisez les consignes"),
    ("the code at the launch, all being ready", BOTH, "access_code", None, "tous sont prêts"),
    ("what else the launch waits for is not known", BOTH, "access_code", None, "votre centre"),
    ("project or hand out the notice", BOTH, "notice", "notice", "Projetez ou distribuez"),
    ("… and the session number", BOTH, "notice", "number", "numéro de session"),
    ("Finaliser at the bottom of the window", NO_ES, "supervise", None, "en bas de la fenêtre"),
    ("tick Fin de test for who has finished", NO_ES, "supervise", "fin_de_test", "Fin de test"),
    ("attitude: abandonment", BOTH, "supervise", None, "Abandon"),
    ("attitude: fraud", BOTH, "supervise", None, "uspicion de fraude"),
    ("attitude: problem on a question", BOTH, "supervise", None, "technique sur une question"),
    ("attitude: disconnection", BOTH, "supervise", None, "éconnexion"),
    ("attitude: browser closed", BOTH, "supervise", None, "navigateur fermé"),
    ("attitude: error in a pupil's details", BOTH, "supervise", None, "nom ou le prénom"),
    # at the end
    ("see each end-of-test page", BOTH, "end_screens", None, "page de fin de test"),
    ("invite to sign out", BOTH, "sign_out", None, "se déconnecter"),
    ("tick Écran de fin de test vu", NO_ES, "end_screens", None, "Écran de fin de test vu"),
    ("the end screen is one's own observation", ES, "end_screens", None, "propre constat"),
    # on the day
    ("sign in to Pix Certif on the day", BOTH, "pix_sign_in", None, "Connectez-vous"),
    ("each types names exactly as on the sheet", BOTH, "name_entry", None, "exactement comme"),
    # finalise
    ("open the Finaliser tab", BOTH, "reports", None, "« Finaliser »"),
    ("step 1: the end screen of each", NO_ES, "reports", None, "Écran de fin de test vu"),
    ("step 1: a report where there is one", NO_ES, "reports", None, "un signalement"),
    ("reports of each candidate", ES, "reports", None, "signalements C de chaque candidat"),
    ("an unfinished test has its reason", ES, "reports", None, "test non terminé"),
    ("two optional boxes", ES, "extra_information", None, "facultatives"),
    ("step 2 is optional", NO_ES, "step_2", None, "facultative"),
    ("step 3 is optional", NO_ES, "step_3", None, "facultative"),
    ("press Finaliser", BOTH, "finalise", None, "appuyez sur « Finaliser »"),
)
"""Each line of the procedure in our words; where it is found, and words of the text there."""

ORDER: dict[Mode, tuple[str, ...]] = {
    "with-es": (
        *("convocations", "certifiability", "conditions", "pix_session", "candidates"),
        *("attendance_sheet", "incident_report", "room", "convocation_grid"),
        *("pix_sign_in", "papers", "codes", "instructions", "identity", "signatures"),
        *("notice", "name_entry", "access_code", "supervise"),
        *("end_screens", "sign_out", "reports", "extra_information", "finalise"),
    ),
    "without-es": (
        *("convocations", "certifiability", "conditions", "pix_session", "candidates"),
        *("attendance_sheet", "incident_report", "room", "convocation_grid"),
        *("pix_sign_in", "papers", "codes", "instructions", "identity", "signatures"),
        *("notice", "name_entry", "access_code", "supervise"),
        *("end_screens", "sign_out", "reports", "step_2", "step_3", "finalise"),
    ),
}


@pytest.mark.parametrize(("line", "modes", "step", "item", "said"), LINES)
def test_every_line_of_the_procedure_has_its_place(
    line: str, modes: tuple[Mode, ...], step: str, item: str | None, said: str
) -> None:
    book = load()
    for mode in modes:
        rule = book.rules.step(step, mode)
        assert rule is not None, line
        assert item is None or item in rule.items, line
        assert said in book.step_text(step, mode, "fr"), line


@pytest.mark.parametrize("mode", MODES)
def test_steps_stand_in_the_order_of_the_day(mode: Mode) -> None:
    steps = load().rules.steps_for(mode)
    assert tuple(step.id for step in steps) == ORDER[mode]
    phases = [get_args(StepPhase).index(step.phase) for step in steps]
    assert phases == sorted(phases)


def test_a_step_belongs_to_both_modes_or_stands_once_in_each() -> None:
    steps = load().rules.steps
    for mode in MODES:
        ids = [step.id for step in steps if step.mode in (None, mode)]
        assert len(ids) == len(set(ids))


def test_only_what_the_procedure_calls_optional_is_optional() -> None:
    optional = {step.id for step in load().rules.steps if step.optional}
    assert optional == {"extra_information", "step_2", "step_3"}


def test_a_step_is_proved_by_its_items_or_by_facts_never_by_both() -> None:
    assert not [step.id for step in load().rules.steps if step.items and step.evidence]


def test_fin_de_test_is_ticked_only_where_there_is_no_invigilator_space() -> None:
    rules = load().rules
    without, with_es = rules.step("supervise", "without-es"), rules.step("supervise", "with-es")
    assert without is not None
    assert without.items == ("fin_de_test",)
    assert with_es is not None
    assert with_es.items == ()
    assert with_es.evidence == "tests_ended"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("mode", MODES)
def test_every_step_and_item_is_told_in_both_languages(mode: Mode, language: str) -> None:
    book = load()
    evidence = "Preuve :" if language == "fr" else "Evidence:"
    for step in book.rules.steps_for(mode):
        assert book.step_title(step.id, mode, language) != step.id
        assert evidence in book.step_text(step.id, mode, language), step.id
        for item in step.items:
            assert book.item_title(step.id, item, mode, language) != item
        for link in book.links(step.id, mode, language):
            assert link.label
            assert link.url.startswith("https://")


def test_the_room_checklist_is_ours_and_says_so() -> None:
    book = load()
    for step in book.rules.steps_for("with-es"):
        ours = [book.item_is_ours(step.id, item, "with-es") for item in step.items]
        assert all(ours) if step.id == "room" else not any(ours)


def test_the_papers_of_the_day_count_the_fraud_statement() -> None:
    book = load()
    assert "fraud-statement-blank" in book.papers("papers", "with-es")
    assert "attendance-sheet" in book.papers("attendance_sheet", "with-es")


def test_an_unknown_step_is_called_by_its_id() -> None:
    book = load()
    assert book.step_title("weather", "with-es", "fr") == "weather"
    assert book.item_title("room", "weather", "with-es", "fr") == "weather"
    assert book.step_text("weather", "with-es", "fr") == ""
