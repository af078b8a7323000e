"""What `log` says, and the warnings of every command."""

_UNREADABLE = (
    "Raden räknas inte. Hämta tillbaka den från en kopia. Finns ingen: logga på nytt det som fattas, "
    'och sedan loften check --accept {name} --reason "…"',
    "The line does not count. Restore it from a copy. If there is none: log again what is missing, "
    'and then loften check --accept {name} --reason "…"',
)
_REASONS = "not_utf8 not_json not_object not_a_number twice surrogate version field long".split()

TEXTS: dict[str, tuple[str, str]] = {
    "log.stored": ("Sparad: {what} ({id})", "Stored: {what} ({id})"),
    "log.stored_unsaid": (
        "Posten {id} är sparad, men det gick inte att skriva ut svaret.",
        "The record {id} is stored, but the answer could not be written.",
    ),
    "log.planned": ("Inbokat: {what} ({id})", "Booked: {what} ({id})"),
    "log.amended": ("Rättad: {what} ({id})", "Amended: {what} ({id})"),
    "log.voided": ("Makulerad: {what} ({id})", "Void: {what} ({id})"),
    "log.cancelled": ("Inställd: {what} ({id})", "Cancelled: {what} ({id})"),
    "log.commented": (
        "Sparad kommentar till löfte {number}, {day} ({id})",
        "Stored comment on promise {number}, {day} ({id})",
    ),
    "log.judged": (
        "Sparad bedömning av löfte {number}, {day}: {verdict} ({id})",
        "Stored verdict on promise {number}, {day}: {verdict} ({id})",
    ),
    "log.accepted": ("Godtaget: {what} ({id})", "Accepted: {what} ({id})"),
    "log.loss.gone": ("en hel fil ({count} poster)", "a whole file ({count} records)"),
    "log.loss.gone.one": ("en hel fil (en post)", "a whole file (one record)"),
    "log.loss.records": ("{count} förlorade poster", "{count} lost records"),
    "log.loss.records.one": ("en förlorad post", "one lost record"),
    "log.loss.replaced": ("förlorade poster", "lost records"),
    "log.loss.lines": ("{count} oläsliga rader", "{count} unreadable lines"),
    "log.loss.lines.one": ("en oläslig rad", "one unreadable line"),
    "log.loss.torn": ("en oavslutad sista rad", "an unfinished last line"),
    "log.fulfils": ("Bekräftar det som var inbokat: {what}", "Fulfils what was booked: {what}"),
    "log.created": ("Ny arbetsmapp: {folder}", "New workspace: {folder}"),
    "log.created_with": (
        "Den innehåller Solnas avtal för 2022 som exempel.",
        "It contains Solna’s agreement for 2022 as an example.",
    ),
    "log.created_uncovered": (
        "Den innehåller Solnas avtal för 2022, som inte gäller {day}.",
        "It contains Solna’s agreement for 2022, which is not in force on {day}.",
    ),
    "log.created_other": (
        "För en annan kommun: loften init MAPP",
        "For another municipality: loften init DIR",
    ),
    "log.uncovered": (
        "Inget avtal gäller {day}; posten räknas när det finns ett.",
        "No agreement is in force on {day}; the record counts once there is one.",
    ),
    "log.target": ("{kind} {figure}", "{kind} {figure}"),
    "log.bucket": ("{kind}, {bucket}: {done} av {required}", "{kind}, {bucket}: {done} of {required}"),
    "log.bucket_cut": (
        "{kind}, {bucket}: {done} (ligger delvis utanför tiden, bedöms inte)",
        "{kind}, {bucket}: {done} (partly outside the time, not judged)",
    ),
    "log.so_far": ("{head}; hittills {figure}", "{head}; so far {figure}"),
    "log.uncounted": (
        "{kind}: posten räknas inte med i målet ({why})",
        "{kind}: the record does not count towards the target ({why})",
    ),
    "log.why.areas": ("inget av målets områden är angivet", "none of the target’s areas is named"),
    "log.why.parties": ("ingen av målets utförare är angiven", "none of the target’s parties is named"),
    "log.why.tags": ("inget av målets märken är angivet", "none of the target’s tags is named"),
    "log.why.together_with": ("räknas bara tillsammans med {kind}", "counts only together with {kind}"),
    "log.why.minimum": ("minst {least} ska vara angivet", "at least {least} must be given"),
    "log.why.days": ("dagen hör inte till målets dagar", "the day is not among the target’s days"),
    "log.unplaced_sum": (
        "{kind}: posten är med i summan men räknas inte för någon enskild period ({why})",
        "{kind}: the record is in the sum and does not count for any single period ({why})",
    ),
    "log.comment_ahead": (
        "Avtalet har inte börjat gälla än. Kommentaren visas från och med {day}.",
        "The agreement is not in force yet. The comment is shown from {day} on.",
    ),
    "log.no_need_alone": (
        "Löftet gäller inte bara vid behov (if_needed saknas), så läget ändras inte.",
        "The promise does not depend on need (it has no if_needed), so its state stays as it is.",
    ),
    "log.verdict_over": (
        "Bedömningen från {day} ({verdict}) gäller inte längre. Ange --verdict igen om den ska stå kvar.",
        "The verdict of {day} ({verdict}) no longer holds. Give --verdict again if it should stay.",
    ),
    "log.unplaced": (
        "{kind}: posten räknas inte med i målet ({why}); registrera den uppdelad om det går",
        "{kind}: the record does not count towards the target ({why}); log it in parts if you can",
    ),
    "log.next": ("{head}, nästa senast {day}", "{head}, next by {day}"),
    "log.late": (
        "{head}, ligger efter: nästa skulle ha gjorts senast {day}",
        "{head}, behind: the next was due by {day}",
    ),
    "log.booked": ("{head}, ligger efter, men allt är inbokat", "{head}, behind, but everything is booked"),
    "log.complete": ("{head}, klart senast {day}", "{head}, complete by {day}"),
    "log.late_amount": ("{head}, ligger efter: klart senast {day}", "{head}, behind: complete by {day}"),
    "log.state": ("{head}, {state}", "{head}, {state}"),
    "log.logged": ("{kind}: {count} hittills under avtalet", "{kind}: {count} so far under the agreement"),
    "log.effect_unknown": (
        "Posten är sparad, men löftets läge kunde inte räknas ut:",
        "The record is stored, but how the promise stands could not be worked out:",
    ),
    "log.again.today": (
        "Redan loggad idag ({id}); var det två? Annars: loften void last --reason …",
        "Already logged today ({id}); were there two? If not: loften void last --reason …",
    ),
    "log.again.before": (
        "Redan loggad {day} ({id}); var det två? Annars: loften void last --reason …",
        "Already logged on {day} ({id}); were there two? If not: loften void last --reason …",
    ),
    "log.again.plan": (
        "Redan inbokad ({id}); blir det två? Annars: loften void last --reason …",
        "Already booked ({id}); will there be two? If not: loften void last --reason …",
    ),
    "log.overlap": (
        "Redan loggat för {span}: {others}. Om det ingår i de {count}, "
        'rätta siffran: loften amend {id} --count {rest} --reason "…"',
        "Already logged for {span}: {others}. If this is included in the {count}, "
        'correct the figure: loften amend {id} --count {rest} --reason "…"',
    ),
    "log.overlap_all": (
        "Redan loggat för {span}: {others}. Kontrollera att inget räknas två gånger.",
        "Already logged for {span}: {others}. Check that nothing is counted twice.",
    ),
    "log.overlap_figure": (
        "Överlappar {what} ({id}). Kontrollera att inget räknas två gånger.",
        "Overlaps with {what} ({id}). Check that nothing is counted twice.",
    ),
    "log.double": (
        "Varning: {file} är en kopia av {original} och läses inte. Flytta bort den.",
        "Warning: {file} is a copy of {original} and is not read. Move it away.",
    ),
    "log.vanished": (
        "Varning: {file} är borta ur loggen. Hämta tillbaka den från en kopia. "
        'Finns ingen: loften check --accept {name} --reason "…"',
        "Warning: {file} is gone from the log. Restore it from a copy. "
        'If there is none: loften check --accept {name} --reason "…"',
    ),
    "log.shrunk": (
        "Varning: {file} har förlorat poster som fanns förut. Hämta tillbaka dem från en kopia. "
        'Finns ingen: loften check --accept {name} --reason "…"',
        "Warning: {file} has lost records that were there before. Restore them from a copy. "
        'If there is none: loften check --accept {name} --reason "…"',
    ),
    "log.lines": (
        "Varning: loggen har {what}. Det som visas är det som går att läsa.",
        "Warning: the log has {what}. What is shown is what can be read.",
    ),
    "log.line": ("  {file}:{line}: {reason}", "  {file}:{line}: {reason}"),
    "log.conflict": (
        "  posten {id} har olika innehåll i olika filer",
        "  the record {id} has different contents in different files",
    ),
    "log.more": ("  … och {count} till", "  … and {count} more"),
    "log.sort.damaged": ("{count} skadade rader", "{count} damaged lines"),
    "log.sort.damaged.one": ("en skadad rad", "one damaged line"),
    "log.sort.newer": ("{count} rader från en nyare version", "{count} lines from a newer version"),
    "log.sort.newer.one": ("en rad från en nyare version", "one line from a newer version"),
    "log.sort.edited": (
        "{count} rader som ändrats för hand eller saknar raden före",
        "{count} lines that were edited by hand or lack the line before",
    ),
    "log.sort.edited.one": (
        "en rad som ändrats för hand eller saknar raden före",
        "one line that was edited by hand or lacks the line before",
    ),
    "log.sort.torn": ("{count} avbrutna rader", "{count} lines that were broken off"),
    "log.sort.torn.one": ("en avbruten rad", "one line that was broken off"),
    "log.sort.unfinished": (
        "{count} filer som slutar mitt i en rad",
        "{count} files that end in the middle of a line",
    ),
    "log.sort.unfinished.one": (
        "en fil som slutar mitt i en rad",
        "one file that ends in the middle of a line",
    ),
    "log.sort.vanished": ("{count} filer som är borta", "{count} files that are gone"),
    "log.sort.vanished.one": ("en fil som är borta", "one file that is gone"),
    "log.sort.shrunk": (
        "{count} filer som har förlorat poster",
        "{count} files that have lost records",
    ),
    "log.sort.shrunk.one": ("en fil som har förlorat poster", "one file that has lost records"),
    "log.sort.conflicts": ("{count} poster med olika kopior", "{count} records whose copies differ"),
    "log.sort.conflicts.one": ("en post med olika kopior", "one record whose copies differ"),
    # --- why a line is no record
    "log.not_utf8": ("raden är inte UTF-8", "the line is not UTF-8"),
    "log.not_json": ("raden är inte JSON", "the line is not JSON"),
    "log.not_object": ("raden är inget JSON-objekt", "the line is not a JSON object"),
    "log.not_a_number": ("NaN och oändligt är inga tal", "NaN and infinity are not numbers"),
    "log.twice": ("en nyckel står två gånger", "a key is there twice"),
    "log.surrogate": (
        "texten har en halv teckenkod (ensam surrogat)",
        "the text has half a character (a lone surrogate)",
    ),
    "log.version": ("”v” är inget versionsnummer", "“v” is not a version number"),
    "log.field": ("”{field}” saknas eller har fel värde", "“{field}” is missing or has a wrong value"),
    "log.long": ("raden är längre än 64 kB", "the line is longer than 64 kB"),
    "log.newer": (
        "skriven av en nyare version av loften; uppdatera programmet",
        "written by a newer version of loften; update the program",
    ),
    "log.edited": (
        "ändrad för hand, eller raden före saknas",
        "edited by hand, or the line before is missing",
    ),
    "log.torn": ("avbruten när den skrevs", "broken off while it was written"),
    "log.unfinished": (
        "filen slutar mitt i raden; den har kanske inte kopierats färdigt",
        "the file ends in the middle of the line; it may not have been copied completely",
    ),
    "log.unfinished.do": (
        "Hämta filen på nytt från den som skriver i den. Kommer inget mer: "
        'loften check --accept {name} --reason "…"',
        "Fetch the file again from whoever writes it. If no more will come: "
        'loften check --accept {name} --reason "…"',
    ),
    # --- what to do, where `check` finds it
    **{f"log.{reason}.do": _UNREADABLE for reason in _REASONS},
    "log.edited.do": (
        "Jämför filen med en äldre kopia: raderna ska stå orörda, så som loften skrev dem.",
        "Compare the file with an older copy: its lines must stay untouched, as loften wrote them.",
    ),
    "log.torn.do": (
        "Posten bekräftades aldrig. Logga den på nytt om den saknas; raden kan stå kvar.",
        "The record was never confirmed. Log it again if it is missing; the line may stay.",
    ),
}
