// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/ConsentState.h"
#include "domain/Utc.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::endpoints;

class ConsentStateTest : public QObject {
    Q_OBJECT

    const QDateTime m_now = QDateTime::fromSecsSinceEpoch(1'800'000'000, utc);
    const ConsentSeal m_seal{Secret("0123456789abcdef0123456789abcdef")};
    const ConsentState m_state{ConsentState::Stage::Decision, CompanyId(u"globex"_s),
        QUrl(u"https://portal.example.com/a%20b?x=1&y=%C3%BC"_s), "visit-1",
        OnboardingId(u"run-1"_s), m_now.addSecs(60)};

private Q_SLOTS:
    void whatWasSealedComesBack()
    {
        const auto opened = m_seal.open(m_seal.seal(m_state), ConsentState::Stage::Decision, m_now);
        QVERIFY(opened);
        QCOMPARE(opened->company, m_state.company);
        QCOMPARE(opened->redirect, m_state.redirect);
        QCOMPARE(opened->visit, m_state.visit);
        QCOMPARE(opened->onboarding, m_state.onboarding);
        QCOMPARE(opened->expiresAt, m_state.expiresAt);
    }

    void anotherStageIsRefused()
    {
        QVERIFY(!m_seal.open(m_seal.seal(m_state), ConsentState::Stage::SignIn, m_now));
    }

    void itEndsAtItsTime()
    {
        const QByteArray sealed = m_seal.seal(m_state);
        QVERIFY(m_seal.open(sealed, ConsentState::Stage::Decision, m_now.addSecs(59)));
        QVERIFY(!m_seal.open(sealed, ConsentState::Stage::Decision, m_now.addSecs(60)));
    }

    void anotherKeysSignatureIsRefused()
    {
        const ConsentSeal other{Secret("another key of another process..")};
        QVERIFY(!other.open(m_seal.seal(m_state), ConsentState::Stage::Decision, m_now));
    }

    void everyChangedByteIsNoticed()
    {
        const QByteArray sealed = m_seal.seal(m_state);
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray forged = sealed;
            forged[i] = forged[i] == 'A' ? 'B' : 'A';
            QVERIFY(!m_seal.open(forged, ConsentState::Stage::Decision, m_now));
        }
    }

    void whatIsNoStateIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("dot") << QByteArray(".");
        QTest::newRow("no signature") << m_seal.seal(m_state).split('.').first();
        QTest::newRow("empty signature") << m_seal.seal(m_state).split('.').first() + '.';
        QTest::newRow("signature twice")
            << m_seal.seal(m_state) + '.' + m_seal.seal(m_state).split('.').last();
        QTest::newRow("binary") << QByteArray("\0\xff.\0", 4);
    }
    void whatIsNoStateIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!m_seal.open(text, ConsentState::Stage::Decision, m_now));
    }
};

JETBRIDGE_TEST(ConsentStateTest)
#include "ConsentStateTest.moc"
