"""A PDF with nothing on it yet, that says what it is."""

from fpdf import FPDF

from pixtui import __version__
from pixtui.documents.embedding import lend
from pixtui.documents.matter import Subject, listed


def blank_pdf(subject: Subject, title: str, landscape: bool) -> FPDF:
    """An empty PDF that says what it is, and says the same for the same session."""
    pdf = FPDF("landscape" if landscape else "portrait", "mm", "A4")
    pdf.set_auto_page_break(False)
    pdf.alias_nb_pages(None)  # type: ignore[arg-type]  # no text stands for a number of pages
    lend(pdf)
    pdf.set_title(listed((title, subject.number)))
    pdf.set_lang("fr-FR" if subject.language == "fr" else "en-GB")
    pdf.set_creator(f"pixtui {__version__}")
    pdf.set_display_mode("fullpage")
    pdf.set_creation_date(subject.made_at)
    return pdf
