# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a person does at the desk, in a browser."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

REGISTER = "/werk/register/"


class Desk:
    """A page of the desk. Each page that is opened is checked for accessibility and for its width."""

    def __init__(self, page: Page, address: str) -> None:
        """Take a browser's page and where the desk is."""
        self.page, self.address = page, address

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
        """No violation of WCAG 2.2 AA, and nothing wider than the screen."""
        found = Axe().run(self.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        wrong = [
            (one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found.response["violations"]
        ]
        assert not wrong, (self.page.url, wrong)
        assert self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), self.page.url

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

    def fill(self, values: dict[str, str]) -> None:
        """Fill in a form by the names of its fields."""
        for name, value in values.items():
            field = self.page.locator(f"form.record-form [name='{name}']")
            kind = field.evaluate("one => one.tagName + (one.type === 'checkbox' ? ':box' : '')")
            if kind == "SELECT":
                field.select_option(value)
            elif kind.endswith(":box"):
                field.check()
            else:
                field.fill(value)

    def step(self, register: str, key: str, name: str, why: str = "volgens de stukken") -> bool:
        """Take a step with a reason; whether it was taken."""
        self.open(f"{REGISTER}{register}/{key}/")
        self.page.click(f"a[href$='/stap/{name}/']")
        self.check()
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
