"""A session copied to a new file, so that it travels whole, or leaves a damaged one."""

from pathlib import Path

from pixtui.store.folding import file_bytes, write_new
from pixtui.store.projection import project
from pixtui.store.rescue import Rescued, rescue


def copy_session(path: Path, to: Path) -> Rescued:
    """Copy what verifies of a session, open or at rest; raises StoreError."""
    found = rescue(path)
    write_new(to, file_bytes(found.entries, project))
    return found
