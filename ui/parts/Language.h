// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

class QSettings;

namespace jetbridge::ui {

/// Language of the window while this object lives: our own texts, Qt's, and the format of dates.
/// Widgets get their texts when they are built, so this object must be created before them.
class Language {
public:
    enum class Choice { System, English, German, Polish };

    explicit Language(Choice choice);
    ~Language();
    Q_DISABLE_COPY_MOVE(Language)

    /// Returns the language chosen in Settings for the next start; System if none was chosen.
    static Choice chosen(const QSettings& settings);
    static void choose(QSettings& settings, Choice choice);
    /// Returns a language's own name ("Deutsch"); for System, a name in the window's language.
    static QString name(Choice choice);
    /// Returns the own name of the language with this code ("de"), or the code if it is not one of
    /// ours.
    static QString nameOf(const QString& code);

private:
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace jetbridge::ui
