// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CompanyId.h"

#include "domain/Harmless.h"

#include <QRegularExpression>

namespace jetbridge {

Outcome<Done> checkCompanyId(const CompanyId& company)
{
    // A name of dots alone is a path.
    static const QRegularExpression pattern(
        QStringLiteral("\\A(?!\\.+\\z)[A-Za-z0-9._~-]{1,128}\\z"));
    if (pattern.match(company.text()).hasMatch())
        return Done{};
    constexpr qsizetype most = 40;
    return failed(FailureKind::Invalid,
        QStringLiteral("\"%1\" is no company identifier: 1 to 128 of the letters A-Z and a-z, "
                       "digits and . _ ~ - are expected.")
            .arg(harmless::line(harmless::shortened(company.text(), most))),
        0, QStringLiteral("companyId"));
}

} // namespace jetbridge
