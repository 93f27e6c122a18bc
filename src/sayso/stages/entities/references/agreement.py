"""Agreement: the gender and number that a pronoun or description asks of whoever it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.stages.entities.clusters import Clusters
from sayso.stages.entities.names import forces_of
from sayso.stages.entities.seen import Seen, gender_of_name
from sayso.vocabulary import naming

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})
_BODIES = frozenset({"organisation", "armed-group", "government", "country"})
_PLURAL_IN_SENSE = frozenset({"police", "military", "opposition", "staff"})
_NOBODY = frozenset({"place", "country", "facility", "other"})
_ADDRESS = {"mr.": "m", "mr": "m", "sir": "m", "mrs.": "f", "mrs": "f", "ms.": "f", "ms": "f", "miss": "f"}


def gender_of_pronoun(word: str) -> str | None:
    """m or f for the pronouns that tell it."""
    return "m" if word in HE else "f" if word in SHE else None


def genders(seen: Sequence[Seen], clusters: Clusters) -> dict[int, str]:
    """The gender of each set, told by given names, forms of address and nouns such as "spokeswoman"."""
    found: dict[int, str] = {}
    for s in seen:
        gender = _gender(s)
        if gender is not None:
            found.setdefault(clusters.of(s.order), gender)
    return found


def _gender(s: Seen) -> str | None:
    if s.mention.kind != "person" or s.mention.form == "pronoun":
        return None
    if s.mention.form == "nominal":
        role = naming.roles().get(s.head.lemma.lower())
        return role.gender if role else None
    before = s.before()
    return _ADDRESS.get(before.lower if before else "") or gender_of_name(s.words)


def is_person(s: Seen) -> bool:
    """One person."""
    return s.mention.kind == "person" and s.number == "singular"


def is_many(s: Seen) -> bool:
    """Several people."""
    if s.mention.kind in _NOBODY:
        return False
    return s.number == "plural" or s.head.lower in _PLURAL_IN_SENSE


def is_body(s: Seen) -> bool:
    """One group, government or state."""
    return s.mention.kind in _BODIES and s.number == "singular"


def is_group(s: Seen) -> bool:
    """An organisation or an armed group that is no state's."""
    return s.mention.kind == "organisation" or is_irregular(s)


def is_irregular(s: Seen) -> bool:
    """An armed group that is no state's, by its name."""
    if s.mention.kind != "armed-group" or s.mention.form != "name" or forces_of(s) is not None:
        return False
    return s.actor is None or s.actor.irregular
