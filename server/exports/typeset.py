"""Sets one PDF, in a process of its own: `python -I typeset.py TEMPLATE FACES < JSON > PDF`.

typst keeps what it has worked out for as long as its process lives, which for a large record are
hundreds of megabytes each time. So each PDF has a process, with which its memory goes, and which
lets rooms go first. Nothing of ours is imported here: it starts in a twentieth of a second.
"""

import os
import sys
from pathlib import Path

import typst

# How far behind the server on the same core.
NICE = 5


def main() -> None:
    """Read what to set from standard input and write the PDF to standard output.

    A document that holds what PDF/UA forbids comes out tagged all the same, but claims nothing.
    """
    if hasattr(os, "nice"):
        os.nice(NICE)
    template, faces = (Path(each) for each in sys.argv[1:])
    compiler = typst.Compiler(input=template, font_paths=[faces])
    inputs = {"said": sys.stdin.buffer.read().decode()}
    try:
        made = compiler.compile(format="pdf", pdf_standards=["ua-1"], sys_inputs=inputs)
    except typst.TypstError:
        made = compiler.compile(format="pdf", sys_inputs=inputs)
    if not isinstance(made, bytes):
        raise TypeError("typst gives one file")
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
