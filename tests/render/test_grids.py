"""Plain grids: the status and lists of records in words, cell by cell."""

from datetime import date

from medborgarloften.domain.activity import Record
from medborgarloften.domain.overview import overview
from medborgarloften.domain.promise import Agreement
from medborgarloften.render import grids
from medborgarloften.render.grids import Grid
from medborgarloften.render.words.wording import NO_BREAK, Words
from records import agreement, amended, by_end_of, comment, did, ledger, planned, promise, target, voided

AGREED = agreement(
    promise(target("walk"), target("dialogue", at_least="2.5", of="hours"), name="walks"),
    promise(counts=("patrol",), name="patrols"),
)
SWEDISH, ENGLISH = Words("sv"), Words("en")


def plain(grid: Grid) -> list[tuple[str, ...]]:
    """Return the rows with plain spaces; every row has a cell for each title."""
    assert all(len(row) == len(grid.titles) for row in grid.rows)
    return [tuple(cell.replace(NO_BREAK, " ") for cell in row) for row in grid.rows]


def status(words: Words, *records: Record) -> list[tuple[str, ...]]:
    """Return the rows of a status as of 2 April."""
    view = overview((AGREED,), ledger(*records), by_end_of("04-02"), ended=False)
    return plain(grids.status(words, view))


def listed(words: Words, *records: Record) -> list[tuple[str, ...]]:
    """Return the rows of a list of all activities, plans and what is void, without their ids."""
    folded = ledger(*records)
    shown = {**folded.activities, **folded.plans, **folded.voided}.values()
    grid = grids.records(words, _agreed, folded, sorted(shown, key=lambda record: record.id))
    return [row[1:] for row in plain(grid)]


def _agreed(_: Record) -> Agreement:
    return AGREED


def test_the_status_of_an_empty_log() -> None:
    """A row for each target and for each promise without a number; what there is not is empty, not zero."""
    assert status(SWEDISH) == [
        ("1", "walks", "walks", "0", "4", "0", "4", "2022-04-02", "ligger efter", ""),
        ("1", "walks", "hours (dialogues)", "0", "2,5", "0", "2,5", "2022-12-31", "ligger efter", ""),
        ("2", "patrols", "", "0", "", "", "", "", "inget registrerat", ""),
    ]


def test_the_status_of_a_log() -> None:
    """What is done, booked and missing, approximate where it is, and what a person said of the promise."""
    rows = status(
        ENGLISH,
        did("03-14", "walk", occasions=4),
        did("03-15", "dialogue", hours="1.25"),
        planned("05-01", "dialogue", hours="1"),
        did("03-01/03-31", "patrol", occasions=24000, approx=True),
        comment("walks", "03-31", "partly"),
    )
    verdict = "Verdict of 31 March 2022: partly kept. Ord."
    assert rows == [
        ("1", "walks", "walks", "4", "4", "0", "0", "", "met", verdict),
        ("1", "walks", "hours (dialogues)", "1.25", "2.5", "1", "0.25", "2022-12-31", "on track", verdict),
        ("2", "patrols", "", "about 24,000", "", "", "", "", "ongoing", ""),
    ]


def test_the_columns_of_numbers() -> None:
    """Figures stand to the right: the number, done, promised, booked and missing."""
    view = overview((AGREED,), ledger(), by_end_of("04-02"), ended=False)
    grid = grids.status(SWEDISH, view)
    numeric = [title for place, title in enumerate(grid.titles) if place in grid.numeric]
    assert numeric == ["Nr", "Gjort", "Utlovat", "Inbokat", "Saknas"]


def test_everything_of_an_activity() -> None:
    """When, what, where, who and all that was noted of it; ids that no agreement knows as they are."""
    rows = listed(
        SWEDISH,
        did("03-14", "walk", "dialogue", areas=("hagalund", "elsewhere"), parties=("police", "city")),
        did(
            "03-01/03-31",
            "patrol",
            occasions=24,
            approx=True,
            tags=("lighting",),
            hours="2.5",
            source="Polisen",
        ),
        did("03-16", "walk", note="Mörkt", ref="KS-17", redacted=True),
    )
    assert rows == [
        ("14 mars 2022", "walk och dialogue", "hagalund och elsewhere", "police och city", "", ""),
        ("mars 2022", "ca 24 patrols", "", "", "lighting · 2,5 hours · enligt Polisen", ""),
        ("16 mars 2022", "walk", "", "", "(maskad) · Mörkt · KS-17", ""),
    ]


def test_the_marks() -> None:
    """Booked, carried out or cancelled; void; amended, which what is void or booked may be too."""
    plain_walk, wrong, double, both = (did("03-14", "walk") for _ in range(4))
    ahead, done, cancelled, moved = (planned("05-01", "walk") for _ in range(4))
    rows = listed(
        SWEDISH,
        *(plain_walk, wrong, double, both, ahead, done, cancelled, moved),
        *(amended(wrong, occasions=2), voided(double), amended(both, occasions=2), voided(both)),
        *(voided(cancelled), amended(moved, day=date(2022, 6, 1)), did("05-01", "walk", plan=done.id)),
    )
    assert [row[-1] for row in rows] == [
        *("", "rättad", "makulerad", "makulerad, rättad"),
        *("inbokad", "genomförd", "inställd", "inbokad, rättad", ""),
    ]


def test_a_plan_is_not_carried_out_by_what_is_void() -> None:
    """A void activity leaves its plan booked."""
    plan = planned("05-01", "walk")
    walk = did("05-01", "walk", plan=plan.id)
    assert [row[-1] for row in listed(ENGLISH, plan, walk, voided(walk))] == ["booked", "voided"]


def test_the_ids_are_the_shortest_that_name_a_record() -> None:
    """Also among records that the list does not show, such as comments and corrections."""
    walk = did("03-14", "walk")
    other = comment("walks", "03-31")._replace(id=f"ffffffff{walk.id[8:]}")
    grid = grids.records(SWEDISH, _agreed, ledger(walk, other), [walk])
    assert grid.rows[0][0] == walk.id[-29:]
    alone = grids.records(SWEDISH, _agreed, ledger(walk), [walk])
    assert alone.rows[0][0] == walk.id[-4:]
