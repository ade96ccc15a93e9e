-- SPDX-License-Identifier: GPL-3.0-or-later
-- Clients whose partner's backend is told of them by a webhook take the same course as registered ones. `service`: 'registration'
-- or 'webhook' (domain/WayBack.h). A state more, 'confirmed': the backend is still to be told that its client is used. `due`: the
-- server asked to be left alone until then.
ALTER TABLE registrations ADD COLUMN service TEXT NOT NULL DEFAULT 'registration';

ALTER TABLE registrations ADD COLUMN due INTEGER;

DROP TRIGGER registered_client_leaves;

-- A client that is withdrawn here is withdrawn at the partner's server, too. After 410 nothing is sent until staff retry, so that
-- reason stays.
CREATE TRIGGER staged_client_leaves AFTER UPDATE ON issued_clients
WHEN new.served_by IN ('registration', 'webhook') AND new.withdrawn = 1 AND old.withdrawn <> 1 BEGIN
    UPDATE registrations SET state = 'leaving', at = CAST(strftime('%s', 'now') AS INTEGER) * 1000,
        detail = CASE WHEN instr(message, '"webhook_gone"') > 0 THEN detail ELSE '' END,
        message = CASE WHEN instr(message, '"webhook_gone"') > 0 THEN message ELSE '' END
    WHERE client_id = new.client_id AND environment = new.environment AND state IN ('staged', 'confirmed', 'kept');
END;
