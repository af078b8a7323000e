"""Identity numbers: the forms that must be found, the look-alikes that must pass, and hostile texts.

The numbers that are spelled out are published ones: the examples of Skatteverket's brochures SKV 704 and
SKV 707, and its test numbers. All others are made up while the tests run.
"""

import re
from datetime import date, time
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, strategies as st

from medborgarloften.domain.privacy import MASK, Suspicion, holds_identity_number, mask, suspicions

PUBLISHED = [
    "640823-3234",  # SKV 704
    "701063-2391",  # SKV 707
    "191212121212",  # test personnummer
    "191500722390",  # test samordningsnummer, the month is not known
    "191500882392",  # the same
]
WRONG = "640823-3235"
KIB_64 = 64 * 1024

SIGNED = [
    "{yy}{mm}{dd}-{last}",
    "{yy}{mm}{dd}+{last}",
    "{yy}{mm}{dd}{last}",
    "{cc}{yy}{mm}{dd}-{last}",
    "{cc}{yy}{mm}{dd}+{last}",
    "{cc}{yy}{mm}{dd}{last}",
    "{cc} {yy}{mm}{dd}-{last}",
    "{cc}-{yy}{mm}{dd}-{last}",
    "{yy}{mm}{dd} - {last}",
    "{yy}{mm}{dd}  -   {last}",
    "{yy}{mm}{dd} -{last}",
    "{yy}{mm}{dd}--{last}",
    "{yy}{mm}{dd}\N{EN DASH}{last}",
    "{yy}{mm}{dd}\N{EM DASH}{last}",
    "{yy}{mm}{dd}\N{HYPHEN}{last}",
    "{yy}{mm}{dd}\N{NON-BREAKING HYPHEN}{last}",
    "{yy}{mm}{dd}\N{MINUS SIGN}{last}",
    "{yy}{mm}{dd}\N{FULLWIDTH HYPHEN-MINUS}{last}",
    "{yy}{mm}{dd}\N{FULLWIDTH PLUS SIGN}{last}",
    "{yy}{mm}{dd}-\n{last}",
    "{yy}{mm}{dd} -\r\n  {last}",
    "{cc}{yy}-{mm}-{dd}-{last}",
    "{cc}{yy}-{mm}-{dd}{last}",
    "{yy}-{mm}-{dd}-{last}",
    "{yy} {mm} {dd}-{last}",
    "{cc} {yy} {mm} {dd}-{last}",
    "{cc}{yy} {mm}{dd}-{last}",
    "{cc}{yy}/{mm}/{dd}-{last}",
    "{yy}.{mm}.{dd}-{last}",
]
SPACED = [
    "{yy}{mm}{dd} {last}",
    "{cc}{yy}{mm}{dd} {last}",
    "{cc} {yy}{mm}{dd} {last}",
    "{yy}{mm}{dd}\t{last}",
    "{yy}{mm}{dd}      {last}",
    "{yy}{mm}{dd}\N{NO-BREAK SPACE}{last}",
    "{yy}{mm}{dd}\N{NARROW NO-BREAK SPACE}{last}",
    "{yy}{mm}{dd}\N{THIN SPACE}{last}",
    "{cc}{yy}-{mm}-{dd} {last}",
    "{cc}{yy} {mm} {dd} {last}",
    "{yy} {mm} {dd} {last}",
    "{cc}{yy} {mm}{dd} {last}",
    "{cc}{yy}/{mm}/{dd}/{last}",
    "{cc}{yy}.{mm}.{dd}.{last}",
]
DIGIT_ZEROS = "０٠०𝟎"  # full-width, Arabic-Indic, Devanagari, mathematical
UNSEEN = [
    "\N{ZERO WIDTH SPACE}",
    "\N{ZERO WIDTH NON-JOINER}",
    "\N{ZERO WIDTH JOINER}",
    "\N{WORD JOINER}",
    "\N{SOFT HYPHEN}",
    "\N{ZERO WIDTH NO-BREAK SPACE}",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "\N{COMBINING LOW LINE}",
    "\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}",
    "\N{TAG SPACE}",
    "\0",
]

