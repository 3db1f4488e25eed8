"""The view of each stage, loaded when somebody first goes there, which keeps the start fast."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import Final

from workshop_tui.domain.values import STAGES, Stage
from workshop_tui.ui.stages.base import StageView


def view_of(stage: Stage) -> type[StageView]:
    """The class `<Stage>View` of `ui/stages/<stage>/view.py`: DraftingView, GutCheckView."""
    name = "".join(word.capitalize() for word in stage.split("_"))
    view: type[StageView] = getattr(
        import_module(f"workshop_tui.ui.stages.{stage}.view"), f"{name}View"
    )
    if not issubclass(view, StageView):
        raise TypeError(f"{view} is not a stage view")
    return view


STAGE_VIEWS: Final[Mapping[Stage, Callable[[], type[StageView]]]] = {
    stage: partial(view_of, stage) for stage in STAGES
}
