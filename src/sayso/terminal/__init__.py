"""Views on a terminal: they fit its width, and words are shortened for display only; the whole is in --json."""

from sayso.terminal.page import page
from sayso.terminal.state import status, verification
from sayso.terminal.summary import summary
from sayso.terminal.tables import claims, events, voices
from sayso.terminal.wording import account, as_json, plain, short

__all__ = [
    "account",
    "as_json",
    "claims",
    "events",
    "page",
    "plain",
    "short",
    "status",
    "summary",
    "verification",
    "voices",
]
