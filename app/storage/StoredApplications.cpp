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
    return m_thread.run<std::optional<Application>>(
        [name = m_environment](Database& database) -> Outcome<std::optional<Application>> {
            const auto environment = database.environment(name);
            if (!environment)
                return passOn(environment);
            return storedApplication(database, *environment);
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
    return m_thread.run<Done>([name = m_environment, application = std::move(application)](
                                  Database& database) -> Outcome<Done> {
        const auto environment = database.environment(name);
        if (!environment)
            return passOn(environment);
        const QByteArray document =
            QJsonDocument(application.toJson()).toJson(QJsonDocument::Compact);
        const auto saved =
            database.run(u"INSERT INTO applications (environment, document) VALUES (?, ?) "
                         "ON CONFLICT DO UPDATE SET document = excluded.document"_s,
                {*environment, QString::fromUtf8(document)});
        return saved ? Outcome<Done>(Done{}) : passOn(saved);
    });
}

} // namespace jetbridge::storage
