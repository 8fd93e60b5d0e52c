"""Every situation of domain notes §7 shows on the papers it should, in its own words."""

import re

import pytest

from pixtui.domain import commands as c
from tests.documents.reading import Paper, a_day, paper, printed
from tests.documents.sessions import BOOK, LONG_NOTE, lived, matter

SITUATIONS = tuple(BOOK.situations())
PRIVATE = {"extra_time_wrong", "timed_extra_time"}


def has_words_of(sheet: Paper, situation: str) -> bool:
    """Whether all that was written down of it stands there, over as many pages as it takes."""
    lines = LONG_NOTE.split("\n") if situation == "other" else [f"note {situation}"]
    return all(sheet.says(one) for one in lines)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_incident_report_has_each(language: str) -> None:
    sheet = printed("incident-report", language=language)  # type: ignore[arg-type]  # a parameter of the test
    for situation in SITUATIONS:
        private = situation in PRIVATE
        assert has_words_of(sheet, situation) != private, situation
        title = BOOK.situation_title(situation, language)
        assert sheet.says(title) != private, situation
        assert sheet.says(f"traité {situation}") != private, situation


def test_the_session_report_has_all() -> None:
    sheet = printed("session-report")
    for situation in SITUATIONS:
        assert has_words_of(sheet, situation), situation
        assert sheet.says(BOOK.situation_title(situation, "fr")), situation


def test_a_fraud_statement_has_its_own_facts_and_nobody_elses() -> None:
    day = a_day()
    people = day.state.candidates
    for incident in day.state.incidents.values():
        if incident.code != "C6":
            continue
        sheet = paper("fraud-statement", matter(day), incident.id)
        assert incident.candidate
        accused = people[incident.candidate]
        for told in (incident.note, incident.witnesses, incident.evidence, incident.decided_by):
            assert sheet.says(told)
        assert sheet.says(f"{accused.last_name} {accused.first_name}")
        assert not any(sheet.says(one.last_name) for one in people.values() if one is not accused)
        assert sheet.says("refuse de signer")


def test_a_code_c6_is_what_makes_a_fraud_statement() -> None:
    day = a_day()
    for incident in day.state.incidents.values():
        table = BOOK.situation_tables.get(incident.situation or "", {})
        assert (incident.code == "C6") == ("evidence" in table.get("goes_with", []))


def test_the_facts_of_the_report_have_both_times_and_who_wrote_them() -> None:
    day = a_day()
    sheet = printed("incident-report")
    for incident in day.state.incidents.values():
        entered = next(one for one in day.state.history if one.seq == incident.opened.seq)
        at = entered.recorded.strftime("%H:%M")
        assert sheet.says(f"Noté par Mme Sarr, à {at}. ({incident.id})")


def test_a_late_entry_has_the_time_of_the_fact_and_that_of_the_entry() -> None:
    day = lived(3)
    made = day.do("9:30", c.LogIncident(code="C7", candidate="c1", note="tard"), now="11:20").made
    sheet = paper("incident-report", matter(day))
    assert sheet.says(f"à 11:20. ({made})")
    assert any(one.startswith("09:30 · C7 · Nom") for one in sheet.outline)


def test_the_interruptions_stand_with_their_minutes() -> None:
    for name in ("incident-report", "session-report"):
        sheet: Paper = printed(name)
        assert "10:00 10:12 12 alarme" in sheet.words
        assert "09:31 09:38 7" in sheet.words


def test_the_open_ones_stand_on_the_fallback() -> None:
    sheet = printed("fallback", open_=True)
    assert sheet.says("Encore ouvert")
    assert sheet.says("écran noir")
    assert not printed("fallback").says("Encore ouvert")


def test_what_the_session_report_must_tell() -> None:
    day = a_day(sealed=True)
    sheet = printed("session-report", sealed=True)
    for told in ("30 candidats", "P1 → P9", "09:40", "09:46", "un sac oublié", "raison dite"):
        assert sheet.says(told), told
    assert sheet.says("105 min + 39 min (37 %) + 7 min")
    history = sheet.words[sheet.words.index("Historique") :]
    told = [int(one) for one in re.findall(r"\b(\d+) (?:\[annulé\] )?\d\d:\d\d ", history)]
    assert told == list(range(1, len(day.state.history) + 1))
