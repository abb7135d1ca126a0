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

    # Exercises of one's own
    TOO_MANY_ASIDE = "too_many_aside"
    PLACES_OUT_OF_RANGE = "places_out_of_range"
    SHAPE_DOES_NOT_FIT = "shape_does_not_fit"

    # Halls and tables
    NO_HALL_FOR_CASES = "no_hall_for_cases"
    NO_TABLES = "no_tables"
    NO_SUCH_TABLE = "no_such_table"
    TOO_MANY_TABLES = "too_many_tables"
    TABLES_NUMBER = "tables_number"
    PEOPLE_NUMBER = "people_number"
    TABLE_SIZE = "table_size"
    TOO_MANY_NUDGES = "too_many_nudges"
    TABLE_WAS_USED = "table_was_used"
    TABLES_ARE_GIVEN = "tables_are_given"
    TABLES_AT_WORK = "tables_at_work"
    SITS_AT_NO_TABLE = "sits_at_no_table"
    TABLE_HELD = "table_held"
    TABLE_HAS_A_CHAIR = "table_has_a_chair"
    MOVED_AWAY = "moved_away"
    SITS_ELSEWHERE = "sits_elsewhere"
    TRAINER_SEATS = "trainer_seats"
    TRAINER_ENDS = "trainer_ends"
    TRAINER_KEEPS = "trainer_keeps"
    CHAIR_NEEDED = "chair_needed"
    RISK_NEEDS_CHAIR = "risk_needs_chair"
    HALF_FIRST = "half_first"
    SCREEN_NEEDED = "screen_needed"

    NEEDED_FIRST = "needed_first"
    NOT_YOUR_STEP = "not_your_step"

    # People and seats
    CHAIR_OR_DEPUTY = "chair_or_deputy"
    CHAIR_OR_RECORDER = "chair_or_recorder"
    NOT_WAITING = "not_waiting"
    ONLY_ONE_PERSON = "only_one_person"
    NOT_ASKED = "not_asked"
    NOT_BY_PROXY = "not_by_proxy"
    PROXY_IS_THE_CHAIRS = "proxy_is_the_chairs"
    SEATS_FULL = "seats_full"

    # The register
    PHONE_WRONG = "phone_wrong"
    EMAIL_WRONG = "email_wrong"
    NOT_YOUR_AGENCY = "not_your_agency"
    REASON_MISSING = "reason_missing"
    LINES_MISSING = "lines_missing"
    REGISTER_FULL = "register_full"

    # Beside the agenda, and answers that belong to nobody
    PARKING_FULL = "parking_full"
    NOTHING_PARKED = "nothing_parked"
    NOT_YOUR_ENTRY = "not_your_entry"
    TERM_EMPTY = "term_empty"
    TERM_TOO_LONG = "term_too_long"
    NO_SUCH_TERM = "no_such_term"
    NOT_YOUR_WORDS = "not_your_words"
    WORDS_FULL = "words_full"
    NO_SUCH_RISK = "no_such_risk"
    NOT_YOUR_RISK = "not_your_risk"
    RISK_OPEN = "risk_open"
    TOO_MANY_RISKS = "too_many_risks"
    TIME_UNCLEAR = "time_unclear"
    ANSWERED_ELSEWHERE = "answered_elsewhere"

    # Texts and disagreements
    PEN_HELD = "pen_held"
    PEN_NEEDED = "pen_needed"
    TEXT_CHANGED = "text_changed"
    NO_SUCH_SUGGESTION = "no_such_suggestion"
    TOO_MANY_SUGGESTIONS = "too_many_suggestions"
    NOBODY_SAYS_NO = "nobody_says_no"
    NO_SUCH_DISAGREEMENT = "no_such_disagreement"
    TOO_MANY_DISAGREEMENTS = "too_many_disagreements"
    DISAGREEMENT_OVER = "disagreement_over"
    NOT_YOUR_SIDE = "not_your_side"
    NOTHING_TO_CONFIRM = "nothing_to_confirm"
    WORDS_CHANGED = "words_changed"
    NO_SUCH_STAGE = "no_such_stage"
    STAGE_BY_STAGE = "stage_by_stage"
    DUE_OUT_OF_RANGE = "due_out_of_range"

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

    # Notes and options
    ONE_ITEM_NEEDED = "one_item_needed"
    SOURCE_NEEDED = "source_needed"
    DAY_NEEDED = "day_needed"
    TOO_FEW_TO_HIDE = "too_few_to_hide"
    AGENCY_HAS_ANSWERED = "agency_has_answered"
    NOTES_MISSING = "notes_missing"
    CANNOT_MERGE = "cannot_merge"
    LANE_STAYS_OPEN = "lane_stays_open"
    LANE_HAS_NOTES = "lane_has_notes"
    NOTE_IN_USE = "note_in_use"
    NO_NOTES_YET = "no_notes_yet"
    TOO_MANY_OPTIONS = "too_many_options"

    # Private answers
    ANOTHER_FORM = "another_form"
    MARK_EACH = "mark_each"
    MARK_OUT_OF_RANGE = "mark_out_of_range"
    RANK_AT_LEAST = "rank_at_least"

    # Turns and remarks
    NO_SUCH_TURN = "no_such_turn"
    NOT_YOUR_TURN = "not_your_turn"
    NO_TURN_YET = "no_turn_yet"
    PHASES_IN_ORDER = "phases_in_order"
    NO_SUCH_REMARK = "no_such_remark"
    NOT_YOUR_REMARK = "not_your_remark"
    REMARK_SETTLED = "remark_settled"
    TOO_MANY_REMARKS = "too_many_remarks"
    SAFE_FIRST = "safe_first"

    # Notices, forms and promises
    NOTICE_NOT_YOURS = "notice_not_yours"
    NOTICE_CHANGED = "notice_changed"
    NOTICE_FIRST = "notice_first"
    NOTICE_UNANSWERED = "notice_unanswered"
    NO_SUCH_FIELD = "no_such_field"
    NO_SUCH_SHEET = "no_such_sheet"
    NOT_YOUR_SHEET = "not_your_sheet"
    NO_SUCH_CHOICE = "no_such_choice"
    NOT_A_NUMBER = "not_a_number"
    NO_SUCH_DAY = "no_such_day"
    FORM_CHANGED = "form_changed"
    NOTHING_TO_READ = "nothing_to_read"
    OWNER_NEEDED = "owner_needed"
    TOO_MANY_OWNERS = "too_many_owners"
    NO_SUCH_OWNER = "no_such_owner"
    NO_SUCH_PROMISE = "no_such_promise"
    NOT_YOUR_PROMISE = "not_your_promise"
    PROMISE_EXISTS = "promise_exists"
    PROMISE_CHANGED = "promise_changed"
    PROMISE_CARRIED = "promise_carried"
    ONE_LINE_EACH = "one_line_each"
    RESULT_LATER = "result_later"
    TOO_MANY_PROMISES = "too_many_promises"

    # Keeping and forgetting
    RETENTION_NOT_YOURS = "retention_not_yours"
    RETENTION_DAYS = "retention_days"
    RETENTION_WHY = "retention_why"
    RETENTION_OWNER = "retention_owner"
    RETENTION_PAST = "retention_past"
    RETENTION_OFTEN = "retention_often"
    NOT_OVER_YET = "not_over_yet"
    CODE_TO_ERASE = "code_to_erase"
    CANNOT_ERASE_NOW = "cannot_erase_now"
    NOT_ASKED_TO_ERASE = "not_asked_to_erase"
    ERASURE_WHY = "erasure_why"
    CHAIR_KEEPS_ROOM = "chair_keeps_room"
    ROOM_ERASED = "room_erased"

    # The agenda, and files
    AGENDA_FULL = "agenda_full"
    KIND_FORBIDDEN = "kind_forbidden"
    LAST_STEP = "last_step"
    SKIP_INSTEAD = "skip_instead"
    STEP_IS_SKIPPED = "step_is_skipped"
    STEP_OPENED = "step_opened"
    STEP_ORDER = "step_order"
    STEP_UNFIT = "step_unfit"
    STEP_UNTITLED = "step_untitled"
    WHY_SKIPPED = "why_skipped"
    TEMPLATE_WRONG = "template_wrong"
    NO_SUCH_DATE = "no_such_date"
    NO_SUCH_NOTICE = "no_such_notice"
    FOCUS_LIKE_NAME = "focus_like_name"

    # The record, put right by hand
    NO_SUCH_LINE = "no_such_line"
    LINE_CHANGED = "line_changed"
    LINE_FULL = "line_full"
    LINE_STANDS = "line_stands"
    OWN_WORDS = "own_words"
    OWN_READERS = "own_readers"
    DISSENT_STAYS = "dissent_stays"
    FAMILYS_WISH = "familys_wish"
    RECORD_KEEPERS_ONLY = "record_keepers_only"
    NO_SUCH_CORRECTION = "no_such_correction"
    NOT_YOUR_CORRECTION = "not_your_correction"
    CORRECTION_ANSWERED = "correction_answered"
    ANSWER_FOR_ANOTHER = "answer_for_another"
    SAME_WORDS = "same_words"
    TOO_MANY_CORRECTIONS = "too_many_corrections"
    CORRECTIONS_OVER = "corrections_over"

    # Copies for those who ask for their record
    DISCLOSURE_NOT_YOURS = "disclosure_not_yours"
    DISCLOSURE_TOO_SOON = "disclosure_too_soon"
    DISCLOSURES_FULL = "disclosures_full"
    REFERENCE_EMPTY = "reference_empty"
    REFERENCE_NAMES = "reference_names"

    # The assumption mirror
    GUESS_NEEDS_AGENCY = "guess_needs_agency"
    GUESS_ANOTHER_AGENCY = "guess_another_agency"
    TOO_FEW_TO_MIRROR = "too_few_to_mirror"
    MIRROR_TOO_SOON = "mirror_too_soon"
    MIRROR_IN_THE_HALL = "mirror_in_the_hall"
    MIRROR_TABLES_MISSING = "mirror_tables_missing"

    # Statements that are worded anew
    NO_SUCH_STATEMENT = "no_such_statement"
    STATEMENT_IN_USE = "statement_in_use"
    STATEMENT_CHANGED = "statement_changed"
    STATEMENT_TWICE = "statement_twice"
    STATEMENTS_FULL = "statements_full"
    MERGE_WITH_ANOTHER = "merge_with_another"
    TOO_FEW_LEFT = "too_few_left"
    TOO_MANY_PARTS = "too_many_parts"

    # The library of good practice
    LOOK_FOR_NAMES = "look_for_names"

    # Sealing
    SEALED_AT_CLOSE = "sealed_at_close"
    NO_SUCH_EDITION = "no_such_edition"
    NOTHING_TO_SEAL = "nothing_to_seal"


class Refusal(Exception):
    """An action that cannot be done, for a reason that the person may act on.

    `code` is stable; `facts` are the numbers and names that the sentence mentions.
    """

    def __init__(self, code: Code, **facts: str | int) -> None:
        super().__init__(code.value)
        self.code = code
        self.facts = facts
