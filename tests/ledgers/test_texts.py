"""Too long a text is refused with a word, and comes back whole; nothing cuts it silently."""

import pytest
from django import forms
from django.test import Client
from django.urls import reverse
from makers import make_unit
from pages import read

from ledgers.text_limits import drop_maxlength
from projects.models import Problem

pytestmark = pytest.mark.usefixtures("county")


class Short(forms.Form):
    text = forms.CharField(max_length=10, widget=forms.Textarea)

    def __init__(self, *args):
        super().__init__(*args)
        drop_maxlength(self)


@pytest.mark.parametrize(
    ("typed", "told"), [("字" * 10, []), ("字" * 13, ["最多10字，超出3字，请删减后再提交。"])]
)
def test_a_text_is_told_how_much_it_is_over(typed, told):
    form = Short({"text": typed})
    assert form.errors.get("text", []) == told
    box = read(str(form["text"])).textarea
    assert not box.has_attr("maxlength") and box["data-most"] == "10"


@pytest.fixture
def problem():
    return Problem.objects.create(
        title="示例", category="leak", source="resident", division_id="410182001001",
        responsible_unit=make_unit(), raised_on="2021-03-01", due_on="2021-04-10",
    )  # fmt: skip


def test_a_long_paste_comes_back_whole(problem, street_reporter):
    client = Client()
    client.force_login(street_reporter)
    page = reverse("projects:problem_close", args=[problem.pk])
    answer = client.post(page, {"ending": "cannot", "note": "长" * 3000, "on": "2021-04-30"})
    assert answer.status_code == 422 and "长" * 3000 in answer.text
    assert "最多300字，超出2700字" in answer.text


def test_a_ledgers_form_says_it_too(problem, street_reporter):
    client = Client()
    client.force_login(street_reporter)
    answer = client.post(reverse("projects:problem_create"), {"title": "长" * 200})
    assert "最多120字，超出80字" in answer.text and "长" * 200 in answer.text


def test_no_text_of_several_lines_is_cut_by_the_browser(settings):
    pages = (settings.BASE_DIR / "templates").rglob("*.html")
    boxes = [box for page in pages for box in read(page.read_text("utf-8")).select("textarea")]
    assert boxes and not [box for box in boxes if box.has_attr("maxlength")]
