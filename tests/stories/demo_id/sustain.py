"""5 to 20 November: goals, changes, customers, obstacles, a meaning for each word, roll-out."""

import datetime as dt

from tests.stories.telling import ImportCustomers, at, glosses
from workshop_tui.domain.sustain import (
    AddChange,
    AddGoal,
    AddObstacle,
    CloseGoal,
    CollectResponses,
    DecideOnFeedback,
    ExplainChange,
    RateGoal,
    ResolveObstacle,
    SetReview,
    WriteBriefPart,
)

_GOALS = at(
    "2026-11-05 13:05",
    AddGoal(
        horizon="long",
        text="Akhir 2027, sembilan dari sepuluh gangguan tuntas pada kunjungan pertama, dan tidak "
        "ada pelanggan yang tahu soal keterlambatan dari jam dinding.",
        owner="Ratna Wulandari Siregar",
    ),
    AddGoal(
        horizon="short",
        text="Setiap kunjungan yang mundur dikabarkan ke pelanggan paling lambat satu jam "
        "sebelumnya, berikut jam barunya.",
        owner="Nurul Hidayah",
        due=dt.date(2026, 11, 20),
        measure="45 dari 50 kunjungan yang mundur",
    ),
    RateGoal(goal="goal2", reach=(4, 4, 3, 4, 5)),
    AddGoal(
        horizon="short",
        text="Setiap penjelasan di telepon ditutup dengan satu langkah berikutnya dan siapa yang "
        "mengerjakannya.",
        owner="Dewi Anggraini",
        due=dt.date(2026, 11, 18),
        measure="Terdengar di 18 dari 20 rekaman yang didengar bersama agennya",
    ),
    RateGoal(goal="goal3", reach=(4, 5, 4, 3, 4)),
    AddGoal(
        horizon="short",
        text="Semua gangguan massal dikabarkan dalam 15 menit sejak grafik merah.",
        owner="Markus Tanoto",
        due=dt.date(2026, 11, 27),
        measure="Semua kejadian dalam dua minggu",
    ),
    RateGoal(goal="goal4", reach=(2, 1, 3, 2, 2)),
    CloseGoal(
        goal="goal4",
        status="dropped",
        reason="Belum terjangkau bulan ini; langkah kecilnya dulu: tiga contoh pesan disetujui di "
        "muka.",
    ),
    AddGoal(
        horizon="short",
        text="Tiga contoh pesan gangguan massal disetujui di muka, supaya petugas malam boleh "
        "langsung mengirim.",
        owner="Markus Tanoto",
        due=dt.date(2026, 11, 16),
        measure="Tiga pesan disetujui; satu latihan malam di bawah 15 menit",
    ),
    RateGoal(goal="goal5", reach=(4, 4, 5, 4, 4)),
    AddGoal(
        horizon="short",
        text="Modem, kabel, dan adaptor sudah di mobil sebelum teknisi berangkat.",
        owner="Yosef Wanggai",
        due=dt.date(2026, 11, 24),
        measure="Paling banyak dua kunjungan ulang seminggu karena barang kurang",
    ),
    RateGoal(goal="goal6", reach=(3, 4, 4, 3, 4)),
    AddGoal(
        horizon="short",
        text="Pelanggan bisa melihat sendiri di aplikasi, teknisinya sudah sampai di mana.",
        owner="Markus Tanoto",
        due=dt.date(2027, 3, 31),
        measure="20 pelanggan mencobanya tanpa perlu bertanya",
    ),
    RateGoal(goal="goal7", reach=(2, 2, 3, 1, 2)),
    apart=80,
)

