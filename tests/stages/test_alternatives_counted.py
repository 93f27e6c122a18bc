"""Alternatives in passages that no rule was made on: how many are found with all their options, and none invented."""

from __future__ import annotations

import pytest

from sayso.document.layer import ALTERNATIVES
from tests.analysed import analysed

ENOUGH = 0.75
"""The share of sets that must be found whole."""
OFFERED: list[tuple[str, int]] = [
    ("The minister did not say whether the border would reopen or stay closed.", 2),
    ("Analysts are divided: either the general was bluffing, or he really meant to march on the capital.", 2),
    ("It may have been a warning to the rebels, or it may have been a mistake.", 2),
    ("One explanation is that the voters were tired. Another is that they were afraid.", 2),
    (
        "There are several possible scenarios. In the first, the coalition survives. "
        "In the second, the president calls an election. In the third, the army steps in.",
        3,
    ),
    ("Perhaps the sanctions were too weak. Maybe they came too late. Perhaps nobody took them seriously.", 3),
    ("Some believe the attack was the work of the militia. Others suspect the secret police.", 2),
    ("The crash was caused by a missile or by an engine failure.", 2),
    ("Was it an accident, a provocation or an act of war?", 3),
    ("Either the government resigns or the protests go on.", 2),
    ("The parties must decide whether to join the government or to go into opposition.", 2),
    ("Many say the deal is dead, while others hope it can be saved.", 2),
    ("The army could be preparing a retreat, or it could be setting a trap.", 2),
    (
        "Nobody knows why the talks broke down. One theory is that money was the problem. "
        "A second theory is that the envoys never trusted each other.",
        2,
    ),
    ("Possible outcomes range from a partial truce to open war.", 2),
    ("The question is whether the explosion was an accident or an attack.", 2),
    ("Maybe the tanks had no fuel, or maybe the crews refused to fight.", 2),
    ("It is unclear if the shots came from the police or from the crowd.", 2),
    ("There are two possibilities: the president did not know, or he did not care.", 2),
    ("The choice is between a bad peace and a long war.", 2),
    ("Officials said the fire was either a short circuit or arson.", 2),
    ("Two theories exist. The first is that the convoy lost its way. The second is that it was betrayed.", 2),
    ("It might be that the rebels are short of men. Or they may be waiting for the snow to melt.", 2),
    ("We will either win this vote or lose the country.", 2),
]
NOTHING_OFFERED = [
    "The troops shot or arrested dozens of people.",
    "Send money or food to the camp.",
    "Two or three men were killed.",
    "Either side can end the truce.",
    "He asked whether or not they would come.",
    "The party won three or four seats in the north or the south.",
    "Perhaps he is right. The vote is on Monday.",
    "Some left early. Others stayed to vote.",
    "First, the minister spoke. Second, the court sat.",
    "Anyone who lies or steals will be dismissed.",
    "The law bans the sale of guns or knives.",
    "One man was killed. Another was hurt.",
]


def test_most_sets_are_found_with_every_option() -> None:
    found = [[len(one.options) for one in analysed(text)[ALTERNATIVES]] == [count] for text, count in OFFERED]
    assert sum(found) >= ENOUGH * len(OFFERED)


@pytest.mark.parametrize("text", NOTHING_OFFERED)
def test_none_is_invented(text: str) -> None:
    assert analysed(text)[ALTERNATIVES] == ()
