"""Commands run in a test, how they ended, and texts for them to read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.kept import Deed, Name, Page, Said

ADDED = "Rebels shelled the port of Ardal on Monday, Colonel Ana Ruiz said. She said that two men had probably died."


PASSED_ON = Page(
    text="Ardal has fallen, an officer told the Post, the ministry said. The statement says that the port is shut.",
    key="passed.txt",
    outlet="Post",
    names=(Name("the ministry", "organisation", "office"),),
    said=(
        Said("the ministry", "an officer told the Post", "indirect"),
        Said("an officer", "Ardal has fallen", "indirect", via=0),
        Said("The statement", "the port is shut", "indirect"),
    ),
    deeds=(Deed("fallen", "RETREAT", claim=1),),
)


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        return json.loads(self.out)


Sayso = Callable[..., Done]


def text(folder: Path, name: str = "ardal.txt", words: str = ADDED) -> Path:
    (folder / name).write_text(words, encoding="utf-8")
    return folder / name
