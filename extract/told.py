"""Events told without a number: an attack on a named place, talks in a city, a town taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.backrefs import OTHER
from extract.eventkinds import STRIKES, VIOLENT, family, kinds_in
from extract.group import AREAS, HARM, TOWNS, Group, lies_in, printed_day, same_day, same_place, same_print
from extract.likeness import fight_at_one
from extract.mentions import PlaceMention
from extract.nearer import by_its_means, of_many, tells_one_of_several
from extract.parties import attack_nouns, attack_verbs, noun_phrase, side_in
from extract.placegrammar import of_home, of_way
from extract.pointedat import spoken_there
from extract.taken import places_taken
from extract.toldcounts import give_counts
from extract.tolddays import day_told, iso, of_a_day, said_on
from extract.unreal import quoted, told_as_fact

if TYPE_CHECKING:
    from spacy.tokens import Span

    from extract.figures import Read
    from extract.parse import Parsed, Piece
    from extract.setting import Setting

_STRONG = STRIKES | {
    "shooting", "talks", "territory_change", "agreement", "prisoner_exchange", "abduction", "arrest", "aid", "protest", "outage", "clash", "statement",
    "accident", "sanction", "air_defence",
}  # fmt: skip
_HARMED = re.compile(r"\b(?:killed|wounded|injured|died|dead)\b", re.IGNORECASE)
#: One who was killed or hurt, whom no number counts.
_FALLEN = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne)\s+(?:[\w’'-]+,?\s+){1,6}?(?:was|were)\s+(?:\w+\s+)?(?:killed|wounded|injured|hurt)\b"
    r"|\b(?:[Gg]unm[ae]n|[Aa]ttackers?|[Aa]ssailants?|[Mm]ilitants?|[Ii]nsurgents?|[Rr]ebels?|[Bb]andits|[Ff]ighters|[Hh]itm[ae]n|[Ss]oldiers|[Tt]roops|[Pp]olice(?:men)?|[Mm]en|[Ss]nipers?|[Ss]ettlers?|[Kk]idnappers)\b"
    r"[^.;]{0,110}?\b(?:killed|wounded|injured|killing|wounding|injuring)\s+(?:an?|the|his|her|another)\s+(?!(?:[\w-]+\s+)?(?:number|total|dozen|few|couple)\b)"
)
_CALL = re.compile(
    r"\b(?:(?:phone|telephone|video)\s+calls?|calls?\s+with\s+[A-Z]|a\s+call\s+(?:with|between)"
    r"|(?:spoke|talked|conferred|discussed|consulted)\b[^.;]{0,60}?\s(?:by|on\s+the|over\s+the)\s+(?:tele)?phone)\b"
)


def tell_without_numbers(parsed: Parsed, setting: Setting, groups: list[Group], others: list[Read]) -> None:
    """Events told without a number of harm: an attack on a named place, talks in a city, a shooting.

    `others` are figures that measure something else; those of an aid convoy or a protest go to it.
    """
    for paragraph in parsed.paragraphs:
        if paragraph.headline:
            continue
        piece = paragraph.frame
        for sent, span in setting.clauses(piece):
            if span[0] >= span[1]:
                continue
            if any(group.overlaps(span) and group.kind != "other" for group in groups):
                _beside(parsed, setting, groups, piece, sent, span)
            else:
                _from_sentence(parsed, setting, groups, piece, sent, span)
    give_counts(setting, groups, others)


#: What a state does from where it sits, against or with others whom its sentence names.
_OF_STATES = frozenset({"statement", "sanction"})
#: Kinds that a clause may tell beside the attack that its sentence counts the dead of.
_BESIDE = frozenset({"talks", "agreement", "aid", "protest"})


def _beside(
    parsed: Parsed, setting: Setting, groups: list[Group], piece: Piece, sent: Span, span: tuple[int, int]
) -> None:
    """ "A strike killed 11 on Tuesday, as mediators resumed talks in Cairo": the talks too."""
    told = {group.kind for group in groups if group.overlaps(span)}
    if told & _BESIDE:
        return
    text = parsed.text[span[0] : span[1]]
    signs = [
        (kind, span[0] + a, span[0] + b)
        for kind, a, b in kinds_in(text)
        if kind in _BESIDE and told_as_fact(parsed, span[0], span[0] + a)
    ]
    for kind, start, end in signs:
        near = [
            m
            for m in setting.places_in(end, min(span[1], end + 60))
            if setting.names_place(m) and not setting.owns(m) and m.kind != "country"
        ]
        clause = parsed.text[end : near[0].start] if near else ""
        if not near or re.search(r"[,;]|\b(?:said|told|told reporters)\b", clause):
            continue
        if kind != "talks" and any(
            g.place and same_place(g.place, near[0].name) for g in groups if g.overlaps(span)
        ):
            continue
        day, printed = day_told(setting, piece, span)
        tell(setting, groups, kind, near[0], day, printed, sent, (start, near[0].end))
        return


def _from_sentence(
    parsed: Parsed, setting: Setting, groups: list[Group], piece: Piece, sent: Span, span: tuple[int, int]
) -> None:
    text = parsed.text[span[0] : span[1]]
    signs = [
        (kind, span[0] + a, span[0] + b)
        for kind, a, b in kinds_in(text)
        if kind in _STRONG and told_as_fact(parsed, span[0], span[0] + a)
    ]
    day, printed = day_told(setting, piece, span)
    taken = places_taken(setting, span)
    if taken:
        for mention in taken:
            tell(setting, groups, "territory_change", mention, day, printed, sent, span)
        return
    found = where_told(setting, span, signs)
    if found is not None:
        day, printed = day_told(setting, piece, span, next(a for kind, a, _ in signs if kind == found[0]))
        tell(setting, groups, *found, day, printed, sent, span)
    elif (there := spoken_there(parsed, groups, span, {kind for kind, _, _ in signs})) is not None:
        deed, before = there
        told = [t for t in setting.times_in(*span) if not setting.of_cue(piece, t)]
        home = Group(deed, before.place, before.mention, day if told else before.day, printed)
        home.why = "told of the place of what was told before"
        home.sentences.append(span)
        home.kinds[deed] += 1
        groups.append(home)
    elif not signs and _HARMED.search(text):
        if (town := _where_one_fell(setting, span)) is not None:
            tell(setting, groups, _by_whom(text), town, day, printed, sent, span, alone=True)
        else:
            _refine(setting, groups, day, printed, span)
    elif (signs or _CALL.search(text)) and (
        kind := _without_place(setting, groups, signs, piece, span)
    ) is not None:
        home = Group(kind[0], kind[1], kind[2], day, printed, why=kind[3])
        groups.append(home)
        home.sentences.append(span)
        home.kinds[kind[0]] += 1


def _by_whom(text: str) -> str:
    """Of one killed by gunmen it goes without saying that he was shot."""
    fallen = _FALLEN.search(text)
    shot = fallen is not None and fallen[0].casefold().startswith(("gunm", "hitm", "sniper"))
    return "shooting" if shot else "attack"


def _where_one_fell(setting: Setting, span: tuple[int, int]) -> PlaceMention | None:
    """ "A soldier was killed the same day in the town of X": the one town that is told, though no number is."""
    fallen = _FALLEN.search(setting.parsed.text, *span)
    if fallen is None or not told_as_fact(setting.parsed, span[0], fallen.start()):
        return None
    near = [m for m in setting.scene(*span) if m.kind in TOWNS and not setting.locates(m)]
    near = [m for m in near if not any(part.within == m.name for part in near)]  # "In Hollen's X quarter"
    return near[0] if len(near) == 1 else None


def tell(
    setting: Setting,
    groups: list[Group],
    kind: str,
    mention: PlaceMention,
    day: tuple[str, str] | None,
    printed: str | None,
    sent: Span,
    span: tuple[int, int],
    *,
    alone: bool = False,
) -> None:
    """Give the sentence to its event, which may be a new one; `alone`: it is not what was told of the land around."""
    home = next(
        (
            g
            for g in groups
            if _one_deed(g, kind)
            and not fight_at_one(g, kind, mention.name)
            and (
                any(same_place(part, mention.name) for part in (g.place or "").split("; "))
                or (lies_in(g.mention, mention) and mention.kind == "city")
            )
            and same_day(g.day, day)
            and same_print(g.printed, printed)
        ),
        None,
    )
    another = alone or OTHER.search(sent.text) is not None
    if (
        home is None
        and not another
        and (wide := _told_widely(setting, groups, kind, mention, day, printed)) is not None
        and by_its_means(sent.text, wide.kind, {kind})
        and not tells_one_of_several(setting.parsed, wide, span)
    ):
        _place_in(wide, mention)
        home = wide
    if home is None:
        said = said_on(setting, span)
        if kind in STRIKES and mention.kind == "country":
            return  # "strikes in Syria" without a number or a town says too little
        if kind == "talks" and any(g.kind == "talks" and same_day(g.day, day) for g in groups):
            return
        name = setting.listed(mention) if kind in VIOLENT and mention.kind != "country" else mention.name
        home = Group(kind, name, mention, said or day, printed, why="an event told without numbers")
        home.weak_day = said is not None
        groups.append(home)
    home.sentences.append(span)
    home.kinds[kind] += 1
    if side := _actor_in(sent, kind):
        home.actors[side] += 1


def _one_deed(group: Group, kind: str) -> bool:
    """Is the kind the event's, or what an attack told by its harm alone turns out to be: fighting?"""
    if family(group.kind) == family(kind):
        return True
    exact = [k for k in group.kinds if k not in ("attack", "other", "clash")]
    return kind == "clash" and group.kind == "attack" and not exact


