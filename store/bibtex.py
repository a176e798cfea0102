"""BibTeX entries of articles, and of a figure or quote in one, whatever their text holds."""

from __future__ import annotations

import re
from urllib.parse import quote

from store.cite import Citable, citation, plain
from store.records import ArticleFull, ArticleRow

#: Characters that mean something to TeX; braces are spelled, as BibTeX counts even escaped ones.
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "&": r"\&",
    "#": r"\#", "_": r"\_", "%": r"\%", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
    "\x09": " ", "\x0a": " ",
}  # fmt: skip
_TABLE = str.maketrans(_SPECIAL)
_PLAIN = re.compile(r"[^A-Za-z0-9]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def escaped(text: str) -> str:
    """The text on one line as TeX prints it, with braces that balance."""
    return plain(text).translate(_TABLE)


def key(article: ArticleRow | ArticleFull) -> str:
    """A key that is the same every time: who published it, the year, and the beginning of its id."""
    who = _PLAIN.sub("", article.outlet or article.dateline or article.document)[:20].casefold()
    return f"{who or 'article'}{(article.published or 'undated')[:4]}-{_PLAIN.sub('', article.id)[:8]}"


def entry(article: ArticleFull, cited: Citable | None = None) -> str:
    """One `@misc` entry; with `cited`, a figure, quote or event of the article, its citation as the note."""
    fields: dict[str, str] = {}
    if article.byline:
        # Double braces: the name is printed as it stands, not taken apart.
        fields["author"] = "{" + escaped(re.sub(r"^by\s+", "", article.byline, flags=re.IGNORECASE)) + "}"
    fields["title"] = "{" + escaped(article.headline or article.lead or article.document) + "}"
    if article.outlet:
        fields["howpublished"] = escaped(article.outlet)
    if article.dateline:
        fields["address"] = escaped(article.dateline)
    if article.published:
        year, month, day = article.published.split("-")
        fields["year"], fields["month"], fields["day"] = year, _MONTHS[int(month) - 1], str(int(day))
        fields["date"] = article.published
    if article.url and _ADDRESS.fullmatch(article.url):
        fields["url"] = quote(article.url, safe=":/?#[]@!$&'()*+,;=%-._~")
    notes = []
    if not article.published:
        notes.append("undated")
    elif article.published_basis == "inferred":
        notes.append("date inferred")
    if cited is not None and not isinstance(cited, (ArticleRow, ArticleFull)):
        notes.append(escaped(citation(cited)))
    if notes:
        fields["note"] = "; ".join(notes)
    # A month is one of BibTeX's own words and stands without braces.
    lines = [
        f"  {name} = {value}," if name == "month" else f"  {name} = {{{value}}},"
        for name, value in fields.items()
    ]
    return "\n".join([f"@misc{{{key(article)},", *lines, "}"])
