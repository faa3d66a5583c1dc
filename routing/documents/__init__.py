"""Problems and plans as VROOM writes them in JSON, with a few fields more.

Coordinates are [lon, lat], times whole seconds, distances whole metres.

A problem has, as in VROOM, `jobs` (id, description, location, location_index, setup, service,
delivery, skills, priority, time_windows), `vehicles` (id, profile, description, start,
start_index, end, end_index, capacity, skills, time_window, breaks, max_tasks) and `matrices` (by
profile: durations, distances). Without matrices every place has a `location`, and a MatrixSource
is asked. Two things are said more exactly than there: `setup` comes before the time window, which
is for service alone, and a pair without a road is `null` in a matrix. Ours: on a job `prize`
(optional, worth so many seconds), `vehicles` (only these), and `preferred_vehicles` with
`stray_cost`; on a vehicle `max_duration`; on the problem `balance` and `points`, the places of all
locations in order. Fields of VROOM's that are not modelled are refused, never silently dropped.

A plan has, as in VROOM, `code`, `summary`, `unassigned` and `routes` with `steps` (type, id,
location_index, location, arrival, setup, service, waiting_time, load, and from the start
`duration`, which is travel alone, and `distance`), and `violations` with a `cause`. Ours: a reason
with each unassigned job, and with reasons and violations their figures and words (`id` Indonesian,
`en` English).
"""

from routing.documents.plan import read_plan, violation_document, write_plan
from routing.documents.problem_in import read_problem
from routing.documents.problem_out import write_problem

__all__ = ["read_plan", "read_problem", "violation_document", "write_plan", "write_problem"]
