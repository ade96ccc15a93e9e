// SPDX-License-Identifier: GPL-3.0-or-later
// A partner's backend in one page: prints its port, reads the simulator's credentials, serves the three URLs.
import { createServer } from "node:http";
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";

const random = () => randomBytes(32).toString("base64url");
const issued = { id: "acme-" + random(), secret: random(), token: random() };
let sr;

async function call(path, body, headers) {
    const answer = await fetch(sr.api + path, { method: "POST", body, headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
}

async function consent(url) { // a real one signs the customer in and asks first
    const form = new URLSearchParams({ grant_type: "client_credentials", client_id: sr.clientId, client_secret: sr.clientSecret });
    const { access_token } = await call("/identity/oauth/token", form);
    await call("/apps-integrations/partner-api/integrations",
        JSON.stringify({ appId: sr.appId, companyId: url.searchParams.get("companyId"), clientId: issued.id, clientSecret: issued.secret }),
        { "Content-Type": "application/json", Authorization: "Bearer " + access_token });
    return url.searchParams.get("redirect");
}

const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const url = new URL(request.url, "http://127.0.0.1");
    const answer = (status, object = {}, headers = {}) => response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(object));
    if (url.pathname === "/consent") return answer(303, {}, { Location: await consent(url) });
    if (url.pathname === "/token") {
        const form = new URLSearchParams(body);
        const good = form.get("client_id") === issued.id && form.get("client_secret") === issued.secret;
        return good ? answer(200, { access_token: issued.token, token_type: "Bearer", expires_in: 60 }) : answer(401);
    }
    const good = request.headers.authorization === "Bearer " + issued.token;
    answer(good && JSON.parse(body).eventType === "INTEGRATION_DISABLED" ? 200 : 401);
});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: server.address().port })));
createInterface({ input: process.stdin }).on("line", line => { sr = JSON.parse(line); }).on("close", () => process.exit(0));
