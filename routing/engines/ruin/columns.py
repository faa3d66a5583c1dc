"""The columns of the arrays in `data` and `state`, and the numbers that stand for never."""

FAR = 10**15
"""Later or dearer than anything; a few of them still add up without overflow."""

# data.node: what is known of a node.
PLACE = 0
SETUP = 1
SERVICE = 2
OPENS = 3  # the beginning of the first window
CLOSES = 4  # the end of the last
WINDOWS = 5  # how many
WINDOW_AT = 6  # the first of them in data.list, open and close by turns
PARTNER = 7  # the other end of a shipment that goes in and out with it, or -1
ORIGIN = 8  # of a delivery: its pickup, also where that is locked
RIDE = 9  # of a delivery: the longest ride, or FAR
PENALTY = 10  # of leaving it out; of a shipment at its pickup
OPTIONAL = 11
GROUP = 12
TIED = 13  # the only vehicle that may take it, because its pickup is locked there; or -1
AFTER_AT = 14  # data.list[AFTER_AT:AFTER_TO]: what it comes after
AFTER_TO = 15
HEIR_AT = 16  # likewise: what comes after it
HEIR_TO = 17
LOCKED = 18
DELIVERS = 19  # the second end of a unit
GROUP_AT = 20  # data.list[GROUP_AT:GROUP_TO]: all of its group
GROUP_TO = 21
DROP = 22  # by axis: aboard from the start until here; then by axis: what is more when leaving

# data.fleet: what is known of a vehicle.
KIND = 0
PROFILE = 1
LEAVES = 2  # the shift opens
RETURNS = 3  # the shift closes
FIXED = 4
MOST_STOPS = 5
MOST_DURATION = 6
MOST_TRAVEL = 7
MOST_METRES = 8
RESTS = 9  # how many breaks
LIMITED = 10  # 1 when stops, travel or metres are limited
ROOM = 11  # by axis: the capacity

# state.node
NEXT = 0
BEFORE = 1
ROUTE = 2  # the vehicle, or -1 where the visit is left out
OUT = 3  # the cost of the way to the next, 0 on a route without visits
SHUT = 4  # 1 when nothing may come right after: a locked beginning
STAMP = 5
AWAY = 6  # 1 while it stands in state.absent
AT = 7  # its place, kept beside the rest: a cache line is what all of this fits in
STATE_COLUMNS = 8

# state.route
STOPS = 0
COST = 1  # fixed cost, ways, setups, strays
TRAVEL = 2
METRES = 3
WORK = 4  # kept only where balance is priced
SPREAD = 5  # the price of lying apart
MIDDLE = 6  # the place in the middle
TOUCHED = 7  # the iteration that last saved it
STACKED = 8  # 1 while it waits among the empty of its kind
RIDES = 9  # how many of its deliveries have a longest ride
SEEN = 10  # the last stamp of who looked at it
BELOW = 11  # the next of the empty of its kind, or -1
LABOUR = 12  # seconds of driving, setup and service: work without its waits
ROUTE_COLUMNS = 13

# state.tally
COSTS = 0
PENALTIES = 1
SPREADS = 2
SERVED = 3
USED = 4
ABSENT = 5  # how many units are left out
POOL = 6  # how many units wait to be put in
SAVED = 7  # how many routes can be undone
CLOCK = 8  # the iterations so far
MARK = 9  # the last stamp
BEST = 10
CURRENT = 11
REQUIRED = 12  # how many of those left out are required: they stand first
BLINK = 13  # how many places are looked at until one is overlooked
DICE = 14
BUSIEST = 15  # the vehicle with the most labour, where balance is priced
RIVAL = 16  # the most labour of any other
EAGER = 17  # 1 while visits are put in at any price
TOP = 18  # by kind: the first of its empty vehicles, or -1

# state.list: rows of nodes, and of places among them.
OUTSIDE = 0  # units left out
WAITING = 1  # units waiting to be put in
STACK = 2
ROW = 3  # the nodes of a route looked at as a whole
SPOT = 4  # where in the row a node stands
WALK = 5  # the nodes of a route while places are tried
DETOUR = 6  # what a delivery costs after each
LEAST = 7  # the least detour from there on
SAVED_ROW = 8
SAVED_AT = 9  # where the visits of each saved route begin in SAVED_ROW
BEST_ROW = 10
BEST_AT = 11  # where the visits of each vehicle begin in BEST_ROW
KEY = 12
TRIED = 13  # by node: the last iteration that tried it again
LIST_ROWS = 14

# state.label: work space by [position, breaks taken].
EARLY = 0
LATE = 1
PARENT = 2
HAND = 3  # labels carried along while places are tried
LABEL_TABLES = 4

# state.load
ABOARD = 0  # when leaving
MOST_SO_FAR = 1  # from the start until leaving
MOST_TO_COME = 2  # from leaving to the end

# data.rest: by kind of vehicle and breaks taken.
SECONDS = 0  # of the break that comes next
HOME = 1  # who starts at or after this may have taken them at home
TAIL = 2  # the latest end with only these taken
REST_WINDOW = 3  # then the windows of the next break, each open and close
