"""The permission matrix, second half: every URL name and the verb that it asks for.

A page whose name is missing here is refused (default deny), and a test walks the resolver so that
a forgotten one fails. Row by row, views still look rows up through `visible_to`.
"""

from django.core.exceptions import PermissionDenied

from orgs.access import Verb, enters_admin, scope_of

PUBLIC = "public"  # also without an account
ALL_SIGNED_IN = "signed_in"  # any account, whatever its role
ADMIN_DUTY = "admin"  # one of the administrators' duties; each admin page asks for its own

PERMISSIONS: dict[str, str] = {
    "login": PUBLIC,
    "logout": ALL_SIGNED_IN,
    "password_change": ALL_SIGNED_IN,
    "password_change_done": ALL_SIGNED_IN,
    "link_use": PUBLIC,
    "my_sign_ins": ALL_SIGNED_IN,
    "typed_form": ALL_SIGNED_IN,
    "second_factor": ALL_SIGNED_IN,
    "second_factor_verify": ALL_SIGNED_IN,
    # Accounts. Whose account it is, and whether it may be touched, the pages check themselves.
    "account_list": Verb.ADMINISTER,
    "account_preview": Verb.ADMINISTER,
    "account_link": Verb.ADMINISTER,
    "account_factor_reset": Verb.ADMINISTER,
    "roster_upload": Verb.ADMINISTER,
    "roster_template": Verb.ADMINISTER,
    "roster_apply": Verb.ADMINISTER,
    "lock_list": Verb.ADMINISTER,
    "see_as_list": Verb.ORGANISE,
    "see_as_start": Verb.ORGANISE,
    "see_as_end": ALL_SIGNED_IN,
    "permission_matrix": Verb.AUDIT,
    # Whose job it is, the pages check themselves.
    "job_list": ALL_SIGNED_IN,
    "job_detail": ALL_SIGNED_IN,
    "job_file": ALL_SIGNED_IN,
    "home": ALL_SIGNED_IN,
    # Which ledgers may be imported, and where, is in orgs/imports/permitted.py; the pages ask it.
    "import_list": Verb.EDIT,
    "import_start": Verb.EDIT,
    "import_detail": Verb.EDIT,
    "import_columns": Verb.EDIT,
    "import_store": Verb.EDIT,
    "import_marked": Verb.EDIT,
    "import_original": Verb.EDIT,
    "import_drop": Verb.EDIT,
    "batch_detail": Verb.EDIT,
    "batch_undo": Verb.EDIT,
    "overview": Verb.VIEW,
    "search": Verb.VIEW,
    "figure_list": Verb.VIEW,
    "figure_detail": Verb.VIEW,
    "figure_rows": Verb.VIEW,
    "gap_list": Verb.VIEW,
    "gap_detail": Verb.VIEW,
    "audit_search": Verb.AUDIT,
    "audit_chain": Verb.AUDIT,
    # Mending pages: whose row it is, and whether it may be changed, the pages check themselves.
    "courtyards:courtyard_head_appoint": Verb.EDIT,
    "courtyards:building_head_appoint": Verb.EDIT,
    "courtyards:headship_end": Verb.EDIT,
    "courtyards:committee_form": Verb.EDIT,
    "courtyards:survey_create": Verb.EDIT,
    "courtyards:branch_cover": Verb.EDIT,
    "courtyards:building_group_cover": Verb.EDIT,
    "courtyards:cadre_assign": Verb.ORGANISE,
    "courtyards:cadre_end": Verb.ORGANISE,
    "courtyards:unit_pair": Verb.ORGANISE,
    "courtyards:structure_list": Verb.VIEW,
    "courtyards:structure_detail": Verb.VIEW,
    "orgs:secretary_appoint": Verb.ORGANISE,
    "orgs:post_end": Verb.ORGANISE,
    "orgs:organization_dissolve": Verb.ORGANISE,
    "orgs:organization_move": Verb.ORGANISE,
    "orgs:organization_merge": Verb.ORGANISE,
    "orgs:phone_reveal": Verb.EDIT,
    "orgs:person_hand_over": Verb.ORGANISE,
    "orgs:person_reinstate": Verb.ORGANISE,
    "orgs:post_succeed": Verb.ORGANISE,
    "orgs:unit_lead_appoint": Verb.ORGANISE,
    "orgs:unit_executive_appoint": Verb.ORGANISE,
    "orgs:unit_second": Verb.ORGANISE,
    "orgs:secondment_end": Verb.ORGANISE,
    "orgs:temporary_member_add": Verb.ORGANISE,
    "orgs:temporary_member_end": Verb.ORGANISE,
    "courtyards:pairing_end": Verb.ORGANISE,
    "projects:problem_handler": Verb.EDIT,
    "projects:order_handler": Verb.EDIT,
    "projects:supervisor_appoint": Verb.EDIT,
    "volunteers:contact_duty_succeed": Verb.EDIT,
    "volunteers:road_chief_succeed": Verb.EDIT,
    "volunteers:team_leader": Verb.EDIT,
    "projects:problem_close": Verb.EDIT,
    "public_case": PUBLIC,
    "public_photo": PUBLIC,
    "projects:civic_open": Verb.EDIT,
    "projects:civic_step": Verb.EDIT,
    "projects:civic_opening": Verb.EDIT,
    "projects:civic_close": Verb.EDIT,
    "projects:civic_dossier": Verb.EXPORT,
    "projects:civic_rules": Verb.VIEW,
    "projects:civic_notice": Verb.VIEW,
    "projects:civic_sheet": Verb.VIEW,
    "projects:civic_objection": Verb.EDIT,
    "projects:civic_return": Verb.EDIT,
    "projects:civic_answer": Verb.EDIT,
    "projects:early_start": Verb.REVIEW,
    "projects:project_civic": Verb.EDIT,
    "projects:project_stool": Verb.EDIT,
    "projects:courtyard_stool": Verb.EDIT,
    "projects:stool_enter": Verb.EDIT,
    "projects:opinion_problem": Verb.EDIT,
    "projects:voice_list": Verb.REVIEW,
    "projects:voice_review": Verb.REVIEW,
    "projects:project_photos": Verb.VIEW,
    "projects:courtyard_photos": Verb.VIEW,
    "projects:project_photo_add": Verb.EDIT,
    "projects:courtyard_photo_add": Verb.EDIT,
    "projects:stool_opinions": Verb.EDIT,
    "projects:photo_pair": Verb.EDIT,
    "projects:photo_before": Verb.VIEW,
    "projects:photo_after": Verb.VIEW,
    "projects:timeline": Verb.VIEW,
    "projects:stage_board": Verb.VIEW,
    "projects:money": Verb.VIEW,
    "projects:shifts": Verb.VIEW,
    "projects:smart": Verb.VIEW,
    "projects:clearance": Verb.VIEW,
    "projects:project_plan": Verb.EDIT,
    "projects:project_evaluate": Verb.EDIT,
    "projects:milestone_move": Verb.EDIT,
    "projects:milestone_reach": Verb.EDIT,
    "projects:demolition_advance": Verb.EDIT,
    "projects:demolition_dispute": Verb.EDIT,
    "projects:demolition_resolve": Verb.EDIT,
    "projects:parking_count": Verb.REVIEW,
    "problem_link_use": PUBLIC,
    "projects:problem_raise": Verb.EDIT,
    "projects:problem_board": Verb.VIEW,
    "projects:problem_assign": Verb.EDIT,
    "projects:problem_report": Verb.EDIT,
    "projects:problem_refuse": Verb.EDIT,
    "projects:problem_reopen": Verb.EDIT,
    "projects:problem_link": Verb.EDIT,
    "projects:problem_order": Verb.REVIEW,
    "projects:problem_photo": Verb.VIEW,
    "projects:project_order": Verb.REVIEW,
    "projects:order_reply": Verb.EDIT,
    "projects:order_judge": Verb.REVIEW,
    "projects:order_print": Verb.VIEW,
    "projects:follow_up_record": Verb.EDIT,
    "projects:follow_up_problem": Verb.EDIT,
    "projects:follow_up_result": Verb.EDIT,
    "volunteers:patrol_list": Verb.EDIT,
    "volunteers:road_patrol": Verb.EDIT,
    "volunteers:patrol_problem": Verb.EDIT,
    "projects:report_mine": Verb.REPORT,
    "projects:report_grid": Verb.REPORT,
    "projects:report_form": Verb.REPORT,
    "projects:report_draft": Verb.REPORT,
    "projects:report_detail": Verb.VIEW,
    "projects:report_review_list": Verb.REVIEW,
    "projects:report_approve": Verb.REVIEW,
    "projects:report_return": Verb.REVIEW,
    "projects:report_correct": Verb.REVIEW,
    "projects:report_withdraw": Verb.REPORT,
    "projects:report_photo_add": Verb.REPORT,
    "projects:report_photo_remove": Verb.REPORT,
    "projects:report_photo": Verb.VIEW,
    "projects:report_missing": Verb.VIEW,
    "projects:report_approve_many": Verb.REVIEW,
    "projects:report_reopen": Verb.REVIEW,
    "projects:week_reopen": Verb.REVIEW,
}

