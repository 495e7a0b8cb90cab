"""Divisions of the county from the official list, and the demo campaign itself."""

import re

from campaign.models import Campaign, CampaignText
from demo.context import Demo
from demo.data import table, toml
from ledgers.pinyin_readings import set_readings
from orgs.models import Division

LENGTH = {"county": 6, "township": 9, "community": 12, "village": 12}
# What a list leaves out of the name of a community or a village.
BODY = re.compile(r"(社区居委会|社区|村委会)$")


def build(demo: Demo):
    """Province, prefecture, county, towns, communities and villages; the campaign and its words."""
    set_readings(readings={row["term"]: row["reading"] for row in table("readings")})
    for row in table("upper_divisions"):
        _division(
            demo, row["code"], row["name"], row["short_name"], row["level"], row["parent_code"]
        )
    for row in table("xingyang_divisions"):
        code = row["code"][: LENGTH[row["level"]]]
        if code not in demo.divisions:
            short = BODY.sub("", row["name"])
            parent = code[:6] if len(code) == 9 else code[:9]
            _division(demo, code, row["name"], short, row["level"], parent)
    demo.county = next(d for d in demo.divisions.values() if d.level == "county")
    _campaign(demo)


def _division(demo, code, name, short_name, level, parent):
    demo.divisions[code] = demo.add(
        Division,
        code=code,
        name=name,
        short_name=short_name,
        level=level,
        parent=demo.divisions.get(parent),
    )


def _campaign(demo: Demo):
    words = toml("organizations")["campaign"]
    campaign = demo.add(
        Campaign,
        county=demo.county,
        name=words["name"],
        full_name=words["full_name"],
        started_on=words["started_on"],
        is_demo=True,
    )
    for kind, texts in toml("words")["campaign_texts"].items():
        for position, text in enumerate(texts, 1):
            demo.add(CampaignText, campaign=campaign, kind=kind, text=text, position=position)
