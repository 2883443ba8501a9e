# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""No reply whatsoever makes the program say what SRFax did not, costs much, or is an error."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from srfax_desktop.core.listing import ListSource
from srfax_desktop.srfax.classify import sign_in_answer, stop_answer
from srfax_desktop.srfax.list_reply import list_answer
from srfax_desktop.srfax.reply import HttpReply
from srfax_desktop.srfax.retry_after import retry_after_s
from tests.figures import Figures, short_or_long
from tests.srfax import oracle
from tests.srfax.examine import (
    CAP,
    MOST_S,
    MOST_S_PER_MIB,
    MOST_TIMES,
    SMALL,
    Examiner,
    hold_list_to_oracle,
    hold_stop_to_oracle,
)
from tests.srfax.honest_replies import honest_replies
from tests.srfax.large_replies import LARGE
from tests.srfax.strange_documents import json_documents, list_documents, xml_documents
from tests.srfax.strange_replies import replies

if TYPE_CHECKING:
    from collections.abc import Iterator

# Ways to make a reply, how many in the short form and in the long one.
WAYS: dict[str, tuple[int, int, st.SearchStrategy[bytes]]] = {
    "json": (400, 25_000, json_documents().map(lambda text: text.encode("utf-8", "surrogatepass"))),
    "xml": (400, 25_000, xml_documents().map(lambda text: text.encode("utf-8", "surrogatepass"))),
    "lists": (200, 10_000, list_documents().map(str.encode)),
    "spoilt": (400, 25_000, replies()),
    "bytes": (50, 5_000, st.binary(max_size=200)),
}

_DATES = [
    "Wed, 25 Nov 2026 01:00:00 GMT",
    "Wed, 25 Nov 2026 01:00:00 +9999",
    "Tue, 31 Feb 99999 25:61:00 GMT",
    "Wed, 25 Nov 0000 01:00:00 -0000",
    "1 Jan 1 0:0",
    f"Wed, 25 Nov 2026 01:00:00 {'9' * 400}",
]
_WAITS = ["5", " 5 ", "-5", "5.5", "1e9", "٥", "９", "9" * 5000, "5, 10", "inf", "nan", "0x5", ""]
_headers = st.fixed_dictionaries(
    {},
    optional={
        "retry-after": st.sampled_from(_WAITS + _DATES) | st.text(),
        "date": st.sampled_from(_DATES) | st.text(),
    },
)


def many(count: int) -> settings:
    return settings(
        max_examples=count,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )


@pytest.fixture(scope="module")
def examiner(figures: Figures) -> Iterator[Examiner]:
    examiner = Examiner()
    yield examiner
    figures.most("slowest small reply", 1000 * examiner.slowest_s, 1000 * MOST_S, "ms")
    figures.most(
        "slowest MiB of a large reply", 1000 * examiner.slowest_s_per_mib, 1000 * MOST_S_PER_MIB, "ms"
    )
    figures.most("largest reply in memory", examiner.largest, MOST_TIMES, "times its size")


@pytest.mark.parametrize("way", WAYS)
def test_no_reply_is_believed_beyond_what_it_says(way: str, examiner: Examiner, figures: Figures) -> None:
    @many(short_or_long(WAYS[way][0], WAYS[way][1]))
    @given(WAYS[way][2])
    def try_them(body: bytes) -> None:
        figures.add("replies fuzzed")
        examiner.examine(body)

    try_them()


@pytest.mark.parametrize("shape", LARGE)
def test_no_reply_takes_for_ever_or_fills_the_memory(
    shape: str, examiner: Examiner, figures: Figures
) -> None:
    size = short_or_long(SMALL >> 1, CAP)
    http = HttpReply(200, {}, LARGE[shape].of(size))
    ask_for_list = partial(list_answer, source=ListSource.QUEUE)
    hold_stop_to_oracle(examiner.timed(stop_answer, http), http.body)
    hold_list_to_oracle(examiner.timed(ask_for_list, http), http.body)
    examiner.weigh(stop_answer, http)
    examiner.weigh(ask_for_list, http)
    figures.add("large replies")


def test_every_dressing_of_the_documented_replies_is_understood(figures: Figures) -> None:
    @many(short_or_long(400, 20_000))
    @given(honest_replies())
    def try_them(told: tuple[bytes, str]) -> None:
        body, outcome = told
        figures.add("replies fuzzed")
        assert stop_answer(HttpReply(200, {}, body)).outcome == outcome, body
        assert oracle.stop_may_say(body) == (outcome if outcome in oracle.CLAIMS else None)

    try_them()


def test_no_other_status_is_ever_an_answer(figures: Figures) -> None:
    @many(short_or_long(100, 5_000))
    @given(honest_replies(), st.integers(100, 999).filter(lambda code: code != 200), _headers)
    def try_them(told: tuple[bytes, str], code: int, headers: dict[str, str]) -> None:
        http = HttpReply(code, headers, told[0])
        figures.add("replies fuzzed")
        assert stop_answer(http).outcome.value not in oracle.CLAIMS
        assert list_answer(http, ListSource.QUEUE).problem
        wait_s = retry_after_s(headers)
        assert wait_s is None or 0 <= wait_s <= 86_400

    try_them()


def test_no_status_but_200_is_an_answer_whatever_the_body() -> None:
    for code in set(range(100, 1000)) - {200}:
        http = HttpReply(code, {}, b'{"Status":"Success","Result":"Fax Cancelled"}')
        assert stop_answer(http).outcome.value not in oracle.CLAIMS, code
        assert sign_in_answer(http).problem, code


def test_a_fuzzer_that_watches_the_program_finds_no_lie_either(figures: Figures, tmp_path: Path) -> None:
    if find_spec("atheris") is None:
        figures.add("fuzzers missing (atheris; see tests/srfax/fuzz_replies.py)")
        return
    options = [f"-max_total_time={short_or_long(2, 600)}", f"-artifact_prefix={tmp_path}/"]
    command = [sys.executable, "-m", "tests.srfax.fuzz_replies", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == 0, done.stderr[-4000:]
    figures.add("replies fuzzed by atheris", int(re.findall(r"Done (\d+) runs", done.stderr)[0]))
