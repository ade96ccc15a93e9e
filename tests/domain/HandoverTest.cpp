// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Handover.h"
#include "support/TestMain.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

class HandoverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCustomerHasAKubernetesNameOfItsOwn()
    {
        const QString length(100, QLatin1Char('a'));
        const QStringList companies{u"acme-1"_s, u"Acme_1"_s, u"ACME.1"_s, u"acme--1"_s,
            u"acme-1-"_s, u"~~~"_s, u"___"_s, length + QLatin1Char('b'), length + QLatin1Char('c'),
            length};
        static const QRegularExpression dnsName(u"\\A[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\z"_s);
        QSet<QString> names;
        for (const QString& company : companies)
            for (const char* environment : {"sandbox", "production"}) {
                const QString name = kubernetesName(environment, company);
                QVERIFY2(dnsName.match(name).hasMatch(), qPrintable(name));
                QCOMPARE(kubernetesName(environment, company), name);
                names.insert(name);
            }
        QCOMPARE(names.size(), 2 * companies.size());
        QVERIFY(kubernetesName("production", u"Acme_1"_s).startsWith("smartrecruiters-acme-1-"_L1));
    }

    void everyCustomerHasAFileNameOfItsOwn()
    {
        QSet<QString> names;
        const QStringList companies{
            u"acme-1"_s, u"acme_1"_s, u"acme.1"_s, u"acme%2E1"_s, u"acme/1"_s};
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
        row("~/a", "'~/a'");
        row("a:~root/b", "'a:~root/b'");
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
            {IntegrationId(u"int-1"_s), {ClientId(u"client"_s), Secret(secret.toUtf8())}});
        QCOMPARE(document.has_value(), !line.isEmpty());
        if (document)
            QVERIFY2(document->revealText().contains(
                         u"\nSMARTRECRUITERS_CLIENT_SECRET=%1\n"_s.arg(line)),
                qPrintable(document->revealText()));
        else
            QVERIFY(document.error().detail.english().contains("CLIENT_SECRET"_L1));
    }

private:
    static QString kubernetesName(const char* environmentName, const QString& company)
    {
        Environment environment;
        environment.name = QString::fromLatin1(environmentName);
        Integration integration;
        integration.company = CompanyId(company);
        const auto document = handoverDocument(HandoverFormat::Kubernetes, environment, integration,
            {IntegrationId(u"int-1"_s), {ClientId(u"client"_s), Secret("secret")}});
        static const QRegularExpression name(
            u"^  name: (.*)$"_s, QRegularExpression::MultilineOption);
        return name.match(document->revealText()).captured(1);
    }
};

JETBRIDGE_TEST(HandoverTest)
#include "HandoverTest.moc"
