"""Random commands of two writers, against a small model in memory: what counts, is booked, is void."""

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from world import World

WRITERS = ("kommun", "polis")
FIRST, LAST = date(2022, 6, 15), date(2022, 10, 31)  # 61 days before the agreement ends
KINDS = [("walk",), ("dialogue",), ("walk", "dialogue")]
VERDICTS = {"kept": "kept", "partly": "partly", "not-kept": "not_kept"}

writers = st.sampled_from(WRITERS)
kinds = st.sampled_from(KINDS)
counts = st.integers(1, 3)
days = st.sampled_from([0, 1, 30])  # from today: back for what was done, ahead for what is booked
places = st.integers(0, 1000)  # of a record among those that the writer knows


class Event(NamedTuple):
    """One stored record as the model remembers it: `values` of an activity or comment, or what changes."""

    id: str
    at: str
    by: str
    op: str
    of: str | None
    values: dict[str, Any]


class View(NamedTuple):
    """What holds for a writer: records by id, and which of them are void."""

    records: dict[str, Event]
    void: set[str]

    def holding(self, op: str) -> list[Event]:
        """Return the records of an `op` that are not void."""
        return [event for key, event in self.records.items() if event.op == op and key not in self.void]

    @property
    def open_plans(self) -> list[Event]:
        """The plans that nothing has fulfilled."""
        fulfilled = {event.values.get("plan") for event in self.holding("log")}
        return [event for event in self.holding("plan") if event.id not in fulfilled]


