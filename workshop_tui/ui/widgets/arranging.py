"""What only arranges other widgets. It draws nothing of its own, and so costs next to nothing.

Of a container only its padding and gaps are seen, but Textual makes each of those lines anew, with
all that a style may ask for. Leaves out what is seen (`lines`).
"""

from textual.containers import Container, Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Arranging(Widget):
    """One blank line stands for all of its lines.

    Named behind Textual's container, whose style is that of the first base.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines of the background, through the filters that every line goes through."""
        background = self.background_colors[1]
        blank = Strip.blank(crop.width, self.visual_style.rich_style)
        for line_filter in self.get_line_filters():
            blank = blank.apply_filter(line_filter, background)
        return [blank] * crop.height


class Down(Vertical, Arranging):
    """One below the other."""


class Across(Horizontal, Arranging):
    """One beside the other."""


class Layers(Container, Arranging):
    """One over the other, or beneath, as the style says."""
