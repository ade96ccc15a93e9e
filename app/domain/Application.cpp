// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Application.h"

#include "domain/Json.h"
#include "domain/KnownScopes.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

Outcome<QString> text(const QJsonObject& object, const char* field, bool required)
{
    const QJsonValue value = object.value(QLatin1String(field));
    if (value.isUndefined() || value.isNull())
        return required ? Outcome<QString>(failed(FailureKind::Invalid,
                   u"The field \"%1\" is missing."_s.arg(QLatin1String(field)), 0,
                   QLatin1String(field)))
                        : Outcome<QString>(QString());
    if (!value.isString())
        return failed(FailureKind::Invalid,
            u"The field \"%1\" must be a text."_s.arg(QLatin1String(field)), 0,
            QLatin1String(field));
    return value.toString();
}

Outcome<QUrl> url(const QJsonObject& object, const char* field)
{
    const auto string = text(object, field, false);
    if (!string)
        return passOn(string);
    if (string->isEmpty())
        return QUrl();
    const QUrl parsed(*string, QUrl::StrictMode);
    if (!parsed.isValid() || parsed.scheme().isEmpty())
        return failed(FailureKind::Invalid,
            u"The field \"%1\" is not a complete URL: \"%2\"."_s.arg(QLatin1String(field), *string),
            0, QLatin1String(field));
    return parsed;
}

Outcome<QList<ScopeRequest>> scopeRequests(const QJsonValue& value)
{
    const auto wrong = [](const QString& detail) {
        return failed(FailureKind::Invalid, detail, 0, u"scopes"_s);
    };
    QList<ScopeRequest> requests;
    if (value.isUndefined())
        return requests;
    if (!value.isArray())
        return wrong(u"The field \"scopes\" must be a list."_s);
    const QJsonArray entries = value.toArray();
    for (qsizetype at = 0; at < entries.size(); ++at) {
        const QJsonValue entry = entries.at(at);
        const QJsonValue name = entry.isString() ? entry : entry["name"_L1];
        const QJsonValue reason = entry["reason"_L1];
        if (!name.isString() || (!reason.isString() && !reason.isUndefined() && !reason.isNull()))
            return wrong(
                u"scopes[%1] must be a name, or {\"name\",\"reason\"} with texts."_s.arg(at));
        requests.append(ScopeRequest{name.toString(), reason.toString()});
    }
    return requests;
}

/// Returns the field names that an application document has at a place: at the top (empty), or in
/// each entry of a list ("scopes[]"). Those that also stand in the registration packet are the
/// guide's.
QStringList knownFieldsAt(const QString& place)
{
    static const QHash<QString, QStringList> known{
        {QString(),
            QStringList{u"name"_s, u"description"_s, u"logo"_s, u"scopes"_s, u"consentUrl"_s,
                u"consentDisplayMode"_s, u"oauthTokenUrl"_s, u"callbackUrl"_s, u"visibility"_s,
                u"state"_s, u"unknownFields"_s}},
        {u"scopes[]"_s, QStringList{u"name"_s, u"reason"_s}}};
    return known.value(place);
}

/// Returns the place of a path: "scopes[]" for "scopes[1]".
QString placeOf(QString path)
{
    static const QRegularExpression index(u"\\[\\d+\\]"_s);
    return path.replace(index, u"[]"_s);
}

/// Collects the paths of unknown fields ("scopes[1].reson") in a value at `path`, and below it.
void findUnknownFields(const QJsonValue& value, const QString& path, QStringList& unknown)
{
    const QJsonArray list = value.toArray();
    for (qsizetype at = 0; at < list.size(); ++at)
        findUnknownFields(list.at(at), path + u"[%1]"_s.arg(at), unknown);
    const QJsonObject object = value.toObject();
    const QStringList known = knownFieldsAt(placeOf(path));
    for (auto field = object.begin(); field != object.end(); ++field) {
        const QString itsPath =
            path.isEmpty() ? field.key() : path + QLatin1Char('.') + field.key();
        if (known.contains(field.key()))
            findUnknownFields(field.value(), itsPath, unknown);
        else
            unknown.append(itsPath);
    }
}

QStringList unknownFieldsOf(const QJsonObject& object)
{
    QStringList unknown = object.value("unknownFields"_L1).toVariant().toStringList();
    findUnknownFields(object, {}, unknown);
    return unknown;
}

/// Returns the known field that an unknown one probably means; empty if none is similar.
QString fieldMeantBy(const QString& path)
{
    const auto plain = [](QString name) {
        return name.remove(QLatin1Char('_')).remove(QLatin1Char('-')).toLower();
    };
    const qsizetype dot = path.lastIndexOf(QLatin1Char('.'));
    const QString unknown = plain(path.sliced(dot + 1));
    const QStringList known = knownFieldsAt(placeOf(path.first(std::max<qsizetype>(dot, 0))));
    const auto meant = std::find_if(
        known.begin(), known.end(), [&](const QString& one) { return plain(one) == unknown; });
    return meant == known.end() ? QString() : *meant;
}

