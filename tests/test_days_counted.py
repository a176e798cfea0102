"""Days that are counted from others, and time words that tell the day of something else."""

from __future__ import annotations

from reading import article_of

_DAY = "2024-05-09"  # a Thursday


def _days(text: str) -> dict[str, tuple[str | None, str | None]]:
    return {
        f.text: (f.date_from, f.date_to) for f in article_of(text, _DAY).figures if f.measure != "duration"
    }


def _day(text: str, words: str) -> str | None:
    first, last = _days(text)[words]
    assert first == last
    return first


def test_the_day_before_is_counted_from_a_statement_that_somebody_made_on_a_day() -> None:
    text = (
        "The Association of Herders said in a statement on Thursday that two helicopters had fired on a wedding in "
        "Tondi at dusk the previous day. At least 16 guests were killed, it said."
    )
    assert _day(text, "At least 16 guests") == "2024-05-08"


def test_the_same_day_is_that_of_the_deed_told_before_however_far() -> None:
    text = (
        "Rebels raided a mining town, killing 20 people, the chief said Thursday.\n\nThe raiders entered Kasuku before "
        "dawn Wednesday and left by noon, he said.\n\n“They had a list of all the shops. They knew who had gold and "
        "who had guns, and they went from the one door to the next with it in their hands, and nobody in the whole town "
        "ever came to stop them or to ask what they did, though the post is near and the road is open,” he said. “We saw "
        "all of it, from the one end to the other, and then they were gone.”\n\nSoldiers took the post back later the "
        "same day, killing eight raiders, the army said."
    )
    assert _day(text, "eight raiders") == "2024-05-08"


def test_who_were_shot_on_a_day_have_the_day_of_their_own_clause() -> None:
    text = (
        "Rebels raided Kasuku on Wednesday, killing 20 people. The rebels said they wanted to avenge six farmers who "
        "were shot dead by soldiers on Monday in Lume."
    )
    assert _day(text, "six farmers") == "2024-05-06"


def test_a_day_later_without_a_day_is_not_after_the_report() -> None:
    text = (
        "KABUL, May 9 (Wire) - Gunmen attacked a bus in Ghor, killing 11 people, and a further seven died in a reprisal "
        "two days later, officials said on Thursday.\n\nThe attack on the bus took place on Sunday, police said.\n\nOn "
        "Tuesday, villagers fired on a tea house. Seven people were killed, the governor said."
    )
    days = _days(text)
    assert days["11 people"] == ("2024-05-05", "2024-05-05")
    assert days["seven"] == days["Seven people"] == ("2024-05-07", "2024-05-07")


def test_hours_after_a_night_are_the_next_day() -> None:
    text = (
        "A bomb went off in a bakery in Marib late on Tuesday, killing 14 people, medics said, and a second blast hit "
        "a police post in Taiz a few hours later, killing three officers."
    )
    assert _day(text, "14 people") == "2024-05-07"
    assert _day(text, "three officers") == "2024-05-08"
    text = "Fighters killed four soldiers near Marwin on Tuesday night, hours before a drone killed two people in Tyre."
    assert _day(text, "four soldiers") == "2024-05-07"
    assert _day(text, "two people") == "2024-05-08"


def test_a_fight_of_days_that_ended_on_a_day_is_of_the_days_up_to_it() -> None:
    text = (
        "A drone hit Tondi on Wednesday.\n\nThe army had said on Tuesday that it had captured Deressa after two days of "
        "clashes with the rebels. It said 40 of them had been killed."
    )
    assert _days(text)["40"] == ("2024-05-06", "2024-05-07")


def test_since_when_no_deed_was_worse_is_not_its_day() -> None:
    text = (
        "Shelling of a bus stop in Lozuvatka killed six people, in the bloodiest attack on the town since the front drew "
        "near last autumn.\n\nThe shells hit the stop on Wednesday, the mayor said."
    )
    assert _day(text, "six people") == "2024-05-08"


def test_the_month_before_is_counted_from_the_month_told() -> None:
    text = (
        "A monitor said last week that 210 civilians had been killed in April, up from 171 the month before."
    )
    assert _days(text)["210 civilians"] == ("2024-04-01", "2024-04-30")


