// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/ReplyFailure.h"

#include <QTest>

using namespace jetbridge;
using namespace jetbridge::smartrecruiters;

class ReplyFailureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noSecretIsLeftAndNothingElseIsLost_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("secrets");
        QTest::addColumn<QString>("plain");
        const auto row = [](const char* name, const char* text, const QStringList& secrets,
                             const char* plain) {
            QTest::newRow(name) << QString::fromUtf8(text) << secrets << QString::fromUtf8(plain);
        };
        row("none", "all is said", {}, "all is said");
        row("one", "not s3cret-1, s3cret-1!", {QStringLiteral("s3cret-1")},
            "not [secret], [secret]!");
        row("twice the same", "s3cret-1", {QStringLiteral("s3cret-1"), QStringLiteral("s3cret-1")},
            "[secret]");
        row("a part of what stands in a secret's place", "abc of secret",
            {QStringLiteral("abc"), QStringLiteral("secret")}, "[secret] of [secret]");
        row("one within the other", "token-of-me token",
            {QStringLiteral("token"), QStringLiteral("token-of-me")}, "[secret] [secret]");
        row("an empty one", "text", {QString()}, "text");
        row("one at the end that is cut off", "s3cre", {QStringLiteral("s3cret")}, "s3cre");
        row("line breaks and bells", "a\r\n\tb\ac", {}, "a b c");
    }

    void noSecretIsLeftAndNothingElseIsLost()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, secrets);
        QFETCH(QString, plain);
        QList<Secret> known;
        for (const QString& secret : secrets)
            known.append(Secret(secret.toUtf8()));
        QCOMPARE(plainText(text, known), plain);
    }
};

QTEST_GUILESS_MAIN(ReplyFailureTest)
#include "ReplyFailureTest.moc"
