# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A plan with actions and a report on it, made through the pages, for the tests of the papers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import docx
from django.test import Client
from docx.oxml.ns import qn

ROOT = "/werk/register/"
TRUE = "De wijkteams werken samen met de woningcorporaties."
FALSE = "In 2021 werden er 4,9 winkeldiefstallen per 1.000 inwoners geregistreerd."


def made(browser: Client, slug: str, **values: str) -> str:
    """Make a record through its form; its id."""
    answer = browser.post(f"{ROOT}{slug}/nieuw/", values)
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"].rstrip("/").rpartition("/")[2]


def changed(browser: Client, slug: str, key: str, **values: str) -> int:
    """Change a record through its form; what was answered."""
    return browser.post(f"{ROOT}{slug}/{key}/wijzigen/", {"why": "beter", **values}).status_code


def stepped(browser: Client, slug: str, key: str, name: str) -> tuple[int, str]:
    """Take a step with a reason; what was answered."""
    answer = browser.post(f"{ROOT}{slug}/{key}/stap/{name}/", {"why": "volgens afspraak"})
    return answer.status_code, answer.content.decode()


def page(browser: Client, address: str) -> str:
    """A page that must be there."""
    answer = browser.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    text: str = answer.content.decode()
    assert "INVALID" not in text
    return text


def words_in(data: bytes) -> str:
    """All words of a Word file, tables included."""
    return "\n".join(_words(docx.Document(io.BytesIO(data))))


def _words(file: Any) -> Iterator[str]:
    for paragraph in file.paragraphs:
        # Places to fill in and points to decide are controls, which hold their words one level deeper.
        yield "".join(one.text or "" for one in paragraph._p.iter(qn("w:t")))
    for table in file.tables:
        for row in table.rows:
            yield " | ".join(cell.text for cell in row.cells)


@dataclass(frozen=True, kw_only=True)
class Written:
    """The ids of what was made."""

    programme: str
    plan: str
    theme: str
    party: str
    goal: str
    actions: tuple[str, ...]
    report: str = ""
    document: str = ""

    def file(self, browser: Client) -> bytes:
        """The Word file of the report."""
        answer = browser.get(f"/werk/stuk/{self.document}/stuk/word/")
        assert answer.status_code == 200
        data: bytes = answer.content
        return data


def plan_with_actions(adviser: Client) -> Written:
    """A programme with one goal, a plan with three actions: one done, one under way, one not begun."""
    programme = made(
        adviser,
        "documenten",
        kind="programme",
        title="MJP 2027-2030",
        held="held",
        visibility="council",
        start="2027-01-01",
        end="2030-12-31",
    )
    plan = made(
        adviser,
        "documenten",
        kind="implementation-plan",
        title="Uitvoeringsplan 2027",
        held="held",
        visibility="internal",
        start="2027-01-01",
        end="2027-12-31",
    )
    made(adviser, "relaties", source=plan, relation="implements", target=programme)
    theme = made(
        adviser,
        "themas",
        code="ondermijning",
        name="Ondermijning",
        kind="theme",
        portfolio_holder="burgemeester",
    )
    goal = made(
        adviser,
        "doelen",
        document=programme,
        theme=theme,
        kind="improve",
        title="Weerbare winkels",
        not_measurable="nog geen telling",
    )
    party = made(adviser, "partijen", name="THOR", kind="department")
    common = {"plan": plan, "goal": goal, "theme": theme, "lead": party, "what": "Controleren"}
    first = made(
        adviser,
        "acties",
        title="Winkels bezoeken",
        end_words="Q2 2027",
        end="2027-06-30",
        effect="minder diefstal",
        indicator="winkeldiefstal",
        **common,
    )
    second = made(adviser, "acties", title="Panden sluiten", monitoring="jaarlijkse telling", **common)
    third = made(adviser, "acties", title="Gesprekken voeren", **common)
    for step in ("begin", "finish"):
        assert stepped(adviser, "acties", first, step)[0] == 302
    assert stepped(adviser, "acties", second, "begin")[0] == 302
    return Written(
        programme=programme, plan=plan, theme=theme, party=party, goal=goal, actions=(first, second, third)
    )


def report_on(adviser: Client, held: Written, kind: str = "progress", **values: str) -> Written:
    """A report on the plan that is being written."""
    name = "progress-report" if kind == "progress" else "other"
    document = made(
        adviser,
        "documenten",
        kind=name,
        title="Voortgangsrapportage voorjaar 2027",
        held="held",
        visibility="council",
    )
    report = made(
        adviser,
        "rapportages",
        kind=kind,
        document=document,
        plan=held.plan,
        start="2027-01-01",
        end="2027-06-30",
        **values,
    )
    told = {name: getattr(held, name) for name in ("programme", "plan", "theme", "party", "goal", "actions")}
    return Written(**told, report=report, document=document)
