// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"

#include <QHash>
#include <QRegularExpression>
#include <QString>

namespace jetbridge {
struct Integration;
}

namespace jetbridge::ui {

/// While one exists, the window calls customers by stand-ins: "Customer 1" instead of the company,
/// "customer-1" instead of its identifier, dots instead of identifiers and codes of other kinds. At
/// most one exists. What was shown before it came or went has to be shown anew.
class Mask {
public:
    Mask();
    ~Mask();
    Mask(const Mask&) = delete;
    Mask& operator=(const Mask&) = delete;

    static bool isOn() { return s_current != nullptr; }
    /// What people call the company: its name, or its identifier where nobody knows the name.
    static QString company(const CompanyId& id, const QString& name = {});
    static QString company(const Integration& integration);
    static QString identifier(const CompanyId& id);
    /// An integrationId, a clientId, a code.
    static QString identifier(const QString& id);
    /// Whatever may name customers: an address, a request's body, a sentence. What names one by the
    /// guide's parameters (companyId) is found in it also if nobody told of that company before.
    static QString text(const QString& text);
    /// The same for the embedded pages: a script that does it before they are painted. Empty while
    /// there is no mask.
    static QString script();

private:
    int numberOf(const CompanyId& id);
    void remember(const QString& real, const QString& standIn);
    const QRegularExpression& known();
    QString replaced(const QString& text);

    static Mask* s_current;
    QHash<QString, int> m_numbers; ///< By company identifier, in the order in which they appeared.
    QHash<QString, QString> m_standIns; ///< By what must not be read.
    /// Any of these, as a whole word.
    QRegularExpression m_known{{}, QRegularExpression::UseUnicodePropertiesOption};
};

} // namespace jetbridge::ui
