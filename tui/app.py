"""The app: starts the browser, ends it whatever happens, and never lets text drive the terminal."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.driver import Driver
from textual.filter import LineFilter, NoColor
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from tui import clipboard, commands, look
from tui.command import Command
from tui.config import Settings
from tui.look import Ascii, Colourless, Themed
from tui.memory import GONE, SETTLED, give_back, started, starting, trim
from tui.safe import safe
from tui.screens.base import ROOMY, WIDE
from tui.screens.browser import Browser
from tui.session import Session, load
from tui.typeahead import InOrder
from tui.wire import Wire

#: Seconds that the terminal gets to be restored after a signal.
GRACE = 3.0


class Commands(Provider):
    """The command palette's entries: the table of commands."""

    def _entries(self) -> list[tuple[Command, Callable[[], object]]]:
        # The palette has closed when the command runs: it acts on the screen that was under it.
        screen = self.screen
        return [
            (command, partial(screen.call_next, screen.run_action, command.action))
            for command in commands.table()
            if command.action != "palette"
        ]

    async def discover(self) -> Hits:
        """Every command, before anything is typed."""
        for command, run in self._entries():
            yield DiscoveryHit(f"{command.label}  {command.shown}".rstrip(), run, help=command.help)

    async def search(self, query: str) -> Hits:
        """Commands whose label or help has what is typed."""
        matcher = self.matcher(query)
        for command, run in self._entries():
            score = max(matcher.match(command.label), matcher.match(command.help) / 2)
            if score > 0:
                keys = f"{command.shown}: " if command.shown else ""
                yield Hit(score, matcher.highlight(command.label), run, help=keys + command.help)


class LastGuard(LineFilter):
    """Behind every widget: no control character of any drawn line reaches the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, their text safe."""
        return [
            segment
            if segment.text.isprintable() or segment.control
            else Segment(safe(segment.text), segment.style)
            for segment in segments
        ]


class Sent(CompositorUpdate):
    """An update that is written as it stands."""

    def __init__(self, text: str) -> None:
        self._text = text

    def render_segments(self, console: Console) -> str:
        """The bytes for the terminal."""
        return self._text


