# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's python3-authlib checks a signed access token as an API does: by the key set alone (RFC 9068 4).

Reads {"keys", "token", "algorithm", "issuer", "audience", "now", "claims"} from stdin.
"""
import base64, json, sys

from authlib.jose import JsonWebKey, JsonWebToken
from authlib.jose.errors import JoseError

told = json.load(sys.stdin)
keys = JsonWebKey.import_key_set(told["keys"])
private = {"d", "p", "q", "dp", "dq", "qi", "k"}
for key in told["keys"]["keys"]:
    assert not private & key.keys(), "A private half is in the key set."
    assert keys.find_by_kid(key["kid"]).thumbprint() == key["kid"], "kid is not the thumbprint of RFC 7638."


def read(token, algorithm=told["algorithm"], audience=told["audience"], now=told["now"]):
    options = {name: {"essential": True} for name in ("sub", "exp", "iat", "jti", "client_id")}
    options["iss"] = {"essential": True, "value": told["issuer"]}
    options["aud"] = {"essential": True, "value": audience}
    claims = JsonWebToken([algorithm]).decode(token, keys, claims_options=options)
    claims.validate(now=now)
    return claims


claims = read(told["token"])
assert claims.header["typ"] == "at+jwt" and claims.header["alg"] == told["algorithm"], claims.header
assert claims["sub"] == claims["client_id"], claims
for name, value in told["claims"].items():
    assert claims[name] == value, (name, claims)

# What authlib accepted above, it refuses with a single change: the signature covers all of it.
head, payload, signature = told["token"].split(".")
others = base64.urlsafe_b64encode(json.dumps({**claims, "companyId": "initech"}).encode()).decode().rstrip("=")
for what, change in (
    ("another payload", lambda: read(".".join((head, others, signature)))),
    ("no signature", lambda: read(".".join((head, payload, "")))),
    ("another algorithm", lambda: read(told["token"], algorithm="HS256")),
    ("another audience", lambda: read(told["token"], audience="another-api")),
    ("a later time", lambda: read(told["token"], now=claims["exp"] + 1)),
):
    try:
        change()
    except JoseError:
        continue
    sys.exit("authlib accepts " + what)
