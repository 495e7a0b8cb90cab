"""常用视图: keep what a list is asked for under a name; rename, share, throw away."""

from django.core.exceptions import ValidationError
from django.http import Http404, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from ledgers.as_of import BadRequestPage
from ledgers.pages import saved_views as services
from ledgers.pages.once import SentOnce
from ledgers.pages.query_state import AskedOfLedger


class SavedViewsView(SentOnce, AskedOfLedger):
    """GET: the present question of the list, to be saved, and the views there are.

    POST `action`: save (to the list), rename, delete, default, undefault, share, unshare (back here).
    A view that is not one's own is a 404.
    """

    verb = "view"
    word = "常用视图"

    def get(self, request):
        return self._page({})

    def post(self, request):
        action = request.POST.get("action", "")
        if action == "save":
            return self._save()
        if action not in self.ACTIONS:
            raise BadRequestPage("不知道要对常用视图做什么，请返回台账重试。")
        pk = request.POST.get("view", "")
        if not (pk.isdecimal() and len(pk) < 19):
            raise Http404("no such view")
        try:
            self.ACTIONS[action](self, int(pk))
        except ValidationError as error:
            return self._page({"problem": " ".join(error.messages)}, status=400)
        return redirect(request.get_full_path())

    def _save(self):
        asked = self.request.POST
        try:
            view = services.save_view(
                user=self.request.user,
                ledger=self.ledger,
                name=asked.get("name", ""),
                query=self.request.GET.urlencode(),
                overwrite=bool(asked.get("replace")),
                default=bool(asked.get("default")),
                shared=bool(asked.get("shared")),
            )
        except ValidationError as error:
            typed = {key: asked.get(key, "") for key in ("name", "default", "shared")}
            told = {"save_problem": " ".join(error.messages), "typed": typed}
            return self._page(told, status=400)
        query = "&".join(part for part in (view.query, f"view={view.pk}") if part)
        return redirect(f"{self.ledger.list_address()}?{query}")

    def _rename(self, pk):
        user, name = self.request.user, self.request.POST.get("name", "")
        services.rename_view(user=user, pk=pk, name=name)

    ACTIONS = {
        "rename": _rename,
        "delete": lambda self, pk: services.delete_view(user=self.request.user, pk=pk),
        "default": lambda self, pk: self._default(pk, True),
        "undefault": lambda self, pk: self._default(pk, False),
        "share": lambda self, pk: self._share(pk, True),
        "unshare": lambda self, pk: self._share(pk, False),
    }

    def _default(self, pk, default):
        services.set_default(user=self.request.user, pk=pk, default=default)

    def _share(self, pk, shared):
        services.share_view(user=self.request.user, pk=pk, shared=shared)

    def _page(self, told: dict, status: int = 200):
        user, ledger = self.request.user, self.ledger
        offered = services.views_for(ledger, user)
        context = {
            "ledger": ledger,
            "query": self.link(view=""),
            "asked": self._in_words(self.request.GET),
            "views": [(view, self._in_words(QueryDict(view.query))) for view in offered],
            "may_share": user.may(services.EDIT),
            "typed": {"name": "", "default": "", "shared": ""},
            "problem": "",
            "save_problem": "",
            "back": self.list_link(),
            "address": reverse(ledger.url_name("views")),
            **told,
        }
        return render(self.request, "ledgers/pages/saved_views.html", context, status=status)

    def _in_words(self, query) -> str:
        """What a query string asks for, as people say it. It may be out of date, so nothing raises."""
        try:
            return "；".join(self._parts(query)) or "全部条目，默认排序和列"
        except Http404:
            return "其中的筛选对象不在您的范围内"

    def _parts(self, query) -> list[str]:
        filterset = self.ledger.filters(
            data=query, queryset=self.base_queryset(), request=self.request
        )
        filterset.ledger = self.ledger
        if not filterset.is_valid():
            return ["其中的筛选条件已失效"]
        labels = {cell.name: cell.label for cell in self.ledger.plan().cells}
        found, sort = filterset.in_words(), query.get("sort", "")
        if sort:
            label = labels.get(sort.removeprefix("-"), sort)
            found.append(f"按{label}{'从大到小' if sort[0] == '-' else '从小到大'}")
        if query.get("cols"):
            shown = [labels.get(name, name) for name in query["cols"].split(",")]
            found.append(f"列：{'、'.join(shown)}")
        return found
