// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/System.h"
#include "oauth/Introspection.h"
#include "oauth/TokenEndpoint.h"
#include "web/Server.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

[[noreturn]] void giveUp(const QString& why)
{
    QTextStream(stderr) << "bench_token: " << why << '\n';
    std::exit(1);
}

/// Makes the issuer sign its tokens in this format.
void signTokens(oauth::TokenIssuer& issuer, TokenFormat format, const Clock& clock)
{
    const auto key = oauth::SigningKey::generate(format);
    if (!key)
        giveUp(key.error().detail);
    auto tokens = std::make_shared<oauth::SignedTokens>();
    tokens->format = format;
    tokens->issuer = u"https://partner.example"_s;
    tokens->audience = u"partner-api"_s;
    tokens->keys.add(*key, clock.now());
    issuer.setSigned(tokens);
}

} // namespace

/// Serves only the product's token endpoint and introspection: the guarded server, client
/// authentication and the limited token store. The argument is the form of the tokens: opaque (the
/// default), rs256 or es256.
int main(int argc, char** argv)
{
    pollSocketsDirectly();
    QCoreApplication program(argc, argv);
    const auto format = tokenFormatFromName(QCoreApplication::arguments().value(1, u"opaque"_s));
    if (!format)
        giveUp(format.error().detail);
    const SystemClock clock;
    SystemRandomness randomness;
    oauth::Clients clients;
    clients.put({ClientId(u"bench"_s), Secret("bench-secret").sha256(), u"globex"_s, {}});
    oauth::Clients resourceServers;
    resourceServers.put({ClientId(u"api"_s), Secret("api-secret").sha256(), u"api"_s, {}});
    oauth::TokenIssuer issuer(clock, randomness, {});
    if (*format != TokenFormat::Opaque)
        signTokens(issuer, *format, clock);
    oauth::TokenEndpoint endpoint(clients, issuer, clock);
    oauth::Introspection introspection(resourceServers, issuer, clients, clock);

    web::Router router;
    router.on(web::Method::Post, "/oauth/token",
        [&endpoint](const web::Request& request) { return endpoint.handle(request); });
    router.on(web::Method::Post, "/oauth/introspect",
        [&introspection](const web::Request& request) { return introspection.handle(request); });
    web::Server server(std::move(router), {});
    if (const auto listening = server.listen(); !listening)
        giveUp(listening.error().detail);
    QTextStream(stdout) << server.port() << Qt::endl;
    return program.exec();
}
