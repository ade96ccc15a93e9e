// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/Tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPointer>

class QDBusVariant;
class QSettings;

namespace jetbridge::ui {

class HouseStyle;

/// Appearance of the whole program: palette, style sheet, text size and animations. It can be
/// changed while the program runs.
class Theme : public QObject {
    Q_OBJECT

public:
    enum class Scheme { System, Light, Dark };
    static constexpr int smallestText = 100;
    static constexpr int largestText = 200;

    /// Reads `settings` and applies them; writes every change back. `settings` must outlive the
    /// theme.
    explicit Theme(QSettings& settings);

    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    int textSize() const
    {
        return m_textSize;
    } ///< Returns the text size in per cent of the
      ///< system's font, 100 .. 200.
    void setTextSize(int percent);
    bool isDark() const;

    /// Returns the setting: false turns animations off, true follows the system. Widgets ask their
    /// style: SH_Widget_Animation_Duration is 0 without animations.
    bool mayMove() const { return m_mayMove; }
    void setMayMove(bool mayMove);

private Q_SLOTS:
    /// Takes over a changed preference that the desktop portal reports.
    void takeSystemSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void askSystem();
    void ask(const QString& group, const QString& key);
    void apply();

    QSettings& m_settings;
    const QFont m_systemFont;
    QPointer<HouseStyle> m_style; ///< Style of the application, unless another one is set.
    Scheme m_scheme = Scheme::System;
    int m_textSize = 100;
    bool m_mayMove = true;
    bool m_systemIsDark = false;
    bool m_systemMoves = true;
};

/// Returns one of our own line icons ("customers", "copy", ...) in the current colours of the
/// palette.
QIcon lineIcon(const char* name);
/// Returns a line icon in the colour of a tone.
QIcon lineIcon(const char* name, Tone tone);

} // namespace jetbridge::ui
