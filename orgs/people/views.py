"""Mending pages of the organisation: secretaries, ending posts; and phone numbers."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views import View

from ledgers import clock
from ledgers.formats import zh_date
from ledgers.models import AuditKind
from ledgers.trail import audit
from orgs.access import Verb
from orgs.accounts.services import reveal_phone
from orgs.actions.forms import EndForm
from orgs.actions.views import MendView, holders
from orgs.models import PartyOrganization, Person, Post
from orgs.people.choosing import SecretaryForm
from orgs.people.services import appoint, end_post, replace_post


class SecretaryAppointView(MendView):
    """The secretary of a Party organisation, or the leader of a Party group."""

    model = PartyOrganization
    verb = Verb.ORGANISE
    title = "任命书记、组长"
    form_class = SecretaryForm
    detail_name = "orgs:organization_detail"
    submit = "确认任命"

    @property
    def heading(self):
        return "任命党小组长" if self.role == Post.Role.GROUP_LEADER else "任命书记"

    def look_up(self):
        row = super().look_up()
        is_group = row.kind == PartyOrganization.Kind.GROUP
        self.role = Post.Role.GROUP_LEADER if is_group else Post.Role.SECRETARY
        return row

    def present(self, row):
        posts = row.posts.on(clock.today()).filter(role=self.role)
        return posts.select_related("person").first()

    def facts(self, row):
        parent = PartyOrganization.objects.get_parent(row)
        present = self.present(row)
        return [
            ("类别", row.get_kind_display()),
            ("上级党组织", parent.name if parent else "—"),
            ("现任", present.person.name if present else "空缺"),
        ]

    def history(self, row):
        posts = row.posts.filter(role=self.role).select_related("person")
        return holders(posts, "person", "appointed_by")

    def advice(self, row):
        present = self.present(row)
        return f"登记后，{present.person.name}的任职于同日结束。" if present else ""

    def initial(self, row):
        parent = PartyOrganization.objects.get_parent(row)
        return super().initial(row) | {
            "party_status": Person.PartyStatus.FULL,
            "appointed_by": parent.name if parent else "",
        }

    @transaction.atomic
    def perform(self, row, form):
        data, present = form.cleaned_data, self.present(row)
        person = form.person_of(row.division)
        by_office = data["appointed_by"]
        if present:
            replace_post(post=present, person=person, on=data["since"], by_office=by_office)
        else:
            appoint(
                person=person,
                role=self.role,
                organization=row,
                since=data["since"],
                by_office=by_office,
            )
        return f"已登记{person.name}为{row.name}{Post.Role(self.role).label}。"


class PostEndView(MendView):
    model = Post
    verb = Verb.ORGANISE
    form_class = EndForm
    title = "结束任职"
    submit = "确认结束"
    danger = True

    @property
    def detail_name(self):
        return "orgs:person_detail"

    def detail_row(self, row):
        return row.person

    def facts(self, row):
        return [
            ("人员", row.person.name),
            ("任职", f"{row.organization or row.unit} {row.get_role_display()}"),
            ("起始", zh_date(row.since)),
            ("终止", zh_date(row.until) if row.until else "仍在任"),
        ]

    def advice(self, row):
        return "结束后该职务即为空缺，依据此任职取得的授权同日终止。"

    def perform(self, row, form):
        post = end_post(post=row, on=form.cleaned_data["on"])
        return f"已登记：{row.person.name}自{zh_date(post.until)}起不再任{row.get_role_display()}。"


class PhoneRevealView(View):
    """POST: show one full phone number, once, and keep a record of who looked."""

    verb = Verb.EDIT
    title = "查看电话"

    def post(self, request, pk):
        person = get_object_or_404(Person.objects.visible_to(request.user), pk=pk)
        if not any(request.user.may(verb, person) for verb in (Verb.EDIT, Verb.ORGANISE)):
            raise Http404  # whoever's duty does not cover the person learns nothing, not even this
        try:
            phone = reveal_phone(user=request.user, person=person)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("orgs:person_detail", pk=person.pk)
        audit.record(AuditKind.REVEAL, request=request, obj=person)
        response = render(request, "orgs/people/phone.html", {"person": person, "phone": phone})
        response["Cache-Control"] = "no-store"
        return response


mending_urls = [
    path(
        "organizations/<int:pk>/secretary/",
        SecretaryAppointView.as_view(),
        name="secretary_appoint",
    ),
    path("posts/<int:pk>/end/", PostEndView.as_view(), name="post_end"),
    path("people/<int:pk>/phone/", PhoneRevealView.as_view(), name="phone_reveal"),
]
