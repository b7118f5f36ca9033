"""A government's own DOCX: what fits is filled, what does not is named with its place."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import pytest

from setara.domain.language.text import Text, same
from setara.domain.reports.paper_kinds import PaperKind
from setara.domain.reports.paper_parts import SAMPLE
from setara.domain.reports.template_fields import ALLOWED, REQUIRED, values_of
from setara.formats.docx_template import TemplateUnreadable, filled, judged
from tests.documents.papers import EN, ID
from tests.documents.pathways import PRINTING, SIGNATORY, facts, pathway
from tests.documents.reading_docx import opened, words_of
from tests.documents.terms import TERMS

STATEMENT = PaperKind.STATEMENT
FOOTER = same("Dicetak dari Setara")


def template(*lines: str, row: tuple[str, ...] = ("{{ action.number }}", "{{ action.text }}")):
    """A made-up template of an office: lines, then a table with a head and one row."""
    document = docx.Document()
    for line in lines or ("{{ agency }}: {{ activity }}", "Rp {{amount}}"):
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=len(row))
    for cell, words in zip(table.rows[1].cells, row, strict=True):
        cell.text = words
    return written(document)


def written(document: object) -> bytes:
    content = io.BytesIO()
    document.save(content)  # type: ignore[attr-defined]
    return content.getvalue()


def printed(content: bytes, language=ID, **changed: object) -> bytes:
    made = replace(pathway(), **changed)
    values = values_of(made, facts(), TERMS, PRINTING, SIGNATORY)
    return filled(content, values, SAMPLE, FOOTER, language)


def found(content: bytes, kind: PaperKind = STATEMENT) -> list[str]:
    return [f"{each.where.say(ID)}: {each.message.say(ID)}" for each in judged(content, kind)]


def test_a_template_that_fits_is_filled_with_a_row_for_each_action():
    content = template()
    made = opened(printed(content))
    rows = [[cell.text for cell in row.cells] for row in made.tables[0].rows]

    assert found(content) == []
    assert rows[1:] == [
        [str(place), action.text] for place, action in enumerate(pathway().actions, start=1)
    ]
    assert "Rp Rp150.000.000" in words_of(printed(content))
    assert PRINTING.agency in words_of(printed(content))


def test_every_name_on_the_list_is_filled_for_every_kind():
    for kind, names in ALLOWED.items():
        content = template(*(f"{{{{ {name} }}}}" for name in sorted(names)))
        assert found(content, kind) == []
        assert "{{" not in words_of(printed(content))


def test_a_row_of_several_lists_repeats_within_its_cells():
    content = template(
        "{{ agency }} {{ activity }}",
        row=("{{ datum.text }}", "{{ action.text }}", "{{ outcome.text }}"),
    )
    (row,) = opened(printed(content)).tables[0].rows[1:]

    assert found(content, PaperKind.PATHWAY) == []
    assert [len(cell.paragraphs) for cell in row.cells] == [3, 3, 1]


def test_a_name_split_over_runs_keeps_the_looks_it_begins_with():
    document = docx.Document(io.BytesIO(template()))
    paragraph = document.add_paragraph("Kepala: ")
    for part in ("{{", " head_", "name ", "}}", " (ttd)"):
        paragraph.add_run(part).bold = part == "{{"
    made = opened(printed(written(document))).paragraphs[-1]

    assert made.text == "Kepala: Ir. Siti Contoh, M.P. (ttd)"
    assert next(run for run in made.runs if "Siti" in run.text).bold


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ agncy }}", "Mungkin yang dimaksud {{ agency }}"),
        ("{{ xyzzy }}", "{{ xyzzy }} tidak dikenal"),
        ("{{ agency }", "tidak utuh"),
        ("agency }}", "tidak utuh"),
        ("{% for a in actions %}", "tidak utuh"),
        ("{{ settings.SECRET_KEY }}", "tidak dikenal"),
        ("{{ agency|upper }}", "tidak utuh"),
        ("{{ action.text }} {{ datum.text }}", "dua daftar"),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(line, said):
    content = template("{{ agency }} {{ activity }} {{ amount }}", line)
    (finding,) = found(content)

    assert said in finding
    assert finding.startswith("Paragraf ke-2")


def test_what_is_missing_is_named():
    content = template("Tanpa nama")

    assert [each.split(": ")[0] for each in found(content)] == ["Seluruh templat"] * 3
    assert len(REQUIRED[STATEMENT]) == 4


def test_headers_and_footers_are_judged_and_filled_too():
    document = docx.Document(io.BytesIO(template()))
    document.sections[0].header.paragraphs[0].text = "{{ agency }} {{ nope }}"

    (finding,) = found(written(document))

    assert finding.startswith("Kepala halaman")


def test_old_files_macros_and_other_things_are_refused_with_the_remedy():
    macros = io.BytesIO(template())
    with zipfile.ZipFile(macros, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    cases = {
        b"\xd0\xcf\x11\xe0rest": "Simpan sebagai .docx",
        macros.getvalue(): "makro",
        b"%PDF-1.7": "bukan DOCX",
        b"": "bukan DOCX",
        b"x" * (5 * 1024 * 1024 + 1): "terlalu besar",
    }
    for content, said in cases.items():
        with pytest.raises(TemplateUnreadable) as caught:
            judged(content, STATEMENT)
        assert said in caught.value.reason.say(ID)


def test_words_of_a_user_are_never_taken_for_a_placeholder():
    made = printed(
        template("{{ agency }} {{ activity }} {{ amount }} {{ objective }}"),
        objective="{{ head_name }} {{ action.text }}",
    )

    assert "{{ head_name }} {{ action.text }}" in words_of(made)


def test_the_notice_and_the_foot_stand_on_every_page_and_bytes_do_not_change():
    made = printed(template())
    section = opened(made).sections[0]

    assert SAMPLE.id in "".join(part.text for part in section.header.paragraphs)
    assert "Dicetak dari Setara" in "".join(part.text for part in section.footer.paragraphs)
    assert printed(template()) == made


def test_an_empty_list_leaves_a_dash():
    rows = opened(printed(template(), actions=(), indicators=())).tables[0].rows

    assert [cell.text for cell in rows[1].cells] == ["–", "–"]


def test_values_are_written_as_the_language_writes_them():
    assert "Rp150,000,000" in words_of(printed(template(), EN))
    assert isinstance(values_of(pathway(), None, None, PRINTING, None).single["day"], Text)
