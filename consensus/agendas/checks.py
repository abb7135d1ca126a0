"""What makes an agenda work: the rules for a template's steps, and for every change to a room's.

A step may only rest on what comes before it. Everything here looks at plans alone, so that a file
is refused by the same words as a chair who moves a step in the middle of a meeting.
"""

from collections.abc import Iterable

from consensus.agenda import MOST_MINUTES, StepPlan
from consensus.answers.notes import Lane
from consensus.items import MOST_STATEMENTS, Source, StepId
from consensus.steps import Kind, Settings, collect, commit, form, gate, judge, kind, settle, turns
from consensus.text import ID_LENGTH, STATEMENT_LENGTH, TITLE_LENGTH

MOST_STEPS = 60
MOST_PASSES = 3
MOST_LANES = 5
MOST_FIELDS = 30
MOST_CHECKS = 6
PROMPT_LENGTH = 600
NOTICE_LENGTH = 4_000

Before = dict[StepId, StepPlan]


class Unfit(ValueError):
    """A step that cannot work where it stands, which of its fields says so, and why.

    `reason` goes on from the step's name; `{other}` in it is the other step that it is about.
    """

    def __init__(
        self, plan: StepPlan, reason: str, *field: str | int, other: StepId | None = None
    ) -> None:
        super().__init__(f"step {plan.id!r} {reason.format(other=repr(other))}")
        self.plan = plan
        self.reason = reason
        self.field = field
        self.other = other


def check_agenda(
    plans: Iterable[StepPlan], forbids: tuple[Kind, ...] = (), *, listed: bool = True
) -> None:
    """Raise `Unfit` for the first step that cannot work after those before it.

    `listed` says whether the meeting has a list of its own, from which steps may start.
    """
    before: Before = {}
    for plan in plans:
        _check_words(plan, before)
        if kind(plan.settings) in forbids:
            reason = "is of a kind that this meeting has no place for: `forbids` names it"
            raise Unfit(plan, reason, "settings", "type")
        _check_source(plan, before)
        if not listed and plan.items == Source() and _needs_items(plan.settings):
            raise Unfit(plan, "starts from the meeting's own list, and there is none", "items")
        for needed in plan.after:
            if needed not in before:
                raise Unfit(plan, "has to come after {other}", "after", other=needed)
        _check_settings(plan, plan.settings, before)
        before[plan.id] = plan


def _check_words(plan: StepPlan, before: Before) -> None:
    if plan.id in before:
        raise Unfit(plan, "has an id of which there are two steps", "id")
    if not is_id(plan.id):
        raise Unfit(plan, "needs an id of letters, digits and dashes, up to 40 of them", "id")
    if not plan.title.strip() or len(plan.title) > TITLE_LENGTH:
        raise Unfit(plan, f"needs a title of {TITLE_LENGTH} characters or fewer", "title")
    if len(plan.prompt) > PROMPT_LENGTH:
        raise Unfit(plan, f"has a prompt of more than {PROMPT_LENGTH} characters", "prompt")
    if plan.minutes < 1:
        raise Unfit(plan, "needs at least one minute", "minutes")
    if plan.minutes > MOST_MINUTES:
        raise Unfit(plan, f"lasts longer than {MOST_MINUTES} minutes", "minutes")


def is_id(text: str) -> bool:
    """Say whether a text can be the id of a template, a step, a lane or a field."""
    plain = text.replace("-", "a").replace("_", "a")
    return plain.isascii() and plain.isalnum() and len(text) <= ID_LENGTH


def _check_source(plan: StepPlan, before: Before) -> None:
    source: Source = plan.items
    if source.step is None:
        if source.take not in ("all", "none"):
            raise Unfit(plan, f"takes {source.take!r} of no step", "items", "take")
        return
    if source.take == "none":
        raise Unfit(plan, "takes nothing from {other}", "items", "take", other=source.step)
    giver = before.get(source.step)
    if giver is None:
        reason = "takes items from {other}, which does not come before it"
        raise Unfit(plan, reason, "items", "step", other=source.step)
    if isinstance(giver.settings, gate.Settings | form.Settings):
        reason = "takes items from {other}, which has none"
        raise Unfit(plan, reason, "items", "step", other=source.step)
    if source.take == "notes":
        lanes = giver.settings.lanes if isinstance(giver.settings, collect.Settings) else ()
        if source.lane not in {lane.id for lane in lanes}:
            reason = "takes the notes of a lane that {other} does not have"
            raise Unfit(plan, reason, "items", "lane", other=source.step)
    elif source.take != "all" and not isinstance(giver.settings, settle.Settings):
        reason = "takes what {other} never settles"
        raise Unfit(plan, reason, "items", "take", other=source.step)


