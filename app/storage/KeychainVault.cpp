// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/KeychainVault.h"

#include "async/Later.h"
#include "storage/Keyring.h"
#include "storage/VaultLimits.h"

#include <QList>
#include <QThread>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <functional>

namespace jetbridge::storage {

namespace {

/// Result of one keychain job.
struct JobResult {
    bool answered = false;
    QKeychain::Error error = QKeychain::OtherError;
    QString refusal;
    Secret data; ///< Data that a reading job returned.
};

JobResult resultOf(QKeychain::Job* job)
{
    JobResult result{true, job->error(), job->errorString(), {}};
    const auto* reading = qobject_cast<QKeychain::ReadPasswordJob*>(job);
    if (reading && result.error == QKeychain::NoError)
        result.data = Secret(reading->binaryData());
    return result;
}

} // namespace

/// Queue of a vault's jobs, of which only one runs at a time.
///
/// A running job must be neither deleted nor disconnected (QtKeychain 0.13 crashes), so its
/// connection holds the queue's state and not the vault, which may be destroyed before the job
/// ends.
class KeychainVault::Jobs {
public:
    explicit Jobs(std::chrono::milliseconds patience)
        : m_patience(patience)
    {
    }
    ~Jobs()
    {
        const auto waiting = std::exchange(m_state->waiting, {});
        for (const Waiting& one : waiting)
            one.result.settle({});
        m_state->current.settle({});
    }

    Task<JobResult> write(QString service, QString key, Secret value)
    {
        return run([service, key, value]() -> QKeychain::Job* {
            auto* job = new QKeychain::WritePasswordJob(service);
            job->setKey(key);
            // The data is binary, because a secret may be any bytes.
            job->setBinaryData(value.reveal().toByteArray());
            return job;
        });
    }
    Task<JobResult> read(QString service, QString key)
    {
        return run([service, key]() -> QKeychain::Job* {
            auto* job = new QKeychain::ReadPasswordJob(service);
            job->setKey(key);
            return job;
        });
    }
    Task<JobResult> remove(QString service, QString key)
    {
        return run([service, key]() -> QKeychain::Job* {
            auto* job = new QKeychain::DeletePasswordJob(service);
            job->setKey(key);
            return job;
        });
    }

private:
    using MakeJob = std::function<QKeychain::Job*()>;
    struct Waiting {
        MakeJob make;
        async::Later<JobResult> result;
    };
    struct State {
        QList<Waiting> waiting;
        bool running = false;
        async::Later<JobResult> current;
    };

    const std::chrono::milliseconds m_patience;
    const std::shared_ptr<State> m_state = std::make_shared<State>();

    Task<JobResult> run(MakeJob make)
    {
        const async::Later<JobResult> result;
        QTimer patience;
        patience.setSingleShot(true);
        QObject::connect(&patience, &QTimer::timeout, &patience, [result] { result.settle({}); });
        patience.start(m_patience);
        m_state->waiting.append({std::move(make), result});
        startNext(m_state);
        JobResult done = co_await result;
        co_return done;
    }

    static void startNext(const std::shared_ptr<State>& state)
    {
        // A job whose caller has given up waiting must not be carried out unnoticed later.
        while (!state->waiting.isEmpty() && state->waiting.constFirst().result.isSettled())
            state->waiting.removeFirst();
        if (state->running || state->waiting.isEmpty())
            return;
        const Waiting next = state->waiting.takeFirst();
        state->running = true;
        state->current = next.result;
        QKeychain::Job* job = next.make();
        job->setInsecureFallback(false);
        QObject::connect(job, &QKeychain::Job::finished, job,
            [state, result = next.result](QKeychain::Job* done) {
                state->running = false;
                result.settle(resultOf(done));
                startNext(state);
            });
        job->start();
    }
};

namespace {

Task<Failure> refusal(JobResult result, std::chrono::milliseconds patience)
{
    if (!result.answered)
        co_return Failure{FailureKind::VaultUnavailable, 0, {},
            Message::of("keychain_too_slow", {QString::number(double(patience.count()) / 1000)}),
            {}};
    const KeyringState state = co_await keyringState();
    co_return Failure{
        FailureKind::VaultUnavailable, 0, {}, keyringAdvice(state, result.refusal), {}};
}

} // namespace

KeychainVault::KeychainVault(
    QString service, std::chrono::milliseconds patience, async::Scope* outer)
    : m_service(std::move(service))
    , m_patience(patience)
    , m_jobs(std::make_unique<Jobs>(patience))
    , m_scope(outer)
{
}

KeychainVault::~KeychainVault() = default;

Task<Outcome<Done>> KeychainVault::store(VaultKey key, Secret value)
{
    const auto fits = checkVaultItem(key, value);
    if (!fits)
        co_return fits;
    const JobResult written =
        co_await m_scope.within(m_jobs->write(m_service, key.text(), value), JobResult());
    if (written.error != QKeychain::NoError) {
        Failure failure = co_await refusal(written, m_patience);
        co_return tl::unexpected<Failure>(std::move(failure));
    }
    const auto kept = co_await read(key);
    if (!kept)
        co_return passOn(kept);
    if (!kept->has_value() || !(*kept)->equals(value))
        co_return failed(
            FailureKind::VaultUnavailable, Message::of("keychain_took_other", {key.text()}));
    co_return Done{};
}

Task<Outcome<std::optional<Secret>>> KeychainVault::read(VaultKey key)
{
    const JobResult found =
        co_await m_scope.within(m_jobs->read(m_service, key.text()), JobResult());
    if (found.error == QKeychain::NoError) {
        co_await identifyBackend();
        co_return std::optional<Secret>(found.data);
    }
    if (found.error == QKeychain::EntryNotFound) {
        const KeyringState state = co_await m_scope.within(keyringState(), KeyringState::NoAnswer);
        co_await identifyBackend();
        if (state == KeyringState::Ready)
            co_return std::optional<Secret>();
        co_return failed(FailureKind::VaultUnavailable, keyringAdvice(state, found.refusal));
    }
    Failure failure = co_await refusal(found, m_patience);
    co_return tl::unexpected<Failure>(std::move(failure));
}

Task<Outcome<Done>> KeychainVault::remove(VaultKey key)
{
    const JobResult removed =
        co_await m_scope.within(m_jobs->remove(m_service, key.text()), JobResult());
    if (removed.error != QKeychain::NoError && removed.error != QKeychain::EntryNotFound) {
        Failure failure = co_await refusal(removed, m_patience);
        co_return tl::unexpected<Failure>(std::move(failure));
    }
    // A locked keyring removes nothing and reports success.
    const auto left = co_await read(key);
    if (!left)
        co_return passOn(left);
    if (left->has_value())
        co_return failed(
            FailureKind::VaultUnavailable, Message::of("keychain_still_holds", {key.text()}));
    co_return Done{};
}

Task<Outcome<Done>> KeychainVault::isOpen()
{
    const KeyringState state = co_await m_scope.within(keyringState(), KeyringState::NoAnswer);
    if (state != KeyringState::Ready)
        co_return failed(FailureKind::VaultUnavailable, keyringAdvice(state, {}));
    co_return Done{};
}

Message KeychainVault::backendName() const
{
    return m_backend.isEmpty() ? Message::of("system_keychain") : Message::inWords(m_backend);
}

Task<Done> KeychainVault::identifyBackend()
{
    if (m_backend.isEmpty())
        m_backend = co_await m_scope.within(keyringName(), QString());
    co_return Done{};
}

} // namespace jetbridge::storage
