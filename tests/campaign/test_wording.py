"""What forms say: in Chinese, one name for one thing, and no dashes for nothing chosen."""

from decimal import Decimal
from html import unescape

import pytest
from django import forms
from django.urls import reverse
from pages import pieces, read

from projects.models import Milestone, MoneySheet, WorkShift
from projects.stages import word_of
from tests.test_permissions import URLS, address, model_of, needs_row


def words(response) -> str:
    return unescape(response.content.decode())


def pages(user):
    """The addresses of all pages that take a row that `user` sees, or none."""
    for name in URLS:
        if not needs_row(name):
            yield address(name)
            continue
        rows = model_of(URLS[name])._default_manager
        found = rows.visible_to(user).first() if hasattr(rows, "visible_to") else rows.first()
        if found is not None:
            yield address(name, found.pk)


@pytest.mark.parametrize("account", ["suohe", "orgdept", "roads-hq", "fringe-hq"])
def test_no_page_offers_dashes_for_nothing(demo, as_user, account):
    user = demo[account]
    client, forms_seen = as_user(user), 0
    for page in pages(user):
        answer = client.get(page)
        if answer.status_code != 200 or "text/html" not in answer.get("Content-Type", ""):
            continue
        text = answer.content.decode(errors="ignore")
        forms_seen += read(answer).find("select") is not None
        assert "-----" not in text, page
    assert forms_seen > 20


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        (forms.IntegerField(min_value=0), "-1", "不能为负数。"),
        (forms.IntegerField(min_value=1), "0", "不能小于1。"),
        (forms.IntegerField(max_value=99), "100", "不能大于99。"),
        (forms.DecimalField(max_digits=6, decimal_places=2), "1.234", "最多2位小数。"),
        (forms.DecimalField(max_digits=6, decimal_places=2), "123456", "数字过大，请核对。"),
        (forms.CharField(max_length=2), "三个字", "最多2字，现有3字，请写短一些。"),
    ],
)
def test_what_a_form_says_of_a_number_that_does_not_fit(field, value, told):
    with pytest.raises(forms.ValidationError) as error:
        field.clean(value)
    assert error.value.messages == [told]


@pytest.mark.parametrize(
    ("row", "name", "told"),
    [
        (MoneySheet(paid_wan=Decimal("-0.5")), "paid_wan", "不能为负数。"),
        (WorkShift(workers=-1), "workers", "不能为负数。"),
        (WorkShift(workers=2**31), "workers", "数字过大，请核对。"),
    ],
)
def test_what_a_row_says_of_a_number_that_does_not_fit(row, name, told):
    with pytest.raises(forms.ValidationError) as error:
        row.clean_fields()
    assert error.value.message_dict[name] == [told]


def test_a_milestone_has_one_name_on_all_pages(demo, as_user):
    client = as_user(demo["leader"])
    for kind in ("old_community", "road_section", "village"):
        row = Milestone.objects.filter(stage="works", project__kind=kind).first()
        word = word_of(kind, "works")
        assert row.get_stage_display() == word and str(row).endswith(word)
        detail = pieces(client.get(reverse("projects:milestone_detail", args=[row.pk])))
        assert word in detail and "施工" not in detail
        asked = {"stage": "works", "q": row.project.name}
        listed = client.get(reverse("projects:milestone_list"), asked)
        assert word in pieces(listed)
        csv = client.get(reverse("projects:milestone_list"), asked | {"format": "csv"})
        assert f"{word}," in b"".join(csv.streaming_content).decode("utf-8-sig")
