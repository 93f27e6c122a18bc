"""Load a vocabulary file of this folder, once per process."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def vocabulary(name: str) -> Any:
    """The parsed content of `<name>.yaml`, which callers must not change.

    Raises FileNotFoundError for an unknown name.
    """
    text = resources.files("sayso.vocabulary").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