HARMLESS = [
    "",
    "Polisen och kommunen ses varje vecka.",
    "Ring 08-746 10 00.",
    "Ring 070-123 45 67, +46 70 123 45 67 eller +46701234567.",
    "Ring 0611-12 34 56 eller 0501-121234.",
    "2022-03-14",
    "20220314",
    "2022-01-01--2022-12-31",
    "2022-01-01-2022-12-31",
    "2022-01-01 - 2022-12-31",
    "2022-01-01 2022-12-31",
    "2022-01-01\N{EN DASH}2022-12-31",
    "2022-01-01/2022-12-31",
    "2022-01-01--2022-12",
    "20220101-20221231",
    "220101-221231",
    "2022-03-14 18:00",
    "2022-03-14 18.00-20.00",
    "2022-03-14T18:00:00+01:00",
    "20220314T180000Z",
    "20220314180000",
    "BRÅ 2022/0314-15",
    "Dnr KS 2022/0314-1512",
    "Org.nr 212000-0175",
    "Org.nr 2120000175",
    "Org.nr 16212000-0175",
    "01890af1-7b2c-7def-8123-456789abcdef",
    "EAN 7312345678901",
    "1 234 567 890 kr",
    "1234567,50 kr",
    "SE45 5000 0000 0583 9825 7466",
    "59.3293234, 18.0685808",
    "2022-03-14 1800",
    "2022-03-14 1800-2000",
    "2022-03-14\N{NO-BREAK SPACE}1800\N{EN DASH}2000",
    "2022-03-14 \N{EN DASH} 1800-2000",
    "2022-03-14: 1800-2000",
    "220314 1800-2000",
    "20220314 1800 - 2000",
    "0800-1200",
    "10.00-12.00",
    "1800-2000",
    "1200 deltagare",
    "2022-03-14 1200 deltagare",
    "2022-03-14 \N{EN DASH} 2500 deltagare",
    "2022-03-14--2022-03-20",
    "KS 2026/123",
    "2026-0123",
    "Ring 0701234567.",
    "Ring 0101234567.",
]
"""Neither certain nor suspected."""


def check_digit(nine: str) -> str:
    """Compute Luhn's check digit from a table of digit sums, from the right."""
    odd = sum(int("0246813579"[int(digit)]) for digit in nine[::-2])
    even = sum(map(int, nine[-2::-2]))
    return str(-(odd + even) % 10)


class Number:
    """The parts of an identity number, to be written in many forms."""

    def __init__(self, year: int, month: int, day: int, birth_number: int) -> None:
        """Take the parts as they are written and add the right check digit."""
        self.century, self.year = f"{year:04}"[:2], f"{year:04}"[2:]
        self.month, self.day, self.birth_number = f"{month:02}", f"{day:02}", f"{birth_number:03}"
        self.check = check_digit(self.year + self.month + self.day + self.birth_number)

    def __repr__(self) -> str:
        return self.written("{cc}{yy}{mm}{dd}-{last}")

    def written(self, form: str, error: int = 0) -> str:
        """Write the number in a form; `error` is added to the check digit."""
        last = self.birth_number + str((int(self.check) + error) % 10)
        return form.format(cc=self.century, yy=self.year, mm=self.month, dd=self.day, last=last)


BIRTHS = st.dates(date(1800, 1, 1), date(2099, 12, 31))
BIRTH_NUMBERS = st.integers(1, 999)
PERSONNUMMER = st.builds(
    lambda day, number: Number(day.year, day.month, day.day, number), BIRTHS, BIRTH_NUMBERS
)
SAMORDNINGSNUMMER = st.builds(
    Number,
    st.integers(1800, 2099),
    st.integers(0, 12),
    st.integers(60, 91),
    BIRTH_NUMBERS,
)
NUMBERS = PERSONNUMMER | SAMORDNINGSNUMMER
MOMENT = "{cc}{yy}-{mm}-{dd} {last}"  # a date and a clock time, where the last four can be one
FORMS = st.sampled_from([form for form in SIGNED + SPACED if form != MOMENT])
LETTERS = st.text(st.characters(categories=["L"]), max_size=8)
SIDES = st.text(st.characters(exclude_categories=["Nd", "Cs"]), max_size=8)
HOSTILE = st.text(st.sampled_from("0123456789" * 2 + "-+ ./\n\N{SOFT HYPHEN}９a"), max_size=80)


@pytest.mark.parametrize("number", PUBLISHED)
def test_published_numbers_are_certain(number: str) -> None:
    """Every published example and test number is found whole, and Luhn in this file agrees with it."""
    digits = number.replace("-", "")[-10:]
    assert check_digit(digits[:9]) == digits[9]
    assert suspicions(number) == [Suspicion(certain=True, start=0, stop=len(number))]


@pytest.mark.parametrize("form", SIGNED + SPACED)
@pytest.mark.parametrize(
    "parts", [(1964, 8, 23, 323), (1970, 10, 63, 239), (1915, 0, 72, 239), (1970, 0, 60, 7)]
)
def test_every_form_is_found(form: str, parts: tuple[int, int, int, int]) -> None:
    """Each written form of each kind of number is certain, from its first digit to its last."""
    written = Number(*parts).written(form)
    assert suspicions(f"({written})") == [Suspicion(certain=True, start=1, stop=len(written) + 1)]


