// SPDX-License-Identifier: GPL-3.0-or-later
// npm's oidc-provider as the partner's authorization server: opaque tokens by client credentials, registration (RFC 7591)
// and its management (RFC 7592), introspection (RFC 7662). The arguments are the folder that contains node_modules, the
// initial access token, and the id and secret of the backend, which may introspect. Prints {"port"}; a line on stdin is
// answered by {"clients", "secrets"}: the ids of the registered clients, and every secret that was issued. Ends with stdin.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

console.info = console.warn; // its notices would be among our lines
const [folder, initialAccessToken, backendId, backendSecret] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${folder}/`));
const { default: Provider } = await import(pathToFileURL(require.resolve("oidc-provider")));

// The built-in store forgets after 1,000 items, clients included.
const stores = new Map();
const secrets = new Set();
class Adapter {
    constructor(model) {
        if (!stores.has(model)) stores.set(model, new Map());
        this.model = model;
        this.items = stores.get(model);
    }
    async upsert(id, payload) {
        this.items.set(id, payload);
        if (this.model === "Client") secrets.add(payload.client_secret);
        else secrets.add(id); // the id of an opaque token is the token
    }
    async find(id) { return this.items.get(id); }
    async destroy(id) { this.items.delete(id); }
}

const server = createServer();
server.listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    const provider = new Provider(`http://127.0.0.1:${port}`, {
        adapter: Adapter,
        clients: [{
            client_id: backendId, client_secret: backendSecret, grant_types: [], redirect_uris: [], response_types: [],
        }],
        features: {
            clientCredentials: { enabled: true }, devInteractions: { enabled: false }, introspection: { enabled: true },
            registration: { enabled: true, initialAccessToken }, registrationManagement: { enabled: true },
        },
    });
    server.on("request", provider.callback());
    console.log(JSON.stringify({ port }));
});
createInterface({ input: process.stdin })
    .on("line", () => console.log(JSON.stringify({
        clients: [...(stores.get("Client")?.keys() ?? [])], secrets: [...secrets],
    })))
    .on("close", () => process.exit(0));
