# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's python3-authlib against the simulator: reads {"api", "master": {...}, "customer": {...}} from stdin."""
import json, sys

from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session

sr = json.load(sys.stdin)
token_url = sr["api"] + "/identity/oauth/token"


def session(client, method, **options):
    return OAuth2Session(client["clientId"], client["clientSecret"], token_endpoint_auth_method=method, **options)


for method in ("client_secret_basic", "client_secret_post"):
    for who in ("master", "customer"):
        token = session(sr[who], method).fetch_token(token_url, grant_type="client_credentials")
        assert token["token_type"] == "Bearer" and token["access_token"] and token["expires_in"] == 1800, token
        assert not token.is_expired()
        print("token by", method, "for", who)

    narrow = session(sr["customer"], method, scope="company_read")
    assert narrow.fetch_token(token_url, grant_type="client_credentials")["scope"] == "company_read"
    company = narrow.get(sr["api"] + "/configuration/company")
    assert company.status_code == 200 and company.json()["identifier"] == "globex", company.text
    assert narrow.get(sr["api"] + "/jobs").status_code == 403
    print("API with a token of", method)

    for wrong, error in (({"clientSecret": "wrong"}, "invalid_client"), ({"clientId": "nobody"}, "invalid_client")):
        try:
            session({**sr["master"], **wrong}, method).fetch_token(token_url, grant_type="client_credentials")
            sys.exit("A wrong client got a token.")
        except OAuthError as refused:
            assert refused.error == error, refused
    try:
        session(sr["master"], method).fetch_token(token_url, grant_type="password", username="a", password="b")
        sys.exit("A password got a token.")
    except OAuthError as refused:
        assert refused.error == "unsupported_grant_type", refused
    print("refusals by", method)
