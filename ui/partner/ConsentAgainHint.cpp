// SPDX-License-Identifier: GPL-3.0-or-later
#include "partner/ConsentAgainHint.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

ConsentAgainHint::ConsentAgainHint(Overview& overview, QWidget* parent)
    : QLabel(parent)
    , m_overview(overview)
{
    setObjectName(u"consentAgainHint"_s);
    setProperty("role", u"caption"_s);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    hide();
}

void ConsentAgainHint::load()
{
    QCoro::connect(
        m_overview.consents(), this, [this](const Outcome<QList<CompaniesOfScopes>>& consents) {
            m_consents = consents.value_or(QList<CompaniesOfScopes>());
            say();
        });
}

void ConsentAgainHint::show(const Scopes& asked)
{
    m_asked = asked;
    say();
}

void ConsentAgainHint::say()
{
    int again = 0;
    int unknown = 0;
    for (const CompaniesOfScopes& sum : m_consents) {
        if (!sum.scopes)
            unknown += sum.companies;
        else if (std::any_of(m_asked.names().begin(), m_asked.names().end(),
                     [&](const QString& scope) { return !sum.scopes->contains(scope); }))
            again += sum.companies;
    }
    QStringList sentences;
    if (again > 0)
        sentences.append(
            tr("%n customers must consent again: they consented before the application "
               "had all of these scopes.",
                nullptr, again));
    if (again > 0 && unknown > 0)
        sentences.append(tr("Of %n older customers it is not known to which scopes they consented.",
            nullptr, unknown));
    setText(sentences.join(u' '));
    setVisible(!sentences.isEmpty());
}

} // namespace jetbridge::ui
