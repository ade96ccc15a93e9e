// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/VaultSink.h"

#include "delivery/Document.h"
#include "domain/Json.h"
#include "http/RetryAfter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace jetbridge::delivery {

namespace {

constexpr std::chrono::milliseconds timeout{20'000};
/// Member of the data that says by which delivery it was written.
constexpr auto deliveryMember = "jetbridgeDelivery"_L1;
/// A token of an AppRole is replaced when a tenth of its lifetime is left.
constexpr qint64 msOfLease = 900;
/// Lifetime in seconds that is assumed where Vault names none.
constexpr qint64 assumedLease = 3600;

/// What all requests about one customer have in common.
struct Session {
    http::Client& client;
    const Clock& clock;
    VaultSink::Pause pause;
    VaultSettings settings;
    Secret token;
    QString path; ///< Of the customer, within the mount.
    QJsonObject owner; ///< The custom_metadata that marks it as ours.
    Delivery delivery;
};

/// What is known of the customer's path.
struct Entry {
    bool exists = false;
    bool isOurs = false;
    bool isDeleted = false; ///< Its latest version is deleted, or there is none.
    int version = 0;
};

QByteArray nothingRecorded(const http::Reply&)
{
    return "[what Vault holds is not recorded]";
}

http::Request requestFor(const VaultSettings& settings, const Secret& token,
    const QByteArray& method, const QString& path)
{
    http::Request request;
    request.method = method;
    request.url = settings.address;
    QString base = request.url.path();
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    request.url.setPath(base + "/v1/"_L1 + path);
    request.headers = {{"Content-Type", "application/json"}, {"X-Vault-Request", "true"}};
    if (!token.isEmpty())
        request.headers.append({"X-Vault-Token", token.reveal().toByteArray()});
    if (!settings.nameSpace.isEmpty())
        request.headers.append({"X-Vault-Namespace", settings.nameSpace.toUtf8()});
    request.timeout = timeout;
    return request;
}

Secret bodyOf(const QJsonObject& object)
{
    QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    Secret body{QByteArrayView(bytes)};
    wipe(bytes);
    return body;
}

/// Returns the "data" of an answer; empty if there is none.
QJsonObject dataOf(const http::Reply& reply)
{
    const auto object = jsonObject(reply.body);
    return object ? object->value("data"_L1).toObject() : QJsonObject();
}

/// Tells whether Vault's errors have a phrase in them. No other part of its answer is repeated.
bool says(const http::Reply& reply, QLatin1String phrase)
{
    const auto object = jsonObject(reply.body);
    if (!object)
        return false;
    const QJsonArray errors = object->value("errors"_L1).toArray();
    return std::any_of(errors.begin(), errors.end(), [phrase](const QJsonValue& error) {
        return error.toString().contains(phrase, Qt::CaseInsensitive);
    });
}

bool isMismatch(const http::Reply& reply)
{
    return reply.status == 400 && says(reply, "check-and-set parameter did not match"_L1);
}

Failure failureOf(const http::Reply& reply, const QString& what)
{
    const auto because = [&reply](FailureKind kind, QString words) {
        return Failure{kind, reply.status, {}, Message::inWords(std::move(words)), {}};
    };
    if (reply.status >= 300 && reply.status < 400)
        return because(FailureKind::Unreachable,
            u"This address is a standby node of Vault, which points elsewhere: give the address of "
            "the active node, or of the load balancer."_s);
    if (reply.status == 503 && says(reply, "sealed"_L1))
        return because(FailureKind::ServerFault, u"Vault is sealed: unseal it."_s);
    if (reply.status == 403)
        return because(FailureKind::NotPermitted,
            u"Vault does not allow the token %1: extend its policy."_s.arg(what));
    if (reply.status == 404)
        return because(
            FailureKind::NotFound, u"Vault knows no such address: is the mount right?"_s);
    if (reply.status == 429)
        return because(FailureKind::RateLimited, u"Vault answered 429: too many requests."_s);
    if (reply.status >= 500)
        return because(FailureKind::ServerFault, u"Vault failed with %1."_s.arg(reply.status));
    return because(FailureKind::BadReply,
        u"Vault answered %1 when it was asked %2."_s.arg(QString::number(reply.status), what));
}

/// Sends a request, and notes how long Vault asks to wait, if it does.
Task<Outcome<http::Reply>> sendTo(
    http::Client& client, const Clock& clock, VaultSink::Pause pause, http::Request request)
{
    const http::Delivery sent = co_await client.send(std::move(request));
    if (sent.reply && sent.reply->status >= 400)
        *pause = std::max(
            *pause, http::retryAfter(*sent.reply, clock.now()).value_or(std::chrono::seconds(0)));
    co_return sent.reply;
}

/// Sends a request about the customer; `part` is "data" or "metadata".
Task<Outcome<http::Reply>> ask(
    Session session, QByteArray method, const char* part, QJsonObject body = {})
{
    http::Request request = requestFor(session.settings, session.token, method,
        session.settings.mount + QLatin1Char('/') + QLatin1String(part) + QLatin1Char('/')
            + session.path);
    if (!body.isEmpty())
        request.body = bodyOf(body);
    request.correlation = session.delivery.onboarding;
    request.recordedBody = nothingRecorded;
    co_return co_await sendTo(session.client, session.clock, session.pause, std::move(request));
}

/// Explains an answer that was not expected. A 403 does not say whether the token itself or its
/// policy is why: Vault is asked what it knows of the token.
Task<Failure> explained(Session session, http::Reply reply, QString what)
{
    const Failure failure = failureOf(reply, what);
    if (reply.status != 403)
        co_return failure;
    http::Request request =
        requestFor(session.settings, session.token, "GET", u"auth/token/lookup-self"_s);
    request.recordedBody = nothingRecorded;
    const auto known =
        co_await sendTo(session.client, session.clock, session.pause, std::move(request));
    if (!known || known->status != 403)
        co_return failure;
    co_return Failure{FailureKind::Refused, 403, {},
        Message::inWords(u"Vault does not accept the token: it is wrong, expired or revoked."_s),
        {}};
}

/// Reads what Vault knows of the customer's path, without what it holds there.
Task<Outcome<Entry>> lookUp(Session session)
{
    const auto reply = co_await ask(session, "GET", "metadata");
    if (!reply)
        co_return passOn(reply);
    const bool isNowhere = says(*reply, "no handler for route"_L1);
    if (reply->status == 404 && !isNowhere)
        co_return Entry();
    if (reply->status != 200)
        co_return tl::unexpected<Failure>(
            co_await explained(session, *reply, u"to read the metadata of the path"_s));
    const QJsonObject data = dataOf(*reply);
    if (!data.contains("current_version"_L1))
        co_return failed(FailureKind::BadReply,
            u"Vault's answer about the path has no current_version: is the mount KV version 2?"_s);
    Entry entry;
    entry.exists = true;
    entry.version = data.value("current_version"_L1).toInt();
    const QJsonObject latest =
        data.value("versions"_L1).toObject().value(QString::number(entry.version)).toObject();
    entry.isDeleted = latest.isEmpty() || latest.value("destroyed"_L1).toBool()
        || !latest.value("deletion_time"_L1).toString().isEmpty();
    const QJsonObject custom = data.value("custom_metadata"_L1).toObject();
    entry.isOurs = true;
    for (const QString& name : session.owner.keys())
        entry.isOurs = entry.isOurs && custom.value(name) == session.owner.value(name);
    co_return entry;
}

/// Tells whether the latest version was written by this very delivery, whose answer was lost.
Task<Outcome<bool>> isOwnWrite(Session session)
{
    const auto reply = co_await ask(session, "GET", "data");
    if (!reply)
        co_return passOn(reply);
    if (reply->status == 404) // the latest version is deleted, or there is none
        co_return false;
    if (reply->status != 200)
        co_return tl::unexpected<Failure>(
            co_await explained(session, *reply, u"to read the path"_s));
    const QJsonObject data = dataOf(*reply).value("data"_L1).toObject();
    co_return data.value(deliveryMember).toString() == session.delivery.id;
}

/// Writes a new version. False: somebody else has written one meanwhile.
Task<Outcome<bool>> write(Session session, QJsonObject data, int version)
{
    const QJsonObject body{{u"options"_s, QJsonObject{{u"cas"_s, version}}}, {u"data"_s, data}};
    const auto reply = co_await ask(session, "POST", "data", body);
    if (!reply)
        co_return passOn(reply);
    if (isMismatch(*reply))
        co_return co_await isOwnWrite(session);
    if (reply->status != 200)
        co_return tl::unexpected<Failure>(
            co_await explained(session, *reply, u"to write to the path"_s));
    if (!dataOf(*reply).contains("version"_L1))
        co_return failed(FailureKind::BadReply,
            u"Vault's answer to the write has no version: is the mount KV version 2?"_s);
    co_return true;
}

Task<Outcome<Done>> markAsOurs(Session session)
{
    const auto reply = co_await ask(
        session, "POST", "metadata", QJsonObject{{u"custom_metadata"_s, session.owner}});
    if (!reply)
        co_return passOn(reply);
    if (reply->status != 204 && reply->status != 200)
        co_return tl::unexpected<Failure>(
            co_await explained(session, *reply, u"to write the metadata of the path"_s));
    co_return Done{};
}

tl::unexpected<Failure> isSomebodyElses(const Session& session)
{
    return failed(FailureKind::Conflict,
        u"Somebody else's secret is at \"%1\" already, and it is left alone: remove it in Vault, "
        "or choose another path."_s.arg(session.path));
}

/// The data that is written for a customer, with the delivery's id in it.
Outcome<QJsonObject> dataFor(const Parcel& parcel)
{
    const auto document = plainDocument(HandoverFormat::Json, parcel);
    if (!document)
        return passOn(document);
    QByteArray bytes = document->reveal().toByteArray();
    auto data = jsonObject(bytes);
    wipe(bytes);
    if (data)
        data->insert(deliveryMember, parcel.delivery.id);
    return data;
}

Task<Outcome<Done>> put(Session session, Parcel parcel)
{
    const auto data = dataFor(parcel);
    if (!data)
        co_return passOn(data);
    const auto there = co_await lookUp(session);
    if (!there)
        co_return passOn(there);
    // The mark comes after the first write: a write of nobody else's path can be refused by Vault
    // (cas 0), a mark cannot.
    bool isWritten = false;
    if (there->exists && (!there->isOurs || session.delivery.tries > 1)) {
        const auto own = co_await isOwnWrite(session);
        if (!own)
            co_return passOn(own);
        isWritten = *own;
        if (!there->isOurs && !isWritten)
            co_return isSomebodyElses(session);
    }
    if (!isWritten) {
        const auto written = co_await write(session, *data, there->version);
        if (!written)
            co_return passOn(written);
        if (!*written && !there->isOurs)
            co_return isSomebodyElses(session);
        if (!*written)
            co_return failed(FailureKind::Conflict,
                u"\"%1\" was written by somebody else at the same moment (check-and-set)."_s.arg(
                    session.path));
    }
    if (there->isOurs)
        co_return Done{};
    co_return co_await markAsOurs(session);
}

/// Deletes the latest version (Disabled), or the path with all versions (Forgotten). Returns why
/// there was nothing of ours; empty: it was taken back.
Task<Outcome<QString>> takeBack(Session session)
{
    const auto there = co_await lookUp(session);
    if (!there)
        co_return passOn(there);
    if (!there->exists)
        co_return u"There is nothing at this path of Vault."_s;
    if (!there->isOurs)
        co_return u"What is at this path of Vault is not ours, and was left alone."_s;
    const bool isForgotten = session.delivery.event == DeliveryEvent::Forgotten;
    if (!isForgotten && there->isDeleted)
        co_return QString();
    const auto reply = co_await ask(session, "DELETE", isForgotten ? "metadata" : "data");
    if (!reply)
        co_return passOn(reply);
    if (reply->status != 204 && reply->status != 200)
        co_return tl::unexpected<Failure>(
            co_await explained(session, *reply, u"to delete the path"_s));
    co_return QString();
}

/// Fails if the mount is known to be something else than KV version 2. A token that may not know it
/// is none the wiser.
Task<Outcome<Done>> checkMount(Session session)
{
    http::Request request = requestFor(session.settings, session.token, "GET",
        u"sys/internal/ui/mounts/"_s + session.settings.mount);
    const auto reply =
        co_await sendTo(session.client, session.clock, session.pause, std::move(request));
    if (!reply)
        co_return passOn(reply);
    if (reply->status == 403 || reply->status == 404)
        co_return Done{};
    if (reply->status != 200)
        co_return tl::unexpected<Failure>(failureOf(*reply, u"to look at the mount"_s));
    const QJsonObject options = dataOf(*reply).value("options"_L1).toObject();
    if (options.value("version"_L1).toString() != "2"_L1)
        co_return failed(FailureKind::Invalid,
            u"The mount \"%1\" is no secrets engine KV version 2."_s.arg(session.settings.mount));
    co_return Done{};
}

Session sessionFor(http::Client& client, const Clock& clock, const VaultSink::Pause& pause,
    const VaultSettings& settings, const Secret& token, const QString& path, const Parcel& parcel)
{
    const Delivery& delivery = parcel.delivery;
    return {client, clock, pause, settings, token, path,
        {{u"managed-by"_s, u"jetbridge"_s}, {u"environment"_s, parcel.environment.name},
            {u"integrationId"_s, delivery.integration.text()}},
        delivery};
}

QString keyOf(const VaultSettings& settings)
{
    return QStringList{
        settings.address.toString(), settings.nameSpace, settings.roleMount, settings.roleId}
        .join(QLatin1Char('\n'));
}

QString placeOf(const VaultSettings& settings, const QString& path)
{
    return u"%1 %2/%3"_s.arg(settings.address.toString(), settings.mount, path);
}

} // namespace

Task<Outcome<Secret>> VaultSink::tokenFor(
    VaultSettings settings, Secret secret, OnboardingId run, Pause pause)
{
    if (m_recorder)
        m_recorder->knowSecret(secret);
    if (settings.roleId.isEmpty())
        co_return secret;
    const auto known = m_roleTokens.constFind(keyOf(settings));
    if (known != m_roleTokens.cend() && m_clock.steadyMs() < known->until)
        co_return Secret(known->token);
    http::Request request =
        requestFor(settings, {}, "POST", u"auth/%1/login"_s.arg(settings.roleMount));
    request.body = bodyOf({{u"role_id"_s, settings.roleId}, {u"secret_id"_s, secret.revealText()}});
    request.correlation = run;
    request.recordedBody = nothingRecorded;
    const auto answered = co_await sendTo(m_client, m_clock, pause, std::move(request));
    if (!answered)
        co_return passOn(answered);
    const http::Reply& reply = *answered;
    if (reply.status == 400 || reply.status == 401 || reply.status == 403)
        co_return failed(FailureKind::Refused,
            u"Vault does not accept the AppRole: its role id or secret id is wrong, expired or "
            "used up."_s,
            reply.status);
    if (reply.status != 200)
        co_return tl::unexpected<Failure>(failureOf(reply, u"to sign in by AppRole"_s));
    const auto object = jsonObject(reply.body);
    const QJsonObject auth = object ? object->value("auth"_L1).toObject() : QJsonObject();
    QByteArray token = auth.value("client_token"_L1).toString().toUtf8();
    if (token.isEmpty())
        co_return failed(FailureKind::BadReply, u"Vault's sign-in answer has no client_token."_s);
    RoleToken fresh{Secret(token), 0};
    wipe(token);
    const qint64 lease = auth.value("lease_duration"_L1).toInteger();
    fresh.until = m_clock.steadyMs() + (lease > 0 ? lease : assumedLease) * msOfLease;
    if (m_recorder)
        m_recorder->knowSecret(fresh.token);
    m_roleTokens.insert(keyOf(settings), fresh);
    co_return Secret(fresh.token);
}

Task<DeliveryResult> VaultSink::deliver(Sink sink, Parcel parcel)
{
    const VaultSettings settings = VaultSettings::fromJson(sink.settings);
    DeliveryResult result;
    const auto path = settings.pathOf(parcel.delivery, parcel.environment.name);
    if (!path) {
        result.outcome = passOn(path);
        co_return result;
    }
    result.place = placeOf(settings, *path);
    const auto pause = std::make_shared<std::chrono::seconds>(0);
    // A token that an AppRole got earlier may have been revoked: then a new one is tried once.
    for (int tries = 0; tries < 2; ++tries) {
        const bool isOld = m_roleTokens.contains(keyOf(settings));
        const auto token =
            co_await tokenFor(settings, parcel.secret, parcel.delivery.onboarding, pause);
        result.pause = *pause;
        if (!token) {
            result.outcome = passOn(token);
            co_return result;
        }
        const Session session =
            sessionFor(m_client, m_clock, pause, settings, *token, *path, parcel);
        if (handsOver(parcel.delivery.event)) {
            result.outcome = co_await put(session, parcel);
        } else {
            const auto gone = co_await takeBack(session);
            result.outcome = gone ? Outcome<Done>(Done{}) : Outcome<Done>(passOn(gone));
            result.nothingBecause = gone.value_or(QString());
        }
        if (result.outcome || result.outcome.error().kind == FailureKind::Cancelled)
            co_return result;
        result.pause = *pause;
        const bool isRefused = result.outcome.error().kind == FailureKind::Refused;
        if (!isRefused || settings.roleId.isEmpty())
            co_return result;
        m_roleTokens.remove(keyOf(settings));
        if (!isOld)
            co_return result;
    }
    co_return result;
}

Task<Outcome<DeliveryPreview>> VaultSink::preview(Sink sink, Parcel parcel)
{
    const VaultSettings settings = VaultSettings::fromJson(sink.settings);
    if (const auto sound = settings.check(); !sound)
        co_return passOn(sound);
    const auto path = settings.pathOf(parcel.delivery, parcel.environment.name);
    if (!path)
        co_return passOn(path);
    const auto data = dataFor(parcel);
    if (!data)
        co_return passOn(data);
    const auto pause = std::make_shared<std::chrono::seconds>(0);
    const auto token = co_await tokenFor(settings, parcel.secret, {}, pause);
    if (!token)
        co_return passOn(token);
    const Session session = sessionFor(m_client, m_clock, pause, settings, *token, *path, parcel);
    const auto mount = co_await checkMount(session);
    if (!mount)
        co_return passOn(mount);
    const auto there = co_await lookUp(session);
    if (!there)
        co_return passOn(there);
    if (there->exists && !there->isOurs)
        co_return isSomebodyElses(session);
    co_return DeliveryPreview{placeOf(settings, *path), QJsonDocument(*data).toJson()};
}

} // namespace jetbridge::delivery
