"""The pages before the room: each keeps what was typed in it, and marks a mistake."""

import re
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from consensus.agendas.template import Template
from consensus.refusal import Code, Refusal
from server import library
from server.demo.client import Door
from server.demo.serving import serving
from server.pages import FOLDER, write
from server.settings import Settings
from server.words import FALLBACK, Words, languages
from tests.server.parsed import Page

TEMPLATES = sorted(FOLDER.rglob("*.html"))

ROOM = {
    "template": "task-5-1-short",
    "statements": "working-together",
    "title": "Spring course",
    "purpose": "To learn",
    "name": "Robin",
    "agency": "Training",
    "voice": "on",
}


@pytest.fixture
async def browser(site: str) -> AsyncIterator[httpx.AsyncClient]:
    """A browser without scripts."""
    async with httpx.AsyncClient(base_url=site) as client:
        yield client


def words(message: str, **facts: str | int) -> str:
    return Words(FALLBACK).say(message, **facts)


def marks(page: Page, field: str, refusal: Refusal) -> bool:
    """Say whether a page shows a refusal at the top, in its title and at the field it is about."""
    sentence = Words(FALLBACK).sentence(refusal)
    [summary] = page.all("div", role="alert")
    marked = page.by_id(field)
    return (
        page.title.startswith("Problem: ")
        and page.text.count(sentence) == 2
        and "autofocus" in summary
        and summary["tabindex"] == "-1"
        and len(page.all("a", href=f"#{field}")) == 1
        and marked.get("aria-invalid", "true") == "true"
        and page.by_id(f"{field}-problem") is not None
        and f"{field}-problem" in marked.get("aria-describedby", "")
    )


# --- words --------------------------------------------------------------------------------------


def test_no_words_are_left_in_a_template() -> None:
    found = {
        template.relative_to(FOLDER).as_posix(): left
        for template in TEMPLATES
        if (left := _words_in(template))
    }

    assert found == {}


