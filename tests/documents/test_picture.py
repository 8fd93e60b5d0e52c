"""The README's picture of the papers shows what they say today."""

from tests.documents.picture import PICTURE, TEXT, shown


def test_the_picture_is_of_the_papers_as_they_are() -> None:
    assert PICTURE.stat().st_size > 50_000
    now = TEXT.read_text(encoding="utf-8")
    assert shown() == now, "run: python -m tests.documents.picture"
