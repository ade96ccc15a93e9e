-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose the keychain's items are: `id` is random and part of the name of each item, so that data folders never share one. `place`
-- is where the folder was used last: found at another place while it is still there too, it is a copy and gets an id of its own.
-- `marked`: an item that says no more than that is in the keychain; without it the keychain was emptied, or is another one.
CREATE TABLE folder (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    place TEXT NOT NULL,
    copied_from TEXT NOT NULL,
    marked INTEGER NOT NULL
) STRICT;

INSERT INTO folder VALUES (1, lower(hex(randomblob(16))), '', '', 0);

-- Ids of which this folder may copy items: that of the folder it was copied from, and '' for the names of version 0.1.0, which had
-- no id. A folder that was used before this migration has the latter.
CREATE TABLE earlier_ids (number INTEGER PRIMARY KEY, id TEXT NOT NULL) STRICT;

INSERT INTO earlier_ids (id) SELECT '' WHERE EXISTS (SELECT 1 FROM environments);

-- Items that this folder has stored, copied or removed: what an earlier id has under that name does not count any more.
CREATE TABLE own_secrets (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- The API at which the items of version 0.1.0 were proved, since these do not say it; NULL: nobody knows, '': as built in.
ALTER TABLE environments ADD COLUMN earlier_api TEXT;

UPDATE environments SET earlier_api = coalesce(json_extract(document, '$.apiUrl'), '');

-- The order of urgency of 0004, with the status of customers whose credentials the keychain does not have.
DROP INDEX integrations_by_urgency;

CREATE INDEX integrations_by_urgency ON integrations (
    environment,
    (CASE status WHEN 'unstored' THEN 0 WHEN 'unknown' THEN 1 WHEN 'no-credentials' THEN 2 WHEN 'failing' THEN 3
        WHEN 'unproved' THEN 4 WHEN 'disabled' THEN 5 ELSE 6 END),
    number, status
);
