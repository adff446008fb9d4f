# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The fixed sentences of the edition for residents. Short sentences, common words, "u" and "we"."""

from __future__ import annotations

from baken.model.figure import NotJudged
from baken.model.text import Text

TITLE = Text("Hoe veilig is {name}?", "How safe is {name}?")
SUBTITLE = Text("De cijfers in gewone taal", "The figures in plain language")
INVENTED = Text(
    "Deze gemeente is verzonnen. Geen cijfer gaat over een echte plaats.",
    "This town is made up. No figure is about a real place.",
)
WORKING = Text("Werkversie: er kan nog iets veranderen.", "Working version: some things may still change.")
DAY = Text("Stand van {day}", "As of {day}")

WHAT = Text("Wat is dit?", "What is this?")
ABOUT = Text(
    "Hier leest u hoe het gaat met de veiligheid in {name}. Deze tekst is voor iedereen die hier woont. "
    "De cijfers zijn dezelfde als in het hele veiligheidsbeeld.",
    "Here you can read how safe {name} is. This text is for all who live here. "
    "The figures are the same as in the full safety picture.",
)
NO_ONE_FIGURE = Text(
    "Geen enkel cijfer zegt of het ergens veilig is. Daarom zetten we meer cijfers naast elkaar. "
    "We kijken hoe het vroeger was. En we kijken hoe het is in {reference}.",
    "No single figure says if a place is safe. So we put more figures side by side. "
    "We look at how it was before. And we look at how it is in {reference}.",
)
ALL_OLD = Text(
    "Let op: alle cijfers in deze tekst zijn oud. Ze zeggen hoe het was, niet hoe het nu is.",
    "Note: all figures in this text are old. They say how it was, not how it is now.",
)
SOME_OLD = Text(
    "Let op: sommige cijfers zijn oud. Dat staat er dan bij. Ze zeggen hoe het was, niet hoe het nu is.",
    "Note: some figures are old. It says so where that is the case. They say how it was, not how it is now.",
)

OUT = Text("Wat opvalt", "What stands out")
NOTHING_OUT = Text("Er is niets dat echt opvalt.", "Nothing really stands out.")
MESSAGE = Text("De gemeente zegt het zo: “{said}”.", "The municipality puts it like this: “{said}”.")
POINT_CHANGE = Text(
    "In {period} was dit {word} dan in {start}.", "This was {word} in {period} than in {start}."
)
POINT_LOOKED = Text(
    "De politie telde in {period} {word} dan in {start}.",
    "The police counted {word} in {period} than in {start}.",
)
POINT_SAME = Text(
    "In {period} was dit ongeveer gelijk aan {start}.", "In {period} this was about the same as in {start}."
)
POINT_UNJUDGED = Text(
    "{period} is niet goed te vergelijken met {start}.", "{period} and {start} cannot well be compared."
)
POINT_WENT = Text("Het ging van {before} naar {value}{unit}.", "It went from {before} to {value}{unit}.")
POINT_LEVEL = Text(
    "In {period} was dit {word} dan in {reference}.", "In {period} this was {word} than in {reference}."
)
POINT_LEVELS = Text(
    "Hier was het {value} en daar {other}{unit}.", "Here it was {value} and there {other}{unit}."
)
POINT_COVID = Text(
    "Maar zonder coronajaren is dat niet zeker.", "But without Covid years that is not certain."
)
SEARCHED = Text("Wie meer zoekt, vindt meer.", "Who looks more, finds more.")

SAFE = Text("Hoe veilig is het hier?", "How safe is it here?")
NO_FIGURE = Text("We hebben hier geen cijfer van.", "We have no figure of this.")
EMPTY = Text("Thema’s zonder cijfers", "Themes without figures")
NO_FIGURES = Text(
    "Over deze thema’s hebben we geen cijfers. We weten dus niet hoe het hiermee gaat.",
    "We have no figures on these themes. So we do not know how they are.",
)
OTHER = Text("Andere thema’s", "Other themes")
ELSEWHERE = Text("De cijfers hiervan staan op de website.", "The figures of these are on the website.")
ASKED_ONLY = Text(
    "Hierover zijn mensen gevraagd. Kijk bij “Wat bewoners zeggen”.",
    "People were asked about this. See “What residents say”.",
)
CARE = Text(
    "Dit gaat over zorg. Er staat nooit iets in over één persoon.",
    "This is about care. It never says a thing about one person.",
)
CHART_SOURCE = Text("Bron: {publishers}", "Source: {publishers}")

