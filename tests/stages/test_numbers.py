"""Numbers: ranges, what they count, units - and the figures that are no amounts."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from sayso.document.layer import NUMBERS, TIMES
from sayso.document.records import Quantity
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed
from tests.marked import marked

Range = tuple[float | None, float | None]


def only(text: str) -> tuple[Quantity, str | None]:
    """The one number of a text, and the words for what it counts."""
    analysis = analysed(text)
    found = analysis[NUMBERS]
    assert len(found) == 1, [(analysis.document.words(n.anchor), n.why.by) for n in found]
    counts = found[0].counts
    return found[0], analysis.document.words(counts) if counts is not None else None


@pytest.mark.parametrize(
    ("source", "range_", "exact"),
    [
        ("The rebels lost [number 253] men.", (253, 253), True),
        ("The rebels lost [number 12,500] men.", (12500, 12500), True),
        ("The rebels lost [number two hundred and sixty-six] men.", (266, 266), True),
        ("The rebels lost [number two thousand five hundred] men.", (2500, 2500), True),
        ("The state has [number 1.5 million] refugees.", (1_500_000, 1_500_000), True),
        ("They attacked with [number 4-5 thousand] fighters.", (4000, 5000), False),
        ("They attacked with [number 20–25] fighters.", (20, 25), False),
        ("They came with [number between 200 and 300] horses.", (200, 300), False),
        ("They came with [number from 40 to 60] horses.", (40, 60), False),
        ("Only [number 49 or 50] villagers stayed.", (49, 50), False),
        ("[number At least 49] villagers stayed.", (49, None), False),
        ("[number No fewer than 49] villagers stayed.", (49, None), False),
        ("[number More than 49] villagers stayed.", (49, None), False),
        ("[number Up to 200] villagers stayed.", (None, 200), False),
        ("[number No more than 200] villagers stayed.", (None, 200), False),
        ("[number Fewer than 200] villagers stayed.", (None, 200), False),
        ("[number Over 200] villagers stayed.", (200, None), False),
        ("[number About 200] villagers stayed.", (200, 200), False),
        ("[number Nearly 200] villagers stayed.", (200, 200), False),
        ("[number Some 200] villagers stayed.", (200, 200), False),
        ("[number A dozen] villagers stayed.", (12, 12), False),
        ("[number A hundred] villagers stayed.", (100, 100), False),
        ("[number Dozens] of villagers stayed.", (24, 99), False),
        ("[number Tens of thousands] of villagers fled.", (20_000, 99_999), False),
        ("[number Several] villagers stayed.", (3, None), False),
        ("[number Several hundred] villagers stayed.", (300, 999), False),
        ("[number Two dozen] villagers stayed.", (24, 24), False),
        ("[number Half a million] villagers fled.", (500_000, 500_000), False),
        ("[number 2,800-plus] villagers fled.", (2800, None), False),
        ("They came with [number 20-30,000] men.", (20_000, 30_000), False),
        ("They came with [number 500 to 2,000] men.", (500, 2000), False),
        ("[number A quarter of a million] people fled.", (250_000, 250_000), False),
        ("The raid killed [number 10 000] sheep.", (10_000, 10_000), True),
    ],
)
def test_a_number_is_a_range(source: str, range_: Range, exact: bool) -> None:
    text = marked(source)
    found, _ = only(text.text)
    assert found.anchor == text.one("number")
    assert (found.low, found.high, found.exact) == (*range_, exact)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The navy lost 251 enlisted men.", "enlisted men"),
        ("They took 260 of her crew ashore.", "crew"),
        ("They found the bodies of 30 miners.", "miners"),
        ("Thousands of people fled.", "people"),
        ("The raid killed 47.", None),
        ("Some 49 were killed in the raid.", None),
        ("The raid left 49 dead.", "dead"),
        ("The death toll rose to 49.", "death toll"),
        ("The number of the dead stands at 49.", "dead"),
        ("The dead number 266.", "dead"),
        ("The rebels number 2,000.", "rebels"),
        ("The figure is 266.", None),
        ("At least 20 of them were hurt.", None),
        ("The 15-member council met.", "member"),
        ("He sent 30 more soldiers.", "soldiers"),
        ("Police found 100 kilograms of powder.", "powder"),
        ("Turnout reached 40 percent.", None),
        ("The convoy came within ten miles of the harbor.", None),
        ("They laid ten miles of wire.", "wire"),
        ("The number of sailors hurt was 263.", "sailors"),
        ("The bills add up to more than 980 pages.", "pages"),
    ],
)
def test_what_it_counts(text: str, counts: str | None) -> None:
    assert only(text)[1] == counts


@pytest.mark.parametrize(
    ("text", "unit", "range_"),
    [
        ("The loan is $2.5bn.", "USD", (2_500_000_000, 2_500_000_000)),
        ("The house voted fifty million dollars.", "USD", (50_000_000, 50_000_000)),
        ("The state lost billions of dollars.", "USD", (2_000_000_000, None)),
        ("He won a $275 million contract.", "USD", (275_000_000, 275_000_000)),
        ("The fine is £3m.", "GBP", (3_000_000, 3_000_000)),
        ("It costs 20 to 25 percent of the budget.", "percent", (20, 25)),
        ("The aid costs $2 to $3 billion.", "USD", (2_000_000_000, 3_000_000_000)),
        ("The convoy stopped 500km away.", "km", (500, 500)),
        ("A 500-pound bomb fell.", "lb", (500, 500)),
        ("Half of the voters stayed away.", "share", (0.5, 0.5)),
        ("More than two-thirds of the voters stayed away.", "share", (0.6667, None)),
        ("One in four voters stayed away.", "share", (0.25, 0.25)),
        ("Two in every three voters stayed away.", "share", (0.6667, 0.6667)),
        ("More than 6 in 10 voters stayed away.", "share", (0.6, None)),
        ("The bridge was bombed twice.", "times", (2, 2)),
    ],
)
def test_units(text: str, unit: str, range_: Range) -> None:
    found, _ = only(text)
    assert found.unit == unit
    assert (found.low, found.high) == range_


@pytest.mark.parametrize(
    "text",
    [
        "They met on 12 December 2016 at 14:58.",
        "The talks of 16 and 17 October failed.",
        "The war of 1898 was short.",
        "The 2016 elections were free.",
        "It was quiet from 2009 to 2011.",
        "He served for 31 years and a few months.",
        "It happened 20 to 30 years ago.",
        "A 34-year-old baker was arrested.",
        "Anna Berg, 49, resigned.",
        "She is 44.",
        "An F-16 and a T-72 burned beside the S-300.",
        "Resolution 2254 and Article 5 bind the G7.",
        "The 3rd Army left on 9/11.",
        "See page 12 of the report.",
        "Call 555-0143 or +44 20 7946 0958.",
        "The team won 3-1.",
        "No one knew which one of them had spoken.",
        "On the one hand he was right.",
        "Not one soldier fell.",
        "The station lies at 34.5513° N.",
        "The second half was dull.",
        "Both Spain and France agreed.",
        "No casualties were reported.",
        "The Group of Seven met.",
        "1 Anna Berg\n\n2 Karl Holm\n\n3 Ines Prat",
        "At the age of 40 he left the party.",
        "First 1) the wall and then 2) the gate fell.",
        "The files are at www.example.org/2/17.",
    ],
)
def test_other_figures_are_no_amounts(text: str) -> None:
    analysis = analysed(text, date(2016, 12, 12))
    assert [analysis.document.words(n.anchor) for n in analysis[NUMBERS]] == []


def test_a_change_tells_two_numbers_and_shares_their_scale() -> None:
    analysis = analysed("The toll rose from 40 to 60. Aid grew from $85 to $90 million.")
    values = [(n.low, n.high, n.unit) for n in analysis[NUMBERS]]
    assert values == [(40, 40, None), (60, 60, None), (85e6, 85e6, "USD"), (90e6, 90e6, "USD")]


def test_a_dispute_over_islands_is_about_exactly_so_many() -> None:
    found, counts = only("The dispute over 12 islands goes on.")
    assert (found.low, found.high, found.exact, counts) == (12, 12, True, "islands")


def test_every_number_of_a_sentence_is_found_in_order() -> None:
    text = marked("[n At least 253] of the [n roughly 350] men aboard died, [n two] officers among them.")
    assert tuple(n.anchor for n in analysed(text.text)[NUMBERS]) == text.all("n")


def test_no_number_lies_inside_a_time() -> None:
    analysis = analysed(
        "On 3 May 1898 and for 12 days after, 12 ships lay idle at 8 p.m. in the 1890s.", date(1898, 6, 1)
    )
    assert [analysis.document.words(n.anchor) for n in analysis[NUMBERS]] == ["12"]
    assert not any(n.anchor.overlaps(t.anchor) for n in analysis[NUMBERS] for t in analysis[TIMES])


def test_offsets_count_characters_beyond_the_basic_plane() -> None:
    text = marked("🚀 Ракеты: [n at least 49] 🚀 rockets fell.")
    assert [n.anchor for n in analysed(text.text)[NUMBERS]] == [text.one("n")]


def test_numbers_stand_in_order_apart_and_inside_the_text() -> None:
    data = vocabulary("numbers")
    entries = [entry for section in ("vague", "hedges", "units", "others") for entry in data[section]]
    text = " ".join(entry[which] for entry in entries for which in ("example", "not"))
    found = analysed(text)[NUMBERS]
    assert len(found) > len(entries)
    assert all(one.anchor.end <= other.anchor.start for one, other in itertools.pairwise(found))
    assert all(n.counts is None or not n.counts.overlaps(n.anchor) for n in found)
    assert all(n.low is None or n.high is None or n.low <= n.high for n in found)
    assert all(not n.exact or n.low == n.high for n in found)


def test_the_same_text_gives_the_same_numbers() -> None:
    text = "Between 30 and 40 men, dozens of boats and $2m were lost."
    assert analysed(text)[NUMBERS] == analysed(text)[NUMBERS]


def test_zero_is_told_from_silence() -> None:
    found, counts = only("There were no survivors.")
    assert (found.low, found.high, counts) == (0, 0, "survivors")
    assert analysed("There are no reports of casualties.")[NUMBERS] == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The fort fell in 2016¹ after 40 men left.", ["40"]),
        ("He counted ② ships and 40 men.", ["40"]),
        ("He counted ٣ ships, ३४ guns, １２ boats and 40 men.", ["40"]),
        ("About ½ of them left with 40 men and 1½ guns.", ["40"]),
        (f"He counted {'9' * 400} ships and 40 men.", ["40"]),
        (f"He counted 1{',000' * 150} ships and 40 men.", ["40"]),
        (f"It cost $40 and then ${'9' * 320}bn.", ["$40"]),
        (f"He counted 9{' trillion' * 40} ships and 40 men.", ["40"]),
        (f"He counted several{' trillion' * 40} ships and 40 men.", ["40"]),
        (f"She was {'9' * 400}, and he lost 40 men.", ["40"]),
    ],
)
def test_a_figure_that_cannot_be_read_costs_nothing_but_itself(text: str, numbers: list[str]) -> None:
    analysis = analysed(text)
    assert [analysis.document.words(found.anchor) for found in analysis[NUMBERS]] == numbers
    assert [note.code for note in analysis.notes] == ["date-unknown"]
