"""Working copies of the demo county: out, edited, and back in."""

import io
from datetime import date

import openpyxl
import pytest
from makers import START, make_building, make_courtyard, make_person
from taken_copies import assert_ten_changes, column, edit_ten, read, saved, taken
from workbooks import BROAD

from courtyards.heads.services import appoint_head
from courtyards.models import Building, Courtyard, Headship, Survey
from ledgers import clock
from ledgers.importing.apply import apply_outcome
from ledgers.importing.outcome import read_file
from ledgers.importing.undo import undo_import
from ledgers.pinyin import pinyin_key
from orgs.imports.permitted import KINDS


@pytest.fixture
def orgdept(demo):
    return demo["orgdept"]


HOUSEHOLDS, NAME = 10, 4  # columns of 楼院台账


@pytest.mark.parametrize("kind", KINDS)
def test_untouched_nothing_changes(orgdept, kind):
    outcome = read(kind, saved(taken(kind, orgdept)))
    assert outcome.counts["unchanged"] == len(outcome.records) > 0


@pytest.mark.parametrize("kind", KINDS)
def test_ten_cells_are_ten_changes(orgdept, kind):
    edited = []
    content = saved(taken(kind, orgdept), lambda sheet: edited.extend(edit_ten(sheet, kind)))
    assert_ten_changes(read(kind, content), kind, edited)


class TestOneCopy:
    """楼院台账 of the whole county; its first line of data is row 5."""

    @pytest.fixture
    def copy(self, orgdept):
        return taken("courtyards", orgdept)

    def courtyard(self, copy, row):
        book = openpyxl.load_workbook(io.BytesIO(copy))
        lines = book["底稿信息"].iter_rows(values_only=True)
        return Courtyard.objects.get(pk=next(line[1] for line in lines if line[0] == row))

    def by_row(self, content, **more):
        outcome = read("courtyards", content, **more)
        return {record.row: record for record in outcome.records}, outcome

    def test_what_somebody_changed_since_is_a_conflict(self, copy):
        for row in (7, 8):
            survey = self.courtyard(copy, row).surveys.order_by("-surveyed_on", "-pk").first()
            survey.residents = 7777
            survey.save()

        def edit(sheet):
            sheet.cell(7, HOUSEHOLDS).value = 21
            sheet.cell(8, column(sheet, "人口数", "总数")).value = 7777

        rows, outcome = self.by_row(saved(copy, edit))
        assert outcome.counts["conflict"] == 1 and outcome.counts["unchanged"] == 223
        assert [one.key for one in rows[7].problems] == ["households", "residents"]
        assert "台账现为“7777”" in rows[7].problems[1].text
        assert rows[8].status == "unchanged"

    def test_what_somebody_entered_for_a_later_day(self, copy):
        place = self.courtyard(copy, 7)
        Survey.objects.create(
            courtyard=place, surveyed_on=date(2021, 5, 2), buildings=9, households=8, residents=77
        )
        content = saved(copy, lambda sheet: setattr(sheet.cell(7, HOUSEHOLDS), "value", 21))
        later = read_file(KINDS["courtyards"], content, "底稿.xlsx", today=date(2021, 5, 3))
        assert [one.status for one in later.records if one.row == 7] == ["conflict"]
        assert later.counts["unchanged"] == 223

    def test_a_row_that_is_gone_is_told(self, copy):
        place = self.courtyard(copy, 7)
        Courtyard.objects.filter(pk=place.pk).update(until=clock.today())
        rows, outcome = self.by_row(saved(copy))
        assert outcome.counts["conflict"] == 1
        assert "台账里已没有这一行" in rows[7].problems[0].text

    def test_rows_that_were_moved_are_found_again(self, copy):
        def edit(sheet):
            for place in range(2, sheet.max_column + 1):
                one, other = sheet.cell(7, place), sheet.cell(9, place)
                one.value, other.value = other.value, one.value
            sheet.cell(7, HOUSEHOLDS).value = 21

        rows, outcome = self.by_row(saved(copy, edit))
        assert outcome.counts["unchanged"] == 223
        assert rows[7].pk == self.courtyard(copy, 9).pk
        assert set(rows[7].changes) == {"households"}

    def test_a_new_name_is_not_a_new_courtyard(self, copy):
        rows, outcome = self.by_row(
            saved(copy, lambda sheet: setattr(sheet.cell(7, NAME), "value", "示例新名院"))
        )
        assert outcome.counts["new"] == 0 and rows[7].pk == self.courtyard(copy, 7).pk
        assert rows[7].changes == {"name": (self.courtyard(copy, 7).name, "示例新名院")}

    def test_what_stands_beside_the_figures_is_stored_as_well(self, copy):
        before = self.courtyard(copy, 7)

        def edit(sheet):
            sheet.cell(7, NAME).value = "示例新名院"
            sheet.cell(7, 5).value = "示例路9号"
            sheet.cell(8, column(sheet, "人口数", "60岁以上")).value = 6
            sheet.cell(9, column(sheet, "人口数", "60岁以上")).value = "六七个"

        rows, outcome = self.by_row(saved(copy, edit))
        assert (outcome.counts["changed"], outcome.counts["doubtful"]) == (2, 1)
        assert "不随底稿导入" in rows[9].problems[0].text
        apply_outcome(outcome=outcome)
        after = Courtyard.objects.get(pk=before.pk)
        assert (after.name, after.location) == ("示例新名院", "示例路9号")
        place = self.courtyard(copy, 8)
        survey = place.surveys.order_by("-surveyed_on", "-pk").first()
        assert (survey.elderly, survey.surveyed_on) == (6, clock.today())
        assert survey.party_members is not None and survey.entrances is not None

    def test_a_key_from_elsewhere_is_wrong(self, copy):
        """A key was exchanged for that of a row outside the account's scope."""
        mine = self.courtyard(copy, 7)
        other = Courtyard.objects.exclude(division__code__startswith=mine.division_id[:9]).first()
        book = openpyxl.load_workbook(io.BytesIO(copy))
        for line in book["底稿信息"].iter_rows():
            if line[0].value == 7:
                line[1].value = str(other.pk)
            elif line[1].value == str(other.pk):
                line[1].value = str(mine.pk)
        stream = io.BytesIO()
        book.save(stream)
        rows, outcome = self.by_row(stream.getvalue(), within=(mine.division_id,))
        inside = [one for one in rows.values() if one.status == "unchanged"]
        # The name in the row says which it is, and the key that was put there says nothing.
        assert {one.values["community_code"] for one in inside} == {mine.division_id}
        assert outcome.counts["wrong"] == len(rows) - len(inside) > 0

    @pytest.mark.parametrize("sheet", [None, "kind", "nonsense"])
    def test_without_its_hidden_sheet_it_is_read_like_any_other(self, copy, sheet):
        book = openpyxl.load_workbook(io.BytesIO(copy))
        if sheet is None:
            del book["底稿信息"]
        elif sheet == "kind":
            book["底稿信息"]["B2"] = "weekly"
        else:
            book["底稿信息"]["B9"] = "=1/0"
        stream = io.BytesIO()
        book.save(stream)
        _, outcome = self.by_row(stream.getvalue())
        assert outcome.counts["changed"] == outcome.counts["new"] == 0
        assert all(record.pk is None for record in outcome.records)


