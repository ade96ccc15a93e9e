// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredInvitations.h"

#include "storage/RegistryThread.h"
#include "storage/StoredTime.h"

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

using Record = Invitation::Record;

QString select(const char* condition)
{
    return u"SELECT onboarding, company, key_id, code_mac, made_at, expires_at, "
           "typed, may_repeat, language, state, changed_at, detail, message "
           "FROM invitations WHERE %1"_s.arg(QLatin1String(condition));
}

Outcome<Record> read(const QSqlQuery& row)
{
    const auto state = invitationStateFromName(row.value(9).toString());
    if (!state)
        return tl::unexpected<Failure>(unreadableRow(state.error().detail));
    return Record{OnboardingId(row.value(0).toString()), CompanyId(row.value(1).toString()),
        row.value(2).toByteArray(), row.value(3).toByteArray(), timeFrom(row.value(4)),
        timeFrom(row.value(5)), row.value(6).toString(), row.value(7).toBool(),
        row.value(8).toString(), *state, timeFrom(row.value(10)),
        Message::fromJson(row.value(12).toString(), row.value(11).toString())};
}

Outcome<Done> replace(Database& database, qint64 environment, const Record& record)
{
    const auto ended = database.run(u"UPDATE invitations SET changed_at = ?, state = "
                                    "CASE WHEN expires_at <= ? THEN 'expired' ELSE 'withdrawn' END "
                                    "WHERE environment = ? AND company = ? "
                                    "AND state IN ('pending', 'opened', 'signed-in')"_s,
        {timeValue(record.madeAt), timeValue(record.madeAt), environment,
            textValue(record.company.text())});
    if (!ended)
        return passOn(ended);
    const auto added = database.run(
        u"INSERT INTO invitations (environment, onboarding, company, key_id, "
        "code_mac, made_at, expires_at, typed, may_repeat, language, state, "
        "changed_at, detail, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {environment, textValue(record.onboarding.text()), textValue(record.company.text()),
            record.keyId, record.codeMac, timeValue(record.madeAt), timeValue(record.expiresAt),
            textValue(record.typed), record.mayRepeat ? 1 : 0, textValue(record.language),
            invitationStateName(record.state), timeValue(record.madeAt),
            textValue(record.detail.words), textValue(record.detail.toJson())});
    if (added)
        return Done{};
    if (added.error().kind != FailureKind::Conflict)
        return passOn(added);
    return failed(FailureKind::Conflict,
        u"The customer \"%1\" decided just now, and that is being carried out: see "
        "how it ends before you invite again."_s.arg(record.company.text()),
        0, u"invitation_deciding"_s);
}

} // namespace

StoredInvitations::StoredInvitations(RegistryThread& thread, QString environment)
    : m_thread(thread)
    , m_environment(std::move(environment))
{
}

Task<Outcome<Done>> StoredInvitations::add(Record record)
{
    return m_thread.runIn<Done>(m_environment,
        [record = std::move(record)](Database& database, qint64 environment) -> Outcome<Done> {
            return database.transaction<Done>(
                [&] { return replace(database, environment, record); });
        });
}

Task<Outcome<QList<Record>>> StoredInvitations::all()
{
    return m_thread.runIn<QList<Record>>(
        m_environment, [](Database& database, qint64 environment) -> Outcome<QList<Record>> {
            return database.list<Record>(
                select("environment = ? ORDER BY number DESC"), {environment}, read);
        });
}

Task<Outcome<std::optional<Record>>> StoredInvitations::find(OnboardingId onboarding)
{
    return m_thread.run<std::optional<Record>>(
        [onboarding = std::move(onboarding)](
            Database& database) { return storedInvitation(database, onboarding); });
}

Outcome<std::optional<Record>> storedInvitation(Database& database, const OnboardingId& onboarding)
{
    return database.first<Record>(select("onboarding = ?"), {textValue(onboarding.text())}, read);
}

Task<Outcome<bool>> StoredInvitations::change(OnboardingId onboarding, QList<InvitationState> from,
    InvitationState to, QDateTime at, Message detail)
{
    return m_thread.run<bool>([onboarding = std::move(onboarding), from = std::move(from), to, at,
                                  detail = std::move(detail)](Database& database) -> Outcome<bool> {
        QStringList states;
        for (const InvitationState state : from)
            states.append(QLatin1Char('\'') + invitationStateName(state) + QLatin1Char('\''));
        const bool needsTime = to == InvitationState::Deciding;
        const auto changed = database.run(
            u"UPDATE invitations SET state = ?, changed_at = ?, detail = ?, message = ? "
            "WHERE onboarding = ? AND state IN (%1) AND expires_at > ?"_s.arg(states.join(", "_L1)),
            {invitationStateName(to), timeValue(at), textValue(detail.words),
                textValue(detail.toJson()), textValue(onboarding.text()),
                needsTime ? timeValue(at) : QVariant(0)});
        if (!changed)
            return passOn(changed);
        return changed->rows == 1;
    });
}

} // namespace jetbridge::storage
