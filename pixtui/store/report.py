"""What opening a session found."""

from pathlib import Path

from attrs import frozen

from pixtui.store.reading import Damage


@frozen(kw_only=True)
class Report:
    """What opening a session found, to be told, not asked."""

    replayed: int = 0
    """Entries that a console which did not leave properly had left in the journal."""
    set_aside: Path | None = None
    """Where bytes that are no entry were put."""
    bytes_set_aside: int = 0
    doubtful: int | None = None
    """The entry that a complete last line which does not verify may have been."""
    damage: Damage | None = None
    refused: str = ""
    """Why the system lets nobody write here (``ENOSPC``, ``EROFS``, ``EACCES``…)."""
    alone_on: str = ""
    """The kind of file system on which only one console may write."""
    longer_backup: Path | None = None
    """A backup that holds entries which the file does not: an older copy took its place."""
    differs: bool = False
    """Whether the file's ``session`` is not what its history makes: another hand changed it."""
