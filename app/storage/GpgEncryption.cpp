// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/GpgEncryption.h"

#include "process/Process.h"
#include "storage/GpgStream.h"

#include <QRegularExpression>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

constexpr std::chrono::seconds patience(30);

/// A key of the key ring, as `gpg --with-colons` lists it.
struct Key {
    /// One user id of the key.
    struct Name {
        QString address;
        bool isCertified = false; ///< True if the user, or somebody whom the user trusts, has
                                  ///< certified it.
    };
    QString fingerprint;
    bool canEncrypt = false; ///< True if it has a subkey for encryption and is not expired, revoked
                             ///< or disabled.
    QList<Name> names;
};

/// Result of one run of gpg.
struct Ran {
    bool isGood = false;
    QByteArray out;
    QByteArray complaint; ///< The last line of stderr, which says what was wrong.
};

Task<Outcome<Ran>> runGpg(QStringList arguments, Secret input)
{
    process::Program gpg;
    gpg.path = u"gpg"_s;
    gpg.arguments = QStringList{u"--batch"_s, u"--no-tty"_s, u"--quiet"_s} + arguments;
    gpg.patience = patience;
    const process::Ended ended = co_await process::run(gpg, input);
    if (ended.how == process::Ended::How::TooLate)
        co_return failed(
            FailureKind::TimedOut, u"gpg did not end within 30 seconds."_s, 0, u"gpg_silent"_s);
    if (ended.how == process::Ended::How::NotStarted)
        co_return tl::unexpected<Failure>(cannotStart(ended.reason));
    Ran ran;
    ran.isGood = ended.how == process::Ended::How::Exited && ended.exitCode == 0;
    ran.out = ended.out;
    ran.complaint = ended.err.trimmed().split('\n').constLast().trimmed();
    co_return ran;
}

/// Unescapes a field of a listing: gpg writes colons and control characters as "\x3a".
QString unescaped(const QByteArray& field)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < field.size(); ++i) {
        bool isHex = false;
        const int code = field.mid(i, 2) == "\\x" ? field.mid(i + 2, 2).toInt(&isHex, 16) : 0;
        bytes += isHex ? char(code) : field.at(i);
        i += isHex ? 3 : 0;
    }
    return QString::fromUtf8(bytes);
}

/// Returns the address in a user id: the part in brackets in "Alice <alice@example.com>", or the
/// whole of "alice@example.com".
QString addressIn(const QString& userId)
{
    const qsizetype begin = userId.lastIndexOf(QLatin1Char('<'));
    return begin >= 0 && userId.endsWith(QLatin1Char('>'))
        ? userId.mid(begin + 1, userId.size() - begin - 2)
        : userId;
}

/// Parses the colon format of GnuPG's doc/DETAILS.
QList<Key> keysIn(const QByteArray& listing)
{
    QList<Key> keys;
    for (const QByteArray& line : listing.split('\n')) {
        const QList<QByteArray> fields = line.split(':');
        const QByteArray type = fields.constFirst();
        const QByteArray validity = fields.value(1);
        const QByteArray content = fields.value(9);
        if (type == "pub") {
            // "E" describes the key as a whole, "D" says that it is disabled.
            const QByteArray abilities = fields.value(11);
            keys.append(Key());
            keys.last().canEncrypt = abilities.contains('E') && !abilities.contains('D')
                && validity != "r" && validity != "e" && validity != "i";
        } else if (keys.isEmpty()) {
            continue;
        } else if (type == "fpr" && keys.last().fingerprint.isEmpty()) { // later ones belong to
                                                                         // subkeys
            keys.last().fingerprint = QString::fromLatin1(content);
        } else if (type == "uid") {
            keys.last().names.append(
                {addressIn(unescaped(content)), validity == "f" || validity == "u"});
        }
    }
    return keys;
}

/// A recipient as the user gives it: a fingerprint, perhaps in groups, or a complete address.
struct Recipient {
    QString fingerprint;
    QString address;

    /// Returns the search term for gpg: the complete fingerprint or address.
    QString query() const { return fingerprint.isEmpty() ? u"<%1>"_s.arg(address) : fingerprint; }
    bool isOf(const Key::Name& name) const
    {
        return name.address.compare(address, Qt::CaseInsensitive) == 0;
    }
};

