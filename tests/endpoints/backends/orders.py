# SPDX-License-Identifier: GPL-3.0-or-later
"""An API that SmartRecruiters may call for a customer: it believes a token if introspection (RFC 7662) says that it is
active. `orders.py INTROSPECTION-URL PORT PAIR-FILE` serves it on this computer; PAIR-FILE is written by
`jetbridge-cli resource-servers add`."""
import base64, http.server, json, sys, urllib.parse, urllib.request

introspection, port, pair_file = sys.argv[1:]
pair = json.load(open(pair_file))
basic = base64.b64encode(f"{pair['clientId']}:{pair['clientSecret']}".encode()).decode()


def claims_of(token):
    asked = urllib.request.Request(introspection, urllib.parse.urlencode({"token": token}).encode(),
                                   {"Authorization": "Basic " + basic})
    return json.load(urllib.request.urlopen(asked, timeout=10))


class Orders(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        scheme, _, token = self.headers.get("Authorization", "").partition(" ")
        claims = claims_of(token) if scheme.lower() == "bearer" and token else {}
        self.send_response(200 if claims.get("active") else 401)
        self.end_headers()
        print(self.path, "for", claims.get("companyId", "nobody"), flush=True)


http.server.HTTPServer(("127.0.0.1", int(port)), Orders).serve_forever()
