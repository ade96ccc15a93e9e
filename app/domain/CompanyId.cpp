// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CompanyId.h"

#include "domain/Harmless.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace jetbridge {

Outcome<Done> checkCompanyId(const CompanyId& company)
{
    // A name of dots alone is a path.
    static const QRegularExpression pattern(u"\\A(?!\\.+\\z)[A-Za-z0-9._~-]{1,128}\\z"_s);
    if (pattern.match(company.text()).hasMatch())
        return Done{};
    constexpr qsizetype most = 40;
    return failed(FailureKind::Invalid,
        u"\"%1\" is no company identifier: 1 to 128 of the letters A-Z and a-z, "
        "digits and . _ ~ - are expected."_s.arg(
            harmless::line(harmless::shortened(company.text(), most))),
        0, u"companyId"_s);
}

} // namespace jetbridge
