// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/FolderVault.h"

namespace jetbridge::storage {

namespace {

/// Stands for the item names of version 0.1.0, which contain no folder id.
const QString withoutId;

/// Returns the key with the folder's id. The key of the hashes keeps its own random name, which a
/// copied folder continues to use.
VaultKey under(const QString& folder, VaultKey key)
{
    if (key.purpose != VaultKey::Purpose::HashKey)
        key.folder = folder;
    return key;
}

/// Tells whether an item holds credentials. Changes of other items are not announced.
bool isLasting(const VaultKey& key)
{
    return key.purpose != VaultKey::Purpose::Probe && key.purpose != VaultKey::Purpose::HashKey
        && key.purpose != VaultKey::Purpose::Mark;
}

} // namespace

FolderVault::FolderVault(
    StoredSecrets& secrets, std::unique_ptr<Vault> keychain, async::Scope* outer)
    : m_secrets(secrets)
    , m_keychain(std::move(keychain))
    , m_scope(outer)
{
}

FolderVault::~FolderVault() = default;

Task<Outcome<Folder>> FolderVault::folder()
{
    if (!m_folder) {
        const auto found = co_await here(m_secrets.folder());
        if (!found)
            co_return passOn(found);
        m_folder = *found;
    }
    co_return Folder(*m_folder);
}

Task<Outcome<Done>> FolderVault::store(VaultKey key, Secret value)
{
    const auto folder = co_await here(this->folder());
    if (!folder)
        co_return passOn(folder);
    const auto stored = co_await here(m_keychain->store(under(folder->id, key), value));
    if (!stored || !isLasting(key))
        co_return stored;
    // If items of an earlier id may be missing, they are looked for first.
    // The secret is safe, whether or not this can be recorded. A mark that cannot be made now is
    // made with the next secret.
    if (!folder->isMarked && folder->earlierIds.isEmpty())
        disregard(co_await here(markWhole()));
    disregard(co_await here(m_secrets.noteOwn(key)));
    co_return Done{};
}

Task<Outcome<std::optional<Secret>>> FolderVault::read(VaultKey key)
{
    const auto folder = co_await here(this->folder());
    if (!folder)
        co_return passOn(folder);
    const auto own = co_await here(m_keychain->read(under(folder->id, key)));
    if (!own || own->has_value() || !isLasting(key))
        co_return own;
    const auto earlier = co_await here(this->earlier(*folder, key));
    if (!earlier || !earlier->has_value())
        co_return earlier;
    // If the item cannot be copied now, it is copied the next time.
    const auto copied = co_await here(m_keychain->store(under(folder->id, key), **earlier));
    if (copied)
        disregard(co_await here(m_secrets.noteOwn(key)));
    co_return earlier;
}

Task<Outcome<std::optional<Secret>>> FolderVault::earlier(Folder folder, VaultKey key)
{
    for (const QString& id : std::as_const(folder.earlierIds)) {
        const auto item = co_await here(m_keychain->read(under(id, key)));
        if (!item)
            co_return passOn(item);
        if (!item->has_value())
            continue;
        const auto ours = co_await here(m_secrets.adoptable(key, **item));
        if (!ours || ours->has_value())
            co_return ours;
    }
    co_return std::optional<Secret>();
}

Task<Outcome<Done>> FolderVault::remove(VaultKey key)
{
    const auto folder = co_await here(this->folder());
    if (!folder)
        co_return passOn(folder);
    // This comes first, because a removed item must not come back from an earlier id.
    if (isLasting(key)) {
        const auto noted = co_await here(m_secrets.noteOwn(key));
        if (!noted)
            co_return passOn(noted);
    }
    const auto removed = co_await here(m_keychain->remove(under(folder->id, key)));
    if (removed && isLasting(key)) // It is announced again: the item still existed when the others
                                   // were told.
        disregard(co_await here(m_secrets.noteOwn(key)));
    co_return removed;
}

Task<Outcome<bool>> FolderVault::has(VaultKey key)
{
    const auto folder = co_await here(this->folder());
    if (!folder)
        co_return passOn(folder);
    const auto own = co_await here(m_keychain->read(under(folder->id, key)));
    if (!own)
        co_return passOn(own);
    if (own->has_value())
        co_return true;
    const auto earlier = co_await here(this->earlier(*folder, key));
    if (!earlier)
        co_return passOn(earlier);
    co_return earlier->has_value();
}

Task<Outcome<VaultState>> FolderVault::state()
{
    const auto folder = co_await here(this->folder());
    if (!folder)
        co_return passOn(folder);
    if (!folder->isMarked)
        co_return VaultState::Unsure;
    const auto mark = co_await here(m_keychain->read(under(folder->id, VaultKey::mark())));
    if (!mark)
        co_return passOn(mark);
    co_return mark->has_value() ? VaultState::Whole : VaultState::Emptied;
}

Task<Outcome<Done>> FolderVault::markWhole()
{
    const auto folder = co_await here(this->folder());
    if (!folder)
        co_return passOn(folder);
    const auto stored =
        co_await here(m_keychain->store(under(folder->id, VaultKey::mark()), Secret("mark")));
    if (!stored)
        co_return passOn(stored);
    const auto marked = co_await here(m_secrets.setMarked());
    if (marked)
        m_folder->isMarked = true;
    co_return marked;
}

Task<Outcome<int>> FolderVault::removeEarlier(QString environment)
{
    const auto folder = co_await here(this->folder());
    if (!folder)
        co_return passOn(folder);
    if (!folder->earlierIds.contains(withoutId))
        co_return 0;
    const auto needed = co_await here(m_secrets.keysOf(environment));
    if (!needed)
        co_return passOn(needed);
    for (const VaultKey& key : *needed) {
        const auto copied = co_await here(read(key));
        if (!copied)
            co_return passOn(copied);
    }
    // This includes items that were copied and then removed here.
    const auto own = co_await here(m_secrets.ownKeysOf(environment));
    if (!own)
        co_return passOn(own);
    int count = 0;
    for (const VaultKey& key : *own) {
        const auto there = co_await here(m_keychain->has(under(withoutId, key)));
        if (!there)
            co_return passOn(there);
        if (!*there)
            continue;
        const auto removed = co_await here(m_keychain->remove(under(withoutId, key)));
        if (!removed)
            co_return passOn(removed);
        ++count;
    }
    co_return count;
}

Task<Outcome<Done>> FolderVault::isOpen()
{
    return m_keychain->isOpen();
}

Message FolderVault::backendName() const
{
    return m_keychain->backendName();
}

} // namespace jetbridge::storage
