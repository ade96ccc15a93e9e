// SPDX-License-Identifier: GPL-3.0-or-later
#include "partner/ScopePicker.h"

#include "TabOrder.h"
#include "Tokens.h"
#include "onboard/Parts.h"
#include "partner/KnownScopes.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace jetbridge::ui {

ScopePicker::ScopePicker(const QStringList& chosen, QWidget* parent)
    : QDialog(parent)
    , m_before(chosen)
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
{
    setObjectName(QStringLiteral("scopePicker"));
    setWindowTitle(tr("Choose scopes"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, 480);
    auto* purpose = parts::caption(this, QLatin1String("scopePickerPurpose"));
    purpose->setText(tr("Ask for as little as you need: SmartRecruiters reviews each one. What may "
                        "be called can also depend on the role of the integration's user."));
    m_search->setObjectName(QStringLiteral("scopeSearch"));
    m_search->setAccessibleName(tr("Search scopes"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("scopeList"));
    m_list->setAccessibleName(tr("Known scopes"));
    for (const KnownScope& scope : knownScopes()) {
        auto* item =
            new QListWidgetItem(QStringLiteral("%1   %2").arg(scope.name, scope.purpose), m_list);
        item->setData(Qt::UserRole, scope.name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(scope.name) ? Qt::Checked : Qt::Unchecked);
    }
    auto* done = parts::primaryButton(this, QLatin1String("scopePickerDone"), tr("Take these"));
    auto* cancel = parts::button(this, QLatin1String("scopePickerCancel"), tr("Cancel"));
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
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(
            !m_list->item(row)->text().contains(text.trimmed(), Qt::CaseInsensitive));
}

void ScopePicker::take()
{
    QStringList added;
    QStringList removed;
    for (int row = 0; row < m_list->count(); ++row) {
        const QString name = m_list->item(row)->data(Qt::UserRole).toString();
        const bool isTicked = m_list->item(row)->checkState() == Qt::Checked;
        if (isTicked && !m_before.contains(name))
            added.append(name);
        else if (!isTicked && m_before.contains(name))
            removed.append(name);
    }
    Q_EMIT picked(added, removed);
    close();
}

} // namespace jetbridge::ui
