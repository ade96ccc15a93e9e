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

    void aDotenvLineReadsTheSameForEveryReaderOrIsRefused_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("line"); // Empty if the value is refused.
        const auto row = [](const char* secret, const char* line) {
            QTest::newRow(secret) << QString::fromLatin1(secret) << QString::fromLatin1(line);
        };
        row("plain-1", "plain-1");
        row("with space #1", "'with space #1'");
        row("$HOME`\"", "'$HOME`\"'");
        row("it's", "\"it's\"");
        row("one\\way", "'one\\way'");
        row("two\\\\ways", "");
        row("at the end\\", "");
        row("${HOME}", "");
        row("it's $1", "");
        row("it's `", "");
        row("it's \"", "");
        row("it's \\", "");
    }
    void aDotenvLineReadsTheSameForEveryReaderOrIsRefused()
    {
        QFETCH(QString, secret);
        QFETCH(QString, line);
        const auto document = handoverDocument(HandoverFormat::Env, {}, {},
            {IntegrationId(QStringLiteral("int-1")),
                {ClientId(QStringLiteral("client")), Secret(secret.toUtf8())}});
        QCOMPARE(document.has_value(), !line.isEmpty());
        if (document)
            QVERIFY2(document->revealText().contains(
                         QStringLiteral("\nSMARTRECRUITERS_CLIENT_SECRET=%1\n").arg(line)),
                qPrintable(document->revealText()));
        else
            QVERIFY(document.error().detail.english().contains(QLatin1String("CLIENT_SECRET")));
    }

private:
    static QString kubernetesName(const char* environmentName, const QString& company)
    {
        Environment environment;
        environment.name = QString::fromLatin1(environmentName);
        Integration integration;
        integration.company = CompanyId(company);
        const auto document = handoverDocument(HandoverFormat::Kubernetes, environment, integration,
            {IntegrationId(QStringLiteral("int-1")),
                {ClientId(QStringLiteral("client")), Secret("secret")}});
        static const QRegularExpression name(
            QStringLiteral("^  name: (.*)$"), QRegularExpression::MultilineOption);
        return name.match(document->revealText()).captured(1);
    }
};

JETBRIDGE_TEST(HandoverTest)
#include "HandoverTest.moc"
