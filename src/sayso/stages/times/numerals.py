"""Numbers in words and figures, as lengths of time use them."""

from __future__ import annotations

ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth"
]  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
VALUES: dict[str, float] = {
    **{word: value for value, word in enumerate(ONES)},
    **{word: 10 * value for value, word in enumerate(TENS, 2)},
    "a": 1,
    "an": 1,
    "half": 0.5,
    "another": 1,
    "single": 1,
    "dozen": 12,
    "couple": 2,
    "½": 0.5,
}
WORD = rf"(?:(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(ONES[1:10])}))?|{'|'.join(reversed(ONES))})"
FIGURE = r"(?:\d{1,3}(?:,\d{3}){1,2}(?!,?\d)|\d{1,6}(?!\d)(?:\.\d{1,4}(?!\d))?(?:[ -]?(?:1/2|½))?)"


def number(words: str) -> float | None:
    """The value of "twenty-five", "two hundred", "2 1/2", "half a", "a couple of"; None where it is vague."""
    total = 0.0
    known = False
    for word in words.lower().replace("-", " ").replace("½", " ½").split():
        if word in SCALES and known:
            total *= SCALES[word]
        elif word == "dozen":
            total, known = max(total, 1) * 12, True
        elif (value := _value(word)) is not None:
            total, known = _joined(total, value, known, word), True
        elif word != "of":
            return None
    return total if known else None


def _joined(total: float, value: float, known: bool, word: str) -> float:
    """ "half a" is a half; "a couple" two; other words add up ("twenty" "five", "2" "1/2")."""
    if word in {"a", "an"} and known:
        return total
    return value if word == "couple" else total + value


def _value(word: str) -> float | None:
    if word == "1/2":
        return 0.5
    figure = word.replace(",", "")
    if figure[:1].isdigit():
        try:
            return float(figure)
        except ValueError:
            return None
    return VALUES.get(word)


def ordinal(words: str) -> int | None:
    """The value of "20th" or "twentieth", "twenty-first"; None for other words."""
    lowered = words.lower()
    if lowered[0].isdigit():
        return int("".join(c for c in lowered if c.isdigit()))
    if lowered in ORDINALS:
        return ORDINALS.index(lowered) + 1
    if lowered.startswith("twenty-") and lowered[7:] in ORDINALS:
        return 20 + ORDINALS.index(lowered[7:]) + 1
    return None
