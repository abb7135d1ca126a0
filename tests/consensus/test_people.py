"""Who answers, and who of them is in the room."""

from consensus.people import Member, voices, voices_here

MEMBERS = {
    member.id: member
    for member in (
        Member("kit", "Kit", "Health", "chair", voice=False, here=True, since=0),
        Member("ben", "Ben", "Health", "participant", voice=True, here=True, since=0),
        Member("ana", "Ana", "Health", "family", voice=True, here=False, since=9),
        Member("cam", "Cam", "Health", "recorder", voice=True, here=True, since=0),
    )
}


def test_voices_come_in_the_order_in_which_they_joined() -> None:
    assert [member.id for member in voices(MEMBERS)] == ["ben", "ana", "cam"]


def test_a_voice_whose_line_is_gone_is_not_here() -> None:
    assert [member.id for member in voices_here(MEMBERS)] == ["ben", "cam"]
