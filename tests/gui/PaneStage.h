// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/BrowserPane.h"
#include "gui/StrangeServer.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTimer>
#include <QWebEngineHistory>
#include <QWebEngineView>

#include <algorithm>
#include <memory>

/// The pane with the embedded page, and a person who answers the pages' questions.
class PaneStage {
public:
    PaneStage()
        : pane(std::make_unique<jetbridge::ui::BrowserPane>())
    {
        QObject::connect(pane.get(), &jetbridge::ui::BrowserPane::hop, pane.get(),
            [this](const jetbridge::ui::BrowserHop& hop) { hops.append(hop); });
        pane->resize(900, 600);
        pane->show();
    }

    StrangeServer server;
    QList<jetbridge::ui::BrowserHop> hops;
    std::unique_ptr<jetbridge::ui::BrowserPane> pane;

    template <typename T = QWidget> T* find(const char* name) const
    {
        const auto all = pane->findChildren<T*>(QLatin1String(name));
        const auto found =
            std::find_if(all.begin(), all.end(), [](const T* one) { return one->isVisible(); });
        return found == all.end() ? nullptr : *found;
    }
    bool sees(const char* name) const { return find(name) != nullptr; }
    QString text(const char* name) const
    {
        const auto* label = find<QLabel>(name);
        return label ? label->text() : QString();
    }
    void press(const char* name) const { find<QAbstractButton>(name)->click(); }
    /// Calls `act` once as soon as a control is visible. A page that asks blocks the test, so what
    /// follows its answer must be done here.
    void whenSeen(const char* name, std::function<void()> act)
    {
        auto* look = new QTimer(&m_looks);
        QObject::connect(look, &QTimer::timeout, look, [this, look, name, act = std::move(act)] {
            if (!sees(name))
                return;
            look->stop();
            look->deleteLater();
            act();
        });
        look->start(20);
    }
    QString address() const { return pane->findChild<QLineEdit*>("browserAddress")->text(); }
    QWebEngineView* view() const { return find<QWebEngineView>("browserView"); }
    /// Clicks into the middle of the page until the condition is true.
    bool clickUntil(const std::function<bool()>& isSo) const
    {
        for (int i = 0; i < 30 && !isSo(); ++i) {
            if (view() && view()->isEnabled() && view()->focusProxy())
                QTest::mouseClick(
                    view()->focusProxy(), Qt::LeftButton, {}, view()->rect().center());
            (void)QTest::qWaitFor(isSo, 1'000);
        }
        return isSo();
    }
    bool shows(const QString& path) const
    {
        // The address exists before the page does, but its history does not.
        return view() && !view()->page()->isLoading() && view()->history()->count() > 0
            && view()->history()->currentItem().url().path() == path;
    }
    bool told(jetbridge::ui::BrowserHop::Kind kind, const QString& part) const
    {
        return std::any_of(hops.cbegin(), hops.cend(), [&](const jetbridge::ui::BrowserHop& hop) {
            return hop.kind == kind
                && (hop.detail.contains(part) || hop.url.toString().contains(part));
        });
    }
    QVariant run(const QString& script) const
    {
        const auto answer = std::make_shared<std::optional<QVariant>>();
        view()->page()->runJavaScript(script, [answer](const QVariant& value) { *answer = value; });
        (void)QTest::qWaitFor([answer] { return answer->has_value(); }, 10'000);
        return answer->value_or(QVariant());
    }

private:
    QObject m_looks;
};
