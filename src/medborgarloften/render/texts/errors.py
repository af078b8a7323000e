"""What is wrong (`code`), and what to do about it (`code.do`; `code.do_all` where nothing is near)."""

TEXTS: dict[str, tuple[str, str]] = {
    "error.head": ("Fel: ", "Error: "),
    # --- why the operating system refuses
    "reason.denied": ("behörighet saknas", "permission denied"),
    "reason.missing": ("den finns inte", "it does not exist"),
    "reason.not_a_folder": ("en del av sökvägen är ingen mapp", "part of the path is not a folder"),
    "reason.a_folder": ("det är en mapp", "it is a folder"),
    "reason.full": ("disken är full", "the disk is full"),
    "reason.quota": ("diskkvoten är slut", "the disk quota is used up"),
    "reason.read_only": ("disken är skrivskyddad", "the disk is read-only"),
    "reason.too_big": ("filen får inte bli större", "the file may not grow any larger"),
    "reason.disk": ("fel på disken", "the disk failed"),
    "reason.loop": ("länkarna går runt i en ring", "the links go round in a circle"),
    "reason.name": ("namnet är för långt", "the name is too long"),
    "reason.not_a_file": ("det är ingen vanlig fil", "it is not a regular file"),
    "reason.unknown": ("okänd orsak", "for an unknown reason"),
    "reason.number": ("operativsystemets fel {number}", "operating system error {number}"),
    # --- files
    "file.not_utf8": ("filen är inte sparad som UTF-8", "the file is not saved as UTF-8"),
    "file.not_utf8.do": (
        "Öppna den i en textredigerare och spara om den med kodningen UTF-8.",
        "Open it in a text editor and save it again with the encoding UTF-8.",
    ),
    "file.empty": ("filen är tom", "the file is empty"),
    "file.empty.do": (
        "Skriv in avtalet; första raden ska vara ”loften: 1”. Eller flytta bort filen.",
        "Write the agreement in it; the first line must be “loften: 1”. Or move the file away.",
    ),
    "file.folder": (
        "det är en mapp, men ska vara en löftesfil",
        "it is a folder, but must be a promise file",
    ),
    "file.folder.do": (
        "Byt namn på mappen eller flytta den.",
        "Give the folder another name, or move it.",
    ),
    "file.large": ("filen är större än 1 MB", "the file is larger than 1 MB"),
    "file.large.do": (
        "Ett avtal är långt mindre; är det rätt fil?",
        "An agreement is far smaller; is it the right file?",
    ),
    "file.unreadable": ("{path} kan inte läsas: {reason}", "{path} cannot be read: {reason}"),
    "file.unreadable.do": (
        "Kontrollera att filen finns och att du har rätt att läsa den.",
        "Check that it is there and that you may read it.",
    ),
    # --- YAML
    "yaml.syntax": ("raden kan inte läsas som YAML", "the line cannot be read as YAML"),
    "yaml.syntax.do": (
        "Kontrollera indrag, kolon och parenteser här och på raden ovanför; sätt text med kolon inom citattecken.",
        "Check indentation, colons and brackets here and on the line above; put text with a colon in quotes.",
    ),
    "yaml.tab": ("raden är indragen med tabb", "the line is indented with a tab"),
    "yaml.tab.do": ("Använd mellanslag för indrag.", "Use spaces for indentation."),
    "yaml.quote": ("ett citattecken saknas", "a quotation mark is missing"),
    "yaml.quote.do": (
        "Avsluta texten med samma citattecken som den börjar med.",
        "End the text with the mark it begins with.",
    ),
    "yaml.character": (
        "här står ett tecken som inte får finnas i filen",
        "there is a character that the file may not hold",
    ),
    "yaml.character.do": ("Ta bort det osynliga tecknet.", "Remove the invisible character."),
    "yaml.alias": ("hänvisningar med & och * är inte tillåtna", "references with & and * are not allowed"),
    "yaml.alias.do": (
        "Skriv ut värdet där det behövs; text som börjar med & eller * ska stå inom citattecken.",
        "Write the value where it is needed; put text that begins with & or * in quotes.",
    ),
    "yaml.tag": ("typmärken med ! är inte tillåtna", "type tags with ! are not allowed"),
    "yaml.tag.do": (
        "Ta bort märket; text som börjar med ! ska stå inom citattecken.",
        "Remove the tag; put text that begins with ! in quotes.",
    ),
    "yaml.deep": (
        "för många nivåer av parenteser eller indrag",
        "too many levels of brackets or indentation",
    ),
    "yaml.deep.do": ("En löftesfil har högst sju nivåer.", "A promise file has at most seven levels."),
    "yaml.large": ("filen har för många värden", "the file holds too many values"),
    "yaml.large.do": ("Dela upp den i en fil per avtal.", "Split it into one file per agreement."),
    "yaml.key": ("nyckeln är ingen text", "the key is not a text"),
    "yaml.key.do": ("Skriv ”nyckel: värde”.", "Write “key: value”."),
    "yaml.several": ("filen har flera dokument (---)", "the file holds several documents (---)"),
    "yaml.several.do": ("Skriv ett avtal per fil.", "Write one agreement per file."),
    "yaml.twice": ("nyckeln ”{key}” står två gånger", "the key “{key}” is there twice"),
    "yaml.twice.do": ("Ta bort den ena.", "Remove one of them."),
    # --- the shape of a promise file
    "schema.missing": ("”{key}” saknas", "“{key}” is missing"),
    "schema.missing.do": ("Lägg till raden ”{key}: …” här.", "Add the line “{key}: …” here."),
    "schema.unknown_key": ("nyckeln ”{key}” finns inte i formatet", "there is no key “{key}” in the format"),
    "schema.unknown_key.do": (
        "Här kan stå {known}. Egna nycklar ska börja med x-.",
        "Here may stand {known}. Keys of your own must begin with x-.",
    ),
    "schema.later": (
        "”{key}” kan den här versionen av loften inte räkna än",
        "this version of loften cannot count “{key}” yet",
    ),
    "schema.later.do": (
        "Använd ”counts” i stället för ”targets”, så räknas och visas löftet utan att bedömas.",
        "Use “counts” instead of “targets”: the promise is counted and shown, and not judged.",
    ),
    "schema.version": (
        "formatet {value} är okänt; det ska vara 1",
        "the format {value} is unknown; it must be 1",
    ),
    "schema.version.do": (
        "Skriv ”loften: 1”, eller uppdatera programmet om filen är gjord för ett nyare.",
        "Write “loften: 1”, or update the program if the file was made for a newer one.",
    ),
    "schema.one_of": (
        "”{value}” går inte; det ska vara {allowed}",
        "“{value}” will not do; it must be {allowed}",
    ),
    "schema.text": ("{value} är ingen text", "{value} is not a text"),
    "schema.text.do": (
        "Sätt det inom citattecken, eller skriv båda språken: {{sv: …, en: …}}.",
        "Put it in quotes, or write both languages: {{sv: …, en: …}}.",
    ),
    "schema.blank": ("texten är tom", "the text is empty"),
    "schema.blank.do": ("Skriv en text eller ta bort raden.", "Write a text or remove the line."),
    "schema.list": ("{value} är ingen lista", "{value} is not a list"),
    "schema.list.do": (
        "Skriv en lista inom hakparenteser: [ett, två].",
        "Write a list in brackets: [one, two].",
    ),
    "schema.none": ("listan är tom", "the list is empty"),
    "schema.none.do": ("Skriv minst en post.", "Write at least one entry."),
    "schema.mapping": ("{value} är inga nycklar med värden", "{value} is not a mapping of keys to values"),
    "schema.mapping.do": (
        "Skriv ”nyckel: värde”, en per rad eller inom {{}}.",
        "Write “key: value”, one a line or within {{}}.",
    ),
    "schema.yes_no": ("{value} är varken true eller false", "{value} is neither true nor false"),
    "schema.yes_no.do": ("Skriv true eller false.", "Write true or false."),
    "schema.number": ("{value} är inget tal", "{value} is not a number"),
    "schema.number.do": (
        "Skriv talet med siffror, utan enhet, och med punkt före decimaler.",
        "Write the number in digits, without a unit.",
    ),
    "schema.positive": ("{value} är inte större än noll", "{value} is not greater than zero"),
    "schema.positive.do": (
        "Skriv det utlovade antalet; ett löfte utan antal skrivs med ”counts” i stället för ”targets”.",
        "Write the number that was promised; a promise without one has “counts” instead of “targets”.",
    ),
    "schema.date": ("”{value}” är inget datum", "“{value}” is not a date"),
    "schema.date.do": (
        "Skriv det som ÅÅÅÅ-MM-DD, till exempel 2022-03-14.",
        "Write it as YYYY-MM-DD, for instance 2022-03-14.",
    ),
    "schema.no_such_day": ("dagen {value} finns inte", "there is no day {value}"),
    "schema.no_such_day.do": (
        "Skriv en dag som finns, mellan år 1900 och 2999.",
        "Write a day of the calendar, between the years 1900 and 2999.",
    ),
    "schema.id": ("”{value}” duger inte som id", "“{value}” will not do as an id"),
    "schema.id.do": (
        "Använd små bokstäver, siffror och bindestreck, med minst en bokstav.",
        "Use small letters, digits and hyphens, with at least one letter.",
    ),
    # --- what the file says about itself
    "promise.duplicate": (
        "id ”{id}” finns redan på ett annat löfte",
        "another promise has the id “{id}” already",
    ),
    "promise.duplicate.do": ("Ge löftet ett eget id.", "Give the promise an id of its own."),
    "promise.either": (
        "ett löfte ska ha antingen ”targets” eller ”counts”",
        "a promise must have either “targets” or “counts”",
    ),
    "promise.either.do": (
        "Skriv ”targets” om ett antal är utlovat, annars ”counts”.",
        "Write “targets” if a number was promised, else “counts”.",
    ),
    "target.whole": ("{value} tillfällen går inte att räkna", "{value} occasions cannot be counted"),
    "target.whole.do": (
        "Skriv ett heltal, eller räkna en mängd med ”of”, till exempel of: hours.",
        "Write a whole number, or count a quantity with “of”, for instance of: hours.",
    ),
    "target.together_with_itself": (
        "”{kind}” kan inte hållas tillsammans med sig själv",
        "“{kind}” cannot be held together with itself",
    ),
    "target.together_with_itself.do": (
        "Skriv den andra sortens aktivitet i ”together_with”.",
        "Write the other kind of activity in “together_with”.",
    ),
    "quantity.reserved": ("”{id}” är upptaget i formatet", "“{id}” is taken by the format"),
    "quantity.reserved.do": ("Kalla mängden något annat.", "Call the quantity something else."),
    "unknown.kinds": ("aktiviteten ”{word}” finns inte i filen", "there is no kind “{word}” in the file"),
    "unknown.kinds.do": (
        "Skriv {nearest}, eller lägg till den under ”kinds”.",
        "Write {nearest}, or add it under “kinds”.",
    ),
    "unknown.kinds.do_all": ("Lägg till den under ”kinds”.", "Add it under “kinds”."),
    "unknown.areas": ("området ”{word}” finns inte i filen", "there is no area “{word}” in the file"),
    "unknown.areas.do": (
        "Skriv {nearest}, eller lägg till det under ”areas”.",
        "Write {nearest}, or add it under “areas”.",
    ),
    "unknown.areas.do_all": ("Lägg till det under ”areas”.", "Add it under “areas”."),
    "unknown.parties": ("parten ”{word}” finns inte i filen", "there is no party “{word}” in the file"),
    "unknown.parties.do": (
        "Skriv {nearest}, eller lägg till den under ”parties”.",
        "Write {nearest}, or add it under “parties”.",
    ),
    "unknown.parties.do_all": ("Lägg till den under ”parties”.", "Add it under “parties”."),
    "unknown.tags": ("märket ”{word}” hör inte till aktiviteten", "the kind has no tag “{word}”"),
    "unknown.tags.do": (
        "Skriv {nearest}, eller lägg till det under aktivitetens ”tags”.",
        "Write {nearest}, or add it under the kind’s “tags”.",
    ),
    "unknown.tags.do_all": ("Lägg till det under aktivitetens ”tags”.", "Add it under the kind’s “tags”."),
    "unknown.quantities": (
        "mängden ”{word}” finns inte i filen",
        "there is no quantity “{word}” in the file",
    ),
    "unknown.quantities.do": (
        "Skriv occasions eller {nearest}, eller lägg till den under ”quantities”.",
        "Write occasions or {nearest}, or add it under “quantities”.",
    ),
    "unknown.quantities.do_all": ("Lägg till den under ”quantities”.", "Add it under “quantities”."),
    "name.clash": ("”{word}” betyder redan ”{other}”", "“{word}” means “{other}” already"),
    "name.clash.do": ("Ge dem olika namn och alias.", "Give them different names and aliases."),
    "window.backwards": ("sista dagen ligger före den första", "the last day is before the first"),
    "window.backwards.do": ("Byt plats på ”from” och ”to”.", "Exchange “from” and “to”."),
    "window.outside": (
        "dagen ligger utanför perioden {first}–{last}",
        "the day lies outside the period {first}–{last}",
    ),
    "window.outside.do": ("Välj en dag i perioden.", "Choose a day within the period."),
    "window.overlap": (
        "perioden går in i perioden för {other} ({first}–{last})",
        "the period overlaps with that of {other} ({first}–{last})",
    ),
    "window.overlap.do": (
        "Ändra ”period” i den ena, eller flytta bort filen som inte gäller.",
        "Change “period” in one of them, or move away the file that is not in force.",
    ),
    # --- the workspace
    "workspace.none": ("här finns ingen arbetsmapp", "there is no workspace here"),
    "workspace.none.do": (
        "Gå till mappen med löftesfilen (promises-ÅÅÅÅ.yaml), ange den med --dir, eller logga något så skapas en.",
        "Go to the folder with the promise file (promises-YYYY.yaml), name it with --dir, or log something to get one.",
    ),
    "workspace.none_in": (
        "i {path} finns ingen löftesfil ({pattern})",
        "there is no promise file ({pattern}) in {path}",
    ),
    "workspace.none_in.do": (
        "Kontrollera --dir eller LOFTEN_DIR; mappen ska innehålla avtalet, till exempel promises-2022.yaml.",
        "Check --dir or LOFTEN_DIR; the folder must hold the agreement, for instance promises-2022.yaml.",
    ),
    "workspace.no_example": (
        "programmets exempelfil saknas i {path}",
        "the program’s example file is missing in {path}",
    ),
    "workspace.no_example.do": ("Installera om programmet.", "Install the program again."),
    "workspace.nowhere": (
        "det finns ingen hemkatalog att lägga loggen i",
        "there is no home folder to put the log in",
    ),
    "workspace.nowhere.do": (
        "Ange en mapp med en löftesfil: --dir MAPP eller LOFTEN_DIR.",
        "Name a folder with a promise file: --dir DIR or LOFTEN_DIR.",
    ),
    # --- writing the log
    "lock.busy": (
        "någon annan har skrivit i {path} i mer än {seconds} sekunder; inget är sparat",
        "somebody else has been writing to {path} for more than {seconds} seconds; nothing was stored",
    ),
    "lock.busy.do": (
        "Vänta och försök igen; hjälper det inte, avsluta andra loften-program.",
        "Wait and try again; if that does not help, end other loften programs.",
    ),
    "lock.folder": (
        "låsmappen {path} kan inte användas: {reason}; inget är sparat",
        "the folder for locks, {path}, cannot be used: {reason}; nothing was stored",
    ),
    "lock.folder.do": ("Se till att du får skriva i mappen.", "See to it that you may write in it."),
    "lock.owner": (
        "låsmappen {path} tillhör någon annan; inget är sparat",
        "the folder for locks, {path}, belongs to somebody else; nothing was stored",
    ),
    "lock.owner.do": (
        "Be den som sköter datorn att ta bort mappen.",
        "Ask whoever looks after the machine to remove it.",
    ),
    "write.failed": (
        "{path} kunde inte skrivas: {reason}; inget är sparat",
        "{path} could not be written: {reason}; nothing was stored",
    ),
    "write.failed.do": ("Åtgärda det och kör kommandot igen.", "Mend that and run the command again."),
    "write.not_a_file": (
        "{path} är ingen vanlig fil; inget är sparat",
        "{path} is not a regular file; nothing was stored",
    ),
    "write.not_a_file.do": (
        "Flytta bort den och kör kommandot igen.",
        "Move it away and run the command again.",
    ),
    "write.uncertain": (
        "det är osäkert om posten {id} sparades: {reason}",
        "it is uncertain whether the record {id} was stored: {reason}",
    ),
    "write.uncertain.do": (
        "Sök efter id:t i mappen log innan du loggar igen.",
        "Look for the id in the folder log before you log again.",
    ),
    "output.failed": (
        "resultatet kunde inte skrivas ut: {reason}",
        "the result could not be written: {reason}",
    ),
    "record.long": (
        "posten blir {size} byte, mer än de {most} som ryms; inget är sparat",
        "the record would have {size} bytes, more than the {most} that fit; nothing was stored",
    ),
    "record.long.do": (
        "Korta texten, eller lägg den i ett dokument och länka med --ref.",
        "Shorten the text, or put it in a document and link it with --ref.",
    ),
    # --- what was written on the command line
    "usage.option": ("alternativet {option} finns inte", "there is no option {option}"),
    "usage.option.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "usage.option.do_all": (
        "loften {command} --help visar vilka som finns.",
        "loften {command} --help shows those that there are.",
    ),
    "usage.command": ("kommandot ”{word}” finns inte", "there is no command “{word}”"),
    "usage.command.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "usage.command.do_all": (
        "loften --help visar vilka som finns.",
        "loften --help shows those that there are.",
    ),
    "usage.value": ("{option} behöver ett värde", "{option} needs a value"),
    "usage.value.do": (
        "loften {command} --help visar hur det skrivs.",
        "loften {command} --help shows how it is written.",
    ),
    "usage.no_value": ("{option} tar inget värde", "{option} takes no value"),
    "usage.no_value.do": ("Skriv bara {option}.", "Write {option} alone."),
    "usage.no_kind": ("ange vad som gjordes", "say what was done"),
    "usage.no_kind.do": (
        "Till exempel: loften log {example}. Det finns: {known}.",
        "For instance: loften log {example}. There are: {known}.",
    ),
    "usage.extra": ("”{word}” är ett ord för mycket", "“{word}” is one word too many"),
    "usage.extra.do": (
        "Sätt namn med mellanslag inom citattecken.",
        "Put names that contain spaces in quotes.",
    ),
    "usage.after_area": (
        "”{word}” är ingen aktivitet, men kan höra till --area",
        "“{word}” is no activity, but may belong to --area",
    ),
    "usage.after_area.do": (
        "Upprepa --area för varje område: --area {first} --area {word}; ett namn med mellanslag skrivs inom citattecken.",
        "Repeat --area for each area: --area {first} --area {word}; put a name that contains spaces in quotes.",
    ),
    "usage.both": (
        "{one} och {other} kan inte anges samtidigt",
        "{one} and {other} cannot be given together",
    ),
    "usage.both.do": ("Välj det ena.", "Choose one of them."),
    "usage.not_utf8": ("argumentet {word} är inte UTF-8", "the argument {word} is not UTF-8"),
    "usage.not_utf8.do": ("Ställ in terminalen på UTF-8.", "Set the terminal to UTF-8."),
    "usage.one_of": ("”{value}” går inte för {option}", "“{value}” will not do for {option}"),
    "usage.one_of.do": ("Välj {allowed}.", "Choose {allowed}."),
    "usage.other": ("kommandot kunde inte tolkas", "the command could not be understood"),
    "usage.other.do": (
        "loften {command} --help visar hur det skrivs.",
        "loften {command} --help shows how it is written.",
    ),
    "word.kind": ("”{word}” är ingen aktivitet i {file}", "“{word}” is no activity in {file}"),
    "word.kind.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "word.kind.do_all": ("Det finns: {known}.", "There are: {known}."),
    "word.area": ("”{word}” är inget område i {file}", "“{word}” is no area in {file}"),
    "word.area.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "word.area.do_all": ("Det finns: {known}.", "There are: {known}."),
    "word.party": ("”{word}” är ingen part i {file}", "“{word}” is no party in {file}"),
    "word.party.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "word.party.do_all": ("Det finns: {known}.", "There are: {known}."),
    "word.tag": ("”{word}” är inget märke för {kinds}", "“{word}” is no tag of {kinds}"),
    "word.tag.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "word.tag.do_all": ("Det finns: {known}.", "There are: {known}."),
    "word.no_tag": (
        "{kinds} har inga märken, så ”{word}” går inte",
        "{kinds} has no tags, so “{word}” will not do",
    ),
    "word.no_tag.do": (
        "Ta bort --tag, eller skriv ordet i --note.",
        "Leave out --tag, or write the word in --note.",
    ),
    "word.quantity": ("”{word}” är ingen mängd i {file}", "“{word}” is no quantity in {file}"),
    "word.quantity.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "word.quantity.do_all": ("Det finns: {known}.", "There are: {known}."),
    "word.promise": ("löftet ”{word}” finns inte i {file}", "there is no promise “{word}” in {file}"),
    "word.promise.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "word.promise.do_all": (
        "Skriv löftets id eller dess nummer, 1–{most}; loften promises visar dem.",
        "Write the promise’s id or its number, 1–{most}; loften promises shows them.",
    ),
    "quantity.form": ("”{value}” är inte NAMN=TAL", "“{value}” is not NAME=NUMBER"),
    "quantity.form.do": ("Skriv till exempel -q {example}=25.", "Write for instance -q {example}=25."),
    "quantity.number": (
        "”{value}” är inget tal från 0 till 999 999 999",
        "“{value}” is no number from 0 to 999,999,999",
    ),
    "quantity.number.do": (
        "Skriv talet med siffror och högst tre decimaler, till exempel 2,5.",
        "Write it in digits with at most three decimals, for instance 2.5.",
    ),
    "quantity.twice": ("mängden {name} är angiven två gånger", "the quantity {name} is given twice"),
    "quantity.twice.do": ("Ange den en gång.", "Give it once."),
    "count.number": (
        "--count {value} är inget heltal från 1 till 1 000 000",
        "--count {value} is no whole number from 1 to 1,000,000",
    ),
    "count.number.do": (
        "Skriv antalet tillfällen med siffror, till exempel --count 24.",
        "Write the number of occasions in digits, for instance --count 24.",
    ),
    "text.empty": ("{option} är tom", "{option} is empty"),
    "text.empty.do": ("Skriv en text, eller ta bort {option}.", "Write a text, or leave out {option}."),
    "date.none": ("”{value}” är inget datum", "“{value}” is not a date"),
    "date.none.do": (
        "Skriv 2022-03-14, 14/3, 14 mars, idag, igår, måndag eller -3d.",
        "Write 2022-03-14, 14/3, 14 March, today, yesterday, Monday or -3d.",
    ),
    "date.impossible": ("dagen ”{value}” finns inte", "there is no day “{value}”"),
    "date.impossible.do": ("Skriv en dag som finns i kalendern.", "Write a day of the calendar."),
    "date.swapped": (
        "dagen ”{value}” finns inte; dagen skrivs före månaden",
        "there is no day “{value}”; the day stands before the month",
    ),
    "date.swapped.do": ("Skriv {swapped}.", "Write {swapped}."),
    "date.future": ("{day} har inte varit än; inget är sparat", "{day} has not come yet; nothing was stored"),
    "date.future.do": (
        "Logga när det är gjort; loften plan bokar in det som ska ske.",
        "Log it when it is done; loften plan books what is to come.",
    ),
    "date.before": (
        "{day} ligger före det första avtalet; inget är sparat",
        "{day} is before the first agreement; nothing was stored",
    ),
    "date.before.do": ("Avtalen gäller {periods}.", "The agreements are in force {periods}."),
    "date.until": (
        "sista dagen, {until}, ligger före den första, {day}",
        "the last day, {until}, is before the first, {day}",
    ),
    "date.until.do": ("Byt plats på --date och --until.", "Exchange --date and --until."),
    "date.long": ("{day}–{until} är mer än tre år", "{day}–{until} is more than three years"),
    "date.long.do": ("Dela upp siffran på kortare perioder.", "Split the figure into shorter periods."),
    "period.none": ("”{value}” är ingen period", "“{value}” is not a period"),
    "period.none.do": (
        "Skriv 2022-03, mars, 2022-Q1, 2022-T1, v11, 2022 eller förra månaden.",
        "Write 2022-03, March, 2022-Q1, 2022-T1, w11, 2022 or last month.",
    ),
    "period.unfinished": (
        "{period} är inte slut än; inget är sparat",
        "{period} is not over yet; nothing was stored",
    ),
    "period.unfinished.do": (
        "Ange dagarna som siffran gäller: --date {first} --until {today}.",
        "Name the days that the figure covers: --date {first} --until {today}.",
    ),
    "since.future": ("{day} har inte varit än", "{day} has not come yet"),
    "since.future.do": (
        "Ange en dag som varit, till exempel dagen för förra mötet.",
        "Name a day in the past, for instance that of the last meeting.",
    ),
    "personal.number": (
        "{option} innehåller något som ser ut som ett personnummer; inget är sparat",
        "{option} holds what looks like a personal identity number; nothing was stored",
    ),
    "personal.number.do": (
        "Loggen kan vara allmän handling: skriv organisationer och antal, aldrig vem någon är.",
        "The log may be a public document: write organisations and numbers, never who somebody is.",
    ),
    # --- the log's files
    "health.unreadable": (
        "loggen har rader som inte kan räknas: {damaged} skadade, {newer} från en nyare version, {conflicts} i konflikt",
        "the log has lines that cannot be counted: {damaged} damaged, {newer} of a newer version, {conflicts} in conflict",
    ),
    "health.unreadable.do": ("loften status visar var.", "loften status shows where."),
    "internal": ("något oväntat gick fel ({kind})", "something unexpected went wrong ({kind})"),
    "internal.do": (
        "Kör igen med LOFTEN_DEBUG=1 för detaljer och anmäl felet. Det som redan sagts vara sparat är sparat.",
        "Run again with LOFTEN_DEBUG=1 for details and report it. What was said to be saved is saved.",
    ),
}
