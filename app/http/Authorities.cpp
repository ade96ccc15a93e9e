// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Authorities.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace jetbridge::http {

Outcome<QSslConfiguration> tlsWith(const QString& caFile)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    const bool isSet = !caFile.isEmpty();
    const QString file = isSet ? caFile : QFile::decodeName(qgetenv("SSL_CERT_FILE"));
    if (file.isEmpty())
        return tls;
    const auto authorities =
        QSslCertificate::fromPath(file, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    if (authorities.isEmpty())
        return failed(FailureKind::Invalid,
            (isSet ? u"The authority file \"%1\" cannot be read, or contains no PEM certificate."_s
                   : u"The file \"%1\" that SSL_CERT_FILE names cannot be read or "
                     "holds no PEM certificate: correct the variable or unset it."_s)
                .arg(file),
            0, u"caFile"_s);
    tls.setCaCertificates(authorities);
    return tls;
}

} // namespace jetbridge::http
