"""JSON with one reading and one spelling: what is ambiguous is refused."""

import json
from collections.abc import Iterable
from typing import Any, NoReturn

Json = Any
JsonObject = dict[str, Any]
MOST_DIGITS = 4_000


class JsonError(ValueError):
    """Bytes that are not strict JSON; the text says where."""


def loads(data: bytes) -> Json:
    """The value of these UTF-8 bytes.

    Refused with JsonError: other encodings, a byte order mark, duplicate keys, NaN and
    infinities, numbers without end, nesting without end, lone surrogates.
    """
    try:
        text = data.decode("utf-8")
        return _DECODER.decode(text)
    except UnicodeDecodeError as error:
        raise JsonError(f"byte {error.start}: not UTF-8") from error
    except json.JSONDecodeError as error:
        raise JsonError(f"line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise JsonError("nested too deeply") from error
    except JsonError:
        raise
    except ValueError as error:
        raise JsonError("a number too long") from error


def _object(pairs: Iterable[tuple[str, Json]]) -> JsonObject:
    listed = list(pairs)
    found = dict(listed)
    if len(found) != len(listed):
        raise JsonError("a key stands twice in one object")
    return found


def _refuse(constant: str) -> NoReturn:
    raise JsonError(f"{constant} is not a JSON number")


def _float(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise JsonError("a number out of range")
    return number


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_constant=_refuse, parse_float=_float, strict=True
)
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)
_READABLE = json.JSONEncoder(ensure_ascii=False, indent=1, allow_nan=False)


def canonical(value: Json) -> bytes:
    """The one spelling: UTF-8, keys sorted, no spaces, no needless escapes."""
    try:
        return _ENCODER.encode(value).encode("utf-8")
    except (UnicodeEncodeError, ValueError) as error:
        raise JsonError("a value that JSON cannot hold") from error


def readable(value: Json) -> bytes:
    """The spelling for a file that people may open."""
    return _READABLE.encode(value).encode("utf-8") + b"\n"
