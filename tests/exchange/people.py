"""Candidates drawn at random who have all that Pix's files can hold, and are right."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from pixtui.domain.names import identity_key
from pixtui.domain.particulars import CandidateFields

_WORDS = st.text("ABZabzéèêëàâçîïôùûüœŒÉÀÇñßøłİ", min_size=2, max_size=6)
NAMES = st.builds(
    str.join,
    st.sampled_from(["-", " ", "'", "’", ", ", ' "', "; "]),
    st.lists(_WORDS, min_size=1, max_size=3),
)
CODES = st.text("0123456789", min_size=5, max_size=5)
EMAILS = st.builds(
    "{}@{}.invalid".format, st.text("abz09._", min_size=1), st.text("abz-09", min_size=1)
)
ABROAD = st.sampled_from(["ALGÉRIE", "Corée du Sud", "Côte d'Ivoire", "ROYAUME-UNI"])

_PLACES: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.fixed_dictionaries(
        {"birth_insee": CODES | st.just("2A004"), "birth_country": st.just("FRANCE")}
    ),
    st.fixed_dictionaries(
        {"birth_postal_code": CODES, "birth_city": NAMES, "birth_country": st.just("France")}
    ),
    st.fixed_dictionaries(
        {"birth_insee": st.just("99"), "birth_city": NAMES, "birth_country": ABROAD}
    ),
)
_BILLINGS: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.fixed_dictionaries({"billing": st.sampled_from(["FREE", "PAID"])}),
    st.fixed_dictionaries({"billing": st.just("PREPAID"), "prepayment_code": CODES}),
)
_REST = {
    "last_name": NAMES,
    "first_name": NAMES,
    "birthdate": st.dates(dt.date(1950, 1, 1), dt.date(2015, 12, 31)),
    "sex": st.sampled_from(["M", "F"]),
    "external_id": st.none() | CODES,
    "email": st.none() | EMAILS,
    "result_email": st.none() | EMAILS,
    "extra_time": st.none() | st.integers(1, 999),
    "subscription": st.none() | st.sampled_from(["CLEA", "DROIT", "EDU_CPE", "PRO_SANTE"]),
}


def _made(rest: dict[str, Any], place: dict[str, Any], billing: dict[str, Any]) -> CandidateFields:
    return CandidateFields(**rest, **place, **billing)


def people(billing: bool) -> st.SearchStrategy[list[CandidateFields]]:
    """A list of a few, no two of one name."""
    one = st.builds(
        _made, st.fixed_dictionaries(_REST), _PLACES, _BILLINGS if billing else st.just({})
    )
    return st.lists(
        one,
        min_size=1,
        max_size=4,
        unique_by=lambda who: identity_key(who.last_name, who.first_name),
    )