def _place_in(wide: Group, mention: PlaceMention) -> None:
    """The lead told of the region; here stands the town."""
    wide.narrow(mention.name, mention)
    wide.why = "figures of one day; the area told first, then the place in it"


def _refine(
    setting: Setting,
    groups: list[Group],
    day: tuple[str, str] | None,
    printed: str | None,
    span: tuple[int, int],
) -> None:
    """ "The soldier was wounded near the town": the town of the one attack placed in the country so far."""
    named = setting.scene(*span)
    towns = [m for m in named if m.kind in ("city", "site", "point", "other")]
    if len(towns) != 1:
        return
    wide = _told_widely(setting, groups, "attack", towns[0], day, printed)
    if wide is not None and not tells_one_of_several(setting.parsed, wide, span):
        _place_in(wide, towns[0])
        wide.sentences.append(span)


#: Of no place that was told before: "rebels raided a post in a neighbouring district".
_OTHER_PLACE = re.compile(
    r"\b(?:neighbou?ring|nearby|another|adjacent|adjoining|different)\s+(?:[a-z]+\s+)?(?:towns?|villages?|districts?|provinces?|regions?|states?|areas?|city|regency|township)\b"
)


def _without_place(
    setting: Setting,
    groups: list[Group],
    signs: list[tuple[str, int, int]],
    piece: Piece,
    span: tuple[int, int],
) -> tuple[str, str | None, PlaceMention | None, str] | None:
    """A call between two, or a second strike on what was just told of: (kind, place, mention, why)."""
    text = setting.parsed.text[span[0] : span[1]]
    if _CALL.search(text) and not any(g.kind == "talks" for g in groups):
        return "talks", None, None, "talks told without a place"
    if not signs:
        return None
    states = next((kind for kind, _, _ in signs if kind in _OF_STATES), None)
    if states is not None and not any(g.kind == states for g in groups):
        return states, _dateline_town(setting), None, "what a state did where the report is from"
    kind = signs[0][0]
    told = [t for t in setting.times_in(*span) if not setting.of_cue(piece, t)]
    if kind not in STRIKES or not told or any(setting.names_place(m) for m in setting.places_in(*span)):
        return None
    before = [g for g in groups if g.kind in VIOLENT and any(0 <= span[0] - b <= 3 for _, b in g.sentences)]
    printed = printed_day(told[0].text, None)
    if _OTHER_PLACE.search(text):
        return None
    for group in before:
        if group.mention is None or group.mention.kind in AREAS:
            continue
        if told[0].lead == "since" or (told[0].resolved and not of_a_day(told[0])):
            continue  # "the first since the deal of 2014"
        if (
            told[0].resolved
            and group.day is not None
            and not same_day(group.day, iso(told[0].date_from, told[0].date_to))
        ):
            return kind, group.place, group.mention, "a strike on what was told of before, on another day"
        if (
            not told[0].resolved
            and printed is not None
            and group.printed is not None
            and not same_print(group.printed, printed)
        ):
            return kind, group.place, group.mention, "a strike on what was told of before, on another day"
    return None


