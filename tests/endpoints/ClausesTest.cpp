// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Partner.h"

#include <QCoro/QCoroTask>

#include <QTest>

using namespace jetbridge;
using namespace jetbridge::endpoints;

class ClausesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clause6TheTokenEndpointTakesPostOnly()
    {
        Partner partner;
        const Answered answered = partner.get(partner.endpoints.oauthTokenUrl());
        QCOMPARE(answered.status, 405);
        QVERIFY(answered.header("Allow").contains("POST"));
    }

    void clause27ThePageNamesWhoMayFrameIt()
    {
        Partner partner;
        const Answered page = partner.open();
        QVERIFY(page.header("Content-Security-Policy")
                    .contains("frame-ancestors https://portal.example.com;"));
        QVERIFY(page.header("X-Frame-Options").isEmpty());
        auto presentation = partner.desk.presentation();
        presentation.frameOrigins.clear();
        partner.desk.present(presentation);
        QVERIFY(
            partner.open().header("Content-Security-Policy").contains("frame-ancestors 'none';"));
    }

    void clause41AFormPostIsAnsweredBy303()
    {
        Partner partner;
        QCOMPARE(partner.decide(partner.signedIn(), QStringLiteral("approve")).status, 303);
        QCOMPARE(partner.desk.approvals, 1);
    }

    void theProbeRecognisesItsOwnEndpointsAndNobodyElses()
    {
        Partner partner;
        QVERIFY(QCoro::waitFor(partner.endpoints.probe()));
        EndpointsOptions options;
        options.publicUrl = partner.endpoints.baseUrl();
        Partner other(options);
        const auto probed = QCoro::waitFor(other.endpoints.probe());
        QVERIFY(!probed);
        QCOMPARE(probed.error().kind, FailureKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(ClausesTest)
#include "ClausesTest.moc"
