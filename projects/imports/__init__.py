"""Ledgers of projects that come in as workbooks: 老旧小区周报, 城乡接合部日报 (notes 4.8)."""

from projects.imports.fringe import FringeKind
from projects.imports.weekly import WeeklyKind

__all__ = ["FringeKind", "WeeklyKind"]
