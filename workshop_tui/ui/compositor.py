"""Draws only what is seen: no widget is asked for a line that others cover or that stays as it is.

Textual asks every widget for all of its lines when any line of the screen changes, those included
that only arrange others and lie behind them, and then throws most of what they draw away. On a
first frame and on every key that was more work than all that is seen. Uses names private to Textual
8.2 (`Compositor`, its `_render_chops` and `Screen._compositor`); tests hold them.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, cast

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

_Pieces: TypeAlias = dict[int, Strip | None]
"""What is drawn of a screen line, by the cell where each piece begins; None: nothing yet.

Textual cuts a line wherever a widget begins or ends: each piece is whole in a widget, or outside.
"""


_Missing: TypeAlias = dict[int, list[tuple[int, int]]]
"""By line: from which cell to which nothing is drawn yet."""


class SeenCompositor(Compositor):
    """Textual's, but for who is asked to draw what. A screen takes it as its `_compositor`."""

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """Every piece within the crop, on the lines to be drawn; the widgets come front to back."""
        cuts = self.cuts
        lines: list[_Pieces] = [{} for _ in cuts]
        for y in filter(is_rendered_line, crop.line_range):
            lines[y] = dict.fromkeys(cuts[y][:-1])
        for widget, (region, clip) in self.visible_widgets.items():
            visible = region.intersection(clip)
            missing = _missing(lines, visible.intersection(crop), cuts)
            if missing:
                _draw(widget, region, visible, missing, lines)
        # A piece outside the crop stays None, and Textual leaves it out.
        return cast("Sequence[Mapping[int, Strip]]", lines)


def _missing(lines: Sequence[_Pieces], region: Region, cuts: Sequence[Sequence[int]]) -> _Missing:
    """The pieces that reach into the region and that no widget in front has drawn."""
    left, right = region.column_span
    missing = {
        y: [
            (start, end)
            for (start, piece), end in zip(lines[y].items(), cuts[y][1:], strict=False)
            if piece is None and start < right and end > left
        ]
        for y in region.line_range
    }
    return {y: pieces for y, pieces in missing.items() if pieces}


def _draw(
    widget: Widget, region: Region, visible: Region, missing: _Missing, lines: Sequence[_Pieces]
) -> None:
    """Fill what is missing with the widget's lines, from its first that is missing to its last."""
    top, bottom = min(missing), max(missing)
    part = Region(visible.x, top, visible.width, bottom - top + 1).translate(-region.offset)
    for y, strip in enumerate(widget.render_lines(part), top):
        for start, end in missing.get(y, ()):
            piece = strip.crop(start - visible.x, end - visible.x)
            if piece.cell_length == end - start:  # else what lies behind is seen, as in Textual
                lines[y][start] = piece
