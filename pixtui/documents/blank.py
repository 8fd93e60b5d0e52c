"""A PDF with nothing on it yet, that says what it is."""

from fpdf import FPDF

from pixtui import __version__
from pixtui.documents.embedding import lend
from pixtui.documents.matter import Matter, listed


def blank_pdf(matter: Matter, title: str, landscape: bool) -> FPDF:
    """An empty PDF that says what it is, and says the same for the same session."""
    pdf = FPDF("landscape" if landscape else "portrait", "mm", "A4")
    pdf.set_auto_page_break(False)
    pdf.alias_nb_pages(None)  # type: ignore[arg-type]  # no text stands for a number of pages
    lend(pdf)
    pdf.set_title(listed((title, matter.number)))
    pdf.set_lang("fr-FR" if matter.language == "fr" else "en-GB")
    pdf.set_creator(f"pixtui {__version__}")
    pdf.set_display_mode("fullpage")
    history = matter.state.history
    pdf.set_creation_date(history[-1].recorded if len(history) else matter.now)
    return pdf