ASKED = Text("Wat bewoners zeggen", "What residents say")
SURVEY = Text(
    "In een enquête is aan mensen gevraagd wat zij vinden. Dat zijn dus meningen.",
    "In a survey people were asked what they think. So these are views.",
)
NO_SURVEY = Text(
    "We hebben geen enquête met antwoorden van bewoners.", "We have no survey with answers from residents."
)
VOICES = Text(
    "Dit is ook gezegd. Het gaat om kleine groepen. Zij spreken niet voor iedereen.",
    "This was said too. It is about small groups. They do not speak for all.",
)
VOICE = Text("{area}, {month}: {said}", "{area}, {month}: {said}")

UNKNOWN = Text("Wat we niet weten", "What we do not know")
NO_WHY = Text(
    "Deze cijfers zeggen niet waarom iets meer of minder wordt. "
    "Wat niemand meldt of ziet, telt niet mee. Er gebeurt dus meer dan we weten.",
    "These figures do not say why a thing goes up or down. "
    "What no one reports or sees is not counted. So more takes place than we know.",
)
WITHOUT = Text("Van deze onderwerpen hebben we geen cijfers:", "We have no figures on these:")
OLD = Text("Deze cijfers zijn oud. Nieuwere hebben we niet.", "These figures are old. We have no newer ones.")
OLD_YEAR = Text("Uit {year}: {names}", "From {year}: {names}")

DOES = Text("Wat de gemeente doet", "What the municipality does")
DOES_FROM = Text(
    "Dit staat in de stukken van de gemeente. De namen zijn die van de gemeente zelf.",
    "This is in the papers of the municipality. The names are its own.",
)
DOES_NOTHING = Text(
    "In onze stukken staat niet wat de gemeente doet. Dat wil niet zeggen dat zij niets doet.",
    "Our papers do not say what the municipality does. That does not mean that it does nothing.",
)
HELPS = Text(
    "Of dit helpt, weten we niet. Dat is niet goed onderzocht.",
    "If this helps, we do not know. That has not been studied well.",
)
DOES_MORE = Text("Meer hierover staat op de website.", "There is more on this on the website.")
PLANNED = Text("Dit was of is gepland:", "This was or is planned:")
HAPPENED = Text("{what} Dit is gebeurd.", "{what} This was done.")
PERHAPS = Text("{what} Of dit is gebeurd, weten we niet.", "{what} We do not know if this was done.")
DECIDED = Text("{by}: {what}", "{by}: {what}")
DAY_UNKNOWN = Text("dag niet bekend", "day not known")
DONE = Text("{what} Waar: {area}.", "{what} Where: {area}.")
RUNS = Text("vanaf {start}", "since {start}")
RAN = Text("{start} tot en met {end}", "{start} to {end}")
BY = {
    "council": Text("De raad besloot", "The council decided"),
    "executive": Text("Burgemeester en wethouders besloten", "The mayor and aldermen decided"),
    "mayor": Text("De burgemeester besloot", "The mayor decided"),
}

GO = Text("Waar kunt u terecht?", "Where can you go?")
GO_NOBODY = Text(
    "We hebben geen nummers om te bellen. Vraag het aan de gemeente.",
    "We have no numbers to call. Ask the municipality.",
)
GO_WEBSITE = Text("Website", "Website")

