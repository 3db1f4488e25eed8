"""Figures on two public sets of real answers, as far as these are at hand.

The answers are not part of the program: patients' comments on a health service (NHS England, MIT)
and hotel reviews in Indonesian (HoASA, Apache-2.0). The figures were measured independently of this
code; a few people more or less come from another choice of lists.
"""

import csv
from functools import cache
from pathlib import Path

import pytest

from workshop_tui.text.reading import Reading, ReadingChoices, read_survey

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
NHS, HOASA = DATA / "en_nhs_fft_answers.csv", DATA / "id_hoasa_hotel_reviews.csv"
FEW = 2
RECEPTION = ("receptionis", "recepsionis", "receptionist", "resepsionist", "reseptionis")

pytestmark = pytest.mark.skipif(
    not (NHS.exists() and HOASA.exists()), reason="the public answers are not on this machine"
)


@cache
def nhs(question: str) -> Reading:
    with NHS.open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["FFT question"] == question]
    return read_survey([row["FFT answer"] for row in rows])


@cache
def hotels() -> Reading:
    with HOASA.open(newline="", encoding="utf-8") as file:
        rows = [row["review"] for row in csv.DictReader(file) if row["service"] != "neut"]
    merges = tuple((word, "resepsionis") for word in RECEPTION)
    return read_survey(rows, ReadingChoices(language="id", merges=merges))


def people(reading: Reading, *words: str) -> list[int]:
    return [found.people if (found := reading.find(word)) else 0 for word in words]


def under(reading: Reading, word: str) -> dict[str, tuple[int, float, float]]:
    found = reading.under(word)
    assert found is not None
    return {beside.word: (beside.people, beside.log_dice, beside.low) for beside in found.beside}


def test_health_answers_are_counted() -> None:
    reading = nhs("What was good?")

    assert reading.rows == 1_312
    assert reading.people == pytest.approx(1_155, abs=FEW)
    assert reading.unit == "answer"
    assert people(reading, "staff", "good", "care", "listened", "helpful", "time") == pytest.approx(
        [246, 207, 184, 120, 83, 81], abs=FEW
    )


def test_beneath_the_staff_lie_ward_food_and_activities() -> None:
    beside = under(nhs("What was good?"), "staff")

    assert list(beside)[:4] == ["ward", "food", "activities", "time"]
    assert beside["ward"] == pytest.approx((33, 11.83, 1.99), abs=0.02)
    assert beside["hard"] == pytest.approx((11, 10.44, 2.14), abs=0.02)


def test_beneath_professional_lie_the_crew_and_their_calm() -> None:
    beside = under(nhs("FFT Why?"), "professional")

    assert beside["paramedics"][0] == pytest.approx(25, abs=FEW)
    assert beside["reassuring"][0] == 13
    assert beside["calm"] == pytest.approx((11, 11.08, 1.12), abs=0.05)


def test_hotel_answers_are_counted_and_their_negations_shown() -> None:
    reading = hotels()

    assert (reading.people, reading.unit) == (787, "clause")
    counted = people(reading, "kamar", "pelayanan", "ramah", "baik", "bersih", "mandi")
    assert counted == pytest.approx([448, 402, 300, 219, 218, 172], abs=5)
    ramah = reading.find("ramah")
    assert ramah is not None
    assert ramah.generic
    assert ramah.negated == pytest.approx(121, abs=FEW)


def test_reception_and_the_guard_decide_whether_a_hotel_is_friendly() -> None:
    beside = under(hotels(), "ramah")

    assert next(iter(beside)) == "resepsionis"
    assert beside["resepsionis"][0] >= 33
    assert beside["penjaga"] == pytest.approx((10, 10.02, 1.18), abs=0.05)


def test_splitting_a_root_that_merges_too_much_clears_the_picture() -> None:
    merged = hotels()

    split = merged.with_choices(
        ReadingChoices(
            language="id",
            splits=("diperbaiki", "perbaiki", "perbaikan"),
            merges=(*merged.choices.merges, ("diperbaiki", "perbaiki"), ("perbaikan", "perbaiki")),
        )
    )

    assert next(iter(under(merged, "baik"))) == "perlu"
    assert "perlu" not in under(split, "baik")
    assert under(split, "perbaiki")["perlu"][0] == 18
    assert people(split, "baik", "perbaiki") == pytest.approx([190, 45], abs=FEW)


def test_less_friendly_is_a_phrase_of_its_own() -> None:
    phrases = {phrase.phrase: phrase.people for phrase in hotels().phrases}

    assert phrases["kurang ramah"] == 76
    assert phrases["kamar mandi"] == 117
