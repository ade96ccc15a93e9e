// SPDX-License-Identifier: GPL-3.0-or-later
// Validates an OpenAPI description from stdin with npm's @seriousme/openapi-schema-validator; the first argument is the
// folder that contains node_modules.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = `${process.argv[2]}/node_modules/@seriousme/openapi-schema-validator`;
const { Validator } = await import(pathToFileURL(`${folder}/${JSON.parse(readFileSync(`${folder}/package.json`)).exports?.["."]?.import ?? "index.js"}`));
const validator = new Validator();
const verdict = await validator.validate(JSON.parse(readFileSync(0)));
console.log(validator.version, JSON.stringify(verdict));
process.exit(verdict.valid && validator.version === "3.1" ? 0 : 1);
