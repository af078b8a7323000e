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
        "löftesfil, eller den egna datamappen.",
        "The workspace, with the promise file and the log. Else LOFTEN_DIR, the nearest folder upward with a "
        "promise file, or your own data folder.",
    ),
    "help.loften.lang": (
        "Språk: sv eller en. Annars LOFTEN_LANG eller löftesfilens språk.",
        "Language: sv or en. Else LOFTEN_LANG or the promise file’s language.",
    ),
    "help.loften.version": ("Visa versionen.", "Show the version."),
    "help.loften.examples": (
        "  loften log walk --area Hagalund\n  loften status",
        "  loften log walk --area Hagalund\n  loften status",
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
    "help.log.form": ("Svaret som text eller json.", "The answer as text or json."),
    "help.log.examples": (
        "  loften log walk --area Hagalund\n"
        "  loften log walk dialogue --area Hagalund --date 2022-03-14 -q deltagare=25\n"
        "  loften log patrol --period 2022-03 --count 24 --source Polisen",
        "  loften log walk --area Hagalund\n"
        "  loften log walk dialogue --area Hagalund --date 2022-03-14 -q participants=25\n"
        "  loften log patrol --period 2022-03 --count 24 --source Police",
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
    "help.status.form": ("table eller json.", "table or json."),
    "help.status.check": (
        "För cron: tyst om allt är i fas, annars vad som ligger efter och slutkod 1.",
        "For cron: silent when all is on track, else what is behind, and exit code 1.",
    ),
    "help.promises": (
        "Visa löftena, deras mål och räkneregler.",
        "Show the promises, their targets and counting rules.",
    ),
    "help.promises.promise": ("Ett löfte, med id eller nummer.", "One promise, by id or number."),
}
