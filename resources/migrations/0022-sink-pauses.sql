-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a sink may get anything again, in ms since 1970: it asked to be left alone, or takes nothing at all now. That concerns what
-- is noted later, too. The end of the year 9999: not before staff retry.
ALTER TABLE sinks ADD COLUMN not_before INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER sink_made_due_is_told AFTER UPDATE ON sinks
WHEN new.not_before < old.not_before BEGIN
    INSERT INTO changes (environment, topic, id) VALUES (new.environment, 'delivery', '');
END;
