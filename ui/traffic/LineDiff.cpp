// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/LineDiff.h"

#include <vector>

namespace jetbridge::ui {

namespace {

/// Table of the number of common lines in the rest of both texts, for each pair of positions.
class CommonLines {
public:
    CommonLines(const QStringList& first, const QStringList& second)
        : m_width(std::size_t(second.size()) + 1)
        , m_lengths((std::size_t(first.size()) + 1) * m_width)
    {
        for (qsizetype i = first.size() - 1; i >= 0; --i)
            for (qsizetype j = second.size() - 1; j >= 0; --j)
                m_lengths[place(i, j)] = first[i] == second[j]
                    ? at(i + 1, j + 1) + 1
                    : std::max(at(i + 1, j), at(i, j + 1));
    }
    quint16 at(qsizetype i, qsizetype j) const { return m_lengths[place(i, j)]; }

private:
    std::size_t place(qsizetype i, qsizetype j) const
    {
        return std::size_t(i) * m_width + std::size_t(j);
    }

    std::size_t m_width;
    std::vector<quint16> m_lengths;
};

QList<DiffLine> diffOfMiddle(const QStringList& first, const QStringList& second)
{
    using Side = DiffLine::Side;
    QList<DiffLine> lines;
    qsizetype i = 0;
    qsizetype j = 0;
    if (first.size() <= mostDiffLines && second.size() <= mostDiffLines) {
        const CommonLines common(first, second);
        while (i < first.size() && j < second.size()) {
            if (first[i] == second[j]) {
                lines.append({Side::Both, first[i++]});
                ++j;
            } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
                lines.append({Side::First, first[i++]});
            } else {
                lines.append({Side::Second, second[j++]});
            }
        }
    }
    while (i < first.size())
        lines.append({Side::First, first[i++]});
    while (j < second.size())
        lines.append({Side::Second, second[j++]});
    return lines;
}

} // namespace

QList<DiffLine> lineDiff(const QStringList& first, const QStringList& second)
{
    const qsizetype shorter = std::min(first.size(), second.size());
    qsizetype head = 0;
    while (head < shorter && first[head] == second[head])
        ++head;
    qsizetype tail = 0;
    while (
        tail < shorter - head && first[first.size() - 1 - tail] == second[second.size() - 1 - tail])
        ++tail;

    QList<DiffLine> lines;
    for (const QString& line : first.first(head))
        lines.append({DiffLine::Side::Both, line});
    lines += diffOfMiddle(
        first.mid(head, first.size() - head - tail), second.mid(head, second.size() - head - tail));
    for (const QString& line : first.last(tail))
        lines.append({DiffLine::Side::Both, line});
    return lines;
}

} // namespace jetbridge::ui
