"""Bring the French catalogue up to date: ``python -m tests.wording.update_catalogue [JSON …]``.

Extracts every marked text of the package, keeps the translations there are, adds the missing
ones empty, drops what nobody says any more, fills in those of the JSON files given (msgid to
text, or to [singular, plural]) and compiles. Nothing is written when anything is wrong.
"""

import argparse
import ast
import fcntl
import io
import json
import os
import string
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "pixtui"
LOCALE = PACKAGE / "wording" / "locale" / "fr" / "LC_MESSAGES"
PO = LOCALE / "pixtui.po"
MO = LOCALE / "pixtui.mo"

MARKS: Mapping[str, int] = {"N_": 1, "text": 1, "say": 1, "plural": 2}
"""The calls whose first arguments are msgids where they are literal, and how many."""

Msgid = str | tuple[str, str]
Places = dict[Msgid, set[str]]


class CatalogueError(ValueError):
    """The catalogue cannot be brought up to date; the text says why."""


# --- what the package says


def _marked(tree: ast.AST) -> Iterator[Msgid]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if name not in MARKS:
            continue
        literals = [
            one.value
            for one in node.args[: MARKS[name]]
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value
        ]
        if len(literals) == MARKS[name]:
            yield literals[0] if len(literals) == 1 else (literals[0], literals[1])


def extract(package: Path = PACKAGE) -> Places:
    """Every msgid of the package and the files that say it; raises CatalogueError."""
    found: Places = {}
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"), place)
        except SyntaxError as error:
            raise CatalogueError(f"{place}:{error.lineno}: {error.msg}; mend it first") from error
        for msgid in _marked(tree):
            found.setdefault(msgid, set()).add(place)
    plurals = {one[0] for one in found if isinstance(one, tuple)}
    for msgid in plurals & found.keys():
        # One entry serves both: gettext looks a plural's singular up by the same key.
        places = found.pop(msgid)
        pair = next(one for one in found if isinstance(one, tuple) and one[0] == msgid)
        found[pair] |= places
    return found


# --- the catalogue


def key_of(message: Message) -> str:
    """The msgid of an entry; the singular of a plural."""
    return message.id[0] if isinstance(message.id, (tuple, list)) else message.id


def read(path: Path = PO) -> Catalog:
    """The catalogue as it stands; an empty one where there is none yet."""
    return read_bytes(path.read_bytes()) if path.exists() else Catalog()


def read_bytes(po: bytes) -> Catalog:
    """The catalogue of a readable file; raises CatalogueError on a broken one."""
    try:
        return read_po(io.BytesIO(po), abort_invalid=True)
    except PoFileError as error:
        raise CatalogueError(str(error)) from error


def merge(
    old: Catalog, found: Places, more: Mapping[str, str | list[str]]
) -> tuple[Catalog, list[str]]:
    """The catalogue of these msgids with the translations known; and what was dropped."""
    known = {key_of(one): one.string for one in old if one.id and not one.fuzzy}
    known.update(more)
    merged = Catalog(fuzzy=False)
    for msgid in sorted(found, key=lambda one: one if isinstance(one, str) else one[0]):
        key = msgid if isinstance(msgid, str) else msgid[0]
        places = [(place, 1) for place in sorted(found[msgid])]
        merged.add(msgid, _shaped(msgid, known.get(key)), locations=places)
    kept = {key_of(one) for one in merged if one.id}
    return merged, sorted(key for key in known if key not in kept)


def _shaped(msgid: Msgid, string: object) -> str | tuple[str, str]:
    if isinstance(msgid, str):
        return string if isinstance(string, str) else (string[0] if string else "")  # type: ignore[index]  # a pair
    if isinstance(string, (tuple, list)) and len(string) == 2:
        return (string[0], string[1])
    return (string, string) if isinstance(string, str) else ("", "")


def problems(catalogue: Catalog) -> list[str]:
    """Each text that is not translated, or whose named parts differ from the original's."""
    found = []
    for message in catalogue:
        if not message.id:
            continue
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        given = message.string or ""
        strings = [given] if isinstance(given, str) else list(given)
        if message.fuzzy or not all(strings):
            found.append(f"not translated: {ids[0]}")
            continue
        wanted = set().union(*map(parts, ids))
        for string_ in strings:
            # A singular may say « un » instead of the number.
            if parts(string_) - wanted or (wanted - parts(string_)) - {"n"}:
                found.append(f"other named parts than the original: {string_}")
    return found


def parts(text: str) -> set[str]:
    """The named parts of a sentence: ``{name}`` gives name; raises CatalogueError."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError as error:
        raise CatalogueError(f"{error}: {text}") from error


def po_bytes(catalogue: Catalog) -> bytes:
    """The readable catalogue; the same texts always give the same bytes."""
    out = io.BytesIO()
    header = (
        "# The French words of pixtui. Made by python -m tests.wording.update_catalogue.\n"
        'msgid ""\nmsgstr ""\n'
        '"Language: fr\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
    )
    write_po(out, catalogue, width=0, omit_header=True, ignore_obsolete=True, include_lineno=False)
    return header.encode() + out.getvalue()


class _Dateless(Catalog):
    """A catalogue whose header holds no date and no version: same texts, same bytes."""

    def _headers(self) -> list[tuple[str, str]]:
        return [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Plural-Forms", "nplurals=2; plural=(n > 1);"),
        ]

    mime_headers = property(_headers)


def mo_bytes(po: bytes) -> bytes:
    """The compiled catalogue; the same texts always give the same bytes."""
    compiled = _Dateless(fuzzy=False)
    for message in read_bytes(po):
        if message.id:
            compiled.add(message.id, message.string)
    out = io.BytesIO()
    write_mo(out, compiled)
    return out.getvalue()


# --- the files


@contextmanager
def _alone() -> Iterator[None]:
    """One update at a time."""
    LOCALE.mkdir(parents=True, exist_ok=True)
    folder = os.open(LOCALE, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _replace(path: Path, content: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as beside:
        beside.write(content)
    Path(beside.name).chmod(0o644)
    Path(beside.name).replace(path)


def _more(paths: list[Path]) -> dict[str, str | list[str]]:
    more: dict[str, str | list[str]] = {}
    for path in paths:
        given = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(given, dict):
            raise CatalogueError(f"{path}: a JSON object is wanted, msgid to text")
        more |= given
    return more


def update(more: Mapping[str, str | list[str]]) -> int:
    """Write both files; answers how many texts are left to translate."""
    with _alone():
        catalogue, dropped = merge(read(), extract(), more)
        wrong = problems(catalogue)
        po = po_bytes(catalogue)
        _replace(PO, po)
        _replace(MO, mo_bytes(po))
    for one in dropped:
        print(f"dropped: {one}")
    for one in wrong:
        print(one)
    print(f"{len(catalogue)} texts, {len(wrong)} to mend")
    return len(wrong)


def main() -> int:
    """Run from the command line; exit 1 while anything is left to translate."""
    parser = argparse.ArgumentParser(description="Bring the French catalogue up to date.")
    parser.add_argument("json", nargs="*", type=Path, help="translations: msgid to text")
    try:
        return 1 if update(_more(parser.parse_args().json)) else 0
    except (CatalogueError, OSError, json.JSONDecodeError) as error:
        print(f"nothing written: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
