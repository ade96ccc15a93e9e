-- SPDX-License-Identifier: GPL-3.0-or-later
-- The orders in which customers are listed, page by page. `number` ends ties; `status` is there for the filter, so that
-- a row is read only when it is shown. StoredIntegrations.cpp repeats the expressions word for word.
CREATE INDEX integrations_by_company ON integrations (
    environment, (CASE company_name WHEN '' THEN company ELSE company_name END) COLLATE NOCASE, number, status
);

CREATE INDEX integrations_by_urgency ON integrations (
    environment,
    (CASE status WHEN 'unstored' THEN 0 WHEN 'unknown' THEN 1 WHEN 'failing' THEN 2 WHEN 'unproved' THEN 3
        WHEN 'disabled' THEN 4 ELSE 5 END),
    number, status
);

CREATE INDEX integrations_by_check ON integrations (environment, (coalesce(checked_at, 0)), number, status);

CREATE INDEX integrations_by_onboarding ON integrations (environment, (coalesce(onboarded_at, 0)), number, status);
