"""Descriptions resolved to what was named or described before: "the ministry", "the spokesman", "the group"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.document.syntax import NOUN_SUBJECTS
from sayso.stages.entities.grounds import may_be
from sayso.stages.entities.references.agreement import is_group, is_irregular
from sayso.stages.entities.references.context import Context, covers, lately
from sayso.stages.entities.references.offices import Offices
from sayso.stages.entities.seen import Seen
from sayso.vocabulary import naming

_BEFORE_HEAD = frozenset({"”", '"', "’", "'", "''"})
"""Marks that may close a name before the noun for what it is."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


class Descriptions:
    """What descriptions may stand for, asked for one after another in the order of the text."""

    def __init__(self, context: Context, offices: Offices) -> None:
        self.context = context
        self.seen = context.seen
        self.clusters = context.clusters
        self.offices = offices
        self.endings = _Endings(context.seen)
        self.irregular = [s for s in context.seen if is_irregular(s)]
        self.groups = [s.order for s in self.irregular]
        self.nominals: dict[str, list[Seen]] = {}
        for s in context.seen:
            if s.mention.form == "nominal":
                self.nominals.setdefault(s.head.lower, []).append(s)

    def resolve(self, s: Seen) -> None:
        """ "the ministry" after "Defence Ministry", "the spokesman" after "a spokesman", "the militants"."""
        for rule, find in (("members", self._members_of), ("generic-noun", self._generic)):
            group = find(s)
            if group is not None:
                self.context.merge(group, s, rule)
        if not self.clusters.alone(s.order) or s.tokens[0].lower not in _DEFINITE:
            return
        rules = (
            ("place-of", self._named_in_it),
            ("office", self.offices.holder),
            ("group-in-focus", self._in_focus),
            ("same-description", self._same),
            ("head-noun", self._by_head),
            ("members", self._group),
            ("kind-noun", self._place),
        )
        for rule, find in rules:
            found = find(s)
            if found is not None:
                self.context.merge(found, s, rule)
                return

    def _named_in_it(self, s: Seen) -> Seen | None:
        """ "the town of Ystad" is Ystad."""
        of = s.tokens[s.head.index - s.first + 1 :]
        if s.mention.kind != "place" or not of or of[0].lower != "of":
            return None
        inner = [o for o in self.seen[s.order + 1 : s.order + 3] if o.at == s.at and o.last == s.last]
        return next((o for o in inner if o.mention.form == "name" and o.mention.kind == "place"), None)

    def _same(self, s: Seen) -> Seen | None:
        """The same words said before, or the same lone noun of the only one it was said of lately."""
        words = tuple(t.lower for t in s.tokens[1:])
        alike = lately(self.nominals.get(s.head.lower, ()), s, 12)
        exact = [o for o in alike if tuple(t.lower for t in o.tokens)[-len(words) :] == words]
        if exact and len(words) > 1:
            return exact[-1]
        near = [o for o in alike if s.at - o.at <= 8]
        lone = len(words) == 1 and self.context.same(near) and not self.offices.contested(s)
        return near[-1] if lone else None

    def _by_head(self, s: Seen) -> Seen | None:
        """A name that ends in the noun, where only one does, or only one just before; the description adds nothing."""
        if len(s.tokens) > 2:
            return None
        last, members = self.endings.before(s)
        if last is None or self.clusters.one(members):
            return last
        near = lately(self.endings.named(s), s, 1)
        return last if self.context.same(near) else None

    def _group(self, s: Seen) -> Seen | None:
        """ "the militants", "the group": the only armed group of the text that is no state's, named shortly before."""
        if s.head.lower not in naming.word_class("members") or len(s.tokens) > 2:
            return None
        near = lately(self.irregular, s, 3)
        only = near and self.clusters.one(self.groups)
        if not only or s.head.lower not in naming.word_class("group-nouns"):
            return near[-1] if only else None
        return near[-1] if self.context.same([*self._groups_near(s), near[-1]]) else None

    def _in_focus(self, s: Seen) -> Seen | None:
        """ "the group": the one body named in this sentence and the one before, where it leads a clause."""
        if len(s.tokens) > 2 or s.head.lower not in naming.word_class("group-nouns"):
            return None
        found = self._groups_near(s)
        leads = any(o.head.dep in NOUN_SUBJECTS and o.mention.form == "name" for o in found)
        return found[0] if leads and self.context.same(found) else None

    def _groups_near(self, s: Seen) -> list[Seen]:
        """The bodies named, or described by the same noun, in this sentence and the one before."""
        found = self.context.candidates(s, is_group, 1)
        return [o for o in found if o.mention.form == "name" or o.head.lower == s.head.lower]

    def _members_of(self, s: Seen) -> Seen | None:
        """ "the militants of ISIS", "ISIS fighters": the group itself; "five ISIS fighters" are some of it."""
        if s.mention.kind not in ("person", "armed-group") or s.number == "singular":
            return None
        if s.head.lower not in naming.word_class("members") and s.head.lower not in ("forces", "troops"):
            return None
        inner = [o for o in self.seen[s.order + 1 : s.order + 3] if covers(s, o) and is_irregular(o)]
        plain = all(
            t.pos in ("DET", "ADP", "NOUN", "PROPN", "PUNCT", "PART") or t.lower == "militant" for t in s.tokens
        )
        some = s.tokens[0].pos == "DET" and s.tokens[0].lower != "the"
        return inner[0] if len(inner) == 1 and plain and not some else None

    def _generic(self, s: Seen) -> Seen | None:
        """ "the YPG militia", "the Yonhap news agency": the name with the noun for what it is."""
        if s.head.lower not in naming.word_class("bodies") or s.tokens[0].lower in ("a", "an", "another", "any"):
            return None
        inner = [o for o in self.seen[s.order + 1 : s.order + 4] if covers(s, o) and s.head.index - o.last <= 1]
        fitting = [o for o in inner if o.mention.form == "name" and o.mention.kind in ("organisation", "armed-group")]
        between = {o.order: s.sentence.tokens[o.last] for o in fitting}
        direct = [o for o in fitting if between[o.order].dep == "compound" or between[o.order].text in _BEFORE_HEAD]
        direct = [o for o in fitting if o.last == s.head.index] or direct
        return direct[0] if len(direct) == 1 and s.last == s.head.index + 1 and s.number == "singular" else None

    def _place(self, s: Seen) -> Seen | None:
        """ "the city": the only place named before it in the sentence, else in the sentence before."""
        if s.mention.kind not in ("place", "country") or s.number == "plural":
            return None
        if any(t.text[0].isupper() for t in s.tokens[1:]):
            return None  # "the Kurdish region" is another than the last one named
        for reach in (0, 1):
            found = self.context.candidates(s, lambda o: o.mention.form == "name" and may_be(s, o), reach)
            if found:
                return found[0] if self.context.same(found) else None
        return None


class _Endings:
    """The names of the text so far by their last word; asked for one mention after another, in their order."""

    def __init__(self, seen: Sequence[Seen]) -> None:
        self._ahead = iter([s for s in seen if s.mention.form in ("name", "metonym") and len(s.words) > 1])
        self._next = next(self._ahead, None)
        self._named: dict[str, list[Seen]] = {}
        self._members: dict[str, list[int]] = {}

    def before(self, s: Seen) -> tuple[Seen | None, list[int]]:
        """The last name before the mention that ends in its noun, and all of them but those known to be of one set."""
        while self._next is not None and self._next.order < s.order:
            word = self._next.words[-1].lower()
            self._named.setdefault(word, []).append(self._next)
            self._members.setdefault(word, []).append(self._next.order)
            self._next = next(self._ahead, None)
        named = self.named(s)
        return named[-1] if named else None, self._members.get(s.head.lower, [])

    def named(self, s: Seen) -> list[Seen]:
        """All names found so far that end in the mention's noun, in the order of the text."""
        return self._named.get(s.head.lower, [])
