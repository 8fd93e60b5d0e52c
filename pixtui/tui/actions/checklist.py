"""The steps of the procedure."""

from pixtui.tui.actions.action import Action, action
from pixtui.wording.catalogue import N_

CHECKLIST: tuple[Action, ...] = (
    # the checklist
    action(
        "checklist",
        "tick",
        "enter space",
        N_("tick"),
        N_("Tick the item or the step under the cursor; again to take the tick back."),
        footer=True,
        writes=True,
    ),
    action(
        "checklist",
        "next",
        "1 n",
        N_("what comes next"),
        N_("Put the cursor on the step that comes next."),
    ),
    action(
        "checklist",
        "reason",
        "2 r",
        N_("with a reason"),
        N_("Mark the step done, put off or not applicable, with a reason."),
        footer=True,
        writes=True,
    ),
    action(
        "checklist",
        "step_papers",
        "f5 p",
        N_("print"),
        N_("Make or print the papers that the step under the cursor calls for."),
        footer=True,
        aside=True,
    ),
    action(
        "checklist",
        "open_item",
        "right",
        N_("items"),
        N_("Go into the items of the step."),
        aside=True,
    ),
    action(
        "checklist",
        "close_item",
        "left",
        N_("steps"),
        N_("Go back to the list of steps."),
        aside=True,
    ),
)
