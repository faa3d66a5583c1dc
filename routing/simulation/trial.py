"""Two ways of working through the same days: a plan, and first come first served."""

from dataclasses import dataclass

from routing.campaign.given import Campaign
from routing.campaign.plan import CampaignPlan
from routing.search import ShouldStop, never
from routing.simulation.dispatch import Dispatcher
from routing.simulation.drawing import drawn
from routing.simulation.figures import Figures, figures
from routing.simulation.luck import USUAL, Luck
from routing.simulation.play import OnMorning, play, unseen
from routing.simulation.policy import FirstCome, Policy
from routing.simulation.setting import Setting
from routing.simulation.staged import planned, setting_of


@dataclass(frozen=True, slots=True)
class Trial:
    """One world, drawn from `seed`. The dispatcher's budget is for each day, either way.

    Stopped early, the figures are of the days until then.
    """

    dispatcher: Dispatcher
    seed: int = 0
    luck: Luck = USUAL
    on_morning: OnMorning = unseen
    should_stop: ShouldStop = never

    def plan(self, campaign: Campaign, plan: CampaignPlan) -> Figures:
        setting = setting_of(campaign)
        return self._played(setting, planned(setting, plan))

    def first_come(self, campaign: Campaign) -> Figures:
        return self._played(setting_of(campaign), FirstCome())

    def _played(self, setting: Setting, policy: Policy) -> Figures:
        world = drawn(setting, self.seed, self.luck)
        watch = self.on_morning, self.should_stop
        return figures(play(setting, world, policy, self.dispatcher.routes, *watch))
