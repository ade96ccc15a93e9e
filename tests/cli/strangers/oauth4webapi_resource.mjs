// SPDX-License-Identifier: GPL-3.0-or-later
// A partner's API that checks our tokens by npm's oauth4webapi. The argument is the folder that contains node_modules. It
// reads {"introspectionUrl", "jwksUrl", "api": {"clientId", "clientSecret"}, "token", "algorithm", "issuer", "audience",
// "claims"} from stdin; an empty algorithm: the token is opaque.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = `${process.argv[2]}/node_modules/oauth4webapi`;
const entry = JSON.parse(readFileSync(`${folder}/package.json`)).main;
const oauth = await import(pathToFileURL(`${folder}/${entry}`));
const told = JSON.parse(readFileSync(0));
const server = { issuer: told.issuer, introspection_endpoint: told.introspectionUrl, jwks_uri: told.jwksUrl };
const client = { client_id: told.api.clientId };
const local = { [oauth.allowInsecureRequests]: true };

function check(holds, what) {
    if (!holds) throw new Error(what);
    console.log("ok:", what);
}

async function refusalOf(promise) {
    try {
        await promise;
    } catch (error) {
        return error;
    }
    return undefined;
}

async function introspected(authentication, token) {
    const answer = await oauth.introspectionRequest(server, client, authentication, token, local);
    return oauth.processIntrospectionResponse(server, client, answer);
}

for (const [name, authentication] of [["Basic", oauth.ClientSecretBasic], ["body", oauth.ClientSecretPost]]) {
    const answer = await introspected(authentication(told.api.clientSecret), told.token);
    check(answer.active === true && answer.token_type === "Bearer", `active by ${name}`);
    check(answer.exp - answer.iat === 1800, "the times");
    for (const [claim, value] of Object.entries(told.claims)) check(answer[claim] === value, `${claim} by ${name}`);
    const other = await introspected(authentication(told.api.clientSecret), told.token + "x");
    check(JSON.stringify(other) === '{"active":false}', `another token by ${name}`);
    const refusal = await refusalOf(introspected(authentication("wrong"), told.token));
    check(refusal && (refusal.error === "invalid_client" || refusal.status === 401), `a wrong secret by ${name}`);
}

if (told.algorithm) {
    const validated = (token, audience = told.audience, issuer = told.issuer) => oauth.validateJwtAccessToken(
        { ...server, issuer }, new Request("https://api.example/", { headers: { authorization: `Bearer ${token}` } }), audience,
        { ...local, signingAlgorithms: [told.algorithm] });
    const claims = await validated(told.token);
    for (const [claim, value] of Object.entries(told.claims)) check(claims[claim] === value, `${claim} by the signature`);
    check(claims.sub === claims.client_id && claims.exp - claims.iat === 1800, "the claims of RFC 9068");
    const [head, payload, signature] = told.token.split(".");
    const others = Buffer.from(JSON.stringify({ ...claims, companyId: "initech" })).toString("base64url");
    check(await refusalOf(validated(`${head}.${others}.${signature}`)), "another payload is refused");
    check(await refusalOf(validated(told.token, "another-api")), "another audience is refused");
    check(await refusalOf(validated(told.token, told.audience, "https://them.example")), "another issuer is refused");
}
