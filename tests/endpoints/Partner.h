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

/// A clock that stands still until it is told to go on; callable from any thread.
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

/// Something that a coroutine waits for until a test lets it go on.
class Gate : public QObject {
    Q_OBJECT

Q_SIGNALS:
    void opened(bool);
};

/// The rest of the program, as the consent page sees it. One invitation: company "globex", code
/// "ABCD-EFGH".
class FakeDecisions final : public ConsentDecisions {
public:
    Presentation presentation() const override;
    OnboardingId onboardingOf(const CompanyId& company) const override;
    Outcome<OnboardingId> signIn(CompanyId company, QString code) override;
    Task<Outcome<Done>> approve(
        OnboardingId onboarding, CompanyId company, ConsentDisplayMode mode) override;
    Task<Outcome<Done>> decline(OnboardingId onboarding, CompanyId company) override;

    void present(Presentation presentation);
    void setDisplayMode(ConsentDisplayMode mode);
    /// How the next approvals end; Done when nullopt.
    void failApprovals(std::optional<Failure> failure);
    void failSignIns(std::optional<Failure> failure);
    /// Approvals wait from now on until release().
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
    std::optional<Failure> m_signInFailure;
    bool m_hold = false;
    std::shared_ptr<Gate> m_gate;
};

/// Where notifications go.
class FakeReceiver final : public NotificationReceiver {
public:
    Task<Outcome<ChosenAnswer>> receive(Notification notification) override;
    /// The next notifications are answered like this.
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
    void record(Exchange exchange) override;
    void knowSecret(Secret secret) override { Q_UNUSED(secret) }
    QList<Exchange> exchanges() const;

private:
    mutable QMutex m_lock;
    QList<Exchange> m_exchanges;
};

/// What came back over HTTP, and a reader for our pages (well-formed XML on purpose).
struct Answered {
    int status = 0; ///< 0: no answer.
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QUrl url; ///< Where it came from.

    QByteArray header(const QByteArray& name) const;
    bool wellFormed() const;
    QStringList ids() const; ///< Of all elements.
    QString attribute(const QString& id, const QString& name) const;
    QString text(const QString& id) const; ///< All text inside the element.
    QString outcome() const
    {
        return attribute(QStringLiteral("outcome"), QStringLiteral("data-outcome"));
    }
    QByteArray state() const; ///< The hidden field.
    QString action() const; ///< Of the form, as it stands there.
    QUrl target() const { return url.resolved(QUrl(action())); } ///< Where the form is sent.
};

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// The partner's endpoints, running, with everything around them played.
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
    /// open() and signIn(): the page with the two buttons.
    Answered signedIn(Headers headers = {})
    {
        return signIn(open(headers), QStringLiteral("ABCD-EFGH"), headers);
    }

    /// Admits a client for a company, and gets a token for it over HTTP.
    QByteArray tokenFor(const QString& company);
    Answered notify(const QByteArray& token, const QByteArray& body, Headers headers = {});

    static const QString redirect; ///< Where SmartRecruiters wants its customer back.

    TestClock clock;
    TestRandomness randomness;
    FakeDecisions decisions;
    FakeReceiver receiver;
    FakeRecorder recorder;
    PartnerEndpoints endpoints;
    QNetworkAccessManager network;
};

/// A client as the onboarding flow issues it; the secret is "secret of <company>".
IssuedClient clientOf(const QString& company);

} // namespace jetbridge::endpoints
