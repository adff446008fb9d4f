# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a checked document: it stands on its own, marks passages in place and links both ways."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from itertools import pairwise

from baken.documents.document import Block, BlockKind, Document, Form
from baken.model.claim import ClaimVerdict
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Language
from baken.publications.check_page import check_page

from .checked import CLAIMS, REMARKS, both, checked, document, empty, findings, long, span
from .test_report import read


def page(language: Language = Language.NL) -> str:
    return check_page(findings(), language)


def of(text: str, *remarks: Remark, name: str = "a.txt") -> str:
    """The page of a text with remarks, one block a line."""
    made = document(tuple((BlockKind.PARAGRAPH, 0, line) for line in text.split("\n")))
    return check_page(findings(empty(document=replace(made, name=name), remarks=remarks)), Language.NL)


def note(*places: Span, weight: Weight = Weight.NOTE, masked: bool = False, rule: str = "x") -> Remark:
    rule = "personal-name" if masked else rule
    return Remark(rule=rule, weight=weight, message=both("Een opmerking."), places=places, masked=masked)


def bare(html: str) -> str:
    """The text of the first block, marks kept and references shortened to their number."""
    inside = re.search(r'<div class="passage paragraph">\n<p>(.*?)</p>', html, re.DOTALL)
    assert inside
    return re.sub(r' <a class="ref.*?href="#f(\d+)".*?</a>', r"[\1]", inside[1])


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    for tag, attributes in read(page()):
        assert tag not in {"script", "link", "img", "iframe", "object", "base", "form"}
        for name, value in attributes.items():
            assert name not in {"src", "style", "srcset"}, (tag, name)
            assert not name.startswith("on")
            assert name != "href" or (value or "").startswith("#")
    policy = next(one for _, one in read(page()) if one.get("http-equiv"))
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"


def test_every_link_leads_somewhere_and_every_mark_to_its_finding_and_back() -> None:
    for html in (page(), page(Language.EN), check_page(findings(long(3)), Language.NL)):
        elements = read(html)
        ids = [one["id"] for _, one in elements if one.get("id")]
        assert len(ids) == len(set(ids))
        links = {(one["href"] or "")[1:] for tag, one in elements if tag == "a"}
        assert links <= set(ids)
        for name in ids:
            if re.fullmatch(r"[tf]\d+(-\d+)?", name or ""):
                finding = (name or "").partition("-")[0][1:]
                assert f"f{finding}" in links or f't{finding}"' not in html
                assert f"t{finding}" in links or f't{finding}"' not in html


