// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/RegisterApplication.h"

#include "domain/Harmless.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

struct Line {
    QString name;
    QString value;
};

QList<Line> lines(const Application& application)
{
    const auto orNone = [](const QUrl& url) {
        return url.isEmpty() ? u"(none)"_s : url.toString();
    };
    // An embedded picture would fill pages; here it is only named, and the JSON packet contains it.
    const QString logo = application.logo.scheme() == "data"_L1
        ? u"(embedded image, see the JSON packet)"_s
        : orNone(application.logo);
    return {
        {u"consentUrl"_s, orNone(application.consentUrl)},
        {u"consentDisplayMode"_s, consentDisplayModeName(application.consentDisplayMode)},
        {u"oauthTokenUrl"_s, orNone(application.oauthTokenUrl)},
        {u"callbackUrl"_s, orNone(application.callbackUrl)},
        {u"logo"_s, logo},
        {u"description"_s, application.description},
        {u"visibility"_s,
            application.visibility == Visibility::AllCustomers ? u"all customers"_s
                                                               : u"selected customers (private)"_s},
    };
}

QByteArray markdown(const Application& application)
{
    QString text = u"# %1\n\nRegistration for the SmartRecruiters General Partner Integration\n\n"
                   "| Field | Value |\n|---|---|\n"_s.arg(harmless::markdown(application.name));
    for (const Line& line : lines(application))
        text += u"| %1 | %2 |\n"_s.arg(line.name, harmless::markdown(line.value));
    text += u"\n## scopes\n\n| Scope | Why it is needed |\n|---|---|\n"_s;
    for (const ScopeRequest& scope : application.scopes)
        text += u"| `%1` | %2 |\n"_s.arg(scope.name, harmless::markdown(scope.reason));
    return text.toUtf8();
}

QByteArray html(const Application& application)
{
    QString rows;
    for (const Line& line : lines(application))
        rows += u"<tr><th scope=\"row\">%1</th><td>%2</td></tr>\n"_s.arg(
            line.name, harmless::html(line.value));
    QString scopes;
    for (const ScopeRequest& scope : application.scopes)
        scopes += u"<tr><th scope=\"row\"><code>%1</code></th><td>%2</td></tr>\n"_s.arg(
            harmless::html(scope.name), harmless::html(scope.reason));
    return u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>%1</title>\n"
           "<style>body{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 "
           "1em;color:#1B2430}"
           "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;"
           "padding:.4em .8em;"
           "border:1px solid #D5DAE1;overflow-wrap:anywhere}</style></head>\n<body><h1>%1</h1>\n"
           "<p>Registration for the SmartRecruiters General Partner "
           "Integration</p>\n<table>%2</table>\n"
           "<h2>scopes</h2>\n<table>%3</table></body></html>\n"_s
               .arg(harmless::html(application.name), rows, scopes)
               .toUtf8();
}

} // namespace

QByteArray registrationPacket(const Application& application, PacketFormat format)
{
    switch (format) {
    case PacketFormat::Markdown:
        return markdown(application);
    case PacketFormat::Html:
        return html(application);
    case PacketFormat::Json: {
        QJsonObject object = application.toJson();
        for (const char* ours : {"state", "unknownFields"})
            object.remove(QLatin1String(ours));
        return QJsonDocument(object).toJson();
    }
    }
    Q_UNREACHABLE();
}

Task<Outcome<Done>> registerApplication(Applications& applications, Application application)
{
    if (application.state != RegistrationState::Draft) {
        const QList<Finding> findings = application.check();
        for (const Finding& finding : findings)
            if (finding.severity == Finding::Severity::Error)
                co_return failed(FailureKind::Invalid,
                    u"%1 %2"_s.arg(finding.field, finding.message), 0, finding.field);
    }
    co_return co_await applications.save(application);
}

} // namespace jetbridge
