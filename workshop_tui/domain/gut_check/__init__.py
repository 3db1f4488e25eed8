"""Gut check: people who did not write the statement react to it, down to the word. No files.

A module an idea: `feelings` (what nags the writers), `stakeholders` (who is asked), `reactions`
(what they said); `stage` joins them to the versions of the statement. Where it stands (who is
covered, who is to be asked again, what is missing) is read in `gut_check_standing`; how a word
leaves a sentence, in `word_swap`.
"""

from workshop_tui.domain.gut_check.feelings import (
    Feeling,
    GoOnWithFeelings,
    RecordFeeling,
)
from workshop_tui.domain.gut_check.reactions import (
    REACTION_CHANNELS,
    REACTION_CODES,
    ProbeReaction,
    Reaction,
    ReactionChannel,
    ReactionCode,
    RecordReaction,
)
from workshop_tui.domain.gut_check.stage import (
    Acceptance,
    AcceptStatement,
    Culture,
    GutCheck,
    GutCheckAction,
    SetCulture,
    StatementVersion,
    SwapWord,
    apply,
    nagging,
    plain_word,
    statement,
    statement_version,
    statement_versions,
    unanswered,
    with_choice,
)
from workshop_tui.domain.gut_check.stakeholders import (
    STAKEHOLDER_CLASSES,
    AddStakeholder,
    ChangeStakeholder,
    Stakeholder,
    StakeholderClass,
)

__all__ = [
    "REACTION_CHANNELS",
    "REACTION_CODES",
    "STAKEHOLDER_CLASSES",
    "AcceptStatement",
    "Acceptance",
    "AddStakeholder",
    "ChangeStakeholder",
    "Culture",
    "Feeling",
    "GoOnWithFeelings",
    "GutCheck",
    "GutCheckAction",
    "ProbeReaction",
    "Reaction",
    "ReactionChannel",
    "ReactionCode",
    "RecordFeeling",
    "RecordReaction",
    "SetCulture",
    "Stakeholder",
    "StakeholderClass",
    "StatementVersion",
    "SwapWord",
    "apply",
    "nagging",
    "plain_word",
    "statement",
    "statement_version",
    "statement_versions",
    "unanswered",
    "with_choice",
]  # fmt: skip
