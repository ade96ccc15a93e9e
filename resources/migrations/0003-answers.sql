-- SPDX-License-Identifier: GPL-3.0-or-later
-- What callbackUrl answers the next notifications with instead of 200, as staff chose to see how the other side takes
-- it. Each notification that is kept uses one up, in the same transaction.
CREATE TABLE chosen_answers (
    environment INTEGER PRIMARY KEY REFERENCES environments (ordinal),
    status INTEGER NOT NULL,
    delay_ms INTEGER NOT NULL,
    dropped INTEGER NOT NULL,
    remaining INTEGER NOT NULL CHECK (remaining >= 0)
) STRICT;
