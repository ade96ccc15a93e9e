// SPDX-License-Identifier: GPL-3.0-or-later
// npm's oauth2-mock-server with the faster of its usual keys, on a free port that it prints; its packages are in the folder
// that the first argument names.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(`${process.argv[2]}/`));
const { OAuth2Server } = await import(pathToFileURL(require.resolve("oauth2-mock-server")));
const server = new OAuth2Server();
await server.issuer.keys.generate("ES256");
await server.start(0, "127.0.0.1");
console.log(server.address().port);
