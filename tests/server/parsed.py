"""A page as a test reads it: its elements by id, its words, and what it must not hold."""

from html.parser import HTMLParser

VOID = frozenset({"input", "meta", "link", "br", "hr", "img", "path", "circle", "rect", "use"})


class Page(HTMLParser):
    """A parsed page. `elements` are (tag, attributes) in order; `text` is all that can be read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.title = ""
        self._words: list[str] = []
        self._open: list[str] = []
        self.feed(html)

    @property
    def text(self) -> str:
        """The words of the page, in one line."""
        return " ".join(" ".join(self._words).split())

    def by_id(self, element_id: str) -> dict[str, str]:
        """Return an element's attributes."""
        return next(attrs for _, attrs in self.elements if attrs.get("id") == element_id)

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """Return the attributes of every element with this tag and these attributes."""
        return [
            attrs
            for name, attrs in self.elements
            if name == tag and wanted.items() <= attrs.items()
        ]

    def checked(self, name: str) -> list[str]:
        """Return the values that are chosen in a group of radio buttons or checkboxes."""
        return [attrs["value"] for attrs in self.all("input", name=name) if "checked" in attrs]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "title" in self._open:
            self.title += data
        elif not {"script", "style"} & set(self._open):
            self._words.append(data)
