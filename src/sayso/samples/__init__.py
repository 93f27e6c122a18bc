"""Texts that ship with sayso, written for it: see maine/README.md."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

SUFFIXES = (".txt", ".html", ".jsonl")


def folder(name: str = "maine") -> Path:
    """The folder of a sample dossier. Raises FileNotFoundError for an unknown name.

    A path, not a handle: the package is always installed as files, never run from an archive.
    """
    found: Traversable = resources.files(__name__).joinpath(name)
    path = Path(str(found))
    if not path.is_dir():
        raise FileNotFoundError(f"no sample dossier named {name!r}")
    return path


def texts(name: str = "maine") -> tuple[Path, ...]:
    """The files of a sample dossier that hold texts, in the order of their names."""
    return tuple(sorted(path for path in folder(name).iterdir() if path.suffix in SUFFIXES))
