# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Filters of the templates of the desk."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

from baken.model.text import Text

register = template.Library()


@register.filter
def said(text: Text) -> str:
    """A text in the language of the page."""
    return text.in_(get_language() or "nl")
