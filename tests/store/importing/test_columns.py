"""The column of answers is chosen for a reason; columns can be named; groups are offered."""

from pathlib import Path

import pytest

from workshop_tui.store.importing import ColumnKind, ImportRefusedError, inspect, read

QUESTION = "What do customers thank you for?"
STAFF = """Comment ID,Site,Short answer,Long answer,Rating,Contact
NEAS PTS 528 - Q1,North,kind,They want someone who explains what happens next,5,ani@example.org
NEAS PTS 531 - Q1,South,kind,A call back within the hour we promised,4,b@example.org
NEAS PTS 534 - Q1,North,fast,Nobody wants to be passed from desk to desk,5,c@example.org
NEAS PTS 537 - Q1,South,fast,Plain words on the bill and no surprises,3,d@example.org
"""


def saved(folder: Path, text: str, name: str = "answers.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_longest_and_most_different_texts_are_the_answers(tmp_path: Path) -> None:
    preview = inspect(saved(tmp_path, STAFF))

    assert preview.answer_column.title == "Long answer"
    assert preview.why.key == "importing.chosen.longest"
    assert dict(preview.why.values) == {"n": 8, "percent": 100}


def test_the_preview_says_what_each_column_holds(tmp_path: Path) -> None:
    kinds = {column.title: column.kind for column in inspect(saved(tmp_path, STAFF)).columns}

    assert kinds == {
        "Comment ID": ColumnKind.SYSTEM,
        "Site": ColumnKind.CHOICE,
        "Short answer": ColumnKind.CHOICE,
        "Long answer": ColumnKind.TEXT,
        "Rating": ColumnKind.NUMBER,
        "Contact": ColumnKind.PERSONAL,
    }


def test_a_mostly_empty_column_of_long_texts_is_not_chosen(tmp_path: Path) -> None:
    rows = "".join(f"we answer them number {number},\n" for number in range(30))
    text = f"Q1,Other\n{rows}we listen,a very long remark that one single person left here\n"

    assert inspect(saved(tmp_path, text)).answer_column.title == "Q1"


def test_answers_that_begin_far_down_are_still_found(tmp_path: Path) -> None:
    early = "".join(f"{number},\n" for number in range(400))
    text = f"Number,Remark\n{early}401,at last somebody wrote a word\n402,and another one did\n"

    preview = inspect(saved(tmp_path, text))

    assert preview.answer_column.title == "Remark"
    assert (preview.rows, preview.without_content) == (402, 400)


@pytest.mark.parametrize("name", ["Short answer", "  SHORT   answer ", "3", "c", "C"])
def test_a_column_is_named_by_heading_number_or_letter(name: str, tmp_path: Path) -> None:
    path = saved(tmp_path, STAFF)

    imported, preview = read(path, column=name), inspect(path, column=name)

    assert imported.source.column == "Short answer"
    assert [answer for answer, _ in imported.answers] == ["kind", "kind", "fast", "fast"]
    assert preview.why.key == "importing.chosen.asked"


def test_a_heading_goes_before_a_number_and_a_letter(tmp_path: Path) -> None:
    path = saved(tmp_path, "B,1\nbe kind to them,x\nbe fast with them,y\n")

    assert read(path, column="b").source.column == "B"
    assert read(path, column="1", group="A").source.column == "1"


def test_an_unknown_column_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        read(saved(tmp_path, STAFF), column="Long anser")

    reason = refused.value.reason
    assert reason.key == "importing.refuse.unknown_column"
    assert dict(reason.values)["column"] == "Long anser"
    assert str(dict(reason.values)["columns"]).startswith("A: Comment ID; B: Site; C: Short")


def test_a_heading_that_two_columns_share_must_be_named_by_letter(tmp_path: Path) -> None:
    path = saved(tmp_path, "Comment,Unit,Comment\nbe kind,A,be fair\nbe fast,B,be there\n")

    with pytest.raises(ImportRefusedError) as refused:
        read(path, column="comment")

    assert refused.value.reason.key == "importing.refuse.ambiguous_column"
    assert dict(refused.value.reason.values)["letters"] == "A, C"
    assert read(path, column="C").answers[0] == ("be fair", "")


def test_the_answers_cannot_be_their_own_groups(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        read(saved(tmp_path, STAFF), column="Site", group="B")

    assert refused.value.reason.key == "importing.refuse.same_column"


def test_a_column_that_tells_who_answered_is_left_behind_unless_asked_for(tmp_path: Path) -> None:
    path = saved(tmp_path, STAFF)

    assert [column.title for column in inspect(path).left_behind] == ["Contact"]
    assert inspect(path, group="Contact").left_behind == ()
    assert read(path, group="Contact").answers[0][1] == "ani@example.org"


def test_groups_are_offered_likeliest_first(tmp_path: Path) -> None:
    rows = "".join(
        f"we help customer {number} today,{number % 4},{'AB'[number % 2]},{'XYZ'[number % 3]}\n"
        for number in range(24)
    )

    preview = inspect(saved(tmp_path, f"Answer,Rating,Colour,Department\n{rows}"))

    assert [column.title for column in preview.group_candidates] == [
        "Department",
        "Colour",
        "Rating",
    ]


def test_groups_that_show_only_further_down_are_offered(tmp_path: Path) -> None:
    rows = "".join(
        f"we help customer {number} today,{'North' if number < 350 else 'South'}\n"
        for number in range(400)
    )

    preview = inspect(saved(tmp_path, f"Answer,Site\n{rows}"))

    assert [column.title for column in preview.group_candidates] == ["Site"]


def test_group_labels_are_cleaned_to_one_line(tmp_path: Path) -> None:
    path = saved(tmp_path, 'Unit,Answer\n"North\n \x07East",be kind\n"North East",be fast\n')

    groups = {group for _, group in read(path, group="Unit").answers}

    assert groups == {"North East"}


def test_a_table_without_headings_is_read_from_its_first_row(tmp_path: Path) -> None:
    path = saved(tmp_path, "1,be kind to all of them\n2,be fast\n3,be honest\n")

    imported = read(path)

    assert imported.source.header_rows == 0
    assert imported.source.column == "B"
    assert imported.answers[0] == ("be kind to all of them", "")


@pytest.mark.parametrize(
    "first", ["What do they need?", "Answer", "Jawaban", "Q1", "open.ended.response"]
)
def test_the_heading_of_a_single_column_is_no_answer(first: str, tmp_path: Path) -> None:
    imported = read(saved(tmp_path, f"{first}\nbe kind to them\nbe fast\n"))

    assert imported.source.column == first
    assert len(imported.answers) == 2
    assert imported.warnings == ()


def test_a_heading_that_might_be_an_answer_is_named_in_a_warning(tmp_path: Path) -> None:
    (warning,) = read(saved(tmp_path, "Kindness\nbe fast\nbe fair\n")).warnings

    assert warning.key == "importing.warn.assumed_heading"
    assert dict(warning.values) == {"heading": "Kindness"}


@pytest.mark.parametrize("first", ["They need us to listen.", "be fast"])
def test_a_first_row_that_reads_as_an_answer_is_one(first: str, tmp_path: Path) -> None:
    imported = read(saved(tmp_path, f"{first}\nbe fast\nbe fair\n"))

    assert imported.source.header_rows == 0
    assert imported.answers[0] == (first, "")


@pytest.mark.parametrize(("rows", "first"), [(0, QUESTION), (1, "Short"), (2, "Another answer")])
def test_a_person_says_how_many_rows_are_headings(rows: int, first: str, tmp_path: Path) -> None:
    lines = ["Name,Unit,{QUESTION}", "Ani,A,Short", "Budi,B,Another answer", "Cici,A,A third one"]
    path = tmp_path / "survey.csv"
    path.write_text("\n".join(lines).format(QUESTION=QUESTION), encoding="utf-8")

    preview = inspect(path, "C", header_rows=rows)
    imported = read(path, "C", header_rows=rows)

    assert preview.header_rows == imported.source.header_rows == rows
    assert preview.first_answers[0] == imported.answers[0][0] == first
    assert preview.rows == len(imported.answers) == 4 - rows


def test_a_name_in_any_heading_row_leaves_the_column_behind(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text(
        f"q1,q2,q3\nName,Unit,{QUESTION}\nAni,A,An answer in words\nBudi,B,And another one\n",
        encoding="utf-8",
    )

    preview = inspect(path, header_rows=2)

    assert [column.title for column in preview.left_behind] == ["Name"]
    assert preview.answer_column.title == QUESTION


def test_more_heading_rows_than_rows_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text(f"{QUESTION}\nOne answer\n", encoding="utf-8")

    with pytest.raises(ImportRefusedError) as refused:
        inspect(path, header_rows=3)

    assert refused.value.reason.key == "importing.refuse.only_headings"
