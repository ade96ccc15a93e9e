// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Partner.h"

#include "support/Answered.h"

#include <QCoro/QCoroSignal>

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QXmlStreamReader>

#include <functional>

using namespace Qt::StringLiterals;

namespace jetbridge::endpoints {

using namespace std::chrono_literals;

const QString Partner::redirect = u"https://portal.example.com/setup/done?run=7&step=last"_s;

QByteArray TestRandomness::bytes(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes.append(char(QRandomGenerator::system()->bounded(256)));
    return bytes;
}

IssuedClient clientOf(const QString& company)
{
    IssuedClient client;
    client.clientId = ClientId(u"client-of-"_s + company);
    client.secretSha256 = Secret(("secret of " + company).toUtf8()).sha256();
    client.company = CompanyId(company);
    client.onboarding = OnboardingId(u"run-of-"_s + company);
    return client;
}

// --- The consent handler

ConsentHandler::Presentation FakeConsentHandler::presentation() const
{
    const QMutexLocker locker(&m_lock);
    return m_presentation;
}

void FakeConsentHandler::present(Presentation presentation)
{
    const QMutexLocker locker(&m_lock);
    m_presentation = std::move(presentation);
}

void FakeConsentHandler::setDisplayMode(ConsentDisplayMode mode)
{
    const QMutexLocker locker(&m_lock);
    m_presentation.application.consentDisplayMode = mode;
}

void FakeConsentHandler::failApprovals(std::optional<Failure> failure)
{
    const QMutexLocker locker(&m_lock);
    m_approvalFailure = std::move(failure);
}

void FakeConsentHandler::failDeclines(std::optional<Failure> failure)
{
    const QMutexLocker locker(&m_lock);
    m_declineFailure = std::move(failure);
}

void FakeConsentHandler::failSignIns(std::optional<Failure> failure)
{
    const QMutexLocker locker(&m_lock);
    m_signInFailure = std::move(failure);
}

OnboardingId FakeConsentHandler::onboardingOf(const CompanyId& company) const
{
    return OnboardingId(company.text() == "globex"_L1 ? u"run-1"_s : QString());
}

Outcome<OnboardingId> FakeConsentHandler::signIn(CompanyId company, QString code)
{
    ++signIns;
    const QMutexLocker locker(&m_lock);
    if (m_signInFailure)
        return tl::unexpected(*m_signInFailure);
    if (company.text() == "globex"_L1 && code == "ABCD-EFGH"_L1)
        return OnboardingId(u"run-1"_s);
    return failed(FailureKind::Refused, u"This code is not right."_s);
}

Task<Outcome<Done>> FakeConsentHandler::approve(OnboardingId, CompanyId, ConsentDisplayMode mode)
{
    ++approvals;
    approvedIn = mode;
    std::shared_ptr<Gate> gate;
    {
        const QMutexLocker locker(&m_lock);
        if (m_hold)
            gate = m_gate = std::make_shared<Gate>();
    }
    if (gate) {
        ++waiting;
        co_await qCoro(gate.get(), &Gate::opened, 30s);
    }
    const QMutexLocker locker(&m_lock);
    if (m_approvalFailure)
        co_return tl::unexpected(*m_approvalFailure);
    co_return Done{};
}

void FakeConsentHandler::hold()
{
    const QMutexLocker locker(&m_lock);
    m_hold = true;
}

void FakeConsentHandler::release()
{
    const QMutexLocker locker(&m_lock);
    m_hold = false;
    QMetaObject::invokeMethod(
        m_gate.get(), [gate = m_gate] { Q_EMIT gate->opened(true); }, Qt::QueuedConnection);
}

Task<Outcome<Done>> FakeConsentHandler::decline(OnboardingId, CompanyId)
{
    ++declines;
    const QMutexLocker locker(&m_lock);
    if (m_declineFailure)
        co_return tl::unexpected(*m_declineFailure);
    co_return Done{};
}

// --- FakeReceiver and FakeRecorder

Task<Outcome<ChosenAnswer>> FakeReceiver::receive(Notification notification)
{
    std::shared_ptr<Gate> gate;
    {
        const QMutexLocker locker(&m_lock);
        if (m_hold)
            gate = m_gate = std::make_shared<Gate>();
    }
    if (gate) {
        ++waiting;
        co_await qCoro(gate.get(), &Gate::opened, 30s);
    }
    const QMutexLocker locker(&m_lock);
    if (m_failure)
        co_return tl::unexpected(*m_failure);
    m_received.append(notification);
    co_return m_answers.isEmpty() ? ChosenAnswer() : m_answers.takeFirst();
}

void FakeReceiver::answerNext(ChosenAnswer answer, int times)
{
    const QMutexLocker locker(&m_lock);
    m_answers = QList<ChosenAnswer>(times, answer);
}

QList<Notification> FakeReceiver::received() const
{
    const QMutexLocker locker(&m_lock);
    return m_received;
}

void FakeReceiver::fail(std::optional<Failure> failure)
{
    const QMutexLocker locker(&m_lock);
    m_failure = std::move(failure);
}

void FakeReceiver::hold()
{
    const QMutexLocker locker(&m_lock);
    m_hold = true;
}

void FakeReceiver::release()
{
    const QMutexLocker locker(&m_lock);
    m_hold = false;
    QMetaObject::invokeMethod(
        m_gate.get(), [gate = m_gate] { Q_EMIT gate->opened(true); }, Qt::QueuedConnection);
}

void FakeRecorder::record(Exchange exchange)
{
    const QMutexLocker locker(&m_lock);
    m_exchanges.append(std::move(exchange));
}

QList<Exchange> FakeRecorder::exchanges() const
{
    const QMutexLocker locker(&m_lock);
    return m_exchanges;
}

// --- Answered

QByteArray Answered::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

namespace {

/// Calls `visit` at every start of an element until it returns true.
void eachElement(const QByteArray& page, const std::function<bool(QXmlStreamReader&)>& visit)
{
    QXmlStreamReader reader(page);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && visit(reader))
            return;
}

} // namespace

