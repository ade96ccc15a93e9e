// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser/DemoHand.h"

#include "domain/Application.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

// This acts once on each page: it outlines a control, waits, and presses it. What was granted once
// is not granted again, and a page that shows an error is left to the person.
constexpr char hand[] = R"js((function (demo) {
    "use strict";
    const find = id => document.getElementById(id);
    const show = control => {
        control.scrollIntoView({block: "center"});
        control.style.outline = "3px solid #6FB1FF";
        control.style.outlineOffset = "3px";
    };
    const press = control => {
        show(control);
        setTimeout(() => control.click(), demo.pause);
    };
    const type = (field, rest, then) => {
        if (!rest)
            return setTimeout(then, demo.pause);
        field.value += rest[0];
        setTimeout(() => type(field, rest.slice(1), then), demo.pause / 10);
    };
    if (location.origin === demo.portal && !sessionStorage.getItem("demo-granted")) {
        if (find("grant")) {
            find("grant").form.addEventListener("submit", () => sessionStorage.setItem("demo-granted", "yes"));
            press(find("grant"));
        } else if (find("setup")) {
            press(find("setup"));
        }
    } else if (location.origin === demo.consent && !document.querySelector("[role=alert]")) {
        if (find("approve")) {
            press(find("approve"));
        } else if (find("code") && find("sign-in")) {
            show(find("code"));
            find("code").value = "";
            setTimeout(() => type(find("code"), demo.code, () => press(find("sign-in"))), demo.pause);
        }
    }
}))js";

QString originOf(const QUrl& url)
{
    return url.toString(
        QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

} // namespace

QString DemoHand::script() const
{
    if (!isLoopback(portal) || !isLoopback(consent))
        return {};
    const QJsonObject demo{
        {u"portal"_s, originOf(portal)},
        {u"consent"_s, originOf(consent)},
        {u"code"_s, code},
        {u"pause"_s, qint64(pause.count())},
    };
    return QLatin1String(hand) + QLatin1Char('(')
        + QString::fromUtf8(QJsonDocument(demo).toJson(QJsonDocument::Compact)) + ");"_L1;
}

} // namespace jetbridge::ui
