# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""No edition leaves with personal data in it, unless a list says why it may."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from baken.disclosure.personal.allowed import digest_of
from baken.disclosure.personal.hits import Kind
from baken.disclosure.personal.outputs import scan_outputs
from baken.edition.build import build
from baken.edition.manifest import definitions_of
from baken.edition.personal import NAME, check_personal
from baken.model.errors import InputError, PublicationError
from baken.picture.material import Material, load_material
from edition import whole
from edition.conftest import ON

PERSON = "Anneke Kwastenveld"
PAGE = f"<main>\n<p>Mijn buurvrouw {PERSON} (72) belt.</p></main>\n"
CLEAN = b"<p>Maastricht</p>\n"


def material(folder: Path | None = None) -> Material:
    held = load_material("GM0935", ON)
    return held if folder is None else replace(held, catalogue=replace(held.catalogue, folder=folder))


def refusal(files: dict[str, bytes], folder: Path | None = None) -> str:
    with pytest.raises(PublicationError) as found:
        check_personal(files, material(folder))
    line = str(found.value)
    assert "\n" not in line
    return line


def allowed(folder: Path, text: str, own: bool = True) -> Path:
    """A catalogue with a list of what may be published, of the municipality or of the country."""
    place = folder / "municipalities" / "GM0935" if own else folder
    place.mkdir(parents=True, exist_ok=True)
    (place / NAME).write_text(text, encoding="utf-8")
    return folder


def test_a_name_on_a_page_keeps_an_edition_from_being_written(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pages(*_: object) -> Iterator[tuple[str, bytes]]:
        yield from {"index.html": CLEAN, "gebieden.html": PAGE.encode()}.items()

    monkeypatch.setattr("baken.web.render.render_site", pages)
    with pytest.raises(PublicationError) as found:
        build("GM0935", out, ON)
    line = str(found.value)
    assert "gebieden.html, line 2: name of a person (██████ ███████████" in line
    assert "Anneke" not in line
    assert "Kwastenveld" not in line
    assert not out.exists()


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("a.html", '<img alt="Foto van mevrouw Kwastenveld">', "a.html, line 1: name of a person"),
        ("a.svg", "<svg>\n<title>mevrouw A. Kwastenveld</title></svg>", "a.svg, line 2: name of a person"),
        ("a.csv", "area,note\n1,goed\n2,bel 06-12345678\n", "a.csv, line 3: telephone number"),
        ("a.csv", "melder,area\nSoetkin,BU1\n", "a.csv, line 2: name of a person"),
        ("a.json", '{\n "note": "mevrouw Kwastenv\\u00e9ld"}', "a.json, line 2: name of a person"),
        ("a.json", '{"note": "kenteken AB-123-C"}', "a.json, line 1: licence plate"),
        ("a.txt", "\nmail j.kwastenveld@post.example", "a.txt, line 2: e-mail address"),
    ],
)
def test_every_form_of_text_is_read(path: str, text: str, words: str) -> None:
    line = refusal({path: text.encode(), "index.html": CLEAN})
    assert words in line
    assert "wastenv" not in line
    assert "06-1" not in line


def test_each_person_is_said_once_with_the_first_place() -> None:
    files = {f"page-{number}.html": PAGE.encode() for number in range(9)}
    line = refusal(files)
    assert line.count("page-") == 1
    assert "page-0.html, line 2" in line
    assert "(9 times)" in line
    many = "".join(f"<p>06-1234567{number}</p>\n" for number in range(9)).encode()
    assert "and 4 more" in refusal({"a.html": many})


def test_the_digest_is_told_of_names_and_not_of_numbers() -> None:
    line = refusal({"a.html": PAGE.encode(), "b.html": b"<p>Bel 06-12345678.</p>"})
    assert line.count("digest") == 1
    assert digest_of(Kind.PHONE, "06-12345678") not in line


def test_what_is_no_text_is_refused() -> None:
    assert "a.pdf cannot be read" in refusal({"a.pdf": b"%PDF \xff\xfe"})
    check_personal({"a.css": b"\xff", "index.html": CLEAN}, material())


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("by_digest", [True, False])
def test_what_a_list_allows_may_be_published(tmp_path: Path, own: bool, by_digest: bool) -> None:
    page = {"a.html": b"<p>Aldus mevrouw Anneke Kwastenveld.</p>"}
    told = refusal(page)
    words = f"digest: {told.partition('digest ')[2][:64]}" if by_digest else f"words: {PERSON}"
    entry = (
        f"- kind: name\n  {words}\n  reason: gaf toestemming\n  author: Bureau Veiligheid\n  on: 2026-11-01\n"
    )
    folder = allowed(tmp_path / "nl", entry, own)
    check_personal(page, material(folder))
    assert "(1 times)" in refusal({**page, "b.html": b"<p>Aldus mevrouw Willemijn Soetewey.</p>"}, folder)


def test_a_list_without_a_reason_is_refused(tmp_path: Path) -> None:
    folder = allowed(tmp_path / "nl", f"- kind: name\n  words: {PERSON}\n  author: A\n  on: 2026-11-01\n")
    with pytest.raises(InputError, match="reason"):
        check_personal({"a.html": CLEAN}, material(folder))


def test_the_list_is_part_of_the_definitions(tmp_path: Path) -> None:
    folder = allowed(tmp_path / "nl", "[]\n")
    before = definitions_of(material(folder))
    allowed(tmp_path / "nl", "[] # another\n")
    assert definitions_of(material(folder)) != before


def test_the_edition_of_an_invented_municipality_holds_no_personal_data_and_is_read_quickly() -> None:
    files = whole.outputs()
    check_personal({"index.html": files["index.html"]}, material())
    start = time.process_time()
    check_personal(files, whole.town().material)
    assert time.process_time() - start < 6


def test_a_name_in_any_text_of_an_edition_is_found() -> None:
    name = "<text>Aldus mevrouw Anneke Kwastenveld.</text></"
    pages = {path: one for path, one in whole.outputs().items() if path.endswith((".html", ".svg"))}
    leaking = [(path, content.decode().replace("</", name, 1)) for path, content in pages.items()]
    assert {hit.name for hit in scan_outputs(leaking)} == set(pages)
