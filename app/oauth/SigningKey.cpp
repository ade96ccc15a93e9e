// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/SigningKey.h"

#include "oauth/CryptoFunction.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QScopeGuard>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace jetbridge::oauth {

namespace {

constexpr std::size_t rsaBits = 2048; ///< The least that RFC 7518 3.3 allows.
constexpr char curve[] = "P-256";
constexpr int coordinateBytes = 32; ///< Of P-256, and of each half of an ES256 signature.

/// The functions of OpenSSL that are needed here; none of them is deprecated in version 3.
struct Crypto {
#define JETBRIDGE_CRYPTO(name) decltype(::name)* name = cryptoFunction<decltype(::name)>(#name)
    JETBRIDGE_CRYPTO(EVP_PKEY_Q_keygen);
    JETBRIDGE_CRYPTO(EVP_PKEY_free);
    JETBRIDGE_CRYPTO(EVP_PKEY_is_a);
    JETBRIDGE_CRYPTO(EVP_PKEY_get_bits);
    JETBRIDGE_CRYPTO(EVP_PKEY_get_bn_param);
    JETBRIDGE_CRYPTO(EVP_MD_CTX_new);
    JETBRIDGE_CRYPTO(EVP_MD_CTX_free);
    JETBRIDGE_CRYPTO(EVP_DigestSignInit_ex);
    JETBRIDGE_CRYPTO(EVP_DigestSign);
    JETBRIDGE_CRYPTO(EVP_DigestVerifyInit_ex);
    JETBRIDGE_CRYPTO(EVP_DigestVerify);
    JETBRIDGE_CRYPTO(i2d_PrivateKey);
    JETBRIDGE_CRYPTO(d2i_AutoPrivateKey);
    JETBRIDGE_CRYPTO(BN_bin2bn);
    JETBRIDGE_CRYPTO(BN_bn2binpad);
    JETBRIDGE_CRYPTO(BN_num_bits);
    JETBRIDGE_CRYPTO(BN_free);
    JETBRIDGE_CRYPTO(ECDSA_SIG_new);
    JETBRIDGE_CRYPTO(ECDSA_SIG_free);
    JETBRIDGE_CRYPTO(ECDSA_SIG_get0);
    JETBRIDGE_CRYPTO(ECDSA_SIG_set0);
    JETBRIDGE_CRYPTO(i2d_ECDSA_SIG);
    JETBRIDGE_CRYPTO(d2i_ECDSA_SIG);
    JETBRIDGE_CRYPTO(ERR_clear_error);
    JETBRIDGE_CRYPTO(OPENSSL_thread_stop);
#undef JETBRIDGE_CRYPTO

