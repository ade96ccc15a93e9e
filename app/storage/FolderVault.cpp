// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/FolderVault.h"

#include <QUuid>

using namespace Qt::StringLiterals;

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

FolderVault::FolderVault(StoredSecrets& secrets, QString environment,
    std::unique_ptr<Vault> keychain, async::Scope* outer)
    : m_secrets(secrets)
    , m_environment(std::move(environment))
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

Task<Outcome<FolderVault::Mark>> FolderVault::readMark(Folder folder)
{
    const auto item = co_await here(m_keychain->read(under(folder.id, VaultKey::mark())));
    if (!item)
        co_return passOn(item);
    Mark found;
    found.isThere = item->has_value();
    if (found.isThere)
        found.keychain = (*item)->revealText();
    if (!isKeychainId(found.keychain)) // versions before 0019-keychains.sql only marked
        found.keychain.clear();
    const auto used = co_await here(m_secrets.useKeychain(found.keychain));
    if (!used)
        co_return passOn(used);
    m_mark = found;
    co_return found;
}

Task<Outcome<QString>> FolderVault::keychainId(Folder folder)
{
    if (m_mark && !m_mark->keychain.isEmpty())
        co_return QString(m_mark->keychain);
    // Another program may have made it meanwhile.
    auto found = co_await here(readMark(folder));
    if (!found)
        co_return passOn(found);
    if (!found->keychain.isEmpty())
        co_return QString(found->keychain);
    const QString fresh = QUuid::createUuid().toString(QUuid::Id128);
    const auto stored = co_await here(
        m_keychain->store(under(folder.id, VaultKey::mark()), Secret(fresh.toLatin1())));
    if (!stored && stored.error().kind == FailureKind::Cancelled)
        co_return passOn(stored);
    // If another program has stored an id at the same moment, that one is as good.
    found = co_await here(readMark(folder));
    if (!found)
        co_return passOn(found);
    if (found->keychain.isEmpty())
        co_return stored ? failed(FailureKind::VaultUnavailable,
            u"The keychain did not give back the folder's marker item."_s)
                         : passOn(stored);
    const auto marked = co_await here(m_secrets.setMarked());
    if (!marked)
        co_return passOn(marked);
    if (m_folder)
        m_folder->isMarked = true;
    co_return QString(found->keychain);
}

Task<Outcome<Done>> FolderVault::note(Folder folder, VaultKey key, bool isThere)
{
    if (key.purpose != VaultKey::Purpose::Customer)
        co_return Done{};
    if (!m_mark) {
        const auto found = co_await here(readMark(folder));
        if (!found)
            co_return passOn(found);
    }
    // A keychain without an id was never found to lack anything.
    if (isThere && m_mark->keychain.isEmpty())
        co_return Done{};
    const auto keychain = co_await here(keychainId(folder));
    if (!keychain)
        co_return passOn(keychain);
    co_return co_await here(m_secrets.noteCredentials(*keychain, key, isThere));
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
        disregard(co_await here(keychainId(*folder)));
    const auto noted = co_await here(m_secrets.noteOwn(key));
    if (noted)
        disregard(co_await here(note(*folder, key, true)));
    co_return Done{};
}

Task<Outcome<std::optional<Secret>>> FolderVault::read(VaultKey key)
{
    const auto folder = co_await here(this->folder());
    if (!folder)
        co_return passOn(folder);
    const auto own = co_await here(m_keychain->read(under(folder->id, key)));
    if (!own || !isLasting(key))
        co_return own;
    if (own->has_value()) {
        disregard(co_await here(note(*folder, key, true))); // The secret is there in any case.
        co_return own;
    }
    const auto earlier = co_await here(this->earlier(*folder, key));
    if (!earlier)
        co_return earlier;
    if (!earlier->has_value()) {
        disregard(co_await here(note(*folder, key, false))); // It is missing in any case.
        co_return earlier;
    }
    // If the item cannot be copied now, it is copied the next time.
    const auto copied = co_await here(m_keychain->store(under(folder->id, key), **earlier));
    if (!copied)
        co_return earlier;
    const auto noted = co_await here(m_secrets.noteOwn(key));
    if (noted)
        disregard(co_await here(note(*folder, key, true)));
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
    bool isThere = own->has_value();
    if (!isThere) {
        const auto earlier = co_await here(this->earlier(*folder, key));
        if (!earlier)
            co_return passOn(earlier);
        isThere = earlier->has_value();
    }
    disregard(co_await here(note(*folder, key, isThere))); // The answer is the same.
    co_return isThere;
}

Task<Outcome<VaultState>> FolderVault::state()
{
    const auto folder = co_await here(this->folder());
    if (!folder)
        co_return passOn(folder);
    const auto newest = co_await here(m_secrets.newestRow(m_environment));
    if (!newest)
        co_return passOn(newest);
    m_newest = *newest;
    if (!folder->isMarked)
        co_return VaultState::Unsure;
    const auto mark = co_await here(readMark(*folder));
    if (!mark)
        co_return passOn(mark);
    if (!mark->isThere)
        co_return VaultState::Emptied;
    if (mark->keychain.isEmpty())
        co_return VaultState::Unsure;
    // Another user or computer may have onboarded customers since.
    const auto upTo = co_await here(m_secrets.searchedUpTo(mark->keychain, m_environment));
    if (!upTo)
        co_return passOn(upTo);
    co_return *upTo >= *newest ? VaultState::Whole : VaultState::Unsure;
}

Task<Outcome<Done>> FolderVault::markWhole()
{
    const auto folder = co_await here(this->folder());
    if (!folder)
        co_return passOn(folder);
    const auto keychain = co_await here(keychainId(*folder));
    if (!keychain)
        co_return passOn(keychain);
    // Customers that were added after the search began may not have been looked for.
    if (!m_newest) {
        const auto newest = co_await here(m_secrets.newestRow(m_environment));
        if (!newest)
            co_return passOn(newest);
        m_newest = *newest;
    }
    co_return co_await here(m_secrets.noteSearched(*keychain, m_environment, *m_newest));
}

Task<Outcome<QString>> FolderVault::searchedTo()
{
    const auto folder = co_await here(this->folder());
    if (!folder)
        co_return passOn(folder);
    const auto mark = co_await here(readMark(*folder));
    if (!mark)
        co_return passOn(mark);
    if (mark->keychain.isEmpty())
        co_return QString();
    co_return co_await here(m_secrets.searchedKey(mark->keychain, m_environment));
}

Task<Outcome<Done>> FolderVault::noteSearchedTo(QString key)
{
    const auto folder = co_await here(this->folder());
    if (!folder)
        co_return passOn(folder);
    const auto keychain = co_await here(keychainId(*folder));
    if (!keychain)
        co_return passOn(keychain);
    co_return co_await here(m_secrets.noteSearched(*keychain, m_environment, key.toLongLong()));
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
