"""`loften log`: what is stored, what is said, and what is refused."""

from world import World


def test_a_walk_today_is_all_that_is_needed(solna: World) -> None:
    """`loften log walk --area Hagalund` stores one walk in Hagalund on the day of the clock, and says so."""
    result = solna.run("log", "walk", "--area", "Hagalund")
    assert result.code == 0
    assert result.out.splitlines()[0].startswith("Sparad: trygghetsvandring, Hagalund, 2 april 2022 (")
    (record,) = solna.stored()
    assert (record["op"], record["date"], record["kinds"], record["areas"]) == (
        "log",
        "2022-04-02",
        ["walk"],
        ["hagalund"],
    )
