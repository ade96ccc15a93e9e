// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Files.h"

#include "console/System.h"

#include <QFile>
#include <QFileInfo>
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

namespace {

tl::unexpected<Failure> unwritable(const QFileDevice& file)
{
    return failed(FailureKind::Invalid,
        QStringLiteral("\"%1\" cannot be written: %2.").arg(file.fileName(), file.errorString()), 0,
        QStringLiteral("file"));
}

/// Whole or not at all. Invalid: it cannot be written there.
Outcome<Done> writeOutputFile(const QString& path, const QByteArray& content)
{
    // A file is replaced as a whole; a pipe or a device is written to, and stays what it is.
    if (!mayBecomeFile(path)) {
        QFile file(path);
        const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
            && file.write(content) == content.size();
        return isWritten ? Outcome<Done>(Done{}) : unwritable(file);
    }
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    return isWritten ? Outcome<Done>(Done{}) : unwritable(file);
}

} // namespace

Outcome<Report> writeDocument(const QString& path, const QString& format, const QByteArray& content)
{
    QJsonObject json{{QStringLiteral("ok"), true}, {QStringLiteral("format"), format},
        {QStringLiteral("bytes"), content.size()}};
    if (path == QLatin1String("-")) {
        const QString document = QString::fromUtf8(content);
        json.insert(QStringLiteral("document"), document);
        return Report{json, document};
    }
    const auto written = writeOutputFile(path, content);
    if (!written)
        return passOn(written);
    const QString file = QFileInfo(path).absoluteFilePath();
    json.insert(QStringLiteral("file"), file);
    return Report{json, QStringLiteral("Written: %1\n").arg(file)};
}

Outcome<Done> makeSecretFile(const QString& path)
{
    QFile file(path);
    if (file.exists())
        return failed(FailureKind::Invalid,
            QStringLiteral("\"%1\" is there already: remove it, or name another file.").arg(path));
    const bool isMade = file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
        QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return isMade ? Outcome<Done>(Done{}) : unwritable(file);
}

Outcome<Done> fillSecretFile(const QString& path, const Secret& content)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::ExistingOnly)
        && file.write(content.reveal().data(), content.size()) == content.size() && file.flush()
        && ::fsync(file.handle()) == 0)
        return Done{};
    const auto failure = unwritable(file);
    file.remove();
    return failure;
}

} // namespace jetbridge::cli
