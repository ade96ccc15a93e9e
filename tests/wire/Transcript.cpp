// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/Transcript.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace jetbridge::test {

namespace {

struct Message {
    QByteArray firstLine;
    QList<QByteArray> headers;
    QByteArray body;
};

Message split(QByteArray text)
{
    text.replace("\r\n", "\n");
    const qsizetype end = text.indexOf("\n\n");
    Message message;
    message.headers = (end < 0 ? text.trimmed() : text.first(end)).split('\n');
    message.firstLine = message.headers.takeFirst();
    message.body = end < 0 ? QByteArray() : text.mid(end + 2);
    return message;
}

/// Normalises headers for comparisons: Qt sends their names in lower case since 6.8.
QList<QByteArray> namesInLowerCase(QList<QByteArray> headers)
{
    for (QByteArray& header : headers)
        if (const qsizetype colon = header.indexOf(':'); colon > 0)
            header = header.first(colon).toLower() + header.mid(colon);
    return headers;
}

} // namespace

Transcript Transcript::read(const QString& file)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qUtf8Printable(file));
    QByteArray text = device.readAll();
    const auto section = [&text](const QByteArray& title) {
        const qsizetype start = text.indexOf("---- " + title + "\n");
        if (start < 0)
            return QByteArray();
        const qsizetype from = start + title.size() + 6;
        const qsizetype end = text.indexOf("\n---- ", from);
        return end < 0 ? text.mid(from) : text.mid(from, end + 1 - from);
    };
    Transcript transcript;
    for (const QByteArray& line : text.first(text.indexOf("---- ")).split('\n')) {
        const qsizetype colon = line.indexOf(": ");
        if (!line.startsWith('#') && colon > 0)
            transcript.settings.insert(line.first(colon), line.mid(colon + 2));
    }
    transcript.request = section("request");
    if (const QByteArray reply = section("reply"); !reply.isEmpty()) {
        Message message = split(reply);
        if (message.body.endsWith('\n'))
            message.body.chop(1);
        message.headers.prepend(message.firstLine);
        if (message.headers.contains("Transfer-Encoding: chunked"))
            message.body.replace("\n", "\r\n");
        transcript.turn.reply = httpMessage(message.headers.join('\n'), message.body);
    }
    const QByteArray server = transcript.setting("server");
    if (server == "closes")
        transcript.turn.then = Turn::Then::Close;
    else if (server == "resets")
        transcript.turn.then = Turn::Then::Reset;
    return transcript;
}

QString Transcript::differenceTo(const QByteArray& arrived) const
{
    Message expected = split(request);
    Message actual = split(arrived);
    expected.headers = namesInLowerCase(expected.headers);
    actual.headers = namesInLowerCase(actual.headers);
    if (actual.firstLine != expected.firstLine)
        return u"request line: "_s + QString::fromUtf8(actual.firstLine);
    for (const QByteArray& header : expected.headers)
        if (!actual.headers.contains(header))
            return u"no header \"%1\" among\n%2"_s.arg(
                QString::fromUtf8(header), QString::fromUtf8(actual.headers.join('\n')));
    for (const char* sensitive : {"authorization:", "cookie:"})
        for (const QByteArray& header : actual.headers)
            if (header.startsWith(sensitive) && !expected.headers.contains(header))
                return u"unexpected header: "_s + QString::fromUtf8(header);
    if (actual.body != expected.body.trimmed())
        return u"body: "_s + QString::fromUtf8(actual.body);
    return {};
}

} // namespace jetbridge::test
