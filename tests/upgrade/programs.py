# SPDX-License-Identifier: GPL-3.0-or-later
"""jetbridge-cli as `make` and UpgradeTest.py call it: on a data folder, in the session's keyring."""

import base64
import contextlib
import http.server
import json
import os
import signal
import socket
import subprocess
import threading
import urllib.error
import urllib.request

PATIENCE = 60  # seconds: sanitizers are slow; a run that works never comes near
ENVIRONMENT = {**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}  # the program may not be traced
SCHEMA = "org.qt.keychain"  # QtKeychain's


class Run:
    """What one run of the program left behind."""

    def __init__(self, process, arguments):
        self.exit_code = process.returncode
        self.out = process.stdout
        self.err = process.stderr
        self.line = "jetbridge-cli " + " ".join(arguments)

    @property
    def json(self):
        """stdout as the one document that --json promises; empty if it is anything else."""
        try:
            return json.loads(self.out)
        except ValueError:
            return {}

    def expect(self, exit_code=0):
        if self.exit_code != exit_code:
            raise AssertionError(f"`{self.line}` ended with {self.exit_code}, not {exit_code}:\n{self.out}\n{self.err}")
        return self


class Program:
    """One jetbridge-cli and the data folder it works on."""

    def __init__(self, path, folder):
        self.path = os.path.abspath(path)
        self.folder = os.path.abspath(folder)

    def run(self, *arguments, text="", **environment):
        """The words of `arguments`; with --json."""
        words = [word for argument in arguments for word in (argument if isinstance(argument, list) else argument.split())]
        command = [self.path, "--data", self.folder, "--json", *words]
        return Run(subprocess.run(command, input=text, capture_output=True, text=True, timeout=PATIENCE, check=False,
                                  env={**ENVIRONMENT, **environment}), words)

    @contextlib.contextmanager
    def running(self, line):
        """`serve` or `simulate`, until the block ends; gives the line that it printed when it was ready."""
        process = subprocess.Popen([self.path, "--data", self.folder, *line.split()], env=ENVIRONMENT, text=True,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            ready = process.stdout.readline()
            if not ready:
                raise AssertionError(f"`jetbridge-cli {line}` did not start:\n{process.stderr.read()}")
            yield json.loads(ready)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()


class Backend:
    """The partner's own backend: it takes notifications and keeps their numbers."""

    def __init__(self):
        numbers = self.numbers = []
        self.news = threading.Condition()
        news = self.news

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                with news:
                    numbers.append(int(self.headers["Jetbridge-Notification"]))
                    news.notify_all()
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/notifications"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def wait_for(self, count):
        with self.news:
            return self.news.wait_for(lambda: len(self.numbers) >= count, PATIENCE)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(method, url, body=None, headers=None):
    """Status and content of an answer; the body is JSON unless it is bytes."""
    headers = dict(headers or {})
    if body is not None and not isinstance(body, bytes):
        body = json.dumps(body).encode()
        headers.setdefault("Content-Type", "application/json")
    request = urllib.request.Request(url, data=body, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as reply:
            status, content = reply.status, reply.read()
    except urllib.error.HTTPError as error:
        status, content = error.code, error.read()
    try:
        return status, json.loads(content) if content else None
    except ValueError:
        return status, content


def keyring_items():
    """Every item of the program in the session's keyring, as the keyring keeps it."""
    found = subprocess.run(["secret-tool", "search", "--all", "--unlock", "xdg:schema", SCHEMA, "server", "Jetbridge"],
                           capture_output=True, text=True, check=False)
    # Attributes come on stderr, the rest on stdout; each in the order of the items.
    fields = lambda text, name: [line.split(" = ", 1)[1] for line in text.splitlines() if line.startswith(name + " = ")]
    columns = [fields(found.stdout, "label"), fields(found.stdout, "secret"), fields(found.stderr, "attribute.user"),
               fields(found.stderr, "attribute.type")]
    if len({len(column) for column in columns}) != 1:
        raise AssertionError("The keyring's items cannot be read.")
    return sorted(({"label": label, "user": user, "type": kind, "secret": secret}
                   for label, secret, user, kind in zip(*columns)), key=lambda item: item["user"])


def is_in_keyring(item):
    return item in keyring_items()


def fill_keyring(items):
    """Puts the items into the session's keyring, just as they were kept."""
    if keyring_items():
        raise AssertionError("This keyring has items of Jetbridge already: use one that is thrown away (packaging/session).")
    for item in items:
        subprocess.run(["secret-tool", "store", "--label", item["label"], "xdg:schema", SCHEMA, "server", "Jetbridge",
                        "user", item["user"], "type", item["type"]], input=item["secret"], text=True, check=True)


def content_of(item):
    """The document in an item."""
    text = item["secret"]
    return json.loads(base64.b64decode(text) if item["type"] == "base64" else text)
