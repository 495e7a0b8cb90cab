"""Admin of the campaign itself, and how the admin pages introduce themselves."""

from django.contrib import admin

from campaign.models import Brief, Campaign, CampaignText, Photo
from ledgers.admin import administer

admin.site.site_header = "三项工程一项管理 · 系统管理"
admin.site.site_title = "系统管理"
admin.site.index_title = "台账与账号"
admin.site.empty_value_display = "—"

administer(Campaign, show="name full_name county started_on", search="name")
administer(CampaignText, show="text kind campaign position", search="text", filters="kind")
administer(
    Brief,
    show="title year number published_on byline",
    search="title",
    filters="year",
)
administer(
    Photo,
    show="caption moment taken_on division project brief",
    search="caption project",
    filters="moment",
)
