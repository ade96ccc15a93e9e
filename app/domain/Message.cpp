// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Message.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

struct Sentence {
    const char* code;
    const char* english;
};

constexpr Sentence sentences[]{
    // clang-format off
    // The one-time code and the customer's decision.
    {"code_made", QT_TRANSLATE_NOOP("Messages", "A one-time code was made for the customer.")},
    {"customer_signed_in", QT_TRANSLATE_NOOP("Messages", "The customer signed in.")},
    {"customer_declined", QT_TRANSLATE_NOOP("Messages", "The customer declined.")},
    {"wrong_codes_typed", QT_TRANSLATE_NOOP("Messages", "Wrong one-time codes were typed: %1.")},
    {"consented_elsewhere", QT_TRANSLATE_NOOP("Messages", "Consented elsewhere: %1")},
    {"code_used", QT_TRANSLATE_NOOP("Messages", "The code was refused, it had been used: a new one is needed.")},
    {"code_expired", QT_TRANSLATE_NOOP("Messages", "The code was refused, its time is over: a new one is needed.")},
    {"cancelled_here", QT_TRANSLATE_NOOP("Messages", "Cancelled here before anything was confirmed.")},
    // Said by journals of earlier versions only.
    {"wrong_code_typed", QT_TRANSLATE_NOOP("Messages", "A wrong code was typed. Tries left: %1.")},
    {"confirm_no_answer", QT_TRANSLATE_NOOP("Messages", "The confirm call was sent and no answer came: whether the integration exists at SmartRecruiters is unknown.")},
    {"code_typed_wrong_too_often", QT_TRANSLATE_NOOP("Messages", "The code was refused, it was typed wrong too often: a new one is needed.")},
    // The way back.
    {"rehearsed_both_ways", QT_TRANSLATE_NOOP("Messages", "oauthTokenUrl gave a token, asked by body and by Basic.")},
    {"rehearsed_by_body", QT_TRANSLATE_NOOP("Messages", "oauthTokenUrl gave a token when asked by body only, not by Basic: which of them SmartRecruiters uses is unknown.")},
    {"rehearsed_by_basic", QT_TRANSLATE_NOOP("Messages", "oauthTokenUrl gave a token when asked by Basic only, not by body: which of them SmartRecruiters uses is unknown.")},
    {"way_back_no_token", QT_TRANSLATE_NOOP("Messages", "oauthTokenUrl %1 gave no token for the customer's pair: %2")},
    // Clients that the partner's authorization server registers.
    {"no_registration_token", QT_TRANSLATE_NOOP("Messages", "Clients are registered at your authorization server with an initial access token, and the keychain has none: nothing was sent.")},
    {"registration_token_damaged", QT_TRANSLATE_NOOP("Messages", "Clients are registered at your authorization server with an initial access token, and the keychain's item is damaged: nothing was sent.")},
    {"registration_token_elsewhere", QT_TRANSLATE_NOOP("Messages", "Clients are registered at your authorization server with an initial access token, and the one in the keychain belongs to %1: nothing was sent.")},
    {"registration_token_refused", QT_TRANSLATE_NOOP("Messages", "Your authorization server answered %1 and registered no client for this customer: the initial access token is wrong, has expired or was used up, which cannot be told apart.")},
    {"registration_forbidden", QT_TRANSLATE_NOOP("Messages", "Your authorization server answered %1 and registered no client for this customer: its policy does not allow it for this token, this host or this kind of client.")},
    {"registration_absent", QT_TRANSLATE_NOOP("Messages", "Your authorization server answered %1 and registered no client for this customer: dynamic client registration is switched off there, or this is not its address.")},
    {"registration_taken", QT_TRANSLATE_NOOP("Messages", "Your authorization server answered %1 and registered no client for this customer: it already has a client of this name or id.")},
    {"registration_limited", QT_TRANSLATE_NOOP("Messages", "Your authorization server answered %1 and registered no client for this customer: it accepts no more registrations for now.")},
    {"registration_metadata", QT_TRANSLATE_NOOP("Messages", "Your authorization server answered %1 and registered no client for this customer: it does not accept the client's metadata. See the recorded exchange and the environment's registration settings.")},
    {"registration_redirected", QT_TRANSLATE_NOOP("Messages", "Your authorization server answered %1 and registered no client for this customer: redirects are not followed, so set the final address.")},
    {"registration_odd", QT_TRANSLATE_NOOP("Messages", "Your authorization server answered %1 and registered no client for this customer: there is no client registration endpoint (RFC 7591) at this address.")},
    {"registration_unreached", QT_TRANSLATE_NOOP("Messages", "Your authorization server could not be asked to register a client: %1")},
    {"registration_no_answer", QT_TRANSLATE_NOOP("Messages", "Your authorization server was asked to register a client for this customer, but its answer did not arrive completely: the client may exist there.")},
    {"registration_no_client_id", QT_TRANSLATE_NOOP("Messages", "Your authorization server was asked to register a client for this customer and answered %1 without a client_id: the client may exist there.")},
    {"registration_server_fault", QT_TRANSLATE_NOOP("Messages", "Your authorization server was asked to register a client for this customer and failed with %1: the client may exist there.")},
    {"registration_no_secret", QT_TRANSLATE_NOOP("Messages", "Your authorization server registered a client without a client_secret, which SmartRecruiters could not use. It is deleted there again if possible.")},
    {"registration_no_grant", QT_TRANSLATE_NOOP("Messages", "Your authorization server registered a client without the grant client_credentials, which SmartRecruiters could not use. It is deleted there again if possible.")},
    {"registration_secret_expired", QT_TRANSLATE_NOOP("Messages", "Your authorization server registered a client whose client_secret has already expired. It is deleted there again if possible.")},
    {"registration_metadata_odd", QT_TRANSLATE_NOOP("Messages", "Your authorization server's metadata at %1 is no answer 200 with a JSON object (RFC 8414).")},
    {"registration_metadata_without", QT_TRANSLATE_NOOP("Messages", "Your authorization server's metadata at %1 names no registration_endpoint: dynamic client registration is switched off there.")},
    {"registration_metadata_insecure", QT_TRANSLATE_NOOP("Messages", "Your authorization server's metadata at %1 names a registration_endpoint that is no https address.")},
    {"registration_metadata_elsewhere", QT_TRANSLATE_NOOP("Messages", "Your authorization server's metadata at %1 names a registration_endpoint of another server, %2, to which the initial access token is not sent: set that endpoint itself.")},
    {"registration_metadata_issuer", QT_TRANSLATE_NOOP("Messages", "Your authorization server's metadata at %1 belongs to another issuer, %2: set that issuer's metadata address, or the registration endpoint itself.")},
    {"registration_not_deleted", QT_TRANSLATE_NOOP("Messages", "Your authorization server answered %1 and did not delete the client.")},
    {"registration_ended_early", QT_TRANSLATE_NOOP("Messages", "The program ended before your authorization server's answer came.")},
    {"registration_access_missing", QT_TRANSLATE_NOOP("Messages", "The keychain has no access to the client's management.")},
    {"registration_unmanaged", QT_TRANSLATE_NOOP("Messages", "Your authorization server gave no access to the client's management (RFC 7592).")},
    {"registration_deletes_none", QT_TRANSLATE_NOOP("Messages", "Your authorization server does not delete clients by itself.")},
    {"registration_access_refused", QT_TRANSLATE_NOOP("Messages", "Your authorization server refuses the access to the client's management.")},
    {"registration_id_of_another", QT_TRANSLATE_NOOP("Messages", "Your authorization server gave this client the id \"%1\", which another customer's client has: it is not deleted there, because that could end the other one.")},
    {"registration_still_works", QT_TRANSLATE_NOOP("Messages", "Your authorization server refuses the access to the client's management, and the client still gets tokens.")},
    // Webhooks that tell the partner's backend of clients.
    {"no_webhook_secret", QT_TRANSLATE_NOOP("Messages", "Your backend is told of each client by signed webhooks, and the keychain has no secret for them: nothing was sent.")},
    {"webhook_secrets_damaged", QT_TRANSLATE_NOOP("Messages", "Your backend is told of each client by signed webhooks, and the keychain's item with their secret is damaged: nothing was sent.")},
    {"webhook_unreached", QT_TRANSLATE_NOOP("Messages", "Your backend could not be told of the client: %1")},
    {"webhook_no_answer", QT_TRANSLATE_NOOP("Messages", "Your backend was told of the client, but its answer did not arrive: %1")},
    {"webhook_gone", QT_TRANSLATE_NOOP("Messages", "Your backend answered %1: it wants no more webhooks, so none is sent until you retry.")},
    {"webhook_stopped", QT_TRANSLATE_NOOP("Messages", "Your backend answered an earlier webhook with 410 and wants no more: nothing was sent.")},
    {"webhook_signature_refused", QT_TRANSLATE_NOOP("Messages", "Your backend answered %1: it does not accept the webhook's signature.")},
    {"webhook_refused", QT_TRANSLATE_NOOP("Messages", "Your backend answered %1 and does not take the webhook.")},
    {"webhook_redirected", QT_TRANSLATE_NOOP("Messages", "Your backend answered %1 and did not take the webhook: redirects are not followed, so set the final address.")},
    {"webhook_busy", QT_TRANSLATE_NOOP("Messages", "Your backend answered %1 and asks to be sent nothing for %2 s.")},
    {"webhook_waits", QT_TRANSLATE_NOOP("Messages", "Your backend asked to be sent nothing before %1: nothing was sent.")},
    {"webhook_failed", QT_TRANSLATE_NOOP("Messages", "Your backend failed with %1: it may have taken the webhook all the same.")},
    // The confirm call and what became of it.
    {"confirm_odd_answer", QT_TRANSLATE_NOOP("Messages", "SmartRecruiters' answer was odd, and its client secret was kept: %1.")},
    {"refusal_unwritten", QT_TRANSLATE_NOOP("Messages", "%1 This could not be written down: the next start lists an unknown outcome \"%2\", although nothing was confirmed. Resolve it as soon as the disk has room.")},
    {"confirm_unknown", QT_TRANSLATE_NOOP("Messages", "The confirm call was sent, but whether it took effect is not known: %1")},
    {"confirm_no_secret", QT_TRANSLATE_NOOP("Messages", "SmartRecruiters answered %1 without a \"clientSecret\".")},
    {"ended_before_answer", QT_TRANSLATE_NOOP("Messages", "The program ended before an answer came.")},
    {"ended_outcome_unknown", QT_TRANSLATE_NOOP("Messages", "The program ended before an answer to the confirm call came: whether the integration exists at SmartRecruiters is unknown.")},
    {"client_of_unknown_used", QT_TRANSLATE_NOOP("Messages", "SmartRecruiters uses the credentials of this run: the integration exists there, but its customer-level credentials never reached us. Have the customer disable it and start again.")},
    {"unknown_was_disabled", QT_TRANSLATE_NOOP("Messages", "The integration did exist at SmartRecruiters, without its credentials having reached us; the customer has now disabled it: start again.")},
    {"unknown_resolved", QT_TRANSLATE_NOOP("Messages", "Staff resolved the unknown outcome; the company may be onboarded again.")},
    {"unknown_replaced", QT_TRANSLATE_NOOP("Messages", "Staff had the company confirmed once more: integration \"%1\" took the place of this unknown outcome.")},
    {"earlier_outcome_unknown", QT_TRANSLATE_NOOP("Messages", "The outcome of an earlier confirm call for \"%1\" is unknown (%2): no second one was sent. Resolve it first.")},
    {"earlier_unstored", QT_TRANSLATE_NOOP("Messages", "The credentials that an earlier confirm call for \"%1\" brought are not in the keychain yet: no second one was sent.")},
    {"integration_exists", QT_TRANSLATE_NOOP("Messages", "The integration of \"%1\" exists at SmartRecruiters (%2): no second confirm call was sent. Have the customer disable it, then resolve it.")},
    {"nothing_to_resolve", QT_TRANSLATE_NOOP("Messages", "The outcome of \"%1\" is known (%2): there is nothing to resolve.")},
    {"no_failed_call", QT_TRANSLATE_NOOP("Messages", "No call to SmartRecruiters has failed for \"%1\".")},
    {"resolve_not_forget", QT_TRANSLATE_NOOP("Messages", "The outcome of \"%1\" is unknown: resolve it instead of forgetting it.")},
    // Storing.
    {"not_in_keychain_yet", QT_TRANSLATE_NOOP("Messages", "The customer-level credentials are not in the keychain yet.")},
    {"answer_found_later", QT_TRANSLATE_NOOP("Messages", "The answer was found in the keychain after the program had ended.")},
    {"stored_found_later", QT_TRANSLATE_NOOP("Messages", "Found in the keychain after the program had ended.")},
    {"ended_after_storing", QT_TRANSLATE_NOOP("Messages", "The program ended right after the credentials were stored: verify the integration.")},
    {"ended_before_storing", QT_TRANSLATE_NOOP("Messages", "The program ended before the credentials were stored: they are lost.")},
    {"credentials_lost", QT_TRANSLATE_NOOP("Messages", "SmartRecruiters confirmed this integration, but the program ended before the keychain had its customer-level credentials: they are lost. Have the customer disable it and start again.")},
    {"no_customer_credentials", QT_TRANSLATE_NOOP("Messages", "The keychain of this computer and user does not have this customer's credentials. Restore a backup that has them, or bring the keychain's items along if the data folder came from elsewhere; otherwise onboard the company again.")},
    {"no_application", QT_TRANSLATE_NOOP("Messages", "This environment has no application yet: enter it in Application, or use `jetbridge-cli app import FILE`.")},
    {"another_companys", QT_TRANSLATE_NOOP("Messages", "\"%1\" is another company's here.")},
    // How a customer stands.
    {"only_a_token", QT_TRANSLATE_NOOP("Messages", "A token was given; none of the application's scopes allows a harmless call.")},
    {"company_called", QT_TRANSLATE_NOOP("Messages", "The API calls this company \"%1\".")},
    {"customer_disabled", QT_TRANSLATE_NOOP("Messages", "The customer disabled the integration at SmartRecruiters.")},
    {"disabled_and_deleted", QT_TRANSLATE_NOOP("Messages", "The customer disabled the integration; its credentials were deleted here.")},
    {"onboarded_again", QT_TRANSLATE_NOOP("Messages", "Onboarded again: integration \"%1\" took the place of this one.")},
    {"imported", QT_TRANSLATE_NOOP("Messages", "Connected by other means, and imported here.")},
    {"handed_over", QT_TRANSLATE_NOOP("Messages", "As %1 to %2, by %3.")},
    {"handed_over_encrypted", QT_TRANSLATE_NOOP("Messages", "As %1 for the key %4 to %2, by %3.")},
    {"delivered_to_sink", QT_TRANSLATE_NOOP("Messages", "Delivered to the sink \"%1\": %2")},
    {"taken_back_from_sink", QT_TRANSLATE_NOOP("Messages", "Taken back from the sink \"%1\": %2")},
    // Master credentials and tokens.
    {"client_in_use", QT_TRANSLATE_NOOP("Messages", "The client \"%1\" is in use from now on.")},
    {"previous_client_removed", QT_TRANSLATE_NOOP("Messages", "The new master credentials have confirmed an integration: the pair of the client \"%1\" is removed from the keychain.")},
    {"customer_level_client", QT_TRANSLATE_NOOP("Messages", "The client \"%1\" is a customer-level one, of the company \"%2\": enter the application's own master credentials.")},
    {"lifetime_absent", QT_TRANSLATE_NOOP("Messages", "expires_in was absent; %1 s assumed")},
    {"lifetime_odd_text", QT_TRANSLATE_NOOP("Messages", "expires_in was a text and not a number; %1 s assumed")},
    {"lifetime_text", QT_TRANSLATE_NOOP("Messages", "expires_in was a text, not a number")},
    {"lifetime_no_number", QT_TRANSLATE_NOOP("Messages", "expires_in was not a number; %1 s assumed")},
    {"lifetime_negative", QT_TRANSLATE_NOOP("Messages", "expires_in was negative; the token is used once and not kept")},
    {"lifetime_zero", QT_TRANSLATE_NOOP("Messages", "expires_in was 0; the token is used once and not kept")},
    {"lifetime_too_long", QT_TRANSLATE_NOOP("Messages", "expires_in was longer than a day; %1 s assumed")},
    // Vaults.
    {"system_keychain", QT_TRANSLATE_NOOP("Messages", "system keychain")},
    {"memory_only", QT_TRANSLATE_NOOP("Messages", "memory (this process only)")},
    // Findings on the application: after the field's name.
    {"unknown_field", QT_TRANSLATE_NOOP("Messages", "is no field of an application: take it out.")},
    {"unknown_field_meant", QT_TRANSLATE_NOOP("Messages", "is no field of an application: is \"%1\" meant?")},
    {"must_be_https", QT_TRANSLATE_NOOP("Messages", "must be https (http is allowed on this computer only).")},
    {"points_here", QT_TRANSLATE_NOOP("Messages", "points to this computer: only the simulator can reach it.")},
    {"no_host", QT_TRANSLATE_NOOP("Messages", "has no host.")},
    {"no_fragment", QT_TRANSLATE_NOOP("Messages", "must not have a fragment (#...).")},
    {"no_user_info", QT_TRANSLATE_NOOP("Messages", "must not carry a user name or password.")},
    {"seen_by_customers", QT_TRANSLATE_NOOP("Messages", "is missing: customers see it on the Apps & Integrations page.")},
    {"logo_address", QT_TRANSLATE_NOOP("Messages", "should be an https URL or an embedded image (data:).")},
    {"no_scopes", QT_TRANSLATE_NOOP("Messages", "are missing: without a scope no API call is allowed.")},
    {"scope_invalid", QT_TRANSLATE_NOOP("Messages", "\"%1\" is not a valid scope name.")},
    {"scope_not_known", QT_TRANSLATE_NOOP("Messages", "\"%1\" is not among the scopes that SmartRecruiters' pages name: check its spelling.")},
    {"scope_twice", QT_TRANSLATE_NOOP("Messages", "\"%1\" is named twice.")},
    {"scope_no_reason", QT_TRANSLATE_NOOP("Messages", "\"%1\" has no reason: the review follows the Principle of Least Privilege.")},
    {"no_company_read", QT_TRANSLATE_NOOP("Messages", "without \"company_read\" the connection cannot be proved by reading the company's name.")},
    {"consent_url_missing", QT_TRANSLATE_NOOP("Messages", "is missing: customers are sent there to sign in and approve.")},
    {"consent_url_query", QT_TRANSLATE_NOOP("Messages", "must not carry companyId or redirect itself: SmartRecruiters adds them.")},
    {"callback_needs_token_url", QT_TRANSLATE_NOOP("Messages", "needs oauthTokenUrl: without it SmartRecruiters sends no notifications.")},
    {"callback_url_empty", QT_TRANSLATE_NOOP("Messages", "is empty: you will not be told when a customer disables the integration.")},
    {"another_application", QT_TRANSLATE_NOOP("Messages", "The application \"%1\" is saved in this environment: no other one takes its place. Use it, or an environment without an application.")},
    // Environments.
    {"environment_name", QT_TRANSLATE_NOOP("Messages", "The environment's name must be 1-32 of a-z, 0-9 and -, not \"%1\".")},
    {"url_incomplete", QT_TRANSLATE_NOOP("Messages", "\"%1\" is not a complete URL.")},
    {"url_must_be_https", QT_TRANSLATE_NOOP("Messages", "\"%1\" must be https (http is allowed on this computer only).")},
    {"url_has_fragment", QT_TRANSLATE_NOOP("Messages", "\"%1\" must not have a fragment (RFC 6749 3.2).")},
    {"url_has_user_info", QT_TRANSLATE_NOOP("Messages", "\"%1\" must not carry a user name or password.")},
    {"url_has_query", QT_TRANSLATE_NOOP("Messages", "\"%1\" must not have a query (?...).")},
    {"audience_text", QT_TRANSLATE_NOOP("Messages", "\"%1\" must be 1 to 255 printable characters: the name of your API, which it expects in signed tokens.")},
    {"simulator_stays_here", QT_TRANSLATE_NOOP("Messages", "A simulator environment must stay on this computer (localhost, 127.0.0.1 or [::1]).")},
    {"token_lifetime_range", QT_TRANSLATE_NOOP("Messages", "\"%1\" must be from 60 to 3600 (RFC 6750 5.3).")},
    {"registration_url_needed", QT_TRANSLATE_NOOP("Messages", "\"%1\" is needed where clients are registered at your authorization server: its registration endpoint, or its metadata.")},
    {"webhook_url_needed", QT_TRANSLATE_NOOP("Messages", "\"%1\" is needed where your backend is told of each client: the address that webhooks are sent to.")},
    {"registration_two_addresses", QT_TRANSLATE_NOOP("Messages", "Set the client registration endpoint or the server's metadata, not both.")},
    {"registration_client_auth", QT_TRANSLATE_NOOP("Messages", "A customer's client authenticates with client_secret_post or client_secret_basic, not with \"%1\": SmartRecruiters receives a secret.")},
    {"registration_own_field", QT_TRANSLATE_NOOP("Messages", "\"%1\" is set by Jetbridge for each client: leave it out.")},
    {"verify_hours_range", QT_TRANSLATE_NOOP("Messages", "\"%1\" must be from 0 (never) to 8784 (a year).")},
    {"not_a_host", QT_TRANSLATE_NOOP("Messages", "\"%1\" is not a host name (write it without https:// and path).")},
    {"not_an_origin", QT_TRANSLATE_NOOP("Messages", "\"%1\" is not an origin (scheme://host[:port], nothing after it).")},
    // Exports and backups.
    {"exchange_has_secret", QT_TRANSLATE_NOOP("Messages", "Nothing was exported: exchange %1 contains a known secret. Clear the recorded traffic, or exclude that exchange.")},
    {"drawing_has_secret", QT_TRANSLATE_NOOP("Messages", "Nothing was exported: the diagram contains a known secret. Clear the recorded traffic, or exclude that exchange.")},
    {"passphrase_too_short", QT_TRANSLATE_NOOP("Messages", "The passphrase needs %1 characters at least: whoever finds the file may try as many as they like. Several words are easier to remember.")},
    {"backup_under_way", QT_TRANSLATE_NOOP("Messages", "Another backup of this data folder is being made: wait for its end.")},
    {"folder_holds_registry", QT_TRANSLATE_NOOP("Messages", "The data folder \"%1\" holds a registry: nothing was changed. Say that it may be replaced; what is in it is kept beside it.")},
    {"keychain_gives_other", QT_TRANSLATE_NOOP("Messages", "The keychain took \"%1\", but does not give it back as it was: look at the keychain in its own program, then restore once more; it goes on.")},
    {"backup_damaged", QT_TRANSLATE_NOOP("Messages", "The backup \"%1\" is damaged or was cut off: use another one.")},
    {"backup_cut_off", QT_TRANSLATE_NOOP("Messages", "The backup \"%1\" is incomplete: the file ends after %2 bytes, in the middle of its content. Copy it again completely, or use another one.")},
    {"no_backup", QT_TRANSLATE_NOOP("Messages", "\"%1\" is no backup of Jetbridge.")},
    {"backup_is_newer", QT_TRANSLATE_NOOP("Messages", "The backup \"%1\" was written by a newer Jetbridge: restore it with that version.")},
    {"backup_needs_version", QT_TRANSLATE_NOOP("Messages", "The backup \"%1\" was written by Jetbridge %2, which is newer than this version: restore it with Jetbridge %2.")},
    {"wrong_passphrase", QT_TRANSLATE_NOOP("Messages", "The passphrase does not open the backup \"%1\".")},
    {"backup_key_missing", QT_TRANSLATE_NOOP("Messages", "The backup \"%1\" is encrypted for a key whose private half gpg cannot use here: import it, or unlock it.")},
    {"folder_in_use", QT_TRANSLATE_NOOP("Messages", "Another Jetbridge works on the data folder \"%1\" (a window, `serve`, or another command): close it, then restore. Nothing was changed.")},
    // The network.
    {"stopped_before_sending", QT_TRANSLATE_NOOP("Messages", "Stopped before the request was sent.")},
    {"request_stopped", QT_TRANSLATE_NOOP("Messages", "The request to %1 was cancelled.")},
    {"answer_too_slow", QT_TRANSLATE_NOOP("Messages", "%1 did not answer completely within %2 s.")},
    {"answer_too_long", QT_TRANSLATE_NOOP("Messages", "The answer of %1 is longer than %2 bytes.")},
    {"tls_untrusted", QT_TRANSLATE_NOOP("Messages", "No trustworthy TLS connection to %1: %2")},
    {"host_unknown", QT_TRANSLATE_NOOP("Messages", "The name %1 is not known (DNS).")},
    {"connection_refused", QT_TRANSLATE_NOOP("Messages", "%1 refused the connection.")},
    {"connection_closed", QT_TRANSLATE_NOOP("Messages", "%1 closed the connection before its answer was complete.")},
    {"no_answer_in_time", QT_TRANSLATE_NOOP("Messages", "%1 did not answer in time.")},
    {"proxy_failed", QT_TRANSLATE_NOOP("Messages", "The proxy on the way to %1 failed.")},
    {"proxy_failed_because", QT_TRANSLATE_NOOP("Messages", "The proxy on the way to %1 failed: %2.")},
    {"proxy_sign_in", QT_TRANSLATE_NOOP("Messages", "The proxy for %1 requires authentication.")},
    {"no_http", QT_TRANSLATE_NOOP("Messages", "%1 does not answer with valid HTTP.")},
    {"unreachable", QT_TRANSLATE_NOOP("Messages", "%1 cannot be reached: %2.")},
    // The keychain.
    {"keychain_too_slow", QT_TRANSLATE_NOOP("Messages", "The keychain did not answer within %1 seconds: unlock it if it is asking for its password, then try again.")},
    {"keychain_took_other", QT_TRANSLATE_NOOP("Messages", "The keychain took \"%1\", but reading it back gave something else: look at the keychain in its own program, then try again.")},
    {"keychain_still_holds", QT_TRANSLATE_NOOP("Messages", "The keychain still holds \"%1\" after removing it: remove it in the keychain's own program.")},
    {"keychain_refused", QT_TRANSLATE_NOOP("Messages", "The keychain refused: %1. Allow Jetbridge to use it, then try again.")},
    {"keychain_refused_silently", QT_TRANSLATE_NOOP("Messages", "The keychain refused and gave no reason. Allow Jetbridge to use it, then try again.")},
    {"keyring_locked", QT_TRANSLATE_NOOP("Messages", "The keyring is locked: unlock it (sign in to the desktop, or open its password program and unlock the default keyring), then try again.")},
    {"keyring_without_default", QT_TRANSLATE_NOOP("Messages", "The keyring service has no default keyring yet: create one in the desktop's password program, then try again.")},
    {"keyring_not_running", QT_TRANSLATE_NOOP("Messages", "No keyring service is running: install and start one (gnome-keyring, KWallet or KeePassXC with its Secret Service), then try again.")},
    {"keyring_without_bus", QT_TRANSLATE_NOOP("Messages", "There is no D-Bus session, so no keyring can be reached: start Jetbridge inside a desktop session, or with dbus-run-session and an unlocked keyring.")},
    {"keyring_silent", QT_TRANSLATE_NOOP("Messages", "The keyring service did not answer: unlock it if it is asking for its password, or restart it, then try again.")},
    // What is missing here.
    {"no_master_credentials", QT_TRANSLATE_NOOP("Messages", "There are no master credentials for this environment yet: set them first.")},
    {"resource_secret_missing", QT_TRANSLATE_NOOP("Messages", "The keychain does not have the secret of \"%1\": remove the resource server and add it again.")},
    {"simulator_host_unknown", QT_TRANSLATE_NOOP("Messages", "This computer does not know the name \"%1\": look at /etc/hosts.")},
    {"simulator_silent", QT_TRANSLATE_NOOP("Messages", "The simulator does not answer at %1: is it running?")},
    // What a person asked for and cannot have.
    {"credentials_of_another_application", QT_TRANSLATE_NOOP("Messages", "These master credentials belong to the application \"%1\", those in use to \"%2\": customers of one are not customers of the other.")},
    {"credentials_in_use_already", QT_TRANSLATE_NOOP("Messages", "These master credentials are already in use.")},
    {"no_earlier_credentials", QT_TRANSLATE_NOOP("Messages", "No earlier master credentials are kept: there is nothing to go back to.")},
    {"no_notification", QT_TRANSLATE_NOOP("Messages", "There is no notification %1 in this environment.")},
    {"notification_body_dropped", QT_TRANSLATE_NOOP("Messages", "The body of notification %1 is no longer kept: the oldest ones are removed when they take too much room. Edit the body and send another one.")},
    {"environment_no_simulator", QT_TRANSLATE_NOOP("Messages", "The environment \"%1\" is not a simulator.")},
    {"simulator_answered", QT_TRANSLATE_NOOP("Messages", "The simulator answered %1: %2")},
    {"simulator_no_json", QT_TRANSLATE_NOOP("Messages", "The simulator's answer is not JSON.")},
    {"paused_by_them", QT_TRANSLATE_NOOP("Messages", "SmartRecruiters requires a pause: nothing was sent. Try again in %1 s.")},
    // clang-format on
};

} // namespace

