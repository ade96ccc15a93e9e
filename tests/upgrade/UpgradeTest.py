#!/usr/bin/python3 -B
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests that an upgrade loses nothing: the current program opens the data that older versions wrote.

    packaging/session tests/upgrade/UpgradeTest.py PATH-TO-jetbridge-cli [TEST...]

Each folder beside this file (0.1.0, ...) contains the data that this version left on a computer; `make` describes them.
The test copies the folder and puts its keychain items into the session's temporary keyring. Then the current program must
still report everything that the old one reported, and everything that worked must still work. A failure names the place,
the old program's answer and the current one's: a migration is missing or loses data. The current program may report
more."""

import contextlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import programs

CLI = sys.argv.pop(1) if len(sys.argv) > 1 else "jetbridge-cli"
HERE = pathlib.Path(__file__).parent
# Fields that identify an entry of a list.
NAMES = ("integrationId", "number", "appId", "companyId", "name", "at")
# Fields that are measured anew, or that describe the run and not the stored data.
NOT_KEPT = {"program": {"bytes", "exchanges", "total", "vault"}, "simulator": {"now", "portalUrl", "requests", "liveTokens", "faults"}}


def lost(old, new, place="", not_kept=frozenset()):
    """Returns sentences about what was reported before and is missing now."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name, value in old.items():
            if name in not_kept:
                continue
            if name not in new:
                yield f"{place}.{name} is gone; it was {shown(value)}"
            else:
                yield from lost(value, new[name], f"{place}.{name}", not_kept)
    elif isinstance(old, list) and isinstance(new, list):
        yield from lost_of_list(old, new, place, not_kept)
    elif old != new:
        yield f"{place} was {shown(old)} and is {shown(new)}"


def lost_of_list(old, new, place, not_kept):
    """Checks that every old entry is still there, in the old order; new ones may be between them."""
    after = 0
    for entry in old:
        named = next(((name, entry[name]) for name in NAMES if isinstance(entry, dict) and name in entry), None)
        where = f"{place}[{named[0]}={named[1]}]" if named else place + "[]"
        alike = [i for i, other in enumerate(new) if named is None or other.get(named[0]) == named[1]]
        same = [i for i in alike if next(lost(entry, new[i], where, not_kept), None) is None]
        if not same:
            one = alike[0] if named and len(alike) == 1 else None
            yield from [f"{where} is gone: {shown(entry)}"] if one is None else lost(entry, new[one], where, not_kept)
            continue
        later = [i for i in same if i >= after]
        if not later:
            yield f"{where} is in another place"
            continue
        after = later[0] + 1


def shown(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) < 300 else text[:300] + "..."


class Comparison(unittest.TestCase):
    """Tests that the comparison that all other tests use finds lost data."""

    def test_what_is_lost_is_named_and_what_came_is_not(self):
        old = {"a": 1, "rows": [{"name": "x", "v": 1}, {"name": "y", "v": 2}], "lines": ["p", "q"]}
        self.assertEqual(list(lost(old, {**old, "b": 2, "rows": [{"name": "w"}, *old["rows"], {"name": "z"}]})), [])
        for new, sentence in (
                ({**old, "a": 2}, ".a was 1 and is 2"),
                ({**old, "a": None}, ".a was 1 and is null"),
                ({key: old[key] for key in ("a", "rows")}, '.lines is gone; it was ["p", "q"]'),
                ({**old, "rows": old["rows"][:1]}, '.rows[name=y] is gone: {"name": "y", "v": 2}'),
                ({**old, "rows": old["rows"][::-1]}, ".rows[name=y] is in another place"),
                ({**old, "rows": [old["rows"][0], {"name": "y", "v": 3}]}, ".rows[name=y].v was 2 and is 3"),
                ({**old, "lines": ["p"]}, '.lines[] is gone: "q"')):
            self.assertEqual(list(lost(old, new)), [sentence])


