"""What the catalogue says of the models that ship is true of the files."""

from __future__ import annotations

import hashlib
import zlib

import pytest

from sayso.models.catalogue import HERE, PROFILES, Model, Profile, folder, model, models

LARGEST_WHEEL = 95_000_000
REST_OF_IT = 2_000_000


@pytest.mark.parametrize("one", models(), ids=lambda one: one.name)
def test_the_files_are_those_of_the_catalogue(one: Model) -> None:
    for name, digest in one.files.items():
        assert hashlib.sha256((folder(one) / name).read_bytes()).hexdigest() == digest, name
    assert set(one.files) == {f.name for f in folder(one).iterdir()} - {"CARD.md", "meta.json", "causes.json"}


@pytest.mark.parametrize("profile", PROFILES)
def test_a_model_has_a_card_that_names_data_licence_command_and_failures(profile: Profile) -> None:
    one = model("attribution", profile)
    card = (HERE / one.card).read_text(encoding="utf-8")
    for part in (one.name, "Licence", "PolNeAR train", "training.attribution.train", "interval", "## Where it fails"):
        assert part in card, part
    assert one.licence
    assert one.scores["whole_f1_low"] < one.scores["whole_f1"] < one.scores["whole_f1_high"]


def test_the_weights_fit_into_a_wheel() -> None:
    packed = sum(len(zlib.compress(f.read_bytes())) for one in models() for f in folder(one).iterdir())
    assert packed < LARGEST_WHEEL - REST_OF_IT
