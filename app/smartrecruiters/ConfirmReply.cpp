// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/ConfirmReply.h"

#include "domain/Json.h"
#include "smartrecruiters/ReplyFailure.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::smartrecruiters {

namespace {

/// A longer integrationId is not an identifier.
constexpr qsizetype longestId = 200;

/// Converts the body to UTF-8.
QByteArray utf8(const QByteArray& body)
{
    const auto encoding = QStringConverter::encodingForData(body, u'{');
    if (!encoding || *encoding == QStringConverter::Utf8)
        return body;
    return QString(QStringDecoder(*encoding)(body)).toUtf8();
}

/// Normalises a name: "client_id" and "ClientID" count as clientId too.
QString plainName(const QString& name)
{
    QString plain = name.toLower();
    plain.remove(QLatin1Char('_')).remove(QLatin1Char('-')).remove(QLatin1Char(' '));
    return plain;
}

bool hasControlCharacter(const QByteArray& value)
{
    return std::any_of(value.begin(), value.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

/// The fields of one answer, and notes about what is unusual in them.
class Fields {
public:
    Fields(const QByteArray& body, const IntegrationRequest& integration)
        : m_members(jsonMembers(utf8(body)))
    {
        if (integration.issued) {
            m_ours = {integration.issued->clientId.text().toUtf8()};
            m_ourSecret = integration.issued->clientSecret;
        }
    }

    /// Returns a field; empty if there is none.
    QByteArray take(const char* field)
    {
        const JsonMember* best = nullptr;
        for (const JsonMember& member : m_members)
            if (isFor(field, member) && (!best || isBetter(field, member, *best)))
                best = &member;
        if (!best) {
            m_oddities.append(u"it has no \"%1\""_s.arg(QLatin1String(field)));
            return {};
        }
        if (best->kind == JsonMember::Kind::Number)
            m_oddities.append(u"\"%1\" is a number"_s.arg(best->name));
        if (best->name != QLatin1String(field))
            m_oddities.append(u"\"%1\" stands for \"%2\""_s.arg(best->name, QLatin1String(field)));
        if (best->depth != 1)
            m_oddities.append(
                u"\"%1\" is not in the place that the guide defines"_s.arg(best->name));
        if (hasControlCharacter(best->value))
            m_oddities.append(u"\"%1\" has a control character"_s.arg(best->name));
        return best->value;
    }

    const QStringList& oddities() const { return m_oddities; }

private:
    bool isFor(const char* field, const JsonMember& member) const
    {
        return member.kind != JsonMember::Kind::Literal && !member.value.trimmed().isEmpty()
            && plainName(member.name) == plainName(QLatin1String(field)) && !isOurs(member.value);
    }
    bool isOurs(const QByteArray& value) const
    {
        return m_ours.contains(value)
            || (!m_ourSecret.isEmpty() && m_ourSecret.equals(Secret(value)));
    }
    /// Prefers the guide's own spelling, then the outermost member; among equals the last, as Qt
    /// does.
    static bool isBetter(const char* field, const JsonMember& one, const JsonMember& other)
    {
        const bool isExact = one.name == QLatin1String(field);
        const bool isOtherExact = other.name == QLatin1String(field);
        return isExact != isOtherExact ? isExact : one.depth <= other.depth;
    }

    QList<JsonMember> m_members;
    QList<QByteArray> m_ours; ///< Our own values, which an answer may repeat.
    Secret m_ourSecret;
    QStringList m_oddities;
};

QString withoutStop(QString sentence)
{
    return sentence.endsWith(QLatin1Char('.')) ? sentence.chopped(1) : sentence;
}

/// nullopt: no secret came.
std::optional<CustomerCredentials> readCredentials(
    const QByteArray& body, const IntegrationRequest& integration, QStringList oddities)
{
    Fields fields(body, integration);
    QByteArray secret = fields.take("clientSecret");
    if (secret.isEmpty())
        return std::nullopt;
    CustomerCredentials credentials;
    credentials.client.clientSecret = Secret(secret);
    wipe(secret);
    credentials.client.clientId = ClientId(QString::fromUtf8(fields.take("clientId")));
    const QByteArray id = fields.take("integrationId");
    oddities += fields.oddities();
    if (id.size() <= longestId && !hasControlCharacter(id))
        credentials.integrationId = IntegrationId(QString::fromUtf8(id));
    else
        oddities.append(u"\"integrationId\" is not an identifier"_s);
    if (!oddities.isEmpty())
        credentials.note = Message::of("confirm_odd_answer", {oddities.join(u"; "_s)});
    return credentials;
}

/// Makes the failure for a confirm call that was sent and returned no secret: it may or may not
/// have taken effect.
tl::unexpected<Failure> unknownOutcome(Failure why, const OnboardingId& onboarding)
{
    why.kind = FailureKind::OutcomeUnknown;
    why.detail = Message::of("confirm_unknown", {why.detail});
    why.correlationId = onboarding.text();
    return tl::unexpected<Failure>(why);
}

/// Tells whether a status proves that nothing was done. Only a 4xx does, except 408, which a
/// gateway may send after it forwarded the request.
bool saysNothingWasDone(int status)
{
    return status >= 400 && status < 500 && status != 408;
}

/// Explains why a successful answer is unusable.
Failure withoutSecret(const http::Reply& reply, const WireRequest& request, const QDateTime& now)
{
    const auto object = jsonOf(reply);
    if (!object)
        return object.error();
    if (tellsError(reply))
        return replyFailure(reply, request.confidential, now);
    return {FailureKind::BadReply, reply.status, u"clientSecret"_s,
        Message::of("confirm_no_secret", {QString::number(reply.status)}), {}};
}

} // namespace

Outcome<CustomerCredentials> readConfirmed(const http::Delivery& delivery,
    const WireRequest& request, const IntegrationRequest& integration, const QDateTime& now)
{
    const auto reply = succeeded(delivery, request, now);
    if (!reply && (!delivery.left || saysNothingWasDone(reply.error().status)))
        return passOn(reply);
    const QByteArray& body = delivery.reply ? delivery.reply->body : delivery.cut.body;
    QStringList oddities;
    if (!reply)
        oddities.append(withoutStop(reply.error().detail));
    else if (!jsonOf(*reply))
        oddities.append(u"it is not complete JSON"_s);
    if (const auto credentials = readCredentials(body, integration, oddities))
        return *credentials;
    return unknownOutcome(
        reply ? withoutSecret(*reply, request, now) : reply.error(), request.correlation);
}

} // namespace jetbridge::smartrecruiters
