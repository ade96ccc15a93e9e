// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Handover.h"

#include "domain/NameTable.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <optional>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr std::pair<HandoverFormat, const char*> names[] = {{HandoverFormat::Json, "json"},
    {HandoverFormat::Env, "env"}, {HandoverFormat::Kubernetes, "kubernetes"},
    {HandoverFormat::Vault, "vault"}, {HandoverFormat::Gpg, "gpg"}};

/// A value with its name in each format.
struct Entry {
    const char* jsonName;
    const char* environmentName;
    QString value;
};

QList<Entry> entries(const Environment& environment, const Integration& integration,
    const CustomerCredentials& credentials)
{
    return {{"companyId", "SMARTRECRUITERS_COMPANY_ID", integration.company.text()},
        {"integrationId", "SMARTRECRUITERS_INTEGRATION_ID", credentials.integrationId.text()},
        {"clientId", "SMARTRECRUITERS_CLIENT_ID", credentials.client.clientId.text()},
        {"clientSecret", "SMARTRECRUITERS_CLIENT_SECRET",
            credentials.client.clientSecret.revealText()},
        {"tokenUrl", "SMARTRECRUITERS_TOKEN_URL", environment.tokenUrl().toString()},
        {"apiUrl", "SMARTRECRUITERS_API_URL", environment.apiUrl.toString()}};
}

/// Quotes a value so that POSIX shells, systemd, node's dotenv and python-dotenv read the same
/// text; nullopt if that is impossible. Between single quotes python-dotenv takes "\\\\" and "\\'"
/// for escapes, and replaces "${NAME}". Between double quotes the four agree about plain text only.
/// A shell replaces "~" by a home folder unless it is quoted.
std::optional<QString> quoted(const QString& value)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9._:/@+-]+\\z"_s);
    static const QRegularExpression notInSingle(u"[\\x00-\\x1F\\x7F']|\\\\\\\\|\\\\\\z|\\$\\{"_s);
    static const QRegularExpression notInDouble(u"[\\x00-\\x1F\\x7F\\\\\"$`]"_s);
    if (plain.match(value).hasMatch())
        return value;
    if (!value.contains(notInSingle))
        return QLatin1Char('\'') + value + QLatin1Char('\'');
    if (!value.contains(notInDouble))
        return QLatin1Char('"') + value + QLatin1Char('"');
    return std::nullopt;
}

/// Returns the manifest's name, a DNS subdomain by RFC 1123: lower case letters, digits and
/// hyphens, at most 63. A hash in it keeps identifiers apart that differ only in what is lost
/// (case, underscores, length), and also the environments.
QString manifestName(const Environment& environment, const Integration& integration)
{
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    const QString company = integration.company.text();
    const QByteArray whose = environment.name.toUtf8() + '\0' + company.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(whose, QCryptographicHash::Sha256).toHex();
    QString readable = company.toLower().replace(others, u"-"_s).left(30);
    while (readable.startsWith(QLatin1Char('-')))
        readable.remove(0, 1);
    while (readable.endsWith(QLatin1Char('-')))
        readable.chop(1);
    const QStringList parts{u"smartrecruiters"_s, readable, QString::fromLatin1(hash.first(16))};
    return parts.filter(QRegularExpression(u"."_s)).join(QLatin1Char('-'));
}

QString fileName(HandoverFormat format, const QString& id)
{
    const char* suffix = ".json";
    if (format == HandoverFormat::Env)
        suffix = ".env";
    else if (format == HandoverFormat::Kubernetes)
        suffix = ".yaml";
    else if (format == HandoverFormat::Gpg)
        suffix = ".json.asc";
    // An identifier may contain characters that a file name must not.
    return QString::fromLatin1(QUrl::toPercentEncoding(id, {}, ".")) + QLatin1String(suffix);
}

} // namespace

Outcome<HandoverFormat> handoverFormatFromName(const QString& name)
{
    if (const auto format = valueIn(names, name))
        return *format;
    return failed(FailureKind::Invalid,
        u"The format must be json, env, kubernetes, vault or gpg, not \"%1\"."_s.arg(name));
}

QString handoverFormatName(HandoverFormat format)
{
    return nameIn(names, format);
}

Outcome<Secret> handoverDocument(HandoverFormat format, const Environment& environment,
    const Integration& integration, const CustomerCredentials& credentials)
{
    const QList<Entry> all = entries(environment, integration, credentials);
    QJsonObject object;
    QByteArray text;
    switch (format) {
    case HandoverFormat::Json:
    case HandoverFormat::Gpg:
    case HandoverFormat::Vault:
        for (const Entry& entry : all)
            object.insert(QLatin1String(entry.jsonName), entry.value);
        if (format == HandoverFormat::Vault)
            object = {{u"data"_s, object}};
        text = QJsonDocument(object).toJson();
        break;
    case HandoverFormat::Env:
        for (const Entry& entry : all) {
            const auto value = quoted(entry.value);
            if (!value) {
                wipe(text);
                return failed(FailureKind::Invalid,
                    u"%1 has characters that a shell, node's dotenv and "
                    "python-dotenv would read differently: hand it over as JSON."_s.arg(
                        QLatin1String(entry.environmentName)));
            }
            text += entry.environmentName + ('=' + value->toUtf8()) + '\n';
        }
        break;
    case HandoverFormat::Kubernetes:
        text = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: "
            + manifestName(environment, integration).toUtf8() + "\ntype: Opaque\ndata:\n";
        for (const Entry& entry : all)
            text += "  " + QByteArray(entry.environmentName) + ": "
                + entry.value.toUtf8().toBase64() + '\n';
        break;
    }
    Secret document{QByteArrayView(text)};
    wipe(text);
    return document;
}

QString handoverFileName(HandoverFormat format, const CompanyId& company)
{
    return fileName(format, company.text());
}

QString handoverFileName(HandoverFormat format, const IntegrationId& integration)
{
    return fileName(format, integration.text());
}

} // namespace jetbridge
