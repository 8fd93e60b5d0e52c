"""``pixtui summary``: the rooms of one day on one paper, or in one table."""

import argparse

from pixtui.cli.centre import centres, day_asked, folder_of
from pixtui.cli.shared import DONE, REFUSED, USAGE, put, put_text, say
from pixtui.clock import system_clock
from pixtui.documents.errors import PaperError
from pixtui.exchange.export_csv import write_csv
from pixtui.files import path_typed, write_private
from pixtui.present.day_summary import day_header, day_of, day_rows
from pixtui.rules.rulebook import rulebook
from pixtui.store.errors import reason
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.papers import paper_sentence

KINDS = (".pdf", ".csv")


def run(asked: argparse.Namespace, text: Words) -> int:
    """Make it; the file is whole or as it was before."""
    folder, date = folder_of(asked.folder), day_asked(asked.date, text)
    path = path_typed(asked.output)
    if path.suffix not in KINDS:
        say(text.text(N_("The name ends in .pdf, or in .csv for a spreadsheet.")))
        return USAGE
    found = next(centres(folder, date, watch=False))
    if found.date is None or not any(room.of_day for room in found.rooms):
        say(text.text(N_("There is no session of that day here.")))
        return REFUSED
    day = day_of(found, found.date, system_clock(), text, rulebook())
    pages = 0

    def told(page: int) -> None:
        nonlocal pages
        pages = page

    try:
        if path.suffix == ".csv":
            data = write_csv(day_header(text), day_rows(day))
        else:
            from pixtui.documents.day_summary import day_summary  # fpdf2: heavy

            data = day_summary(day, told)
        write_private(path, data)
    except PaperError as error:
        say(paper_sentence(text, error.code, error.params))
        return REFUSED
    except OSError as error:
        params = {"path": str(path), "reason": reason(error)}
        say(paper_sentence(text, "not_written", params))
        return REFUSED
    for one in day.unread:
        say(one)
    if asked.json:
        files = [{"name": "summary", "path": str(path), "pages": pages}]
        put({"folder": str(path.parent), "files": files})
    else:
        put_text(text.say(N_("Written: {path}."), path=str(path)))
    return DONE
