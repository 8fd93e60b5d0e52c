"""Who is certifiable, from the export of a profile collection."""

import csv
import datetime as dt
import io
from typing import Any

import pytest

from pixtui.domain.certifiability import COMPETENCES
from pixtui.domain.session import Candidate, Certifiability
from pixtui.exchange.class_choice import profiles_of_class
from pixtui.exchange.merging import Merge
from pixtui.exchange.pix_profiles import ImportedProfiles, parse
from pixtui.exchange.profile_matching import elsewhere, match_profiles
from pixtui.exchange.reading import About, read

START = [
    "Nom de l'organisation", "ID Campagne", "Code", "Nom de la campagne",
    "Nom du Participant", "Prénom du Participant", "Classe", "Numéro Étudiant", "Identifiant",
    "Envoi (O/N)",
]  # fmt: skip
NEW_DATE, OLD_DATE = "Date et heure de l'envoi (Europe/Paris)", "Date de l'envoi"
END = ["Nombre de pix total", "Certifiable (O/N)", "Nombre de compétences certifiables"]
TODAY = dt.date(2026, 11, 27)
SENT, DAY = "03/11/2026 14:05", dt.date(2026, 11, 3)


def headers(date: str) -> list[str]:
    """The header of an export."""
    each = [
        part
        for name in COMPETENCES.values()
        for part in (
            f"Niveau pour la compétence {name}",
            f"Nombre de pix pour la compétence {name}",
        )
    ]
    return [*START, date, *END, *each]


