# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's python3-authlib asks our introspection endpoint as a partner's API: reads {"introspectionUrl", "api":
{"clientId", "clientSecret"}, "token", "claims"} from stdin."""
import json, sys

from authlib.integrations.requests_client import OAuth2Session

told = json.load(sys.stdin)


def introspected(method, token, secret=told["api"]["clientSecret"]):
    session = OAuth2Session(told["api"]["clientId"], secret, token_endpoint_auth_method=method)
    return session.introspect_token(told["introspectionUrl"], token=token, token_type_hint="access_token")


for method in ("client_secret_basic", "client_secret_post"):
    answer = introspected(method, told["token"])
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store", answer.headers
    claims = answer.json()
    assert claims["active"] is True and claims["token_type"] == "Bearer", claims
    for name, value in told["claims"].items():
        assert claims[name] == value, (name, claims)
    assert introspected(method, told["token"] + "x").json() == {"active": False}
    refused = introspected(method, told["token"], "wrong")
    assert refused.status_code == 401 and refused.json()["error"] == "invalid_client", refused.text
    print("introspection by", method)
