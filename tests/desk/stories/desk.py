# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a person does at the desk, in a browser."""

from __future__ import annotations

from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page

from .kinds import kind_of

REGISTER = "/werk/register/"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
LOOK = """() => ({
  fits: document.documentElement.scrollWidth <= window.innerWidth,
  width: window.innerWidth,
  language: document.documentElement.lang,
  parts: [...document.querySelectorAll('main section, main [role], main form')].map(
    one => one.getAttribute('aria-labelledby') ?? one.getAttribute('role') ?? one.className),
})"""


class Desk:
    """A page of the desk. Each that is opened is held to its width, and each kind of page to accessibility.

    ``checked`` holds the kinds that were looked at before: their address without the record, how wide the
    screen is, the language, and whether there is an alert. A page that is no register is another kind with
    other parts. So a list is looked at once, whoever opens it.
    """

    def __init__(self, page: Page, address: str, checked: set[tuple[object, ...]]) -> None:
        """Take a browser's page and where the desk is."""
        self.page, self.address, self.checked = page, address, checked

    def sign_in(self, account: str) -> None:
        """Choose an account of the demonstration."""
        self.page.goto(f"{self.address}/werk/aanmelden/")
        self.page.click(f"button[value='{account}']")
        self.page.wait_for_url(f"{self.address}/werk/")

    def open(self, path: str) -> str:
        """Open a page, look whether anybody can use it, and give its words."""
        answer = self.page.goto(f"{self.address}{path}")
        assert answer is not None
        assert answer.status == 200, (path, answer.status)
        self.check()
        return self.words

    @property
    def words(self) -> str:
        """What the page says."""
        return self.page.inner_text("main")

    def check(self) -> None:
        """Nothing wider than the screen, and no violation of WCAG 2.2 AA or of axe's best practices."""
        seen = self.page.evaluate(LOOK)
        assert seen["fits"], self.page.url
        path = kind_of(urlsplit(self.page.url).path)
        parts = {one for one in seen["parts"] if one == "alert" or not path.startswith(REGISTER)}
        kind = (path, seen["width"], seen["language"], *sorted(parts))
        if kind in self.checked:
            return
        self.checked.add(kind)
        self.page.evaluate(AXE_SCRIPT)
        found = self.page.evaluate("options => axe.run(options)", AXE)["violations"]
        wrong = [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found]
        assert not wrong, (self.page.url, wrong)

    def add(self, register: str, **values: str) -> str:
        """Add a record through its form; its id."""
        self.open(f"{REGISTER}{register}/nieuw/")
        self.fill(values)
        self.save()
        path = self.page.url.removeprefix(self.address)
        assert not path.endswith("/nieuw/"), self.words
        self.check()
        return path.rstrip("/").rpartition("/")[2]

    def save(self) -> None:
        """Press the button of the form, and wait for what the desk answers."""
        with self.page.expect_navigation():
            self.page.click("form.record-form button.primary")

    def press(self, selector: str) -> str:
        """Press something that leads to another page, and look whether anybody can use that; its words."""
        with self.page.expect_navigation():
            self.page.click(selector)
        self.check()
        return self.words

    def fill(self, values: dict[str, str]) -> None:
        """Fill in a form by the names of its fields."""
        for name, value in values.items():
            found = self.page.locator(f"form.record-form [name='{name}']")
            kind = found.first.evaluate("one => one.tagName + (one.type === 'checkbox' ? ':box' : '')")
            if kind == "SELECT":
                found.select_option(value)
            elif kind.endswith(":box"):
                (found if value == "on" else found.and_(self.page.locator(f"[value='{value}']"))).check()
            else:
                found.fill(value)

    def step(self, register: str, key: str, name: str, why: str = "volgens de stukken") -> bool:
        """Take a step with a reason; whether it was taken."""
        self.open(f"{REGISTER}{register}/{key}/")
        self.press(f"a[href$='/stap/{name}/']")
        self.page.fill("[name='why']", why)
        self.save()
        return not self.page.url.endswith(f"/stap/{name}/")

    def refused(self, register: str, **values: str) -> str:
        """Try to add a record that is refused; what the page says."""
        self.open(f"{REGISTER}{register}/nieuw/")
        self.fill(values)
        self.save()
        assert self.page.url.endswith("/nieuw/"), self.page.url
        self.check()
        return self.words

    def change(self, register: str, key: str, **values: str) -> str:
        """Change a record through its form; what the page after it says."""
        self.open(f"{REGISTER}{register}/{key}/wijzigen/")
        self.fill({"why": "volgens de stukken", **values})
        self.save()
        self.check()
        return self.words

    def find(self, register: str, words: str) -> str:
        """The id of the first record that a search finds."""
        self.open(f"{REGISTER}{register}/?q={words}")
        link = self.page.locator("tbody th a").first
        return (link.get_attribute("href") or "").rstrip("/").rpartition("/")[2]
