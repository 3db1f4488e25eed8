"""20 October, 09:27 to 10:07: five exercises, fourteen drafts, dots, three on the shortlist."""

from tests.stories.demo_id.setup import ASEP, DEWI, FITRI, MARKUS, NURUL, PUTU, TOGAR, YOSEF
from tests.stories.telling import PutBack, TakeBack, at, draft
from workshop_tui.domain.dots import OpenDotVote, PlaceDots, RevealDots
from workshop_tui.domain.drafting import (
    AddDraft,
    AddNote,
    EditDraft,
    MergeDrafts,
    RejectDraft,
    ReopenDraft,
    ShortlistDraft,
)
from workshop_tui.domain.exercises import EndExercise, StartExercise
from workshop_tui.domain.memory_test import RecordMemory, StartMemoryTest

_NOTES = (
    *at("2026-10-20 09:27:30", StartExercise(kind="good_day")),
    *at(
        "2026-10-20 09:28",
        AddNote(
            kind="good_day",
            text="Anaknya tetap ikut ujian online, berkat jadwal teknisi yang kita majukan.",
            author=DEWI,
        ),
        AddNote(
            kind="good_day",
            text="Dia tahu dari kita, bukan dari tetangga, kalau kabel di kecamatannya putus.",
            author=MARKUS,
        ),
        AddNote(
            kind="good_day",
            text="Cuti setengah harinya tidak hangus karena teknisi datang sesuai jam janji.",
            author=NURUL,
        ),
        AddNote(
            kind="good_day",
            text="Warungnya bisa terima pembayaran lagi sebelum jam makan siang.",
            author=ASEP,
        ),
        AddNote(
            kind="good_day",
            text="Tagihannya sudah dipotong sebelum dia sempat protes.",
            author=TOGAR,
        ),
        AddNote(
            kind="good_day",
            text="Modem penggantinya sudah di mobil teknisi waktu dia telepon.",
            author=YOSEF,
        ),
        apart=45,
    ),
    *at("2026-10-20 09:33", StartExercise(kind="thank_you_letter")),
    *at(
        "2026-10-20 09:37",
        AddNote(
            kind="thank_you_letter",
            text="Saya pikir bakal disuruh restart lagi, ternyata ditemani sampai lampunya hijau. "
            "Terima kasih ya, Mbak.",
            author=DEWI,
        ),
        AddNote(
            kind="thank_you_letter",
            text="Hujan-hujan tetap datang, sepatunya dilepas dulu, pulangnya bapak saya yang "
            "minta nomor kantornya buat memuji.",
            author=ASEP,
        ),
        apart=70,
    ),
)

_ALONE = (
    *at("2026-10-20 09:40", StartExercise(kind="silent_drafts")),
    *at(
        "2026-10-20 09:41",
        AddDraft(text="Pelayanan prima, pelanggan puas.", author=TOGAR, exercise="silent_drafts"),
        AddDraft(text="Sekali telepon langsung tuntas.", author=DEWI, exercise="silent_drafts"),
        AddDraft(text="Dikabari sebelum bertanya.", author=NURUL, exercise="silent_drafts"),
        AddDraft(
            text="Kami datang sesuai janji dan tidak pulang sebelum lampunya hijau.",
            author=ASEP,
            exercise="silent_drafts",
        ),
        AddDraft(
            text="Gangguan boleh datang, kabar tidak boleh terlambat.",
            author=MARKUS,
            exercise="silent_drafts",
        ),
        AddDraft(
            text="Solusi internet nomor satu di hati pelanggan.",
            author=PUTU,
            exercise="silent_drafts",
        ),
        AddDraft(
            text="Semua siap sebelum teknisi berangkat.", author=YOSEF, exercise="silent_drafts"
        ),
        AddDraft(text="Kami temani sampai tuntas.", author=FITRI, exercise="silent_drafts"),
        apart=40,
    ),
    *at(
        "2026-10-20 09:47",
        AddDraft(
            text="Terima kasih sudah menunggu saya mencari tombol itu.",
            author=DEWI,
            exercise="thank_you_letter",
        ),
    ),
)

