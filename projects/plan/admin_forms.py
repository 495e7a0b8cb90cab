"""The admin form of a milestone: no start of works before the notice of the decision has run."""

from django import forms
from django.core.exceptions import ValidationError

from projects.civic.notice_clock import may_start
from projects.models import Milestone


class MilestoneAdminForm(forms.ModelForm):
    class Meta:
        model = Milestone
        fields = ("project", "stage", "planned_on", "actual_on", "note")

    def clean(self):
        """Ask the clock where an actual day of 开工 is entered or moved."""
        cleaned = super().clean()
        day, project = cleaned.get("actual_on"), cleaned.get("project")
        moved = {"actual_on", "stage", "project"} & set(self.changed_data)
        if cleaned.get("stage") == Milestone.Stage.START and day and project and moved:
            try:
                may_start(project, day)
            except ValidationError as refused:
                self.add_error("actual_on", refused)
        return cleaned
