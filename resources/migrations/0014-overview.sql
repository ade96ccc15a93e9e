-- SPDX-License-Identifier: GPL-3.0-or-later
-- When companies came, left and failed: counted by week for the window's first screen.
CREATE INDEX journal_of_turns ON journal (environment, at, step, company)
    WHERE (step = 'store' AND state = 'done') OR (step = 'notified' AND detail = 'INTEGRATION_DISABLED')
        OR (step = 'prove' AND state = 'failed');
