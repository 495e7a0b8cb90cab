"""Which figures are not as usual and therefore ask for a reason."""

from decimal import Decimal

from ledgers.formats import number

# A week that brings more than this many times the usual asks for a reason.
JUMP_FACTOR = 3
FULL = 100


def unusual(
    trend: list[Decimal],
    value: Decimal,
    *,
    goal: Decimal | None = None,
    is_percent: bool = False,
) -> str:
    """What asks for a reason when `value` follows the verified totals `trend` (oldest first).

    `goal` is what the plan wants in the end. Returns what is unusual, or "" where nothing is: a
    percentage over 100, a total that fell, an increase beyond three times the mean of those
    known (two at least), a total over its goal. What was so already and did not move asks nothing.
    """
    if trend and value == trend[-1]:
        return ""
    if is_percent and value > FULL:
        return "超过 100%"
    if trend and value < trend[-1]:
        return f"累计比上次少 {number(trend[-1] - value)}"
    if goal is not None and value > goal:
        return f"超过计划目标 {number(goal)}"
    return _jump(trend, value)


def _jump(trend: list[Decimal], value: Decimal) -> str:
    steps = [later - earlier for earlier, later in zip(trend, trend[1:], strict=False)]
    usual = sum(steps) / len(steps) if len(steps) > 1 else Decimal(0)
    if usual > 0 and value - trend[-1] > usual * JUMP_FACTOR:
        step, mean = number(value - trend[-1]), number(round(usual, 1))
        return f"本周新增 {step}，超过平时（{mean}）的 {JUMP_FACTOR} 倍"
    return ""
