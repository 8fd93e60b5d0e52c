"""What the store may have to say, as codes; the sentences live in ``wording``."""

import errno
from collections.abc import Mapping


class StoreError(Exception):
    """The session file cannot be read or written; ``code`` says why, ``params`` where.

    Codes: ``missing``, ``exists``, ``is_folder``, ``unreadable``, ``empty_file``, ``not_json``,
    ``not_a_session``, ``too_large``, ``damaged``, ``newer_version``, ``read_only``, ``busy``,
    ``write_failed``, ``line_too_long``, ``no_lock``,
    ``fold_failed``, ``not_a_file``, ``no_folder``, ``rehearsal_damaged``.
    """

    def __init__(self, code: str, params: Mapping[str, str | int] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.params: dict[str, str | int] = dict(params or {})


def reason(error: OSError) -> str:
    """Why the system refused, as its own short name (ENOSPC, EACCES…)."""
    return errno.errorcode.get(error.errno or 0, "error")
