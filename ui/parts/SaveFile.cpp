// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/SaveFile.h"

#include "async/Worker.h"
#include "console/WholeFile.h"

#include <QCoreApplication>

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
    return async::inBackground<Outcome<Done>>([path, content] { return write(path, content); });
}

} // namespace jetbridge::ui
