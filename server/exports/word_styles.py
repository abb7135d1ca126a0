"""How a Word document looks: its styles, its page, and what its tables are marked with."""

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.table import _Row
from docx.text.paragraph import Paragraph

from server.exports.laid_out import Layout
from server.words import Words

INK, PETROL, SOFT = RGBColor(28, 34, 48), RGBColor(11, 85, 99), RGBColor(74, 81, 99)
TINT = "E0EFF2"

# The names of styles; those that Word has already keep their names, so that it knows them.
HEAD, SMALL, NOTE, TAG = "Copy", "Kind of lines", "Change", "Kind"
LIST, TABLE = "List Bullet", "Table Grid"

# On every machine that opens Word files, with the letters of most languages.
FACE = "Arial"

# Word says a language together with its land.
_LANDS = {"en": "en-GB", "cy": "cy-GB", "ga": "ga-IE", "gd": "gd-GB"}


def dress(made: Docx, layout: Layout, words: Words) -> None:
    """Give a new document its language, its styles, and an A4 page with a numbered foot."""
    _speak(made, _LANDS.get(layout.language, layout.language))
    body = _style(made, "Normal", 10.5, INK)
    body.paragraph_format.space_after = Pt(6)
    for level, size, colour in ((1, 22, INK), (2, 14, PETROL), (3, 11.5, INK)):
        _style(made, f"Heading {level}", size, colour).font.bold = True
    for name, size, colour in ((HEAD, 10.5, INK), (SMALL, 9, PETROL), (NOTE, 9, SOFT)):
        made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _style(made, name, size, colour)
    _properties(made.styles[HEAD]).append(_shade())
    tag = made.styles.add_style(TAG, WD_STYLE_TYPE.CHARACTER)
    tag.font.size, tag.font.color.rgb = Pt(9), PETROL
    if layout.right_to_left:
        _properties(body).insert(0, OxmlElement("w:bidi"))  # Word wants them in its own order
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    _number(section.footer.paragraphs[0], words)


def as_header(row: _Row) -> None:
    """Mark a row as the header of its table, which comes again on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in row.cells:
        cell._tc.get_or_add_tcPr().append(_shade())
        cell.paragraphs[0].style = SMALL


def unbroken(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _speak(made: Docx, language: str) -> None:
    defaults = made.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    said = OxmlElement("w:lang")
    said.set(qn("w:val"), language)
    said.set(qn("w:bidi"), "ar-SA")
    defaults.append(said)


def _style(made: Docx, name: str, size: float, colour: RGBColor) -> ParagraphStyle:
    found = made.styles[name]
    if not isinstance(found, ParagraphStyle):
        raise TypeError(name)
    faces = found.element.get_or_add_rPr().get_or_add_rFonts()
    faces.attrib.clear()  # the theme's face would win
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        faces.set(qn(f"w:{script}"), FACE)
    found.font.size, found.font.color.rgb = Pt(size), colour
    return found


def _properties(style: BaseStyle) -> BaseOxmlElement:
    found: BaseOxmlElement = style.element.get_or_add_pPr()
    return found


def _shade() -> BaseOxmlElement:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), TINT)
    return shade


def _number(foot: Paragraph, words: Words) -> None:
    """Write "2 of 5" in the foot, which Word counts."""
    before, between, after = words.say("exports-page", page="\0", pages="\0").split("\0")
    foot.add_run(before)
    _field(foot, "PAGE")
    foot.add_run(between)
    _field(foot, "NUMPAGES")
    foot.add_run(after)


def _field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run, shown = OxmlElement("w:r"), OxmlElement("w:t")
    shown.text = "1"  # until Word has counted
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)
