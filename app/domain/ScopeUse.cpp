// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ScopeUse.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// Splits a text into words in lower case and singular: a path says "users" where a scope says
/// "user".
QStringList wordsOf(const QString& text)
{
    static const QRegularExpression between(u"[^a-z0-9]+"_s);
    QStringList words = text.toLower().split(between, Qt::SkipEmptyParts);
    for (QString& word : words)
        if (word.size() > 2 && word.endsWith(QLatin1Char('s')))
            word.chop(1);
    return words;
}

/// Returns the position in the path where the scope's subject ends; -1 if the path does not contain
/// all of it.
qsizetype subjectEnd(const QStringList& subject, const QStringList& path)
{
    qsizetype end = -1;
    for (const QString& word : subject) {
        const qsizetype place = path.lastIndexOf(word);
        if (place < 0)
            return -1;
        end = std::max(end, place);
    }
    return end;
}

} // namespace

QString scopeUsedBy(const QByteArray& method, const QString& path, const Scopes& asked)
{
    const QStringList inPath = wordsOf(path);
    QString used;
    qsizetype furthest = -1;
    qsizetype most = 0;
    for (const QString& scope : asked.names()) {
        const QString verb = scope.section(QLatin1Char('_'), -1);
        if ((verb == "read"_L1) != (method == "GET"))
            continue;
        const QStringList subject = wordsOf(scope.section(QLatin1Char('_'), 0, -2));
        const qsizetype end = subjectEnd(subject, inPath);
        // The subject that ends last counts: /configuration/company is about the company, and
        // /candidates/1/offers about the offers.
        if (end < 0 || end < furthest || (end == furthest && subject.size() <= most))
            continue;
        used = scope;
        furthest = end;
        most = subject.size();
    }
    return used;
}

} // namespace jetbridge
