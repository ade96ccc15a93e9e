// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Serving.h"

#include "console/CurrentEnvironment.h"
#include "console/PartnerAccess.h"
#include "domain/Environment.h"
#include "domain/Redirect.h"

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

Outcome<QHostAddress> addressOf(const Arguments& arguments, const char* option)
{
    const QHostAddress address(arguments.value(option));
    if (address.isNull())
        return failed(FailureKind::Invalid,
            u"--%1 must be an IP address, not \"%2\"."_s.arg(
                QLatin1String(option), arguments.value(option)));
    // Qt's AnyIPv6 would mean IPv6 only.
    return address == QHostAddress(QHostAddress::AnyIPv6) ? QHostAddress(QHostAddress::Any)
                                                          : address;
}

QList<QCommandLineOption> servingOptions()
{
    return {
        {u"port"_s, u"Where to listen (default: %1; 0: any free one)."_s.arg(defaultEndpointsPort),
            u"N"_s},
        {u"listen"_s,
            u"On which address (default: 127.0.0.1, and ::1 where localhost is that "
            "too, which nobody else reaches; ::: every IPv4 and IPv6 address)."_s,
            u"IP"_s},
        {u"public-url"_s, u"How a tunnel or proxy calls this server."_s, u"URL"_s},
        {u"forwarded-by"_s,
            u"The tunnel's or proxy's address: its X-Forwarded-For is believed, "
            "nobody else's."_s,
            u"IP"_s},
        {u"token-lifetime"_s,
            u"How long a token of oauthTokenUrl lives: 60 to 3600 (default: as the "
            "environment says, 1800)."_s,
            u"SECONDS"_s},
        {u"tls-cert"_s, u"Serve https: a PEM file with your certificate and its chain."_s,
            u"FILE"_s},
        {u"tls-key"_s, u"The PEM file with its unencrypted key."_s, u"FILE"_s},
    };
}

Outcome<EndpointsSetup> servingFrom(const Arguments& arguments)
{
    EndpointsSetup setup;
    const auto port = arguments.port("port", defaultEndpointsPort);
    if (!port)
        return passOn(port);
    setup.port = *port;
    if (arguments.has("public-url")) {
        setup.publicUrl = QUrl(arguments.value("public-url"), QUrl::StrictMode);
        if (const auto sound = checkUrl("public-url", setup.publicUrl); !sound)
            return passOn(sound);
    }
    for (const auto& [option, field] :
        {std::pair{"listen", &setup.address}, std::pair{"forwarded-by", &setup.forwardingPeer}}) {
        if (!arguments.has(option))
            continue;
        const auto address = addressOf(arguments, option);
        if (!address)
            return passOn(address);
        *field = *address;
    }
    if (arguments.has("token-lifetime")) {
        const auto seconds = arguments.number("token-lifetime", 60, 3600); // RFC 6750 5.3
        if (!seconds)
            return passOn(seconds);
        setup.tokenLifetimeSeconds = *seconds;
    }
    setup.certificateFile = arguments.value("tls-cert");
    setup.keyFile = arguments.value("tls-key");
    if (setup.certificateFile.isEmpty() != setup.keyFile.isEmpty())
        return failed(FailureKind::Invalid, u"--tls-cert and --tls-key go together."_s);
    return setup;
}

Task<QStringList> servingTrouble(
    Applications& applications, Environment environment, EndpointUrls served)
{
    QStringList trouble;
    const auto application = co_await applications.load();
    if (!application || !application->has_value())
        co_return trouble;
    const QUrl registered = (*application)->consentUrl;
    if (!registered.isEmpty() && !leadsToTheSame(registered, served.consentUrl))
        trouble.append(u"SmartRecruiters sends customers to %1 (the application's consentUrl), "
                       "and %2 is served: a tunnel or proxy must lead from there to here "
                       "(--public-url), or consentUrl must be changed."_s.arg(
                           registered.toString(), served.consentUrl.toString()));
    const QUrl portal = environment.portalUrl;
    if ((*application)->consentDisplayMode == ConsentDisplayMode::Redirect && !portal.isEmpty()
        && !checkRedirect(portal.toString(QUrl::FullyEncoded), environment.redirectHosts))
        trouble.append(u"A redirect back to %1 is refused with 400, because the environment \"%2\" "
                       "does not name that host: environment set %2 --redirect-host HOST."_s.arg(
                           portal.authority(), environment.name));
    co_return trouble;
}

} // namespace jetbridge::cli
