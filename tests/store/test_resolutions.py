"""What a person says became of a forecast is only ever added, and holds after the text is read again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.store import Store, StoreError, writer
from sayso.store.resolutions import Resolution, resolutions, resolve, standing, undo
from tests.kept import keep
from tests.outlooks import DAM


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = keep(tmp_path / "dam.db", DAM)
    yield opened
    opened.close()


def stands(store: Store) -> dict[str, str]:
    with store.read() as connection:
        return {claim: one.outcome for claim, one in standing(resolutions(connection)).items()}


def test_what_became_of_it_is_kept_with_who_says_so(store: Store) -> None:
    made = resolve(store, "c0", "yes", "c5", "two days before the limit", "Ada")
    with store.read() as connection:
        assert resolutions(connection) == [(made, None)]
    assert made == Resolution(
        1,
        "c0",
        "yes",
        "c5",
        "two days before the limit",
        "Ada",
        made.made,
        "Unless the rains stop, the dam will probably break before June",
        "dam.txt",
    )


def test_the_last_one_stands_and_undo_brings_back_the_one_before(store: Store) -> None:
    resolve(store, "c0", "no")
    resolve(store, "c0", "partly")
    assert stands(store) == {"c0": "partly"}
    assert undo(store, "c0").outcome == "undone"
    assert stands(store) == {"c0": "no"}
    undo(store, "c0")
    assert stands(store) == {}
    resolve(store, "c0", "yes")
    assert stands(store) == {"c0": "yes"}
    with store.read() as connection:
        assert len(resolutions(connection)) == 5


@pytest.mark.parametrize("deed", ["UPDATE resolution SET outcome = 'no'", "DELETE FROM resolution"])
def test_the_file_itself_refuses_to_change_one(deed: str, store: Store) -> None:
    resolve(store, "c0", "yes")
    with pytest.raises((StoreError, Exception), match="never changed"), store.write() as connection:
        connection.exec_driver_sql(deed)
    assert stands(store) == {"c0": "yes"}


def test_it_holds_after_the_text_is_read_again_by_another_pipeline(store: Store) -> None:
    resolve(store, "c0", "yes")
    run = writer.begin_run(store, "test", "test-2", {})
    assert writer.write(store, DAM.form(), None, "test-2", run)
    assert stands(store) == {"c0": "yes"}


@pytest.mark.parametrize(
    ("claim", "evidence", "said"),
    [
        ("x", None, "no claim here has the id 'x'"),
        ("", None, "no claim here has the id ''"),
        ("c", None, "several ids begin with 'c': c0, c1, c2, c3, c4 and 1 more"),
        ("c5", None, "c5 is no forecast but a report (“The dam broke on 3 May”)"),
        ("c0", "c%", "no claim here has the id 'c%'"),
    ],
)
def test_an_id_that_will_not_do_is_refused_with_the_way_out(
    claim: str, evidence: str | None, said: str, store: Store
) -> None:
    with pytest.raises(UsageError) as refused:
        resolve(store, claim, "yes", evidence)
    assert said in str(refused.value)
    assert "sayso forecasts" in str(refused.value) or "give more of it" in str(refused.value)
    assert stands(store) == {}


def test_nothing_is_undone_where_nothing_stands(store: Store) -> None:
    with pytest.raises(UsageError, match="nothing is resolved under the id 'c0'"):
        undo(store, "c0")
    resolve(store, "c0", "yes")
    undo(store, "c0")
    with pytest.raises(UsageError, match="nothing is resolved"):
        undo(store, "c0")