class TestCarriedAlong:
    """Courtyards that a copy of 楼院台账 gives another name or community, stored and taken back."""

    @pytest.fixture
    def places(self, demo):
        """Three courtyards of 广场 with a building and its head each."""
        found = [make_courtyard(f"随迁{n}院", BROAD) for n in "甲乙丙"]
        for place in found:
            building = make_building(place)
            person = make_person(f"示例{place.name[2]}", code=BROAD)
            appoint_head(person=person, building=building, since=START)
        return found

    def copy(self, orgdept, changes):
        """A copy in which courtyards have other names and communities."""

        def edit(sheet):
            name, community = column(sheet, "楼院（片区）名称"), column(sheet, "社区")
            for line in sheet.iter_rows(min_row=5):
                if said := changes.get(line[name - 1].value):
                    line[name - 1].value, line[community - 1].value = said

        return saved(taken("courtyards", orgdept), edit)

    def store(self, copy):
        """Read and store it; what comes of it."""
        outcome = read("courtyards", copy)
        outcome.batch = apply_outcome(outcome=outcome)
        return outcome

    def state(self):
        return [
            list(model.objects.order_by("pk").values_list())
            for model in (Courtyard, Building, Headship)
        ]

    def test_all_that_lies_in_them_goes_along_and_comes_back(self, orgdept, places):
        before = self.state()
        to = {"随迁甲院": ("随迁丁院", "兴华"), "随迁乙院": ("随迁乙院", "兴华")}
        outcome = self.store(self.copy(orgdept, to))
        assert outcome.counts["changed"] == 2
        first, second, third = [Building.objects.get(courtyard=one) for one in places]
        assert first.search_text == pinyin_key("随迁丁院1号楼")
        divisions = [row.division_id for row in (first, second, third)]
        assert divisions == ["410182001004", "410182001004", BROAD]
        assert {one.division_id for one in Headship.objects.filter(building=first)} == {
            "410182001004"
        }
        undo_import(batch=outcome.batch)
        assert self.state() == before

    def test_a_name_that_is_taken_is_refused_and_the_others_are_kept(self, orgdept, places):
        to = {
            "随迁甲院": ("随迁戊院", "广场"),
            "随迁乙院": ("随迁乙院", "兴华"),
            "随迁丙院": ("随迁己院", "兴华"),
        }
        copy = self.copy(orgdept, to)
        make_courtyard("随迁乙院", "410182001004")
        outcome = self.store(copy)
        wrong = [one for one in outcome.records if one.status == "wrong"]
        assert [one.pk for one in wrong] == [places[1].pk]
        assert "该社区已有同名楼院" in wrong[0].problems[-1].text
        names = [Courtyard.objects.get(pk=one.pk).name for one in places]
        assert names == ["随迁戊院", "随迁乙院", "随迁己院"]
        assert Courtyard.objects.get(pk=places[1].pk).division_id == BROAD
