// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/NewEnvironmentDialog.h"

#include "parts/Form.h"
#include "parts/Parts.h"
#include "parts/TabOrder.h"
#include "parts/Tokens.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

NewEnvironmentDialog::NewEnvironmentDialog(const QList<Environment>& known, QWidget* parent)
    : QDialog(parent)
    , m_known(known)
    , m_name(new QLineEdit)
    , m_kind(new QComboBox)
    , m_said(parts::caption(this, "newEnvironmentSaid"_L1))
    , m_add(parts::primaryButton(this, "newEnvironmentAdd"_L1, tr("Add")))
{
    setObjectName(u"newEnvironmentDialog"_s);
    setWindowTitle(tr("Add an environment"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(420);
    m_name->setMaxLength(32);
    m_kind->addItems({tr("Simulator"), tr("Sandbox"), tr("Production")});
    m_kind->setCurrentIndex(int(Environment::Kind::Sandbox));
    auto* cancel = parts::button(this, "newEnvironmentCancel"_L1, tr("Cancel"));
    cancel->setAutoDefault(false);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(spacing::between);
    form->setVerticalSpacing(spacing::inside);
    form::addField(form, m_name, "newEnvironmentName", tr("Name"));
    form::addField(form, m_kind, "newEnvironmentKind", tr("Kind"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::inside);
    buttons->addWidget(m_add);
    buttons->addWidget(cancel);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    column->addLayout(form);
    column->addWidget(m_said);
    column->addLayout(buttons);
    tabInReadingOrder(this);
    m_name->setFocus();

    connect(m_name, &QLineEdit::textChanged, this, &NewEnvironmentDialog::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    connect(m_add, &QPushButton::clicked, this, [this] {
        const auto builtIn = Environment::builtIn();
        const auto kind = Environment::Kind(m_kind->currentIndex());
        Environment environment = *std::find_if(builtIn.begin(), builtIn.end(),
            [kind](const Environment& candidate) { return candidate.kind == kind; });
        environment.name = m_name->text();
        Q_EMIT chosen(environment);
        close();
    });
    check();
}

void NewEnvironmentDialog::check()
{
    Environment environment = Environment::builtIn().first();
    environment.name = m_name->text();
    const bool isTaken = std::any_of(m_known.begin(), m_known.end(),
        [&environment](const Environment& one) { return one.name == environment.name; });
    m_add->setEnabled(!isTaken && environment.validate().has_value());
    m_said->setText(isTaken ? tr("An environment of this name exists already.")
                            : tr("Up to 32 characters: a-z, 0-9 and -. The kind cannot be changed "
                                 "later, because the credentials belong to it."));
}

} // namespace jetbridge::ui
