// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/TrafficSettings.h"

#include "parts/FailureText.h"
#include "parts/Form.h"
#include "parts/Parts.h"
#include "ports/Exchanges.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

QSpinBox* field(int fewest, int most)
{
    auto* box = new QSpinBox;
    box->setRange(fewest, most);
    return box;
}

} // namespace

TrafficSettings::TrafficSettings(TrafficKeeping& keeping, QFormLayout* form, QObject* parent)
    : QObject(parent)
    , m_keeping(keeping)
    , m_megabytes(field(TrafficLimits::fewestMegabytes, TrafficLimits::mostMegabytes))
    , m_days(field(TrafficLimits::fewestDays, TrafficLimits::mostDays))
    , m_kept(parts::caption(nullptr, "trafficKept"_L1))
    , m_save(parts::button(nullptr, "saveTrafficLimits"_L1, tr("Save limits")))
    , m_said(parts::text(nullptr, "trafficLimitsSaid"_L1))
{
    m_megabytes->setSuffix(tr(" MB"));
    form::setUnit(m_days, [](int days) { return tr("%n days", nullptr, days); });
    form::addField(form, m_megabytes, "trafficMegabytes", tr("Maximum size"));
    form::addField(form, m_days, "trafficDays", tr("Maximum age"));
    form::addNote(form, m_kept);
    form->addRow(form::reserveLine(m_said));
    form::addButtons(form, {m_save});
    connect(m_save, &QPushButton::clicked, this, &TrafficSettings::save);
}

void TrafficSettings::load()
{
    QCoro::connect(m_keeping.state(), this, [this](const Outcome<TrafficState>& state) {
        if (!state)
            return form::say(m_said, Tone::Bad, explainBriefly(state.error(), Errand::Here));
        m_megabytes->setValue(int(state->limits.mostBytes / TrafficLimits::megabyte));
        m_days->setValue(
            int(std::chrono::duration_cast<std::chrono::days>(state->limits.mostAge).count()));
        m_kept->setText(tr("Stored: %Ln exchanges, %1. The oldest are removed first.", nullptr,
            int(state->exchanges))
                            .arg(QLocale().formattedDataSize(state->bytes)));
    });
}

void TrafficSettings::save()
{
    const TrafficLimits limits{
        m_megabytes->value() * TrafficLimits::megabyte, std::chrono::days(m_days->value())};
    QCoro::connect(m_keeping.setLimits(limits), this, [this](const Outcome<Done>& saved) {
        if (!saved)
            return form::say(m_said, Tone::Bad, explainBriefly(saved.error(), Errand::Here));
        form::say(m_said, Tone::Good, tr("Saved."));
        load();
    });
}

} // namespace jetbridge::ui
