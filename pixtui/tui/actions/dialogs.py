"""What is asked in front of a screen: forms, choices, the manual."""

from pixtui.tui.actions.action import Action, action
from pixtui.wording.catalogue import N_

DIALOGS: tuple[Action, ...] = (
    # forms and choices
    action("form", "submit", "f2 ctrl+s", N_("save"), N_("Save what is typed."), footer=True),
    action(
        "form",
        "cancel",
        "escape",
        N_("cancel"),
        N_("Leave the form; nothing changes."),
        footer=True,
    ),
    action("choice", "choose", "enter", N_("choose"), N_("Take this line."), footer=True),
    action("choice", "dismiss", "escape", N_("cancel"), N_("Choose nothing."), footer=True),
    # the manual
    action(
        "manual",
        "manual_follow",
        "enter",
        N_("follow"),
        N_("Go where a link in view leads; of several, which one is asked."),
        footer=True,
    ),
    action(
        "manual",
        "manual_contents",
        "f2 t",
        N_("contents"),
        N_("Every page and section of the manual; type to find one."),
        footer=True,
    ),
    action(
        "manual",
        "manual_search",
        "slash",
        N_("search"),
        N_("Find words in the whole manual."),
        footer=True,
    ),
    action(
        "manual",
        "manual_next",
        "f5 n",
        N_("next found"),
        N_("Go to the next place that holds the words looked for."),
        footer=True,
    ),
    action(
        "manual",
        "manual_section",
        "right",
        N_("next section"),
        N_("Go to the section below, or to the next page."),
    ),
    action(
        "manual",
        "manual_section_before",
        "left",
        N_("section before"),
        N_("Go to the section above, or to the page before."),
    ),
    action(
        "manual",
        "manual_back",
        "backspace",
        N_("place before"),
        N_("Go back to where one was in the manual."),
    ),
    action(
        "manual",
        "leave_manual",
        "escape",
        N_("close the manual"),
        N_("Close the manual: everything stands as it did."),
        footer=True,
    ),
)
