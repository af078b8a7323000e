"""Answers to a shell that asks how a command line may go on; stores nothing, silent on any error."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from medborgarloften.cli.app import COMMANDS, HELP, Group
from medborgarloften.cli.context import Context
from medborgarloften.cli.options import ANSWERS, TABLES
from medborgarloften.domain.activity import Activity, Record
from medborgarloften.domain.agreements import choose
from medborgarloften.domain.history import Ledger
from medborgarloften.domain.ids import ending
from medborgarloften.domain.names import (
    Names,
    area_names,
    kind_names,
    party_names,
    quantity_names,
    tag_names,
)
from medborgarloften.domain.period import folded
from medborgarloften.domain.promise import Agreement
from medborgarloften.render import formats
from medborgarloften.render.shells import SHELLS

ASKED = "_LOFTEN_COMPLETE"
RECENT = 20  # records whose ids are offered

Answer = tuple[str, str]
"""A word and what it means."""
Offer = tuple[str, str, tuple[str, ...]]
"""An answer with the other spellings of its word."""

FORMATS: dict[str, tuple[str, ...]] = {
    "log": ANSWERS,
    "show": ANSWERS,
    "check": ANSWERS,
    "status": TABLES,
    "list": TABLES,
    "report": formats.FORMATS,
}


def complete(context: Context) -> int:
    """Print the answers to what the environment asks; always exit code 0."""
    try:
        *words, partial, _ = context.environ[ASKED].split("\n")
        lines = [f"{word}\t{meaning}".rstrip("\t") for word, meaning in answers(context, words[1:], partial)]
        if lines:
            context.deliver("\n".join(lines))
    except Exception:  # noqa: BLE001 - a shell that asks wants words or nothing
        context.mute()
    return 0


def answers(context: Context, words: list[str], partial: str) -> list[Answer]:
    """Return how a line that begins with `words` may go on with a word that begins with `partial`."""
    partial = partial.lstrip("\"'").replace("\\ ", " ")
    words = [word.strip("\"'") for word in words if word != "="]
    partial = "" if partial == "=" else partial
    line = CommandLine(context, words)
    option, equals, value = partial.partition("=")
    if partial.startswith("--") and equals:
        return [(f"{option}={word}", text) for word, text in _fitting(line.values(option), value)]
    if line.waiting is not None:
        return _fitting(line.values(line.waiting), partial)
    if partial.startswith("-"):
        return _fitting(line.options(), partial)
    return _fitting(line.next_words(), partial)


def _fitting(offered: Iterable[Offer], partial: str) -> list[Answer]:
    """Return each offer by the first of its spellings that begins with what is written."""
    fitting: dict[str, str] = {}
    for word, meaning, spellings in offered:
        for spelling in (word, *spellings):
            if folded(spelling).startswith(folded(partial)):
                fitting.setdefault(spelling, meaning)
                break
    return list(fitting.items())


class CommandLine:
    """What was typed so far: the command, its arguments, and an option that waits for its value."""

    def __init__(self, context: Context, words: list[str]) -> None:
        """Read the words before the one that is being written."""
        self.context = context
        self.command = ""
        self.given: list[str] = []
        self.waiting: str | None = None
        self._group: Any = _group()
        for word in words:
            self._take(word)

    def _take(self, word: str) -> None:
        if self.waiting is not None:
            self._obey(self.waiting, word)
            self.waiting = None
        elif word.startswith("-"):
            option, equals, value = word.partition("=")
            self._obey(option, value)
            self.waiting = option if not equals and self._takes_value(option) else None
        elif not self.command:
            self.command = "" if word == HELP else word
        else:
            self.given.append(word)

    def _obey(self, option: str, value: str) -> None:
        if option == "--dir" and value:
            self.context.dir_option = value
        if option == "--lang" and value:
            self.context.ask_language(value)

    def _params(self) -> list[Any]:
        command = self._group.get_command(None, self.command) if self.command else self._group
        return list(command.params) if command else []

    def _takes_value(self, option: str) -> bool:
        return any(option in param.opts and not param.is_flag for param in self._params())

    def options(self) -> Iterator[Offer]:
        """Yield the options of the command, or of the program."""
        topic, words = self.command or "loften", self.context.words
        for param in self._params():
            if param.param_type_name == "option":
                yield max(param.opts, key=len), words.say(f"help.{topic}.{param.name}"), tuple(param.opts)
        yield "--help", words.say("help.help"), ("-h",)

    def next_words(self) -> Iterable[Offer]:
        """Return the commands, or what the command’s next argument may be."""
        if not self.command:
            words = self.context.words
            return [(name, words.say(f"help.{name}").split("\n")[0], ()) for name in COMMANDS]
        arguments = [param for param in self._params() if param.param_type_name == "argument"]
        if not arguments:
            return ()
        index = min(len(self.given), len(arguments) - 1)
        if index < len(self.given) and arguments[index].nargs == 1:
            return ()
        return self._offers(arguments[index].name)

    def values(self, option: str) -> Iterable[Offer]:
        """Return what may follow an option."""
        name = next((param.name for param in self._params() if option in param.opts), "")
        return self._offers(name)

    def _offers(self, name: str) -> Iterable[Offer]:
        if name in _SOURCES:
            return _SOURCES[name](self)
        fixed: dict[str, Iterable[str]] = {
            "lang": ["sv", "en"],
            "form": FORMATS.get(self.command, ()),
            "formats": FORMATS.get(self.command, ()),
            "verdict": ["kept", "partly", "not-kept"],
            "what": ["promises", "log"],
            "shell": SHELLS,
        }
        return [(word, "", ()) for word in fixed.get(name, ())]

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements, from their files as they stand: nothing is checked here."""
        from medborgarloften.files.promise_file.read import unchecked

        return tuple(map(unchecked, self.context.workspace_or_example.promise_files))

    def agreement(self) -> Agreement:
        """Return the agreement in force."""
        return choose(self.agreements, self.context.today)

    def names(self, of: Callable[..., Names], *more: Any) -> list[Offer]:
        """Return names of the agreement in the user’s language, with their other spellings."""
        vocabulary = of(self.agreement(), *more, self.context.words.language)
        return [(name, "", vocabulary.spellings(key)) for key, name in vocabulary.shown.items()]

    def tags(self) -> list[Offer]:
        """Return the tags of the kinds that are given, or of all."""
        agreement = self.agreement()
        vocabulary = kind_names(agreement, self.context.words.language)
        kinds = [key for key in map(vocabulary.find, self.given) if key] or list(agreement.kinds)
        return self.names(tag_names, kinds)

    def quantities(self) -> list[Offer]:
        """Return quantities, ready for their number."""
        quantities = self.names(quantity_names)
        return [(f"{name}=", "", tuple(f"{word}=" for word in words)) for name, _, words in quantities]

    def promises(self) -> list[Offer]:
        """Return the promises by id, or by number."""
        language = self.context.words.language
        return [
            (promise.id, f"{promise.number}. {promise.text.in_(language)}", (str(promise.number),))
            for promise in self.agreement().promises
        ]

    def records(self) -> list[Offer]:
        """Return the newest records by the endings of their ids, and `last`."""
        ledger = self._ledger()
        return [*self._listed(ledger, ledger.dated.values()), ("last", "", ())]

    def plans(self) -> list[Offer]:
        """Return what is booked."""
        ledger = self._ledger()
        return self._listed(ledger, ledger.plans.values())

    def _ledger(self) -> Ledger:
        from medborgarloften.files.log.read import read_log

        return read_log(self.context.workspace_or_example.log, {}).ledger

    def _listed(self, ledger: Ledger, records: Iterable[Record]) -> list[Offer]:
        newest = sorted(records, key=lambda record: (record.at, record.id), reverse=True)[:RECENT]
        return [(ending(record.id, ledger.ids), self._shortly(record), (record.id,)) for record in newest]

    def _shortly(self, record: Record) -> str:
        from medborgarloften.render.words.voice import Voice

        content = record.content
        if isinstance(content, Activity):
            return Voice(self.context.words, choose(self.agreements, content.day)).activity_line(content)
        return str(getattr(content, "promise", ""))


def _group() -> Any:
    """Return the program’s commands and options."""
    import typer

    from medborgarloften.cli import app

    group = typer.main.get_command(app)
    assert isinstance(group, Group)
    return group


_SOURCES: dict[str, Callable[[CommandLine], Iterable[Offer]]] = {
    "kinds": lambda line: line.names(kind_names),
    "kind": lambda line: line.names(kind_names),
    "areas": lambda line: line.names(area_names),
    "area": lambda line: line.names(area_names),
    "parties": lambda line: line.names(party_names),
    "party": lambda line: line.names(party_names),
    "tags": CommandLine.tags,
    "quantities": CommandLine.quantities,
    "promise": CommandLine.promises,
    "identifier": CommandLine.records,
    "plan": CommandLine.plans,
}
