"""From the page of a place to the form of something new there."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views import View

from orgs.access import Verb


class FromPlaceView(View):
    """GET: on to the form `to`, with this row filled in as `field`. A row out of scope is a 404."""

    model = None
    verb = Verb.EDIT
    title = ""  # each address says its own
    to = field = ""

    def get(self, request, pk):
        row = get_object_or_404(self.model.objects.visible_to(request.user), pk=pk)
        return redirect(f"{reverse(self.to)}?{self.field}={row.pk}")
