-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whom staff invited to the consent page. Of the one-time code only a keyed hash is kept (the key, named by `key_id`, is in the
-- keychain). `typed` is what staff typed to allow the confirm call in production; `may_repeat`: also after a call whose outcome is
-- unknown. `state` is pending, opened, signed-in, deciding (one program carries the customer's decision out), approved, declined,
-- withdrawn, expired.
CREATE TABLE invitations (
    number INTEGER PRIMARY KEY,
    environment INTEGER NOT NULL REFERENCES environments (ordinal),
    onboarding TEXT NOT NULL UNIQUE,
    company TEXT NOT NULL,
    key_id BLOB NOT NULL,
    code_mac BLOB NOT NULL CHECK (length(code_mac) = 32),
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    typed TEXT NOT NULL,
    may_repeat INTEGER NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    detail TEXT NOT NULL
) STRICT;

CREATE INDEX invitations_of_company ON invitations (environment, company, number);

-- One code of a company is good at a time, whichever programs make them.
CREATE UNIQUE INDEX one_invitation_is_open ON invitations (environment, company)
WHERE state IN ('pending', 'opened', 'signed-in', 'deciding');

CREATE TRIGGER invitation_made_is_told AFTER INSERT ON invitations BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'invitation', new.onboarding);
END;

CREATE TRIGGER invitation_changed_is_told AFTER UPDATE ON invitations BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'invitation', new.onboarding);
END;
