"""Every state and every outcome of a bucket is told: by a symbol, a colour and words, in every format."""

import json
import re
from typing import get_args

import pytest

from medborgarloften.domain.judging.standing import Buckets, BucketState, State
from medborgarloften.domain.per import Per
from medborgarloften.domain.promise import Ended, Promise, Revision, Text
from medborgarloften.domain.report.build import Report
from medborgarloften.render import grids, to_csv, to_html, to_json, to_markdown
from medborgarloften.render.page.strips import strips
from medborgarloften.render.to_terminal.canvas import Terminal
from medborgarloften.render.to_terminal.rows import COLOURS, buckets_bar
from medborgarloften.render.to_terminal.status import Screen, status
from medborgarloften.render.words import phrases
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import NO_BREAK, Words
from records import day, did, fold, promise, target
from reports import EN, SV, report, rich

STATES: tuple[State, ...] = get_args(State)
BUCKET_STATES: tuple[BucketState, ...] = get_args(BucketState)
PLAIN = (
    "undetermined",
    "withdrawn",
    "not_started",
    "ongoing",
    "nothing_logged",
    "no_need",
)  # of no colour on a page

ENDED = promise(target("walk"), name="Avslutat", ended=Ended(day("03-20"), Text("KS § 9", "KS § 9 (en)")))
REVISED = promise(
    target("walk", at_least=6, revised=(Revision(day("03-10"), 4, Text("KS § 11", "KS § 11 (en)")),)),
    name="Ändrat",
)
UNKNOWN = promise(target("patrol", at_least=1, per=Per("week")), name="Veckor")
COULD = promise(target("dialogue", at_least=20), name="Kanske")
ABOUT = promise(target("walk", at_least=2), name="Ungefär")
BESIDE = promise(target("walk", at_least=9), counts=("patrol",), name="Både och")
PROMISES = (ENDED, REVISED, UNKNOWN, COULD, ABOUT, BESIDE)
LOG = (
    did("01-01/03-31", "patrol", occasions=9),
    did("02-01", "walk", approx=True, occasions=2),
    did("2021-12-20/2022-03-10", "dialogue", occasions=5),
)
WORDS: dict[str, tuple[str, ...]] = {
    "sv": (
        "upphörde i förtid",
        "Upphörde den 20 mars 2022: KS § 9",
        "Ändrat från 6 till 4 den 10 mars 2022: KS § 11",
        "minst 1 av 12 veckor; oklart vilka",
        "som mest 5 om allt osäkert räknas in",
        "uppfyllt (ca)",
    ),
    "en": (
        "ended early",
        "Ended on 20 March 2022: KS § 9 (en)",
        "Changed from 6 to 4 on 10 March 2022: KS § 11 (en)",
        "at least one of 12 weeks missed; not known which",
        "at most 5 if everything uncertain is counted",
        "met (approx.)",
    ),
}

both = pytest.mark.parametrize("words", [SV, EN], ids=["sv", "en"])


def plain(text: str) -> str:
    """Return a text with plain spaces, and without what only breaks or escapes it."""
    return re.sub(r"\s+", " ", text.replace(NO_BREAK, " ").replace("<wbr>", "").replace("\\", ""))


def of(*promises: Promise) -> Report:
    """Return the report of March on these promises."""
    return report(*LOG, of=rich(*promises), whole="2022-03")


# --- states


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_a_symbol_a_colour_and_words(state: State) -> None:
    """Nobody has to tell two states by their colour: the words of all are different."""
    assert len(phrases.SYMBOLS[state]) == 1
    assert state in COLOURS
    for words in (SV, EN):
        said = [words.say(f"state.{other}") for other in STATES]
        assert said.count(words.say(f"state.{state}")) == 1


@pytest.mark.parametrize("state", [state for state in STATES if state not in PLAIN])
def test_every_coloured_state_has_a_rule_on_the_page(state: State) -> None:
    """The style sheet of a report has a colour for what is good, late, lost, booked or not known."""
    page = to_html.report(SV, of(*PROMISES)).decode()
    assert re.search(rf"^[^{{]*\.{state}\b[^{{]*\{{[^}}]*color", page, re.MULTILINE), state


@pytest.mark.parametrize("state", BUCKET_STATES)
def test_every_outcome_of_a_bucket_can_be_drawn(state: BucketState) -> None:
    """Each has a box of its own on the page, told apart without colours."""
    value = of(UNKNOWN)
    progress = value.promises[0].progress.targets[0]
    assert progress.buckets is not None
    every = progress.buckets.all

    def drawn(outcome: BucketState) -> str:
        one = Buckets(Per("week"), (every[5]._replace(state=outcome),))
        return strips(Voice(SV, value.agreement), value, "key", "name", progress._replace(buckets=one)).svg

    boxes = [re.sub(r"<(title|desc).*?</\1>", "", drawn(outcome)) for outcome in BUCKET_STATES]
    assert boxes.count(boxes[BUCKET_STATES.index(state)]) == 1


@pytest.mark.parametrize("state", BUCKET_STATES)
def test_every_outcome_of_a_bucket_has_a_sign_in_the_terminal(state: BucketState) -> None:
    """Each of its own, so that they are told apart without colours; a cut one has none."""
    progress = of(UNKNOWN).promises[0].progress.targets[0]
    assert progress.buckets is not None
    one = progress.buckets.all[5]._replace(state=state)
    signs = {"met": "█", "unmet": "✗", "unknown": "?", "open": "░", "cut": ""}
    assert buckets_bar(Buckets(Per("week"), (one,)), 20).plain == signs[state]


# --- what is new, in every format


@both
def test_what_is_new_is_on_the_page(words: Words) -> None:
    """Decisions, what is not known, what could have been done, what is met only about, and what is beside."""
    value = of(*PROMISES)
    for text in (to_html.report(words, value), to_markdown.report(words, value)):
        for wanted in (*WORDS[words.language], words.say("report.beside", parts="9 patrols")):
            assert wanted in plain(text.decode()), wanted


@both
@pytest.mark.parametrize("width", [80, 120])
def test_what_is_new_is_in_the_terminal(words: Words, width: int) -> None:
    """The same in the table of `status`."""
    view = of(*PROMISES).view
    text = plain(status(words, Screen(view, fold(LOG), [], [], [], None), Terminal(width, None)))
    for wanted in (*WORDS[words.language], f"9 patrols · {words.say('status.no_number')}"):
        assert wanted in text, wanted


@both
def test_what_is_new_is_in_tables_and_documents(words: Words) -> None:
    """CSV has states and unknown buckets; JSON has all of it in fields."""
    value = of(*PROMISES)
    rows = plain(to_csv.grid(grids.status(words, value.view)))
    assert words.say("state.withdrawn") in rows
    assert words.say("state.met_about") in rows
    assert words.say("grid.unknown") in rows
    document = json.loads(to_json.report(words, value))
    ended, _, weeks, maybe, about, _ = (one["targets"][0] for one in document["status"]["promises"])
    assert (ended["state"], maybe["could"], about["met_exactly"]) == ("withdrawn", 5, False)
    assert weeks["buckets"]["unfillable"] is True
    assert len(weeks["buckets"]["unknown"]) == 12
