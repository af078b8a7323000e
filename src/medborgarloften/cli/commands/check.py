"""`loften check`: every finding in promise files and log, and whether a report still fits; mends nothing."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Annotated

import typer

from medborgarloften.cli import options as o, typed_words
from medborgarloften.cli.accept import accept
from medborgarloften.cli.context import Context
from medborgarloften.cli.reading import read_log
from medborgarloften.domain.integrity.audit import Entry, Log, audit, faults, personal_lines
from medborgarloften.domain.integrity.health import Trouble
from medborgarloften.domain.integrity.report_trail import hold
from medborgarloften.domain.promise import Agreement
from medborgarloften.errors import Finding, Place, UsageError
from medborgarloften.files.copies import copies
from medborgarloften.files.log.raw import belongs_after, markers, raw_lines
from medborgarloften.files.log.read import names_in
from medborgarloften.files.promise_file.read import LARGEST
from medborgarloften.files.promise_file.remarks import remarks
from medborgarloften.files.reports import read_trail
from medborgarloften.files.workspace import Workspace
from medborgarloften.render.answers.findings import lines
from medborgarloften.render.words.wording import Words


def command(
    ctx: typer.Context,
    report: Annotated[str | None, typer.Option("--report", metavar="FILE")] = None,
    form: o.Format = None,
    loss: Annotated[str | None, typer.Option("--accept", metavar="FILE")] = None,
    reason: o.Reason = None,
    not_personal: o.NotPersonal = False,
) -> None:
    context: Context = ctx.obj
    form = typed_words.one_of("--format", form or "text", o.ANSWERS)
    if loss is not None:
        typed_words.alone("--accept", {"--report": report})
        accept(context, loss, reason, not_personal=not_personal, as_json=form == "json")
        return
    for option, given in (("--reason", reason is not None), ("--not-personal", not_personal)):
        if given:
            raise UsageError(Finding("usage.together", {"one": "--accept", "other": option}))
    workspace = context.workspace
    agreements, of_promises = _promises(context, workspace)
    log = _log(context)
    of_log = [
        *audit(log, agreements, context.local),
        *_faults(workspace, log.health.troubles),
        *_copies(context, workspace, of_promises),
    ]
    findings = [*_by_line(of_promises), *_by_line(of_log)]
    if report is not None:
        trail = read_trail(context.current_folder / report)
        findings += hold(report, trail, [agreement.municipality for agreement in agreements], log.entries)
    _show(context, findings, form)


def _show(context: Context, findings: list[Finding], form: o.Answer) -> None:
    """Print the findings, and end with 1 if there are any."""
    if form == "json":
        from medborgarloften.render import to_json

        context.deliver(to_json.check(context.words, findings))
    elif findings:
        context.print("\n".join(lines(context.words, findings)))
    if findings:
        raise typer.Exit(1)


def _promises(context: Context, workspace: Workspace) -> tuple[tuple[Agreement, ...], list[Finding]]:
    """Return the agreements, none where any file is invalid, and the findings about promise files."""
    agreements, of_files, of_drafts = context.promise_files
    findings = [*of_files, *of_drafts]
    both = (Words("sv"), Words("en"))
    templates = [words.say("template.file", year="2022") for words in both]
    marks = tuple(words.say("template.confirm", year="").strip() for words in both)
    for path in workspace.promise_files:
        text = [] if path.is_dir() else raw_lines(path, LARGEST)
        if marked := markers(text):  # these are why it is no YAML
            findings = [
                finding
                for finding in findings
                if _line_of(finding)[0] != path.name or not finding.code.startswith("yaml.")
            ]
        findings += [Finding("check.marker", {}, Place(path.name, number)) for number in marked]
        plain = b"\n".join(text).decode("utf-8", "replace")
        findings += personal_lines(path.name, plain)
        if path.name not in context.doubles:
            findings += remarks(plain, path.name, templates, marks)
    return () if of_files else agreements, findings


def _line_of(finding: Finding) -> tuple[str, int]:
    """Return the file and line of a finding; 0 for a whole file."""
    place = finding.place or Place("")
    return place.file, place.line or 0


def _by_line(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=_line_of)


def _log(context: Context) -> Log:
    """Read the log with every line of it. Raises `StorageError`."""
    reading = read_log(context, keep_lines=True)
    entries = (Entry(file, *kept) for file, kept_lines in reading.lines.items() for kept in kept_lines)
    return Log(tuple(entries), reading.ledger, reading.health)


def _faults(workspace: Workspace, troubles: Iterable[Trouble]) -> Iterator[Finding]:
    """Yield the findings about files of the log; each is read once more, as bytes."""
    for file, group in groupby(troubles, key=lambda trouble: trouble.file):
        of_file = list(group)
        text = raw_lines(workspace.log / file) if any(trouble.line for trouble in of_file) else []
        misfits = [trouble.line for trouble in of_file if trouble.line and trouble.sort == "edited"]
        yield from faults(of_file, markers(text), belongs_after(text, misfits), text)


def _copies(context: Context, workspace: Workspace, told: Iterable[Finding]) -> Iterator[Finding]:
    """Yield a finding for each copy that a sync program or a person left and that `told` does not name."""
    overlaps = (finding for finding in told if finding.code == "window.overlap_copy")
    copied = {*context.doubles, *(_line_of(finding)[0] for finding in overlaps)}
    for name, original in context.doubles.items():
        yield Finding("check.double", {"original": original}, Place(name))
    for folder in (workspace.folder, workspace.log):
        for name, original in copies(names_in(folder)).items():
            if name not in copied:
                yield Finding("check.copy", {"original": original}, Place(name))
