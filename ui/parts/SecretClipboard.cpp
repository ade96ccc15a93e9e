// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/SecretClipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QCryptographicHash>
#include <QMimeData>
#include <QTimer>

namespace jetbridge::ui {

namespace {

constexpr auto keptFor = std::chrono::seconds(30);

void clearIfStillThere(const QByteArray& hash)
{
    const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
    if (QCryptographicHash::hash(text, QCryptographicHash::Sha256) == hash)
        QGuiApplication::clipboard()->clear();
}

} // namespace

void copyForAWhile(const Secret& secret)
{
    auto* content = new QMimeData;
    content->setText(secret.revealText());
    content->setData(QStringLiteral("x-kde-passwordManagerHint"), "secret");
    QGuiApplication::clipboard()->setMimeData(content);
    // The widget that the secret was shown in may be gone by then.
    auto* soon = new QTimer(qApp);
    soon->setObjectName(QStringLiteral("clearClipboardSoon"));
    soon->setSingleShot(true);
    QObject::connect(soon, &QTimer::timeout, soon, [soon, hash = secret.sha256()] {
        clearIfStillThere(hash);
        soon->deleteLater();
    });
    soon->start(keptFor);
}

} // namespace jetbridge::ui
