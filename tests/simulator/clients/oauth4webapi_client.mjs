// SPDX-License-Identifier: GPL-3.0-or-later
// Tests the simulator with npm's oauth4webapi. It reads {"api", "master": {...}, "customer": {...}} from stdin; the first
// argument is the folder that contains node_modules.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const entry = JSON.parse(readFileSync(`${process.argv[2]}/node_modules/oauth4webapi/package.json`)).main;
const oauth = await import(pathToFileURL(`${process.argv[2]}/node_modules/oauth4webapi/${entry}`));
const sr = JSON.parse(readFileSync(0));
const server = { issuer: sr.api, token_endpoint: sr.api + "/identity/oauth/token" };
const local = { [oauth.allowInsecureRequests]: true };

function check(holds, what) {
    if (!holds) throw new Error(what);
    console.log("ok:", what);
}

async function tokenFor(credentials, authentication, parameters = {}) {
    const client = { client_id: credentials.clientId };
    const answer = await oauth.clientCredentialsGrantRequest(server, client, authentication(credentials.clientSecret), parameters, local);
    return oauth.processClientCredentialsResponse(server, client, answer);
}

for (const [name, authentication] of [["Basic", oauth.ClientSecretBasic], ["body", oauth.ClientSecretPost]]) {
    for (const who of ["master", "customer"]) {
        const token = await tokenFor(sr[who], authentication);
        check(token.token_type === "bearer" && token.access_token && token.expires_in === 1800, `token by ${name} for ${who}`);
    }
    const { access_token, scope } = await tokenFor(sr.customer, authentication, { scope: "company_read" });
    check(scope === "company_read", "the scope that was asked for");
    const company = await oauth.protectedResourceRequest(access_token, "GET", new URL(sr.api + "/configuration/company"), undefined, undefined, local);
    check((await company.json()).identifier === "globex", "the API by that token");
    let refusal;
    await oauth.protectedResourceRequest(access_token, "GET", new URL(sr.api + "/jobs"), undefined, undefined, local).catch(e => { refusal = e; });
    check(refusal instanceof oauth.WWWAuthenticateChallengeError && refusal.status === 403 &&
        refusal.cause[0].parameters.error === "insufficient_scope", "a challenge that a client can read");
    refusal = undefined;
    await tokenFor({ ...sr.master, clientSecret: "wrong" }, authentication).catch(e => { refusal = e; });
    check(refusal && (refusal.error === "invalid_client" || refusal.status === 401), `a wrong secret by ${name}`);
}
