"""Who answers for a courtyard or a building, from the community's general branch downward."""

from dataclasses import dataclass

from courtyards.models import BranchCoverage, GroupCoverage, Headship
from orgs.models import PartyOrganization, Post

Kind = PartyOrganization.Kind
VACANT = "空缺"


@dataclass(frozen=True)
class Link:
    """One place in the chain: its office, who holds it, of which body; nobody means vacant."""

    office: str
    holder: str
    body: str = ""

    @property
    def vacant(self) -> bool:
        return not self.holder


def courtyard_chain(page) -> list[Link]:
    """社区党总支书记 – 楼院党支部书记 – 楼栋党小组长 – 楼院长 – 楼栋长 – 自管会 – 包联干部."""
    courtyard, on = page.obj, page.on
    buildings = courtyard.buildings.on(on)
    groups = GroupCoverage.objects.on(on).filter(building__in=buildings)
    heads = Headship.objects.on(on).filter(building__in=buildings).count()
    total = buildings.count()
    return [
        *_party_links(courtyard, groups, on),
        _head_link("楼院长", courtyard, on),
        Link("楼栋长", f"{heads}人" if heads else "", f"共{total}栋，缺{total - heads}栋"),
        *_support_links(courtyard, on),
    ]


def building_chain(page) -> list[Link]:
    """The same chain for one building."""
    building, on = page.obj, page.on
    groups = GroupCoverage.objects.on(on).filter(building=building)
    return [
        *_party_links(building.courtyard, groups, on),
        _head_link("楼院长", building.courtyard, on),
        _head_link("楼栋长", building, on),
        *_support_links(building.courtyard, on),
    ]


def _party_links(courtyard, group_coverages, on) -> list[Link]:
    """The three Party levels above the door, each with its secretary or leader."""
    covers = BranchCoverage.objects.on(on).filter(courtyard=courtyard)
    general = PartyOrganization.objects.on(on).of_kind(Kind.GENERAL_BRANCH)
    return [
        _led_by(
            "社区党总支书记", general.filter(division_id=courtyard.division_id), "secretary", on
        ),
        _led_by("楼院党支部书记", _covering(covers, on), "secretary", on),
        _led_by("楼栋党小组长", _covering(group_coverages, on), "group_leader", on),
    ]


def _covering(coverages, on):
    return PartyOrganization.objects.on(on).filter(pk__in=coverages.values("organization"))


def _led_by(office, bodies, role, on) -> Link:
    bodies = {body.pk: body.name for body in bodies.order_by("search_text", "pk")}
    posts = Post.objects.on(on).filter(organization__in=bodies, role=role).select_related("person")
    holders = "、".join(post.person.name for post in posts.order_by("organization__search_text"))
    names = list(bodies.values())
    body = f"共{len(names)}个" if len(names) > 1 else "".join(names)
    return Link(office, holders, body or "尚未建立")


def _head_link(office, place, on) -> Link:
    held = place.headships.on(on).select_related("person").first()
    if held is None:
        return Link(office, "")
    return Link(office, held.person.name, held.person.masked_phone)


def _support_links(courtyard, on) -> list[Link]:
    committee = courtyard.committees.on(on).first()
    cadres = list(courtyard.paired_cadres.on(on).select_related("person", "unit"))
    return [
        Link("自管会", committee.name if committee else "", "" if committee else "尚未成立"),
        Link(
            "包联干部",
            "、".join(cadre.person.name for cadre in cadres),
            "、".join(sorted({cadre.unit.name for cadre in cadres})),
        ),
    ]
