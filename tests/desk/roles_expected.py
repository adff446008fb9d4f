# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What every address of the desk answers to whom, as one table that a person can read.

The pages of registers follow from the rights of their records (docs/roles.md shows these). Every other
address has an entry here; a new one without an entry fails the test.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from baken.accounts.models import Account, Record
from baken.cycle.models import Decision, Document, Report, ReportText
from baken.desk.models import EditionDraft
from baken.model.governance import Role
from baken.participation.models import Question

ALL = frozenset(Role)
CONTENTS = ALL - {Role.ADMINISTRATOR}
"""All but the administrator, who gives access and sees no contents."""
INSIDE = CONTENTS - {Role.AREA_TEAM, Role.FACILITATOR, Role.COUNCIL_MEMBER}
WRITERS = frozenset({Role.ADVISER, Role.ANALYST})
WITH_COUNCIL = INSIDE | {Role.COUNCIL_MEMBER}

SHOWN, SAVED, WRONG, GONE, REFUSED, NO_SUCH_WAY = 200, 302, 422, 404, 403, 405

OPEN = {
    "werk/aanmelden/": {"GET": {SHOWN}, "POST": {WRONG}},
    "werk/aanmelden/demonstratie/": {"GET": {NO_SUCH_WAY}, "POST": {GONE}},
    "werk/aanmelden/organisatie/": {"GET": {GONE}, "POST": {NO_SUCH_WAY}},
    "werk/aanmelden/organisatie/terug/": {"GET": {GONE}, "POST": {NO_SUCH_WAY}},
    "werk/wachtwoord/<slug:key>/<slug:token>/": {"GET": {REFUSED}, "POST": {REFUSED}},
    "werk/taal/": {"GET": {NO_SUCH_WAY}, "POST": {SAVED}},
    "werk/bestand/<str:name>": {"GET": {GONE}, "POST": {NO_SUCH_WAY}},
}
"""Everybody sees these, signed in or not. There are no others."""
FIRST_FACTOR = {
    "werk/afmelden/": {"GET": {NO_SUCH_WAY}, "POST": {SAVED}},
    "werk/tweede-factor/": {"GET": {SAVED}, "POST": {SAVED}},
    "werk/tweede-factor/instellen/": {"GET": {SHOWN}, "POST": {SHOWN, WRONG}},
}
"""Whoever signed in sees these before the second factor was shown. The first leads on where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that is no register. ``of``: the kind of the record in its address, which must be readable too.
    ``acts``: a form, or a file, that those whom it is for ask in other tests: it builds or needs an edition.
    ``only_own_district``: the address names an area, and these roles see those of their district only.

    ``get`` and ``post`` are what may be answered to whom the page is for; to others: ``refused``.
    """

    seen_by: frozenset[Role]
    of: type[Record] | None = None
    get: frozenset[int] = frozenset({SHOWN})
    post: frozenset[int] = frozenset({NO_SUCH_WAY})
    refused: int = REFUSED
    acts: bool = False
    only_own_district: frozenset[Role] | None = None
    given: dict[str, str] = field(default_factory=dict)


