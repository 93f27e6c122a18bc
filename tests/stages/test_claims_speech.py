"""Claims: quotations over several paragraphs, interviews, headlines, the outlet's own voice, marks of every kind."""

from __future__ import annotations

import pytest

from sayso.document.layer import CLAIMS
from sayso.document.records import Claim
from tests.analysed import analysed
from tests.stages.claim_cases import Case, case


def voice(found: Case, claim: Claim) -> str:
    return found.name(claim) or (found.words(claim.source.span) if claim.source.span else claim.source.kind)


def test_a_quotation_runs_over_paragraphs_that_open_with_a_mark_again() -> None:
    found = case(
        "The bridge\n\nThe guns began at nine.\n\n"
        '"[one We heard the first shot at nine]," said Anna Berg, a nurse. "[two Nobody slept after that.\n\n]'
        '"[three At noon the bridge was gone.\n\n]'
        '"[four I hope it will be built again.]"'
    )
    for name in ("one", "two", "three"):
        claim = found.said(name)
        assert voice(found, claim) == "Anna Berg" and claim.form == "direct", found.table()
    four = [
        c for c in found.claims if c.form == "direct" and any(a.overlaps(found.marks.one("four")) for a in c.content)
    ]
    assert {voice(found, c) for c in four} == {"Anna Berg"}, found.table()


def test_a_quotation_after_the_attribution_goes_on_with_the_same_voice() -> None:
    found = case('"[one It was dark]," Anna Berg said. "[two It was cold.]" The ministry was silent.')
    assert voice(found, found.said("two")) == "Anna Berg"
    assert found.said("two").why.by == "rule:claims.following-quotation"
    assert found.said("one").cue == found.said("two").cue


def test_a_sentence_that_takes_a_stand_introduces_the_quotation_after_it() -> None:
    found = case('Anna Berg rejected the report. "[content The bridge stands.]"')
    assert voice(found, found.said()) == "Anna Berg"


def test_a_quotation_of_nobody_is_not_the_outlets() -> None:
    found = case('The town\n\nThe street was full.\n\n"[content The bridge is gone for ever.]"\n\nThe rain stopped.')
    claim = found.said()
    assert claim.source.kind == "none" and claim.form == "direct", found.table()


def test_a_quotation_after_another_persons_deed_is_not_given_to_the_last_speaker() -> None:
    found = case(
        '"It was dark," Anna Berg said.\n\nThe engineer went to the river and came at noon. "[content It is gone.]"'
    )
    assert voice(found, found.said()) != "Anna Berg", found.table()


def test_scare_quotes_are_part_of_the_sentence() -> None:
    found = case("The city\n\n[content The so-called “truce” of the two armies ended on Monday.]")
    assert [claim.form for claim in found.claims if claim.content[0].overlaps(found.marks.one("content"))] == [
        "narration"
    ]


def test_narration_is_the_authors() -> None:
    found = case("The city\n\n[content The army left the town on Monday.]")
    claim = found.said()
    assert (claim.source.kind, claim.source.span, claim.form, claim.cue) == ("author", None, "narration", ())


def test_narration_around_a_small_attribution_is_kept() -> None:
    found = case(
        "The city\n\n[content The general, accused of treason by the court, has lived in the mountains for nine years.]"
    )
    assert found.said().source.kind == "author", found.table()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kremlin: [content West to blame for the fall of the bridge]", "Kremlin"),
        ("[content Rebels take the old port of the city]: monitor", "monitor"),
        ("Berlin says [content the bridge is lost]", "Berlin"),
        ("[content Rebels hold the bridge], monitor says", "monitor"),
    ],
)
def test_headlines_attribute(text: str, who: str) -> None:
    found = case(text + "\n\nThe bridge has been under fire since Monday. The town is empty now.")
    claim = found.said()
    assert claim.source.span is not None and who in found.words(claim.source.span), found.table()


def test_a_headline_printed_twice_claims_once() -> None:
    line = "Kremlin: West to blame for the fall of the bridge"
    found = analysed(f"{line}\n\n{line}\n\nThe bridge has been under fire since Monday.")
    assert sum(claim.why.by == "rule:claims.headline" for claim in found[CLAIMS]) <= 1


INTERVIEW = (
    "Anna Berg: The bridge will be rebuilt\n\n"
    "The Harbor Post spoke with the engineer Anna Berg about the bridge.\n\n"
    "- Why did the bridge fall?\n\n"
    "- [one Either the iron was rotten], or [two the powder beneath it took fire]. "
    "[three Perhaps a lamp was left alight.] [four The mayor told me that [five the guard slept].]\n\n"
    "- Will it be rebuilt?\n\n"
    "- [six The council has the money], and [seven the king has given his word].\n\n"
)


@pytest.mark.parametrize("name", ["one", "two", "three", "four", "six", "seven"])
def test_each_option_and_clause_of_an_answer_is_a_claim_of_the_respondent(name: str) -> None:
    found = case(INTERVIEW)
    marks = found.marks.all(name)
    claim = next((c for c in found.claims if c.form == "answer" and found._lies_on(c, marks)), None)
    assert claim is not None, found.table()
    assert voice(found, claim) == "Anna Berg"


def test_an_attribution_inside_an_answer_is_passed_on_by_it() -> None:
    found = case(INTERVIEW)
    inner = found.said("five")
    outer = {c.id: c for c in found.claims}[inner.via or ""]
    assert found.words(inner.source.span) == "The mayor" if inner.source.span else False
    assert outer.form == "answer" and voice(found, outer) == "Anna Berg"


@pytest.mark.parametrize(
    "quoted",
    [
        '"The bridge is lost,"',
        "“The bridge is lost,”",
        "«The bridge is lost»,",
        "„The bridge is lost“,",
        "„The bridge is lost”,",
        "''The bridge is lost,''",
        '"The bridge is lost,”',
        '“The bridge is lost,"',
    ],
)
def test_every_style_of_marks(quoted: str) -> None:
    found = case(f"{quoted} Anna Berg said on Monday.")
    direct = [claim for claim in found.claims if claim.form == "direct"]
    assert len(direct) == 1 and voice(found, direct[0]) == "Anna Berg", found.table()


def test_a_mark_left_open_ends_with_its_paragraph() -> None:
    found = case('Anna Berg said: "[content The bridge is lost.]\n\nThe town slept until nine.')
    direct = [claim for claim in found.claims if claim.form == "direct"]
    assert direct and all("town" not in found.words(*claim.content) for claim in direct), found.table()


def test_claims_name_their_rule_or_model_and_come_in_the_order_of_the_text() -> None:
    claims = case(INTERVIEW).claims
    ruled = [claim for claim in claims if claim.why.by.startswith("rule:claims.")]
    assert all(claim.why.score is None for claim in ruled)
    by_model = [claim.why for claim in claims if claim not in ruled]
    assert all(why.by == "model:attribution-accurate-1" and 0 < (why.score or 0) <= 1 for why in by_model)
    starts = [min((*claim.content, *claim.cue)).start for claim in claims]
    assert starts == sorted(starts)
