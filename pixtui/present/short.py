"""Sentences in which a long name leaves room for what is said about it.

Names are cut in the middle, so that both the last name and the first name begin what is left;
they stand whole in the grid and on the papers.
"""

import unicodedata

from attrs import evolve

from pixtui.domain.outcome import Finding, Param, Refusal
from pixtui.present.width import CUT, width

NAME_CELLS = 28
"""Cells of a name within a sentence: what is left of a line still says what is the matter."""
_NAMES = frozenset(("name", "other", "names"))


def short_name(name: str, cells: int = NAME_CELLS) -> str:
    """A name in at most that many cells, cut in the middle where it is longer."""
    if width(name) <= cells:
        return name
    head, tail = "", ""
    for one in name:
        if width(head + one) > (cells - 1) * 2 // 3:
            break
        head += one
    for one in reversed(name):
        if width(one + tail) > cells - 1 - width(head):
            break
        tail = one + tail
    # A mark without its letter would fall on the sign of the cut.
    while tail and unicodedata.combining(tail[0]):
        tail = tail[1:]
    return head.rstrip() + CUT + tail.lstrip()


def short_finding(finding: Finding) -> Finding:
    """A finding as it is said where there is one line for it."""
    return evolve(
        finding, params={key: _short(key, value) for key, value in finding.params.items()}
    )


def short_refusal(refusal: Refusal) -> Refusal:
    """A refusal as it is said on the message line."""
    params = {key: _short(key, value) for key, value in refusal.params.items()}
    return evolve(refusal, params=params, findings=tuple(map(short_finding, refusal.findings)))


def _short(key: str, value: Param) -> Param:
    if key not in _NAMES or value is None:
        return value
    if isinstance(value, tuple):
        return tuple(short_name(one) for one in value)
    return short_name(str(value))
