"""What the finder of places looks for: runs of capitalised words, and the words beside them that mark a place."""

from __future__ import annotations

import re

from extract.datewords import MONTHS, WEEKDAYS
from extract.placenames import words as word_set

_PARTICLE = r"(?:al|el|ar|as|ash|at|ad|an|az|ez|ed|es|er|et|de|del|la|le|les|los|las|du|of|sur|upon)"
_LETTERS = r"[^\W_]"
_JOINED = rf"[A-ZÀ-ÞŠŽİ]{_LETTERS}*(?:['’ʼ‘`.-](?={_LETTERS}){_LETTERS}+)*"
#: A run of capitalised words, joined by the particles that names have inside them.
RUN = re.compile(
    rf"(?<![\w@#])(?:(?:[Aa]l|[Ee]l|[Aa]s|[Aa]r|[Ee]z|[Aa]sh|[Aa]n|[Aa]t)-)?{_JOINED}"
    rf"(?:[ \u00a0](?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?[ ]\d)(?:{_PARTICLE}[ -]){{0,2}}(?:(?:al|el|ar|as|ash|at|ad|an|az|ez|ed)-)?{_JOINED})*"
)
WORD = re.compile(r"\S+")
PLAIN = re.compile(r"\b[a-z]{3,}\b")
POSSESSIVE = re.compile(r"['’]s?\Z")
INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]\Z")

