"""Pages one over the other: the one in front has the keys, those behind it wait."""

from workshop_tui.ui.page import Page, Surroundings
from workshop_tui.ui.stages.base import StageView
from workshop_tui.ui.widgets.arranging import Layers


class PageStack(Layers):
    """Fills the work area with the page in front. A page that is shown has these surroundings."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(id="pages")
        self._surroundings = surroundings
        self._stack: list[Page] = []

    @property
    def front(self) -> Page | None:
        """The page in front; None before the first."""
        return self._stack[-1] if self._stack else None

    @property
    def has_more(self) -> bool:
        """Whether another page lies behind the one in front."""
        return len(self._stack) > 1

    async def open(self, page: Page) -> None:
        """Show a page over the one in front."""
        await self._add(page)
        if self._stack:
            self._stack[-1].display = False
        self._stack.append(page)
        self._show_front()

    async def swap(self, page: Page) -> None:
        """Show a page in place of all others; views that were here before are kept."""
        await self._add(page)
        for other in self._stack:
            other.display = False
            if not isinstance(other, StageView):
                await other.remove()
        self._stack = [page]
        self._show_front()

    async def close(self) -> None:
        """Take the page in front away; the last one stays."""
        if self.has_more:
            await self._stack.pop().remove()
            self._show_front()

    async def clear(self) -> None:
        """Take all pages away, kept views too."""
        await self.remove_children()
        self._stack = []

    async def _add(self, page: Page) -> None:
        page.frame = self._surroundings
        if not page.is_attached:
            await self.mount(page)

    def _show_front(self) -> None:
        page = self._stack[-1]
        page.display = True
        page.on_shown()