    bool isWhole() const
    {
        return EVP_PKEY_Q_keygen && EVP_PKEY_free && EVP_PKEY_is_a && EVP_PKEY_get_bits
            && EVP_PKEY_get_bn_param && EVP_MD_CTX_new && EVP_MD_CTX_free && EVP_DigestSignInit_ex
            && EVP_DigestSign && EVP_DigestVerifyInit_ex && EVP_DigestVerify && i2d_PrivateKey
            && d2i_AutoPrivateKey && BN_bin2bn && BN_bn2binpad && BN_num_bits && BN_free
            && ECDSA_SIG_new && ECDSA_SIG_free && ECDSA_SIG_get0 && ECDSA_SIG_set0 && i2d_ECDSA_SIG
            && d2i_ECDSA_SIG && ERR_clear_error && OPENSSL_thread_stop;
    }
};

/// Looked up once, when a key is first used.
const Crypto& crypto()
{
    static const Crypto functions;
    return functions;
}

tl::unexpected<Failure> libraryFailed(const QString& what)
{
    // An error that stayed in the thread's queue would be found by the next TLS handshake.
    if (crypto().ERR_clear_error)
        crypto().ERR_clear_error();
    return failed(FailureKind::Invalid, what, 0, u"openssl"_s);
}

const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

unsigned char* bytesOf(QByteArray& array)
{
    return reinterpret_cast<unsigned char*>(array.data());
}

QString base64Url(const QByteArray& bytes)
{
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

using Context = std::unique_ptr<EVP_MD_CTX, decltype(EVP_MD_CTX_free)*>;
using Signature = std::unique_ptr<ECDSA_SIG, decltype(ECDSA_SIG_free)*>;

Context newContext()
{
    return {crypto().EVP_MD_CTX_new(), crypto().EVP_MD_CTX_free};
}

/// Returns a number of a public key as base64url, `width` bytes long or as long as it is; empty if
/// the key has none of that name.
QString numberOf(const EVP_PKEY* key, const char* name, int width = 0)
{
    BIGNUM* number = nullptr;
    if (crypto().EVP_PKEY_get_bn_param(key, name, &number) != 1)
        return {};
    const auto released = qScopeGuard([number] { crypto().BN_free(number); });
    QByteArray bytes(width > 0 ? width : (crypto().BN_num_bits(number) + 7) / 8, '\0');
    if (crypto().BN_bn2binpad(number, bytesOf(bytes), int(bytes.size())) != bytes.size())
        return {};
    return base64Url(bytes);
}

/// Returns the required members of a public key (RFC 7638 3.2); empty if the key has others.
QJsonObject requiredMembers(TokenFormat format, const EVP_PKEY* key)
{
    QJsonObject members;
    if (format == TokenFormat::Rs256)
        members = {{u"kty"_s, u"RSA"_s}, {u"n"_s, numberOf(key, OSSL_PKEY_PARAM_RSA_N)},
            {u"e"_s, numberOf(key, OSSL_PKEY_PARAM_RSA_E)}};
    else
        members = {{u"kty"_s, u"EC"_s}, {u"crv"_s, QLatin1String(curve)},
            {u"x"_s, numberOf(key, OSSL_PKEY_PARAM_EC_PUB_X, coordinateBytes)},
            {u"y"_s, numberOf(key, OSSL_PKEY_PARAM_EC_PUB_Y, coordinateBytes)}};
    for (const QJsonValue& value : std::as_const(members))
        if (value.toString().isEmpty())
            return {};
    return members;
}

bool isFor(TokenFormat format, const EVP_PKEY* key)
{
    const int bits = crypto().EVP_PKEY_get_bits(key);
    return format == TokenFormat::Rs256
        ? crypto().EVP_PKEY_is_a(key, "RSA") == 1 && bits >= int(rsaBits)
        : crypto().EVP_PKEY_is_a(key, "EC") == 1 && bits == 8 * coordinateBytes;
}

/// Returns the two numbers of an ECDSA signature in DER as a JWS has them; empty if it is none.
QByteArray joined(const QByteArray& der)
{
    const unsigned char* at = bytesOf(QByteArrayView(der));
    const Signature signature(
        crypto().d2i_ECDSA_SIG(nullptr, &at, long(der.size())), crypto().ECDSA_SIG_free);
    if (!signature)
        return {};
    const BIGNUM* r = nullptr;
    const BIGNUM* s = nullptr;
    crypto().ECDSA_SIG_get0(signature.get(), &r, &s);
    QByteArray both(2 * qsizetype(coordinateBytes), '\0');
    if (crypto().BN_bn2binpad(r, bytesOf(both), coordinateBytes) != coordinateBytes
        || crypto().BN_bn2binpad(s, bytesOf(both) + coordinateBytes, coordinateBytes)
            != coordinateBytes)
        return {};
    return both;
}

/// Turns a JWS's two numbers into the DER that OpenSSL verifies; empty if they are none.
QByteArray asDer(QByteArrayView both)
{
    if (both.size() != 2 * qsizetype(coordinateBytes))
        return {};
    const Signature signature(crypto().ECDSA_SIG_new(), crypto().ECDSA_SIG_free);
    BIGNUM* r = crypto().BN_bin2bn(bytesOf(both), coordinateBytes, nullptr);
    BIGNUM* s = crypto().BN_bin2bn(bytesOf(both) + coordinateBytes, coordinateBytes, nullptr);
    if (!signature || crypto().ECDSA_SIG_set0(signature.get(), r, s) != 1) {
        crypto().BN_free(r);
        crypto().BN_free(s);
        return {};
    }
    const int size = crypto().i2d_ECDSA_SIG(signature.get(), nullptr);
    if (size <= 0)
        return {};
    QByteArray der(size, '\0');
    unsigned char* end = bytesOf(der);
    crypto().i2d_ECDSA_SIG(signature.get(), &end);
    return der;
}

} // namespace

struct SigningKey::Private {
    explicit Private(EVP_PKEY* owned)
        : key(owned)
    {
    }
    ~Private() { crypto().EVP_PKEY_free(key); } // OpenSSL overwrites the private numbers.
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    EVP_PKEY* const key;
    TokenFormat format = TokenFormat::Rs256;
    QJsonObject required; ///< The members of which the thumbprint is made.
    QString id;
};

Outcome<SigningKey> SigningKey::of(TokenFormat format, std::shared_ptr<Private> key)
{
    key->format = format;
    key->required = requiredMembers(format, key->key);
    if (key->required.isEmpty())
        return libraryFailed(u"OpenSSL cannot tell the public half of a signing key."_s);
    // QJsonObject keeps its members in the order that RFC 7638 3 wants.
    const QByteArray canonical = QJsonDocument(key->required).toJson(QJsonDocument::Compact);
    key->id = base64Url(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256));
    return SigningKey(std::move(key));
}

