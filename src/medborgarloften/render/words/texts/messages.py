"""What `log` says, and the warnings of every command."""

_UNREADABLE = (
    "Raden räknas inte. Återställ den från en säkerhetskopia. Finns ingen: logga det som saknas på nytt, "
    'och kör sedan loften check --accept {name} --reason "…"',
    "The line does not count. Restore it from a backup. If there is none: log what is missing again, "
    'and then run loften check --accept {name} --reason "…"',
)
_REASONS = (
    "not_utf8 not_json not_object not_a_number twice surrogate version field long deep unusable".split()
)

TEXTS: dict[str, tuple[str, str]] = {
    "log.stored": ("Sparad: {what} ({id})", "Stored: {what} ({id})"),
    "log.stored_unsaid": (
        "Posten {id} är sparad, men det gick inte att skriva ut svaret.",
        "The record {id} is stored, but the answer could not be written.",
    ),
    "log.planned": ("Inbokat: {what} ({id})", "Booked: {what} ({id})"),
    "log.amended": ("Rättad: {what} ({id})", "Amended: {what} ({id})"),
    "log.voided": ("Makulerad: {what} ({id})", "Voided: {what} ({id})"),
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
    "log.loss.edited": (
        "{count} rader som har ändrats för hand eller där raden före saknas",
        "{count} lines that were edited by hand or lack the line before them",
    ),
    "log.loss.edited.one": (
        "en rad som har ändrats för hand eller där raden före saknas",
        "one line that was edited by hand or lacks the line before it",
    ),
    "log.fulfils": ("Det som var inbokat är nu genomfört: {what}", "What was booked is now done: {what}"),
    "log.created": ("Ny arbetsmapp: {folder}", "New workspace: {folder}"),
    "log.created_with": (
        "Den innehåller Solnas avtal för 2022 som exempel.",
        "It contains Solna’s agreement for 2022 as an example.",
    ),
    "log.created_uncovered": (
        "Den innehåller Solnas avtal för 2022, som inte gäller {day}.",
        "It contains Solna’s agreement for 2022, which does not cover {day}.",
    ),
    "log.created_other": (
        "För en annan kommun: loften init MAPP",
        "For another municipality: loften init DIR",
    ),
    "log.uncovered": (
        "Inget avtal gäller {day}; posten räknas när det finns ett.",
        "No agreement covers {day}; the record will count once there is one.",
    ),
    "log.target": ("{kind} {figure}", "{kind} {figure}"),
    "log.target_over": ("{kind}: {figure}", "{kind}: {figure}"),
    "log.bucket": ("{bucket}: {done} (minst {required})", "{bucket}: {done} (at least {required})"),
    "log.bucket_cut": (
        "{bucket}: {done} (bedöms inte: ligger delvis utanför målets tid)",
        "{bucket}: {done} (not judged: partly outside the target’s time)",
    ),
    "log.bucket_done": ("{done} {kind}", "{done} {kind}"),
    "log.bucket_of": ("{bucket}, {name}", "{bucket}, {name}"),
    "log.so_far": ("{head}. Hittills uppfyllt {figure}", "{head}. So far met in {figure}"),
    "log.uncounted": (
        "{kind}: posten räknas inte i målet ({why})",
        "{kind}: the record does not count towards the target ({why})",
    ),
    "log.why.areas": ("inget av målets områden har angetts", "none of the target’s areas was given"),
    "log.why.parties": ("ingen av målets parter har angetts", "none of the target’s parties was given"),
    "log.why.not_areas": (
        "räknas bara utanför de områden som målet undantar",
        "only counts outside the areas that the target leaves out",
    ),
    "log.why.all_parties": (
        "räknas bara när {parties} deltar tillsammans",
        "only counts when {parties} take part together",
    ),
    "log.why.tags": ("ingen av målets märkningar har angetts", "none of the target’s tags was given"),
    "log.why.together_with": ("räknas bara tillsammans med {kind}", "only counts together with {kind}"),
    "log.why.minimum": ("minst {least} måste anges", "at least {least} must be given"),
    "log.why.days": ("dagen är inte en av målets dagar", "the day is not one of the target’s days"),
    "log.unplaced_sum": (
        "{kind}: räknas i totalen men inte {any}, eftersom posten gäller flera",
        "{kind}: counts in the total but not for {any}, since the record covers several",
    ),
    "log.comment_ahead": (
        "Avtalet har inte börjat gälla än. Kommentaren visas från och med {day}.",
        "The agreement is not in force yet. The comment will be shown from {day}.",
    ),
    "log.no_need_alone": (
        "Löftet är inte ett löfte vid behov (if_needed saknas), så läget ändras inte.",
        "The promise does not depend on need (it has no if_needed), so its state does not change.",
    ),
    "log.verdict_over": (
        "Bedömningen från {day} ({verdict}) gäller inte längre. Ange --verdict igen om bedömningen ska gälla även i fortsättningen.",
        "The verdict of {day} ({verdict}) no longer applies. Give --verdict again if it should.",
    ),
    "log.unplaced": (
        "{kind}: posten räknas inte i målet ({why}); dela upp den om det går",
        "{kind}: the record does not count towards the target ({why}); split it up if you can",
    ),
    "log.next": ("{head}, nästa senast {day}", "{head}, next by {day}"),
    "log.late": (
        "{head}, ligger efter: nästa borde ha varit gjord senast {day}",
        "{head}, behind: the next one was due by {day}",
    ),
    "log.booked": (
        "{head}, borde ha varit klart senast {day}, men allt är inbokat",
        "{head}, was due by {day}, but everything is booked",
    ),
    "log.complete": ("{head}, ska vara klart senast {day}", "{head}, to be completed by {day}"),
    "log.late_amount": (
        "{head}, ligger efter: ska vara klart senast {day}",
        "{head}, behind: to be completed by {day}",
    ),
    "log.state": ("{head}, {state}", "{head}, {state}"),
    "log.logged": ("{kind}: {count} hittills under avtalet", "{kind}: {count} so far under the agreement"),
    "log.effect_unknown": (
        "Posten är sparad, men löftets läge kunde inte räknas ut:",
        "The record is stored, but the state of the promise could not be worked out:",
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
    "log.again.comment": (
        "Samma kommentar finns redan ({id}); skulle den sparas två gånger? Annars: loften void last --reason …",
        "The same comment is already there ({id}); was it meant twice? If not: loften void last --reason …",
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
        "Warning: {file} is a copy of {original} and is not read. Move it elsewhere.",
    ),
    "log.vanished": (
        "Varning: {file} saknas i loggen. Återställ den från en säkerhetskopia. "
        'Finns ingen: loften check --accept {name} --reason "…"',
        "Warning: {file} is missing from the log. Restore it from a backup. "
        'If there is none: loften check --accept {name} --reason "…"',
    ),
    "log.shrunk": (
        "Varning: poster som fanns i {file} saknas nu. Återställ dem från en säkerhetskopia. "
        'Finns ingen: loften check --accept {name} --reason "…"',
        "Warning: records that were in {file} are now missing. Restore them from a backup. "
        'If there is none: loften check --accept {name} --reason "…"',
    ),
    "log.unreadable": (
        "Varning: {file} kan inte läsas: {reason}. Posterna i den räknas inte.",
        "Warning: {file} cannot be read: {reason}. The records in it do not count.",
    ),
    "log.more_files": (
        "Varning: detsamma gäller {count} filer till i loggen.",
        "Warning: the same applies to {count} more files of the log.",
    ),
    "log.lines": ("Varning: loggen har {what}.", "Warning: the log has {what}."),
    "log.lines_left": ("Bara det som går att läsa visas.", "Only what can be read is shown."),
    "log.line": ("  {file}:{line}: {reason}", "  {file}:{line}: {reason}"),
    "log.conflict": (
        "  posten {id} skiljer sig mellan olika filer",
        "  the record {id} differs between files",
    ),
    "log.more": ("  … och {count} till", "  … and {count} more"),
    "log.sort.damaged": ("{count} skadade rader", "{count} damaged lines"),
    "log.sort.damaged.one": ("en skadad rad", "one damaged line"),
    "log.sort.newer": ("{count} rader från en nyare version", "{count} lines from a newer version"),
    "log.sort.newer.one": ("en rad från en nyare version", "one line from a newer version"),
    "log.sort.edited": (
        "{count} rader som har ändrats för hand eller där raden före saknas",
        "{count} lines that were edited by hand or follow a missing line",
    ),
    "log.sort.edited.one": (
        "en rad som har ändrats för hand eller där raden före saknas",
        "one line that was edited by hand or follows a missing line",
    ),
    "log.sort.torn": ("{count} avbrutna rader", "{count} incomplete lines"),
    "log.sort.torn.one": ("en avbruten rad", "one incomplete line"),
    "log.sort.unreadable": ("{count} filer som inte kan läsas", "{count} files that cannot be read"),
    "log.sort.unreadable.one": ("en fil som inte kan läsas", "one file that cannot be read"),
    "log.sort.unfinished": (
        "{count} filer som slutar mitt i en rad",
        "{count} files that end in the middle of a line",
    ),
    "log.sort.unfinished.one": (
        "en fil som slutar mitt i en rad",
        "one file that ends in the middle of a line",
    ),
    "log.sort.vanished": ("{count} filer som saknas", "{count} missing files"),
    "log.sort.vanished.one": ("en fil som saknas", "one missing file"),
    "log.sort.shrunk": (
        "{count} filer som har förlorat poster",
        "{count} files that have lost records",
    ),
    "log.sort.shrunk.one": ("en fil som har förlorat poster", "one file that has lost records"),
    "log.sort.conflicts": (
        "{count} poster vars kopior skiljer sig åt",
        "{count} records whose copies differ",
    ),
    "log.sort.conflicts.one": ("en post vars kopior skiljer sig åt", "one record whose copies differ"),
    # --- why a line is no record
    "log.not_utf8": ("raden är inte UTF-8", "the line is not UTF-8"),
    "log.not_json": ("raden är inte JSON", "the line is not JSON"),
    "log.not_object": ("raden är inget JSON-objekt", "the line is not a JSON object"),
    "log.not_a_number": ("NaN och oändligheten är inte tal", "NaN and infinity are not numbers"),
    "log.twice": ("en nyckel förekommer två gånger", "a key occurs twice"),
    "log.surrogate": (
        "texten har en halv teckenkod (ensam surrogat)",
        "the text has half a character (a lone surrogate)",
    ),
    "log.version": ("”v” är inget versionsnummer", "“v” is not a version number"),
    "log.field": ("”{field}” saknas eller har fel värde", "“{field}” is missing or has the wrong value"),
    "log.long": ("raden är längre än 64 kB", "the line is longer than 64 kB"),
    "log.deep": ("raden har fler än 100 nivåer", "the line has more than 100 levels"),
    "log.unusable": ("raden kan inte användas", "the line cannot be used"),
    "log.newer": (
        "skriven av en nyare version av loften; uppdatera programmet",
        "written by a newer version of loften; update the program",
    ),
    "log.edited": (
        "ändrad för hand, eller raden före saknas",
        "edited by hand, or the line before is missing",
    ),
    "log.torn": ("avbröts medan den skrevs", "cut short while it was being written"),
    "log.torn_other": ("avbröts medan den skrevs", "cut short while it was being written"),
    "log.unfinished": (
        "filen slutar mitt i raden; den har kanske inte kopierats färdigt",
        "the file ends in the middle of the line; it may not have been copied completely",
    ),
    "log.unfinished.do": (
        "Hämta filen på nytt från den som skriver i den. Om det inte kommer mer: "
        'loften check --accept {name} --reason "…"',
        "Fetch the file again from the person who writes to it. If no more will come: "
        'loften check --accept {name} --reason "…"',
    ),
    # --- what to do, where `check` finds it
    **{f"log.{reason}.do": _UNREADABLE for reason in _REASONS},
    "log.edited.do": (
        "Jämför filen med en äldre kopia: raderna får inte ändras efter att loften har skrivit dem. "
        'Finns ingen: loften check --accept {name} --reason "…"',
        "Compare the file with an older copy: its lines must not be changed after loften has written them. "
        'If you have none: loften check --accept {name} --reason "…"',
    ),
    "log.torn.do": (
        "Posten bekräftades aldrig. Logga den på nytt om den saknas; raden kan stå kvar.",
        "The record was never confirmed. Log it again if it is missing; the line can stay.",
    ),
    "log.torn_other.do": (
        "Posten bekräftades aldrig för den som skrev den; raden kan stå kvar.",
        "The record was never confirmed to the person who wrote it; the line can stay.",
    ),
}
