# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The practice service's faxes: each a script of what SRFax says, and what the lists then show.

The numbers are from the range that is kept free for fiction (604 555 01xx).
"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from srfax_desktop.core.fax import FaxId
from srfax_desktop.srfax.practice_account import PRACTICE_ACCOUNT
from srfax_desktop.srfax.practice_faults import Fault, hang, http_status

IN_PROGRESS, SENT, FAILED = "In Progress", "Sent", "Failed"


@dataclass(frozen=True, slots=True)
class Answer:
    """Status and Result, before they are JSON or XML."""

    status: str
    result: object


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a fax's script.

    says: what Stop_Fax answers, or a fault in its place. shows: the SentStatus from then on.
    pages: how many the lists count from then on, None for all of the fax's. error_code: the same.
    times: over after so many requests. until_s: over so many seconds after the first Stop_Fax.
    The last step is never over.
    """

    says: Answer | Fault
    shows: str = IN_PROGRESS
    pages: int | None = None
    error_code: str = ""
    times: int | None = None
    until_s: float | None = None


CONVERTING = Answer("Failed", "Unable to Cancel Fax")
NOT_FOUND = Answer("Failed", "File not found – Please try again")
UNKNOWN_ID = Answer("Failed", "FaxDetailsID Not Found")
_CANCELLED = Answer("Success", "Fax Cancelled")
_PARTLY = Answer("Success", "Fax cancelled but partially sent")
CANCELLED = Step(_CANCELLED, FAILED, pages=0, error_code="Cancelled")
PARTIALLY_SENT = Step(_PARTLY, FAILED, pages=2, error_code="Cancelled")
COMPLETED = Step(Answer("Failed", "Fax transmission completed"), SENT)
GOES_OUT_ALL_THE_SAME = Step(_CANCELLED, SENT)
GOT_NO_LINE = Step(NOT_FOUND, FAILED, pages=0, error_code="Busy")  # what SRFax says of one is not known


@dataclass(frozen=True, slots=True)
class PracticeFax:
    """A fax and its script.

    queued_ago_s: seconds before the service began. file: the part of FileName between that time and the ID.
    shows: SentStatus at first. leaves_after_s: seconds after the service began at which the fax leaves
    the queue by itself, and `leaves_as` takes the place of its script.
    user_id: whose it is; with a `user_number` it is a sub-user's.
    """

    fax_id: FaxId
    script: tuple[Step, ...]
    to_number: str = "16045550100"
    subject: str = ""
    pages: int = 1
    queued_ago_s: int = 0
    file: str = "8812-34_0"
    shows: str = IN_PROGRESS
    leaves_after_s: float | None = None
    leaves_as: Step = COMPLETED
    user_id: str = PRACTICE_ACCOUNT
    user_number: str = ""
    sender: str = "office@example.com"


PRACTICE_FAXES = (
    PracticeFax(FaxId("10000001"), (CANCELLED,), "16045550123", "Referral", 2, 120, "8812-41_0"),
    PracticeFax(FaxId("10000002"), (PARTIALLY_SENT,), "16045550188", "Lab results", 6, 240, "8812-40_0"),
    PracticeFax(
        FaxId("10000003"), (COMPLETED,), "16045550142", "Consult note", 3, 360, "8812-39_0", shows=SENT
    ),
    PracticeFax(
        FaxId("10000004"),
        (Step(CONVERTING, until_s=20), CANCELLED),
        "16045550155",
        "Discharge",
        11,
        480,
        "8812-38_0",
    ),
    PracticeFax(
        FaxId("10000005"),
        (Step(NOT_FOUND, until_s=5), CANCELLED),
        "16045550161",
        "Imaging",
        4,
        600,
        "8812-37_0",
    ),
    PracticeFax(
        FaxId("10000006"),
        (
            Step(http_status(HTTPStatus.INTERNAL_SERVER_ERROR), times=1),
            Step(http_status(HTTPStatus.SERVICE_UNAVAILABLE), times=1),
            CANCELLED,
        ),
        "16045550177",
        "Affidavit",
        9,
        720,
        "8812-36_0",
    ),
    PracticeFax(
        FaxId("10000007"),
        (Step(hang(), times=1), CANCELLED),
        "16045550104",
        "Retainer",
        1,
        840,
        "8812-35_0",
    ),
    PracticeFax(
        FaxId("10000008"), (Step(CONVERTING),), "16045550199", "Closing binder", 48, 960, "8812-34_0"
    ),
)
"""The practice round: one for each thing that SRFax can say of a stop."""

_BROADCAST = tuple(
    PracticeFax(
        FaxId(f"2000000{number}"),
        (CANCELLED,),
        f"1604555011{number}",
        "Transfer of care",
        3,
        60,
        f"8812-42_{number - 1}",
    )
    for number in range(1, 5)
)

QUEUE_FAXES = (
    *_BROADCAST,
    PracticeFax(
        FaxId("20000005"),
        (GOES_OUT_ALL_THE_SAME,),
        "16045550131",
        "Prescription",
        1,
        1080,
        "8812-33_0",
    ),
    PracticeFax(
        FaxId("20000006"),
        (CANCELLED,),
        "16045550132",
        "Insurance form",
        2,
        1200,
        "8830-7_0",
        user_id="99998",
        user_number="16045550109",
        sender="annex@example.com",
    ),
    PracticeFax(
        FaxId("20000007"),
        (CANCELLED,),
        "16045550133",
        "Appointment",
        1,
        1320,
        "8812-32_0",
        leaves_after_s=60,
    ),
    PracticeFax(
        FaxId("20000008"),
        (CANCELLED,),
        "16045550134",
        "Test order",
        2,
        1440,
        "8812-31_0",
        leaves_after_s=60,
        leaves_as=GOT_NO_LINE,
    ),
)
"""What else is in the queue: a broadcast of four, one that goes out although SRFax says that it was
stopped, a sub-user's, and two that leave the queue by themselves.
"""
