"""What `check` finds, and what to do about it (`.do`)."""

_MISPLACED = (
    "Jämför filen med en äldre kopia: raderna får inte ändras efter att loften har skrivit dem.",
    "Compare the file with an older copy: its lines must not be changed after loften has written them.",
)
_UNKNOWN = (
    "Det räknas inte. Rätta posten med loften amend, eller lägg till ordet i löftesfilen.",
    "It does not count. Amend the record with loften amend, or add the word to the promise file.",
)
_PENDING = (
    "Lägg in loggfilen från den som skrev posten i mappen log.",
    "Put the log file of whoever wrote the record in the folder log.",
)
_SINCE = (
    "Loggen har ändrats sedan rapporten gjordes. Jämför den med en säkerhetskopia från den tiden.",
    "The log has been changed since the report was made. Compare it with a backup from that time.",
)

TEXTS: dict[str, tuple[str, str]] = {
    # --- files
    "check.vanished": ("filen saknas i loggen", "the file is missing from the log"),
    "check.vanished.do": (
        'Återställ den från en säkerhetskopia. Finns ingen: loften check --accept {name} --reason "…"',
        'Restore it from a backup. If there is none: loften check --accept {name} --reason "…"',
    ),
    "check.shrunk": (
        "poster som fanns i filen saknas nu",
        "records that were in the file are now missing",
    ),
    "check.shrunk.do": (
        'Återställ dem från en säkerhetskopia. Finns ingen: loften check --accept {name} --reason "…"',
        'Restore them from a backup. If there is none: loften check --accept {name} --reason "…"',
    ),
    "check.unreadable": ("filen kan inte läsas: {reason}", "the file cannot be read: {reason}"),
    "check.unreadable.do": (
        "Kontrollera att du har läsbehörighet; flytta bort mappar, länkar och annat som inte är en fil.",
        "Check that you may read it; move away folders, links and whatever else is not a file.",
    ),
    "check.more_lines": ("fler rader av samma slag: {count}", "more lines of the same kind: {count}"),
    "check.copy": (
        "ser ut som en kopia av {original}, gjord av ett synkprogram eller för hand",
        "looks like a copy of {original}, made by a sync program or by hand",
    ),
    "check.copy.do": (
        "Jämför filerna, och flytta bort kopian när {original} innehåller allt som finns i den.",
        "Compare the files, and move the copy away once {original} contains everything in it.",
    ),
    "check.cut": (
        "”{cut}” är en kommentar och ingår inte i texten",
        "“{cut}” is a comment and not part of the text",
    ),
    "check.cut.do": (
        "Sätt hela texten inom citattecken, eller flytta kommentaren till en egen rad.",
        "Put the whole text in quotes, or move the comment to a separate line.",
    ),
    "check.unfilled": (
        "fyll i {key}: ”{value}” står kvar från mallen",
        "fill in {key}: “{value}” is left over from the template",
    ),
    "check.unfilled.do": (
        "Skriv avtalets egna ord; source, contact och decision får tas bort.",
        "Write the agreement’s own words; source, contact and decision may be removed.",
    ),
    "check.draft": (
        "avtalet är ett utkast och kommer inte med i någon rapport",
        "the agreement is a draft and is not reported on",
    ),
    "check.draft.do": (
        "Ta bort raden när avtalet är undertecknat.",
        "Remove the line when the agreement has been signed.",
    ),
    "check.confirm": (
        "raden är märkt för att bekräftas",
        "the line is marked to be confirmed",
    ),
    "check.confirm.do": (
        "Kontrollera den mot avtalet, och ta bort kommentaren.",
        "Check it against the agreement, and remove the comment.",
    ),
    "check.party": (
        "”{word}” ska delta varje gång, men är inte bland dem som ger löftet",
        "“{word}” must take part every time, but is not among those who make the promise",
    ),
    "check.party.do": (
        "Lägg till parten i löftets parties, eller ta bort den ur all_parties.",
        "Add the party to the promise’s parties, or remove it from all_parties.",
    ),
    "check.double": (
        "är en exakt kopia av {original} och läses inte",
        "is an exact copy of {original} and is not read",
    ),
    "check.double.do": ("Flytta bort den.", "Move it elsewhere."),
    "check.marker": ("raden är kvar efter en konflikt i git", "the line is left over from a git conflict"),
    "check.marker.do": (
        "Behåll det som ska gälla och ta bort raderna med <<<<<<<, ======= och >>>>>>>.",
        "Keep what should apply and remove the lines with <<<<<<<, ======= and >>>>>>>.",
    ),
    "check.marker_log": (
        "raden är kvar efter en konflikt i git",
        "the line is left over from a git conflict",
    ),
    "check.marker_log.do": (
        "Ta bort raderna med <<<<<<<, ======= och >>>>>>>, men behåll posterna från båda sidorna.",
        "Remove the lines with <<<<<<<, ======= and >>>>>>>, but keep the records from both sides.",
    ),
    # --- lines
    "check.moved": (
        "hör hemma efter rad {after}: rader har flyttats eller skjutits in",
        "belongs after line {after}: lines have been moved or inserted",
    ),
    "check.moved.do": _MISPLACED,
    "check.first": (
        "hör hemma först i filen: rader har flyttats eller skjutits in",
        "belongs at the beginning of the file: lines have been moved or inserted",
    ),
    "check.first.do": _MISPLACED,
    "check.writer": (
        "skriven av ”{by}”, men filen börjar med poster från ”{first}”",
        "written by “{by}”, but the file begins with records by “{first}”",
    ),
    "check.writer.do": (
        "Låt var och en skriva i en egen fil; slå aldrig ihop två filer.",
        "Let every writer have a separate file; never merge two files into one.",
    ),
    "check.clock": (
        "klockan har gått bakåt: raden skrevs {at}, men en tidigare rad {before}",
        "the clock has gone backwards: this line was written {at}, but an earlier one {before}",
    ),
    "check.clock.do": (
        "Ställ datorns klocka rätt; rättelser tillämpas i tidsordning.",
        "Set the computer’s clock; corrections are applied in order of time.",
    ),
    # --- records
    "check.personal": (
        "en text innehåller något som ser ut som ett personnummer",
        "a text contains what looks like a personal identity number",
    ),
    "check.personal.do": (
        "Personnummer får inte finnas i loggen. Texten måste maskas. Är det inte ett personnummer: skriv samma text igen med loften amend och --not-personal.",
        "Identity numbers must not be in the log. The text must be redacted. If it is not one, write the same text again with loften amend and --not-personal.",
    ),
    "check.personal_promises": (
        "raden innehåller något som ser ut som ett personnummer",
        "the line contains what looks like a personal identity number",
    ),
    "check.personal_promises.do": (
        "Ta bort det ur filen, eller skriv det så att det inte kan uppfattas som ett personnummer.",
        "Remove it from the file, or write it so that it cannot be mistaken for one.",
    ),
    "check.conflict": (
        "posten {id} har ett annat innehåll här än i {other}",
        "the record {id} differs from its copy at {other}",
    ),
    "check.conflict.do": (
        "Ta reda på vilken fil som är rätt, och hämta den på nytt från den som skriver i den.",
        "Find out which file is right, and fetch it again from the person who writes to it.",
    ),
    "check.pending_amend": (
        "rättar posten {of}, som inte finns i loggen",
        "amends the record {of}, which is not in the log",
    ),
    "check.pending_amend.do": _PENDING,
    "check.pending_void": (
        "makulerar posten {of}, som inte finns i loggen",
        "voids the record {of}, which is not in the log",
    ),
    "check.pending_void.do": _PENDING,
    "check.pending_redact": (
        "maskar posten {of}, som inte finns i loggen",
        "redacts the record {of}, which is not in the log",
    ),
    "check.pending_redact.do": _PENDING,
    "check.unknown_kinds": (
        "posten {id} har aktiviteten ”{word}”, som inte finns i {file}",
        "the record {id} has the kind “{word}”, which is not in {file}",
    ),
    "check.unknown_kinds.do": _UNKNOWN,
    "check.unknown_areas": (
        "posten {id} har området ”{word}”, som inte finns i {file}",
        "the record {id} has the area “{word}”, which is not in {file}",
    ),
    "check.unknown_areas.do": _UNKNOWN,
    "check.unknown_parties": (
        "posten {id} har parten ”{word}”, som inte finns i {file}",
        "the record {id} has the party “{word}”, which is not in {file}",
    ),
    "check.unknown_parties.do": _UNKNOWN,
    "check.unknown_tags": (
        "posten {id} har märkningen ”{word}”, som inte finns i {file}",
        "the record {id} has the tag “{word}”, which is not in {file}",
    ),
    "check.unknown_tags.do": _UNKNOWN,
    "check.unknown_quantities": (
        "posten {id} har mängden ”{word}”, som inte finns i {file}",
        "the record {id} has the quantity “{word}”, which is not in {file}",
    ),
    "check.unknown_quantities.do": _UNKNOWN,
    "check.unknown_promise": (
        "kommentaren {id} gäller löftet ”{word}”, som inte finns i någon löftesfil",
        "the comment {id} is on the promise “{word}”, which is not in any promise file",
    ),
    "check.unknown_promise.do": (
        "Den visas inte. Makulera den med loften void och skriv en ny.",
        "It is not shown. Void it with loften void and write a new one.",
    ),
    # --- a report
    "check.no_report": ("filen är ingen rapport från loften", "the file is not a report from loften"),
    "check.no_report.do": (
        "Ange en HTML-, Markdown- eller JSON-fil som loften report har skrivit.",
        "Give an HTML, Markdown or JSON file that loften report has written.",
    ),
    "check.other_municipality": (
        "rapporten gäller {other}, inte {municipality}",
        "the report is about {other}, not {municipality}",
    ),
    "check.other_municipality.do": (
        "Kontrollera --report och --dir.",
        "Check --report and --dir.",
    ),
    "check.report_altered": (
        "rapporten har ändrats: den anger {records} poster, men dess kontrollsummor gäller {total}",
        "the report has been altered: it states {records} records, but its checksums cover {total}",
    ),
    "check.report_altered.do": (
        "Jämför den med ett annat exemplar av samma rapport.",
        "Compare it with another copy of the same report.",
    ),
    "check.report_lost": (
        "kontrollsumman {sum}, för post {records} i en av filerna, finns inte längre i loggen",
        "the checksum {sum}, for record {records} in one of the files, is no longer in the log",
    ),
    "check.report_lost.do": _SINCE,
    "check.report_shifted": (
        "kontrollsumman {sum} gällde post {records} i en av filerna och gäller nu post {now}",
        "the checksum {sum} was for record {records} in one of the files and is now for record {now}",
    ),
    "check.report_shifted.do": _SINCE,
    # --- many alike
    "check.more": (
        "{file}: {count} till av samma slag; --format json visar alla",
        "{file}: {count} more of the same kind; --format json shows all",
    ),
    "check.more.one": (
        "{file}: en till av samma slag; --format json visar alla",
        "{file}: one more of the same kind; --format json shows all",
    ),
}
