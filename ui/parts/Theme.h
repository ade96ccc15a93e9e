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

/// How the whole program looks: palette, style sheet, text size and motion, switchable while it
/// runs.
class Theme : public QObject {
    Q_OBJECT

public:
    enum class Scheme { System, Light, Dark };
    static constexpr int smallestText = 100;
    static constexpr int largestText = 200;

    /// Reads `settings` and applies; writes every change to them. `settings` outlives the theme.
    explicit Theme(QSettings& settings);

    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    int textSize() const { return m_textSize; } ///< Per cent of the system's font, 100 .. 200.
    void setTextSize(int percent);
    bool isDark() const;

    /// Off, or as the system says. Widgets ask their style: SH_Widget_Animation_Duration is 0
    /// without motion.
    bool mayMove() const { return m_mayMove; }
    void setMayMove(bool mayMove);

private Q_SLOTS:
    /// The desktop portal says that the system's preference changed.
    void takeSystemSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void askSystem();
    void ask(const QString& group, const QString& key);
    void apply();

    QSettings& m_settings;
    const QFont m_systemFont;
    QPointer<HouseStyle> m_style; ///< The application's, as long as nobody sets another.
    Scheme m_scheme = Scheme::System;
    int m_textSize = 100;
    bool m_mayMove = true;
    bool m_systemIsDark = false;
    bool m_systemMoves = true;
};

/// One of our own line icons ("customers", "copy"...), drawn in the palette's colours of the
/// moment.
QIcon lineIcon(const char* name);
/// The same in the colour of a tone.
QIcon lineIcon(const char* name, Tone tone);

} // namespace jetbridge::ui
