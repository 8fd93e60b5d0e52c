"""A session on a real user-space file system: one console, and it keeps its promises."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from pixtui.store.beside import lock_of
from pixtui.store.errors import StoreError
from pixtui.store.file_system import file_system
from pixtui.store.reading import read
from tests.store.books import append, create, reopen


@pytest.fixture
def on_fuse(tmp_path: Path) -> Iterator[Path]:
    """A session's path on a folder mounted by bindfs."""
    real, seen = tmp_path / "real", tmp_path / "seen"
    real.mkdir()
    seen.mkdir()
    if shutil.which("bindfs") is None or not os.access("/dev/fuse", os.W_OK):
        pytest.skip("no FUSE here: bindfs is not installed, or /dev/fuse is not there")
    mounted = subprocess.run(["bindfs", str(real), str(seen)], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip(f"nothing could be mounted: {mounted.stderr.decode().strip()}")
    try:
        yield seen / "b204.json"
    finally:
        subprocess.run(["umount", str(seen)], check=True)


def test_on_fuse_one_console_writes_folds_and_leaves_nothing(on_fuse: Path) -> None:
    store = create(on_fuse)
    assert file_system(on_fuse).startswith("fuse")
    assert store.report.alone_on == file_system(on_fuse)
    for number in range(20):
        append(store, str(number))
    with pytest.raises(StoreError) as refused:
        reopen(on_fuse)
    assert refused.value.code == "busy"
    store.close()
    again = reopen(on_fuse)
    assert append(again).seq == 22
    again.close()
    assert len(read(on_fuse).entries) == 22
    assert not lock_of(on_fuse).exists()
