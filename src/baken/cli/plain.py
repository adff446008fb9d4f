# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Commands whose parameters are handed on as the words that were typed.

All our parameters are texts, lists of texts or flags; what a text means (a date, a port, an area) is read by
``options``, which can say in one line what is wrong. Typer would load pydantic to turn texts into texts,
which takes 0.3 s of the 0.8 s that a small command may take.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from typer.core import TyperCommand, TyperGroup


class PlainCommand(TyperCommand):
    """A command that does no conversion."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 - typer keeps the type to itself
        """The parameters, ``--help`` included."""
        return _keeping_words(super().get_params(ctx))


class PlainGroup(TyperGroup):
    """A group of commands that does no conversion."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 - typer keeps the type to itself
        """The parameters, ``--help`` included."""
        return _keeping_words(super().get_params(ctx))


def _keeping_words(params: list[Any]) -> list[Any]:
    for param in params:
        if not isinstance(param.process_value, partial):
            param.process_value = partial(_as_given, param, param.process_value)
    return params


def _as_given(param: Any, slow: Callable[[Any, Any], Any], context: Any, value: Any) -> Any:  # noqa: ANN401
    """What was typed; typer's own way only where something is missing, to say so in its words."""
    empty = value is None or value in ((), [])
    if empty and param.required:
        return slow(context, value)
    if param.callback is not None:
        return param.callback(context, param, value)
    return value
