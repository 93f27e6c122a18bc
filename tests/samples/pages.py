"""The visible text of every sample, read without sayso, so that expectations can be checked before anything else."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

from sayso.samples import texts


class _Visible(HTMLParser):
    """Everything in the body but scripts; block elements end a line."""

    inline = frozenset({"em", "a", "b", "i", "strong", "span", "time"})

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("head", "script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("head", "script", "style")
        if tag not in self.inline:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def visible(page: str) -> str:
    """All words a reader of the page sees."""
    parser = _Visible()
    parser.feed(page)
    parser.close()
    return "".join(parser.parts)


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def by_key() -> dict[str, str]:
    """The text of every sample document by its key: the file's name, or the id of a JSONL line."""
    found: dict[str, str] = {}
    for path in texts():
        if path.suffix == ".jsonl":
            found |= {line["id"]: line["text"] for line in map(json.loads, _decoded(path).splitlines())}
        else:
            found[path.name] = visible(_decoded(path)) if path.suffix == ".html" else _decoded(path)
    return found
