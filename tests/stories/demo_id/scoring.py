"""20 October, 10:07 to 10:56: two rounds, verdicts, two counts of hands, the decision."""

from tests.stories.demo_id.setup import ASEP, DEWI, FITRI, MARKUS, NURUL, PUTU, TOGAR, YOSEF
from tests.stories.telling import at, card, draft, verdicts
from workshop_tui.domain.agreement import CheckAgreement
from workshop_tui.domain.ballots import MarkAbsent
from workshop_tui.domain.drafting import EditDraft, RejectDraft
from workshop_tui.domain.rounds import OpenRound, RevealRound
from workshop_tui.domain.scoring import ChooseStatement, RecordDissent
from workshop_tui.domain.setup import SetPresence

_FIRST_ROUND = (
    *at("2026-10-20 10:07:50", OpenRound()),
    # The main cable of a whole district has broken.
    *at("2026-10-20 10:08:20", SetPresence(person=ASEP, presence="left"), MarkAbsent(voter=ASEP)),
    *at(
        "2026-10-20 10:12",
        card(DEWI, 13, "3 5 3 5"),
        card(DEWI, 3, "5 4 3 3"),
        card(DEWI, 4, "5 4 4 4"),
        card(
            NURUL,
            13,
            "3 4 2 5",
            now="Setiap langkah? Minggu lalu ada tiket yang tidur empat hari di layar saya.",
        ),
        card(NURUL, 3, "5 5 3 4"),
        card(NURUL, 4, "5 4 3 3"),
        card(
            MARKUS,
            13,
            "2 4 3 4",
            simple="Kepanjangan. “Hingga layanan kembali tersambung” itu bahasa surat edaran.",
        ),
        card(
            MARKUS,
            3,
            "5 4 2 4",
            now="Grafik sudah merah sepuluh menit, pesan massalnya baru disetujui satu jam "
            "kemudian.",
        ),
        card(MARKUS, 4, "4 3 3 3"),
        card(
            TOGAR,
            13,
            "3 3 1 4",
            now="Pelanggan saya ditelepon waktu jatuh tempo, bukan ditemani. Jujur saja.",
        ),
        card(TOGAR, 3, "5 3 3 3"),
        card(
            TOGAR,
            4,
            "5 3 1 2",
            now="Di penagihan tidak ada lampu. Saya pulang jam lima.",
            aspire="Saya tidak mau cita-citanya lembur.",
        ),
        card(PUTU, 13, "4 4 3 5"),
        card(PUTU, 3, "5 4 3 3"),
        card(PUTU, 4, "5 4 2 3", now="Saya tidak pernah lihat lampunya, saya cuma jualan."),
        card(YOSEF, 13, "3 4 3 4"),
        card(
            YOSEF,
            3,
            "4 3 3 2",
            aspire="Dikabari terus tapi internetnya tetap mati, buat apa?",
        ),
        card(YOSEF, 4, "5 3 2 3", now="Gudang tutup sebelum lampunya hijau."),
        card(FITRI, 13, "4 5 4 5"),
        card(FITRI, 3, "5 4 4 3"),
        card(FITRI, 4, "4 4 3 3"),
        apart=18,
    ),
    *at("2026-10-20 10:19", RevealRound(round="round1")),
)

_TALK = (
    *at(
        "2026-10-20 10:32",
        EditDraft(
            draft=draft(13),
            text="Kami temani setiap langkah Anda sampai tersambung lagi.",
            reason="“Temani … sampai tersambung lagi”, seperti orang bicara.",
        ),
    ),
    *at(
        "2026-10-20 10:35",
        *verdicts(
            4,
            simple=("yes", "Langsung terbayang."),
            customer=("not_really", "Hanya untuk yang didatangi teknisi."),
            now=("no", "Tiga dari delapan bagian tidak punya lampu."),
            aspire=("not_really", "Cita-cita kita bukan lembur."),
        ),
        RejectDraft(
            draft=draft(4),
            reason="Kalimat terbaik untuk teknisi, tetapi penagihan, sales, dan gudang tidak punya "
            "lampu.",
        ),
        SetPresence(person=ASEP, presence="present"),
        apart=15,
    ),
)

