"""What people typed into the forms that work without scripts."""

from starlette.datastructures import FormData


def typed(form: FormData, field: str) -> str:
    """Return what was typed into a field of a form."""
    value = form.get(field, "")
    return value if isinstance(value, str) else ""


def kept(form: FormData, *fields: str) -> dict[str, str]:
    """Return what the person typed, so that a refusal never makes them type it again."""
    return {field: typed(form, field) for field in fields if field in form}
