"""Textual's compositor, but of an update only the lines that are in it are asked for.

Textual renders every widget between the first and the last line that changed, whole; here the
console's mark in a gutter costs two lines of one list, not all of every widget.
"""

from collections.abc import Iterable, Sequence

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class LineCompositor(Compositor):
    """The compositor of one screen."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """The lines that changed, as Textual has them: an update, or nothing to do."""
        regions = self._dirty_regions.copy()
        self._dirty_regions.clear()
        if not regions:
            return None
        spans = list(self._regions_to_spans(regions))
        cuts = self.cuts
        chops: list[dict[int, Strip | None]] = [{} for _ in cuts]
        lines = sorted({y for y, _, _ in spans if 0 <= y < len(cuts)})
        spans = [span for span in spans if 0 <= span[0] < len(cuts)]
        for y in lines:
            chops[y] = dict.fromkeys(cuts[y][:-1])
        left = set(lines)
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            wanted = [y for y in lines if y in left and shown.y <= y < shown.bottom]
            if not wanted or not shown.width:
                continue
            for first, last in _together(wanted):
                asked = Region(shown.x - region.x, first - region.y, shown.width, last - first + 1)
                strips = widget.render_lines(asked)
                for y, strip in zip(range(first, last + 1), strips, strict=False):
                    if _fill(chops[y], cuts[y], region, shown.x, strip):
                        left.discard(y)
            if not left:
                break
        return ChopsUpdate(chops, spans, [cut[1:] for cut in cuts])


def _together(lines: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Lines in runs, first and last."""
    first = last = lines[0]
    for y in lines[1:]:
        if y != last + 1:
            yield first, last
            first = y
        last = y
    yield first, last


def _fill(
    line: dict[int, Strip | None], cuts: Sequence[int], region: Region, x: int, strip: Strip
) -> bool:
    """Put what a widget shows where nothing in front of it does; whether the line is full."""
    begin, end = region.column_span
    own = [cut for cut in cuts if begin <= cut <= end]
    for cut, piece in zip(own, strip.divide([cut - x for cut in own[1:]]), strict=False):
        if line.get(cut) is None:
            line[cut] = piece
    return None not in line.values()
