// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/RouterTable.h"

#include <QUrl>

namespace jetbridge::web {

namespace {

bool isPlaceholder(const QByteArray& segment)
{
    return segment.startsWith('{') && segment.endsWith('}');
}

/// Decodes a path segment; nullopt when the result is not a single segment of valid text.
std::optional<QString> decodedSegment(const QByteArray& segment)
{
    const QByteArray bytes = QByteArray::fromPercentEncoding(segment);
    if (bytes.isEmpty() || bytes.contains('/') || bytes.contains('\0')
        || !QByteArrayView(bytes).isValidUtf8())
        return std::nullopt;
    return QString::fromUtf8(bytes);
}

bool matches(const QByteArrayList& pattern, const QByteArrayList& segments, QStringList& parameters)
{
    if (pattern.size() != segments.size())
        return false;
    parameters.clear();
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (!isPlaceholder(pattern[i])) {
            if (pattern[i] != segments[i])
                return false;
            continue;
        }
        const auto text = decodedSegment(segments[i]);
        if (!text)
            return false;
        parameters.append(*text);
    }
    return true;
}

} // namespace

const Router::Table::Route* Router::Table::find(
    const QByteArray& path, QStringList& parameters) const
{
    if (const auto found = literal.constFind(path); found != literal.constEnd())
        return &*found;
    const QByteArrayList segments = path.split('/');
    for (const auto& [pattern, route] : patterns)
        if (matches(route.segments, segments, parameters))
            return &route;
    parameters.clear();
    return nullptr;
}

Router::Table::Route& Router::Table::at(const QByteArray& pattern)
{
    if (!pattern.contains('{'))
        return literal[pattern];
    for (auto& [known, route] : patterns)
        if (known == pattern)
            return route;
    patterns.append({pattern, Route{pattern.split('/'), {}, {}}});
    return patterns.last().second;
}

QByteArray Router::Table::Route::allowed() const
{
    static constexpr std::pair<Method, const char*> names[] = {{Method::Get, "GET, HEAD"},
        {Method::Post, "POST"}, {Method::Put, "PUT"}, {Method::Delete, "DELETE"}};
    QByteArrayList allowed;
    for (const auto& [method, name] : names)
        if (handlers.contains(method) || asyncHandlers.contains(method))
            allowed.append(name);
    return allowed.join(", ");
}

Router::Router()
    : m_table(std::make_unique<Table>())
{
}

Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

Router& Router::on(Method method, const QByteArray& pattern, Handler handler)
{
    m_table->at(pattern).handlers.insert(method, handler);
    return *this;
}

Router& Router::onAsync(
    Method method, const QByteArray& pattern, AsyncHandler handler, Attempt attempt)
{
    m_table->at(pattern).asyncHandlers.insert(method, {handler, attempt});
    return *this;
}

QByteArrayList Router::routes() const
{
    QByteArrayList list;
    const auto add = [&list](const QByteArray& pattern, const Table::Route& route) {
        for (const Method method : route.handlers.keys() + route.asyncHandlers.keys())
            list.append(methodName(method) + ' ' + pattern);
    };
    for (auto route = m_table->literal.begin(); route != m_table->literal.end(); ++route)
        add(route.key(), *route);
    for (const auto& [pattern, route] : m_table->patterns)
        add(pattern, route);
    return list;
}

Router& Router::afterwards(std::function<void(const Request&, Reply&)> hook)
{
    m_table->afterwards.append(std::move(hook));
    return *this;
}

Router& Router::before(std::function<std::optional<Reply>(const Request&)> hook)
{
    m_table->before.append(std::move(hook));
    return *this;
}

} // namespace jetbridge::web
