"""What begins a workspace: the template of a promise file, the files beside it, and what `init` says."""

_SWEDISH = """\
# Era medborgarlöften, i en fil per avtal. Byt ut exemplen mot avtalets egna ord; låt citattecknen stå kvar.
# Allt efter # är förklaringar och får tas bort. Kontrollera filen med: loften promises

loften: 1                            # filformatets version, alltid 1
# draft: true                        # medan avtalet är ett utkast: det visas, men rapporteras inte
municipality: "Vår kommun"           # kommunens namn, överst i tabeller och rapporter
title: "Medborgarlöften {year}"        # avtalets namn
period:                              # avtalets första och sista dag; behöver inte vara ett kalenderår
  from: {year}-01-01
  to: {year}-12-31
language: sv                         # rapporternas språk: sv eller en
source: "Avtalets namn och diarienummer"     # varifrån löftena kommer; får tas bort
contact: "Kontaktcenter, telefonnummer"      # vart man vänder sig; får tas bort

# Varje post nedan börjar med ett id, som ni väljer själva: små bokstäver, siffror och bindestreck.
# Ändra inte ett id när ni har börjat logga. I rapporterna syns namnet.

parties:                             # vilka som lovar; får tas bort
  police: Polisen
  city: Kommunen

areas:                               # områden eller platser; får tas bort
  centrum:
    name: Centrum
    focus: true                      # ett fokusområde i avtalet
    aliases: [torget]                # andra ord som kan användas; får tas bort

kinds:                               # aktiviteter som kan loggas, minst en
  walk:
    name: trygghetsvandring
    plural: "trygghetsvandringar"    # får tas bort
    aliases: [vandring]
  patrol:
    name: fotpatrull
    plural: fotpatruller
  measure:
    name: trygghetsåtgärd
    plural: trygghetsåtgärder
    tags:                            # märkningar, för det som löftet räknar upp
      lighting: förbättrad belysning

quantities:                          # det som räknas utöver antalet; får tas bort
  persons: deltagare
  hours: timmar
  groups: {{name: områden med grannsamverkan, stock: true}}   # stock: en nivå; den senaste gäller

promises:                            # löftena, i avtalets ordning
  - id: foot-patrol
    text: "Fotpatrullering på publika platser"   # löftets egna ord
    parties: [police]                # vilka som lovar; visas, men begränsar inte räkningen
    areas: [centrum]                 # områden som löftet nämner; visas, men begränsar inte räkningen
    counts: [patrol]                 # inget antal är utlovat: aktiviteterna räknas och visas
    rule: "Varje fotpatrull räknas en gång."     # hur ni räknar, i ord; skrivs ut i rapporten
    decision: "Diarienummer"         # beslutet; får tas bort

  # Ett löfte med antal har targets i stället för counts. Ta bort # i början av raderna,
  # och skriv det antal som avtalet nämner:
  #
  # - id: walks
  #   text: Genomföra fyra trygghetsvandringar.
  #   from: {year}-01-01               # om löftet gäller kortare tid än avtalet; får tas bort
  #   to: {year}-12-31
  #   ended: {{on: {year}-05-31, decision: "KS § 12"}}   # om det upphörde i förtid; får tas bort
  #   targets:                       # ett eller flera mål; alla ska nås
  #     - count: walk                # vilken aktivitet, eller en lista: [walk, measure]
  #       at_least: 4                # minst så många
  #
  # Ett mål får också ha:
  #   of              vad som räknas i stället för tillfällen: areas (olika områden), days (olika dagar),
  #                   weekends (olika helger) eller en mängd under quantities, till exempel hours
  #   per             hur ofta: day, week, month, quarter, tertial, half-year, year, 2 weeks, 3 months …
  #   judge           average, om genomsnittet räcker; annars ska varje vecka, månad … nå målet
  #   each_area       områden som vart och ett ska nå målet
  #   areas, parties, tags      bara det som hör dit räknas
  #   not_areas       bara det som rör något annat område än dessa
  #   all_parties     räknas bara om alla dessa parter deltog
  #   weekdays, months, except  bara dessa veckodagar (mon … sun) och månader (1–12), inte dessa dagar
  #   from, to        målets första och sista dag
  #   minimum         minsta storlek för att räknas, till exempel {{hours: 2}}
  #   together_with   räknas bara vid samma tillfälle som den aktiviteten
  #   pace            när det ska vara klart: end, först sista dagen, eller steg: {{{year}-06-15: 2, {year}-11-15: 4}}
  #   revised         antal som har ändrats: [{{from: {year}-07-01, at_least: 3, decision: "KS § 12"}}]
  #   if_needed       true, om löftet bara gäller vid behov
  #   name            radens namn i tabellen
  # Egna nycklar får läggas till om de börjar med x-.
"""

