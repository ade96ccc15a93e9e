-- SPDX-License-Identifier: GPL-3.0-or-later
-- Makes wrk's requests: SIMULATOR_MODE is "token", "grant" or "confirm"; the last two use company-00001 and so on.
local mode = os.getenv("SIMULATOR_MODE")
local app = os.getenv("SIMULATOR_APP")
local headers = { ["Content-Type"] = "application/json", ["Authorization"] = os.getenv("SIMULATOR_AUTHORIZATION") }
local form = { ["Content-Type"] = "application/x-www-form-urlencoded" }
local paths = { grant = "/_simulator/grants", confirm = "/apps-integrations/partner-api/integrations" }
local bodies = {
    grant = '{"appId":"%s","companyId":"company-%05d"}',
    confirm = '{"appId":"%s","companyId":"company-%05d","clientId":"client-of-%d","clientSecret":"a-secret-of-it"}',
}
local company = 0

if mode == "token" then
    wrk.method = "POST"
    wrk.headers = form
    wrk.body = os.getenv("SIMULATOR_FORM")
else
    function request()
        company = company + 1
        return wrk.format("POST", paths[mode], headers,
            string.format(bodies[mode], app, company, company))
    end
end

function done(summary, latency)
    -- requests, requests/s, p99 in us, answers other than 2xx
    io.write(string.format("result %d %.0f %d %d\n", summary.requests, summary.requests / (summary.duration / 1e6),
        latency:percentile(99), summary.errors.status))
end
