// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/FailureText.h"
#include "domain/Explanation.h"
#include "support/TestMain.h"

#include <QtTest>

#include <tuple>

using namespace Qt::StringLiterals;

using namespace jetbridge;

class FailureTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFailureAtEveryStepSaysWhatWhoAndWhatNext_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("step");
        for (int kind = 0; kind <= int(FailureKind::Invalid); ++kind)
            for (int step = 0; step <= int(Step::HandedOver); ++step)
                QTest::addRow("%s at %s", qPrintable(failureKindName(FailureKind(kind))),
                    qPrintable(stepName(Step(step))))
                    << kind << step;
    }

    void everyFailureAtEveryStepSaysWhatWhoAndWhatNext()
    {
        QFETCH(int, kind);
        QFETCH(int, step);
        const Failure failure{FailureKind(kind), 418, u"teapot"_s,
            Message::inWords(u"It is a teapot."_s), u"run-1"_s};
        const ui::FailureText text = ui::explain(failure, Step(step));
        for (const QString& sentence : {text.what, text.why, text.next}) {
            QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
            QVERIFY2(!sentence.contains("%1"_L1), qPrintable(sentence));
        }
        QVERIFY(QStringList({u"You"_s, u"The customer"_s, u"SmartRecruiters"_s, u"Your IT"_s})
                    .contains(text.who));
        const bool isLocal = explanationOf(failure, Step(step)).isLocal;
        const bool isTheirs = Step(step) != Step::Consent && Step(step) != Step::Register
            && Step(step) != Step::Rehearse && Step(step) != Step::HandedOver;
        QCOMPARE(text.canSmartRecruitersHelp, isTheirs && !isLocal);
    }

    /// Failure -> who can fix it, the texts of cause and next step, and whether the cause is known.
    void whatSmartRecruitersOrTheNetworkSaysIsExplained_data()
    {
        QTest::addColumn<Failure>("failure");
        QTest::addColumn<Step>("step");
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("next");
        using K = FailureKind;
        const auto row = [](const char* name, K kind, int status, const char* code, Step step,
                             const char* who, const char* why, const char* next) {
            QTest::newRow(name) << Failure{kind, status, QLatin1String(code), {}, {}} << step
                                << QString::fromLatin1(who) << QString::fromLatin1(why)
                                << QString::fromLatin1(next);
        };
        const char* theirs = "SmartRecruiters";
        const char* it = "Your IT";
        const char* guessed = "Not documented";
        row("400", K::Invalid, 400, "", Step::Token, theirs, guessed, "answer names");
        row("400 invalid_scope", K::Invalid, 400, "invalid_scope", Step::Token, "You", "scope",
            "answer names");
        row("401 token", K::Refused, 401, "invalid_client", Step::Token, "You", "withdrawn",
            "under Application");
        row("401 on behalf", K::Refused, 401, "", Step::Prove, "The customer", "disabled",
            "still enabled");
        row("403 on behalf", K::NotPermitted, 403, "", Step::Prove, "The customer", "system role",
            "the role");
        row("403 confirm", K::NotPermitted, 403, "", Step::Confirm, theirs, guessed,
            "Apps & Integrations");
        row("403 token", K::NotPermitted, 403, "", Step::Token, theirs, "system role",
            "Partner & API Team");
        row("unauthorized_client", K::NotPermitted, 400, "unauthorized_client", Step::Token, theirs,
            "client credentials", "Partner & API Team");
        row("404 confirm", K::NotFound, 404, "", Step::Confirm, "You", guessed, "identifier");
        row("404 token", K::NotFound, 404, "", Step::Token, "You", "address", "environment");
        row("409 confirm", K::Conflict, 409, "", Step::Confirm, "The customer", guessed, "disable");
        row("422 confirm", K::Invalid, 422, "", Step::Confirm, theirs, guessed, "answer names");
        row("451, or whatever else", K::Invalid, 451, "", Step::Prove, theirs, guessed,
            "answer names");
        row("429", K::RateLimited, 429, "", Step::Token, "You", "10 a second", "Wait");
        row("500", K::ServerFault, 500, "", Step::Token, theirs, "failed", "few minutes");
        row("503", K::ServerFault, 503, "", Step::Token, theirs, "maintained", "few minutes");
        row("302", K::BadReply, 302, "", Step::Token, "You", "moved", "Partner & API Team");
        row("HTML", K::BadReply, 200, "html", Step::Token, it, "proxy", "Partner & API Team");
        row("half a JSON", K::BadReply, 200, "", Step::Token, theirs, "guide",
            "Partner & API Team");
        row("DNS", K::Unreachable, 0, "dns", Step::Token, it, "DNS", "network");
        row("refused connection", K::Unreachable, 0, "connection_refused", Step::Token, it,
            "Nobody listens", "network");
        row("cut", K::Unreachable, 0, "connection_closed", Step::Token, it, "cut", "network");
        row("proxy", K::Unreachable, 0, "proxy", Step::Token, it, "proxy", "proxy");
        row("proxy with a password", K::Unreachable, 0, "proxy_authentication", Step::Token, it,
            "password", "proxy");
        row("slow", K::TimedOut, 0, "", Step::Token, theirs, "slow", "Try again");
        row("expired certificate", K::Insecure, 0, "certificate_expired", Step::Token, theirs,
            "clock", "clock");
        row("another host's", K::Insecure, 0, "certificate_host", Step::Token, it, "another host",
            "certificate");
        row("unknown authority", K::Insecure, 0, "certificate_authority", Step::Token, it,
            "authority", "authority");
        row("old TLS", K::Insecure, 0, "tls_version", Step::Token, it, "1.2", "Settings");
        row("http", K::Insecure, 0, "no_tls", Step::Token, "You", "http", "Settings");
        row("no answer to the confirm call", K::OutcomeUnknown, 0, "connection_closed",
            Step::Confirm, theirs, "not known", "exists");
        row("credentials that were deleted here", K::NotFound, 0, "no_customer_credentials",
            Step::Prove, "You", "deleted here", "Onboard the customer again");
        row("declined", K::NotPermitted, 0, "declined", Step::Consent, "The customer",
            "Decline was pressed", "why they declined");
        row("code typed wrong too often", K::NotPermitted, 0, "code_exhausted", Step::Consent,
            "You", "guess", "nobody else reads it");
        row("code typed too late", K::NotPermitted, 0, "code_expired", Step::Consent, "You",
            "later", "until when");
        row("code typed twice", K::NotPermitted, 0, "code_used", Step::Consent, "You",
            "one decision", "another decision");
        row("no consent, in an older journal", K::NotPermitted, 0, "", Step::Consent,
            "The customer", "or took too long", "Talk to the customer");
        row("an initial access token", K::Refused, 401, "registration_token_refused",
            Step::Register, "You", "used up", "new initial access token");
        row("a registration", K::NotFound, 404, "registration_absent", Step::Register, it,
            "own authorization server", "registration settings");
        row("a webhook's signature", K::Refused, 401, "webhook_signature_refused", Step::Register,
            it, "signature", "secret");
        row("a backend that is gone", K::Refused, 410, "webhook_gone", Step::Register, it,
            "own backend", "registrations retry");
        row("a backend that is busy", K::RateLimited, 503, "webhook_busy", Step::Register, it,
            "own backend", "Wait until then");
        row("keychain", K::VaultUnavailable, 0, "", Step::Preflight, "You", "locked", "Unlock");
        row("disk", K::StorageUnavailable, 0, "", Step::Preflight, "You", "full", "disk space");
    }
    void whatSmartRecruitersOrTheNetworkSaysIsExplained()
    {
        QFETCH(Failure, failure);
        QFETCH(Step, step);
        QFETCH(QString, who);
        QFETCH(QString, why);
        QFETCH(QString, next);
        const ui::FailureText text = ui::explain(failure, step);
        QCOMPARE(text.who, who);
        QVERIFY2(text.why.contains(why), qPrintable(text.why));
        QVERIFY2(text.next.contains(next), qPrintable(text.next));
        const Explanation explanation = explanationOf(failure, step);
        // Only what nobody outside SmartRecruiters knows is called not documented.
        const bool isCalledUnknown =
            text.why.contains("Not documented"_L1) || text.why.contains("not known"_L1);
        QCOMPARE(isCalledUnknown, explanation.certainty == Explanation::Certainty::Guessed);
        QCOMPARE(ui::explainBriefly(failure, step), text.what + QLatin1Char(' ') + text.next);
    }

    /// A failure on this computer is never blamed on SmartRecruiters, wherever it happened.
    void whatHappensHereIsNotPutOnSmartRecruiters_data()
    {
        QTest::addColumn<Failure>("failure");
        QTest::addColumn<QString>("says");
        using K = FailureKind;
        const auto row = [](const char* name, K kind, const char* code, const char* detail,
                             const char* says) {
            QTest::newRow(name) << Failure{kind, 0, QLatin1String(code),
                Message::inWords(QLatin1String(detail)), {}}
                                << QString::fromLatin1(says);
        };
        row("an export that holds a secret", K::NotPermitted, "secret_found",
            "Nothing was exported: exchange 7 contains a secret.", "Nothing was exported");
        row("a customer that is not here", K::NotFound, "", "There is no integration \"x\" here.",
            "not here");
        row("a row that another program changed", K::Conflict, "", "\"x\" was changed meanwhile.",
            "changed meanwhile");
        row("an option", K::Invalid, "", "--port is a number.", "--port is a number.");
        row("a file", K::Invalid, "file", "\"/x\" cannot be written.", "cannot be written");
        row("a disk", K::StorageUnavailable, "", "It is full.", "data folder");
        row("a newer data folder", K::StorageUnavailable, "newer_format",
            "This data folder is of a newer version.", "newer version");
        row("another program's file", K::StorageUnavailable, "foreign_database",
            "It belongs to another program.", "another program");
        row("a damaged registry", K::StorageUnavailable, "damaged_database", "It is damaged.",
            "It is damaged.");
        row("a locked registry", K::StorageUnavailable, "locked_database", "It is locked.",
            "It is locked.");
        row("half a backup", K::StorageUnavailable, "incomplete_backup", "It ends after 7 bytes.",
            "It ends after 7 bytes.");
        row("a full standard output", K::StorageUnavailable, "standard_output",
            "It could not be written.", "could not be written");
        row("a keychain", K::VaultUnavailable, "", "It is locked.", "keychain");
        row("a disabled customer", K::NotPermitted, "integration_disabled",
            "No token is asked for.", "the customer disabled");
        row("a call that was not made", K::NotPermitted, "", "It was not asked.",
            "It was not asked.");
    }
    void whatHappensHereIsNotPutOnSmartRecruiters()
    {
        QFETCH(Failure, failure);
        QFETCH(QString, says);
        for (const Where& where : {Where(Step::Token), Where(Step::Confirm), Where(Step::Prove),
                 Where(Errand::Here), Where(Errand::Simulator), Where(Errand::Backend)}) {
            const Explanation explanation = explanationOf(failure, where);
            QVERIFY(explanation.isLocal);
            QVERIFY(explanation.fixer != Explanation::Fixer::SmartRecruiters);
            QVERIFY(explanation.certainty != Explanation::Certainty::Guessed);
            const ui::FailureText text = ui::explain(failure, where);
            QVERIFY2(text.what.contains(says), qPrintable(text.what));
            QVERIFY(!text.canSmartRecruitersHelp);
            for (const QString& sentence : {text.why, text.next, explanation.command})
                QVERIFY2(!sentence.contains("Partner & API Team"_L1)
                        && !sentence.contains("other side"_L1),
                    qPrintable(sentence));
        }
    }

    /// A cause that is known is not replaced by the usual one of its kind.
    void aKnownCauseIsNotPutOnTheDisk_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* code : {"newer_format", "newer_backup", "damaged_backup",
                 "incomplete_backup", "foreign_database", "damaged_database", "locked_database",
                 "standard_output", "reader_gone", "state_folder"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void aKnownCauseIsNotPutOnTheDisk()
    {
        QFETCH(QString, code);
        const Message detail = Message::inWords(u"It failed."_s);
        const Explanation usual =
            explanationOf({FailureKind::StorageUnavailable, 0, {}, detail, {}}, Errand::Here);
        const Explanation known =
            explanationOf({FailureKind::StorageUnavailable, 0, code, detail, {}}, Errand::Here);
        QVERIFY(!known.cause.isEmpty() && known.cause != usual.cause);
        QVERIFY(known.what != usual.what && known.next != usual.next);
        QVERIFY(known.command != usual.command);
        QCOMPARE(known.certainty, Explanation::Certainty::Seen);
    }

    /// Credentials that wait in memory are more important than what is wrong with the file.
    void whatWaitsToBeStoredIsSaidWhateverTheCause()
    {
        for (const auto& code : {u"damaged_database"_s, u"locked_database"_s})
            QCOMPARE(
                explanationOf({FailureKind::StorageUnavailable, 0, code, {}, {}}, Step::Store).code,
                u"not_noted"_s);
    }

    void whatTheSimulatorOrOurBackendAnswersIsNotPutOnSmartRecruiters()
    {
        for (const auto kind :
            {FailureKind::NotPermitted, FailureKind::NotFound, FailureKind::Refused,
                FailureKind::Conflict, FailureKind::ServerFault, FailureKind::BadReply,
                FailureKind::Invalid, FailureKind::TimedOut, FailureKind::RateLimited})
            for (const Errand errand : {Errand::Simulator, Errand::Backend}) {
                const Failure failure{kind, 409, {}, Message::inWords(u"No."_s), {}};
                QVERIFY(
                    explanationOf(failure, errand).fixer != Explanation::Fixer::SmartRecruiters);
                const ui::FailureText text = ui::explain(failure, errand);
                QVERIFY2(!text.what.contains("SmartRecruiters"_L1), qPrintable(text.what));
                QVERIFY(!text.canSmartRecruitersHelp);
            }
    }

    /// What nobody at SmartRecruiters was asked for is not called slow there.
    void aWaitOfOursThatEndsIsNotPutOnSmartRecruiters()
    {
        using Fixer = Explanation::Fixer;
        for (const auto& [code, where, fixer] :
            {std::tuple{u"nobody_approved"_s, Where(Step::Confirm), Fixer::Customer},
                {u"gpg_silent"_s, Where(Step::HandedOver), Fixer::You},
                {u"gpg_silent"_s, Where(Errand::Here), Fixer::You}}) {
            const Failure failure{
                FailureKind::TimedOut, 0, code, Message::inWords(u"It took too long."_s), {}};
            const Explanation explanation = explanationOf(failure, where);
            QCOMPARE(explanation.fixer, fixer);
            QVERIFY(explanation.what.isEmpty()); // Its own sentence is shown.
            QVERIFY2(!explanation.cause.contains("side"_L1), qPrintable(explanation.cause));
        }
    }

    void anUnknownOutcomeNeverAdvisesToSendAgain()
    {
        const ui::FailureText text =
            ui::explain({FailureKind::OutcomeUnknown, 0, {}, {}, {}}, Step::Confirm);
        QVERIFY(!text.next.contains(u"try again"_s, Qt::CaseInsensitive));
    }

    void missingMasterCredentialsAreNotARefusal()
    {
        const auto code = u"no_master_credentials"_s;
        const auto missing = ui::explain({FailureKind::Refused, 0, code, {}, {}}, Step::Token);
        const auto refused = ui::explain({FailureKind::Refused, 401, {}, {}, {}}, Step::Token);
        QVERIFY(missing.what != refused.what);
    }
};

JETBRIDGE_TEST(FailureTextTest)
#include "FailureTextTest.moc"