def sent(
    last: str,
    first: str = "Zoé",
    levels: int = 5,
    *,
    at: str = SENT,
    group: str = "3A",
    said: str | None = None,
    number: str = "",
) -> list[str]:
    """A row: so many competences at level 1, the next one at 7 pix."""
    pix = [8] * levels + [7] + [0] * 15
    each = [part for one in pix[:16] for part in (str(one // 8), str(one))]
    certifiable = said or ("Oui" if levels >= 5 else "Non")
    begin = ["Collège", "12", "ABCDEF123", "Campagne", last, first, group, number, "x"]
    return [*begin, "Oui", at, str(sum(pix[:16])), certifiable, str(levels), *each]


def unsent(last: str) -> list[str]:
    """Somebody who has not sent."""
    begin = ["Collège", "12", "ABCDEF123", "Campagne", last, "Zoé", "3A", "", "x", "Non"]
    return [*begin, *["NA"] * 36]


def export(*rows: list[str], date: str = NEW_DATE) -> bytes:
    """The file, as Orga writes it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(headers(date))
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def profiles(*rows: list[str], date: str = NEW_DATE) -> ImportedProfiles:
    """The profiles read from such a file, recognised by its header."""
    data = export(*rows, date=date)
    assert read(data, About(today=TODAY)).format == "pix-profiles-csv"
    return parse(data, TODAY)


def there(key: str, last: str, first: str = "Zoé", **known: Any) -> Candidate:
    """Somebody of the session."""
    return Candidate(id=key, last_name=last, first_name=first, **known)


def met(people: list[Candidate], *rows: list[str]) -> Merge:
    """The profiles against these candidates."""
    return match_profiles(people, profiles(*rows))


@pytest.mark.parametrize(("date", "at"), [(NEW_DATE, SENT), (OLD_DATE, "2026-11-03")])
def test_both_headers_of_the_date_are_known(date: str, at: str) -> None:
    found = profiles(sent("SARR", at=at), date=date)
    assert [one.code for one in found.problems] == []
    (one,) = found.profiles
    assert (one.as_of, one.certifiable, one.class_name) == (DAY, True, "3A")


def test_certifiable_is_reckoned_from_the_levels_and_a_disagreement_is_said() -> None:
    found = profiles(sent("SARR", levels=4, said="Oui"), sent("DIOP", levels=5, said="Non"))
    assert [(one.row, one.code) for one in found.problems] == [
        (2, "certifiable_disagrees"),
        (3, "certifiable_disagrees"),
    ]
    assert [one.certifiable for one in found.profiles] == [False, True]


def test_who_did_not_send_is_not_known() -> None:
    people = [there("c1", "SARR"), there("c2", "DIOP"), there("c3", "LO")]
    found = met(people, unsent("SARR"), sent("DIOP"), unsent("DIOP"))
    assert [one.candidates for one in found.certifiability] == [("c2",)], "sent once is sent"
    assert [one.id for one in found.unsent] == ["c1"]
    assert [one.id for one in found.missing] == ["c3"]
    assert found.problems == ()


def test_an_apostrophe_put_before_a_sign_is_undone() -> None:
    found = profiles(sent("SARR", group="'-3A"))
    assert [one.code for one in found.problems] == ["formula"]
    assert "-3A" in found.problems[0].params["value"]
    assert "'" not in found.problems[0].params["value"]


def test_what_is_no_level_or_date_is_refused() -> None:
    row = sent("SARR", at="hier")
    row[14] = "beaucoup"
    assert [one.code for one in profiles(row).problems] == [
        "profile_date_not_valid",
        "profile_level_not_valid",
    ]


def test_the_latest_send_of_a_pupil_counts_and_the_names_match_as_pix_compares_them() -> None:
    early, late = sent("Le Goff", levels=3, at="01/09/2026 08:00"), sent("Le Goff", levels=6)
    found = met([there("c1", "LE GOFF", "ZOE")], late, early)
    (one,) = found.certifiability
    assert (one.candidates, one.certifiable, one.competences) == (("c1",), True, 6)
    assert (one.as_of, one.nearest, found.problems) == (DAY, (), ())


def test_the_nearest_competences_of_who_is_not_are_kept() -> None:
    (one,) = met([there("c1", "SARR")], sent("SARR", levels=3)).certifiability
    assert (one.certifiable, one.competences, one.nearest) == (False, 3, ("2.1", "2.2"))


def test_who_is_on_one_side_only_is_listed_on_both() -> None:
    found = met([there("c1", "SARR"), there("c2", "DIOP")], sent("SARR"), sent("PARTI"))
    assert [one.id for one in found.missing] == ["c2"]
    assert [(one.row, one.last_name) for one in found.unmatched] == [(3, "PARTI")]


def test_the_same_file_again_changes_nothing_and_an_older_one_neither() -> None:
    known = Certifiability(certifiable=True, competences=5, as_of=DAY)
    people = [there("c1", "SARR", certifiability=known)]
    assert met(people, sent("SARR")).unchanged == 1
    old = met(people, sent("SARR", levels=2, at="01/09/2026 08:00"))
    assert (old.certifiability, old.unchanged) == ((), 1)


def test_two_pupils_of_one_name_are_never_merged() -> None:
    rows = sent("SARR", group="3A", levels=6), sent("Sarr", "ZOE", group="3B", levels=2)
    alone = met([there("c1", "SARR")], *rows)
    assert alone.certifiability == ()
    assert "profile_homonyms" in {one.code for one in alone.problems}
    assert len(alone.unmatched) == 2
    placed = met([there("c1", "SARR", class_name="3b")], *rows)
    assert [(one.candidates, one.competences) for one in placed.certifiability] == [(("c1",), 2)]
    assert [one.code for one in placed.problems] == ["profile_homonyms"]


def test_two_candidates_of_one_name_share_no_profile() -> None:
    people = [there("c1", "SARR", birthdate=DAY), there("c2", "Sarr")]
    found = met(people, sent("SARR"))
    assert (found.certifiability, len(found.missing)) == ((), 2)
    assert [one.code for one in found.problems] == ["profile_ambiguous"]


def test_a_profile_of_another_class_is_nobodys_here() -> None:
    people = [there("c1", "SARR", class_name="3A"), there("c2", "DIOP", class_name="3A")]
    found = met(people, sent("SARR", group="6Z"), sent("DIOP", group="3A"))
    assert [one.candidates for one in found.certifiability] == [("c2",)]
    assert [(one.row, one.code) for one in found.problems] == [(2, "profile_other_class")]
    assert [one.row for one in found.unmatched] == [2]
    # Where no class is written alike on both sides, classes tell nothing.
    loose = met([there("c1", "SARR", class_name="Troisième A")], sent("SARR", group="3A"))
    assert (len(loose.certifiability), loose.problems) == (1, ())


def test_what_was_said_by_hand_is_asked_about() -> None:
    by_hand = Certifiability(certifiable=True)
    found = met([there("c1", "SARR", certifiability=by_hand)], sent("SARR", levels=2))
    assert [(one.code, one.severity) for one in found.problems] == [
        ("certifiability_by_hand", "warning")
    ]
    same = met([there("c1", "SARR", certifiability=by_hand)], sent("SARR", levels=6))
    assert same.problems == ()


def test_a_send_still_to_come_is_refused() -> None:
    found = profiles(sent("SARR", at="31/12/2030 08:00"))
    assert ([one.code for one in found.problems], found.profiles) == (
        ["profile_date_in_future"],
        (),
    )


def test_a_row_about_nobody_of_the_session_stops_nothing() -> None:
    file = profiles(sent("'-TIRET"), sent("DIOP", at="hier"), sent("SARR"))
    told = elsewhere([there("c1", "SARR")], file)
    assert [(one.row, one.severity) for one in told] == [(2, "notice"), (3, "notice")]
    here = elsewhere([there("c1", "DIOP")], file)
    assert [(one.row, one.severity) for one in here if one.severity == "error"] == [(3, "error")]


def test_a_name_written_otherwise_is_pointed_out_and_not_taken() -> None:
    found = met(
        [there("c1", "Œuvrard"), there("c2", "Zoé", "Sarr")], sent("OEUVRARD"), sent("SARR")
    )
    assert found.certifiability == ()
    assert [one.code for one in found.problems] == ["profile_looks_like"] * 2


def test_a_collection_is_larger_than_a_session_and_one_class_of_it_can_be_taken() -> None:
    rows = [
        sent(f"N{chr(65 + n % 26)}{chr(65 + n // 26 % 26)}", group=f"{n % 3}A")
        for n in range(2_500)
    ]
    found = profiles(*rows)
    assert (found.worst(), found.rows) == (None, 2_500)
    some = profiles_of_class(found, "1a")
    assert {one.class_name for one in some.profiles} == {"1A"}
    assert profiles_of_class(found, "9Z").problems[0].code == "class_not_found"
