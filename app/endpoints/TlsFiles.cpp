// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/TlsFiles.h"

#include "domain/Secret.h"

#include <QDateTime>
#include <QFile>
#include <QScopeGuard>
#include <QSslCertificate>
#include <QSslKey>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace jetbridge::endpoints {

namespace {

constexpr qint64 longestKeyFile = 256 * 1024;

/// Qt reads both and compares nothing; a pair that does not match would fail in every handshake.
bool belongsTo(const QByteArray& keyPem, const QSslCertificate& certificate)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> keyText(
        BIO_new_mem_buf(keyPem.constData(), int(keyPem.size())), &BIO_free);
    const auto noPassword = [](char*, int, int, void*) {
        return -1;
    };
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(keyText.get(), nullptr, noPassword, nullptr), &EVP_PKEY_free);
    const QByteArray der = certificate.toDer();
    const auto* bytes = reinterpret_cast<const unsigned char*>(der.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> parsed(
        d2i_X509(nullptr, &bytes, long(der.size())), &X509_free);
    const bool matches = key && parsed && X509_check_private_key(parsed.get(), key.get()) == 1;
    ERR_clear_error(); // Else the next handshake of this thread finds ours.
    return matches;
}

} // namespace

Outcome<QSslConfiguration> tlsFromFiles(const QString& certificateFile, const QString& keyFile)
{
    const auto invalid = [](const QString& file, const QString& why) {
        return failed(FailureKind::Invalid, QStringLiteral("%1 %2").arg(file, why));
    };
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(
        certificateFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    if (chain.isEmpty())
        return invalid(certificateFile,
            QStringLiteral("cannot be read, or holds no certificate in PEM form."));
    const QSslCertificate& leaf = chain.constFirst();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (now > leaf.expiryDate())
        return invalid(certificateFile,
            QStringLiteral("ended on %1: everybody would refuse it.")
                .arg(leaf.expiryDate().toUTC().toString(Qt::ISODate)));
    if (now < leaf.effectiveDate())
        return invalid(certificateFile,
            QStringLiteral("begins on %1 only: is this computer's clock right?")
                .arg(leaf.effectiveDate().toUTC().toString(Qt::ISODate)));

    QFile file(keyFile);
    if (!file.open(QIODevice::ReadOnly))
        return invalid(keyFile, QStringLiteral("cannot be read: %1.").arg(file.errorString()));
    QByteArray pem = file.read(longestKeyFile);
    const auto wiped = qScopeGuard([&pem] { wipe(pem); });
    QSslKey key(pem, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(pem, QSsl::Ec);
    if (key.isNull())
        return invalid(keyFile, QStringLiteral("holds no unencrypted RSA or EC key in PEM form."));
    if (!belongsTo(pem, leaf))
        return invalid(keyFile,
            QStringLiteral("is not the key of the (first) certificate in %1.")
                .arg(certificateFile));

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(
        QSslSocket::VerifyNone); // customers and SmartRecruiters bring no certificate
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

} // namespace jetbridge::endpoints
