// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredEnvironments.h"

#include "storage/RegistryThread.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

Outcome<Environment> read(const QSqlQuery& row)
{
    const auto document = QJsonDocument::fromJson(row.value(0).toString().toUtf8());
    auto environment = Environment::fromJson(document.object());
    if (!environment)
        return tl::unexpected<Failure>(unreadableRow(environment.error().detail));
    return environment;
}

} // namespace

StoredEnvironments::StoredEnvironments(RegistryThread& thread)
    : m_thread(thread)
{
}

Task<Outcome<QList<Environment>>> StoredEnvironments::all()
{
    return m_thread.run<QList<Environment>>([](Database& database) -> Outcome<QList<Environment>> {
        const auto saved = database.list<Environment>(
            u"SELECT document FROM environments WHERE document IS NOT NULL ORDER BY name"_s, {},
            read);
        if (!saved)
            return passOn(saved);
        QList<Environment> all = Environment::builtIn();
        for (const Environment& environment : *saved) {
            const auto same =
                std::find_if(all.begin(), all.end(), [&environment](const Environment& known) {
                    return known.name == environment.name;
                });
            if (same == all.end())
                all.append(environment);
            else
                *same = environment;
        }
        return all;
    });
}

Outcome<std::optional<Environment>> savedEnvironment(Database& database, const QString& name)
{
    return database.first<Environment>(
        u"SELECT document FROM environments WHERE document IS NOT NULL AND name = ?"_s,
        {textValue(name)}, read);
}

Task<Outcome<Done>> StoredEnvironments::save(Environment environment)
{
    return m_thread.run<Done>(
        [environment = std::move(environment)](Database& database) -> Outcome<Done> {
            if (const auto valid = environment.validate(); !valid)
                return valid;
            const QByteArray document =
                QJsonDocument(environment.toJson()).toJson(QJsonDocument::Compact);
            const auto saved =
                database.run(u"INSERT INTO environments (name, document) VALUES (?, ?) "
                             "ON CONFLICT (name) DO UPDATE SET document = excluded.document"_s,
                    {environment.name, QString::fromUtf8(document)});
            return saved ? Outcome<Done>(Done{}) : passOn(saved);
        });
}

} // namespace jetbridge::storage
