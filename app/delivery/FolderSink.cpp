// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/FolderSink.h"

#include "async/Worker.h"
#include "delivery/Document.h"
#include "files/WholeFile.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace jetbridge::delivery {

namespace {

Outcome<Done> checkFolder(const QString& folder)
{
    const QFileInfo info(folder);
    if (!info.isDir())
        return failed(FailureKind::StorageUnavailable,
            u"There is no folder \"%1\": make it, and allow only its owner to write there."_s.arg(
                folder));
    if (info.permissions() & (QFileDevice::WriteGroup | QFileDevice::WriteOther))
        return failed(FailureKind::StorageUnavailable,
            u"Others may write in the folder \"%1\": take that from them (chmod go-w)."_s.arg(
                folder));
    if (!info.isWritable())
        return failed(FailureKind::StorageUnavailable,
            u"The folder \"%1\" may not be written: change its owner or permissions."_s.arg(
                folder));
    return Done{};
}

QString fileOf(const FolderSettings& settings, const Delivery& delivery)
{
    return settings.folder + QLatin1Char('/')
        + handoverFileName(settings.format.format, delivery.integration);
}

Outcome<Done> save(const QString& folder, const QString& file, const Secret& document)
{
    if (const auto sound = checkFolder(folder); !sound)
        return sound;
    const auto saved = saveWholeFile(file, document.reveal(), {true, true});
    if (saved)
        return saved;
    return failed(FailureKind::StorageUnavailable,
        u"\"%1\" cannot be written: %2."_s.arg(file, saved.error().detail));
}

Outcome<Done> remove(const QString& folder, const QString& file)
{
    if (const auto sound = checkFolder(folder); !sound)
        return sound;
    const auto removed = removeFile(file);
    if (removed || removed.error().kind == FailureKind::NotFound)
        return removed;
    return failed(FailureKind::StorageUnavailable,
        u"\"%1\" cannot be removed: %2."_s.arg(file, removed.error().detail));
}

} // namespace

Task<DeliveryResult> FolderSink::deliver(Sink sink, Parcel parcel)
{
    const FolderSettings settings = FolderSettings::fromJson(sink.settings);
    const QString folder = settings.folder;
    const QString file = fileOf(settings, parcel.delivery);
    DeliveryResult result;
    result.place = file;
    if (handsOver(parcel.delivery.event)) {
        const auto document = co_await documentOf(m_encryption, settings.format, parcel);
        if (!document) {
            result.outcome = passOn(document);
            co_return result;
        }
        const std::function<Outcome<Done>()> work = [folder, file, secret = *document] {
            return save(folder, file, secret);
        };
        result.outcome = co_await async::inBackground(work);
        co_return result;
    }
    const std::function<Outcome<Done>()> work = [folder, file] {
        return remove(folder, file);
    };
    result.outcome = co_await async::inBackground(work);
    if (!result.outcome && result.outcome.error().kind == FailureKind::NotFound) {
        result.outcome = Done{};
        result.nothingBecause = u"There was no file of this customer any more."_s;
    }
    co_return result;
}

Task<Outcome<DeliveryPreview>> FolderSink::preview(Sink sink, Parcel parcel)
{
    const FolderSettings settings = FolderSettings::fromJson(sink.settings);
    if (const auto sound = checkFolder(settings.folder); !sound)
        co_return failed(FailureKind::Invalid, sound.error().detail);
    const auto document = co_await documentOf(m_encryption, settings.format, parcel);
    if (!document)
        co_return passOn(document);
    co_return DeliveryPreview{fileOf(settings, parcel.delivery), document->reveal().toByteArray()};
}

} // namespace jetbridge::delivery
