"""People: who has answered, and who is known as whom."""

from consensus.people import Member, agency_key, keeps_record, keeps_register, known_as, silent

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


def test_an_agency_is_the_same_however_its_letters_are_written() -> None:
    assert agency_key("Social CARE") == agency_key("social care") != agency_key("Police")


def test_who_may_write_for_others() -> None:
    deputy = Member("dot", "Dot", "Health", "deputy", voice=True, here=True, since=0)

    assert [m.id for m in (*MEMBERS.values(), deputy) if keeps_record(m)] == ["kit", "cam", "dot"]
    assert [m.id for m in (*MEMBERS.values(), deputy) if keeps_register(m)] == ["kit", "cam"]
