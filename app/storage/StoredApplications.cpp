// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredApplications.h"

#include "storage/RegistryThread.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

StoredApplications::StoredApplications(RegistryThread& thread, QString environment)
    : m_thread(thread)
    , m_environment(std::move(environment))
{
}

Task<Outcome<std::optional<Application>>> StoredApplications::load()
{
    return m_thread.runIn<std::optional<Application>>(m_environment,
        [](Database& database, qint64 environment) -> Outcome<std::optional<Application>> {
            return storedApplication(database, environment);
        });
}

Outcome<std::optional<Application>> storedApplication(Database& database, qint64 environment)
{
    return database.first<Application>(u"SELECT document FROM applications WHERE environment = ?"_s,
        {environment}, [](const QSqlQuery& row) -> Outcome<Application> {
            auto application = Application::fromJson(row.value(0).toString().toUtf8());
            if (!application)
                return tl::unexpected<Failure>(unreadableRow(application.error().detail));
            return application;
        });
}

Task<Outcome<Done>> StoredApplications::save(Application application)
{
    return m_thread.runIn<Done>(m_environment,
        [application = std::move(application)](
            Database& database, qint64 environment) -> Outcome<Done> {
            const QByteArray document =
                QJsonDocument(application.toJson()).toJson(QJsonDocument::Compact);
            const auto saved =
                database.run(u"INSERT INTO applications (environment, document) VALUES (?, ?) "
                             "ON CONFLICT DO UPDATE SET document = excluded.document"_s,
                    {environment, QString::fromUtf8(document)});
            return saved ? Outcome<Done>(Done{}) : passOn(saved);
        });
}

} // namespace jetbridge::storage
