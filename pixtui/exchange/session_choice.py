"""The session that is meant, in a file of several."""

from pixtui.domain.session import Details
from pixtui.exchange.pix_sessions import ImportedSession, ImportedSessions
from pixtui.exchange.problems import ImportedList, problem


def of_session(found: ImportedSessions, details: Details | None) -> ImportedList:
    """The candidates of this session; a file of only one other session is asked about."""
    mine = [one for one in found.sessions if _is_this(one, details)]
    problems = found.problems
    if not mine and len(found.sessions) == 1:
        mine = list(found.sessions)
        problems = (*problems, problem("other_session", session=_called(mine[0])))
    elif not mine and found.sessions:
        names = [_called(one) for one in found.sessions]
        problems = (*problems, problem("session_not_found", sessions=names))
    return ImportedList(
        format=found.format,
        rows=found.rows,
        candidates=mine[0].candidates if mine else (),
        problems=problems,
        dropped_columns=found.dropped_columns,
        encoding=found.encoding,
        delimiter=found.delimiter,
    )


def _is_this(one: ImportedSession, details: Details | None) -> bool:
    if details is None:
        return False
    if one.number is not None:
        return one.number == details.number
    place = (one.site, one.room, one.date, one.time)
    return place == (details.site, details.room, details.date, details.time)


def _called(one: ImportedSession) -> str:
    if one.number is not None:
        return str(one.number)
    when = f"{one.date:%d/%m/%Y} {one.time:%H:%M}" if one.date and one.time else "?"
    return f"{one.room or '?'} {when}"
