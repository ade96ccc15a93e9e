-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where customers' events and credentials are delivered to by themselves. `settings` is JSON and depends on the kind; a secret is
-- in the keychain, under the name `secret_item`.
CREATE TABLE sinks (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    environment INTEGER NOT NULL REFERENCES environments (ordinal),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    settings TEXT NOT NULL,
    secret_item TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    UNIQUE (environment, name)
) STRICT;

-- One event of one customer for one sink, in the order in which they happened. Each row is written in the transaction of the change
-- itself, by the triggers below. `id` stays the same over all tries. `due_at` 0: at once. `state`: 'waiting', or how it ended.
CREATE TABLE deliveries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    environment INTEGER NOT NULL REFERENCES environments (ordinal),
    sink INTEGER NOT NULL REFERENCES sinks (number) ON DELETE CASCADE,
    event TEXT NOT NULL,
    company TEXT NOT NULL,
    integration TEXT NOT NULL,
    client_id TEXT NOT NULL,
    onboarding TEXT NOT NULL,
    noted_at INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER NOT NULL DEFAULT 0,
    ended_at INTEGER,
    state TEXT NOT NULL DEFAULT 'waiting',
    place TEXT NOT NULL DEFAULT '',
    why TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX deliveries_waiting ON deliveries (environment, number) WHERE state = 'waiting';

CREATE INDEX deliveries_in_order ON deliveries (sink, company, number);

CREATE INDEX deliveries_of_integration ON deliveries (environment, integration);

-- What happened to a customer: whatever is inserted here becomes one delivery for each sink. 'connected' becomes 'rotated' where the
-- sink has credentials of the company already. What is taken back concerns only sinks that had the integration.
CREATE VIEW customer_events AS SELECT environment, event, company, integration, client_id, onboarding FROM deliveries;

CREATE TRIGGER customer_event_is_owed INSTEAD OF INSERT ON customer_events BEGIN
    INSERT INTO deliveries (id, environment, sink, event, company, integration, client_id, onboarding, noted_at)
    SELECT lower(hex(randomblob(16))), new.environment, s.number,
        CASE WHEN new.event = 'connected' AND EXISTS (
            SELECT 1 FROM deliveries d WHERE d.sink = s.number AND d.company = new.company AND d.event IN ('connected', 'rotated')
            AND NOT EXISTS (SELECT 1 FROM deliveries later WHERE later.sink = d.sink AND later.company = d.company
                AND later.number > d.number AND later.integration = d.integration
                AND later.event IN ('disabled', 'forgotten')))
        THEN 'rotated' ELSE new.event END,
        new.company, new.integration, new.client_id, new.onboarding,
        CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)
    FROM sinks s WHERE s.environment = new.environment AND (new.event = 'connected' OR EXISTS (
        SELECT 1 FROM deliveries d WHERE d.sink = s.number AND d.company = new.company AND d.integration = new.integration))
    ORDER BY s.number;
END;

CREATE TRIGGER integration_added_is_delivered AFTER INSERT ON integrations
WHEN new.status IN ('live', 'unproved', 'failing') BEGIN
    INSERT INTO customer_events VALUES (new.environment, 'connected', new.company, new.id, new.client_id, new.onboarding);
END;

-- The credentials are in the keychain from now on, are other ones, or may be used again.
CREATE TRIGGER integration_with_credentials_is_delivered AFTER UPDATE ON integrations
WHEN new.status IN ('live', 'unproved', 'failing') AND (old.status NOT IN ('live', 'unproved', 'failing')
    OR new.client_id <> old.client_id OR new.onboarding <> old.onboarding) BEGIN
    INSERT INTO customer_events VALUES (new.environment, 'connected', new.company, new.id, new.client_id, new.onboarding);
END;

-- Credentials were stored for a customer who has some, by a run that made no row of its own (an import of the same client).
CREATE TRIGGER credentials_stored_again_are_delivered AFTER INSERT ON journal
WHEN new.step = 'store' AND new.state = 'done' BEGIN
    INSERT INTO customer_events SELECT i.environment, 'connected', i.company, i.id, i.client_id, i.onboarding
    FROM integrations i WHERE i.environment = new.environment AND i.company = new.company
        AND i.status IN ('live', 'unproved', 'failing') AND NOT EXISTS (
            SELECT 1 FROM integrations own WHERE own.environment = new.environment AND own.company = new.company
            AND own.onboarding = new.onboarding);
END;

CREATE TRIGGER integration_disabled_is_delivered AFTER UPDATE ON integrations
WHEN new.status = 'disabled' AND old.status <> 'disabled' BEGIN
    INSERT INTO customer_events VALUES (new.environment, 'disabled', new.company, new.id, new.client_id, new.onboarding);
END;

-- Staff deleted the credentials of a customer who had disabled the integration; its row stays.
CREATE TRIGGER credentials_deleted_are_delivered AFTER UPDATE ON integrations
WHEN new.status = 'disabled' AND instr(new.status_message, '"disabled_and_deleted"') > 0
    AND instr(old.status_message, '"disabled_and_deleted"') = 0 BEGIN
    INSERT INTO customer_events VALUES (new.environment, 'forgotten', new.company, new.id, new.client_id, new.onboarding);
END;

CREATE TRIGGER integration_removed_is_delivered AFTER DELETE ON integrations BEGIN
    INSERT INTO customer_events VALUES (old.environment, 'forgotten', old.company, old.id, old.client_id, old.onboarding);
END;

CREATE TRIGGER delivery_noted_is_told AFTER INSERT ON deliveries BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'delivery', new.integration);
END;

CREATE TRIGGER delivery_changed_is_told AFTER UPDATE ON deliveries
WHEN new.state <> old.state OR new.due_at < old.due_at BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'delivery', new.integration);
END;

CREATE TRIGGER sink_added_is_told AFTER INSERT ON sinks BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'delivery', '');
END;

CREATE TRIGGER sink_removed_is_told AFTER DELETE ON sinks BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (old.environment, 'delivery', '');
END;