# Ledgers: reading asks for VIEW (exporting for EXPORT besides, in the view), the forms for what
# stands here; None = the ledger has no form.
LEDGER_FORMS: dict[str, dict[str, str | None]] = {
    "courtyards": {
        "courtyard": Verb.EDIT,
        "building": Verb.EDIT,
        "headship": None,
        "committee": None,
        "branch_pairing": None,
        "paired_cadre": None,
        "survey": None,
    },
    "orgs": {
        "division": None,
        "organization": None,
        "unit": Verb.ORGANISE,
        "person": Verb.EDIT,
        "post": None,
        "secondment": None,
    },
    "projects": {
        "project": Verb.EDIT,
        "problem": Verb.EDIT,
        "order": None,
        "follow_up": None,
        "milestone": None,
        "demolition_record": None,
        "demolition_round": Verb.EDIT,
        "demolition_case": Verb.EDIT,
        "red_station": Verb.EDIT,
        "station_entry": Verb.EDIT,
        "work_shift": Verb.EDIT,
        "toilet_count": Verb.EDIT,
        "status_note": Verb.EDIT,
        "money_sheet": Verb.EDIT,
        "reading": None,
        "civic_process": None,
        "stool_meeting": None,
        "report": None,
    },
    "volunteers": {
        "contact_duty": Verb.EDIT,
        "team": Verb.EDIT,
        "activity": Verb.EDIT,
        "frontage_agreement": Verb.EDIT,
        "honour": Verb.EDIT,
        "road_chief": Verb.EDIT,
        "patrol_finding": None,
        "household": Verb.EDIT,
        "villagers_group": Verb.EDIT,
    },
}
# Ledgers that have 批量修改, for the verb of their form.
LEDGER_BULK = {"courtyard", "building", "person", "project", "problem"}
for _app, _nouns in LEDGER_FORMS.items():
    for _noun, _verb in _nouns.items():
        PERMISSIONS[f"{_app}:{_noun}_views"] = Verb.VIEW
        PERMISSIONS[f"{_app}:{_noun}_note"] = Verb.EDIT
        if _noun in LEDGER_BULK:
            PERMISSIONS[f"{_app}:{_noun}_bulk"] = _verb
        PERMISSIONS |= {f"{_app}:{_noun}_list": Verb.VIEW, f"{_app}:{_noun}_detail": Verb.VIEW}
        if _verb:
            PERMISSIONS |= {
                f"{_app}:{_noun}_{page}": _verb for page in ("create", "update", "grid")
            }


def verb_for(view_name: str) -> str | None:
    """What the page named `view_name` asks for: a verb, one of the words above, or None (refused)."""
    if view_name.startswith("admin:"):
        return ADMIN_DUTY
    return PERMISSIONS.get(view_name)


class PermissionMiddleware:
    """Lets a request through only where the table above and the account's grants say so."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        verb = verb_for(request.resolver_match.view_name)
        if verb == PUBLIC or not request.user.is_authenticated:
            return  # LoginRequiredMiddleware sends visitors to the log-in page
        if verb == ALL_SIGNED_IN:
            return
        if verb == ADMIN_DUTY and enters_admin(request.user):
            return
        if verb is None or not scope_of(request.user).can(verb):
            raise PermissionDenied
        return
