"""Ledgers of courtyards that come in as workbooks: 楼院台账, 党组织台账, 包联台账 (notes 4.8)."""

from courtyards.imports.courtyards import CourtyardKind
from courtyards.imports.organizations import OrganizationKind
from courtyards.imports.pairings import PairingKind

__all__ = ["CourtyardKind", "OrganizationKind", "PairingKind"]
