"""Times: what is read, which days it stands for, and how it was resolved."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.document.layer import TIMES
from sayso.document.records import Time
from sayso.stages.times.period import Period, containing, easter
from tests.analysed import analysed

MONDAY = date(2016, 12, 12)
BEFORE = "relative to publication"


def read(text: str, published: date | None = MONDAY) -> dict[str, Time]:
    """The times by their words."""
    analysis = analysed(text, published)
    return {analysis.document.words(time.anchor): time for time in analysis[TIMES]}


def days(time: Time) -> str:
    """`2016-12-10..2016-12-11`, one day alone, or `..` where a side is open."""
    start, end = (day.isoformat() if day else "" for day in (time.start, time.end))
    return start if start == end else f"{start}..{end}"


@pytest.mark.parametrize(
    ("text", "words", "timex3", "span"),
    [
        ("The ship sank on Feb. 15, 1898.", "Feb. 15, 1898", "1898-02-15", "1898-02-15"),
        ("On 15 February 1898 the ship sank.", "15 February 1898", "1898-02-15", "1898-02-15"),
        ("It sank on Tuesday, February 15th, 1898.", "Tuesday, February 15th, 1898", "1898-02-15", "1898-02-15"),
        ("She sank the night of Feb. 15, 1898.", "the night of Feb. 15, 1898", "1898-02-15TNI", "1898-02-15"),
        ("The file of 2014-06-29 is lost.", "2014-06-29", "2014-06-29", "2014-06-29"),
        ("The battle of March 3-5, 1936 was lost.", "March 3-5, 1936", "1936-03-03", "1936-03-03..1936-03-05"),
        ("The siege began in mid-March 1936.", "mid-March 1936", "1936-03", "1936-03-11..1936-03-21"),
        ("The town fell in early 2014.", "early 2014", "2014", "2014-01-01..2014-05-02"),
        ("The town fell in the summer of 2014.", "the summer of 2014", "2014-SU", "2014-06-01..2014-08-31"),
        ("He ruled in the 1970s.", "the 1970s", "197", "1970-01-01..1979-12-31"),
        ("The fort dates from the 16th century.", "the 16th century", "15", "1500-01-01..1599-12-31"),
        ("It fell in the second quarter of 2014.", "the second quarter of 2014", "2014-Q2", "2014-04-01..2014-06-30"),
        ("They met on Christmas Eve, 2014.", "Christmas Eve, 2014", "2014-12-24", "2014-12-24"),
        ("The rebels shot him on Easter Sunday 1916.", "Easter Sunday 1916", "1916-04-23", "1916-04-23"),
    ],
)  # fmt: skip
def test_stated(text: str, words: str, timex3: str, span: str) -> None:
    time = read(text, None)[words]
    assert (time.timex3, days(time)) == (timex3, span)
    assert time.basis.startswith("stated")


@pytest.mark.parametrize(
    ("text", "words", "timex3", "span"),
    [
        ("This weekend, the group took the town.", "This weekend", "2016-W49-WE", "2016-12-10..2016-12-11"),
        ("The party will meet this weekend.", "this weekend", "2016-W50-WE", "2016-12-17..2016-12-18"),
        ("The party will meet next weekend.", "next weekend", "2016-W50-WE", "2016-12-17..2016-12-18"),
        ("They shot him on Friday.", "Friday", "2016-12-09", "2016-12-09"),
        ("They shot him on Monday.", "Monday", "2016-12-12", "2016-12-12"),
        ("The court will sit on Friday.", "Friday", "2016-12-16", "2016-12-16"),
        ("The court meets on Friday.", "Friday", "2016-12-16", "2016-12-16"),
        ("The court is expected to rule on Friday.", "Friday", "2016-12-16", "2016-12-16"),
        ("The truce, announced on Friday, will not last.", "Friday", "2016-12-09", "2016-12-09"),
        ("They left last Tuesday.", "last Tuesday", "2016-12-06", "2016-12-06"),
        ("They left last Monday.", "last Monday", "2016-12-05", "2016-12-05"),
        ("They will vote next Sunday.", "next Sunday", "2016-12-18", "2016-12-18"),
        ("They left on Sunday night.", "Sunday night", "2016-12-11TNI", "2016-12-11"),
        ("They left yesterday.", "yesterday", "2016-12-11", "2016-12-11"),
        ("They leave tonight.", "tonight", "2016-12-12TNI", "2016-12-12"),
        ("They left this morning.", "this morning", "2016-12-12TMO", "2016-12-12"),
        ("They left last week.", "last week", "2016-W49", "2016-12-05..2016-12-11"),
        ("They left last month.", "last month", "2016-11", "2016-11-01..2016-11-30"),
        ("They will leave next year.", "next year", "2017", "2017-01-01..2017-12-31"),
        ("They left three days ago.", "three days ago", "2016-12-09", "2016-12-09"),
        ("They left two years ago.", "two years ago", "2014", "2014-01-01..2014-12-31"),
        ("It doubled in the past five years.", "the past five years", "P5Y", "2011-12-12..2016-12-12"),
        ("It may double over the next two months.", "the next two months", "P2M", "2016-12-12..2017-02-12"),
        ("The town fell earlier this year.", "earlier this year", "2016", "2016-01-01..2016-12-12"),
        ("They took the town in August.", "August", "2016-08", "2016-08-01..2016-08-31"),
        ("The law will take effect on January 3.", "January 3", "2017-01-03", "2017-01-03"),
        ("The rebels lost the town last spring.", "last spring", "2016-SP", "2016-03-01..2016-05-31"),
    ],
)  # fmt: skip
def test_counted_from_publication(text: str, words: str, timex3: str, span: str) -> None:
    time = read(text)[words]
    assert (time.timex3, days(time)) == (timex3, span)
    assert BEFORE in time.basis


@pytest.mark.parametrize(
    ("text", "words", "timex3"),
    [
        ("They shot him on Friday.", "Friday", "XXXX-WXX-5"),
        ("They left yesterday.", "yesterday", "XXXX-XX-XX"),
        ("They left last month.", "last month", "XXXX-XX"),
        ("They took the town on February 15.", "February 15", "XXXX-02-15"),
        ("This weekend, they took the town.", "This weekend", "XXXX-WXX-WE"),
        ("It doubled in the past five years.", "the past five years", "P5Y"),
    ],
)
def test_without_a_date_of_publication_the_days_stay_open(text: str, words: str, timex3: str) -> None:
    time = read(text, None)[words]
    assert (time.timex3, time.start, time.end, time.basis) == (timex3, None, None, "open: no date of publication")


@pytest.mark.parametrize(
    ("more", "words", "timex3", "basis"),
    [
        ("The next day, the port was shut.", "The next day", "1915-05-04", "relative to 1915-05-03"),
        ("Two days later, the port was shut.", "Two days later", "1915-05-05", "relative to 1915-05-03"),
        ("That evening, the port was shut.", "That evening", "1915-05-03TEV", "relative to 1915-05-03"),
        ("The port was shut the following week.", "the following week", "1915-W19", "relative to 1915-W18"),
        ("On 9 June, the port was shut.", "9 June", "1915-06-09", "stated, with the year of 1915-05-03"),
        ("The blast came at 9:40 p.m., he wrote.", "9:40 p.m.", "1915-05-03T21:40", "relative to 1915-05-03"),
    ],
)
def test_counted_from_the_text(more: str, words: str, timex3: str, basis: str) -> None:
    time = read(f"The mine blew up on 3 May 1915. {more}")[words]
    assert (time.timex3, time.basis) == (timex3, basis)


def test_the_day_of_the_words_is_not_the_day_of_the_deed() -> None:
    found = read("The ship blew up on Saturday night, the consulate said on Sunday. The blast came at 9:40 p.m.")
    assert found["9:40 p.m."].timex3 == "2016-12-10T21:40"


def test_a_month_of_that_year() -> None:
    assert read("The war began in 1991. In March of that year he fled.")["March of that year"].timex3 == "1991-03"


def test_an_hour_takes_the_day_beside_it() -> None:
    assert read("The shelling began at 9:40 p.m. on Friday.")["9:40 p.m. on Friday"].timex3 == "2016-12-09T21:40"


def test_a_year_alone_heads_a_chronology() -> None:
    found = read("1991\n\nJune: The republics break away.\n\n1992\n\nFebruary: The siege begins.\n")
    assert (found["June"].timex3, found["February"].timex3) == ("1991-06", "1992-02")


@pytest.mark.parametrize(
    ("text", "words", "span"),
    [
        ("They have fought since March 2014.", "March 2014", "2014-03-01.."),
        ("They held the town until April 2014.", "April 2014", "..2014-04-30"),
        ("He left the country before 2010.", "2010", "..2009-12-31"),
        ("He came to power after 2010.", "2010", "2011-01-01.."),
        ("He died two days before Christmas 2010.", "Christmas 2010", "2010-12-25"),
    ],
)
def test_open_ends(text: str, words: str, span: str) -> None:
    assert days(read(text)[words]) == span


@pytest.mark.parametrize(
    ("text", "words", "timex3", "kind"),
    [
        ("The siege lasted two months.", "two months", "P2M", "duration"),
        ("They fought for years.", "years", "PXY", "duration"),
        ("It took 2 1/2 years.", "2 1/2 years", "P2Y6M", "duration"),
        ("They waited for half an hour.", "half an hour", "PT30M", "duration"),
        ("The ten-day truce held.", "ten-day", "P10D", "duration"),
        ("A few weeks of calm followed.", "A few weeks", "PXW", "duration"),
        ("Men die every day.", "every day", "P1D", "set"),
        ("They march every Friday.", "every Friday", "XXXX-WXX-5", "set"),
        ("The truce was to last 12 hours.", "12 hours", "PT12H", "duration"),
        ("The council meets weekly.", "weekly", "P1W", "set"),
        ("The road is now open.", "now", "PRESENT_REF", "date"),
        ("He was recently freed.", "recently", "PAST_REF", "date"),
        ("In the future, they may agree.", "the future", "FUTURE_REF", "date"),
    ],
)
def test_lengths_sets_and_references_have_no_days(text: str, words: str, timex3: str, kind: str) -> None:
    time = read(text)[words]
    assert (time.timex3, time.kind, time.start, time.end) == (timex3, kind, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The men may march on.",
        "A second man sat in the sun.",
        "The 1st Division lost 1,200 men and 2000 horses.",
        "Saturday Night Live mocked the minister.",
        "The fall of the city shook the spring of the old clock.",
        "April Jones met August Meyer.",
        "The 22-year-old soldier is in her 60s.",
        "They won the match by 3:2 in the second half.",
        "As soon as he left, the futures market fell.",
    ],
)
def test_no_times(text: str) -> None:
    assert list(read(text)) == []


def test_a_day_that_is_not_in_the_calendar_is_not_read() -> None:
    assert "Feb. 30, 2014" not in read("They met on Feb. 30, 2014.")


def test_long_ago_stays_open() -> None:
    time = read("The temple was built 3,000 years ago.")["3,000 years ago"]
    assert (time.start, time.end) == (None, None)


@pytest.mark.parametrize(
    ("unit", "timex3", "last"),
    [
        ("day", "2016-12-31", date(2016, 12, 31)),
        ("week", "2016-W52", date(2017, 1, 1)),
        ("weekend", "2016-W52-WE", date(2017, 1, 1)),
        ("month", "2016-12", date(2016, 12, 31)),
        ("quarter", "2016-Q4", date(2016, 12, 31)),
        ("half", "2016-H2", date(2016, 12, 31)),
        ("season", "2016-WI", date(2017, 2, 28)),
        ("year", "2016", date(2016, 12, 31)),
        ("decade", "201", date(2019, 12, 31)),
        ("century", "20", date(2099, 12, 31)),
    ],
)
def test_period(unit: str, timex3: str, last: date) -> None:
    period = containing(unit, date(2016, 12, 31))
    assert (period.timex3, period.last) == (timex3, last)
    assert period.shift(1).shift(-1) == period


def test_period_leaves_the_calendar_loudly() -> None:
    with pytest.raises(OverflowError):
        Period("year", date(2016, 1, 1)).shift(-2016)


def test_easter() -> None:
    assert [easter(year) for year in (1898, 1916, 2016)] == [date(1898, 4, 10), date(1916, 4, 23), date(2016, 3, 27)]


TIME_WORDS = ["Friday", "the", "next", "day", "in", "May", "2014", "15", "two", "weeks", "later", "9:40", "on", "since"]
MORE_WORDS = [
    "last",
    "year",
    "quarter",
    "3/4/05",
    "99999999",
    "years",
    "ago",
    "early",
    ",",
    "😀",
    "\u00a0",
    "é",
    "\r\n",
]
WORDS = st.sampled_from([*TIME_WORDS, *MORE_WORDS])


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25), st.sampled_from([None, MONDAY]))
def test_any_words_give_whole_ordered_anchors(words: list[str], published: date | None) -> None:
    analysis = analysed(" ".join(words), published)
    end = 0
    for time in analysis[TIMES]:
        text = analysis.document.words(time.anchor)
        assert text == text.strip()
        assert time.anchor.start >= end
        assert time.start is None or time.end is None or time.start <= time.end
        end = time.anchor.end


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize("text", ["They left last year.", "They will leave next week.", "He left on Friday in May."])
def test_the_ends_of_the_calendar(text: str, published: date) -> None:
    assert all(time.timex3 for time in read(text, published).values())
