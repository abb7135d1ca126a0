"""Templates: ready-made agendas, statement sets and steps, as data that anyone can write."""

import re
from collections.abc import Iterable
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import fields as fields_of
from msgspec.structs import replace

from consensus.agenda import StepPlan
from consensus.agendas.checks import MOST_STEPS, Unfit, check_agenda, is_id
from consensus.agendas.shapes import check_shapes
from consensus.agendas.where import Way, line_of, lines_of
from consensus.disclosure.withholding import Guidance
from consensus.forgetting.retention import LEAST_DAYS, MOST_DAYS, Retention, wrong
from consensus.items import Item, parse_statements
from consensus.refusal import Code, Refusal
from consensus.rules import MOST_CORRECTION_DAYS, Rules
from consensus.steps import Kind, gate
from consensus.text import NOTE_LENGTH, TITLE_LENGTH

# Where a template stands among the others on the page that starts a meeting.
Group = Literal["case", "thinking", "training", "own"]

S = TypeVar("S", bound=Struct)


class Template(Struct, frozen=True, forbid_unknown_fields=True):
    """A ready-made agenda.

    `statements` names the set it suggests, where its steps start from a list; "own" is one that the
    chair brings, or that stands in `list`. A `case` template is for meetings about
    real people; `forbids` are kinds of step that have no place in it, and `rules` names the pack of
    local rules it is made for. `retention` is how long a room made from it is kept, where the rules
    are not to say that.
    """

    id: str
    title: str
    summary: str
    purpose: str
    steps: tuple[StepPlan, ...]
    statements: str = ""
    list: tuple[str, ...] = ()
    case: bool = False
    forbids: tuple[Kind, ...] = ()
    rules: str = "plain"
    group: Group = "own"
    retention: Retention | None = None

    @property
    def minutes(self) -> int:
        """The planned length of the whole agenda."""
        return sum(step.minutes for step in self.steps)


