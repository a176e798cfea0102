"""Reports that tell a country's night and the day of its regions: whose each count is, and where. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of, figure_of

LEAD = "KYIV, Sept 17, 2021 (VTA) - "


@pytest.mark.parametrize(
    ("told", "sent"),
    [
        (
            "Ukrainian forces downed 87 out of 112 drones launched by Russia overnight, the Air Force said.",
            112,
        ),
        ("Ukraine shot down 40 of 52 drones launched by Russia overnight, the Air Force said.", 52),
        ("Ukraine shot down 40 out of the 52 drones that Russia launched overnight, the Air Force said.", 52),
    ],
)
def test_those_who_shot_drones_down_did_not_send_them(told: str, sent: float) -> None:
    article = article_of(LEAD + told)
    down, launched = article.figures
    assert (down.measure, down.place, down.actor, down.part_of) == (
        "shot_down",
        "Ukraine",
        "Ukraine",
        launched.id,
    )
    assert (launched.value, launched.measure, launched.place, launched.actor) == (
        sent,
        "launched",
        "Ukraine",
        "Russia",
    )


def test_a_body_that_says_it_held_somebody_is_the_one() -> None:
    told = "Two days earlier, the FSB said it had detained four teenagers in Hollen on suspicion of burning relays."
    assert figure_of(LEAD + told, 4).actor == "FSB"


@pytest.mark.parametrize(
    "where",
    [
        "In Hollen, on the Caspian coast,",
        "In the town of Hollen, on the Danube river,",
        "Outside the town of Hollen in Russia's volatile North Caucasus region of Dagestan,",
        "Near the village of Hollen in Ukraine's partly occupied Kherson region,",
    ],
)
def test_the_town_is_told_by_its_coast_or_its_region(where: str) -> None:
    assert (
        figure_of(f"{LEAD}{where} gunmen killed seven people on Thursday, police said.", 7).place == "Hollen"
    )


def test_a_governor_goes_on_with_the_town_just_told_in_his_region() -> None:
    told = (
        "Seven drones hit an oil depot in Hollen in Russia's Samara region on Thursday. Samara governor Ivan Strel said "
        "two workers were hurt. Over the past day, 14 people were wounded in the region, he added."
    )
    assert events_of(LEAD + told) == [
        ("drone_strike", "Hollen", [7, 2]),
        ("drone_strike", "Samara region", [14]),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "An explosion on a railway line near the town of Hollen derailed 19 freight cars on Thursday.",
        "A train was derailed by an explosion near the town of Hollen on Thursday, and nine people were hurt.",
        "Unknown men in the town of Hollen threw a grenade into an office on Thursday. One officer was killed.",
    ],
)
def test_what_goes_off_on_a_line_or_is_thrown_is_a_bombing(told: str) -> None:
    assert [(event.kind, event.place) for event in article_of(LEAD + told).events] == [("bombing", "Hollen")]


def test_what_happened_hours_before_is_told_with_its_own_day_later() -> None:
    told = (
        "Russia and Ukraine on Friday exchanged 175 prisoners of war each, hours after Russian glide bombs killed four "
        "people in a northern Ukrainian town.\n\nThe bombs fell on Hollen, in the Sumy region, on Thursday afternoon. "
        "Sixteen people were injured."
    )
    events = article_of(LEAD + told).events
    assert [(e.kind, e.place, e.date_to, len(e.figures)) for e in events] == [
        ("prisoner_exchange", None, "2021-09-17", 1),
        ("air_strike", "Hollen", "2021-09-16", 2),
    ]


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        (
            "Air defences destroyed 54 drones overnight, 23 over the Bryansk region and nine over annexed Crimea, "
            "the Russian Defence Ministry said.",
            [(54, "Russia"), (23, "Bryansk region"), (9, "Crimea")],
        ),
        (
            "The Defence Ministry in Moscow said air defences had destroyed 54 Ukrainian drones overnight, 23 of them "
            "over the Bryansk region, nine above the Black Sea and two more on the approach to Moscow.",
            [(54, "Russia"), (23, "Bryansk region"), (9, "Black Sea"), (2, "Moscow")],
        ),
    ],
)
def test_the_regions_of_a_night_make_up_its_count(told: str, counts: list[tuple[float, str]]) -> None:
    whole, *parts = article_of(LEAD.replace("KYIV", "MOSCOW") + told).figures
    assert [(f.value, f.place) for f in (whole, *parts)] == counts
    assert {(f.measure, f.part_of) for f in parts} == {("shot_down", whole.id)}


@pytest.mark.parametrize(
    ("told", "value", "unit"),
    [
        ("A drone hit a mill in Hollen on Thursday; two more were shot down over the city.", 2, "drones"),
        ("A missile hit a bridge in Hollen on Thursday and three others were intercepted.", 3, "missiles"),
        (
            "A drone fell on a mill in Hollen on Thursday, but nobody was hurt. Another two were intercepted.",
            2,
            "drones",
        ),
    ],
)
def test_more_of_the_weapon_just_told(told: str, value: float, unit: str) -> None:
    figure = figure_of(LEAD + told, value)
    assert (figure.measure, figure.unit, figure.place) == ("shot_down", unit, "Hollen")


@pytest.mark.parametrize(
    "told",
    ["40,000 of them had been reconnected", "power was restored to 40,000", "40,000 had been reconnected"],
)
def test_those_reconnected_are_counted_with_those_who_lost_power(told: str) -> None:
    text = (
        f"{LEAD}More than 62,000 households lost power in the Hollen region on Thursday. By midday, {told}."
    )
    figure = figure_of(text, 40000)
    assert (figure.measure, figure.unit) == ("without_power", "households")


@pytest.mark.parametrize(
    "then",
    [
        "This was reported on Telegram by Oleh Prystai, the regional governor.",
        "That was announced by Oleh Prystai, the regional governor.",
        "The regional governor, Oleh Prystai, announced this on Telegram.",
    ],
)
def test_the_next_paragraph_says_whose_word_it_was(then: str) -> None:
    text = f"{LEAD}A Russian drone killed two people in Hollen on Thursday.\n\n{then}"
    assert figure_of(text, 2).claimant == "Oleh Prystai"


def test_a_relative_clause_that_confirms_it_is_no_word_for_it() -> None:
    told = "Raiders killed two people in Hollen.\n\nThe mayor, Oleh Prystai, who confirmed this to reporters, said four were hurt."
    assert (figure_of(LEAD + told, 2).claimant, figure_of(LEAD + told, 4).claimant) == (None, "Oleh Prystai")


@pytest.mark.parametrize(
    ("told", "places"),
    [
        ("three people died and nine were injured in shelling of the town of Hollen", ["Hollen", "Hollen"]),
        ("three gunmen and nine policemen died in two days of fighting in Hollen", ["Hollen", "Hollen"]),
        (
            "nine people were injured, three of them in shelling of the town of Hollen",
            ["Kherson region", "Hollen"],
        ),
    ],
)
def test_the_town_that_a_region_opens_for(told: str, places: list[str]) -> None:
    counts = article_of(f"{LEAD}In the Kherson region, {told} on Thursday.").figures
    assert [f.place for f in counts if f.value in (3, 9)] == places


def test_the_weapons_of_a_regions_day_are_of_its_toll() -> None:
    told = (
        "One civilian was killed and nine others were wounded in Ukrainian attacks on the Belgorod Region over the past "
        "day, the governor said.\n\nUkrainian forces fired 46 shells and used 38 drones, according to him."
    )
    assert events_of(LEAD + told) == [("shelling", "Belgorod Region", [1, 9, 46, 38])]


def test_of_two_times_the_narrower_is_that_of_the_fighting() -> None:
    told = "In April, 110 people were killed in four days of fighting in Hollen, from April 2 to April 5."
    figure = figure_of(LEAD + told, 110)
    assert (figure.date_from, figure.date_to) == ("2021-04-02", "2021-04-05")


def test_who_brings_two_sides_together_frees_nobody() -> None:
    told = "The freed include soldiers captured in Hollen. The United Arab Emirates mediated the release of 246 prisoners."
    figure = figure_of(f"{LEAD}Russia and Ukraine exchanged prisoners on Thursday. {told}", 246)
    assert (figure.actor, figure.place) == (None, "Ukraine")


def test_soldiers_brought_home_from_captivity_are_freed() -> None:
    told = "Ukraine brought home 230 soldiers from captivity and Moscow received 248 servicemen in exchange on Thursday."
    assert [(f.value, f.measure) for f in article_of(LEAD + told).figures] == [
        (230, "released"),
        (248, "released"),
    ]


def test_those_eliminated_over_regions_are_the_drones_of_the_night() -> None:
    told = (
        "As many as 36 Ukrainian drones were intercepted over Russia overnight, the Defense Ministry said. Twenty were "
        "eliminated over the Kursk Region, nine over the Bryansk Region and seven over Crimea."
    )
    whole, *parts = article_of(LEAD.replace("KYIV", "MOSCOW") + told).figures
    assert [(f.value, f.measure, f.unit, f.part_of) for f in parts] == [
        (value, "shot_down", "drones", whole.id) for value in (20, 9, 7)
    ]


def test_the_foes_losses_are_told_of_the_place_just_taken() -> None:
    told = (
        "In Marsk, five civilians were injured in Ukrainian attacks on Thursday.\n\nRussian troops liberated the community of "
        "Hollen over the past day. The Ukrainian army's losses in the area totaled 165 troops, two tanks and seven ammunition depots."
    )
    assert events_of(LEAD + told) == [("attack", "Marsk", [5]), ("territory_change", "Hollen", [165, 2, 7])]


@pytest.mark.parametrize("mark", ["", '"'])
def test_a_village_taken_with_what_was_destroyed(mark: str) -> None:
    told = f"Russia said its troops had {mark}liberated{mark} the village of Hollen on Thursday and destroyed nine tanks."
    assert events_of(LEAD + told)[0] == ("territory_change", "Hollen", [9])


def test_where_men_were_held_is_not_where_they_sent_money() -> None:
    told = "In Hollen, police detained three residents suspected of passing data on troop movements to Kyiv on Thursday."
    assert figure_of(LEAD + told, 3).place == "Hollen"


def test_others_in_the_next_city_are_no_part_of_a_regions_dead() -> None:
    told = (
        "In the Zhytomyr region, where a missile hit a hostel in the town of Hollen on Thursday, five people were killed, "
        "officials said. Two other people were killed in Kharkiv, according to its mayor."
    )
    assert events_of(LEAD + told) == [("missile_strike", "Hollen", [5]), ("missile_strike", "Kharkiv", [2])]


def test_what_the_strikes_came_after_is_another_deed() -> None:
    told = (
        "Russia pounded Ukraine with missiles overnight, killing seven people.\n\nThe strikes came hours after three bombs "
        "landed on the village of Hollen on Thursday afternoon, wounding nine farmers."
    )
    assert [(place, values) for _, place, values in events_of(LEAD + told)] == [
        ("Ukraine", [7]),
        ("Hollen", [3, 9]),
    ]


def test_a_capitals_weapons_are_no_place() -> None:
    text = f"Barrage kills seven in Ukraine, Kyiv drones set depot ablaze\n\n{LEAD}Russia pounded Ukraine overnight."
    assert figure_of(text, 7).place == "Ukraine"


def test_a_count_of_days_is_no_single_towns() -> None:
    told = (
        "That brought to 107 the number of servicemen that the ministry says have died in Karabakh since Monday.\n\n"
        "On Thursday shells killed two people in the village of Hollen in Karabakh."
    )
    assert [values for _, place, values in events_of(LEAD + told) if place == "Hollen"] == [[2]]


def test_an_agency_that_retells_it_says_it_not() -> None:
    told = (
        "Russian troops killed three civilians in the Donetsk region on Thursday.\n\nThe head of the regional military "
        "administration, Oleh Prystai, said this on Facebook, the VTA agency reports.\n\nTwo people were wounded, he specified."
    )
    assert [f.claimant for f in article_of(LEAD + told).figures] == ["Oleh Prystai", "Oleh Prystai"]


def test_what_was_done_to_some_of_the_drones_is_not_done_to_all() -> None:
    told = "Ukraine's Air Force reported that 61 of 77 Russian drones had been destroyed."
    down, sent = article_of(LEAD + told).figures
    assert (down.measure, sent.measure, down.part_of) == ("shot_down", "launched", sent.id)


def test_those_known_to_have_died_are_the_dead() -> None:
    told = "The number of people known to have died in Wednesday's missile strike on flats in Hollen has risen to 31."
    assert (figure_of(LEAD + told, 31).measure, figure_of(LEAD + told, 31).place) == ("killed", "Hollen")


def test_a_republic_of_a_people_is_a_region() -> None:
    told = "In the Lugansk People's Republic (LPR), Ukraine carried out nine attacks on Thursday, wounding three people."
    assert events_of(LEAD + told) == [("attack", "Lugansk People's Republic", [9, 3])]


def test_a_swap_frees_nobody_whom_the_last_arrest_took() -> None:
    told = (
        "In Hollen, FSB officers detained two men who planned to derail a train on Wednesday.\n\nRussia and Ukraine "
        "returned 84 prisoners each to the other side on Thursday, the ministry said."
    )
    assert events_of(LEAD + told) == [("arrest", "Hollen", [2]), ("prisoner_exchange", None, [84])]
    assert figure_of(LEAD + told, 2).actor == "FSB"


def test_where_the_writer_sits_is_no_place_of_the_news() -> None:
    text = (
        "War: toll of strike rises\n\n20 January 2021\n\nBy Ana Petrescu\nBBC News, Kyiv\n\nAt least 31 people died on "
        "Wednesday, officials say. Three of the dead were children."
    )
    assert [f.place for f in article_of(text).figures] == [None, None]


def test_weapons_written_with_capitals_are_no_town() -> None:
    told = (
        "In Odesa Oblast, UAVs struck two substations overnight. The Air Force said that Russia had used 40 attack UAVs; "
        "26 UAVs and the remaining missiles hit nine locations."
    )
    places = [f.place for f in article_of(LEAD + told).figures]
    assert places[0] == "Odesa Oblast"
    assert "UAVs" not in places


def test_a_capital_that_lost_troops_is_no_place() -> None:
    told = (
        "Russian forces liberated the settlement of Hollen on Thursday, the ministry reported.\n\nKiev lost roughly 430 "
        "troops and two howitzers in the battles, it specified."
    )
    assert events_of(LEAD.replace("KYIV", "MOSCOW") + told) == [("territory_change", "Hollen", [430, 2])]
