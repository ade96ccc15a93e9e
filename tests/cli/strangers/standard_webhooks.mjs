// SPDX-License-Identifier: GPL-3.0-or-later
// A partner's backend that verifies webhooks by npm's standardwebhooks. The arguments are the folder that contains
// node_modules, and the secret. Prints {"port"}, and then a line {"type", "id"} for each webhook whose signature is right;
// the others get 401. Ends with stdin.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, secret] = process.argv.slice(2);
const { Webhook } = createRequire(pathToFileURL(`${folder}/`))("standardwebhooks");
const webhook = new Webhook(secret);

const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    try {
        const { type } = webhook.verify(Buffer.concat(chunks), request.headers);
        console.log(JSON.stringify({ type, id: request.headers["webhook-id"] }));
        response.writeHead(204).end();
    } catch (error) {
        console.warn(error.message);
        response.writeHead(401).end();
    }
});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: server.address().port })));
process.stdin.on("end", () => process.exit(0)).resume();
