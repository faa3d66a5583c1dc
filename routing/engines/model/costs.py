"""What routes cost: their ways, and that they are driven at all."""

from routing.engines.model.frame import Frame


def add(frame: Frame) -> None:
    for number, vehicle in enumerate(frame.problem.vehicles):
        costs = frame.matrix(frame.grid.cost(vehicle))
        frame.routing.SetArcCostEvaluatorOfVehicle(costs, number)
        if vehicle.fixed_cost:
            frame.routing.SetFixedCostOfVehicle(vehicle.fixed_cost, number)
