"""What people typed into a form is read as text, and kept when it is refused."""

from starlette.datastructures import FormData, UploadFile

from server.forms import kept, typed

FORM = FormData([("name", "Ana"), ("agency", ""), ("file", UploadFile(None, filename="list.txt"))])  # type: ignore[arg-type]


def test_what_was_typed_is_text_and_nothing_else() -> None:
    assert typed(FORM, "name") == "Ana"
    assert typed(FORM, "file") == ""
    assert typed(FORM, "code") == ""


def test_only_what_the_form_held_is_kept() -> None:
    assert kept(FORM, "name", "agency", "code") == {"name": "Ana", "agency": ""}
