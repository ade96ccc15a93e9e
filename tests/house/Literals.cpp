// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/Literals.h"

using namespace Qt::StringLiterals;

namespace house {

namespace {

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

/// A reader of C++ source that keeps track of the open brackets.
class Reader {
public:
    explicit Reader(const QByteArray& source)
        : m_text(QString::fromUtf8(source))
    {
    }

    QList<Literal> read()
    {
        while (m_at < m_text.size()) {
            if (sees("//") || seesInclude())
                skipTo(u"\n"_s);
            else if (sees("/*"))
                skipTo(u"*/"_s);
            else if (m_text[m_at] == QLatin1Char('"'))
                readLiteral();
            else if (m_text[m_at] == QLatin1Char('\'') && !followsNumber())
                skipCharacter();
            else
                readBracket();
        }
        return m_found;
    }

private:
    bool sees(const char* what) const
    {
        return QStringView(m_text).mid(m_at).startsWith(QLatin1String(what));
    }

    bool seesInclude() const
    {
        return m_text[m_at] == QLatin1Char('#')
            && QStringView(m_text).mid(m_at + 1).trimmed().startsWith("include"_L1);
    }

    /// Tells whether a ' separates digits, as in 10'000, which it does not do in u'x'.
    bool followsNumber() const
    {
        const QString word = nameBefore();
        return !word.isEmpty() && word.front().isDigit();
    }

    void step()
    {
        if (m_text[m_at] == QLatin1Char('\n'))
            ++m_line;
        ++m_at;
    }

    void skipTo(const QString& end)
    {
        while (m_at < m_text.size() && !QStringView(m_text).mid(m_at).startsWith(end))
            step();
        for (qsizetype i = 0; i < end.size() && m_at < m_text.size(); ++i)
            step();
    }

    void skipCharacter()
    {
        step();
        while (m_at < m_text.size() && m_text[m_at] != QLatin1Char('\''))
            m_at += m_text[m_at] == QLatin1Char('\\') ? 2 : 1;
        ++m_at;
    }

    void readLiteral()
    {
        Literal literal{m_line, {}, m_calls, m_at > 0 && m_text[m_at - 1] == QLatin1Char('R')};
        step();
        const qsizetype start = m_at;
        if (literal.isRaw) {
            const QString delimiter =
                m_text.mid(m_at, m_text.indexOf(QLatin1Char('('), m_at) - m_at);
            const QString end = QLatin1Char(')') + delimiter + QLatin1Char('"');
            skipTo(end);
            literal.text = m_text.mid(
                start + delimiter.size() + 1, m_at - start - delimiter.size() - 1 - end.size());
        } else {
            while (m_at < m_text.size() && m_text[m_at] != QLatin1Char('"'))
                m_at += m_text[m_at] == QLatin1Char('\\') ? 2 : 1;
            literal.text = m_text.mid(start, m_at - start);
            ++m_at;
        }
        m_found.append(literal);
    }

    void readBracket()
    {
        const QChar c = m_text[m_at];
        if (c == QLatin1Char('(') || c == QLatin1Char('{') || c == QLatin1Char('['))
            m_calls.append(nameBefore());
        else if ((c == QLatin1Char(')') || c == QLatin1Char('}') || c == QLatin1Char(']'))
            && !m_calls.isEmpty())
            m_calls.removeLast();
        step();
    }

    /// Returns the name before a bracket: "setText" in "m_label->setText(", "" in "= {".
    QString nameBefore() const
    {
        qsizetype start = m_at;
        while (start > 0 && isWordCharacter(m_text[start - 1]))
            --start;
        return m_text.mid(start, m_at - start);
    }

    const QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    QStringList m_calls;
    QList<Literal> m_found;
};

} // namespace

QList<Literal> literalsOf(const QByteArray& source)
{
    return Reader(source).read();
}

} // namespace house
