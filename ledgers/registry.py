"""Which model has which ledger. Filled when the apps start; every app's `ledgers.py` is read then."""

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

_ledgers: dict = {}
_pages: list[tuple[str, str, str, str]] = []


def register(ledger_class):
    """Class decorator: the one ledger of its model. Raises ImproperlyConfigured for a second one."""
    ledger = ledger_class()
    if ledger.model in _ledgers:
        raise ImproperlyConfigured(f"{ledger.model.__name__} has two ledgers.")
    _ledgers[ledger.model] = ledger
    return ledger_class


def model(name):
    """The model class for "app.Model"; a class is given back."""
    return apps.get_model(name) if isinstance(name, str) else name


def find(model_class):
    """The ledger of a model, or None."""
    return _ledgers.get(model_class)


def ledger_for(model_class):
    """The ledger of a model (class or "app.Model"). Raises LookupError where it has none."""
    found = find(model(model_class))
    if found is None:
        raise LookupError(f"{model_class} has no ledger.")
    return found


def hang_workbook(model_name):
    """Class decorator: a workbook of the rows of that model, declared where its columns are known."""

    def hang(workbook_class):
        ledger = ledger_for(model_name)
        ledger.workbooks = (*ledger.workbooks, workbook_class(ledger.model))
        return workbook_class

    return hang


def workbook_of(kind: str) -> tuple:
    """The ledger and its workbook of that kind. Raises LookupError where there is none."""
    for ledger in all_ledgers():
        for workbook in ledger.workbooks:
            if workbook.kind == kind:
                return ledger, workbook
    raise LookupError(f"There is no workbook {kind}.")


def all_ledgers() -> list:
    """Every ledger: the floors from below, in each the order of its tabs."""
    floors = list(dict.fromkeys(ledger.namespace for ledger in _ledgers.values()))
    return sorted(
        _ledgers.values(), key=lambda one: (floors.index(one.namespace), one.tab_position)
    )


def extend(model_name, *sections) -> None:
    """Hang sections of a higher floor onto the detail page of a model of a lower one."""
    ledger = ledger_for(model_name)
    ledger.sections = (*ledger.sections, *sections)


def add_page(namespace: str, label: str, url_name: str, room: str = "") -> None:
    """Hang a page of its own, perhaps of a higher floor, beside the tabs of an app's ledgers."""
    _pages.append((namespace, label, url_name, room))


def pages(namespace: str, room: str = "") -> list[tuple[str, str]]:
    """(label, URL name) of the pages beside the ledgers of a room of an app."""
    return [(label, name) for space, label, name, at in _pages if (space, at) == (namespace, room)]


def tab_groups(namespace: str) -> dict[str, str]:
    """The rooms of an app and the address of the first ledger of each; {} where it has but one."""
    found: dict[str, str] = {}
    for ledger in all_ledgers():
        if ledger.namespace == namespace:
            found.setdefault(ledger.room, ledger.list_address())
    return found if len(found) > 1 else {}


_importers: list = []


def offer_imports(function) -> None:
    """Hang in what a ledger's page offers to import: (user, workbook kinds) → (label, address) pairs."""
    _importers.append(function)


def imports_for(user, ledger) -> list[tuple[str, str]]:
    """(label, address) of what `user` may import on the page of `ledger`."""
    kinds = [workbook.kind for workbook in ledger.workbooks]
    return [pair for function in _importers for pair in function(user, kinds)] if kinds else []
