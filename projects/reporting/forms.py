"""What people type into a weekly report: soft figures as they are said, reasons, corrections."""

from dataclasses import dataclass
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError

from ledgers.fields import SoftFigureField, written
from ledgers.formats import number, weakest
from ledgers.models import Qualifier
from ledgers.text_limits import drop_maxlength
from projects.models import Indicator, Reading, Report
from projects.reporting.readings import check_value
from projects.reporting.report_lines import ReportLine

Q = Qualifier


@dataclass
class Card:
    """One indicator on the form: its line and its two fields, either of which may be typed."""

    line: ReportLine
    increment: forms.BoundField
    total: forms.BoundField
    reason: forms.BoundField
    question: str  # what is unusual about the figure, "" for nothing

    @property
    def errors(self) -> list[str]:
        return [*self.increment.errors, *self.total.errors, *self.reason.errors]


class ReportForm(forms.Form):
    """The weekly report: for each indicator this week's increment or the total, and a remark.

    After `is_valid()` the cumulative totals stand in `values` by indicator code, those of faulty
    fields left out, so that a draft can keep the rest; in `reasons` why they are as they are.
    """

    remark = forms.CharField(label="情况说明", max_length=300, required=False)

    def __init__(self, *args, report: Report, lines: list[ReportLine], **kwargs):
        self.lines = lines
        initial = {"remark": report.remark}
        for line in lines:
            if line.reading:
                change, total = typed_pair(line)
                initial[f"inc-{line.indicator.code}"] = change
                initial[f"tot-{line.indicator.code}"] = total
                initial[f"why-{line.indicator.code}"] = line.reading.reason
        super().__init__(*args, initial=initial, **kwargs)
        for line in lines:
            name, unit = line.indicator.name, line.indicator.unit
            self.fields[f"inc-{line.indicator.code}"] = SoftFigureField(
                label=f"{name}：本周新增", unit=unit
            )
            self.fields[f"tot-{line.indicator.code}"] = SoftFigureField(
                label=f"{name}：累计", unit=unit
            )
            self.fields[f"why-{line.indicator.code}"] = forms.CharField(
                label=f"{name}：原因", max_length=300, required=False
            )
        drop_maxlength(self)
        self.values: dict[str, tuple[Decimal, str] | None] = {}

    @property
    def cards(self) -> list[Card]:
        return [
            Card(
                line,
                self[f"inc-{line.indicator.code}"],
                self[f"tot-{line.indicator.code}"],
                self[f"why-{line.indicator.code}"],
                self.question(line),
            )
            for line in self.lines
        ]

    def question(self, line: ReportLine) -> str:
        """What is unusual about the figure typed (or, on an untouched page, stored), else ""."""
        stored = (line.value, line.qualifier) if line.reading and not self.is_bound else None
        figure = self.values.get(line.indicator.code, stored)
        return line.question_about(figure[0]) if figure else ""

    @property
    def reasons(self) -> dict[str, str]:
        """Why a figure is not as usual, by indicator code, as typed beside it."""
        codes = [line.indicator.code for line in self.lines]
        return {code: self.cleaned_data.get(f"why-{code}", "") for code in codes}

    def clean(self):
        cleaned = super().clean()
        for line in self.lines:
            code = line.indicator.code
            if f"inc-{code}" not in cleaned or f"tot-{code}" not in cleaned:
                continue  # what was typed is no figure; its field says so
            increment, total = self._typed_anew(line)
            try:
                self.values[code] = resolve(line, increment, total)
            except ValidationError as error:
                self.add_error(f"tot-{code}" if total else f"inc-{code}", error)
        return cleaned

    def _typed_anew(self, line: ReportLine):
        """Increment and total as typed; where only one of a stored pair was changed, that one."""
        names = [f"inc-{line.indicator.code}", f"tot-{line.indicator.code}"]
        increment, total = (self.cleaned_data[name] for name in names)
        if line.reading and increment and total:
            touched = [name in self.changed_data for name in names]
            if touched == [True, False]:
                return increment, None
            if touched != [True, True]:
                return None, total
        return increment, total

    def refuse(self, errors: dict[str, list[str]]) -> None:
        """Put a service's messages, by indicator code or `remark`, beside their fields."""
        for code, messages in errors.items():
            name = f"tot-{code}" if f"tot-{code}" in self.fields else code
            self.add_error(name if name in self.fields else None, messages)


