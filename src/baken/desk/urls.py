# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the desk, before those of the public site."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from baken.desk import participation_steps
from baken.desk.assets import asset
from baken.desk.editions import views as editions
from baken.desk.papers import beside, correcting, showing, thresholds
from baken.desk.views import (
    account,
    board,
    calendar,
    document,
    editing,
    history,
    home,
    law,
    listing,
    method,
    method_queue,
    method_tasks,
    minutes,
    neighbourhood,
    neighbourhood_statement,
    participation,
    powers,
    powers_measure,
    provider,
    publish_cycle,
    record,
    regional,
    second_factor,
    sheet,
    signing_in,
    steps,
    texts,
    theme,
    trail,
    tree,
)
from baken.web.urls import handler400, handler404
from baken.web.urls import urlpatterns as public

# Imported for what they add to pages and steps of records.
ADDING = (beside, document, neighbourhood_statement, participation_steps, powers_measure, theme)

REGISTERS = [
    path("<slug:slug>/", listing.listing, name="listing"),
    path("<slug:slug>/nieuw/", editing.add, name="add"),
    path("<slug:slug>/<slug:key>/", record.show, name="record"),
    path("<slug:slug>/<slug:key>/wijzigen/", editing.edit, name="edit"),
    path("<slug:slug>/<slug:key>/intrekken/", editing.withdraw, name="withdraw"),
    path("<slug:slug>/<slug:key>/geschiedenis/", history.history, name="history"),
    path("<slug:slug>/<slug:key>/stap/<slug:name>/", steps.step, name="step"),
]
WAY_IN = [
    path("aanmelden/", signing_in.sign_in, name="sign-in"),
    path("aanmelden/demonstratie/", signing_in.demo_sign_in, name="demo-sign-in"),
    path("afmelden/", signing_in.sign_out, name="sign-out"),
    *provider.PAGES,
    *second_factor.PAGES,
    path("taal/", home.language, name="language"),
    path("bestand/<str:name>", asset, name="desk-asset"),
]
PAGES = [
    path("", home.home, name="desk"),
    path("deel/<slug:group>/", home.part, name="part"),
    path("stemming/<slug:key>/", minutes.votes, name="votes"),
    path("acties/", board.show, name="board"),
    path("acties/download/", sheet.download, name="actions-download"),
    path("acties/overnemen/", sheet.upload, name="actions-upload"),
    path("doelenboom/", tree.show, name="tree"),
    path("wie-beslist/", law.show, name="law"),
    path("kalender/", calendar.show, name="calendar"),
    path("kalender/cyclus/<slug:key>/", calendar.begin, name="begin-cycle"),
]
# Further pages stand before the registers, whose addresses are general.
desk: list[URLPattern | URLResolver] = [
    *WAY_IN,
    *PAGES,
    *participation.PAGES,
    *publish_cycle.PAGES,
    *editions.PAGES,
    *neighbourhood.PAGES,
    *powers.PAGES,
    *regional.PAGES,
    *method.PAGES,
    *method_queue.PAGES,
    *method_tasks.PAGES,
    *account.PAGES,
    *trail.PAGES,
    *showing.PAGES,
    *texts.PAGES,
    *correcting.PAGES,
    *thresholds.PAGES,
    path("register/", include(REGISTERS)),
]
urlpatterns = [path("werk/", include(desk)), *public]

__all__ = ["handler400", "handler404", "urlpatterns"]