def _dateline_town(setting: Setting) -> str | None:
    town = (setting.dateline or "").partition(",")[0].strip()
    return (town.title() if town.isupper() else town) or None


def _told_widely(
    setting: Setting,
    groups: list[Group],
    kind: str,
    mention: PlaceMention,
    day: tuple[str, str] | None,
    printed: str | None,
) -> Group | None:
    """The one attack that is so far placed in the region around `mention` only."""
    if kind not in VIOLENT or not (mention.small or mention.kind in ("city", "site", "point", "other")):
        return None
    wide = [
        g
        for g in groups
        if (g.kind in VIOLENT or (g.kind == "abduction" and kind == "attack"))
        and min(g.sentences)[0] <= mention.start
        and lies_in(mention, g.mention)
        and same_day(g.day, day)
        and same_print(g.printed, printed)
        and any(r.figure.measure in HARM for r in g.reads)
        and not g.window
        and not of_many(setting.parsed, g)
    ]
    towns = [
        g
        for g in groups
        if g.reads
        and g.mention is not None
        and g.mention.kind not in AREAS
        and g.kind in VIOLENT
        and same_day(g.day, day)
    ]
    if len(wide) != 1 or (wide[0].mention is not None and wide[0].mention.kind == "country" and towns):
        return None
    return wide[0]


