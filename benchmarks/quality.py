"""How often the readings are right on the labelled sets. Run: python -m benchmarks.quality

The labels are in tests/text/labelled and were written before the checks were tuned; the fresh, the
third and every later one after the tuning before, and what was right at first sight stands in their
files. The blind reactions were never tuned on. The figures flatter: lists and labels have the same
author. The measure that counts is other people's texts.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from workshop_tui.text.reaction import read_reaction
from workshop_tui.text.statement import check_statement

LABELLED = Path(__file__).parent.parent / "tests" / "text" / "labelled"


def labelled(name: str, which: str = "") -> list[dict[str, Any]]:
    """The cases of one set, "statement" or "reaction". which: "", "third_" or "fourth_"."""
    path = LABELLED / f"{which}{name}s.toml"
    cases: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))[name]
    return cases


def reactions(which: str, language: str = "") -> list[tuple[str, str]]:
    """Reactions with the wanted reading. which: "fresh", "fourth" to "sixth", or "blind"."""
    sets = tomllib.loads((LABELLED / f"{which}_reactions.toml").read_text("utf-8"))
    return [
        (text, reading)
        for code, by in sets.items()
        if language in ("", code)
        for reading in by
        for text in by[reading]
    ]


def fresh_statements() -> list[tuple[str, str, bool]]:
    """The fresh statements, each with the wanted verdict and company focus."""
    sets = tomllib.loads((LABELLED / "fresh_statements.toml").read_text("utf-8"))
    return [
        (text, kind.partition("_")[0], kind.endswith("company"))
        for by in sets.values()
        for kind in by
        for text in by[kind]
    ]


def share(rights: Iterable[bool]) -> float:
    counted = list(rights)
    return sum(counted) / len(counted)


def statement_shares(which: str = "") -> dict[str, float]:
    """The share of statements whose verdict, and whose company focus, is right."""
    checks = [(case, check_statement(case["text"])) for case in labelled("statement", which)]
    return {
        "generic or specific": share(check.verdict == case["verdict"] for case, check in checks),
        "company focus": share(
            check.company_focused == case["company_focused"] for case, check in checks
        ),
    }


def reaction_shares(which: str = "") -> dict[str, float]:
    """The share of reactions that are right, and of the others that are read as strong."""
    return right_and_too_kind(
        [(case["text"], case["reading"]) for case in labelled("reaction", which)]
    )


def right_and_too_kind(wanted: Iterable[tuple[str, str]]) -> dict[str, float]:
    """The share of texts that are read as wanted, and of those wrongly read as strong."""
    pairs = [(reading, read_reaction(text).reading) for text, reading in wanted]
    return {
        "reactions right": share(reading == found for reading, found in pairs),
        "other than strong read as strong": share(
            found == "strong" for reading, found in pairs if reading != "strong"
        ),
    }


def blind_shares() -> dict[str, float]:
    """The same shares on the reactions that were never tuned on, by language."""
    return {
        f"blind {language}: {name}": value
        for language in ("en", "id")
        for name, value in right_and_too_kind(reactions("blind", language)).items()
    }


def fresh_shares() -> dict[str, float]:
    """The same shares on the fresh sets."""
    read = right_and_too_kind(reactions("fresh"))
    checks = [
        (check_statement(text), verdict, focus) for text, verdict, focus in fresh_statements()
    ]
    return {
        "fresh: generic or specific": share(
            check.verdict == verdict for check, verdict, _ in checks
        ),
        "fresh: company focus": share(check.company_focused == focus for check, _, focus in checks),
    } | {f"fresh: {name}": value for name, value in read.items()}


def main() -> None:
    third = statement_shares("third_") | reaction_shares("third_")
    shares = statement_shares() | reaction_shares() | fresh_shares()
    shares |= {f"third: {name}": value for name, value in third.items()}
    for which in ("fourth", "fifth", "sixth"):
        read = right_and_too_kind(reactions(which))
        shares |= {f"{which}: {name}": value for name, value in read.items()}
    shares |= blind_shares()
    for name, value in shares.items():
        print(f"{name:<42} {value:6.1%}")
    print("\nstatements where the verdict or the company focus is not the labelled one:")
    for case in labelled("statement"):
        check = check_statement(case["text"])
        if (check.verdict, check.company_focused) != (case["verdict"], case["company_focused"]):
            print(f"  {check.verdict}, company {check.company_focused}: {case['text']}")
    print("\nreactions (labelled -> read):")
    confusion: Counter[tuple[str, str]] = Counter()
    for case in labelled("reaction"):
        found: str = read_reaction(case["text"]).reading
        confusion[case["reading"], found] += 1
        if found != case["reading"]:
            print(f"  {case['reading']} -> {found}: {case['text']}")
    for (wanted, found), count in sorted(confusion.items()):
        print(f"  {wanted:>9} -> {found:<9} {count:3}")


if __name__ == "__main__":
    main()
