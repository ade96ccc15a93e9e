// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/StatusChips.h"

#include "parts/Parts.h"
#include "parts/StatusWords.h"

#include <QButtonGroup>
#include <QLayout>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

StatusChips::StatusChips(Integrations& integrations, QWidget* parent)
    : QObject(parent)
    , m_integrations(integrations)
    , m_group(new QButtonGroup(this))
    , m_countSoon(new QTimer(this))
{
    add({"filterAll", tr("All"), {}}, parent);
    add({"filterLive", tr("Live"), {{IntegrationStatus::Live}}}, parent);
    add({"filterDisabled", tr("Disabled"), {{IntegrationStatus::Disabled}}}, parent);
    add({"filterAttention", tr("Needs attention"), needingAttention()}, parent);
    add({"filterOne", {}, {}}, parent);
    m_group->buttons().constLast()->hide();
    m_group->button(0)->setChecked(true);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) {
        if (id + 1 < m_chips.size())
            m_group->button(int(m_chips.size()) - 1)->hide();
        Q_EMIT chosen();
    });
    m_countSoon->setSingleShot(true);
    m_countSoon->setInterval(std::chrono::milliseconds(300));
    connect(m_countSoon, &QTimer::timeout, this, &StatusChips::count);
}

void StatusChips::addTo(QLayout& row) const
{
    for (QAbstractButton* chip : m_group->buttons())
        row.addWidget(chip);
}

void StatusChips::add(const Chip& chip, QWidget* parent)
{
    auto* button = parts::button(parent, QLatin1String(chip.name), chip.text);
    button->setProperty("chip", true);
    button->setCheckable(true);
    m_group->addButton(button, int(m_chips.size()));
    m_chips.append(chip);
}

const CustomerFilter& StatusChips::filter() const
{
    return m_chips.at(m_group->checkedId()).filter;
}

void StatusChips::choose(const CustomerFilter& filter)
{
    const int extra = int(m_chips.size()) - 1;
    int id = 0;
    while (id < extra && m_chips.at(id).filter != filter)
        ++id;
    if (id == extra) {
        m_chips[extra].filter = filter;
        m_chips[extra].text = statusWords(filter.statuses.first()).word;
    }
    m_group->button(extra)->setVisible(id == extra);
    m_group->button(id)->setChecked(true);
    showCounts();
}

void StatusChips::countSoon()
{
    if (!m_countSoon->isActive())
        m_countSoon->start();
}

void StatusChips::count()
{
    QCoro::connect(
        countByStatus(m_integrations), this, [this](const Outcome<StatusCounts>& counts) {
            if (!counts)
                return; // the list below shows why
            m_counts = *counts;
            showCounts();
        });
}

void StatusChips::showCounts()
{
    for (int id = 0; id < m_chips.size(); ++id) {
        const Chip& chip = m_chips.at(id);
        auto* button = m_group->button(id);
        button->setText(
            m_counts ? u"%1 %L2"_s.arg(chip.text).arg(sumOf(*m_counts, chip.filter)) : chip.text);
        button->setAccessibleName(button->text());
        // If a chip became narrower, those beside it would move.
        button->setMinimumWidth(std::max(button->minimumWidth(), button->sizeHint().width()));
    }
}

} // namespace jetbridge::ui
