// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Files.h"

#include "console/System.h"
#include "console/WholeFile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

Outcome<QByteArray> readInputFile(const QString& path)
{
    static constexpr qint64 limit = 16 * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(
            FailureKind::Invalid, u"\"%1\" cannot be read: %2."_s.arg(path, file.errorString()));
    QByteArray content = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return failed(
            FailureKind::Invalid, u"\"%1\" cannot be read: %2."_s.arg(path, file.errorString()));
    if (content.size() > limit)
        return failed(FailureKind::Invalid, u"\"%1\" is larger than 16 MiB."_s.arg(path));
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
            u"\"%1\" is not valid JSON at byte %2: %3."_s.arg(path)
                .arg(error.offset)
                .arg(error.errorString()));
    if (!document.isArray())
        return failed(FailureKind::Invalid, u"\"%1\" must hold a JSON list."_s.arg(path));
    return document.array();
}

namespace {

tl::unexpected<Failure> unwritable(const QString& path, const QString& reason)
{
    return failed(FailureKind::Invalid, u"\"%1\" cannot be written: %2."_s.arg(path, reason));
}

/// Writes an output file. A file is replaced as a whole; a pipe or a device is written to and stays
/// what it is.
Outcome<Done> writeOutputFile(const QString& path, const QByteArray& content, bool isPrivate)
{
    if (mayBecomeFile(path)) {
        const auto saved = saveWholeFile(path, content, {isPrivate, true});
        return saved ? saved : unwritable(path, saved.error().detail);
    }
    QFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
        && file.write(content) == content.size();
    return isWritten ? Outcome<Done>(Done{}) : unwritable(path, file.errorString());
}

} // namespace

Outcome<Report> writeDocument(
    const QString& path, const QString& format, const QByteArray& content, bool isPrivate)
{
    QJsonObject json{{u"ok"_s, true}, {u"format"_s, format}, {u"bytes"_s, content.size()}};
    if (path == "-"_L1) {
        const QString document = QString::fromUtf8(content);
        json.insert(u"document"_s, document);
        return Report{json, document};
    }
    const auto written = writeOutputFile(path, content, isPrivate);
    if (!written)
        return passOn(written);
    const QString file = QFileInfo(path).absoluteFilePath();
    json.insert(u"file"_s, file);
    return Report{json, u"Written: %1\n"_s.arg(file)};
}

Outcome<std::unique_ptr<WholeFile>> openSecretFile(const QString& path)
{
    auto file = WholeFile::open(path, {true, false});
    if (!file)
        return unwritable(path, file.error().detail);
    return file;
}

Outcome<Done> finishSecretFile(const QString& path, WholeFile& file, const Secret& content)
{
    auto written = file.write(content.reveal());
    if (written)
        written = file.commit();
    return written ? written : unwritable(path, written.error().detail);
}

} // namespace jetbridge::cli
