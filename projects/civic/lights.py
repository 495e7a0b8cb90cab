"""Quorum and majority of a step: reached or not, each light able to say why and by which source."""

from dataclasses import dataclass
from decimal import Decimal

from ledgers.formats import number
from projects.civic.rules import counted, whom
from projects.lights import AMBER, GREEN, GREY, RED, Light
from projects.models import CivicRule, CivicStep, Share

CENT = Decimal("0.01")  # areas are counted in hundredths of a square metre


@dataclass(frozen=True)
class Tally:
    """One count of a step: of heads, or of exclusive areas in ㎡."""

    kind: str
    unit: str
    due: int | Decimal
    present: int | Decimal
    agree: int | Decimal
    against: int | Decimal
    abstain: int | Decimal

    @property
    def is_area(self) -> bool:
        return self.unit == "㎡"

    @property
    def what(self) -> str:
        """What is short where it was not noted: 应到人数, 专有部分总面积."""
        if self.is_area:
            return "专有部分总面积"
        return f"{counted(self.kind)[0]}{self.unit}数"

    def needed(self, share: Share, whole: int | Decimal) -> int | Decimal:
        """The least of `whole` that is the share: whole heads, areas to the hundredth."""
        if self.is_area:
            return share.needed(int(whole / CENT)) * CENT
        return share.needed(whole)

    def say(self, value: int | Decimal) -> str:
        """A count as it is read; heads without their unit, as the step's name tells it."""
        return f"{number(value)}㎡" if self.is_area else str(value)


def tallies(step: CivicStep) -> list[Tally]:
    """What was counted at a meeting: heads; of an owners' vote their areas too."""
    names = ("due", "present", "agree", "against", "abstain")
    found = [Tally(step.kind, whom(step.kind), *(getattr(step, name) for name in names))]
    if step.is_owners:
        areas = (getattr(step, f"{name}_m2") or Decimal(0) for name in names)
        found.append(Tally(step.kind, "㎡", *areas))
    return found


def quorum_light(tally: Tally, rule: CivicRule) -> Light:
    """Whether enough came, or were asked, or took part."""
    share = Share(rule.quorum)
    if share == Share.NONE:
        return Light(GREY, "不设参与要求" if rule.is_owners else "不设到会要求")
    if not tally.due:
        return Light(RED, f"没有登记{tally.what}")
    needed = tally.needed(share, tally.due)
    due, present = counted(tally.kind)
    told = (
        f"{due}{tally.say(tally.due)}、{present}{tally.say(tally.present)}，"
        f"{share.label}为{tally.say(needed)}"
    )
    if tally.present >= needed:
        return Light(GREEN, told)
    return Light(RED, f"{told}，还差{tally.say(needed - tally.present)}")


def majority_light(tally: Tally, rule: CivicRule) -> Light:
    """Whether enough agreed, out of those present or out of those due."""
    share = Share(rule.majority)
    if share == Share.NONE:
        return Light(GREY, "不设表决要求")
    by_due = rule.majority_of == CivicRule.Base.DUE
    whole = tally.due if by_due else tally.present
    needed = tally.needed(share, whole)
    base = counted(tally.kind)[0 if by_due else 1]
    told = (
        f"同意{tally.say(tally.agree)}，"
        f"{base}{tally.say(whole)}的{share.label}为{tally.say(needed)}"
    )
    if whole and tally.agree >= needed:
        return Light(GREEN, told)
    least = CENT if tally.is_area else 1
    return Light(RED, f"{told}，还差{tally.say(max(needed - tally.agree, least))}")


def heed_light(tally: Tally) -> Light:
    """For a step that decides nothing, where more were against than for.

    No regulation sets a threshold for soliciting (征求意见); the hint is the portal's own.
    """
    told = f"同意{tally.say(tally.agree)}，不同意{tally.say(tally.against)}"
    return Light(AMBER, f"{told}，反对的多，提交议事前宜再听取意见（平台提示，非法定要求）")


def step_lights(step: CivicStep, rule: CivicRule) -> list[tuple[str, Light]]:
    """(what it is about, light) of a meeting; nothing for a notice, whose clock says it all."""
    if step.is_notice:
        return []
    came, agreed = ("征求" if step.kind == "solicit" else "到会"), "表决"
    if step.is_owners:
        came, agreed = "参与", "同意"
    judges = [(came, quorum_light)]
    if rule.majority != Share.NONE:
        judges.append((agreed, majority_light))
    found = []
    if rule.majority == Share.NONE and step.against > step.agree:
        found.append(("意见", heed_light(tallies(step)[0])))
    for name, judge in judges:
        for tally in tallies(step):
            by = ("面积" if tally.is_area else "人数") if step.is_owners else ""
            found.append((f"{name}{by}", judge(tally, rule)))
    return found
