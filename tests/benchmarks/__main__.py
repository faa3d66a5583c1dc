"""make bench: all that is measured; or one: `routing`, `campaign`, `pages`, `growth`, `roads`."""

import os
import sys


def main() -> None:
    # Imported when asked for: a race needs neither the web nor a browser.
    if sys.argv[1:2] == ["routing"]:
        from tests.benchmarks.routing import command

        command.main(sys.argv[2:])
        return
    if sys.argv[1:2] == ["campaign"]:
        from tests.benchmarks.cetak import command as campaign

        campaign.main(sys.argv[2:])
        return
    if sys.argv[1:2] == ["pages"]:
        from tests.benchmarks import campaign_pages

        campaign_pages.main()
        return
    if sys.argv[1:2] == ["growth"]:
        from tests.benchmarks.cetak import growth

        growth.main()
        return
    from tests.benchmarks import basemap, by_road, office, replan_day, roads, speeds
    from tests.benchmarks.cetak import growth
    from tests.benchmarks.routing import suite

    if sys.argv[1:2] == ["roads"]:
        roads.main()
        by_road.main()
        speeds.main()
        return
    if sys.argv[1:2] == ["basemap"]:
        basemap.main()
        return
    suite.main(full=bool(os.environ.get("FULL")))
    growth.main()
    replan_day.main()
    roads.main()
    basemap.main()
    by_road.main()
    speeds.main()
    office.main()


if __name__ == "__main__":
    main()