#: Before a name these make it a person's: "resident Hama Dolo".
PERSON_BEFORE = re.compile(
    r"\b(?:residents?|witness|villager|herder|farmer|teacher|shopkeeper|trader|merchant|doctor|nurse|medic|student|pupil|survivor|fisherman|driver|pastor|imam|priest|activist|analyst|researcher|lawyer|"
    r"uncle|aunt|brother|sister|son|daughter|father|mother|cousin|nephew|niece|grandfather|grandmother|neighbou?r|elder|chairman|manager|owner|worker|engineer|correspondent|rescuer|volunteer)\s\Z"
)
#: What stands before a place: a preposition of place, or a verb that takes one.
LEAD = re.compile(
    r"\b(?P<prep>in|near|at|from|to|into|over|around|outside|across|towards?|inside|of|on|against|between|through|beyond"
    r"|leaving|reached|entered|targeting|targeted|hit|struck|bombed|shelled|captured|seized|liberated|attacked|besieged|and|or)"
    r"\s+(?:the\s+)?(?P<kind>(?:(?!(?:in|near|at|from|to|of|on|into|over|around|outside)\b)[a-z][\w-]*\s+){0,3})\Z"
)
PLACE_LEADS = word_set("in near at from into over around outside across inside toward towards")
STRIKING = word_set(
    "hit struck bombed shelled targeting targeted attacked besieged captured seized liberated reached"
)
KIND_BEFORE = re.compile(
    r"\b(?P<kind>villages?|towns?|city|cities|settlement|hamlet|neighbou?rhood|suburbs?|district|province|region|governorate|oblast"
    r"|camp|municipality|locality|township|regency|tehsil|upazila|slums?|shantytown|favela|barrio|port|state|capital|community|harbou?r|mine|oasis|island|enclave|crossing|area"
    r"|outskirts|edge|vicinity|entrance|post|outpost|base|garrison|airport|airfield|dam|bridge|junction|commune|sector|zone|county|canton|quarter|beach|shore|coast|hills?|heights|ridge|slopes?|valley|wadi|plateau|plain|islet|farms?|plantation|bazaar|market|landing|pier|wharf|jetty|ranch|quarry|checkpoint|barracks|waters|banks?|mouth)\s(?:of\s)?\Z"
)
KIND_AFTER = re.compile(
    r"\s(?P<kind>(?:(?:refugee|displacement|transit|gathering|border|military|army|air|naval|port|reception)\s(?:camp|site|city|base|post|crossing|centre|center))|[A-Za-z][\w-]*)"
)
#: "The Andean city of X", "the Pacific port of X", "the Druze village of X": the name before it only says what sort X is.
SORT_OF_TOWN = re.compile(
    r"\s(?:port\s|hill\s|border\s|fishing\s|mining\s)?(?:city|town|village|hamlet|port)\sof\s[A-ZÀ-Þ]"
)
#: "The X minority", "X tribesmen": a people's name, whatever town is called so elsewhere.
PEOPLE_AFTER = re.compile(
    r"\s(?:ethnic\s|religious\s|muslim\s|christian\s)?(?:minorit(?:y|ies)|tribes?|tribal|tribesm[ae]n|clans?|clansm[ae]n|sect|faith|ethnicity|nomads|dialect)\b"
)
#: "Houthi-controlled", "rebel-held": says whose a place is, and is none.
HELD = re.compile(r"\w+-(?:[a-z]+ed|held|run|led)\Z")
#: What a name with such a word at its end is: a house or works, which stands somewhere.
HOUSES = word_set(
    """hospital clinic school university college mosque church market airport airfield bridge dam station plant prison
    refinery depot port camp base barracks factory mine crossing checkpoint stadium hotel mall bazaar monastery orphanage"""
)
#: A ship's name is no place's.
SHIP = re.compile(
    r"\b(?:M/V|MV|M/T|MT|USS|HMS|SS|INS|FS|(?i:tankers?|vessels?|ships?|frigate|destroyer|cruiser|carrier|freighter|trawler|corvette|dhow|ferry|yacht|submarine|gunboat))\s(?:the\s)?[“\"‘']?(?:[A-Z][\w’-]*\s){0,3}\Z|\bM/\Z"
)
SHIP_NAME = re.compile(r"(?:M/?V|M/?T|USS|USNS|HMS|INS|FS|SS)\s[A-Z]")
COMMA_PLACE = re.compile(
    r",\s(?:(?P<dir>[a-z]+(?:-[a-z]+)?)\s)?(?P<name>[A-ZÀ-Þ][\w’'.-]+(?:\s[A-Z][\w-]+)?)"
)
IN = re.compile(r"\b(?:in|near|at|outside|around|from)\s(?:the\s(?:[\w-]+\s){1,3}(?:of\s)?)?\Z")
PLACED = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Oo]ff|[Aa]round)\s\Z")
#: "X in southern Iraq", "X, northern Syria": what follows a name and says where it is.
WIDER = re.compile(
    r"(?:,\s(?:also\s)?in|,| in| in the)\s(?:the\s)?(?:[a-z][\w-]*\s){0,2}(?P<name>[A-ZÀ-Þ][\w’'.-]*\w(?:\s[A-Z][\w-]+)?)"
)
APPOSED = re.compile(
    r",\s(?:a|an|the)\s(?:[\w-]+\s){0,3}(?:town|village|city|settlement|neighbou?rhood|suburb|slum|shantytown|hamlet|port|island|hill|valley|farm|bazaar)\b(?!['’]s|\s(?:mayor|head|chief|council|elder|official|resident|administrator|doctor|police|spokes))"
)
#: Words of kind that stand beside too many names that are no places.
LOOSE_KINDS = word_set(
    "state area areas states division department zone capital base community port sector republic territory"
)
#: Those of them that say so after "in the X", "of the X", in small letters ("in the Gojjam zone").
LED_KINDS = word_set("area areas zone sector state territory base community")
LED = re.compile(
    r"\b(?:in|near|at|around|outside|from|across|inside|into|of|to|on|over|hit|struck|attacked|stormed|shelled|bombed|captured|seized)\s(?:the\s)?\Z"
)
#: "In northern X", "villages of western X": a land of that name, of which the text tells a part.
IN_PART = re.compile(
    r"\b(?:in|across|throughout|outside|(?:parts|villages|hamlets|towns|communities|areas|settlements)\sof)\s(?:the\s)?(?P<part>(?:(?:far\s|south-?|north-?)?(?:north|south|east|west)ern|central)\s)\Z"
)
#: Verbs whose object may be a place that the words after it place ("hit Nam Pyar, in Kayah state").
HIT = re.compile(
    r"\b(?:hit|struck|shelled|bombed|attacked|targeted|pounded|stormed|raided|overran|captured|seized|retook|recaptured|took|reached|entered|left|rocked|shook|fled|besieged"
    r"|to\s(?:bomb|shell|storm|raid|attack|strike|hit|capture|seize|retake)|hitting|striking|shelling|bombing|attacking|targeting|pounding|storming|raiding|overrunning|capturing|seizing|retaking|recapturing|reaching|entering|besieging|torching)"
    r"\s(?:the\s(?:[\w-]+\s){1,3}(?:of\s)?)?\Z"
)
#: What people are taken or go from, and weapons are fired at: "abducted from X", "fled to X", "rockets at X".
MOVED = re.compile(
    r"\b(?:abducted|kidnapped|seized|snatched|taken|fled|flee|fleeing|escaped|evacuated|withdrew|withdrawn|retreated|driven|displaced|expelled|transferred|flown|moved|returned|arrived|came|come|went|headed|marched|drove|rode|advanced"
    r"|travell?ing|travell?ed)\s(?:[a-z][\w-]*\s){0,3}(?:from|to)\s\Z"
    r"|\b(?:rode|drove|burst|poured|swept|stormed|marched|moved|rolled|raced|charged|broke|crept|infiltrated|came|went|advanced|crossed|withdrew)\s(?:[a-z]+\s){0,2}into\s\Z"
    r"|\bdescended\s(?:up)?on\s\Z"
    r"|\b(?:fired|launched|lobbed|hurled|rained|rockets?|missiles?|drones?|shells?|mortars?)\s(?:[\w-]+\s){0,5}(?:at|towards?|into)\s\Z"
)
#: What else only a place has before it: "control of X", "residents of X", "the road between X", "the camp at X".
HELD_BY = re.compile(
    r"\b(?:north|south|east|west)(?:-?(?:east|west))?(?:ern\s+(?:edge|outskirts|part|side))?\sof\s\Z"
    r"|\b(?i:control|seizure|fall|liberation|recapture|siege|shelling|bombardment|evacuation|outskirts|edge|vicinity|entrance|outside|centre|center|heart|part|parts|residents|inhabitants|villagers|youths|elders|townspeople|townsfolk|vigilantes|"
    r"mayor|streets)\s(?:of|over)\s\Z"
    r"|\b(?:camps?|bases?|posts?|outposts?|check(?:points?|posts?)|vans?|bus(?:es)?|trucks?|jeeps?|vehicles?|convoys?|patrols?|roadblocks?|barracks|airfields?|airports?|airstrips?|ports?|bridges?|crossings?|checkpoints?|garrisons?|hospitals?|clinics?|schools?|markets?|mines?|dams?|depots?|refiner(?:y|ies)|plants?|prisons?|positions?|mosques?|church(?:es)?)"
    r"\s(?:at|in|near|outside)\s\Z"
    r"|\b(?:hills?|heights|ridges?|mountains?|forests?|jungles?|fields?|cliffs|slopes|valleys?|farmland|bush|river)\s(?:above|around|near|outside|overlooking|over|behind|beyond|below)\s\Z"
    r"|\b(?:roads?|highways?|routes?|motorways?|railways?)\s(?:[a-z]+ing\s)?(?:between|to|from|near|at|linking|connecting)\s\Z"
    r"|\b(?:roads?|highways?|routes?|motorways?|railways?|line)\s(?:[a-z]+ing\s)?(?:between|from|linking|connecting)\s[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*)?\s(?:and|to|with)\s\Z"
    r"|\b(?:ambush(?:ed)?|attack(?:ed|s)?|clash(?:es|ed)?|fighting|fights?|gun\s?battle|battles?|explosions?|blasts?|(?:air\s?)?strikes?|raids?|shootings?|landmine|roadblock|killed|wounded|injured|died|landed|stopped|stationed|struck|detonated|exploded|captured|arrested|detained|seized)\s(?:[a-z]+\s){0,2}at\s\Z"
    r"|\b(?:stormed|overran|shelled|bombed|pounded|recaptured|retook|besieged|liberated|bombarded|overrun|raided|torched|reached|entered|surrounded|encircled|invaded|ransacked|storming|overrunning|pounding|recapturing|retaking|besieging|raiding|torching|reaching|entering|surrounding|encircling|ransacking|to\s(?:bomb|shell|storm|raid|capture|seize|retake))\s\Z"
    r"|\b(?:village|town|hamlet|island|settlement|district|neighbou?rhood|camp|area)\s(?:[A-Za-z’'-]+\s){0,4}(?:known\sas|called|named)\s\Z"
    r"|\b(?:supplies|aid|food|assistance|relief|flour|medicines?|equipment|reinforcements|troops|fighters|convoys?|trucks|items|meals|kits|rations)\s(?:to|into)\s\Z"
    r"|\b(?:convoys?|patrol|trucks?|bus|buses|minibus|vehicles?|cars?|trains?|tankers?|travell?ing|driving|moving|roads?|front\s?line)\s(?:[a-z]+\s){0,2}between\s\Z"
    r"|\b(?:convoys?|patrol|trucks?|bus|buses|minibus|vehicles?|cars?|trains?|tankers?|travell?ing|driving|moving|roads?|front\s?line)\s(?:[a-z]+\s){0,2}between\s[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*)?\sand\s\Z"
    r"|\b(?:briefly|fully|completely|partly|quickly)\s(?:seized|captured|took|held|occupied)\s\Z"
    r"|\b(?:advanc\w+|march\w*|push\w*|withdr[ae]w\w*|pull\w*\s(?:out|back)|retreat\w*)\s(?:[a-z]+\s){0,3}(?:on|towards?|to|into|of|from)\s\Z"
)
#: "In X, in Y province": the words of kind that make sure of what stands before them.
IN_WIDER = re.compile(
    r",\s(?:(?:also\s)?in\s|a\s[^,.;]{0,30}?\bin\s)(?:the\s)?(?:[\w’'-]+\s){1,3}?(?:province|region|state|district|territory|county|governorate|department|oblast|municipality|prefecture|division|regency|township|tehsil|upazila)\b"
)
LANDFORMS = word_set(
    "mountain mountains range valley hills river lake island islands forest desert pass gorge reservoir dam"
)
#: What begins names after "in" that are no places.
NEVER = word_set(
    """Operation Phase Resolution Article Chapter Parliament Congress Senate Cabinet Covid Arabic Hebrew Farsi Persian Pashto
    Dari Urdu Kurdish English Islam Christianity God Allah Internet Starlink Bitcoin Group Room Section Part Appendix Table
    Figure January General President Prime Minister Lt Gen Col Dr Mr Mrs Ms Sgt Capt Maj
    Christian Muslim Islamic Shiite Shia Sunni Druze Alawite Kurd Arab Jewish Jew Yazidi Hindu Buddhist Sikh Catholic Coptic Orthodox
    Tuareg Fulani Hutu Tutsi Bedouin Rohingya Hazara Pashtun Uyghur Navy Army Police Marine Marines Guards"""
)
STRUCK = re.compile(
    r"\b(?:attack|(?:air\s?)?strike|raid|assault|shelling|bombardment|bombing)s?"
    r"(?:\s(?:on|of)|\sby(?:\s[\w'’-]+){1,5}?\son|(?:\s(?:late|early|on))*\s[A-Z]\w+day(?:\s(?:morning|afternoon|evening|night))?\son)\s\Z"
)
#: Before "of" these make no name with what follows: "Residents of Kharkiv", "Shelling of Tokarne".
NO_NAME_OF = re.compile(
    r"(?:(?!Heights|Falls|Islands|Emirates|Lakes|States|Hills|Mountains|Doctors)\w+s|Shelling|Bombing|Bombardment|Attack|Siege|Capture|Fall|Battle|Mayor|Governor|Head|Half|Most|Some|Men|Women"
    r"|Children|People|Commander|Minister|Chief|Much|Part|South|North|East|West|Outside)\Z"
)
#: Names that with a number are roads, hills and parts of a front: the number belongs to them.
NUMBERED = re.compile(r"(?:Highway|Route|Road|Hill|Sector|Unit|Block|Line|Point|Gate|Ward|Camp|Interstate)\Z")
SENTENCE_START = re.compile(r"(?:\A|[.!?:;\n“\"(]\s*)\Z")

#: Titles and roles: before a name they make it a person's, after one they belong to it ("Kyiv Mayor").
TITLES = word_set(
    """mr mrs ms dr gen lt col maj capt sgt brig adm gov sen rep president minister secretary mayor governor general colonel
    commander spokesman spokesperson spokeswoman ambassador king prince sheikh sheik imam pope rabbi sir lord chief director
    UAV UAVs FPV FPVs KAB KABs MLRS ATACMS HIMARS GMLRS Grad Grads Shahed Shaheds Geran Gerans Iskander Iskanders Kalibr Kalibrs Kinzhal Lancet Lancets
    journalist reporter correspondent private sergeant captain police officials forces authorities"""
)
STOP = word_set(
    """The A An In On At He She It They We I But And Or As If When While After Before This That These Those His Her Their Its
    Our My Your There Here What Who Why How Not No Yes So Then Now Even Also Both Each Every Many Some Most All Any One Two
    Three Four Five Six Seven Eight Nine Ten For From To Of By With More Another Other Such During Since Until Over Under
    Near Outside Inside Around Across Throughout"""
) | {name.title() for name in (*MONTHS, *WEEKDAYS)}
