// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ScopeUse.h"
#include "support/TestMain.h"

#include <QTest>

using namespace jetbridge;

/// Tests which scope an API call used, judged by names.
class ScopeUseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCallUsesTheScopeOfItsSubjectAndVerb_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("used");
        const auto row = [](const char* name, const char* method, const char* path,
                             const char* asked, const char* used) {
            QTest::newRow(name) << QByteArray(method) << QString::fromLatin1(path)
                                << QString::fromLatin1(asked) << QString::fromLatin1(used);
        };
        row("the company", "GET", "/configuration/company", "configuration_read company_read",
            "company_read");
        row("configuration", "GET", "/configuration/departments", "configuration_read company_read",
            "configuration_read");
        row("reading is not managing", "GET", "/candidates", "candidates_manage", "");
        row("writing is not reading", "POST", "/candidates", "candidates_read candidates_create",
            "candidates_create");
        row("one of them", "GET", "/candidates/1", "candidates_manage candidates_read",
            "candidates_read");
        row("a part of a thing", "GET", "/candidates/1/offers",
            "candidates_read candidates_offers_read", "candidates_offers_read");
        row("myself", "GET", "/users/me", "users_read user_me_read", "user_me_read");
        row("hyphens", "GET", "/audit-events", "audit_events_read", "audit_events_read");
        row("something else", "GET", "/jobs", "company_read", "");
        row("a scope without a verb", "GET", "/jobs", "jobs", "");
        row("a scope that is a verb alone", "GET", "/jobs", "read", "");
        row("nothing asked", "GET", "/jobs", "", "");
    }
    void aCallUsesTheScopeOfItsSubjectAndVerb()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QString, asked);
        QTEST(scopeUsedBy(method, path, Scopes::parse(asked).value()), "used");
    }
};

JETBRIDGE_TEST(ScopeUseTest)
#include "ScopeUseTest.moc"
