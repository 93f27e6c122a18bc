"""Times of day. Their day is one named beside them, else that which the text tells of, else that of publication."""

from __future__ import annotations

from sayso.stages.times import numerals
from sayso.stages.times.period import Period
from sayso.stages.times.scene import NO_DATE, PUBLICATION, Found, Reading, Scene

NEAR = 5  # sentences over which an hour belongs to the last day told


def clock(found: Found, scene: Scene) -> Reading | None:
    """A time of day, `T21:40`."""
    time = time_of_day(found)
    if time is None:
        return None
    day = scene.story.recent("day", scene.number, NEAR)
    if day is not None:
        return Reading.of(day, f"relative to {day.timex3}").at(time)
    if scene.published is None:
        return Reading.open("XXXX-XX-XX" + time, NO_DATE, "time")
    return Reading.of(Period("day", scene.published), PUBLICATION).at(time)


def time_of_day(found: Found) -> str | None:
    """`T21:40`; None where the words are no time of day."""
    noon = found.get("noon")
    if noon:
        return "T24:00" if noon == "midnight" else "T12:00"
    words = found.get("words")
    hour = numerals.number(words) if words else float(found.get("hour"))
    if hour is None or not 0 <= hour <= 24:
        return None
    part = found.get("daypart")
    late = found.get("half") == "p" or part in {"afternoon", "evening", "night"}
    if late and hour < 12:
        hour += 12
    elif found.get("half") == "a" and hour == 12:
        hour = 0
    zulu = "Z" if found.get("zone") in {"utc", "gmt"} else ""
    return f"T{int(hour):02}:{found.get('minute') or '00'}{zulu}"
