"""Whatever the target and the log: everything that shows them works, in both languages and in every width."""

import json

import pytest
from hypothesis import given, settings, strategies as st
from rich.cells import cell_len

from any_target import Case, as_target, cases
from medborgarloften.domain.alarm import alarms
from medborgarloften.domain.integrity.health import Health
from medborgarloften.domain.judging.promises import judge
from medborgarloften.domain.overview import Overview, overview, share
from medborgarloften.domain.period import Period
from medborgarloften.domain.promise import Agreement, Target
from medborgarloften.domain.report.build import Report, build
from medborgarloften.render import grids, to_html, to_json, to_markdown
from medborgarloften.render.answers import messages, promises
from medborgarloften.render.answers.effects import effects
from medborgarloften.render.to_terminal import status
from medborgarloften.render.to_terminal.canvas import Terminal
from medborgarloften.render.words.voice import Voice
from medborgarloften.render.words.wording import Words
from records import AREAS, agreement, fold, promise

SEEDS = st.integers(0)
BOTH = [Words("sv"), Words("en")]


def agreed(goal: Target) -> Agreement:
    """Return an agreement with the target alone, and with it twice in one promise."""
    window = goal.window
    return agreement(
        promise(goal, window=window), promise(goal, goal, name="b", window=window), period=window
    )


def reported(case: Case, made: Agreement) -> Report:
    """Return the report of the whole agreement up to the case's day."""
    last = min(max(case.view.as_of, made.period.first), made.period.last)
    whole = Period.of(made.period.first, made.period.last)
    return build((made,), fold(case.records), Health(), whole, last, with_planned=True)


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_the_status_fits_and_says_everything(seed: int) -> None:
    """No line is wider than the terminal; a grid has a row for each target and area; the alarm is right."""
    for case in cases(seed, 5):
        made, held = agreed(as_target(case.wish)), fold(case.records)
        view = overview((made,), held, case.days, ended=False)
        shown = status.Screen(view, held, [], [], [share(view, held, "areas", AREAS[0])], None)
        for words in BOTH:
            for width in (60, 80, 120):
                table = status.status(words, shown, Terminal(width, None))
                assert max(map(cell_len, table.splitlines())) <= width
            assert len(grids.status(words, view).rows) == 3 * _rows(view)
            news = alarms(view, case.view.as_of)
            assert bool(messages.alarm(words, view, news)) == bool(news)


def _rows(view: Overview) -> int:
    return 1 + len(view.promises[0].targets[0].areas)


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_every_record_has_an_answer(seed: int) -> None:
    """Whatever is logged of the target's kinds, the answer says something, and nothing twice."""
    for case in cases(seed, 5):
        goal = as_target(case.wish)
        made, held = agreed(goal), fold(case.records)
        standing = judge(made, held, case.days)
        for record in held.activities.values():
            for words in BOTH:
                lines = effects(Voice(words, made), standing, record)
                assert len(lines) == len(set(lines))
                assert bool(lines) == any(kind in goal.kinds for kind in getattr(record.content, "kinds", ()))


@pytest.mark.parametrize("words", BOTH, ids=["sv", "en"])
@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_every_format_has_a_report(words: Words, seed: int) -> None:
    """HTML, Markdown and JSON are made of it; the promise is told in each; the JSON has each bucket."""
    for case in cases(seed, 3):
        made = agreed(as_target(case.wish))
        value = reported(case, made)
        _, lines = promises.promise_lines(Voice(words, made), made.promises[0])
        assert all(lines)
        for text in (to_html.report(words, value), to_markdown.report(words, value)):
            assert text.count(b"promise") >= 1
        document = json.loads(to_json.report(words, value))
        (goal,) = document["promises"][0]["targets"]
        own = value.promises[0].progress.targets[0].buckets
        assert (goal["buckets"] is None) == (own is None)
        assert len(goal["buckets"] or ()) == len(own.all if own else ())
