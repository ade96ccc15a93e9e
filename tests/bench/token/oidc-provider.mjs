// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs npm's oidc-provider as a partner would configure it for client_credentials with opaque tokens, on a free port, and
// prints the port; tests/bench/hostile/run compares the product with it. Its packages are installed into the build
// folder, which is the first argument.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(`${process.argv[2]}/`));
const { default: Provider } = await import(pathToFileURL(require.resolve("oidc-provider")));

const provider = new Provider("http://127.0.0.1", {
    clients: [{
        client_id: "bench", client_secret: "bench-secret", grant_types: ["client_credentials"],
        redirect_uris: [], response_types: [], token_endpoint_auth_method: "client_secret_post",
    }],
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    routes: { token: "/oauth/token" },
});
const server = provider.listen(0, "127.0.0.1", () => console.log(server.address().port));
