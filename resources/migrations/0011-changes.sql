-- SPDX-License-Identifier: GPL-3.0-or-later
-- What changed, in the order of the commits, so that every program on the data folder learns of it. Each row is written in the
-- transaction of the change itself. Lines of the journal and notifications tell the same by their own numbers. `environment` is
-- NULL where the change is of no one environment. `writer` names the program that noted a change of the keychain.
CREATE TABLE changes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    environment INTEGER,
    topic TEXT NOT NULL,
    id TEXT NOT NULL,
    writer TEXT NOT NULL DEFAULT ''
) STRICT;

-- Who is further behind than that is told that everything may have changed.
CREATE TRIGGER changes_are_bounded AFTER INSERT ON changes WHEN new.number % 1000 = 0 BEGIN
    DELETE FROM changes WHERE number <= new.number - 10000;
END;

CREATE TRIGGER integration_added_is_told AFTER INSERT ON integrations BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'integration', new.id);
END;

CREATE TRIGGER integration_changed_is_told AFTER UPDATE ON integrations BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'integration', new.id);
END;

CREATE TRIGGER integration_removed_is_told AFTER DELETE ON integrations BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (old.environment, 'integration', old.id);
END;

CREATE TRIGGER client_issued_is_told AFTER INSERT ON issued_clients BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'client', new.client_id);
END;

CREATE TRIGGER client_changed_is_told AFTER UPDATE ON issued_clients BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'client', new.client_id);
END;

-- `withdrawn` of a client: 0 it may get tokens, 1 staff ended it, 2 the customer disabled the integration. The last one ends when
-- the integration is found to work again.
CREATE TRIGGER client_of_enabled_is_back AFTER UPDATE ON integrations
WHEN new.issued_client_id <> '' AND old.status = 'disabled' AND new.status <> 'disabled' BEGIN
    UPDATE issued_clients SET withdrawn = 0 WHERE client_id = new.issued_client_id AND withdrawn = 2;
END;

UPDATE issued_clients SET withdrawn = 2 WHERE withdrawn = 0 AND client_id IN (
    SELECT issued_client_id FROM integrations WHERE status = 'disabled'
    UNION SELECT issued_client_id FROM former_integrations WHERE status = 'disabled'
);

CREATE TRIGGER application_added_is_told AFTER INSERT ON applications BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'application', '');
END;

CREATE TRIGGER application_changed_is_told AFTER UPDATE ON applications BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'application', '');
END;

CREATE TRIGGER environment_added_is_told AFTER INSERT ON environments WHEN new.document IS NOT NULL BEGIN
    INSERT INTO changes (topic, id) VALUES ('environment', new.name);
END;

CREATE TRIGGER environment_changed_is_told AFTER UPDATE ON environments BEGIN
    INSERT INTO changes (topic, id) VALUES ('environment', new.name);
END;

CREATE TRIGGER answer_chosen_is_told AFTER INSERT ON chosen_answers BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'answer', '');
END;

CREATE TRIGGER answer_used_is_told AFTER UPDATE ON chosen_answers BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'answer', '');
END;
