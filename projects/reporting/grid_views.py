"""The page of the weekly grid."""

from django.core.paginator import Paginator
from django.urls import reverse

from ledgers import clock
from ledgers.grid import Grid, Row, Saved
from ledgers.grid.views import PAGE, GridView
from orgs.access import Verb
from projects.models import Period, Report
from projects.reporting import grid as grids
from projects.reporting.page_helpers import report_or_404


class ReportGridView(GridView):
    """The figures of all one's projects this week; see GridView. Files one row, or all drafts."""

    verb = Verb.REPORT
    title = "本周数字 · 表格录入"

    def grid(self) -> Grid:
        now = clock.now()
        self.period = Period.objects.containing(now.date()).first()
        found = grids.weekly_reports(self.request.user, self.period, now.date())
        self.page = Paginator(found, PAGE).get_page(self.request.GET.get("page"))
        return grids.weekly_grid(list(self.page), now)

    def save_cell(self, *, row: str, column: str, text: str, version: str) -> Saved:
        return grids.save_cell(
            report=self._report(row),
            column=column,
            text=text,
            version=version,
            by=self.request.user,
            at=clock.now(),
        )

    def act(self, action: str, key: str, texts: dict) -> tuple[Row | None, Saved]:
        if action == grids.FILE_ALL:
            return None, self._file_all()
        if action not in (grids.FILE, grids.QUIET):
            return super().act(action, key, texts)
        quiet = action == grids.QUIET
        report = self._report(key)
        saved = grids.file_row(report=report, quiet=quiet, by=self.request.user, at=clock.now())
        if saved.state == "saved":
            self.message = f"已报送：{report.project.name}。"
        return None, saved

    def _file_all(self) -> Saved:
        """File every draft of the page; what could not be filed is told with its project."""
        drafts = [one for one in self.page if one.status == Report.Status.DRAFT]
        drafts += [one for one in self.page if one.status == Report.Status.DUE]
        filed, left = [], []
        for report in drafts:
            report.refresh_from_db()
            if report.status != Report.Status.DRAFT:
                continue
            saved = grids.file_row(report=report, quiet=False, by=self.request.user, at=clock.now())
            (left if saved.error else filed).append((report.project.name, saved.error))
        self.message = f"已报送 {len(filed)} 份。" + "".join(f"{n}：{why}。" for n, why in left)
        return Saved("", "", "wrong" if left else "saved")

    def _report(self, key: str) -> Report:
        number = int(key) if key.isascii() and key.isdecimal() and len(key) < 19 else 0
        return report_or_404(self.request, number, Verb.REPORT)

    def context(self) -> dict:
        return {
            "title": self.title,
            "crumb": "我的报送",
            "back": reverse("projects:report_mine"),
            "lead": str(self.period) if self.period else "",
            "row_head": "项目",
            "page": self.page,
            "link": lambda **query: "?" + "&".join(f"{k}={v}" for k, v in query.items()),
            "actions": ((grids.FILE_ALL, "报送全部已填的"),),
            "nothing": "本周没有要报的项目。",
        }
