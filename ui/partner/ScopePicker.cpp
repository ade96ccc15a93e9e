// SPDX-License-Identifier: GPL-3.0-or-later
#include "partner/ScopePicker.h"

#include "partner/KnownScopes.h"
#include "parts/Parts.h"
#include "parts/TabOrder.h"
#include "parts/Tokens.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

ScopePicker::ScopePicker(const QStringList& chosen, QWidget* parent)
    : QDialog(parent)
    , m_before(chosen)
    , m_search(new QLineEdit)
    , m_list(new QTreeWidget)
{
    setObjectName(u"scopePicker"_s);
    setWindowTitle(tr("Choose scopes"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(90 * fontMetrics().averageCharWidth(), 32 * spacing::between);
    auto* purpose = parts::caption(this, "scopePickerPurpose"_L1);
    purpose->setText(tr("Ask for as little as you need: SmartRecruiters reviews each one. What may "
                        "be called can also depend on the role of the integration's user."));
    m_search->setObjectName(u"scopeSearch"_s);
    m_search->setAccessibleName(tr("Search scopes"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(u"scopeList"_s);
    m_list->setAccessibleName(tr("Known scopes"));
    m_list->setHeaderLabels({tr("Scope"), tr("What it allows")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    const int height = std::max(controlHeight, m_list->fontMetrics().height() + spacing::between);
    for (const ScopeChoice& scope : scopeChoices()) {
        auto* item = new QTreeWidgetItem(m_list, {scope.name, scope.purpose});
        item->setSizeHint(1, {0, height});
        item->setToolTip(1, scope.purpose);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(0, chosen.contains(scope.name) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto* done = parts::primaryButton(this, "scopePickerDone"_L1, tr("Use these scopes"));
    auto* cancel = parts::button(this, "scopePickerCancel"_L1, tr("Cancel"));
    cancel->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::inside);
    buttons->addWidget(done);
    buttons->addWidget(cancel);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    column->addWidget(purpose);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    tabInReadingOrder(this);
    m_search->setFocus();
    connect(m_search, &QLineEdit::textChanged, this, &ScopePicker::filter);
    connect(done, &QPushButton::clicked, this, &ScopePicker::take);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
}

void ScopePicker::filter(const QString& text)
{
    const auto fits = [wanted = text.trimmed()](const QString& words) {
        return words.contains(wanted, Qt::CaseInsensitive);
    };
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* scope = m_list->topLevelItem(row);
        scope->setHidden(!fits(scope->text(0)) && !fits(scope->text(1)));
    }
}

void ScopePicker::take()
{
    QStringList added;
    QStringList removed;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const QString name = m_list->topLevelItem(row)->text(0);
        const bool isTicked = m_list->topLevelItem(row)->checkState(0) == Qt::Checked;
        if (isTicked && !m_before.contains(name))
            added.append(name);
        else if (!isTicked && m_before.contains(name))
            removed.append(name);
    }
    Q_EMIT picked(added, removed);
    close();
}

} // namespace jetbridge::ui
