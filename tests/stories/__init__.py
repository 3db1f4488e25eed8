"""Whole workshops, told step by step: what the samples in `sessions` are made of."""

from tests.stories import demo_en, demo_id

STORIES = (demo_en.STORY, demo_id.STORY)
