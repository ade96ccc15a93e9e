// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredRegistrations.h"

#include "storage/RegistryThread.h"
#include "storage/StoredTime.h"

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

Outcome<Registration> read(const QSqlQuery& row)
{
    const auto state = clientRegistrationStateFromName(row.value(4).toString());
    if (!state)
        return passOn(state);
    return Registration{OnboardingId(row.value(0).toString()), CompanyId(row.value(1).toString()),
        row.value(2).toString(), ClientId(row.value(3).toString()), *state, timeFrom(row.value(5)),
        timeFrom(row.value(6)), Message::fromJson(row.value(8).toString(), row.value(7).toString()),
        tokenServiceFromName(row.value(9).toString()).value_or(TokenService::Registration),
        timeFrom(row.value(10))};
}

/// Returns "?, ?" for a list of states and appends their names to `values`.
QString listed(const QList<ClientRegistrationState>& states, QVariantList& values)
{
    QStringList marks;
    for (const ClientRegistrationState state : states) {
        marks.append(u"?"_s);
        values.append(clientRegistrationStateName(state));
    }
    return marks.join(u", "_s);
}

} // namespace

StoredRegistrations::StoredRegistrations(RegistryThread& thread, QString environment)
    : m_thread(thread)
    , m_environment(std::move(environment))
{
}

Task<Outcome<Done>> StoredRegistrations::begin(Registration registration)
{
    return m_thread.runIn<Done>(m_environment,
        [registration = std::move(registration)](
            Database& database, qint64 environment) -> Outcome<Done> {
            const auto begun =
                database.run(u"INSERT INTO registrations (onboarding, environment, company, "
                             "client_name, client_id, state, at, service) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                    {registration.onboarding.text(), environment,
                        textValue(registration.company.text()), textValue(registration.clientName),
                        textValue(registration.clientId.text()),
                        clientRegistrationStateName(registration.state), timeValue(registration.at),
                        tokenServiceName(registration.service)});
            return begun ? Outcome<Done>(Done{}) : passOn(begun);
        });
}

Task<Outcome<bool>> StoredRegistrations::change(
    QList<ClientRegistrationState> from, Registration to)
{
    return m_thread.runIn<bool>(m_environment,
        [from = std::move(from), to = std::move(to)](
            Database& database, qint64 environment) -> Outcome<bool> {
            QVariantList values{clientRegistrationStateName(to.state), timeValue(to.at),
                textValue(to.detail.words), textValue(to.detail.toJson()),
                textValue(to.clientId.text()), timeValue(to.secretExpiresAt), timeValue(to.due),
                to.onboarding.text(), environment};
            const QString states = listed(from, values);
            const auto changed = database.run(
                u"UPDATE registrations SET state = ?, at = ?, detail = ?, message = ?, client_id = "
                "coalesce(nullif(?, ''), client_id), secret_expires_at = coalesce(?, "
                "secret_expires_at), due = ? WHERE onboarding = ? AND environment = ? AND state "
                "IN (%1)"_s.arg(states),
                values);
            if (!changed)
                return passOn(changed);
            return changed->rows > 0;
        });
}

Task<Outcome<Done>> StoredRegistrations::close(OnboardingId onboarding)
{
    return m_thread.runIn<Done>(m_environment,
        [onboarding = std::move(onboarding)](
            Database& database, qint64 environment) -> Outcome<Done> {
            const auto closed = database.run(
                u"DELETE FROM registrations WHERE onboarding = ? AND environment = ?"_s,
                {onboarding.text(), environment});
            return closed ? Outcome<Done>(Done{}) : passOn(closed);
        });
}

Task<Outcome<QList<Registration>>> StoredRegistrations::in(QList<ClientRegistrationState> states)
{
    return m_thread.runIn<QList<Registration>>(m_environment,
        [states = std::move(states)](
            Database& database, qint64 environment) -> Outcome<QList<Registration>> {
            QVariantList values{environment};
            const QString marks = listed(states, values);
            return database.list<Registration>(
                u"SELECT onboarding, company, client_name, client_id, state, at, "
                "secret_expires_at, detail, message, service, due FROM registrations WHERE "
                "environment = ? AND "
                "state IN (%1) ORDER BY at, onboarding"_s.arg(marks),
                values, read);
        });
}

} // namespace jetbridge::storage
