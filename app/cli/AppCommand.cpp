// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Files.h"
#include "cli/Invocation.h"
#include "console/PartnerAccess.h"
#include "flows/RegisterApplication.h"

#include <QJsonArray>

#include <algorithm>

namespace jetbridge::cli {

namespace {

Task<Outcome<Application>> loadApplication(Invocation& invocation)
{
    const auto loaded = co_await invocation.partnerAccess().applications().load();
    if (!loaded)
        co_return passOn(loaded);
    if (!*loaded)
        co_return failed(FailureKind::NotFound,
            QStringLiteral("There is no application in \"%1\" yet: app import FILE.")
                .arg(invocation.global().environment));
    co_return **loaded;
}

QString describeForPeople(const Application& application)
{
    QStringList scopes;
    for (const ScopeRequest& scope : application.scopes)
        scopes.append(scope.reason.isEmpty()
                ? scope.name
                : QStringLiteral("%1 (%2)").arg(scope.name, scope.reason));
    return facts({
        {QStringLiteral("name"), application.name},
        {QStringLiteral("description"), application.description},
        {QStringLiteral("logo"), application.logo.toString().left(120)},
        {QStringLiteral("scopes"), scopes.join(QStringLiteral(", "))},
        {QStringLiteral("consentUrl"), application.consentUrl.toString()},
        {QStringLiteral("consentDisplayMode"),
            consentDisplayModeName(application.consentDisplayMode)},
        {QStringLiteral("oauthTokenUrl"), application.oauthTokenUrl.toString()},
        {QStringLiteral("callbackUrl"), application.callbackUrl.toString()},
        {QStringLiteral("visibility"),
            application.visibility == Visibility::AllCustomers ? QStringLiteral("all")
                                                               : QStringLiteral("selected")},
        {QStringLiteral("state"), registrationStateName(application.state)},
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
        json.append(QJsonObject{{QStringLiteral("severity"), severityName(finding.severity)},
            {QStringLiteral("field"), finding.field},
            {QStringLiteral("message"), finding.message.english()},
            {QStringLiteral("code"), finding.message.code},
            {QStringLiteral("arguments"), QJsonArray::fromStringList(finding.message.arguments)}});
    return json;
}

QString textOf(const QList<Finding>& findings)
{
    QString text;
    for (const Finding& finding : findings)
        text += QStringLiteral("%1: %2 %3\n")
                    .arg(severityName(finding.severity), finding.field, finding.message);
    return text;
}

Report reportOf(const QList<Finding>& findings)
{
    const bool ok = !hasError(findings);
    QString text = textOf(findings);
    if (ok)
        text += QStringLiteral("The application can be sent to the Partner & API Team.\n");
    return {
        QJsonObject{{QStringLiteral("ok"), ok}, {QStringLiteral("findings"), describe(findings)}},
        text, ok ? ExitCode::Done : ExitCode::Negative};
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
            Message::inWords(QStringLiteral("\"%1\": %2").arg(path, application.error().detail));
        co_return passOn(application);
    }
    const auto kept =
        co_await registerApplication(invocation.partnerAccess().applications(), *application);
    if (!kept)
        co_return passOn(kept);
    const QList<Finding> findings = application->check();
    QJsonObject json = application->toJson();
    json.insert(QStringLiteral("findings"), describe(findings));
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
    const QString formatName = arguments.value("format", QStringLiteral("md"));
    static const QHash<QString, PacketFormat> formats{
        {QStringLiteral("md"), PacketFormat::Markdown},
        {QStringLiteral("json"), PacketFormat::Json}, {QStringLiteral("html"), PacketFormat::Html}};
    if (!formats.contains(formatName))
        co_return failed(FailureKind::Invalid,
            QStringLiteral("--format must be md, json or html, not \"%1\".").arg(formatName));
    if (arguments.value("out").isEmpty())
        co_return failed(FailureKind::Invalid, QStringLiteral("--out FILE is needed."));
    const auto application = co_await loadApplication(invocation);
    if (!application)
        co_return passOn(application);

    const QList<Finding> findings = application->check();
    if (hasError(findings)) {
        invocation.note(
            QStringLiteral("The application is not ready to be sent; nothing was written."));
        co_return reportOf(findings);
    }
    co_return writeDocument(arguments.value("out"), formatName,
        registrationPacket(*application, formats.value(formatName)), false);
}

} // namespace

QList<Command> appCommands()
{
    return {
        {QStringLiteral("app show"), {}, QStringLiteral("The application as it is kept."), {},
            show},
        {QStringLiteral("app import"), QStringLiteral("FILE"),
            QStringLiteral(
                "Takes over an application from a JSON file with the guide's field names."),
            {}, import},
        {QStringLiteral("app check"), {},
            QStringLiteral("What the Partner & API Team would ask about."), {}, check},
        {
            QStringLiteral("app packet"),
            {},
            QStringLiteral("Writes the registration packet for the Partner & API Team."),
            {
                {QStringLiteral("format"), QStringLiteral("How it is written (default: md)."),
                    QStringLiteral("md|json|html")},
                {QStringLiteral("out"), QStringLiteral("Where it goes (-: standard output)."),
                    QStringLiteral("FILE")},
            },
            packet,
        },
    };
}

} // namespace jetbridge::cli