@pytest.mark.parametrize("form", SIGNED)
def test_a_wrong_check_digit_is_suspected_in_the_form_of_a_number(form: str) -> None:
    """With a sign or nothing before the last four digits it is a mistyped person, unless somebody vouches."""
    written = Number(1964, 8, 23, 323).written(form, error=1)
    assert suspicions(written) == [Suspicion(certain=False, start=0, stop=len(written))]
    assert holds_identity_number(written)
    assert not holds_identity_number(written, not_personal=True)


@pytest.mark.parametrize("form", SPACED)
def test_a_wrong_check_digit_after_a_space_passes(form: str) -> None:
    """A date, a space and four digits that do not fit are a time or a count."""
    assert suspicions(Number(1964, 8, 23, 323).written(form, error=1)) == []


@given(BIRTHS, st.times(), st.sampled_from([" ", "\N{NO-BREAK SPACE}", "   ", " - ", " \N{EN DASH} "]))
def test_a_clock_time_after_a_date_is_no_number(born: date, time: time, gap: str) -> None:
    """`YYYY-MM-DD`, a space or a spaced dash and a time from 0000 to 2359 pass, though the digits may fit."""
    assert suspicions(f"{born.isoformat()}{gap}{time:%H%M}") == []
    assert suspicions(f"{born.isoformat()}{gap}{time:%H%M}-2359") == []


@pytest.mark.parametrize("last", ["2400", "1860", "9999"])
def test_what_is_no_clock_time_may_be_a_number(last: str) -> None:
    """Behind a dashed date, four digits that are no time of a day are refused where the check digit fits."""
    fitting = (day for day in range(1, 29) if check_digit(f"7908{day:02}{last[:3]}") == last[3])
    assert holds_identity_number(f"1979-08-{next(fitting):02} {last}")


@pytest.mark.parametrize(
    "form", ["{yy}{mm}{dd} {last}", "{cc}{yy}{mm}{dd} {last}", "{cc}{yy}-{mm}-{dd}-{last}"]
)
def test_a_number_that_ends_like_a_clock_time_is_one(form: str) -> None:
    """`790819 1237` and `1979-08-19-1237` are a person, though 12.37 is a time of the day."""
    assert holds_identity_number(Number(1979, 8, 19, 123).written(form), not_personal=True)


@pytest.mark.parametrize("form", ["{yy}{mm}{dd} {last}-1800", "{cc}{yy}{mm}{dd} {last} - 1800"])
def test_a_span_of_clock_times_after_any_date_is_no_number(form: str) -> None:
    """After a space, two clock times with a dash between them are a span; after a sign they are not."""
    text = Number(1979, 8, 19, 123).written(form)
    assert suspicions(text) == []
    assert holds_identity_number(text.replace(" ", "-", 1))


def test_ten_digits_from_zero_on_are_a_phone_number_unless_they_fit() -> None:
    """A mobile number in one piece is not suspected; with a sign, twelve digits or a fitting digit it is."""
    number = Number(2007, 1, 23, 456)
    assert suspicions(number.written("{yy}{mm}{dd}{last}", error=1)) == []
    for form in ("{yy}{mm}{dd}-{last}", "{cc}{yy}{mm}{dd}{last}"):
        assert holds_identity_number(number.written(form, error=1))
    assert holds_identity_number(number.written("{yy}{mm}{dd}{last}"), not_personal=True)


@given(NUMBERS, FORMS, LETTERS, LETTERS)
def test_any_number_is_found_between_any_letters(number: Number, form: str, before: str, after: str) -> None:
    """A number with the right check digit is certain in every form, whatever letters touch it."""
    written = number.written(form)
    found = suspicions(before + written + after)
    assert found == [Suspicion(certain=True, start=len(before), stop=len(before + written))]


@given(NUMBERS, FORMS, SIDES, SIDES)
def test_any_number_is_found_between_anything_but_digits(
    number: Number,
    form: str,
    before: str,
    after: str,
) -> None:
    """Signs, spaces and other characters around a number do not hide it."""
    assert holds_identity_number(before + number.written(form) + after)


@given(NUMBERS, FORMS, st.integers(1, 9), LETTERS, LETTERS)
def test_a_wrong_check_digit_is_never_certain(
    number: Number,
    form: str,
    error: int,
    before: str,
    after: str,
) -> None:
    """With any other check digit, no form of a number is certain."""
    assert not holds_identity_number(before + number.written(form, error) + after, not_personal=True)


