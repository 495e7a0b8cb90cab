"""Storing 城乡接合部日报: what was removed on a day, and the totals of the day as not yet verified.

A day's totals are readings of their own, without a report: they keep what the sheet said and feed
no figure. On the last day of a week they are that week's report's, as a draft.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db.models import Sum

from ledgers.importing.bulk import check, insert, refuse, update
from ledgers.importing.rows import Record
from projects.models import DemolitionRecord, Indicator, Project, Reading, Target
from projects.reporting.imported_drafts import Drafts, week_end
from projects.reporting.readings import check_value
from projects.sites.fringe_stored import TOTALS, by_village, complete, said_of

Kind = DemolitionRecord.Kind


def store_fringe(records: Sequence[Record], day: date) -> None:
    """Store the records of one day; those that a rule forbids become wrong."""
    villages = by_village(records)
    rows = (
        Project.objects.on(day)
        .of_kind(Project.Kind.VILLAGE)
        .filter(division_id__in=set(villages))
        .select_related("programme", "division")
        .order_by("-pk")
        .select_for_update(of=["self"])
    )
    projects = {one.division_id: one for one in rows}
    writer = Writer(list(projects.values()), day)
    for code, own in villages.items():
        try:
            _refuse_unfit(own, projects.get(code))
            changed = {name for record in own for name in record.changes}
            writer.note(projects[code], said_of(own), changed, _structures_today(own))
        except ValidationError as refusal:
            for record in own:
                refuse(record, refusal)
    writer.store()


def _refuse_unfit(records: list[Record], project: Project | None) -> None:
    if project is None:
        raise ValidationError(
            "这个村没有列入城乡接合部综合改造项目。日报不新建项目，请先在项目台账登记。"
        )
    if not complete(records):
        raise ValidationError(
            f"{project.division}分组填报，另有小组的行不能入库，全村合计不全；请改正后一并导入。"
        )


def _structures_today(records: list[Record]) -> int | None:
    """Structures removed today, where every row says so by a number."""
    said = [record.more.get("structures_today") for record in records]
    numbers = [value for value in said if isinstance(value, int)]
    return sum(numbers) if numbers and len(numbers) == len(said) else None


class Writer:
    """The rows of one day, noted village by village and written table by table."""

    def __init__(self, projects: list[Project], day: date):
        self.day = day
        self.drafts = None
        self.is_week_end = bool(projects) and week_end(day) == day
        if self.is_week_end:
            self.drafts = Drafts(projects, TOTALS.values(), day)
        codes = [*TOTALS.values()]
        self.indicators = {one.code: one for one in Indicator.objects.filter(code__in=codes)}
        readings = Reading.objects.filter(project__in=projects, day=day, corrects=None)
        self.readings = {(one.project_id, one.indicator_id): one for one in readings}
        due = Target.objects.filter(project__in=projects, indicator__code="toilets_removed")
        self.targets = {one.project_id: one for one in due.order_by("due_on")}
        removed = DemolitionRecord.objects.filter(project__in=projects, demolished_on=day)
        self.removed: dict[tuple, list] = defaultdict(list)
        for one in removed.order_by("pk"):
            self.removed[one.project_id, one.kind].append(one)
        before = DemolitionRecord.objects.filter(
            project__in=projects, demolished_on__lt=day, kind=Kind.UNAUTHORISED
        )
        sums = before.order_by().values("project_id").annotate(area=Sum("area_m2"))
        self.area = {one["project_id"]: one["area"] for one in sums}
        self.written: dict[type, list] = defaultdict(list)

    def note(self, project: Project, said: dict, changed: set[str], structures: int | None):
        """What the sheet says of a village. Raises ValidationError, and then notes nothing."""
        rows: list = []
        totals = {
            code: Decimal(said[name])
            for name, code in TOTALS.items()
            if name in changed and said[name] is not None
        }
        if not self.is_week_end:
            rows += [self._reading(project, code, value) for code, value in totals.items()]
        if "toilets_due" in changed and said["toilets_due"] is not None:
            rows.append(self._target(project, said["toilets_due"]))
        if "toilets_today" in changed:
            row = self._record(project, Kind.OUTDOOR_TOILET)
            row.places = said["toilets_today"]
            rows.append(row)
        area = said["structures_m2"] if changed & {"structures_m2", "m2_qualifier"} else None
        told = structures is not None and (structures or "structures_today" in changed)
        if area is not None or told:
            rows.append(self._structures(project, area, said["m2_qualifier"], structures))
        for row in rows:
            check(row)
        if self.drafts and totals:
            figures = {code: (value, "exact") for code, value in totals.items()}
            self.drafts.fill(project, figures)
        for row in rows:
            self.written[type(row)].append(row)

    def _reading(self, project: Project, code: str, value: Decimal) -> Reading:
        indicator = self.indicators.get(code)
        if indicator is None:
            raise ValidationError(f"没有“{code}”这项指标，请先在后台设置。")
        check_value(indicator, value)
        row = self.readings.get((project.pk, indicator.pk))
        if row is not None and row.verified_on is not None:
            raise ValidationError(f"当日{indicator}已核定，请由审核员更正。")
        row = row or Reading(project=project, indicator=indicator, day=self.day)
        row.value = value
        return row

    def _target(self, project: Project, value: int) -> Target:
        """The plan's last target, or one for the end of the year."""
        row = self.targets.get(project.pk)
        if row is None:
            indicator = self.indicators.get("toilets_removed")
            row = Target(project=project, indicator=indicator, due_on=date(self.day.year, 12, 31))
        row.value = Decimal(value)
        return row

    def _record(self, project: Project, kind: str) -> DemolitionRecord:
        """The one record of its kind on the day."""
        rows = self.removed[project.pk, kind]
        if len(rows) > 1:
            raise ValidationError(
                f"{project.division}当日有{len(rows)}条{Kind(kind).label}拆除记录，"
                "请在拆除记录中更正。"
            )
        return rows[0] if rows else self._new_record(project, kind)

    def _new_record(self, project: Project, kind: str) -> DemolitionRecord:
        return DemolitionRecord(project=project, kind=kind, demolished_on=self.day)

    def _structures(self, project, area, qualifier: str, places: int | None) -> DemolitionRecord:
        """The day's record: its area is what the total has grown by."""
        row = self._record(project, Kind.UNAUTHORISED)
        row.places = row.places if places is None else places
        if area is not None:
            grown = Decimal(str(area)) - (self.area.get(project.pk) or 0)
            if grown < 0:
                raise ValidationError(
                    "私搭乱建累计面积比此前登记的拆除记录少，请核对，或在拆除记录中更正。"
                )
            row.area_m2, row.area_qualifier = grown, qualifier
        return row

    def store(self) -> None:
        """Write each table by one statement for new rows and one for changed ones."""
        fields = {
            Reading: ["value"],
            Target: ["value"],
            DemolitionRecord: ["places", "area_m2", "area_qualifier"],
        }
        for model, rows in self.written.items():
            known = [row for row in rows if row.pk is not None]
            insert(row for row in rows if row.pk is None)
            update(known, fields[model])
        if self.drafts:
            self.drafts.store()
