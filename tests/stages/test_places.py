"""Where the places of a text lie: the namesake that the words beside it, the text and fame speak for."""

from __future__ import annotations

import pytest

from sayso.document.layer import ENTITIES, PLACES
from sayso.document.records import Location
from sayso.models.sphere import km_between
from sayso.vocabulary.load import vocabulary
from tests.analysed import analysed


def placed(text: str) -> dict[str, Location]:
    """Locations by the words that were looked up."""
    return {found.anchor.words(text): found for found in analysed(text)[PLACES]}


@pytest.mark.parametrize(
    ("text", "name", "country", "near"),
    [
        ("A bus left Paris, Texas, on Monday and reached Dallas at night.", "Paris", "USA", (33.66, -95.56)),
        ("A bus left Paris on Monday and reached Lyon in France at night.", "Paris", "FRA", (48.86, 2.35)),
        ("Farmers marched in Palmira in Colombia. Police came to Cali.", "Palmira", "COL", (3.54, -76.3)),
        ("Farmers marched in Palmira on Monday. Trucks left Cali and Bogota.", "Palmira", "COL", (3.54, -76.3)),
        ("Gunmen entered Palmyra in Syria. Homs was quiet.", "Palmyra", "SYR", (34.56, 38.28)),
        ("Fighting went on in Syria's Palmyra on Sunday.", "Palmyra", "SYR", (34.56, 38.28)),
        ("The Syrian city of Palmyra was shelled again.", "Palmyra", "SYR", (34.56, 38.28)),
        ("Crowds gathered in London, Ontario, and in Hamilton.", "London", "CAN", (42.98, -81.25)),
        ("Crowds gathered in London and in Manchester.", "London", "GBR", (51.51, -0.13)),
        ("Militants went from Tripoli to Sidon in Lebanon.", "Tripoli", "LBN", (34.43, 35.84)),
        (
            "Militias fought in Tripoli, and Misrata sent men. Libya has two governments.",
            "Tripoli",
            "LBY",
            (32.89, 13.19),
        ),
        ("Ships left Havana and Matanzas.", "Havana", "CUB", (23.13, -82.38)),
        ("Cruisers left Cadiz, and Madrid sent Spain's admiral.", "Cadiz", "ESP", (36.53, -6.29)),
        ("Ships waited in Manila.", "Manila", "PHL", (14.6, 120.98)),
        ("A dispatch came from Key West.", "Key West", "USA", (24.56, -81.78)),
        ("Shells fell on Lugansk, Ukrainian officers said.", "Lugansk", "UKR", (48.57, 39.31)),
        ("Troops marched from Aleppo to Deir ez-Zor on Friday.", "Deir ez-Zor", "SYR", (35.34, 40.14)),
        ("Shots were heard in Caracas and in Madrid.", "Madrid", "ESP", (40.42, -3.7)),
    ],
)
def test_the_right_namesake(text: str, name: str, country: str, near: tuple[float, float]) -> None:
    found = placed(text)[name]
    assert found.country == country
    assert found.lat is not None and found.lon is not None
    assert km_between((found.lat, found.lon), near) < 20


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Troops left Homs province on Friday.", "Homs", "province"),
        ("Troops left the province of Homs on Friday.", "Homs", "province"),
        ("Troops left Homs on Friday, and Hama was quiet.", "Homs", "city"),
        ("Fighting went on in the Donbas, near Donetsk.", "Donbas", "region"),
        ("Ships crossed the Black Sea to Odessa.", "Black Sea", "sea"),
        ("Elections were held in Syria in spring.", "Syria", "country"),
        ("Envoys met in Damascus on Friday.", "Damascus", "capital"),
        ("A mayor from Texas spoke in Dallas.", "Texas", "province"),
    ],
)
def test_the_right_kind_of_place(text: str, name: str, kind: str) -> None:
    found = placed(text)[name]
    assert found.kind == kind
    assert found.precision_km is not None and found.precision_km > 0


def test_a_states_namesake_division_may_be_meant() -> None:
    american = placed("Voters in Georgia and Alabama went to the polls. Crowds filled Atlanta.")["Georgia"]
    caucasian = placed("Crowds in Batumi marched as Georgia debated the law. Armenia watched.")["Georgia"]
    assert (american.country, american.kind) == ("USA", "province")
    assert (caucasian.country, caucasian.kind) == ("GEO", "country")


def test_a_name_nobody_knows_has_no_coordinates_and_one_note() -> None:
    analysis = analysed("Villagers in Xubrakistan fled to the town of Oblomsk in the night.")
    missing = [found for found in analysis[PLACES] if found.lat is None]
    assert missing
    assert {found.why.by for found in missing} == {"rule:places.not-in-gazetteer"}
    assert all((f.lon, f.geonames, f.kind, f.precision_km, f.country) == (None,) * 5 for f in missing)
    notes = [note for note in analysis.notes if note.code == "place-missing"]
    assert len(notes) == 1 and "Xubrakistan" in notes[0].message


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("He went to school in Springfield.", "Springfield", "ambiguous"),
        (
            "Wounded men lay in San Ambrosio when ships left Havana and Matanzas for Cuba's coast.",
            "San Ambrosio",
            "unlikely",
        ),
    ],
)
def test_nothing_is_guessed(text: str, name: str, rule: str) -> None:
    found = placed(text)[name]
    assert found.lat is None
    assert found.why.by == f"rule:places.{rule}"


@pytest.mark.parametrize(
    "text",
    [
        "The battleship Maine lay in the harbor when the blast came. The Maine sank at once.",
        "Captain Paris Hamilton wrote a letter, and Hamilton signed it.",
        "Mr. London said that Jack London was a writer.",
        "The Texas Company sold oil.",
    ],
)
def test_ships_people_and_companies_lie_nowhere(text: str) -> None:
    analysis = analysed(text)
    assert analysis[ENTITIES]
    assert [f.anchor.words(text) for f in analysis[PLACES] if f.lat is not None] == []


def test_places_are_of_places_only() -> None:
    analysis = analysed("The Taliban held Kunduz, said General Ahmad Khan of the Afghan army, and Hezbollah watched.")
    kinds = {e.id: e.kind for e in analysis[ENTITIES]}
    assert [kinds[found.entity] for found in analysis[PLACES]] == ["place"]


def test_variants_of_one_name_are_one_place() -> None:
    text = "Gunmen entered Palmyra on Sunday. Soldiers had left Palmira before, officers in Syria said."
    analysis = analysed(text)
    located = [found for found in analysis[PLACES] if found.kind == "city"]
    assert [(round(f.lat or 0, 2), round(f.lon or 0, 2)) for f in located] == [(34.56, 38.28)]


def test_the_same_text_gives_the_same_places() -> None:
    text = "Police in Birmingham and Springfield spoke to Paris and to Georgia; Victoria and San Jose were silent."
    assert analysed(text)[PLACES] == analysed(text)[PLACES]


@pytest.mark.parametrize("group", vocabulary("places"), ids=lambda group: str(group["id"]))
def test_every_group_is_explained(group: dict[str, object]) -> None:
    assert all(group[key] for key in ("id", "definition", "example", "counter"))
