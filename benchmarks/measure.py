"""What a quality measure is: a name, the corpus it is taken on, and scores with the number of items behind them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True)
class Scores:
    """Scores by name (0..1 unless the name ends in a unit) over `items` gold items."""

    items: int
    values: Mapping[str, float]


@dataclass(frozen=True)
class Measure:
    """`corpus` is the file the scores are taken on; `run` takes it and returns the scores. `needs` are other files."""

    name: str
    corpus: Path
    run: Callable[[Path], Scores]
    about: str
    needs: tuple[Path, ...] = ()

    @property
    def missing(self) -> Path | None:
        """The first file without which the measure cannot be taken."""
        return next((path for path in (self.corpus, *self.needs) if not path.exists()), None)

    @property
    def available(self) -> bool:
        return self.missing is None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.corpus.read_bytes()).hexdigest()


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON lines file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def f1(right: float, predicted: float, gold: float) -> float:
    """Harmonic mean of precision and recall; 0 where nothing is right."""
    return 2 * right / (predicted + gold) if predicted + gold else 0.0
