// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

namespace jetbridge::ui {

/// Buttons side by side of which one is chosen; the left and right arrow keys move the choice.
class Segments : public QWidget {
    Q_OBJECT

public:
    struct Segment {
        QString objectName;
        QString text;
        QString hint; ///< Tooltip that explains the choice.
    };

    Segments(
        const QString& accessibleName, const QList<Segment>& segments, QWidget* parent = nullptr);
    int current() const;
    void setCurrent(int index);

Q_SIGNALS:
    void changed(int index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Tells the layout that the buttons' sizes have changed.
    void measure();

    QButtonGroup* m_group;
};

} // namespace jetbridge::ui
