"""1 October: scope, sponsor, roster and rule, three weeks before the group meets."""

import datetime as dt

from tests.stories.telling import at, people_in_order
from workshop_tui.domain.setup import (
    AddExistingStatement,
    AddPerson,
    JudgeExistingStatement,
    SetMeeting,
    SetRule,
    SetScope,
    SetSecrecy,
    SetSponsor,
)
from workshop_tui.workshops import start_of

DEWI, ASEP, NURUL, MARKUS, TOGAR, PUTU, YOSEF, FITRI, BAMBANG, AGUS, KADEK = people_in_order(11)

STEPS = (
    *at(
        "2026-10-01 14:00",
        start_of("Meja bantuan internet", "id"),
        SetScope(
            kind="team",
            scope="Meja bantuan dan semua bagian yang ikut memegang tiket pelanggan, dari call "
            "center sampai gudang; bukan seluruh perusahaan",
            headcount=240,
        ),
        SetMeeting(place="Ruang rapat lantai 2", date=dt.date(2026, 10, 20)),
        SetSponsor(name="Ratna Wulandari Siregar", title="Direktur operasional", level="executive"),
    ),
    *at(
        "2026-10-01 14:07",
        AddExistingStatement(
            text="Internet cepat untuk keluarga Indonesia.",
            source="Slogan di baliho dan brosur, sejak 2022",
        ),
        JudgeExistingStatement(existing="existing1", decision="keep"),
        AddExistingStatement(
            text="Memberikan pelayanan prima dan solusi terbaik kepada seluruh pelanggan.",
            source="Misi di buku saku karyawan, 2019",
        ),
        JudgeExistingStatement(existing="existing2", decision="replace"),
        AddExistingStatement(
            text="Tiket gangguan ditangani dalam 24 jam.", source="Standar layanan, 2025"
        ),
        JudgeExistingStatement(existing="existing3", decision="update"),
        apart=40,
    ),
    *at(
        "2026-10-01 14:14",
        AddPerson(name="Dewi Anggraini", key="dewi", function="Call center"),
        AddPerson(name="Asep Kurniawan", key="asep", function="Teknisi lapangan"),
        AddPerson(name="Nurul Hidayah", key="nurul", function="Dispatcher"),
        AddPerson(name="Markus Tanoto", key="markus", function="NOC"),
        AddPerson(name="Togar Simanjuntak", key="togar", function="Penagihan", level="manager"),
        AddPerson(name="Ni Luh Putu Sari", key="putu", function="Sales"),
        AddPerson(name="Yosef Wanggai", key="yosef", function="Gudang"),
        AddPerson(
            name="Fitri Handayani", key="fitri", function="Chat dan media sosial", level="manager"
        ),
        AddPerson(
            name="Bambang Wicaksono",
            key="bambang",
            function="Pelatihan dan mutu",
            level="manager",
            role="observer",
        ),
        AddPerson(
            name="Agus Setiawan",
            key="agus",
            function="Pelatihan dan mutu",
            level="manager",
            role="facilitator",
        ),
        AddPerson(
            name="Kadek Ayu Lestari", key="kadek", function="Chat dan media sosial", role="scribe"
        ),
        apart=18,
    ),
    *at(
        "2026-10-01 14:25",
        SetRule(kind="fist_to_five", threshold=3, quorum=6),
        SetSecrecy(ballots="shuffled", authors="hidden"),
    ),
    # She calls back: I open both sessions, I do not vote, I leave the sentence alone afterwards.
    *at(
        "2026-10-01 16:40",
        SetSponsor(
            name="Ratna Wulandari Siregar",
            title="Direktur operasional",
            level="executive",
            is_committed=True,
        ),
    ),
)
