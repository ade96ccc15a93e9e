// SPDX-License-Identifier: GPL-3.0-or-later
#include "partner/LeastPrivilegeHint.h"

#include "domain/ScopeUse.h"

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

LeastPrivilegeHint::LeastPrivilegeHint(RecordedTraffic& traffic, QWidget* parent)
    : QLabel(parent)
    , m_traffic(traffic)
{
    setObjectName(u"leastPrivilegeHint"_s);
    setProperty("role", u"caption"_s);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setToolTip(tr("Judged by the names of scopes and addresses in the recorded traffic. What your "
                  "own backend calls is not seen here."));
    hide();
}

void LeastPrivilegeHint::load()
{
    QCoro::connect(m_traffic.apiCalls(), this, [this](const Outcome<QList<ApiCall>>& calls) {
        m_calls = calls.value_or(QList<ApiCall>());
        say();
    });
}

void LeastPrivilegeHint::show(const Scopes& asked)
{
    m_asked = asked;
    say();
}

void LeastPrivilegeHint::say()
{
    QStringList unused = m_asked.names();
    bool hasCalled = false;
    for (const ApiCall& call : m_calls) {
        const QString used = scopeUsedBy(call.method, call.path, m_asked);
        hasCalled |= !used.isEmpty();
        unused.removeAll(used);
    }
    setText(tr("Never used in the recorded traffic: %1. Ask for no more than you need.")
                .arg(unused.join(u", "_s)));
    setVisible(hasCalled && !unused.isEmpty());
}

} // namespace jetbridge::ui
