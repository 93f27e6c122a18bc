"""Web pages of several layouts: the article in, the menus out, and how the day is known."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.read import Given
from tests.read.taken import document, loss

FIRST = "The harbour board shut the bridge at Port Ella on Monday after a bolt of the third span was found broken."
SECOND = "“It is not safe,” said Vera Holt, who chairs the board. “We will not open it before the spring of next year.”"
THIRD = (
    "The ferry will run every hour until then, and the town will pay for it, the clerk of the council told reporters."
)
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
MENU = '<nav><ul><li><a href="/">Home page</a></li><li><a href="/sport">Sport of the day</a></li></ul></nav>'
FOOT = "<footer><p>Ella Gull, Quay Street. All rights reserved.</p></footer>"
RELATED = '<aside class="related"><h3>Read also</h3><ul><li><a href="/2">Ferry sinks off Ostia</a></li></ul></aside>'
FIGURE = '<figure><img src="a.jpg"><figcaption>Cars wait at the quay at dawn.</figcaption></figure>'


def page(body: str, head: str = "", start: str = "<!DOCTYPE html>") -> bytes:
    head = f"<head><title>Bridge shut at Port Ella</title>{head}</head>"
    return f'{start}<html lang="en">{head}<body>{body}</body></html>'.encode()


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            f"{MENU}<article><h1>Bridge shut at Port Ella</h1>{FIGURE}{BODY}</article>{RELATED}{FOOT}", id="article"
        ),
        pytest.param(
            f"{MENU}<div><div><div class='story-body'><div>{BODY}</div></div></div></div>{RELATED}{FOOT}",
            id="nested divs",
        ),
        pytest.param(
            f"<header>{MENU}</header><main><section><h1>Bridge shut at Port Ella</h1>{BODY}</section></main>{FOOT}",
            id="main",
        ),
        pytest.param(
            f"{MENU}<div id='content'><h1>Bridge shut at Port Ella</h1><div class='text'>{BODY}</div></div>{FOOT}",
            id="content",
        ),
        pytest.param(f"{MENU}<h1>Bridge shut at Port Ella</h1>{BODY}{FOOT}", id="no container"),
    ],
)
def test_the_article_without_the_page_around_it(body: str) -> None:
    found = document(page(body), ".html")
    assert found.characters == "\n\n".join(["Bridge shut at Port Ella", FIRST, SECOND, THIRD])
    assert found.title == "Bridge shut at Port Ella"


JSON_LD = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",'
    ' "headline": "Bridge shut at Port Ella",'
    ' "datePublished": "1931-05-12T06:00:00Z", "author": {"@type": "Person", "name": "Ada Quill"},'
    ' "publisher": {"@type": "Organization", "name": "Ella Gull"}}</script>'
)
OPEN_GRAPH = (
    '<meta property="og:title" content="Bridge shut at Port Ella"><meta property="og:site_name" content="Ella Gull">'
    '<meta property="og:url" content="http://gull.example/bridge"><meta name="author" content="Ada Quill">'
    '<meta property="article:published_time" content="2011-05-12T06:00:00Z">'
)


@pytest.mark.parametrize(
    ("head", "day"), [(JSON_LD, date(1931, 5, 12)), (OPEN_GRAPH, date(2011, 5, 12))], ids=["JSON-LD", "OpenGraph"]
)
def test_what_the_page_says_of_itself(head: str, day: date) -> None:
    found = document(page(f"<article>{BODY}</article>", head), ".html")
    assert (found.outlet, found.authors, found.title) == ("Ella Gull", ("Ada Quill",), "Bridge shut at Port Ella")
    assert (found.published, found.published_basis) == (day, "metadata")


def test_the_day_in_a_dateline_is_stated() -> None:
    found = document(
        page(f"<article><p>PORT ELLA, May 3, 1930 (Gull Wire) - {FIRST}</p><p>{SECOND}</p></article>"), ".html"
    )
    assert (found.published, found.published_basis) == (date(1930, 5, 3), "stated")


def test_a_day_found_somewhere_on_the_page_is_a_guess() -> None:
    found = document(page(f"<article>{BODY}</article><div class='footer'>2014-03-02</div>"), ".html")
    assert (found.published, found.published_basis) == (date(2014, 3, 2), "guess")


@pytest.mark.parametrize(
    "mark", ["<time datetime='2014-03-02'>March 2</time>", "<span class='post-date'>2014-03-02</span>"]
)
def test_a_day_marked_as_such_is_metadata(mark: str) -> None:
    found = document(page(f"<article>{mark}{BODY}</article>"), ".html")
    assert (found.published, found.published_basis) == (date(2014, 3, 2), "metadata")


def test_no_day_is_unknown_and_the_caller_wins() -> None:
    plain = page(f"<article>{BODY}</article>")
    assert document(plain, ".html").published_basis == "unknown"
    told = document(
        page(f"<article>{BODY}</article>", JSON_LD), ".html", Given(published=date(1931, 5, 13), title="Shut")
    )
    assert (told.published, told.published_basis, told.title) == (date(1931, 5, 13), "given", "Shut")
    assert told.characters.startswith("Bridge shut at Port Ella\n\n")


@pytest.mark.parametrize(
    ("encoding", "claim"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "iso-8859-1"),
        ("utf-8", "windows-1251"),
        ("cp1252", "utf-8"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "no-such-charset"),
        ("cp1252", None),
        ("utf-16", "utf-8"),
    ],
)
def test_a_page_may_claim_the_wrong_encoding(encoding: str, claim: str | None) -> None:
    head = f'<meta charset="{claim}">' if claim else ""
    content = page(f"<article>{BODY}</article>", head).decode().encode(encoding)
    assert SECOND in document(content, ".html").characters


def test_a_claim_that_fits_is_believed() -> None:
    russian = "<p>Мост закрыт до весны, сообщил совет порта в понедельник. Паром ходит каждый час.</p>" * 3
    found = document(page(russian, '<meta charset="windows-1251">').decode().encode("cp1251"), ".html")
    assert "Мост закрыт до весны" in found.characters
    assert found.language == "ru"


@pytest.mark.parametrize(
    "start",
    ['<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>', '<?xml version="1.0"?>', "\n\n <!doctype HTML>"],
)
def test_pages_are_known_without_an_ending(start: str) -> None:
    assert FIRST in document(page(f"<article>{BODY}</article>", start=start)).characters


def test_entities_are_read_as_the_characters_they_stand_for() -> None:
    body = (
        f"<article><p>{FIRST}</p><p>Holt &amp; Sons &#8220;paid&#8221; &pound;5 to the caf&eacute;"
        " &lt;on the quay&gt;, the clerk said on Monday.</p>"
        f"<p>{THIRD}</p></article>"
    )
    assert "Holt & Sons “paid” £5 to the café <on the quay>" in document(page(body), ".html").characters


@pytest.mark.parametrize(
    "content",
    [
        page("<script>var text = 'The bridge is shut.';</script>"),
        page(MENU),
        page(""),
        b"<html>",
        b"<html><body><p>",
        b" ",
    ],
    ids=["a script", "a menu", "an empty body", "an open tag", "open tags", "nothing"],
)
def test_a_page_without_an_article_is_a_loss_with_a_way_out(content: bytes) -> None:
    found = loss(content, ".html")
    assert found.code == "no-article"
    assert "save its text as .txt" in found.message


def test_nested_tags_are_read_and_endless_ones_are_a_loss() -> None:
    assert FIRST in document(page("<div>" * 100 + BODY + "</div>" * 100), ".html").characters
    assert loss(page("<div>" * 5_000 + BODY + "</div>" * 5_000), ".html").code == "no-article"


def test_a_page_in_another_language_is_kept() -> None:
    spanish = (
        "<p>El puente de Puerto Ella quedará cerrado hasta la primavera, dijo el lunes la junta del puerto.</p>" * 3
    )
    assert document(page(f"<article>{spanish}</article>"), ".html").language == "es"


def test_a_page_of_five_megabytes() -> None:
    paragraphs = "".join(f"<p>{FIRST} This was notice {number} of the board.</p>" for number in range(400))
    script = "<script>" + "var a = 'bridge';" * 290_000 + "</script>"
    content = page(f"<article>{paragraphs}</article>{script}")
    assert len(content) > 4_900_000
    assert document(content, ".html").characters.count("of the board.") == 400


def test_a_title_that_the_caller_gives_is_not_written_into_the_text() -> None:
    content = page(f"<article><h1>Bridge shut at Port Ella</h1>{BODY}</article>")
    plain, titled = document(content, ".html"), document(content, ".html", Given(title="My own words"))
    assert titled.text == plain.text
    assert (plain.title, titled.title) == ("Bridge shut at Port Ella", "My own words")
