// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ClientRegistration.h"

#include "domain/Environment.h"
#include "domain/NameTable.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

using Access = RegistrationSettings::Access;

constexpr std::array accessNames{std::pair{Access::Open, "none"},
    std::pair{Access::Bearer, "bearer"}, std::pair{Access::Ssws, "ssws"}};

constexpr std::array stateNames{std::pair{ClientRegistrationState::Asked, "asked"},
    std::pair{ClientRegistrationState::Staged, "staged"},
    std::pair{ClientRegistrationState::Confirmed, "confirmed"},
    std::pair{ClientRegistrationState::Kept, "kept"},
    std::pair{ClientRegistrationState::Leaving, "leaving"},
    std::pair{ClientRegistrationState::Lost, "lost"}};

/// Fields that we set for every client. Other values would not register client credentials of a
/// customer.
constexpr std::array ownFields{
    "client_name", "grant_types", "response_types", "redirect_uris", "token_endpoint_auth_method"};

tl::unexpected<Failure> wrong(const char* field, Message message)
{
    return failed(FailureKind::Invalid, std::move(message), 0, QLatin1String(field));
}

} // namespace

QString registrationAccessName(RegistrationSettings::Access access)
{
    return nameIn(accessNames, access);
}

Outcome<RegistrationSettings::Access> registrationAccessFromName(const QString& name)
{
    if (const auto access = valueIn(accessNames, name))
        return *access;
    return wrong("registrationAccess",
        Message::inWords(u"The access to the registration of clients is \"none\", \"bearer\" or "
                         "\"ssws\", not \"%1\"."_s.arg(name)));
}

QString clientRegistrationStateName(ClientRegistrationState state)
{
    return nameIn(stateNames, state);
}

Outcome<ClientRegistrationState> clientRegistrationStateFromName(const QString& name)
{
    if (const auto state = valueIn(stateNames, name))
        return *state;
    return wrong("state", Message::inWords(u"No registration is \"%1\"."_s.arg(name)));
}

QString RegistrationSettings::origin() const
{
    return isSet() ? originOf(url.isEmpty() ? metadataUrl : url) : QString();
}

Outcome<Done> RegistrationSettings::validate() const
{
    if (!url.isEmpty() && !metadataUrl.isEmpty())
        return wrong("registrationUrl", Message::of("registration_two_addresses"));
    if (!url.isEmpty())
        if (const auto sound = checkUrl("registrationUrl", url); !sound)
            return sound;
    if (!metadataUrl.isEmpty())
        if (const auto sound = checkUrl("registrationMetadataUrl", metadataUrl); !sound)
            return sound;
    if (clientAuthentication != "client_secret_post"_L1
        && clientAuthentication != "client_secret_basic"_L1)
        return wrong("registrationClientAuthentication",
            Message::of("registration_client_auth", {clientAuthentication}));
    for (const char* field : ownFields)
        if (more.contains(QLatin1String(field)))
            return wrong("registrationMetadata",
                Message::of("registration_own_field", {QLatin1String(field)}));
    return Done{};
}

QJsonObject RegistrationSettings::toJson() const
{
    return {{u"url"_s, url.toString(QUrl::FullyEncoded)},
        {u"metadataUrl"_s, metadataUrl.toString(QUrl::FullyEncoded)},
        {u"access"_s, registrationAccessName(access)},
        {u"clientAuthentication"_s, clientAuthentication}, {u"more"_s, more}};
}

Outcome<RegistrationSettings> RegistrationSettings::fromJson(const QJsonObject& object)
{
    RegistrationSettings settings;
    if (object.isEmpty())
        return settings;
    const auto text = [&object](const char* field) {
        return object.value(QLatin1String(field)).toString();
    };
    const auto access = registrationAccessFromName(text("access"));
    if (!access)
        return passOn(access);
    settings.access = *access;
    settings.url = QUrl(text("url"), QUrl::StrictMode);
    settings.metadataUrl = QUrl(text("metadataUrl"), QUrl::StrictMode);
    settings.clientAuthentication = text("clientAuthentication");
    settings.more = object.value("more"_L1).toObject();
    return settings;
}

Registration Registration::moved(
    ClientRegistrationState to, const QDateTime& now, Message why) const
{
    Registration after = *this;
    if (after.state != to)
        after.at = now;
    after.state = to;
    after.detail = std::move(why);
    after.due = {};
    return after;
}

} // namespace jetbridge
