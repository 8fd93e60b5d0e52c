"""Who may be certified: level 1 or more in at least 5 of the 16 competences (domain notes §3.4)."""

from collections.abc import Mapping, Sequence

NEEDED = 5
"""Competences at level 1 or more."""

COMPETENCES: Mapping[str, str] = {
    "1.1": "Mener une recherche et une veille d’information",
    "1.2": "Gérer des données",
    "1.3": "Traiter des données",
    "2.1": "Interagir",
    "2.2": "Partager et publier",
    "2.3": "Collaborer",
    "2.4": "S’insérer dans le monde numérique",
    "3.1": "Développer des documents textuels",
    "3.2": "Développer des documents multimedia",
    "3.3": "Adapter les documents à leur finalité",
    "3.4": "Programmer",
    "4.1": "Sécuriser l’environnement numérique",
    "4.2": "Protéger les données personnelles et la vie privée",
    "4.3": "Protéger la santé, le bien-être et l’environnement",
    "5.1": "Résoudre des problèmes techniques",
    "5.2": "Construire un environnement numérique",
}
"""Number to exact name, in Pix's order."""
NUMBERS = tuple(COMPETENCES)


def reached(levels: Sequence[int]) -> int:
    """How many competences are at level 1 or more."""
    return sum(level >= 1 for level in levels)


def nearest(levels: Sequence[int], pix: Sequence[int]) -> tuple[str, ...]:
    """The competences below level 1 with most pix, as many as are missing; none where enough."""
    missing = max(NEEDED - reached(levels), 0)
    below = [
        (-points, place)
        for place, (level, points) in enumerate(zip(levels, pix, strict=True))
        if level < 1
    ]
    return tuple(NUMBERS[place] for _, place in sorted(below)[:missing])
