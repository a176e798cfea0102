"""spaCy's named entities read sooner: its own model and its own choices, worked out for many words at once.

spaCy's recogniser goes through a text word by word, tries each of its seventy actions
there and takes the best that is allowed. That costs more than its network does. But a
word outside an open entity is scored by itself alone, so all such words of a batch are
scored by one product of matrices; only the words within an entity, one in eight, are
left to be gone through. The entities are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc, Span

#: The features that the recogniser's state is made of: this word, the entity's first word, the word before.
_FEATURES = 3
#: Documents whose words are scored by one product: more do not fit the processor's near memory.
_BATCH = 32


def hasten_entities(nlp: Language) -> None:
    """Puts the faster reading in the place of the pipeline's recogniser, where that is of the known build."""
    from spacy.language import Language

    if "ner" not in nlp.pipe_names or not _known(nlp.get_pipe("ner")):
        return
    if not Language.has_factory(Entities.NAME):
        Language.factory(Entities.NAME, func=lambda nlp, name: Entities(nlp.get_pipe("ner")))
    nlp.add_pipe(Entities.NAME, after="ner")
    nlp.disable_pipe("ner")


def _known(recogniser: Any) -> bool:
    try:
        model = recogniser.model
        return bool(
            recogniser.cfg["beam_width"] == 1
            and model.attrs["has_upper"]
            and not model.attrs["unseen_classes"]
            and model.get_ref("lower").get_dim("nF") == _FEATURES
            and model.get_ref("lower").get_dim("nP") > 1
        )
    except (AttributeError, KeyError, ValueError):
        return False


class Entities:
    """A component that gives a doc the entities that spaCy's recogniser of the pipeline would give it."""

    NAME = "conflict_entities"

    def __init__(self, recogniser: Any) -> None:
        import numpy as np

        self.recogniser = recogniser
        model = recogniser.model
        self.vectors, self.lower = model.get_ref("tok2vec"), model.get_ref("lower")
        upper = model.get_ref("upper")
        self.weights, self.bias = upper.get_param("W"), upper.get_param("b")
        moves = recogniser.moves
        names: list[str] = [moves.get_class_name(number) for number in range(moves.n_moves)]
        self.label = [name[2:] for name in names]
        self.begins = [name.startswith("B-") for name in names]
        self.units = [name.startswith("U-") for name in names]
        at = {name: number for number, name in enumerate(names)}
        #: For each action that begins an entity: the one that goes on with it, and the one that ends it.
        self.within = [
            (at[f"I-{name[2:]}"], at[f"L-{name[2:]}"]) if begins else (0, 0)
            for name, begins in zip(names, self.begins, strict=True)
        ]
        # What is added to the scores of the actions that are not allowed outside an entity: at its last word
        # none can begin, on a blank neither begin nor be all of one.
        never = np.float32(-np.inf)
        whole = np.array([self.units[n] and bool(self.label[n]) for n in range(len(names))])
        begin = np.array([self.begins[n] and bool(self.label[n]) for n in range(len(names))])
        out = np.array([name == "O" for name in names])
        self.allowed = np.stack(
            [
                np.where(mask, np.float32(0), never)
                for mask in (out, out, out | whole, out | whole | begin)  # by 2 * is no blank + may begin
            ]
        ).astype(np.float32)

    def __call__(self, doc: Doc) -> Doc:
        self._read([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """The docs in their order, each with its entities."""
        from spacy.util import minibatch

        for batch in minibatch(docs, size=batch_size):
            ordered = list(batch)
            for part in minibatch(sorted(ordered, key=len), size=_BATCH):
                self._read(list(part))
            yield from ordered

    def _read(self, docs: list[Doc]) -> None:
        import numpy as np

        docs = [doc for doc in docs if len(doc)]
        if any(doc.has_annotation("ENT_IOB") for doc in docs):
            # Entities that another component has set bind the recogniser's choices: its own reading knows how.
            for doc in docs:
                self.recogniser(doc)
            return
        if not docs:
            return
        # By word and feature; the row before the first stands for no word.
        parts = self.lower.predict(self.vectors.predict(docs))
        bias = self.lower.get_param("b")
        alone = (parts[1:, 0] + (parts[0, 1] + parts[0, 2] + bias)).max(axis=-1)
        told = np.concatenate([doc.to_array(["IS_SPACE", "SENT_START"]) for doc in docs])
        last = np.append(told[1:, 1] == 1, True)  # the next word begins a sentence, or there is none
        last[np.cumsum([len(doc) for doc in docs]) - 1] = True
        kinds = 2 * (told[:, 0] == 0) + ~last
        scores = alone @ self.weights.T + self.bias
        actions = (scores + self.allowed[kinds]).argmax(axis=1).tolist()
        ends = last.tolist()
        first = 0
        for doc in docs:
            spans = self._spans(doc, first, actions, ends, parts, bias)
            doc.set_ents(spans, default="outside")
            first += len(doc)

    def _spans(
        self, doc: Doc, first: int, actions: list[int], ends: list[bool], parts: Any, bias: Any
    ) -> list[Span]:
        from spacy.tokens import Span

        spans = []
        at, stop = first, first + len(doc)
        while at < stop:
            action = actions[at]
            start = at
            if self.begins[action]:
                at = self._end(action, at, stop, ends, parts, bias)
            if self.begins[action] or self.units[action]:
                spans.append(Span(doc, start - first, at + 1 - first, label=self.label[action]))
            at += 1
        return spans

    def _end(self, action: int, start: int, stop: int, ends: list[bool], parts: Any, bias: Any) -> int:
        """The last word of the entity that begins at `start`."""
        both = list(self.within[action])
        weights, add = self.weights[both], self.bias[both]
        here = parts[start + 1, 1] + bias
        at = start + 1
        while at < stop - 1 and not ends[at]:
            on, end = weights @ (parts[at + 1, 0] + parts[at, 2] + here).max(axis=-1) + add
            if end > on:
                break
            at += 1
        return at
