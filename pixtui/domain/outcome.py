"""What a decision may be: accepted with its warnings, or refused with its reason, as codes."""

from collections.abc import Mapping

from attrs import field, frozen

from pixtui.domain.commands import Act

Param = str | int | bool | None | tuple[str, ...]


@frozen
class Finding:
    """Something worth saying about the session, as a code: a warning, a hole, a blocker."""

    code: str
    candidate: str | None = None
    params: Mapping[str, Param] = field(factory=dict)
    subject: str | None = None
    """The step or incident it is about, where it is about one."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which an override may name it, the most precise first."""
        exact = [f"{self.code}:{one}" for one in (self.subject, self.candidate) if one]
        return (*exact, self.code) if self.candidate is None else tuple(exact)


@frozen
class Refusal:
    """Why a command is refused; the params are those of its sentence."""

    code: str
    params: Mapping[str, Param] = field(factory=dict)
    findings: tuple[Finding, ...] = ()
    """What stands in the way, one by one, where the refusal sums several up."""


@frozen
class Accepted:
    """The act as it is recorded, ids and defaults filled in, and what to warn of."""

    act: Act
    warnings: tuple[Finding, ...] = ()
    made: str | None = None
    """The id of what it made."""


Decision = Accepted | Refusal
