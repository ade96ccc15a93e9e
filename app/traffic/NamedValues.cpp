// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/NamedValues.h"

#include "traffic/Readings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::traffic {

namespace {

constexpr qsizetype longestName = 100;

bool isOneOf(char c, const char* characters)
{
    return QByteArrayView(characters).contains(c);
}

bool isSpace(char c)
{
    return isOneOf(c, " \t\r\n");
}

/// Tells whether it is a space or a tab: a space that does not end the line.
bool isBlank(char c)
{
    return isOneOf(c, " \t");
}

/// Normalises a name: "client-secret", "clientSecret" and "CLIENT_SECRET" become the same.
QByteArray plainName(QByteArrayView name)
{
    QByteArray plain;
    for (const char c : name.toByteArray().toLower())
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain += c;
    return plain;
}

bool isSecretName(const QByteArray& plain)
{
    static constexpr const char* ends[] = {
        "secret", "token", "password", "passwd", "passphrase", "assertion", "apikey", "privatekey"};
    return !plain.endsWith("pagetoken")
        && std::any_of(std::begin(ends), std::end(ends),
            [&plain](const char* end) { return plain.endsWith(end); });
}

bool isSecretField(const QByteArray& plain)
{
    return plain == "code" || plain == "state" || isSecretName(plain);
}

QByteArray formDecoded(QByteArrayView value)
{
    return QByteArray::fromPercentEncoding(value.toByteArray().replace('+', ' '));
}

QByteArray jsonDecoded(QByteArrayView value)
{
    if (!value.contains('\\'))
        return value.toByteArray();
    const QJsonArray array = QJsonDocument::fromJson("[\"" + value.toByteArray() + "\"]").array();
    return array.isEmpty() ? value.toByteArray() : array.first().toString().toUtf8();
}

/// Returns the first place from `at` on whose character `belongs` does not accept.
template <typename Belongs> qsizetype endOf(QByteArrayView text, qsizetype at, Belongs belongs)
{
    while (at < text.size() && belongs(text[at]))
        ++at;
    return at;
}

/// Adds the value after the "=" at `at` if the name before it is a secret's; returns where to
/// continue.
qsizetype addFormValue(QByteArrayView text, qsizetype at, std::vector<NamedValue>& found)
{
    const auto isOfName = [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9')
            || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || isOneOf(c, "_-.~%+[]");
    };
    qsizetype begin = at;
    while (begin > 0 && at - begin < longestName && isOfName(text[begin - 1]))
        --begin;
    if (!isSecretField(plainName(formDecoded(text.sliced(begin, at - begin)))))
        return at + 1;
    const qsizetype end =
        endOf(text, at + 1, [](char c) { return !isOneOf(c, "&\"'<>") && !isSpace(c); });
    if (end > at + 1)
        found.push_back({at + 1, end - at - 1, formDecoded(text.sliced(at + 1, end - at - 1))});
    return end;
}

/// Returns where the string that starts with the quote at `quote` ends: at its closing quote, or at
/// the end of the text.
qsizetype endOfString(QByteArrayView text, qsizetype quote)
{
    qsizetype at = quote + 1;
    while (at < text.size() && text[at] != text[quote])
        at += text[at] == '\\' ? 2 : 1;
    return std::min(at, text.size());
}

/// Returns the decoded quoted name that ends before `end`; empty if there is none.
QByteArray nameBefore(QByteArrayView text, qsizetype end)
{
    while (end > 0 && isSpace(text[end - 1]))
        --end;
    if (end < 2 || !isOneOf(text[end - 1], "\"'"))
        return {};
    const char quote = text[end - 1];
    const qsizetype last = end - 1;
    for (qsizetype at = last; at > 0 && last - at < longestName; --at)
        if (text[at - 1] == quote)
            return jsonDecoded(text.sliced(at, last - at));
    return {};
}

/// Adds the value after the ":" at `at` if the name before it is a secret's; returns where to
/// continue.
qsizetype addJsonValue(QByteArrayView text, qsizetype at, std::vector<NamedValue>& found)
{
    if (!isSecretName(plainName(nameBefore(text, at))))
        return at + 1;
    const qsizetype begin = endOf(text, at + 1, isSpace);
    if (begin >= text.size())
        return begin;
    if (isOneOf(text[begin], "\"'")) {
        const qsizetype end = endOfString(text, begin);
        if (end > begin + 1)
            found.push_back(
                {begin + 1, end - begin - 1, jsonDecoded(text.sliced(begin + 1, end - begin - 1))});
        return end;
    }
    const qsizetype end = endOf(text, begin, [](char c) { return !isOneOf(c, ",}"); });
    const QByteArrayView value = text.sliced(begin, end - begin).trimmed();
    if (!value.isEmpty() && value != "null" && value != "true" && value != "false")
        found.push_back({begin, value.size(), value.toByteArray()});
    return end;
}

/// Returns the unquoted name that stands alone between the start of its line and `end`, as in YAML
/// or in a header; empty if there is none.
QByteArray lineNameBefore(QByteArrayView text, qsizetype end)
{
    while (end > 0 && isBlank(text[end - 1]))
        --end;
    qsizetype begin = end;
    while (begin > 0 && end - begin < longestName && !isSpace(text[begin - 1])
        && !isOneOf(text[begin - 1], "\"'<>{}[],;:="))
        --begin;
    qsizetype start = begin;
    while (start > 0 && begin - start < longestName && isBlank(text[start - 1]))
        --start;
    const bool isAlone = start == 0 || text[start - 1] == '\n' || text[start - 1] == '\r';
    return isAlone ? text.sliced(begin, end - begin).toByteArray() : QByteArray();
}

/// Adds the rest of the line after the ":" at `at` if the name alone before it is a secret's;
/// returns where to continue.
qsizetype addLineValue(QByteArrayView text, qsizetype at, std::vector<NamedValue>& found)
{
    if (!isSecretName(plainName(lineNameBefore(text, at))))
        return at + 1;
    const qsizetype begin = endOf(text, at + 1, isBlank);
    const qsizetype end = endOf(text, begin, [](char c) { return c != '\r' && c != '\n'; });
    if (end > begin)
        found.push_back({begin, end - begin, text.sliced(begin, end - begin).toByteArray()});
    return end;
}

/// Adds the text of the XML element that begins at `at` if its local name is a secret's; returns
/// where to continue.
qsizetype addElement(QByteArrayView text, qsizetype at, std::vector<NamedValue>& found)
{
    const qsizetype nameEnd = endOf(text, at + 1, [count = qsizetype(0)](char c) mutable {
        return ++count <= longestName && !isOneOf(c, "<>/'\"=") && !isSpace(c);
    });
    QByteArrayView name = text.sliced(at + 1, nameEnd - at - 1);
    name = name.sliced(name.lastIndexOf(':') + 1);
    if (!isSecretName(plainName(name)))
        return at + 1;
    qsizetype begin = endOf(text, nameEnd, [](char c) { return c != '>' && c != '<'; });
    if (begin >= text.size() || text[begin] != '>')
        return begin;
    ++begin;
    constexpr QByteArrayView cdata("<![CDATA[");
    qsizetype end = 0;
    if (text.sliced(begin).startsWith(cdata)) {
        begin += cdata.size();
        end = text.indexOf("]]>", begin);
        end = end < 0 ? text.size() : end;
    } else {
        end = endOf(text, begin, [](char c) { return c != '<'; });
    }
    if (!text.sliced(begin, end - begin).trimmed().isEmpty())
        found.push_back(
            {begin, end - begin, decodedHtml(text.sliced(begin, end - begin).toByteArray())});
    return end;
}

/// Adds the body of a multipart/form-data part whose name, after the "=" at `at`, is a secret's
/// (RFC 7578 4.2); returns where to continue.
qsizetype addPart(QByteArrayView text, qsizetype at, std::vector<NamedValue>& found)
{
    constexpr qsizetype mostOfHeaders = 1'000;
    if (at < 4 || text.sliced(at - 4, 4).compare("name", Qt::CaseInsensitive) != 0)
        return at + 1;
    const qsizetype from = std::max(qsizetype(0), at - longestName);
    const QByteArray before = text.sliced(from, at - from).toByteArray().toLower();
    if (!before.sliced(before.lastIndexOf('\n') + 1).contains("form-data"))
        return at + 1;
    const bool isQuoted = at + 1 < text.size() && text[at + 1] == '"';
    const qsizetype begin = isQuoted ? at + 2 : at + 1;
    const qsizetype end = isQuoted
        ? endOfString(text, at + 1)
        : endOf(text, begin, [](char c) { return c != ';' && !isSpace(c); });
    if (end - begin > longestName || !isSecretField(plainName(text.sliced(begin, end - begin))))
        return at + 1;
    const QByteArrayView rest = text.sliced(end, std::min(mostOfHeaders, text.size() - end));
    for (const QByteArrayView blank : {QByteArrayView("\r\n\r\n"), QByteArrayView("\n\n")}) {
        const qsizetype gap = rest.indexOf(blank);
        if (gap < 0)
            continue;
        const qsizetype body = end + gap + blank.size();
        qsizetype boundary = text.indexOf("\n--", body);
        boundary = boundary < 0 ? text.size() : boundary;
        const qsizetype size = text.sliced(body, boundary - body).trimmed().size();
        if (size > 0)
            found.push_back({body, size, text.sliced(body, size).toByteArray()});
        return boundary;
    }
    return at + 1;
}

/// Adds the values of input fields. A field is searched only up to the next tag, because one that
/// is never closed must not cost a search of the whole text.
void addInputs(QByteArrayView text, std::vector<NamedValue>& found)
{
    static constexpr auto options =
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption;
    static const QRegularExpression input(u"<input\\b[^<>]*"_s, options);
    static const QRegularExpression name(
        uR"re((?<![\w-])name\s*=\s*["']?([^"'\s>]*))re"_s, options);
    static const QRegularExpression type(uR"re((?<![\w-])type\s*=\s*["']?password\b)re"_s, options);
    static const QRegularExpression value(
        uR"re((?<![\w-])value\s*=\s*(?:"([^"]*)|'([^']*)|([^"'\s][^\s]*)))re"_s, options);
    if (!text.contains("value"))
        return;
    // In Latin-1, positions in the string equal positions in the bytes.
    const QString whole = QString::fromLatin1(text);
    for (auto inputs = input.globalMatch(whole); inputs.hasNext();) {
        const auto field = inputs.next();
        const QString tag = field.captured();
        const QByteArray named = decodedHtml(name.match(tag).captured(1).toLatin1());
        if (!isSecretField(plainName(named)) && !type.match(tag).hasMatch())
            continue;
        const auto given = value.match(tag);
        for (int group = 1; group <= given.lastCapturedIndex(); ++group)
            if (given.capturedLength(group) > 0)
                found.push_back({field.capturedStart() + given.capturedStart(group),
                    given.capturedLength(group), decodedHtml(given.captured(group).toLatin1())});
    }
}

} // namespace

std::vector<NamedValue> secretValuesIn(QByteArrayView text)
{
    std::vector<NamedValue> found;
    bool hasInputs = false;
    for (qsizetype at = 0; at < text.size();) {
        hasInputs = hasInputs || text[at] == '<';
        if (text[at] == '=')
            at = std::max(addFormValue(text, at, found), addPart(text, at, found));
        else if (text[at] == ':')
            at = std::max(addJsonValue(text, at, found), addLineValue(text, at, found));
        else if (text[at] == '<')
            at = addElement(text, at, found);
        else
            ++at;
    }
    if (hasInputs)
        addInputs(text, found);
    return found;
}

bool isSecretHeader(QByteArrayView name)
{
    const QByteArray plain = plainName(name);
    return plain == "authorization" || plain == "proxyauthorization" || plain.endsWith("cookie")
        || isSecretName(plain);
}

} // namespace jetbridge::traffic
