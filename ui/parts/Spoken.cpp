// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Spoken.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace jetbridge::ui {

namespace {

/// Texts in journals of earlier versions.
[[maybe_unused]] constexpr const char* earlier[]{
    QT_TRANSLATE_NOOP("Spoken", "A wrong code was typed. Tries left: %1."),
    QT_TRANSLATE_NOOP(
        "Spoken", "The code was refused, it was typed wrong too often: a new one is needed."),
};

} // namespace

QString spoken(const QString& english)
{
    const auto translated = [](const QString& text) {
        return QCoreApplication::translate("Spoken", text.toUtf8().constData());
    };
    if (const QString whole = translated(english); whole != english)
        return whole;
    // The text was marked with "%1" in place of its subject.
    static const QRegularExpression subjects[]{QRegularExpression(QStringLiteral("(?<=\").*(?=\")"),
                                                   QRegularExpression::DotMatchesEverythingOption),
        QRegularExpression(QStringLiteral("\\d+"))};
    for (const QRegularExpression& subject : subjects) {
        const auto found = subject.match(english);
        if (!found.hasMatch())
            continue;
        QString marked = english;
        marked.replace(found.capturedStart(), found.capturedLength(), QStringLiteral("%1"));
        const QString said = translated(marked);
        if (said != marked)
            return said.arg(found.captured());
    }
    return english;
}

} // namespace jetbridge::ui
