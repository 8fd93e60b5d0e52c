"""The one registry of actions: footer, help, key table and key-clash check all come from it.

An action is what a key does: its keys (the first is the one shown), its label and its help
as msgids, and where it applies. A screen takes its bindings from its scopes and answers an
action by a method ``do_<id>``. Digits, F-keys, arrows, Enter and Space come first because
they arrive from every keyboard and terminal; letters are aliases.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from attrs import evolve, frozen

from pixtui.wording.catalogue import N_

Scope = Literal[
    "everywhere",
    "list",
    "sessions",
    "centre",
    "session",
    "rehearsal",
    "people",
    "checklist",
    "grid",
    "incidents",
    "finalise",
    "history",
    "rollcall",
    "certifiability",
    "typing",
    "replay",
    "projector",
    "preview",
    "form",
    "choice",
    "manual",
]


@frozen(kw_only=True)
class Action:
    """One thing a key does in one place."""

    id: str
    scope: Scope
    keys: tuple[str, ...]
    label: str
    """Two or three words for the footer, a msgid."""
    help: str
    """One sentence for the help screen, a msgid."""
    footer: bool = False
    """Whether the footer of its place shows it."""
    writes: bool = False
    """Whether it declares something: not offered where the session is read-only."""
    aside: bool = False
    """Whether a replay has no use for it: it helps to declare, or it writes files."""


def _action(
    scope: Scope,
    action_id: str,
    keys: str,
    label: str,
    help_text: str,
    *,
    footer: bool = False,
    writes: bool = False,
    aside: bool = False,
) -> Action:
    return Action(
        id=action_id,
        scope=scope,
        keys=tuple(keys.split()),
        label=label,
        help=help_text,
        footer=footer,
        writes=writes,
        aside=aside,
    )


ACTIONS: tuple[Action, ...] = (
    # everywhere
    _action(
        "everywhere",
        "help",
        "f1 question_mark",
        N_("help"),
        N_("Show every key of this screen."),
        footer=True,
    ),
    _action(
        "everywhere",
        "manual",
        "full_stop",
        N_("manual"),
        N_("Open the manual at what is in front, or at the refusal just said."),
    ),
    _action(
        "everywhere",
        "quit",
        "ctrl+q",
        N_("quit"),
        N_("Leave pixtui; everything shown is already saved."),
    ),
    _action("everywhere", "redraw", "ctrl+l", N_("redraw"), N_("Paint the whole screen again.")),
    _action(
        "everywhere",
        "palette",
        "colon ctrl+p",
        N_("find an action"),
        N_("Find an action of this screen by its words, and do it."),
    ),
    _action(
        "everywhere",
        "mouse",
        "ctrl+n",
        N_("mouse"),
        N_("Give the mouse to pixtui, or back to the terminal, which selects and copies with it."),
    ),
    _action(
        "everywhere",
        "colours",
        "percent_sign",
        N_("colours"),
        N_("Go on to other colours: dark, light, high contrast, none."),
    ),
    # lists of rows
    _action("list", "move_down", "down j", N_("line below"), N_("Go to the line below.")),
    _action("list", "move_up", "up k", N_("line above"), N_("Go to the line above.")),
    _action("list", "page_down", "pagedown", N_("page below"), N_("Go one page down.")),
    _action("list", "page_up", "pageup", N_("page above"), N_("Go one page up.")),
    _action("list", "to_first", "home", N_("first line"), N_("Go to the first line.")),
    _action("list", "to_last", "end", N_("last line"), N_("Go to the last line.")),
    # the list of sessions
    _action(
        "sessions",
        "open",
        "enter",
        N_("open"),
        N_("Open the session under the cursor."),
        footer=True,
    ),
    _action(
        "sessions",
        "new",
        "f2 n",
        N_("new session"),
        N_("Create a session: a form asks for the room, the date and the time."),
        footer=True,
        writes=True,
    ),
    _action(
        "sessions",
        "rehearse",
        "1 r",
        N_("rehearse"),
        N_("Rehearse a session: a fictional class, scripted trouble, a debrief."),
        footer=True,
        writes=True,
    ),
    _action(
        "sessions",
        "like",
        "plus d",
        N_("one like it"),
        N_(
            "Create a session like the one under the cursor, for another day, with its list or not."
        ),
        footer=True,
        writes=True,
    ),
    _action(
        "sessions",
        "replay",
        "right",
        N_("replay"),
        N_("See the session under the cursor again, entry by entry, as its screens showed it."),
        footer=True,
    ),
    _action(
        "sessions",
        "to_centre",
        "f5 c",
        N_("centre"),
        N_("Follow every room of the day on one screen."),
        footer=True,
    ),
    _action("sessions", "quit_list", "escape", N_("quit"), N_("Leave pixtui."), footer=True),
    # the rooms of a centre
    _action(
        "centre",
        "visit",
        "enter",
        N_("look in"),
        N_("Look into the room under the cursor, read-only; Esc comes back."),
        footer=True,
    ),
    _action(
        "centre",
        "find_room",
        "slash",
        N_("search"),
        N_("Show only the lines with these letters: a room, a name at the keyboard, a need."),
        footer=True,
    ),
    _action(
        "centre",
        "day_summary",
        "f5 p",
        N_("summary"),
        N_("Make the summary of the day, as a PDF or for a spreadsheet."),
        footer=True,
    ),
    _action(
        "centre", "next_day", "right", N_("next day"), N_("Go to the next day with a session.")
    ),
    _action(
        "centre",
        "day_before",
        "left",
        N_("day before"),
        N_("Go to the day with a session before this one."),
    ),
    _action(
        "centre",
        "leave_centre",
        "escape",
        N_("back"),
        N_("Go back to the list of sessions, or leave pixtui."),
        footer=True,
    ),
    # inside a session
    _action(
        "session",
        "grid",
        "f2",
        N_("candidates"),
        N_("Go to the live grid of the candidates."),
        footer=True,
    ),
    _action(
        "session",
        "incident",
        "f3",
        N_("incident"),
        N_("Write down an incident, about the candidate under the cursor or the room."),
        writes=True,
        footer=True,
    ),
    _action(
        "session",
        "code",
        "f4",
        N_("codes"),
        N_("Show the masked codes for ten seconds, or type them in."),
        footer=True,
        aside=True,
    ),
    _action(
        "session",
        "checklist",
        "f6",
        N_("steps"),
        N_("Go to the steps of the procedure."),
        footer=True,
    ),
    _action(
        "session",
        "incidents",
        "f7",
        N_("incident log"),
        N_("Go to the log of the incidents."),
        footer=True,
    ),
    _action(
        "session",
        "finalise",
        "f8",
        N_("finalise"),
        N_("See what is missing before the end, then seal the record."),
        footer=True,
    ),
    _action("session", "history", "f9", N_("history"), N_("See every entry; undo or correct one.")),
    _action(
        "session",
        "room",
        "exclamation_mark ctrl+r",
        N_("whole room"),
        N_("Interrupt the whole room, or the marked candidates only; again to go on."),
        writes=True,
    ),
    _action(
        "session",
        "alarm",
        "ctrl+e",
        N_("alarm"),
        N_("Alarm: this very minute is noted, every clock stops, then the roll call."),
        writes=True,
    ),
    _action(
        "session",
        "edit_session",
        "ctrl+d",
        N_("session details"),
        N_("Change the number, the room, the times or the mode of the session."),
        writes=True,
    ),
    _action(
        "session",
        "hand_over",
        "ctrl+o",
        N_("hand over"),
        N_("Another person takes the keyboard."),
        writes=True,
    ),
    _action(
        "session",
        "save_copy",
        "ctrl+k",
        N_("save a copy"),
        N_("Save the session in another file: elsewhere if the disk fails, or what is good of it."),
        aside=True,
    ),
    _action(
        "session",
        "papers",
        "ctrl+t",
        N_("papers"),
        N_("Make or print papers: those of this moment, or any other."),
        aside=True,
    ),
    _action(
        "session",
        "certifiability",
        "ctrl+g",
        N_("certifiable"),
        N_("See who may be certified, from data of which date, and who is not far from it."),
    ),
    _action(
        "session",
        "typing",
        "ctrl+y",
        N_("what to type"),
        N_("See what each candidate types at entry, and compare it with what was typed."),
    ),
    _action(
        "session",
        "import_list",
        "ctrl+f",
        N_("import a file"),
        N_("Bring in a list or a profile collection: a preview says what it would do."),
        writes=True,
    ),
    _action(
        "session",
        "undo_mine",
        "at ctrl+z",
        N_("undo my last"),
        N_("Undo what you declared last, whatever it is about, after a yes."),
        writes=True,
    ),
    _action("session", "back", "escape", N_("back"), N_("Go back, without losing anything.")),
    # in a rehearsal
    _action(
        "rehearsal",
        "read_told",
        "right_parenthesis",
        N_("read"),
        N_("What has just happened was read: the line that tells it goes."),
        writes=True,
    ),
    _action(
        "rehearsal",
        "go_on",
        "greater_than_sign",
        N_("next event"),
        N_("Go on at once to the next thing that happens."),
        footer=True,
        writes=True,
    ),
    _action(
        "rehearsal",
        "pause",
        "ctrl+x",
        N_("stop the clock"),
        N_("Stop the clock of the rehearsal, or let it go on."),
        writes=True,
    ),
    _action(
        "rehearsal",
        "debrief",
        "ctrl+w",
        N_("debrief"),
        N_("See what has happened, and what was done in time, late, or forgotten."),
        footer=True,
    ),
    # the lists of candidates
    _action(
        "people",
        "jump",
        "comma g",
        N_("go to"),
        N_("Go to a seat or a name by typing it: the cursor moves as you type, nobody is hidden."),
    ),
    # the checklist
    _action(
        "checklist",
        "tick",
        "enter space",
        N_("tick"),
        N_("Tick the item or the step under the cursor; again to take the tick back."),
        footer=True,
        writes=True,
    ),
    _action(
        "checklist",
        "next",
        "1 n",
        N_("what comes next"),
        N_("Put the cursor on the step that comes next."),
    ),
    _action(
        "checklist",
        "reason",
        "2 r",
        N_("with a reason"),
        N_("Mark the step done, put off or not applicable, with a reason."),
        footer=True,
        writes=True,
    ),
    _action(
        "checklist",
        "step_papers",
        "f5 p",
        N_("print"),
        N_("Make or print the papers that the step under the cursor calls for."),
        footer=True,
        aside=True,
    ),
    _action(
        "checklist",
        "open_item",
        "right",
        N_("items"),
        N_("Go into the items of the step."),
        aside=True,
    ),
    _action(
        "checklist",
        "close_item",
        "left",
        N_("steps"),
        N_("Go back to the list of steps."),
        aside=True,
    ),
    # the live grid
    _action(
        "grid",
        "offer",
        "enter",
        N_("next action"),
        N_("Offer what naturally comes next for this candidate, and everything else."),
        footer=True,
        writes=True,
    ),
    _action(
        "grid",
        "identity",
        "1 i",
        N_("identity"),
        N_("The identity document was checked."),
        writes=True,
    ),
    _action(
        "grid", "sign", "2 s", N_("signature"), N_("The attendance sheet was signed."), writes=True
    ),
    _action(
        "grid",
        "presence",
        "3 p",
        N_("presence"),
        N_("Presence was confirmed in the invigilator space (15 minutes)."),
        writes=True,
    ),
    _action(
        "grid",
        "ready",
        "4 r",
        N_("ready"),
        N_("At the entry screen, waiting for the access code."),
        writes=True,
    ),
    _action("grid", "start", "5 d", N_("start"), N_("The test began."), writes=True),
    _action(
        "grid",
        "hold",
        "6 h",
        N_("interrupt / resume"),
        N_("The test is held up, or goes on again."),
        writes=True,
    ),
    _action("grid", "finish", "7 t", N_("end"), N_("The candidate ended the test."), writes=True),
    _action(
        "grid",
        "end_screen",
        "8 v",
        N_("end screen"),
        N_("The end-of-test page was seen."),
        writes=True,
    ),
    _action(
        "grid",
        "sign_out",
        "9 o",
        N_("signed out"),
        N_("The candidate signed out of Pix."),
        writes=True,
    ),
    _action("grid", "absent", "0 a", N_("absent"), N_("The candidate did not come."), writes=True),
    _action(
        "grid",
        "mark",
        "space",
        N_("mark"),
        N_("Mark this row: the next action concerns all the marked rows."),
        aside=True,
    ),
    _action(
        "grid",
        "mark_all",
        "asterisk",
        N_("mark all"),
        N_("Mark all the rows shown, or none."),
        aside=True,
    ),
    _action(
        "grid",
        "filter",
        "slash",
        N_("search"),
        N_("Show only the rows with these letters, accents or not."),
        footer=True,
    ),
    _action(
        "grid",
        "order",
        "f5",
        N_("order"),
        N_("Order the rows by urgency, by name or by seat."),
        footer=True,
    ),
    _action(
        "grid",
        "extra_time",
        "minus x",
        N_("extra time"),
        N_("Hide or show the extra time, when someone looks over your shoulder."),
    ),
    _action(
        "grid",
        "undo_last",
        "backspace u",
        N_("undo"),
        N_("Undo the last thing declared about this candidate."),
        writes=True,
    ),
    _action("grid", "add", "plus", N_("add"), N_("Add a candidate to the list."), writes=True),
    _action(
        "grid",
        "edit",
        "equals_sign e",
        N_("edit"),
        N_("Change what is known of a candidate."),
        writes=True,
    ),
    _action(
        "grid",
        "certifiable",
        "dollar_sign c",
        N_("certifiable"),
        N_("The candidate may be certified (level 1 in at least 5 competences); again: may not."),
        writes=True,
    ),
    _action(
        "grid",
        "remove",
        "delete",
        N_("remove"),
        N_("Take off the list a candidate about whom nothing was declared."),
        writes=True,
    ),
    _action(
        "grid",
        "seats",
        "semicolon n",
        N_("give seats"),
        N_("Give the marked rows, or all, their seats in the order shown."),
        writes=True,
    ),
    _action(
        "grid",
        "from_paper",
        "less_than_sign w",
        N_("from paper"),
        N_("Type in, candidate by candidate, a day that went on by hand on paper."),
        writes=True,
    ),
    # the incident log
    _action(
        "incidents",
        "amend",
        "enter",
        N_("amend"),
        N_("Say the incident better."),
        footer=True,
        writes=True,
    ),
    _action(
        "incidents",
        "close",
        "f5 c",
        N_("close"),
        N_("The incident is dealt with: say how."),
        footer=True,
        writes=True,
    ),
    _action(
        "incidents",
        "only_open",
        "1 o",
        N_("open only"),
        N_("Show only what is still open; again: everything."),
        footer=True,
    ),
    _action(
        "incidents",
        "only_about",
        "2 w",
        N_("this one only"),
        N_("Show only what is about the same candidate as the line under the cursor, or the room."),
    ),
    _action(
        "incidents",
        "only_kind",
        "3 t",
        N_("this code only"),
        N_("Show only what has the same code as the line under the cursor."),
    ),
    _action(
        "incidents",
        "only_place",
        "4 d",
        N_("where it goes"),
        N_("Show only what goes to one place: live, finalisation, paper, fraud form, session box."),
    ),
    _action(
        "incidents",
        "search_log",
        "slash",
        N_("search"),
        N_("Show only the incidents with these letters, accents or not."),
        footer=True,
    ),
    # finalising
    _action(
        "finalise",
        "mend",
        "enter",
        N_("go and mend"),
        N_("Go where this line is mended; after the seal, tick it as typed into Pix."),
        footer=True,
    ),
    _action(
        "finalise",
        "override",
        "f5 r",
        N_("leave, with a reason"),
        N_("Leave this line open, with a reason."),
        footer=True,
        writes=True,
    ),
    _action(
        "finalise",
        "seal",
        "f12",
        N_("seal"),
        N_("Seal the record for good: asked twice."),
        footer=True,
        writes=True,
    ),
    # the history
    _action(
        "history",
        "undo",
        "f5 u",
        N_("undo"),
        N_("Undo the entry under the cursor: it stays in the record, crossed out."),
        footer=True,
        writes=True,
    ),
    _action(
        "history",
        "correct",
        "enter",
        N_("correct"),
        N_("Give the entry its right time."),
        footer=True,
        writes=True,
    ),
    _action(
        "history",
        "see_then",
        "right r",
        N_("as it was then"),
        N_("See the screens as they were at the entry under the cursor; Esc comes back."),
        footer=True,
        aside=True,
    ),
    # the roll call
    _action(
        "rollcall",
        "there",
        "1 space",
        N_("there"),
        N_("The one under the cursor answers; on to the next one."),
        footer=True,
        writes=True,
    ),
    _action(
        "rollcall",
        "missing",
        "2 m",
        N_("missing"),
        N_("The one under the cursor does not answer."),
        footer=True,
        writes=True,
    ),
    _action(
        "rollcall",
        "other_roll",
        "f5 tab",
        N_("outside / back"),
        N_("From the roll call outside to the one back in the room, or again."),
        footer=True,
    ),
    # who may be certified
    _action(
        "certifiability",
        "certifiable_one",
        "enter c",
        N_("certifiable or not"),
        N_("The candidate may be certified, or may not: known from elsewhere, said by hand."),
        footer=True,
        writes=True,
    ),
    # what to type at entry
    _action(
        "typing",
        "compare",
        "enter",
        N_("compare"),
        N_("Compare, letter by letter, what a refused candidate typed with the list."),
        footer=True,
    ),
    # before a file is brought in
    _action(
        "preview",
        "take_in",
        "f2 ctrl+s",
        N_("bring in"),
        N_("Bring the file in, its warnings accepted; one entry says all of it."),
        footer=True,
    ),
    _action(
        "preview",
        "show_more",
        "enter",
        N_("more problems"),
        N_("Show more of the problems, where there are many."),
    ),
    _action(
        "preview",
        "leave_out",
        "escape",
        N_("cancel"),
        N_("Leave the session as it is."),
        footer=True,
    ),
    # a replay: its keys are those of what declares, which has no place in it
    _action(
        "replay",
        "play",
        "space",
        N_("play / pause"),
        N_("Let the day go on at the speed chosen, or stand still."),
        footer=True,
    ),
    _action(
        "replay",
        "entry_after",
        "right",
        N_("next entry"),
        N_("On to the next entry, whatever time passed until it."),
        footer=True,
    ),
    _action(
        "replay",
        "entry_before",
        "left",
        N_("entry before"),
        N_("Back to the entry before this one."),
        footer=True,
    ),
    _action(
        "replay",
        "go_to_entry",
        "equals_sign",
        N_("go to"),
        N_("Go to an entry by its number, or to a time of the day."),
        footer=True,
    ),
    _action(
        "replay",
        "speed",
        "asterisk",
        N_("speed"),
        N_("Take the next speed: 60, 600, entry by entry, 1, 10."),
        footer=True,
    ),
    _action(
        "replay",
        "after_about",
        "right_parenthesis",
        N_("next about this"),
        N_("On to the next entry about the candidate, incident or step under the cursor."),
    ),
    _action(
        "replay",
        "before_about",
        "left_parenthesis",
        N_("before about this"),
        N_("Back to the last entry about the candidate, incident or step under the cursor."),
    ),
    # the projector
    _action(
        "projector",
        "next_page",
        "right pagedown space",
        N_("next page"),
        N_("The next page of instructions."),
        footer=True,
    ),
    _action(
        "projector",
        "previous_page",
        "left pageup",
        N_("page before"),
        N_("The page of instructions before this one."),
        footer=True,
    ),
    _action(
        "projector",
        "project_code",
        "f4 c",
        N_("access code"),
        N_("Show the access code for one minute, once it was given; again hides it."),
        footer=True,
    ),
    # forms and choices
    _action("form", "submit", "f2 ctrl+s", N_("save"), N_("Save what is typed."), footer=True),
    _action(
        "form",
        "cancel",
        "escape",
        N_("cancel"),
        N_("Leave the form; nothing changes."),
        footer=True,
    ),
    _action("choice", "choose", "enter", N_("choose"), N_("Take this line."), footer=True),
    _action("choice", "dismiss", "escape", N_("cancel"), N_("Choose nothing."), footer=True),
    # the manual
    _action(
        "manual",
        "manual_follow",
        "enter",
        N_("follow"),
        N_("Go where a link in view leads; of several, which one is asked."),
        footer=True,
    ),
    _action(
        "manual",
        "manual_contents",
        "f2 t",
        N_("contents"),
        N_("Every page and section of the manual; type to find one."),
        footer=True,
    ),
    _action(
        "manual",
        "manual_search",
        "slash",
        N_("search"),
        N_("Find words in the whole manual."),
        footer=True,
    ),
    _action(
        "manual",
        "manual_next",
        "f5 n",
        N_("next found"),
        N_("Go to the next place that holds the words looked for."),
        footer=True,
    ),
    _action(
        "manual",
        "manual_section",
        "right",
        N_("next section"),
        N_("Go to the section below, or to the next page."),
    ),
    _action(
        "manual",
        "manual_section_before",
        "left",
        N_("section before"),
        N_("Go to the section above, or to the page before."),
    ),
    _action(
        "manual",
        "manual_back",
        "backspace",
        N_("place before"),
        N_("Go back to where one was in the manual."),
    ),
    _action(
        "manual",
        "leave_manual",
        "escape",
        N_("close the manual"),
        N_("Close the manual: everything stands as it did."),
        footer=True,
    ),
)

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}

PLACE_NAMES: Mapping[Scope, str] = {
    "everywhere": N_("everywhere"),
    "list": N_("in every list"),
    "sessions": N_("list of sessions"),
    "centre": N_("rooms of the centre"),
    "session": N_("in a session"),
    "rehearsal": N_("in a rehearsal"),
    "people": N_("list of candidates"),
    "checklist": N_("checklist"),
    "grid": N_("live grid"),
    "incidents": N_("incident log"),
    "finalise": N_("finalising"),
    "history": N_("history"),
    "rollcall": N_("roll call"),
    "certifiability": N_("certifiable"),
    "typing": N_("what to type"),
    "replay": N_("replay"),
    "projector": N_("projector"),
    "preview": N_("import preview"),
    "form": N_("forms"),
    "choice": N_("choices"),
    "manual": N_("in the manual"),
}
"""How a place is called, a msgid."""

Place = tuple[Scope, ...]
IN_SESSION: tuple[Scope, ...] = (
    "checklist",
    "grid",
    "incidents",
    "finalise",
    "history",
    "rollcall",
    "certifiability",
    "typing",
)
"""The screens of a session."""
OF_PEOPLE: tuple[Scope, ...] = ("grid", "rollcall", "certifiability", "typing")
"""Those of them whose rows are candidates."""
_OF_SESSION: tuple[Place, ...] = tuple(
    ("everywhere", "list", "session", *(("people",) if one in OF_PEOPLE else ()), one)
    for one in IN_SESSION
)
PLACES: tuple[Place, ...] = (
    ("everywhere", "list", "sessions"),
    ("everywhere", "list", "centre"),
    *((*place, "rehearsal") for place in _OF_SESSION),
    *((*place, "replay") for place in _OF_SESSION),
    ("everywhere", "projector"),
    ("everywhere", "list", "preview"),
    ("everywhere", "form"),
    ("everywhere", "list", "choice"),
    ("everywhere", "list", "manual"),
)
"""The scopes whose keys hold at the same time, of each kind of screen and dialog."""


def held(
    actions: Iterable[Action], place: Collection[Scope], *, alarm: bool = False
) -> list[Action]:
    """The actions of a place, with the keys that are theirs there; the alarm's too if asked.

    In a replay what declares, or helps to, leaves the replay the keys it takes.
    """
    found = [one for one in actions if one.scope in place or (alarm and one.id == "alarm")]
    if "replay" not in place:
        return found
    taken = {key for one in found if one.scope == "replay" for key in one.keys}
    left = [
        evolve(one, keys=tuple(key for key in one.keys if key not in taken))
        if one.writes or one.aside
        else one
        for one in found
    ]
    return [one for one in left if one.keys]


def clashes(actions: Iterable[Action]) -> list[tuple[str, str, str]]:
    """The keys that two actions of one place claim: (key, one id, the other)."""
    holder: dict[str, str] = {}
    found = []
    for action in actions:
        for key in action.keys:
            if key in holder:
                found.append((key, holder[key], action.id))
            holder.setdefault(key, action.id)
    return found
