# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which files are read as a document, and the line that refuses the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from baken.documents import read_source
from baken.documents.document import read_document
from baken.model.errors import InputError


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("leeg.docx", b"", "is empty"),
        ("leeg.txt", b" \n\n", "is empty"),
        ("nota.txt", b"\x00\x01\x02\xff" * 50, "not a text file"),
        ("nota.txt", "\u200b - ".encode(), "holds no words"),
        ("nota.doc", b"x", "save it as .docx"),
        ("nota.ppt", b"x", "save it as .pptx"),
        ("nota.rtf", b"x", "save it as .docx"),
        ("nota.xlsx", b"x", "cannot be read as a document"),
        ("nota", b"x", "files without an ending"),
        ("nota.pdf", b"tekst", "not a PDF"),
        ("nota.pdf", b"%PDF-1.7\nkapot", "not a PDF, or it is damaged"),
        ("nota.odt", b"tekst", "not an OpenDocument text"),
    ],
)
def test_what_is_refused_in_one_line(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=why) as caught:
        read_document(path)
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def test_files_that_are_not_there_or_no_files(tmp_path: Path) -> None:
    for name in ("nota.docx", "nota.doc", "nota.txt"):
        with pytest.raises(InputError, match="there is no such file"):
            read_document(tmp_path / name)
    (tmp_path / "map.pdf").mkdir()
    with pytest.raises(InputError, match="a folder"):
        read_document(tmp_path / "map.pdf")
    os.mkfifo(tmp_path / "pijp.txt")
    with pytest.raises(InputError, match="a pipe"):
        read_document(tmp_path / "pijp.txt")
    with pytest.raises(InputError, match="cannot be read"):
        read_document(tmp_path / ("x" * 300 + ".txt"))
    with pytest.raises(InputError, match="cannot be read"):
        read_document(Path("a\0b.txt"))


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_source, "LARGEST_DOCUMENT", 10)
    (tmp_path / "nota.txt").write_bytes(b"a" * 11)
    with pytest.raises(InputError, match="larger than"):
        read_document(tmp_path / "nota.txt")
