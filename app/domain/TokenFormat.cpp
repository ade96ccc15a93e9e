// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/TokenFormat.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

QString tokenFormatName(TokenFormat format)
{
    switch (format) {
    case TokenFormat::Opaque:
        return u"opaque"_s;
    case TokenFormat::Rs256:
        return u"rs256"_s;
    case TokenFormat::Es256:
        return u"es256"_s;
    }
    Q_UNREACHABLE();
}

Outcome<TokenFormat> tokenFormatFromName(const QString& name)
{
    for (const auto format : {TokenFormat::Opaque, TokenFormat::Rs256, TokenFormat::Es256})
        if (tokenFormatName(format) == name)
            return format;
    return failed(FailureKind::Invalid,
        u"Access tokens are \"opaque\", or signed by \"rs256\" or \"es256\", not \"%1\"."_s.arg(
            name),
        0, u"accessTokens"_s);
}

} // namespace jetbridge