COUNT = Text("Zo tellen wij", "How we count")
COUNTING = Text(
    "De politie schrijft op wat mensen melden en wat zij zelf ziet. Dat aantal delen we door het aantal "
    "inwoners. Zo kunt u jaren en plaatsen vergelijken. Het procentteken % wil zeggen: van elke 100. "
    "Soms is een verschil klein. Dan kan het toeval zijn. We schrijven dan: ongeveer gelijk. "
    "Een voorlopig cijfer kan nog veranderen.",
    "The police write down what people report and what they see. We divide that number by the number of "
    "people who live here. Then you can compare years and places. The sign % means: out of each 100. "
    "Some differences are small. Then it may be chance. We then write: about the same. "
    "A figure that is not final may still change.",
)
SOURCES = Text("De cijfers komen van: {publishers}.", "The figures come from: {publishers}.")
LINE = Text(
    "Staat er een streep in een grafiek? Dan is er vanaf dat jaar anders geteld.",
    "Is there a line down through a chart? From that year on, the way to count changed.",
)
COUNTED_OTHERWISE = Text("anders geteld", "new count")
PICKED = Text(
    "Van elk thema laten we één of twee cijfers zien. Wat opvalt gaat voor, en nieuw gaat voor oud. "
    "Alle andere cijfers staan op de website.",
    "For each theme we show one or two figures. What stands out goes first, and new goes before old. "
    "All other figures are on the website.",
)
WORDS = Text("Moeilijke woorden", "Hard words")

COLOPHON = Text("Over deze tekst", "About this text")
SAME = Text(
    "Deze tekst is er als pagina op de website en als PDF. Beide zijn gemaakt uit dezelfde cijfers. "
    "Ze zeggen hetzelfde.",
    "This text is a page on the website and a PDF. Both are made from the same figures. They say the same.",
)
LEVEL = Text(
    "Hoe moeilijk is deze tekst? We gebruiken een formule: {measure}. De uitkomst is {score}. Hoe hoger, hoe "
    "makkelijker. Volgens de maker is dit: {meaning}. Een zin heeft gemiddeld {length} woorden. "
    "De LIX is {lix}. Daarbij geldt: hoe lager, hoe makkelijker.",
    "How hard is this text? We use a formula: {measure}. The score is {score}. The higher, the easier. "
    "Its maker calls this: {meaning}. A sentence has {length} words on average. "
    "The LIX is {lix}. For that one: the lower, the easier.",
)
NOT_B1 = Text(
    "Is dit taalniveau B1? Dat kan een formule niet zeggen. Dat weten we pas als mensen de tekst lezen. "
    "Dat is nog niet gedaan.",
    "Is this language level B1? A formula cannot say that. We only know once people read the text. "
    "That has not been done yet.",
)

