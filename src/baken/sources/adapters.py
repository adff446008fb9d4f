# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""From the description of a source to what asks its publisher and reads the replies."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from baken.model.errors import InputError, UsageError
from baken.sources.contract import Adapter, Ask, Parts, Sink
from baken.sources.description import SourceFile
from baken.sources.protocols.area_codes import AreaCodes
from baken.sources.protocols.features import FeatureAdapter
from baken.sources.protocols.odata3 import OData3Adapter
from baken.sources.protocols.odata4 import OData4Adapter
from baken.sources.protocols.replies import AGAIN
from baken.sources.registry import ROOT


def adapter(source: SourceFile) -> Adapter:
    """What fetches a source: the protocol whose section is filled in, or else its own ``source.py``.

    Raises:
        UsageError: the source cannot be fetched.
        InputError: its table of area codes is wrong; names file and line.

    """
    if not source.can_be_fetched:
        raise UsageError(f"'{source.id}' cannot be fetched: its source.yaml names no publisher to ask.")
    areas = AreaCodes.read(ROOT / source.id)
    if source.odata3:
        return OData3Adapter(source.odata3, areas, source.country)
    if source.odata4:
        return OData4Adapter(source.odata4, areas)
    if source.features:
        return FeatureAdapter(source.features, source.publisher)
    return cast("Adapter", import_module(f"baken.sources.{source.id}.source").adapter())


def read_parts(asked: Adapter, ask: Ask, parts: Parts, sink: Sink, source: str) -> None:
    """Read with an adapter; a period, number or code that cannot be is the fault of the reply.

    Raises:
        InputError: a reply is not what the publisher promised, or says something that cannot be.

    """
    try:
        asked.read(ask, parts, sink)
    except ValueError as error:
        said = " ".join(str(error).split())
        raise InputError(
            f"a reply says something that cannot be ({said}).", where=source, do=AGAIN
        ) from error
