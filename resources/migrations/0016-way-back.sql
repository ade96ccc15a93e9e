-- SPDX-License-Identifier: GPL-3.0-or-later
-- The way from SmartRecruiters to the partner, for each pair. `served_by`: 'here' our own oauthTokenUrl, 'given' the partner's
-- authorization server. `rehearsed_by`: 'both', 'body' or 'basic', as we last got a token with the pair. A refusal is the last
-- trial that got none. The times of use are those of tokens that SmartRecruiters got here; our own trials are not among them.
ALTER TABLE issued_clients ADD COLUMN served_by TEXT NOT NULL DEFAULT 'here';

ALTER TABLE issued_clients ADD COLUMN rehearsed_at INTEGER;

ALTER TABLE issued_clients ADD COLUMN rehearsed_by TEXT NOT NULL DEFAULT 'none';

ALTER TABLE issued_clients ADD COLUMN refused_at INTEGER;

ALTER TABLE issued_clients ADD COLUMN refusal TEXT NOT NULL DEFAULT '';

ALTER TABLE issued_clients ADD COLUMN first_used_at INTEGER;

ALTER TABLE issued_clients ADD COLUMN last_used_at INTEGER;
