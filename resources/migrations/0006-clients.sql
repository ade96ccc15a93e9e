-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose a client is: asked before each onboarding, so that a customer's credentials are never taken for the master's.
CREATE INDEX integrations_by_client ON integrations (client_id) WHERE client_id <> '';

CREATE INDEX former_integrations_by_client ON former_integrations (client_id) WHERE client_id <> '';
