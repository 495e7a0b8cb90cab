"""Correcting a figure that has been verified."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.views import View

from ledgers import clock
from ledgers.pages.once import SentOnce
from orgs.access import Verb, visible_to
from projects.models import Reading, Report
from projects.reporting.forms import CorrectForm
from projects.reporting.readings import correct_reading


class ReportCorrectView(SentOnce, View):
    """Correct a verified figure: a new row from today on, with its reason."""

    verb = Verb.REVIEW
    title = "更正累计值"

    def get(self, request, pk):
        reading = self._reading(request, pk)
        return self._page(request, reading, CorrectForm(reading=reading))

    def post(self, request, pk):
        reading = self._reading(request, pk)
        form = CorrectForm(request.POST, reading=reading)
        if form.is_valid():
            value, qualifier = form.cleaned_data["value"]
            try:
                correct_reading(
                    reading=reading,
                    value=value,
                    qualifier=qualifier,
                    reason=form.cleaned_data["reason"],
                    by=request.user,
                    at=clock.now(),
                )
            except ValidationError as problem:
                fields = getattr(problem, "error_dict", None)
                for field, found in (problem.message_dict if fields else {}).items():
                    form.add_error(field if field in form.fields else None, found)
                if not fields:
                    form.add_error(None, problem.messages)
            else:
                messages.success(request, "已更正，即日起按新数据计入汇总，此前日期的数据不变。")
                return redirect("projects:report_detail", reading.report_id)
        return self._page(request, reading, form)

    @staticmethod
    def _reading(request, pk) -> Reading:
        """The verified reading `pk` of a report in the reader's scope, else 404."""
        rows = visible_to(Reading.objects.known_on(clock.today()), request.user, Verb.REVIEW)
        reading = rows.filter(pk=pk, report__isnull=False).first()
        if reading is None:
            raise Http404("没有这项已审核的数据。")
        return reading

    @staticmethod
    def _page(request, reading, form):
        report = Report.objects.for_pages().get(pk=reading.report_id)
        context = {"reading": reading, "report": report, "form": form}
        status = 422 if form.errors else 200
        return render(request, "projects/reporting/report_correct.html", context, status=status)
