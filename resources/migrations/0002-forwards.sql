-- SPDX-License-Identifier: GPL-3.0-or-later
-- Notifications that are owed to the partner's own backend. A row is added together with its notification and keeps
-- `due_at` until the backend took it: then, and only then, `delivered_at` is set.
CREATE TABLE forwards (
    notification INTEGER PRIMARY KEY REFERENCES notifications (number),
    environment INTEGER NOT NULL REFERENCES environments (ordinal),
    tries INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    delivered_at INTEGER,
    last_failure TEXT NOT NULL
) STRICT;

CREATE INDEX forwards_by_due ON forwards (environment, due_at) WHERE delivered_at IS NULL;
