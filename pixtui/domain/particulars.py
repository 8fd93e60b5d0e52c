"""What is known of a candidate before the day (domain notes §3).

Most of it is shown; sex, birth place, e-mails and billing are kept only because Pix's own files
need them, and are shown nowhere (``UNSHOWN``).
"""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Literal

from attrs import field, frozen

Sex = Literal["M", "F"]
Billing = Literal["FREE", "PAID", "PREPAID"]
Subscription = Literal[
    "CORE", "CLEA", "DROIT", "EDU_1ER_DEGRE", "EDU_2ND_DEGRE", "EDU_CPE", "PRO_SANTE"
]
"""What a candidate is enrolled for, in Pix's words; CORE, the Pix certification alone, is None."""

BILLING_LABELS: Mapping[Billing, str] = {
    "FREE": "Gratuite",
    "PAID": "Payante",
    "PREPAID": "Prépayée",
}
"""As Pix's files spell them."""
SUBSCRIPTION_LABELS: Mapping[Subscription, str] = {
    "CLEA": "CléA Numérique",
    "DROIT": "Pix+ Droit",
    "EDU_1ER_DEGRE": "Pix+ Édu 1er degré",
    "EDU_2ND_DEGRE": "Pix+ Édu 2nd degré",
    "EDU_CPE": "Pix+ Édu CPE",
    "PRO_SANTE": "Pix+ Professionnels de Santé",
}
"""As the headers of Pix's files spell them."""

UNSHOWN = (
    "sex",
    "birth_insee",
    "birth_postal_code",
    "birth_city",
    "birth_country",
    "email",
    "result_email",
    "billing",
    "prepayment_code",
)
"""The fields that only an export shows."""


@frozen(kw_only=True)
class CandidateFields:
    """What is known of a candidate before the day."""

    last_name: str
    first_name: str
    birthdate: dt.date | None = None
    class_name: str | None = field(default=None, metadata={"json": "class"})
    external_id: str | None = None
    seat: str | None = None
    workstation: str | None = None
    extra_time: int | None = None
    """Whole percent: 33 is a third more."""
    sex: Sex | None = None
    birth_insee: str | None = None
    """The INSEE code of the commune of birth; ``99`` abroad."""
    birth_postal_code: str | None = None
    birth_city: str | None = None
    birth_country: str | None = None
    email: str | None = None
    """Where the convocation goes."""
    result_email: str | None = None
    """Where the results go."""
    billing: Billing | None = None
    prepayment_code: str | None = None
    subscription: Subscription | None = None


_INSEE = re.compile(r"[0-9]{5}|2[AB][0-9]{3}|99")
_POSTAL = re.compile(r"[0-9]{5}")
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
LONGEST_EMAIL = 254


def insee_fits(code: str) -> bool:
    """Whether that has the shape of an INSEE code of a commune, or is 99 (abroad)."""
    return _INSEE.fullmatch(code) is not None


def postal_fits(code: str) -> bool:
    """Whether that has the shape of a French postal code."""
    return _POSTAL.fullmatch(code) is not None


def email_fits(address: str) -> bool:
    """Whether that has the shape of one e-mail address, without anything around it.

    None that a spreadsheet would compute: the list could not go out again.
    """
    sound = len(address) <= LONGEST_EMAIL and not address.startswith(("=", "+", "-", "@"))
    return sound and _EMAIL.fullmatch(address) is not None
