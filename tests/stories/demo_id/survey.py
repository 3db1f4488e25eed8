"""15 October: the import. 20 October: the group reads one level deeper, under "pelanggan"."""

from tests.stories.telling import ImportSurvey, TakeBack, at, phrase, quote, word
from workshop_tui.domain.survey import AddTheme, HideWord, MarkGeneric, MergeWords, SplitForm

STEPS = (
    *at("2026-10-15 08:20", ImportSurvey()),
    *at(
        "2026-10-20 09:10",
        MergeWords(word="ganguan", into="gangguan"),
        # "cepat, tepat, ramah" says nothing; "janji ditepati" does, and is counted apart.
        SplitForm(form="ditepati"),
        MarkGeneric(word="tepat"),
        HideWord(word="jam"),
        HideWord(word="dulu"),
        # Marked for a minute, until somebody reads the answers in which it stands.
        MarkGeneric(word="jelas"),
        TakeBack("survey"),
        apart=20,
    ),
    *at(
        "2026-10-20 09:14",
        word(
            "kabar",
            "Semua yang menulis kabar juga menulis pelanggan. Kok bisa kompak begini?",
            "pelanggan",
        ),
        word(
            "langkah",
            "Muncul di call center, penagihan, NOC, chat. Bukan kata teknisi saja.",
            "pelanggan",
        ),
        word(
            "tuntas",
            "Bukan “selesai”. Selesai itu tiketnya, tuntas itu pelanggannya.",
            "pelanggan",
        ),
        word("jadwal", "Teknisi dan dispatcher sama-sama sakit hati soal ini.", "pelanggan"),
        word("gangguan", "Alasan orang menghubungi kita.", "pelanggan"),
        word("ditemani", "Sedikit orang, tapi hampir selalu bersama “sampai” atau “langkah”."),
        word("dilempar-lempar", "Selalu dengan “tidak” atau “bukan” di depannya."),
        phrase("lampu merah", "Bahasa pelanggan, bukan bahasa kita."),
        phrase("langkah demi langkah", under="langkah"),
        phrase("pelanggan dikabari", under="pelanggan"),
    ),
    *at(
        "2026-10-20 09:18",
        quote(
            "Pelanggan ditemani sampai tersambung lagi, walaupun jam kerja saya sudah habis",
            "Dibaca dua kali. Semua terdiam.",
            "ditemani",
        ),
        quote(
            '"Mbaknya baik, mau nungguin saya cari tombol reset di belakang modem." Ada pelanggan '
            "yg bilang begini, saya terharu",
            "Hari yang baik, persis.",
            "pelanggan",
        ),
        quote(
            "Kalau jadwal mundur, pelanggan tahu dari kita, bukan dari jam dinding.",
            under="jadwal",
        ),
        quote("Sekali telepon langsung tuntas, gak perlu nelpon dua kali.", under="tuntas"),
        quote(
            "Bukan cuma tutup tiket pelanggan. Tuntas itu kalau seminggu kemudian gak muncul lagi.",
            under="tuntas",
        ),
        quote(
            'Jangan cuma "mohon maaf atas ketidaknyamanannya". Pelanggan minta kabar yang jelas, '
            "bukan maaf.",
            "Kita saat ini.",
            "kabar",
        ),
    ),
    *at(
        "2026-10-20 09:22",
        AddTheme(name="Dikabari sebelum bertanya", words=("kabar", "tiket", "bertanya")),
        AddTheme(name="Janji datang ditepati", words=("jadwal", "janji", "datang", "teknisi")),
        AddTheme(name="Langkah yang jelas", words=("langkah", "jelas", "cek")),
        AddTheme(
            name="Sampai tuntas dan nyala lagi",
            words=("tuntas", "gangguan", "lampu", "tersambung"),
        ),
        AddTheme(name="Tagihan tanpa kaget", words=("tagihan", "biaya", "promo")),
    ),
)
