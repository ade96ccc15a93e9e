-- SPDX-License-Identifier: GPL-3.0-or-later
-- Clients that were requested from the partner's own authorization server (RFC 7591), from before the request until they are
-- gone. `state`: 'asked', 'staged', 'kept', 'leaving' or 'lost' (domain/ClientRegistration.h). The standard has no way to find a
-- client whose answer was lost, so its name is all that identifies it. `message` and `detail` are as in the journal.
CREATE TABLE registrations (
    onboarding TEXT PRIMARY KEY,
    environment INTEGER NOT NULL REFERENCES environments (ordinal),
    company TEXT NOT NULL,
    client_name TEXT NOT NULL,
    client_id TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,
    at INTEGER NOT NULL,
    secret_expires_at INTEGER,
    detail TEXT NOT NULL DEFAULT '',
    message TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX registrations_by_state ON registrations (environment, state);

CREATE INDEX registrations_by_client ON registrations (client_id) WHERE client_id <> '';

-- A client that is withdrawn here is deleted at the partner's server, too.
CREATE TRIGGER registered_client_leaves AFTER UPDATE ON issued_clients
WHEN new.served_by = 'registration' AND new.withdrawn = 1 AND old.withdrawn <> 1 BEGIN
    UPDATE registrations SET state = 'leaving', at = CAST(strftime('%s', 'now') AS INTEGER) * 1000
    WHERE client_id = new.client_id AND environment = new.environment AND state IN ('staged', 'kept');
END;
