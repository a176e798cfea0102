"""Who acted, where those who speak tell of their own deeds, of a country's rebels, or of what was fired at them."""

from reading import article_of


def actors(text: str) -> dict[float, str | None]:
    return {f.value: f.actor for f in article_of(text).figures}


def test_the_rebels_of_a_country_are_not_the_country() -> None:
    text = (
        "CAIRO (NPA) — Sudan’s paramilitary forces shelled a camp in Darfur, killing at least 23 people, an aid group said.\n\n"
        "The Rapid Support Forces, or RSF, did not respond to a request for comment."
    )
    assert actors(text)[23] == "Rapid Support Forces"


def test_who_claims_to_have_killed_did_it() -> None:
    text = "The number of dead SDF members stood at nine, a source said, while Islamic State claimed on Telegram to have killed 12."
    assert actors(text)[12] == "Islamic State"


def test_aircraft_that_an_army_tells_of_are_its_own() -> None:
    text = (
        "Iran fired missiles at Israel before dawn, killing nine people at a depot.\n\n"
        "Israel’s military said 14 aircraft had dropped about 30 munitions on a site in western Iran."
    )
    assert actors(text)[30] == "Israel"


def test_what_was_fired_at_them_is_the_others() -> None:
    text = (
        "Iran fired waves of missiles at Israel before dawn Thursday, killing nine people, a day after Israeli jets bombed a refinery and left 34 workers dead.\n\n"
        "Israel’s military said 46 missiles were fired in two salvos."
    )
    assert actors(text)[46] == "Iran"


def test_rockets_from_a_land_are_of_the_group_that_sits_there() -> None:
    text = "About 35 rockets were fired from Lebanon, the Israeli military said. Hezbollah said it had targeted a base."
    assert actors(text)[35] == "Hezbollah"
