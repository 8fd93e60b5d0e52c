"""What is wrong with a centre's own rules, in the operator's language."""

from pixtui.domain.text import visible
from pixtui.rules.problems import PROBLEMS, WANTS, RulesError, filled_in
from pixtui.wording.catalogue import N_, Words


def rules_sentence(words: Words, error: RulesError) -> str:
    """Which file, which line, what is wrong with it, and what to do."""
    params = dict(error.params)
    if "wants" in params:
        params["wants"] = filled_in(words.text(WANTS[params["wants"]]), params)
    what, remedy = (filled_in(words.text(one), params) for one in PROBLEMS[error.code])
    place = {
        "path": visible(str(error.path)),
        "line": str(error.line),
        "what": what,
        "remedy": remedy,
    }
    return filled_in(words.text(N_("{path}, line {line}: {what}. {remedy}")), place)
