# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's python3-hvac, a client of HashiCorp Vault, against the Vault of our tests: reads {"url", "role", "secretId"} from
stdin. What our sink relies on is what this client gets to see of a Vault."""
import inspect, json, sys

import hvac
from hvac.exceptions import Forbidden, InvalidPath, InvalidRequest

told = json.load(sys.stdin)
path = "jetbridge/int-1"


def refusal(kind, call, *arguments, **options):
    try:
        call(*arguments, **options)
    except kind as refused:
        return str(refused)
    sys.exit(f"{call.__name__} was not refused.")


stranger = hvac.Client(url=told["url"], token="hvs.wrong")
assert not stranger.is_authenticated()
assert "permission denied" in refusal(Forbidden, stranger.secrets.kv.v2.read_secret_metadata, path)
refusal(InvalidRequest, stranger.auth.approle.login, told["role"], "wrong")

client = hvac.Client(url=told["url"])
signed_in = client.auth.approle.login(told["role"], told["secretId"])["auth"]
assert signed_in["lease_duration"] == 3600 and client.token == signed_in["client_token"], signed_in
assert client.is_authenticated()
assert client.read("sys/internal/ui/mounts/secret")["data"]["options"]["version"] == "2"

kv = client.secrets.kv.v2
# Later versions of hvac want to know whether a deleted version is an error.
deleted_too = {"raise_on_deleted_version": True} if "raise_on_deleted_version" in inspect.signature(
    kv.read_secret_version).parameters else {}


def read():
    return kv.read_secret_version(path, **deleted_too)["data"]


refusal(InvalidPath, read)
refusal(InvalidPath, kv.read_secret_metadata, path)
written = kv.create_or_update_secret(path, {"clientSecret": "one"}, cas=0)["data"]
assert written["version"] == 1 and written["created_time"] and written["deletion_time"] == "", written
assert read()["data"] == {"clientSecret": "one"} and read()["metadata"]["version"] == 1, read()
for version in (0, 2):
    assert "check-and-set parameter did not match" in refusal(
        InvalidRequest, kv.create_or_update_secret, path, {"clientSecret": "other"}, cas=version)
# hvac has a parameter for custom metadata in later versions only.
client.adapter.post(f"/v1/secret/metadata/{path}", json={"custom_metadata": {"managed-by": "jetbridge"}})
assert kv.create_or_update_secret(path, {"clientSecret": "two"}, cas=1)["data"]["version"] == 2
assert read()["data"] == {"clientSecret": "two"}, read()
entry = kv.read_secret_metadata(path)["data"]
assert entry["current_version"] == 2 and sorted(entry["versions"]) == ["1", "2"], entry
assert entry["custom_metadata"] == {"managed-by": "jetbridge"}, entry

assert kv.delete_latest_version_of_secret(path).status_code == 204
refusal(InvalidPath, read)
versions = kv.read_secret_metadata(path)["data"]["versions"]
assert versions["2"]["deletion_time"] and not versions["1"]["deletion_time"], versions
assert kv.create_or_update_secret(path, {"clientSecret": "three"}, cas=2)["data"]["version"] == 3
assert kv.delete_metadata_and_all_versions(path).status_code == 204
refusal(InvalidPath, kv.read_secret_metadata, path)
assert kv.create_or_update_secret(path, {"clientSecret": "four"}, cas=0)["data"]["version"] == 1
