"""A candidate as Pix wants one in its files: every rule of domain notes §3, under Pix's codes."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from pixtui.domain.particulars import (
    BILLING_LABELS,
    Billing,
    Sex,
    Subscription,
    email_fits,
    insee_fits,
    postal_fits,
)
from pixtui.domain.text import clean_identity, fold
from pixtui.exchange import fields
from pixtui.exchange.countries import country_known, is_france
from pixtui.exchange.fields import Cell
from pixtui.exchange.listing import Cells
from pixtui.exchange.pix_columns import subscription_of
from pixtui.exchange.problems import ImportedCandidate

ABROAD = "99"

_STRICT_DATE = re.compile(r"[0-9]{2}/[0-9]{2}/[0-9]{4}")
_SHORT_CODE = re.compile(r"[0-9]{4}")
_BILLING = {fold(label): code for code, label in BILLING_LABELS.items()}

ReadExtraTime = Callable[[Cell], int | None]


def read_candidate(
    number: int, at: Cells, today: dt.date, extra_time: ReadExtraTime
) -> ImportedCandidate | None:
    """The candidate of a row; ``extra_time`` reads that cell, which each format writes its way."""
    last_name = fields.read_name(at["last_name"], "CANDIDATE_LAST_NAME_REQUIRED")
    first_name = fields.read_name(at["first_name"], "CANDIDATE_FIRST_NAME_REQUIRED")
    birthdate = read_strict_date(at["birthdate"], today)
    more: dict[str, Any] = {
        "sex": _sex(at["sex"]),
        **_birth_place(at),
        "email": _email(at["email"], "CANDIDATE_EMAIL_NOT_VALID"),
        "result_email": _email(at["result_email"], "CANDIDATE_RESULT_RECIPIENT_EMAIL_NOT_VALID"),
        "external_id": fields.read_label(at["external_id"]),
        "extra_time": extra_time(at["extra_time"]),
        **_billing(at),
        "subscription": _subscription(at),
    }
    if last_name is None or first_name is None or birthdate is None:
        return None
    return ImportedCandidate(
        row=number, last_name=last_name, first_name=first_name, birthdate=birthdate, **more
    )


def read_strict_date(cell: Cell, today: dt.date) -> dt.date | None:
    """A birth date, written JJ/MM/AAAA and in no other way."""
    text = cell.text.strip()
    if text and not _STRICT_DATE.fullmatch(text):
        cell.note("CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID")
        return None
    return fields.read_birthdate(cell, today)


def _sex(cell: Cell) -> Sex | None:
    text = clean_identity(cell.text).upper()
    if not text:
        cell.note("CANDIDATE_SEX_REQUIRED")
    elif text == "M":
        return "M"
    elif text == "F":
        return "F"
    else:
        cell.note("CANDIDATE_SEX_NOT_VALID")
    return None


def _email(cell: Cell, wrong: str) -> str | None:
    text = cell.text.strip()
    if not text:
        return None
    if not email_fits(text):
        cell.note(wrong)
        return None
    return text


# --- the birth place


def _birth_place(at: Cells) -> dict[str, str | None]:
    insee_cell, postal_cell = at["birth_insee"], at["birth_postal_code"]
    insee, postal = _code(insee_cell), _code(postal_cell)
    city = fields.read_label(at["birth_city"])
    country = fields.read_label(at["birth_country"])
    given = any(at[name].text.strip() for name in _PLACE)
    if not given:
        insee_cell.note("CANDIDATE_BIRTH_INFORMATION_REQUIRED")
    elif country is None:
        if not at["birth_country"].problems:
            at["birth_country"].note("CANDIDATE_BIRTH_COUNTRY_REQUIRED")
    elif not country_known(country):
        at["birth_country"].note("CANDIDATE_BIRTH_COUNTRY_NOT_FOUND")
    elif is_france(country):
        _in_france(at, insee, postal, city)
    else:
        _abroad(at, insee, postal, city)
    return {
        "birth_insee": insee or None,
        "birth_postal_code": postal or None,
        "birth_city": city,
        "birth_country": country,
    }


_PLACE = ("birth_insee", "birth_postal_code", "birth_city", "birth_country")


def _code(cell: Cell) -> str:
    """An INSEE or postal code; a spreadsheet may have eaten its first zero."""
    text = clean_identity(cell.text).upper()
    return f"0{text}" if _SHORT_CODE.fullmatch(text) else text


def _in_france(at: Cells, insee: str, postal: str, city: str | None) -> None:
    if insee and (postal or city):
        at["birth_insee"].note(_EITHER)
    elif insee:
        if not insee_fits(insee) or insee == ABROAD:
            at["birth_insee"].note("birth_insee_not_valid")
    elif not postal and not city:
        at["birth_insee"].note(_EITHER)
    elif not postal:
        at["birth_postal_code"].note("CANDIDATE_BIRTH_POSTAL_CODE_REQUIRED")
    elif city is None:
        if not at["birth_city"].problems:
            at["birth_city"].note("CANDIDATE_BIRTH_CITY_REQUIRED")
    elif not postal_fits(postal):
        at["birth_postal_code"].note("birth_postal_code_not_valid")


_EITHER = "CANDIDATE_BIRTH_INSEE_CODE_OR_BIRTH_POSTAL_CODE_AND_BIRTH_CITY_REQUIRED"


def _abroad(at: Cells, insee: str, postal: str, city: str | None) -> None:
    if insee != ABROAD:
        at["birth_insee"].note("CANDIDATE_FOREIGN_INSEE_CODE_NOT_VALID")
    if city is None and not at["birth_city"].problems:
        at["birth_city"].note("CANDIDATE_FOREIGN_BIRTH_CITY_REQUIRED")
    if postal:
        at["birth_postal_code"].note("CANDIDATE_FOREIGN_POSTAL_CODE_MUST_BE_EMPTY")


# --- billing and habilitations


def _billing(at: Cells) -> dict[str, str | None]:
    """The two billing columns; SCO centres have none."""
    if "billing" not in at:
        return {}
    mode: Billing | None = _BILLING.get(fold(clean_identity(at["billing"].text)))
    code_cell = at.get("prepayment_code")
    code = fields.read_label(code_cell) if code_cell else None
    if not at["billing"].text.strip():
        at["billing"].note("CANDIDATE_BILLING_MODE_REQUIRED")
    elif mode is None:
        at["billing"].note("CANDIDATE_BILLING_MODE_NOT_VALID")
    elif code_cell is not None and not code_cell.problems:
        if mode == "PREPAID" and code is None:
            code_cell.note("CANDIDATE_PREPAYMENT_CODE_REQUIRED")
        elif mode != "PREPAID" and code is not None:
            code_cell.note("CANDIDATE_PREPAYMENT_CODE_MUST_BE_EMPTY")
    return {"billing": mode, "prepayment_code": code}


def _subscription(at: Cells) -> Subscription | None:
    chosen: list[tuple[Subscription, Cell]] = []
    for name, cell in at.items():
        code = subscription_of(name)
        said = fold(clean_identity(cell.text))
        if code is not None and said == "oui":
            chosen.append((code, cell))
        elif code is not None and said:
            cell.note("yes_or_nothing")
    if len(chosen) > 1:
        chosen[1][1].note("CANDIDATE_MAX_ONE_COMPLEMENTARY_CERTIFICATION")
    return chosen[0][0] if chosen else None
