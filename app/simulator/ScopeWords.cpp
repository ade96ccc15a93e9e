// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/ScopeWords.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

QString scopeInWords(const QString& scope)
{
    static const QHash<QString, QString> own{
        {u"company_read"_s, u"See the company's name and profile"_s},
        {u"configuration_read"_s, u"See departments and other settings of the company"_s},
        {u"configuration_manage"_s, u"Change departments and other settings of the company"_s},
        {u"user_me_read"_s, u"See the profile of the user it acts for"_s},
        {u"candidates_offers_read"_s, u"See offers made to candidates"_s},
        {u"candidates_status_read"_s, u"See where candidates stand in the hiring process"_s},
        {u"jobs_publications_manage"_s, u"Publish jobs and take them down"_s},
        {u"messages_write"_s, u"Send messages"_s}};
    static const QHash<QString, QString> verbs{{u"read"_s, u"See %1"_s}, {u"create"_s, u"Add %1"_s},
        {u"write"_s, u"Add and change %1"_s}, {u"manage"_s, u"Add, change and remove %1"_s},
        {u"delete"_s, u"Remove %1"_s}};
    if (const auto words = own.constFind(scope); words != own.constEnd())
        return *words;
    const auto verb = verbs.constFind(scope.section(u'_', -1));
    const QString thing = scope.section(u'_', 0, -2).replace(u'_', u' ');
    return verb == verbs.constEnd() || thing.isEmpty() ? QString() : verb->arg(thing);
}

} // namespace jetbridge::simulator
