// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

class QSettings;

namespace jetbridge::ui {

/// What the window speaks, for as long as this lives: our own texts, Qt's, and how dates are
/// written. Widgets are told when they are built, so it is there before them.
class Language {
public:
    enum class Choice { System, English, German, Polish };

    explicit Language(Choice choice);
    ~Language();
    Q_DISABLE_COPY_MOVE(Language)

    /// As chosen in Settings for the next start; System if nothing was.
    static Choice chosen(const QSettings& settings);
    static void choose(QSettings& settings, Choice choice);
    /// What it calls itself ("Deutsch"); for System, what that is in the window's language.
    static QString name(Choice choice);

private:
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace jetbridge::ui
