-- SPDX-License-Identifier: GPL-3.0-or-later
-- What happened, and why, as a code with its arguments, {"code","arguments"}: sentences are made where they are read. The text
-- beside it holds what has no code: a value, another side's words, or a sentence of an earlier version that is not known here.
ALTER TABLE journal ADD COLUMN message TEXT NOT NULL DEFAULT '';

ALTER TABLE integrations ADD COLUMN status_message TEXT NOT NULL DEFAULT '';

ALTER TABLE former_integrations ADD COLUMN status_message TEXT NOT NULL DEFAULT '';

ALTER TABLE invitations ADD COLUMN message TEXT NOT NULL DEFAULT '';

ALTER TABLE issued_clients ADD COLUMN refusal_message TEXT NOT NULL DEFAULT '';

-- Sentences that earlier versions wrote: whole (`tail` is NULL), or what stands before and after their one argument.
CREATE TABLE earlier_sentences (code TEXT NOT NULL, head TEXT NOT NULL, tail TEXT) STRICT;

INSERT INTO earlier_sentences VALUES
    ('code_made', 'A one-time code was made for the customer.', NULL),
    ('customer_signed_in', 'The customer signed in.', NULL),
    ('customer_declined', 'The customer declined.', NULL),
    ('wrong_codes_typed', 'Wrong one-time codes were typed: ', '.'),
    ('consented_elsewhere', 'Consented elsewhere: ', ''),
    ('code_used', 'The code was refused, it had been used: a new one is needed.', NULL),
    ('code_expired', 'The code was refused, its time is over: a new one is needed.', NULL),
    ('cancelled_here', 'Cancelled here before anything was confirmed.', NULL),
    ('wrong_code_typed', 'A wrong code was typed. Tries left: ', '.'),
    ('confirm_no_answer', 'The confirm call was sent and no answer came: whether the integration exists at SmartRecruiters is unknown.', NULL),
    ('code_typed_wrong_too_often', 'The code was refused, it was typed wrong too often: a new one is needed.', NULL),
    ('rehearsed_both_ways', 'oauthTokenUrl gave a token, asked by body and by Basic.', NULL),
    ('rehearsed_by_body', 'oauthTokenUrl gave a token when asked by body only, not by Basic: which of them SmartRecruiters uses is unknown.', NULL),
    ('rehearsed_by_basic', 'oauthTokenUrl gave a token when asked by Basic only, not by body: which of them SmartRecruiters uses is unknown.', NULL),
    ('confirm_odd_answer', 'SmartRecruiters'' answer was odd, and its client secret was kept: ', '.'),
    ('confirm_unknown', 'The confirm call was sent, but whether it took effect is not known: ', ''),
    ('confirm_no_secret', 'SmartRecruiters answered ', ' without a "clientSecret".'),
    ('ended_before_answer', 'The program ended before an answer came.', NULL),
    ('ended_outcome_unknown', 'The program ended before an answer to the confirm call came: whether the integration exists at SmartRecruiters is unknown.', NULL),
    ('client_of_unknown_used', 'SmartRecruiters uses the credentials of this run: the integration exists there, but its customer-level credentials never reached us. Have the customer disable it and start again.', NULL),
    ('unknown_was_disabled', 'The integration did exist at SmartRecruiters, without its credentials having reached us; the customer has now disabled it: start again.', NULL),
    ('unknown_resolved', 'Staff resolved the unknown outcome; the company may be onboarded again.', NULL),
    ('unknown_replaced', 'Staff had the company confirmed once more: integration "', '" took the place of this unknown outcome.'),
    ('earlier_unstored', 'The credentials that an earlier confirm call for "', '" brought are not in the keychain yet: nothing was sent.'),
    ('resolve_not_forget', 'The outcome of "', '" is unknown: resolve it instead of forgetting it.'),
    ('not_in_keychain_yet', 'The customer-level credentials are not in the keychain yet.', NULL),
    ('answer_found_later', 'The answer was found in the keychain after the program had ended.', NULL),
    ('stored_found_later', 'Found in the keychain after the program had ended.', NULL),
    ('ended_after_storing', 'The program ended right after the credentials were stored: verify the integration.', NULL),
    ('ended_before_storing', 'The program ended before the credentials were stored: they are lost.', NULL),
    ('credentials_lost', 'SmartRecruiters confirmed this integration, but the program ended before the keychain had its customer-level credentials: they are lost. Have the customer disable it and start again.', NULL),
    ('no_customer_credentials', 'The keychain of this computer and user does not have this customer''s credentials. If the data folder came from elsewhere, bring the keychain''s items along; otherwise onboard the company again.', NULL),
    ('another_companys', '"', '" is another company''s here.'),
    ('only_a_token', 'A token was given; none of the application''s scopes allows a harmless call.', NULL),
    ('company_called', 'The API calls this company "', '".'),
    ('customer_disabled', 'The customer disabled the integration at SmartRecruiters.', NULL),
    ('disabled_and_deleted', 'The customer disabled the integration; its credentials were deleted here.', NULL),
    ('onboarded_again', 'Onboarded again: integration "', '" took the place of this one.'),
    ('imported', 'Connected by other means, and imported here.', NULL),
    ('client_in_use', 'The client "', '" is in use from now on.'),
    ('previous_client_removed', 'The new master credentials have confirmed an integration: the pair of the client "', '" is removed from the keychain.'),
    ('stopped_before_sending', 'Stopped before the request was sent.', NULL),
    ('request_stopped', 'The request to ', ' was stopped here.'),
    ('host_unknown', 'The name ', ' is not known (DNS).'),
    ('proxy_failed', 'The proxy on the way to ', ' failed.'),
    ('proxy_sign_in', 'The proxy on the way to ', ' asks for a sign-in.'),
    ('keychain_too_slow', 'The keychain did not answer within ', ' seconds: unlock it if it is asking for its password, then try again.'),
    ('keychain_took_other', 'The keychain took "', '", but reading it back gave something else: look at the keychain in its own program, then try again.'),
    ('keychain_still_holds', 'The keychain still holds "', '" after removing it: remove it in the keychain''s own program.'),
    ('keychain_refused', 'The keychain refused: ', '. Allow Jetbridge to use it, then try again.'),
    ('keychain_refused_silently', 'The keychain refused and gave no reason. Allow Jetbridge to use it, then try again.', NULL),
    ('keyring_locked', 'The keyring is locked: unlock it (sign in to the desktop, or open its password program and unlock the default keyring), then try again.', NULL),
    ('keyring_without_default', 'The keyring service has no default keyring yet: create one in the desktop''s password program, then try again.', NULL),
    ('keyring_not_running', 'No keyring service is running: install and start one (gnome-keyring, KWallet or KeePassXC with its Secret Service), then try again.', NULL),
    ('keyring_without_bus', 'There is no D-Bus session, so no keyring can be reached: start Jetbridge inside a desktop session, or with dbus-run-session and an unlocked keyring.', NULL),
    ('keyring_silent', 'The keyring service did not answer: unlock it if it is asking for its password, or restart it, then try again.', NULL);