FORM = frozenset({SHOWN, SAVED, WRONG})
NO_PAGE = frozenset({NO_SUCH_WAY})
READERS_OF_ACTIONS = CONTENTS
PAGES: dict[str, Page] = {
    "werk/": Page(seen_by=ALL),
    "werk/deel/<slug:group>/": Page(
        seen_by=CONTENTS, get=frozenset({SAVED}), refused=GONE, given={"group": "cyclus"}
    ),
    "werk/stemming/<slug:key>/": Page(seen_by=frozenset({Role.CLERK}), of=Decision, post=FORM),
    "werk/acties/": Page(seen_by=READERS_OF_ACTIONS),
    "werk/acties/download/": Page(seen_by=READERS_OF_ACTIONS),
    "werk/acties/overnemen/": Page(seen_by=frozenset({Role.ADVISER, Role.AREA_MANAGER}), post=FORM),
    "werk/doelenboom/": Page(seen_by=WITH_COUNCIL),
    "werk/regionaal-plan/": Page(seen_by=WITH_COUNCIL),
    "werk/regionaal-plan/matrix.csv": Page(seen_by=WITH_COUNCIL),
    "werk/regionaal-plan/matrix.xlsx": Page(seen_by=WITH_COUNCIL),
    "werk/wie-beslist/": Page(seen_by=CONTENTS),
    "werk/kalender/": Page(seen_by=WITH_COUNCIL),
    "werk/kalender/cyclus/<slug:key>/": Page(
        seen_by=frozenset({Role.ADVISER}), of=Document, get=NO_PAGE, post=FORM | {REFUSED}
    ),
    # Everybody inside sees what is public; only an adviser makes it so, and never without a reason.
    "werk/openbaar/": Page(seen_by=INSIDE, post=frozenset({WRONG, REFUSED})),
    "werk/participatie/": Page(seen_by=WITH_COUNCIL),
    "werk/participatie/raadsinbreng.csv": Page(seen_by=WITH_COUNCIL),
    "werk/participatie/raadsinbreng.xlsx": Page(seen_by=WITH_COUNCIL),
    "werk/gebieden/": Page(seen_by=INSIDE | {Role.AREA_TEAM}),
    "werk/gebieden/<slug:code>/": Page(
        seen_by=INSIDE | {Role.AREA_TEAM}, refused=GONE, only_own_district=frozenset({Role.AREA_TEAM})
    ),
    "werk/bevoegdheden/": Page(seen_by=INSIDE),
    "werk/bevoegdheden/download/": Page(seen_by=INSIDE),
    "werk/werkwijzen/": Page(seen_by=WITH_COUNCIL),
    "werk/opgaven/": Page(seen_by=WITH_COUNCIL),
    "werk/wachtrij/": Page(seen_by=frozenset({Role.ANALYST, Role.ADVISER})),
    "werk/wachtrij/plannen/": Page(
        seen_by=frozenset({Role.ANALYST, Role.ADVISER}), get=NO_PAGE, post=FORM | {REFUSED}
    ),
    "werk/spoor/": Page(seen_by=frozenset({Role.PRIVACY_OFFICER, Role.ADMINISTRATOR})),
    "werk/account/": Page(seen_by=ALL),
    # People of the tests sign in elsewhere, so that they have no password to change here.
    "werk/account/wachtwoord/": Page(seen_by=frozenset(), post=FORM),
    "werk/tweede-factor/herstelcodes/": Page(seen_by=ALL, get=frozenset({SAVED}), post=FORM),
    "werk/accounts/<slug:key>/link/": Page(seen_by=frozenset({Role.ADMINISTRATOR}), of=Account, post=FORM),
    "werk/accounts/<slug:key>/tweede-factor/": Page(
        seen_by=frozenset({Role.ADMINISTRATOR}), of=Account, post=FORM
    ),
    "werk/accounts/<slug:key>/sessies/": Page(seen_by=frozenset({Role.ADMINISTRATOR}), of=Account, post=FORM),
    # A paper that is not frozen is for those inside; whoever may not see it finds no such paper.
    "werk/stuk/<slug:key>/<slug:name>/": Page(
        seen_by=INSIDE, of=Document, get=frozenset({SHOWN, GONE}), refused=GONE, given={"name": "stuk"}
    ),
    "werk/stuk/<slug:key>/<slug:name>/word/": Page(
        seen_by=INSIDE, of=Document, get=frozenset({SHOWN, GONE}), refused=GONE, given={"name": "stuk"}
    ),
    # What is frozen or withdrawn nobody signs or corrects once more.
    "werk/ondertekenen/<slug:key>/": Page(
        seen_by=WRITERS, of=ReportText, get=frozenset({SHOWN, REFUSED}), post=FORM | {REFUSED}
    ),
    "werk/correctie/<slug:key>/": Page(
        seen_by=WRITERS, of=Report, get=frozenset({SHOWN, REFUSED}), post=FORM | {REFUSED}
    ),
    "werk/drempels/": Page(seen_by=WRITERS, post=FORM),
    "werk/edities/": Page(seen_by=WRITERS, acts=True),
    "werk/edities/nieuw/": Page(seen_by=frozenset({Role.ANALYST}), acts=True),
    "werk/edities/<slug:key>/": Page(seen_by=WRITERS, of=EditionDraft, acts=True),
    "werk/edities/<slug:key>/voortgang/": Page(seen_by=WRITERS, of=EditionDraft, acts=True),
    "werk/edities/<slug:key>/bouwen/": Page(seen_by=frozenset({Role.ANALYST}), of=EditionDraft, acts=True),
    "werk/edities/<slug:key>/intrekken/": Page(seen_by=frozenset({Role.ANALYST}), of=EditionDraft, acts=True),
    "werk/edities/<slug:key>/keuze/": Page(seen_by=frozenset({Role.ANALYST}), of=EditionDraft, acts=True),
    "werk/edities/<slug:key>/publiceren/": Page(
        seen_by=frozenset({Role.ANALYST}), of=EditionDraft, acts=True
    ),
    "werk/edities/<slug:key>/inzien/": Page(seen_by=WRITERS, of=EditionDraft, acts=True),
    "werk/edities/<slug:key>/inzien/<path:name>": Page(
        seen_by=WRITERS, of=EditionDraft, acts=True, given={"name": "index.html"}
    ),
    "werk/register/raadsvragen/": Page(seen_by=WITH_COUNCIL, refused=GONE),
}
NAMED = frozenset({"/werk/participatie/", "/werk/participatie/raadsinbreng.csv"})
"""Pages that name a document which the reader cannot open: factions answered questions about it."""
LISTS = {"werk/register/raadsvragen/": Question}
"""Lists with a page of their own, which show what their register would."""
REGISTERS = frozenset(
    f"werk/register/<slug:slug>/{rest}"
    for rest in (
        "",
        "nieuw/",
        "<slug:key>/",
        "<slug:key>/wijzigen/",
        "<slug:key>/intrekken/",
        "<slug:key>/geschiedenis/",
        "<slug:key>/stap/<slug:name>/",
    )
)
