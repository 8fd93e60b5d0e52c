"""The session number, the access code and the invigilator password (domain notes §2)."""

import re

ACCESS_LETTERS = "BCDFGHJKMPQRTVWXY"
ACCESS_DIGITS = "2346789"
PASSWORD = "23456789bcdfghjkmpqrstvwxyBCDFGHJKMPQRSTVWXY!*?"
OLD_PASSWORD = "2346789BCDFGHJKMPQRTVWXY"
MASK = "••••••"
"""What stands for a code wherever it is not shown."""
PASSWORD_PREFIX = "C-"
"""Shown before the password by Pix, never part of it."""

_ACCESS = re.compile(r"[A-Z]{4}[0-9]{2}")
_LETTER_FOR = {"E": "F", "I": "J", "L": "K", "N": "M", "O": "Q", "S": "F", "U": "V"}
_DIGIT_FOR = {"0": "8", "1": "7", "5": "6"}


def access_code_fits(code: str) -> bool:
    """Whether it is what the procedure promises: 4 capital letters and 2 digits."""
    return _ACCESS.fullmatch(code) is not None


def access_code_doubts(code: str) -> list[tuple[str, str]]:
    """The characters Pix would not have given, each with the one probably meant ('' unknown)."""
    doubts = [(one, _LETTER_FOR.get(one, "")) for one in code[:4] if one not in ACCESS_LETTERS]
    return doubts + [(one, _DIGIT_FOR.get(one, "")) for one in code[4:] if one not in ACCESS_DIGITS]


def bare_password(password: str) -> str:
    """The password without the prefix that Pix shows before it."""
    return password.removeprefix(PASSWORD_PREFIX)


def password_fits(password: str) -> bool:
    """Whether it has the length of one: 6 characters, 5 in older sessions, none of them blank."""
    return re.fullmatch(r"[!-~]{5,6}", password) is not None


def password_likely(password: str) -> bool:
    """Whether Pix would give all its characters; which one it would not is a part of the secret."""
    return set(password) <= set(OLD_PASSWORD if len(password) == 5 else PASSWORD)


def number_fits(number: int) -> bool:
    """Whether it can be a session number: a positive whole number."""
    return 0 < number < 10**12
