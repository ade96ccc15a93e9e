-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keyed hashes of every secret that this folder ever kept or issued, so that recorded traffic can be searched for former ones
-- too. `item` names the key in the keychain, `key_id` the key that is in use; hashes by another key mean nothing to it.
CREATE TABLE secret_key (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    item TEXT NOT NULL,
    key_id BLOB
) STRICT;

INSERT INTO secret_key VALUES (1, lower(hex(randomblob(16))), NULL);

CREATE TABLE secret_hashes (
    number INTEGER PRIMARY KEY,
    key_id BLOB NOT NULL,
    mac BLOB NOT NULL UNIQUE CHECK (length(mac) = 32),
    beginning INTEGER NOT NULL,
    size INTEGER NOT NULL
) STRICT;