def resolve(line: ReportLine, increment, total) -> tuple[Decimal, str] | None:
    """The cumulative total that was meant by an increment, a total, or both.

    Raises ValidationError where the two do not agree or the total cannot stand.
    """
    if increment is None and total is None:
        return None
    last_softness = line.last.qualifier if line.last else Q.EXACT
    if total is None:
        value, softness = line.base + increment[0], weakest([last_softness, increment[1]])
    elif increment is not None and line.base + increment[0] != total[0]:
        raise ValidationError(
            f"上次 {number(line.base)} 加本周新增 {number(increment[0])} 应为 "
            f"{number(line.base + increment[0])}，与累计 {number(total[0])} 不一致，请改其中一项。"
        )
    else:
        value, softness = total[0], weakest([total[1], *([increment[1]] if increment else [])])
    check_value(line.indicator, value)
    return value, softness


def typed_pair(line: ReportLine, figure: tuple[Decimal, str] | None = None) -> tuple[str, str]:
    """Increment and total as they stand in their fields, of `figure` or of what is stored."""
    if figure is None and not line.reading:
        return "", ""
    value, qualifier = figure or (line.value, line.qualifier)
    unit = line.indicator.unit
    return written(value - line.base, Q.EXACT, unit), written(value, qualifier, unit)


def figure_labels(names) -> dict[str, str]:
    """What the fields of `names` are called that belong to figures: 投资：本周新增."""
    words = {"inc": "本周新增", "tot": "累计", "why": "原因", "about": "退回原因"}
    parts = {name: name.split("-", 1) for name in names if "-" in name}
    known = dict(
        Indicator.objects.filter(code__in={code for _, code in parts.values()})
        .values_list("code", "name")
    )  # fmt: skip
    return {
        name: f"{known[code]}：{words[part]}"
        for name, (part, code) in parts.items()
        if part in words and code in known
    }


class ReturnForm(forms.Form):
    """A reviewer sends a report back: what is wrong with which figure, or with the whole report."""

    reason = forms.CharField(label="退回原因", max_length=300, required=False)

    def __init__(self, *args, indicators, **kwargs):
        super().__init__(*args, **kwargs)
        self.indicators = list(indicators)
        for indicator in self.indicators:
            self.fields[f"about-{indicator.code}"] = forms.CharField(
                label=f"{indicator.name}：退回原因", max_length=300, required=False
            )
        drop_maxlength(self)

    @property
    def reasons(self) -> dict[str, str]:
        """What is wrong, by indicator code."""
        typed = {one.code: self.cleaned_data.get(f"about-{one.code}") for one in self.indicators}
        return {code: text for code, text in typed.items() if text}

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned.get("reason") and not self.reasons:
            self.add_error("reason", "请写明退回原因，填报人据此修改。")
        return cleaned


class ReopenForm(forms.Form):
    """A reviewer reopens a report of a locked week: why."""

    reason = forms.CharField(
        label="重开原因",
        max_length=300,
        error_messages={"required": "请写明重开原因，留在办理过程里。"},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        drop_maxlength(self)


class CorrectForm(forms.Form):
    """A reviewer corrects a verified figure: the right total and why."""

    reason = forms.CharField(
        label="更正原因",
        max_length=300,
        error_messages={"required": "请写明更正原因，原数据与原因都留在记录里。"},
    )

    def __init__(self, *args, reading: Reading, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["value"] = SoftFigureField(label="更正后的累计", unit=reading.indicator.unit)
        drop_maxlength(self)

    def clean_value(self):
        value = self.cleaned_data["value"]
        if value is None:
            raise ValidationError("请填写更正后的累计。")
        return value
