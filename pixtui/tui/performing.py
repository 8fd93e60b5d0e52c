"""What every screen does with a key: the action of the registry, and moving in its list."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.screen import Screen

from pixtui.tui.actions import BY_ID, Action, Scope
from pixtui.tui.context import Voice
from pixtui.tui.widgets.row_list import RowList


class Performs:
    """A screen whose keys are those of the registry for its places."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere",)
    voice: Voice

    @property
    def places(self) -> tuple[Scope, ...]:
        """The places whose keys hold here."""
        return self.SCOPES

    def bind_actions(self, screen: Screen[Any], more: Iterable[Action] = ()) -> None:
        """Bind the keys of this screen's places, and of what more can be done on it."""
        for action in (*self.voice.keymap.of(self.places), *more):
            for key in action.keys:
                screen._bindings.bind(key, f"perform('{action.id}')", show=False)

    def offered(self) -> list[Action]:
        """The actions that are offered here."""
        return self.voice.keymap.of({*self.places, "everywhere"})

    def footer_actions(self) -> list[Action]:
        """The actions of the footer: this screen's own first, help last."""
        here = self.offered()
        listed = [one for scope in reversed(self.places) for one in here if one.scope == scope]
        return [action for action in listed if action.footer and action.id not in self.SCOPES]

    def action_perform(self, action_id: str) -> None:
        """A key of the registry was pressed."""
        assert isinstance(self, Screen)
        self.perform(self, action_id)

    def perform(self, screen: Screen[Any], action_id: str) -> None:
        """Do an action: this screen's own method, else the app's."""
        handler = getattr(self, f"do_{action_id}", None) or getattr(
            screen.app, f"do_{action_id}", None
        )
        if handler is not None and self.allows(BY_ID[action_id]):
            handler()

    def legend(self) -> str:
        """What the signs of this screen mean, for its help; empty where it has none."""
        return ""

    def topics(self) -> list[str]:
        """What is in front, as sections of the manual: the closest first."""
        return [f"scope-{self.SCOPES[-1]}"]

    def allows(self, action: Action) -> bool:  # noqa: ARG002 - screens of a read-only session say no
        """Whether that action may be done here."""
        return True


class Listing:
    """Moving in the list of a screen, while one types in its search too."""

    def do_move_down(self) -> None:
        """The line below."""
        _list_of(self).move(1)

    def do_move_up(self) -> None:
        """The line above."""
        _list_of(self).move(-1)

    def do_page_down(self) -> None:
        """A page down."""
        _list_of(self).page(1)

    def do_page_up(self) -> None:
        """A page up."""
        _list_of(self).page(-1)

    def do_to_first(self) -> None:
        """The first line."""
        _list_of(self).first()

    def do_to_last(self) -> None:
        """The last line."""
        _list_of(self).last()


def _list_of(screen: object) -> RowList:
    assert isinstance(screen, Screen)
    return screen.query_one(RowList)
