"""One thing that was looked at, and what to do about it."""

from typing import Literal

from attrs import frozen

Standing = Literal["fine", "advice", "wrong"]
"""As it should be; works, and would be better otherwise; will not work."""


@frozen
class Checked:
    """What was found, and the remedy where there is one."""

    code: str
    standing: Standing
    message: str
    remedy: str = ""
