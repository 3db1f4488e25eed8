"""What cannot be read is refused with one reason that says what is wrong and where."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.store.importing.workbooks import xlsx_of, zip_of
from workshop_tui.language import LANGUAGES, say
from workshop_tui.store.importing import (
    ImportCancelledError,
    ImportRefusedError,
    TypedText,
    inspect,
    read,
)

OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
ENCRYPTED_WORKBOOK = OLD_WORKBOOK + "EncryptedPackage".encode("utf-16-le")

REFUSED: dict[str, tuple[str, bytes, str, dict[str, Any]]] = {
    "nothing": ("a.csv", b"", "empty", {}),
    "white space": ("a.csv", b" \r\n\t\n", "empty", {}),
    "a mark alone": ("a.csv", b"\xef\xbb\xbf", "empty", {}),
    "empty cells": ("a.csv", b",,\n,,\n", "empty", {}),
    "an empty sheet": ("a.xlsx", xlsx_of([]), "empty", {}),
    "headings alone": ("a.csv", b"id,answer\n", "only_headings", {}),
    "numbers alone": ("a.csv", b"id,score\n1,2\n2,3\n", "no_usable_column", {}),
    "a picture": ("a.csv", b"\x89PNG\r\n\x1a\n....", "binary", {}),
    "a document": ("a.csv", b"%PDF-1.7\nabc", "binary", {}),
    "NUL in text": ("a.csv", b"id,answer\n1,he\0llo\n", "binary", {}),
    "controls": ("a.txt", b"\x01\x02\x03\xff\xfe abc" * 9, "binary", {}),
    "a web page": ("a.csv", b"<!DOCTYPE html><html>", "web_page", {}),
    "an old workbook": ("a.xls", OLD_WORKBOOK, "old_workbook", {}),
    "a locked workbook": ("a.xlsx", ENCRYPTED_WORKBOOK, "password", {}),
    "another archive": ("a.zip", zip_of({"answers.csv": "x"}), "archive", {}),
    "an unclosed quote": (
        "a.csv",
        b'id,answer\n1,fine\n2,"two\nlines"\n3,"oops\n4,x\n',
        "unclosed_quote",
        {"line": 5},
    ),
    "a stray quote": ("a.csv", b'id,answer\n1,fine\n2,"oo"ps\n', "stray_quote", {"line": 3}),
    "a giant cell": (
        "a.csv",
        b"id,answer\n1,fine\n2," + b"x" * 200_000 + b"\n3,x\n",
        "long_cell",
        {"line": 3, "limit": 131_072},
    ),
    "an endless line": ("a.csv", b"x" * 3_000_000, "endless_line", {"limit": 1}),
    "many columns": ("a.csv", b"a," * 1_200 + b"\n" + b"1," * 1_200, "too_many_columns", {}),
    "a byte of no letter": (
        "a.csv",
        b"id,answer\n1,caf\xe9\n2,a\x81b\n",
        "encoding",
        {"line": 3, "byte": "0x81", "encoding": "windows-1252"},
    ),
    "half a letter": ("a.csv", b"\xff\xfea\0b", "encoding", {"line": 1, "encoding": "utf-16"}),
    "a broken mark": ("a.csv", b"\xef\xbb\xbfid\n\xe9", "encoding", {"line": 2, "byte": "0xE9"}),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_reason(case: str, tmp_path: Path) -> None:
    name, content, key, values = REFUSED[case]
    path = tmp_path / name
    path.write_bytes(content)

    for step in (inspect, read):
        with pytest.raises(ImportRefusedError) as refused:
            step(path)

        reason = refused.value.reason
        assert reason.key == f"importing.refuse.{key}"
        assert {"file": name, **values}.items() <= dict(reason.values).items()


def test_every_refusal_is_one_line_in_both_languages(tmp_path: Path) -> None:
    for name, content, _, _ in REFUSED.values():
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(ImportRefusedError) as refused:
            read(path)

        for language in LANGUAGES:
            sentence = say(refused.value.reason, language)
            assert name in sentence
            assert "\n" not in sentence
            assert "{" not in sentence


def reason_for(path: Path | str) -> str:
    with pytest.raises(ImportRefusedError) as refused:
        read(path)
    return refused.value.reason.key


def test_what_is_no_ordinary_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    assert reason_for(tmp_path / "nowhere.csv") == "importing.refuse.missing"
    assert reason_for("answers\0.csv") == "importing.refuse.missing"
    assert reason_for(tmp_path) == "importing.refuse.folder"
    assert reason_for(tmp_path / "pipe") == "importing.refuse.not_a_file"
    assert reason_for(tmp_path / "loop") == "importing.refuse.unreadable"
    assert reason_for(tmp_path / ("x" * 300)) == "importing.refuse.unreadable"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads anything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.csv"
    path.write_text("Answer\nbe kind\n", encoding="utf-8")
    path.chmod(0)

    assert reason_for(path) == "importing.refuse.not_allowed"


def test_a_hostile_file_name_is_cleaned_before_it_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]0;owned\x07\n.csv"
    path.write_bytes(b"")

    with pytest.raises(ImportRefusedError) as refused:
        read(path)

    assert dict(refused.value.reason.values)["file"] == "a]0;owned .csv"


def test_typed_text_without_a_word_is_refused() -> None:
    with pytest.raises(ImportRefusedError) as refused:
        read(TypedText(" \n\n"))

    assert refused.value.reason.key == "importing.refuse.empty"


def test_a_named_column_without_answers_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Answer,Remark\nbe kind,\nbe fast, \n", encoding="utf-8")

    with pytest.raises(ImportRefusedError) as refused:
        read(path, column="Remark")

    assert refused.value.reason.key == "importing.refuse.no_answers"


@pytest.mark.parametrize("name", ["many.csv", "many.txt", "many.xlsx"])
def test_progress_rises_to_one_and_a_started_import_can_be_cancelled(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    rows = [f"answer number {number}" for number in range(9_000)]
    path.write_bytes(
        xlsx_of([[row] for row in rows]) if name.endswith("xlsx") else "\n".join(rows).encode()
    )
    shares: list[float] = []

    read(path, progress=shares.append)

    assert shares == sorted(shares)
    assert len(shares) > 1
    assert shares[-1] == pytest.approx(1.0)
    with pytest.raises(ImportCancelledError):
        read(path, cancelled=lambda: True)
