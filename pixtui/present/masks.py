"""What is never shown: the codes of a session, and what only an export is for."""

from pixtui.domain.particulars import UNSHOWN
from pixtui.domain.secrets import MASK
from pixtui.store.codec import Json, JsonObject

SECRETS = ("access_code", "invigilator_password")


def masked(entry: JsonObject) -> JsonObject:
    """An entry with the codes in its body masked, and birth place, e-mails, sex and billing."""
    body = entry.get("body")
    if not isinstance(body, dict):
        return entry
    hidden = SECRETS if entry.get("type") == "set_codes" else UNSHOWN
    return {**entry, "body": _hidden(body, hidden)}


def _hidden(value: Json, names: tuple[str, ...]) -> Json:
    if isinstance(value, list):
        return [_hidden(one, names) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        key: MASK if key in names and one else _hidden(one, names) for key, one in value.items()
    }
