"""Files to documents: finding them, decoding plain text honestly, and reading `conflict-tui/1` lines."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import msgspec

from extract.model import FORMAT, Article, Correction, Event, Figure, Note, Quote, Star, Sum, Tag
from store.errors import BadInput
from store.marktravel import things_of, wrong_marks
from store.travel import unpack
from store.validate import problem

#: What a folder is searched for, and which of them hold lines of JSON.
SUFFIXES = (".txt", ".jsonl", ".ndjson")
_LINES = (".jsonl", ".ndjson", ".json")
_KINDS = (
    (b"%PDF", "a PDF file; save its text first"),
    (b"PK\x03\x04", "a zip archive or an office document; save its text first"),
    (b"\xd0\xcf\x11\xe0", "an office document; save its text first"),
    (b"{\\rtf", "an RTF document; save it as plain text first"),
    (b"\x1f\x8b", "a gzip file; unpack it first"),
    (b"\x89PNG", "a picture, not a text"),
    (b"\xff\xd8\xff", "a picture, not a text"),
    (b"GIF8", "a picture, not a text"),
    (b"SQLite format 3\0", "a database, not a text"),
)
_NEWLINE = re.compile(r"\r\n?")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def shown(path: str | os.PathLike[str]) -> str:
    """A path as text: bytes in it that are no UTF-8, which no database takes, as `\\xe9`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def is_lines(name: str, beginning: bytes) -> bool:
    """Does the file hold JSON lines, by its suffix, or without one by its first character?"""
    suffix = Path(name).suffix.lower()
    return suffix in _LINES or (not suffix and beginning.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"))


def find(folder: Path) -> list[Path]:
    """The texts and JSON lines under a folder, sorted; hidden files and folders are skipped."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )


def decode(data: bytes, path: str) -> tuple[str, str]:
    """The text of `data`, with `\\n` alone as line end, and the encoding it was in.

    Raises `BadInput` when it is empty, binary, or in an encoding that cannot be told for sure.
    """
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise BadInput(f"is {kind}", path=path)
    text, encoding = _decoded(data, path)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise BadInput("is empty", path=path)
    # A few stray controls occur in real texts (and are made safe when shown); many are no text.
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls > 8 + len(text) // 50:
        raise BadInput("is binary, not a text", path=path)
    return _NEWLINE.sub("\n", text), encoding


def _decoded(data: bytes, path: str) -> tuple[str, str]:
    try:
        if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
            return data.decode("utf-32"), "UTF-32"
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16"), "UTF-16"
        if data.startswith(codecs.BOM_UTF8):
            return data.decode("utf-8-sig"), "UTF-8 with a byte order mark"
    except UnicodeDecodeError as error:
        raise BadInput(
            f"says it is {error.encoding} but is not at byte {error.start}; save it as UTF-8", path=path
        ) from None
    wide = _wide(data)
    if wide is not None:
        return wide
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError as error:
        if "\0" in data.decode("latin-1"):
            raise BadInput("is binary, not a text", path=path) from None
        return _western(data, error, path)


def _wide(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: zeros stand at even places only, or at odd ones only, and often."""
    zeros = data.count(b"\0")
    if len(data) % 2 or zeros < max(1, len(data) // 20):
        return None
    even = data[::2].count(b"\0")
    # The zero half of ASCII letters, digits and spaces comes second in the little-endian form.
    encoding = "utf-16-le" if even * 20 <= zeros else "utf-16-be" if (zeros - even) * 20 <= zeros else None
    if encoding is None:
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else (text, "UTF-16 without a byte order mark")


def _western(data: bytes, error: UnicodeDecodeError, path: str) -> tuple[str, str]:
    """cp1252, where the bytes are mostly ASCII with a few Western letters and marks among them."""
    loose = data.decode("utf-8", "replace")
    replaced = loose.count("\ufffd")
    genuine = sum(1 for c in loose if ord(c) > 127) - replaced
    line = data.count(b"\n", 0, error.start) + 1
    if genuine >= max(1, replaced):
        raise BadInput(
            "is UTF-8 but broken in this line; mend it or save it again as UTF-8", path=path, line=line
        )
    high = sum(1 for byte in data if byte > 127)
    letters = sum(1 for byte in data if chr(byte).isalpha() and byte < 128)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    # Other alphabets' old encodings also decode as cp1252, into nonsense: they have few ASCII letters.
    if not text or high * 5 > letters:
        raise BadInput(
            "is in an encoding that cannot be told for sure; save it as UTF-8", path=path, line=line
        )
    return text, "Windows-1252"


class _Figure(Figure, forbid_unknown_fields=True):
    pass


class _Quote(Quote, forbid_unknown_fields=True):
    pass


class _Event(Event, forbid_unknown_fields=True):
    pass


class _Sum(Sum, forbid_unknown_fields=True):
    pass


class _Correction(Correction, forbid_unknown_fields=True):
    pass


class _Star(Star, forbid_unknown_fields=True):
    pass


class _Note(Note, forbid_unknown_fields=True):
    pass


class _Tag(Tag, forbid_unknown_fields=True):
    pass


class _Article(Article, forbid_unknown_fields=True):
    figures: list[_Figure] = msgspec.field(default_factory=list)  # type: ignore[assignment]
    quotes: list[_Quote] = msgspec.field(default_factory=list)  # type: ignore[assignment]
    events: list[_Event] = msgspec.field(default_factory=list)  # type: ignore[assignment]
    sums: list[_Sum] = msgspec.field(default_factory=list)  # type: ignore[assignment]
    corrections: list[_Correction] = msgspec.field(default_factory=list)  # type: ignore[assignment]
    stars: list[_Star] = msgspec.field(default_factory=list)  # type: ignore[assignment]
    notes: list[_Note] = msgspec.field(default_factory=list)  # type: ignore[assignment]
    tags: list[_Tag] = msgspec.field(default_factory=list)  # type: ignore[assignment]


_LISTS: dict[str, type[msgspec.Struct]] = {
    "figures": Figure, "quotes": Quote, "events": Event, "sums": Sum, "corrections": Correction,
    "stars": Star, "notes": Note, "tags": Tag,
}  # fmt: skip
_strict = msgspec.json.Decoder(_Article)
_lenient = msgspec.json.Decoder(Article)
_AT = re.compile(r"(?P<what>.*?)(?: - at `\$\.?(?P<path>[^`]*)`)?", re.DOTALL)


class Lines:
    """The articles of a `conflict-tui/1` file, one at a time; afterwards `warnings` names unknown keys.

    `line` is the number of the line last read, `offset` the bytes read so far. With
    `copies`, near-copies of what it holds are looked for.
    """

    copies = True

    def __init__(self, stream: IO[bytes], path: str) -> None:
        self.path = path
        self.line = 0
        self.offset = 0
        self._stream = stream
        self._unknown: dict[str, int] = {}

    @property
    def warnings(self) -> list[str]:
        """One sentence for each unknown key, with how often it stood."""
        return [
            f"{self.path}: the key {key!r} is not part of {FORMAT} and was left out ({count}×)"
            for key, count in self._unknown.items()
        ]

    def __iter__(self) -> Iterator[Article]:
        """Raises `BadInput` naming the line and the field of the first thing that is wrong."""
        found = False
        for raw in self._stream:
            self.line += 1
            self.offset += len(raw)
            line = raw[3:] if self.line == 1 and raw.startswith(codecs.BOM_UTF8) else raw
            if not line.strip():
                continue
            found = True
            article = self._decode(line)
            marked = article.stars or article.notes or article.tags
            before = things_of(article) if marked else {}
            wrong = unpack(article) or problem(article) or wrong_marks(article, before)
            if wrong is not None:
                raise BadInput(wrong[1], path=self.path, line=self.line, field=wrong[0])
            yield article
        if not found:
            raise BadInput("is empty", path=self.path)

    def _decode(self, line: bytes) -> Article:
        try:
            return _strict.decode(line)
        except msgspec.ValidationError as error:
            if "unknown field" not in str(error):
                raise self._wrong(error) from None
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise self._wrong(error) from None
        except RecursionError:
            raise BadInput("is nested too deeply", path=self.path, line=self.line) from None
        try:
            article = _lenient.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise self._wrong(error) from None
        self._note_unknown(msgspec.json.decode(line))
        return article

    def _note_unknown(self, raw: dict[str, object]) -> None:
        parts: list[tuple[str, type[msgspec.Struct], object]] = [("", Article, [raw])]
        parts += [(f"{name}[].", struct, raw.get(name, [])) for name, struct in _LISTS.items()]
        for prefix, struct, things in parts:
            known = set(struct.__struct_fields__)
            for thing in things if isinstance(things, list) else ():
                for key in thing if isinstance(thing, dict) else ():
                    if key not in known:
                        name = f"{prefix}{key}"
                        self._unknown[name] = self._unknown.get(name, 0) + 1

    def _wrong(self, error: Exception) -> BadInput:
        if isinstance(error, UnicodeDecodeError):
            return BadInput("is not UTF-8", path=self.path, line=self.line)
        read = _AT.fullmatch(str(error))
        what, field = (read["what"], read["path"]) if read else (str(error), None)
        if field == "format":
            what = f"the format is not {FORMAT}; it may need a newer conflict-tui"
        elif isinstance(error, msgspec.ValidationError):
            what = what[:1].lower() + what[1:].replace("`", "").replace("Object ", "the object ")
        else:
            what = f"is not JSON ({what})"
        return BadInput(what, path=self.path, line=self.line, field=field or None)
