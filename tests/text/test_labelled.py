"""The labelled sets stay right as often as they were when the lists were last judged."""

import pytest

from benchmarks.quality import (
    blind_shares,
    fresh_shares,
    fresh_statements,
    labelled,
    reaction_shares,
    reactions,
    right_and_too_kind,
    statement_shares,
)


def test_statements_are_judged_as_a_facilitator_would() -> None:
    shares = statement_shares()

    assert shares["generic or specific"] >= 0.95
    assert shares["company focus"] >= 0.95


def test_reactions_are_read_as_a_facilitator_would_and_rarely_too_kindly() -> None:
    shares = reaction_shares()

    assert shares["reactions right"] >= 0.95
    assert shares["other than strong read as strong"] == 0


def test_the_labelled_sets_are_large_and_speak_both_languages() -> None:
    for name in ("statement", "reaction"):
        cases = labelled(name)

        assert len(cases) >= 60
        assert {case["language"] for case in cases} == {"en", "id"}
        assert all(case["reason"] for case in cases)


def test_the_fresh_sets_are_read_as_a_facilitator_would_and_rarely_too_kindly() -> None:
    shares = fresh_shares()

    assert shares["fresh: generic or specific"] >= 0.95
    assert shares["fresh: company focus"] >= 0.95
    assert shares["fresh: reactions right"] >= 0.95
    assert shares["fresh: other than strong read as strong"] <= 0.01


def test_the_fresh_sets_hold_sixty_and_more_of_each_language() -> None:
    assert len(reactions("fresh")) >= 200
    assert len(fresh_statements()) >= 110


def test_the_third_sets_are_read_as_a_facilitator_would_and_rarely_too_kindly() -> None:
    statements, reactions = statement_shares("third_"), reaction_shares("third_")

    assert statements["generic or specific"] >= 0.95
    assert statements["company focus"] >= 0.95
    assert reactions["reactions right"] >= 0.95
    assert reactions["other than strong read as strong"] <= 0.01


def test_the_third_sets_speak_both_languages_and_give_their_reasons() -> None:
    for name, least in (("statement", 45), ("reaction", 80)):
        cases = labelled(name, "third_")

        for language in ("en", "id"):
            assert sum(case["language"] == language for case in cases) >= least
        assert all(case["reason"] for case in cases)


@pytest.mark.parametrize(("which", "least"), [("fourth", 600), ("fifth", 400), ("sixth", 200)])
def test_the_later_reactions_are_read_right_and_rarely_too_kindly(which: str, least: int) -> None:
    cases = reactions(which)

    shares = right_and_too_kind(cases)

    assert len(cases) >= least
    assert shares["reactions right"] >= 0.95
    assert shares["other than strong read as strong"] <= 0.01


def test_the_fourth_statements_are_judged_as_a_facilitator_would() -> None:
    shares = statement_shares("fourth_")

    assert shares["generic or specific"] >= 0.95
    assert shares["company focus"] >= 0.95


def test_the_reactions_never_tuned_on_are_read_as_often_right_as_others_may_expect() -> None:
    shares = blind_shares()

    for language in ("en", "id"):
        assert len(reactions("blind", language)) >= 20
        assert shares[f"blind {language}: reactions right"] >= 0.85
        assert shares[f"blind {language}: other than strong read as strong"] <= 0.03
