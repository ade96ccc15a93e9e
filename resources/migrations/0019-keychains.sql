-- SPDX-License-Identifier: GPL-3.0-or-later
-- What each keychain lacks. Users or computers that share a data folder have keychains of their own, so that "the keychain does not
-- have the credentials" is no status of a customer: it is true for one of them. `keychain` is the random id in the marker item of
-- this folder in that keychain, `number` is the customer's row.
CREATE TABLE missing_credentials (
    keychain TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (keychain, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX missing_credentials_of_row ON missing_credentials (number);

-- Up to which row of an environment each keychain was searched; the rows after it are searched at the next start.
CREATE TABLE keychain_searches (
    keychain TEXT NOT NULL,
    environment INTEGER NOT NULL REFERENCES environments (ordinal),
    up_to INTEGER NOT NULL,
    PRIMARY KEY (keychain, environment)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER integration_removed_lacks_nothing AFTER DELETE ON integrations BEGIN
    DELETE FROM missing_credentials WHERE number = old.number;
END;

-- The number of the newest row is given again when that row was removed.
CREATE TRIGGER newest_integration_removed AFTER DELETE ON integrations
WHEN old.number > (SELECT coalesce(max(number), 0) FROM integrations WHERE number < (old.environment + 1) << 40) BEGIN
    UPDATE keychain_searches SET up_to = old.number - 1 WHERE environment = old.environment AND up_to >= old.number;
END;

CREATE TRIGGER missing_credentials_are_told AFTER INSERT ON missing_credentials BEGIN
    INSERT INTO changes (environment, topic, id)
        SELECT environment, 'integration', id FROM integrations WHERE number = new.number;
END;

CREATE TRIGGER found_credentials_are_told AFTER DELETE ON missing_credentials BEGIN
    INSERT INTO changes (environment, topic, id)
        SELECT environment, 'integration', id FROM integrations WHERE number = old.number;
END;

-- Earlier versions wrote the status into the row. What is known without a keychain is that the customer is connected; whoever has
-- the credentials proves it with the next verification, and every keychain is searched once at the next start.
UPDATE integrations SET status = 'unproved', checked_at = NULL, status_detail = '', status_message = ''
WHERE status = 'no-credentials';
