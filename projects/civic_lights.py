"""Quorum and majority of a step: reached or not, each light able to say why and by which source."""

from projects.civic_rules import whom
from projects.lights import GREEN, GREY, RED, Light
from projects.models import CivicRule, CivicStep, Share


def quorum_light(step: CivicStep, rule: CivicRule) -> Light:
    """Whether enough came, or were asked."""
    share, unit = Share(rule.quorum), whom(step.kind)
    if share == Share.NONE:
        return Light(GREY, "不设到会要求")
    if not step.due:
        return Light(RED, f"没有登记应到{unit}数")
    needed = share.needed(step.due)
    due, present = ("应征求", "已征求") if step.kind == "solicit" else ("应到", "实到")
    told = f"{due}{step.due}、{present}{step.present}，{share.label}为{needed}"
    if step.present >= needed:
        return Light(GREEN, told)
    return Light(RED, f"{told}，还差{needed - step.present}")


def majority_light(step: CivicStep, rule: CivicRule) -> Light:
    """Whether enough agreed, out of those present or out of those due."""
    share = Share(rule.majority)
    if share == Share.NONE:
        return Light(GREY, "不设表决要求")
    by_due = rule.majority_of == CivicRule.Base.DUE
    whole = step.due if by_due else step.present
    needed = share.needed(whole)
    told = f"同意{step.agree}，{'应到' if by_due else '实到'}{whole}的{share.label}为{needed}"
    if whole and step.agree >= needed:
        return Light(GREEN, told)
    return Light(RED, f"{told}，还差{max(needed - step.agree, 1)}")


def step_lights(step: CivicStep, rule: CivicRule) -> list[tuple[str, Light]]:
    """(what it is about, light) of a meeting; nothing for a notice, whose clock says it all."""
    if step.is_notice:
        return []
    found = [("到会" if step.kind != "solicit" else "征求", quorum_light(step, rule))]
    if rule.majority != Share.NONE:
        found.append(("表决", majority_light(step, rule)))
    return found
