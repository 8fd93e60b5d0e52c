"""One of Pix's CSV files whole: its header found, the rows below it, what is wrong with both."""

from attrs import frozen

from pixtui.exchange.columns import Columns, Vocabulary, find_columns
from pixtui.exchange.csv_rows import Row, Table, read_table
from pixtui.exchange.problems import MOST_CANDIDATES, Problem, problem


@frozen
class Headed:
    """The rows of a file below its header."""

    table: Table
    columns: Columns | None
    """None where no header was found: then there are no rows either."""
    rows: tuple[Row, ...]
    """None of them where there are too many."""
    problems: tuple[Problem, ...]


def read_headed(
    data: bytes,
    vocabulary: Vocabulary,
    *,
    most: int = MOST_CANDIDATES,
    too_many: str = "too_many_candidates",
) -> Headed:
    """The header and the rows of a file, at most ``most``; never raises.

    ``too_many`` is the code of the problem of a longer one.
    """
    table = read_table(data, vocabulary.recognised, most=most)
    problems = list(table.problems)
    if not table.readable:
        return Headed(table, None, (), tuple(problems))
    columns, found = find_columns(table.rows, vocabulary)
    problems += found
    rows = [row for row in table.rows if columns and row[0] > columns.row]
    if columns is not None and not rows:
        problems.append(problem("CSV_DATA_REQUIRED"))
    if len(rows) > most:
        problems.append(problem(too_many, most=most))
        rows = []
    return Headed(table, columns, tuple(rows), tuple(problems))
