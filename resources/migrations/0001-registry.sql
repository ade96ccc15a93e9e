-- SPDX-License-Identifier: GPL-3.0-or-later
-- One statement a paragraph: the program splits at empty lines. A migration that was released is never changed.
--
-- The places that rows belong to. `document` is NULL as long as the environment is as built in.
-- Customers of one environment are numbered from ordinal * 2^40 on, so that they are neighbours in every index.
CREATE TABLE environments (
    ordinal INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    document TEXT
) STRICT;

CREATE TABLE applications (
    environment INTEGER PRIMARY KEY REFERENCES environments (ordinal),
    document TEXT NOT NULL
) STRICT;

-- Customers. Times are milliseconds since 1970 in UTC. `searched` is company id, company name and integration id,
-- case-folded, one a line.
CREATE TABLE integrations (
    number INTEGER PRIMARY KEY,
    environment INTEGER NOT NULL REFERENCES environments (ordinal),
    id TEXT NOT NULL,
    company TEXT NOT NULL,
    company_name TEXT NOT NULL,
    mode TEXT NOT NULL,
    bidirectional INTEGER NOT NULL,
    status TEXT NOT NULL,
    client_id TEXT NOT NULL,
    issued_client_id TEXT NOT NULL,
    onboarding TEXT NOT NULL,
    consented_by TEXT NOT NULL,
    onboarded_at INTEGER,
    checked_at INTEGER,
    status_detail TEXT NOT NULL,
    searched TEXT NOT NULL,
    UNIQUE (environment, id)
) STRICT;

CREATE INDEX integrations_by_status ON integrations (status);

CREATE INDEX integrations_by_issued_client ON integrations (issued_client_id) WHERE issued_client_id <> '';

-- Any part of the text, from three characters on.
CREATE VIRTUAL TABLE integrations_by_part USING fts5 (
    searched, content = 'integrations', content_rowid = 'number', tokenize = 'trigram'
);

-- Beginnings of words, for one or two letters.
CREATE VIRTUAL TABLE integrations_by_word USING fts5 (
    searched, content = 'integrations', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 0',
    prefix = '1 2', detail = 'none'
);

-- How many customers have which status, so that nobody has to count them.
CREATE TABLE integration_counts (
    environment INTEGER NOT NULL REFERENCES environments (ordinal),
    status TEXT NOT NULL,
    total INTEGER NOT NULL,
    PRIMARY KEY (environment, status)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER integration_added AFTER INSERT ON integrations BEGIN
    INSERT INTO integrations_by_part (rowid, searched) VALUES (new.number, new.searched);
    INSERT INTO integrations_by_word (rowid, searched) VALUES (new.number, new.searched);
    INSERT INTO integration_counts VALUES (new.environment, new.status, 1)
        ON CONFLICT DO UPDATE SET total = total + 1;
END;

CREATE TRIGGER integration_removed AFTER DELETE ON integrations BEGIN
    INSERT INTO integrations_by_part (integrations_by_part, rowid, searched)
        VALUES ('delete', old.number, old.searched);
    INSERT INTO integrations_by_word (integrations_by_word, rowid, searched)
        VALUES ('delete', old.number, old.searched);
    UPDATE integration_counts SET total = total - 1 WHERE environment = old.environment AND status = old.status;
END;

CREATE TRIGGER integration_renamed AFTER UPDATE ON integrations WHEN new.searched <> old.searched BEGIN
    INSERT INTO integrations_by_part (integrations_by_part, rowid, searched)
        VALUES ('delete', old.number, old.searched);
    INSERT INTO integrations_by_word (integrations_by_word, rowid, searched)
        VALUES ('delete', old.number, old.searched);
    INSERT INTO integrations_by_part (rowid, searched) VALUES (new.number, new.searched);
    INSERT INTO integrations_by_word (rowid, searched) VALUES (new.number, new.searched);
END;

CREATE TRIGGER integration_changed_status AFTER UPDATE ON integrations WHEN new.status <> old.status BEGIN
    UPDATE integration_counts SET total = total - 1 WHERE environment = old.environment AND status = old.status;
    INSERT INTO integration_counts VALUES (new.environment, new.status, 1)
        ON CONFLICT DO UPDATE SET total = total + 1;
END;

-- Clients that we issued to SmartRecruiters. A client id is unique in all environments (guide, "ClientId uniqueness")
-- and stays taken for ever. Of its secret only the SHA-256 is kept (RFC 9700 4.9.3).
CREATE TABLE issued_clients (
    client_id TEXT PRIMARY KEY,
    environment INTEGER NOT NULL REFERENCES environments (ordinal),
    secret_sha256 BLOB NOT NULL CHECK (length(secret_sha256) = 32),
    company TEXT NOT NULL,
    onboarding TEXT NOT NULL,
    withdrawn INTEGER NOT NULL
) STRICT;

CREATE INDEX issued_clients_by_environment ON issued_clients (environment);

-- What happened. Lines are only ever added.
CREATE TABLE journal (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    environment INTEGER NOT NULL REFERENCES environments (ordinal),
    onboarding TEXT NOT NULL,
    company TEXT NOT NULL,
    step TEXT NOT NULL,
    state TEXT NOT NULL,
    at INTEGER,
    milliseconds INTEGER NOT NULL,
    detail TEXT NOT NULL,
    failure TEXT NOT NULL
) STRICT;

CREATE INDEX journal_by_onboarding ON journal (environment, onboarding);

CREATE INDEX journal_by_company ON journal (environment, company);

CREATE INDEX journal_of_confirms ON journal (environment, onboarding, number) WHERE step = 'confirm';

-- What arrived at callbackUrl.
CREATE TABLE notifications (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    environment INTEGER NOT NULL REFERENCES environments (ordinal),
    client_id TEXT NOT NULL,
    company TEXT NOT NULL,
    event_type TEXT NOT NULL,
    body BLOB NOT NULL,
    body_sha256 BLOB NOT NULL,
    at INTEGER,
    repeated INTEGER NOT NULL
) STRICT;

CREATE INDEX notifications_by_environment ON notifications (environment);

CREATE INDEX notifications_by_body ON notifications (environment, client_id, body_sha256);