_SECOND_ROUND = (
    *at("2026-10-20 10:38", OpenRound()),
    *at(
        "2026-10-20 10:39",
        card(DEWI, 13, "5 5 4 5"),
        card(DEWI, 3, "5 4 3 3"),
        card(ASEP, 13, "5 4 4 5"),
        card(ASEP, 3, "5 3 3 2", aspire="Saya bawa obeng, bukan cuma kabar."),
        card(NURUL, 13, "4 5 3 5"),
        card(NURUL, 3, "5 4 3 3"),
        card(MARKUS, 13, "4 4 4 4"),
        card(MARKUS, 3, "5 4 3 4"),
        card(TOGAR, 13, "4 4 3 4"),
        card(TOGAR, 3, "5 3 3 3"),
        card(PUTU, 13, "5 4 4 5"),
        card(PUTU, 3, "5 4 3 3"),
        card(YOSEF, 13, "5 4 4 4"),
        card(YOSEF, 3, "4 3 3 2", aspire="Masih sama: kabar itu separuh pekerjaan."),
        card(FITRI, 13, "5 5 4 5"),
        card(FITRI, 3, "5 4 3 3"),
        apart=12,
    ),
    *at("2026-10-20 10:43", RevealRound(round="round2")),
)

_DECISION = (
    *at(
        "2026-10-20 10:44",
        *verdicts(
            13,
            simple=("yes", "Delapan kata, bisa diucapkan di telepon."),
            customer=("yes", "Ujungnya yang diinginkan pelanggan: tersambung lagi."),
            now=(
                "yes",
                "Di telepon dan di rumah pelanggan sudah begitu; dua yang belum sudah kita tahu.",
            ),
            aspire=("yes", "Setiap langkah, termasuk penagihan dan tiket yang tidur."),
        ),
        *verdicts(
            3,
            simple=("yes", "Paling pendek dan paling jelas."),
            customer=("not_really", "Pelanggan dapat kabar, belum tentu dapat internet."),
            now=("not_really", "Kabar massal masih terlambat satu jam."),
            aspire=("not_really", "Kabar itu separuh pekerjaan."),
        ),
        apart=25,
    ),
    *at(
        "2026-10-20 10:48",
        CheckAgreement(
            draft=draft(13),
            values=(5, 5, 4, 4, 2, 4, 4, 5),
            reasons=(
                (
                    "Tim saya ditarget uang masuk, bukan menemani. Kalau targetnya tidak berubah, "
                    "kalimat ini bikin anak-anak saya serba salah."
                ),
            ),
        ),
    ),
    *at("2026-10-20 10:52", CheckAgreement(draft=draft(13), values=(5, 5, 4, 4, 3, 4, 4, 5))),
    *at(
        "2026-10-20 10:54",
        ChooseStatement(
            draft=draft(13),
            because="hanya draf ini yang bisa dikerjakan kedelapan bagian mulai besok pagi, karena "
            "langkah, jelas, dan tuntas adalah kata-kata rekan kita sendiri di balik kata "
            "“pelanggan”, dan karena “tersambung lagi” adalah hasil yang dicari setiap orang yang "
            "menghubungi kita. Kita tahu masih ada tiket yang tidur dan pelanggan yang kaget "
            "diisolir; keduanya masuk daftar hambatan, bukan ke dalam kalimat.",
        ),
        # Without a name: nobody asked for one.
        RecordDissent(
            text="Selama yang dihitung di satu bagian hanya uang masuk, kalimat ini berat di sana."
        ),
        apart=90,
    ),
)

STEPS = (*_FIRST_ROUND, *_TALK, *_SECOND_ROUND, *_DECISION)
