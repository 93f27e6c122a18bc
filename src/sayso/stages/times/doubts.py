"""Words that look like times and may be none: each guard says whether to keep a match, by the words around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sayso.document.syntax import NOUNS, Token
from sayso.stages.times.scene import Found, Scene

IN = frozenset(
    {
        "in", "since", "until", "till", "by", "before", "after", "during", "from", "to", "through", "between",
        "around", "for", "of", "and", "or", "on", "at", "into", "throughout"
    }
)  # fmt: skip
NARROW = frozenset({"early", "late", "mid", "mid-", "last", "next", "this", "every", "each", "-"})
NAMES = frozenset({"ORG", "PERSON", "WORK_OF_ART", "EVENT", "PRODUCT", "FAC", "LAW", "GPE", "LOC", "NORP"})
COUNTED = frozenset(
    {
        "$", "£", "€", "#", "no.", "no", "number", "flight", "room", "route", "highway", "boeing", "airbus", "type",
        "model", "chapter", "page", "about", "some", "nearly", "over", "least", "than", "approximately", "almost",
        "roughly", "only", "all", "other", "these", "those"
    }
)  # fmt: skip
CHRONICLE = frozenset({":", "-", "–", "—", "--"})
OWNED = frozenset({"his", "her", "their", "my", "your", "its", "our"})
NAMED_DAYS = frozenset({"bloody", "good", "super", "palm", "ash", "easter", "ruby", "holy", "cyber", "man"})
FOLLOWING = frozenset({"ago", "earlier", "later", "before", "after", "old", "older", "younger", "-"})
SPANS = frozenset(
    {
        "for", "in", "within", "over", "after", "than", "about", "nearly", "almost", "least", "half", "during",
        "lasted", "lasting", "took", "take", "takes", "last", "spent", "every", "around", "roughly", "approximately",
        "only", "just", "another", "throughout", "of", "under", "to"
    }
)  # fmt: skip


def month(found: Found, scene: Scene) -> bool:
    """ "May" the verb, "March" the deed and "June" the woman are no months."""
    if found.get("which") or found.get("that"):
        return scene.word_after() != "on"
    token = scene.tokens[-1]
    if scene.tokens[0].index == 0 and scene.word_after() in CHRONICLE:
        return True
    owner = scene.word_after() in {"'s", "’s"} and token.entity in NAMES
    if owner or token.tag in {"MD", "VB", "VBP", "VBZ"}:
        return False
    if scene.word_before() in IN | NARROW:
        return not _in_longer_name(scene)
    return token.entity == "DATE" and found.get("month") not in {"may", "march"} and not _names_somebody(scene)


def _names_somebody(scene: Scene) -> bool:
    """ "June Roe": a surname follows at once, to which the parser gives the word."""
    token, after = scene.tokens[-1], scene.after
    if after is None or after.entity != "PERSON" or after.start != token.end + 1:
        return False
    return token.dep == "compound" and token.head >= after.index


def _in_longer_name(scene: Scene) -> bool:
    """Whether the parser sees a name that runs on beyond the words."""
    entity = scene.tokens[-1].entity
    if entity not in NAMES:
        return False
    before, after = scene.before, scene.after
    return bool(
        (after and after.entity == entity and not after.begins and after.pos == "PROPN")
        or (before and before.entity == entity and before.pos == "PROPN")
    )


def year(found: Found, scene: Scene) -> bool:
    """Four figures are a year after a preposition, or between an article and a noun ("the 2012 elections")."""
    if found.get("compared"):
        return True
    if " " in found.get("year") or (len(scene.tokens) > 1 and scene.tokens[0].lower == "the"):
        return True
    number, before = int(found.get("year")), scene.word_before()
    if before in COUNTED or _counts_the_next(scene):
        return False
    if before in IN - {"to", "for", "on", "at"} | NARROW:
        return number >= 1400 or (before in {"in", "since", "until"} and _stands_alone(scene))
    if number < 1700:
        return False
    return scene.tokens[0].entity == "DATE" or before in {"the", "'s", "’s", "a"} or before in OWNED


def _counts_the_next(scene: Scene) -> bool:
    """ "2000 horses", "1,500 kg": a plural follows that no article or owner stands before."""
    after, before = scene.after, scene.before
    if after is None or after.start != scene.tokens[-1].end + 1:
        return False
    plural = after.tag in {"NNS", "NNPS"} or after.lower in {
        "people",
        "troops",
        "km",
        "kg",
        "percent",
        "pounds",
        "feet",
    }
    owned = before is not None and (before.tag in {"POS", "DT", "PRP$", "JJ"})
    return plural and not owned


def _stands_alone(scene: Scene) -> bool:
    return scene.after is None or scene.after.pos in {"PUNCT", "VERB", "AUX", "CCONJ", "ADP", "SCONJ", "PRON", "DET"}


def short_year(found: Found, scene: Scene) -> bool:
    """ "since '82": an apostrophe that nothing closes, after a preposition."""
    return scene.word_before() in {"in", "since", "of", "from", "until", "by", "before", "after"} and (
        scene.word_after() not in {"'", "’"}
    )


def day_alone(found: Found, scene: Scene) -> bool:
    """ "on the 15th": after "on", and before no noun that it could count."""
    if found.get("that") or found.get("inst"):
        return True
    after = scene.after
    closed = after is None or after.pos in {"PUNCT", "VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PRON", "DET"}
    return scene.word_before() == "on" and closed and scene.word_after() not in {"-", "of"}


def spoken_year(found: Found, scene: Scene) -> bool:
    """ "in nineteen eighty-four" is a year; bare words of number count something."""
    return scene.word_before() in IN or scene.tokens[0].entity == "DATE"


def decade(found: Found, scene: Scene) -> bool:
    """ "in her 60s" is an age; "temperatures in the 60s" are degrees."""
    if found.get("tenth"):
        return True
    before = _word_before_edges(scene)
    if before in OWNED:
        return False
    warm = {"temperature", "temperatures", "highs", "lows", "degrees"}
    if before in {"and", "or"} and any(t.text.endswith("0s") for t in scene.sentence.tokens[: scene.tokens[0].index]):
        return True
    marked = scene.tokens[0].lower in {"the", "'", "’", "‘"} or scene.tokens[0].text[0] in "'’‘" or before == "the"
    return marked and not any(t.lower in warm for t in scene.sentence.tokens)


def _word_before_edges(scene: Scene) -> str:
    """The word before the expression and before "early", "mid-", "late"."""
    index = scene.tokens[0].index - 1
    while index >= 0 and scene.sentence.tokens[index].lower in {"early", "late", "mid", "mid-", "-"}:
        index -= 1
    return scene.sentence.tokens[index].lower if index >= 0 else ""


def season(found: Found, scene: Scene) -> bool:
    """ "fall" and "spring" do and jump; a season has "last", "this" before it, or stands "in the …"."""
    token, which = scene.tokens[-1], found.get("which")
    if token.pos not in NOUNS or scene.word_after() == "of" or scene.word_after() == "-":
        return False
    if which not in {"", "the", "that"}:
        return True
    if which == "" and (_capital_before(scene) or token.text != token.lower):
        return False
    preceded = scene.word_before() in IN - {"to", "for", "at", "of"} | NARROW
    return preceded and (which != "" or token.lower not in {"fall", "spring"} or scene.word_before() in NARROW)


def _capital_before(scene: Scene) -> bool:
    return scene.before is not None and scene.before.pos == "PROPN"


def weekday(found: Found, scene: Scene) -> bool:
    """A weekday inside a name ("Sunday Times", "Bloody Sunday") is none."""
    after = scene.after
    if scene.word_before() in NAMED_DAYS:
        return False
    if after is None or after.pos != "PROPN":
        return True
    if found.get("daypart") == "" and after.entity != scene.tokens[-1].entity:
        return True
    adjacent = after.start == scene.tokens[-1].end + 1
    return not (adjacent and after.text[:1].isupper() and scene.tokens[-1].entity in NAMES | {None})


def deictic(found: Found, scene: Scene) -> bool:
    """ "Today" in the middle of a name."""
    token = scene.tokens[0]
    return not (token.text[0].isupper() and token.index and _capital_before(scene) and token.pos == "PROPN")


def over(found: Found, scene: Scene) -> bool:
    """ "the weekend edition" tells what sort, not when."""
    after = scene.after
    if found.get("which") != "the" or after is None or after.start != scene.tokens[-1].end + 1:
        return True
    return after.pos not in NOUNS and after.lower not in {"of", "before", "after"}


def this_unit(found: Found, scene: Scene) -> bool:
    """ "said that day…" joins clauses; "the last day of the siege" counts within something else."""
    which, first = found.get("which"), scene.tokens[0]
    if _title(scene) or scene.word_after() == "-":
        return False
    if which == "that":
        return first.dep == "det" or first.tag == "DT"
    if scene.word_after() == "of" and which in {"the last", "the next", "the same", "the latest", "the previous"}:
        return False
    if which == "the last" and found.get("unit") == "day":
        return False
    return not (which == "past" and first.pos == "ADP" and scene.word_before() not in {"the", "this"})


def bare_unit(found: Found, scene: Scene) -> bool:
    """ "the quarter" where the text tells of one; "the week", "the month" where nothing else says which."""
    if found.get("unit") == "quarter":
        return scene.head.dep in {"pobj", "npadvmod", "poss"} or scene.story.said.get("quarter") is not None
    return scene.head.dep == "pobj" and scene.word_before() in {"for", "during", "in"} and _closes(scene)


def within_unit(found: Found, scene: Scene) -> bool:
    """ "the end of the year", "later in the day": a part of it is told."""
    first = scene.tokens[0].index
    before = [t.lower for t in scene.sentence.tokens[max(0, first - 2) : first]]
    if len(before) < 2 or scene.word_after() in {"of", "that", "when"}:
        return False
    if found.get("unit") == "day" and before[1] in {"for", "end", "ended", "ending", "finish", "finished"}:
        return scene.word_after() not in {"before", "after"}
    if before[1] == "of":
        return before[0] in {"end", "beginning", "start", "middle", "rest", "remainder", "close", "course", "part"}
    return before[1] == "in" and before[0] in {"later", "earlier", "late", "early"}


def _closes(scene: Scene) -> bool:
    return scene.after is None or scene.after.pos in {"PUNCT", "CCONJ", "ADP"}


def ago(found: Found, scene: Scene) -> bool:
    """ "a day after the attack" counts from an event: only its length is a time."""
    return not (found.get("way") in {"before", "after", "prior"} and not _closes_strictly(scene))


def _closes_strictly(scene: Scene) -> bool:
    return scene.after is None or scene.after.pos in {"PUNCT", "CCONJ"}


def hyphened(found: Found, scene: Scene) -> bool:
    """ "the year-ago period": with an article, after "from", or before a period."""
    return bool(found.get("what")) or scene.word_before() in {"the", "a", "from"} or scene.tokens[0].lower != "year"


def window(found: Found, scene: Scene) -> bool:
    """ "the first two years of" somebody's rule are counted within it, and still a length."""
    if any(token.lower == "last" and token.pos == "VERB" for token in scene.tokens):
        return False
    return scene.word_after() not in FOLLOWING - {"-", "after", "before"}


