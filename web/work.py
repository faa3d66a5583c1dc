"""Which function does which kind of long work."""

from collections.abc import Callable

from field.gateways.doors import Doors
from field.gateways.jobs import Progress
from field.services import addressing, campaign_planning, intake, planning, speeds
from web.office.print_job import run_sheets

Work = Callable[[str, Progress, Doors], None]

WORK: dict[str, Work] = {
    "preview": intake.run_preview,
    "import": intake.run_import,
    "locate": addressing.run_locate,
    "plan": planning.run_plan,
    "campaign": campaign_planning.run_campaign,
    "sheets": run_sheets,
    "speeds": speeds.run_learn,
}
