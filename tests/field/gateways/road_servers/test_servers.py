"""Road servers: what they say is taken in, what is late, rubbish or missing is not."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from field.domain.directions import directions
from field.gateways.detour import StraightLines
from field.gateways.named_servers import road_servers
from field.gateways.road_book import RoadBook
from field.gateways.road_servers.ask import Line, NoAnswer
from field.gateways.road_servers.by_url import ByUrl
from field.gateways.road_servers.desk import Desk
from field.gateways.road_servers.osrm import Osrm
from field.gateways.road_servers.server import RoadServer
from field.gateways.road_servers.valhalla import Valhalla
from field.gateways.roads.road_times import RoadTimes
from routing.crow_flies import CrowFlies
from routing.matrix import UNREACHABLE
from routing.point import Point
from tests.field.gateways.road_servers.fakes import SPEED, Server, serving
from tests.field.gateways.roads.village import at, village

CITY = "32.71"
OWN = StraightLines(CrowFlies())
Make = Callable[[str], RoadServer]


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture(params=["osrm", "valhalla"])
def make(request: pytest.FixtureRequest) -> Make:
    def made(url: str, **more: int) -> RoadServer:
        line = Line(url, seconds=5)
        if request.param == "osrm":
            return Osrm({"motor": line, "mobil": line}, **more)
        return Valhalla(line, **more)

    return made


def doors(number: int) -> list[Point]:
    return [Point(-6.6 + n % 7 / 100, 106.8 + n // 7 / 100) for n in range(number)]


def by_url(*servers: RoadServer) -> ByUrl:
    return ByUrl(OWN, Desk(servers))


def test_a_table_is_what_the_server_says(server: Server, make: Make) -> None:
    points = doors(5)
    told = by_url(make(server.url)).matrix(points, "motor")
    north = told.distances[0, 1]
    assert north == pytest.approx(1112, abs=2)
    assert told.durations[0, 1] == pytest.approx(north / SPEED, abs=1)
    assert told != OWN.matrix(points, "motor")
    assert np.diagonal(told.durations).tolist() == [0] * 5


def test_a_large_table_is_asked_in_blocks(server: Server, make: Make) -> None:
    points = doors(25)
    whole = by_url(make(server.url)).matrix(points, "motor")
    assert len(server.asked) == 1
    parted = by_url(make(server.url, pairs=100)).matrix(points, "motor")  # type: ignore[call-arg]  # of this maker
    assert parted == whole
    assert len(server.asked) == 1 + 9


def test_a_table_is_asked_once(server: Server, make: Make) -> None:
    source = by_url(make(server.url))
    assert source.matrix(doors(4), "mobil") is not None
    assert source.matrix(doors(4), "mobil") == source.matrix(doors(4), "mobil")
    assert len(server.asked) == 1
    source.matrix(doors(4), "motor")
    assert len(server.asked) == 2


def blank(answer: Any) -> Any:
    """Say that there is no way from the first place to the second."""
    if "durations" in answer:
        answer["durations"][0][1] = answer["distances"][0][1] = None
    else:
        answer["sources_to_targets"][0][1].update(time=None, distance=None)
    return answer


def test_no_way_is_unreachable(server: Server, make: Make) -> None:
    server.spoil = blank
    told = by_url(make(server.url)).matrix(doors(3), "motor")
    assert told.durations[0].tolist()[1] == UNREACHABLE
    assert told.distances[0].tolist()[1] == UNREACHABLE
    assert told.durations[1, 0] < UNREACHABLE


def cells(change: Callable[[float], object]) -> Callable[[Any], Any]:
    def spoil(answer: Any) -> Any:
        if "durations" in answer:
            answer["durations"] = [[change(cell) for cell in row] for row in answer["durations"]]
        else:
            for row in answer["sources_to_targets"]:
                for cell in row:
                    cell["time"] = change(cell["time"])
        return answer

    return spoil


RUBBISH: dict[str, Callable[[Any], object]] = {
    "no JSON": lambda _: b"<html>502</html>",
    "cut": lambda _: b'{"code": "Ok", "durations": [[0, 1',
    "nothing": lambda _: b"",
    "a list": lambda _: [1, 2],
    "null": lambda _: None,
    "another code": lambda _: {"code": "NoTable", "message": "no"},
    "negative": cells(lambda cell: cell - 50),
    "words": cells(lambda _: "soon"),
    "all zero": cells(lambda _: 0),
    "endless": cells(lambda cell: cell * 1e9),
    "infinite": cells(lambda _: float("inf")),
    "a row too few": lambda answer: {
        key: value[1:] if isinstance(value, list) else value for key, value in answer.items()
    },
    "ragged": lambda answer: {
        key: [value[0][:1], *value[1:]] if key in ("durations", "sources_to_targets") else value
        for key, value in answer.items()
    },
}


@pytest.mark.parametrize("kind", RUBBISH)
def test_rubbish_is_not_believed_and_the_own_roads_answer(
    server: Server, make: Make, kind: str
) -> None:
    server.spoil = RUBBISH[kind]
    desk = Desk([one := make(server.url)])
    assert ByUrl(OWN, desk).matrix(doors(4), "motor") == OWN.matrix(doors(4), "motor")
    assert desk.missed == one.name


def test_a_server_that_is_better_again_is_asked_again(server: Server, make: Make) -> None:
    server.spoil = RUBBISH["all zero"]
    desk = Desk([make(server.url)])
    ByUrl(OWN, desk).matrix(doors(4), "motor")
    server.spoil = lambda answer: answer
    assert ByUrl(OWN, desk).matrix(doors(4), "motor") != OWN.matrix(doors(4), "motor")
    assert desk.missed == ""


def test_the_next_server_is_asked(server: Server, make: Make) -> None:
    with serving() as broken:
        broken.statuses = [500] * 9
        desk = Desk([make(broken.url), make(server.url)])
        assert ByUrl(OWN, desk).matrix(doors(4), "motor") != OWN.matrix(doors(4), "motor")
        assert desk.missed == ""


def test_a_hiccup_is_asked_again_and_a_refusal_is_not(server: Server) -> None:
    line = Line(server.url)
    server.statuses = [503]
    assert line.ask(
        "/table/v1/driving/1,1;2,2?sources=0&destinations=1&annotations=duration,distance"
    )
    assert len(server.asked) == 2
    server.statuses = [400]
    with pytest.raises(NoAnswer):
        line.ask("/route/v1/driving/1,1;2,2")
    assert len(server.asked) == 3


def test_a_server_that_failed_is_left_alone_for_a_minute(server: Server) -> None:
    now = 0.0
    line = Line(server.url, clock=lambda: now)
    server.statuses = [500, 500]
    for _ in range(3):
        with pytest.raises(NoAnswer):
            line.ask("/route/v1/driving/1,1;2,2")
    assert len(server.asked) == 2
    now = 61.0
    assert line.ask("/route/v1/driving/1,1;2,2")


def test_an_answer_that_trickles_in_is_given_up(server: Server) -> None:
    server.drip.set()
    ticks = count()
    line = Line(server.url, seconds=20, clock=lambda: float(next(ticks)))
    with pytest.raises(NoAnswer):
        line.ask("/route/v1/driving/1,1;2,2")


def test_an_answer_that_is_too_long_is_given_up(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("field.gateways.road_servers.ask._MOST_BYTES", 1000)
    server.spoil = lambda _: b" " * 2000
    with pytest.raises(NoAnswer):
        Line(server.url).ask("/route/v1/driving/1,1;2,2")


def test_a_table_that_takes_too_long_is_given_up(server: Server, make: Make) -> None:
    ticks = count(0, 100)
    desk = Desk([make(server.url, pairs=4)], clock=lambda: float(next(ticks)))  # type: ignore[call-arg]  # of this maker
    assert desk.table(doors(9), "motor") is None
    assert len(server.asked) < 4


def test_nobody_there(make: Make) -> None:
    desk = Desk([make("http://127.0.0.1:9")])
    assert ByUrl(OWN, desk).matrix(doors(3), "motor") == OWN.matrix(doors(3), "motor")
    trips = [(doors(2)[0], doors(2)[1])]
    assert ByUrl(OWN, desk).drives(trips, "motor") == [None]


def test_a_way_is_told_in_our_words(server: Server, make: Make) -> None:
    begin, end = Point(-6.6, 106.8), Point(-6.59, 106.81)
    (drive,) = by_url(make(server.url)).drives([(begin, end)], "motor")
    assert drive is not None
    steps = directions(drive, lambda _: "")
    assert [(step.turn, step.street) for step in steps] == [
        ("start", "Jl. Raya"),
        ("left", "Jl. Baru"),
    ]
    assert drive[0].line[0].lat == pytest.approx(-6.6)
    assert drive[1].line[-1].lon == pytest.approx(106.81)
    assert by_url(make(server.url)).drives([(begin, begin)], "motor") == [()]


def test_a_way_in_rubbish_is_the_own_roads_matter(server: Server, make: Make) -> None:
    begin, end = at(5, 0), at(4, 2)
    own = village()
    rubbish: list[object] = [{"code": "Ok", "routes": []}, {"trip": {"legs": [{}]}}]
    for answer in rubbish:
        server.spoil = partial(_instead, answer)
        found = ByUrl(own, Desk([make(server.url)])).drives([(begin, end)], "motor")
        assert found == own.drives([(begin, end)], "motor")


def _instead(answer: object, _: object) -> object:
    return answer


def test_the_walk_is_added_to_what_the_server_says(server: Server, make: Make) -> None:
    own = village()
    car = ByUrl(own, Desk([make(server.url)])).matrix([at(5, 0), at(4, 2), at(5, -9)], "mobil")
    walk = own.stands([at(4, 2)], "mobil")[0]
    assert walk is not None
    driven = make(server.url).table([at(5, 0)], [Point(walk.lat, walk.lon)], "mobil")[1][0, 0]
    assert car.distances[0, 1] == pytest.approx(driven + walk.walk_m, abs=2)
    assert car.durations[0, 1] == pytest.approx(driven / SPEED + walk.walk_m / 1.25, abs=2)
    assert car.durations[0, 2] == UNREACHABLE, "no server knows better where one may stand"


def test_settings_name_the_servers() -> None:
    assert road_servers() == []
    one, two = road_servers("http://a:5000/", "https://b/valhalla", "400")
    assert (one.name, two.name, one.pairs, two.pairs) == ("OSRM", "Valhalla", 400, 400)
    assert [one.serves(name) for name in ("motor", "mobil", "foot")] == [True, True, False]
    named = road_servers("motor=http://a:5001, foot=http://a:5003")[0]
    assert [named.serves(name) for name in ("motor", "mobil", "foot")] == [True, False, True]
    with pytest.raises(ValueError, match="not the address"):
        road_servers("file:///etc/passwd")


def test_the_book_asks_the_servers_and_says_so(server: Server, make: Make, tmp_path: Path) -> None:
    book = RoadBook(CITY, tmp_path, [make(server.url)])
    assert book.in_use().servers in ("OSRM", "Valhalla")
    book.times().matrix(doors(3), "motor")
    assert (book.missed(), len(server.asked)) == ("", 1)
    server.statuses = [500] * 9
    book.times().matrix(doors(4), "motor")
    assert book.missed() == book.in_use().servers
    plain = RoadBook(CITY, tmp_path)
    assert (plain.missed(), plain.in_use().servers) == ("", "")
    assert not isinstance(plain.times(), (ByUrl, RoadTimes))
