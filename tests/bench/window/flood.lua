-- SPDX-License-Identifier: GPL-3.0-or-later
-- 32 connections that ask every 6 ms each: about 5,000 requests a second.
function delay()
    return 6
end
