"""Days as people and programs write them."""

import datetime as dt
import re

_FRENCH_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})( 00:00(:00)?)?")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})([ T]00:00(:00)?)?")


def parse_date(text: str) -> dt.date | None:
    """A real calendar day written JJ/MM/AAAA (1/4/2012 too) or AAAA-MM-JJ, else None."""
    french, iso = _FRENCH_DATE.fullmatch(text), _ISO_DATE.fullmatch(text)
    if french:
        day, month, year = french.group(1, 2, 3)
    elif iso:
        year, month, day = iso.group(1, 2, 3)
    else:
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
