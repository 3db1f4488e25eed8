"""What the facilitator decided about a survey's words: laid over the lists, never into them."""

from typing import Literal

import msgspec

from workshop_tui.domain.survey import PersonalDetails, Survey, current_themes


class WordGroup(msgspec.Struct, frozen=True):
    """A theme of the facilitator's own: a name and the words that belong to it."""

    name: str
    words: tuple[str, ...]


class ReadingChoices(msgspec.Struct, frozen=True):
    """How this workshop reads its answers. Words may be given by any of their forms.

    language: "auto" decides answer by answer; "en" and "id" read every answer as that language.
    generic_on, generic_off: words marked generic, or specific, here.
    hidden: words left out of every list (they stay in the answers).
    merges: pairs (word, into): the family of the first is counted with the second.
    splits: forms that are counted apart from their family.
    groups: the facilitator's own word groups.
    personal_details: whether the answers that are handed out are masked; the counts are the same.
    names: of people, which are masked with them.
    """

    language: Literal["auto", "en", "id"] = "auto"
    generic_on: tuple[str, ...] = ()
    generic_off: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    merges: tuple[tuple[str, str], ...] = ()
    splits: tuple[str, ...] = ()
    groups: tuple[WordGroup, ...] = ()
    personal_details: PersonalDetails = "masked"
    names: tuple[str, ...] = ()


AS_SHIPPED = ReadingChoices()


def choices_of(survey: Survey) -> ReadingChoices:
    """What the facilitator decided about the words of a survey, as the reading takes it."""
    return ReadingChoices(
        generic_on=survey.marked_generic,
        generic_off=survey.marked_specific,
        hidden=survey.hidden,
        merges=tuple((merge.word, merge.into) for merge in survey.merges),
        splits=survey.split_forms,
        groups=tuple(WordGroup(theme.name, theme.words) for theme in current_themes(survey)),
        personal_details=survey.personal_details,
        names=survey.names,
    )