CREATE INDEX earlier_sentences_whole ON earlier_sentences (head) WHERE tail IS NULL;

UPDATE journal SET message = json_object('code', said.code, 'arguments', json_array()), detail = ''
FROM earlier_sentences said WHERE said.tail IS NULL AND said.head = detail;

UPDATE journal SET message = json_object('code', said.code, 'arguments',
    json_array(substr(detail, length(said.head) + 1, length(detail) - length(said.head) - length(said.tail)))), detail = ''
FROM earlier_sentences said WHERE said.tail IS NOT NULL AND length(detail) > length(said.head) + length(said.tail)
    AND detail = said.head || substr(detail, length(said.head) + 1, length(detail) - length(said.head) - length(said.tail)) || said.tail;

UPDATE integrations SET status_message = json_object('code', said.code, 'arguments', json_array()), status_detail = ''
FROM earlier_sentences said WHERE said.tail IS NULL AND said.head = status_detail;

UPDATE integrations SET status_message = json_object('code', said.code, 'arguments',
    json_array(substr(status_detail, length(said.head) + 1, length(status_detail) - length(said.head) - length(said.tail)))), status_detail = ''
FROM earlier_sentences said WHERE said.tail IS NOT NULL AND length(status_detail) > length(said.head) + length(said.tail)
    AND status_detail = said.head || substr(status_detail, length(said.head) + 1, length(status_detail) - length(said.head) - length(said.tail)) || said.tail;

UPDATE former_integrations SET status_message = json_object('code', said.code, 'arguments', json_array()), status_detail = ''
FROM earlier_sentences said WHERE said.tail IS NULL AND said.head = status_detail;

UPDATE former_integrations SET status_message = json_object('code', said.code, 'arguments',
    json_array(substr(status_detail, length(said.head) + 1, length(status_detail) - length(said.head) - length(said.tail)))), status_detail = ''
FROM earlier_sentences said WHERE said.tail IS NOT NULL AND length(status_detail) > length(said.head) + length(said.tail)
    AND status_detail = said.head || substr(status_detail, length(said.head) + 1, length(status_detail) - length(said.head) - length(said.tail)) || said.tail;

UPDATE invitations SET message = json_object('code', said.code, 'arguments', json_array()), detail = ''
FROM earlier_sentences said WHERE said.tail IS NULL AND said.head = detail;

UPDATE invitations SET message = json_object('code', said.code, 'arguments',
    json_array(substr(detail, length(said.head) + 1, length(detail) - length(said.head) - length(said.tail)))), detail = ''
FROM earlier_sentences said WHERE said.tail IS NOT NULL AND length(detail) > length(said.head) + length(said.tail)
    AND detail = said.head || substr(detail, length(said.head) + 1, length(detail) - length(said.head) - length(said.tail)) || said.tail;

DROP TABLE earlier_sentences;
