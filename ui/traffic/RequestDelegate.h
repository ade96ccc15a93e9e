// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/RowDelegate.h"

namespace jetbridge::ui {

/// Draws a request so that its method and the end of its path can be read: if the text is too long,
/// the first parts of the path are left out, because paths differ at their ends.
class RequestDelegate : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

    /// Returns "POST /partner-api/integrations" as "POST …/integrations" if that is what fits.
    static QString cut(const QString& request, const QFontMetrics& letters, int room);

protected:
    QString cut(const QStyleOptionViewItem& cell, int room) const override;
};

} // namespace jetbridge::ui
