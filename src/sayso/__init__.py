"""Who says what, how sure they are, what happened and why: each answer tied to the exact words it rests on.

    import sayso

    for item in sayso.read(["article.txt"], published=date(1898, 2, 16)):
        ...

`read` gives an `Analysis` for every text and a `Loss` for every one it could not read; `encode` writes an analysis in
format 1. Nothing heavy is imported before it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.read import Given, Loss, read_paths  # now, so that the package never takes the place of the verb `read`

if TYPE_CHECKING:
    from typing import Any

    from sayso.document.layer import Analysis
    from sayso.models.catalogue import Profile

__version__ = "0.1.0"
__all__ = ["encode", "read"]


def read(
    paths: Iterable[Path | str],
    *,
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    profile: Profile = "accurate",
) -> Iterator[Analysis | Loss]:
    """Read and analyse files and folders ("-" is standard input). What the caller states wins over what a page says.

    `profile` chooses the trained models: `accurate`, or `fast`.
    """
    from sayso.pipeline import attempt, stages

    wanted = stages(profile)

    for item in read_paths(paths, Given(published=published, outlet=outlet, title=title)):
        yield attempt(item, wanted)


def encode(analysis: Analysis) -> dict[str, Any]:
    """An analysis as one JSON object of format 1 (docs/format.md)."""
    from sayso.document.codec import encode as write

    return write(analysis)
