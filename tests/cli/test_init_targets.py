"""`loften init --year` for targets of every shape: moved days and holidays, and what cannot be moved."""

from datetime import date
from pathlib import Path

import pytest

from medborgarloften.files.promise_file.next_period import Move, moved
from medborgarloften.files.promise_file.read import checked
from medborgarloften.render.words.wording import NO_BREAK
from shapes import AGREEMENT, workspace
from world import World

HEAD = """\
loften: 1
municipality: Solna
title: Löften
period: {from: 2024-01-01, to: 2024-12-31}
areas: {centrum: {name: Centrum}}
kinds: {patrol: {name: fotpatrull, plural: fotpatruller}}
promises:
  - id: patrols
    text: Fotpatruller
    targets:
"""
HOLIDAYS = """\
      - count: patrol
        at_least: 1
        except:  # helgdagar
          # påsk
          - 2024-03-29
          - '2024-04-01' # annandagen
          - "2024-12-24"
      - {count: patrol, at_least: 2, except: [2024-02-29, 2024-06-06]}
"""


def town(folder: Path, targets: str) -> World:
    """Return a workspace with an agreement of 2024 that has these targets."""
    world = workspace(folder / "solna")
    (world.folder / "promises-2022.yaml").unlink()
    (world.folder / "promises-2024.yaml").write_text(HEAD + targets, encoding="utf-8")
    return world.on("2024-12-01")


def test_holidays_are_moved_and_marked() -> None:
    """An exception keeps its day of the year, its quotes and comments; each is to be confirmed."""
    text = moved(HEAD + HOLIDAYS, "a.yaml", Move(months=12), "KOLLA")
    first, second = checked(text.encode(), "b.yaml").promises[0].targets
    assert first.exceptions == {date(2025, 3, 29), date(2025, 4, 1), date(2025, 12, 24)}
    assert second.exceptions == {date(2025, 2, 28), date(2025, 6, 6)}
    lines = text.splitlines()
    for line in (
        "        except:  # helgdagar",
        "          # påsk",
        "          - 2025-03-29  # KOLLA",
        "          - '2025-04-01' # annandagen  # KOLLA",
        '          - "2025-12-24"  # KOLLA',
        "      - {count: patrol, at_least: 2, except: [2025-02-28, 2025-06-06]}  # KOLLA",
    ):
        assert line in lines, line


def test_every_shape_can_be_moved(tmp_path: Path) -> None:
    """The draft is the same text with other days, is valid, and has a mark on every number and holiday."""
    world = workspace(tmp_path / "solna")
    assert world.run("init", "--year", "2023").code == 0
    text = (world.folder / "promises-2023.yaml").read_text(encoding="utf-8")
    new = [line.removesuffix("  # BEKRÄFTA för 2023") for line in text.splitlines()[2:]]
    new.remove("draft: true")
    old = AGREEMENT.splitlines()
    changed = [after.strip() for before, after in zip(old, new, strict=True) if before != after]
    assert changed == [
        "period: {from: 2023-01-01, to: 2023-12-31}",
        "except: [2023-06-24]",
        "from: 2023-07-01",
        "to: 2023-07-31",
    ]
    marked = [line for line in text.splitlines() if line.endswith("# BEKRÄFTA för 2023")]
    assert sum("at_least" in line for line in marked) == AGREEMENT.count("at_least")
    assert sum("except" in line for line in marked) == 1
    assert world.on("2023-02-01").status()["period"]["from"] == "2023-01-01"


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("at_least: 1, per: week, from: 2024-04-01, to: 2024-04-07", "per: week"),
        ("at_least: 29, of: days, months: [2]", "29"),
        ("at_least: 5, of: weekends, months: [3], weekdays: [fri]", "5"),
        ("at_least: 1, from: 2024-06-05, to: 2024-06-05, weekdays: [wed]", "weekdays"),
        (
            "at_least: 3, of: days, per: week, from: 2024-03-04, to: 2024-03-10, weekdays: [mon, tue, wed]",
            "week",
        ),
    ],
)
def test_what_cannot_be_moved_is_told(tmp_path: Path, target: str, code: str, language: str) -> None:
    """A target that would be out of reach in the other year makes no draft, and its line is shown."""
    world = town(tmp_path, f"      - {{count: patrol, {target}}}\n")
    assert world.run("status").code == 0
    before = sorted(path.name for path in world.folder.iterdir())
    result = world.run("--lang", language, "init", "--year", "2025")
    assert (result.code, result.out) == (3, "")
    assert "promises-2025.yaml:" in result.err
    assert "count: patrol, at_least: " in result.err or "weekdays: [wed]" in result.err
    assert code in result.err.replace(NO_BREAK, " ")
    assert sorted(path.name for path in world.folder.iterdir()) == before


def test_a_week_that_is_one_again_can_be_moved(tmp_path: Path) -> None:
    """Where the moved days hold a full week, the draft is made."""
    week = "      - {count: patrol, at_least: 1, per: week, from: 2024-04-01, to: 2024-04-14}\n"
    world = town(tmp_path, week)
    assert world.run("init", "--year", "2025").code == 0
    assert "from: 2025-04-01, to: 2025-04-14" in (world.folder / "promises-2025.yaml").read_text(
        encoding="utf-8"
    )
