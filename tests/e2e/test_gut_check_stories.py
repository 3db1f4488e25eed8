"""Two gut checks by keys in a real terminal, from the own feeling to the verdict and the record.

"We help you fix it." is the case that the method tells; the clinic is one of our own.
"""

from pathlib import Path

from tests.e2e.program import DOWN, EMPTY_FIELD, ENTER, HOME, RIGHT, lines, program
from tests.pty_screen import PtyScreen
from tests.workshops import people, shortlisted
from workshop_tui.domain.gut_check import GutCheck
from workshop_tui.domain.scoring import ChooseStatement
from workshop_tui.language import Language
from workshop_tui.room_on_disk import open_room, view_room
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.layout import SessionFolder
from workshop_tui.workshops import create_workshop

ESC = "\x1b"


def with_statement(sessions: Path, title: str, language: Language, text: str) -> Path:
    """A workshop on disk that has chosen its statement; its folder."""
    made = create_workshop(sessions, title, language).folder
    with open_room(made, backups=BackupFolder(sessions / "backups")) as opened:
        for action in (
            *people(3),
            *shortlisted(text),
            ChooseStatement(draft="draft1", because="it is short and it is ours"),
        ):
            opened.room.do(action)
    return made.path


def checked(folder: Path) -> GutCheck:
    with view_room(SessionFolder(folder)) as opened:
        return opened.room.session.gut_check


def write_record_and_quit(screen: PtyScreen, written: str) -> None:
    screen.type("e")
    screen.type("w")
    screen.see(written)
    screen.type("q")
    assert screen.exit_code() == 0


def test_we_help_you_fix_it_loses_the_word_that_burdens_the_customer(tmp_path: Path) -> None:
    folder = with_statement(tmp_path, "Maintenance", "en", "We help you fix it.")

    with program("open", folder, columns=80, rows=24) as screen:
        screen.see("Set-up")
        screen.type("5" + RIGHT * 2 + "f" + lines("", "y", "", "Who does the fixing here?"))
        screen.see("something nags", "“you”")
        screen.type("a" + lines("executive", "Rina Hartono", "Board office", ""))
        screen.type("a" + lines("manager", "Tom Baker", "Depot", ""))
        screen.type("a" + lines("front line", "Sari Dewi", "Night shift", ""))
        screen.type("a" + lines("front line", "ana", "", ""))
        screen.see("Ask somebody who did not")
        screen.type(ESC + HOME + DOWN + "r")
        screen.see("Something nags: “you”. Why go on all the same?")
        screen.type(lines("I want to hear whether others stumble there."))
        screen.type(lines("I love it. That is us.", "", "", ""))
        screen.see("1 of 1 very positive")
        screen.type(DOWN + "r" + lines("It's fine.", "", "2", ""))
        screen.see("faint, to version 1, by phone")
        screen.type(
            "o" + lines("y", "", "It puts the work on them.", "Then it is our job.", "", "")
        )
        screen.see("what if it were gone?", "Then it is our job.", "We help -you fix it.")
        screen.type(ESC)
        screen.see("accept")
        screen.type(DOWN + "r" + lines("Not bad", "", "", "the workshop"))
        screen.type("o" + lines("y", "", "Sounds like they do it alone.", "Good!", "", ""))
        screen.see("bottom of the ladder", "■●")
        screen.type("w")
        screen.see("What instead of “you”?", "We help fix it.", "because of front line: “Not bad”")
        screen.type(ENTER)
        screen.see("→ read version 2 to 2 people again", "1 word changed")
        screen.type("r" + lines("Yes! Now I would sign it.", "", "", ""))
        screen.type(HOME + DOWN * 2 + "r" + lines("Love it, exactly us!", "", "", ""))
        screen.see("3 of 3 very positive")
        screen.type(HOME + "f" + lines("", "n"))
        screen.see("at ease")
        screen.type("c" + lines("everybody asked loves it"))
        screen.see("version 2, accepted")
        screen.type("p")
        room_sees = screen.see("We help -you fix it.", "version 1", "version 2")
        screen.type("p")
        write_record_and_quit(screen, "Written to")

    gut_check = checked(folder)
    assert [each.code for each in gut_check.reactions] == [
        "strong",
        "faint",
        "faint",
        "strong",
        "strong",
    ]
    assert [each.stumbled_over for each in gut_check.reactions] == ["", "you", "you", "", ""]
    assert [each.text for each in gut_check.changes] == ["We help fix it."]
    assert gut_check.changes[0].cause == "reaction3"
    assert gut_check.accepted is not None
    assert gut_check.accepted.version == 2
    record = (folder / "record.md").read_text(encoding="utf-8").replace("\\", "")
    for held in (
        "> **We help fix it.**",
        "Covered: executives, middle managers, front line.",
        "| you | I want to hear whether others stumble there. |",
        "| 1 | 1 | 2 | 0 | 0 |",
        "| 2 | 2 | 0 | 0 | 0 |",
        "> It's fine.",
        "- **Word in question:** you",
        "- **And without it:** Then it is our job.",
        "−you−",
        "everybody asked loves it",
    ):
        assert held in record
    for private in ("Rina", "Tom", "Sari", "Board office", "Depot", "the workshop", "the fixing"):
        assert private not in record
        assert private not in room_sees