def _words_in(template: Path) -> list[str]:
    """Return what a person could read that does not come from the catalogue."""
    source = template.read_text(encoding="utf-8")
    page = Page(re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", source, flags=re.DOTALL))
    # A block or macro may hold the attributes of a tag that is written elsewhere.
    text = re.sub(r'[\w-]+="[^"]*"', "", page.text)
    spoken = ("alt", "aria-label", "placeholder", "title", "content")
    said = [
        attrs[name]
        for tag, attrs in page.elements
        for name in spoken
        if name in attrs and tag != "meta"
    ]
    return [words for words in (text, page.title, *said) if re.search(r"[^\W\d_]", words)]


@pytest.mark.parametrize("language", languages())
def test_every_message_that_a_template_names_is_in_the_catalogue(language: str) -> None:
    source = "\n".join(template.read_text(encoding="utf-8") for template in TEMPLATES)
    calls = "".join(re.findall(r"\bt\(([^,)]*)", source))
    # What goes on as something else does ("start-placing-" ~ way) is a part of a name.
    named = set(re.findall(r'(?<!~ )"([a-z0-9-]+)"(?! ~)', calls)) | set(
        re.findall(r'"(agency-[a-z-]+)"', source)
    )

    assert named - _messages(language).keys() == set()


@pytest.mark.parametrize("language", languages())
def test_no_two_messages_have_the_same_id(language: str) -> None:
    twice = {message for message, count in _messages(language).items() if count > 1}

    assert twice == set()


def _messages(language: str) -> Counter[str]:
    return Counter(re.findall(r"^([a-z][\w-]*) =", Words(language).source, re.MULTILINE))


# --- every page ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/start", "/nowhere", "/r/ZZZZ99"])
async def test_a_page_works_under_the_strictest_policy(
    browser: httpx.AsyncClient, path: str
) -> None:
    page = Page((await browser.get(path)).text)

    assert not page.all("style")
    assert not page.all("script")
    assert not any(
        name == "style" or name.startswith("on") for _, attrs in page.elements for name in attrs
    )
    assert page.by_id("main")
    assert page.title


async def test_browsers_may_say_that_a_form_is_our_own(browser: httpx.AsyncClient) -> None:
    """Under "no-referrer" they send the origin "null" with a form, which must be refused."""
    answer = await browser.get("/")

    assert answer.headers["referrer-policy"] == "same-origin"
    assert Page(answer.text).all("meta", name="referrer", content="same-origin")


# --- the front page -----------------------------------------------------------------------------


async def test_the_front_page_takes_a_code_and_leads_to_a_new_meeting(
    browser: httpx.AsyncClient,
) -> None:
    page = Page((await browser.get("/")).text)

    assert page.all("form", method="post", action="/")
    code = page.by_id("code")
    assert code["name"] == "code"
    assert (code["autocapitalize"], code["autocomplete"]) == ("characters", "off")
    assert "aria-invalid" not in code
    assert page.all("a", href="/start")
    assert not page.all("div", role="alert")


async def test_a_wrong_code_is_kept_and_marked(browser: httpx.AsyncClient) -> None:
    page = Page((await browser.post("/", data={"code": "abc 12"})).text)

    assert page.by_id("code")["value"] == "abc 12"
    assert marks(page, "code", Refusal(Code.CODE_MISTYPED, length=6))


# --- starting a meeting -------------------------------------------------------------------------


async def test_what_to_do_is_chosen_first_and_each_agenda_can_be_read(
    browser: httpx.AsyncClient,
) -> None:
    page = Page((await browser.get("/start")).text)

    for template in library.templates(FALLBACK):
        assert page.all("a", href=f"/start?template={template.id}")
        assert template.summary in page.text
        assert all(step.title in page.text for step in template.steps)


@pytest.mark.parametrize("template", library.templates(FALLBACK), ids=lambda one: one.id)
async def test_a_meeting_is_prepared_but_for_who_leads_it(
    browser: httpx.AsyncClient, template: Template
) -> None:
    page = Page((await browser.get("/start", params={"template": template.id})).text)

    assert page.by_id("title")["value"] == template.title
    assert template.purpose in page.text
    assert [page.by_id(field)["value"] for field in ("name", "agency")] == ["", ""]
    assert page.checked("statements") == ([template.statements] if template.statements else [])
    assert page.checked("voice") == ([] if template.group == "training" else ["on"])
    assert bool(page.all("input", name="focus")) is template.case
    assert not page.all("input", name="passphrase")
    form = {"template": template.id, "title": template.title, "name": "Robin", "agency": "Health"}
    form |= {"statements": template.statements} if template.statements else {}
    assert (await browser.post("/start", data=form)).status_code == 303


async def test_every_statement_can_be_read_beforehand(browser: httpx.AsyncClient) -> None:
    page = Page((await browser.get("/start", params={"template": "task-5-1"})).text)

    for found in library.statement_sets(FALLBACK):
        assert all(statement in page.text for statement in found.statements)


async def test_a_template_that_is_not_here_leads_back_to_the_choice(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.get("/start", params={"template": "mine"})

    assert answer.status_code == 400
    assert marks(Page(answer.text), "template", Refusal(Code.NO_SUCH_TEMPLATE))


async def test_everything_that_is_wrong_is_said_at_once(browser: httpx.AsyncClient) -> None:
    typed = {"title": "", "name": " ", "agency": "", "focus": "Ben Miller", "starts": "soon"}
    answer = await browser.post("/start", data={**ROOM, **typed})
    page = Page(answer.text)

    assert answer.status_code == 400
    for field, code in (
        ("title", Code.TITLE_EMPTY),
        ("focus", Code.FOCUS_LIKE_NAME),
        ("starts", Code.NO_SUCH_DATE),
        ("name", Code.NAME_EMPTY),
        ("agency", Code.AGENCY_EMPTY),
    ):
        assert marks(page, field, Refusal(code))
    assert page.by_id("focus")["value"] == "Ben Miller"
    assert len(page.all("div", role="alert")) == 1


async def test_a_refused_meeting_keeps_everything_that_was_typed(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.post("/start", data={**ROOM, "statements": "own", "own": "One\n<Two>"})
    page = Page(answer.text)

    assert page.all("input", name="template", value="task-5-1-short")
    assert page.checked("statements") == ["own"]
    assert page.checked("voice") == ["on"]
    assert "One\n&lt;Two&gt;</textarea>" in answer.text
    for field in ("title", "name", "agency"):
        assert page.by_id(field)["value"] == ROOM[field]
    assert f"{ROOM['purpose']}</textarea>" in answer.text
    assert marks(page, "own", Refusal(Code.TOO_FEW_STATEMENTS, count=2, least=3))


@pytest.mark.parametrize(
    ("typed", "field", "refusal"),
    [
        ({"title": ""}, "title", Refusal(Code.TITLE_EMPTY)),
        ({"title": "x" * 121}, "title", Refusal(Code.TEXT_TOO_LONG, most=120)),
        ({"purpose": "x" * 601}, "purpose", Refusal(Code.TEXT_TOO_LONG, most=600)),
        ({"name": " "}, "name", Refusal(Code.NAME_EMPTY)),
        ({"name": "x" * 61}, "name", Refusal(Code.NAME_TOO_LONG, most=60)),
        ({"agency": ""}, "agency", Refusal(Code.AGENCY_EMPTY)),
        ({"agency": "x" * 61}, "agency", Refusal(Code.AGENCY_TOO_LONG, most=60)),
        ({"template": "mine"}, "template", Refusal(Code.NO_SUCH_TEMPLATE)),
        (
            {"statements": "own", "own": "A\nB\nb"},
            "own",
            Refusal(Code.SAME_STATEMENT_TWICE, first=2, second=3),
        ),
    ],
)
async def test_a_mistake_in_a_new_meeting_is_marked_where_it_is(
    browser: httpx.AsyncClient, typed: dict[str, str], field: str, refusal: Refusal
) -> None:
    answer = await browser.post("/start", data={**ROOM, **typed})

    assert answer.status_code == 400
    assert marks(Page(answer.text), field, refusal)


async def test_a_file_that_is_not_text_is_marked_at_the_file(browser: httpx.AsyncClient) -> None:
    answer = await browser.post(
        "/start", data={**ROOM, "statements": "own"}, files={"file": ("list.txt", b"\x00\x01")}
    )
    page = Page(answer.text)

    assert marks(page, "file", Refusal(Code.NOT_A_TEXT_FILE))
    assert words("start-file-again") in page.text


async def test_a_passphrase_is_asked_for_where_there_is_one_and_never_shown_again(
    tmp_path: Path,
) -> None:
    settings = Settings(data=tmp_path, port=0, passphrase="open sesame")
    async with (
        serving(settings) as (_, site),
        httpx.AsyncClient(base_url=site) as browser,
    ):
        answer = await browser.post("/start", data={**ROOM, "passphrase": "open says me"})

    page = Page(answer.text)
    assert marks(page, "passphrase", Refusal(Code.WRONG_PASSPHRASE))
    assert page.by_id("passphrase")["value"] == ""
    assert "open says me" not in answer.text


# --- joining ------------------------------------------------------------------------------------


async def test_joining_asks_for_two_things_and_says_who_will_see_them(
    browser: httpx.AsyncClient, door: Door
) -> None:
    code, _ = await door.open_room(**ROOM)

    page = Page((await browser.get(f"/r/{code}")).text)

    assert page.all("form", method="post", action=f"/r/{code}/join")
    assert [attrs["name"] for attrs in page.all("input", type="text")] == ["name", "agency"]
    assert {attrs["name"] for attrs in page.all("input", type="radio")} == {"as", "attends"}
    assert "open" not in page.all("details")[0]  # most people never unfold it
    assert page.by_id("agency")["list"] == "agencies"
    assert words("agency-social-care") in {option["value"] for option in page.all("option")}
    assert "Spring course" in page.text
    assert words("join-seen") in page.text


async def test_a_refused_newcomer_keeps_both_and_sees_which_one_it_is(
    browser: httpx.AsyncClient, door: Door
) -> None:
    code, _ = await door.open_room(**ROOM)

    answer = await browser.post(f"/r/{code}/join", data={"name": "Robin", "agency": "Training"})
    page = Page(answer.text)

    assert page.by_id("name")["value"] == "Robin"
    assert page.by_id("agency")["value"] == "Training"
    assert marks(page, "name", Refusal(Code.NAME_TAKEN, name="Robin"))


# --- refused ------------------------------------------------------------------------------------


def test_a_refusal_with_a_page_of_its_own_says_what_and_shows_the_way_home() -> None:
    refusal = Refusal(Code.FOREIGN_ORIGIN)

    page = Page(write("refused.html", Words(FALLBACK), "build", refusal=refusal))

    assert Words(FALLBACK).sentence(refusal) in page.text
    assert "foreign_origin" in page.text
    assert page.all("a", href="/")
    assert page.title.startswith("Problem: ")
