"""Pictures before and after: added on the page of a project or a courtyard, shown to the public by choice."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View

from courtyards.models import Courtyard
from ledgers import clock
from ledgers.meanwhile import ChangedMeanwhile
from ledgers.media.picture_field import PictureField
from ledgers.pages.once import SentOnce
from orgs.access import Verb
from orgs.actions.forms import DayPickerField
from projects.civic.photo_pairs import add_pair, change_pair, token_of_pair
from projects.civic.public_views import shown_picture
from projects.civic.views import put_refusal
from projects.models import BeforeAfterPhoto, Project

PUBLIC_HINT = "照片里没有可辨认的人脸、车牌和住户信息，才可以公开。"


class PairForm(forms.Form):
    spot = forms.CharField(
        label="拍摄位置", max_length=60, help_text="前后在同一个位置拍，例如：3号楼东侧路口。"
    )
    before = PictureField(label="改造前照片")
    before_on = DayPickerField(label="改造前拍摄日期")
    after = PictureField(label="改造后照片", required=False, help_text="还没有改完的，以后再补。")
    after_on = DayPickerField(label="改造后拍摄日期", required=False)
    is_public = forms.BooleanField(label="对外公开", required=False, help_text=PUBLIC_HINT)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = "请填写此项。"


class PairChangeForm(PairForm):
    """The picture after, and who may see the pair."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("spot", "before", "before_on"):
            del self.fields[name]


class PairListView(View):
    """GET: the pairs of a project or courtyard, with the form of a new one."""

    verb = Verb.VIEW
    title = "项目前后对比照片"
    model, noun = Project, "project"

    def get(self, request, pk):
        place = self._place(pk)
        may_edit = request.user.may(Verb.EDIT, place)
        initial = {"before_on": clock.today()}
        return self._page(place, PairForm(initial=initial) if may_edit else None)

    def _place(self, pk):
        return get_object_or_404(self.model.objects.visible_to(self.request.user), pk=pk)

    def _page(self, place, form, status: int = 200):
        detail = "courtyards:courtyard" if self.model is Courtyard else "projects:project"
        context = {
            "place": place,
            "pairs": place.photo_pairs.all(),
            "form": form,
            "may_edit": form is not None,
            "add": reverse(f"projects:{self.noun}_photo_add", args=[place.pk]),
            "back": reverse(f"{detail}_detail", args=[place.pk]),
        }
        return render(self.request, "projects/civic/photo_pairs.html", context, status=status)

    def _address(self, pk) -> str:
        return reverse(f"projects:{self.noun}_photos", args=[pk])


class PairAddView(SentOnce, PairListView):
    """POST: a new pair, from the form below the pairs."""

    verb = Verb.EDIT
    title = "添加项目对比照片"

    def get(self, request, pk):
        return redirect(self._address(self._place(pk).pk))

    def post(self, request, pk):
        place = self._place(pk)
        if not request.user.may(Verb.EDIT, place):
            raise PermissionDenied
        form = PairForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                add_pair(place=place, today=clock.today(), **form.cleaned_data)
            except ValidationError as refused:
                put_refusal(form, refused)
            else:
                messages.success(request, "已添加对比照片。")
                return redirect(self._address(pk))
        return self._page(place, form, 422)


class CourtyardPairListView(PairListView):
    verb = Verb.VIEW
    title = "楼院前后对比照片"
    model, noun = Courtyard, "courtyard"


class CourtyardPairAddView(PairAddView):
    verb = Verb.EDIT
    title = "添加楼院对比照片"
    model, noun = Courtyard, "courtyard"


class PairView(SentOnce, View):
    """GET: the form of one pair. POST: the picture after, and whether everybody may see the pair."""

    verb = Verb.EDIT
    title = "修改对比照片"

    def get(self, request, pk):
        pair = self._pair(pk)
        initial = {"is_public": pair.is_public, "after_on": pair.after_on or clock.today()}
        return self._page(pair, PairChangeForm(initial=initial))

    def post(self, request, pk):
        pair = self._pair(pk)
        form = PairChangeForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                change_pair(
                    pair=pair,
                    today=clock.today(),
                    shown=request.POST.get("shown"),
                    **form.cleaned_data,
                )
            except ChangedMeanwhile as changed:
                form.add_error(None, changed)
                return self._page(self._pair(pk), form, 409)
            except ValidationError as refused:
                put_refusal(form, refused)
            else:
                messages.success(request, "已保存。")
                return redirect(pairs_address(pair))
        return self._page(pair, form, 422)

    def _pair(self, pk) -> BeforeAfterPhoto:
        pair = get_object_or_404(BeforeAfterPhoto.objects.visible_to(self.request.user), pk=pk)
        if not self.request.user.may(Verb.EDIT, pair):
            raise PermissionDenied
        return pair

    def _page(self, pair, form, status: int = 200):
        context = {
            "pair": pair, "form": form, "back": pairs_address(pair),
            "shown_token": token_of_pair(pair),
        }  # fmt: skip
        return render(self.request, "projects/civic/photo_pair.html", context, status=status)


def pairs_address(pair: BeforeAfterPhoto) -> str:
    """The page of all pairs of its place."""
    if pair.project_id:
        return reverse("projects:project_photos", args=[pair.project_id])
    return reverse("projects:courtyard_photos", args=[pair.courtyard_id])


class PictureView(View):
    """GET: one picture of a pair, for those who see its place."""

    verb = Verb.VIEW
    title = "改造前照片"  # of the second address: 改造后照片
    which = "before"

    def get(self, request, pk):
        pair = get_object_or_404(BeforeAfterPhoto.objects.visible_to(request.user), pk=pk)
        return shown_picture(getattr(pair, self.which))
