// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/System.h"
#include "oauth/TokenEndpoint.h"
#include "web/Server.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

using namespace jetbridge;

/// Serves only the product's token endpoint: the guarded server, client authentication and the
/// limited token store.
int main(int argc, char** argv)
{
    pollSocketsDirectly();
    QCoreApplication program(argc, argv);
    const SystemClock clock;
    SystemRandomness randomness;
    oauth::Clients clients;
    clients.put({ClientId(u"bench"_s), Secret("bench-secret").sha256(), u"globex"_s, {}});
    oauth::TokenIssuer issuer(clock, randomness, {});
    oauth::TokenEndpoint endpoint(clients, issuer, clock);

    web::Router router;
    router.on(web::Method::Post, "/oauth/token",
        [&endpoint](const web::Request& request) { return endpoint.handle(request); });
    web::Server server(std::move(router), {});
    if (const auto listening = server.listen(); !listening) {
        QTextStream(stderr) << listening.error().detail << "\n";
        return 1;
    }
    QTextStream(stdout) << server.port() << Qt::endl;
    return program.exec();
}