def length(found: Found, scene: Scene) -> bool:
    """No ages ("22-year-old", "aged two years"), no rates ("$5 an hour"), no quarters that are parts."""
    after, unit, number = scene.word_after(), found.get("unit"), found.get("number")
    if after in {"old", "older", "younger", "ago"} or scene.word_before() in {"aged", "age"} or _aged(scene):
        return False
    if unit.startswith("quarter"):
        return number not in {"a", "an", "one", "three", "half a"} and (after != "of" or number == "several")
    if _title(scene) or (number in {"a", "an", "one", "another"} and unit.endswith("s")):
        return False
    if number in {"a", "an"} and after not in {"after", "before"}:
        return _hyphen_ended(found) or _spans(scene, unit)
    return not (number == "one" and unit in {"day", "night"} and scene.word_before() not in SPANS)


def _title(scene: Scene) -> bool:
    """ "60 Minutes", "This Week": capitals inside a sentence are a title."""
    token = scene.tokens[-1]
    return bool(token.index) and token.text.istitle() and scene.tokens[0].index > 0


def _aged(scene: Scene) -> bool:
    """ "-old" follows, or "of age"."""
    rest = scene.sentence.tokens[scene.tokens[-1].index + 1 : scene.tokens[-1].index + 3]
    words = [t.lower for t in rest]
    return words[:2] in (["-", "old"], ["-", "olds"], ["of", "age"]) or words[:1] in (["-old"], ["-olds"])


