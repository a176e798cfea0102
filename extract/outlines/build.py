"""Makes coarse.bin and fine.bin out of Natural Earth: `python -m extract.outlines.build FOLDER`.

FOLDER holds `countries-110m.json` and `countries-50m.json` of the package
`world-atlas`, which are Natural Earth's countries as TopoJSON.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from extract.outlines import BORDER, COAST, MAGIC, PER_DEGREE

HERE = Path(__file__).parent
SOURCES = {"coarse.bin": "countries-110m.json", "fine.bin": "countries-50m.json"}


def _used(arcs: Any) -> Iterator[int]:
    """The arcs that a geometry is made of; one used backwards has the number ~n."""
    if isinstance(arcs, int):
        yield arcs if arcs >= 0 else ~arcs
    else:
        for arc in arcs:
            yield from _used(arc)


def _ours(topology: dict[str, Any], arc: list[list[int]]) -> list[tuple[int, int]]:
    """An arc's points as (longitude, latitude) in our units, neighbours that fall together left out."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    xs, ys = accumulate(point[0] for point in arc), accumulate(point[1] for point in arc)
    points: list[tuple[int, int]] = []
    for x, y in zip(xs, ys, strict=True):
        point = (round((x * kx + dx) * PER_DEGREE), round((y * ky + dy) * PER_DEGREE))
        if not points or point != points[-1]:
            points.append(point)
    return points


def packed(topology: dict[str, Any]) -> bytes:
    """The lines of a topology: what one country alone has is coast, what two share is border."""
    uses: dict[int, int] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        for arc in _used(country.get("arcs", ())):
            uses[arc] = uses.get(arc, 0) + 1
    lengths, kinds = array("H"), bytearray()
    dx, dy = array("i"), array("i")
    last = (0, 0)
    for number, arc in enumerate(topology["arcs"]):
        points = _ours(topology, arc)
        if len(points) < 2:
            continue
        lengths.append(len(points))
        kinds.append(BORDER if uses.get(number, 0) > 1 else COAST)
        for point in points:
            dx.append(point[0] - last[0])
            dy.append(point[1] - last[1])
            last = point
    if sys.byteorder == "big":
        for numbers in (lengths, dx, dy):
            numbers.byteswap()
    head = len(lengths).to_bytes(4, "little") + len(dx).to_bytes(4, "little")
    return MAGIC + zlib.compress(
        head + lengths.tobytes() + bytes(kinds) + dx.tobytes() + dy.tobytes(), level=9
    )


def main() -> None:
    """Write the files; the same input gives the same bytes."""
    folder = Path(sys.argv[1])
    for name, source in SOURCES.items():
        data = packed(json.loads((folder / source).read_text("utf-8")))
        (HERE / name).write_bytes(data)
        print(f"{HERE / name}: {len(data)} bytes")


if __name__ == "__main__":
    main()