@given(NUMBERS, FORMS, st.data())
def test_foreign_digits_and_unseen_characters_hide_nothing(
    number: Number, form: str, data: st.DataObject
) -> None:
    """Digits of other scripts and invisible characters between the digits leave a number certain."""
    written = ""
    for character in number.written(form):
        zero = data.draw(st.sampled_from("0" + DIGIT_ZEROS))
        shown = chr(ord(zero) + int(character)) if character.isdecimal() else character
        written += shown + data.draw(st.sampled_from(["", *UNSEEN]))
    (found,) = suspicions(written)
    assert found.certain
    assert written[found.start].isdecimal()
    assert written[found.stop - 1].isdecimal()


@pytest.mark.parametrize("unseen", UNSEEN)
def test_each_unseen_character_is_read_over(unseen: str) -> None:
    """An invisible character between all digits hides no number; the place is that in the text as it is."""
    text = "Hej " + unseen.join("640823-3234")
    assert suspicions(text) == [Suspicion(certain=True, start=4, stop=len(text))]


@pytest.mark.parametrize("text", HARMLESS)
def test_look_alikes_pass(text: str) -> None:
    """Phone numbers, dates, times, spans, registry and organisation numbers and sums pass."""
    assert suspicions(text) == []
    assert mask(text) == text


@pytest.mark.parametrize(
    "text", ["pnr640823-3234", "nr:6408233234.", "x_6408233234_x", "1:640823-3234", "1,6408233234,A"]
)
def test_letters_and_signs_do_not_hide_a_number(text: str) -> None:
    """What touches a number, other than a digit, does not hide it."""
    assert holds_identity_number(text)


@given(NUMBERS, st.text("0123456789", max_size=8), st.text("0123456789", max_size=8))
def test_part_of_a_longer_run_of_digits_passes(number: Number, before: str, after: str) -> None:
    """A run of 13 digits or more is no identity number, whatever it holds."""
    run = before + number.written("{cc}{yy}{mm}{dd}{last}") + after
    assert (suspicions(run) == []) is (len(run) > 12)


@given(
    st.integers(0, 99),
    st.integers(20, 99),
    st.integers(0, 99),
    BIRTH_NUMBERS,
    st.sampled_from(["-", "", " "]),
)
def test_organisation_numbers_pass(group: int, middle: int, end: int, serial: int, sign: str) -> None:
    """A number whose third digit is 2 or more is an organisation's, even if the check digit fits."""
    first = f"{group:02}{middle}{end:02}"
    last = f"{serial:03}" + check_digit(f"{first}{serial:03}")
    assert suspicions(first + sign + last) == []
    assert suspicions("16" + first + sign + last) == []


@given(BIRTHS, BIRTHS, st.sampled_from(["--", "-", " - ", " ", "\N{EN DASH}", "/"]), st.sampled_from("-./"))
def test_periods_pass(begin: date, end: date, between: str, mark: str) -> None:
    """The year of the second date of a period is never taken for four last digits."""
    dates = [day.isoformat().replace("-", mark) for day in (begin, end)]
    assert suspicions(between.join(dates)) == []


def test_only_a_complete_second_date_makes_a_period() -> None:
    """Four last digits that look like a year are read as such only if one whole date or month follows."""
    number = Number(1964, 8, 23, 199).written("{cc}{yy}-{mm}-{dd}-{last}")
    assert suspicions(f"{number}-10-11") == []
    assert holds_identity_number(f"{number}-10-11-12")
    assert holds_identity_number(f"{number}-13-11")


@given(NUMBERS, st.uuids())
def test_uuids_and_hashes_pass(number: Number, uuid: UUID) -> None:
    """Identifiers pass even where their digits are those of a person."""
    digits = number.written("{cc}{yy}{mm}{dd}{last}")
    for text in (
        f"{str(uuid)[:-12]}{digits}",
        f"{digits}abcd",
        f"ab{digits}".ljust(40, "c"),
        f"AB{digits}".ljust(64, "C"),
    ):
        assert suspicions(f"id {text}.") == []


@given(st.text(st.characters(exclude_categories=["Nd", "Cs"])), st.text("0123456789", max_size=9))
def test_fewer_than_ten_digits_pass(words: str, digits: str) -> None:
    """No text with fewer than ten digits is suspected."""
    assert suspicions(words.join(digits)) == []


def test_birth_number_000_is_never_certain() -> None:
    """Birth numbers begin with 001: with 000, only the form is suspected."""
    number = Number(1964, 8, 23, 0)
    assert suspicions(number.written("{yy}{mm}{dd}-{last}")) == [Suspicion(certain=False, start=0, stop=11)]
    assert suspicions(number.written("{yy}{mm}{dd} {last}")) == []