_TOGETHER = (
    *at("2026-10-20 09:50", StartExercise(kind="one_two_four_all")),
    *at(
        "2026-10-20 09:51",
        AddDraft(text="Setiap langkah jelas.", author=NURUL, exercise="one_two_four_all"),
        EditDraft(
            draft=draft(2),
            text="Sekali lapor langsung tuntas.",
            reason="Tidak semua orang menelepon.",
        ),
        EditDraft(
            draft=draft(3),
            text="Pelanggan dikabari sebelum bertanya.",
            reason="Supaya jelas siapa yang dikabari.",
        ),
        EditDraft(
            draft=draft(10),
            text="Setiap langkah jelas, setiap janji ditepati.",
            reason="Jelas saja belum cukup kalau tidak datang.",
        ),
        EditDraft(
            draft=draft(8),
            text="Kami temani sampai tersambung lagi.",
            reason="Tuntas itu kata kita, tersambung itu kata pelanggan.",
        ),
        EditDraft(
            draft=draft(4),
            text="Kami tidak pulang sebelum lampunya hijau.",
            reason="Separuh terakhir sudah mengatakan semuanya.",
        ),
        apart=45,
    ),
    *at(
        "2026-10-20 09:56",
        AddDraft(
            text="Jelas langkahnya, tepat janjinya, tuntas gangguannya.",
            author=MARKUS,
            exercise="one_two_four_all",
        ),
        EditDraft(
            draft=draft(3),
            text="Kami mengabari sebelum Anda bertanya.",
            reason="Ada yang bekerja di dalamnya, dan ada yang diajak bicara.",
        ),
        apart=110,
    ),
    *at("2026-10-20 09:59:30", StartExercise(kind="recombine")),
    *at(
        "2026-10-20 10:00",
        AddDraft(
            text="Tidak dilempar, tidak digantung, tidak ditinggal.",
            author=PUTU,
            exercise="recombine",
        ),
        MergeDrafts(
            parents=(draft(8), draft(10)),
            text="Kami menemani setiap langkah Anda hingga layanan kembali tersambung.",
        ),
        AddDraft(text="Teman yang ngerti internet.", author=MARKUS, exercise="recombine"),
        apart=75,
    ),
)


def _dots(voter: str, *numbers: int) -> PlaceDots:
    return PlaceDots(voter=voter, drafts=tuple(draft(number) for number in numbers))


_DOTS = (
    *at("2026-10-20 10:02:35", EndExercise(run="exercise5")),
    *at(
        "2026-10-20 10:02:40",
        OpenDotVote(dots_each=3),
        _dots(DEWI, 13, 4, 4),
        _dots(ASEP, 4, 13, 2),
        _dots(NURUL, 3, 3, 13),
        _dots(MARKUS, 14, 5, 3),
        _dots(TOGAR, 13, 14, 3),
        _dots(YOSEF, 7, 4, 13),
        _dots(PUTU, 14, 6, 12),
        _dots(FITRI, 13, 14, 11),
        RevealDots(vote="vote1"),
        apart=6,
    ),
)

_NARROWED = (
    *at(
        "2026-10-20 10:03:40",
        RejectDraft(
            draft=draft(1),
            reason="Empat kata, keempatnya kata umum. Bank sebelah juga bisa pakai.",
        ),
        RejectDraft(
            draft=draft(2),
            reason="Kalau kabel utama putus, sekali lapor tidak mungkin langsung tuntas. Janji "
            "yang ingkar tiap musim hujan.",
        ),
        RejectDraft(draft=draft(5), reason="Awalnya mempersilakan gangguan masuk."),
        RejectDraft(draft=draft(6), reason="Soal kita, bukan soal pelanggan. Bagus untuk baliho."),
        RejectDraft(
            draft=draft(7),
            reason="Penting untuk gudang, tidak terlihat oleh pelanggan. Jadi tujuan jangka "
            "pendek.",
        ),
        RejectDraft(draft=draft(11), reason="Tiga janji sekaligus, dan bunyinya seperti pantun."),
        RejectDraft(
            draft=draft(12),
            reason="Tiga kali “tidak”. Yang diingat orang justru dilempar, digantung, ditinggal.",
        ),
        RejectDraft(
            draft=draft(9),
            reason="Indah sebagai surat, belum menjadi pernyataan. Kata “menunggu” disimpan untuk "
            "arti kata.",
        ),
        # Dewi asks to read it aloud once more, and gives it up herself.
        TakeBack("drafting"),
        PutBack("drafting"),
        apart=8,
    ),
    *at("2026-10-20 10:05", RejectDraft(draft=draft(4), reason="Terlalu teknisi.")),
    # Dewi again: it gives her goose bumps.
    *at("2026-10-20 10:06", ReopenDraft(draft=draft(4))),
    *at(
        "2026-10-20 10:06:20",
        ShortlistDraft(draft=draft(3)),
        ShortlistDraft(draft=draft(4)),
        ShortlistDraft(draft=draft(13)),
        # Four like draft 14, but it suits a hashtag better: it stays open, for the chat team.
        ShortlistDraft(draft=draft(14)),
        TakeBack("drafting"),
        apart=7,
    ),
)

_REMEMBERED = (
    *at(
        "2026-10-20 10:06:55",
        StartMemoryTest(draft=draft(13)),
        RecordMemory(test="memory1", said="kami menemani setiap langkah sampai tersambung"),
        RecordMemory(test="memory1", said="kami temani setiap langkah Anda sampai tersambung lagi"),
        RecordMemory(test="memory1", said="menemani setiap langkah hingga kembali tersambung"),
        RecordMemory(test="memory1", said="setiap langkah ditemani sampai tersambung lagi"),
        apart=12,
    ),
)

STEPS = (*_NOTES, *_ALONE, *_TOGETHER, *_DOTS, *_NARROWED, *_REMEMBERED)
