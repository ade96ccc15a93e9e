// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Files.h"
#include "cli/Invocation.h"
#include "console/PartnerAccess.h"
#include "flows/RegisterApplication.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

Task<Outcome<Application>> loadApplication(Invocation& invocation)
{
    const auto loaded = co_await invocation.partnerAccess().applications().load();
    if (!loaded)
        co_return passOn(loaded);
    if (!*loaded)
        co_return failed(FailureKind::NotFound,
            u"There is no application in \"%1\" yet: app import FILE."_s.arg(
                invocation.global().environment));
    co_return **loaded;
}

QString describeForPeople(const Application& application)
{
    QStringList scopes;
    for (const ScopeRequest& scope : application.scopes)
        scopes.append(
            scope.reason.isEmpty() ? scope.name : u"%1 (%2)"_s.arg(scope.name, scope.reason));
    return facts({
        {u"name"_s, application.name},
        {u"description"_s, application.description},
        {u"logo"_s, application.logo.toString().left(120)},
        {u"scopes"_s, scopes.join(u", "_s)},
        {u"consentUrl"_s, application.consentUrl.toString()},
        {u"consentDisplayMode"_s, consentDisplayModeName(application.consentDisplayMode)},
        {u"oauthTokenUrl"_s, application.oauthTokenUrl.toString()},
        {u"callbackUrl"_s, application.callbackUrl.toString()},
        {u"visibility"_s,
            application.visibility == Visibility::AllCustomers ? u"all"_s : u"selected"_s},
        {u"state"_s, registrationStateName(application.state)},
    });
}

bool hasError(const QList<Finding>& findings)
{
    return std::any_of(findings.begin(), findings.end(),
        [](const Finding& finding) { return finding.severity == Finding::Severity::Error; });
}

QJsonArray describe(const QList<Finding>& findings)
{
    QJsonArray json;
    for (const Finding& finding : findings)
        json.append(QJsonObject{{u"severity"_s, severityName(finding.severity)},
            {u"field"_s, finding.field}, {u"message"_s, finding.message.english()},
            {u"code"_s, finding.message.code},
            {u"arguments"_s, QJsonArray::fromStringList(finding.message.arguments)}});
    return json;
}

QString textOf(const QList<Finding>& findings)
{
    QString text;
    for (const Finding& finding : findings)
        text +=
            u"%1: %2 %3\n"_s.arg(severityName(finding.severity), finding.field, finding.message);
    return text;
}

Report reportOf(const QList<Finding>& findings)
{
    const bool ok = !hasError(findings);
    QString text = textOf(findings);
    if (ok)
        text += u"The application can be sent to the Partner & API Team.\n"_s;
    return {QJsonObject{{u"ok"_s, ok}, {u"findings"_s, describe(findings)}}, text,
        ok ? ExitCode::Done : ExitCode::Negative};
}

Task<Outcome<Report>> show(Invocation& invocation)
{
    const auto application = co_await loadApplication(invocation);
    if (!application)
        co_return passOn(application);
    co_return Report{application->toJson(), describeForPeople(*application)};
}

Task<Outcome<Report>> import(Invocation& invocation)
{
    const QString path = invocation.arguments().operands.constFirst();
    const auto content = readInputFile(path);
    if (!content)
        co_return passOn(content);
    auto application = Application::fromJson(*content);
    if (!application) {
        application.error().detail =
            Message::inWords(u"\"%1\": %2"_s.arg(path, application.error().detail));
        co_return passOn(application);
    }
    const auto kept =
        co_await registerApplication(invocation.partnerAccess().applications(), *application);
    if (!kept)
        co_return passOn(kept);
    const QList<Finding> findings = application->check();
    QJsonObject json = application->toJson();
    json.insert(u"findings"_s, describe(findings));
    co_return Report{json, describeForPeople(*application) + textOf(findings)};
}

Task<Outcome<Report>> check(Invocation& invocation)
{
    const auto application = co_await loadApplication(invocation);
    if (!application)
        co_return passOn(application);
    co_return reportOf(application->check());
}

Task<Outcome<Report>> packet(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    const QString formatName = arguments.value("format", u"md"_s);
    static const QHash<QString, PacketFormat> formats{{u"md"_s, PacketFormat::Markdown},
        {u"json"_s, PacketFormat::Json}, {u"html"_s, PacketFormat::Html}};
    if (!formats.contains(formatName))
        co_return failed(FailureKind::Invalid,
            u"--format must be md, json or html, not \"%1\"."_s.arg(formatName));
    if (arguments.value("out").isEmpty())
        co_return failed(FailureKind::Invalid, u"--out FILE is needed."_s);
    const auto application = co_await loadApplication(invocation);
    if (!application)
        co_return passOn(application);

    const QList<Finding> findings = application->check();
    if (hasError(findings)) {
        invocation.note(u"The application is not ready to be sent; nothing was written."_s);
        co_return reportOf(findings);
    }
    co_return writeDocument(arguments.value("out"), formatName,
        registrationPacket(*application, formats.value(formatName)), false);
}

} // namespace

QList<Command> appCommands()
{
    return {
        {u"app show"_s, {}, u"The application as it is kept."_s, {}, show},
        {u"app import"_s, u"FILE"_s,
            u"Takes over an application from a JSON file with the guide's field names."_s, {},
            import},
        {u"app check"_s, {}, u"What the Partner & API Team would ask about."_s, {}, check},
        {
            u"app packet"_s,
            {},
            u"Writes the registration packet for the Partner & API Team."_s,
            {
                {u"format"_s, u"How it is written (default: md)."_s, u"md|json|html"_s},
                {u"out"_s, u"Where it goes (-: standard output)."_s, u"FILE"_s},
            },
            packet,
        },
    };
}

} // namespace jetbridge::cli
