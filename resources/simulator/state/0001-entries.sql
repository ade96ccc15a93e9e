-- SPDX-License-Identifier: GPL-3.0-or-later
-- What outlives a simulator. `kind` and `key` name an entry: "about" (one), "app", "company", "grant", "integration".
CREATE TABLE entries (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    place INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
