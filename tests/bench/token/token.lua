-- SPDX-License-Identifier: GPL-3.0-or-later
-- Repeats one token request, or the form in FORM; the last line has requests, requests/s, p99 in microseconds and errors.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.body = os.getenv("FORM") or "grant_type=client_credentials&client_id=bench&client_secret=bench-secret"

function done(summary, latency)
    local e = summary.errors
    print(string.format("result %d %.0f %.0f %d", summary.requests, summary.requests / summary.duration * 1e6,
        latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
