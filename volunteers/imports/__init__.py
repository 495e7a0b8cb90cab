"""Ledgers of road chiefs that come in as workbooks: 路长巡查问题台账 (notes 4.8)."""

from volunteers.imports.patrols import PatrolKind

__all__ = ["PatrolKind"]