_CHANGES = at(
    "2026-11-05 13:25",
    AddChange(
        text="Satu tiket dipegang satu orang sampai tuntas",
        why="Permintaan pelanggan. Rekan sendiri juga menulis: “satu tiket satu orang yg pegang "
        "sampe tuntas, pelanggan tau namanya”",
        benefit="Tukar shift boleh diatur sendiri di regu, karena tiketnya berpasangan",
    ),
    CollectResponses(
        change="change1",
        responses=(
            "Setuju. Saya capek dengar pelanggan mengulang cerita dari awal.",
            "Setuju, asal ada yang pegang kalau saya cuti.",
            "Bisa, tapi jangan lebih dari dua belas tiket per pasangan.",
            "Shift malam sudah penuh. Kalau ditambah, siapa yang bantu?",
            "Mau. Pelanggan jadi tahu nama saya, saya juga tahu ceritanya.",
            "Tergantung aplikasinya, sekarang tiket orang lain tidak kelihatan.",
        ),
    ),
    ExplainChange(
        change="change1",
        response="Ditanya di tiga apel pagi, 2–4 November: 27 dari 33 setuju. Shift malam khawatir "
        "tiketnya menumpuk, jadi dibatasi dua belas tiket per pasangan.",
        is_agreed=True,
    ),
    ExplainChange(
        change="change1",
        training="Mulai 16 November: dua kali setengah hari, call center duduk bersama dispatcher, "
        "memakai enam tiket sungguhan",
    ),
    AddChange(
        text="Penagihan menelepon sebelum isolir, dan yang dihitung bukan hanya uang masuk",
        why="Usul karyawan, muncul dari penagihan waktu kepal sampai lima; pesaing sudah lebih "
        "dulu mengirim pengingat",
        benefit="Bonus bulanan ikut menghitung pelanggan yang tersambung lagi dalam satu jam "
        "sesudah bayar",
    ),
    ExplainChange(
        change="change2",
        response="Ditanya 3 November: penagihan lega, minta naskah telepon yang tidak menggurui; "
        "keuangan minta dicoba satu bulan dulu.",
        is_agreed=True,
    ),
    ExplainChange(
        change="change2",
        training="19 November: satu jam mendengarkan empat rekaman, lalu latihan berdua",
    ),
    apart=100,
)

_CUSTOMERS = at(
    "2026-11-05 13:38",
    DecideOnFeedback(
        feedback="20 telepon singkat, 30 Oktober–3 November: kalimatnya dipahami dan disukai. "
        "Pesan otomatis setiap 30 menit selama gangguan massal tidak dibaca lagi sesudah yang "
        "kedua.",
        was_needed=False,
        decision="adjust",
        subject="Pesan otomatis tiap 30 menit",
        day=dt.date(2026, 11, 5),
        reason="Pesan hanya dikirim kalau ada yang berubah, dan satu pesan penutup waktu sudah "
        "tersambung lagi.",
        owner="Markus Tanoto",
        next_review=dt.date(2026, 11, 30),
    ),
)

_OBSTACLES = at(
    "2026-11-05 13:42",
    AddObstacle(
        kind="broken_system",
        text="Tiket di aplikasi call center dan di aplikasi dispatcher tidak saling terlihat, jadi "
        "ada yang tidur.",
        named_by=9,
        owner="Nurul Hidayah",
        advocate="Ratna Wulandari Siregar",
        step="Daftar tiket di atas 24 jam dibaca bersama tiap pukul 08.00, mulai 9 November; "
        "perbaikan aplikasi diminta tertulis",
        due=dt.date(2026, 11, 27),
    ),
    AddObstacle(
        kind="toxic_culture",
        text="Di satu regu, pelanggan yang menelepon berulang diberi julukan di grup obrolan.",
        owner="Fitri Handayani",
        advocate="Ratna Wulandari Siregar",
        step="Fitri bicara di apel; julukan berhenti hari itu, dua surat terima kasih dibacakan",
        due=dt.date(2026, 11, 9),
    ),
    AddObstacle(
        kind="poor_leadership",
        text="Seorang kepala regu menyuruh tiket ditutup dulu supaya angka hariannya bagus.",
        owner="Asep Kurniawan",
        advocate="Ferdinand Lasut",
        step="Duduk bersama, dengarkan tiga pelanggan yang tiketnya ditutup terlalu cepat",
        due=dt.date(2026, 11, 12),
        is_sensitive=True,
    ),
    AddObstacle(
        kind="other",
        text="Izin naik tiang di dua perumahan hanya keluar hari kerja, padahal gangguannya "
        "sering hari Minggu.",
        owner="Yosef Wanggai",
        advocate="Siti Rahmawati Lubis",
        step="Surat ke pengelola perumahan",
        due=dt.date(2026, 11, 13),
    ),
    apart=70,
)

