"""On every terminal, of every size, in every locale: each screen, its keys, its help, the way out.

Of all the cases, those in which every two values meet; ``python -m tests.pty.matrix`` has all.
"""

from pathlib import Path

import pytest

from tests.pty.matrix import KINDS, Walk, every_case, name
from tests.pty.pairs import Case, pairs, pairwise

FEW = pairwise(KINDS)


@pytest.mark.pty
@pytest.mark.parametrize("case", FEW, ids=name)
def test_a_walk_over_every_screen(case: Case, tmp_path: Path) -> None:
    walk = Walk(case, tmp_path)
    walk.go()
    walk.project()


def test_every_two_values_meet_in_few_cases() -> None:
    wanted = set().union(*map(pairs, every_case()))
    assert set().union(*map(pairs, FEW)) == wanted
    assert len(FEW) < len(every_case()) / 5
