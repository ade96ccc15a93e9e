// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/ScopeWords.h"

#include <QHash>

namespace jetbridge::simulator {

QString scopeInWords(const QString& scope)
{
    static const QHash<QString, QString> own{
        {QStringLiteral("company_read"), QStringLiteral("See the company's name and profile")},
        {QStringLiteral("configuration_read"),
            QStringLiteral("See departments and other settings of the company")},
        {QStringLiteral("configuration_manage"),
            QStringLiteral("Change departments and other settings of the company")},
        {QStringLiteral("user_me_read"), QStringLiteral("See the profile of the user it acts for")},
        {QStringLiteral("candidates_offers_read"), QStringLiteral("See offers made to candidates")},
        {QStringLiteral("candidates_status_read"),
            QStringLiteral("See where candidates stand in the hiring process")},
        {QStringLiteral("jobs_publications_manage"),
            QStringLiteral("Publish jobs and take them down")},
        {QStringLiteral("messages_write"), QStringLiteral("Send messages")}};
    static const QHash<QString, QString> verbs{{QStringLiteral("read"), QStringLiteral("See %1")},
        {QStringLiteral("create"), QStringLiteral("Add %1")},
        {QStringLiteral("write"), QStringLiteral("Add and change %1")},
        {QStringLiteral("manage"), QStringLiteral("Add, change and remove %1")},
        {QStringLiteral("delete"), QStringLiteral("Remove %1")}};
    if (const auto words = own.constFind(scope); words != own.constEnd())
        return *words;
    const auto verb = verbs.constFind(scope.section(u'_', -1));
    const QString thing = scope.section(u'_', 0, -2).replace(u'_', u' ');
    return verb == verbs.constEnd() || thing.isEmpty() ? QString() : verb->arg(thing);
}

} // namespace jetbridge::simulator
