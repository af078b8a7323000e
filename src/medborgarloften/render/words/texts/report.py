"""What a report says."""

TEXTS: dict[str, tuple[str, str]] = {
    "report.title": ("Uppföljning av medborgarlöften, {period}", "Follow-up of citizen promises, {period}"),
    "report.title_year": (
        "Uppföljning av medborgarlöften {period}",
        "Follow-up of citizen promises {period}",
    ),
    "report.title_unfinished": (
        "{title}, till och med {day}",
        "{title}, up to and including {day}",
    ),
    "report.basis": (
        "Läget till och med den {day}. Avtalet gäller {period}.",
        "As of the end of {day}. The agreement covers {period}.",
    ),
    "report.basis_year": (
        "Läget till och med den {day}. Avtalet gäller hela {period}.",
        "As of the end of {day}. The agreement covers all of {period}.",
    ),
    "report.uncounted": (
        "{count} rader i loggen kunde inte läsas och ingår inte i siffrorna.",
        "{count} lines of the log could not be read and are not included in the figures.",
    ),
    "report.uncounted.one": (
        "En rad i loggen kunde inte läsas och ingår inte i siffrorna.",
        "One line of the log could not be read and is not included in the figures.",
    ),
    "report.unreadable": (
        "{count} av loggens filer kunde inte läsas och ingår inte i siffrorna.",
        "{count} of the log’s files could not be read and are not included in the figures.",
    ),
    "report.unreadable.one": (
        "En av loggens filer kunde inte läsas och ingår inte i siffrorna.",
        "One of the log’s files could not be read and is not included in the figures.",
    ),
    "report.conflicts": (
        "{count} poster finns i olika versioner; en version av varje har räknats.",
        "{count} records exist in different versions; one version of each was counted.",
    ),
    "report.conflicts.one": (
        "En post finns i olika versioner; en av dem har räknats.",
        "One record exists in different versions; one of them was counted.",
    ),
    "report.vanished": (
        "{count} av loggens filer saknas nu; deras poster ingår inte i siffrorna.",
        "{count} of the log’s files are now missing; their records are not included in the figures.",
    ),
    "report.vanished.one": (
        "En av loggens filer saknas nu; dess poster ingår inte i siffrorna.",
        "One of the log’s files is now missing; its records are not included in the figures.",
    ),
    "report.shrunk": (
        "{count} av loggens filer har förlorat poster, som inte ingår i siffrorna.",
        "{count} of the log’s files have lost records, which are not included in the figures.",
    ),
    "report.shrunk.one": (
        "En av loggens filer har förlorat poster, som inte ingår i siffrorna.",
        "One of the log’s files has lost records, which are not included in the figures.",
    ),
    "report.unfinished": (
        "{count} av loggens filer slutar mitt i en rad; det som skulle följa ingår inte i siffrorna.",
        "{count} of the log’s files end in the middle of a line; what would follow is not included in the figures.",
    ),
    "report.unfinished.one": (
        "En av loggens filer slutar mitt i en rad; det som skulle följa ingår inte i siffrorna.",
        "One of the log’s files ends in the middle of a line; what would follow is not included in the figures.",
    ),
    "report.accepted": (
        "Godtagna förluster i loggen, med den dag då de godtogs:",
        "Accepted losses in the log, with the day on which each was accepted:",
    ),
    "report.accepted_item": ("{day}: {what}. Skäl: {reason}", "{day}: {what}. Reason: {reason}"),
    "report.all": ("Alla löften", "All promises"),
    "report.all_caption": ("Läget för varje löfte den {day}", "State of every promise on {day}"),
    "report.col.promise": ("Löfte", "Promise"),
    "report.col.outcome": ("Utfall hittills", "Outcome so far"),
    "report.col.period": ("Under perioden", "In the period"),
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
    "report.figure_over": (
        "{done} {name} (minst {required} utlovade)",
        "{done} {name} (at least {required} promised)",
    ),
    "report.figure_over.one": (
        "{done} {name} (minst {required} utlovad)",
        "{done} {name} (at least {required} promised)",
    ),
    "report.figure_of": ("{name} {figure}", "{name} {figure}"),
    "report.unmet": ("{name}, ej uppfyllt: {names}.", "{name}, missed: {names}."),
    "report.beside": ("Dessutom: {parts}.", "Also: {parts}."),
    "report.longer": (
        "Uppgifter som gäller längre tid än perioden, och som inte ingår i summorna ovan:",
        "Figures for more than the period, not part of the sums above:",
    ),
    "report.unknown": (
        "{name}, går inte att avgöra: {names}. Det som har registrerats gäller flera dagar.",
        "{name}, cannot be judged: {names}. What was logged covers several days.",
    ),
    "report.unfillable": ("{name}: {text}.", "{name}: {text}."),
    "report.cut": (
        "{name}: {names} ligger delvis utanför målets tid och bedöms inte.",
        "{name}: not judged, because partly outside the target’s time: {names}.",
    ),
    "report.unplaced_number": ("{number} kan inte placeras", "{number} not assigned"),
    "report.unplaced": ("Kan inte placeras:", "Not assigned:"),
    "report.misfit": ("{count} × {what} ({why})", "{count} × {what} ({why})"),
    "report.misfit.one": ("{what} ({why})", "{what} ({why})"),
    "report.promised_by": ("Löftet har getts av {parties}.", "Promised by {parties}."),
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
        "So far, {joint} of {all} {kinds} have been held in combination with a {other}.",
    ),
    "report.where": ("Per område, {period}: {areas}.", "By area, {period}: {areas}."),
    "report.done": ("Genomfört, {period}", "Done, {period}"),
    "report.more": (
        "Tabellen visar de senaste posterna; ytterligare {count} från perioden ingår i siffrorna.",
        "The table shows the latest records; {count} more from the period are included in the figures.",
    ),
    "report.more.one": (
        "Tabellen visar de senaste posterna; ytterligare en från perioden ingår i siffrorna.",
        "The table shows the latest records; one more from the period is included in the figures.",
    ),
    "report.trace": (
        "{single} tillfällen är registrerade var för sig. {bulk} kommer från summerade uppgifter.",
        "{single} occasions were logged one by one, {bulk} as part of summary figures.",
    ),
    "report.trace.one": (
        "{single} tillfälle är registrerat för sig. {bulk} kommer från summerade uppgifter.",
        "{single} occasion was logged individually, {bulk} as part of summary figures.",
    ),
    "report.trace_single": (
        "Alla tillfällen är registrerade var för sig.",
        "All occasions were logged one by one.",
    ),
    "report.trace_bulk": (
        "Alla tillfällen kommer från summerade uppgifter.",
        "All occasions come from summary figures.",
    ),
    "report.trace_approx": (
        "Av dessa är {count} uppskattade.",
        "Of these, {count} are estimates.",
    ),
    "report.trace_approx.one": ("Av dessa är ett uppskattat.", "Of these, one is an estimate."),
    "report.trace_sources": ("Uppgifter från {sources}.", "Figures from {sources}."),
    "report.activities": ("Genomförda aktiviteter, {period}", "Activities carried out, {period}"),
    "report.occasions": (
        "Sammanlagt {count} tillfällen, alla löften tillsammans.",
        "In all, {count} occasions across all promises.",
    ),
    "report.occasions.one": (
        "Sammanlagt ett tillfälle, alla löften tillsammans.",
        "One occasion in all, across all promises.",
    ),
    "report.occasions.none": (
        "Inget är registrerat under perioden för något löfte.",
        "Nothing was logged in the period for any promise.",
    ),
    "report.several_rows": (
        "Ett tillfälle som gäller flera områden, parter eller aktiviteter står på flera rader, "
        "så radernas summa kan bli större än totalen.",
        "An occasion with several areas, parties or activities is in several rows, "
        "so the rows may add up to more than the total.",
    ),
    "report.focus": ("{name} (fokusområde)", "{name} (focus area)"),
    "report.by_area": ("Område", "Area"),
    "report.by_area_caption": ("Tillfällen per område", "Occasions by area"),
    "report.no_area": ("utan angivet område", "no area given"),
    "report.by_party": ("Part", "Party"),
    "report.by_party_caption": ("Tillfällen per part", "Occasions by party"),
    "report.no_party": ("utan angiven part", "no party given"),
    "report.by_kind": ("Aktivitet", "Activity"),
    "report.by_kind_caption": ("Tillfällen per aktivitet", "Occasions by activity"),
    "report.by_tag": ("Märkning", "Tag"),
    "report.by_tag_caption": ("Tillfällen per märkning", "Occasions by tag"),
    "report.spread": (
        "Uppgifter som gäller flera månader ingår inte i fördelningen per månad (antal tillfällen: {count}).",
        "Figures that cover several months are not included in the breakdown by month (number of occasions: {count}).",
    ),
    "report.unconfirmed": ("Inbokat men ej bekräftat", "Booked but unconfirmed"),
    "report.unconfirmed_says": (
        "Dagen har passerat utan att något har registrerats. Det räknas varken som gjort eller som inbokat.",
        "The day has passed without anything being logged. It counts neither as done nor as booked.",
    ),
    "report.late": ("Registrerat eller rättat i efterhand", "Logged or amended afterwards"),
    "report.late_says": (
        "Gäller tiden före perioden men har registrerats senare. Siffrorna i den här rapporten tar hänsyn till det.",
        "Concerns the time before the period, but was logged later. The figures in this report take it into account.",
    ),
    "report.written": ("{what} (registrerat {day})", "{what} (logged {day})"),
    "report.overlaps": ("Kan vara räknat två gånger", "Possibly counted twice"),
    "report.overlaps_says": (
        "En summerad uppgift gäller samma dagar som andra poster. Kontrollera att inget har räknats två gånger.",
        "A summary figure covers the same days as other records. Check that nothing has been counted twice.",
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
        "Planerade insatser ska inte publiceras.",
        "Plans must not be published.",
    ),
    "report.more_lines": ("… och {count} till.", "… and {count} more."),
    "report.trail": ("Underlag", "Basis of this report"),
    "report.records": (
        "Loggen innehöll {count} poster när rapporten gjordes.",
        "The log had {count} records when the report was made.",
    ),
    "report.records.one": (
        "Loggen innehöll en post när rapporten gjordes.",
        "The log had one record when the report was made.",
    ),
    "report.records.none": (
        "Loggen var tom när rapporten gjordes.",
        "The log was empty when the report was made.",
    ),
    "report.edited": (
        "{count} rader i loggen har ändrats för hand, eller så saknas raden före; de ingår i siffrorna.",
        "{count} lines of the log were edited by hand or follow a missing line; they are included in the figures.",
    ),
    "report.edited.one": (
        "En rad i loggen har ändrats för hand, eller så saknas raden före; den ingår i siffrorna.",
        "One line of the log was edited by hand or follows a missing line; it is included in the figures.",
    ),
    "report.sums": (
        "Loggens filer när rapporten gjordes, för senare kontroll",
        "The files of the log when the report was made, for later checks",
    ),
    "report.left_out": (
        "{span} hör till ett annat avtal ({file}) och ingår inte. För en rapport om den tiden: loften report --from {first} --to {last}",
        "{span} belongs to another agreement ({file}) and is not included. For a report on that time: loften report --from {first} --to {last}",
    ),
    "report.made": ("Skriven: {path}", "Written: {path}"),
    "report.kept": (
        "{path} finns redan och har inte ändrats; en ny skulle bli annorlunda ({difference}). --replace ersätter den.",
        "{path} already exists and was left unchanged; a new one would differ ({difference}). --replace replaces it.",
    ),
    "report.kept.more": (
        "{count} poster har tillkommit i loggen",
        "{count} records have been added to the log",
    ),
    "report.kept.more.one": ("en post har tillkommit i loggen", "one record has been added to the log"),
    "report.kept.other": ("innehållet är ett annat", "the content is different"),
    "picture.pace": ("Gjort jämfört med jämn takt: {name}", "Done compared with an even pace: {name}"),
    "picture.pace_lines": (
        "Heldragen linje: gjort. Prickad linje: jämn takt. Streckad linje: målet.",
        "Solid line: done. Dotted line: an even pace. Dashed line: the target.",
    ),
    "picture.pace_says": (
        "Den {day} var {done} av {required} gjorda. Med jämn takt hade det varit {due}.",
        "On {day}, {done} of {required} had been done. At an even pace it would have been {due}.",
    ),
    "picture.pace_over": (
        "Den {day} var {done} gjorda; minst {required} var utlovade. Med jämn takt hade det varit {due}.",
        "On {day}, {done} had been done; at least {required} were promised. At an even pace it would have been {due}.",
    ),
    "picture.pace_over.one": (
        "Den {day} var {done} gjorda; minst {required} var utlovad. Med jämn takt hade det varit {due}.",
        "On {day}, {done} had been done; at least {required} was promised. At an even pace it would have been {due}.",
    ),
    "picture.agreed": (
        "Gjort jämfört med avtalad takt: {name}",
        "Done compared with the agreed pace: {name}",
    ),
    "picture.agreed_lines": (
        "Heldragen linje: gjort. Prickad linje: avtalad takt. Streckad linje: målet.",
        "Solid line: done. Dotted line: the agreed pace. Dashed line: the target.",
    ),
    "picture.agreed_says": (
        "Den {day} var {done} av {required} gjorda. Enligt avtalad takt skulle det ha varit {due}.",
        "On {day}, {done} of {required} had been done. At the agreed pace it would have been {due}.",
    ),
    "picture.agreed_over": (
        "Den {day} var {done} gjorda; minst {required} var utlovade. Enligt avtalad takt skulle det ha varit {due}.",
        "On {day}, {done} had been done; at least {required} were promised. At the agreed pace it would have been {due}.",
    ),
    "picture.agreed_over.one": (
        "Den {day} var {done} gjorda; minst {required} var utlovad. Enligt avtalad takt skulle det ha varit {due}.",
        "On {day}, {done} had been done; at least {required} was promised. At the agreed pace it would have been {due}.",
    ),
    "picture.strips_unknown": ("Frågetecken: går inte att avgöra.", "Question mark: cannot be judged."),
    "picture.of": ("{name} (löfte {number})", "{name} (promise {number})"),
    "picture.strips": ("Måluppfyllelse {often}: {name}", "Target results {often}: {name}"),
    "picture.strips_boxes": (
        "Fylld ruta: uppfyllt. Kryssad ruta: ej uppfyllt. Tom ruta: inte avslutad. Streck: avkortad, bedöms inte.",
        "Filled box: met. Crossed box: missed. Empty box: not finished. Dash: cut short, not judged.",
    ),
    "picture.strips_part": (
        "Bilden visar inte alla perioder; alla siffror finns i texten.",
        "The picture does not show all periods; the text has all the figures.",
    ),
    "picture.bucket": ("{bucket}: {done}", "{bucket}: {done}"),
    "picture.bars": ("Gjort i varje område: {name}", "Done in each area: {name}"),
    "picture.bars_says": (
        "En stapel för varje område; hela längden är det som har utlovats där.",
        "One bar for each area; the full length is what was promised there.",
    ),
    "picture.months": ("Tillfällen per månad och område", "Occasions by month and area"),
    "picture.months_bars": (
        "En stapel för varje månad från {first} till {last}, med antalet ovanför.",
        "One bar for each month from {first} to {last}, with its number above.",
    ),
    "picture.months_bars_apart": (
        "En stapel för varje månad från {first} till {last}, med antalet ovanför. "
        "Tillfällen utan område har en egen skala.",
        "One bar for each month from {first} to {last}, with its number above. "
        "Occasions without an area have a separate scale.",
    ),
}
