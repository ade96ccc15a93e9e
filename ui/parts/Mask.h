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

/// Hides customers while it exists: the window shows "Customer 1" instead of a company,
/// "customer-1" instead of its identifier, and dots instead of other identifiers and codes. At most
/// one exists. What was shown before it was created or destroyed must be shown again.
class Mask {
public:
    Mask();
    ~Mask();
    Mask(const Mask&) = delete;
    Mask& operator=(const Mask&) = delete;

    static bool isOn() { return s_current != nullptr; }
    /// Returns what the window calls a company: its name, or its identifier if the name is not
    /// known.
    static QString company(const CompanyId& id, const QString& name = {});
    static QString company(const Integration& integration);
    static QString identifier(const CompanyId& id);
    /// Returns an integrationId, a clientId or a code, or dots instead of it.
    static QString identifier(const QString& id);
    /// Masks a text that may name customers, such as an address, a body or a sentence. A company
    /// named by the guide's parameter (companyId) is found even if it was not known before.
    static QString text(const QString& text);
    /// Returns a script that masks embedded pages before they are painted; empty if there is no
    /// mask.
    static QString script();

private:
    int numberOf(const CompanyId& id);
    void remember(const QString& real, const QString& standIn);
    const QRegularExpression& known();
    QString replaced(const QString& text);

    static Mask* s_current;
    QHash<QString, int> m_numbers; ///< Numbers of the companies by identifier, in the order in
                                   ///< which they appeared.
    QHash<QString, QString> m_standIns; ///< Replacement for each text that must not be shown.
    /// Matches any of these texts as a whole word.
    QRegularExpression m_known{{}, QRegularExpression::UseUnicodePropertiesOption};
};

} // namespace jetbridge::ui