def _hyphen_ended(found: Found) -> bool:
    return "-" in found.get("unit") or found.get("half") != ""


def _spans(scene: Scene, unit: str) -> bool:
    """ "for a year", "in a week": not "a year" of a rate, nor "a day that nobody forgets"."""
    return scene.word_before() in SPANS and scene.word_after() not in {"that", "when", "of", "'s", "’s"} | FOLLOWING


def lengths(found: Found, scene: Scene) -> bool:
    """A plural that nothing counts is a length after "for", "in", "within" … or before "of fighting", "ago"."""
    after = scene.word_after()
    if found.get("way") or scene.tokens[-1].lower.endswith("long"):
        return True
    if after in {"old", "older", "-", "to"}:
        return False
    preceded = scene.word_before() in {"for", "within", "over", "after", "in", "took", "lasted", "of", "than"}
    adverbial = scene.head.dep in {"npadvmod", "pobj", "dobj"} and not scene.sentence.children(scene.head)
    if after in {"ago", "before", "after", "later", "earlier"}:
        return True
    return preceded and adverbial and scene.word_before() != "of"


def rate(found: Found, scene: Scene) -> bool:
    """ "$5 a day", "twice a year", "ten men a day"."""
    before = scene.before
    if before is None or scene.word_after() in FOLLOWING:
        return False
    counted = before.tag in {"NNS", "CD"} or before.lower in {"once", "twice", "thrice", "percent", "%"}
    return found.get("rate") == "per" or (counted and scene.head.dep in {"npadvmod", "nmod", "prep", "pobj"})


