// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/BrowserLoad.h"

#include <QElapsedTimer>
#include <QWebEngineLoadingInfo>
#include <QWebEngineUrlRequestInterceptor>

#include <optional>

namespace jetbridge::ui {

/// Watches every load of a page's main frame and reports it when it has ended.
class LoadWatch : public QWebEngineUrlRequestInterceptor {
    Q_OBJECT

public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;

    void interceptRequest(QWebEngineUrlRequestInfo& info) override;
    /// Takes the page's own signal, which knows how a load ended.
    void take(const QWebEngineLoadingInfo& info);

    /// Returns the last request, whatever its result.
    const BrowserLoad& latest() const { return m_latest; }

Q_SIGNALS:
    void loaded(const jetbridge::ui::BrowserLoad& load);

private:
    void end(int status, const QString& failure);

    std::optional<BrowserLoad> m_load;
    BrowserLoad m_latest;
    QElapsedTimer m_since;
};

} // namespace jetbridge::ui
