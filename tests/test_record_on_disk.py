"""The record of a session with files: its evidence, its forms, the same by key and command."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

import msgspec
import pytest
from msgspec.structs import replace

from tests.cli.command_line import WISHES, Ran, ran, survey_file
from tests.workshops import shortlisted
from workshop_tui.cli.command_line import RECORD_FORMATS
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.minutes import Minutes
from workshop_tui.domain.scoring import ChooseStatement
from workshop_tui.domain.session import Session
from workshop_tui.domain.survey import HideWord, MarkGeneric
from workshop_tui.evidence import evidence_of
from workshop_tui.language import say
from workshop_tui.record.evidence import Evidence
from workshop_tui.record_on_disk import FORMATS, RecordFormat, RecordMaker, record_path
from workshop_tui.room_on_disk import RoomOnDisk, open_room
from workshop_tui.store.answers import read_answers
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.opened import view_session
from workshop_tui.text.reading import read_survey
from workshop_tui.text.survey.choices import ReadingChoices, choices_of
from workshop_tui.workshops import copy_sample, create_workshop


def workshop_with_answers(folder: Path) -> RoomOnDisk:
    return open_room(create_workshop(folder / "s", "T", "en", survey_file(folder)).folder)


def test_the_command_line_offers_every_form() -> None:
    assert RECORD_FORMATS == FORMATS


@pytest.mark.parametrize("form", FORMATS)
def test_the_key_and_the_command_write_the_same_bytes(form: RecordFormat, tmp_path: Path) -> None:
    folder = copy_sample(tmp_path, "en")
    with open_room(folder) as opened:
        by_key = RecordMaker(folder).write(opened.room.session, form).read_bytes()

    ran("record", folder.path, "--format", form)

    assert record_path(folder, form).read_bytes() == by_key


def test_pictures_lie_beside_the_markdown_that_links_to_them(tmp_path: Path) -> None:
    folder = copy_sample(tmp_path / "sample", "en")
    target = tmp_path / "the board (final).md"

    ran("record", folder.path, "-o", target)

    linked = re.findall(r"!\[.*\]\((.*)\)", target.read_text())
    assert {unquote(name) for name in linked} == {path.name for path in tmp_path.glob("*.svg")}
    assert "the%20board%20%28final%29-stumbles.svg" in linked
    assert not list(tmp_path.glob(".*.tmp"))


@pytest.mark.skipif(sys.platform != "linux", reason="names of bytes that are no text")
def test_a_name_that_is_no_text_is_linked_by_its_bytes(tmp_path: Path) -> None:
    maker, session, fewer = with_and_without_scores(tmp_path)
    record = tmp_path / os.fsdecode(b"board\xff.md")
    maker.write(session, path=record)
    maker.write(fewer, path=record)

    linked = re.findall(r"!\[.*\]\((.*)\)", record.read_text())

    assert "board%FF-stumbles.svg" in linked
    assert {unquote_to_bytes(name) for name in linked} == {
        os.fsencode(path.name) for path in tmp_path.glob("*.svg")
    }


def with_and_without_scores(folder: Path) -> tuple[RecordMaker, Session, Session]:
    """A maker, and the same session with the pictures of its scores and without."""
    sample = copy_sample(folder / "sample", "en")
    session = view_session(sample).session
    fewer = replace(session, minutes=Minutes(switched_off=("scoring",)))
    return RecordMaker(sample), session, fewer


def names_in(folder: Path, form: str = "*.svg") -> set[str]:
    return {path.name for path in folder.glob(form)}


def test_pictures_that_the_record_no_longer_has_go(tmp_path: Path) -> None:
    maker, session, fewer = with_and_without_scores(tmp_path)
    record = tmp_path / "record.md"
    maker.write(session, path=record)
    before = names_in(tmp_path)
    maker.write(fewer, path=record)

    linked = {unquote(name) for name in re.findall(r"!\[.*\]\((.*)\)", record.read_text())}
    assert before > names_in(tmp_path) == linked


def test_a_picture_that_somebody_made_changed_linked_or_uses_stays(tmp_path: Path) -> None:
    maker, session, fewer = with_and_without_scores(tmp_path)
    record, other = tmp_path / "record.md", tmp_path / "record-2.md"
    maker.write(session, path=record)
    maker.write(session, path=other)
    (tmp_path / "record-mine.svg").write_text("<svg/>")
    first, second, *_ = sorted(tmp_path.glob("record-scores-*.svg"))
    first.write_bytes(first.read_bytes().replace(b"<svg ", b'<svg id="mine" '))
    (tmp_path / "talk.md").write_text(f"![See]({second.name})")
    before = names_in(tmp_path)
    maker.write(fewer, path=record)

    assert {"record-mine.svg", first.name, second.name} <= names_in(tmp_path)
    assert names_in(tmp_path, "record-2-*.svg") == {n for n in before if n.startswith("record-2-")}


def test_beside_a_document_that_cannot_be_looked_through_every_picture_stays(
    tmp_path: Path,
) -> None:
    maker, session, fewer = with_and_without_scores(tmp_path)
    record = tmp_path / "record.md"
    maker.write(session, path=record)
    (tmp_path / "talk.md").symlink_to(tmp_path / "elsewhere.md")
    before = names_in(tmp_path)
    maker.write(fewer, path=record)

    assert names_in(tmp_path) == before


def test_a_record_for_a_pipe_tells_its_pictures_in_words(tmp_path: Path) -> None:
    folder = copy_sample(tmp_path, "en")

    piped = ran("record", folder.path, "-o", "-").out

    assert "![" not in piped
    assert "*Words that people stumbled over:*" in piped


@pytest.mark.parametrize("form", FORMATS)
def test_a_record_written_to_a_pipe_goes_through_it(form: RecordFormat, tmp_path: Path) -> None:
    folder = copy_sample(tmp_path, "en")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE)

    written = ran("record", folder.path, "--format", form, "-o", pipe)

    assert (written.code, written.out, written.err) == (0, "", "")
    to_screen = ran("record", folder.path, "--format", form, "-o", "-")
    assert reader.communicate()[0].decode().splitlines() == to_screen.out.splitlines()
    assert pipe.is_fifo()


def test_each_form_has_a_file_of_its_own_beside_the_session() -> None:
    folder = SessionFolder(Path("s"))

    names = [record_path(folder, form).name for form in FORMATS]

    assert names == ["record.md", "record.html", "record.json", "record.csv"]


def test_without_a_survey_there_is_no_evidence_and_no_fault(tmp_path: Path) -> None:
    with open_room(create_workshop(tmp_path, "T", "en").folder) as opened:
        maker = RecordMaker(opened.folder)

        assert maker.evidence.of(opened.room.session) == Evidence()
        assert maker.fault is None


def test_the_evidence_follows_the_marks_of_the_facilitator(tmp_path: Path) -> None:
    with workshop_with_answers(tmp_path) as opened:
        maker = RecordMaker(opened.folder)
        before = maker.evidence.of(opened.room.session)
        opened.room.do(MarkGeneric(word="easy"))
        opened.room.do(HideWord(word="rebate"))
        after = maker.evidence.of(opened.room.session)

    assert ("easy", False) in [(word.word, word.is_generic) for word in before.words]
    assert ("easy", True) in [(word.word, word.is_generic) for word in after.words]
    assert "rebate" in [word.word for word in before.specific]
    assert "rebate" not in [word.word for word in after.specific]


def test_answers_that_are_lost_are_a_fault_and_no_failure(tmp_path: Path) -> None:
    with workshop_with_answers(tmp_path) as opened:
        opened.folder.answers.unlink()
        maker = RecordMaker(opened.folder)

        assert maker.evidence.of(opened.room.session) == Evidence()
        assert maker.fault is not None


def test_the_sample_tells_who_used_the_words_of_its_statement(tmp_path: Path) -> None:
    folder = copy_sample(tmp_path, "en")
    with open_room(folder) as opened:
        session = opened.room.session
        answers = read_answers(folder, session.survey.answers_sha256)
        reading = read_survey(answers.texts, choices_of(session.survey))

        evidence = evidence_of(reading, session)

    assert evidence.voices
    easy = next(voice for voice in evidence.voices if voice.word == "easy")
    assert easy.people > 10
    assert easy.quotes
    assert [voice.word for voice in evidence.voices if voice.quotes and not voice.people] == []
    assert evidence.beneath
    assert evidence.quotes


def test_of_few_answers_the_evidence_ranks_nothing(tmp_path: Path) -> None:
    reading = read_survey(WISHES[:5])
    with open_room(create_workshop(tmp_path, "T", "en").folder) as opened:
        evidence = evidence_of(reading, opened.room.session)

    assert (evidence.words, evidence.specific, evidence.beneath) == ((), (), ())
    assert evidence.quotes


def test_names_that_are_masked_in_quotes_are_no_words_to_be_counted(tmp_path: Path) -> None:
    answers = [f"Easy rebates {number}, ask Zyxbudi or Bagus, please" for number in range(30)]
    reading = read_survey(answers, ReadingChoices(names=("Zyxbudi", "Bagus")))
    other = read_survey([f"Easy {number}" for number in range(30)], reading.choices)
    with open_room(create_workshop(tmp_path, "T", "en").folder) as opened:
        evidence = evidence_of(reading, opened.room.session, reading.compared_with(other))

    assert "zyxbudi" not in msgspec.json.encode(evidence).decode().casefold()
    assert {"easy", "rebates", "bagus"} <= {word.word for word in evidence.words}


def test_a_word_that_nobody_wrote_has_no_witnesses(tmp_path: Path) -> None:
    with workshop_with_answers(tmp_path) as opened:
        digest = opened.room.session.survey.answers_sha256
        answers = read_answers(opened.folder, digest)
        for action in shortlisted("Make it zebra."):
            opened.room.do(action)
        opened.room.do(ChooseStatement(draft="draft1", because="test"))

        evidence = evidence_of(read_survey(answers.texts), opened.room.session)

    zebra = next(voice for voice in evidence.voices if voice.word == "zebra")
    assert (zebra.people, zebra.quotes) == (0, ())


def test_the_user_s_own_template_is_used_where_there_is_one(tmp_path: Path) -> None:
    folder = copy_sample(tmp_path / "sample", "en")
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "record.md.jinja").write_text("# Board\n\n{{ sections.scoring.text }}")
    session = view_session(folder).session

    own = RecordMaker(folder, templates).write(session).read_text(encoding="utf-8")
    page = RecordMaker(folder, templates).record(session, "html")

    assert own.startswith("# Board\n\n## Scores and agreement\n")
    assert "](record-scores-round-1.svg)" in own
    assert page == RecordMaker(folder).record(session, "html")


def test_a_fault_in_a_template_is_one_line_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy_sample(tmp_path / "sample", "en")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    templates = tmp_path / "workshop-tui" / "templates"
    templates.mkdir(parents=True)
    (templates / "record.md.jinja").write_text("# Board\n\n{{ sections.suvey.text }}")

    refused = ran("record", folder.path)

    assert refused.code == 1
    assert refused.err.count("\n") == 1
    assert "record.md.jinja asks in line 3 for “suvey”" in refused.err
    assert not folder.record.exists()


def refused_by(templates: Path, folder: SessionFolder) -> str:
    with pytest.raises(RefusedError) as refused:
        RecordMaker(folder, templates).record(view_session(folder).session)
    return say(refused.value.reason, "en")


def test_a_template_that_is_no_text_is_told_with_its_line(tmp_path: Path) -> None:
    folder = copy_sample(tmp_path / "sample", "en")
    template = tmp_path / "record.md.jinja"

    template.write_bytes(b"# Board\n\xff")
    assert refused_by(tmp_path, folder) == f"The template {template} is not UTF-8 text in line 2."


def test_what_is_no_file_is_no_template(tmp_path: Path) -> None:
    folder = copy_sample(tmp_path / "sample", "en")
    template = tmp_path / "record.md.jinja"

    os.mkfifo(template)
    assert str(template) in refused_by(tmp_path, folder)
    template.unlink()
    template.symlink_to(tmp_path / "gone")
    assert f"{template}: no such file" in refused_by(tmp_path, folder)


def written_to(target: str | Path, tmp_path: Path, *options: str) -> Ran:
    return ran("record", copy_sample(tmp_path / "sample", "en").path, "-o", target, *options)


@pytest.mark.parametrize("ending", ["", "/"])
def test_a_folder_in_the_place_of_a_file_is_told_and_nothing_is_put_beside_it(
    ending: str, tmp_path: Path
) -> None:
    (tmp_path / "minutes").mkdir()

    refused = written_to(f"{tmp_path}/minutes{ending}", tmp_path)

    assert refused.code == 1
    assert refused.err.count("\n") == 1
    assert f"{tmp_path}/minutes{ending} is a folder" in refused.err
    assert f"such as {tmp_path}/minutes/record.md" in refused.err
    assert names_in(tmp_path, "*") == {"minutes", "sample"}


def test_a_folder_that_is_not_there_is_not_taken_for_a_file(tmp_path: Path) -> None:
    refused = written_to(f"{tmp_path}/minutes/", tmp_path)

    assert refused.code == 1
    assert not (tmp_path / "minutes").exists()


def test_the_folder_one_is_in_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    refused = written_to(".", tmp_path, "--format", "html")

    assert "such as record.html" in refused.err


def test_a_link_that_leads_nowhere_is_told_and_nothing_is_put_beside_it(tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "gone" / "record.md")

    refused = written_to(link, tmp_path)

    assert (refused.code, refused.err) == (1, f"workshop-tui: {link}: no such file or folder.\n")
    assert names_in(tmp_path) == set()


@pytest.mark.parametrize(
    "name", ["session.toml", "journal.toml", "answers.csv", "on-screen.toml", ".session.lock"]
)
def test_a_record_never_takes_the_place_of_the_session_itself(name: str, tmp_path: Path) -> None:
    sample = copy_sample(tmp_path, "en").path
    (sample / name).touch()
    before = (sample / name).read_bytes()
    link = tmp_path / "minutes.md"
    link.symlink_to(sample / name)

    for target in (sample / name, link):
        refused = ran("record", sample, "-o", target)

        assert refused.code == 1
        assert f"{target} is a file that the session itself is made of" in refused.err
    assert (sample / name).read_bytes() == before
    assert names_in(sample) == set()


@pytest.mark.skipif(
    os.geteuid() == 0 and shutil.which("setpriv") is None,
    reason="root may write everywhere, and setpriv is needed to take that right away",
)
def test_a_record_that_somebody_protects_stays(tmp_path: Path) -> None:
    sample = copy_sample(tmp_path / "sample", "en").path
    signed = tmp_path / "signed.md"
    signed.write_text("signed", encoding="utf-8")
    signed.chmod(0o444)
    humble = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
    command = [*humble, sys.executable, "-m", "workshop_tui", "record", str(sample)]

    done = subprocess.run(
        [*command, "-o", str(signed)], capture_output=True, text=True, check=False
    )

    assert f"{signed}: you have no permission" in done.stderr
    assert signed.read_text(encoding="utf-8") == "signed"
    assert names_in(tmp_path) == set()


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="the system has no /dev/fd")
@pytest.mark.parametrize("number", [1, 7])
def test_what_the_shell_has_opened_is_written_behind_what_is_there(
    number: int, tmp_path: Path
) -> None:
    sample = copy_sample(tmp_path / "sample", "en").path
    kept = tmp_path / "kept.csv"
    kept.write_text("mine\n", encoding="utf-8")
    command = f'"$0" -m workshop_tui record "$1" --format csv -o /dev/fd/{number} {number}>>"$2"'

    subprocess.run(["sh", "-c", command, sys.executable, sample, kept], check=True)

    lines = kept.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "mine"
    assert lines[1].startswith("Kind,")
    assert not any("Written" in line for line in lines)


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.HTML", "<!"), ("a.htm", "<!"), ("a.json", "{"), ("a.csv", "Kind,"), ("a.txt", "# ")],
)
def test_without_a_format_the_ending_of_the_file_says_it(
    name: str, begins: str, tmp_path: Path
) -> None:
    written_to(tmp_path / name, tmp_path)

    assert (tmp_path / name).read_text(encoding="utf-8-sig").startswith(begins)


def test_no_name_at_all_is_wrong_usage(tmp_path: Path) -> None:
    refused = written_to("", tmp_path)

    assert refused.code == 2
    assert "-o needs a value" in refused.err