class StatementSet(Struct, frozen=True, forbid_unknown_fields=True):
    """A ready-made list of statements."""

    id: str
    title: str
    statements: tuple[str, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """The statements as items."""
        return parse_statements("\n".join(self.statements))


class ReadyStep(Struct, frozen=True, forbid_unknown_fields=True):
    """A step that a chair may add to any agenda, and when to: `summary`."""

    id: str
    summary: str
    step: StepPlan


class TemplateError(ValueError):
    """A file that cannot work: the `line` (from 1) and the `reason`, for its author."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(f"line {line}: {reason}")
        self.reason = reason
        self.line = line


def read_template(fields: dict[str, Any], text: str = "") -> Template:
    """Return a checked template from parsed TOML. `text` is the file, to name lines of it.

    Raises `TemplateError` when a field is unknown or of the wrong kind, and when a step refers to
    one that does not come before it or that cannot give it what it needs (`checks`).
    """
    template = _read(fields, Template, text)
    lines = lines_of(text)
    _check_lengths(template, lines)
    _check_list(template, lines)
    _check_retention(template.retention, lines)
    try:
        check_agenda(template.steps, template.forbids, listed=bool(template.statements))
    except Unfit as unfit:
        at = max(n for n, plan in enumerate(template.steps) if plan.id == unfit.plan.id)
        raise TemplateError(str(unfit), line_of(lines, ("steps", at, *unfit.field))) from unfit
    return template


def read_statements(fields: dict[str, Any], text: str = "") -> StatementSet:
    """Return a statement set from parsed TOML; raises `TemplateError` or `Refusal`."""
    found = _read(fields, StatementSet, text)
    parse_statements("\n".join(found.statements))
    return found


def read_step(fields: dict[str, Any], text: str = "") -> ReadyStep:
    """Return a ready-made step from parsed TOML; raises `TemplateError`.

    It stands alone: nothing in it refers to another step, and it needs no list.
    """
    found = _read(fields, ReadyStep, text)
    try:
        check_agenda((found.step,), listed=False)
    except Unfit as unfit:
        raise TemplateError(str(unfit), line_of(lines_of(text), ("step", *unfit.field))) from unfit
    return found


def read_rules(fields: dict[str, Any], text: str = "") -> Rules:
    """Return a pack of local rules from parsed TOML; raises `TemplateError`."""
    found = _read(fields, Rules, text)
    _check_retention(found.retention, lines_of(text))
    if not 0 <= found.correction_days <= MOST_CORRECTION_DAYS:
        reason = f"the record can be put right for 0 to {MOST_CORRECTION_DAYS} days"
        raise TemplateError(reason, line_of(lines_of(text), ("correction_days",)))
    return found


def _check_retention(found: Retention | None, lines: dict[Way, int]) -> None:
    if found is not None and wrong(found):
        reason = f"a room is kept for {LEAST_DAYS} to {MOST_DAYS} days, and looked at within them"
        raise TemplateError(reason, line_of(lines, ("retention",)))


def read_guidance(fields: dict[str, Any], text: str = "") -> Guidance:
    """Return what grounds for withholding rest on from TOML; raises `TemplateError`."""
    return _read(fields, Guidance, text)


def _check_lengths(template: Template, lines: dict[Way, int]) -> None:
    if not template.steps:
        raise TemplateError("there are no steps", 1)
    if len(template.steps) > MOST_STEPS:
        wrong = line_of(lines, ("steps", MOST_STEPS))
        raise TemplateError(f"there are more than {MOST_STEPS} steps", wrong)
    if not is_id(template.id):
        wrong = line_of(lines, ("id",))
        raise TemplateError("the id needs letters, digits and dashes, up to 40 of them", wrong)
    if not template.title.strip() or len(template.title) > TITLE_LENGTH:
        wrong = line_of(lines, ("title",))
        raise TemplateError(f"the title needs {TITLE_LENGTH} characters or fewer", wrong)
    if len(template.purpose) > NOTE_LENGTH:
        wrong = line_of(lines, ("purpose",))
        raise TemplateError(f"the purpose needs {NOTE_LENGTH} characters or fewer", wrong)


def _check_list(template: Template, lines: dict[Way, int]) -> None:
    if not template.list:
        return
    wrong = line_of(lines, ("list",))
    if template.statements != "own":
        raise TemplateError('a list of its own needs `statements = "own"`', wrong)
    try:
        items = parse_statements("\n".join(template.list))
    except Refusal as refusal:
        raise TemplateError(f"the list cannot be used ({refusal.code})", wrong) from refusal
    try:
        check_shapes(template.steps, len(items))
    except Refusal as refusal:
        places, count = refusal.facts["most"], refusal.facts["count"]
        reason = f"a shape has {places} places, and {count} statements of the list come to it"
        raise TemplateError(reason, wrong) from refusal
    if tuple(item.text for item in items) != template.list:
        raise TemplateError("each statement of the list needs a line of plain text", wrong)


# --- the rules of a place ---------------------------------------------------------------------


def resolve(plan: StepPlan, rules: Rules) -> StepPlan:
    """Return a step with the words of the notice it names, as this pack of rules has them."""
    settings = plan.settings
    if not isinstance(settings, gate.Settings) or not settings.notice:
        return plan
    notice = rules.notice(settings.notice)
    if notice is None:
        return plan
    return replace(plan, settings=gate.worded(settings, notice))


def refuse_unworded(plans: Iterable[StepPlan]) -> None:
    """Refuse a gate whose notice the room's rules do not have: nobody agrees to empty words."""
    for plan in plans:
        settings = plan.settings
        if isinstance(settings, gate.Settings) and not settings.text:
            raise Refusal(Code.NO_SUCH_NOTICE, notice=settings.notice)


# --- written down again -----------------------------------------------------------------------


def written(template: Template) -> dict[str, Any]:
    """Return a template as the fields of a TOML file, without those that say nothing.

    `read_template` makes the same template of it. The words of notices are left to the rules.
    """
    plans = tuple(_without_notice(plan) for plan in template.steps)
    found: dict[str, Any] = _plain(replace(template, steps=plans))
    return found


def _without_notice(plan: StepPlan) -> StepPlan:
    settings = plan.settings
    if not isinstance(settings, gate.Settings) or not settings.notice:
        return plan
    return replace(plan, settings=replace(settings, title="", version="", text=""))


def _plain(value: Any) -> Any:
    if isinstance(value, Struct):
        found = {"type": value.__struct_config__.tag} if value.__struct_config__.tag else {}
        for field in fields_of(value):
            own = getattr(value, field.name)
            if own is not None and own != field.default:
                found[field.encode_name] = _plain(own)
        return found
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


# --- what a file says wrongly -----------------------------------------------------------------

_AT = re.compile(r"^(?P<what>.*?)(?: - at `\$(?P<way>.*)`)?$", re.DOTALL)
_WAY = re.compile(r"\.([A-Za-z0-9_]+)|\[(\d+)\]")

# What msgspec says of a value, and what its author can do something with.
_WORDS = (
    (r"Object contains unknown field `(.*)`", r"there is no field called `\1` here"),
    (r"Object missing required field `(.*)`", r"the field `\1` is missing"),
    (r"Invalid value '(.*)'", r"`\1` is not one of the words that can stand here"),
    (r"Invalid enum value '?(.*?)'?", r"`\1` is not one of the words that can stand here"),
    (r"Expected `(.*)`, got `(.*)`", r"here stands \2, and it has to be \1"),
)
_TYPES = {
    "int": "a whole number",
    "float": "a number",
    "str": "text",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "null": "nothing",
}


def _read(fields: dict[str, Any], kind: type[S], text: str) -> S:
    try:
        return msgspec.convert(fields, kind)
    except msgspec.ValidationError as error:
        reason, way = _explained(str(error))
        raise TemplateError(reason, line_of(lines_of(text), way)) from error
    except Refusal as refusal:  # a kind of step that looks at its settings as they are made
        raise TemplateError(f"the settings do not fit together ({refusal.code})", 1) from refusal


def _explained(message: str) -> tuple[str, Way]:
    """Return why msgspec could not read a file, in plain words, and the way to the place."""
    parts = _AT.match(message)
    assert parts is not None
    what = parts["what"]
    way: Way = tuple(
        int(place) if place else key for key, place in _WAY.findall(parts["way"] or "")
    )
    for pattern, words in _WORDS:
        found = re.fullmatch(pattern, what)
        if found is not None:
            named = found[1] if "unknown" in pattern else None
            said = found.expand(words) if "Expected" not in pattern else _types(found)
            return said, (*way, named) if named else way
    return what, way


def _types(found: "re.Match[str]") -> str:
    wanted = " or ".join(_TYPES.get(one.strip(), one.strip()) for one in found[1].split("|"))
    return f"here stands {_TYPES.get(found[2], found[2])}, and it has to be {wanted}"
