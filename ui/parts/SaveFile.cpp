// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/SaveFile.h"

#include "console/WholeFile.h"

#include <QCoro/QCoroFuture>

#include <QCoreApplication>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace jetbridge::ui {

namespace {

Outcome<Done> write(const QString& path, const QByteArray& content)
{
    const auto saved = saveWholeFile(path, content, {});
    if (saved)
        return saved;
    return failed(FailureKind::Invalid,
        QCoreApplication::translate("jetbridge::ui::saveFile", "\"%1\" cannot be written: %2.")
            .arg(path, saved.error().detail));
}

} // namespace

Task<Outcome<Done>> saveFile(QString path, QByteArray content)
{
    const auto promise = std::make_shared<QPromise<Outcome<Done>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path, content] {
        promise->addResult(write(path, content));
        promise->finish();
    });
    const Outcome<Done> outcome = co_await promise->future();
    co_return outcome;
}

} // namespace jetbridge::ui
