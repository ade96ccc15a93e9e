-- SPDX-License-Identifier: GPL-3.0-or-later
-- The application's scopes when the company consented, separated by spaces. NULL: not known, because the row is older than
-- this column or was imported.
ALTER TABLE integrations ADD COLUMN scopes TEXT;

ALTER TABLE former_integrations ADD COLUMN scopes TEXT;

-- How many customers consented to which scopes, in whatever status, without reading their rows.
CREATE INDEX integrations_by_scopes ON integrations (environment, scopes, status);
