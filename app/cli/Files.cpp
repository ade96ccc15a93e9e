// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Files.h"

#include "console/System.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <unistd.h>

namespace jetbridge::cli {

Outcome<QByteArray> readInputFile(const QString& path)
{
    static constexpr qint64 limit = 16 * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(FailureKind::Invalid,
            QStringLiteral("\"%1\" cannot be read: %2.").arg(path, file.errorString()));
    QByteArray content = file.read(limit + 1);
    if (content.size() > limit)
        return failed(
            FailureKind::Invalid, QStringLiteral("\"%1\" is larger than 16 MiB.").arg(path));
    return content;
}

Outcome<QJsonArray> readJsonList(const QString& path)
{
    const auto content = readInputFile(path);
    if (!content)
        return passOn(content);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*content, &error);
    if (error.error != QJsonParseError::NoError)
        return failed(FailureKind::Invalid,
            QStringLiteral("\"%1\" is not valid JSON at byte %2: %3.")
                .arg(path)
                .arg(error.offset)
                .arg(error.errorString()));
    if (!document.isArray())
        return failed(
            FailureKind::Invalid, QStringLiteral("\"%1\" must hold a JSON list.").arg(path));
    return document.array();
}

Outcome<Done> writeOutputFile(const QString& path, const QByteArray& content)
{
    const auto refused = [&path](const QFileDevice& file) {
        return failed(FailureKind::Invalid,
            QStringLiteral("\"%1\" cannot be written: %2.").arg(path, file.errorString()));
    };
    // A file is replaced as a whole; a pipe or a device is written to, and stays what it is.
    if (!mayBecomeFile(path)) {
        QFile file(path);
        const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
            && file.write(content) == content.size();
        return isWritten ? Outcome<Done>(Done{}) : refused(file);
    }
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    return isWritten ? Outcome<Done>(Done{}) : refused(file);
}

Outcome<Done> writeSecretFile(const QString& path, const Secret& content)
{
    QFile file(path);
    if (file.exists())
        return failed(FailureKind::Invalid,
            QStringLiteral("\"%1\" is there already: remove it, or name another file.").arg(path));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
            QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failed(FailureKind::Invalid,
            QStringLiteral("\"%1\" cannot be written: %2.").arg(path, file.errorString()));
    if (file.write(content.reveal().data(), content.size()) != content.size() || !file.flush()
        || ::fsync(file.handle()) != 0) {
        file.remove();
        return failed(FailureKind::Invalid,
            QStringLiteral("\"%1\" cannot be written: %2.").arg(path, file.errorString()));
    }
    return Done{};
}

} // namespace jetbridge::cli
