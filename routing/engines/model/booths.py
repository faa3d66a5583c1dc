"""Who is recorded when: no more at once than a place can take."""

from routing.engines.model.frame import Frame


def add(frame: Frame) -> None:
    for booth in frame.problem.booths:
        visits = [visit.id for visit in frame.visits if visit.booth == booth.id]
        if not visits or not booth.duration:
            continue
        taken = [
            frame.solver.FixedDurationIntervalVar(
                frame.begin(visit), booth.duration, frame.active(visit), f"booth for {visit}"
            )
            for visit in visits
        ]
        frame.solver.Add(
            frame.solver.Cumulative(taken, [1] * len(taken), booth.capacity, f"booth {booth.id}")
        )
