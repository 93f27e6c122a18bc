"""What a careful analyst finds on the page that started it; skipped where that page is not at hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.palmyra import form, said, there

pytestmark = there


def entity(name: str) -> Any:
    [found] = [e for e in form()["entities"] if name in (e["name"], *e["aliases"])]
    return found


def test_two_spellings_are_one_town_and_two_names_one_group() -> None:
    town, group = entity("Palmyra"), entity("ISIS")
    assert town == entity("Palmira") and group == entity("Islamic State")
    assert abs(town["place"]["lat"] - 34.56) < 0.1 and abs(town["place"]["lon"] - 38.28) < 0.1
    located = {e["name"]: e["place"]["country"] for e in form()["entities"] if e["place"] and e["place"]["lat"]}
    assert located == {
        "Syria": "SYR", "Palmyra": "SYR", "Aleppo": "SYR", "Raqqa": "SYR", "Mosul": "IRQ",
        "Russia": "RUS", "United States": "USA", "Iran": "IRN",
    }  # fmt: skip


def test_an_attack_has_its_fighters_and_its_days() -> None:
    times = {t["id"]: (t["start"], t["end"]) for t in form()["times"]}
    numbers = {n["id"]: (n["low"], n["high"]) for n in form()["numbers"]}
    group = entity("Islamic State")["id"]
    attacks = [v for v in form()["events"] if v["type"] == "ASSAULT" and group in v["actors"] and v["numbers"]]
    assert [times[v["time"]] for v in attacks] == [("2016-12-10", "2016-12-11")]
    assert [numbers[n] for v in attacks for n in v["numbers"]] == [(4000, 5000)]


@pytest.mark.parametrize(
    ("hedge", "times"),
    [("Apparently", 1), ("possibly", 1), ("hardly possible", 1), ("not excluded", 1), ("Perhaps", 2), ("dubious", 1)],
)
def test_every_hedge_is_carried_by_a_claim_of_the_respondent(hedge: str, times: int) -> None:
    speaker = entity("Mikhail Remizov")["id"]
    carried = [c for c in form()["claims"] if hedge in said(c["certainty"]["basis"])]
    assert len(carried) == times
    assert {c["source"]["entity"] for c in carried} == {speaker}
    assert "certain" not in {c["certainty"]["level"] for c in carried}


def test_the_forecast_has_its_condition() -> None:
    [link] = [x for x in form()["links"] if x["kind"] == "condition" and "Trump" in said(x["from"])]
    [claim] = [c for c in form()["claims"] if c["id"] == link["claim"]]
    assert claim["kind"] == "forecast" and "not excluded" in said(link["to"])


def test_four_explanations_compete() -> None:
    [alternative] = form()["alternatives"]
    speaker = entity("Mikhail Remizov")["id"]
    options = {c["id"]: c for c in form()["claims"] if c["id"] in alternative["options"]}
    assert len(options) == 4
    assert {c["source"]["entity"] for c in options.values()} == {speaker}
    assert {c["kind"] for c in options.values()} == {"explanation"}


def test_causes_have_their_voice() -> None:
    voices = {c["id"]: c["source"]["entity"] for c in form()["claims"]}
    causes = [x for x in form()["links"] if x["kind"] in ("cause", "response") and x["claim"]]
    assert len(causes) >= 10
    assert {voices[x["claim"]] for x in causes} == {entity("Mikhail Remizov")["id"]}


def test_only_who_can_speak_speaks() -> None:
    names = {e["id"]: e["name"] for e in form()["entities"]}
    voices = {names.get(c["source"]["entity"]) for c in form()["claims"] if c["source"]["kind"] != "author"}
    assert voices == {"Mikhail Remizov", "Vestnik Kavkaza", "Russia"}
