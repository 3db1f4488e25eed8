"""Clean rides: ten functions of a clean-vehicle rebate team write one sentence."""

from datetime import timedelta

from tests.stories.demo_en import drafting, gut_check, scoring, setup, survey, sustain
from tests.stories.telling import Story

STORY = Story(
    slug="demo-en",
    language="en",
    utc_offset=timedelta(hours=-7),
    group_column="Your function",
    chapters={
        "setup": setup.STEPS,
        "survey": survey.STEPS,
        "drafting": drafting.STEPS,
        "scoring": scoring.STEPS,
        "gut_check": gut_check.STEPS,
        "sustain": sustain.STEPS,
    },
)
