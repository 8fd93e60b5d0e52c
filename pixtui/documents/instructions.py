"""What is read aloud to the candidates, in the order of the day, in large type."""

from pixtui.documents.sheet import Sheet

SIZE = 14.0


def draw(sheet: Sheet, _about: tuple[str, ...]) -> None:
    """Each moment under its heading, each sentence with a breath after it."""
    sheet.page()
    for title, lines in sheet.matter.passages("instructions"):
        if title:
            sheet.heading(title, keep=32)
        for line in lines:
            sheet.text(line, SIZE, after=2.6)
        sheet.y += 1.5
