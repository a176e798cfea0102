"""Adding: the key `+` selects words in the article and makes a figure or quote of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from store.errors import StoreError
from store.records import ArticleFull, FigureRow, QuoteRow
from store.text import sentence_around
from tui.safe import clip, one_line
from tui.screens.correcting import Correcting
from tui.widgets.reader import Span
from tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from store.search import Reader
    from tui.screens.correction import Case

#: What a new figure takes over from the figure beside it in its sentence, and a new quote from the one nearest.
_SHARED = {
    "figure": (
        "place", "actor", "target", "claimant", "cue", "channel", "when", "date_from", "date_to", "scope", "event",
    ),
    "quote": ("speaker", "role", "channel", "when", "date", "event"),
}  # fmt: skip


class Adding(Correcting):
    """What a person adds to what was read."""

    def action_add(self) -> None:
        """Select words of the article that is shown, and add a figure or quote there."""
        article, page = self.article, self.reader.article
        if article is None or page is None or not article.text.strip():
            self.say("Go to an article to add a figure or quote of it.", "warning")
            return
        from tui.screens.selecting import SelectScreen

        at = self.reader.marked[0] if self.reader.marked is not None else self.reader.top
        self.app.push_screen(SelectScreen(page, at), lambda span: self._selected(article, span))

    def _selected(self, article: ArticleFull, span: Span | None) -> None:
        if span is None:
            return
        from store.additions import read_words
        from tui.screens.dialogs import Choice, ChoiceScreen

        made: dict[str, dict[str, Any]] = {}
        wrong = ""
        for kind in ("figure", "quote"):
            try:
                made[kind] = read_words(article.text, *span, kind)
            except StoreError as error:
                wrong = wrong or str(error)
        choices = []
        if "figure" in made:
            values = made["figure"]
            low, high = values["low"], values["high"]
            number = f"{low:,g} to {high:,g}" if low != high else f"{values['value']:,g}"
            about = " ".join(part for part in (values["modifier"], number, values["unit"]) if part)
            choices.append(Choice("figure", "a figure", one_line(about)))
        if "quote" in made:
            words = clip(one_line(made["quote"]["text"]), 50)
            spoken = made["quote"]["kind"] != "indirect"
            choices.append(Choice("quote", "a quote", f"“{words}”" if spoken else f"without marks: {words}"))
        if not choices:
            self.say(wrong[:1].upper() + wrong[1:] + ".", "warning")
            return

        def chosen(kind: str | None) -> None:
            if kind is not None:
                self._describe(article, kind, made[kind])

        said = "" if "figure" in made else wrong[:1].upper() + wrong[1:] + "."
        self.app.push_screen(ChoiceScreen("Add these words as", choices, said=said), chosen)

    def _describe(self, article: ArticleFull, kind: str, made: dict[str, Any]) -> None:
        """Let the person complete what the words say by themselves."""

        def edit(case: Case) -> None:
            from tui.screens.correction import CorrectScreen

            case.known = self.known
            self.app.push_screen(CorrectScreen(case), lambda given: self._add(article, case, given))

        self.ask("add", lambda reader: _case(reader, article, kind, made), edit)

    def _add(self, article: ArticleFull, case: Case, given: dict[str, Any] | None) -> None:
        if given is None:
            return
        from store.additions import add

        values = {**case.values, **given["changes"]}

        def added(id_: str) -> None:
            apart = case.kind == "figure" and values.get("measure") == "other"
            self.say(
                f"The {case.kind} is added. u undoes it."
                + (" . shows it among those set apart." if apart else "")
            )
            self.show_again(article.id, case.kind, id_)

        self.change(lambda: add(self.path, case.kind, article.id, values, given["why"]), added)

    def show_again(self, article_id: str, kind: str, id_: str) -> None:
        """Read the article anew and go to the row."""
        from tui.answers import read_page

        query = self.asked

        def show(shown: Any) -> None:
            shown.mark = None
            self._fill(shown)
            pane = 3 if kind == "figure" else 4
            rows: RowList[Any] = self.figures if kind == "figure" else self.quotes
            for index, row in enumerate(rows.rows()):
                if row.id == id_:
                    self.go_pane(pane)
                    rows.go(index)
                    self.show_evidence()

        self.ask("detail", lambda reader: read_page(reader, article_id, query), show)


def _case(reader: Reader, article: ArticleFull, kind: str, made: dict[str, Any]) -> Case:
    """What the words say, and what the figure or quote beside them says too."""
    from tui.screens.correcting import referred
    from tui.screens.correction import Case

    beside: FigureRow | QuoteRow | None = None
    if kind == "figure":
        inside = [row for row in reader.figures_of(article.id, set_apart=True)
                  if row.sentence_start <= made["start"] < row.sentence_end]  # fmt: skip
        beside = min(inside, key=lambda row: abs(row.start - made["start"]), default=None)
    else:
        near = [
            row for row in reader.quotes_of(article.id) if "\n\n" not in _between(article.text, row, made)
        ]
        beside = min(near, key=lambda row: abs(row.start - made["start"]), default=None)
    values = dict(made)
    if beside is not None:
        values.update({name: getattr(beside, name) for name in _SHARED[kind]})
    taken = f" · the rest as of “{clip(one_line(beside.text), 40)}”" if beside else ""
    title = f"Add the {kind}: “{clip(one_line(made['text']), 60)}”{taken}"
    around = article.text[slice(*sentence_around(article.text, made["start"], made["end"]))]
    return Case(kind, title, values, {}, [], referred(reader, article.id, ""), new=True, printed=around)


def _between(text: str, row: QuoteRow, made: dict[str, Any]) -> str:
    first, last = sorted(((row.start, row.end), (made["start"], made["end"])))
    return text[first[1] : last[0]]
