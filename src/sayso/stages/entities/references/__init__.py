"""Descriptions and pronouns resolved to what was named before. Precision first: two candidates are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.document.anchor import Anchor
from sayso.stages.entities.clusters import Clusters
from sayso.stages.entities.quotes import quoted
from sayso.stages.entities.references.context import Context
from sayso.stages.entities.references.descriptions import Descriptions
from sayso.stages.entities.references.offices import Offices
from sayso.stages.entities.references.pronouns import Pronouns
from sayso.stages.entities.seen import Seen


def merge(
    seen: Sequence[Seen],
    clusters: Clusters,
    roles: Mapping[int, Sequence[Anchor]],
    turns: Mapping[str, int],
    characters: str,
) -> None:
    """Merge definite descriptions and third-person pronouns with the one candidate that agrees, if there is one.

    `roles` holds the words for what somebody is by the order of the mention that has them, `turns`
    the number of the interview turn by the section.
    """
    context = Context(seen, clusters, quoted(seen, characters), turns)
    descriptions = Descriptions(context, Offices(context, roles, characters))
    pronouns = Pronouns(context)
    for s in sorted(seen, key=_by_end):
        if s.mention.form == "nominal":
            descriptions.resolve(s)
        elif s.mention.form == "pronoun":
            pronouns.resolve(s)


def _by_end(s: Seen) -> tuple[int, int]:
    """Whoever is named in a description is known before it: "the group" before "the group's leader"."""
    return s.mention.anchor.end, -s.order
