// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/Readings.h"

#include "domain/SecretHash.h"

#include <QString>

#include <algorithm>
#include <utility>

namespace jetbridge::traffic {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Returns the number that the digits at `at` form; -1 if there are too few or they are not digits.
int hexNumber(QByteArrayView text, qsizetype at, int digits)
{
    if (at + digits > text.size())
        return -1;
    int number = 0;
    for (int i = 0; i < digits; ++i) {
        const int digit = hexDigit(text[at + i]);
        if (digit < 0)
            return -1;
        number = number * 16 + digit;
    }
    return number;
}

void appendCodePoint(QByteArray& out, char32_t codePoint)
{
    out += QString::fromUcs4(&codePoint, 1).toUtf8();
}

/// One way to decode a text. `decode` appends the character that the escape at `at` means and
/// returns the escape's length; 0 if there is no escape.
struct Decoding {
    char trigger; ///< A text without this character has nothing to decode.
    qsizetype (*decode)(QByteArrayView text, qsizetype at, QByteArray& out);
};

qsizetype percent(QByteArrayView text, qsizetype at, QByteArray& out)
{
    const int code = text[at] == '%' ? hexNumber(text, at + 1, 2) : -1;
    if (code < 0)
        return 0;
    out += char(code);
    return 3;
}

qsizetype form(QByteArrayView text, qsizetype at, QByteArray& out)
{
    if (text[at] != '+')
        return percent(text, at, out);
    out += ' ';
    return 1;
}

qsizetype json(QByteArrayView text, qsizetype at, QByteArray& out)
{
    if (text[at] != '\\' || at + 1 >= text.size())
        return 0;
    static constexpr char letters[] = "b\bf\fn\nr\rt\t\"\"\\\\//";
    for (const char* letter = letters; *letter; letter += 2)
        if (text[at + 1] == letter[0]) {
            out += letter[1];
            return 2;
        }
    const int unit = text[at + 1] == 'u' ? hexNumber(text, at + 2, 4) : -1;
    if (unit < 0)
        return 0;
    const bool isPair = QChar::isHighSurrogate(char32_t(unit)) && at + 7 < text.size()
        && text[at + 6] == '\\' && text[at + 7] == 'u';
    const int second = isPair ? hexNumber(text, at + 8, 4) : -1;
    if (second >= 0 && QChar::isLowSurrogate(char32_t(second))) {
        appendCodePoint(out, QChar::surrogateToUcs4(char16_t(unit), char16_t(second)));
        return 12;
    }
    appendCodePoint(out, char32_t(unit));
    return 6;
}

qsizetype html(QByteArrayView text, qsizetype at, QByteArray& out)
{
    if (text[at] != '&')
        return 0;
    static constexpr std::pair<const char*, char> names[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    for (const auto& [name, character] : names)
        if (text.sliced(at).startsWith(QByteArrayView(name))) {
            out += character;
            return QByteArrayView(name).size();
        }
    if (at + 3 >= text.size() || text[at + 1] != '#')
        return 0;
    const bool isHex = (text[at + 2] | 0x20) == 'x';
    constexpr qsizetype mostDigits = 8;
    char32_t number = 0;
    qsizetype place = at + (isHex ? 3 : 2);
    const qsizetype first = place;
    for (; place < text.size() && place - first < mostDigits; ++place) {
        const int digit = hexDigit(text[place]);
        if (digit < 0 || (!isHex && digit > 9))
            break;
        number = number * (isHex ? 16 : 10) + char32_t(digit);
    }
    if (place == first || place >= text.size() || text[place] != ';' || number > 0x10FFFF)
        return 0;
    appendCodePoint(out, number);
    return place + 1 - at;
}

/// Decodes a quote inside a shell's single-quoted text.
qsizetype shell(QByteArrayView text, qsizetype at, QByteArray& out)
{
    static constexpr QByteArrayView escape("'\\''");
    if (!text.sliced(at).startsWith(escape))
        return 0;
    out += '\'';
    return escape.size();
}

constexpr Decoding decodings[] = {
    {'%', percent}, {'+', form}, {'\\', json}, {'&', html}, {'\'', shell}};

/// Decodes a reading once more; the result's text is null if nothing was escaped.
Reading decoded(const Reading& reading, const Decoding& decoding)
{
    const QByteArrayView text(reading.text);
    Reading result;
    if (!text.contains(decoding.trigger))
        return result;
    result.text.reserve(text.size());
    result.origins.reserve(std::size_t(text.size()) + 1);
    bool isOther = false;
    for (qsizetype at = 0; at < text.size();) {
        const auto place = qint32(reading.origin(at));
        const qsizetype consumed = decoding.decode(text, at, result.text);
        if (consumed == 0)
            result.text += text[at];
        isOther = isOther || consumed > 0;
        result.origins.resize(std::size_t(result.text.size()), place);
        at += std::max<qsizetype>(1, consumed);
    }
    if (!isOther)
        return {};
    result.origins.push_back(qint32(reading.origin(text.size())));
    return result;
}

bool isBase64(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+'
        || c == '/' || c == '-' || c == '_';
}

} // namespace

std::vector<Reading> readingsOf(const QByteArray& text, int depth)
{
    // A stranger's text must not cost more than this memory and time. No real text is encoded more
    // often.
    constexpr qsizetype mostBytes = 8 * 1024 * 1024;
    const std::size_t most =
        std::size_t(std::clamp<qsizetype>(mostBytes / (text.size() + 1), 12, 50));
    std::vector<Reading> readings{{text, {}}};
    std::size_t begin = 0;
    for (int level = 0; level < depth; ++level) {
        const std::size_t end = readings.size();
        for (std::size_t i = begin; i < end && readings.size() < most; ++i)
            for (const Decoding& decoding : decodings) {
                Reading reading = decoded(readings[i], decoding);
                const bool isKnown = reading.text.isNull()
                    || std::any_of(readings.begin(), readings.end(),
                        [&reading](const Reading& one) { return one.text == reading.text; });
                if (!isKnown)
                    readings.push_back(std::move(reading));
            }
        begin = end;
    }
    return readings;
}

QByteArray decodedHtml(const QByteArray& text)
{
    const Reading reading = decoded({text, {}}, {'&', html});
    return reading.text.isNull() ? text : reading.text;
}

std::vector<Base64Run> base64RunsIn(QByteArrayView text)
{
    // Three bytes become four characters.
    constexpr qsizetype fewest = (SecretHasher::shortest * 4 + 2) / 3;
    std::vector<Base64Run> runs;
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && isBase64(text[at]))
            continue;
        if (at - begin >= fewest)
            runs.push_back({begin, at - begin});
        begin = at + 1;
    }
    return runs;
}

std::vector<QByteArray> base64Decoded(QByteArrayView run)
{
    QByteArray whole = run.toByteArray();
    std::replace(whole.begin(), whole.end(), '-', '+');
    std::replace(whole.begin(), whole.end(), '_', '/');
    // A longer run is an image or a document, and has no letters in front of it.
    constexpr qsizetype longestCredentials = 1024;
    const qsizetype offsets = whole.size() > longestCredentials ? 1 : 4;
    std::vector<QByteArray> results;
    for (qsizetype offset = 0; offset < offsets; ++offset)
        results.push_back(QByteArray::fromBase64(whole.mid(offset)));
    return results;
}

} // namespace jetbridge::traffic
