// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Csv.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <optional>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

tl::unexpected<Failure> invalid(int line, const char* what)
{
    return failed(FailureKind::Invalid, u"Line %1: %2"_s.arg(line).arg(QLatin1String(what)));
}

/// Reads a file field by field. Debian's libcsv cannot tell in which line it failed.
class Reader {
public:
    Reader(QString text, QChar separator)
        : m_text(std::move(text))
        , m_separator(separator)
        , m_ends(QString(separator) + "\r\n"_L1)
    {
    }

    Outcome<QList<CsvRecord>> records()
    {
        QList<CsvRecord> records;
        while (m_at < m_text.size()) {
            CsvRecord record;
            record.line = m_line;
            do {
                const auto field = next();
                if (!field)
                    return passOn(field);
                record.fields.append(*field);
            } while (take(m_separator));
            take(QLatin1Char('\r'));
            if (m_at < m_text.size() && !take(QLatin1Char('\n')))
                return invalid(m_line, "a carriage return stands alone.");
            if (record.fields != QStringList{QString()})
                records.append(record);
        }
        return records;
    }

private:
    bool take(QChar wanted)
    {
        if (m_at >= m_text.size() || m_text.at(m_at) != wanted)
            return false;
        ++m_at;
        if (wanted == QLatin1Char('\n'))
            ++m_line;
        return true;
    }

    Outcome<QString> next() { return take(QLatin1Char('"')) ? quoted() : plain(); }

    Outcome<QString> plain()
    {
        QString field(""_L1);
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (m_ends.contains(c))
                break;
            if (c == QLatin1Char('"'))
                return invalid(m_line, "a quote stands inside a field that is not quoted.");
            field += c;
        }
        return field;
    }

    Outcome<QString> quoted()
    {
        const int begin = m_line;
        QString field(""_L1);
        while (m_at < m_text.size()) {
            if (take(QLatin1Char('"'))) {
                if (take(QLatin1Char('"'))) {
                    field += QLatin1Char('"');
                    continue;
                }
                if (m_at < m_text.size() && !m_ends.contains(m_text.at(m_at)))
                    return invalid(m_line, "something follows a closing quote.");
                return field;
            }
            field += m_text.at(m_at);
            if (!take(QLatin1Char('\n')))
                ++m_at;
        }
        return invalid(begin, "a quoted field has no end.");
    }

    const QString m_text;
    const QChar m_separator;
    const QString m_ends; ///< Characters that end a field without quotes.
    qsizetype m_at = 0;
    int m_line = 1;
};

/// Decodes UTF-8 without its byte order mark; nullopt if it is not UTF-8 or ends within a
/// character.
std::optional<QString> textIn(const QByteArray& bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = utf8.decode(bytes);
    return utf8.hasError() || text.contains(QChar(0)) ? std::nullopt : std::optional(text);
}

} // namespace

QChar csvSeparator(const QString& firstLine)
{
    // The separator that occurs most often outside quotes is chosen.
    QChar best = QLatin1Char(',');
    qsizetype most = 0;
    for (const QChar candidate : {QLatin1Char(','), QLatin1Char(';'), QLatin1Char('\t')}) {
        qsizetype found = 0;
        bool isQuoted = false;
        for (const QChar c : firstLine) {
            if (c == QLatin1Char('"'))
                isQuoted = !isQuoted;
            found += !isQuoted && c == candidate ? 1 : 0;
        }
        if (found > most) {
            most = found;
            best = candidate;
        }
    }
    return best;
}

Outcome<QList<CsvRecord>> readCsv(const QByteArray& content, CsvSeparator separator)
{
    if (const auto text = textIn(content)) {
        if (separator == CsvSeparator::Comma)
            return Reader(*text, QLatin1Char(',')).records();
        QString first = text->section(QLatin1Char('\n'), 0, 0);
        first.remove(QLatin1Char('\r'));
        // Excel's own first line does not belong to the table.
        const bool isNamed = first.size() == 5 && first.startsWith("sep="_L1, Qt::CaseInsensitive);
        auto records = Reader(*text, isNamed ? first.at(4) : csvSeparator(first)).records();
        if (records && isNamed)
            records->removeFirst();
        return records;
    }
    int line = 1; // Line breaks are counted in bytes, because no multi-byte character contains one.
    for (const QByteArray& bytes : content.split('\n')) {
        if (!textIn(bytes))
            break;
        ++line;
    }
    return invalid(line, "it is not text in UTF-8. Save the file as \"CSV UTF-8\".");
}

/// Puts an apostrophe in front of everything that a spreadsheet would read as a formula (OWASP, CSV
/// injection), including text after a semicolon or line break that it would read as the end of a
/// cell.
static QString harmless(QString text)
{
    static const QString starts = u"(?=[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])"_s;
    static const QRegularExpression atBegin(u"\\A(\\s*)"_s + starts);
    static const QRegularExpression within(u"([;\\r\\n][ \\t]*)"_s + starts);
    return text.replace(within, u"\\1'"_s).replace(atBegin, u"'\\1"_s);
}

QString csvText(const QString& field)
{
    return harmless(field.mid(1)) == field ? field.mid(1) : field;
}

QByteArray csvRecord(const QStringList& fields)
{
    static const QRegularExpression special(u"[,;\"\\r\\n]"_s);
    QByteArray record;
    for (const QString& field : fields) {
        if (!record.isEmpty() || &field != &fields.constFirst())
            record += ',';
        QString text = harmless(field);
        const bool isQuoted = text.contains(special);
        if (isQuoted)
            text = QLatin1Char('"') + text.replace(QLatin1Char('"'), "\"\""_L1) + QLatin1Char('"');
        record += text.toUtf8();
    }
    return record + "\r\n";
}

} // namespace jetbridge
