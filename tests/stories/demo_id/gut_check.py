"""21 to 29 October: six who did not write it, one word that leaves the work to customers."""

from tests.stories.demo_id.setup import KADEK, PUTU, YOSEF
from tests.stories.telling import TakeBack, at
from workshop_tui.domain.gut_check import (
    AcceptStatement,
    AddStakeholder,
    GoOnWithFeelings,
    ProbeReaction,
    RecordFeeling,
    RecordReaction,
    SetCulture,
    SwapWord,
)

DIRECTOR, CFO, CALL_CENTER, REGION, TECHNICIAN, NIGHT_SHIFT = (
    f"stakeholder{number}" for number in range(1, 7)
)
_ANDA = 4  # Kami temani setiap langkah [Anda]

_BEFORE = (
    *at(
        "2026-10-21 08:15",
        RecordFeeling(
            nags=True,
            word="Anda",
            text="Setiap kali saya baca “langkah Anda” keras-keras, yang terbayang ibu saya "
            "jongkok di belakang lemari mencabut kabel modem. Belum tahu apakah itu salah katanya "
            "atau salah saya.",
        ),
        RecordFeeling(
            nags=False, person=KADEK, text="Sudah saya ketik belasan kali, tetap enak dibaca."
        ),
        RecordFeeling(nags=False, person=YOSEF, text="Gudang ikut terbawa di dalamnya."),
        RecordFeeling(nags=False, person=PUTU, text="Bisa saya ucapkan ke calon pelanggan."),
        GoOnWithFeelings(
            because="Kalau memang katanya yang salah, orang lain pasti ikut terganjal. Saya diam "
            "dulu."
        ),
        SetCulture(culture="guarded"),
    ),
    *at(
        "2026-10-21 08:30",
        AddStakeholder(name="Hendra Gunawan", kind="executive", function="Direktur utama"),
        AddStakeholder(name="Siti Rahmawati Lubis", kind="executive", function="Direktur keuangan"),
        AddStakeholder(name="Retno Palupi", kind="manager", function="Call center"),
        AddStakeholder(name="Ferdinand Lasut", kind="manager", function="Wilayah teknisi"),
        AddStakeholder(name="Ujang Suryana", kind="frontline", function="Teknisi lapangan"),
        AddStakeholder(name="Meilani Gosal", kind="frontline", function="Call center, shift malam"),
    ),
)

_REACTIONS = (
    *at(
        "2026-10-22 09:20",
        RecordReaction(
            stakeholder=DIRECTOR,
            words="Nah ini. Ini kita banget waktu lagi benar.",
            code="strong",
        ),
    ),
    *at(
        "2026-10-22 14:10",
        RecordReaction(
            stakeholder=CFO,
            words="Betul sekali. Sudah lama saya menunggu kalimat yang bisa saya hafal.",
            code="strong",
            how="video",
        ),
    ),
    *at(
        "2026-10-23 10:30",
        RecordReaction(stakeholder=CALL_CENTER, words="Ya, boleh juga sih.", code="faint"),
        ProbeReaction(
            reaction="reaction3",
            is_a_word=True,
            stumbled_over="Anda",
            why="Bagus, enak didengar. Cuma kok rasanya ada yang berat di tengah.\n"
            "“Langkah Anda” itu kesannya pelanggan yang melangkah, kita tinggal menonton. Padahal "
            "tiap hari dia sudah kita suruh cabut-colok kabel.",
        ),
        ProbeReaction(
            reaction="reaction3",
            without_it="“Kami temani setiap langkah sampai tersambung lagi.” Nah, sekarang "
            "langkahnya langkah bersama. Langkah kita juga.",
        ),
        apart=150,
    ),
    *at(
        "2026-10-23 16:45",
        RecordReaction(
            stakeholder=REGION,
            words="Mantap jiwa. Besok saya tempel di mobil.",
            code="strong",
        ),
    ),
    *at(
        "2026-10-26 07:30",
        RecordReaction(
            stakeholder=TECHNICIAN, words="Lumayan lah, Pak.", code="faint", where="gudang kabel"
        ),
        ProbeReaction(
            reaction="reaction5",
            is_a_word=True,
            stumbled_over="Anda",
            why="Ya begitu, Pak. Kalimat kantor kan biasanya memang begitu.\n"
            "Ibu-ibu yang saya datangi itu sudah capek disuruh ini itu lewat telepon. Kalau "
            "dibilang langkah Anda, berarti salah langkah ya salah dia.",
        ),
        ProbeReaction(
            reaction="reaction5",
            without_it="Setiap langkah, berarti termasuk langkah saya naik tiang. Itu baru benar.",
        ),
        apart=150,
    ),
    *at(
        "2026-10-26 22:05",
        RecordReaction(
            stakeholder=NIGHT_SHIFT,
            words="Suka banget! Jadi ingat pelanggan yang saya temani sampai jam dua pagi.",
            code="strong",
        ),
    ),
)

_AFTER = (
    *at(
        "2026-10-27 09:10",
        # "kita" first: then nobody knows whose step it is.
        SwapWord(position=_ANDA, new="kita", cause="reaction3"),
        TakeBack("gut_check"),
        SwapWord(position=_ANDA, cause="reaction3"),
        RecordFeeling(nags=False, text="Saya bacakan ke Ibu. Beliau cuma bilang, “Nah.”"),
        apart=60,
    ),
    *at(
        "2026-10-28 10:00",
        RecordReaction(
            stakeholder=CALL_CENTER,
            words="Pas banget. Saya suka sekali, langsung pakai ya?",
            code="strong",
        ),
    ),
    *at(
        "2026-10-28 16:20",
        RecordReaction(
            stakeholder=TECHNICIAN, words="Nah ini baru kita, Pak. Mantap.", code="strong"
        ),
    ),
    *at(
        "2026-10-29 09:05",
        RecordReaction(
            stakeholder=DIRECTOR, words="Ngena banget. Lebih pendek, lebih berani.", code="strong"
        ),
    ),
    *at(
        "2026-10-29 22:10",
        RecordReaction(stakeholder=NIGHT_SHIFT, words="Merinding saya bacanya.", code="strong"),
        AcceptStatement(
            because="dua orang yang tadinya terganjal sekarang sangat suka, maknanya tidak ada "
            "yang hilang, dan kedelapan penulis tidak keberatan"
        ),
        apart=120,
    ),
)

STEPS = (*_BEFORE, *_REACTIONS, *_AFTER)