def test_headings_do_not_skip_a_level() -> None:
    without_pages = tuple((kind, 0, words) for kind, _, words in [(BlockKind.HEADING, 0, "Kop")])
    for html in (page(), check_page(findings(empty(document=document(without_pages))), Language.NL)):
        levels = [int(tag[1]) for tag, _ in read(html) if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_blocks_keep_what_they_are() -> None:
    html = page()
    assert "<h4>Veilig in Voorbeeldstad</h4>" in html
    assert html.count('<ul class="items"') == html.count('<ul class="rows"') == 1
    assert html.count('<div class="passage item">') == html.count('<div class="passage row">') == 2
    assert '<span class="label">Noot</span>' in html
    assert re.findall(r'<h3 class="page-number">(.*?)</h3>', html) == ["Pagina 1", "Pagina 2", "Pagina 3"]
    slides = replace(document(), form=Form.SLIDES)
    assert "Dia 1" in check_page(findings(empty(document=slides)), Language.NL)
    assert "&lt;herrie&gt; &amp; afval" in html


def test_an_item_with_a_number_of_its_own_gets_no_bullet() -> None:
    items = tuple((BlockKind.ITEM, 0, words) for words in ("1. een", "b) twee", "drie"))
    html = check_page(findings(empty(document=document(items))), Language.NL)
    assert re.findall(r'<div class="passage item">\n<div( class="numbered")?>', html) == [
        ' class="numbered"'
    ] * 2 + [""]


def test_a_finding_says_where_it_stands() -> None:
    assert page().count('<span class="where">pagina 2</span>') >= 2


def test_a_verdict_is_shown_by_sign_and_words_at_the_passage_and_at_the_finding() -> None:
    html = page()
    reference = re.search(r'<a class="ref m-contradicted" id="t1".*?</a>', html)
    assert reference
    assert "✗" in reference[0]
    assert "Klopt niet" in reference[0]
    finding = re.search(r'<li class="finding m-contradicted" id="f1">.*?</li>\n', html, re.DOTALL)
    assert finding
    assert "Klopt niet" in finding[0]
    assert 'href="#t1"' in finding[0]


def test_passages_that_overlap_show_the_one_that_asks_most() -> None:
    remarks = (note(Span(0, 7)), note(Span(4, 9), weight=Weight.ERROR))
    shown = bare(of("abcdefghi j", *remarks))
    error = '<mark class="m-error">'
    assert shown == f'<mark class="m-note">abcd</mark>{error}efg</mark>[2]{error}hi</mark>[1] j'


def test_passages_within_each_other_and_at_the_same_place() -> None:
    remarks = (note(Span(0, 6)), note(Span(2, 4), rule="y"), note(Span(0, 6), rule="z"))
    html = bare(of("abcdef", *remarks))
    assert re.sub(r"</?mark.*?>", "", html) == "abcd[3]ef[1][2]"


def test_places_of_one_rule_that_end_together_have_one_reference() -> None:
    html = of("abcdef", note(Span(0, 6)), note(Span(2, 6)))
    assert re.sub(r"</?mark.*?>", "", bare(html)) == 'abcdef[1]<span id="t1-2"></span>'


def test_a_place_without_characters_has_its_reference_there() -> None:
    assert bare(of("abc", note(Span(1, 1)))) == "a[1]bc"
    assert bare(of("abc", note(Span(0, 0)))) == "[1]abc"
    assert bare(of("abc", note(Span(3, 3)))) == "abc[1]"
    assert bare(of("abc", note(Span(900, 901)))) == "abc[1]"


def test_a_passage_that_runs_on_into_the_next_block_is_marked_in_both() -> None:
    html = of("abc\ndef", note(Span(1, 5)))
    assert bare(html) == 'a<mark class="m-note">bc</mark>'
    assert '<mark class="m-note">d</mark> <a class="ref' in html
    assert html.count('id="f1"') == 1


def test_a_remark_with_more_places_leads_from_each_of_them_and_to_each() -> None:
    html = page()
    assert html.count('href="#f8"') == 2
    assert 'id="t8"' in html
    assert 'id="t8-2"' in html
    assert '<a href="#t8-2">pagina 3</a>' in html
    unplaced = of("abc abc", note(Span(0, 3), Span(4, 7)))
    assert '<a href="#t1-2">alinea 1</a>' in unplaced


def test_a_blot_says_what_it_is() -> None:
    html = of("Jan Jansen kwam", note(Span(0, 10), weight=Weight.ERROR, masked=True))
    assert "Jansen" not in html
    assert '<span class="blot" role="img" aria-label="persoonsgegeven weggelaten">█████</span></mark>' in html


def test_part_of_a_blot_under_another_mark_stays_hidden() -> None:
    html = of("Jan Jansen kwam", note(Span(0, 10), masked=True), note(Span(6, 15)))
    assert not re.search(r"J|ansen|sen", bare(html))


def test_what_the_summary_counts_leads_to_the_list_of_it() -> None:
    html = page()
    names = re.findall(r'<li><a href="#(by-\w+)">', html)
    assert names == [
        "by-contradicted",
        "by-partly",
        "by-cause_without_source",
        "by-not_judgeable",
        "by-supported",
        "by-error",
        "by-warning",
        "by-note",
    ]
    assert '<span class="number">2</span> <span class="badge m-warning">' in html
    many = findings(checked(claims=CLAIMS * 3, remarks=REMARKS * 3))
    assert check_page(many, Language.NL).count('id="by-warning"') == 1


def test_a_finding_about_the_whole_document_stands_before_the_text() -> None:
    html = page()
    assert html.index("Over het hele document") < html.index("Bijlage 2 ontbreekt.") < html.index("Pagina 1")
    nothing = Document(name="", form=Form.TEXT, text="", blocks=(), links=(), pages=0)
    placed = check_page(findings(empty(document=nothing, remarks=(note(Span(0, 0)),))), Language.NL)
    assert 'id="f1"' in placed
    assert 'id="document"' not in placed


def test_the_language_of_the_words_and_that_of_the_document() -> None:
    html = page(Language.EN)
    assert '<html lang="en">' in html
    assert '<h4 lang="nl">Veilig in Voorbeeldstad</h4>' in html
    assert "Does not fit" in html
    assert re.search(r'<a class="ref [^>]* lang="en">', html)
    assert 'lang="nl">Veilig' not in page()


def test_a_document_in_which_nothing_is_found_leaves_no_empty_parts() -> None:
    html = check_page(findings(empty()), Language.NL)
    assert re.findall(r'<h2 id="(\w+)">', html) == ["answer", "document"]
    assert "Verder is er niets opgevallen." in html


def test_text_is_written_as_text() -> None:
    evil = Remark(
        rule="<b>", weight=Weight.NOTE, message=both("<b>"), places=(Span(0, 3),), settle=both("<b>")
    )
    html = of("<b>&</b>", evil, name="<b>.txt")
    assert "<b>.txt" not in html
    assert "b" not in {tag for tag, one in read(html) if one.get("class") == "x"}
    assert "<B>" not in html.replace("<b>1</b>", "").upper().replace("<B>ZO", "")
    assert bare(html) == '<mark class="m-note">&lt;b&gt;</mark>[1]&amp;&lt;/b&gt;'


def test_the_same_findings_give_the_same_bytes() -> None:
    assert page() == page()


def test_a_hundred_pages_with_five_hundred_findings_take_less_than_a_second() -> None:
    given = long(100, 5)
    assert len(given.document.text) > 300_000
    begun = time.process_time()
    html = check_page(findings(given), Language.NL)
    assert time.process_time() - begun < 1
    assert html.count('class="finding ') == 500
    assert len(html) < 2_000_000


def test_many_passages_over_one_long_block_stay_quick() -> None:
    size = 300_000
    made = Document(
        name="x.txt",
        form=Form.TEXT,
        text="a" * size,
        blocks=(Block(Span(0, size), BlockKind.PARAGRAPH),),
        links=(),
        pages=0,
    )
    remarks = tuple(note(Span(n, size - n), masked=n % 100 == 0) for n in range(500))
    begun = time.process_time()
    assert "[" in bare(check_page(findings(empty(document=made, remarks=remarks)), Language.NL))
    assert time.process_time() - begun < 2


def test_every_verdict_has_a_form_of_its_own_in_the_index() -> None:
    claims = tuple(replace(CLAIMS[0], verdict=verdict) for verdict in ClaimVerdict)
    html = check_page(findings(empty(claims=claims)), Language.NL)
    for label in (
        "Klopt met de cijfers",
        "Klopt deels",
        "Klopt niet",
        "Niet te beoordelen",
        "Oorzaak zonder bron",
        "Te algemeen",
    ):
        assert re.search(rf'<li id="by-\w+"><span [^>]*><span [^>]*>.{{1,2}}</span> {label}</span> <a ', html)


def test_the_place_of_words_is_that_of_the_text() -> None:
    place = span("OVP")
    assert place.of(document().text) == "OVP"


def test_claims_that_do_not_fit_are_named_first() -> None:
    verdicts = [
        ClaimVerdict.SUPPORTED,
        ClaimVerdict.PARTLY,
        ClaimVerdict.TOO_GENERAL,
        ClaimVerdict.CONTRADICTED,
    ]
    claims = tuple(replace(one, verdict=verdict) for one, verdict in zip(CLAIMS[:4], verdicts, strict=True))
    said = findings(empty(claims=claims))
    assert [one.group for one in said.claims_first[:2]] == ["contradicted", "partly"]
    rest = [one.number for one in said.claims_first[2:]]
    assert rest == sorted(rest)
    html = check_page(said, Language.NL)
    named = re.findall(r'<a href="#t(\d+)">\1\. <q', html)
    assert [int(number) for number in named] == [one.number for one in said.claims_first]
    assert html.index('id="claims"') < html.index('id="document"')


def test_remarks_of_one_rule_are_one_finding_with_all_its_places() -> None:
    places = [Span(at, at + 1) for at in range(11)]
    html = of("abcdefghijkl", *(note(place, rule="activity-not-traceable") for place in places))
    assert html.count('class="finding ') == 1
    assert "11 keer" in html
    assert html.count("Een opmerking.") == 1
    assert "<summary>Alle 11 plaatsen</summary>" in html
    for number in range(2, 12):
        assert f'id="t1-{number}"' in html
        assert f'href="#t1-{number}"' in html


def test_remarks_of_one_rule_that_differ_say_so_each() -> None:
    remarks = tuple(replace(note(Span(at, at + 1)), message=both(f"Dit is {at}.")) for at in range(8))
    html = of("abcdefghijkl", *remarks)
    assert html.count('class="finding ') == 1
    assert all(html.count(f"Dit is {at}.") == 1 for at in range(8))


def test_families_without_an_error_are_folded_away_behind_their_counts() -> None:
    error = note(Span(0, 1), rule="link-dead", weight=Weight.ERROR)
    html = of("abc", error, note(Span(1, 2), rule="media-x"), note(Span(2, 3), rule="media-y"))
    folds = re.findall(r'<details class="family"( open)?>\n<summary><h3>(.*?)</h3> (.*?)</summary>', html)
    assert [(opened, name) for opened, name, _ in folds] == [
        (" open", "Verwijzingen"),
        ("", "Mediaberichten"),
    ]
    assert folds[1][2].startswith('<span class="told">2 <span class="badge m-note">')


def test_many_figures_and_carried_sentences_are_a_list_that_is_folded_away() -> None:
    first = replace(
        CLAIMS[1],
        figures=CLAIMS[1].figures * 3,
        carried=both("Een: van 1,5 naar 2,0. Twee (HIC): gelijk. Drie steeg. Vier ook. Vijf daalde."),
    )
    html = check_page(findings(empty(claims=(first,))), Language.NL)
    assert "<summary>De 6 cijfers ernaast</summary>" in html
    assert "<summary><b>Dit kun je wel zeggen:</b> 5 zinnen</summary>" in html
    assert "<li>Twee (HIC): gelijk.</li>" in html


def test_many_claims_are_folded_away_after_the_first_twenty() -> None:
    html = check_page(findings(long(5)), Language.NL)
    assert "<summary>Nog 5 beweringen</summary>" in html
