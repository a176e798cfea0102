"""Where and to whom something was said: "in a post on X", "told reporters at a briefing"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.wordlists import ends_phrase, phrases, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from extract.parse import Piece

_BEFORE_LETTER = frozenset({"on", "to", "via", "platform", "network", "site", "through"})
_PREPOSITIONS = frozenset(
    {"in", "on", "at", "during", "to", "via", "by", "through", "from", "over", "of", "with", "before"}
)
#: What opens a phrase of the channel at a sentence's end; never "in a report", which may be where it is told.
_CLOSING = re.compile(
    r"\b(?:in|during)\s+an?\s+(?:[\w-]+\s+){0,2}(?:statement|interview|post|message|speech|address|briefing|conference|communiqu[eé]|release|tweet)\b"
)
_DESCRIBING = ("ADJ", "NOUN", "PROPN", "VERB")


def channel_in(piece: Piece, spans: list[tuple[int, int]]) -> str | None:
    """The channel named by the tokens in `spans` (first, past the last): a platform before an occasion."""
    doc = piece.doc
    occasion: str | None = None
    for low, high in spans:
        for at in range(low, min(high, len(doc))):
            platform = _platform(doc, at, low)
            if platform:
                return platform
            found = _occasion(doc, at, low)
            if occasion is None or (found and _read_out(doc, at)):
                occasion = found or occasion
    return occasion


#: How a paper reaches its hearers: "in a note read on state radio".
_READ = frozenset({"read", "broadcast", "aired", "carried", "shown", "televised", "transmitted", "relayed"})


def _read_out(doc: Doc, at: int) -> bool:
    """Is the medium at token `at` the one that read a statement out?"""
    if doc[at].lower_ not in _TOLD:
        return False
    return any(t.lower_ in _READ for t in doc[max(0, at - 5) : at])


#: Occasions that are told something: "told a news conference", "told state television".
_TOLD = frozenset({"television", "tv", "radio", "conference", "briefing", "rally"})
#: What broadcasts, after the word for what it is: "a television channel".
_RELAYS = frozenset({"channel", "station", "broadcaster", "network"})
#: Words of a station's name: "told Radio Merkel".
_STATIONS = frozenset({"Radio", "TV", "Television"})


def medium_of(addressee: str | None) -> str | None:
    """The channel when it is a medium or an occasion that is told: "told state television"."""
    if addressee is None:
        return None
    named = addressee.split()
    last = named[-1].casefold()
    if last in _RELAYS and len(named) > 1 and named[-2].casefold() in _TOLD:
        return addressee  # the military's television channel
    return addressee if last in _TOLD or _STATIONS & set(named) else None


def channel_at_end(piece: Piece, sent: Span) -> str | None:
    """The channel that closes a sentence: "The army said six had died in a statement on Friday"."""
    doc = piece.doc
    said = list(_CLOSING.finditer(sent.text))
    if not said or len(sent.text[said[-1].end() :].split()) > 8:
        return None
    match = said[-1]
    first = piece.doc.char_span(sent.start_char + match.start(), sent.start_char + match.end())
    if first is None:
        return None
    # "… in an audio message and vowed to come back"
    stop = next((i for i in range(first.end, sent.end) if doc[i].pos_ == "CCONJ"), sent.end)
    if any(token.pos_ in ("VERB", "AUX") for token in doc[first.end : stop]):
        return None
    return channel_in(piece, [(first.start, sent.end)])


#: What somebody was who is spoken to from afar: "reached by telephone".
_REACHED = frozenset({"reached", "contacted", "speaking", "interviewed", "called", "joined"})


def channel_at_head(piece: Piece, sent: Span) -> str | None:
    """The channel that opens a sentence: "Reached by telephone, a man presenting himself as a spokesman denies it"."""
    if sent[0].lower_ not in _REACHED:
        return None
    comma = next((t.i for t in sent[1:12] if t.text == ","), None)
    return None if comma is None else channel_in(piece, [(sent.start, comma)])


def _platform(doc: Doc, at: int, low: int) -> str | None:
    bare = doc[at].text.rstrip(".,")
    after = doc[at + 1].lower_ if at + 1 < len(doc) else ""
    if bare == "X" and at and (doc[at - 1].lower_ in _BEFORE_LETTER or after in words("channels", "pages")):
        return "X"
    first = ends_phrase(doc, at, low, "channels", "platforms")
    if first is None:
        return None
    text = " ".join(doc[i].text for i in range(first, at + 1))
    if doc[at].lower_ == "telegram" and doc[at].text[0].islower():
        return None
    if doc[at].lower_ in words("channels", "ambiguous"):
        # "Signal", "Max" are words and names besides.
        led = first and doc[first - 1].lower_ in _PREPOSITIONS | words("channels", "pages")
        if not doc[at].text[0].isupper() or not (led or after in words("channels", "pages")):
            return None
    return text.casefold() if text.casefold().startswith("social") else text


def _occasion(doc: Doc, at: int, low: int) -> str | None:
    if doc[at].lower_ not in phrases("channels", "nouns") or doc[at].pos_ not in ("NOUN", "PROPN"):
        return None
    first = ends_phrase(doc, at, low, "channels", "nouns")
    if first is None or (at + 1 < len(doc) and doc[at + 1].dep_ != "punct" and doc[at].dep_ == "compound"):
        return None
    begin = first
    drop = words("channels", "drop_words") | words("names", "times")
    while begin > low and doc[begin - 1].pos_ in _DESCRIBING and doc[begin - 1].ent_type_ != "DATE":
        if (
            doc[begin - 1].lower_ in drop
            or doc[begin - 1].tag_ in ("VBD", "VBZ", "VBP")
            or doc[begin - 1].text[0].isupper()
        ):
            break
        begin -= 1
    before = begin - 1
    while before >= low and (
        doc[before].pos_ in ("DET", "PRON", "ADJ", "NUM", "PROPN", "NOUN", "PART")
        or doc[before].ent_type_ == "DATE"
        or doc[before].text in ("-", ",", ".")
    ):
        before -= 1
    if before < low or doc[before].lower_ not in _PREPOSITIONS:
        return None
    return " ".join(doc[i].lower_ for i in range(begin, at + 1)).replace(" - ", "-")


def addressee_of(piece: Piece, cue: Token, content: int) -> str | None:
    """Who is told: "told reporters", "said to lawmakers". `content` is the token at which the content begins."""
    doc = piece.doc
    if cue.lemma_ in ("tell", "inform", "assure", "remind", "brief", "warn", "advise", "urge", "promise"):
        for child in cue.children:
            if (
                child.dep_ in ("dobj", "dative", "iobj")
                and child.i > cue.i
                and child.i < content
                and piece.mask(child) is None
            ):
                return _plain(piece, _named(child, content), content)
        at = cue.i + 1
        if (
            cue.lemma_ == "tell"
            and at < min(content, len(doc))
            and doc[at].pos_ in ("NOUN", "PROPN", "DET", "PRON")
        ):
            while (
                at + 1 < min(content, len(doc))
                and doc[at].pos_ in ("DET", "ADJ", "PROPN")
                and doc[at + 1].pos_ in ("NOUN", "PROPN", "ADJ")
            ):
                at += 1
            return _plain(piece, doc[at], content)
    for child in cue.children:
        if child.dep_ in ("prep", "dative") and child.lower_ == "to" and cue.i < child.i < content:
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.lemma_.casefold() in words("reporting", "hearers") | {
                    "lawmaker",
                    "journalist",
                    "reporter",
                }:
                    return _plain(piece, noun, content)
    return None


def _named(noun: Token, content: int) -> Token:
    """Told his counterpart, Ana Petrescu, that …: the name that says who the noun is."""
    if noun.pos_ != "NOUN" or noun.tag_ != "NN":
        return noun
    names = (c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN" and noun.i < c.i < content)
    return next(names, noun)


def _plain(piece: Piece, noun: Token, content: int) -> str:
    doc = piece.doc
    first, last = noun.i, noun.i
    while (
        first
        and doc[first - 1].pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "PART")
        and doc[first - 1].i > 0
        and doc[first - 1].tag_ not in ("VBD",)
    ):
        first -= 1
    if noun.pos_ == "PROPN":
        while (
            last + 1 < min(content, len(doc))
            and doc[last + 1].pos_ == "PROPN"
            and doc[last + 1].lower_ not in words("names", "times")
        ):
            last += 1
    start, end = piece.span(doc[first], doc[last])
    return " ".join(piece.text[start:end].split())
