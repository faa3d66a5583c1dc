"""Published benchmark instances as Problems: the file tells its format, and the rounding is stated.

A distance of the literature times `factor` is a cost here, a time too; `cost` of a plan divided by
`factor` is the literature's distance.
"""

from routing.instances.instance import Instance
from routing.instances.read import read_instance
from routing.instances.rounding import ROUNDINGS

__all__ = ["ROUNDINGS", "Instance", "read_instance"]
