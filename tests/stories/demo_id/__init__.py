"""Meja bantuan internet: eight functions of an internet provider's help desk, in Indonesian."""

from datetime import timedelta

from tests.stories.demo_id import drafting, gut_check, scoring, setup, survey, sustain
from tests.stories.telling import Story

STORY = Story(
    slug="demo-id",
    language="id",
    utc_offset=timedelta(hours=7),
    group_column="Bagian",
    chapters={
        "setup": setup.STEPS,
        "survey": survey.STEPS,
        "drafting": drafting.STEPS,
        "scoring": scoring.STEPS,
        "gut_check": gut_check.STEPS,
        "sustain": sustain.STEPS,
    },
)
