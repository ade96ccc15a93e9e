// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/TlsFiles.h"

#include "domain/Secret.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace jetbridge::endpoints {

Outcome<QSslConfiguration> tlsFromFiles(const QString& certificateFile, const QString& keyFile)
{
    const auto invalid = [](const QString& file, const QString& why) {
        return failed(FailureKind::Invalid, QStringLiteral("%1 %2").arg(file, why));
    };
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(certificateFile);
    if (chain.isEmpty())
        return invalid(certificateFile,
            QStringLiteral("cannot be read, or holds no certificate in PEM form."));

    QFile file(keyFile);
    if (!file.open(QIODevice::ReadOnly))
        return invalid(keyFile, QStringLiteral("cannot be read: %1.").arg(file.errorString()));
    QByteArray pem = file.readAll();
    QSslKey key(pem, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(pem, QSsl::Ec);
    wipe(pem);
    if (key.isNull())
        return invalid(keyFile, QStringLiteral("holds no unencrypted RSA or EC key in PEM form."));
    if (chain.first().publicKey().algorithm() != key.algorithm())
        return invalid(
            keyFile, QStringLiteral("is of another kind (RSA or EC) than the certificate."));

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(
        QSslSocket::VerifyNone); // customers and SmartRecruiters bring no certificate
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

} // namespace jetbridge::endpoints