Outcome<SigningKey> SigningKey::generate(TokenFormat format)
{
    if (!crypto().isWhole())
        return libraryFailed(u"OpenSSL %1's library (libcrypto) is not there: access tokens cannot "
                             "be signed."_s.arg(OPENSSL_VERSION_MAJOR));
    // The thread is one of a pool, which may end after OpenSSL's own end: the generator of random
    // numbers that it got would never be freed.
    const auto released = qScopeGuard([] { crypto().OPENSSL_thread_stop(); });
    EVP_PKEY* made = format == TokenFormat::Rs256
        ? crypto().EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", rsaBits)
        : crypto().EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", curve);
    if (!made)
        return libraryFailed(u"OpenSSL cannot make a signing key."_s);
    return of(format, std::make_shared<Private>(made));
}

Outcome<SigningKey> SigningKey::fromDer(TokenFormat format, const Secret& der)
{
    if (!crypto().isWhole())
        return libraryFailed(u"OpenSSL %1's library (libcrypto) is not there: access tokens cannot "
                             "be signed."_s.arg(OPENSSL_VERSION_MAJOR));
    const unsigned char* at = bytesOf(der.reveal());
    EVP_PKEY* read = crypto().d2i_AutoPrivateKey(nullptr, &at, long(der.size()));
    crypto().ERR_clear_error();
    if (!read)
        return failed(FailureKind::Invalid, u"A signing key cannot be read."_s);
    auto key = std::make_shared<Private>(read);
    if (!isFor(format, read))
        return failed(FailureKind::Invalid,
            u"A signing key is not one for %1."_s.arg(tokenFormatName(format)));
    return of(format, std::move(key));
}

Secret SigningKey::toDer() const
{
    const int size = crypto().i2d_PrivateKey(d->key, nullptr);
    if (size <= 0)
        return {};
    QByteArray der(size, '\0');
    const auto wiped = qScopeGuard([&der] { wipe(der); });
    unsigned char* end = bytesOf(der);
    crypto().i2d_PrivateKey(d->key, &end);
    return Secret(der);
}

TokenFormat SigningKey::format() const
{
    return d->format;
}

QString SigningKey::algorithm() const
{
    return tokenFormatName(d->format).toUpper();
}

const QString& SigningKey::id() const
{
    return d->id;
}

QJsonObject SigningKey::publicKey() const
{
    QJsonObject key = d->required;
    key.insert(u"kid"_s, d->id);
    key.insert(u"use"_s, u"sig"_s);
    key.insert(u"alg"_s, algorithm());
    return key;
}

std::optional<QByteArray> SigningKey::sign(QByteArrayView text) const
{
    const auto cleared = qScopeGuard([] { crypto().ERR_clear_error(); });
    const Context context = newContext();
    std::size_t size = 0;
    if (!context
        || crypto().EVP_DigestSignInit_ex(
               context.get(), nullptr, "SHA256", nullptr, nullptr, d->key, nullptr)
            != 1
        || crypto().EVP_DigestSign(
               context.get(), nullptr, &size, bytesOf(text), std::size_t(text.size()))
            != 1)
        return std::nullopt;
    QByteArray signature(qsizetype(size), '\0');
    if (crypto().EVP_DigestSign(
            context.get(), bytesOf(signature), &size, bytesOf(text), std::size_t(text.size()))
        != 1)
        return std::nullopt;
    signature.truncate(qsizetype(size)); // The first call returned the most that it can be.
    if (d->format == TokenFormat::Es256)
        signature = joined(signature);
    return signature.isEmpty() ? std::nullopt : std::optional(signature);
}

bool SigningKey::hasSigned(QByteArrayView text, QByteArrayView signature) const
{
    const auto cleared = qScopeGuard([] { crypto().ERR_clear_error(); });
    const QByteArray der =
        d->format == TokenFormat::Es256 ? asDer(signature) : signature.toByteArray();
    const Context context = newContext();
    return !der.isEmpty() && context
        && crypto().EVP_DigestVerifyInit_ex(
               context.get(), nullptr, "SHA256", nullptr, nullptr, d->key, nullptr)
        == 1
        && crypto().EVP_DigestVerify(context.get(), bytesOf(QByteArrayView(der)),
               std::size_t(der.size()), bytesOf(text), std::size_t(text.size()))
        == 1;
}

} // namespace jetbridge::oauth
