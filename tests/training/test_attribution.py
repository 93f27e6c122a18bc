"""Training of the attribution model: labels go there and back, windows leave no seams, spans cut no word."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest
from training.attribution.calibrate import fit
from training.attribution.data import IGNORED, Article, asked, collate, plan
from training.attribution.measure import POLNEAR, gold, scores
from training.attribution.oracle import oracle

from sayso.models.attribution import decode
from sayso.models.attribution.calibration import Calibration
from sayso.models.attribution.labels import Attribution, cue_labels, role_labels, to_words
from sayso.models.attribution.pieces import ROOM, Pieced, Pieces
from sayso.models.attribution.predict import seamless
from sayso.models.attribution.windows import Window, cuts, owner, windows, words
from tests.marked import marked

DEV = POLNEAR / "dev.jsonl"
TRAINS = all(importlib.util.find_spec(name) for name in ("torch", "safetensors"))


def cut(tokens: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """A piece for every three letters; a zero-width space has none, as with real tokenizers."""
    return tuple(tuple(7 + ord(c) for c in token[::3] if c != "\u200b") for token in tokens)


PIECES = Pieces(cut, start=1, end=2, pad=0)


def case(source: str) -> dict[str, object]:
    """A marked text as a line of the corpus, with one attribution."""
    got = marked(source)
    spans = {role: [[a.start, a.end] for name, a in got.marks if name == role] for role in ("source", "cue", "content")}
    return {"text": got.text, "attributions": [{"id": "1", **spans}]}


CASES = [
    "The [source ministry] [cue said] [content it had no losses] .",
    "[content “We held the bridge,”] [cue said] [source Colonel Ruz] , [content “and we will hold it.”]",
    "[source Dunmore][cue ’s plan to] [content rebuild] was read out.",
    "It was [cue reported] that [content the ferry had sunk] .",
    "[source Kremlin][cue :] [content US to blame]\n\nMore follows.",
    "[source Rene\u0301] [cue warns\u200b] of [content the U.S. of A.]",
]


@pytest.mark.parametrize("source", CASES)
def test_gold_goes_through_labels_and_back(source: str) -> None:
    line = case(source)
    found = oracle({"x": line}, PIECES)["x"]["attributions"]
    text = str(line["text"])

    def read(one: dict[str, object], role: str) -> list[str]:
        spans = one[role]
        assert isinstance(spans, list)
        return [text[s:e].strip("\u200b ") for s, e in spans]

    assert isinstance(line["attributions"], list)
    (expected,) = line["attributions"]
    assert len(found) == 1
    for role in ("source", "cue", "content"):
        assert read(found[0], role) == read(expected, role), role


def long_text(sentences: int) -> str:
    """Sentences of several lengths, one attribution each, all cues in `said`."""
    return " ".join(
        f"Witness {n} said the convoy {'of very many lorries ' * (n % 7)}passed post {n}." for n in range(sentences)
    )


def long_case(sentences: int) -> dict[str, object]:
    text = long_text(sentences)
    found, at = [], 0
    for n in range(sentences):
        cue = text.index("said", at)
        end = text.index(".", cue)
        found.append({"id": str(n), "source": [[at, cue - 1]], "cue": [[cue, cue + 4]], "content": [[cue + 5, end]]})
        at = end + 2
    return {"text": text, "attributions": found}


def test_no_attribution_is_lost_or_doubled_at_a_seam() -> None:
    line = long_case(120)
    read = PIECES.read(str(line["text"]))
    assert len(read.windows()) > 5
    found = oracle({"x": line}, PIECES)["x"]["attributions"]
    wanted = line["attributions"]
    assert isinstance(wanted, list)
    assert [[list(a) for a in one["cue"]] for one in found] == [one["cue"] for one in wanted]  # type: ignore[attr-defined]
    assert [[list(a) for a in one["content"]] for one in found] == [one["content"] for one in wanted]  # type: ignore[attr-defined]


@pytest.mark.parametrize("first", [None, 40, 127])
@pytest.mark.parametrize("overlap", [0, 64])
def test_windows_cover_the_text_and_hold_whole_sentences(overlap: int, first: int | None) -> None:
    read = PIECES.read(long_text(90))
    found = read.windows(overlap, first)
    assert found[0].start == 0
    assert found[-1].end == len(read.pieces)
    for window in found:
        assert sum(read.sizes[window.start : window.end]) <= ROOM
        assert window.start in read.words.sentences
    for one, after in pairwise(found):
        assert one.start < after.start <= one.end < after.end
        assert sum(read.sizes[after.start : one.end]) <= 2 * overlap


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    found = windows([0], [1] * 25, room=10, overlap=4)
    assert [(w.start, w.end) for w in found] == [(0, 10), (10, 20), (20, 25)]


def test_a_text_without_words_has_no_window() -> None:
    assert PIECES.read(" \n ").windows() == []
    assert len(seamless([], [], 3)) == 0


def test_each_word_is_decided_where_it_stands_most_centrally() -> None:
    found = [Window(0, 10), Window(6, 16), Window(12, 20)]
    at = cuts(found)
    assert [owner(at, word, word + 1) for word in (0, 7, 8, 13, 14, 19)] == [0, 0, 1, 1, 2, 2]
    logits = [np.full((w.end - w.start, 3), n, np.float32) for n, w in enumerate(found)]
    assert seamless(found, logits, 3)[:, 0].tolist() == [0] * 8 + [1] * 6 + [2] * 6


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Mr. Ade left. He was late.", ["Mr", "He"]),
        ("The U.S. Senate met.\nIt voted.", ["The", "It"]),
        ("“Go!” She ran… “Now.”", ["“", "She", "“"]),
        ("Up 3.5 percent. 20 people came.", ["Up", "20"]),
    ],
)
def test_sentences(text: str, starts: list[str]) -> None:
    found = words(text)
    assert [text[slice(*found.spans[n])] for n in found.sentences] == starts


def test_a_word_keeps_its_combining_marks_and_starts_a_paragraph() -> None:
    found = words("Rene\u0301 left.\n\nHe ran.")
    assert found.spans[0] == (0, 5)
    assert found.paragraphs == {3}


def test_a_span_inside_a_word_takes_the_whole_word() -> None:
    spans = words("anonymous sources").spans
    (one,) = to_words(spans, {"source": [], "cue": [[3, 12]], "content": [[12, 17]]})
    assert one.cue == (0, 2)
    assert one.content == ((1, 2),)


def test_labels_of_a_window_cut_spans_at_its_edges() -> None:
    one = Attribution(cue=(5, 6), source=((2, 5),), content=((6, 9), (11, 12)))
    assert cue_labels([one], 4, 8).tolist() == [0, 1, 0, 0]
    assert role_labels(one, 3, 12).tolist() == [1, 2, 0, 3, 4, 4, 0, 0, 3]
    assert not one.inside(3, 12)


def test_the_best_path_never_starts_inside() -> None:
    scores_of = np.log(np.array([[[0.1, 0.2, 0.7], [0.1, 0.1, 0.8], [0.9, 0.05, 0.05]]], np.float32))
    assert decode.best_path(scores_of, decode.CUE_STEPS).tolist() == [[1, 2, 0]]


def every_path(scores: np.ndarray, steps: np.ndarray) -> float:
    """The total of the best of all paths, found by trying each; `scores` (words, labels)."""
    words, labels = scores.shape
    paths = product(range(labels), repeat=words)
    return max(total(scores, path, steps) for path in paths)


def total(scores: np.ndarray, path: Sequence[int], steps: np.ndarray) -> float:
    before = [len(steps) - 1, *path[:-1]]
    return float(sum(scores[n, label] + steps[before[n], label] for n, label in enumerate(path)))


@pytest.mark.parametrize("steps", [decode.CUE_STEPS, decode.ROLE_STEPS], ids=["cues", "roles"])
def test_the_best_path_is_the_best_of_all_paths(steps: np.ndarray) -> None:
    rng = np.random.default_rng(5)
    rows = rng.normal(size=(60, 5, steps.shape[1])).astype(np.float32)
    rows[::3] = rows[::3].round()  # ties
    for scores_of, path in zip(rows, decode.best_path(rows, steps).tolist(), strict=True):
        assert total(scores_of, path, steps) == pytest.approx(every_path(scores_of, steps), abs=1e-4)


def test_a_role_does_not_go_on_as_another() -> None:
    chances = np.full((1, 2, 5), -9, np.float32)
    chances[0, 0, 1] = 0  # B-source
    chances[0, 1, 4], chances[0, 1, 3] = 0, -1  # I-content is liked best, but only B-content may follow
    assert decode.best_path(chances, decode.ROLE_STEPS).tolist() == [[1, 3]]


def test_a_cue_has_one_source_the_surest_and_is_no_content() -> None:
    roles = np.full((1, 6, 5), -4, np.float32)
    for word, label in enumerate((1, 0, 3, 4, 1, 2)):
        roles[0, word, label] = 4
    (one,) = decode.candidates([(13, 14)], roles, np.array([2.0], np.float32), [1.0], offset=10)
    assert one.attribution.source == ((14, 16),)
    assert one.attribution.content == ((12, 13),)
    assert one.features[:2] == (2.0, 1.0)


def test_calibration_learns_which_feature_tells() -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(500, 3))
    right = (x[:, 1] + 0.3 * rng.normal(size=500) > 0.5).tolist()
    weights, bias = fit(x.tolist(), right)
    known = Calibration(weights, bias)
    assert abs(weights[1]) > 5 * max(abs(weights[0]), abs(weights[2]))
    mean = float(np.mean([known.chance(row) for row in x.tolist()]))
    assert mean == pytest.approx(np.mean(right), abs=0.01)


def articles() -> list[Article]:
    line = long_case(60)
    read: Pieced = PIECES.read(str(line["text"]))
    gold_here = line["attributions"]
    assert isinstance(gold_here, list)
    unknown = np.full(len(read.pieces), IGNORED, np.int64)
    found = tuple(one for a in gold_here for one in to_words(read.words.spans, a))
    return [Article(read, found, np.zeros_like(unknown), unknown)]


def test_edges_of_windows_move_from_epoch_to_epoch_and_follow_from_the_seed() -> None:
    read = articles()
    one, again, *others = (plan(read, 0, 4, (1, epoch)) for epoch in (0, 0, *range(1, 12)))
    assert one == again
    assert len({frozenset(s.window for batch in batches for s in batch) for batches in others}) > 1
    covered = sorted(n for batch in one for s in batch for n in range(s.window.start, s.window.end))
    assert covered == list(range(len(read[0].text.pieces)))


def test_questions_are_the_gold_cues_and_likely_words_that_are_none() -> None:
    read = articles()
    batch = collate(read, plan(read, 0, 4, (1, 0))[0], PIECES)
    logits = np.random.default_rng(3).normal(size=(*batch.first.shape, 3)).astype(np.float32)
    questions = asked(batch, logits, np.random.default_rng(1))
    assert questions.real.sum() == sum(map(len, batch.gold))
    for row, start, end, real, labels in zip(
        questions.row, questions.start, questions.end, questions.real, questions.roles, strict=True
    ):
        assert (batch.cues[row, start:end] > 0).any() == bool(real)
        assert {1, 3} <= set(labels.tolist()) if real else set(labels.tolist()) <= {0, -100}


@pytest.mark.skipif(not DEV.exists(), reason="the shared corpora are not beside this checkout")
def test_labels_and_windows_lose_nearly_nothing_of_the_corpus() -> None:
    corpus = gold(DEV, 10)
    assert scores(corpus, oracle(corpus, PIECES))["whole_f1"] >= 0.97


@pytest.mark.skipif(not TRAINS, reason="training/requirements.txt is not installed")
def test_batching_and_padding_change_nothing_in_the_model() -> None:
    torch = pytest.importorskip("torch")
    encoder = pytest.importorskip("training.attribution.encoder")
    model = pytest.importorskip("training.attribution.model")
    torch.manual_seed(0)
    for family in ("bert", "mpnet"):
        shape = encoder.Shape(family, 2, 24, 2, 48, 200, 300, 1e-5)
        net = model.Model(encoder.Encoder(shape), size=16).eval()
        ids, mask = torch.randint(3, 200, (2, 12)), torch.ones(2, 12, dtype=torch.long)
        mask[1, 8:] = 0
        first = torch.arange(10)[None].expand(2, -1)
        there = (first < torch.tensor([[10], [6]])).long()
        row, start, end = torch.tensor([0, 1]), torch.tensor([2, 3]), torch.tensor([3, 5])
        with torch.no_grad():
            together, _ = net.roles(net.hidden(ids, mask, first), there, row, start, end)
            short = net.hidden(ids[1:, :8], mask[1:, :8], first[1:, :6])
            alone, _ = net.roles(short, there[1:, :6], row[:1], start[1:], end[1:])
        assert torch.allclose(together[1, :6], alone[0], atol=1e-5), family


def test_the_package_does_not_import_training() -> None:
    package = Path(__file__).parent.parent.parent / "src" / "sayso"
    assert not [file for file in package.rglob("*.py") if "training." in file.read_text(encoding="utf-8")]
