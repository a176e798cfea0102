"""The entities read by batches are those that spaCy's own recogniser reads."""

from __future__ import annotations

import random

import pytest
from spacy.tokens import Doc, Span

from extract.entities import Entities
from extract.parse import load_model
from tests.store_support import RAID, TALKS

SENTENCE = "Gen. Ahmed Ali of the 12th Brigade said on Monday in Port Sudan that 40 of New York 's men"
NAMES = "the United Nations Security Council $ 3.5 million Deir al-Balah early Dec. 24 , . ” ("
WORDS = [*SENTENCE.split(), *NAMES.split(), "\n", "  "]


def both(docs: list[Doc]) -> list[list[list[tuple[str, str, str]]]]:
    """What spaCy's recogniser and what ours reads in the same docs, word by word."""
    nlp = load_model()
    found = []
    for recogniser in (nlp.get_pipe("ner"), Entities(nlp.get_pipe("ner"))):
        copies = [doc.copy() for doc in docs]
        read = list(recogniser.pipe(iter(copies), batch_size=64))
        assert read == copies  # in their order, the same objects
        found.append([[(word.text, word.ent_iob_, word.ent_type_) for word in doc] for doc in read])
    return found


def parsed(texts: list[str]) -> list[Doc]:
    nlp = load_model()
    docs = [nlp.make_doc(text) for text in texts]
    for name in ("tok2vec", "tagger", "parser"):
        docs = list(nlp.get_pipe(name).pipe(docs, batch_size=64))
    return docs


@pytest.mark.parametrize(
    "text", [RAID, TALKS, "", " \n ", "Kyiv", "United Nations", "On Dec. 24\n\n  New\nYork, and two more."]
)
def test_one_text(text: str) -> None:
    theirs, ours = both(parsed([text]))
    assert ours == theirs


def test_many_texts_of_shuffled_words_and_lengths() -> None:
    order = random.Random(4)
    texts = [" ".join(order.choices(WORDS, k=order.randrange(0, 60))) for _ in range(150)]
    theirs, ours = both(parsed(texts))
    assert ours == theirs
    within = sum(iob == "I" for doc in ours for _, iob, _ in doc)
    assert within > 200  # entities of several words, which are the harder part, are among them


def test_entities_that_are_set_already_stay() -> None:
    docs = parsed(["The Lions of Umm Dafaa took Kyiv on Monday.", "Nothing is set in New York."])
    docs[0].set_ents([Span(docs[0], 1, 5, label="ORG")], default="unmodified")
    theirs, ours = both(docs)
    assert ours == theirs
    assert ours[0][1:5] == [
        ("Lions", "B", "ORG"), ("of", "I", "ORG"), ("Umm", "I", "ORG"), ("Dafaa", "I", "ORG"),
    ]  # fmt: skip


def test_the_pipeline_reads_them_so() -> None:
    nlp = load_model()
    assert Entities.NAME in nlp.pipe_names
    assert "ner" not in nlp.pipe_names
    assert [entity.text for entity in nlp("They met in New York on Monday.").ents] == ["New York", "Monday"]
