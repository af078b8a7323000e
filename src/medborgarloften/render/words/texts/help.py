"""The help pages: `help.COMMAND`, `help.COMMAND.PARAMETER` and examples."""

from medborgarloften.render.formats import FORMATS

_FIRST, _LAST = ", ".join(FORMATS[:-1]), FORMATS[-1]

TEXTS: dict[str, tuple[str, str]] = {
    "help.usage": ("Användning:", "Usage:"),
    "help.commands": ("Kommandon:", "Commands:"),
    "help.options": ("Argument och alternativ:", "Arguments and options:"),
    "help.examples": ("Exempel:", "Examples:"),
    "help.help": ("Visa den här hjälpen.", "Show this help."),
    "help.loften": (
        "Håller reda på medborgarlöften: vad som är gjort, vad som saknas och till när.",
        "Keeps track of citizen promises: what has been done, what is missing and by when.",
    ),
    "help.loften.folder": (
        "Arbetsmappen, med löftesfilen och loggen. Annars LOFTEN_DIR, närmaste mapp uppåt med en "
        "löftesfil, eller mappen loften bland dina dokument.",
        "The workspace, with the promise file and the log. Default: LOFTEN_DIR, the nearest folder upwards with a "
        "promise file, or the folder loften among your documents.",
    ),
    "help.loften.lang": (
        "Språk: sv eller en. Annars LOFTEN_LANG eller löftesfilens språk.",
        "Language: sv or en. Default: LOFTEN_LANG or the promise file’s language.",
    ),
    "help.loften.version": ("Visa versionen.", "Show the version."),
    "help.loften.examples": (
        "  loften log walk --area Hagalund\n  loften status\n  loften help log",
        "  loften log walk --area Hagalund\n  loften status\n  loften help log",
    ),
    "help.log": (
        "Logga det som är gjort: idag, ett tillfälle, om inget annat anges.",
        "Log what was done: today, one occasion, unless stated otherwise.",
    ),
    "help.log.kinds": (
        "Vad som gjordes: id, namn eller alias. Anges flera är det ett gemensamt tillfälle.",
        "What was done: id, name or alias. If several, they are one joint occasion.",
    ),
    "help.log.areas": ("Område. Kan anges flera gånger.", "Area. Can be given several times."),
    "help.log.date": (
        'Dag: 2022-03-14, 14/3, "14 mars", igår, måndag, -3d.',
        'Day: 2022-03-14, 14/3, "14 March", yesterday, Monday, -3d.',
    ),
    "help.log.period": (
        "En siffra för en hel period: 2022-03, mars, 2022-Q1, v11, förra-månaden.",
        "A figure for a whole period: 2022-03, March, 2022-Q1, w11, last-month.",
    ),
    "help.log.until": (
        "Sista dagen, för en siffra som gäller flera dagar.",
        "The last day, for a figure that covers several days.",
    ),
    "help.log.parties": (
        "Vem som gjorde det. Kan anges flera gånger.",
        "Who did it. Can be given several times.",
    ),
    "help.log.tags": (
        "Märkning, till exempel belysning. Kan anges flera gånger.",
        "Tag, for example lighting. Can be given several times.",
    ),
    "help.log.count": ("Antal tillfällen som posten står för.", "How many occasions the record stands for."),
    "help.log.approx": ("Antalet är ungefärligt.", "The number is approximate."),
    "help.log.quantities": (
        "Mängd utöver antalet, till exempel deltagare=25. Kan anges flera gånger.",
        "A quantity in addition to the count, for example participants=25. Can be given several times.",
    ),
    "help.log.note": ("Anteckning. Aldrig personuppgifter.", "Note. Never personal data."),
    "help.log.ref": ("Diarienummer eller länk.", "Registry number or link."),
    "help.log.source": ("Varifrån siffran kommer.", "Where the figure comes from."),
    "help.log.plan": (
        "Det inbokade som nu är gjort; behövs bara om flera passar.",
        "The booked activity that is now done; needed only if several match.",
    ),
    "help.log.no_plan": ("Koppla inte till något inbokat.", "Do not link to anything booked."),
    "help.log.not_personal": (
        "Det i texten som ser ut som ett personnummer är något annat.",
        "What looks like an identity number in the text is something else.",
    ),
    "help.log.form": ("Svaret som text eller json.", "The answer as text or json."),
    "help.log.examples": (
        "  loften log walk --area Hagalund\n"
        "  loften log walk dialogue --area Hagalund --date 2022-03-14 -q deltagare=25\n"
        "  loften log patrol --period 2022-03 --count 24 --source Polisen",
        "  loften log walk --area Hagalund\n"
        "  loften log walk dialogue --area Hagalund --date 2022-03-14 -q participants=25\n"
        "  loften log patrol --period 2022-03 --count 24 --source Police",
    ),
    "help.plan": (
        "Boka in det som ska ske.",
        "Book what is to come.",
    ),
    "help.plan.kinds": (
        "Vad som ska göras: id, namn eller alias. Anges flera är det ett gemensamt tillfälle.",
        "What is to be done: id, name or alias. If several, they are one joint occasion.",
    ),
    "help.plan.areas": ("Område. Kan anges flera gånger.", "Area. Can be given several times."),
    "help.plan.parties": (
        "Vem som ska göra det. Kan anges flera gånger.",
        "Who will do it. Can be given several times.",
    ),
    "help.plan.tags": (
        "Märkning, till exempel belysning. Kan anges flera gånger.",
        "Tag, for example lighting. Can be given several times.",
    ),
    "help.plan.count": ("Antal tillfällen som posten står för.", "How many occasions the record stands for."),
    "help.plan.quantities": (
        "Mängd utöver antalet, till exempel deltagare=25. Kan anges flera gånger.",
        "A quantity in addition to the count, for example participants=25. Can be given several times.",
    ),
    "help.plan.note": ("Anteckning. Aldrig personuppgifter.", "Note. Never personal data."),
    "help.plan.not_personal": (
        "Det i texten som ser ut som ett personnummer är något annat.",
        "What looks like an identity number in the text is something else.",
    ),
    "help.plan.ref": ("Diarienummer eller länk.", "Registry number or link."),
    "help.plan.date": (
        "Dag: 2022-10-03, 3/10, imorgon, fredag. Obligatoriskt.",
        "Day: 2022-10-03, 3/10, tomorrow, Friday. Required.",
    ),
    "help.plan.examples": (
        "  loften plan walk --area Hagalund --date 3/10",
        "  loften plan walk --area Hagalund --date 3/10",
    ),
    "help.status": (
        "Visa läget för varje löfte.",
        "Show the state of every promise.",
    ),
    "help.status.as_of": ("Läget till och med en viss dag.", "As of the end of a given day."),
    "help.status.known": (
        "Som det var känt en viss dag: bara det som var registrerat då (UTC).",
        "As it was known on a given day: only what had been logged by then (UTC).",
    ),
    "help.status.since": (
        "Visa också vad som har registrerats sedan en viss dag.",
        "Also show what has been logged since a given day.",
    ),
    "help.status.area": (
        "Visa också hur mycket som har gjorts i ett område.",
        "Also show how much was done in an area.",
    ),
    "help.status.party": (
        "Visa också hur mycket som en part har gjort.",
        "Also show how much a party has done.",
    ),
    "help.status.form": ("table, json, csv eller md.", "table, json, csv or md."),
    "help.status.check": (
        "För cron: tyst om inget behöver ses över; annars visas det, och slutkoden är 1.",
        "For cron: silent if nothing needs attention; otherwise shows what does, with exit code 1.",
    ),
    "help.report": (
        "Skriv rapporten för en period: förra månaden, om inget annat anges.",
        "Write the report for a period: last month, unless stated otherwise.",
    ),
    "help.report.month": ("En månad.", "A month."),
    "help.report.period": (
        "En period: 2022-03, 2022-Q1, 2022-T1, 2022-H1, 2022, förra månaden.",
        "A period: 2022-03, 2022-Q1, 2022-T1, 2022-H1, 2022, last month.",
    ),
    "help.report.known": (
        "Som det var känt en viss dag: bara det som var registrerat då (UTC).",
        "As it was known on a given day: only what had been logged by then (UTC).",
    ),
    "help.report.first": ("Första dagen, tillsammans med --to.", "The first day, together with --to."),
    "help.report.last": ("Sista dagen, tillsammans med --from.", "The last day, together with --from."),
    "help.report.formats": (
        f"{_FIRST} eller {_LAST}. Kan anges flera gånger; annars html och md.",
        f"{_FIRST} or {_LAST}. May be repeated; default: html and md.",
    ),
    "help.report.output": (
        "En mapp som finns, eller en fil om det bara är ett format. Annars mappen reports.",
        "An existing folder, or a file if there is only one format. Default: the folder reports.",
    ),
    "help.report.replace": (
        "Ersätt en rapport som redan finns och skulle bli annorlunda.",
        "Replace an existing report that would differ.",
    ),
    "help.report.missing": (
        "Skriv rapporten för varje avslutad månad som saknar rapport.",
        "Write the report for every finished month that has none.",
    ),
    "help.report.with_planned": (
        "Ta med det som är inbokat framåt. Ska inte publiceras.",
        "Include what is booked ahead. Must not be published.",
    ),
    "help.report.allow_damaged": (
        "Skriv rapporten trots att loggen har skadade rader; antalet anges i rapporten.",
        "Write the report even though the log has damaged lines; the report states how many.",
    ),
    "help.report.examples": (
        "  loften report\n  loften report --month 2022-03\n  loften report --period 2022 --format html",
        "  loften report\n  loften report --month 2022-03\n  loften report --period 2022 --format html",
    ),
    "help.amend": (
        "Rätta det som har loggats eller bokats in fel. Skälet och de gamla uppgifterna finns kvar.",
        "Amend what was logged or booked incorrectly. The reason and the old values are kept.",
    ),
    "help.amend.identifier": (
        "Postens id (de sista tecknen räcker) eller last.",
        "The record’s id (its last characters are enough) or last.",
    ),
    "help.amend.reason": ("Skälet. Obligatoriskt.", "The reason. Required."),
    "help.amend.kinds": (
        "Vad som gjordes eller är inbokat: id, namn eller alias. Anges flera är det ett gemensamt tillfälle.",
        "What was done, or is booked: id, name or alias. If several, they are one joint occasion.",
    ),
    "help.amend.areas": ("Område. Kan anges flera gånger.", "Area. Can be given several times."),
    "help.amend.date": (
        'Dag: 2022-03-14, 14/3, "14 mars", igår, måndag, -3d.',
        'Day: 2022-03-14, 14/3, "14 March", yesterday, Monday, -3d.',
    ),
    "help.amend.period": (
        "En siffra för en hel period: 2022-03, mars, 2022-Q1, v11, förra-månaden.",
        "A figure for a whole period: 2022-03, March, 2022-Q1, w11, last-month.",
    ),
    "help.amend.until": (
        "Sista dagen, för en siffra som gäller flera dagar.",
        "The last day, for a figure that covers several days.",
    ),
    "help.amend.parties": (
        "Vem som gjorde det. Kan anges flera gånger.",
        "Who did it. Can be given several times.",
    ),
    "help.amend.tags": (
        "Märkning, till exempel belysning. Kan anges flera gånger.",
        "Tag, for example lighting. Can be given several times.",
    ),
    "help.amend.count": (
        "Antal tillfällen som posten står för.",
        "How many occasions the record stands for.",
    ),
    "help.amend.approx": ("Antalet är ungefärligt.", "The number is approximate."),
    "help.amend.no_approx": ("Antalet är exakt.", "The number is exact."),
    "help.amend.quantities": (
        "Mängd utöver antalet, till exempel deltagare=25. Kan anges flera gånger.",
        "A quantity in addition to the count, for example participants=25. Can be given several times.",
    ),
    "help.amend.note": ("Anteckning. Aldrig personuppgifter.", "Note. Never personal data."),
    "help.amend.ref": ("Diarienummer eller länk.", "Registry number or link."),
    "help.amend.source": ("Varifrån siffran kommer.", "Where the figure comes from."),
    "help.amend.plan": (
        "Det inbokade som nu är gjort; behövs bara om flera passar.",
        "The booked activity that is now done; needed only if several match.",
    ),
    "help.amend.not_personal": (
        "Det i texten som ser ut som ett personnummer är något annat.",
        "What looks like an identity number in the text is something else.",
    ),
    "help.amend.no_plan": ("Koppla inte till något inbokat.", "Do not link to anything booked."),
    "help.amend.examples": (
        '  loften amend last --date 14/3 --reason "fel datum"\n  loften amend 7c1e --area "" --reason "inget område"',
        '  loften amend last --date 14/3 --reason "wrong date"\n  loften amend 7c1e --area "" --reason "no area"',
    ),
    "help.void": (
        "Makulera en post, eller ställ in det som är inbokat. Slutgiltigt, men historiken finns kvar.",
        "Void a record, or cancel what is booked. Final, but the history is kept.",
    ),
    "help.void.identifier": (
        "Postens id (de sista tecknen räcker) eller last.",
        "The record’s id (its last characters are enough) or last.",
    ),
    "help.void.not_personal": (
        "Det i texten som ser ut som ett personnummer är något annat.",
        "What looks like an identity number in the text is something else.",
    ),
    "help.void.reason": ("Skälet. Obligatoriskt.", "The reason. Required."),
    "help.void.examples": (
        '  loften void 7c1e --reason "loggad två gånger"',
        '  loften void 7c1e --reason "logged twice"',
    ),
    "help.comment": (
        "Kommentera eller bedöm ett löfte i ord, vid sidan av siffrorna.",
        "Comment on a promise or judge it in words, alongside the figures.",
    ),
    "help.comment.promise": ("Löftets id eller nummer.", "The promise’s id or number."),
    "help.comment.text": ("Kommentaren. Aldrig personuppgifter.", "The comment. Never personal data."),
    "help.comment.verdict": ("Bedömning: kept, partly eller not-kept.", "Verdict: kept, partly or not-kept."),
    "help.comment.no_need": ("Behovet uppstod aldrig.", "The need never arose."),
    "help.comment.not_personal": (
        "Det i texten som ser ut som ett personnummer är något annat.",
        "What looks like an identity number in the text is something else.",
    ),
    "help.comment.date": (
        "Dagen som kommentaren gäller från; annars idag, eller avtalets närmaste dag.",
        "The day from which it applies; default: today, or the nearest day of the agreement.",
    ),
    "help.comment.examples": (
        '  loften comment 5 "Två vandringar flyttade till våren" --verdict partly',
        '  loften comment 5 "Two walks were moved to spring" --verdict partly',
    ),
    "help.list": (
        "Visa det som är loggat, i datumordning, med id.",
        "Show what has been logged, by date, with ids.",
    ),
    "help.list.period": (
        "Bara en period: 2022-03, mars, 2022-Q1, v11, förra månaden.",
        "Only one period: 2022-03, March, 2022-Q1, w11, last month.",
    ),
    "help.list.first": ("Bara från en dag, tillsammans med --to.", "Only from a day on, together with --to."),
    "help.list.last": (
        "Bara till och med en dag, tillsammans med --from.",
        "Only up to a day, together with --from.",
    ),
    "help.list.kind": ("Bara en aktivitet.", "Only one activity."),
    "help.list.area": ("Bara ett område.", "Only one area."),
    "help.list.party": ("Bara en part.", "Only one party."),
    "help.list.planned": ("Även det som är inbokat.", "Also what is booked."),
    "help.list.voided": (
        "Även det som är makulerat eller inställt.",
        "Also what has been voided or cancelled.",
    ),
    "help.list.form": ("table, json, csv eller md.", "table, json, csv or md."),
    "help.show": ("Visa en post och hela dess historik.", "Show a record with its whole history."),
    "help.show.identifier": (
        "Postens id (de sista tecknen räcker) eller last.",
        "The record’s id (its last characters are enough) or last.",
    ),
    "help.show.form": ("text eller json.", "text or json."),
    "help.promises": (
        "Visa löftena, deras mål och räkneregler.",
        "Show the promises, their targets and counting rules.",
    ),
    "help.promises.promise": ("Ett löfte, med id eller nummer.", "One promise, by id or number."),
    "help.init": (
        "Börja: skapa en ny arbetsmapp, eller nästa löftesfil bredvid den gamla.",
        "Begin: create a new workspace, or the next promise file beside the old one.",
    ),
    "help.init.folder": (
        "Mappen; annars --dir, LOFTEN_DIR eller den aktuella mappen.",
        "The folder; default: --dir, LOFTEN_DIR or the current folder.",
    ),
    "help.init.year": (
        "Året som avtalet gäller. I en arbetsmapp görs det förra avtalet om till det året, och det som ska "
        "bekräftas märks ut.",
        "The agreement’s year. In a workspace the previous agreement is moved to that year, and what must be "
        "confirmed is marked.",
    ),
    "help.init.following": (
        "Nästa avtal: det senaste avtalet flyttat till perioden närmast efter, lika lång.",
        "The next agreement: the latest one moved to the period right after it, of the same length.",
    ),
    "help.init.source": (
        "Utgå från en annan löftesfil; solna är den som följer med programmet.",
        "Start from another promise file; solna is the one that comes with the program.",
    ),
    "help.init.git": (
        "Skriv också .gitattributes och .gitignore.",
        "Also write .gitattributes and .gitignore.",
    ),
    "help.init.examples": (
        "  loften init sundbyberg\n  loften init --from-file solna\n  loften init --next",
        "  loften init sundbyberg\n  loften init --from-file solna\n  loften init --next",
    ),
    "help.completion": (
        "Låt terminalen fylla i kommandon, områden, löften och id när du trycker på tabb.",
        "Let the shell complete commands, areas, promises and ids when you press Tab.",
    ),
    "help.completion.shell": ("bash, zsh, fish eller powershell.", "bash, zsh, fish or powershell."),
    "help.completion.install": (
        "Spara skriptet där skalet söker det, och visa vad som återstår. Annars skrivs det bara ut.",
        "Save the script where the shell looks for it, and say what is left to do. Otherwise it is only printed.",
    ),
    "help.completion.examples": (
        "  loften completion bash --install\n  loften completion powershell --install",
        "  loften completion bash --install\n  loften completion powershell --install",
    ),
    "help.schema": (
        "Visa ett format som JSON Schema, för textredigerare och andra program.",
        "Print a format as JSON Schema, for editors and other programs.",
    ),
    "help.schema.what": (
        "promises är löftesfilen, log är en rad i loggen.",
        "promises is the promise file, log is a line of the log.",
    ),
    "help.schema.examples": (
        "  loften schema promises\n  loften schema log",
        "  loften schema promises\n  loften schema log",
    ),
    "help.check": (
        "Kontrollera löftesfiler och logg: tyst om allt är bra, annars slutkod 1.",
        "Check promise files and log: silent if all is well, otherwise exit code 1.",
    ),
    "help.check.report": (
        "Kontrollera också att loggen stämmer med en rapport som redan har lämnats.",
        "Also check that the log agrees with a report that has been handed out.",
    ),
    "help.check.loss": (
        "Godta det som saknas eller inte går att läsa i en av loggens filer. Historiken finns kvar.",
        "Accept what is missing from a file of the log or cannot be read in it. The history is kept.",
    ),
    "help.check.reason": ("Skälet till att det godtas.", "Why it is accepted."),
    "help.check.not_personal": (
        "Det i skälet som ser ut som ett personnummer är något annat.",
        "What looks like an identity number in the reason is something else.",
    ),
    "help.check.form": ("text eller json.", "text or json."),
    "help.check.examples": (
        "  loften check\n  loften check --report reports/2022-03.html\n"
        '  loften check --accept kommun-7f3a9c.jsonl --reason "testposter som togs bort"',
        "  loften check\n  loften check --report reports/2022-03.html\n"
        '  loften check --accept kommun-7f3a9c.jsonl --reason "test records that were removed"',
    ),
}
