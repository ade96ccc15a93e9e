# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's python3-jsonschema on the simulator's OpenAPI description: reads {"description", "answers"} from stdin.

Every schema is sound JSON Schema (draft 2020-12, which OpenAPI 3.1 uses), every reference leads somewhere, every
placeholder is declared, and every answer is what its schema says."""
import json, re, sys
from email.message import Message

from jsonschema import Draft202012Validator, FormatChecker, RefResolver

given = json.load(sys.stdin)
document = given["description"]
resolver = RefResolver.from_schema(document)
checked = 0


def resolved(node):
    return resolver.resolve(node["$ref"])[1] if "$ref" in node else node


def walk(node, path="#"):
    if isinstance(node, dict):
        if "$ref" in node:
            resolver.resolve(node["$ref"])
        for name, child in node.items():
            if name == "schema":
                Draft202012Validator.check_schema(child)
            walk(child, f"{path}/{name}")
    elif isinstance(node, list):
        for child in node:
            walk(child, path)


assert document["openapi"].startswith("3.1."), document["openapi"]
walk(document)
for schema in document["components"]["schemas"].values():
    Draft202012Validator.check_schema(schema)
operations = set()
tags = {tag["name"] for tag in document["tags"]}
for path, item in document["paths"].items():
    for method, operation in item.items():
        assert operation["operationId"] not in operations, operation["operationId"]
        operations.add(operation["operationId"])
        declared = {p["name"] for p in operation.get("parameters", []) if p["in"] == "path"}
        assert declared == set(re.findall(r"{(\w+)}", path)), path
        assert set(operation["tags"]) <= tags and operation["responses"], path

for answer in given["answers"]:
    where = "{method} {pattern} {status}".format(**answer)
    response = resolved(document["paths"][answer["pattern"]][answer["method"]]["responses"][answer["status"]])
    message = Message()
    message["Content-Type"] = answer["type"]
    kind = message.get_content_type()
    if "content" not in response:
        assert not answer["body"], where + " has a body that is not described"
        continue
    assert kind in response["content"], f"{where} is {kind}, which is not described"
    if kind == "application/json":
        schema = response["content"][kind]["schema"]
        validator = Draft202012Validator(schema, resolver=resolver, format_checker=FormatChecker())
        errors = [f"{where}: {error.message}" for error in validator.iter_errors(json.loads(answer["body"]))]
        assert not errors, errors
        checked += 1
print(f"{len(operations)} operations, {checked} answers")