/// Collects them. "%1" in the sentence of a code is `subject`.
class Findings {
public:
    void error(const char* field, const char* code, const QString& subject = {})
    {
        add(Finding::Severity::Error, QLatin1String(field), code, subject);
    }
    void unknownField(const QString& field)
    {
        const QString meant = fieldMeantBy(field);
        add(Finding::Severity::Error, field,
            meant.isEmpty() ? "unknown_field" : "unknown_field_meant", meant);
    }
    void warning(const char* field, const char* code, const QString& subject = {})
    {
        add(Finding::Severity::Warning, QLatin1String(field), code, subject);
    }
    void note(const char* field, const char* code)
    {
        add(Finding::Severity::Note, QLatin1String(field), code, {});
    }
    QList<Finding> list;

private:
    void add(
        Finding::Severity severity, const QString& field, const char* code, const QString& subject)
    {
        list.append({severity, field,
            Message::of(code, subject.isNull() ? QStringList() : QStringList(subject))});
    }
};

void checkEndpointUrl(Findings& findings, const char* field, const QUrl& url)
{
    if (url.scheme() != "https"_L1 && !isLoopback(url))
        findings.error(field, "must_be_https");
    else if (isLoopback(url))
        findings.note(field, "points_here");
    if (url.host().isEmpty())
        findings.error(field, "no_host");
    if (url.hasFragment())
        findings.error(field, "no_fragment");
    if (!url.userInfo().isEmpty())
        findings.error(field, "no_user_info");
}

} // namespace

QString consentDisplayModeName(ConsentDisplayMode mode)
{
    return mode == ConsentDisplayMode::Redirect ? u"REDIRECT"_s : u"POPUP"_s;
}

Outcome<ConsentDisplayMode> consentDisplayModeFromName(const QString& name)
{
    if (name.compare("REDIRECT"_L1, Qt::CaseInsensitive) == 0)
        return ConsentDisplayMode::Redirect;
    if (name.compare("POPUP"_L1, Qt::CaseInsensitive) == 0)
        return ConsentDisplayMode::Popup;
    return failed(FailureKind::Invalid,
        u"\"consentDisplayMode\" must be REDIRECT or POPUP, not \"%1\"."_s.arg(name), 0,
        u"consentDisplayMode"_s);
}

QString severityName(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Error:
        return u"error"_s;
    case Finding::Severity::Warning:
        return u"warning"_s;
    case Finding::Severity::Note:
        return u"note"_s;
    }
    Q_UNREACHABLE();
}

QString registrationStateName(RegistrationState state)
{
    switch (state) {
    case RegistrationState::Draft:
        return u"draft"_s;
    case RegistrationState::Sent:
        return u"sent"_s;
    case RegistrationState::AdjustScopes:
        return u"adjustScopes"_s;
    case RegistrationState::Approved:
        return u"approved"_s;
    }
    Q_UNREACHABLE();
}

Outcome<RegistrationState> registrationStateFromName(const QString& name)
{
    for (const auto state : {RegistrationState::Draft, RegistrationState::Sent,
             RegistrationState::AdjustScopes, RegistrationState::Approved})
        if (registrationStateName(state) == name)
            return state;
    return failed(FailureKind::Invalid,
        u"\"state\" must be draft, sent, adjustScopes or approved, not \"%1\"."_s.arg(name), 0,
        u"state"_s);
}

bool isLoopback(const QUrl& url)
{
    static const QRegularExpression loopback(u"^(localhost|127(\\.\\d{1,3}){3}|::1)$"_s);
    return url.scheme() == "http"_L1 && loopback.match(url.host().toLower()).hasMatch();
}

bool leadsToTheSame(const QUrl& one, const QUrl& other)
{
    if (one == other)
        return true;
    QUrl renamed = one;
    renamed.setHost(other.host());
    return isLoopback(one) && isLoopback(other) && renamed == other;
}

Scopes Application::scopeNames() const
{
    QStringList names;
    for (const ScopeRequest& scope : scopes)
        names.append(scope.name);
    return Scopes::of(names).value_or(Scopes());
}

