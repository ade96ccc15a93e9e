// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/KnownScopes.h"

#include <QCoreApplication>

#include <algorithm>

namespace jetbridge {

namespace {

constexpr KnownScope scopes[] = {
    {"approvals_create", QT_TRANSLATE_NOOP("KnownScopes", "Start approvals")},
    {"approvals_read", QT_TRANSLATE_NOOP("KnownScopes", "Read approvals")},
    {"assessment_orders_read", QT_TRANSLATE_NOOP("KnownScopes", "Read orders for assessments")},
    {"audit_events_read", QT_TRANSLATE_NOOP("KnownScopes", "Read audit log")},
    {"candidates_create", QT_TRANSLATE_NOOP("KnownScopes", "Add candidates")},
    {"candidates_manage", QT_TRANSLATE_NOOP("KnownScopes", "Add, change and delete candidates")},
    {"candidates_offers_read", QT_TRANSLATE_NOOP("KnownScopes", "Read offers to candidates")},
    {"candidates_read", QT_TRANSLATE_NOOP("KnownScopes", "Read candidates")},
    {"candidates_status_read", QT_TRANSLATE_NOOP("KnownScopes", "Read candidate status")},
    {"company_read",
        QT_TRANSLATE_NOOP("KnownScopes", "Read name, location and logo of the company")},
    {"configuration_manage",
        QT_TRANSLATE_NOOP("KnownScopes", "Change departments, fields and other settings")},
    {"configuration_read",
        QT_TRANSLATE_NOOP("KnownScopes", "Read departments, fields and other settings")},
    {"interview_types_read", QT_TRANSLATE_NOOP("KnownScopes", "Read kinds of interviews")},
    {"interview_types_write", QT_TRANSLATE_NOOP("KnownScopes", "Change kinds of interviews")},
    {"interviews_read", QT_TRANSLATE_NOOP("KnownScopes", "Read interviews")},
    {"interviews_write", QT_TRANSLATE_NOOP("KnownScopes", "Plan and change interviews")},
    {"jobs_manage", QT_TRANSLATE_NOOP("KnownScopes", "Add and change jobs")},
    {"jobs_publications_manage",
        QT_TRANSLATE_NOOP("KnownScopes", "Publish jobs and take them back")},
    {"jobs_read", QT_TRANSLATE_NOOP("KnownScopes", "Read jobs")},
    {"messages_read", QT_TRANSLATE_NOOP("KnownScopes", "Read messages")},
    {"messages_write", QT_TRANSLATE_NOOP("KnownScopes", "Send messages")},
    {"reporting_read", QT_TRANSLATE_NOOP("KnownScopes", "Read reports")},
    {"reporting_write", QT_TRANSLATE_NOOP("KnownScopes", "Make reports")},
    {"reviews_read", QT_TRANSLATE_NOOP("KnownScopes", "Read reviews of candidates")},
    {"reviews_write", QT_TRANSLATE_NOOP("KnownScopes", "Write reviews of candidates")},
    {"user_me_read", QT_TRANSLATE_NOOP("KnownScopes", "Read the account that calls")},
    {"users_manage", QT_TRANSLATE_NOOP("KnownScopes", "Add and change users")},
    {"users_read", QT_TRANSLATE_NOOP("KnownScopes", "Read users")},
    {"webhooks_delete", QT_TRANSLATE_NOOP("KnownScopes", "Delete webhooks")},
    {"webhooks_manage", QT_TRANSLATE_NOOP("KnownScopes", "Add, change and delete webhooks")},
    {"webhooks_read", QT_TRANSLATE_NOOP("KnownScopes", "Read webhooks")},
    {"webhooks_write", QT_TRANSLATE_NOOP("KnownScopes", "Add and change webhooks")},
};

} // namespace

std::span<const KnownScope> knownScopes()
{
    return scopes;
}

bool isKnownScope(const QString& name)
{
    return std::any_of(std::begin(scopes), std::end(scopes),
        [&name](const KnownScope& scope) { return name == QLatin1String(scope.name); });
}

} // namespace jetbridge
