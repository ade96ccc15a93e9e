#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests both display modes with Debian's Chromium and the real programs: PortalTest.py PATH-TO-jetbridge-cli [TEST...]

`jetbridge-cli simulate` acts as SmartRecruiters, `jetbridge-cli onboard --wait` and `serve` act as the partner, and the
browser acts as the customer's administrator. Portal and consent page are different sites: http://localhost and
http://127.0.0.1. With JETBRIDGE_SCREENSHOTS=FOLDER it saves screenshots of the portal there."""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.request

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, TimeoutException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

CLI = sys.argv.pop(1) if len(sys.argv) > 1 else "jetbridge-cli"
PATIENCE = 60  # seconds: sanitizers and a shared machine are slow; a successful run never needs this long
SCREENSHOTS = os.environ.get("JETBRIDGE_SCREENSHOTS")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Program:
    """One jetbridge-cli that runs until it is stopped; every line of its stderr is kept."""

    def __init__(self, *arguments, **environment):
        self.process = subprocess.Popen(
            [CLI, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, **environment})
        self.said = []
        self.news = threading.Condition()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stderr:
            with self.news:
                self.said.append(line)
                self.news.notify_all()

    def ready(self):
        return json.loads(self.process.stdout.readline())

    def find(self, pattern):
        """Waits for a line on stderr and returns what the pattern's first group matches."""
        def match():
            return re.search(pattern, "".join(self.said))
        with self.news:
            self.news.wait_for(match, PATIENCE)
        if not match():
            raise AssertionError(f"{pattern} was not said: {''.join(self.said)}")
        return match().group(1)

    def end(self):
        """Waits until it ends by itself; returns the exit code and its output."""
        out = self.process.stdout.read()
        return self.process.wait(PATIENCE), out

    def stop(self):
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.process.stdout.close()
        self.process.stderr.close()


class PortalTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="jetbridge-browser-", ignore_cleanup_errors=True)
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.port = free_port()

    # --- The two parties
    def simulate(self, mode, **changes):
        """Starts the simulator with an application whose endpoints will be on our port."""
        partner = f"http://127.0.0.1:{self.port}"
        application = {
            "name": "Northwind Assessments", "description": "Skills assessments that report their results back.",
            "logo": "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA4IDgi"
                    "PjxjaXJjbGUgY3g9IjQiIGN5PSI0IiByPSI0IiBmaWxsPSIjMEI1RkNDIi8+PC9zdmc+",
            "scopes": [{"name": "company_read", "reason": "Prove the connection."}, "candidates_read", "unheard"],
            "consentUrl": partner + "/consent", "consentDisplayMode": mode,
            "oauthTokenUrl": partner + "/oauth/token", "callbackUrl": partner + "/callback", "visibility": "all", **changes}
        self.application = os.path.join(self.folder, "application.json")
        with open(self.application, "w") as file:
            json.dump(application, file)
        simulator = Program("simulate", "--port", 0, "--seed", 7, "--app", self.application)
        self.addCleanup(simulator.stop)
        self.sr = simulator.ready()
        self.portal = self.sr["portalUrl"]

    def partner(self, *arguments):
        """Runs jetbridge-cli against that simulator, with its master credentials and no keychain."""
        master = json.dumps({name: self.sr[name] for name in ("appId", "clientId", "clientSecret")})
        program = Program("--data", os.path.join(self.folder, "data"), "--vault", "memory", *arguments,
                          JETBRIDGE_MASTER_CREDENTIALS=master)
        self.addCleanup(program.stop)
        return program

    def onboard(self):
        """Starts the partner's wait for globex; returns the program and the one-time code that its staff pass on."""
        there = ["--environment", "browser"]
        for arguments in (
                ["environment", "set", "browser", "--kind", "simulator", "--api-url", self.sr["apiUrl"], "--portal-url",
                 self.portal, "--redirect-host", self.portal.split("//")[1], "--frame-origin", self.portal],
                [*there, "app", "import", self.application]):
            code, _ = self.partner(*arguments).end()
            self.assertEqual(code, 0, arguments)
        waiting = self.partner(*there, "--json", "onboard", "--company", "globex", "--wait", "--port", self.port)
        return waiting, waiting.find(r"One-time code: (\S+)")

    def integrations(self):
        with urllib.request.urlopen(self.portal + "/_simulator/state", timeout=PATIENCE) as answer:
            return json.load(answer)["integrations"]

    # --- The administrator's browser
    def browser(self, width=1280, script=True):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        profile = os.path.join(self.folder, "profile")
        for argument in ("--headless=new", "--disable-background-networking", "--disable-component-update",
                         "--disable-sync", "--no-first-run", f"--user-data-dir={profile}", "--window-size=1280,900"):
            options.add_argument(argument)
        if os.geteuid() == 0:  # Chromium's sandbox refuses root, and tests often run as root
            options.add_argument("--no-sandbox")
        options.add_experimental_option("prefs", {
            "profile.block_third_party_cookies": True, "profile.cookie_controls_mode": 1,
            "profile.managed_default_content_settings.javascript": 1 if script else 2})
        self.chrome = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self.addCleanup(self.chrome.quit)
        self.chrome.set_page_load_timeout(PATIENCE)
        if width != 1280:
            self.chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                        {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False})

    def wait(self, what):
        def ask(_):
            try:
                return what()
            except StaleElementReferenceException:  # the page changed meanwhile
                return False
        try:
            return WebDriverWait(self.chrome, PATIENCE).until(ask)
        except TimeoutException:
            body = self.chrome.find_element(By.TAG_NAME, "body").text
            raise AssertionError(f"Not in {PATIENCE} s; {self.chrome.current_url} shows:\n{body}") from None

    def element(self, id):
        found = self.wait(lambda: self.chrome.find_elements(By.ID, id))
        return found[0]

    def press(self, id):
        self.element(id).click()

    def status(self):
        return self.element("integration-status").get_attribute("data-status")

    def picture(self, name):
        if SCREENSHOTS:
            self.chrome.save_screenshot(os.path.join(SCREENSHOTS, name + ".png"))

    def fits(self, name):
        """Checks that there is no horizontal scrolling, and that controls are large enough and inside the window."""
        page = self.chrome.execute_script("""
            const width = document.documentElement.clientWidth;
            return {scroll: document.documentElement.scrollWidth, width: width,
                outside: [...document.querySelectorAll('a, button, input, iframe')].filter(e => {
                    const box = e.getBoundingClientRect();
                    return box.width && !e.classList.contains('skip') && (box.left < 0 || box.right > width + 0.5);
                }).map(e => e.outerHTML.slice(0, 80))}""")
        self.assertLessEqual(page["scroll"], page["width"], name)
        self.assertEqual(page["outside"], [], name)
        self.picture(f"{name}-{self.chrome.execute_script('return innerWidth')}")

    def sign_in_and_approve(self, code):
        self.element("code").send_keys(code)
        self.press("sign-in")
        self.press("approve")

    def finishes(self, waiting):
        code, out = waiting.end()
        self.assertEqual(code, 0, "".join(waiting.said))
        return json.loads(out)

    # --- Tests
    def test_redirect_works_without_javascript_from_the_first_page_to_the_notification(self):
        self.simulate("REDIRECT")
        waiting, code = self.onboard()
        self.browser(script=False)
        self.chrome.get(self.portal)
        self.chrome.find_element(By.LINK_TEXT, "Globex Corporation").click()
        self.press("setup")
        self.assertEqual(self.status(), "none")
        self.press("grant")
        self.wait(lambda: self.chrome.current_url.startswith(f"http://127.0.0.1:{self.port}/consent?"))
        self.assertIn("companyId=globex", self.chrome.current_url)
        self.assertIn("redirect=", self.chrome.current_url)
        self.sign_in_and_approve(code)
        self.wait(lambda: self.chrome.current_url.startswith(self.portal))
        self.assertEqual(self.status(), "enabled")
        self.finishes(waiting)
        self.assertEqual([i["companyId"] for i in self.integrations()], ["globex"])

        serving = self.partner("--environment", "browser", "serve", "--port", self.port)
        serving.ready()
        self.press("manage")
        self.press("disable")
        # The page reloads its state until the result of the notification is known.
        self.wait(lambda: "took the notification" in self.element("integration-status").text)
        self.assertEqual(self.status(), "disabled")

    def test_popup_closes_by_itself_with_third_party_cookies_blocked(self):
        self.simulate("POPUP")
        waiting, code = self.onboard()
        self.browser()
        keep_cookie = "document.cookie = 'probe=1; SameSite=None; Secure'; return document.cookie"
        self.chrome.get(f"http://127.0.0.1:{self.port}/consent?companyId=globex")
        self.assertEqual(self.chrome.execute_script(keep_cookie), "probe=1")
        self.chrome.get(self.portal + "/companies/globex/apps-and-integrations")
        self.picture("apps")
        self.press("setup")
        self.picture("setup")
        self.press("grant")
        frame = self.element("consent-frame")
        self.assertTrue(frame.get_attribute("src").startswith(f"http://127.0.0.1:{self.port}/"))
        self.assertNotIn("redirect=", frame.get_attribute("src"))
        # Chromium blocks the cookie here: it works on the partner's own page and not in the frame.
        self.chrome.switch_to.frame(frame)
        self.assertEqual(self.chrome.execute_script(keep_cookie), "")
        self.element("code")
        self.chrome.switch_to.default_content()
        self.picture("popup")
        self.chrome.switch_to.frame(self.element("consent-frame"))
        self.sign_in_and_approve(code)
        self.chrome.switch_to.default_content()
        self.wait(lambda: not self.chrome.find_elements(By.ID, "consent-frame"))
        self.wait(lambda: self.status() == "enabled")
        self.assertTrue(self.chrome.current_url.endswith("/setup"))
        self.picture("enabled")
        self.finishes(waiting)

    def test_the_keyboard_alone_reaches_and_presses_everything(self):
        self.simulate("REDIRECT")
        waiting, code = self.onboard()
        self.browser()

        def tab_to(id):
            for _ in range(40):
                self.chrome.switch_to.active_element.send_keys(Keys.TAB)
                active = self.chrome.switch_to.active_element
                # The focus is always visible.
                ring = active.value_of_css_property("outline-style")
                self.assertNotEqual(ring, "none", active.get_attribute("outerHTML"))
                if active.get_attribute("id") == id:
                    return active
            raise AssertionError(f"{id} cannot be reached by Tab")

        self.chrome.get(self.portal + "/companies/globex/apps-and-integrations")
        tab_to("setup").send_keys(Keys.ENTER)
        self.element("grant")
        tab_to("grant").send_keys(Keys.SPACE)
        self.element("code")
        tab_to("code").send_keys(code + Keys.ENTER)
        self.element("approve")
        tab_to("approve").send_keys(Keys.ENTER)
        self.wait(lambda: self.status() == "enabled")
        tab_to("manage").send_keys(Keys.ENTER)
        self.element("disable")
        tab_to("disable").send_keys(Keys.ENTER)
        self.wait(lambda: self.status() == "disabled")
        self.finishes(waiting)

    def test_320_pixels_are_enough(self):
        self.simulate("POPUP", name="Northwind" * 6)
        self.browser(width=320)
        company = {"companyId": "c" * 120, "name": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"}
        for path, body in (("companies", [company]),
                           ("grants", {"appId": self.sr["appId"], "companyId": "initech"})):
            urllib.request.urlopen(urllib.request.Request(
                f"{self.portal}/_simulator/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}),
                timeout=PATIENCE).close()
        for name, path in (("companies", "/"), ("search", "/?search=nobody"),
                           ("apps", "/companies/globex/apps-and-integrations"),
                           ("long", f"/companies/{company['companyId']}/apps-and-integrations"),
                           ("setup", f"/companies/globex/integrations/{self.sr['appId']}/setup"),
                           ("pending", f"/companies/initech/integrations/{self.sr['appId']}/setup"),
                           ("complete", f"/companies/initech/integrations/{self.sr['appId']}/complete"),
                           ("not-found", "/companies/nobody/apps-and-integrations")):
            self.chrome.get(self.portal + path)
            self.fits(name)
        self.chrome.get(f"{self.portal}/companies/globex/integrations/{self.sr['appId']}/setup")
        self.press("grant")
        self.element("consent-popup")
        self.fits("popup")
        self.press("cancel")
        self.wait(lambda: self.chrome.current_url.endswith("/apps-and-integrations"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
