"""Every headline figure, declared once: its name, its unit, its rows, the sums that must hold.

The rows decide everything: the value is their number or the sum of `amount`, the card lists them,
the trend asks for them on other days. To add a figure, add an entry to the module of its theme
(docs/howto/figure.md).
"""

from campaign.figures import cadres, courtyards, organisation, projects
from campaign.figures.base import Check, Figure

FIGURES: dict[str, Figure] = {
    figure.code: figure
    for module in (courtyards, organisation, cadres, projects)
    for figure in module.FIGURES
}
HEADLINES = [figure for figure in FIGURES.values() if figure.headline]

__all__ = ["FIGURES", "HEADLINES", "Check", "Figure"]
