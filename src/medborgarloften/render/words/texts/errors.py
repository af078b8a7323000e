"""What is wrong (`code`), and what to do about it (`code.do`; `code.do_all` where nothing is near)."""

TEXTS: dict[str, tuple[str, str]] = {
    "error.head": ("Fel: ", "Error: "),
    "error.more": ("… och {count} fel till", "… and {count} more errors"),
    "error.more.one": ("… och ett fel till", "… and one more error"),
    # --- why the operating system refuses
    "reason.denied": ("behörighet saknas", "permission denied"),
    "reason.missing": ("den finns inte", "it does not exist"),
    "reason.not_a_folder": ("en del av sökvägen är ingen mapp", "part of the path is not a folder"),
    "reason.a_folder": ("det är en mapp", "it is a folder"),
    "reason.full": ("disken är full", "the disk is full"),
    "reason.quota": ("diskkvoten är slut", "the disk quota is used up"),
    "reason.read_only": ("disken är skrivskyddad", "the disk is read-only"),
    "reason.too_big": ("filen får inte bli större", "the file may not grow any larger"),
    "reason.disk": ("fel på disken", "disk error"),
    "reason.loop": ("länkarna hänvisar till varandra", "the links refer to each other"),
    "reason.name": ("namnet är för långt", "the name is too long"),
    "reason.not_a_file": ("det är ingen vanlig fil", "it is not a regular file"),
    "reason.dead_link": ("länken leder ingenstans", "the link leads nowhere"),
    "reason.unknown": ("okänd orsak", "unknown reason"),
    "reason.number": ("operativsystemets felkod {number}", "operating system error {number}"),
    # --- files
    "file.not_utf8": ("filen är inte sparad som UTF-8", "the file is not saved as UTF-8"),
    "file.not_utf8.do": (
        "Öppna den i en textredigerare och spara den på nytt med kodningen UTF-8.",
        "Open it in a text editor and save it again with the encoding UTF-8.",
    ),
    "file.empty": ("filen är tom", "the file is empty"),
    "file.empty.do": (
        "Skriv avtalet i filen, med ”loften: 1” på första raden, eller flytta bort filen.",
        "Write the agreement in the file, with “loften: 1” on the first line, or move the file away.",
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
        "Ett avtal är mycket mindre; kontrollera att det är rätt fil.",
        "An agreement is much smaller; check that this is the right file.",
    ),
    "file.unreadable": ("{path} kan inte läsas: {reason}", "{path} cannot be read: {reason}"),
    "file.unreadable.do": (
        "Kontrollera att filen finns och att du har läsbehörighet till den.",
        "Check that it exists and that you have permission to read it.",
    ),
    # --- characters that look like others, or like nothing
    "unseen.after": (
        "Efter ”{before}” står {sign} (U+{number}).",
        "After “{before}” there is {sign} (U+{number}).",
    ),
    "unseen.first": ("Först står {sign} (U+{number}).", "It begins with {sign} (U+{number})."),
    "unseen.no_break_space": ("ett hårt mellanslag", "a no-break space"),
    "unseen.narrow_space": ("ett smalt hårt mellanslag", "a narrow no-break space"),
    "unseen.thin_space": ("ett tunt mellanslag", "a thin space"),
    "unseen.space": ("ett annat mellanslag än det vanliga", "a space other than the usual one"),
    "unseen.no_break_hyphen": ("ett hårt bindestreck", "a non-breaking hyphen"),
    "unseen.hyphen": (
        "ett annat bindestreck än det på tangentbordet",
        "a hyphen other than the one on keyboards",
    ),
    "unseen.soft_hyphen": ("ett mjukt bindestreck", "a soft hyphen"),
    "unseen.en_dash": ("ett tankstreck", "an en dash"),
    "unseen.em_dash": ("ett långt tankstreck", "an em dash"),
    "unseen.minus": ("ett minustecken", "a minus sign"),
    "unseen.dash": ("ett annat streck än bindestrecket", "a dash other than the hyphen"),
    "unseen.zero_width_space": ("ett mellanslag utan bredd", "a zero-width space"),
    "unseen.byte_order_mark": ("ett byteordningsmärke", "a byte-order mark"),
    "unseen.invisible": ("ett osynligt tecken", "an invisible character"),
    # --- YAML
    "yaml.syntax": ("raden kan inte läsas som YAML", "the line cannot be read as YAML"),
    "yaml.syntax.do": (
        "Kontrollera indrag, citattecken och parenteser här och på raden ovanför.",
        "Check indentation, quotation marks and brackets here and on the line above.",
    ),
    "yaml.colon": ("ett kolon till på samma rad", "a second colon on the same line"),
    "yaml.colon.do": (
        "Sätt texten inom citattecken. Är det en ny nyckel: kontrollera indraget.",
        "Put the text in quotes; if this is a new key, check its indentation.",
    ),
    "yaml.start": ("en text kan inte börja med {sign}", "a text cannot begin with {sign}"),
    "yaml.start.do": ("Sätt texten inom citattecken.", "Put the text in quotes."),
    "yaml.bracket": ("ett komma eller en slutparentes saknas", "a comma or a closing bracket is missing"),
    "yaml.bracket.do": (
        "Skriv komma mellan värdena, och en }} för varje {{ och en ] för varje [.",
        "Put a comma between the values, and a }} for every {{ and a ] for every [.",
    ),
    "yaml.tab": ("raden är indragen med tabb", "the line is indented with a tab"),
    "yaml.tab.do": ("Använd mellanslag för indrag.", "Use spaces for indentation."),
    "yaml.quote": (
        "ett citattecken saknas, så texten tar aldrig slut",
        "a quotation mark is missing, so the text never ends",
    ),
    "yaml.quote.do": (
        "Avsluta texten med samma citattecken som den börjar med.",
        "End the text with the quotation mark that it begins with.",
    ),
    "yaml.blank": (
        "här behövs ett vanligt mellanslag",
        "a plain space is needed here",
    ),
    "yaml.blank.do": (
        "Byt ut tecknet; sådana följer ofta med när text klistras in.",
        "Replace the character; such characters often come with pasted text.",
    ),
    "yaml.cut": (
        "”{cut}” är en kommentar, och texten fortsätter på nästa rad",
        "“{cut}” is a comment, and the text continues on the next line",
    ),
    "yaml.cut.do": (
        "Sätt hela texten inom citattecken: ett # efter ett mellanslag börjar en kommentar.",
        "Put the whole text in quotes: a # after a space begins a comment.",
    ),
    "yaml.escape": (
        "tecknet \\ har en särskild betydelse inom dubbla citattecken",
        "the character \\ has a special meaning in double quotes",
    ),
    "yaml.escape.do": (
        "Skriv \\\\, eller sätt texten inom enkla citattecken.",
        "Write \\\\, or put the text in single quotes.",
    ),
    "yaml.character": ("tecknet får inte finnas i filen", "this character is not allowed in the file"),
    "yaml.character.do": (
        "Ta bort det; det syns oftast inte i en textredigerare.",
        "Remove it; most editors do not show it.",
    ),
    "yaml.alias": ("hänvisningar med & och * är inte tillåtna", "references with & and * are not allowed"),
    "yaml.alias.do": (
        "Skriv ut värdet där det behövs; text som börjar med & eller * ska stå inom citattecken.",
        "Write the value where it is needed; put text that begins with & or * in quotes.",
    ),
    "yaml.tag": ("taggar med ! är inte tillåtna", "type tags with ! are not allowed"),
    "yaml.tag.do": (
        "Ta bort taggen; text som börjar med ! ska stå inom citattecken.",
        "Remove the tag; put text that begins with ! in quotes.",
    ),
    "yaml.deep": (
        "för många nivåer av parenteser eller indrag",
        "too many levels of brackets or indentation",
    ),
    "yaml.deep.do": (
        "Högst 20 nivåer är tillåtna; en löftesfil behöver sju.",
        "At most 20 levels are allowed; a promise file needs seven.",
    ),
    "yaml.large": ("filen innehåller för många värden", "the file contains too many values"),
    "yaml.large.do": ("Dela upp den i en fil per avtal.", "Split it into one file per agreement."),
    "yaml.key": ("nyckeln är inte en text", "the key is not text"),
    "yaml.key.do": ("Skriv ”nyckel: värde”.", "Write “key: value”."),
    "yaml.several": ("filen innehåller flera dokument (---)", "the file contains several documents (---)"),
    "yaml.several.do": ("Skriv ett avtal per fil.", "Write one agreement per file."),
    "yaml.twice": ("nyckeln ”{key}” finns redan på rad {line}", "the key “{key}” is already on line {line}"),
    "yaml.twice.do": ("Ta bort den ena.", "Remove one of them."),
    # --- the shape of a promise file
    "schema.missing": ("”{key}” saknas", "“{key}” is missing"),
    "schema.missing.do": ("Lägg till ”{key}: …” bland nycklarna här.", "Add “{key}: …” to the keys here."),
    "schema.unknown_key": ("nyckeln ”{key}” finns inte i formatet", "there is no key “{key}” in the format"),
    "schema.unknown_key.do": (
        "Menade du {nearest}? Egna nycklar ska börja med x-.",
        "Did you mean {nearest}? Your own keys must begin with x-.",
    ),
    "schema.unknown_key.do_all": (
        "Här kan du använda {known}. Egna nycklar ska börja med x-.",
        "Use {known}. Your own keys must begin with x-.",
    ),
    "schema.per": ("”{value}” anger inte hur ofta", "“{value}” does not say how often"),
    "schema.per.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "schema.per.do_all": (
        "Skriv day, week, month, quarter, tertial, half-year eller year, eller till exempel 2 weeks eller 3 months.",
        "Write day, week, month, quarter, tertial, half-year or year, or for example 2 weeks or 3 months.",
    ),
    "schema.per_none": (
        "antalet i ”{value}” ska vara minst 1",
        "the number in “{value}” must be at least 1",
    ),
    "schema.per_none.do": (
        "Skriv till exempel 2 weeks för varannan vecka.",
        "Write for example 2 weeks for every other week.",
    ),
    "schema.size": ("{value} är inte större än noll", "{value} is not greater than zero"),
    "schema.size.do": (
        "Skriv den minsta storlek som räknas, eller ta bort minimum.",
        "Write the smallest size that counts, or remove minimum.",
    ),
    "schema.id_extension": (
        "ett id kan inte börja med x-: sådana nycklar läses inte",
        "an id cannot begin with x-: such keys are ignored",
    ),
    "schema.id_extension.do": ("Välj ett annat id.", "Choose another id."),
    "schema.id_personal": (
        "ett id kan inte innehålla något som ser ut som ett personnummer",
        "an id cannot contain what looks like a personal identity number",
    ),
    "schema.id_personal.do": ("Välj ett annat id.", "Choose another id."),
    "schema.month": ("”{value}” är inte en månad", "“{value}” is not a month"),
    "schema.month.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "schema.month.do_all": (
        "Skriv månadens nummer, 1 till 12, utan citattecken.",
        "Write the month’s number, 1 to 12, without quotes.",
    ),
    "schema.version": (
        "formatet ”{value}” är okänt; det ska vara 1",
        "the format “{value}” is unknown; it must be 1",
    ),
    "schema.version.do": (
        "Skriv ”loften: 1”, eller uppdatera programmet om filen är skriven för en nyare version.",
        "Write “loften: 1”, or update the program if the file was written for a newer version.",
    ),
    "schema.one_of": ("”{value}” kan inte användas här", "“{value}” cannot be used here"),
    "schema.one_of.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "schema.one_of.do_all": ("Skriv {allowed}.", "Write {allowed}."),
    "schema.pace": ("”{value}” anger ingen takt", "“{value}” is no pace"),
    "schema.pace.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "schema.pace.do_all": (
        "Skriv even eller end, eller hur många från vilken dag: {{2022-06-15: 2, 2022-11-15: 4}}.",
        "Write even or end, or how many from which day: {{2022-06-15: 2, 2022-11-15: 4}}.",
    ),
    "schema.nothing": ("värdet saknas", "the value is missing"),
    "schema.nothing.do": (
        "Skriv ett värde, eller ta bort nyckeln om den inte behövs.",
        "Write a value, or remove the key if it is not needed.",
    ),
    "schema.text": ("värdet är inte en text", "the value is not text"),
    "schema.text.do": ("Sätt det inom citattecken.", "Put it in quotes."),
    "schema.one_text": ("här behövs en enda text", "a single text is needed here"),
    "schema.one_text.do": ("Skriv texten utan [ ] och {{ }}.", "Write the text without [ ] and {{ }}."),
    "schema.local_text": ("här behövs en text", "a text is needed here"),
    "schema.local_text.do": (
        "Skriv en text utan [ ], eller båda språken: {{sv: …, en: …}}.",
        "Write a text without [ ], or both languages: {{sv: …, en: …}}.",
    ),
    "schema.blank": ("texten är tom", "the text is empty"),
    "schema.blank.do": (
        "Skriv en text, eller ta bort nyckeln om den inte behövs.",
        "Write a text, or remove the key if it is not needed.",
    ),
    "schema.list": ("här behövs en lista", "a list is needed here"),
    "schema.list.do": (
        "Skriv den inom hakparenteser, [ett, två], eller med ett bindestreck först på varje rad.",
        "Write it in brackets, [one, two], or one entry per line, each after a hyphen.",
    ),
    "schema.none": ("här saknas innehåll", "there is nothing here"),
    "schema.none.do": ("Lägg till minst en post.", "Add at least one entry."),
    "schema.mapping": (
        "här behövs namngivna uppgifter, till exempel {{{example}}}",
        "named values are needed here, for example {{{example}}}",
    ),
    "schema.mapping.do": (
        "Skriv ”nyckel: värde” på egna rader eller inom klammer.",
        "Write “key: value”, each on a separate line or in braces.",
    ),
    "schema.yes_no": ("”{value}” är varken true eller false", "“{value}” is neither true nor false"),
    "schema.yes_no.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "schema.yes_no.do_all": ("Skriv true eller false.", "Write true or false."),
    "schema.number": ("värdet går inte att läsa som ett tal", "the value cannot be read as a number"),
    "schema.number.do": (
        "Skriv talet med högst 18 siffror, utan enhet och med punkt före decimalerna.",
        "Write the number in at most 18 digits, without a unit and with a decimal point.",
    ),
    "schema.positive": ("{value} är inte större än noll", "{value} is not greater than zero"),
    "schema.positive.do": (
        "Skriv det utlovade antalet; ett löfte utan antal skrivs med ”counts” i stället för ”targets”.",
        "Write the number that was promised; a promise without one has “counts” instead of “targets”.",
    ),
    "schema.date": (
        "”{value}” är inte ett datum på formen ÅÅÅÅ-MM-DD",
        "“{value}” is not a date in the form YYYY-MM-DD",
    ),
    "schema.date.do": ("Skriv till exempel 2022-03-14.", "Write for example 2022-03-14."),
    "schema.no_such_day": ("dagen {value} finns inte", "the day {value} does not exist"),
    "schema.no_such_day.do": (
        "Skriv en dag som finns, mellan år 1900 och 2999.",
        "Write a day that exists, between the years 1900 and 2999.",
    ),
    "schema.id": ("”{value}” kan inte användas som id", "“{value}” cannot be used as an id"),
    "schema.id.do": (
        "Använd små bokstäver, siffror och bindestreck, med minst en bokstav.",
        "Use small letters, digits and hyphens, with at least one letter.",
    ),
    # --- what the file says about itself
    "promise.duplicate": ("löfte {number} har redan id ”{id}”", "promise {number} already has the id “{id}”"),
    "promise.duplicate.do": ("Ge löftet ett annat id.", "Give the promise another id."),
    "promise.either": (
        "ett löfte ska ha ”targets” eller ”counts”",
        "a promise must have “targets” or “counts”",
    ),
    "promise.either.do": (
        "Skriv ”targets” om ett antal är utlovat, annars ”counts”.",
        "Write “targets” if a number was promised, otherwise “counts”.",
    ),
    "target.areas_twice": (
        "areas och each_area kan inte användas tillsammans",
        "areas and each_area cannot be used together",
    ),
    "target.areas_twice.do": (
        "Behåll each_area om varje område ska nå målet för sig, och areas om områdena räknas tillsammans.",
        "Keep each_area if every area must reach the target separately, and areas if they count together.",
    ),
    "target.not_areas": (
        "not_areas och {other} kan inte användas tillsammans",
        "not_areas and {other} cannot be used together",
    ),
    "target.not_areas.do": (
        "Ta bort not_areas: med {other} räknas ändå bara de områden som nämns där.",
        "Remove not_areas: with {other} only the areas named there count anyway.",
    ),
    "draft.report": (
        "{file} är ett utkast, och utkast rapporteras inte",
        "{file} is a draft, and drafts are not reported on",
    ),
    "draft.report.do": (
        "Ta bort raden draft: true när avtalet är undertecknat.",
        "Remove the line draft: true when the agreement has been signed.",
    ),
    "health.lost_kinds": (
        "poster har aktiviteten ”{word}”, som inte finns i avtalet",
        "records have the activity “{word}”, which the agreement does not have",
    ),
    "health.lost_kinds.do": (
        "Lägg till ordet bland aliases för aktiviteten som det heter nu; loften check visar posterna.",
        "Add the word to the aliases of the activity as it is called now; loften check shows the records.",
    ),
    "health.lost_areas": (
        "poster har området ”{word}”, som inte finns i avtalet",
        "records have the area “{word}”, which the agreement does not have",
    ),
    "health.lost_areas.do": (
        "Lägg till ordet bland aliases för området som det heter nu; loften check visar posterna.",
        "Add the word to the aliases of the area as it is called now; loften check shows the records.",
    ),
    "promise.ended_outside": (
        "dagen ligger utanför löftets tid, {window}",
        "the day is outside the promise’s time, {window}",
    ),
    "promise.ended_outside.do": (
        "Skriv den sista dag som löftet gällde, eller ändra from och to.",
        "Write the last day on which the promise was in force, or change from and to.",
    ),
    "target.revised_outside": (
        "ett nytt antal ska gälla från en senare dag i målets tid, {window}",
        "a new number must take effect on a later day of the target’s time, {window}",
    ),
    "target.revised_outside.do": (
        "Ändra dagen; ska antalet gälla från början, skriv det som at_least.",
        "Change the day; write a number that holds from the beginning as at_least.",
    ),
    "target.revised_order": (
        "varje nytt antal ska gälla från en senare dag än det före",
        "every new number must take effect later than the one before it",
    ),
    "target.revised_order.do": (
        "Skriv ändringarna i den ordning de ska gälla.",
        "Write the changes in the order in which they take effect.",
    ),
    "target.revised_never": (
        "antalet hinner aldrig gälla vid slutet av någon period",
        "the number is not in force at the end of any period",
    ),
    "target.revised_never.do": (
        "Ändra dagen, eller ta bort ändringen.",
        "Change the day, or remove the change.",
    ),
    "target.stock": (
        "”{word}” är en nivå (stock) och kan inte räknas ihop till ett mål",
        "“{word}” is a level (stock) and cannot be added up to a target",
    ),
    "target.stock.do": (
        "Räkna tillfällen eller en annan mängd, eller ta bort stock.",
        "Count occasions or another quantity, or remove stock.",
    ),
    "target.pace_each": (
        "pace kan inte ha datum när varje period bedöms för sig",
        "pace cannot have dates when every period is judged separately",
    ),
    "target.pace_each.do": (
        "Skriv pace: end eller ta bort pace; eller lägg till judge: average.",
        "Write pace: end or remove pace; or add judge: average.",
    ),
    "target.pace_outside": (
        "dagen ligger utanför målets tid, {window}",
        "the day is outside the target’s time, {window}",
    ),
    "target.pace_outside.do": (
        "Ändra dagen, eller ändra from och to.",
        "Change the day, or change from and to.",
    ),
    "target.pace_order": (
        "varje steg i pace ska ha ett senare datum och ett högre antal än steget före",
        "every step of pace must have a later date and a higher number than the one before it",
    ),
    "target.pace_order.do": (
        "Skriv stegen i ordning, till exempel pace: {{2022-06-15: 2, 2022-11-15: 4}}.",
        "Write the steps in order, for example pace: {{2022-06-15: 2, 2022-11-15: 4}}.",
    ),
    "target.pace_above": (
        "steget är högre än vad målet kräver, {needed}",
        "the step is higher than what the target requires, {needed}",
    ),
    "target.pace_above.do": (
        "Sänk steget till högst {needed}, eller höj at_least.",
        "Lower the step to at most {needed}, or raise at_least.",
    ),
    "target.areas_of_each": (
        "each_area räknar ett område i taget, så det blir aldrig fler än ett",
        "each_area counts one area at a time, so there is never more than one",
    ),
    "target.areas_of_each.do": (
        "Ta bort of för att räkna tillfällen i varje område, eller each_area för att räkna olika områden.",
        "Remove of to count occasions in every area, or each_area to count different areas.",
    ),
    "target.judge_alone": ("judge betyder inget utan per", "judge means nothing without per"),
    "target.judge_alone.do": (
        "Lägg till per, till exempel per: week, eller ta bort judge.",
        "Add per, for example per: week, or remove judge.",
    ),
    "target.except_outside": (
        "dagen ligger utanför målets tid, {window}",
        "the day is outside the target’s time, {window}",
    ),
    "target.except_outside.do": (
        "Ta bort dagen, eller ändra from och to.",
        "Remove the day, or change from and to.",
    ),
    "target.no_day": ("målet har ingen dag kvar som kan räknas", "no day is left that could count"),
    "target.no_day.do": (
        "Ändra months, weekdays eller except, så att minst en av dagarna i målets tid är kvar.",
        "Change months, weekdays or except, so that at least one day of the target’s time is left.",
    ),
    "target.no_bucket": (
        "målets tid, {window}, innehåller ingen hel period för ”per: {per}”",
        "the target’s time, {window}, contains no whole period of “per: {per}”",
    ),
    "target.no_bucket.do": (
        "Välj en kortare period, räkna perioderna från första dagen (till exempel 12 months), eller ta bort per.",
        "Choose a shorter period, count periods from the first day (for example 12 months), or remove per.",
    ),
    "target.too_many": (
        "”per: {per}” delar målets tid, {window}, i fler än {most} perioder",
        "“per: {per}” divides the target’s time, {window}, into more than {most} periods",
    ),
    "target.too_many.do": (
        "Välj en längre period, till exempel per: month, eller kortare tid med from och to.",
        "Choose a longer period, for example per: month, or a shorter time with from and to.",
    ),
    "target.none": (
        "målet blir mindre än ett och skulle vara uppfyllt utan att något görs",
        "the target amounts to less than one and would be met by doing nothing",
    ),
    "target.none.do": (
        "Höj at_least, eller ta bort per och judge och skriv hur många det ska bli totalt.",
        "Raise at_least, or remove per and judge and write how many there must be in total.",
    ),
    "target.unreachable.areas": (
        "målet kräver totalt {needed} olika områden, men bara {most} kan räknas",
        "the target requires {needed} different areas in total, but only {most} can count",
    ),
    "target.unreachable.areas.do": (
        "Sänk at_least, eller lägg till de områden som saknas under areas.",
        "Lower at_least, or add the missing areas under areas.",
    ),
    "target.unreachable.areas_in": (
        "målet kräver {needed} olika områden varje gång, men bara {most} kan räknas",
        "the target requires {needed} different areas each time, but only {most} can count",
    ),
    "target.unreachable.areas_in.do": (
        "Sänk at_least, eller lägg till de områden som saknas under areas.",
        "Lower at_least, or add the missing areas under areas.",
    ),
    "target.unreachable.days": (
        "målet kräver {needed} olika dagar, men bara {most} kan räknas",
        "the target requires {needed} different days, but only {most} can count",
    ),
    "target.unreachable.days.do": (
        "Sänk at_least, eller ändra from, to, weekdays, months eller except så att fler dagar räknas.",
        "Lower at_least, or change from, to, weekdays, months or except so that more days count.",
    ),
    "target.unreachable.days_in": (
        "målet kräver {needed} olika dagar varje gång, men {where} har bara {most} som räknas",
        "the target requires {needed} different days each time, but {where} has only {most} that count",
    ),
    "target.unreachable.days_in.do": (
        "Skriv per: day med at_least: 1 om varje dag ska räknas för sig; sänk annars at_least eller låt fler dagar räknas.",
        "Write per: day with at_least: 1 if every day counts separately; otherwise lower at_least, or let more days count.",
    ),
    "target.unreachable.weekends": (
        "målet kräver {needed} olika helger, men bara {most} kan räknas",
        "the target requires {needed} different weekends, but only {most} can count",
    ),
    "target.unreachable.weekends.do": (
        "Sänk at_least, eller ändra from, to, weekdays, months eller except så att fler helger räknas.",
        "Lower at_least, or change from, to, weekdays, months or except so that more weekends count.",
    ),
    "target.unreachable.weekends_in": (
        "målet kräver {needed} olika helger varje gång, men {where} har bara {most} som räknas",
        "the target requires {needed} different weekends each time, but {where} has only {most} that count",
    ),
    "target.unreachable.weekends_in.do": (
        "Sänk at_least, välj en längre per, eller ändra weekdays, months eller except så att fler helger räknas.",
        "Lower at_least, choose a longer per, or change weekdays, months or except so that more weekends count.",
    ),
    "target.whole": ("målet {value} är inte ett heltal", "the target {value} is not a whole number"),
    "target.whole.do": (
        "Skriv ett heltal, eller räkna en mängd med ”of”, till exempel of: hours.",
        "Write a whole number, or count a quantity with “of”, for example of: hours.",
    ),
    "target.minimum_twice": (
        "”{word}” är samma mängd som ”{other}”",
        "“{word}” is the same quantity as “{other}”",
    ),
    "target.minimum_twice.do": ("Ta bort den ena.", "Remove one of them."),
    "target.together_with_itself": (
        "”{kind}” kan inte hållas tillsammans med sig själv",
        "“{kind}” cannot be held together with itself",
    ),
    "target.together_with_itself.do": (
        "Skriv den andra aktiviteten i ”together_with”.",
        "Write the other kind in “together_with”.",
    ),
    "quantity.reserved": ("”{id}” är reserverat i formatet", "“{id}” is reserved by the format"),
    "quantity.reserved.do": ("Ge mängden ett annat namn.", "Give the quantity another name."),
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
    "unknown.tags": ("aktiviteten har ingen märkning ”{word}”", "the kind has no tag “{word}”"),
    "unknown.tags.do": (
        "Skriv {nearest}, eller lägg till den under aktivitetens ”tags”.",
        "Write {nearest}, or add it under the kind’s “tags”.",
    ),
    "unknown.tags.do_all": ("Lägg till den under aktivitetens ”tags”.", "Add it under the kind’s “tags”."),
    "unknown.quantities": (
        "mängden ”{word}” finns inte i filen",
        "there is no quantity “{word}” in the file",
    ),
    "unknown.quantities.do": (
        "Skriv {nearest}, eller lägg till den under ”quantities”.",
        "Write {nearest}, or add it under “quantities”.",
    ),
    "unknown.quantities.do_all": ("Lägg till den under ”quantities”.", "Add it under “quantities”."),
    "name.clash": (
        "namnet ”{word}” tillhör redan id ”{other}”",
        "the name “{word}” already belongs to the id “{other}”",
    ),
    "name.clash.do": ("Ge dem olika namn och alias.", "Give them different names and aliases."),
    "window.backwards": ("sista dagen ligger före den första", "the last day is before the first"),
    "window.backwards.do": ("Byt plats på ”from” och ”to”.", "Swap “from” and “to”."),
    "window.outside": (
        "dagen ligger utanför perioden {first}–{last}",
        "the day is outside the period {first}–{last}",
    ),
    "window.outside.do": ("Välj en dag i perioden.", "Choose a day within the period."),
    "window.overlap": (
        "perioden överlappar perioden för {other} ({span})",
        "the period overlaps that of {other} ({span})",
    ),
    "window.overlap.do": (
        "Ändra ”period” i den ena, eller flytta bort den fil som inte gäller.",
        "Change “period” in one of them, or move the file that does not apply elsewhere.",
    ),
    "window.overlap_copy": (
        "ser ut som en kopia av {other} men skiljer sig från den: båda gäller {span}",
        "looks like a copy of {other} but differs from it: both cover {span}",
    ),
    "window.overlap_copy.do": (
        "Jämför filerna, behåll den som gäller och flytta bort den andra.",
        "Compare the files, keep the one that applies, and move the other elsewhere.",
    ),
    # --- the workspace
    "workspace.none_in": (
        "i {path} finns ingen löftesfil ({pattern})",
        "there is no promise file ({pattern}) in {path}",
    ),
    "workspace.none_in.do": (
        "Kontrollera {by}; mappen ska innehålla avtalet, till exempel promises-2022.yaml.",
        "Check {by}; the folder must contain the agreement, for example promises-2022.yaml.",
    ),
    "workspace.there": (
        "{path} är redan en arbetsmapp; inget har skrivits",
        "{path} is already a workspace; nothing was written",
    ),
    "workspace.there.do": (
        "Lägg till ett nytt års avtal med --year, till exempel {command}.",
        "Add another year’s agreement with --year, for example {command}.",
    ),
    "workspace.in_the_way": (
        "{path} finns redan; inget har skrivits",
        "{path} already exists; nothing was written",
    ),
    "workspace.in_the_way.do": (
        "Flytta den, eller välj en annan mapp: loften init MAPP.",
        "Move it, or choose another folder: loften init DIR.",
    ),
    "year.none": ("”{value}” är inte ett årtal", "“{value}” is not a year"),
    "year.none.do": ("Skriv till exempel --year 2023.", "Write for example --year 2023."),
    "year.no_model": (
        "det finns inget avtal att utgå från",
        "there is no agreement to start from",
    ),
    "year.no_model.do": (
        "Börja med loften init utan --next, eller välj mapp med --dir.",
        "Begin with loften init without --next, or choose a folder with --dir.",
    ),
    "year.there": (
        "avtalet för {year} skulle överlappa perioden för {file}; inget har skrivits",
        "the agreement for {year} would overlap the period of {file}; nothing was written",
    ),
    "year.there.do": (
        "Välj ett år som ännu inte har något avtal, eller ändra i filen som finns.",
        "Choose a year that has no agreement yet, or edit the existing file.",
    ),
    "year.unfit": (
        "avtalet kan inte bli ett utkast för {year} bara genom att datumen flyttas",
        "the agreement cannot become a draft for {year} just by moving its dates",
    ),
    "year.unfit.do": (
        "Kopiera löftesfilen, skriv själv datumen för {year} och börja med det som står nedan.",
        "Copy the promise file, write the dates for {year} yourself, and begin with what is listed below.",
    ),
    "year.unmoved": (
        "datumet kan inte flyttas till ett annat år",
        "the date cannot be moved to another year",
    ),
    "year.unmoved.do": (
        "Skriv det som ÅÅÅÅ-MM-DD på samma rad som sin nyckel.",
        "Write it as YYYY-MM-DD on the same line as its key.",
    ),
    "workspace.no_folder": ("mappen {path} finns inte", "the folder {path} does not exist"),
    "workspace.no_folder.do": (
        "Kontrollera {by}; det ska vara mappen med löftesfilen ({pattern}).",
        "Check {by}; it must be the folder with the promise file ({pattern}).",
    ),
    "workspace.no_example": (
        "programmets exempelfil saknas i {path}",
        "the program’s example file is missing from {path}",
    ),
    "workspace.no_example.do": ("Installera om programmet.", "Reinstall the program."),
    "workspace.nowhere": (
        "det finns ingen hemmapp att lägga loggen i",
        "there is no home folder to put the log in",
    ),
    "workspace.nowhere.do": (
        "Ange en mapp med en löftesfil: --dir MAPP eller LOFTEN_DIR.",
        "Give a folder with a promise file: --dir DIR or LOFTEN_DIR.",
    ),
    "workspace.occupied": (
        "{path} finns redan men är inte en arbetsmapp; inget är sparat",
        "{path} already exists but is not a workspace; nothing was stored",
    ),
    "workspace.occupied.do": (
        "Skapa en arbetsmapp någon annanstans: loften init MAPP. Ange den sedan med --dir eller LOFTEN_DIR.",
        "Create a workspace somewhere else: loften init DIR. Then give it with --dir or LOFTEN_DIR.",
    ),
    # --- writing the log
    "lock.busy": (
        "någon annan har skrivit i {path} i mer än {seconds} sekunder; inget är sparat",
        "somebody else has been writing to {path} for more than {seconds} seconds; nothing was stored",
    ),
    "lock.busy.do": (
        "Vänta och försök igen. Hjälper det inte: avsluta andra loften-program.",
        "Wait and try again; if that does not help, close other loften programs.",
    ),
    "lock.folder": (
        "låsmappen {path} kan inte användas: {reason}; inget är sparat",
        "the folder for locks, {path}, cannot be used: {reason}; nothing was stored",
    ),
    "lock.folder.do": (
        "Kontrollera att du har skrivbehörighet till mappen.",
        "Check that you have permission to write to it.",
    ),
    "lock.owner": (
        "låsmappen {path} tillhör någon annan; inget är sparat",
        "the folder for locks, {path}, belongs to somebody else; nothing was stored",
    ),
    "lock.owner.do": (
        "Be den som ansvarar för datorn att ta bort mappen.",
        "Ask whoever is responsible for the computer to remove it.",
    ),
    "write.failed": (
        "{path} kunde inte skrivas: {reason}; inget är sparat",
        "{path} could not be written: {reason}; nothing was stored",
    ),
    "write.failed.do": (
        "Åtgärda felet och kör kommandot igen.",
        "Fix the problem and run the command again.",
    ),
    "write.short": (
        "bara en del av posten fick plats i {path}; inget är sparat",
        "only part of the record fitted into {path}; nothing was stored",
    ),
    "write.short.do": (
        "Disken är troligen full: frigör plats och kör kommandot igen.",
        "The disk is probably full: free some space and run the command again.",
    ),
    "write.not_a_file": (
        "{path} är ingen vanlig fil; inget är sparat",
        "{path} is not a regular file; nothing was stored",
    ),
    "write.not_a_file.do": (
        "Flytta bort den och kör kommandot igen.",
        "Move it away and run the command again.",
    ),
    "write.link": (
        "{path} är en länk; inget är sparat",
        "{path} is a link; nothing was stored",
    ),
    "write.link.do": (
        "Ersätt länken med själva filen och kör kommandot igen.",
        "Replace the link with the file itself and run the command again.",
    ),
    "write.uncertain": (
        "det är osäkert om posten {id} sparades: {reason}",
        "it is uncertain whether the record {id} was stored: {reason}",
    ),
    "write.uncertain.do": (
        "Sök efter id:t i mappen log innan du loggar på nytt.",
        "Look for the id in the folder log before you log it again.",
    ),
    "write.replaced": (
        "ett annat program byter ut {path} hela tiden; det är osäkert om posten {id} sparades",
        "another program keeps replacing {path}; it is uncertain whether the record {id} was stored",
    ),
    "write.replaced.do": (
        "Stäng filen i det andra programmet och sök efter id:t i den innan du loggar på nytt.",
        "Close the file in the other program, and look for the id in it before you log it again.",
    ),
    "output.failed": (
        "resultatet kunde inte skrivas ut: {reason}",
        "the result could not be written: {reason}",
    ),
    "record.unreadable": (
        "posten skulle inte gå att läsa igen: ”{field}” har ett omöjligt värde; inget är sparat",
        "the record could not be read again: “{field}” has an impossible value; nothing was stored",
    ),
    "record.unreadable.do": (
        "Kontrollera datorns klocka: den ska visa ett år mellan 1900 och 2999.",
        "Check the computer’s clock: it must show a year between 1900 and 2999.",
    ),
    "record.long": (
        "posten blir {size} byte, och högst {most} ryms; inget är sparat",
        "the record would be {size} bytes, and at most {most} fit; nothing was stored",
    ),
    "record.long.do": (
        "Korta texten, eller lägg den i ett dokument och länka med --ref.",
        "Shorten the text, or put it in a document and link it with --ref.",
    ),
    # --- what was written on the command line
    "usage.option": ("alternativet {option} finns inte", "there is no option {option}"),
    "usage.option.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "usage.option.do_all": ("{help} visar vilka som finns.", "{help} lists them all."),
    "usage.before": ("{option} ska stå före kommandot", "{option} must come before the command"),
    "usage.before.do": ("Skriv: loften {option} … {command} …", "Write: loften {option} … {command} …"),
    "usage.command": ("kommandot ”{word}” finns inte", "there is no command “{word}”"),
    "usage.command.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "usage.command.do_all": (
        "loften --help visar vilka som finns.",
        "loften --help lists them all.",
    ),
    "usage.value": ("{option} behöver ett värde", "{option} needs a value"),
    "usage.value.do": ("{help} visar hur det skrivs.", "{help} shows how to write it."),
    "usage.no_value": ("{option} ska inte ha något värde", "{option} does not take a value"),
    "usage.no_value.do": ("Skriv bara {option}.", "Write {option} alone."),
    "usage.twice": ("{option} kan bara anges en gång", "{option} can be given only once"),
    "usage.twice.do": (
        "Behåll ett av värdena, eller kör kommandot en gång för varje.",
        "Keep one of the values, or run the command once for each.",
    ),
    "usage.no_kind": ("ange vad som har gjorts", "say what was done"),
    "usage.no_kind.do": (
        "Skriv till exempel loften log {example}. Välj {known}.",
        "Write for example loften log {example}. Choose {known}.",
    ),
    "usage.extra": ("”{word}” är ett ord för mycket", "“{word}” is one word too many"),
    "usage.extra.do": (
        "Sätt namn med mellanslag inom citattecken; {help} visar hur kommandot skrivs.",
        "Put names that contain spaces in quotes; {help} shows how to write the command.",
    ),
    "usage.help": ("”{word}” är ett ord för mycket", "“{word}” is one word too many"),
    "usage.help.do": (
        "Be om hjälp för ett kommando i taget: loften help KOMMANDO.",
        "Ask for help with one command at a time: loften help COMMAND.",
    ),
    "usage.area": ("”{word}” är ett område, inte en aktivitet", "“{word}” is an area, not an activity"),
    "usage.area.do": (
        "Skriv --area framför varje område: {options}.",
        "Write --area before each area: {options}.",
    ),
    "usage.unquoted": ("”{words}” är ett enda område", "“{words}” is a single area"),
    "usage.unquoted.do": (
        'Sätt namnet inom citattecken: --area "{words}".',
        'Put the name in quotes: --area "{words}".',
    ),
    "usage.both": (
        "{one} och {other} kan inte anges samtidigt",
        "{one} and {other} cannot be given together",
    ),
    "usage.both.do": ("Välj ett av dem.", "Choose one of them."),
    "usage.not_utf8": ("argumentet {word} är inte UTF-8", "the argument {word} is not UTF-8"),
    "usage.not_utf8.do": ("Ställ in terminalen på UTF-8.", "Set the terminal to UTF-8."),
    "usage.one_of": ("”{value}” är inte tillåtet för {option}", "“{value}” is not allowed for {option}"),
    "usage.one_of.do": ("Välj {allowed}.", "Choose {allowed}."),
    "usage.other": ("kommandot kunde inte tolkas", "the command could not be understood"),
    "usage.other.do": ("{help} visar hur det skrivs.", "{help} shows how to write it."),
    "word.kind": ("”{word}” är inte en aktivitet i {file}", "“{word}” is not an activity in {file}"),
    "word.kind.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "word.kind.do_all": ("Välj {known}.", "Choose {known}."),
    "word.area": ("”{word}” är inte ett område i {file}", "“{word}” is not an area in {file}"),
    "word.area.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "word.area.do_all": ("Välj {known}.", "Choose {known}."),
    "word.no_area": ("{file} har inga områden", "{file} has no areas"),
    "word.no_area.do": (
        "Ta bort --area, eller lägg till området under ”areas” i filen.",
        "Leave out --area, or add the area under “areas” in the file.",
    ),
    "word.party": ("”{word}” är inte en part i {file}", "“{word}” is not a party in {file}"),
    "word.party.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "word.party.do_all": ("Välj {known}.", "Choose {known}."),
    "word.no_party": ("{file} har inga parter", "{file} has no parties"),
    "word.no_party.do": (
        "Ta bort --party, eller lägg till parten under ”parties” i filen.",
        "Leave out --party, or add the party under “parties” in the file.",
    ),
    "word.tag": ("”{word}” är inte en märkning för {kinds}", "“{word}” is not a tag for {kinds}"),
    "word.tag.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "word.tag.do_all": ("Välj {known}.", "Choose {known}."),
    "word.no_tag": ("det finns inga märkningar för {kinds}", "there are no tags for {kinds}"),
    "word.no_tag.do": (
        "Ta bort --tag, eller skriv ordet i --note.",
        "Leave out --tag, or write the word in --note.",
    ),
    "word.quantity": ("”{word}” är inte en mängd i {file}", "“{word}” is not a quantity in {file}"),
    "word.quantity.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "word.quantity.do_all": ("Välj {known}.", "Choose {known}."),
    "word.no_quantity": ("{file} har inga mängder", "{file} has no quantities"),
    "word.no_quantity.do": (
        "Ta bort -q, eller lägg till mängden under ”quantities” i filen.",
        "Leave out -q, or add the quantity under “quantities” in the file.",
    ),
    "word.promise": ("löftet ”{word}” finns inte i {file}", "there is no promise “{word}” in {file}"),
    "word.promise.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "word.promise.do_all": (
        "Skriv löftets id eller dess nummer, 1–{most}; loften promises visar dem.",
        "Write the promise’s id or its number, 1–{most}; loften promises shows them.",
    ),
    "quantity.form": ("”{value}” är inte NAMN=TAL", "“{value}” is not NAME=NUMBER"),
    "quantity.form.do": ("Skriv till exempel -q {example}.", "Write for example -q {example}."),
    "quantity.number": ("”{value}” kan inte användas som mängd", "“{value}” cannot be used as a quantity"),
    "quantity.number.do": (
        "Skriv ett tal från 0 till 999 999 999 med siffror och högst tre decimaler, till exempel 2,5.",
        "Write a number from 0 to 999,999,999 in digits with at most three decimals, for example 2.5.",
    ),
    "quantity.twice": ("mängden {name} är angiven två gånger", "the quantity {name} is given twice"),
    "quantity.twice.do": ("Ange den en gång.", "Give it once."),
    "count.number": ("”{value}” är inte tillåtet för --count", "“{value}” is not allowed for --count"),
    "count.number.do": (
        "Skriv antalet tillfällen som ett heltal från 1 till 1 000 000, till exempel --count 24.",
        "Write the number of occasions as a whole number from 1 to 1,000,000, for example --count 24.",
    ),
    "text.empty": ("{option} är tom", "{option} is empty"),
    "text.empty.do": ("Skriv en text, eller ta bort {option}.", "Write a text, or leave out {option}."),
    "date.none": ("”{value}” går inte att läsa som ett datum", "“{value}” cannot be read as a date"),
    "date.none.do": (
        'Skriv 2022-03-14, 14/3, "14 mars", idag, igår, måndag eller -3d.',
        'Write 2022-03-14, 14/3, "14 March", today, yesterday, Monday or -3d.',
    ),
    "date.period": ("”{value}” är en period, inte en dag", "“{value}” is a period, not a day"),
    "date.period.do": (
        "Ange en dag, till exempel 14/3; en siffra för en hel period loggas med --period.",
        "Give a day, for example 14/3; log a figure for a whole period with --period.",
    ),
    "period.day": ("”{value}” är en dag, inte en period", "“{value}” is a day, not a period"),
    "period.day.do": ("Ange dagen med --date.", "Give the day with --date."),
    "date.impossible": ("dagen ”{value}” finns inte", "the day “{value}” does not exist"),
    "date.impossible.do": ("Skriv en dag som finns i kalendern.", "Write a day that exists."),
    "date.swapped": (
        "”{value}” finns inte: det finns ingen månad {month}",
        "“{value}” does not exist: there is no month {month}",
    ),
    "date.swapped.do": ("Menade du {nearest}?", "Did you mean {nearest}?"),
    "date.future": (
        "{day} ligger i framtiden; inget är sparat",
        "{day} is in the future; nothing was stored",
    ),
    "date.future.do": (
        "Logga när det är gjort; boka in det som ska ske med loften plan.",
        "Log it when it is done; book what is to come with loften plan.",
    ),
    "date.before": (
        "{day} ligger före det första avtalet; inget är sparat",
        "{day} is before the first agreement; nothing was stored",
    ),
    "date.before.do": ("Det finns avtal för {periods}.", "There are agreements for {periods}."),
    "date.until": (
        "sista dagen, {until}, ligger före den första, {day}",
        "the last day, {until}, is before the first, {day}",
    ),
    "date.until.do": (
        "Ange den första dagen med --date och den sista med --until.",
        "Give the first day with --date and the last one with --until.",
    ),
    "date.long": ("{day}–{until} är mer än tre år", "{day}–{until} is more than three years"),
    "date.long.do": ("Dela upp siffran på kortare perioder.", "Split the figure into shorter periods."),
    "period.none": ("”{value}” går inte att läsa som en period", "“{value}” cannot be read as a period"),
    "period.none.do": (
        "Skriv 2022-03, mars, 2022-Q1, 2022-T1, v11, 2022 eller förra-månaden.",
        "Write 2022-03, March, 2022-Q1, 2022-T1, w11, 2022 or last-month.",
    ),
    "period.unfinished": (
        "{period} är inte slut än; inget är sparat",
        "{period} is not over yet; nothing was stored",
    ),
    "period.unfinished.do": (
        "Ange de dagar som siffran gäller: --date {first} --until {today}.",
        "Give the days that the figure covers: --date {first} --until {today}.",
    ),
    "known.as_of": (
        "läget den {day} kan inte ha varit känt den {known}",
        "how things stood on {day} cannot have been known on {known}",
    ),
    "known.as_of.do": (
        "Ange en --as-of som inte är senare än --known.",
        "Give an --as-of that is not later than --known.",
    ),
    "since.future": ("{day} ligger i framtiden", "{day} is in the future"),
    "since.future.do": (
        "Ange en dag som har passerat, till exempel dagen för förra mötet.",
        "Give a day in the past, for example that of the last meeting.",
    ),
    "personal.number": (
        "{option} innehåller ett personnummer; inget är sparat",
        "{option} contains a personal identity number; nothing was stored",
    ),
    "personal.number.do": (
        "Ta bort det. Loggen kan vara allmän handling: skriv organisationer och antal, aldrig vilka personer det gäller.",
        "Remove it. The log may be a public document: write organisations and numbers, never who a person is.",
    ),
    "personal.mistyped": (
        "{option} innehåller något som ser ut som ett personnummer med fel kontrollsiffra; inget är sparat",
        "{option} contains what looks like a personal identity number with a wrong check digit; nothing was stored",
    ),
    "personal.mistyped.do": (
        "Ta bort det. Är det inte ett personnummer: kör kommandot igen med --not-personal.",
        "Remove it. If it is not an identity number, run the command again with --not-personal.",
    ),
    "personal.writer": (
        "namnet på den som skriver ser ut som ett personnummer; inget är sparat",
        "the writer’s name looks like a personal identity number; nothing was stored",
    ),
    "personal.writer.do": (
        "Sätt LOFTEN_WRITER till ett annat namn, till exempel kommunens. Namnet står i varje post.",
        "Set LOFTEN_WRITER to another name, for example the municipality’s. Every record contains it.",
    ),
    # --- the log's files
    "health.damaged": ("loggen har {what}", "the log has {what}"),
    "health.damaged.do": (
        "loften check visar var. Återställ det skadade från en säkerhetskopia av filen.",
        "loften check shows where. Restore what is damaged from a backup of the file.",
    ),
    "health.newer": ("loggen har {what}", "the log has {what}"),
    "health.newer.do": (
        "Uppdatera programmet: det här räknar inte det som en nyare version har skrivit.",
        "Update the program: this one does not count what a newer version wrote.",
    ),
    "health.conflicts": ("loggen har {what}", "the log has {what}"),
    "health.conflicts.do": (
        "loften check visar var. Ta reda på vilken fil som är rätt, och hämta den på nytt från den som skriver i den.",
        "loften check shows where. Find out which file is right, and fetch it again from the person who writes to it.",
    ),
    "internal_traced": (
        "något oväntat gick fel ({kind}); uppgifter om var i programmet finns i {path}",
        "something unexpected went wrong ({kind}); details of where in the program are in {path}",
    ),
    "internal_traced.do": (
        "Anmäl felet och skicka med filen, som inte innehåller något av det du har skrivit. Poster som har bekräftats är sparade.",
        "Report the error and attach the file, which contains nothing that you wrote. Records that were confirmed are stored.",
    ),
    "internal": ("något oväntat gick fel ({kind})", "something unexpected went wrong ({kind})"),
    "internal.do": (
        "Kör igen med LOFTEN_DEBUG=1 för detaljer och anmäl felet. Poster som har bekräftats är sparade.",
        "Run again with LOFTEN_DEBUG=1 for details and report the error. Records that were confirmed are stored.",
    ),
    # --- reports
    "workspace.none": ("här finns ingen arbetsmapp", "there is no workspace here"),
    "workspace.none.do": (
        "Gå till mappen med löftesfilen (promises-ÅÅÅÅ.yaml), ange den med --dir, eller skapa en arbetsmapp: loften init MAPP.",
        "Go to the folder with the promise file (promises-YYYY.yaml), give it with --dir, or create a workspace: loften init DIR.",
    ),
    "health.incomplete": ("loggen är inte fullständig: {what}", "the log is incomplete: {what}"),
    "health.incomplete.do": (
        "Återställ det som saknas från en säkerhetskopia, eller godta förlusten med loften check --accept.",
        "Restore what is missing from a backup, or accept the loss with loften check --accept.",
    ),
    "health.report": ("ingen rapport har skrivits", "no report was written"),
    "health.report.do": (
        "Rätta loggen, eller kör med --allow-damaged: då står felen i rapporten.",
        "Mend the log, or run with --allow-damaged: the report then states what is wrong.",
    ),
    "usage.together": (
        "{one} och {other} måste anges tillsammans",
        "{one} and {other} must be given together",
    ),
    "usage.together.do": ("Ange båda.", "Give both."),
    "period.month": ("”{value}” är inte en månad", "“{value}” is not a month"),
    "period.month.do": (
        "Skriv till exempel --month 2022-03, eller --period för något annat än en månad.",
        "Write for example --month 2022-03, or --period for anything other than a month.",
    ),
    "period.one_day": ("”{value}” är en dag, inte en period", "“{value}” is a day, not a period"),
    "period.one_day.do": (
        "Ange samma dag med --from och --to.",
        "Give that day with --from and with --to.",
    ),
    "period.order": (
        "sista dagen, {last}, ligger före den första, {first}",
        "the last day, {last}, is before the first, {first}",
    ),
    "period.order.do": (
        "Ange den första dagen med --from och den sista med --to.",
        "Give the first day with --from and the last one with --to.",
    ),
    "period.future": ("ingen dag i {period} har passerat än", "no day of {period} is over yet"),
    "period.future.do": (
        "En rapport går till och med gårdagen; vänta tills det finns en dag att redovisa.",
        "A report goes up to yesterday; wait until there is a day to report on.",
    ),
    "period.outside": ("inget avtal gäller {period}", "no agreement covers {period}"),
    "period.outside.do": (
        "Det finns avtal för {periods}; välj till exempel {example}.",
        "There are agreements for {periods}; choose for example {example}.",
    ),
    "output.no_folder": ("mappen {path} finns inte", "the folder {path} does not exist"),
    "output.no_folder.do": (
        "Skapa den först, eller ange en fil i en mapp som finns, tillsammans med ett enda --format.",
        "Create it first, or give a file in an existing folder together with a single --format.",
    ),
    "output.not_a_file": (
        "{path} är en länk eller en mapp; rapporten har inte skrivits",
        "{path} is a link or a folder; the report was not written",
    ),
    "output.not_a_file.do": ("Ange en annan plats med --output.", "Give another place with --output."),
    "output.write": (
        "{path} kunde inte skrivas: {reason}; en äldre rapport har inte ändrats",
        "{path} could not be written: {reason}; any older report is unchanged",
    ),
    "output.uncertain": (
        "{path} har skrivits, men det är osäkert om den finns kvar efter ett strömavbrott: {reason}",
        "{path} was written, but it is uncertain whether it would survive a power cut: {reason}",
    ),
    "output.uncertain.do": (
        "Kontrollera disken och kör sedan kommandot igen med --replace.",
        "Check the disk, then run the command again with --replace.",
    ),
    "output.write.do": (
        "Åtgärda felet och kör kommandot igen.",
        "Fix the problem and run the command again.",
    ),
    "output.open": (
        "{path} är öppen i ett annat program; en äldre rapport har inte ändrats",
        "{path} is open in another program; any older report is unchanged",
    ),
    "output.open.do": ("Stäng filen och försök igen.", "Close the file and try again."),
    "personal.report": (
        "en text i {place} innehåller något som ser ut som ett personnummer; ingen rapport har skrivits",
        "a text in {place} contains what looks like a personal identity number; no report was written",
    ),
    "personal.report.do": (
        "Ta bort det: ur en post med loften amend, ur en löftesfil för hand. Är det inte ett personnummer: skriv samma text igen med loften amend och --not-personal.",
        "Remove it: from a record with loften amend, from a promise file by hand. If it is not an identity number, write the same text again with loften amend and --not-personal.",
    ),
    # --- records by their ids
    "id.form": ("”{word}” är inte ett id", "“{word}” is not an id"),
    "id.form.do": (
        "Skriv de sista tecknen i id:t, minst fyra, eller last för den post du skrev sist.",
        "Write the last characters of the id, at least four, or last for the record you wrote last.",
    ),
    "id.unknown": ("ingen post har ett id som slutar på {word}", "no record has an id that ends with {word}"),
    "id.unknown.do": (
        "loften list visar posterna med sina id.",
        "loften list shows the records with their ids.",
    ),
    "id.several": (
        "flera poster har id som slutar på {word}",
        "several records have ids that end with {word}",
    ),
    "id.several.do": ("Skriv fler tecken: {nearest}.", "Write more characters: {nearest}."),
    "id.last_unreadable": (
        "den senaste posten kan vara den i {file} som inte går att läsa (rad {line})",
        "the last record may be the one in {file} that cannot be read (line {line})",
    ),
    "id.last_unreadable.do": (
        "Ange postens id i stället för last. loften list visar posterna med sina id.",
        "Give the record’s id instead of last. loften list shows the records with their ids.",
    ),
    "id.no_last": (
        "{label} har inte skrivit någon post härifrån",
        "{label} has not written any record from here",
    ),
    "id.no_last.do": (
        "loften list visar posterna med sina id.",
        "loften list shows the records with their ids.",
    ),
    # --- plans
    "plan.several": (
        "flera inbokade aktiviteter passar: {plans}; inget är sparat",
        "several booked activities match: {plans}; nothing was stored",
    ),
    "plan.several.do": (
        "Välj en med --plan ID, eller logga utan att koppla till någon med --no-plan.",
        "Choose one with --plan ID, or log without linking to any with --no-plan.",
    ),
    "plan.none": ("{word} är inte en inbokad aktivitet", "{word} is not a booked activity"),
    "plan.none.do": (
        "loften list --planned visar det som är inbokat.",
        "loften list --planned shows what is booked.",
    ),
    "plan.void": ("{word} har ställts in", "{word} has been cancelled"),
    "plan.void.do": (
        "Ta bort --plan, eller välj en annan; loften list --planned visar vad som är inbokat.",
        "Leave out --plan, or choose another one; loften list --planned shows what is booked.",
    ),
    "plan.fulfilled": ("{word} har redan genomförts", "{word} has already been carried out"),
    "plan.fulfilled.do": (
        "Ta bort --plan, eller välj en annan; loften list --planned visar vad som är inbokat.",
        "Leave out --plan, or choose another one; loften list --planned shows what is booked.",
    ),
    "plan.kinds": ("det inbokade gäller något annat: {plans}", "what is booked is something else: {plans}"),
    "plan.kinds.do": (
        "Logga samma aktiviteter som är inbokade, eller ta bort --plan.",
        "Log the activities that are booked, or leave out --plan.",
    ),
    "plan.no_kind": ("ange vad som ska göras", "say what is to be done"),
    "plan.no_kind.do": (
        "Skriv till exempel loften plan {example} --date fredag. Välj {known}.",
        "Write for example loften plan {example} --date Friday. Choose {known}.",
    ),
    "plan.no_day": ("dagen saknas", "the day is missing"),
    "plan.no_day.do": (
        "Ange när det ska ske, till exempel --date 14/10 eller --date fredag.",
        "Say when it will be, for example --date 14/10 or --date Friday.",
    ),
    "plan.past": (
        "{day} har redan passerat; inget är sparat",
        "{day} has already passed; nothing was stored",
    ),
    "plan.past.do": ("Logga det som är gjort med loften log.", "Log what has been done with loften log."),
    # --- corrections and comments
    "amend.no_reason": ("ange varför posten rättas", "say why the record is amended"),
    "amend.no_reason.do": (
        'Lägg till --reason, till exempel --reason "fel datum".',
        'Add --reason, for example --reason "wrong date".',
    ),
    "void.no_reason": ("ange varför posten makuleras", "say why the record is voided"),
    "void.no_reason.do": (
        'Lägg till --reason, till exempel --reason "loggad två gånger".',
        'Add --reason, for example --reason "logged twice".',
    ),
    "cancel.no_reason": ("ange varför det ställs in", "say why it is cancelled"),
    "cancel.no_reason.do": (
        'Lägg till --reason, till exempel --reason "för få anmälda".',
        'Add --reason, for example --reason "too few had signed up".',
    ),
    "amend.void": ("redan makulerad: {what}", "already voided: {what}"),
    "amend.void.do": (
        "En makulering är slutgiltig; logga på nytt om det behövs.",
        "Voiding is final; log it again if necessary.",
    ),
    "amend.cancelled": ("redan inställd: {what}", "already cancelled: {what}"),
    "amend.cancelled.do": (
        "Det går inte att ångra; boka in på nytt med loften plan.",
        "This cannot be undone; book it again with loften plan.",
    ),
    "amend.redacted": ("posten är maskad: {what}", "the record is redacted: {what}"),
    "amend.redacted.do": ("Makulera den och logga på nytt.", "Void it and log it again."),
    "amend.comment": ("kan inte rättas: {what}", "cannot be amended: {what}"),
    "amend.comment.do": (
        "En kommentar ersätts av en ny (loften comment).",
        "A comment is replaced by a new one (loften comment).",
    ),
    "amend.correction": (
        "{word} är en rättelse av {what}, och kan inte rättas",
        "{word} is a correction of {what}, and cannot be amended",
    ),
    "amend.correction.do": (
        "Rätta posten själv igen med loften amend.",
        "Amend the record itself again with loften amend.",
    ),
    "amend.booked": (
        "{option} kan inte användas för det som är inbokat",
        "{option} cannot be used for what is booked",
    ),
    "amend.booked.do": ("Ta bort {option}.", "Leave out {option}."),
    "amend.nothing": (
        "posten har redan det innehållet; inget är sparat: {what}",
        "the record already says that; nothing was stored: {what}",
    ),
    "amend.nothing.do": (
        "Ange det som ska rättas, till exempel --date 14/3.",
        "Give what should be amended, for example --date 14/3.",
    ),
    "amend.foreign": (
        "”{word}” finns inte i {file}, som gäller den dagen",
        "there is no “{word}” in {file}, which applies on that day",
    ),
    "amend.foreign.do": (
        'Ange också det ord som ska gälla i stället, eller "" för inget.',
        'Also give the word that replaces it, or "" for none.',
    ),
    "void.correction": (
        "{word} är en rättelse av {what}, och kan inte makuleras",
        "{word} is a correction of {what}, and cannot be voided",
    ),
    "void.correction.do": (
        "Rätta posten själv igen med loften amend.",
        "Amend the record itself again with loften amend.",
    ),
    # --- losses
    "accept.final": (
        "{word} är en godtagen förlust och kan varken rättas eller makuleras",
        "{word} is an accepted loss and can be neither amended nor voided",
    ),
    "accept.final.do": (
        "Återställ det som saknas från en säkerhetskopia, så gäller den inte längre.",
        "Restore what is missing from a backup; then it no longer applies.",
    ),
    "accept.nothing": ("”{file}” har inget att godta", "“{file}” has nothing to accept"),
    "accept.nothing.do": (
        "Skriv filens namn så som loften check visar det. Det finns något att godta i {nearest}.",
        "Write the file’s name as loften check shows it. There is something to accept in {nearest}.",
    ),
    "accept.nothing.do_all": (
        "Loggens filer har kvar alla sina poster, och alla rader går att läsa.",
        "The log’s files still have all their records, and every line can be read.",
    ),
    "accept.no_reason": ("ange varför förlusten godtas", "say why the loss is accepted"),
    "accept.no_reason.do": (
        'Lägg till --reason, till exempel --reason "testposter som togs bort".',
        'Add --reason, for example --reason "test records that were removed".',
    ),
    "comment.empty": ("kommentaren är tom", "the comment is empty"),
    "comment.empty.do": (
        "Skriv en text, en bedömning med --verdict kept, partly eller not-kept, eller --no-need.",
        "Write a text, a verdict with --verdict kept, partly or not-kept, or --no-need.",
    ),
    "comment.uncovered": (
        "inget avtal gäller {day}; inget är sparat",
        "no agreement covers {day}; nothing was stored",
    ),
    "comment.uncovered.do": (
        "Ange en dag då avtalet gäller. Det finns avtal för {periods}.",
        "Give a day that the agreement covers. There are agreements for {periods}.",
    ),
    "comment.future": ("{day} ligger i framtiden", "{day} is in the future"),
    "comment.future.do": (
        "En kommentar gäller från idag eller en dag som har passerat.",
        "A comment applies from today or a day in the past.",
    ),
}