Outcome<Application> Application::fromJson(const QByteArray& json)
{
    const auto parsed = jsonObject(json);
    if (!parsed)
        return passOn(parsed);
    const QJsonObject& object = *parsed;

    const auto name = text(object, "name", true);
    const auto description = text(object, "description", false);
    const auto mode = text(object, "consentDisplayMode", false);
    const auto visibility = text(object, "visibility", false);
    const auto state = text(object, "state", false);
    for (const auto* field : {&name, &description, &mode, &visibility, &state})
        if (!*field)
            return passOn(*field);
    const auto logo = url(object, "logo");
    const auto consentUrl = url(object, "consentUrl");
    const auto oauthTokenUrl = url(object, "oauthTokenUrl");
    const auto callbackUrl = url(object, "callbackUrl");
    for (const auto* field : {&logo, &consentUrl, &oauthTokenUrl, &callbackUrl})
        if (!*field)
            return passOn(*field);
    const auto scopes = scopeRequests(object.value("scopes"_L1));
    if (!scopes)
        return passOn(scopes);
    const auto displayMode = mode->isEmpty()
        ? Outcome<ConsentDisplayMode>(ConsentDisplayMode::Redirect)
        : consentDisplayModeFromName(*mode);
    if (!displayMode)
        return passOn(displayMode);
    const auto registration = state->isEmpty()
        ? Outcome<RegistrationState>(RegistrationState::Draft)
        : registrationStateFromName(*state);
    if (!registration)
        return passOn(registration);
    if (!visibility->isEmpty() && *visibility != "all"_L1 && *visibility != "selected"_L1)
        return failed(FailureKind::Invalid,
            u"\"visibility\" must be \"all\" or \"selected\", not \"%1\"."_s.arg(*visibility), 0,
            u"visibility"_s);

    Application application;
    application.name = *name;
    application.description = *description;
    application.logo = *logo;
    application.scopes = *scopes;
    application.consentUrl = *consentUrl;
    application.consentDisplayMode = *displayMode;
    application.oauthTokenUrl = *oauthTokenUrl;
    application.callbackUrl = *callbackUrl;
    application.visibility =
        *visibility == "all"_L1 ? Visibility::AllCustomers : Visibility::SelectedCustomers;
    application.state = *registration;
    application.unknownFields = unknownFieldsOf(object);
    return application;
}

QJsonObject Application::toJson() const
{
    QJsonArray list;
    for (const ScopeRequest& scope : scopes)
        list.append(QJsonObject{{u"name"_s, scope.name}, {u"reason"_s, scope.reason}});
    QJsonObject json{
        {u"name"_s, name},
        {u"description"_s, description},
        {u"logo"_s, logo.toString(QUrl::FullyEncoded)},
        {u"scopes"_s, list},
        {u"consentUrl"_s, consentUrl.toString(QUrl::FullyEncoded)},
        {u"consentDisplayMode"_s, consentDisplayModeName(consentDisplayMode)},
        {u"oauthTokenUrl"_s, oauthTokenUrl.toString(QUrl::FullyEncoded)},
        {u"callbackUrl"_s, callbackUrl.toString(QUrl::FullyEncoded)},
        {u"visibility"_s, visibility == Visibility::AllCustomers ? u"all"_s : u"selected"_s},
        {u"state"_s, registrationStateName(state)},
    };
    if (!unknownFields.isEmpty())
        json.insert(u"unknownFields"_s, QJsonArray::fromStringList(unknownFields));
    return json;
}

QList<Finding> Application::check() const
{
    Findings findings;
    for (const QString& field : unknownFields)
        findings.unknownField(field);
    if (name.trimmed().isEmpty())
        findings.error("name", "seen_by_customers");
    if (description.trimmed().isEmpty())
        findings.error("description", "seen_by_customers");
    if (logo.isEmpty())
        findings.error("logo", "seen_by_customers");
    else if (logo.scheme() != "https"_L1 && logo.scheme() != "data"_L1)
        findings.warning("logo", "logo_address");

    if (scopes.isEmpty())
        findings.error("scopes", "no_scopes");
    QStringList seen;
    for (const ScopeRequest& scope : scopes) {
        if (!Scopes::of({scope.name}))
            findings.error("scopes", "scope_invalid", scope.name);
        else if (!isKnownScope(scope.name))
            findings.warning("scopes", "scope_not_known", scope.name);
        if (seen.contains(scope.name))
            findings.warning("scopes", "scope_twice", scope.name);
        seen.append(scope.name);
        if (scope.reason.trimmed().isEmpty())
            findings.warning("scopes", "scope_no_reason", scope.name);
    }
    if (!scopes.isEmpty() && !seen.contains(u"company_read"_s))
        findings.note("scopes", "no_company_read");

    if (consentUrl.isEmpty())
        findings.error("consentUrl", "consent_url_missing");
    else {
        checkEndpointUrl(findings, "consentUrl", consentUrl);
        const QString query = consentUrl.query();
        if (query.contains("companyId="_L1) || query.contains("redirect="_L1))
            findings.error("consentUrl", "consent_url_query");
    }
    if (!oauthTokenUrl.isEmpty())
        checkEndpointUrl(findings, "oauthTokenUrl", oauthTokenUrl);
    if (!callbackUrl.isEmpty()) {
        checkEndpointUrl(findings, "callbackUrl", callbackUrl);
        if (oauthTokenUrl.isEmpty())
            findings.error("callbackUrl", "callback_needs_token_url");
    } else if (!oauthTokenUrl.isEmpty()) {
        findings.note("callbackUrl", "callback_url_empty");
    }
    return findings.list;
}

} // namespace jetbridge
