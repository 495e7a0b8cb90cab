"""A flow's pages are its own: other flows of the app use its services only."""

from fnmatch import fnmatch

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class FlowsKeepTheirPages(Contract):
    """No module of one folder of an app imports a page module of another folder of the same app.

    What stands at the app's root (addresses, the ledgers' table of contents, admin) may: it puts
    the flows together, and so may a flow's own addresses. `pages` are the file names that are pages:
    views, forms, tables, …; `shared` are folders whose pages are bases for those of the others.
    """

    type_name = "flows"

    apps = fields.ListField(subfield=fields.StringField())
    pages = fields.ListField(subfield=fields.StringField())
    shared = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Every import that breaks the rule, told as metadata of the check."""
        broken = sorted(
            (importer, imported)
            for imported in graph.modules
            if self._is_page(imported)
            for importer in graph.find_modules_that_directly_import(imported)
            if self._is_foreign(importer, imported)
        )
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print each import that breaks the rule."""
        for importer, imported in check.metadata["broken"]:
            output.print_error(f"{importer} imports {imported}: a page of another flow")

    def _is_page(self, module: str) -> bool:
        parts = module.split(".")
        return (
            len(parts) == 3
            and parts[0] in self.apps
            and ".".join(parts[:2]) not in self.shared
            and any(fnmatch(parts[2], pattern) for pattern in self.pages)
        )

    @staticmethod
    def _is_foreign(importer: str, imported: str) -> bool:
        one, other = importer.split("."), imported.split(".")
        return len(one) > 2 and one[0] == other[0] and one[1] != other[1] and one[2] != "urls"
