# SPDX-License-Identifier: GPL-3.0-or-later
"""A partner's backend: it accepts a notification whose token is active at the partner's own authorization server (RFC 7662).
The arguments are the introspection endpoint, and the backend's id and secret there. Prints {"port"}, and then a line
{"client_id", "eventType"} for each notification that it accepts. Ends with stdin."""
import base64, json, sys, threading, urllib.parse, urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

introspection, name, secret = sys.argv[1:]
proof = "Basic " + base64.b64encode(f"{name}:{secret}".encode()).decode()


def introspected(token):
    form = urllib.parse.urlencode({"token": token, "token_type_hint": "access_token"}).encode()
    request = urllib.request.Request(introspection, form, {"Authorization": proof})
    return json.load(urllib.request.urlopen(request, timeout=20))


class Backend(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        scheme, _, token = self.headers.get("Authorization", "").partition(" ")
        told = introspected(token) if scheme == "Bearer" and token else {"active": False}
        if told["active"]:
            print(json.dumps({"client_id": told["client_id"], "eventType": json.loads(body)["eventType"]}), flush=True)
        self.send_response(204 if told["active"] else 401)
        self.end_headers()

    def log_message(self, *unused):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Backend)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(json.dumps({"port": server.server_port}), flush=True)
sys.stdin.read()
