"""表格录入: the page of a grid, and saving its cells, one by one as typed or all at once by the form."""

import json
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.views import View

from ledgers.as_of import BadRequestPage
from ledgers.grid import Grid, LedgerGrid, Row, Saved
from ledgers.grid.rows import FRESH_KEY
from ledgers.pages.ledger_page import ChangesLedger
from ledgers.pages.query_state import AskedOfLedger
from ledgers.query_cache import one_state

PAGE = 50
AT_ONCE = 200  # cells of one message
LONGEST = 500  # characters of a cell


class GridView(View):
    """Base of the pages with a grid. GET: the page, or with `?cells=1` its cells as JSON.

    POST of JSON {"cells": [{row, column, text, version}], "row": …}: saves the cells in their order and
    answers for each of them. POST of the form: saves those that were changed; what could not be
    saved comes back in its cell, with what was typed.

    A subclass gives `grid()`, `save_cell()`, and, where rows have actions or can be new, `act()`.
    """

    template = "ledgers/grid/grid.html"
    message = ""  # what an action did, for the page

    def get(self, request, *args, **kwargs):
        with one_state():
            grid = self.grid()
            if request.GET.get("cells"):
                return JsonResponse({"rows": [_row_as_json(row) for row in grid.rows]})
            return self._page(grid)

    def post(self, request, *args, **kwargs):
        if request.content_type == "application/json":
            return self._json()
        return self._form()

    # -- cell by cell -------------------------------------------------------------------------

    def _json(self) -> JsonResponse:
        try:
            asked = json.loads(self.request.body)
            cells = [
                {key: str(cell[key])[:LONGEST] for key in ("row", "column", "text", "version")}
                for cell in asked.get("cells", [])
            ][: AT_ONCE + 1]
            action, key = str(asked.get("action", "")), str(asked.get("row", ""))
            texts = {str(k): str(v)[:LONGEST] for k, v in asked.get("texts", {}).items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            return JsonResponse({"error": "内容无法识别，请刷新后重试。"}, status=400)
        if len(cells) > AT_ONCE:
            return JsonResponse({"error": f"一次最多保存{AT_ONCE}格。"}, status=400)
        with one_state():
            if action:
                row, saved = self.act(action, key, texts)
                answer = {"saved": [saved.as_json()]}
                return JsonResponse(answer | ({"row": _row_as_json(row)} if row else {}))
            found = [self.save_cell(**cell) for cell in cells]
        return JsonResponse({"saved": [one.as_json() for one in found]})

    # -- the whole form -----------------------------------------------------------------------

    def _form(self):
        with one_state():
            before = self.grid()
            told: dict[tuple[str, str], Saved] = {}
            for row in before.rows:
                self._save_row(row, before, told)
            action = self.request.POST.get("action", "")
            if action:
                name, _, key = action.partition(":")
                _, saved = self.act(name, key, {})
                told[saved.row, saved.column] = saved
            after = self.grid()
        _put_back(after, told)
        wrong = sum(saved.state not in ("saved", "kept") for saved in told.values())
        kept = sum(
            saved.state == "saved" and (saved.column != "" or saved.row.startswith(FRESH_KEY))
            for saved in told.values()
        )
        return self._page(after, saved=kept, wrong=wrong, status=409 if wrong else 200)

    def _save_row(self, row: Row, grid: Grid, told: dict) -> None:
        typed = self.request.POST
        texts = {c.key: typed.get(f"c-{row.key}-{c.key}", "") for c in grid.columns}
        if row.fresh:
            begun = {key: cell.text for key, cell in row.cells.items()}
            if any(text.strip() and text != begun.get(key, "") for key, text in texts.items()):
                _, saved = self.act("register", row.key, texts)
                told[row.key, ""] = saved
                for name, text in texts.items():
                    error = saved.others.get(name, {}).get("error", "")
                    told_cell = Saved(
                        row.key, name, "wrong" if error else "kept", text, error=error
                    )
                    if saved.state != "saved":
                        told[row.key, name] = told_cell
            return
        for column in grid.columns:
            name = f"{row.key}-{column.key}"
            if f"c-{name}" not in typed or texts[column.key] == typed.get(f"o-{name}", ""):
                continue
            told[row.key, column.key] = self.save_cell(
                row=row.key,
                column=column.key,
                text=texts[column.key][:LONGEST],
                version=typed.get(f"v-{name}", ""),
            )

    # -- for the subclass ---------------------------------------------------------------------

    def grid(self) -> Grid:
        raise LookupError("a grid says which rows it has and how a cell is saved")

    def save_cell(self, *, row: str, column: str, text: str, version: str) -> Saved:
        raise LookupError("a grid says which rows it has and how a cell is saved")

    def act(self, action: str, key: str, texts: dict) -> tuple[Row | None, Saved]:
        """Do what a row's button says; a grid without buttons knows none."""
        raise BadRequestPage("不知道要对这一行做什么，请刷新后重试。")

    def context(self) -> dict:
        """What the page shows besides the grid: title, lead, back."""
        return {}

    def _page(self, grid: Grid, *, saved=None, wrong=0, status=200):
        groups = []
        for column in grid.columns:
            if groups and column.group and groups[-1][0] == column.group:
                groups[-1][1] += 1
            else:
                groups.append([column.group, 1, column.label])
        context = {
            "grid": grid,
            "groups": groups if any(column.group for column in grid.columns) else [],
            "saved": saved,
            "wrong": wrong,
            "page": None,
            "actions": (),
            "message": self.message,
            "nothing": "",
            **self.context(),
        }
        return render(self.request, self.template, context, status=status)


def _put_back(grid: Grid, told: dict[tuple[str, str], Saved]) -> None:
    """Show in the cells what could not be saved, with why, and what was typed."""
    for row in grid.rows:
        whole = told.get((row.key, ""))
        row.error = whole.error if whole and whole.state != "saved" else ""
        for key, cell in row.cells.items():
            saved = told.get((row.key, key))
            if saved is None or saved.state == "saved":
                continue
            cell.text, cell.error = saved.text, saved.error
            if saved.state == "conflict":
                cell.error = (
                    f"{saved.who}已改为“{saved.theirs or '空'}”。要以您填的为准，请再保存一次。"
                )
                cell.note = saved.theirs


def _row_as_json(row: Row) -> dict:
    return {
        "row": row.key,
        "title": row.title,
        "status": row.status,
        "tone": row.tone,
        "fresh": row.fresh,
        "cells": {
            key: {
                "text": cell.text,
                "version": cell.version,
                "closed": cell.closed,
                "note": cell.note,
            }
            for key, cell in row.cells.items()
        },
    }


class LedgerGridView(ChangesLedger, GridView, AskedOfLedger):
    """The grid of a ledger's rows as filtered, with empty rows below. A key out of scope is a 404."""

    word = "表格录入"

    @cached_property
    def source(self) -> LedgerGrid:
        return LedgerGrid(self.ledger, self.request.user)

    def rows(self):
        """The rows that the reader may change, as the address asks, a page of them."""
        if not self.filterset.is_valid():
            raise BadRequestPage("筛选条件有误，请返回台账更正后再录入。")
        user = self.request.user
        may = user.scope.condition_for(self.ledger.model, self.ledger.change_verb)
        found = self.filterset.qs.filter(may).order_by(*self.ledger.default_order())
        return Paginator(found, PAGE).get_page(self.request.GET.get("page"))

    def grid(self) -> Grid:
        self.shown = self.rows()
        source = self.source
        objects = self.shown.object_list.select_related(*source.related())
        return source.grid(objects)

    def save_cell(self, *, row: str, column: str, text: str, version: str) -> Saved:
        source = self.source
        if column not in source.fields:
            raise Http404("no such column")
        return source.save(self._row(row), column, text, version)

    def _row(self, key: str):
        user, ledger = self.request.user, self.ledger
        try:
            found = ledger.visible(user).filter(pk=key).first()
        except (ValueError, TypeError) as error:
            raise Http404("no such row") from error
        if found is None:
            raise Http404("a row is out of scope")
        if not user.may(ledger.change_verb, found):
            raise PermissionDenied
        return found

    def act(self, action: str, key: str, texts: dict) -> tuple[Row | None, Saved]:
        if action != "register":
            return super().act(action, key, texts)
        return self.source.register(key, texts)

    def context(self) -> dict:
        return {
            "title": f"{self.ledger.get_title()} · 表格录入",
            "crumb": self.ledger.get_title(),
            "back": self.list_link(),
            "lead": "、".join(self.filterset.in_words()) if self.filterset.is_valid() else "",
            "page": self.shown,
            "link": self.link,
            "row_head": self.ledger.label,
        }
