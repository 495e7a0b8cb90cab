"""How the demo county grows: into sixteen counties, into 300 weeks, into 36,000 buildings."""

from django.apps import apps

from bench.copying import STRIDE, Copying

# What belongs to the portal as a whole, or to the reader, and stays single.
SHARED = {"orgs.User", "orgs.Grant", "orgs.PhoneReveal"}
HISTORY_SPAN = 26  # weeks that the demo county reports on, and days × 7 between two copies
BUILDINGS = 36_000


def models(*labels: str) -> tuple:
    """The models of the labels."""
    return tuple(apps.get_model(label) for label in labels)


def counties(number: int, county: str) -> Copying:
    """Copies of the whole county under the codes that follow its own: `number` counties in all."""
    if not 1 <= number <= 16:
        raise ValueError("the trees of at most 16 counties fit side by side")
    division, tree = models("orgs.Division", "orgs.PartyOrganization")
    agreement, order, letter = models(
        "volunteers.FrontageAgreement", "projects.SupervisionOrder", "volunteers.OpenLetter"
    )
    (case,) = models("projects.CivicProcess")
    size = len(county)
    return Copying(
        moved=_of_one_county(),
        times=number - 1,
        division=(
            f"CASE WHEN {{0}} LIKE '{county}%' "
            f"THEN ({county} + k)::text || substr({{0}}, {size + 1}) ELSE {{0}} END"
        ),
        changes={
            # Each county's trees stand under another first letter of treebeard's alphabet.
            tree: {"path": "substr('123456789ABCDEF', k, 1) || substr(t.path, 2)"},
            agreement: {"number": "t.number || '-' || k"},
            order: {"number": "t.number || '-' || k"},
            letter: {"title": "t.title || k"},
            case: {"public_key": "left(md5(t.public_key || k), 24)"},
        },
        where={division: f"t.code LIKE '{county}%'"},
    )


def _of_one_county() -> tuple:
    """Every model whose rows belong to a county, and the tables that join them."""
    ours = [m for m in apps.get_models() if hasattr(m, "scope_division")]
    kept = [m for m in ours if m._meta.label not in SHARED]
    kept += models("campaign.CampaignText")
    joins = [field.remote_field.through for m in kept for field in m._meta.local_many_to_many]
    return (*kept, *(m for m in joins if m._meta.auto_created))


def weeks(number: int) -> Copying:
    """Older reporting weeks, `number` in all at least: the demo county's 26 again and again.

    An older report is an approved one; what is owed and what came back stays as it is.
    """
    names = ("Period", "Report", "ReportStep", "Reading", "Target")
    period, report, step, reading, target = models(*(f"projects.{name}" for name in names))
    back = f"k * {HISTORY_SPAN * 7}"
    start = f"t.start - {back}"
    return Copying(
        moved=(period, report, step, reading, target),
        times=-(-number // HISTORY_SPAN) - 1,
        changes={
            period: {
                "start": start,
                "end": f't."end" - {back}',
                "year": f"extract(isoyear FROM {start})",
                "number": f"extract(week FROM {start})",
                "due_at": f"t.due_at - {back} * interval '1 day'",
            },
            report: {
                "status": "'approved'",
                "filed_on": f"coalesce(t.filed_on, date '2021-04-29') - {back}",
            },
            step: {
                "taken_on": f"t.taken_on - {back}",
                "taken_at": f"t.taken_at - {back} * interval '1 day'",
            },
            reading: {
                "day": f"t.day - {back}",
                "verified_on": f"coalesce(t.verified_on, t.day) - {back}",
                "value": "round(t.value * 0.9 ^ k, 2)",
            },
            target: {"due_on": f"t.due_on - {back}", "value": "round(t.value * 0.9 ^ k, 2)"},
        },
    )


def buildings(number: int, existing: int) -> Copying:
    """More courtyards with their buildings, heads and coverage in the first county.

    `existing` is the number of its buildings now; afterwards there are at least `number`.
    """
    courtyard, building, *others = models(
        "courtyards.Courtyard",
        "courtyards.Building",
        "courtyards.Survey",
        "courtyards.Headship",
        "courtyards.SelfManagementCommittee",
        "courtyards.BranchCoverage",
        "courtyards.GroupCoverage",
        "courtyards.PairedCadre",
    )
    moved = (courtyard, building, *others)
    return Copying(
        moved=moved,
        times=-(-number // existing) - 1,
        # Beyond the keys of sixteen counties.
        offset=20 * STRIDE,
        changes={
            courtyard: {
                "name": "t.name || k || '区'",
                "search_text": _renamed("t.search_text"),
            },
            building: {
                "search_text": _renamed(
                    "(SELECT c.search_text FROM courtyards_courtyard c WHERE c.id = t.courtyard_id)"
                )
            },
        },
        # Rows of other counties, and their history, have larger keys.
        where=dict.fromkeys(moved, f"t.id < {STRIDE}"),
    )


def _renamed(courtyard: str) -> str:
    """The pinyin key of a courtyard, or of its building, when 老院 becomes 老院7区.

    `courtyard` is the courtyard's own key. A key is full pinyin, initials and the text, parted by
    spaces; the courtyard's part of each is followed by 7qu, 7q and 7区.
    """
    parts = []
    for number, word in enumerate(("qu", "q", "区"), start=1):
        own = f"split_part({courtyard}, ' ', {number})"
        rest = f"substr(split_part(t.search_text, ' ', {number}), length({own}) + 1)"
        parts.append(f"{own} || k || '{word}' || {rest}")
    return " || ' ' || ".join(parts)
