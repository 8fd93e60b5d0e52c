"""What is never shown: the codes of a session."""

from pixtui.domain.secrets import MASK
from pixtui.store.codec import JsonObject

SECRETS = ("access_code", "invigilator_password")


def masked(entry: JsonObject) -> JsonObject:
    """An entry with the codes in its body masked."""
    body = entry.get("body")
    if entry.get("type") != "set_codes" or not isinstance(body, dict):
        return entry
    hidden = {key: MASK if key in SECRETS and one else one for key, one in body.items()}
    return {**entry, "body": hidden}
