"""How well likelihoods held: Brier score and calibration of forecasts that a person has resolved, and their plot.

G. Brier, Verification of forecasts expressed in terms of probability (Monthly Weather Review 78, 1950), for one event:
the mean square of what was said minus what came, 0 best, 1 worst; always saying 50 % gives 0.25. What was said is a
surveyed range of likelihood words; its middle is taken for it, which no speaker has said. "Partly" counts one half.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

EDGES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
"""Borders of the bins of what was said; a bin holds its lower border."""
CAME = {"yes": 1.0, "no": 0.0, "partly": 0.5}
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML does not allow."""
ENOUGH = 10
"""Forecasts from which a score says something of who made them; a rule of thumb, shown beside the score."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What was said and what came of it. `voice` is None for the outlets' own."""

    voice: str | None
    likelihood: tuple[float, float]
    outcome: str

    @property
    def said(self) -> float:
        """The middle of the range."""
        return (self.likelihood[0] + self.likelihood[1]) / 2

    @property
    def came(self) -> float:
        """1 for yes, 0 for no, 0.5 for partly."""
        return CAME[self.outcome]


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts whose likelihood lies between `low` and `high`: how many, the mean said, the share that came true."""

    low: float
    high: float
    count: int
    said: float
    came: float


@dataclass(frozen=True, slots=True)
class Score:
    """Of one voice, or of all (`voice` None, and for the outlets' own). `enough`: at least ENOUGH forecasts."""

    voice: str | None
    count: int
    brier: float
    enough: bool
    bins: tuple[Bin, ...]
    forecasts: tuple[Forecast, ...]


def scored(voice: str | None, told: Sequence[Forecast]) -> Score:
    """The score of some forecasts. Raises StatisticsError where there are none."""
    brier = fmean((one.said - one.came) ** 2 for one in told)
    return Score(voice, len(told), round(brier, 4), len(told) >= ENOUGH, tuple(_bins(told)), tuple(told))


def _bins(told: Sequence[Forecast]) -> Iterator[Bin]:
    """The bins that hold a forecast."""
    for low, high in pairwise(EDGES):
        own = [one for one in told if low <= one.said < high or one.said == high == EDGES[-1]]
        if own:
            said, came = fmean(one.said for one in own), fmean(one.came for one in own)
            yield Bin(low, high, len(own), round(said, 3), round(came, 3))


# ---- the plot

SIDE, LEFT, TOP, WIDE, TALL = 320, 64, 56, 680, 460
STYLE = """
 svg { color: #1d1d1f; background: #ffffff; font: 13px system-ui, sans-serif }
 .grid, .even { stroke: currentColor; stroke-opacity: .2 } .even { stroke-dasharray: 4 4; stroke-opacity: .5 }
 .one { stroke: #0b6bcb; stroke-width: 5; stroke-opacity: .35 } .bin { fill: #0b6bcb } text { fill: currentColor }
 @media (prefers-color-scheme: dark) {
  svg { color: #f2f2f4; background: #161618 } .one { stroke: #6db3ff } .bin { fill: #6db3ff }
 }
"""


def svg(score: Score | None, title: str) -> str:
    """The calibration plot as one SVG text: said against came; a dot is a bin, a bar the range of one forecast."""
    body = [_text(LEFT, 24, title, "start", bold=True), _text(LEFT, 42, _told(score), "start"), *_axes()]
    for one in score.forecasts if score else ():
        y = _y(one.came)
        body.append(f'<line class="one" x1="{_x(one.likelihood[0])}" x2="{_x(one.likelihood[1])}" y1="{y}" y2="{y}"/>')
    for found in score.bins if score else ():
        body.append(f'<circle class="bin" cx="{_x(found.said)}" cy="{_y(found.came)}" r="{min(4 + found.count, 14)}"/>')
        body.append(_text(_x(found.said) + 10, _y(found.came) - 10, f"n={found.count}", "start"))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {TALL}" role="img" aria-label="{escaped(title)}">'
    )
    return "\n".join([head, f"<style>{STYLE}</style>", *body, "</svg>", ""])


def _told(score: Score | None) -> str:
    if score is None:
        return "no resolved forecast has a range of likelihood yet"
    few = "" if score.enough else ": too few to judge anybody by"
    return f"{score.count} resolved with a range, Brier {score.brier:.3f} (middle of the range){few}"


def _axes() -> Iterator[str]:
    for tenth in range(0, 11, 2):
        share = tenth / 10
        yield f'<line class="grid" x1="{_x(0)}" x2="{_x(1)}" y1="{_y(share)}" y2="{_y(share)}"/>'
        yield _text(LEFT - 8, _y(share) + 4, f"{tenth * 10} %", "end")
        yield _text(_x(share), TOP + SIDE + 20, f"{tenth * 10} %", "middle")
    yield f'<line class="even" x1="{_x(0)}" x2="{_x(1)}" y1="{_y(0)}" y2="{_y(1)}"/>'
    yield _text(_x(0.5), TOP + SIDE + 42, "likelihood as said", "middle")
    yield _text(
        LEFT, TOP + SIDE + 64, "vertical: share that came true; on the dashed line said and came agree", "start"
    )


def _x(share: float) -> int:
    return round(LEFT + share * SIDE)


def _y(share: float) -> int:
    return round(TOP + (1 - share) * SIDE)


def _text(x: float, y: float, words: str, anchor: str, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{weight}>{escaped(words)}</text>'


def escaped(words: str) -> str:
    """The words as text of XML, also within quotation marks; characters that XML does not allow are left out."""
    plain = NOT_XML.sub("", words)
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        plain = plain.replace(sign, name)
    return plain
