"""Into which rooms the ledgers of this floor are sorted: too many for one row of tabs."""

PLAN, SITE, CIVIC, TROUBLE = "项目与计划", "现场", "民主议事", "问题与督办"
