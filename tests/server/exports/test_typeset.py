"""A document with what PDF/UA forbids comes out all the same: tagged, and claiming nothing."""

import io
import json
import subprocess
import sys

import pikepdf
import pytest

from server.exports import faces, pdf

SAID = {
    "language": "en",
    "right_to_left": False,
    "title": "T",
    "head": [],
    "facts": [],
    "blocks": [],
    "pages": ["", " of ", ""],
    "families": list(faces.FAMILIES),
    "goes_over": "",
}


@pytest.mark.parametrize(("drawn", "claims"), [("plain", "1"), ("\u0378", None)])
def test_it_claims_to_be_accessible_only_where_it_is(drawn: str, claims: str | None) -> None:
    done = subprocess.run(
        [sys.executable, "-I", pdf.TYPESET, pdf.RECORD, faces.FOLDER],
        input=json.dumps({**SAID, "head": [drawn]}).encode(),
        capture_output=True,
        check=True,
    )

    with pikepdf.open(io.BytesIO(done.stdout)) as file, file.open_metadata() as said:
        assert said.get("pdfuaid:part") == claims
        assert "/StructTreeRoot" in file.Root
