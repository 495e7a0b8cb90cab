"""The parts of the scripts that need no page, run in a JavaScript engine."""

from pathlib import Path

import pytest
import quickjs

SCRIPTS = Path(__file__).resolve().parents[2] / "static/js"


def module(name):
    """A context that knows what the module exports as globals."""
    context = quickjs.Context()
    context.eval((SCRIPTS / name).read_text("utf-8").replace("export ", ""))
    return context


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\nc\td", [["a", "b"], ["c", "d"]]),
        ("a\tb\r\n", [["a", "b"]]),
        ('"one\ntwo"\tb', [["one\ntwo", "b"]]),
        ('"say ""yes"""', [['say "yes"']]),
        ("a\t\tb", [["a", "", "b"]]),
        ("", [[""]]),
    ],
)
def test_a_pasted_block_is_read_as_excel_wrote_it(text, rows):
    context = module("grid/tabular.js")
    context.set("pasted", text)
    assert context.eval("JSON.stringify(parse(pasted))") == context.eval(f"JSON.stringify({rows})")


@pytest.mark.parametrize("cell", ["plain", "two\nlines", 'a "quoted" word', "with\ttab", ""])
def test_a_copied_cell_comes_back_as_it_was(cell):
    context = module("grid/tabular.js")
    context.set("cell", cell)
    assert context.eval("parse(quote(cell))[0][0]") == cell
