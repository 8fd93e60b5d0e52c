"""Files made aside: what did not come about is never said to be kept."""

from pathlib import Path

import pytest

from pixtui.desk.staging import staged
from pixtui.store.errors import StoreError


def test_a_disk_that_refuses_the_last_step_keeps_nothing_and_says_so(tmp_path: Path) -> None:
    where = {"path": "x.json", "journal": "x.json.journal", "reason": "ENOSPC"}
    with pytest.raises(StoreError) as refused, staged(tmp_path):
        raise StoreError("fold_failed", where)
    assert (refused.value.code, refused.value.params["reason"]) == ("write_failed", "ENOSPC")
    assert not list(tmp_path.iterdir())


def test_another_refusal_is_said_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused, staged(tmp_path):
        raise StoreError("busy", {})
    assert refused.value.code == "busy"