def cycle(found: Found, scene: Scene) -> bool:
    """Not the name of a newspaper."""
    token = scene.tokens[-1]
    return not (token.text[0].isupper() and (token.index or (scene.after is not None and scene.after.pos == "PROPN")))


def clock(found: Found, scene: Scene) -> bool:
    """Figures are a time of day with a zone or "hours", or with a colon after "at", "by", "until" …"""
    if found.groups.get("zone") or "hours" in _words(scene):
        return True
    colon = any(":" in t.text for t in scene.tokens)
    return colon and scene.word_before() in {
        "at",
        "by",
        "from",
        "until",
        "till",
        "around",
        "about",
        "before",
        "after",
        "since",
    }


def _words(scene: Scene) -> tuple[str, ...]:
    return tuple(t.lower for t in scene.tokens)


def noon(found: Found, scene: Scene) -> bool:
    """ "High Noon", "Midnight Express" are names."""
    token: Token = scene.tokens[-1]
    if found.get("words") and not found.get("oclock"):
        return bool(found.get("daypart")) and scene.word_before() in {"at", "around", "by", "about", "until", "since"}
    before = scene.before is not None and scene.before.text[0].isupper()
    named = (
        token.text[0].isupper() and token.index and (before or (scene.after is not None and scene.after.pos == "PROPN"))
    )
    return not (found.get("noon") and named)


def daypart(found: Found, scene: Scene) -> bool:
    """A bare part of the day stands after a preposition: "in the morning", "at dawn", "before midnight"."""
    before = scene.word_before()
    if (
        scene.tokens[-1].text != scene.tokens[-1].lower
        or scene.word_after() in {"of", "-"}
        or (before == "at" and found.get("daypart") == "night")
    ):
        return False
    if scene.after is not None and scene.after.pos in NOUNS:
        return False
    return before in {"in", "during", "by", "through", "before", "after", "at", "until", "since", "into"} and (
        scene.tokens[0].lower in {"the", "dawn", "dusk", "midday", "early", "late"}
    )


def present(found: Found, scene: Scene) -> bool:
    """ "now that" gives a reason; the electric current flows."""
    token = scene.tokens[-1]
    if token.lower == "moment" and scene.after is not None and scene.after.pos != "PUNCT":
        return False
    if token.lower == "now":
        return scene.word_after() not in {"that", "defunct"} and scene.word_after() != "-"
    return not found.get("adj") or (token.pos == "ADJ" and scene.word_after() != "account")


def past(found: Found, scene: Scene) -> bool:
    """ "the recently-built dam": a compound describes a thing."""
    return scene.word_after() != "-"


def future(found: Found, scene: Scene) -> bool:
    """ "as soon as he left", "soon after" tell an order, not a time ahead."""
    return scene.word_after() not in {"as", "after", "afterward", "afterwards", "became", "-"}


_DAYS_AND_YEARS = (month, year, day_alone, short_year, spoken_year, decade, season, weekday, deictic, over)
_UNITS = (this_unit, bare_unit, within_unit, ago, hyphened, window, length, lengths, rate, cycle)
_OTHERS = (clock, noon, daypart, present, past, future)
GUARDS: Mapping[str, Callable[[Found, Scene], bool]] = {
    guard.__name__: guard for guard in (*_DAYS_AND_YEARS, *_UNITS, *_OTHERS)
}
