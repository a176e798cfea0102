"""The order of a whole list, kept until the store changes, so that what a search finds need not be sorted."""

from __future__ import annotations

import os
from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from itertools import compress
from threading import Lock

#: Orders kept at a time: one of 400,000 articles takes 5 MB.
MOST = 3
#: So many rowids or fewer are sorted by themselves.
_FEW = 30_000


class Order:
    """All rowids of a list in one order (`ids`, not to be changed), and where each of them stands."""

    def __init__(self, ids: array[int]) -> None:
        self.ids = ids
        self._places: array[int] | None = None

    def _stand(self) -> array[int]:
        """The place of each rowid; -1 for a number that is none."""
        if self._places is None:
            places = array("i", [-1]) * (max(self.ids, default=0) + 1)
            for place, rowid in enumerate(self.ids):
                places[rowid] = place
            self._places = places
        return self._places

    def arranged(self, found: Sequence[int]) -> array[int]:
        """These rowids, each once, in this order; ones that are not of the list are left out."""
        places = self._stand()
        size = len(places)
        if len(found) <= _FEW:
            known = sorted({places[rowid] for rowid in found if rowid < size} - {-1})
            return array("i", map(self.ids.__getitem__, known))
        # The last flag is for rowids without a place, as -1 is the last index.
        flags = bytearray(len(self.ids) + 1)
        if max(found) >= size:
            found = [rowid for rowid in found if rowid < size]
        for rowid in found:
            flags[places[rowid]] = 1
        return array("i", compress(self.ids, flags))


#: Path, how often the articles were changed, and the name of the sort.
_Key = tuple[str, int, str]
_kept: OrderedDict[_Key, Order] = OrderedDict()
_lock = Lock()


def key(path: str | os.PathLike[str], changes: int, sort: str) -> _Key:
    """What an order is kept under; `changes` counts the writes to `articles` so far."""
    return os.path.abspath(path), changes, sort


def known(key: _Key) -> Order | None:
    """The order if it is kept."""
    with _lock:
        order = _kept.get(key)
        if order is not None:
            _kept.move_to_end(key)
        return order


def kept(key: _Key, read: Callable[[], array[int]]) -> Order:
    """The order, for all readers of the store; `read` gives the rowids where need be."""
    order = known(key)
    if order is None:
        order = Order(read())
        with _lock:
            _kept[key] = order
            while len(_kept) > MOST:
                _kept.popitem(last=False)
    return order
