"""Survey: what was imported and what the facilitator made of it. Never the answers themselves.

The answers lie in a file of their own and are read by `text`. A module an idea: `answers` (where
they came from), `words` (the marks on them), `board` (pins and themes); `stage` joins them to the
value of the stage.
"""

from workshop_tui.domain.survey.answers import (
    AddAnswers,
    CompareAnswers,
    ComparedSurvey,
    EndComparison,
    ImportAnswers,
    Source,
    Taken,
)
from workshop_tui.domain.survey.board import (
    AddTheme,
    ChangeTheme,
    Pin,
    PinInsight,
    PinKind,
    SetPinAside,
    SetThemeAside,
    Theme,
    board,
)
from workshop_tui.domain.survey.stage import (
    PersonalDetails,
    SetPersonalDetails,
    SetQuestion,
    Survey,
    SurveyAction,
    apply,
    current_themes,
    missing,
    notices,
    refuse_to_count_twice,
    response_rate,
)
from workshop_tui.domain.survey.words import (
    HideWord,
    MarkGeneric,
    MarkSpecific,
    Merge,
    MergeWords,
    RejoinForm,
    ShowWord,
    SplitForm,
    UnmergeWord,
)

__all__ = [
    "AddAnswers", "AddTheme", "ChangeTheme", "CompareAnswers", "ComparedSurvey",
    "EndComparison", "HideWord", "ImportAnswers", "MarkGeneric", "MarkSpecific", "Merge",
    "MergeWords", "PersonalDetails", "Pin", "PinInsight", "PinKind", "RejoinForm",
    "SetPersonalDetails", "SetPinAside", "SetQuestion", "SetThemeAside", "ShowWord", "Source",
    "SplitForm", "Survey", "SurveyAction", "Taken", "Theme", "UnmergeWord", "apply", "board",
    "current_themes", "missing", "notices", "refuse_to_count_twice", "response_rate",
]  # fmt: skip