def _needs_items(settings: Settings) -> bool:
    """Say whether a step is nothing without items: a question about them, a board of them."""
    match settings:
        case judge.Settings():
            return True
        case settle.Settings(form=form):
            return form == "board"
        case turns.Settings(by=by, order=order):
            return by == "items" and order != "free"
        case _:
            return False


def _check_settings(plan: StepPlan, settings: Settings, before: Before) -> None:
    match settings:
        case judge.Settings(again=again):
            _check_lines(plan, "low", settings.low, settings.high)
            if max(settings.choose, settings.least) > MOST_STATEMENTS:
                raise Unfit(plan, "asks for more than a list can hold", "settings", "choose")
            wrong = settings.fault(itself=plan.items.take == "none")
            if wrong is not None:
                raise Unfit(plan, wrong, "settings", "type")
            if settings.guess and again is not None:
                reason = "asks for guesses once people have seen each other's answers"
                raise Unfit(plan, reason, "settings", "guess")
            _check_passes(plan, settings, again, before)
        case settle.Settings(slots=slots, start=start):
            if slots < 1:
                raise Unfit(plan, "needs at least one slot", "settings", "slots")
            if slots > MOST_STATEMENTS:
                raise Unfit(plan, "has more slots than a list can hold", "settings", "slots")
            if start is not None:
                _asked_by(plan, "start", start, before)
        case turns.Settings(order=order, of=of):
            _check_lines(plan, "phases", *(each.title for each in settings.phases))
            _check_lines(plan, "phases", *(each.prompt for each in settings.phases))
            wrong = settings.fault()
            if wrong is not None:
                raise Unfit(plan, wrong, "settings", "type")
            if order == "widest" and of is None:
                raise Unfit(plan, "must say whose spread it follows", "settings", "order")
            if of is not None and _asked_by(plan, "of", of, before).choose:
                reason = "follows {other}, which is not a ranking"
                raise Unfit(plan, reason, "settings", "of", other=of)
        case collect.Settings(lanes=lanes):
            if not 1 <= len(lanes) <= MOST_LANES:
                raise Unfit(plan, "needs one to five lanes", "settings", "lanes")
            if len({lane.id for lane in lanes}) != len(lanes):
                raise Unfit(plan, "has two lanes of one id", "settings", "lanes")
            _check_lanes(plan, lanes)
        case gate.Settings():
            _check_gate(plan, settings)
        case form.Settings():
            _check_form(plan, settings, before)
        case commit.Settings():
            pass


def _check_lanes(plan: StepPlan, lanes: tuple[Lane, ...]) -> None:
    for at, lane in enumerate(lanes):
        if not is_id(lane.id):
            reason = "has a lane whose id is not of letters, digits and dashes, up to 40 of them"
            raise Unfit(plan, reason, "settings", "lanes", at)
        titled = 0 < len(lane.title.strip()) <= TITLE_LENGTH
        if not titled or len(lane.hint) > PROMPT_LENGTH:
            reason = "has a lane without a title, or with words that are too long"
            raise Unfit(plan, reason, "settings", "lanes", at)
        if lane.joins_two and lane.about_one:
            raise Unfit(plan, "has a lane about one item and about two", "settings", "lanes", at)
        if (lane.joins_two or lane.about_one) and plan.items.take == "none":
            raise Unfit(plan, "has a lane about items, and takes none", "settings", "lanes", at)
        if lane.about_one and lane.may_be_empty:
            reason = "has a lane about each item that may be empty for all"
            raise Unfit(plan, reason, "settings", "lanes", at)
        if lane.once_per_agency and not lane.signed:
            reason = "has a lane of one note for each agency that hides the agency"
            raise Unfit(plan, reason, "settings", "lanes", at)


def _check_lines(plan: StepPlan, field: str, *lines: str) -> None:
    if any(len(line) > STATEMENT_LENGTH for line in lines):
        reason = f"has a line of more than {STATEMENT_LENGTH} characters"
        raise Unfit(plan, reason, "settings", field)


