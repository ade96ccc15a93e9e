// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/InvitationMail.h"

#include "domain/Utc.h"

#include <QFile>

using namespace Qt::StringLiterals;

static void initialiseMail()
{
    // A static library's resources are dropped by the linker unless somebody names them.
    Q_INIT_RESOURCE(mail);
}

namespace jetbridge {

namespace {

/// Names of others in one line: in a header they must not begin another one.
QString inOneLine(const QString& text)
{
    return text.simplified();
}

/// RFC 2047 2: an encoded word has 75 characters at most, and none of them is cut.
QByteArray encodedWords(const QString& text)
{
    constexpr int mostBytes = 45; // 60 characters of base64
    QByteArrayList words;
    QByteArray bytes;
    const auto close = [&] {
        words.append("=?UTF-8?B?" + bytes.toBase64() + "?=");
        bytes.clear();
    };
    for (const uint point : text.toUcs4()) {
        const QByteArray next =
            QString::fromUcs4(reinterpret_cast<const char32_t*>(&point), 1).toUtf8();
        if (bytes.size() + next.size() > mostBytes)
            close();
        bytes += next;
    }
    close();
    return words.join("\r\n ");
}

/// RFC 2045 6.8: lines of 76 characters at most.
QByteArray base64Lines(const QByteArray& bytes)
{
    constexpr int lineLength = 76;
    const QByteArray whole = bytes.toBase64();
    QByteArray lines;
    for (qsizetype at = 0; at < whole.size(); at += lineLength)
        lines += whole.mid(at, lineLength) + "\r\n";
    return lines;
}

} // namespace

QStringList InvitationMail::languages()
{
    return {u"de"_s, u"en"_s, u"pl"_s};
}

Outcome<InvitationMail> InvitationMail::write(const QString& language, const Facts& facts)
{
    initialiseMail();
    if (!languages().contains(language))
        return failed(FailureKind::Invalid,
            u"There is no mail in the language \"%1\": choose one of %2."_s.arg(
                language, languages().join(u", "_s)));
    QFile file(u":/mail/invitation.%1.txt"_s.arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return failed(
            FailureKind::Invalid, u"The mail in the language \"%1\" is missing."_s.arg(language));
    QString whole = QString::fromUtf8(file.readAll());
    const std::pair<const char*, QString> values[] = {
        {"{company}", inOneLine(facts.company)},
        {"{start}", facts.start.toString(QUrl::FullyEncoded)},
        {"{until}", facts.until.toUTC().toString(u"yyyy-MM-dd HH:mm"_s) + u" UTC"_s},
        // The last one: what others named stays as they wrote it.
        {"{application}", inOneLine(facts.application)},
    };
    for (const auto& [name, value] : values)
        whole.replace(QLatin1String(name), value);
    const qsizetype end = whole.indexOf(u"\n\n"_s);
    return InvitationMail{whole.first(end), whole.mid(end + 2)};
}

QByteArray InvitationMail::eml() const
{
    QString body = text;
    body.replace(QLatin1Char('\n'), u"\r\n"_s);
    return "Subject: " + encodedWords(subject)
        + "\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\n"
          "Content-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: base64\r\n\r\n"
        + base64Lines(body.toUtf8());
}

} // namespace jetbridge
