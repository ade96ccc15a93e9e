// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_keychain SIZE...
//
// Measures the time that the system keychain adds to an onboarding, depending on how many customers
// it holds already. It has one item per customer, written and read back as the product does it. The
// items are added one by one, as in real use.

#include "../Median.h"
#include "domain/Credentials.h"
#include "storage/KeychainVault.h"

#include <QCoro/QCoroTask>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

QString idOf(int number)
{
    return u"7cbc0f64-0000-4000-8000-%1"_s.arg(number, 12, 10, QLatin1Char('0'));
}

/// Makes credentials whose secret is as long as SmartRecruiters' secrets.
CustomerCredentials credentials(int number)
{
    return {IntegrationId(idOf(number)), {ClientId(idOf(number)), Secret(QByteArray(43, 's'))}};
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication program(argc, argv);
    QList<int> sizes;
    for (const QString& word : program.arguments().mid(1))
        sizes.append(word.toInt());
    std::sort(sizes.begin(), sizes.end());
    if (sizes.isEmpty() || sizes.constFirst() < 1) {
        QTextStream(stderr) << "usage: bench_keychain SIZE...\n";
        return 2;
    }
    storage::KeychainVault vault(u"Jetbridge bench"_s, std::chrono::seconds(60));
    const auto failure = [](const Failure& why) {
        QTextStream(stderr) << "bench_keychain: " << why.detail << '\n';
        return 2;
    };

    QTextStream out(stdout);
    out << "  items   filled in, s   one more, ms   read one, ms\n";
    int kept = 0;
    double filling = 0;
    QList<double> latest; // The last few stores, which show the cost at this size.
    for (const int size : std::as_const(sizes)) {
        QElapsedTimer timer;
        for (; kept < size; ++kept) {
            timer.start();
            const CustomerCredentials customer = credentials(kept);
            const auto key = VaultKey::customer(u"bench"_s, customer.integrationId);
            const auto stored = QCoro::waitFor(vault.store(key, customer.toJson()));
            if (!stored)
                return failure(stored.error());
            latest.append(double(timer.nsecsElapsed()) / 1e6);
            filling += latest.last() / 1e3;
            if (latest.size() > 15)
                latest.removeFirst();
        }
        QList<double> reads;
        for (int i = 0; i < 15; ++i) {
            timer.start();
            const auto key = VaultKey::customer(u"bench"_s, IntegrationId(idOf(i * 97 % kept)));
            const auto read = QCoro::waitFor(vault.read(key));
            if (!read)
                return failure(read.error());
            reads.append(double(timer.nsecsElapsed()) / 1e6);
        }
        out << QString::number(size).rightJustified(7)
            << QString::number(filling, 'f', 2).rightJustified(15)
            << QString::number(median(latest), 'f', 1).rightJustified(15)
            << QString::number(median(reads), 'f', 1).rightJustified(15) << '\n';
        out.flush();
    }
    return 0;
}
