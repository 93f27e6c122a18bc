"""The language: another one only where it is clear, so that no English headline is left unread."""

from __future__ import annotations

import pytest

from sayso.read.language import language_of


@pytest.mark.parametrize(
    "headline",
    [
        "Rebels seize Port Ella, army retreats to Sant Marin barracks",
        "Al-Nadir militants raid Port Ella, peacekeepers respond, envoy says",
        "Martel meets Okonjo, Lindqvist and Sanz in Biarritz, Brussels silent",
        "Junta arrests opposition leaders amid protests in the capital Tamar",
        "Kazan, Tver, Omsk, Perm, Ufa, Orel, Kursk, Tula, Ryazan",
        "Vera Holt: Veria response to Norland over Ostia, Sant Marin",
    ],
)
def test_headlines_full_of_names_are_analysed(headline: str) -> None:
    assert language_of(headline) in (None, "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La flota zarpó al amanecer hacia el puerto, dijo el ministro.", "es"),
        ("Der Minister sagte, die Brücke bleibe bis Montag geschlossen.", "de"),
        ("Le ministre a déclaré que le pont restera fermé jusqu'à lundi.", "fr"),
        ("Министр заявил, что мост останется закрытым до понедельника.", "ru"),
        ("قال الوزير إن الجسر سيبقى مغلقا حتى يوم الاثنين القادم.", "ar"),
        ("The minister said that the bridge would stay shut until Monday.", "en"),
        ("Non.", None),
        ("", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language
