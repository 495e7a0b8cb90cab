"""What hangs on each model, read from the registries that the floors fill when they start."""

from collections.abc import Iterator

from django.db.models import Model

from campaign.figures import FIGURES
from campaign.gaps.kinds import GAPS
from ledgers import clock, registry
from ledgers.all_pages import verb_of
from ledgers.importing.registry import KINDS
from ledgers.ledger_urls import urls_of_ledger
from ledgers.pages.sections import Rows
from ledgers.pages.tables import plan_for
from orgs.actions.links import Actions
from orgs.people.handover_items import all_handover_kinds

HungLine = tuple[str, list[str]]  # what it is; each thing of that kind in words


def models_shown() -> list[type[Model]]:
    """Every model on which anything hangs, those with a ledger first in the order of the floors."""
    found = [ledger.model for ledger in registry.all_ledgers()]
    found += [holding.rows_of for holding in all_handover_kinds()]
    found += [_rows_of(counted) for counted in (*GAPS.values(), *FIGURES.values())]
    return list(dict.fromkeys(found))


def model_named(name: str) -> type[Model]:
    """The model for Courtyard, courtyards.Courtyard or its Chinese name. Raises LookupError."""
    wanted = name.lower()
    for model in models_shown():
        meta = model._meta
        if wanted in (meta.label_lower, meta.model_name, str(meta.verbose_name)):
            return model
    raise LookupError(name)


def title_of(model: type[Model]) -> str:
    """courtyards.Courtyard 楼院, and where it stands in the code."""
    return f"{model._meta.label} {model._meta.verbose_name} ({model.__module__})"


def hung_on(model: type[Model]) -> Iterator[HungLine]:
    """The kinds of things that hang on `model` and what there is of each; kinds without any are left out."""
    ledger = registry.find(model)
    lines = list(_of_ledger(ledger)) if ledger else []
    lines += [
        ("holdings", [f"{h.code} {h.label} ({h.verb})" for h in _holdings(model)]),
        ("gaps", [f"{gap.code} {gap.name}" for gap in GAPS.values() if _rows_of(gap) is model]),
        (
            "figures",
            [f"{one.code} {one.name}" for one in FIGURES.values() if _rows_of(one) is model],
        ),
    ]
    yield from ((kind, things) for kind, things in lines if things)


def imports_of_no_ledger() -> list[str]:
    """Kinds of workbooks that come in and are on no ledger's page."""
    offered = {book.kind for ledger in registry.all_ledgers() for book in ledger.workbooks}
    return [f"{kind.code} {kind.title}" for kind in KINDS.values() if kind.code not in offered]


def _holdings(model) -> list:
    return [holding for holding in all_handover_kinds() if holding.rows_of is model]


def _rows_of(counted) -> type[Model]:
    """The model of the rows that a figure or a gap counts; nothing is asked of the database."""
    return counted.rows(clock.today()).model


def _of_ledger(ledger) -> Iterator[HungLine]:
    plain = [section for section in ledger.sections if not isinstance(section, Actions)]
    books = ledger.workbooks
    yield "ledger", [f"{ledger.get_title()} ({_place(type(ledger))})"]
    yield "pages", [f"{ledger.namespace}:{url.name}" for url in urls_of_ledger(ledger)]
    yield "columns", [f"{cell.name} {cell.label}" for cell in plan_for(ledger.table).cells]
    yield "filters", [f"{name} {one.label}" for name, one in ledger.filters.base_filters.items()]
    yield "form", [_form(ledger.form)] if ledger.form else []
    yield "bulk", list(ledger.bulk)
    yield "sections", [_section(section) for section in plain if getattr(section, "title", "")]
    yield "actions", list(_actions(ledger))
    yield "workbooks", [f"{book.kind} {book.label}: {len(book.cells)} cells" for book in books]
    yield "imports", [_import(KINDS[book.kind]) for book in books if book.kind in KINDS]


def _place(cls: type) -> str:
    return f"{cls.__module__}.{cls.__qualname__}"


def _form(form: type) -> str:
    return f"{_place(form)}: {', '.join(form.base_fields)}"


def _section(section) -> str:
    if isinstance(section, Rows):
        return f"{section.title} (rows of {registry.model(section.model)._meta.label})"
    return f"{section.title} ({section.template})"


def _actions(ledger) -> Iterator[str]:
    """Those of the list, and those of a row; some rows add more of their own."""
    yield from (f"{words} → {name} ({verb_of(name)})" for words, name in ledger.starts)
    for section in ledger.sections:
        if isinstance(section, Actions):
            yield from (f"{one.label} → {one.name} ({one.verb})" for one in section.actions)


def _import(kind) -> str:
    columns = "、".join(column.label for column in kind.columns)
    return f"{kind.code} {kind.title} ({kind.verb}): {columns}"
