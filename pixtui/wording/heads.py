"""The head of a record as it stands on paper."""


def grouped_head(head: str | None, digits: int = 20) -> str:
    """The first digits of a head in groups of four, as they stand on paper."""
    if not head:
        return ""
    return " ".join(head[at : at + 4] for at in range(0, digits, 4))
