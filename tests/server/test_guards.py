"""What stands before every route."""

from collections.abc import AsyncIterator

import httpx
import pytest

from consensus.refusal import Code, Refusal
from server.words import FALLBACK, Words


@pytest.mark.parametrize("path", ["/", "/start", "/nowhere", "/static/app/app.css", "/healthz"])
async def test_every_answer_keeps_pages_to_themselves(site: str, path: str) -> None:
    async with httpx.AsyncClient(base_url=site) as browser:
        answer = await browser.get(path)

    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_a_form_from_another_site_is_refused(site: str) -> None:
    async with httpx.AsyncClient(base_url=site) as browser:
        answer = await browser.post("/", headers={"origin": "https://elsewhere.example"})

    assert answer.status_code == 403
    assert Words(FALLBACK).sentence(Refusal(Code.FOREIGN_ORIGIN)) in answer.text.replace(
        "&#39;", "’"
    )


async def test_a_form_from_this_site_passes(site: str) -> None:
    async with httpx.AsyncClient(base_url=site) as browser:
        answer = await browser.post("/", headers={"origin": site}, data={"code": "x"})

    assert answer.status_code == 400


async def test_a_body_larger_than_any_form_is_refused_unread(site: str) -> None:
    async with httpx.AsyncClient(base_url=site) as browser:
        answer = await browser.post("/start", data={"own": "x" * 5_000_000})

    assert answer.status_code == 413


async def test_a_body_of_unknown_length_is_refused(site: str) -> None:
    async def endless() -> AsyncIterator[bytes]:
        yield b"x"

    async with httpx.AsyncClient(base_url=site) as browser:
        answer = await browser.post("/start", content=endless())

    assert answer.status_code == 413


async def test_an_address_with_nothing_at_it_says_so(site: str) -> None:
    async with httpx.AsyncClient(base_url=site) as browser:
        answer = await browser.get("/no/such/page")

    assert answer.status_code == 404
    assert Words(FALLBACK).sentence(Refusal(Code.NO_SUCH_PAGE)) in answer.text
