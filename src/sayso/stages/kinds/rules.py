"""Rules: what a statement does, tried in this order; what none of them takes is a report."""

from __future__ import annotations

from sayso.stages.kinds.advised import advised
from sayso.stages.kinds.ahead import forecast, timetable
from sayso.stages.kinds.aimed import aimed
from sayso.stages.kinds.asked import asked, left_open, open_cue, turned_open
from sayso.stages.kinds.causes import caused
from sayso.stages.kinds.entries import Rule, by_cue
from sayso.stages.kinds.expectations import surprised
from sayso.stages.kinds.explained import explained, grounded, offered_past
from sayso.stages.kinds.judged import deemed
from sayso.stages.kinds.meant import meant
from sayso.stages.kinds.recommended import recommended
from sayso.stages.kinds.statements import Found, Statement
from sayso.stages.kinds.theories import theory
from sayso.stages.kinds.weighed import inferred, weighed


def judged(statement: Statement) -> Found:
    """The kind of one statement."""
    for rule in RULES:
        found = rule(statement)
        if found is not None:
            return found
    return Found("report", (), "rule:kinds.report")


RULES: tuple[Rule, ...] = (
    asked,
    by_cue("question"),
    open_cue,
    left_open,
    turned_open,
    by_cue("recommendation"),
    by_cue("aim", "forecast"),
    surprised,
    recommended,
    advised,
    offered_past,
    aimed,
    meant,
    timetable,
    forecast,
    explained,
    caused,
    theory,
    weighed,
    grounded,
    by_cue("assessment"),
    deemed,
    inferred,
)