def _actor_in(sent: Span, kind: str) -> str | None:
    if kind not in VIOLENT and kind != "territory_change":
        return None
    for token in sent:
        attack = token.lemma_.casefold() in attack_nouns() and token.pos_ in ("NOUN", "PROPN")
        if attack and (side := side_in(noun_phrase(token), common=False)):
            return side
        doing = token.dep_ == "nsubj" and token.head.lemma_ in attack_verbs()
        if doing and (side := side_in(noun_phrase(token))):
            return side
    return None


def where_told(
    setting: Setting, span: tuple[int, int], signs: list[tuple[str, int, int]]
) -> tuple[str, PlaceMention] | None:
    """The sign of an event and the place named nearest to it, rather after it than before."""
    best: tuple[float, str, PlaceMention] | None = None
    text = setting.parsed.text
    for mention in setting.places_in(*span):
        if not setting.names_place(mention) or setting.owns(mention) or quoted(setting.parsed, mention.start):
            continue
        if setting.locates(mention) or of_home(text, mention.start):
            continue
        way = of_way(text, mention.start, mention.end)
        for rank, (kind, start, end) in enumerate(signs):
            if way and kind in VIOLENT:
                continue  # aid goes to a town, and so do those who take it
            gap = mention.start - end if mention.start >= end else 60 + start - mention.end
            cost = gap + 0.5 * rank + (40 if mention.kind == "country" else 0)
            if gap < 160 and (best is None or cost < best[0]):
                best = (cost, kind, setting.most_specific(mention))
    if best is not None:
        return best[1], best[2]
    # "The mayor of X said a tower was hit": the official's own place.
    titled = [m for m in setting.places_in(*span) if m.kind in ("city", "region") and setting.in_title(m)]
    titled = titled or setting.headed(span[0])
    return (signs[0][0], titled[0]) if signs and titled else None