class Upgrade:
    """The tests for each version."""
    version = ""

    def setUp(self):
        self.maxDiff = None
        self.old = HERE / self.version
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = pathlib.Path(scratch.name)
        shutil.copytree(self.old / "data", self.scratch / "data")
        os.chmod(self.scratch / "data", 0o700)
        shutil.copy(self.old / "simulator.json", self.scratch / "simulator.json")
        self.program = programs.Program(CLI, self.scratch / "data")
        self.said = json.loads((self.old / "said.json").read_text())
        self.items = json.loads((self.old / "keyring.json").read_text())
        subprocess.run(["secret-tool", "clear", "xdg:schema", programs.SCHEMA, "server", "Jetbridge"], check=False)
        programs.fill_keyring(self.items)

    def assert_nothing_lost(self, old, new, of_what, not_kept):
        losses = list(lost(old, new, "", NOT_KEPT[not_kept]))
        if losses:
            self.fail(f"{of_what}: what {self.version} wrote is not read as it was:\n  " + "\n  ".join(losses[:20]))

    def answer(self, line, exit_code=0, text=""):
        return self.program.run(line, text=text).expect(exit_code).json

    def row(self, company, environment="simulator"):
        rows = self.answer(f"--environment {environment} integrations list --search {company}")["integrations"]
        rows = [row for row in rows if row["companyId"] == company]
        self.assertEqual(len(rows), 1, f"{company} is listed {len(rows)} times, not once")
        return rows[0]

    def simulator(self):
        """Starts the current simulator with the old state file."""
        return self.program.running(f"simulate --port 0 --state {self.scratch / 'simulator.json'}")

    def point_to(self, ready):
        """Pretends that the old program used it: credentials are sent only to the same place as before the upgrade."""
        with contextlib.closing(sqlite3.connect(self.scratch / "data" / "registry.sqlite3")) as registry, registry:
            registry.execute("UPDATE environments SET document = json_set(document, '$.apiUrl', ?1, '$.portalUrl', ?1) "
                             "WHERE name IN ('simulator', 'staging')", (ready["apiUrl"],))

    def test_everything_that_was_said_of_the_folder_is_still_said(self):
        for said in self.said["program"]:
            with self.subTest(said["line"]):
                old, new = said["answer"], self.answer(said["line"])
                if "document" in old:  # lines of JSON
                    old, new = ([json.loads(line) for line in one["document"].splitlines()] for one in (old, new))
                self.assert_nothing_lost(old, new, said["line"], "program")

    def test_every_customer_is_there_in_its_status(self):
        for company, status in (
                ("globex", "live"), ("stark", "live"), ("umbrella", "live"), ("hooli", "live"), ("initech", "disabled"),
                ("massive", "disabled"), ("soylent", "failing"), ("vandelay", "unproved"), ("wonka", "unknown"),
                ("acme", "unknown")):
            self.assertEqual(self.row(company)["status"], status, company)
        self.assertEqual(self.row("dunder", "staging")["status"], "live")

    def test_who_was_not_stored_yet_is_looked_after(self):
        found = self.row("cyberdyne")
        self.assertEqual(found["status"], "unproved", "the keychain has its credentials")
        self.assertEqual(self.row("tyrell")["status"], "unknown", "its credentials are lost")
        history = self.answer("integrations show " + found["integrationId"])["history"]
        self.assertIn(("store", "done"), [(line["step"], line["state"]) for line in history])

    def test_every_credential_is_handed_over_as_it_was_kept(self):
        customers = 0
        shown_rows = [said["answer"] for said in self.said["program"] if " integrations show " in said["line"]]
        former = {row["integrationId"] for shown_row in shown_rows for row in shown_row["former"]}
        for item in self.items:
            environment, _, integration = item["user"].partition("/customer/")
            if not integration:
                continue
            if integration in former:
                continue  # It is stored and not used.
            customers += 1
            handed = self.program.run(
                f"--environment {environment} integrations handover {integration} --to json --reveal").expect().json
            document = json.loads(handed["document"])
            for field, value in programs.content_of(item).items():
                self.assertEqual(document.get(field), value, f"{field} of {item['user']}")
        self.assertGreater(customers, 5)

    def test_the_simulators_world_is_the_same(self):
        with self.simulator() as ready:
            for path, old in self.said["simulator"].items():
                status, new = programs.ask("GET", f"{ready['apiUrl']}/_simulator/{path}")
                self.assertEqual(status, 200)
                self.assert_nothing_lost(old, new, "the simulator's " + path, "simulator")

    def test_credentials_get_tokens_and_the_pair_before_is_still_kept(self):
        with self.simulator() as ready:
            self.point_to(ready)
            self.answer("token")
            for company in ("globex", "stark", "umbrella", "hooli", "soylent", "vandelay", "cyberdyne"):
                self.answer(f"token --company {company}")
                verified = self.answer("integrations verify " + self.row(company)["integrationId"])
                self.assertEqual(self.row(company)["status"], "live", verified)
            self.answer("--environment staging token --company dunder")
            self.assertNotEqual(self.program.run("token --company initech").exit_code, 0, "it was disabled")
            before = self.answer("credentials status")["previousClientId"]
            self.answer("credentials rotate --back")
            self.assertEqual(self.answer("credentials status")["clientId"], before)

    def test_credentials_stay_in_the_keychain_and_go_to_no_other_place(self):
        with self.simulator() as ready:  # at an address other than the one where they were used
            for environment in ("simulator", "staging"):
                self.answer(f"environment set {environment} --api-url {ready['apiUrl']} --portal-url {ready['apiUrl']}")
            for line in ("token", "token --company globex", "--environment staging token"):
                self.assertIn("belong to http://localhost:43110", self.program.run(line).err, line)
            self.assertEqual(self.row("globex")["status"], "live")
            requests = programs.ask("GET", f"{ready['apiUrl']}/_simulator/requests?path=/identity/*")[1]
            self.assertEqual(requests["matched"], 0)
        for item in self.items:  # another folder of that version may need them
            self.assertTrue(programs.is_in_keyring(item), item["user"])

    def partner_client(self, company):
        """Returns the first client, with its secret, that we issued for this company; only SmartRecruiters has it."""
        saved = json.loads((self.old / "simulator.json").read_text())
        return next(entry["partner"] for entry in saved["integrations"] if entry["companyId"] == company)

    def token(self, ready, client):
        form = f"grant_type=client_credentials&client_id={client['clientId']}&client_secret={client['clientSecret']}"
        return programs.ask("POST", ready["oauthTokenUrl"], form.encode(),
                            {"Content-Type": "application/x-www-form-urlencoded"})

    def test_issued_clients_get_tokens_and_notifications_are_taken_and_passed_on(self):
        notification = {"eventType": "INTEGRATION_DISABLED"}
        backend = programs.Backend()
        self.addCleanup(backend.server.server_close)
        with self.program.running(f"serve --port 0 --forward-to {backend.url}") as ready:
            self.assertEqual(self.token(ready, self.partner_client("hooli"))[0], 401, "its client was withdrawn")
            status, token = self.token(ready, self.partner_client("globex"))
            self.assertEqual(status, 200, token)
            bearer = {"Authorization": "Bearer " + token["access_token"]}
            for answered in (503, 503, 200):  # the configured rehearsal answers are used up first
                self.assertEqual(programs.ask("POST", ready["callbackUrl"], notification, bearer)[0], answered)
            self.assertTrue(backend.wait_for(4), f"The backend got {backend.numbers}")
        self.assertEqual(backend.numbers[0], 3, "the one that was owed before")
        self.assertEqual(sorted(backend.numbers), [3, 4, 5, 6], "and those that came now")
        self.assertEqual(self.row("globex")["status"], "disabled")

    def test_unknown_outcomes_can_still_be_resolved(self):
        for company in ("wonka", "acme", "tyrell"):
            self.answer("integrations resolve " + self.row(company)["integrationId"])

    def test_the_registry_is_sound_afterwards(self):
        self.answer("integrations list")
        with sqlite3.connect(self.scratch / "data" / "registry.sqlite3") as registry:
            self.assertEqual(registry.execute("PRAGMA integrity_check").fetchone()[0], "ok")
            self.assertEqual(registry.execute("PRAGMA foreign_key_check").fetchall(), [])


for folder in sorted(path.parent for path in HERE.glob("*/said.json")):
    name = "From" + folder.name.replace(".", "_")
    globals()[name] = type(name, (Upgrade, unittest.TestCase), {"version": folder.name})

if __name__ == "__main__":
    unittest.main(verbosity=2)
