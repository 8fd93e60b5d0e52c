"""What can keep a paper from being made, as codes; the sentences live in ``wording``."""

from collections.abc import Mapping


class PaperError(Exception):
    """A paper cannot be made; ``code`` says why, ``params`` where.

    Codes: ``unprintable`` (a name holds a character that the typeface cannot print),
    ``logo_unreadable``, ``head_too_long`` (the centre's identity fills the page), ``no_paper``
    (an unknown name), ``no_candidates``, ``no_fraud`` (nothing to make it from), ``purged``;
    for whoever writes the files, ``not_written``.
    """

    def __init__(self, code: str, params: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.params: dict[str, str] = dict(params or {})
