-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a company had before it was onboarded again: rows that left `integrations`, with the one that took their place.
CREATE TABLE former_integrations (
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
    replaced_by TEXT NOT NULL,
    replaced_at INTEGER NOT NULL
) STRICT;

CREATE INDEX former_integrations_by_company ON former_integrations (environment, company);

CREATE INDEX integrations_of_company ON integrations (environment, company);

-- What the other side said, where a step failed: an explanation needs more than the kind of failure.
ALTER TABLE journal ADD COLUMN http_status INTEGER NOT NULL DEFAULT 0;

ALTER TABLE journal ADD COLUMN code TEXT NOT NULL DEFAULT '';
