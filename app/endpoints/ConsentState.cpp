// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/ConsentState.h"

#include "domain/Utc.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

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
        {u"stage"_s, int(state.stage)},
        {u"company"_s, state.company.text()},
        {u"redirect"_s, state.redirect.toString(QUrl::FullyEncoded)},
        {u"visit"_s, QString::fromLatin1(state.visit)},
        {u"onboarding"_s, state.onboarding.text()},
        {u"expires"_s, state.expiresAt.toMSecsSinceEpoch()},
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
    state.stage = ConsentState::Stage(object.value("stage"_L1).toInt());
    state.company = CompanyId(object.value("company"_L1).toString());
    state.redirect = QUrl(object.value("redirect"_L1).toString(), QUrl::StrictMode);
    state.visit = object.value("visit"_L1).toString().toLatin1();
    state.onboarding = OnboardingId(object.value("onboarding"_L1).toString());
    state.expiresAt =
        QDateTime::fromMSecsSinceEpoch(qint64(object.value("expires"_L1).toDouble()), utc);
    if (state.stage != stage || now >= state.expiresAt)
        return std::nullopt;
    return state;
}

} // namespace jetbridge::endpoints
