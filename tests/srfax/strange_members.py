# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Status and Result with the values that they ought not to have, and under names that are not theirs."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.srfax.look_alikes import DOCUMENTED, PARTLY, STOPPED, spoilt_words

_OTHER_TEXTS = ("FaxDetailsID Not Found", "Invalid Access Code / Password", "Invalid Action", "", "Success")
_STATUSES: list[object] = ["Failed", "success", " SUCCESS ", "1", 1, 0, True, False, None, "", "OK", 2, 1.0]
_STATUSES += [
    "Succe\u017fs",
    "Success\u200b",
    "\uff11",
    "Successful",
    "Not Success",
    ["Success"],
    {"Success": 1},
]
_ODD_VALUES: list[object] = [None, True, False, 0, 1, -1, 10**40, 1.5, [], {}]
_ODD_VALUES += [[STOPPED], [[STOPPED]], {"Result": STOPPED}, {"0": STOPPED}]
_ROW_NAMES = [
    "FileName",
    "FaxDetailsID",
    "SentStatus",
    "Status",
    "ToFaxNumber",
    "Pages",
    "EpochTime",
    "User_ID",
]
_ROW_VALUES: list[object] = [
    "x|9",
    "x|10",
    "20180101230101-8812-34_0|31524120",
    "9",
    9,
    "|",
    "x|0",
    "1e3",
    "",
]
_ROW_VALUES += [
    "In Progress",
    "Sent",
    "Failed",
    "failed ",
    "Unknown",
    "Sending Email",
    "Fa\u0131led",
    "",
    "1e3",
]
_ROW_VALUES += ["16045550123", None, False, True, 10**30, 1.0, [], {}]
_NAMES = [
    "Status",
    "Result",
    "status",
    "RESULT",
    "Status ",
    "Statu\u017f",
    "Error",
    "\ufeffStatus",
    "Re\u0455ult",
]

_statuses = st.just("Success") | st.just("Success") | st.just("Success") | st.sampled_from(_STATUSES)
_row_values = st.sampled_from(_ROW_VALUES)
_rows = st.dictionaries(st.sampled_from(_ROW_NAMES), _row_values, max_size=4)
_results = (
    st.sampled_from([STOPPED, PARTLY])
    | st.sampled_from([*DOCUMENTED, *_OTHER_TEXTS])
    | spoilt_words()
    | st.sampled_from(_ODD_VALUES)
    | st.lists(_rows | _row_values, max_size=4)
    | _rows
)
_names = st.sampled_from(_NAMES)
near_rows = st.fixed_dictionaries(
    {"FileName": st.sampled_from(["x|9", "x|10", "a|b|9", "9", ""])},
    optional=dict.fromkeys(("SentStatus", "Status", "FaxDetailsID", "Pages", "EpochTime"), _row_values),
)
"""Most of these can be read."""


@st.composite
def members(draw: st.DrawFn) -> list[tuple[str, object]]:
    """Return Status and Result, and at times another, one twice, or none of one."""
    found: list[tuple[str, object]] = [("Status", draw(_statuses)), ("Result", draw(_results))]
    match draw(st.integers(0, 7)):
        case 0:
            found.append((draw(_names), draw(_statuses | _results)))
        case 1:
            found.reverse()
        case 2:
            found.append(draw(st.sampled_from(found)))
        case 3:
            del found[draw(st.integers(0, 1))]
        case 4:
            place = draw(st.integers(0, 1))
            found[place] = draw(_names), found[place][1]
    return found
