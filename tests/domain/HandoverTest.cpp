// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Handover.h"
#include "support/TestMain.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace jetbridge;

class HandoverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCustomerHasAKubernetesNameOfItsOwn()
    {
        const QString length(100, QLatin1Char('a'));
        const QStringList companies{QStringLiteral("acme-1"), QStringLiteral("Acme_1"),
            QStringLiteral("ACME.1"), QStringLiteral("acme--1"), QStringLiteral("acme-1-"),
            QStringLiteral("~~~"), QStringLiteral("___"), length + QLatin1Char('b'),
            length + QLatin1Char('c'), length};
        static const QRegularExpression dnsName(
            QStringLiteral("\\A[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\z"));
        QSet<QString> names;
        for (const QString& company : companies)
            for (const char* environment : {"sandbox", "production"}) {
                const QString name = kubernetesName(environment, company);
                QVERIFY2(dnsName.match(name).hasMatch(), qPrintable(name));
                QCOMPARE(kubernetesName(environment, company), name);
                names.insert(name);
            }
        QCOMPARE(names.size(), 2 * companies.size());
        QVERIFY(kubernetesName("production", QStringLiteral("Acme_1"))
                    .startsWith(QLatin1String("smartrecruiters-acme-1-")));
    }

    void everyCustomerHasAFileNameOfItsOwn()
    {
        QSet<QString> names;
        const QStringList companies{QStringLiteral("acme-1"), QStringLiteral("acme_1"),
            QStringLiteral("acme.1"), QStringLiteral("acme%2E1"), QStringLiteral("acme/1")};
        for (const QString& company : companies)
            names.insert(handoverFileName(HandoverFormat::Json, CompanyId(company)));
        QCOMPARE(names.size(), companies.size());
    }

private:
    static QString kubernetesName(const char* environmentName, const QString& company)
    {
        Environment environment;
        environment.name = QString::fromLatin1(environmentName);
        Integration integration;
        integration.company = CompanyId(company);
        const Secret document =
            handoverDocument(HandoverFormat::Kubernetes, environment, integration,
                {IntegrationId(QStringLiteral("int-1")),
                    {ClientId(QStringLiteral("client")), Secret("secret")}});
        static const QRegularExpression name(
            QStringLiteral("^  name: (.*)$"), QRegularExpression::MultilineOption);
        return name.match(document.revealText()).captured(1);
    }
};

JETBRIDGE_TEST(HandoverTest)
#include "HandoverTest.moc"
