"""Texts that ship with sayso, written for it: see README.md."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def maine() -> Path:
    """The folder of the dossier on the loss of USS Maine.

    A path, not a handle: the package is always installed as files, never run from an archive.
    """
    return Path(str(resources.files(__name__).joinpath("maine")))


def texts() -> tuple[Path, ...]:
    """The files of the dossier in the order of their names. One of them, in JSON lines, holds several documents."""
    return tuple(sorted(path for path in maine().iterdir() if path.is_file()))
