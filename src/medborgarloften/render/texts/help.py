"""The help pages: `help.COMMAND`, `help.COMMAND.PARAMETER` and examples."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.usage": ("Så skrivs det:", "Usage:"),
    "help.commands": ("Kommandon:", "Commands:"),
    "help.options": ("Argument och alternativ:", "Arguments and options:"),
    "help.examples": ("Exempel:", "Examples:"),
    "help.help": ("Visa den här hjälpen.", "Show this help."),
    "help.loften": (
        "Håller reda på medborgarlöften: vad som är gjort, vad som saknas och till när.",
        "Keeps citizen promises: what was done, what is missing and by when.",
    ),
    "help.loften.folder": (
        "Arbetsmappen, med löftesfilen och loggen. Annars LOFTEN_DIR, närmaste mapp uppåt med en "
        "löftesfil, eller mappen loften bland dina dokument.",
        "The workspace, with the promise file and the log. Else LOFTEN_DIR, the nearest folder upward with a "
        "promise file, or the folder loften among your documents.",
    ),
    "help.loften.lang": (
        "Språk: sv eller en. Annars LOFTEN_LANG eller löftesfilens språk.",
        "Language: sv or en. Else LOFTEN_LANG or the promise file’s language.",
    ),
    "help.loften.version": ("Visa versionen.", "Show the version."),
    "help.loften.examples": (
        "  loften log walk --area Hagalund\n  loften status\n  loften help log",
        "  loften log walk --area Hagalund\n  loften status\n  loften help log",
    ),
    "help.log": (
        "Logga det som är gjort: idag, ett tillfälle, om inget annat sägs.",
        "Log what was done: today, one occasion, unless told otherwise.",
    ),
    "help.log.kinds": (
        "Vad som gjordes: id, namn eller alias. Flera är ett gemensamt tillfälle.",
        "What was done: id, name or alias. Several are one joint occasion.",
    ),
    "help.log.areas": ("Område. Får upprepas.", "Area. May be repeated."),
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
        "The last day, for a figure of several days.",
    ),
    "help.log.parties": ("Vem som gjorde det. Får upprepas.", "Who did it. May be repeated."),
    "help.log.tags": (
        "Märke, till exempel lighting. Får upprepas.",
        "Tag, for instance lighting. May be repeated.",
    ),
    "help.log.count": ("Antal tillfällen som posten står för.", "How many occasions the record stands for."),
    "help.log.approx": ("Antalet är ungefärligt.", "The number is approximate."),
    "help.log.quantities": (
        "Mängd utöver antalet, till exempel deltagare=25. Får upprepas.",
        "A quantity beside the count, for instance participants=25. May be repeated.",
    ),
    "help.log.note": ("Anteckning. Aldrig personuppgifter.", "Note. Never personal data."),
    "help.log.ref": ("Diarienummer eller länk.", "Registry number or link."),
    "help.log.source": ("Varifrån siffran kommer.", "Where the figure comes from."),
    "help.log.plan": (
        "Det inbokade som nu är gjort; behövs bara om flera passar.",
        "What was booked and is done now; needed only if several fit.",
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
        "Vad som gjordes: id, namn eller alias. Flera är ett gemensamt tillfälle.",
        "What was done: id, name or alias. Several are one joint occasion.",
    ),
    "help.plan.areas": ("Område. Får upprepas.", "Area. May be repeated."),
    "help.plan.parties": ("Vem som gjorde det. Får upprepas.", "Who did it. May be repeated."),
    "help.plan.tags": (
        "Märke, till exempel lighting. Får upprepas.",
        "Tag, for instance lighting. May be repeated.",
    ),
    "help.plan.count": ("Antal tillfällen som posten står för.", "How many occasions the record stands for."),
    "help.plan.quantities": (
        "Mängd utöver antalet, till exempel deltagare=25. Får upprepas.",
        "A quantity beside the count, for instance participants=25. May be repeated.",
    ),
    "help.plan.note": ("Anteckning. Aldrig personuppgifter.", "Note. Never personal data."),
    "help.plan.not_personal": (
        "Det i texten som ser ut som ett personnummer är något annat.",
        "What looks like an identity number in the text is something else.",
    ),
    "help.plan.ref": ("Diarienummer eller länk.", "Registry number or link."),
    "help.plan.date": (
        "Dag: 2022-10-03, 3/10, imorgon, fredag. Behövs.",
        "Day: 2022-10-03, 3/10, tomorrow, Friday. Needed.",
    ),
    "help.plan.examples": (
        "  loften plan walk --area Hagalund --date 3/10",
        "  loften plan walk --area Hagalund --date 3/10",
    ),
    "help.status": (
        "Visa hur det står till med varje löfte.",
        "Show how every promise stands.",
    ),
    "help.status.as_of": ("Läget vid slutet av en viss dag.", "As of the end of a certain day."),
    "help.status.since": (
        "Visa också vad som skrivits in sedan en dag.",
        "Also show what was written since a day.",
    ),
    "help.status.area": (
        "Visa också hur mycket som hör till ett område.",
        "Also show how much belongs to an area.",
    ),
    "help.status.party": ("Visa också hur mycket som en part har gjort.", "Also show how much a party did."),
    "help.status.form": ("table, json, csv eller md.", "table, json, csv or md."),
    "help.status.check": (
        "För cron: tyst om allt är i fas, annars vad som ligger efter och slutkod 1.",
        "For cron: silent when all is on track, else what is behind, and exit code 1.",
    ),
    "help.report": (
        "Skriv rapporten för en period: förra månaden, om inget annat sägs.",
        "Write the report of a period: last month, unless told otherwise.",
    ),
    "help.report.month": ("En månad.", "A month."),
    "help.report.period": (
        "En period: 2022-03, 2022-Q1, 2022-T1, 2022-H1, 2022, förra månaden.",
        "A period: 2022-03, 2022-Q1, 2022-T1, 2022-H1, 2022, last month.",
    ),
    "help.report.first": ("Första dagen, tillsammans med --to.", "The first day, together with --to."),
    "help.report.last": ("Sista dagen, tillsammans med --from.", "The last day, together with --from."),
    "help.report.formats": (
        "html, md eller json. Får upprepas; annars html och md.",
        "html, md or json. May be repeated; else html and md.",
    ),
    "help.report.output": (
        "En mapp som finns, eller en fil om det bara är ett format. Annars mappen reports.",
        "A folder that is there, or a file if there is one format only. Else the folder reports.",
    ),
    "help.report.replace": (
        "Ersätt en rapport som finns och skulle bli annorlunda.",
        "Replace a report that is there and would differ.",
    ),
    "help.report.missing": (
        "Skriv rapporten för varje avslutad månad som saknar en.",
        "Write the report of every finished month that has none.",
    ),
    "help.report.with_planned": (
        "Ta med det som är inbokat framåt. Inte för publicering.",
        "Include what is booked ahead. Not for publication.",
    ),
    "help.report.allow_damaged": (
        "Skriv rapporten fast loggen har skadade rader, och säg det i den.",
        "Write the report although the log has damaged lines, and say so in it.",
    ),
    "help.report.examples": (
        "  loften report\n  loften report --month 2022-03\n  loften report --period 2022 --format html",
        "  loften report\n  loften report --month 2022-03\n  loften report --period 2022 --format html",
    ),
    "help.amend": (
        "Rätta det som loggats eller bokats in fel; skälet och det gamla finns kvar.",
        "Put right what was logged or booked wrongly; the reason and the old values stay.",
    ),
    "help.amend.identifier": (
        "Postens id, de sista tecknen räcker, eller last.",
        "The record’s id, its last characters will do, or last.",
    ),
    "help.amend.reason": ("Skälet. Behövs.", "The reason. Needed."),
    "help.amend.kinds": (
        "Vad som gjordes: id, namn eller alias. Flera är ett gemensamt tillfälle.",
        "What was done: id, name or alias. Several are one joint occasion.",
    ),
    "help.amend.areas": ("Område. Får upprepas.", "Area. May be repeated."),
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
        "The last day, for a figure of several days.",
    ),
    "help.amend.parties": ("Vem som gjorde det. Får upprepas.", "Who did it. May be repeated."),
    "help.amend.tags": (
        "Märke, till exempel lighting. Får upprepas.",
        "Tag, for instance lighting. May be repeated.",
    ),
    "help.amend.count": (
        "Antal tillfällen som posten står för.",
        "How many occasions the record stands for.",
    ),
    "help.amend.approx": ("Antalet är ungefärligt.", "The number is approximate."),
    "help.amend.no_approx": ("Antalet är exakt.", "The number is exact."),
    "help.amend.quantities": (
        "Mängd utöver antalet, till exempel deltagare=25. Får upprepas.",
        "A quantity beside the count, for instance participants=25. May be repeated.",
    ),
    "help.amend.note": ("Anteckning. Aldrig personuppgifter.", "Note. Never personal data."),
    "help.amend.ref": ("Diarienummer eller länk.", "Registry number or link."),
    "help.amend.source": ("Varifrån siffran kommer.", "Where the figure comes from."),
    "help.amend.plan": (
        "Det inbokade som nu är gjort; behövs bara om flera passar.",
        "What was booked and is done now; needed only if several fit.",
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
        "Makulera en post, eller ställ in det inbokade. Slutgiltigt, men spåret finns kvar.",
        "Make a record void, or cancel what is booked. Final, but the trace stays.",
    ),
    "help.void.identifier": (
        "Postens id, de sista tecknen räcker, eller last.",
        "The record’s id, its last characters will do, or last.",
    ),
    "help.void.not_personal": (
        "Det i texten som ser ut som ett personnummer är något annat.",
        "What looks like an identity number in the text is something else.",
    ),
    "help.void.reason": ("Skälet. Behövs.", "The reason. Needed."),
    "help.void.examples": (
        '  loften void 7c1e --reason "loggad två gånger"',
        '  loften void 7c1e --reason "logged twice"',
    ),
    "help.comment": (
        "Säg något om ett löfte, eller bedöm det, vid sidan av siffrorna.",
        "Say something of a promise, or judge it, beside the figures.",
    ),
    "help.comment.promise": ("Löftets id eller nummer.", "The promise’s id or number."),
    "help.comment.text": ("Kommentaren. Aldrig personuppgifter.", "The comment. Never personal data."),
    "help.comment.verdict": ("Bedömning: kept, partly eller not-kept.", "Verdict: kept, partly or not-kept."),
    "help.comment.no_need": ("Behovet uppstod aldrig.", "The need did not arise."),
    "help.comment.not_personal": (
        "Det i texten som ser ut som ett personnummer är något annat.",
        "What looks like an identity number in the text is something else.",
    ),
    "help.comment.date": (
        "Dagen som den gäller från; annars idag.",
        "The day from which it holds; else today.",
    ),
    "help.comment.examples": (
        '  loften comment 5 "Två vandringar flyttade till våren" --verdict partly',
        '  loften comment 5 "Two walks were moved to spring" --verdict partly',
    ),
    "help.list": (
        "Visa det som är loggat, efter datum, med id.",
        "Show what was logged, by date, with ids.",
    ),
    "help.list.period": (
        "Bara en period: 2022-03, mars, 2022-Q1, v11, förra månaden.",
        "Only a period: 2022-03, March, 2022-Q1, w11, last month.",
    ),
    "help.list.first": ("Bara från en dag, tillsammans med --to.", "Only from a day on, together with --to."),
    "help.list.last": (
        "Bara till och med en dag, tillsammans med --from.",
        "Only up to a day, together with --from.",
    ),
    "help.list.kind": ("Bara en aktivitet.", "Only one activity."),
    "help.list.area": ("Bara ett område.", "Only one area."),
    "help.list.party": ("Bara en utförare.", "Only one party."),
    "help.list.planned": ("Också det som är inbokat.", "What is booked, too."),
    "help.list.voided": ("Också det som är makulerat eller inställt.", "What is void or cancelled, too."),
    "help.list.form": ("table, json, csv eller md.", "table, json, csv or md."),
    "help.show": ("Visa en post med hela dess historik.", "Show one record with its whole history."),
    "help.show.identifier": (
        "Postens id, de sista tecknen räcker, eller last.",
        "The record’s id, its last characters will do, or last.",
    ),
    "help.show.form": ("text eller json.", "text or json."),
    "help.promises": (
        "Visa löftena, deras mål och räkneregler.",
        "Show the promises, their targets and counting rules.",
    ),
    "help.promises.promise": ("Ett löfte, med id eller nummer.", "One promise, by id or number."),
    "help.init": (
        "Börja: en ny arbetsmapp, eller nästa års löftesfil bredvid den gamla.",
        "Begin: a new workspace, or next year’s promise file beside the old one.",
    ),
    "help.init.folder": (
        "Mappen; annars --dir, LOFTEN_DIR eller den mapp du står i.",
        "The folder; else --dir, LOFTEN_DIR or the current one.",
    ),
    "help.init.year": (
        "Året som avtalet gäller. I en arbetsmapp flyttas det förra avtalet dit, och det som ska "
        "bekräftas märks.",
        "The agreement’s year. In a workspace the previous agreement is moved there, and what must be "
        "confirmed is marked.",
    ),
    "help.init.source": (
        "Utgå från en annan löftesfil; solna är den som följer med programmet.",
        "Begin with another promise file; solna is the one that comes with the program.",
    ),
    "help.init.git": (
        "Skriv också .gitattributes och .gitignore.",
        "Write .gitattributes and .gitignore, too.",
    ),
    "help.init.examples": (
        "  loften init sundbyberg\n  loften init --from-file solna\n  loften init --year 2023",
        "  loften init sundbyberg\n  loften init --from-file solna\n  loften init --year 2023",
    ),
    "help.completion": (
        "Låt skalet fylla i kommandon, områden, löften och id när du trycker på tabb.",
        "Let the shell complete commands, areas, promises and ids when you press Tab.",
    ),
    "help.completion.shell": ("bash, zsh, fish eller powershell.", "bash, zsh, fish or powershell."),
    "help.completion.install": (
        "Skriv skriptet där skalet söker det, och säg vad som återstår. Annars skrivs det bara ut.",
        "Write the script where the shell looks for it, and say what is left to do. Else it is printed.",
    ),
    "help.completion.examples": (
        "  loften completion bash --install\n  loften completion powershell --install",
        "  loften completion bash --install\n  loften completion powershell --install",
    ),
    "help.schema": (
        "Visa ett format som JSON Schema, för redigerare och andra program.",
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
        "Check promise files and log: silent when all is well, else exit code 1.",
    ),
    "help.check.report": (
        "Kontrollera också att loggen stämmer med en rapport som redan är lämnad.",
        "Also check that the log agrees with a report that was handed out.",
    ),
    "help.check.loss": (
        "Godta det som en fil i loggen har förlorat, eller som inte går att läsa i den; spåret finns kvar.",
        "Accept what a file of the log has lost, or what cannot be read in it; the trace stays.",
    ),
    "help.check.reason": ("Skälet till att det godtas.", "The reason why it is accepted."),
    "help.check.not_personal": (
        "Det i skälet som ser ut som ett personnummer är något annat.",
        "What looks like an identity number in the reason is something else.",
    ),
    "help.check.form": ("text eller json.", "text or json."),
    "help.check.examples": (
        "  loften check\n  loften check --report reports/2022-03.html\n"
        '  loften check --accept kommun-7f3a9c.jsonl --reason "provposter som kastades"',
        "  loften check\n  loften check --report reports/2022-03.html\n"
        '  loften check --accept kommun-7f3a9c.jsonl --reason "trial records that were thrown away"',
    ),
}