Message::Message(QString itsCode, QStringList itsArguments, QString itsWords)
    : code(std::move(itsCode))
    , arguments(std::move(itsArguments))
    , words(std::move(itsWords))
{
}

Message Message::of(const char* code, QStringList arguments)
{
    Q_ASSERT_X(sentenceOf(QLatin1String(code)), "Message::of", code);
    return {QLatin1String(code), std::move(arguments), {}};
}

Message Message::inWords(QString words)
{
    return {{}, {}, std::move(words)};
}

Message Message::fromJson(const QString& json, QString words)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    const QString code = object.value("code"_L1).toString();
    if (!sentenceOf(code))
        return inWords(std::move(words));
    return {code, object.value("arguments"_L1).toVariant().toStringList(), {}};
}

QString Message::toJson() const
{
    if (code.isEmpty())
        return {};
    const QJsonObject object{
        {u"code"_s, code}, {u"arguments"_s, QJsonArray::fromStringList(arguments)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString Message::english() const
{
    const char* sentence = sentenceOf(code);
    return sentence ? filledIn(QString::fromUtf8(sentence), arguments) : words;
}

const char* sentenceOf(const QString& code)
{
    static const QHash<QString, const char*> byCode = [] {
        QHash<QString, const char*> table;
        for (const Sentence& sentence : sentences)
            table.insert(QLatin1String(sentence.code), sentence.english);
        return table;
    }();
    return byCode.value(code);
}

QStringList messageCodes()
{
    QStringList codes;
    for (const Sentence& sentence : sentences)
        codes.append(QLatin1String(sentence.code));
    return codes;
}

QString filledIn(const QString& sentence, const QStringList& arguments)
{
    QString filled;
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        const int digit = sentence.at(at) == QLatin1Char('%') && at + 1 < sentence.size()
            ? sentence.at(at + 1).digitValue()
            : -1;
        if (digit < 1 || digit > arguments.size()) {
            filled += sentence.at(at);
        } else {
            filled += arguments.at(digit - 1);
            ++at;
        }
    }
    return filled;
}

} // namespace jetbridge