_MEANINGS = at(
    "2026-11-05 13:50",
    *glosses(
        {
            "Kami": "Semua yang memegang tiket itu, termasuk gudang dan penagihan yang tidak "
            "pernah bertemu pelanggan.",
            "temani": "Menunggu sampai tombol itu ketemu. Tidak menutup telepon duluan, tidak "
            "melempar ke bagian lain, dan kalau telat ya mengabari.",
            "setiap": "Juga langkah yang tidak enak: jadwal mundur, tagihan salah, barang kosong.",
            "langkah": "Langkah pelanggan dan langkah kita. Diceritakan sebelum dikerjakan, dengan "
            "bahasa manusia, satu per satu.",
            "sampai": "Tidak berhenti di “nanti dipantau dulu ya Bu”. Tiket baru ditutup kalau "
            "pelanggannya bilang sudah.",
            "tersambung": "Lampunya hijau, videonya lancar, dan dia tahu nama orang yang bisa "
            "dihubungi.",
            "lagi": "Kembali seperti biasa: ujian jalan, warung jalan, rapat jalan. Untuk "
            "pelanggan baru: tersambung seperti yang dijanjikan sales.",
        }
    ),
    SetReview(review=dt.date(2026, 11, 30)),
    apart=60,
)

_ROLL_OUT = (
    *at(
        "2026-11-10 10:30",
        WriteBriefPart(
            part="what_it_is",
            language="id",
            text="Satu kalimat yang dipakai semua bagian untuk mengambil keputusan: Kami temani "
            "setiap langkah sampai tersambung lagi.",
        ),
        WriteBriefPart(
            part="what_it_means",
            language="id",
            text="Teknisi lapangan: Saya belum selesai kalau pelanggan masih bingung.\n"
            "Penagihan: Yang telat bayar juga pelanggan.\n"
            "Gudang: Langkah pertama ternyata ada di rak saya.",
        ),
        WriteBriefPart(
            part="how_i_contribute",
            language="id",
            text="Teknisi lapangan: Sebelum pamit saya cek bareng: lampu, video, kamar belakang.\n"
            "Penagihan: Saya telepon dulu sebelum isolir, dan saya cek sendiri internetnya nyala "
            "sesudah bayar.\n"
            "Gudang: Malam sebelumnya tas teknisi sudah saya isi sesuai jadwal besok.",
        ),
        # For the partner's engineers, who read English.
        WriteBriefPart(
            part="what_it_is",
            language="en",
            text="One sentence that every department decides by: we stay with the customer, step "
            "by step, until they are connected again.",
        ),
        WriteBriefPart(
            part="what_it_means",
            language="en",
            text="Field technicians: I am not done while the customer is still confused.\n"
            "Billing: Whoever pays late is a customer too.\n"
            "Warehouse: The first step turned out to be on my shelf.",
        ),
        WriteBriefPart(
            part="how_i_contribute",
            language="en",
            text="Field technicians: Before I leave we check it together: the light, a video, the "
            "back room.\n"
            "Billing: I call before I cut anybody off, and I see for myself that the line is back "
            "after they have paid.\n"
            "Warehouse: The bags are packed the evening before, from tomorrow's schedule.",
        ),
    ),
    *at(
        "2026-11-16 21:40",
        CloseGoal(
            goal="goal5",
            status="done",
            reason="Tiga pesan disetujui; latihan malamnya selesai dalam 11 menit.",
        ),
    ),
    *at(
        "2026-11-20 09:40",
        ImportCustomers(),
        DecideOnFeedback(
            feedback="50 pelanggan menjawab, 12–19 November. Yang diingat teknisinya, jamnya, dan "
            "kabarnya; empat orang merasa ditemani, yang lain bercerita soal menunggu.",
            was_needed=True,
            decision="improve",
            subject="Jam datang dan nama teknisi dikirim dalam satu kabar",
            day=dt.date(2026, 11, 20),
            reason="Yang dipuji kabar yang jelas; yang dikeluhkan menunggu tanpa kabar.",
            owner="Nurul Hidayah",
            next_review=dt.date(2026, 12, 15),
        ),
        DecideOnFeedback(
            feedback="Pesan gangguan masih terasa terlalu banyak, dan ada yang terbangun "
            "karenanya.",
            was_needed=False,
            decision="drop",
            subject="Pesan gangguan antara pukul 22.00 dan 06.00",
            day=dt.date(2026, 11, 20),
            reason="Siapa yang ingin tahu malam-malam bisa membalas pesan terakhir.",
            owner="Markus Tanoto",
            next_review=dt.date(2026, 12, 15),
            follows="feedback1",
        ),
        apart=240,
    ),
    *at(
        "2026-11-20 11:15",
        ResolveObstacle(
            obstacle="obstacle4",
            resolution="Kedua pengelola mengizinkan hari Minggu, asal diberi tahu sehari "
            "sebelumnya.",
        ),
    ),
)

STEPS = (*_GOALS, *_CHANGES, *_CUSTOMERS, *_OBSTACLES, *_MEANINGS, *_ROLL_OUT)