Outcome<Recipient> recipientFrom(const QString& text)
{
    static const QRegularExpression fingerprint(
        u"\\A(?:0[xX])?((?:[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}))\\z"_s);
    static const QRegularExpression address(
        u"\\A<?([^\\s<>@\"-][^\\s<>@\"]*@[^\\s<>@\"]+?)>?\\z"_s);
    const auto asFingerprint = fingerprint.match(QString(text).remove(QLatin1Char(' ')));
    if (asFingerprint.hasMatch())
        return Recipient{asFingerprint.captured(1).toUpper(), {}};
    const auto asAddress = address.match(text);
    if (asAddress.hasMatch())
        return Recipient{{}, asAddress.captured(1)};
    return failed(FailureKind::Invalid,
        u"The recipient must be a key's full fingerprint (40 or 64 hexadecimal "
        "digits) or a whole e-mail address, not \"%1\"."_s.arg(text));
}

QString fingerprintsOf(const QList<Key>& keys)
{
    QStringList fingerprints;
    for (const Key& key : keys)
        fingerprints.append(key.fingerprint);
    return fingerprints.join(u", "_s);
}

/// Selects the key that the recipient means. Invalid: there is none, it is not certified, or there
/// are several.
Outcome<Key> keyFor(const Recipient& recipient, const QList<Key>& listed)
{
    QList<Key> found;
    QList<Key> certified;
    for (const Key& key : listed) {
        const bool isNamed = !recipient.fingerprint.isEmpty();
        const auto hasName = [&](bool mustBeCertified) {
            return std::any_of(key.names.begin(), key.names.end(), [&](const Key::Name& name) {
                return recipient.isOf(name) && (name.isCertified || !mustBeCertified);
            });
        };
        if (!key.canEncrypt || (!isNamed && !hasName(false)))
            continue;
        found.append(key);
        if (isNamed || hasName(true))
            certified.append(key);
    }
    if (certified.size() == 1)
        return certified.constFirst();
    const QString whose =
        recipient.fingerprint.isEmpty() ? recipient.address : recipient.fingerprint;
    if (certified.size() > 1)
        return failed(FailureKind::Invalid,
            u"Several keys belong to \"%1\": name one by its full fingerprint (%2)."_s.arg(
                whose, fingerprintsOf(certified)));
    if (!found.isEmpty())
        return failed(FailureKind::Invalid,
            u"You have not certified that the key %1 belongs to \"%2\". Compare the "
            "fingerprint with its owner, then name the key by it."_s.arg(
                fingerprintsOf(found), whose));
    return failed(FailureKind::Invalid,
        u"gpg has no key for \"%1\" that can be used for encryption. Import the key, "
        "and name it by its full fingerprint unless you signed it."_s.arg(whose));
}

} // namespace

Task<Outcome<QString>> GpgEncryption::fingerprintOf(QString recipient)
{
    const auto meant = recipientFrom(recipient);
    if (!meant)
        co_return passOn(meant);
    const QStringList query{u"--with-colons"_s, u"--list-keys"_s, meant->query()};
    const auto listed = co_await runGpg(query, Secret());
    if (!listed)
        co_return passOn(listed);
    const auto key = keyFor(*meant, keysIn(listed->out));
    if (!key)
        co_return passOn(key);
    co_return QString(key->fingerprint);
}

Task<Outcome<Encrypted>> GpgEncryption::encrypt(Secret document, QString recipient)
{
    const auto fingerprint = co_await fingerprintOf(std::move(recipient));
    if (!fingerprint)
        co_return passOn(fingerprint);
    // The fingerprint identifies the key, and its owner was checked above.
    const QStringList encrypt{u"--trust-model"_s, u"always"_s, u"--armor"_s, u"--encrypt"_s,
        u"--recipient"_s, *fingerprint};
    const auto encrypted = co_await runGpg(encrypt, document);
    if (!encrypted)
        co_return passOn(encrypted);
    if (!encrypted->isGood || encrypted->out.isEmpty())
        co_return failed(FailureKind::Invalid,
            u"gpg did not encrypt for the key %1: %2."_s.arg(
                *fingerprint, QString::fromUtf8(encrypted->complaint)));
    co_return Encrypted{encrypted->out, *fingerprint};
}

} // namespace jetbridge::storage
