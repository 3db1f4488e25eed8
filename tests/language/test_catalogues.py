"""Every sentence that the program can say exists in both languages, and none is left over."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.pofile import read_po

from tests.language.keys_in_code import KeysInCode, keys_in_code
from workshop_tui.language import CATALOGUES, LANGUAGES
from workshop_tui.ui.commands.table import TABLE

PLACEHOLDER = re.compile(r"\{([a-z_0-9]+)")
PACKAGE = Path(__file__).parents[2] / "workshop_tui"


def sentences(language: str) -> dict[str, tuple[str, ...]]:
    """Key -> its forms, of every catalogue of a language."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted((CATALOGUES / language).glob("*.po")):
        for message in catalogue_of(path):
            if message.id:
                name = message.id if isinstance(message.id, str) else message.id[0]
                found[f"{path.stem}.{name}"] = forms_of(message)
    return found


def forms_of(message: BabelMessage) -> tuple[str, ...]:
    return tuple(flatten([message.string]))


def flatten(forms: Iterable[object]) -> Iterator[str]:
    for form in forms:
        if isinstance(form, list | tuple):
            yield from flatten(form)
        else:
            yield str(form or "")


def catalogue_of(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.name, abort_invalid=True)


def placeholders(forms: tuple[str, ...]) -> set[str]:
    return {name for form in forms for name in PLACEHOLDER.findall(form)}


@pytest.fixture(scope="module")
def code() -> KeysInCode:
    areas = {path.stem for path in CATALOGUES.glob("*/*.po")}
    return keys_in_code(PACKAGE, areas)


def test_both_languages_have_the_same_sentences() -> None:
    english, indonesian = (set(sentences(language)) for language in LANGUAGES)

    assert sorted(english ^ indonesian) == []


def test_every_key_in_the_code_has_a_sentence(code: KeysInCode) -> None:
    known = set(sentences("en"))

    missing = [f"{place}: {key}" for key, place in code.keys if key not in known]
    missing += [
        f"command {command.name}: {message.key}"
        for command in TABLE
        for message in (command.label, command.help)
        if message.key not in known
    ]
    empty_families = [
        f"{place}: {family.pattern}"
        for family, place in code.families
        if not any(family.fullmatch(key) for key in known)
    ]

    assert missing + empty_families == []


def test_every_sentence_is_used(code: KeysInCode) -> None:
    used = {key for key, _ in code.keys}
    used |= {message.key for command in TABLE for message in (command.label, command.help)}

    unused = [
        key
        for key in sentences("en")
        if key not in used and not any(family.fullmatch(key) for family, _ in code.families)
    ]

    assert unused == []


def test_both_languages_have_the_same_placeholders() -> None:
    english, indonesian = (sentences(language) for language in LANGUAGES)

    different = [
        f"{key}: {sorted(placeholders(english[key]))} {sorted(placeholders(indonesian[key]))}"
        for key in english.keys() & indonesian.keys()
        # One form may say "one person" where the other needs the number.
        if placeholders(english[key]) - {"n"} != placeholders(indonesian[key]) - {"n"}
    ]

    assert different == []


def test_every_placeholder_is_given_a_value_where_the_sentence_is_called(code: KeysInCode) -> None:
    english = sentences("en")

    unfilled = [
        f"{call.place}: {call.key} lacks {sorted(lacking)}"
        for call in code.calls
        if (lacking := placeholders(english.get(call.key, ())) - call.values)
    ]

    assert unfilled == []


def test_every_sentence_that_counts_is_called_with_a_count(code: KeysInCode) -> None:
    counting = {key for key, forms in sentences("en").items() if len(forms) > 1}

    uncounted = [
        f"{call.place}: {call.key}"
        for call in code.calls
        if call.key in counting and "n" not in call.values
    ]

    assert uncounted == []


def test_no_sentence_is_empty_fuzzy_or_written_twice() -> None:
    faults = []
    for path in sorted(CATALOGUES.glob("*/*.po")):
        place = f"{path.parent.name}/{path.name}"
        catalogue = catalogue_of(path)
        faults += [f"{place}: {m.id} is fuzzy" for m in catalogue if m.id and m.fuzzy]
        faults += [f"{place}: {key} has no sentence" for key in untranslated(catalogue)]
        names = re.findall(r'^msgid "(.+)"$', path.read_text(encoding="utf-8"), re.MULTILINE)
        faults += [f"{place}: {name} is written twice" for name in twice(names)]

    assert faults == []


def untranslated(catalogue: Catalog) -> list[str]:
    return [str(m.id) for m in catalogue if m.id and not all(forms_of(m))]


def twice(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})
