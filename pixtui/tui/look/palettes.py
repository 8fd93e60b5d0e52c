"""The themes as ``styles/themes.toml`` has them: colours by their use, attributes by tone."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from attrs import field, frozen

from pixtui.resources import styles


@frozen(kw_only=True)
class Palette:
    """One theme; the colours are hex texts, empty in the one without colours."""

    name: str
    dark: bool
    contrast: float
    """The least contrast (WCAG 2.2) that every text of it must have."""
    tones: Mapping[str, str]
    """Attributes by tone; a tone that is not there has none."""
    ground: str = ""
    panel: str = ""
    surface: str = ""
    text: str = ""
    dim: str = ""
    accent: str = ""
    warning: str = ""
    danger: str = ""
    good: str = ""
    frame: str = ""
    bold: bool = field(default=True)
    """Whether bold stays the colour it is on this terminal."""

    @property
    def coloured(self) -> bool:
        """Whether it has colours."""
        return bool(self.ground)


def palette(name: str, *, sixteen: bool = False) -> Palette:
    """That theme, for a terminal of many colours or of sixteen."""
    theme: dict[str, Any] = dict(_read()[name])
    fewer: Mapping[str, Any] = theme.pop("sixteen", {})
    return Palette(name=name, **({**theme, **fewer} if sixteen else theme))


@cache
def _read() -> Mapping[str, Any]:
    return tomllib.loads((styles() / "themes.toml").read_text(encoding="utf-8"))
