"""A text with forecasts made by hand, for the ledger and what it is scored by."""

from __future__ import annotations

from datetime import date

from tests.kept import Ahead, Name, Page, Said

DAM = Page(
    "What comes next at the dam\n\n"
    "Unless the rains stop, the dam will probably break before June, Ida Rusk said. A strike is unlikely, she said. "
    "The ferries will stop, Rusk said. Perhaps the mayor will resign, a clerk said. The town should send boats, she "
    "added. The dam broke on 3 May, the ministry said.",
    key="dam.txt",
    outlet="Weekly Lantern",
    published=date(2001, 4, 2),
    names=(Name("Ida Rusk", others=("Rusk", "she")), Name("The town", kind="place")),
    said=(
        Said(
            "Ida Rusk",
            "Unless the rains stop, the dam will probably break before June",
            kind="forecast",
            level="probable",
            hedge="probably",
            ahead=Ahead(
                "the dam will probably break",
                "the rains stop",
                "Unless",
                ("June", date(2001, 5, 31)),
                likelihood=(0.6, 0.8),
            ),
        ),
        Said(
            "Ida Rusk",
            "A strike is unlikely",
            kind="forecast",
            level="probable",
            polarity="negative",
            ahead=Ahead("A strike", likelihood=(0.1, 0.3)),
        ),
        Said("Ida Rusk", "The ferries will stop", kind="forecast", ahead=Ahead("The ferries will stop")),
        Said(
            "a clerk",
            "Perhaps the mayor will resign",
            kind="forecast",
            level="possible",
            hedge="Perhaps",
            ahead=Ahead("the mayor will resign", likelihood=(0.4, 0.6)),
        ),
        Said(
            "Ida Rusk",
            "The town should send boats",
            kind="recommendation",
            ahead=Ahead("The town should send boats", addressee="The town"),
        ),
        Said("the ministry", "The dam broke on 3 May"),
    ),
)
"""Claims c0 to c5; c0, c1 and c3 have a range."""
