"""How a counted noun stands to the verbs of its sentence: object, subject, under a preposition, and how surely."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_PASSIVE = frozenset({"nsubjpass", "csubjpass"})
_OBJECT = frozenset({"dobj", "obj", "dative", "oprd"})
_GROUPS = frozenset(
    [
        "total",
        "number",
        "series",
        "group",
        "wave",
        "barrage",
        "swarm",
        "salvo",
        "score",
        "toll",
        "majority",
        "rest",
        "remainder",
        "half",
        "third",
        "quarter",
        "handful",
        "pair",
        "set",
        "mix",
        "combination",
        "hundreds",
        "dozens",
        "thousands",
        "scores",
        "tens",
        "record",
        "estimate",
        "lives",
        "life",
        "body",
        "bodies",
        "remains",
        "death",
        "loss",
        "release",
        "arrest",
        "capture",
        "abduction",
        "convoy",
        "formation",
        "pack",
        "throat",
    ]
)


def _seats(seat: Token) -> Iterator[tuple[Token, float]]:
    """The tokens that stand for the counted group: itself, then what it is joined to or a part of."""
    cost, token = 0.0, seat
    seen = set()
    while token.i not in seen:
        seen.add(token.i)
        yield token, cost
        head = token.head
        if token.dep_ in ("conj", "appos") and head.pos_ in ("NOUN", "PROPN", "NUM", "PRON", "ADJ"):
            token, cost = head, cost + 0.4
        elif token.dep_ == "pobj" and head.text.casefold() == "of" and head.head.lemma_.casefold() in _GROUPS:
            token, cost = head.head, cost + 0.3
        elif (
            token.dep_ == "pobj"
            and head.text.casefold() in ("including", "plus")
            and head.head.pos_ in ("NOUN", "NUM", "PROPN")
        ):
            token, cost = head.head, cost + 0.8
        elif token.dep_ in (
            "nummod",
            "quantmod",
            "amod",
            "compound",
            "nmod",
            "det",
            "npadvmod",
        ) and head.pos_ in ("NOUN", "PROPN", "NUM", "ADJ"):
            token, cost = head, cost + 0.2
        else:
            return


def has_have(verb: Token) -> bool:
    """Is it a perfect: "have fled", "had left"?"""
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)


def is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def _ends_clause(verb: Token, subject: Token) -> bool:
    """ "18 operatives detained": nothing follows the word, which heads and lists leave without its auxiliary."""
    alone = verb.i + 1 == len(verb.doc) or verb.nbor(1).is_punct or verb.nbor(1).is_space
    last = max(
        (token.i for token in subject.conjuncts), default=subject.i
    )  # "a clinic and 40 shops destroyed"
    return bool(verb.tag_ == "VBD" and verb.i == max(last, subject.i) + 1 and alone)


def _side(verb: Token, way: str, subject: Token) -> list[str]:
    """The roles that the subject (`way`) of this verb may have in what it tells."""
    if (
        way == "subject"
        and (
            verb.tag_ == "VBN"
            or (verb.tag_ == "JJ" and verb.lower_.endswith("ed"))
            or _ends_clause(verb, subject)
        )
        and not any(c.dep_ == "dobj" for c in verb.children)
        and not any(c.dep_ in ("aux",) and c.lemma_ in ("have",) for c in verb.children)
    ):
        # "17 injured": a passive without its auxiliary; else "fifteen drowned", whose form is the same.
        return ["object", "subject"]
    if way == "subject" and is_passive(verb):
        return ["object"]
    return [way]


def _chain(verb: Token, role: str, cost: float) -> Iterator[tuple[Token, str, float]]:
    """The verbs that share the counted noun with `verb`, with the role it has there."""
    yield verb, role, cost
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX", "ADJ"):
            own_subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
            own_object = any(c.dep_ in _OBJECT for c in child.children)
            if role in ("subject", "passive") and not own_subject:
                # "were held and beaten", and "two jumped into the river and have not been found"
                done_to = child.tag_ == "VBN" and (role == "passive" or is_passive(child))
                yield from _chain(child, "object" if done_to else role, cost + 0.7)
            elif role == "object" and not own_object and not own_subject:
                yield from _chain(child, "object", cost + 0.6)
            elif role == "object" and any(c.dep_ == "dobj" and c.lower_ == "them" for c in child.children):
                yield child, "object", cost + 0.9  # "dragged 19 passengers off a bus and executed them"
        elif child.dep_ == "prep" and child.lower_ in ("after", "since") and role != "object":
            for inner in child.children:  # "arrived in the capital after being released"
                if inner.dep_ == "pcomp" and inner.tag_ in ("VBN", "VBG"):
                    yield from _chain(inner, "object" if is_passive(inner) else "subject", cost + 1.3)
        elif child.dep_ in ("xcomp", "advcl", "acl", "acomp", "oprd", "ccomp") and child.pos_ in (
            "VERB",
            "AUX",
            "ADJ",
        ):
            if any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children):
                continue
            if role == "object" and child.dep_ != "xcomp" and not is_passive(verb):
                continue
            state = child.tag_ == "JJ" and child.lower_.endswith(
                "ed"
            )  # "were jammed", taken for an adjective
            passive = child.tag_ == "VBN" or is_passive(child) or state
            step = 0.4 if child.dep_ in ("xcomp", "acomp", "oprd") else 1.2
            yield from _chain(child, "object" if passive else "subject", cost + step)


def reached(seat: Token) -> Iterator[tuple[Token, str, float]]:
    """(verb, role of the counted group in it, cost), nearest relations first."""
    for token, base in _seats(seat):
        head = token.head
        dep = token.dep_
        if dep in _PASSIVE:
            for verb, role, cost in _chain(head, "passive", base):
                yield verb, "object" if role == "passive" else role, cost
        elif dep == "nsubj":
            if (before := _before_telling(head, token)) is not None:
                yield from _chain(before, "object", base)
            for step, role in enumerate(_side(head, "subject", token)):
                yield from _chain(head, role, base + 0.3 * step)
        elif dep in _OBJECT:
            yield from _chain(head, "object", base)
            told = next((c for c in head.children if c.dep_ == "ccomp" and c.i > token.i), None)
            if told is not None and (deed := _told_in(told) or told) is not told:
                if any(child.lower_ in ("whom", "who") for child in deed.children):
                    yield from _chain(deed, _relative_role(deed), base + 0.6)  # hung on the verb above
            up = head
            while (
                up.dep_ == "conj"
                and up.head.pos_ == "VERB"
                and not any(c.dep_ in _OBJECT for c in up.head.children)
            ):
                up = up.head
                yield up, "object", base + 0.6
        elif dep in ("attr", "acomp") and head.lemma_ == "be":
            yield head, "object", base + 0.8
        elif dep == "ccomp" or dep == "dep":
            yield head, "object", base + 1.2
        elif dep == "pobj":
            yield head, "prep", base + 0.4
            yield from _in_company(head, base + 0.7)
            if head.head.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
                yield head.head, f"prep:{head.text.casefold()}", base + 0.6
                up = head.head
                if up.dep_ == "prep":
                    continue
        elif dep == "conj" and head.pos_ in ("VERB", "AUX"):
            yield head, "object", base + 2.0
            bare = token.i + 1 == len(token.doc) or token.nbor(1).tag_ in ("IN", ",", ".", "CC")
            if bare and any(c.dep_ == "nsubj" for c in head.children):
                yield head, "subject", base + 1.4  # "four died at the scene and one in hospital"
        elif dep in ("advmod", "npadvmod") and token.lower_ in ("more", "others") and head.pos_ == "VERB":
            if any(c.dep_ in _OBJECT and c.i < token.i for c in head.children):
                yield head, "object", base + 0.8  # "burned 26 houses in the town and the next day 12 more"
        elif dep == "ROOT" or dep in ("npadvmod", "nmod"):
            pass
        for child in token.children:
            low = child.text.casefold()
            if child.dep_ in ("acl", "amod", "advcl") and child.pos_ in ("VERB", "ADJ"):
                passive = (child.tag_ in ("VBN", "JJ") or is_passive(child)) and not has_object(child)
                passive = passive and not (after_which(token) and child.dep_ == "acl")
                yield from _chain(child, "object" if passive else "subject", base + 0.3)
                if child.tag_ == "VBN" and token.dep_ == "ROOT":
                    yield from _chain(child, "subject", base + 0.9)  # "Two soldiers paid with their lives."
            elif child.dep_ == "relcl" and any(
                t.lower_ in ("whom", "which") and t.nbor(-1).lower_ == "of"
                for t in token.doc[token.i + 2 : child.i]
            ):
                continue  # "people, of whom a third live in tents": told of the third
            elif child.dep_ == "relcl" and _of_another(child):
                continue  # "three siblings whose mother was rescued"
            elif child.dep_ == "relcl" and (deed := _told_in(child)) is not None:
                yield from _chain(deed, _relative_role(deed), base + 0.6)
            elif child.dep_ == "relcl":
                yield from _chain(child, _relative_role(child), base + 0.5)
            elif (
                child.dep_ == "prep" and low in ("with", "without", "in", "under")
            ) or child.dep_ == "acomp":
                yield child, "subject", base + 0.6


def after_which(noun: Token) -> bool:
    """ "The base, which some 400 rebels seized": are those counted the ones who did what is told of the base?"""
    first = noun.left_edge
    if first.i <= noun.sent.start + 1:
        return False
    which = first if first.tag_ == "WDT" else first.nbor(-1)
    return bool(which.tag_ == "WDT" and which.nbor(-1).tag_ != "IN")  # no "of which", "in which"


_TELL = frozenset({"say", "claim", "believe", "allege", "report", "think", "suspect", "fear"})


def _in_company(word: Token, cost: float) -> Iterator[tuple[Token, str, float]]:
    """ "They were captured together with two apprentices", "he died along with four guards": what befell them befell these, too."""
    beside = word.lower_ == "with" and word.i > 0 and word.nbor(-1).lower_ in ("together", "along")
    if not (beside or word.lower_ == "alongside"):
        return
    verb = word.head
    while verb.pos_ not in ("VERB", "AUX") and verb.dep_ in ("advmod", "prep", "dobj", "nsubjpass"):
        verb = verb.head
    if verb.pos_ == "VERB":
        done_to = is_passive(verb) or has_object(verb)
        yield verb, "object" if done_to else "subject", cost


def _before_telling(verb: Token, subject: Token) -> Token | None:
    """ "A strike killed 26 people, two residents and a nurse said": the deed before the counted, who do not say it."""
    if verb.lemma_ not in _TELL:
        return None
    deed = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if deed is None or deed.i != subject.left_edge.i - 1 or has_object(deed):
        return None
    return deed


def _told_in(relative: Token) -> Token | None:
    """ "Three men whom it says it took prisoner": the verb that is told, not the telling."""
    if relative.lemma_ not in _TELL:
        return None
    return next((c for c in relative.children if c.dep_ in ("ccomp", "xcomp") and c.pos_ == "VERB"), None)


def _of_another(relative: Token) -> bool:
    """Is the clause about somebody of those counted: "whose mother", "whose homes"?"""
    subject = next((c for c in relative.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.lower_ in _OF_THEM_ALL:
        return False
    return any(child.lower_ == "whose" for child in subject.children)


#: "Twelve men whose bodies were found": told of the men.
_OF_THEM_ALL = frozenset(
    {
        "bodies", "body", "remains", "homes", "houses", "home", "house", "names", "fate", "whereabouts", "vehicles", "deaths", "boat", "bus", "lives",
    }
)  # fmt: skip


def has_object(verb: Token) -> bool:
    """ "mourners laid to rest the six": the participle that the model saw is a past tense with its object."""
    inner = [c for c in verb.children if c.dep_ in ("advcl", "xcomp", "prt") and c.i < verb.i + 4]
    return any(c.dep_ == "dobj" for v in (verb, *inner) for c in v.children if c.i > verb.i)


def _relative_role(verb: Token) -> str:
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    for child in verb.children:
        if child.dep_ == "nsubjpass" or child.lower_ == "whom":
            return "object"
        if child.tag_ in ("WDT", "WP") and child.dep_ == "nsubj":
            return "subject"
    return "object" if subjects else "subject"