class ConflictApp(InOrder):
    """Browses one store."""

    TITLE = "conflict-tui"
    CSS_PATH = "conflict.tcss"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {Commands}
    ENABLE_COMMAND_PALETTE = True
    NOTIFICATION_TIMEOUT = 6
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012  (Textual's own shape)
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (ROOMY, "-roomy")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "leave", "quit", show=False, priority=True)]

    def __init__(
        self,
        path: Path,
        query: str | None = None,
        driver_class: type[Driver] | None = None,
        settings: Settings | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self._wire = Wire()
        #: Notices that wait for a dialog to be left.
        self._later: list[tuple[str, dict[str, Any]]] = []
        commands.use(self.settings.keys)
        # The terminal's own colours: few bytes over a slow line, and none at all under NO_COLOR.
        super().__init__(driver_class=driver_class, ansi_color=True)
        self.theme = "ansi-dark"
        self.animation_level = "none"
        self._filters.append(LastGuard())
        if self.no_color or look.colourless():
            self.no_color = True
            self._filters = [kept for kept in self._filters if not isinstance(kept, NoColor)]
            self._filters.append(Colourless())
        self._ascii = Ascii(enabled=self.settings.ascii or look.draws_ascii())
        self._themed = Themed()
        self._filters += [self._ascii, self._themed]
        self.set_look(self.settings.theme)
        session = load(path) if path.exists() else Session()
        self.browser = Browser(path, session, query)

    def get_driver_class(self) -> type[Driver]:
        """A driver that asks this terminal nothing that it does not know."""
        return look.driver_for(super().get_driver_class())

    @property
    def look(self) -> str:
        """The name of the theme in use."""
        return self._look

    @property
    def ascii(self) -> bool:
        """Whether frames and marks are drawn in ASCII."""
        return self._ascii.enabled

    def set_look(self, theme: str | None = None, *, ascii: bool | None = None) -> None:
        """Take a theme by its name, or ASCII frames; without colours every theme looks the same."""
        if theme is not None:
            self._look = theme
            self._themed.theme = None if self.no_color else look.THEMES[theme]
        if ascii is not None:
            self._ascii.enabled = ascii
        if self.is_running:
            self.draw_again()

    def draw_again(self) -> None:
        """Draw every screen from scratch: with other colours, or where another program has drawn meanwhile."""
        self._wire.forget()
        for screen in self.screen_stack:
            for widget in screen.walk_children(Widget, with_self=True):
                # What was drawn before is kept with the colours that it had.
                widget._styles_cache.clear()
                widget.refresh()

    # What is sent

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Send what changes on the terminal (see `tui.wire`)."""
        if not isinstance(renderable, (LayoutUpdate, ChopsUpdate)) or self._unseen:
            super()._display(screen, renderable)
            return
        self._wire.fit(*self.size)
        colours = self.console._color_system or ColorSystem.TRUECOLOR
        sent = self._wire.send(renderable, colours)
        if sent or self.cursor_position != self._previous_cursor_position:
            super()._display(screen, Sent(sent))  # type: ignore[arg-type]
        else:
            self.post_display_hook()

    @property
    def _unseen(self) -> bool:
        """Whether nothing is written now: tests without a terminal, a batch that is not done."""
        return bool(self._batch_count or not self._running or self._closed or self.is_headless)

    # Notices

    @property
    def _filling_in(self) -> bool:
        """Whether a dialog is open that a notice would cover."""
        screen = self.screen_stack[-1] if self.screen_stack else None
        return isinstance(screen, ModalScreen) and not getattr(screen, "SAYS", False)

    def notify(self, message: str, **how: Any) -> None:
        """Tell the person; while a dialog is filled in, as soon as it is left."""
        if self._filling_in:
            self._later.append((message, how))
        else:
            super().notify(message, **how)

    def _refresh_notifications(self) -> None:
        if self._filling_in:
            return
        later, self._later = self._later, []
        for message, how in later:
            super().notify(message, **how)
        super()._refresh_notifications()

    def copy_to_clipboard(self, text: str) -> None:
        """Hand `text` to the terminal's clipboard, through GNU screen too."""
        super().copy_to_clipboard(text)
        if clipboard.in_screen() and self._driver is not None:
            self._driver.write(clipboard.through_screen(text))

    def get_default_screen(self) -> Browser:
        """The browser is the one main screen."""
        self._fit(self.browser)
        return self.browser

    def push_screen(self, screen: Any, *args: Any, **how: Any) -> Any:
        """Show a screen, laid out for the size there is from the first."""
        if isinstance(screen, Screen):
            self._fit(screen)
        return super().push_screen(screen, *args, **how)

    def pop_screen(self) -> AwaitComplete:
        """Take the screen off, and a moment later out of the memory."""
        self.set_timer(GONE, trim)
        return super().pop_screen()

    def _fit(self, screen: Screen[Any]) -> None:
        """Give a screen the classes of the present size; Textual does so after it was drawn without them."""
        across = screen.HORIZONTAL_BREAKPOINTS or self.HORIZONTAL_BREAKPOINTS
        down = screen.VERTICAL_BREAKPOINTS or self.VERTICAL_BREAKPOINTS
        for length, breakpoints in zip(self.size, (across, down), strict=True):
            screen.add_class(max((at, name) for at, name in breakpoints if at <= length)[1])

    def on_mount(self) -> None:
        """Leave in order when the line drops or the machine stops; be there again after ctrl+z and `fg`."""
        self.set_timer(SETTLED, started)
        self.app_resume_signal.subscribe(self, lambda _: self.draw_again())
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            number = getattr(signal, name, None)
            if number is not None:
                try:
                    loop.add_signal_handler(number, self._stopped, 128 + number)
                except (NotImplementedError, RuntimeError, ValueError):
                    continue  # not in the main thread (tests), or a system without signals

    def _stopped(self, status: int) -> None:
        self.browser.leaving = True
        self.browser.save_session()
        self._keep_drafts()
        if hung_up():
            # There is no terminal to restore, and writing to it would wait for ever.
            os._exit(status)
        self.exit(status, return_code=status)
        # A terminal that takes no more bytes must not keep the program either.
        watchdog = threading.Timer(GRACE, os._exit, (status,))
        watchdog.daemon = True
        watchdog.start()

    def _keep_drafts(self) -> None:
        """What is being written goes on in the next session."""
        for screen in self.screen_stack:
            keep = getattr(screen, "keep_draft", None)
            if keep is not None:
                keep()

    def action_leave(self) -> None:
        """Quit, from any screen."""
        self._keep_drafts()
        self.browser.action_quit()

    def action_help_quit(self) -> None:
        """Ctrl+C: say which key leaves."""
        self.notify(f"{commands.key_of('quit')} leaves (ctrl+q where you type).", markup=False)


def hung_up() -> bool:
    """Whether the terminal is gone (the line dropped)."""
    try:
        import termios

        termios.tcgetattr(sys.__stdin__.fileno() if sys.__stdin__ else 0)
    except (ImportError, ValueError):
        return False
    except (OSError, termios.error):
        return True
    return False


def refusal() -> str | None:
    """Why this terminal cannot show the browser, in one sentence; None when it can."""
    if os.environ.get("TERM", "") in {"dumb", ""} and os.name == "posix":
        return "this terminal (TERM=dumb) cannot show the browser; use `conflict-tui find QUERY` instead"
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "the browser needs a terminal to draw on; use `conflict-tui find QUERY` in a pipe"
    return None


def run(
    db_path: str | os.PathLike[str],
    query: str | None = None,
    settings: Settings | None = None,
    arriving: tuple[str, str] | None = None,
) -> int:
    """Browse the store at `db_path`, beginning with `query`; returns the exit status.

    `arriving` is the kind and id of a thing that is shown first (see `store.things`).
    """
    words = refusal()
    if words:
        print(f"conflict-tui: {words}", file=sys.stderr)
        return 2
    starting()
    give_back()
    app = ConflictApp(Path(db_path), query, settings=settings)
    app.browser.arriving = arriving
    app.run(mouse=app.settings.mouse)
    return app.return_code or 0
