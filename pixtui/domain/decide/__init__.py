"""The one question: may this command happen to this session now, and as what?

``decide`` is pure. It never raises on what an operator may ask; it answers with an
``Accepted`` act, ids and defaults filled in, or with a ``Refusal`` that says why.
"""

from pixtui.domain.decide import candidates, end, incidents, listing, mending, session
from pixtui.domain.decide.asking import answer as decide
from pixtui.domain.decide.asking import full_name, imagined

__all__ = [
    "candidates",
    "decide",
    "end",
    "full_name",
    "imagined",
    "incidents",
    "listing",
    "mending",
    "session",
]
