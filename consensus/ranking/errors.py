"""What is wrong with rankings that cannot be used: one stable code and one clear sentence."""

from enum import StrEnum


class Fault(StrEnum):
    """Why rankings were not taken, as a code that stays the same when the sentence changes."""

    NO_ITEMS = "no_items"
    NOBODY_HAS_A_VIEW = "nobody_has_a_view"
    ITEM_NAMED_TWICE = "item_named_twice"
    PERSON_NAMED_TWICE = "person_named_twice"
    UNKNOWN_ITEM = "unknown_item"
    UNKNOWN_PERSON = "unknown_person"
    REPEATED_ITEM = "repeated_item"
    EMPTY_GROUP = "empty_group"
    NOT_COMPLETE = "not_complete"
    PLACES_DO_NOT_FIT = "places_do_not_fit"
    COUNTS_DO_NOT_FIT = "counts_do_not_fit"
    NOT_THE_SAME_ITEMS = "not_the_same_items"
    NOTHING_IN_COMMON = "nothing_in_common"
    VOICE_NOT_ABOVE_ZERO = "voice_not_above_zero"
    VOICE_NOT_A_NUMBER = "voice_not_a_number"
    VOICES_TOO_FINE = "voices_too_fine"
    OUT_OF_RANGE = "out_of_range"
    MALFORMED_FILE = "malformed_file"


class BallotError(ValueError):
    """Rankings that cannot be used as they are; nothing was counted.

    `fault`: the stable code. `line`: the line of a file that was being read, counted from 1, or
    None. The text is one sentence. It never quotes what a ballot says: a ballot may be private
    and an error may reach a log.
    """

    def __init__(self, fault: Fault, sentence: str, line: int | None = None) -> None:
        super().__init__(fault, sentence, line)
        self.fault = fault
        self.sentence = sentence
        self.line = line

    def __str__(self) -> str:
        return self.sentence if self.line is None else f"line {self.line}: {self.sentence}"
