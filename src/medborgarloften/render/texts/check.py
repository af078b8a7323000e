"""What `check` finds, and what to do about it (`.do`)."""

_MISPLACED = (
    "Jämför filen med en äldre kopia: raderna ska stå orörda, så som loften skrev dem.",
    "Compare the file with an older copy: its lines must stay untouched, as loften wrote them.",
)
_UNKNOWN = (
    "Det räknas inte. Rätta posten med loften amend, eller lägg till ordet i löftesfilen.",
    "It does not count. Amend the record with loften amend, or add the word to the promise file.",
)
_PENDING = (
    "Lägg in loggfilen från den som skrev posten i mappen log.",
    "Put the log file of whoever wrote the record into the folder log.",
)
_SINCE = (
    "Loggen har ändrats sedan rapporten gjordes. Jämför den med en säkerhetskopia från den tiden.",
    "The log was changed since the report was made. Compare it with a backup from that time.",
)

TEXTS: dict[str, tuple[str, str]] = {
    # --- files
    "check.vanished": ("filen är borta ur loggen", "the file is gone from the log"),
    "check.vanished.do": (
        'Hämta tillbaka den från en kopia. Finns ingen: loften check --accept {name} --reason "…"',
        'Restore it from a copy. If there is none: loften check --accept {name} --reason "…"',
    ),
    "check.shrunk": (
        "filen har förlorat poster som fanns förut",
        "the file has lost records that were there before",
    ),
    "check.shrunk.do": (
        'Hämta tillbaka dem från en kopia. Finns ingen: loften check --accept {name} --reason "…"',
        'Restore them from a copy. If there is none: loften check --accept {name} --reason "…"',
    ),
    "check.copy": (
        "ser ut som en kopia av {original}, gjord av ett synkprogram eller för hand",
        "looks like a copy of {original}, made by a sync program or by hand",
    ),
    "check.copy.do": (
        "Jämför filerna, och flytta bort kopian när inget i den saknas i {original}.",
        "Compare the files, and move the copy away once {original} lacks nothing of it.",
    ),
    "check.cut": (
        "”{cut}” är en kommentar och kommer inte med i texten",
        "“{cut}” is a comment and not part of the text",
    ),
    "check.cut.do": (
        "Sätt hela texten inom citattecken, eller flytta kommentaren till en egen rad.",
        "Put the whole text in quotes, or move the comment to a line of its own.",
    ),
    "check.unfilled": (
        "fyll i {key}: ”{value}” står kvar från mallen",
        "fill in {key}: “{value}” is left over from the template",
    ),
    "check.unfilled.do": (
        "Skriv avtalets egna ord; source, contact och decision får tas bort.",
        "Write the agreement’s own words; source, contact and decision may be removed.",
    ),
    "check.double": (
        "är en kopia av {original}, lika in i minsta tecken; den läses inte",
        "is a copy of {original}, the same to the last character; it is not read",
    ),
    "check.double.do": ("Flytta bort den.", "Move it away."),
    "check.marker": ("raden är kvar efter en konflikt i git", "the line is left over from a conflict in git"),
    "check.marker.do": (
        "Behåll det som gäller och ta bort raderna med <<<<<<<, ======= och >>>>>>>.",
        "Keep what is in force and remove the lines with <<<<<<<, ======= and >>>>>>>.",
    ),
    "check.marker_log": (
        "raden är kvar efter en konflikt i git",
        "the line is left over from a conflict in git",
    ),
    "check.marker_log.do": (
        "Ta bort raderna med <<<<<<<, ======= och >>>>>>>, men behåll posterna från båda sidorna.",
        "Remove the lines with <<<<<<<, ======= and >>>>>>>, but keep the records of both sides.",
    ),
    # --- lines
    "check.moved": (
        "hör hemma efter rad {after}: rader har flyttats eller skjutits in",
        "belongs after line {after}: lines were moved or inserted",
    ),
    "check.moved.do": _MISPLACED,
    "check.first": (
        "hör hemma först i filen: rader har flyttats eller skjutits in",
        "belongs at the beginning of the file: lines were moved or inserted",
    ),
    "check.first.do": _MISPLACED,
    "check.writer": (
        "skriven av ”{by}”, men filen börjar med poster från ”{first}”",
        "written by “{by}”, but the file begins with records of “{first}”",
    ),
    "check.writer.do": (
        "Låt var och en skriva i en egen fil; lägg aldrig ihop två filer till en.",
        "Let everybody write to a file of their own; never join two files into one.",
    ),
    "check.clock": (
        "klockan har gått bakåt: raden skrevs {at}, men en tidigare rad {before}",
        "the clock ran backwards: this line was written {at}, but an earlier one {before}",
    ),
    "check.clock.do": (
        "Ställ datorns klocka; rättelser gäller i den ordning som den anger.",
        "Set the computer’s clock; corrections apply in the order that it gives.",
    ),
    # --- records
    "check.personal": (
        "en text innehåller något som ser ut som ett personnummer",
        "a text holds what looks like a personal identity number",
    ),
    "check.personal.do": (
        "Personnummer får inte finnas i loggen: texten måste maskas. Är det inget personnummer, så skriv samma text igen med loften amend och --not-personal.",
        "Identity numbers may not be in the log: the text must be redacted. If it is not one, write the same text again with loften amend and --not-personal.",
    ),
    "check.personal_promises": (
        "raden innehåller något som ser ut som ett personnummer",
        "the line holds what looks like a personal identity number",
    ),
    "check.personal_promises.do": (
        "Ta bort det ur filen, eller skriv det så att det inte kan tas för ett.",
        "Remove it from the file, or write it so that it cannot be taken for one.",
    ),
    "check.conflict": (
        "posten {id} har ett annat innehåll här än i {other}",
        "the record {id} has other contents here than at {other}",
    ),
    "check.conflict.do": (
        "Ta reda på vilken fil som är rätt, och hämta den på nytt från den som skriver i den.",
        "Find out which file is right, and fetch it again from whoever writes it.",
    ),
    "check.pending_amend": (
        "rättar posten {of}, som inte har kommit",
        "amends the record {of}, which has not arrived",
    ),
    "check.pending_amend.do": _PENDING,
    "check.pending_void": (
        "makulerar posten {of}, som inte har kommit",
        "makes the record {of} void, which has not arrived",
    ),
    "check.pending_void.do": _PENDING,
    "check.pending_redact": (
        "maskar posten {of}, som inte har kommit",
        "redacts the record {of}, which has not arrived",
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
        "posten {id} har märket ”{word}”, som inte finns i {file}",
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
        "the comment {id} is on the promise “{word}”, which is in no promise file",
    ),
    "check.unknown_promise.do": (
        "Den visas inte. Makulera den med loften void och skriv en ny.",
        "It is not shown. Make it void with loften void and write a new one.",
    ),
    # --- a report
    "check.no_report": ("filen är ingen rapport från loften", "the file is no report of loften"),
    "check.no_report.do": (
        "Ange en HTML-, Markdown- eller JSON-fil som loften report har skrivit.",
        "Name an HTML, Markdown or JSON file that loften report has written.",
    ),
    "check.other_municipality": (
        "rapporten gäller {other}, inte {municipality}",
        "the report is of {other}, not of {municipality}",
    ),
    "check.other_municipality.do": (
        "Kontrollera --report och --dir.",
        "Check --report and --dir.",
    ),
    "check.report_altered": (
        "rapporten är ändrad: den anger {records} poster, men dess kontrollsummor gäller {total}",
        "the report was altered: it names {records} records, but its checksums are of {total}",
    ),
    "check.report_altered.do": (
        "Jämför den med ett annat exemplar av samma rapport.",
        "Compare it with another copy of the same report.",
    ),
    "check.report_lost": (
        "kontrollsumman {sum}, för post {records} i en av filerna, finns inte längre i loggen",
        "the checksum {sum}, of record {records} in one of the files, is no longer in the log",
    ),
    "check.report_lost.do": _SINCE,
    "check.report_shifted": (
        "kontrollsumman {sum} gällde post {records} i en av filerna och gäller nu post {now}",
        "the checksum {sum} was of record {records} in one of the files and is now of record {now}",
    ),
    "check.report_shifted.do": _SINCE,
    # --- many alike
    "check.more": (
        "{file}: {count} till av samma slag; --format json visar alla",
        "{file}: {count} more of the same sort; --format json shows all",
    ),
    "check.more.one": (
        "{file}: en till av samma slag; --format json visar alla",
        "{file}: one more of the same sort; --format json shows all",
    ),
}
