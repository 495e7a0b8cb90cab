"""Briefs and pictures (rows without files: a picture is never compulsory)."""

from datetime import date

from campaign.models import Brief, Photo
from demo.context import Demo
from demo.data import toml


def build(demo: Demo):
    """The briefs of the data file, and a spot before and after its renewal."""
    words = toml("words")
    press = words["press"]
    briefs = [
        demo.add(
            Brief,
            division=demo.county,
            number=brief["number"],
            year=brief["on"].year,
            title=brief["title"],
            body=brief["body"],
            byline=press["byline"],
            correspondent=press["correspondent"],
            published_on=brief["on"],
        )
        for brief in words["briefs"]
    ]
    village = next(p for p in demo.projects["village"] if p.is_demonstration)
    section = next(p for p in demo.projects["road_section"] if p.is_demonstration)
    before = _photo(demo, briefs[0], village, "before", press["before"], date(2021, 3, 1))
    _photo(demo, briefs[0], village, "after", press["after"], date(2021, 3, 21), pair=before)
    _photo(demo, briefs[0], village, "during", press["listening"], date(2021, 3, 9))
    _photo(demo, briefs[1], section, "during", press["night"], date(2021, 3, 18))


def _photo(demo: Demo, brief, project, moment, caption, taken_on, pair=None) -> Photo:
    return demo.add(
        Photo,
        division=project.division,
        brief=brief,
        project=project,
        moment=moment,
        caption=caption,
        taken_on=taken_on,
        pair=pair,
    )
