"""How every screen asks the store: in a worker's thread, one question a group, stale answers dropped."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from textual import on
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import active_worker

from store.errors import Interrupted, StoreError
from store.search import Reader as StoreReader
from tui.library import Library
from tui.messages import Answered, Failed
from tui.safe import safe

Answer = TypeVar("Answer")

#: Seconds that the cursor must rest before the other panes follow it.
REST = 0.05


class Asking(Screen[Any]):
    """A screen that asks `library`, and that waits for a rest of the keys before it does what takes long."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self._tokens: dict[str, int] = {}
        self._rests: dict[str, Timer] = {}

    def ask(self, group: str, job: Callable[[StoreReader], Answer], then: Callable[[Answer], None]) -> None:
        """Have a worker run `job` on its own reader, and `then` be called here with the answer.

        One question a group: a new one stops the old one, whose answer is dropped.
        """
        token = self._tokens[group] = self._tokens.get(group, 0) + 1
        self.library.stop(group)
        self.run_worker(
            partial(self._answer, group, token, job, then), thread=True, exclusive=True, group=group,
            exit_on_error=False,
        )  # fmt: skip

    def drop(self, group: str) -> None:
        """Whatever is being asked in `group` is no longer wanted."""
        self._tokens[group] = self._tokens.get(group, 0) + 1
        self.library.stop(group)

    def _answer(
        self, group: str, token: int, job: Callable[[StoreReader], Answer], then: Callable[[Answer], None]
    ) -> None:
        """In the worker's thread."""
        if self._tokens.get(group) != token:
            return
        try:
            with self.library.reading(group) as reader:
                answer = job(reader)
        except Interrupted:
            return
        except StoreError as error:
            self.post_message(Failed(group, token, str(error)))
        except Exception as error:  # a fault of ours must not take the browser down
            self.log.error(repr(error))
            self.post_message(
                Failed(group, token, f"this could not be read ({type(error).__name__}: {error})")
            )
        else:
            self.post_message(Answered(group, token, answer, then))
        finally:
            # The pool's thread would know its last worker, and with that the screen and all that was read, until
            # it gets other work: a screen that was left long ago would stay in memory.
            active_worker.set(None)  # type: ignore[arg-type]

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        if self._tokens.get(event.group) == event.token:
            event.then(event.answer)

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        if self._tokens.get(event.group) == event.token:
            words = event.words.rstrip(".") + "."
            # Not where it begins with a file's or a field's name.
            if words.split(" ", 1)[0].isalpha():
                words = words[:1].upper() + words[1:]
            self.say(words, "error")

    def say(self, words: str, severity: str = "information", seconds: float = 6) -> None:
        """Tell the person; the words may hold stored text."""
        shown = safe(words[:600], newlines=True)
        self.notify(shown, severity=severity, timeout=seconds, markup=False)  # type: ignore[arg-type]

    def sent(self, text: str) -> None:
        """Tell that `text` was handed to the clipboard, in the place of what was told of the one before."""
        self.app.clear_notifications()
        self.say(f"Sent to the terminal's clipboard:\n{text}", seconds=8)

    def action_redraw(self) -> None:
        """Draw the screen anew."""
        draw = getattr(self.app, "draw_again", None)
        if draw is not None:
            draw()

    def action_suspend(self) -> None:
        """To the shell, and back by `fg`."""
        self.app.action_suspend_process()

    # Resting

    def after_rest(self, name: str, call: Callable[[], None], seconds: float = REST) -> None:
        """Call once the person has rested for `seconds`; a later call of the same name puts it off."""
        self.no_rest(name)

        def rested() -> None:
            # A timer that was put off may have gone off all the same.
            if self._rests.get(name) is timer:
                del self._rests[name]
                call()

        timer = self.set_timer(seconds, rested)
        self._rests[name] = timer

    def no_rest(self, name: str) -> None:
        """Do not do what was to be done after a rest."""
        timer = self._rests.pop(name, None)
        if timer is not None:
            timer.stop()
