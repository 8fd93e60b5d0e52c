"""What is about the whole session: its list, its details, who comes, a copy of it."""

from pathlib import Path

from pixtui.desk.desk import refused
from pixtui.desk.importing import Looked, Wanted, look_at, take_in
from pixtui.domain import commands as c
from pixtui.domain.text import visible
from pixtui.files import path_typed
from pixtui.line.asking import pick_field
from pixtui.line.here import Here
from pixtui.line.naming import ask_people, seat_and_name
from pixtui.line.people import certify
from pixtui.present.brief import brief_lines
from pixtui.present.certifiability import certifiability_line, certifiability_rows
from pixtui.present.details import detail_fields, edit_command, typed_details
from pixtui.present.field import YES, Values
from pixtui.present.forms import copy_field, file_fields, hand_over_fields, seats_fields
from pixtui.present.grid import place
from pixtui.present.importing import import_lines, import_summary
from pixtui.present.paper import Sheet, title, waiting
from pixtui.present.row import Row
from pixtui.present.seating import seat_commands
from pixtui.present.typing import typing_rows
from pixtui.store.errors import StoreError
from pixtui.store.reading import read_list
from pixtui.wording.catalogue import N_
from pixtui.wording.labels import FORMATS, label


def said(row: Row) -> str:
    """A row of the screen as a sentence."""
    return " ".join("".join(text for text, _tone in row.cells).split())


# --- the list


def bring_in(here: Here) -> None:
    """Which file, what it would do, then yes or no."""
    if not here.may_write():
        return
    text = here.text
    about = text(
        N_(
            "A list from Pix Certif or of a school, or a profile collection: "
            ".ods .xlsx .csv .xml .zip"
        )
    )
    fields = file_fields(here.words)
    read: list[tuple[bytes, Wanted]] = []

    def save(values: Values) -> str:
        try:
            data = read_list(path_typed(values["path"]))
        except StoreError as error:
            return here.why(refused(error))
        read.append((data, Wanted(class_name=values["class_name"] or None)))
        return ""

    if here.talk.form(text(N_("Import a file")), fields, save, about):
        _preview(here, *read[-1])


def _preview(here: Here, data: bytes, wanted: Wanted) -> None:
    while True:
        looked = look_at(data, here.state, here.now(), wanted)
        known = len(here.state.history)
        here.talk.say(label(FORMATS, looked.found.format, here.words))
        here.talk.lines([visible(one) for one in import_lines(looked, here.words)])
        if looked.found.worst() == "error":
            told = N_("Mend these errors in the file, or in the session, then import it again.")
            here.talk.say(here.text(told))
            return
        told = import_summary(looked.merge, here.words, done=False)
        yes = N_("Bring it in") if looked.found.worst() != "warning" else N_("Bring it in anyway")
        if not here.talk.confirm(told, here.text(yes)):
            return
        if len(here.state.history) == known:
            _take_in(here, looked)
            return
        here.talk.say(here.text(N_("The session has changed meanwhile: look again.")))


def _take_in(here: Here, looked: Looked) -> None:
    done = take_in(here.desk, looked)
    here.own(done.seq)
    if done.refusal is not None:
        here.tell(done.refusal)
    else:
        here.talk.say(import_summary(done.looked.merge, here.words, done=True))


def seats(here: Here) -> None:
    """Seats for everyone or for those named, in the order of their names."""
    if not here.may_write():
        return
    who = ask_people(here, here.text(N_("Who is to be seated")), several=True)
    people = sorted(
        (here.one(one) for one in who), key=lambda one: place(here.state, one, "name", here.now())
    )
    if not people:
        return
    fields = seats_fields(here.words)

    def save(values: Values) -> str:
        keep = values["keep"].strip().lower() in YES
        commands = seat_commands(here.state, people, values["first"], keep=keep)
        if commands is None:
            return here.text(N_("The first seat ends by a number, as 1, 12 or A01."))
        here.ask_all(commands)
        return ""

    if here.talk.form(here.text(N_("Seats in order")), fields, save):
        here.talk.lines([seat_and_name(here.one(one.id)) for one in people])


def certifiable(here: Here) -> None:
    """Who may be certified, those not known first."""
    while True:
        listed = [(row.key, said(row)) for row in certifiability_rows(here.state, here.words, 1000)]
        picked = here.talk.choose(certifiability_line(here.state, here.words), listed)
        if picked is None or not here.may_write():
            return
        certify(here, here.one(picked))


def typing(here: Here) -> None:
    """What each candidate types at entry, those with letters that Pix drops first."""
    here.talk.say(here.text(N_("What each candidate types, exactly so:")))
    here.talk.lines([said(row) for row in typing_rows(here.state, here.words, 1000)])


def by_hand(here: Here) -> None:
    """A day kept on paper: one candidate after the other."""
    if not here.may_write():
        return
    usual, done = "", set[str]()
    here.talk.say(here.text(N_("Times are those of the paper; . stops, what is saved stays.")))
    while left := [one for one in waiting(here.state) if one.id not in done]:
        one = left[0]
        sheet = Sheet(
            state=here.state,
            words=here.words,
            now=here.now().replace(microsecond=0),
            one=one,
            usual_start=usual,
        )
        typed: dict[str, str] = {}

        def save(values: Values, sheet: Sheet = sheet, typed: dict[str, str] = typed) -> str:
            commands = sheet.commands(values)
            typed.update(values)
            return "" if here.ask_all(commands) else here.text(N_("Type it again, or leave."))

        if not here.talk.form(title(sheet), sheet.fields(), save):
            return
        usual = typed.get("start", "") or usual
        done.add(one.id)
    here.talk.say(here.text(N_("Everyone's day is told to its end.")))


# --- the session


def details(here: Here) -> None:
    """Change one of the details."""
    known = here.state.details
    if known is None or not here.may_write():
        return
    fields = detail_fields(here.words, known)
    picked = pick_field(here, here.text(N_("Session details")), fields)
    if picked is None:
        return
    held = {one.name: one.value for one in fields}

    def command(values: Values) -> object:
        typed = typed_details(here.words, {**held, **values})
        return edit_command(here.state.session, typed)

    here.form(here.text(N_("Session details")), [picked], command)


def hand_over(here: Here) -> None:
    """Another person takes the keyboard, and reads what they must know."""
    if not here.may_write():
        return
    fields = hand_over_fields(here.words)
    to: list[str] = []

    def act(values: Values) -> c.HandOver:
        to.append(values["to"])
        return c.HandOver(to=values["to"], brief=values["brief"])

    if here.form(here.text(N_("Hand over")), fields, act):
        here.desk.handed_to(to[-1])
        here.talk.say(here.text(N_("Hand-over to {name}"), name=visible(to[-1])))
        here.talk.say(*brief_lines(here.state, here.now(), here.words, here.book))


def copy(here: Here) -> None:
    """Save the session in another file."""
    text = here.text
    field = copy_field(here.desk.store.path, here.words)
    made: list[Path] = []

    def save(values: Values) -> str:
        path = path_typed(values["path"])
        try:
            here.desk.copy(path)
        except StoreError as error:
            return here.why(refused(error))
        made.append(path)
        return ""

    about = text(N_("Another disk is best: a USB key, another machine's folder."))
    if here.talk.form(text(N_("Save a copy")), [field], save, about):
        path = made[-1]
        here.talk.say(text(N_("Written: {path}."), path=visible(str(path))))
        if here.desk.store.read_only:
            here.go_on_in = path
