// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace jetbridge {
class TrafficKeeping;
}

namespace jetbridge::ui {

/// Fields of the settings for the amount of recorded traffic that the data folder keeps.
class TrafficSettings : public QObject {
    Q_OBJECT

public:
    /// Adds the fields to `form`; `keeping` must outlive this object.
    TrafficSettings(TrafficKeeping& keeping, QFormLayout* form, QObject* parent);
    void load();

private:
    void save();

    TrafficKeeping& m_keeping;
    QSpinBox* m_megabytes;
    QSpinBox* m_days;
    QLabel* m_kept;
    QPushButton* m_save;
    QLabel* m_said;
};

} // namespace jetbridge::ui
