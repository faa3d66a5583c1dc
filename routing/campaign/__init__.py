"""Many days of work: which stops on which day. The routes of a day are `solve`'s."""

from routing.campaign.days import Campaign, Span, spread

__all__ = ["Campaign", "Span", "spread"]