UP = (Text("meer", "more"), Text("hoger", "higher"))
DOWN = (Text("minder", "less"), Text("lager", "lower"))
"""The first for what is counted, the second for shares and marks."""
CHANGED = Text(
    "Dat is {word} dan in {start}. Toen was het {before}.",
    "That is {word} than in {start}. Then it was {before}.",
)
COUNTED = Text(
    "De politie telde {word} dan in {start}. Toen was het {before}.",
    "The police counted {word} than in {start}. Then it was {before}.",
)
SAME_AS = Text("Dat is hetzelfde als in {start}.", "That is the same as in {start}.")
ABOUT_SAME = Text(
    "Dat is ongeveer gelijk aan {start}. Toen was het {before}. Het verschil kan toeval zijn.",
    "That is about the same as in {start}. Then it was {before}. The difference may be chance.",
)
BEFORE = Text("In {start} was het {before}. {reason}", "In {start} it was {before}. {reason}")
NO_EARLIER = Text("We hebben geen cijfer van vroeger.", "We have no figure from before.")
REASONS = {
    NotJudged.BREAK: Text(
        "Daarna is er anders geteld of gevraagd. U kunt het dus niet goed vergelijken.",
        "After that, the way to count or ask changed. So you cannot compare the two well.",
    ),
    NotJudged.NO_RESPONDENTS: Text(
        "We weten niet hoeveel mensen meededen. Dus weten we niet of het echt anders is.",
        "We do not know how many people took part. So we do not know if it really changed.",
    ),
    NotJudged.NO_INTERVAL: Text(
        "Of het echt anders is, weten we niet.", "We do not know if it really changed."
    ),
    NotJudged.INSIDE_INTERVAL: Text("Het verschil kan toeval zijn.", "The difference may be chance."),
}
COVID = Text("{years} was een coronajaar.", "{years} was a Covid year.")
COVIDS = Text("{years} waren coronajaren.", "{years} were Covid years.")
COVID_NONE = Text("Zonder corona kunnen we niet vergelijken.", "Without Covid we cannot compare.")
COVID_ALSO = Text(
    "Ook zonder corona ({start} tot {end}) werd het {word}.",
    "Without Covid too ({start} to {end}) it was {word}.",
)
COVID_OTHER = Text(
    "Zonder corona ({start} tot {end}) werd het {word}.", "Without Covid ({start} to {end}) it was {word}."
)
COVID_CHANCE = Text(
    "Zonder corona ({start} tot {end}) kan het verschil toeval zijn.",
    "Without Covid ({start} to {end}) the difference may be chance.",
)
COVID_SAME = Text(
    "Zonder corona ({start} tot {end}) bleef het gelijk.",
    "Without Covid ({start} to {end}) it stayed the same.",
)
COVID_UNKNOWN = Text(
    "Hoe het zonder corona ging, weten we niet zeker.", "How it went without Covid is not certain."
)
LOOKED = Text(
    "Dit hangt af van hoeveel de politie zoekt. Wie meer zoekt, vindt meer.",
    "This depends on how much the police look. Who looks more, finds more.",
)
LOOKED_MORE = Text("Het probleem hoeft dus niet groter te zijn.", "So the problem need not be larger.")
LOOKED_PART = Text(
    "Een deel hangt af van hoeveel de politie zoekt.", "Part of this depends on how much the police look."
)
THERE_LESS = Text(
    "In {reference} was het {value}. Dat is {down} dan hier.",
    "In {reference} it was {value}. That is {down} than here.",
)
THERE_MORE = Text(
    "In {reference} was het {value}. Dat is {up} dan hier.",
    "In {reference} it was {value}. That is {up} than here.",
)
THERE_NEAR = Text(
    "In {reference} was het {value}. Dat is ongeveer gelijk.",
    "In {reference} it was {value}. That is about the same.",
)
THERE_EQUAL = Text("In {reference} was het hetzelfde.", "In {reference} it was the same.")
THERE_UNJUDGED = Text(
    "In {reference} was het {value}. Of dat echt anders is, weten we niet.",
    "In {reference} it was {value}. We do not know if that really differs.",
)
THERE_UNKNOWN = Text(
    "Hoe het was in {reference}, weten we niet.", "How it was in {reference}, we do not know."
)
MARGIN = Text(
    "Toeval speelt mee: reken op ongeveer {lower} tot {upper}.",
    "Chance plays a part: think of about {lower} to {upper}.",
)
MARGIN_ASKED = Text(
    "Niet iedereen is gevraagd: reken op ongeveer {lower} tot {upper}.",
    "Not all people were asked: think of about {lower} to {upper}.",
)
NEITHER = Text(
    "Hoe precies dit is en hoe het was in {reference}, weten we niet.",
    "How exact this is and how it was in {reference}, we do not know.",
)
NO_MARGIN = Text("Hoe precies dit is, weten we niet.", "How exact this is, we do not know.")

UNITS = {"per_1000_inhabitants": Text("per 1.000 inwoners", "per 1,000 people")}
"""Units that are said in plain words; another one is said in its own."""
SIGN_UP, SIGN_DOWN, SIGN_SAME, SIGN_UNJUDGED = "▲ ", "▼ ", "≈ ", "? "
SIGN_CHANGED = Text("{word} dan in {start}", "{word} than in {start}")
SIGN_ABOUT = Text("ongeveer gelijk aan {start}", "about the same as in {start}")
SIGN_CANNOT = Text("niet te vergelijken met {start}", "cannot be compared with {start}")
SIGN_UNKNOWN = Text("verschil met {start} niet zeker", "difference from {start} not certain")
GOOD, BAD = Text("gunstig", "good"), Text("ongunstig", "not good")
IS_OLD, IS_FIRST = Text("oud cijfer", "old figure"), Text("voorlopig cijfer", "not final yet")
AND = Text("en", "and")
