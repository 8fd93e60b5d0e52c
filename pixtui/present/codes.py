"""The codes of a session as a form, and in clear for whoever asks."""

from pixtui.domain import commands as c
from pixtui.domain.secrets import PASSWORD_PREFIX
from pixtui.domain.session import Codes
from pixtui.present.field import Field, Values
from pixtui.wording.catalogue import N_, Words


def codes_fields(words: Words) -> list[Field]:
    """The two codes, typed in."""
    text = words.text
    return [
        Field(name="access_code", label=text(N_("access code")), hint="BCDF23"),
        Field(name="password", label=text(N_("invigilator password")), hint=text(N_("after C-"))),
    ]


def codes_act(values: Values) -> c.SetCodes:
    """What was typed as an act; a code left empty stays as it is."""
    return c.SetCodes(
        access_code=values["access_code"].upper() or c.UNSET,
        invigilator_password=values["password"] or c.UNSET,
    )


def in_clear(codes: Codes, words: Words) -> tuple[str, str]:
    """The access code and the password as Pix shows it."""
    none = words.text(N_("not typed in yet"))
    password = codes.invigilator_password
    return codes.access_code or none, f"{PASSWORD_PREFIX}{password}" if password else none
