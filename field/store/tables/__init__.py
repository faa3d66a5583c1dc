"""All tables, so that the metadata is whole wherever the store is imported."""

from field.store.tables.campaigns import (
    Campaign,
    CampaignBatch,
    CampaignCard,
    CampaignPlan,
    CampaignRoute,
)
from field.store.tables.cards import Card, CardMove, Household, Import, ImportProblem
from field.store.tables.closures import RoadClosure, RoadReport
from field.store.tables.contacts import Contact
from field.store.tables.crew import Absence, Courier, Handpick, Territory
from field.store.tables.door_points import DoorPoint
from field.store.tables.evenings import Booking, Evening
from field.store.tables.events import Blob, Event, EventPhoto
from field.store.tables.people import AuditEntry, Device, Setting, User
from field.store.tables.plans import Manifest, Plan, Stop, StopCard
from field.store.tables.printing import (
    BlankDelivery,
    BlankMove,
    OperatorAbsence,
    PrintAct,
    PrintBatch,
    Printer,
    PrinterOutage,
    PrintOperator,
)
from field.store.tables.requests import AskDraft, Message, Person, Request, RequestStep
from field.store.tables.speeds import LearnedSpeed, SpeedRule
from field.store.tables.trips import Booth, Car, KitVisit, Outage, Trip, TripRider, Turn
from field.store.tables.work import Job

__all__ = [
    "Absence",
    "AskDraft",
    "AuditEntry",
    "BlankDelivery",
    "BlankMove",
    "Blob",
    "Booking",
    "Booth",
    "Campaign",
    "CampaignBatch",
    "CampaignCard",
    "CampaignPlan",
    "CampaignRoute",
    "Car",
    "Card",
    "CardMove",
    "Contact",
    "Courier",
    "Device",
    "DoorPoint",
    "Evening",
    "Event",
    "EventPhoto",
    "Handpick",
    "Household",
    "Import",
    "ImportProblem",
    "Job",
    "KitVisit",
    "LearnedSpeed",
    "Manifest",
    "Message",
    "OperatorAbsence",
    "Outage",
    "Person",
    "Plan",
    "PrintAct",
    "PrintBatch",
    "PrintOperator",
    "Printer",
    "PrinterOutage",
    "Request",
    "RequestStep",
    "RoadClosure",
    "RoadReport",
    "Setting",
    "SpeedRule",
    "Stop",
    "StopCard",
    "Territory",
    "Trip",
    "TripRider",
    "Turn",
    "User",
]
