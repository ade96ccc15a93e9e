// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/TlsFiles.h"

#include "domain/Secret.h"
#include "oauth/CryptoFunction.h"

#include <QDateTime>
#include <QFile>
#include <QScopeGuard>
#include <QSslCertificate>
#include <QSslKey>

#include <openssl/err.h>
#include <openssl/x509.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace jetbridge::endpoints {

namespace {

constexpr qint64 longestKeyFile = 256 * 1024;

/// Tells whether key and certificate match. Qt reads both and does not compare them; a wrong pair
/// would only fail in every handshake. If Qt's TLS does not come from OpenSSL, the handshake has to
/// report it.
bool belongsTo(const QSslKey& key, const QSslCertificate& certificate)
{
    using oauth::cryptoFunction;
    const auto read = cryptoFunction<decltype(d2i_AutoPrivateKey)>("d2i_AutoPrivateKey");
    const auto matches = cryptoFunction<decltype(X509_check_private_key)>("X509_check_private_key");
    const auto release = cryptoFunction<decltype(EVP_PKEY_free)>("EVP_PKEY_free");
    const auto clearErrors = cryptoFunction<decltype(ERR_clear_error)>("ERR_clear_error");
    const auto* parsed = static_cast<const X509*>(certificate.handle());
    if (!read || !matches || !release || !clearErrors || !parsed)
        return true;
    QByteArray der = key.toDer();
    const auto wiped = qScopeGuard([&der] { wipe(der); });
    const auto* bytes = reinterpret_cast<const unsigned char*>(der.constData());
    const std::unique_ptr<EVP_PKEY, decltype(release)> secret(
        read(nullptr, &bytes, long(der.size())), release);
    const bool yes = secret && matches(parsed, secret.get()) == 1;
    clearErrors(); // Otherwise the next handshake of this thread would find our errors.
    return yes;
}

} // namespace

Outcome<QSslConfiguration> tlsFromFiles(const QString& certificateFile, const QString& keyFile)
{
    const auto invalid = [](const QString& file, const QString& why) {
        return failed(FailureKind::Invalid, u"%1 %2"_s.arg(file, why));
    };
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(
        certificateFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    if (chain.isEmpty())
        return invalid(
            certificateFile, u"cannot be read, or contains no certificate in PEM format."_s);
    const QSslCertificate& leaf = chain.constFirst();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (now > leaf.expiryDate())
        return invalid(certificateFile,
            u"expired on %1: every client would refuse it."_s.arg(
                leaf.expiryDate().toUTC().toString(Qt::ISODate)));
    if (now < leaf.effectiveDate())
        return invalid(certificateFile,
            u"is not valid before %1: check this computer's clock."_s.arg(
                leaf.effectiveDate().toUTC().toString(Qt::ISODate)));

    QFile file(keyFile);
    if (!file.open(QIODevice::ReadOnly))
        return invalid(keyFile, u"cannot be read: %1."_s.arg(file.errorString()));
    QByteArray pem = file.read(longestKeyFile);
    const auto wiped = qScopeGuard([&pem] { wipe(pem); });
    QSslKey key(pem, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(pem, QSsl::Ec);
    if (key.isNull())
        return invalid(keyFile, u"contains no unencrypted RSA or EC key in PEM format."_s);
    if (!belongsTo(key, leaf))
        return invalid(
            keyFile, u"does not belong to the first certificate in %1."_s.arg(certificateFile));

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(
        QSslSocket::VerifyNone); // Customers and SmartRecruiters have no client certificate.
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

} // namespace jetbridge::endpoints
