"""The exports of survey tools are recognised by their structure, and read with their headings."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from tests.store.importing.workbooks import xlsx_of
from workshop_tui.store.importing import (
    Column,
    ColumnKind,
    ImportedAnswers,
    Preview,
    SurveyTool,
    inspect,
    read,
)

QUESTION = "What do customers thank you for?"


def written(path: Path, rows: Sequence[Sequence[str]], delimiter: str = ",") -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def titles(columns: Sequence[Column]) -> list[str]:
    return [column.title for column in columns]


def texts(imported: ImportedAnswers) -> list[str]:
    return [answer for answer, _ in imported.answers]


def keys(preview: Preview) -> list[str]:
    return [warning.key for warning in preview.warnings]


def google_rows(timestamp: str, mail: str) -> list[list[str]]:
    return [
        [timestamp, mail, "Unit", QUESTION],
        ["2026/11/02 9:14:33 AM GMT+7", "ani@example.org", "Loket", "Karena kami menjelaskan"],
        ["2026/11/02 9:15:01 AM GMT+7", "budi@example.org", "Telepon", ""],
        ["2026/11/02 9:17:45 AM GMT+7", "cici@example.org", "Loket", "Because we call back"],
        ["2026/11/02 9:19:12 AM GMT+7", "dedi@example.org", "Telepon", "We stay on the line"],
    ]


def test_google_forms_in_english(tmp_path: Path) -> None:
    path = written(tmp_path / "form.csv", google_rows("Timestamp", "Email Address"))

    preview = inspect(path)

    assert preview.tool is SurveyTool.GOOGLE_FORMS
    assert preview.answer_column.title == QUESTION
    assert titles(preview.left_behind) == ["Email Address"]
    assert titles(preview.group_candidates) == ["Unit"]
    assert (preview.rows, preview.without_content) == (4, 1)


def test_google_forms_in_indonesian(tmp_path: Path) -> None:
    for timestamp, mail in (("Stempel waktu", "Alamat email"), ("Cap waktu", "Alamat Email")):
        path = written(tmp_path / "formulir.csv", google_rows(timestamp, mail))

        preview = inspect(path)

        assert preview.tool is SurveyTool.GOOGLE_FORMS
        assert preview.answer_column.title == QUESTION
        assert titles(preview.left_behind) == [mail]


def test_microsoft_forms_as_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "forms.xlsx"
    path.write_bytes(
        xlsx_of(
            [
                ["ID", "Start time", "Completion time", "Email", "Name", "Which\u00a0site?",
                 "What do customers_x000a_thank\u00a0you for?"],
                [1, 45962.4, 45962.41, "anonymous", "", "North", "We explain the bill"],
                [2, 45962.5, 45962.51, "anonymous", "", "South", "We call back on time"],
                [3, 45962.6, 45962.61, "anonymous", "", "North", "They get one contact person"],
                [4, 45962.7, 45962.71, "anonymous", "", "South", "Honest dates"],
            ]
        )
    )  # fmt: skip

    preview = inspect(path, group="which site?")

    assert preview.tool is SurveyTool.MICROSOFT_FORMS
    assert preview.answer_column.title == QUESTION
    assert titles(preview.left_behind) == ["Email", "Name"]
    assert preview.source.group == "Which site?"


def test_microsoft_forms_saved_again_by_a_spreadsheet_in_indonesia(tmp_path: Path) -> None:
    path = tmp_path / "forms.csv"
    path.write_bytes(
        "ID;Waktu mulai;Waktu penyelesaian;Email;Nama;Apa yang dihargai pelanggan?\r\n"
        "1;02/11/2026 09.14;02/11/2026 09.15;anonymous;;Dijelaskan pelan–pelan, 2,5 kali\r\n"
        "2;02/11/2026 09.16;02/11/2026 09.18;anonymous;;Cepat dibantu\r\n".encode("cp1252")
    )

    preview = inspect(path)

    assert preview.tool is SurveyTool.MICROSOFT_FORMS
    assert preview.delimiter == ";"
    assert preview.source.encoding == "windows-1252"
    assert preview.first_answers[0] == "Dijelaskan pelan–pelan, 2,5 kali"


SURVEYMONKEY = [
    ["Respondent ID", "Collector ID", "Date Created", "Date Modified", "IP Address",
     "Email Address", "First Name", "Last Name", "Custom Data 1", QUESTION, "Where do you work?",
     "", "Contact", ""],
    ["", "", "", "", "", "", "", "", "", "Open-Ended Response", "Response",
     "Other (please specify)", "Name:", "Email Address:"],
    ["118301223001", "44", "11/02/2026 09:14:33", "11/02/2026 09:15:00", "192.0.2.7", "", "", "",
     "", "We tell them what happens next", "Counter", "", "Ani", "ani@example.org"],
    ["118301223002", "44", "11/02/2026 09:16:33", "11/02/2026 09:17:00", "192.0.2.8", "", "", "",
     "", "We pick up the phone", "Phone", "", "", ""],
    ["118301223003", "44", "11/02/2026 09:18:33", "11/02/2026 09:19:00", "192.0.2.9", "", "", "",
     "", "", "Counter", "a van on the road near the sea", "", ""],
    ["118301223004", "44", "11/02/2026 09:20:33", "11/02/2026 09:21:00", "192.0.2.9", "", "", "",
     "", "We do not pass them around", "Phone", "", "", ""],
]  # fmt: skip


def test_surveymonkey_carries_a_question_over_its_columns(tmp_path: Path) -> None:
    path = written(tmp_path / "monkey.csv", SURVEYMONKEY)

    preview = inspect(path, group="Where do you work?: Response")

    assert (preview.tool, preview.header_rows) == (SurveyTool.SURVEYMONKEY, 2)
    assert preview.answer_column.title == QUESTION
    assert titles(preview.columns)[10:12] == [
        "Where do you work?: Response",
        "Where do you work?: Other (please specify)",
    ]
    assert titles(preview.left_behind) == [
        "IP Address", "Email Address", "First Name", "Last Name", "Custom Data 1",
        "Contact: Name:", "Contact: Email Address:",
    ]  # fmt: skip
    assert (preview.rows, preview.without_content) == (4, 1)


def test_surveymonkey_in_another_language_shows_by_its_numbers(tmp_path: Path) -> None:
    rows = [
        ["Peserta", "Dibuat", QUESTION],
        ["", "", "Jawaban Terbuka"],
        ["118301223001", "2026-11-02", "Karena kami mau mendengar"],
        ["118301223002", "2026-11-02", "Tidak dioper ke mana-mana"],
    ]

    preview = inspect(written(tmp_path / "monkey.csv", rows))

    assert (preview.tool, preview.header_rows) == (SurveyTool.SURVEYMONKEY, 2)
    assert preview.answer_column.title == QUESTION


QUALTRICS = [
    ["StartDate", "Status", "IPAddress", "DistributionChannel", "RecipientEmail", "Q1", "Q2_TEXT",
     "Q2 - Topics"],
    ["Tanggal Mulai", "Jenis Respons", "Alamat IP", "Saluran", "Surel", "Di unit mana?",
     "What do customers\nthank you for?", "Q2 - Topics"],
    ['{"ImportId":"startDate","timeZone":"Asia/Jakarta"}', '{"ImportId":"status"}',
     '{"ImportId":"ipAddress"}', '{"ImportId":"distributionChannel"}',
     '{"ImportId":"recipientEmail"}', '{"ImportId":"QID1"}', '{"ImportId":"QID2_TEXT"}',
     '{"ImportId":"QID2_TEXT_0a1bTopics"}'],
    ["2026-11-02 09:00:00", "1", "192.0.2.1", "anonymous", "", "Test", "just testing the form", ""],
    ["2026-11-02 09:01:00", "Survey Preview", "192.0.2.1", "anonymous", "", "Test", "again a test",
     ""],
    ["2026-11-02 09:02:00", "0", "192.0.2.1", "preview", "", "Test", "and again a test", ""],
    ["2026-11-02 09:14:00", "0", "192.0.2.1", "anonymous", "", "Loket", "We explain it twice",
     "Unknown"],
    ["2026-11-02 09:15:00", "IP Address", "192.0.2.2", "email", "", "Telepon", "We call back", ""],
]  # fmt: skip


def test_qualtrics_has_three_header_rows_and_its_previews_are_dropped(tmp_path: Path) -> None:
    path = written(tmp_path / "qualtrics.csv", QUALTRICS)

    preview, imported = inspect(path), read(path)

    assert (preview.tool, preview.header_rows) == (SurveyTool.QUALTRICS, 3)
    assert preview.answer_column.title == QUESTION
    assert titles(preview.left_behind) == ["Alamat IP", "Surel"]
    assert texts(imported) == ["We explain it twice", "We call back"]
    assert imported.source.rows == 2
    assert [(warning.key, warning.count) for warning in imported.warnings] == [
        ("importing.warn.previews", 3)
    ]


def test_a_qualtrics_column_can_be_named_by_its_code(tmp_path: Path) -> None:
    path = written(tmp_path / "qualtrics.csv", QUALTRICS)

    imported = read(path, column="q2_text", group="Q1")

    assert imported.answers == (("We explain it twice", "Loket"), ("We call back", "Telepon"))


def test_old_qualtrics_has_two_header_rows_and_a_comma_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_text(
        "V1,V2,V3,V4,V5,V6,V7,V8,V9,V10,Q1\n"
        "ResponseID,ResponseSet,Name,ExternalDataReference,EmailAddress,IPAddress,Status,StartDate,"
        "EndDate,Finished,What do customers thank you for?\n"
        "R_1,Default Response Set,Anonymous,,,192.0.2.1,1,2013-01-01,2013-01-01,1,a test of ours,\n"
        "R_2,Default Response Set,Anonymous,,,192.0.2.2,0,2013-01-02,2013-01-02,1,We listen,\n"
        "R_3,Default Response Set,Anonymous,,,192.0.2.3,0,2013-01-03,2013-01-03,1,We call back,\n",
        encoding="utf-8",
    )

    preview, imported = inspect(path), read(path)

    assert (preview.tool, preview.header_rows) == (SurveyTool.QUALTRICS, 2)
    assert preview.answer_column.title == QUESTION
    assert titles(preview.left_behind) == [
        "Name", "ExternalDataReference", "EmailAddress", "IPAddress"
    ]  # fmt: skip
    assert texts(imported) == ["We listen", "We call back"]


def limesurvey_rows(heading: Sequence[str]) -> list[list[str]]:
    return [
        [*heading, "token", "ipaddr", "Unit", QUESTION, "interviewtime", "groupTime12"],
        ["1", "2026-11-02 09:14:33", "3", "id", "18812", "abc", "192.0.2.1", "A", "We explain it",
         "31.4", "12.1"],
        ["2", "", "1", "id", "18813", "abd", "192.0.2.2", "B", "We call", "8.1", "8.1"],
        ["3", "2026-11-02 09:20:00", "3", "en", "181", "abe", "192.0.2.3", "A", "We care", "3", ""],
        ["4", "2026-11-02 09:21:00", "3", "en", "18815", "abf", "192.0.2.3", "B", "", "3", "1"],
        [],
    ]  # fmt: skip


def test_limesurvey_with_codes_keeps_and_counts_what_was_never_sent(tmp_path: Path) -> None:
    heading = ["id", "submitdate", "lastpage", "startlanguage", "seed"]
    path = written(tmp_path / "lime.csv", limesurvey_rows(heading), ";")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    preview = inspect(path)

    assert preview.tool is SurveyTool.LIMESURVEY
    assert preview.answer_column.title == QUESTION
    assert titles(preview.left_behind) == ["token", "ipaddr"]
    assert keys(preview) == ["importing.warn.unsent"]
    assert (preview.rows, preview.without_content) == (4, 1)


def test_limesurvey_with_full_headings(tmp_path: Path) -> None:
    heading = ["Response ID", "Date submitted", "Last page", "Start language", "Seed"]

    preview = inspect(written(tmp_path / "lime.csv", limesurvey_rows(heading), ";"))

    assert preview.tool is SurveyTool.LIMESURVEY
    assert preview.answer_column.title == QUESTION
    assert ColumnKind.TEXT not in {column.kind for column in preview.columns[:5]}


def test_a_table_of_nobody_in_particular_has_no_tool(tmp_path: Path) -> None:
    rows = [["Date", "Remark"], ["2026-11-02", "be kind"], ["2026-11-03", "be fast"]]

    preview = inspect(written(tmp_path / "own.csv", rows))

    assert preview.tool is None
    assert preview.answer_column.title == "Remark"


def test_the_names_in_two_columns_are_joined_row_by_row(tmp_path: Path) -> None:
    rows = [
        ["First name", "Last name", "Email", QUESTION],
        ["Rina", "Wijaya", "r@example.org", "Because Budi explains the form"],
        ["Budi", "Santoso", "b@example.org", "Because we call back at once"],
        ["", "", "", "We stay on the line"],
    ]

    imported = read(written(tmp_path / "named.csv", rows))

    assert imported.names == ("Budi Santoso", "Rina Wijaya")


def test_a_column_of_names_that_is_asked_for_as_groups_is_not_left_behind(tmp_path: Path) -> None:
    rows = [["Nama", QUESTION], *[[f"Unit {n % 2}", f"Karena {n} kali"] for n in range(6)]]

    imported = read(written(tmp_path / "named.csv", rows), group="Nama")

    assert imported.names == ()
