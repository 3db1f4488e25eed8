"""Reading a survey one level deeper: `read_survey` counts, the `Reading` answers questions.

People are counted, never mentions, and generic words are flagged, never deleted. The same answers
and choices always give the same reading in the same order (ties: people, then alphabet). Drawing,
files and JSON are elsewhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import msgspec
import numpy as np

from workshop_tui.text.people_names import only_names, stands_as_name
from workshop_tui.text.personal_details import masked
from workshop_tui.text.survey.choices import AS_SHIPPED, ReadingChoices, WordGroup
from workshop_tui.text.survey.compare import Change, Comparison, compared
from workshop_tui.text.survey.corpus import LANGUAGES, Corpus, corpus_of
from workshop_tui.text.survey.counts import Counts, counts_of
from workshop_tui.text.survey.groups import Grouped, grouped
from workshop_tui.text.survey.lazy import LazyList
from workshop_tui.text.survey.lexical import Lexical, lexical_of, share_a_family
from workshop_tui.text.survey.phrases import phrases_of
from workshop_tui.text.survey.quotes import chosen_texts, texts_beside
from workshop_tui.text.survey.repeats import long_repeats, near_duplicates
from workshop_tui.text.survey.results import (
    Answer,
    Beside,
    GroupReading,
    NearDuplicate,
    Phrase,
    Quote,
    SpecificWord,
    Theme,
    Under,
    Variant,
    Word,
)
from workshop_tui.text.survey.samples import (
    FEWEST_TOGETHER,
    SampleRules,
    rules_for,
    wilson_interval,
)
from workshop_tui.text.survey.themes import WORDS as WORDS_FOR_THEMES
from workshop_tui.text.survey.themes import suggested_themes
from workshop_tui.text.survey.under import Neighbourhood, group_reading
from workshop_tui.text.survey.variants import MOST_WORDS, variant_pairs
from workshop_tui.text.survey.word_table import WordTable

__all__ = [
    "Answer", "Beside", "Change", "Comparison", "GroupReading", "NearDuplicate", "Phrase",
    "Quote", "Reading", "ReadingChoices", "SpecificWord", "Theme", "Under", "Variant", "Word",
    "WordGroup", "read_survey",
]  # fmt: skip

SHOWN_FOR_QUOTES = 15
MOST_BESIDE = 50
MOST_COMPARED = 25


@dataclass(frozen=True, eq=False, repr=False)
class Reading:
    """A survey that has been read. What nobody looks at is not computed."""

    answers: Sequence[str]
    choices: ReadingChoices
    group_of_row: Sequence[str] | None
    corpus: Corpus
    lexical: Lexical
    counts: Counts

    # --- what the numbers are

    @property
    def rows(self) -> int:
        return len(self.corpus.text_of_row)

    @cached_property
    def people(self) -> int:
        """People who answered with content: n."""
        return self.corpus.people_count

    @property
    def non_answers(self) -> int:
        return self.rows - self.people

    @property
    def duplicates(self) -> int:
        """People whose answer somebody before them gave in the same words."""
        return self.people - self.corpus.texts

    @cached_property
    def languages(self) -> dict[str, int]:
        """People per language of their answer; "undecided" only where there are some."""
        corpus = self.corpus
        found = {
            name: int(corpus.people[(corpus.language_of_text == code) & ~corpus.undecided].sum())
            for code, name in enumerate(LANGUAGES)
        }
        undecided = int(corpus.people[corpus.undecided].sum())
        return found | ({"undecided": undecided} if undecided else {})

    @cached_property
    def sample(self) -> SampleRules:
        """What this number of answers allows to show."""
        return rules_for(self.people)

    @property
    def unit(self) -> str:
        return self.counts.unit

    @cached_property
    def folded_words(self) -> int:
        """Words said by fewer than `sample.fold_below` people, which the lists leave out."""
        return int((self.counts.people > 0).sum()) - len(self.table.listed)

    # --- words

    @cached_property
    def words(self) -> Sequence[Word]:
        """All words that are not folded away or hidden, most people first."""
        listed = self.table.listed
        return LazyList(len(listed), lambda at: self.table.word(listed[at]))

    @cached_property
    def specific(self) -> Sequence[SpecificWord]:
        """The words one level deeper: not generic, most people first."""
        specific = self.table.specific
        return LazyList(len(specific), lambda at: self._specific_word(specific[at]))

    def _specific_word(self, family: int) -> SpecificWord:
        table = self.table
        under = self._neighbourhood.nodes_of_specific.get(family, ())
        return SpecificWord(table.label(family), table.people(family), table.share(family), under)

    def find(self, word: str) -> Word | None:
        """The word that has this form, folded away or hidden ones too; None if nobody said it."""
        family = self.table.family(word)
        return None if family is None else self.table.word(family)

    def listed(self, word: str) -> Word | None:
        """The word that has this form if the lists show it: neither folded away nor hidden."""
        family = self.table.family(word)
        if family is None or family not in self.table.shown:
            return None
        return self.table.word(family)

    @staticmethod
    def is_form_of(form: str, word: str) -> bool:
        """Whether a form would be counted as this word, were it not split off."""
        return share_a_family(form, word)

    def interval(self, word: Word) -> tuple[float, float] | None:
        """Where the share of all staff may lie (95 %); None where no shares may be shown."""
        return wilson_interval(word.people, self.people) if self.sample.shows_percent else None

    def under(self, word: str, most: int = MOST_BESIDE) -> Under | None:
        """The specific words that stand with a word; None if nobody said it."""
        family = self.table.family(word)
        return None if family is None else self._neighbourhood.under(family, most).named

    # --- phrases, themes, quotes, answers

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Phrases of two to four words, most people first."""
        found = phrases_of(self.corpus, self.lexical, self.sample.support)
        hidden = self.table.hidden
        return tuple(
            Phrase(
                " ".join(phrase.forms),
                phrase.people,
                all(self.counts.is_generic[family] for family in phrase.families),
                phrase.is_negated,
            )
            for phrase in found
            if not hidden.intersection(phrase.families)
        )

    @cached_property
    def own_themes(self) -> tuple[Theme, ...]:
        """The facilitator's word groups, in the order given."""
        table = self.table
        return tuple(
            Theme(group.name, group.words, table.people_with_any(table.families(group.words)))
            for group in self.choices.groups
        )

    @cached_property
    def suggested_themes(self) -> tuple[Theme, ...]:
        """Specific words that the same people say: suggestions."""
        if not self.sample.may_rank:
            return ()
        biggest = np.array(self.table.specific[:WORDS_FOR_THEMES], np.int32)
        found = [
            Theme("", self.table.labels(families), self.table.people_with_any(families))
            for families in suggested_themes(biggest, self.counts)
        ]
        return tuple(sorted(found, key=lambda theme: (-theme.people, theme.words)))

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The facilitator's own groups first, then suggestions."""
        return self.own_themes + self.suggested_themes

    def quotes(self, words: Iterable[str] = (), most: int = 5) -> tuple[Quote, ...]:
        """Answers that represent some words; without words, the biggest specific ones.

        With words, each answer holds at least the first of them.
        """
        table = self.table
        wanted = table.families(words)
        shown = wanted or table.specific[:SHOWN_FOR_QUOTES] or table.listed[:SHOWN_FOR_QUOTES]
        among = table.texts_with(wanted[0]) if wanted else None
        chosen = chosen_texts(np.array(shown, np.int32), self.corpus, self.counts, most, among)
        return tuple(self._quote(choice.text, choice.families) for choice in chosen)

    def quotes_under(
        self, word: str, beside: Sequence[str] = (), most: int = 5
    ) -> tuple[Quote, ...]:
        """Answers in which a word stands with the words beneath it: with any, or with those given.

        Each quote names the word first, then what stands with it there. Where nothing stands
        beneath the word, answers that hold it.
        """
        node = self.table.family(word)
        if node is None:
            return ()
        shown: Sequence[int] = self.table.families(beside)
        if not beside:
            shown = self._neighbourhood.under(node, SHOWN_FOR_QUOTES).families
        if not shown and not beside:
            return self.quotes([word], most)
        chosen = texts_beside(node, np.array(shown, np.int32), self.corpus, self.counts, most)
        return tuple(self._quote(choice.text, (node, *choice.families)) for choice in chosen)

    def _quote(self, text: int, families: tuple[int, ...]) -> Quote:
        answer = self._answer(text)
        return Quote(answer.text, answer.people, self.table.labels(families), answer.row)

    def answers_with(
        self, word: str, other: str | None = None, most: int | None = None
    ) -> tuple[Answer, ...]:
        """The distinct answers that hold a word, and the other word too if one is given."""
        words = (word,) if other is None else (word, other)
        families = self.table.families(words)
        if len(families) < len(words):
            return ()
        texts = self.table.texts_with(families[0])
        for family in families[1:]:
            texts = np.intersect1d(texts, self.table.texts_with(family))
        return tuple(self._answer(text) for text in texts[:most].tolist())

    def all_answers(self) -> Sequence[Answer]:
        """Every distinct answer with content, in the order of the rows."""
        return LazyList(self.corpus.texts, self._answer)

    def _answer(self, text: int) -> Answer:
        row = int(self.corpus.first_row[text])
        return Answer(self._as_shown(text, row), int(self.corpus.people[text]), row)

    def _as_shown(self, text: int, row: int) -> str:
        """The only way by which an answer leaves the reading."""
        if self.choices.personal_details == "shown":
            return self.answers[row]
        language = LANGUAGES[self.corpus.language_of_text[text]]
        return masked(self.answers[row], language, self.choices.names)

    # --- suggestions and comparisons

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """Words that may be spellings of each other: suggestions for a merge."""
        order = np.argsort(-self.counts.people, kind="stable")[:MOST_WORDS].tolist()
        people = {self.table.label(family): self.table.people(family) for family in order}
        return tuple(
            Variant(first, people[first], second, people[second])
            for first, second in variant_pairs(people)
        )

    @cached_property
    def near_duplicates(self) -> tuple[NearDuplicate, ...]:
        """Answers that may be one answer given twice in other words: suggestions."""
        found = near_duplicates(self.answers, self.corpus, self.lexical, self.counts.in_texts)
        return tuple(
            NearDuplicate(self._answer(alike.text), tuple(map(self._answer, alike.others)))
            for alike in found
        )

    @cached_property
    def long_repeats(self) -> tuple[Answer, ...]:
        """Long answers that came in more than once: perhaps one person twice. Ask."""
        return tuple(map(self._answer, long_repeats(self.corpus)))

    @cached_property
    def groups(self) -> tuple[GroupReading, ...]:
        """What each group says more than the rest; small groups stay hidden."""
        return tuple(
            group_reading(group, self.table, max(self.sample.support, FEWEST_TOGETHER))
            for group in self._grouped.groups
        )

    @property
    def people_in_hidden_groups(self) -> int:
        return self._grouped.hidden_people

    def compared_with(self, before: "Reading", most: int = MOST_COMPARED) -> Comparison:
        """This survey beside an earlier one, which is read under this one's choices."""
        choices = msgspec.structs.replace(self.choices, language=before.choices.language)
        earlier = before if before.choices == choices else before.with_choices(choices)
        return compared(self.table, earlier.table, most)

    def with_choices(self, choices: ReadingChoices) -> "Reading":
        """The same answers under other choices, without reading the text again."""
        if choices.language != self.choices.language:
            return read_survey(self.answers, choices, self.group_of_row)
        return _counted(self.answers, choices, self.group_of_row, self.corpus)

    # --- inside

    @cached_property
    def table(self) -> WordTable:
        """The words behind the lists; for the modules of `survey`.

        People's names that stand behind a mask in answers are in no list of words either.
        """
        table = self._table(self.choices.hidden)
        names = tuple(filter(partial(self._is_a_name, table=table), self._masked_names))
        return self._table((*self.choices.hidden, *names)) if names else table

    def _table(self, hidden: tuple[str, ...]) -> WordTable:
        fold_below = self.sample.fold_below
        return WordTable(self.corpus, self.lexical, self.counts, hidden, fold_below)

    @property
    def _masked_names(self) -> frozenset[str]:
        choices = self.choices
        return only_names(choices.names) if choices.personal_details != "shown" else frozenset()

    def _is_a_name(self, word: str, table: WordTable) -> bool:
        """Whether most people who say the word say it as a name: "Joy" may, "joy" does not."""
        family = table.family(word)
        if family is None:
            return False
        rows, people, names = self.corpus.first_row, self.corpus.people, self.choices.names
        named = sum(
            int(people[text])
            for text in table.texts_with(family).tolist()
            if stands_as_name(word, self.answers[int(rows[text])], names)
        )
        return 2 * named > table.people(family)

    @cached_property
    def _neighbourhood(self) -> Neighbourhood:
        return Neighbourhood(self.table, self.sample.support)

    @cached_property
    def _grouped(self) -> Grouped:
        if self.group_of_row is None:
            return Grouped((), 0)
        return grouped(self.group_of_row, self.corpus, self.counts)


def read_survey(
    answers: Sequence[str],
    choices: ReadingChoices = AS_SHIPPED,
    groups: Sequence[str] | None = None,
) -> Reading:
    """Read the answers to one question, one per row.

    answers: the cells as imported; those that say nothing are set aside and counted.
    groups: the group of each row (site, unit, function), or None.

    Raises ValueError if there are not as many groups as answers.
    """
    if groups is not None and len(groups) != len(answers):
        raise ValueError("one group per answer is needed")
    return _counted(answers, choices, groups, corpus_of(answers, choices.language))


def _counted(
    answers: Sequence[str],
    choices: ReadingChoices,
    group_of_row: Sequence[str] | None,
    corpus: Corpus,
) -> Reading:
    lexical = lexical_of(corpus, choices)
    return Reading(
        answers, choices, group_of_row, corpus, lexical, counts_of(corpus, lexical, choices)
    )
