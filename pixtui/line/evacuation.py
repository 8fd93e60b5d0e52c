"""The alarm, the roll calls, the room that is held up and goes on."""

from pixtui.domain import commands as c
from pixtui.domain.derive import open_room_interruptions
from pixtui.domain.outcome import Refusal
from pixtui.domain.rollcall import EVACUATION, Direction, Roll, roll
from pixtui.domain.session import Interruption
from pixtui.line.here import Here
from pixtui.line.naming import ask_one, seat_and_name
from pixtui.line.talk import ToMenuError
from pixtui.present.choices import cause_choices, going_on_choices, interruption_told
from pixtui.present.incident_forms import alarm_command
from pixtui.present.rollcall import before_resuming, roll_line
from pixtui.wording.catalogue import N_
from pixtui.wording.paragraphs import evacuation_paragraph
from pixtui.wording.when import hour


def alarm(here: Here) -> None:
    """The alarm word was typed: its minute is noted, whatever is answered afterwards and when.

    Once confirmed, what was being asked is left for the roll call.
    """
    at = here.now().replace(microsecond=0)
    if not here.may_write():
        return
    if not any(one.candidates is None for one in open_room_interruptions(here.state)):
        safety = here.book.situation_do(EVACUATION, here.words.language)[:1]
        when = hour(here.state, at)
        listed = [
            ("yes", here.text(N_("Yes, alarm at {at}: stop every clock"), at=when)),
            ("no", here.text(N_("No, go back"))),
        ]
        about = " ".join(map(here.words.with_own_keys, safety))
        again = {"yes": "! alarm alarme"}
        title = here.text(N_("ALARM"))
        if here.talk.choose(title, listed, about=about, also=again) != "yes":
            return
        if isinstance(here.ask_json(alarm_command(at)), Refusal):
            return
    raise ToMenuError("roll")


def roll_call(here: Here) -> None:
    """Everyone who is in the building, one after the other, outside and back in."""
    told = here.book.situation_do(EVACUATION, here.words.language)
    here.talk.say(*map(here.words.with_own_keys, told))
    way: Direction = "out"
    while (found := roll(here.state)) is not None:
        here.talk.say(roll_line(found, way, here.words).strip())
        if not found.interruption.open:
            here.talk.say(_paragraph(here, found))
        waiting = found.uncalled(way)
        picked = here.talk.choose("", _ways(here, found, way), quiet=False)
        if picked is None:
            return
        if picked == "other":
            way = "back" if way == "out" else "out"
        elif picked == "room":
            if here.may_write():
                _go_on(here)
        elif picked == "by_name":
            _call_by_name(here, way)
        elif here.may_write():
            one = (waiting[0].id,)
            here.ask(c.RollCall(candidates=one, direction=way, present=picked == "there"))
    here.talk.say(here.text(N_("The room is not interrupted.")))


def _ways(here: Here, found: Roll, way: Direction) -> list[tuple[str, str]]:
    listed: list[tuple[str, str]] = []
    waiting = found.uncalled(way)
    if waiting:
        name = seat_and_name(waiting[0])
        listed += [
            ("there", here.text(N_("{name}: there"), name=name)),
            ("missing", here.text(N_("{name}: MISSING"), name=name)),
        ]
    other = N_("The roll call back in the room") if way == "out" else N_("The roll call outside")
    listed += [
        ("by_name", here.text(N_("Somebody else, by seat or name"))),
        ("other", here.text(other)),
    ]
    if found.interruption.open:
        listed.append(("room", here.text(N_("The room goes on"))))
    return listed


def _call_by_name(here: Here, way: Direction) -> None:
    one = ask_one(here, here.text(N_("Who")))
    if one is None:
        return
    listed = [("there", here.text(N_("there"))), ("missing", here.text(N_("MISSING")))]
    answer = here.talk.choose(here.name(one), listed)
    if answer is not None and here.may_write():
        here.ask(c.RollCall(candidates=(one,), direction=way, present=answer == "there"))


def _paragraph(here: Here, found: Roll) -> str:
    """After the alarm: what stands in the incident report, the new ends with it."""
    return evacuation_paragraph(here.state, found, here.now(), here.words, here.book)


def ask_room(here: Here, some: tuple[str, ...] = ()) -> None:
    """Everyone, or some, are held up by the same cause; or the room goes on."""
    if not here.may_write():
        return
    held = open_room_interruptions(here.state)
    if held and not some:
        over = _go_on(here)
        if over is not None:
            here.talk.say(_paragraph(here, over))
        return
    title = here.text(N_("The whole room, by what?"))
    people = here.state.candidates
    under_way = tuple(one for one in some if people[one].start and not people[one].end)
    if some and not under_way:
        here.talk.say(here.text(N_("None of those marked has a test under way.")))
        return
    some = under_way
    if some:
        title = here.text(N_("These only, by what?"))
        title += "  " + ", ".join(here.name(one) for one in some)
    cause = here.talk.choose(title, cause_choices(here.book, here.words))
    if cause is not None:
        here.ask(c.InterruptRoom(cause=cause, candidates=some or None))


def _go_on(here: Here) -> Roll | None:
    """The room goes on after a yes; the roll calls of an evacuation that is over by it."""
    held = open_room_interruptions(here.state)
    called = roll(here.state)
    evacuated = called is not None and called.interruption.open
    about = before_resuming(called, here.words) if called and evacuated else ""
    if len(held) > 1:
        listed = going_on_choices(here.state, held, here.words, here.book)
        title = here.text(N_("What goes on? ({n} interruptions)"), n=len(held))
        which = here.talk.choose(title, listed, about=about)
        if which in (None, "no"):
            return None
        here.ask(c.ResumeRoom() if which == "all" else c.ResumeRoom(interruption=which))
    elif not _confirmed(here, held[0], about):
        return None
    else:
        here.ask(c.ResumeRoom())
    over = roll(here.state) if evacuated else None
    return over if over is not None and not over.interruption.open else None


def _confirmed(here: Here, held: Interruption, about: str) -> bool:
    """Whether the one interruption there is ends."""
    question, yes = here.text(N_("The room goes on?")), here.text(N_("Yes, it goes on"))
    if held.candidates is not None:
        question, yes = here.text(N_("They go on?")), here.text(N_("Yes, they go on"))
    told = interruption_told(here.state, held, here.words, here.book)
    return here.talk.confirm(question, yes, "\n".join(filter(None, (told, about))))
