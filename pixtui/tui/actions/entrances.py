"""Where sessions are chosen: the list of them, the rooms of a centre."""

from pixtui.tui.actions.action import Action, action
from pixtui.wording.catalogue import N_

ENTRANCES: tuple[Action, ...] = (
    # the list of sessions
    action(
        "sessions",
        "open",
        "enter",
        N_("open"),
        N_("Open the session under the cursor."),
        footer=True,
    ),
    action(
        "sessions",
        "new",
        "f2 n",
        N_("new session"),
        N_("Create a session: a form asks for the room, the date and the time."),
        footer=True,
        writes=True,
    ),
    action(
        "sessions",
        "rehearse",
        "1 r",
        N_("rehearse"),
        N_("Rehearse a session: a fictional class, scripted trouble, a debrief."),
        footer=True,
        writes=True,
    ),
    action(
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
    action(
        "sessions",
        "replay",
        "right",
        N_("replay"),
        N_("See the session under the cursor again, entry by entry, as its screens showed it."),
        footer=True,
    ),
    action(
        "sessions",
        "to_centre",
        "f5 c",
        N_("centre"),
        N_("Follow every room of the day on one screen."),
        footer=True,
    ),
    action("sessions", "quit_list", "escape", N_("quit"), N_("Leave pixtui."), footer=True),
    # the rooms of a centre
    action(
        "centre",
        "visit",
        "enter",
        N_("look in"),
        N_("Look into the room under the cursor, read-only; Esc comes back."),
        footer=True,
    ),
    action(
        "centre",
        "find_room",
        "slash",
        N_("search"),
        N_("Show only the lines with these letters: a room, a name at the keyboard, a need."),
        footer=True,
    ),
    action(
        "centre",
        "day_summary",
        "f5 p",
        N_("summary"),
        N_("Make the summary of the day, as a PDF or for a spreadsheet."),
        footer=True,
    ),
    action("centre", "next_day", "right", N_("next day"), N_("Go to the next day with a session.")),
    action(
        "centre",
        "day_before",
        "left",
        N_("day before"),
        N_("Go to the day with a session before this one."),
    ),
    action(
        "centre",
        "leave_centre",
        "escape",
        N_("back"),
        N_("Go back to the list of sessions, or leave pixtui."),
        footer=True,
    ),
)
