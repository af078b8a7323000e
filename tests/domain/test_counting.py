"""What is counted together: records are told apart by what they say, never by how they were read."""

from medborgarloften.domain.judging.counting import Tally, activity, tallied
from records import did


def test_records_that_say_the_same_are_one_tally() -> None:
    """Also where they were made apart; another note is another thing, and the first one said comes first."""
    records = [did("03-14", "walk", note=note) for note in ("Lugnt", "Mörkt", "Lugnt")]
    assert activity(records[0]) is not activity(records[2])
    assert tallied(records) == [Tally(activity(records[0]), 2), Tally(activity(records[1]), 1)]
