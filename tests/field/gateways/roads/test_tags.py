"""Tags, judged one by one: who may go where, how fast, and what is doubtful."""

import pytest

from field.gateways.roads.access import passes
from field.gateways.roads.judge import Ruling, judge

MOTOR, MOBIL, FOOT = "motor", "mobil", "foot"
ALL = f"{MOTOR} {MOBIL} {FOOT}"


def ruled(said: str) -> Ruling:
    tags = dict(pair.split("=", 1) for pair in said.split())
    found = judge({"highway": "residential"} | tags)
    assert found is not None
    return found


def who(speeds: tuple[float, float, float]) -> str:
    return " ".join(word for word, speed in zip(ALL.split(), speeds, strict=True) if speed)


@pytest.mark.parametrize(
    ("said", "may"),
    [
        ("", ALL),
        ("highway=motorway oneway=no", MOBIL),
        ("toll=yes highway=trunk", f"{MOBIL} {FOOT}"),
        ("highway=footway", FOOT),
        ("highway=footway motorcycle=yes", f"{MOTOR} {FOOT}"),
        ("highway=path", FOOT),
        ("highway=path width=1.5", f"{MOTOR} {FOOT}"),
        ("highway=path surface=concrete", f"{MOTOR} {FOOT}"),
        ("highway=steps", FOOT),
        ("highway=pedestrian motor_vehicle=destination", ALL),
        ("access=no", ""),
        ("access=no foot=yes", FOOT),
        ("access=no motorcycle=yes", MOTOR),
        ("access=private", FOOT),
        ("foot=private", f"{MOTOR} {MOBIL}"),
        ("motor_vehicle=no", FOOT),
        ("motor_vehicle=no motorcar=yes", f"{MOBIL} {FOOT}"),
        ("vehicle=no", FOOT),
        ("access=yes highway=footway", FOOT),
        ("access=destination", ALL),
        ("width=1.8", f"{MOTOR} {FOOT}"),
        ("width=1,8m", f"{MOTOR} {FOOT}"),
        ("width=0.7", FOOT),
        ("maxwidth=2 width=4", f"{MOTOR} {FOOT}"),
    ],
)
def test_who_may(said: str, may: str) -> None:
    found = ruled(said)
    assert (who(found.forward), who(found.backward)) == (may, may)


@pytest.mark.parametrize(
    ("said", "forward", "backward"),
    [
        ("oneway=yes", ALL, FOOT),
        ("oneway=-1", FOOT, ALL),
        ("oneway=no", ALL, ALL),
        ("oneway=yes oneway:motorcycle=no", ALL, f"{MOTOR} {FOOT}"),
        ("oneway=yes oneway:motor_vehicle=no", ALL, ALL),
        ("oneway:motorcar=yes", ALL, f"{MOTOR} {FOOT}"),
        ("oneway:motorcar=-1", f"{MOTOR} {FOOT}", ALL),
        ("oneway=yes oneway:foot=yes", ALL, ""),
        ("junction=roundabout", ALL, FOOT),
        ("junction=roundabout oneway=no", ALL, ALL),
        ("motorcar:backward=no", ALL, f"{MOTOR} {FOOT}"),
        ("oneway=reversible", ALL, FOOT),
    ],
)
def test_which_way(said: str, forward: str, backward: str) -> None:
    found = ruled(said)
    assert (who(found.forward), who(found.backward)) == (forward, backward)


@pytest.mark.parametrize(
    ("said", "doubt"),
    [
        ("access=private", "private"),
        ("access=perhaps", "unknown_access"),
        ("highway=path", "path_untold"),
        ("oneway=alternating", "oneway_changes"),
        ("width=wide", "width_unreadable"),
        ("maxspeed=signals", "maxspeed_unreadable"),
        ("highway=road", "class_unknown"),
        ("oneway:conditional=yes@(07:00-09:00)", "conditional"),
    ],
)
def test_what_is_doubtful(said: str, doubt: str) -> None:
    assert ruled(said).doubts == (doubt,)


def test_how_fast() -> None:
    plain, rough, slow = (ruled(said).forward for said in ("", "surface=gravel", "maxspeed=10"))
    assert [round(speed * 3.6) for speed in plain] == [17, 13, 4]
    assert rough[0] == pytest.approx(plain[0] * 0.7)
    assert [round(speed * 3.6) for speed in slow] == [10, 10, 4]
    assert rough[2] == plain[2]


@pytest.mark.parametrize("said", ["highway=construction", "highway=proposed", "area=yes"])
def test_what_is_no_road(said: str) -> None:
    tags = dict(pair.split("=", 1) for pair in said.split())
    assert judge({"highway": "pedestrian"} | tags) is None


@pytest.mark.parametrize("said", ["bridge=yes", "tunnel=yes", "highway=motorway"])
def test_where_nobody_stands(said: str) -> None:
    assert not ruled(said).stops
    assert ruled("").stops


@pytest.mark.parametrize(
    ("said", "may"),
    [
        ("barrier=bollard", f"{MOTOR} {FOOT}"),
        ("barrier=bollard motorcycle=no", FOOT),
        ("barrier=bollard motorcar=yes", ALL),
        ("barrier=cycle_barrier", FOOT),
        ("barrier=gate", ALL),
        ("barrier=lift_gate access=private", ""),
        ("barrier=lift_gate access=private foot=yes", FOOT),
        ("barrier=wall", ""),
    ],
)
def test_who_gets_past(said: str, may: str) -> None:
    tags = dict(pair.split("=", 1) for pair in said.split())
    motor, mobil, foot = passes(tags)
    assert who((float(motor), float(mobil), float(foot))) == may