_ENGLISH = """\
# Your citizen promises, one file per agreement. Replace the examples with the agreement’s own words;
# keep the quotation marks.
# Everything after a # is an explanation and may be removed. Check the file with: loften promises

loften: 1                            # version of the file format, always 1
# draft: true                        # while the agreement is a draft: it is shown, but not reported on
municipality: "Our municipality"     # its name, at the head of tables and reports
title: "Citizen promises {year}"       # the agreement’s name
period:                              # the first and the last day; need not be a calendar year
  from: {year}-01-01
  to: {year}-12-31
language: en                         # language of the reports: sv or en
source: "Name and registry number of the agreement"  # where the promises come from; optional
contact: "Contact centre, telephone number"  # who to ask; optional

# Each entry below begins with an id that you choose: small letters, digits and hyphens.
# Do not change an id once you have begun to log. Reports show the name.

parties:                             # who promises; optional
  police: The Police
  city: The municipality

areas:                               # districts or places; optional
  centre:
    name: Centre
    focus: true                      # a focus area of the agreement
    aliases: [square]                # other words that can be used; optional

kinds:                               # activities that can be logged, at least one
  walk:
    name: safety walk
    plural: "safety walks"           # optional
    aliases: [stroll]
  patrol:
    name: foot patrol
    plural: foot patrols
  measure:
    name: safety measure
    plural: safety measures
    tags:                            # for what the promise lists
      lighting: improved lighting

quantities:                          # what is counted in addition to the number; optional
  persons: participants
  hours: hours
  groups: {{name: areas with neighbourhood watch, stock: true}}   # stock: a level; the latest holds

promises:                            # the promises, in the agreement’s order
  - id: foot-patrol
    text: "Foot patrols in public places"    # the promise’s own words
    parties: [police]                # who promises; shown, does not affect counting
    areas: [centre]                  # areas that the promise names; shown, does not affect counting
    counts: [patrol]                 # no number was promised: activities are counted and shown
    rule: "Every foot patrol counts once."   # how you count, in words; printed in the report
    decision: "Registry number"      # the decision; optional

  # A promise with a number has targets instead of counts. Remove the # at the start of the lines,
  # and write the number that the agreement names:
  #
  # - id: walks
  #   text: Hold four safety walks.
  #   from: {year}-01-01               # if the promise covers less time than the agreement; optional
  #   to: {year}-12-31
  #   ended: {{on: {year}-05-31, decision: "Board § 12"}}   # if it was ended early; optional
  #   targets:                       # one or more; all must be met
  #     - count: walk                # which activity, or a list: [walk, measure]
  #       at_least: 4                # at least this many
  #
  # A target may also have:
  #   of              what is counted instead of occasions: areas (different areas), days (different
  #                   days), weekends (different weekends), or one of the quantities, such as hours
  #   per             how often: day, week, month, quarter, tertial, half-year, year, 2 weeks, 3 months …
  #   judge           average, if the average is enough; otherwise every week, month … must reach the target
  #   each_area       areas that must each reach the target
  #   areas, parties, tags      only what belongs there counts
  #   not_areas       only what concerns an area that is not among these
  #   all_parties     counts only if all these parties took part
  #   weekdays, months, except  only these weekdays (mon … sun) and months (1–12), not these days
  #   from, to        the target’s first and last day
  #   minimum         the smallest size that counts, such as {{hours: 2}}
  #   together_with   counts only on the same occasion as that activity
  #   pace            when it is due: end, not before the last day, or steps: {{{year}-06-15: 2, {year}-11-15: 4}}
  #   revised         numbers changed later: [{{from: {year}-07-01, at_least: 3, decision: "Board § 12"}}]
  #   if_needed       true, if the promise applies only when there is a need
  #   name            the row’s name in the table
  # You may add your own keys if they begin with x-.
"""

