"""half-typed.toml: private, whole, gone when there is nothing, never in the way."""

import stat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop_tui.store import half_typed
from workshop_tui.store.half_typed import NOTHING, HalfTyped, HalfTypedForm, TypedText
from workshop_tui.store.layout import SessionFolder

DRAFT = HalfTypedForm(
    name="draft", ask="A draft", place=1, texts=(TypedText(question="text", text="Make it ea"),)
)


@given(st.text(), st.text(min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_as_a_text_of_a_workshop(
    folder: SessionFolder, name: str, text: str
) -> None:
    typed = HalfTyped((HalfTypedForm(name=name, texts=(TypedText(question="x", text=text),)),))

    half_typed.save(folder.half_typed, typed)

    assert half_typed.load(folder.half_typed) == typed


def test_only_the_owner_may_read_it(folder: SessionFolder) -> None:
    half_typed.save(folder.half_typed, HalfTyped((DRAFT,)))

    assert stat.S_IMODE(folder.half_typed.stat().st_mode) == 0o600


def test_nothing_half_typed_leaves_no_file(folder: SessionFolder) -> None:
    half_typed.save(folder.half_typed, HalfTyped((DRAFT,)))

    half_typed.save(folder.half_typed, NOTHING)
    half_typed.save(folder.half_typed, NOTHING)

    assert not folder.half_typed.exists()
    assert half_typed.load(folder.half_typed) == NOTHING


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[[forms]]\nname = 7", b"forms = ["])
def test_a_damaged_file_is_set_aside_and_never_stands_in_the_way(
    folder: SessionFolder, content: bytes
) -> None:
    folder.half_typed.write_bytes(content)

    assert half_typed.load(folder.half_typed) == NOTHING
    assert folder.half_typed.with_name("half-typed-damaged.toml").read_bytes() == content
