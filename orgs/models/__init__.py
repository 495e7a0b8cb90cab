"""Divisions, Party organisations, units, people, posts, accounts."""

from orgs.models.accounts import Grant, LoginLink, PhoneReveal, User
from orgs.models.divisions import Division
from orgs.models.organizations import (
    FormationPartner,
    MemberCount,
    PartyOrganization,
    PastAffiliation,
)
from orgs.models.people import Person, Post, Secondment, TemporaryMembership
from orgs.models.units import Unit

__all__ = [
    "Division",
    "FormationPartner",
    "Grant",
    "LoginLink",
    "MemberCount",
    "PartyOrganization",
    "PastAffiliation",
    "Person",
    "PhoneReveal",
    "Post",
    "Secondment",
    "TemporaryMembership",
    "Unit",
    "User",
]
