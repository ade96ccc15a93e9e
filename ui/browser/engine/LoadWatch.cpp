// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser/engine/LoadWatch.h"

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

void LoadWatch::interceptRequest(QWebEngineUrlRequestInfo& info)
{
    if (info.resourceType() != QWebEngineUrlRequestInfo::ResourceTypeMainFrame)
        return;
    end(0, {}); // The previous load was answered by a redirect to this one, or was left.
    m_load = BrowserLoad{
        info.requestMethod(), info.requestUrl(), QDateTime::currentDateTimeUtc(), -1, 0, {}};
    m_latest = *m_load;
    m_since.start();
}

void LoadWatch::take(const QWebEngineLoadingInfo& info)
{
    if (info.status() == QWebEngineLoadingInfo::LoadStartedStatus)
        return;
    const bool isRefused = info.errorDomain() == QWebEngineLoadingInfo::HttpStatusCodeDomain;
    if (info.status() == QWebEngineLoadingInfo::LoadSucceededStatus || isRefused)
        end(isRefused ? info.errorCode() : 0, {});
    else // The error keeps Chromium's name, so that records are the same in every language.
        end(0, info.errorString().isEmpty() ? u"net::ERR_FAILED"_s : info.errorString());
}

void LoadWatch::end(int status, const QString& failure)
{
    if (!m_load)
        return;
    BrowserLoad load = *std::exchange(m_load, std::nullopt);
    load.milliseconds = int(m_since.elapsed());
    load.status = status;
    load.failure = failure;
    Q_EMIT loaded(load);
}

} // namespace jetbridge::ui
