"""What is counted, roughly: units that may stand in one row of the claims table, as SQL."""

from __future__ import annotations

#: Measures whose counts are people, whatever word the report uses for them.
PEOPLE = (
    "killed", "injured", "casualties", "missing", "captured", "abducted", "arrested", "released",
    "displaced", "evacuated", "rescued", "hospitalized", "affected", "deployed",
)  # fmt: skip
#: Groups of people that are counted apart from all the others: their number is no rival of the whole's.
_GROUPS = {
    "children": ("%child%", "%minors", "%infants", "%boys", "%girls", "boy", "girl", "infant"),
    "soldiers": (
        "%soldier%", "%troops", "%servicem%", "%service m%", "%fighter", "%fighters", "%militant%",
        "%paratrooper%", "%marines", "%combatant%", "%conscript%",
    ),
}  # fmt: skip
_THINGS = {
    "drones": ("%drone", "%drones", "uav", "uavs", "craft", "% craft", "%uavs"),
    "missiles": ("%missile", "%missiles"),
    "rockets": ("%rocket", "%rockets"),
    "bombs": ("%bomb", "%bombs"),
    "homes": ("%home", "%homes", "%house", "%houses", "%households", "%apartments"),
    "buildings": ("%building", "%buildings"),
    "locations": ("%location", "%locations", "%places", "%sites"),
}


def _like(unit: str, patterns: tuple[str, ...]) -> str:
    return "(" + " OR ".join(f"{unit} LIKE '{pattern}'" for pattern in patterns) + ")"


def family(alias: str) -> str:
    """SQL for the family of a figure's unit: 'people', 'drones', else the unit itself in lower case.

    `alias` names a row of `figures` (`x`, or `NEW` in a trigger). Never NULL.
    """
    unit, measure = f"{alias}.unit", f"{alias}.measure"
    people = ", ".join(f"'{name}'" for name in PEOPLE)
    groups = " ".join(f"WHEN {_like(unit, patterns)} THEN '{name}'" for name, patterns in _GROUPS.items())
    things = " ".join(f"WHEN {_like(unit, patterns)} THEN '{name}'" for name, patterns in _THINGS.items())
    return (
        f"CASE WHEN {measure} IN ({people}) THEN CASE {groups} ELSE 'people' END"
        f" WHEN {unit} IS NULL THEN '' {things} ELSE lower({unit}) END"
    )