def test_a_buried_mine_and_the_convoy_of_a_funeral_are_no_aftermath() -> None:
    text = (
        "The war went on on Tuesday.\n\nA truck hit a mine buried beside the road near Muidumbe on Sunday. Nine passengers "
        "were hurt."
    )
    assert _day(text, "Nine passengers") == "2024-05-05"
    text = "Gunmen killed 11 people in an ambush on a funeral convoy on Monday. Seven of the dead were soldiers. Two minibuses were burned."
    assert _day(text, "Two minibuses") == "2024-05-06"


def test_an_operation_overnight_is_not_the_day_of_the_deed() -> None:
    text = (
        "A bomb in Marib wounded 31 people late on Tuesday. Five of the wounded had been operated on overnight.\n\nThe "
        "militants claimed the attack and said they had killed 22 people."
    )
    assert _day(text, "22 people") == "2024-05-07"


def test_the_next_day_needs_no_comma() -> None:
    text = "On Monday, raiders hacked nine farmers to death in Mambau. The next day they struck Ndalya, killing 13 people."
    assert _day(text, "nine farmers") == "2024-05-06"
    assert _day(text, "13 people") == "2024-05-07"


def test_a_day_that_owns_a_deed_is_that_of_the_deed() -> None:
    text = (
        "A car bomb killed eight people in Afrin on Wednesday. In 2020 a fuel truck blast there killed more than 40. No "
        "group claimed Wednesday's blast. Three suspects were held."
    )
    assert _day(text, "Three suspects") == "2024-05-08"


def test_since_a_month_when_others_died_they_died_in_that_month() -> None:
    text = (
        "A car bomb killed eight people in Afrin on Wednesday. It was the second such attack in the town since April, "
        "when 13 people were killed."
    )
    assert _days(text)["13 people"] == ("2024-04-01", "2024-04-30")


def test_what_lasts_since_a_day_holds_for_what_is_told_on() -> None:
    text = (
        "Jets hit Laascaanood on Monday.\n\nFighting between two clans has emptied Buhodle since it erupted last Friday, "
        "elders said. Some 3,000 people crossed into Ethiopia."
    )
    assert _days(text)["Some 3,000 people"] == ("2024-05-03", "2024-05-09")
    text = "Fighting intensified on 6 May around Wadi Raybah. According to medics, 19 civilians have been killed."
    assert _days(text)["19 civilians"] == ("2024-05-06", "2024-05-09")


def test_until_when_a_fight_lasted_is_its_last_day_only() -> None:
    text = "Clashes broke out in Zawiya on Friday and lasted until Sunday, leaving 14 dead."
    assert _days(text)["14"] == ("2024-05-03", "2024-05-05")


def test_what_is_told_of_there_has_the_day_of_what_was_there() -> None:
    text = (
        "The bombardment killed 12 people in Kismayo on Tuesday.\n\nThe attack came a day after fighters set fire to a "
        "market in Brava. Three guards were killed and nine people injured there, police said."
    )
    assert _day(text, "Three guards") == "2024-05-06"


def test_some_who_escaped_later_tell_no_new_deed() -> None:
    text = (
        "Gunmen abducted 22 travellers from two buses near Kaduna on Saturday. Nine of them escaped on Monday.\n\nIn "
        "Kaduna, two other men were wounded by the gunmen."
    )
    assert _day(text, "two other men") == "2024-05-04"


def test_the_day_of_a_clause_is_not_that_of_its_sentence() -> None:
    text = "In Zamfara, where bandits seized 50 women in March, five hostages were found dead on Tuesday."
    assert _days(text)["50 women"] == ("2024-03-01", "2024-03-31")
    assert _day(text, "five hostages") == "2024-05-07"


def test_a_month_told_in_passing_is_not_the_day_of_what_is_told_on() -> None:
    text = (
        "A drone strike on a hospital in El Obeid killed nine patients on Wednesday. Last month a similar strike there "
        "killed 14.\n\nRescuers pulled 11 people from the rubble in El Obeid."
    )
    assert _day(text, "11 people") == "2024-05-08"


def test_three_days_after_is_counted_from_the_day_of_the_words() -> None:
    text = (
        "Three days after gunmen killed 17 soldiers near Tillia, the army said on Thursday it had killed 40 militants in "
        "air strikes on the area.\n\nThe strikes were carried out on Wednesday, it said."
    )
    assert _day(text, "17 soldiers") == "2024-05-06"
    assert _day(text, "40 militants") == "2024-05-08"


