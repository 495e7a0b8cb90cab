"""`show_ledgers` prints what the registries hold: what hangs on each model, and where it is written."""

import io

import pytest
from django.core.management import CommandError, call_command

from campaign.figures import FIGURES
from campaign.gaps.kinds import GAPS
from ledgers.importing.registry import KINDS
from ledgers.registry import all_ledgers
from orgs.people.handover_items import all_handover_kinds


def show(*arguments) -> str:
    out = io.StringIO()
    call_command("show_ledgers", *arguments, stdout=out)
    return out.getvalue()


def test_every_ledger_import_holding_gap_and_figure_is_there():
    told = show()
    wanted = [str(ledger.get_title()) for ledger in all_ledgers()]
    wanted += [ledger.url_name("list") for ledger in all_ledgers()]
    wanted += [f"{kind.code} {kind.title}" for kind in KINDS.values()]
    wanted += [f"{one.code} {one.label}" for one in all_handover_kinds()]
    wanted += [f"{one.code} {one.name}" for one in (*GAPS.values(), *FIGURES.values())]
    assert [words for words in wanted if words not in told] == []


@pytest.mark.parametrize("name", ["Courtyard", "courtyards.courtyard", "楼院"])
def test_one_model_with_all_its_parts(name):
    told = show(name)
    assert told.startswith("courtyards.Courtyard 楼院 (courtyards.models")
    kinds = {
        line.split()[0] for line in told.splitlines() if line.startswith("  ") and line[2] != " "
    }
    assert kinds == {
        "ledger", "pages", "columns", "filters", "form", "bulk", "sections", "actions",
        "workbooks", "imports", "gaps", "figures",
    }  # fmt: skip
    assert "courtyard_no_head" in told and "courtyards:courtyard_head_appoint" in told
    assert "orgs.Person" not in told


def test_names_alone_and_a_name_that_nothing_has():
    names = show("--names").splitlines()
    assert len(names) == len(set(names)) > 30 and not any(name.startswith(" ") for name in names)
    with pytest.raises(CommandError, match="nothing hangs"):
        show("nowhere")
