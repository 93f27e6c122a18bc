"""Views on a terminal: they fit its width, and words are shortened for display only; the whole is in --json."""

from sayso.terminal.forecasts import forecasts, resolution
from sayso.terminal.page import page
from sayso.terminal.running import console, progress, report
from sayso.terminal.state import status, verification
from sayso.terminal.summary import summary
from sayso.terminal.tables import claims, events, stances, voices
from sayso.terminal.wording import account, as_json, command, plain, short

__all__ = [
    "account",
    "as_json",
    "claims",
    "command",
    "console",
    "events",
    "forecasts",
    "page",
    "plain",
    "progress",
    "report",
    "resolution",
    "short",
    "stances",
    "status",
    "summary",
    "verification",
    "voices",
]
