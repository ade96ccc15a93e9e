// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Globex.h"

#include "storage/Registry.h"

#include <QCoro/QCoroTask>

using namespace Qt::StringLiterals;

using namespace jetbridge;

bool keepGlobex(const Program& program)
{
    Integration row;
    row.id = IntegrationId(u"int-of-globex"_s);
    row.company = CompanyId(u"globex"_s);
    row.bidirectional = true;
    row.status = IntegrationStatus::Live;
    row.issuedClientId = ClientId(u"client-of-globex"_s);
    row.onboarding = OnboardingId(u"run-of-globex"_s);
    storage::Registry registry(program.folder());
    return QCoro::waitFor(registry.environment(u"simulator"_s)->integrations().save(row))
        .has_value();
}
