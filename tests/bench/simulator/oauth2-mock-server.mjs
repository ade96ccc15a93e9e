// SPDX-License-Identifier: GPL-3.0-or-later
// Runs npm's oauth2-mock-server with the faster of its usual keys on a free port, and prints the port. The first argument
// is the folder with its packages.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(`${process.argv[2]}/`));
const { OAuth2Server } = await import(pathToFileURL(require.resolve("oauth2-mock-server")));
const server = new OAuth2Server();
await server.issuer.keys.generate("ES256");
await server.start(0, "127.0.0.1");
console.log(server.address().port);
