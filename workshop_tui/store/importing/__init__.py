"""Reading survey files: CSV and its relatives, plain lines, XLSX, ODS, exports of survey tools.

`inspect` shows what an import would bring, `read` brings it. Nothing here writes a file, and no
file's contents are trusted: hostile ones get one clear line, in bounded time and memory.
"""

from workshop_tui.store.importing.survey import inspect, read
from workshop_tui.store.importing.values import (
    Column,
    ColumnKind,
    FileFormat,
    ImportCancelledError,
    ImportedAnswers,
    ImportRefusedError,
    ImportSource,
    Preview,
    SurveyTool,
    TypedText,
)

__all__ = [
    "Column",
    "ColumnKind",
    "FileFormat",
    "ImportCancelledError",
    "ImportRefusedError",
    "ImportSource",
    "ImportedAnswers",
    "Preview",
    "SurveyTool",
    "TypedText",
    "inspect",
    "read",
]
