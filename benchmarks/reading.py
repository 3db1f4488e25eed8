"""How long the reading of a survey takes, beside its peers. Run: python -m benchmarks.reading [1m]

Synthetic answers of twelve words from 15,000 English words, few of which are common, as in real
answers. Each size runs in a process of its own, so that its peak memory is its own; libraries,
dictionaries and the answers are in memory before the clock starts. Figures are medians; compare
the ratios, since the seconds are this machine's. `all` is everything that `survey --json` shows.
"""

import functools
import importlib
import importlib.util
import itertools
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from workshop_tui.cli.shapes import survey_json
from workshop_tui.text.dictionaries import english_forms, warm_up
from workshop_tui.text.reading import Reading, read_survey

SIZES = (1_000, 10_000, 100_000)
MILLION = 1_000_000
PLAIN_PYTHON_UP_TO = 100_000
PEERS_UP_TO = 100_000
WORDS_PER_ANSWER = 12
VOCABULARY = 15_000
COMMON = ["the", "and", "to", "we", "of", "a", "staff", "service", "good", "not", "very", "help"]
PEERS = {"wordcloud": "wordcloud", "scikit-learn": "sklearn"}
"""Optional: installed by hand where they are to be measured."""
HIGH_WATER = Path("/proc/self/status")


def answers_of(count: int, seed: int = 3) -> list[str]:
    """Answers of twelve words; every other one has a second clause."""
    choose = random.Random(seed)
    words = sorted(
        form for form in english_forms() if form.isalpha() and form.islower() and len(form) >= 3
    )
    choose.shuffle(words)
    vocabulary = COMMON + words[:VOCABULARY]
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
    flat = choose.choices(vocabulary, cum_weights=weights, k=count * WORDS_PER_ANSWER)
    return [
        " ".join(flat[begin : begin + WORDS_PER_ANSWER]) + (", thanks" if begin % 24 else ".")
        for begin in range(0, len(flat), WORDS_PER_ANSWER)
    ]


def median_seconds(work: Callable[[], object], runs: int) -> float:
    taken: list[float] = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def plain_bigrams(answers: Sequence[str]) -> Counter[tuple[str, str]]:
    """What a Counter does: words and pairs of words, in answers."""
    found: Counter[tuple[str, str]] = Counter()
    token = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
    for answer in answers:
        words = token.findall(answer.lower())
        found.update({("", word) for word in words} | set(itertools.pairwise(words)))
    return found


def wordcloud_peer() -> Callable[[Sequence[str]], object] | None:
    """wordcloud's counting of words and pairs, where that library happens to be installed."""
    if importlib.util.find_spec(PEERS["wordcloud"]) is None:
        return None
    counter = importlib.import_module("wordcloud").WordCloud()
    return lambda answers: counter.process_text("\n".join(answers))


def scikit_peer() -> Callable[[Sequence[str]], object] | None:
    """scikit-learn's counting of words and pairs, where that library happens to be installed."""
    if importlib.util.find_spec(PEERS["scikit-learn"]) is None:
        return None
    module = importlib.import_module("sklearn.feature_extraction.text")
    return lambda answers: module.CountVectorizer(ngram_range=(1, 2)).fit_transform(answers)


def high_water_mib() -> float:
    """The most memory that this process has held; 0 where the system does not tell."""
    if not HIGH_WATER.exists():
        return 0.0
    match = re.search(r"VmHWM:\s+(\d+)", HIGH_WATER.read_text())
    return int(match.group(1)) / 1024 if match else 0.0


def measure(count: int) -> str:
    """One row of the table, measured here."""
    warm_up()
    answers = answers_of(count)
    read_survey(answers[:1000])
    runs = 3 if count < MILLION else 1
    before = high_water_mib()
    last: list[Reading] = []

    def read() -> None:
        last[:] = [read_survey(answers)]

    def read_all() -> None:
        survey_json(read_survey(answers), under="staff", top=50)

    base = median_seconds(read, runs)
    under = median_seconds(lambda: last[0].under("staff"), 5)
    last.clear()  # a session holds one reading; the next must not find this one in memory
    whole = median_seconds(read_all, runs)
    memory = high_water_mib()
    cells = [
        f"{count:>9,}",
        _ms(base),
        f"{base / count * 1e6:7.1f}",
        _ms(whole),
        _ms(under),
        f"{memory:7.0f} ({before:.0f})",
    ]
    peers = (plain_bigrams, wordcloud_peer(), scikit_peer())
    for peer, most in zip(peers, (PLAIN_PYTHON_UP_TO, PEERS_UP_TO, PEERS_UP_TO), strict=True):
        if peer is None or count > most:
            cells.append(f"{'-':>17}")
            continue
        seconds = median_seconds(functools.partial(peer, answers), 1)
        cells.append(f"{_ms(seconds)} {seconds / whole:6.1f}x")
    return " | ".join(cells)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:9,.1f}"


def main(arguments: Sequence[str]) -> None:
    if len(arguments) == 2 and arguments[0] == "--row":
        print(measure(int(arguments[1])))
        return
    sizes = (*SIZES, MILLION) if arguments[:1] == ["1m"] else SIZES
    print("milliseconds, median; MiB at most (before reading); peers as a ratio to `all`")
    print(
        "us each: microseconds of `read` per answer; even down the table where cost grows linearly"
    )
    for library, module in PEERS.items():
        if importlib.util.find_spec(module) is None:
            print(f"{library} is not installed here, so it is not measured")
    print("  answers |      read | us each |       all | one under | memory        |"
          "     plain Counter |         wordcloud |      scikit-learn")  # fmt: skip
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.reading", "--row", str(size)]
        subprocess.run(command, check=True, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"})


if __name__ == "__main__":
    main(sys.argv[1:])
