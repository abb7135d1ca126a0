"""Copies for people who ask for their record: grounds are proposed, and a person decides."""

from starlette.routing import BaseRoute, Route

from server.disclosure import files, pages

ROUTES: list[BaseRoute] = [
    Route("/r/{code}/disclose", pages.page),
    Route("/r/{code}/disclose", pages.decide, methods=["POST"]),
    Route("/r/{code}/disclosed/{copy}", pages.made),
    Route("/r/{code}/disclosed/{copy}/copy.{kind}", files.take),
]