class Machine(RuleBasedStateMachine):
    """Two machines with a log each; files are copied from one to the other now and then."""

    home: Path
    numbers = itertools.count()

    def __init__(self) -> None:
        """Begin with the shipped agreement and two empty logs."""
        super().__init__()
        folder = self.home / str(next(self.numbers))
        self.today = FIRST
        self.worlds: dict[str, World] = {}
        self.known: dict[str, dict[str, Event]] = {writer: {} for writer in WRITERS}
        for writer in WRITERS:
            world = World(folder / writer, {"LOFTEN_WRITER": writer, "HOME": str(folder)})
            world.folder.mkdir(parents=True)
            world.folder.joinpath("promises-2022.yaml").write_bytes(AGREEMENT)
            self.worlds[writer] = world.on(FIRST.isoformat())

    # --- the model

    def view(self, writer: str) -> View:
        """Fold what a writer knows, as the format says it."""
        events = self.known[writer].values()
        records = {event.id: event for event in events if event.of is None}
        for event in sorted(events, key=lambda event: (event.at, event.id)):
            if event.op == "amend" and event.of in records:
                old = records[event.of]
                records[event.of] = old._replace(values={**old.values, **event.values})
        return View(records, {event.of for event in events if event.op == "void" and event.of in records})

    def chosen(self, writer: str, place: int) -> Event:
        """Return one of the records that a writer knows."""
        records = sorted(self.view(writer).records.values())
        return records[place % len(records)]

    def newest(self, writer: str, key: str) -> str:
        """Return the newest `at` of a record's history, as the writer knows it."""
        return max(event.at for event in self.known[writer].values() if key in (event.id, event.of))

    # --- commands

    def stored(
        self, writer: str, arguments: list[str], op: str, of: str | None, values: dict[str, Any]
    ) -> None:
        """Run a command that must store one record; every line before it stays as it was."""
        world = self.worlds[writer]
        before = self.files(writer)
        result = world.run(*arguments)
        assert result.code == 0, (arguments, result)
        after = self.files(writer)
        own = next(name for name in after if name.startswith(writer))
        assert after[own][:-1] == before.pop(own, [])
        assert before.items() <= after.items()
        record = next(record for record in world.stored() if record["id"] not in self.known[writer])
        if of is not None:
            assert (record["op"], record["of"], record["reason"]) == (op, of, "fel")
            assert record["at"] > self.newest(writer, of)
        self.known[writer][record["id"]] = Event(record["id"], record["at"], writer, op, of, values)
        self.compare(writer)

    def refused(self, writer: str, arguments: list[str]) -> None:
        """Run a command that must be refused and store nothing."""
        before = self.files(writer)
        result = self.worlds[writer].run(*arguments)
        assert (result.code, result.out) == (2, ""), (arguments, result)
        assert self.files(writer) == before

    def files(self, writer: str) -> dict[str, list[bytes]]:
        """Return the lines of every file of a writer's log."""
        paths = (self.worlds[writer].folder / "log").glob("*.jsonl")
        return {path.name: path.read_bytes().splitlines(keepends=True) for path in paths}

    @rule(writer=writers, kinds=kinds, ago=days, count=counts)
    def log(self, writer: str, kinds: tuple[str, ...], ago: int, count: int) -> None:
        """Log an activity; it fulfils the one open plan of its day and kinds, and is refused with several."""
        day = self.today - timedelta(days=ago)
        arguments = ["log", *kinds, "--date", day.isoformat(), "--count", str(count)]
        values = {"kinds": kinds, "date": day, "count": count}
        fitting = [
            plan
            for plan in self.view(writer).open_plans
            if (plan.values["date"], plan.values["kinds"]) == (day, kinds)
        ]
        if len(fitting) > 1:
            self.refused(writer, arguments)
            arguments += ["--plan", fitting[0].id]
        if fitting:
            values["plan"] = fitting[0].id
        self.stored(writer, arguments, "log", None, values)

    @rule(writer=writers, kinds=kinds, ahead=days, count=counts)
    def plan(self, writer: str, kinds: tuple[str, ...], ahead: int, count: int) -> None:
        """Book an activity."""
        day = self.today + timedelta(days=ahead)
        arguments = ["plan", *kinds, "--date", day.isoformat(), "--count", str(count)]
        self.stored(writer, arguments, "plan", None, {"kinds": kinds, "date": day, "count": count})

    @rule(writer=writers, verdict=st.sampled_from(sorted(VERDICTS)))
    def comment(self, writer: str, verdict: str) -> None:
        """Judge the promise."""
        values = {"date": self.today, "verdict": VERDICTS[verdict]}
        self.stored(writer, ["comment", "5", "--verdict", verdict], "comment", None, values)

    @rule(writer=writers, ahead=st.integers(1, 40))
    def log_what_has_not_been(self, writer: str, ahead: int) -> None:
        """Refuse to log what lies ahead."""
        self.refused(writer, ["log", "walk", "--date", (self.today + timedelta(days=ahead)).isoformat()])

    @precondition(lambda self: any(self.known.values()))
    @rule(
        writer=writers,
        place=places,
        count=counts,
        kinds=kinds,
        day=days,
        fields=st.sets(st.sampled_from("ckd")),
    )
    def amend(
        self, writer: str, place: int, count: int, kinds: tuple[str, ...], day: int, fields: set[str]
    ) -> None:
        """Amend some fields of any record; what is void, a comment or already so is refused."""
        if not self.view(writer).records:
            return
        record = self.chosen(writer, place)
        moved = self.today + timedelta(days=day if record.op == "plan" else -day)
        given: dict[str, tuple[list[str], dict[str, Any]]] = {
            "c": (["--count", str(count)], {"count": count}),
            "k": ([word for kind in kinds for word in ("--kind", kind)], {"kinds": kinds}),
            "d": (["--date", moved.isoformat()], {"date": moved}),
        }
        arguments = ["amend", record.id, "--reason", "fel", *(w for f in sorted(fields) for w in given[f][0])]
        values = {key: value for f in fields for key, value in given[f][1].items()}
        changes = {key: value for key, value in values.items() if record.values.get(key) != value}
        if record.op == "comment" or record.id in self.view(writer).void or not changes:
            self.refused(writer, arguments)
        else:
            self.stored(writer, arguments, "amend", record.id, changes)

    @precondition(lambda self: any(self.known.values()))
    @rule(writer=writers, place=places)
    def void(self, writer: str, place: int) -> None:
        """Make any record void, once."""
        if not self.view(writer).records:
            return
        record = self.chosen(writer, place)
        arguments = ["void", record.id, "--reason", "fel"]
        if record.id in self.view(writer).void:
            self.refused(writer, arguments)
        else:
            self.stored(writer, arguments, "void", record.id, {})

    # --- what happens around them

    @rule(writer=writers)
    def hand_over(self, writer: str) -> None:
        """Copy a writer's file to the other machine."""
        (other,) = set(WRITERS) - {writer}
        self.worlds[writer].hand_over(self.worlds[other])
        self.known[other] |= {key: event for key, event in self.known[writer].items() if event.by == writer}
        self.compare(other)

    @rule(writer=writers, minutes=st.integers(-500, 500))
    def set_clock(self, writer: str, minutes: int) -> None:
        """Put one machine's clock back or forth within the day."""
        world = self.worlds[writer].on(self.today.isoformat())
        world.time += timedelta(minutes=minutes)

    @precondition(lambda self: self.today < LAST)
    @rule(step=st.sampled_from([1, 31]))
    def pass_days(self, step: int) -> None:
        """Let days go by on both machines."""
        self.today += timedelta(days=step)
        for writer, world in self.worlds.items():
            world.on(self.today.isoformat())
            self.compare(writer)

    # --- what must hold

    def compare(self, writer: str) -> None:
        """Find the status and the list as the model says."""
        view, world = self.view(writer), self.worlds[writer]
        status = world.status()
        done, booked = self.figures(view)
        promise = status["promises"][4]
        figures = {target["count"][0]: (target["done"], target["booked"]) for target in promise["targets"]}
        assert figures == {kind: (done[kind], booked[kind]) for kind in ("walk", "dialogue")}
        late = [plan.id for plan in view.open_plans if plan.values["date"] < self.today]
        assert sorted(each["id"] for each in status["records"]["unconfirmed"]) == sorted(late)
        assert status["records"]["counted"] == len(view.holding("log"))
        comments = sorted((each.values["date"], each.at, each.id) for each in view.holding("comment"))
        expected = view.records[comments[-1][-1]].values["verdict"] if comments else None
        assert (promise["verdict"] or {}).get("verdict") == expected
        self.compare_list(view, world)

    def figures(self, view: View) -> tuple[dict[str, int], dict[str, int]]:
        """Return what is done and what is booked of each kind."""
        done, booked = ({"walk": 0, "dialogue": 0} for _ in range(2))
        ahead = [plan for plan in view.open_plans if plan.values["date"] >= self.today]
        for sums, events in ((done, view.holding("log")), (booked, ahead)):
            for event in events:
                for kind in event.values["kinds"]:
                    sums[kind] += event.values["count"]
        return done, booked

    def compare_list(self, view: View, world: World) -> None:
        """Find every activity and plan listed with what it says now, by (date, id)."""
        listed = world.run("list", "--planned", "--voided", "--format", "json").json["records"]
        shown = [
            (
                date.fromisoformat(record["date"]),
                record["id"],
                record["op"],
                tuple(record["kinds"]),
                record.get("count", 1),
                record.get("plan"),
                record["void"],
            )
            for record in listed
        ]
        assert shown == sorted(self.rows(view))

    def rows(self, view: View) -> Iterator[tuple[Any, ...]]:
        """Yield what the list must have, of each activity and plan."""
        for key, event in view.records.items():
            if event.op != "comment":
                values = event.values
                plan = values.get("plan")
                yield (
                    values["date"],
                    key,
                    event.op,
                    values["kinds"],
                    values["count"],
                    plan,
                    key in view.void,
                )


AGREEMENT = (Path(__file__).parents[2] / "data" / "promises-2022.yaml").read_bytes()


@pytest.mark.slow
def test_two_writers(tmp_path: Path) -> None:
    """Whatever two writers do and whenever files are copied, each sees what the records that it has say."""

    class Here(Machine):
        home = tmp_path

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=15,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
