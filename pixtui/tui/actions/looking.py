"""Looking on: a replay, the projector."""

from pixtui.tui.actions.action import Action, action
from pixtui.wording.catalogue import N_

LOOKING: tuple[Action, ...] = (
    # a replay: its keys are those of what declares, which has no place in it
    action(
        "replay",
        "play",
        "space",
        N_("play / pause"),
        N_("Let the day go on at the speed chosen, or stand still."),
        footer=True,
    ),
    action(
        "replay",
        "entry_after",
        "right",
        N_("next entry"),
        N_("On to the next entry, whatever time passed until it."),
        footer=True,
    ),
    action(
        "replay",
        "entry_before",
        "left",
        N_("entry before"),
        N_("Back to the entry before this one."),
        footer=True,
    ),
    action(
        "replay",
        "go_to_entry",
        "equals_sign",
        N_("go to"),
        N_("Go to an entry by its number, or to a time of the day."),
        footer=True,
    ),
    action(
        "replay",
        "speed",
        "asterisk",
        N_("speed"),
        N_("Take the next speed: 60, 600, entry by entry, 1, 10."),
        footer=True,
    ),
    action(
        "replay",
        "after_about",
        "right_parenthesis",
        N_("next about this"),
        N_("On to the next entry about the candidate, incident or step under the cursor."),
    ),
    action(
        "replay",
        "before_about",
        "left_parenthesis",
        N_("before about this"),
        N_("Back to the last entry about the candidate, incident or step under the cursor."),
    ),
    # the projector
    action(
        "projector",
        "next_page",
        "right pagedown space",
        N_("next page"),
        N_("The next page of instructions."),
        footer=True,
    ),
    action(
        "projector",
        "previous_page",
        "left pageup",
        N_("page before"),
        N_("The page of instructions before this one."),
        footer=True,
    ),
    action(
        "projector",
        "project_code",
        "f4 c",
        N_("access code"),
        N_("Show the access code for one minute, once it was given; again hides it."),
        footer=True,
    ),
)