TEXTS: dict[str, tuple[str, str]] = {
    "template.file": (_SWEDISH, _ENGLISH),
    "template.draft": (
        "Utkast för {year} efter {file}: gå igenom det som är märkt BEKRÄFTA och ta bort märkena, och sist raden draft.",
        "Draft for {year} based on {file}: go through what is marked CONFIRM and remove the marks, and at last the line “draft”.",
    ),
    "template.confirm": ("BEKRÄFTA för {year}", "CONFIRM for {year}"),
    "template.git_attributes": (
        "# Radslut får inte ändras, och git får inte slå ihop rader: varje fil i log/ har bara en skrivare.\n"
        "log/*.jsonl -text -merge\nreports/** -text\n",
        "# Line endings must not change, and git must not merge lines: each file in log/ has a single writer.\n"
        "log/*.jsonl -text -merge\nreports/** -text\n",
    ),
    "template.git_ignore": (
        "# Tillfälliga filer, som finns bara medan en rapport skrivs.\n.*.tmp\n",
        "# Temporary files that exist only while a report is being written.\n.*.tmp\n",
    ),
    "completion.written": ("Skrivet: {path}", "Written: {path}"),
    "completion.bash": (
        "Öppna en ny terminal. Om inget händer när du trycker på tabb: installera bash-completion, "
        'eller lägg till en rad i ~/.bashrc: source "{path}"',
        "Open a new terminal. If nothing happens when you press Tab: install bash-completion, "
        'or add a line to ~/.bashrc: source "{path}"',
    ),
    "completion.zsh": (
        'Lägg till en rad i ~/.zshrc: fpath=("{folder}" $fpath); autoload -Uz compinit; compinit',
        'Add a line to ~/.zshrc: fpath=("{folder}" $fpath); autoload -Uz compinit; compinit',
    ),
    "completion.fish": (
        "Klart: det fungerar i nästa terminal som du öppnar.",
        "Done: it works in the next terminal that you open.",
    ),
    "completion.powershell": (
        'Lägg till en rad i filen som $PROFILE visar: . "{path}"',
        'Add a line to the file that $PROFILE shows: . "{path}"',
    ),
    "start.made": ("Ny arbetsmapp: {folder}", "New workspace: {folder}"),
    "start.added": ("Nytt avtal i {folder}", "New agreement in {folder}"),
    "start.next": (
        "Skriv avtalet i {file} med en textredigerare, och kontrollera det med loften promises.",
        "Write the agreement in {file} with a text editor, and check it with loften promises.",
    ),
    "start.gap": (
        "Obs! Inget avtal gäller {span}, mellan {file} och det nya.",
        "Note: no agreement covers {span}, between {file} and the new one.",
    ),
    "start.confirm": (
        "I {file} finns det {count} rader märkta BEKRÄFTA. Gå igenom dem.",
        "{file} has {count} lines marked CONFIRM. Go through them.",
    ),
    "start.confirm.one": (
        "I {file} finns det en rad märkt BEKRÄFTA. Gå igenom den.",
        "{file} has one line marked CONFIRM. Go through it.",
    ),
    "start.ready": (
        "Börja med loften promises, som visar löftena.",
        "Begin with loften promises, which shows the promises.",
    ),
}
