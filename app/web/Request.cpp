// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/Request.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::web {

QByteArray methodName(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Delete:
        return "DELETE";
    }
    Q_UNREACHABLE();
}

namespace {

// Far more than any of our forms has; it keeps a megabyte of "a&a&a" cheap to parse.
constexpr qsizetype mostPairs = 256;

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<QByteArray> decoded(QByteArrayView encoded)
{
    // Decoding never makes a text longer.
    QByteArray bytes(encoded.size(), Qt::Uninitialized);
    char* end = bytes.data();
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        const char c = encoded[i];
        if (c == '+') {
            *end++ = ' ';
        } else if (c == '%') {
            const int high = i + 2 < encoded.size() ? hexDigit(encoded[i + 1]) : -1;
            const int low = i + 2 < encoded.size() ? hexDigit(encoded[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            *end++ = char(high << 4 | low);
            i += 2;
        } else {
            *end++ = c;
        }
    }
    bytes.truncate(end - bytes.constData());
    if (!QByteArrayView(bytes).isValidUtf8())
        return std::nullopt;
    return bytes;
}

} // namespace

Outcome<Form> Form::parse(QByteArrayView encoded)
{
    const auto refused = [](const char* why) {
        return failed(FailureKind::Invalid, QLatin1String(why), 400);
    };
    Form form;
    while (!encoded.isEmpty()) {
        const qsizetype end = encoded.indexOf('&');
        const QByteArrayView piece = end < 0 ? encoded : encoded.first(end);
        encoded = end < 0 ? QByteArrayView() : encoded.sliced(end + 1);
        if (piece.isEmpty())
            continue;
        if (form.m_pairs.size() == mostPairs)
            return refused("The form has more than 256 parameters.");
        const qsizetype equals = piece.indexOf('=');
        auto name = decoded(equals < 0 ? piece : piece.first(equals));
        auto value = decoded(equals < 0 ? QByteArrayView() : piece.sliced(equals + 1));
        if (!name || !value)
            return refused("The form has an invalid %-sequence or bytes that are not UTF-8.");
        form.m_pairs.append({std::move(*name), std::move(*value)});
    }
    return form;
}

QByteArray Form::value(QByteArrayView name) const
{
    for (const auto& [key, value] : m_pairs)
        if (key == name)
            return value;
    return {};
}

QByteArray Form::repeatedName() const
{
    for (qsizetype later = 1; later < m_pairs.size(); ++later)
        for (qsizetype earlier = 0; earlier < later; ++earlier)
            if (m_pairs[earlier].first == m_pairs[later].first)
                return m_pairs[later].first;
    return {};
}

QByteArray Request::header(QByteArrayView lowerCaseName) const
{
    for (const auto& [name, value] : headers)
        if (name == lowerCaseName)
            return value;
    return {};
}

QString Request::linkTo(QStringView absolutePath) const
{
    const qsizetype folders = path.count('/') - 1;
    const QString up = u"../"_s.repeated(std::max<qsizetype>(0, folders));
    return (up.isEmpty() ? u"./"_s : up) + absolutePath.mid(1).toString();
}

int Request::headerCount(QByteArrayView lowerCaseName) const
{
    return int(std::count_if(headers.begin(), headers.end(),
        [lowerCaseName](const Header& entry) { return entry.first == lowerCaseName; }));
}

QByteArray Request::mediaType() const
{
    const QByteArray value = header("content-type");
    const qsizetype end = value.indexOf(';');
    return (end < 0 ? value : value.first(end)).trimmed().toLower();
}

Outcome<Form> Request::form() const
{
    if (mediaType() != "application/x-www-form-urlencoded")
        return failed(
            FailureKind::Invalid, u"The body must be application/x-www-form-urlencoded."_s, 415);
    if (!m_form)
        m_form = Form::parse(body);
    return *m_form;
}

Outcome<Form> Request::queryForm() const
{
    return Form::parse(query);
}

Outcome<QJsonDocument> Request::jsonDocument() const
{
    if (mediaType() != "application/json")
        return failed(FailureKind::Invalid, u"The body must be application/json."_s, 415);
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return failed(FailureKind::Invalid,
            u"The body is not valid JSON at byte %1: %2."_s.arg(error.offset)
                .arg(error.errorString()),
            400);
    return document;
}

Outcome<QJsonObject> Request::json() const
{
    const auto document = jsonDocument();
    if (!document)
        return passOn(document);
    if (!document->isObject())
        return failed(FailureKind::Invalid, u"The body must be a JSON object."_s, 400);
    return document->object();
}

} // namespace jetbridge::web
