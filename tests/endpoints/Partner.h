// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"
#include "domain/Utc.h"
#include "endpoints/PartnerEndpoints.h"

#include <QMutex>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrlQuery>

#include <atomic>
#include <memory>

namespace jetbridge::endpoints {

/// A clock that moves only when it is told to; thread-safe.
class TestClock final : public Clock {
public:
    QDateTime now() const override { return QDateTime::fromSecsSinceEpoch(m_seconds, utc); }
    void advance(std::chrono::seconds by) { m_seconds += by.count(); }

private:
    std::atomic<qint64> m_seconds = 1'800'000'000;
};

class TestRandomness final : public Randomness {
public:
    QByteArray bytes(int count) override;
};

/// A gate at which a coroutine waits until a test opens it.
class Gate : public QObject {
    Q_OBJECT

Q_SIGNALS:
    void opened(bool);
};

/// The rest of the program, as the consent page sees it. One invitation: company "globex", code
/// "ABCD-EFGH".
class FakeConsentHandler final : public ConsentHandler {
public:
    Presentation presentation() const override;
    OnboardingId onboardingOf(const CompanyId& company) const override;
    Outcome<OnboardingId> signIn(CompanyId company, QString code) override;
    Task<Outcome<Done>> approve(
        OnboardingId onboarding, CompanyId company, ConsentDisplayMode mode) override;
    Task<Outcome<Done>> decline(OnboardingId onboarding, CompanyId company) override;

    void present(Presentation presentation);
    void setDisplayMode(ConsentDisplayMode mode);
    /// Sets the failure of the next approvals; nullopt: they succeed.
    void failApprovals(std::optional<Failure> failure);
    void failDeclines(std::optional<Failure> failure);
    void failSignIns(std::optional<Failure> failure);
    /// Makes approvals wait until release().
    void hold();
    void release();

    std::atomic<int> signIns = 0;
    std::atomic<int> approvals = 0;
    std::atomic<int> declines = 0;
    std::atomic<int> waiting = 0;
    std::atomic<ConsentDisplayMode> approvedIn{};

private:
    mutable QMutex m_lock;
    Presentation m_presentation;
    std::optional<Failure> m_approvalFailure;
    std::optional<Failure> m_declineFailure;
    std::optional<Failure> m_signInFailure;
    bool m_hold = false;
    std::shared_ptr<Gate> m_gate;
};

/// A fake receiver of notifications.
class FakeReceiver final : public NotificationReceiver {
public:
    Task<Outcome<ChosenAnswer>> receive(Notification notification) override;
    /// Sets the answer to the next notifications.
    void answerNext(ChosenAnswer answer, int times);
    QList<Notification> received() const;
    void fail(std::optional<Failure> failure);
    void hold();
    void release();
    std::atomic<int> waiting = 0;

private:
    mutable QMutex m_lock;
    QList<Notification> m_received;
    std::optional<Failure> m_failure;
    QList<ChosenAnswer> m_answers;
    bool m_hold = false;
    std::shared_ptr<Gate> m_gate;
};

class FakeRecorder final : public ExchangeRecorder {
public:
    static inline const QByteArray knownSecret = "s3cret-of-a-former-customer";
    void record(Exchange exchange) override;
    void knowSecret(Secret secret) override { Q_UNUSED(secret) }
    using ExchangeRecorder::withoutSecrets;
    QByteArray withoutSecrets(QByteArray text) const override
    {
        return text.replace(knownSecret, "[secret]");
    }
    QList<Exchange> exchanges() const;

private:
    mutable QMutex m_lock;
    QList<Exchange> m_exchanges;
};

/// An HTTP answer, with a reader for our pages, which are well-formed XML for this purpose.
struct Answered {
    int status = 0; ///< 0: no answer.
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QUrl url; ///< The URL that answered.

    QByteArray header(const QByteArray& name) const;
    bool wellFormed() const;
    QStringList ids() const; ///< Returns the ids of all elements.
    QString attribute(const QString& id, const QString& name) const;
    QString text(const QString& id) const; ///< Returns all text inside the element.
    QString outcome() const
    {
        return attribute(QStringLiteral("outcome"), QStringLiteral("data-outcome"));
    }
    QByteArray state() const; ///< Returns the hidden field.
    QString action() const; ///< Returns the form's action as it is in the page.
    /// Returns the URL to which the form is sent.
    QUrl target() const { return url.resolved(QUrl(action())); }
};

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// The partner's running endpoints, with fakes around them.
class Partner {
public:
    explicit Partner(EndpointsOptions options = {});

    QUrl at(const QString& pathAndQuery) const;
    Answered get(const QUrl& url, Headers headers = {})
    {
        return wait(start("GET", url, {}, std::move(headers)));
    }
    Answered post(const QUrl& url, const QByteArray& body, Headers headers = {})
    {
        return wait(start("POST", url, body, std::move(headers)));
    }
    Answered postForm(
        const QString& path, const QList<QPair<QString, QString>>& fields, Headers headers = {})
    {
        return postForm(at(path), fields, std::move(headers));
    }
    Answered postForm(
        const QUrl& url, const QList<QPair<QString, QString>>& fields, Headers headers = {});
    QNetworkReply* start(
        const QByteArray& method, const QUrl& url, const QByteArray& body, Headers headers = {});
    Answered wait(QNetworkReply* pending);

    /// Opens the consent page for globex, in the mode that is presented.
    Answered open(Headers headers = {});
    Answered signIn(const Answered& page, const QString& code = QStringLiteral("ABCD-EFGH"),
        Headers headers = {});
    Answered decide(const Answered& page, const QString& decision, Headers headers = {});
    /// Calls open() and signIn(), and returns the page with the two buttons.
    Answered signedIn(Headers headers = {})
    {
        return signIn(open(headers), QStringLiteral("ABCD-EFGH"), headers);
    }

    /// Admits a client for a company and requests a token for it over HTTP.
    QByteArray tokenFor(const QString& company);
    Answered notify(const QByteArray& token, const QByteArray& body, Headers headers = {});

    static const QString redirect; ///< Address to which the customer returns at SmartRecruiters.

    TestClock clock;
    TestRandomness randomness;
    FakeConsentHandler handler;
    FakeReceiver receiver;
    FakeRecorder recorder;
    PartnerEndpoints endpoints;
    QNetworkAccessManager network;
};

/// Makes a client as the onboarding flow issues it; the secret is "secret of <company>".
IssuedClient clientOf(const QString& company);

} // namespace jetbridge::endpoints
