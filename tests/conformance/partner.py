# SPDX-License-Identifier: GPL-3.0-or-later
"""A partner's backend. The first part of the path switches its faults on: /FAULT+FAULT/token, .../callback, .../consent.

It prints its port (and, with CERTIFICATE KEY, the port for https), and ends when its standard input does."""
import base64, html, itertools, json, secrets, socket, ssl, sys, threading, time, urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

clients = {"check-one": "Secret-of-Check-One-0123456789", "check-two": "Secret-of-Check-Two-9876543210"}
tokens = {}
numbers = itertools.count(1)


class Partner(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body="", media="application/json", **headers):
        body = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        if body:
            self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def body(self):
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        data = b""
        while size := int(self.rfile.readline(), 16):
            data += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return data

    def route(self):
        parts = urllib.parse.urlsplit(self.path)
        _, faults, what = parts.path.split("/", 2)
        self.faults = faults.split("+")
        self.query = parts.query
        raw = self.body()
        if "hang" in self.faults:
            time.sleep(6)
        elif "limit" in self.faults:
            self.answer(429, "{}", Retry_After="30")
        elif "firewall" in self.faults:
            self.answer(200, "<html><title>Just a moment</title>Checking your browser</html>", "text/html")
        elif "drip" in self.faults:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            for _ in range(30):
                self.wfile.write(b"x")
                time.sleep(0.2)
        elif "loop" in self.faults:
            self.answer(302, Location=self.path)
        elif "huge" in self.faults:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n")
        elif "reset" in self.faults:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            self.close_connection = True
        elif what == "token":
            self.token(raw)
        elif what == "callback":
            self.callback(raw)
        elif what == "consent":
            self.consent()
        else:
            self.answer(404, "{}")

    # --- oauthTokenUrl

    def refuse(self, status, error, **headers):
        if "html-errors" in self.faults and error == "invalid_client":
            return self.answer(status, "<html><h1>Unauthorized</h1></html>", "text/html", Cache_Control="no-store", **headers)
        body = json.dumps({"error": error, "error_description": "It was refused."})
        self.answer(status, body, Cache_Control="no-store", Pragma="no-cache", **headers)

    def secret_is_right(self, name, secret):
        known = clients.get(name)
        if known is None or not secret:
            return False
        if "short-compare" in self.faults:
            return secret[:12] == known[:12] if secret.startswith("Secret") else False
        if "caseless" in self.faults:
            return secret.lower() == known.lower()
        if "shared-secrets" in self.faults:
            return secret in clients.values()
        return secret == known

    def token(self, raw):
        if self.command != "POST":
            if "get-token" in self.faults and self.command == "GET":
                return self.answer(200, "{}")
            return self.answer(405, "{}", Allow="POST")
        try:
            form = urllib.parse.parse_qsl(raw.decode(), keep_blank_values=True, errors="strict")
        except UnicodeDecodeError:
            return self.answer(500 if "crash" in self.faults else 400, '{"error":"invalid_request"}')
        if len(raw) > 100_000:
            return self.answer(500 if "crash" in self.faults else 413, "{}")
        if len({name for name, _ in form}) < len(form):
            return self.refuse(400, "invalid_request")
        form = dict(form)
        in_url = dict(urllib.parse.parse_qsl(self.query))
        if "client_secret" in in_url:
            if "url-credentials" not in self.faults:
                return self.refuse(400, "invalid_request")
            form.update(in_url)
        basic = self.headers.get("Authorization", "")
        if basic and "no-basic" not in self.faults:
            if "client_secret" in form:
                return self.refuse(400, "invalid_request")
            name, _, secret = base64.b64decode(basic.split(" ", 1)[1]).decode().partition(":")
            if "basic-undecoded" not in self.faults:
                name, secret = urllib.parse.unquote(name), urllib.parse.unquote(secret)
            challenge = {} if "no-challenge" in self.faults else {"WWW_Authenticate": 'Basic realm="token"'}
        else:
            name, secret, challenge = form.get("client_id", ""), form.get("client_secret", ""), {"WWW_Authenticate": "Basic"}
        if not self.secret_is_right(name, secret):
            return self.refuse(401, "invalid_client", **challenge)
        if "grant_type" not in form:
            return self.refuse(400, "invalid_request")
        if form["grant_type"] != "client_credentials" and not ("password" in self.faults and form["grant_type"] == "password"):
            return self.refuse(400, "unsupported_grant_type")
        if "extra-refused" in self.faults and "jetbridge_check" in form:
            return self.refuse(400, "invalid_request")
        token = secrets.token_urlsafe(32)
        if "constant" in self.faults:
            token = "constant-" + name
        if "counting" in self.faults:
            token = "token-%012d" % next(numbers)
        tokens[token] = name
        reply = {"access_token": token, "token_type": "Bearer", "expires_in": 1800}
        if "expires-text" in self.faults:
            reply["expires_in"] = "1800"
        if "no-type" in self.faults:
            del reply["token_type"]
        cache = {} if "stored" in self.faults else {"Cache_Control": "no-store", "Pragma": "no-cache"}
        self.answer(200, json.dumps(reply), "text/plain" if "plain" in self.faults else "application/json", **cache)

    # --- callbackUrl

    def callback(self, raw):
        if self.command != "POST":
            return self.answer(405, "{}", Allow="POST")
        scheme, _, token = self.headers.get("Authorization", "").partition(" ")
        in_url = dict(urllib.parse.parse_qsl(self.query)).get("access_token")
        if in_url and "query-token" in self.faults:
            scheme, token = "Bearer", in_url
        elif in_url:
            return self.answer(400, '{"error":"invalid_request"}')
        is_bearer = scheme == "Bearer" if "one-case" in self.faults else scheme.lower() == "bearer"
        if not is_bearer:
            challenge = {} if "no-challenge" in self.faults else {"WWW_Authenticate": "Bearer"}
            return self.answer(401, "{}", **challenge)
        if token not in tokens and not (token and "any-token" in self.faults):
            return self.answer(401, '{"error":"invalid_token"}', WWW_Authenticate='Bearer error="invalid_token"')
        try:
            event = json.loads(raw)["eventType"]
        except (ValueError, TypeError, KeyError):
            return self.answer(500 if "crash" in self.faults else 400, "{}")
        if "one-event" in self.faults and event != "INTEGRATION_DISABLED":
            return self.answer(422, "{}")
        self.answer(200, "{}")

    # --- consentUrl

    def consent(self):
        query = dict(urllib.parse.parse_qsl(self.query, keep_blank_values=True, errors="replace"))
        company, redirect = query.get("companyId", ""), query.get("redirect", "")
        if "open-redirect" in self.faults and redirect:
            return self.answer(303, Location=redirect.split("\r")[0])
        if not company and "crash" in self.faults:
            return self.answer(500, "<h1>KeyError</h1>", "text/html")
        shown = company if "markup" in self.faults else html.escape(company)
        page = ('<!DOCTYPE html><html lang="en"><meta name="viewport" content="width=device-width"><title>Sign in</title>'
                "<p>%s</p><form method=post><input name=user></form>" % shown)
        headers = {"Cache_Control": "no-store", "Content_Security_Policy": "frame-ancestors 'none'"}
        if "framed" in self.faults:
            headers["Content_Security_Policy"] = "frame-ancestors http://localhost:*"
        if "frame-options" in self.faults:
            del headers["Content_Security_Policy"]
            headers["X_Frame_Options"] = "DENY"
        if "lax" in self.faults:
            headers["Set_Cookie"] = "session=1; HttpOnly; SameSite=Lax"
        self.answer(200, page, "text/html; charset=utf-8", **headers)

    def handle_one_request(self):
        try:
            super().handle_one_request()
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    def log_message(self, *unused):
        pass

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_OPTIONS = route


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *unused):
        pass


ports = {}
for name, files in {"http": [], "https": sys.argv[1:3]}.items():
    if name == "https" and not files:
        continue
    server = Server(("127.0.0.1", 0), Partner)
    if files:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*files)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    ports[name] = server.server_port
print(json.dumps(ports), flush=True)
sys.stdin.read()