def prepare_the_clinic(screen: PtyScreen) -> None:
    """The own feeling, how openly people speak, three to ask, and the papers for one of them."""
    screen.type("5" + RIGHT + "f" + lines("", "y", "", "Tidak semua bisa kita obati."))
    screen.type("s" + lines("t"))
    screen.type("a" + lines("eksekutif", "dr. Ratna", "Direksi", ""))
    screen.type("i")
    screen.see("Yth. Bapak/Ibu dr", "undangan; dalam bahasa Indonesia")
    screen.type("w")
    screen.see("Disimpan ke")
    screen.type("il")
    screen.see("Interview sheet", "Asked as", "dalam bahasa Inggris")
    screen.type(ESC)
    screen.see("terima")
    screen.type("a" + lines("manajer", "Pak Darto", "Poli umum", ""))
    screen.type("a" + lines("garis depan", "Wati", "Perawat malam", "y"))


def ask_the_clinic(screen: PtyScreen) -> None:
    """Three rounds, two words, and the acceptance."""
    screen.type(HOME + DOWN + "r" + lines("Mau dengar dulu apakah orang lain tersandung."))
    screen.type(lines("Wah, ini kita banget!", "", "3", ""))
    screen.see("1 dari 1 sangat positif", "Wah, ini kita banget!", "video")
    screen.type(DOWN + "r" + lines("Ya, lumayan lah.", "", "4", ""))
    screen.see("Tanyakan empat mata")
    screen.type(
        "o" + lines("y", EMPTY_FIELD + "tersenyum", "Ada yang pulang menangis.", "", "tenang", "")
    )
    screen.see("langkah terakhir", "-tersenyum. +tenang.")
    screen.type(ESC)
    screen.see("terima")
    screen.type(DOWN + "r" + lines("Boleh juga sih, Bu.", "", "1", "bangsal"))
    screen.type("o" + lines("y", "", "Tidak semua bisa diobati.", "", "dampingi", ""))
    screen.see("langkah terakhir")
    screen.type("w")
    screen.see("Kami dampingi Anda sampai pulang tersenyum.")
    screen.type(ENTER)
    screen.see("bacakan versi 2 lagi kepada 2 orang")
    screen.type("r" + lines("Nah, ini baru kita!", "", "", ""))
    screen.type(
        HOME + DOWN * 2 + RIGHT * 5 + "r" + lines("Lumayan, tetapi senyumnya.", "", "4", "")
    )
    screen.see("versi 2, tertulis")
    screen.type("w" + lines("tenang"))
    screen.see("bacakan versi 3 lagi kepada 1 orang", "2 kata diubah")
    screen.type("r" + lines("Mantap! Ini kita.", "", "", ""))
    screen.type(HOME + "f" + lines("", "t"))
    screen.type("c" + lines("ketiga golongan sangat menyukainya"))
    screen.see("versi 3, diterima")


def test_a_clinic_finds_two_words_and_reads_the_sentence_three_times(tmp_path: Path) -> None:
    sentence = "Kami obati Anda sampai pulang tersenyum."
    folder = with_statement(tmp_path, "Klinik Melati", "id", sentence)

    with program("--lang", "id", "open", folder, columns=80, rows=24) as screen:
        screen.see("Menilai")
        prepare_the_clinic(screen)
        ask_the_clinic(screen)
        screen.type("v")
        room_sees = screen.see("versi 2", "versi 3", "sejak dipilih", "Esc kembali")
        screen.type(ESC)
        screen.see("terima")
        write_record_and_quit(screen, "Disimpan ke")

    gut_check = checked(folder)
    assert gut_check.culture == "guarded"
    assert [each.code for each in gut_check.reactions][:3] == ["strong", "faint", "faint"]
    assert [each.how for each in gut_check.reactions][:3] == ["video", "written", "in_person"]
    assert [each.text for each in gut_check.changes] == [
        "Kami dampingi Anda sampai pulang tersenyum.",
        "Kami dampingi Anda sampai pulang tenang.",
    ]
    invitation = (folder / "invitation-stakeholder1.id.md").read_text(encoding="utf-8")
    assert "empat mata" in invitation
    record = (folder / "record.md").read_text(encoding="utf-8").replace("\\", "")
    for held in (
        "> **Kami dampingi Anda sampai pulang tenang.**",
        "Golongan yang sudah ditanya: eksekutif, manajer menengah, garis depan.",
        "Mau dengar dulu apakah orang lain tersandung.",
        "Wati, seorang karyawan garis depan",
        "- **Sebagai gantinya:** dampingi",
        "ketiga golongan sangat menyukainya",
    ):
        assert held in record
    for private in ("Ratna", "Darto", "Direksi", "Poli umum", "bisa kita obati"):
        assert private not in record
        assert private not in room_sees
    assert "Wati" not in room_sees