@pytest.mark.parametrize(
    ("month", "day"),
    [(0, 1), (1, 0), (1, 32), (2, 30), (4, 31), (13, 1), (1, 59), (1, 92), (13, 61)],
)
def test_days_that_nobody_was_born_on_pass(month: int, day: int) -> None:
    """Without a real date, or a real one with 60 added, a fitting check digit means nothing."""
    assert suspicions(Number(1964, month, day, 323).written("{yy}{mm}{dd}-{last}")) == []


def test_a_number_after_a_line_break_is_another_number() -> None:
    """Lines are read on their own, except where a number was wrapped after its sign."""
    assert suspicions("640823\n3234") == []
    assert suspicions("640823\n- 3234") == []
    assert holds_identity_number("640823-\n3234")


@given(
    NUMBERS, st.sampled_from(["2022-03-14 ", "20220314 ", "22 03 14 ", "20 ", "08-746 10 00 ", "1979 0819 "])
)
def test_digits_before_a_number_do_not_hide_it(number: Number, before: str) -> None:
    """A date or a phone number before a number is not read together with it."""
    for form in ("{cc}{yy}-{mm}-{dd}-{last}", "{cc}{yy} {mm} {dd}-{last}", "{yy}{mm}{dd}-{last}"):
        assert holds_identity_number(before + number.written(form) + " 08-746 10 00")


def test_all_numbers_of_a_text_are_found_in_order() -> None:
    """Several numbers are several suspicions, each with its own place and certainty."""
    text = f"{PUBLISHED[0]}, {WRONG} och {PUBLISHED[2]}"
    assert suspicions(text) == [
        Suspicion(certain=True, start=0, stop=11),
        Suspicion(certain=False, start=13, stop=24),
        Suspicion(certain=True, start=29, stop=41),
    ]


def test_a_suspicion_gives_way_to_a_certain_number_inside_it() -> None:
    """Where two readings overlap, the certain one is the one that is reported."""
    text = "220101-2012 12 12-" + Number(2012, 12, 12, 121).written("{last}")
    assert [text[start:stop] for certain, start, stop in suspicions(text) if certain] == [text[7:]]


def test_the_mask_shows_no_digit_and_leaves_the_rest() -> None:
    """All masks look the same, whatever the form was; what somebody vouches for stays."""
    text = f"Anna ({PUBLISHED[0]}), Bo 19121212 1212, ring 08-746 10 00 om {WRONG}."
    assert mask(text) == f"Anna ({MASK}), Bo {MASK}, ring 08-746 10 00 om {MASK}."
    assert mask(text, not_personal=True) == f"Anna ({MASK}), Bo {MASK}, ring 08-746 10 00 om {WRONG}."


@given(HOSTILE)
def test_any_text_has_ordered_suspicions_and_a_clean_mask(text: str) -> None:
    """Suspicions begin and end with digits and never overlap; the masked text has none of what is masked."""
    found = suspicions(text)
    for suspicion in found:
        assert re.fullmatch(r"\d.*\d", text[suspicion.start : suspicion.stop], re.DOTALL)
    assert all(one.stop <= other.start for one, other in pairwise(found))
    assert holds_identity_number(text) is bool(found)
    certain = any(suspicion.certain for suspicion in found)
    assert holds_identity_number(text, not_personal=True) is certain
    assert not holds_identity_number(mask(text, not_personal=True), not_personal=True)
    assert not holds_identity_number(mask(text), not_personal=True)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "-",
        " ",
        "\n",
        "\N{SOFT HYPHEN}",
        " \N{ZERO WIDTH SPACE}",
        "\N{FULLWIDTH DIGIT ONE}",
        "a",
        "1 ",
        "1-",
        "19 ",
        "20 22-03-14 ",
        "2022-01-01--",
        "640823",
        "640823-",
        "640823 - \n\n",
        "64 08 23 323",
        "19640823x",
        "01890af1-7b2c-",
        "640823-3235 ",
        "640823-3234 ",
        "1 \N{SOFT HYPHEN}",
    ],
)
@pytest.mark.parametrize("lead", ["", " ", "640823-323", "\N{SOFT HYPHEN}"])
def test_a_long_hostile_text_is_read_to_its_end(unit: str, lead: str) -> None:
    """64 KiB of digits, separators or unseen characters end, and a number after them is found."""
    text = (lead + unit * KIB_64)[:KIB_64] + f"; {PUBLISHED[0]}"
    assert suspicions(text)[-1] == Suspicion(certain=True, start=len(text) - 11, stop=len(text))
