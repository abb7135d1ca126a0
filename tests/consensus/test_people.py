"""People: who has answered, and who is known as whom."""

from consensus.people import Member, known_as, silent

MEMBERS = {
    member.id: member
    for member in (
        Member("kit", "Kit", "Health", "chair", voice=False, here=True, since=0),
        Member("ben", "Ben", "Health", "participant", voice=True, here=True, since=0),
        Member("ana", "Ana", "Health", "family", voice=True, here=False, since=9),
        Member("cam", "Cam", "Health", "recorder", voice=True, here=True, since=0),
    )
}


def test_voices_who_have_not_answered_come_in_the_order_in_which_they_joined() -> None:
    assert [member.id for member in silent(MEMBERS, {"ben"})] == ["ana", "cam"]


def test_two_people_are_known_as_the_same_whatever_the_case_of_their_names() -> None:
    assert known_as("Ana Weiß", "Health") == known_as("ANA WEISS", "health")
    assert known_as("Ana", "Health Police") != known_as("Ana Health", "Police")
