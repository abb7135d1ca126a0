"""The one way the core says no: a stable code, and the values its sentence needs."""

from enum import StrEnum


class Code(StrEnum):
    """Every reason for which an action is refused.

    A code is a promise to clients and to those who support them: it never changes its meaning.
    Its sentence lives in the catalogue of each language as `refusal-<code>`.
    """

    # Text that people type
    NAME_EMPTY = "name_empty"
    NAME_TOO_LONG = "name_too_long"
    NAME_TAKEN = "name_taken"
    AGENCY_EMPTY = "agency_empty"
    AGENCY_TOO_LONG = "agency_too_long"
    TITLE_EMPTY = "title_empty"
    TEXT_EMPTY = "text_empty"
    TEXT_TOO_LONG = "text_too_long"
    TOO_FEW_STATEMENTS = "too_few_statements"
    TOO_MANY_STATEMENTS = "too_many_statements"
    STATEMENT_TOO_LONG = "statement_too_long"
    SAME_STATEMENT_TWICE = "same_statement_twice"
    NOT_A_TEXT_FILE = "not_a_text_file"

    # Doors
    NO_SUCH_ROOM = "no_such_room"
    CODE_MISTYPED = "code_mistyped"
    TOO_MANY_TRIES = "too_many_tries"
    TOO_MANY_HERE = "too_many_here"
    ROOM_FULL = "room_full"
    NOT_A_MEMBER = "not_a_member"
    WRONG_PASSPHRASE = "wrong_passphrase"
    FOREIGN_ORIGIN = "foreign_origin"
    TOO_LARGE = "too_large"
    NO_SUCH_TEMPLATE = "no_such_template"
    NO_SUCH_PAGE = "no_such_page"

    # The wire
    NOT_UNDERSTOOD = "not_understood"
    TOO_FAST = "too_fast"
    TRY_AGAIN = "try_again"

    # The room
    CHAIR_ONLY = "chair_only"
    CHAIR_IS_HERE = "chair_is_here"
    CHAIR_STAYS = "chair_stays"
    DEPUTY_FIRST = "deputy_first"
    NO_SUCH_MEMBER = "no_such_member"
    NO_SUCH_STEP = "no_such_step"
    STEP_CLOSED = "step_closed"
    MEETING_PAUSED = "meeting_paused"
    MEETING_CLOSED = "meeting_closed"
    WATCHING_ONLY = "watching_only"
    TIME_OUT_OF_RANGE = "time_out_of_range"

    # Steps
    NOT_SETTLED_YET = "not_settled_yet"
    NOT_REVEALED_YET = "not_revealed_yet"
    ALREADY_REVEALED = "already_revealed"
    NOTHING_TO_REVEAL = "nothing_to_reveal"
    ANSWERS_MISSING = "answers_missing"
    CHOOSE_EXACTLY = "choose_exactly"
    RANK_EACH_ONCE = "rank_each_once"
    NO_SUCH_ITEM = "no_such_item"
    NO_SUCH_SLOT = "no_such_slot"
    SLOT_EMPTY = "slot_empty"
    SLOT_SETTLED = "slot_settled"
    SLOT_OPEN = "slot_open"
    SLOT_CHANGED = "slot_changed"
    ITEM_SETTLED = "item_settled"
    REASON_NEEDED = "reason_needed"
    STANCES_MISSING = "stances_missing"
    DISSENT_OPEN = "dissent_open"
    USED_LATER = "used_later"
    NO_SUCH_LANE = "no_such_lane"
    TWO_ITEMS_NEEDED = "two_items_needed"
    NO_SUCH_NOTE = "no_such_note"
    NOT_YOUR_NOTE = "not_your_note"
    NOTE_EXISTS = "note_exists"
    TOO_MANY_NOTES = "too_many_notes"


class Refusal(Exception):
    """An action that cannot be done, for a reason that the person may act on.

    `code` is stable; `facts` are the numbers and names that the sentence mentions.
    """

    def __init__(self, code: Code, **facts: str | int) -> None:
        super().__init__(code.value)
        self.code = code
        self.facts = facts
