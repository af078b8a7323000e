"""What a report says."""

TEXTS: dict[str, tuple[str, str]] = {
    "report.title": ("Uppföljning av medborgarlöften, {period}", "Follow-up of citizen promises, {period}"),
    "report.title_unfinished": (
        "Uppföljning av medborgarlöften, {period}, till och med {day}",
        "Follow-up of citizen promises, {period}, up to and including {day}",
    ),
    "report.basis": (
        "Läget vid dagens slut den {day}. Avtalet gäller {period}.",
        "As of the end of {day}. The agreement is for {period}.",
    ),
    "report.unreadable": (
        "{count} rader i loggen kunde inte läsas och är inte med i siffrorna.",
        "{count} lines of the log could not be read and are not in the figures.",
    ),
    "report.unreadable.one": (
        "En rad i loggen kunde inte läsas och är inte med i siffrorna.",
        "One line of the log could not be read and is not in the figures.",
    ),
    "report.conflicts": (
        "{count} poster finns i olika versioner; en av dem är räknad.",
        "{count} records exist in different versions; one of them is counted.",
    ),
    "report.conflicts.one": (
        "En post finns i olika versioner; en av dem är räknad.",
        "One record exists in different versions; one of them is counted.",
    ),
    "report.vanished": (
        "{count} filer som loggen hade förut är borta; deras poster är inte med i siffrorna.",
        "{count} files that the log had before are gone; their records are not in the figures.",
    ),
    "report.vanished.one": (
        "En fil som loggen hade förut är borta; dess poster är inte med i siffrorna.",
        "One file that the log had before is gone; its records are not in the figures.",
    ),
    "report.shrunk": (
        "{count} av loggens filer har förlorat poster, som inte är med i siffrorna.",
        "{count} of the log’s files have lost records, which are not in the figures.",
    ),
    "report.shrunk.one": (
        "En av loggens filer har förlorat poster, som inte är med i siffrorna.",
        "One of the log’s files has lost records, which are not in the figures.",
    ),
    "report.unfinished": (
        "{count} av loggens filer slutar mitt i en rad; det som skulle följa är inte med i siffrorna.",
        "{count} of the log’s files end in the middle of a line; what would follow is not in the figures.",
    ),
    "report.unfinished.one": (
        "En av loggens filer slutar mitt i en rad; det som skulle följa är inte med i siffrorna.",
        "One of the log’s files ends in the middle of a line; what would follow is not in the figures.",
    ),
    "report.accepted": (
        "Godtagna förluster i loggen, med dagen då de godtogs:",
        "Accepted losses of the log, with the day on which each was accepted:",
    ),
    "report.accepted_item": ("{day}: {what}. Skäl: {reason}", "{day}: {what}. Reason: {reason}"),
    "report.all": ("Alla löften", "All promises"),
    "report.all_caption": ("Läget för varje löfte den {day}", "How every promise stood on {day}"),
    "report.col.promise": ("Löfte", "Promise"),
    "report.col.outcome": ("Utfall hittills", "Outcome so far"),
    "report.col.period": ("Tillfällen under perioden", "Occasions in the period"),
    "report.col.state": ("Läge", "State"),
    "report.col.before": ("Läge före perioden", "State before the period"),
    "report.col.target": ("Mål", "Target"),
    "report.col.done": ("Gjort", "Done"),
    "report.col.booked": ("Inbokat", "Booked"),
    "report.col.missing": ("Saknas", "Missing"),
    "report.col.next": ("Nästa steg", "Next step"),
    "report.col.day": ("När", "When"),
    "report.col.what": ("Vad", "What"),
    "report.col.where": ("Var", "Where"),
    "report.col.note": ("Anteckning", "Note"),
    "report.col.occasions": ("Tillfällen", "Occasions"),
    "report.col.sum": ("Sista kontrollsumma", "Last checksum"),
    "report.col.records": ("Poster", "Records"),
    "report.counted": ("{count} {kinds}", "{count} {kinds}"),
    "report.figure": ("{done} av {required} {name}", "{done} of {required} {name}"),
    "report.figure_of": ("{name} {figure}", "{name} {figure}"),
    "report.unmet": ("{name}, ej uppfyllt: {names}.", "{name}, not kept: {names}."),
    "report.cut": (
        "{name}: {names} ligger delvis utanför tiden och bedöms inte.",
        "{name}: not judged, being partly outside the time: {names}.",
    ),
    "report.unplaced_number": ("ej fördelat {number}", "unplaced {number}"),
    "report.unplaced": ("Ej fördelat:", "Unplaced:"),
    "report.misfit": ("{what} ({why})", "{what} ({why})"),
    "report.misfits": ("{count} × {what} ({why})", "{count} × {what} ({why})"),
    "report.promised_by": ("Löftet ges av {parties}.", "Promised by {parties}."),
    "report.names_areas": ("Löftet nämner särskilt {areas}.", "The promise names {areas} in particular."),
    "report.no_number": (
        "Inget antal är utlovat. Hittills: {outcome}.",
        "No number was promised. So far: {outcome}.",
    ),
    "report.no_number_nothing": (
        "Inget antal är utlovat, och inget är registrerat hittills.",
        "No number was promised, and nothing has been logged so far.",
    ),
    "report.nothing": ("Inget är registrerat hittills.", "Nothing has been logged so far."),
    "report.nothing_now": ("Inget är registrerat under perioden.", "Nothing was logged in the period."),
    "report.targets": ("Mål och utfall", "Targets and outcome"),
    "report.joint": (
        "Hittills har {joint} av {all} {kinds} genomförts i kombination med {other}.",
        "So far {joint} of {all} {kinds} were held together with a {other}.",
    ),
    "report.where": ("Per område, {period}: {areas}.", "By area, {period}: {areas}."),
    "report.done": ("Genomfört, {period}", "Done, {period}"),
    "report.more": (
        "Tabellen visar de senaste; ytterligare {count} poster från perioden ingår i siffrorna.",
        "The table shows the latest ones; {count} more records of the period are in the figures.",
    ),
    "report.more.one": (
        "Tabellen visar de senaste; ytterligare en post från perioden ingår i siffrorna.",
        "The table shows the latest ones; one more record of the period is in the figures.",
    ),
    "report.trace": (
        "Av utfallet hittills är {single} tillfällen registrerade ett och ett; {bulk} kommer från samlade siffror.",
        "Of the outcome so far, {single} occasions were logged one by one; {bulk} come from bulk figures.",
    ),
    "report.trace.one": (
        "Av utfallet hittills är {single} tillfälle registrerat för sig; {bulk} kommer från samlade siffror.",
        "Of the outcome so far, {single} occasion was logged by itself; {bulk} come from bulk figures.",
    ),
    "report.trace_single": (
        "I utfallet hittills är varje tillfälle registrerat för sig.",
        "In the outcome so far, every occasion was logged by itself.",
    ),
    "report.trace_bulk": (
        "Utfallet hittills kommer helt från samlade siffror.",
        "The outcome so far comes from bulk figures alone.",
    ),
    "report.trace_approx": (
        "Ungefärligt angivna tillfällen: {approx}.",
        "Occasions given approximately: {approx}.",
    ),
    "report.trace_sources": ("Uppgifter från {sources}.", "Figures from {sources}."),
    "report.activities": ("Genomförda aktiviteter, {period}", "Activities carried out, {period}"),
    "report.occasions": (
        "Sammanlagt {count} tillfällen, alla löften tillsammans.",
        "In all {count} occasions, over all promises.",
    ),
    "report.occasions.one": (
        "Sammanlagt ett tillfälle, alla löften tillsammans.",
        "In all one occasion, over all promises.",
    ),
    "report.occasions.none": (
        "Inget är registrerat under perioden för något löfte.",
        "Nothing was logged in the period for any promise.",
    ),
    "report.several_rows": (
        "Ett tillfälle som gäller flera områden, utförare eller aktiviteter står på flera rader, "
        "så raderna kan bli fler än summan.",
        "An occasion of several areas, parties or activities is in several rows, "
        "so that the rows may add up to more than the sum.",
    ),
    "report.focus": ("{name} (fokusområde)", "{name} (focus area)"),
    "report.by_area": ("Område", "Area"),
    "report.by_area_caption": ("Tillfällen per område", "Occasions by area"),
    "report.no_area": ("utan angivet område", "no area named"),
    "report.by_party": ("Utförare", "Carried out by"),
    "report.by_party_caption": ("Tillfällen per utförare", "Occasions by party"),
    "report.no_party": ("utan angiven utförare", "no party named"),
    "report.by_kind": ("Aktivitet", "Activity"),
    "report.by_kind_caption": ("Tillfällen per aktivitet", "Occasions by activity"),
    "report.by_tag": ("Inriktning", "Part"),
    "report.by_tag_caption": ("Tillfällen per inriktning", "Occasions by part"),
    "report.spread": (
        "Siffror som gäller flera månader är inte med i fördelningen per månad: {count}.",
        "Figures that cover several months are not in the division by month: {count}.",
    ),
    "report.unconfirmed": ("Inbokat men ej bekräftat", "Booked but unconfirmed"),
    "report.unconfirmed_says": (
        "Dagen har passerat, men inget är registrerat. Det räknas varken som gjort eller som inbokat.",
        "The day has passed, but nothing was logged. It counts neither as done nor as booked.",
    ),
    "report.late": ("Infört eller rättat i efterhand", "Logged or corrected afterwards"),
    "report.late_says": (
        "Gäller tiden före perioden men har skrivits in senare. Siffrorna i den här rapporten tar hänsyn till det.",
        "About the time before the period, but written later. The figures of this report take it in.",
    ),
    "report.written": ("{what} (infört {day})", "{what} (written {day})"),
    "report.overlaps": ("Kan vara räknat två gånger", "Possibly counted twice"),
    "report.overlaps_says": (
        "En summerad uppgift gäller samma dagar som andra poster. Kontrollera att inget har räknats två gånger.",
        "A bulk figure covers the same days as other records. Check that nothing has been counted twice.",
    ),
    "report.overlap": (
        "{figure}: {count} andra tillfällen av samma slag under samma dagar",
        "{figure}: {count} other occasions of the same kind on the same days",
    ),
    "report.overlap.one": (
        "{figure}: {count} annat tillfälle av samma slag under samma dagar",
        "{figure}: {count} other occasion of the same kind on the same days",
    ),
    "report.overlap_figure": (
        "{figure}: överlappar {other}",
        "{figure}: overlaps with {other}",
    ),
    "report.planned": ("Inbokat framåt", "Booked ahead"),
    "report.planned_says": (
        "Planerade insatser är inte till för publicering.",
        "Plans are not for publication.",
    ),
    "report.more_lines": ("… och {count} till.", "… and {count} more."),
    "report.trail": ("Underlag", "Basis of this report"),
    "report.records": (
        "Loggen innehöll {count} poster när rapporten gjordes.",
        "The log had {count} records when this was made.",
    ),
    "report.records.one": (
        "Loggen innehöll en post när rapporten gjordes.",
        "The log had one record when this was made.",
    ),
    "report.records.none": (
        "Loggen var tom när rapporten gjordes.",
        "The log was empty when this was made.",
    ),
    "report.edited": (
        "{count} rader i loggen är ändrade för hand eller saknar raden före; de är med i siffrorna.",
        "{count} lines of the log were edited by hand or lack the one before; they are in the figures.",
    ),
    "report.edited.one": (
        "En rad i loggen är ändrad för hand eller saknar raden före; den är med i siffrorna.",
        "One line of the log was edited by hand or lacks the one before; it is in the figures.",
    ),
    "report.sums": (
        "Loggens filer när rapporten gjordes, för senare kontroll",
        "The files of the log when this was made, to check against later",
    ),
    "report.left_out": (
        "{span} hör till ett annat avtal ({file}) och är inte med. En egen rapport: loften report --from {first} --to {last}",
        "{span} belongs to another agreement ({file}) and is not in it. Its own report: loften report --from {first} --to {last}",
    ),
    "report.made": ("Skriven: {path}", "Written: {path}"),
    "report.kept": (
        "{path} finns redan och är kvar; den nya skulle skilja sig ({difference}). --replace ersätter den.",
        "{path} is there already and was kept; the new one would differ ({difference}). --replace replaces it.",
    ),
    "report.kept.more": ("{count} poster har tillkommit i loggen", "{count} records were added to the log"),
    "report.kept.more.one": ("en post har tillkommit i loggen", "one record was added to the log"),
    "report.kept.other": ("innehållet är ett annat", "the content is different"),
    "picture.pace": ("Gjort jämfört med jämn takt: {name}", "Done against an even pace: {name}"),
    "picture.pace_lines": (
        "Heldragen linje: gjort. Prickad linje: jämn takt. Streckad linje: målet.",
        "Solid line: done. Dotted line: an even pace. Dashed line: the target.",
    ),
    "picture.pace_says": (
        "Den {day} var {done} av {required} gjorda; i jämn takt hade det varit {due}.",
        "On {day} {done} of {required} were done; an even pace would have made it {due}.",
    ),
    "picture.of": ("{name} (löfte {number})", "{name} (promise {number})"),
    "picture.strips": ("Uppfyllt period för period: {name}", "Kept, period by period: {name}"),
    "picture.strips_boxes": (
        "Fylld ruta: uppfyllt. Kryssad ruta: ej uppfyllt. Tom ruta: inte avslutad. Streck: avkortad period, bedöms inte.",
        "Filled box: kept. Crossed box: not kept. Empty box: not finished. Dash: a cut period, not judged.",
    ),
    "picture.strips_part": (
        "Bilden visar inte alla perioder; siffrorna står i texten.",
        "Not all periods are drawn; the text has the figures.",
    ),
    "picture.bucket": ("{bucket}: {done}", "{bucket}: {done}"),
    "picture.bars": ("Gjort i varje område: {name}", "Done in each area: {name}"),
    "picture.bars_says": (
        "En stapel för varje område; hela längden är det som utlovats där.",
        "A bar for each area; its whole length is what was promised there.",
    ),
    "picture.months": ("Tillfällen per månad och område", "Occasions by month and area"),
    "picture.months_bars": (
        "En stapel för varje månad från {first} till {last}, med antalet ovanför.",
        "A bar for each month from {first} to {last}, with its number above.",
    ),
    "picture.months_bars_apart": (
        "En stapel för varje månad från {first} till {last}, med antalet ovanför. "
        "Det som saknar område har en egen skala.",
        "A bar for each month from {first} to {last}, with its number above. "
        "What has no area has a scale of its own.",
    ),
}
