"""The Party tree in Django admin: drag and drop, opened level by level, found at any depth.

The first page shows the roots alone, a page of them at a time; children are asked for when they are
opened. `?open=KEY` opens the way down to one organisation: that is where a search leads, and where
one comes back to after a drag.
"""

from django import forms
from django.contrib import messages
from django.contrib.admin.views.main import IGNORED_PARAMS, PAGE_VAR, SEARCH_VAR
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from treebeard.admin import TreeChangeList

from ledgers import clock
from ledgers.formats import EMPTY, zh_date
from orgs.models import PartyOrganization
from orgs.party.rules import broken_rules
from orgs.party.tree import move_organization

OPEN = "open"
CHILDREN_PER_PAGE = 500
STEP = PartyOrganization.steplen
ACTIONS = (
    ("organization_move", "移动"),
    ("organization_merge", "合并"),
    ("organization_dissolve", "撤销"),
)


def paths_above(path: str) -> list[str]:
    """The paths of all that stands above `path`, from the root down."""
    return [path[:end] for end in range(STEP, len(path), STEP)]


class OrganizationChangeList(TreeChangeList):
    """The rows of one page; found ones know their way down, in one query for all of them."""

    def get_filters_params(self, params=None):
        found = super().get_filters_params(params)
        found.pop(OPEN, None)
        return found

    def get_results(self, request):
        if getattr(request, "_treebeard_parent_id", None):
            self.list_per_page = CHILDREN_PER_PAGE
        super().get_results(request)
        if self.model_admin.is_filtered(request):
            self.result_list = list(self.result_list)
            above = {path for row in self.result_list for path in paths_above(row.path)}
            reach = self.model_admin.get_queryset(request)
            names = dict(reach.filter(path__in=above).values_list("path", "name"))
            for row in self.result_list:
                row.way_down = [names[path] for path in paths_above(row.path) if path in names]


class MoveForm(forms.Form):
    """What the tree's drag and drop sends; `rows` are those that the account may move."""

    node = forms.ModelChoiceField(PartyOrganization.objects.none())
    target = forms.ModelChoiceField(PartyOrganization.objects.none())
    relation = forms.ChoiceField(choices=[("child", "last-child"), ("sibling", "left")])

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["node"].queryset = self.fields["target"].queryset = rows


class OrganizationTree:
    """What PartyOrganizationAdmin adds to treebeard's admin."""

    change_list_template = "admin/orgs/tree_change_list.html"

    # -- which page is asked for

    def is_filtered(self, request) -> bool:
        """Whether matches are listed instead of the tree; `open` asks for the tree."""
        known = {*IGNORED_PARAMS, PAGE_VAR, SEARCH_VAR, OPEN}
        return bool(request.GET.get(SEARCH_VAR)) or any(name not in known for name in request.GET)

    def get_changelist(self, request, **kwargs):
        return OrganizationChangeList

    def get_list_display(self, request):
        shown = super().get_list_display(request)
        return (*shown[:1], "way_down", *shown[1:]) if self.is_filtered(request) else shown

    def changelist_view(self, request, extra_context=None):
        """The tree; with the one organisation that a search found opened, if it found just one."""
        if request.method == "GET" and request.GET.get(SEARCH_VAR) and OPEN not in request.GET:
            only = self._only_match(request)
            if only is not None:
                return HttpResponseRedirect(f"?{OPEN}={only}")
        return super().changelist_view(
            request, {**(extra_context or {}), "open_path": self._open_path(request)}
        )

    def _only_match(self, request) -> int | None:
        """The key of the only organisation found by name, where nothing else is asked."""
        if set(request.GET) != {SEARCH_VAR} or not self.has_view_permission(request):
            return None
        rows = self.get_queryset(request)
        found, _ = self.get_search_results(request, rows, request.GET[SEARCH_VAR])
        keys = list(found.order_by().values_list("pk", flat=True)[:2])
        return keys[0] if len(keys) == 1 else None

    def _open_path(self, request) -> list[int]:
        """The keys from the root down to the organisation to be opened; turns to the root's page."""
        asked = request.GET.get(OPEN, "")
        if not (asked.isdecimal() and len(asked) < 19) or self.is_filtered(request):
            return []
        node = self.get_queryset(request).filter(pk=asked).first()
        if node is None:
            return []
        if PAGE_VAR not in request.GET:
            before = self.model.objects.get_root_nodes().filter(path__lt=node.path[:STEP]).count()
            request.GET = request.GET.copy()
            request.GET[PAGE_VAR] = before // self.list_per_page + 1
        above = self.model.objects.filter(path__in=paths_above(node.path)).order_by("path")
        return [*above.values_list("pk", flat=True), node.pk]

    # -- what a row shows

    def _links(self, obj, separator=" · "):
        """The pages that move, merge and dissolve it; they ask for the verb themselves."""
        if obj.dissolved_on:
            return EMPTY
        return format_html_join(
            separator,
            '<a href="{}?from=tree">{}</a>',
            ((reverse(f"orgs:{name}", args=[obj.pk]), label) for name, label in ACTIONS),
        )

    def links(self, obj):
        return self._links(obj)

    links.short_description = "办理"

    def way_down(self, obj):
        """Where a found organisation stands; the link opens the tree there."""
        above = " › ".join(getattr(obj, "way_down", [])) or "最上级"
        return format_html('<a href="?{}={}">{}</a>', OPEN, obj.pk, above)

    way_down.short_description = "在组织树中的位置"

    def place(self, obj):
        """On the page of one organisation: above which it stands, and what can be done about it."""
        parent = PartyOrganization.objects.get_parent(obj)
        tree = reverse("admin:orgs_partyorganization_changelist")
        return format_html(
            '{} · <a href="{}?{}={}">在组织树中查看</a> · {}',
            parent.name if parent else "最上级",
            tree,
            OPEN,
            obj.pk,
            self._links(obj),
        )

    place.short_description = "上级党组织"

    def rule_warnings(self, obj):
        """The Party's own rules that it breaks today, each with its source."""
        found = broken_rules([obj.pk], clock.today()).get(obj.pk, [])
        if not found:
            return "没有需要核对的事项"
        return format_html(
            '<ul class="rule-warnings">{}</ul>',
            format_html_join(
                "",
                "<li><strong>{}</strong> {}依据：{}。</li>",
                ((rule.name, rule.advice, rule.source) for rule in found),
            ),
        )

    rule_warnings.short_description = "需要核对"

    # -- drag and drop

    def move_node(self, request):
        """Drag and drop: the service moves, from today; the page reloads where it came to stand."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        form = MoveForm(request.POST, rows=self.get_queryset(request))
        if not form.is_valid():
            return self._not_moved(request, "没有收到要移动的党组织，请刷新后再试。")
        node, target = form.cleaned_data["node"], form.cleaned_data["target"]
        position = dict(form.fields["relation"].choices)[form.cleaned_data["relation"]]
        try:
            move_organization(organization=node, target=target, position=position)
        except ValidationError as error:
            return self._not_moved(request, " ".join(error.messages))
        where = "之下" if position == "last-child" else "之前（同级）"
        today = zh_date(clock.today())
        messages.info(request, f"已将{node}移到{target}{where}，自{today}起计入，之前各日不变。")
        return HttpResponse("OK")

    @staticmethod
    def _not_moved(request, words: str) -> HttpResponse:
        messages.error(request, words)
        return HttpResponseBadRequest(words)
