# SPDX-License-Identifier: GPL-3.0-or-later
"""A partner's backend in one page: prints its port, reads the simulator's credentials, serves the three URLs."""
import json, secrets, sys, threading, urllib.parse, urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

issued = {"id": "acme-" + secrets.token_hex(8), "secret": secrets.token_urlsafe(32), "token": secrets.token_urlsafe(32)}
ready = threading.Event()
sr = {}

def call(path, data, headers):
    request = urllib.request.Request(sr["api"] + path, data=data.encode(), headers=headers)
    return json.load(urllib.request.urlopen(request, timeout=10))

class Partner(BaseHTTPRequestHandler):
    def answer(self, status, body=b"{}", **headers):
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
    def do_GET(self):  # consentUrl; a real one signs the customer in and asks first
        ready.wait(10)
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))
        form = urllib.parse.urlencode({"grant_type": "client_credentials", "client_id": sr["clientId"], "client_secret": sr["clientSecret"]})
        token = call("/identity/oauth/token", form, {"Content-Type": "application/x-www-form-urlencoded"})["access_token"]
        call("/apps-integrations/partner-api/integrations",
             json.dumps({"appId": sr["appId"], "companyId": query["companyId"], "clientId": issued["id"], "clientSecret": issued["secret"]}),
             {"Content-Type": "application/json", "Authorization": "Bearer " + token})
        self.answer(303, Location=query["redirect"])
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        if self.path == "/token":
            form = dict(urllib.parse.parse_qsl(body))
            good = form.get("client_id") == issued["id"] and form.get("client_secret") == issued["secret"]
            return self.answer(200, json.dumps({"access_token": issued["token"], "token_type": "Bearer", "expires_in": 60}).encode()) if good else self.answer(401)
        good = self.headers.get("Authorization") == "Bearer " + issued["token"]
        self.answer(200 if good and json.loads(body)["eventType"] == "INTEGRATION_DISABLED" else 401)
    def log_message(self, *unused):
        pass

server = ThreadingHTTPServer(("127.0.0.1", 0), Partner)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(json.dumps({"port": server.server_port}), flush=True)
sr.update(json.loads(sys.stdin.readline()))
ready.set()
sys.stdin.read()
