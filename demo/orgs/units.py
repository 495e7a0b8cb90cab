"""Units: the county's offices, headquarters, towns, municipal organs, committees, enterprises."""

from demo.context import SUMMER, Demo
from demo.data import toml
from orgs.models import Unit


def build(demo: Demo):
    """All units; `demo.units` finds the single ones by role, line or division code."""
    words = toml("organizations")
    county, units = demo.county, demo.units
    units["committee"] = _unit(demo, "committee", county, **words["committee"])
    group = _unit(demo, "leading_group", county, established_on=SUMMER, **words["leading_group"])
    units["leading_group"] = group
    office = words["campaign_office"]
    units["campaign_office"] = _unit(
        demo, "campaign_office", county, parent=group, established_on=SUMMER, **office
    )
    for line in words["lines"]:
        units[line["line"]] = _unit(
            demo,
            "headquarters",
            county,
            name=line["headquarters"],
            short_name=line["short_name"],
            parent=group,
            established_on=SUMMER,
        )
    company = words["municipal_company"]
    units["municipal_company"] = _unit(
        demo, "enterprise", county, name=company["name"], short_name=company["short_name"]
    )
    _towns(demo)
    _organs(demo, words)
    _committees(demo, words["words"])
    _enterprises(demo, words["enterprises"])


def _unit(demo: Demo, kind: str, division, **values) -> Unit:
    return demo.add(Unit, kind=kind, division=division, **values)


def _towns(demo: Demo):
    """The offices of the 14 streets, towns and townships."""
    for code, division in demo.divisions.items():
        if division.level == "township":
            kind = "street" if int(code[6:]) < 100 else "town"
            suffix = "办事处" if kind == "street" else "人民政府"
            demo.units[code] = _unit(
                demo, kind, division, name=division.name + suffix, short_name=division.name
            )


def _organs(demo: Demo, words: dict):
    prefix = words["words"]["organ_prefix"]
    for name in words["organs"]["names"]:
        short = f"市{name}" if name.startswith("委") else name
        unit = _unit(demo, "organ", demo.county, name=prefix + name, short_name=short)
        demo.organs.append(unit)


def _committees(demo: Demo, words: dict):
    """Residents' committees where there are courtyards, villagers' committees in the fringe."""
    places = toml("places")
    for by_community in places["courtyards"].values():
        for code in by_community:
            division = demo.divisions[code]
            demo.units[code] = _unit(
                demo,
                "residents_committee",
                division,
                name=division.short_name + words["residents_committee"],
                short_name=division.short_name,
                parent=demo.units[code[:9]],
            )
    for code in fringe_villages(demo):
        division = demo.divisions[code]
        demo.units[code] = _unit(
            demo,
            "villagers_committee",
            division,
            name=division.short_name + words["villagers_committee"],
            short_name=division.short_name,
            parent=demo.units[code[:9]],
        )


def _enterprises(demo: Demo, names: dict):
    for name in names["contractors"]:
        demo.contractors.append(_unit(demo, "enterprise", demo.county, name=name))
    streets = [demo.divisions[code] for code in toml("places")["courtyards"]]
    for street in streets:
        for name in names["merchants"]:
            demo.merchants.append(_unit(demo, "merchant", street, name=f"{name}({street.name})"))


def fringe_villages(demo: Demo) -> list[str]:
    """The codes of the villages that take part in the fringe project, town by town."""
    chosen = []
    for part in toml("places")["fringe"]:
        villages = [
            code
            for code, division in demo.divisions.items()
            if division.level == "village" and code.startswith(part["town"])
        ]
        others = [code for code in villages if code not in part["first"]]
        chosen += sorted(part["first"] + others[: part["villages"] - len(part["first"])])
    return chosen
