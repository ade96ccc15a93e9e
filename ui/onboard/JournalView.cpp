// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/JournalView.h"

#include "Tokens.h"
#include "onboard/JournalModel.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace jetbridge::ui {

namespace {

/// Colours the result's word.
class ResultDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto tone = Tone(index.data(JournalModel::ToneRole).toInt());
        if (tone != Tone::Neutral)
            option->palette.setColor(
                QPalette::Text, colorOf(tone, tokensOf(option->widget->palette())));
    }
};

} // namespace

JournalView::JournalView(JournalModel& journal, QWidget* parent)
    : QTableView(parent)
{
    setObjectName(QStringLiteral("onboardJournal"));
    setAccessibleName(tr("What happened"));
    setModel(&journal);
    setItemDelegateForColumn(JournalModel::Result, new ResultDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setFrameShape(QFrame::NoFrame);
    setMinimumHeight(96);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(JournalModel::Sentence, QHeaderView::Stretch);
    const auto width = [this](const QString& widest) {
        return fontMetrics().horizontalAdvance(widest) + 24;
    };
    setColumnWidth(JournalModel::Time, width(QStringLiteral("00:00:00")));
    setColumnWidth(JournalModel::Result, width(tr("redirected")));
    setColumnWidth(JournalModel::Duration, width(QStringLiteral("00000 ms")));
}

} // namespace jetbridge::ui
