"""Surveys with known counts: answers are put together from parts, and these are counted."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Planted:
    """answers: one per person; people: how many people's answer holds each planted word."""

    answers: tuple[str, ...]
    people: Counter[str]


ENGLISH = (
    "we explain every {bill}",
    "the {technician} kept the {appointment}",
    "fast and friendly service",
    "an {outage} is announced before it starts",
    "the {router} works after one visit",
    "helpful, reliable people",
    "a {callback} when we said so",
    "They think of us as the {neighbour} who helps",
    "quality service and a great team",
    "no hidden {fees} in the {bill}",
    "I hope they feel valued",
)
INDONESIAN = (
    "{antrean} pendek di {loket}",
    "pelayanan ramah dan cepat",
    "{formulir} tidak ribet",
    "{kartu} hilang langsung diganti",
    "nasabah merasa dihargai",
    "buka {tabungan} gampang",
    "semoga pelanggan ingat kita",
    "{pinjaman} cair tepat janji",
    "pelayanan terbaik, profesional",
    "gak perlu bolak balik urus {pinjaman}",
)


def planted(templates: Sequence[str], people: int, seed: int) -> Planted:
    """So many answers of one or two parts each."""
    choose = random.Random(seed)
    answers: list[str] = []
    said: Counter[str] = Counter()
    for _ in range(people):
        parts = [choose.choice(templates) for _ in range(choose.choice((1, 1, 2)))]
        text = choose.choice((". ", ", ", " - ")).join(parts)
        said.update({piece.split("}")[0] for piece in text.split("{")[1:]})
        answers.append(text.replace("{", "").replace("}", ""))
    return Planted(tuple(answers), said)