def _check_gate(plan: StepPlan, asked: gate.Settings) -> None:
    if not asked.notice and not (asked.title.strip() and asked.text.strip()):
        raise Unfit(plan, "needs a notice, or a title and a text of its own", "settings", "notice")
    if len(asked.text) > NOTICE_LENGTH:
        raise Unfit(plan, f"has a text of more than {NOTICE_LENGTH} letters", "settings", "text")
    if len(asked.checks) > MOST_CHECKS:
        raise Unfit(plan, f"has more than {MOST_CHECKS} sentences to tick", "settings", "checks")
    if not all(sentence.strip() for sentence in asked.checks):
        raise Unfit(plan, "has a sentence to tick without words", "settings", "checks")
    _check_lines(plan, "checks", asked.title, asked.version, *asked.checks)


def _check_form(plan: StepPlan, sheet: form.Settings, before: Before) -> None:
    if not 1 <= len(sheet.fields) <= MOST_FIELDS:
        raise Unfit(plan, f"needs one to {MOST_FIELDS} fields", "settings", "fields")
    if len({field.id for field in sheet.fields}) != len(sheet.fields):
        raise Unfit(plan, "has two fields of one id", "settings", "fields")
    for at, field in enumerate(sheet.fields):
        _check_lines(plan, "fields", field.hint, *field.choices)
        wrong = _field_fault(field)
        if wrong is not None:
            raise Unfit(plan, wrong, "settings", "fields", at)
    like = before.get(sheet.like) if sheet.like else None
    if sheet.like and (like is None or not isinstance(like.settings, form.Settings)):
        reason = "refers to {other}, not a form before it"
        raise Unfit(plan, reason, "settings", "like", other=sheet.like)
    known = set()
    if like is not None and isinstance(like.settings, form.Settings):
        known = {field.id for field in like.settings.fields}
    for at, field in enumerate(sheet.fields):
        if not set(field.takes) <= known:
            reason = "takes words from a field that the form before it does not have"
            raise Unfit(plan, reason, "settings", "fields", at)


def _field_fault(field: form.Field) -> str | None:
    """Return what is wrong with a field by itself."""
    if not is_id(field.id):
        return "has a field whose id is not of letters, digits and dashes, up to 40 of them"
    if not field.label.strip() or len(field.label) > TITLE_LENGTH:
        return f"has a field whose label is not of one to {TITLE_LENGTH} characters"
    if (field.kind == "choice") != bool(field.choices):
        return "needs choices for a choice, and only for one"
    if not 0 <= field.most <= (STATEMENT_LENGTH if field.kind == "line" else form.WORDS_LENGTH):
        return "takes more characters than a field of its kind can hold"
    answers = form.YES_NO if field.kind == "yes_no" else field.choices
    if field.why_if and field.why_if not in answers:
        return "asks for a reason for an answer that nobody can give"
    return None


def _judge(plan: StepPlan, field: str, earlier: StepId, before: Before) -> judge.Settings:
    found = before.get(earlier)
    if found is None or not isinstance(found.settings, judge.Settings):
        reason = "refers to {other}, not a judge step before it"
        raise Unfit(plan, reason, "settings", field, other=earlier)
    return found.settings


def _asked_by(plan: StepPlan, field: str, earlier: StepId, before: Before) -> judge.Settings:
    """Return an earlier question that was asked about every item of this step."""
    settings = _judge(plan, field, earlier, before)
    asked = _origin(before[earlier].items, before)
    source = _origin(plan.items, before)
    while source != asked:
        if source.step is None:
            reason = "has items that {other} does not ask about"
            raise Unfit(plan, reason, "settings", field, other=earlier)
        source = _origin(before[source.step].items, before)
    return settings


def _form(asked: judge.Settings) -> tuple[object, ...]:
    return asked.ask, asked.choose, asked.shape


def _origin(source: Source, before: Before) -> Source:
    """Follow steps that pass on all their items to where those were listed, chosen or left."""
    while source.step is not None and source.take == "all":
        source = before[source.step].items
    return source


def _check_passes(
    plan: StepPlan, asked: judge.Settings, again: StepId | None, before: Before
) -> None:
    passes = 1
    while again is not None:
        settings = _judge(plan, "again", again, before)
        if _form(settings) != _form(asked):
            reason = "asks something else than {other} before it"
            raise Unfit(plan, reason, "settings", "again", other=again)
        passes += 1
        if passes > MOST_PASSES:
            raise Unfit(plan, f"would be pass {passes}; three are the most", "settings", "again")
        again = settings.again
