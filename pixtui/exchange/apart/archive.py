"""A ZIP looked at before anything of it is unpacked: sizes, ratios, names, encryption.

Nothing is ever written to a disk, so a path or a link among the names harms nobody.
"""

import io
import zipfile
import zlib

from pixtui.exchange.apart.limits import MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED, RATIO_FROM
from pixtui.exchange.apart.refusal import RefusedFile

_ENCRYPTED = 0x1


class Archive:
    """An archive that passed the checks."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise RefusedFile("zip_broken") from error
        self.names = [one.filename for one in self._zip.infolist()]
        self._check()

    def _check(self) -> None:
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES or sum(one.file_size for one in entries) > MOST_UNPACKED:
            raise RefusedFile("zip_too_large")
        for one in entries:
            if one.flag_bits & _ENCRYPTED:
                raise RefusedFile("zip_encrypted")
            if one.file_size > RATIO_FROM and one.file_size > MOST_RATIO * max(
                one.compress_size, 1
            ):
                raise RefusedFile("zip_too_large")
        if len(set(self.names)) != len(self.names):
            raise RefusedFile("zip_duplicate")

    def read(self, name: str) -> bytes:
        """One file of it; raises RefusedFile where it is not there, damaged or larger than said."""
        try:
            said = self._zip.getinfo(name).file_size
            with self._zip.open(name) as stream:
                data = stream.read(said + 1)
        except KeyError as error:
            raise RefusedFile("not_a_workbook") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError,
                ValueError) as error:  # fmt: skip
            raise RefusedFile("zip_broken") from error
        if len(data) > said:
            raise RefusedFile("zip_broken")
        return data
