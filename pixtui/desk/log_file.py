"""The file behind the program's own log, by the logging of the standard library."""

import logging
import os
from pathlib import Path

from pixtui.files import open_private, private_folder

LARGEST = 256 * 1024
"""Bytes from which on a log becomes the one before it, which goes."""


class PrivateFile(logging.Handler):
    """A private file that several processes add whole lines to."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._descriptor = -1

    def emit(self, record: logging.LogRecord) -> None:
        """Add a line; what cannot be written is not."""
        try:
            if self._descriptor < 0:
                private_folder(self._path.parent)
                self._open()
            elif os.fstat(self._descriptor).st_size > LARGEST:
                self._open()
            os.write(self._descriptor, (record.getMessage() + "\n").encode("ascii", "replace"))
        except OSError:
            return

    def _open(self) -> None:
        """Open the log; one that is full becomes the one before it."""
        if self._path.exists() and self._path.stat().st_size > LARGEST:
            self._path.replace(self._path.with_name(f"{self._path.name}.1"))
        self._let_go()
        self._descriptor = open_private(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def _let_go(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def close(self) -> None:
        """Let the file go."""
        self._let_go()
        super().close()


def logger_to(path: Path) -> logging.Logger:
    """A logger of its own for that file: nobody else's handler gets its lines."""
    logger = logging.Logger("pixtui")
    logger.addHandler(PrivateFile(path))
    return logger