def test_the_opening_that_sums_up_deeds_has_the_days_of_all_of_them() -> None:
    text = (
        "Fourteen insurgents were killed in two separate raids in Balochistan, the army said on Thursday.\n\nIn the first "
        "raid, troops stormed a hideout near Zehri on Tuesday, killing nine of them. In the second, a patrol was ambushed "
        "at Dalbandin on Wednesday."
    )
    assert _days(text)["Fourteen insurgents"] == ("2024-05-07", "2024-05-08")
    text = (
        "At least 12 people have been killed in the Bekaa valley in two strikes, the ministry says.\n\nSeven died on "
        "Tuesday when a drone hit a house in Riyaq, and five on Wednesday in a strike on a garage in Brital."
    )
    assert _days(text)["At least 12 people"] == ("2024-05-07", "2024-05-08")
    text = (
        "Two days of attacks in the north left 44 people dead, an official said on Thursday.\n\nOn Sunday, gunmen raided "
        "Bourasso, killing 22 villagers; the following morning, a convoy was ambushed near Tougan and 14 people died."
    )
    days = _days(text)
    assert days["44 people"] == ("2024-05-05", "2024-05-06")
    assert days["22 villagers"] == ("2024-05-05", "2024-05-05")


def test_strikes_of_which_only_one_is_told_have_its_day() -> None:
    text = (
        "Nine people were killed in two strikes in the valley.\n\nA drone hit a house in Riyaq on Tuesday, medics said. "
        "The minister will speak on Friday."
    )
    assert _days(text)["Nine people"] == ("2024-05-07", "2024-05-07")


def test_the_deed_that_was_brought_in_by_its_noun_is_meant_by_it() -> None:
    text = (
        "A bomb killed four policemen in Cauca on Monday, the third attack in a week. Two officers were shot dead and "
        "another died in a blast last Thursday.\n\nThe bomb, hidden in a motorcycle, also hurt 11 people."
    )
    assert _day(text, "11 people") == "2024-05-06"


def test_hours_after_a_night_before_the_morning_of_a_strike() -> None:
    text = (
        "A missile hit a hotel in Sumy in the early hours of Thursday, killing three people, hours after a drone attack on "
        "a bus in Nikopol left six dead."
    )
    assert _day(text, "six") == "2024-05-08"


def test_the_day_on_which_somebody_spoke_is_not_that_of_the_deed() -> None:
    text = (
        "Militiamen ambushed a convoy near Debre Tabor on Monday, killing 17 soldiers. In reprisal, soldiers shot 11 men "
        "in the town on Tuesday.\n\nA local official, speaking by telephone on Wednesday, said six bandits died in the town."
    )
    assert _day(text, "six bandits") == "2024-05-07"
    text = "The truce was reached on Sunday after talks in Sammaq, where 18 detainees were freed. Nine people came to see it."
    assert _day(text, "18 detainees") == "2024-05-05"


def test_the_first_day_is_the_one_told_before() -> None:
    text = "Shelling intensified on 6 May. Medics reported that 34 people were killed on the first day and 22 the following day."
    assert _day(text, "34 people") == "2024-05-06"


def test_a_clash_that_began_on_one_day_and_ended_on_another_is_of_both() -> None:
    text = "Six soldiers died in a clash near Jolo that began on Tuesday and ended on Wednesday, the military said."
    assert _days(text)["Six soldiers"] == ("2024-05-07", "2024-05-08")


def test_a_kidnapping_that_is_documented_was_on_the_day_told_with_it() -> None:
    text = (
        "Gang members entered Bois on Saturday, killing 34 people.\n\nThe Office said it had also documented the kidnapping "
        "of nine bus passengers at a checkpoint near Morne on Sunday."
    )
    assert _day(text, "nine bus passengers") == "2024-05-05"


def test_what_a_deed_told_before_did_is_not_of_the_next_clause() -> None:
    text = (
        "Gunmen attacked a police post in Makhmur on Sunday, killing three officers.\n\nThe Makhmur attack also left two "
        "cars burned, and the bodies of five militants were found on Tuesday."
    )
    assert _day(text, "two cars") == "2024-05-05"
    assert _day(text, "five militants") == "2024-05-07"


def test_an_event_without_a_number_has_the_day_of_its_paragraph_not_of_the_lead() -> None:
    text = (
        "A bomb killed nine people in Kirkuk on Wednesday, the mayor said.\n\nOn Monday, gunmen shot dead two guards in "
        "Makhmur. Fighters also attacked an army base in Dibis, the governor said."
    )
    days = {event.place: event.date_from for event in article_of(text, _DAY).events}
    assert days["Dibis"] == "2024-05-06"
