// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/ConsentState.h"

#include "domain/Utc.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

namespace jetbridge::endpoints {

namespace {

constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

ConsentSeal::ConsentSeal(Secret key)
    : m_key(std::move(key))
{
}

QByteArray ConsentSeal::signature(QByteArrayView payload) const
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, m_key.reveal().toByteArray());
    code.addData(payload.data(), payload.size());
    return code.result().toBase64(urlSafe);
}

QByteArray ConsentSeal::seal(const ConsentState& state) const
{
    const QJsonObject object{
        {QStringLiteral("stage"), int(state.stage)},
        {QStringLiteral("company"), state.company.text()},
        {QStringLiteral("redirect"), state.redirect.toString(QUrl::FullyEncoded)},
        {QStringLiteral("visit"), QString::fromLatin1(state.visit)},
        {QStringLiteral("onboarding"), state.onboarding.text()},
        {QStringLiteral("expires"), state.expiresAt.toMSecsSinceEpoch()},
    };
    const QByteArray payload =
        QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(urlSafe);
    return payload + '.' + signature(payload);
}

std::optional<ConsentState> ConsentSeal::open(
    const QByteArray& sealed, ConsentState::Stage stage, const QDateTime& now) const
{
    const qsizetype dot = sealed.indexOf('.');
    if (dot < 0)
        return std::nullopt;
    const QByteArray payload = sealed.first(dot);
    if (!Secret::equalBytes(sealed.sliced(dot + 1), signature(payload)))
        return std::nullopt;

    const QJsonObject object =
        QJsonDocument::fromJson(QByteArray::fromBase64(payload, urlSafe)).object();
    ConsentState state;
    state.stage = ConsentState::Stage(object.value(QLatin1String("stage")).toInt());
    state.company = CompanyId(object.value(QLatin1String("company")).toString());
    state.redirect = QUrl(object.value(QLatin1String("redirect")).toString(), QUrl::StrictMode);
    state.visit = object.value(QLatin1String("visit")).toString().toLatin1();
    state.onboarding = OnboardingId(object.value(QLatin1String("onboarding")).toString());
    state.expiresAt = QDateTime::fromMSecsSinceEpoch(
        qint64(object.value(QLatin1String("expires")).toDouble()), utc);
    if (state.stage != stage || now >= state.expiresAt)
        return std::nullopt;
    return state;
}

} // namespace jetbridge::endpoints
