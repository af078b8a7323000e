"""The log is the union of its files: whatever was copied where, how often and in which order."""

from collections.abc import Sequence
from itertools import permutations

from hypothesis import given, strategies as st

from any_record import contents, stamps
from logs import identifier
from medborgarloften.domain.activity import Activity, Amendment, Record, Redaction, Void
from medborgarloften.domain.history import Fold, Ledger
from medborgarloften.files.log.encode import encode

FEW = st.integers(0, 5).map(identifier)  # so that records meet, correct and contradict each other
File = Sequence[Record]


@st.composite
def _records(draw: st.DrawFn) -> Record:
    op = draw(st.sampled_from(sorted(contents)))
    content = draw(contents[op])
    if isinstance(content, Amendment | Void | Redaction):
        content = content._replace(of=draw(FEW))
    return Record(draw(FEW), draw(stamps), op, content, draw(st.booleans()))


@st.composite
def _files(draw: st.DrawFn) -> list[File]:
    """Draw files in which records occur that others have too, whole, edited by hand, or redacted."""
    pool = draw(st.lists(_records(), min_size=1, max_size=8))
    copies = [*pool, *(each._replace(fits=not each.fits) for each in pool)]
    copies += [_redacted(each) for each in pool]
    return draw(st.lists(st.lists(st.sampled_from(copies), max_size=6), max_size=4))


def _redacted(record: Record) -> Record:
    if not isinstance(record.content, Activity):
        return record
    return record._replace(content=record.content._replace(note=None, redacted=True), fits=False)


def folded(*files: File) -> Ledger:
    """Return what holds, of files in this order."""
    fold = Fold(encode)
    for file in files:
        fold.add(file)
    return fold.ledger()


@given(_files())
def test_the_order_of_files_does_not_matter(files: list[File]) -> None:
    """Folding is commutative: the same holds, the same is pending, the same is in conflict."""
    whole = folded(*files)
    for order in permutations(files):
        assert folded(*order) == whole


@given(_files())
def test_the_order_of_lines_does_not_matter(files: list[File]) -> None:
    """A file that another program sorted says the same."""
    assert folded(*(list(reversed(file)) for file in files)) == folded(*files)


@given(_files())
def test_how_files_are_joined_does_not_matter(files: list[File]) -> None:
    """Folding is associative: two files, or one that holds both."""
    whole = [record for file in files for record in file]
    assert folded(whole) == folded(*files)
    for place in range(len(files)):
        joined = [record for file in files[place:] for record in file]
        assert folded(*files[:place], joined) == folded(*files)


@given(_files())
def test_files_that_are_there_twice_do_not_matter(files: list[File]) -> None:
    """Folding is idempotent."""
    assert folded(*files, *files) == folded(*files)


@given(_files())
def test_every_record_is_somewhere_once(files: list[File]) -> None:
    """No id is dropped in silence, and none is in two places."""
    ledger = folded(*files)
    places = (ledger.activities, ledger.plans, ledger.comments, ledger.voided)
    others = (*ledger.corrections, *ledger.acceptances)
    found = [key for place in places for key in place] + [each.id for each in others]
    assert sorted(found) == sorted({record.id for file in files for record in file})
    assert {each.id for each in ledger.pending} <= {each.id for each in ledger.corrections}
    assert set(ledger.conflicts) <= set(found)


@given(_files())
def test_what_is_redacted_shows_no_text(files: list[File]) -> None:
    """Neither an amendment nor a copy brings back what a redacted copy has lost."""
    whole = {record.id for file in files for record in file if getattr(record.content, "redacted", False)}
    ledger = folded(*files)
    for place in (ledger.activities, ledger.plans, ledger.comments, ledger.voided):
        for key, record in place.items():
            if key in whole:
                assert getattr(record.content, "redacted", True)
