"""Keeps the program quick to start and small: when garbage is looked for, and what is given back to the system."""

from __future__ import annotations

import contextlib
import gc
import sys

#: `M_MMAP_THRESHOLD` of glibc's `mallopt`.
_MMAP_THRESHOLD = -3
#: `M_ARENA_MAX`: in how many places threads keep memory of their own.
_ARENAS = -8
#: Pieces of so many bytes or more are asked of the system one by one, and given back when freed.
_LARGE = 128 * 1024
#: Seconds after the first frame when looking for garbage begins.
SETTLED = 1.0
#: Seconds after which a screen that was left has been taken down, so that its memory can be given back.
GONE = 0.3


def starting() -> None:
    """Until `started`, do not look for garbage.

    Modules, rules of style and widgets are made in tens of thousands and stay: to
    go through them again and again costs a tenth of the time to the first frame.
    """
    gc.disable()


def started() -> None:
    """Look for garbage from now on, but no more among what starting has made; without `starting` nothing changes.

    Its own garbage is taken away once (some 40 ms, between two keys): frozen, it would be kept for good.
    """
    if not gc.isenabled():
        gc.collect()
        gc.freeze()
        gc.enable()


def give_back() -> None:
    """Have freed lists of hundreds of thousands of rowids leave the program (on Linux with glibc).

    Left to itself glibc takes each such piece as a sign to keep the next ones: a
    search or two over a large store would hold on to tens of megabytes.
    """
    if sys.platform != "linux":
        return
    # Another C library has no such function, and no such habit.
    with contextlib.suppress(ImportError, OSError, AttributeError):
        import ctypes

        library = ctypes.CDLL(None)
        library.mallopt(_MMAP_THRESHOLD, _LARGE)
        # Only one thread runs Python at a time: apart from each other they would each keep what they free.
        library.mallopt(_ARENAS, 1)


def trim() -> None:
    """Give back now what a screen that was left has held (a few milliseconds)."""
    from textual._styles_cache import StylesCache

    # Textual keeps two colours there under the very object that holds a widget's drawn lines: of each widget of a
    # thousand that were ever shown, the lines would stay.
    StylesCache.get_inner_outer.cache_clear()
    if sys.platform != "linux":
        return
    with contextlib.suppress(ImportError, OSError, AttributeError):
        import ctypes

        ctypes.CDLL(None).malloc_trim(0)