bool Answered::wellFormed() const
{
    QXmlStreamReader reader(body);
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

QStringList Answered::ids() const
{
    QStringList ids;
    eachElement(body, [&ids](QXmlStreamReader& element) {
        if (element.attributes().hasAttribute("id"_L1))
            ids.append(element.attributes().value("id"_L1).toString());
        return false;
    });
    return ids;
}

QString Answered::attribute(const QString& id, const QString& name) const
{
    QString value;
    eachElement(body, [&](QXmlStreamReader& element) {
        if (element.attributes().value("id"_L1) != id)
            return false;
        value = element.attributes().value(name).toString();
        return true;
    });
    return value;
}

QString Answered::text(const QString& id) const
{
    QString text;
    eachElement(body, [&](QXmlStreamReader& element) {
        if (element.attributes().value("id"_L1) != id)
            return false;
        text = element.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
        return true;
    });
    return text;
}

QByteArray Answered::state() const
{
    QByteArray state;
    eachElement(body, [&](QXmlStreamReader& element) {
        if (element.attributes().value("name"_L1) != "state"_L1)
            return false;
        state = element.attributes().value("value"_L1).toLatin1();
        return true;
    });
    return state;
}

QString Answered::action() const
{
    QString action;
    eachElement(body, [&](QXmlStreamReader& element) {
        if (element.name() != "form"_L1)
            return false;
        action = element.attributes().value("action"_L1).toString();
        return true;
    });
    return action;
}

// --- Partner

Partner::Partner(EndpointsOptions options)
    : endpoints(handler, receiver, clock, randomness, &recorder, std::move(options))
{
    Application application;
    application.name = u"Acme Interviews"_s;
    application.description = u"Plans interviews."_s;
    application.scopes = {
        {u"company_read"_s, u"To show the company's name"_s}, {u"jobs_read"_s, QString()}};
    application.oauthTokenUrl = QUrl(u"https://acme.example/oauth/token"_s);
    application.callbackUrl = QUrl(u"https://acme.example/callback"_s);
    handler.present({application, {u"portal.example.com"_s, u"localhost:43110"_s},
        {u"https://portal.example.com"_s}});
    const auto listening = endpoints.listen();
    if (!listening)
        qFatal("The endpoints do not listen: %s", qPrintable(listening.error().detail));
}

QUrl Partner::at(const QString& pathAndQuery) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(endpoints.port()).arg(pathAndQuery));
}

QNetworkReply* Partner::start(
    const QByteArray& method, const QUrl& url, const QByteArray& body, Headers headers)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(30'000);
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (method == "POST")
        request.setRawHeader("Content-Type", "application/x-www-form-urlencoded");
    for (const auto& [name, value] : headers)
        request.setRawHeader(name, value);
    return network.sendCustomRequest(request, method, body);
}

Answered Partner::wait(QNetworkReply* pending)
{
    const auto reply = test::answered(pending);
    Answered answered;
    answered.status = test::statusOf(*reply);
    answered.url = reply->url();
    answered.headers = reply->rawHeaderPairs();
    answered.body = reply->readAll();
    return answered;
}

Answered Partner::postForm(
    const QUrl& url, const QList<QPair<QString, QString>>& fields, Headers headers)
{
    QByteArray body;
    for (const auto& [name, value] : fields)
        body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '='
            + QUrl::toPercentEncoding(value);
    return post(url, body, std::move(headers));
}

Answered Partner::open(Headers headers)
{
    QUrl url = at(u"/consent?companyId=globex"_s);
    if (handler.presentation().application.consentDisplayMode == ConsentDisplayMode::Redirect)
        url = at(u"/consent?companyId=globex&redirect="_s
            + QString::fromLatin1(QUrl::toPercentEncoding(redirect)));
    return get(url, std::move(headers));
}

Answered Partner::signIn(const Answered& page, const QString& code, Headers headers)
{
    return postForm(page.target(),
        {{u"state"_s, QString::fromLatin1(page.state())}, {u"code"_s, code}}, std::move(headers));
}

Answered Partner::decide(const Answered& page, const QString& decision, Headers headers)
{
    return postForm(page.target(),
        {{u"state"_s, QString::fromLatin1(page.state())}, {u"decision"_s, decision}},
        std::move(headers));
}

QByteArray Partner::tokenFor(const QString& company)
{
    endpoints.admit(clientOf(company));
    const Answered answered = postForm(u"/oauth/token"_s,
        {{u"grant_type"_s, u"client_credentials"_s}, {u"client_id"_s, u"client-of-"_s + company},
            {u"client_secret"_s, u"secret of "_s + company}});
    return QJsonDocument::fromJson(answered.body)["access_token"_L1].toString().toLatin1();
}

Answered Partner::notify(const QByteArray& token, const QByteArray& body, Headers headers)
{
    Headers all{{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}};
    all.append(headers);
    return post(endpoints.callbackUrl(), body, all);
}

} // namespace jetbridge::endpoints
