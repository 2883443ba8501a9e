# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The address of a proxy is taken as people write it; a password is none of it."""

from __future__ import annotations

import pytest

from srfax_desktop.core.proxy_choice import ProxyError, ProxyProblem, parse_proxy


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("http://proxy.example:3128", "http://proxy.example:3128"),
        ("https://proxy.example", "https://proxy.example"),
        ("  http://proxy.example:3128/ ", "http://proxy.example:3128/"),
        ("proxy.example:3128", "http://proxy.example:3128"),
        ("proxy", "http://proxy"),
        ("10.0.0.1:8080", "http://10.0.0.1:8080"),
        ("http://[::1]:3128", "http://[::1]:3128"),
    ],
)
def test_an_address_is_taken(typed: str, meant: str) -> None:
    assert parse_proxy(typed) == meant
    assert parse_proxy(meant) == meant


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", ProxyProblem.EMPTY),
        ("   ", ProxyProblem.EMPTY),
        ("http://", ProxyProblem.NOT_A_PROXY),
        ("http://proxy.example:port", ProxyProblem.NOT_A_PROXY),
        ("http://proxy.example:0", ProxyProblem.NOT_A_PROXY),
        ("http://proxy.example:99999", ProxyProblem.NOT_A_PROXY),
        ("http://[::1", ProxyProblem.NOT_A_PROXY),
        ("socks5://proxy.example:1080", ProxyProblem.NOT_A_PROXY),
        ("http://proxy.example:3128/proxy.pac", ProxyProblem.NOT_A_PROXY),
        ("http://proxy.example?", ProxyProblem.NOT_A_PROXY),
        ("http://proxy.example#x", ProxyProblem.NOT_A_PROXY),
        ("http://pro xy.example", ProxyProblem.NOT_A_PROXY),
        ("http://pro\txy.example", ProxyProblem.NOT_A_PROXY),
        ("http://proxy.example\\@", ProxyProblem.HAS_PASSWORD),
        ("http://clerk:secret@proxy.example:3128", ProxyProblem.HAS_PASSWORD),
        ("clerk:secret@proxy.example:3128", ProxyProblem.HAS_PASSWORD),
        ("http://próxy.example", ProxyProblem.NOT_A_PROXY),
    ],
)
def test_what_is_none_is_told(typed: str, problem: ProxyProblem) -> None:
    with pytest.raises(ProxyError) as told:
        parse_proxy(typed)
    assert told.value.problem is problem
    assert typed.strip() not in str(told.value) or not typed.strip()
