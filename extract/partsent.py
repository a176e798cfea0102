"""What became of some of the weapons that were sent: got through, shot down, told of in the next sentence."""

from __future__ import annotations

from extract.drafts import Draft


def got_through(draft: Draft, inline: list[Draft]) -> Draft | None:
    """ "180 missiles were fired, but 20 got through": what became of some of those sent, told with no noun."""
    if draft.counted is None or draft.counted.noun is not None or draft.measure not in ("hit", "shot_down"):
        return None
    sent = [d for d in inline if d.measure == "launched" and d.part_of is None]
    if not sent and inline and inline[-1].part_of is not None and inline[-1].measure in ("shot_down", "hit"):
        # "89 of the drones were shot down, with 24 hitting their targets": both are parts of those sent.
        sent = [inline[-1].part_of]
    if (
        len(sent) != 1
        or sent[0].measure != "launched"
        or sent[0].unit != draft.unit
        or sent[0].number.value < draft.number.value
    ):
        return None
    return sent[0]


def sent_before(draft: Draft, before: list[Draft]) -> Draft | None:
    """ "Five drones flew at the base. Three were downed": what became of some of those sent, next told of."""
    found, sent = draft.counted, before[-1] if before else None
    if found is None or sent is None or found.noun is not None or draft.measure not in ("hit", "shot_down"):
        return None
    opens = found.first.i <= draft.sentence[0] + 1 and draft.paragraph == sent.paragraph
    # "Two drones came at the base. Gunners downed one": the object of the next sentence, too.
    opens = opens or (found.seat.dep_ == "dobj" and draft.sentence[0] == sent.sentence[1])
    told = sent.measure == "launched" and sent.part_of is None and sent.number.value > draft.number.value
    return sent if opens and told else None
