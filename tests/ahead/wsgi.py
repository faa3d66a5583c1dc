"""The app on a clock that is AHEAD_S seconds ahead: a day's work can be tried at any hour.

Processes of tests find this module as `wsgi` when they are started in this folder.
"""

import os
from datetime import datetime, timedelta

from field.gateways.clock import SystemClock
from field.gateways.doors import Doors
from web.app import create_app, make_doors
from web.config import read_config

AHEAD = timedelta(seconds=int(os.environ["AHEAD_S"]))


class AheadClock:
    """The machine's clock, moved forward."""

    def now(self) -> datetime:
        return SystemClock().now() + AHEAD


config = read_config()
doors = Doors(**{**vars(make_doors(config)), "clock": AheadClock()})
app = create_app(config, doors)
