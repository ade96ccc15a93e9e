-- SPDX-License-Identifier: GPL-3.0-or-later
-- The partner's own APIs that may ask what an access token stands for (RFC 7662). Of their secrets only the SHA-256 is kept here.
CREATE TABLE resource_servers (
    client_id TEXT PRIMARY KEY,
    environment INTEGER NOT NULL REFERENCES environments (ordinal),
    name TEXT NOT NULL,
    secret_sha256 BLOB NOT NULL CHECK (length(secret_sha256) = 32),
    added_at INTEGER NOT NULL,
    UNIQUE (environment, name)
) STRICT;

CREATE TRIGGER resource_server_added_is_told AFTER INSERT ON resource_servers BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'resource-servers', '');
END;

CREATE TRIGGER resource_server_removed_is_told AFTER DELETE ON resource_servers BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (old.environment, 'resource-servers', '');
END;

-- A client's customer has an integration from now on, which belongs to what is said of its tokens.
CREATE TRIGGER client_has_an_integration AFTER INSERT ON integrations WHEN new.issued_client_id <> '' BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'client', new.issued_client_id);
END;
