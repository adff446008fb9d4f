# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What roles and bodies are called in the interface, as the governance of the country names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.functional import lazy
from django.utils.translation import get_language

from baken.catalogue.governance import load_governance
from baken.model.governance import Body, Role
from baken.model.text import Text

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


def _in_language(nl: str, en: str) -> str:
    return Text(nl, en).in_(get_language() or "nl")


_lazily = lazy(_in_language, str)


def said(text: Text) -> StrPromise:
    """A text in the language of whoever reads it, looked up as late as that is known."""
    words: StrPromise = _lazily(text.nl, text.en)  # type: ignore[assignment] # what lazy really gives
    return words


_RULES = load_governance()
ROLES = {one: said(_RULES.role(one).name) for one in Role}
BODIES = {one: said(_RULES.body(one).name) for one in Body}
