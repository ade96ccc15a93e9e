// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser/EnginePlugin.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLoggingCategory>
#include <QOpenGLContext>
#include <QPluginLoader>
#include <QSurfaceFormat>

using namespace Qt::StringLiterals;

QT_BEGIN_NAMESPACE
// Qt GUI exports this function but declares it in none of its public headers.
Q_GUI_EXPORT void qt_gl_set_global_share_context(QOpenGLContext* context);
QT_END_NAMESPACE

namespace jetbridge::ui {

namespace {

QString pluginFile()
{
    const QString name = QStringLiteral(JETBRIDGE_BROWSER_PLUGIN);
    const QString beside = QCoreApplication::applicationDirPath() + QLatin1Char('/');
    // The plugin is looked for in the build folder first, then where it is installed.
    return QFileInfo::exists(beside + name)
        ? beside + name
        : beside + QStringLiteral(JETBRIDGE_PLUGIN_FOLDER "/") + name;
}

/// Creates the OpenGL context that WebEngine shares with all others. With AA_ShareOpenGLContexts Qt
/// would create it at start, which loads the OpenGL driver; here it is created only when the engine
/// is needed.
void shareOpenGl()
{
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance())
        || QOpenGLContext::globalShareContext())
        return;
    auto* context = new QOpenGLContext;
    context->setFormat(QSurfaceFormat::defaultFormat());
    context->create(); // If this fails, WebEngine renders without OpenGL, or reports the error.
    qt_gl_set_global_share_context(context);
    qAddPostRoutine([] {
        delete QOpenGLContext::globalShareContext();
        qt_gl_set_global_share_context(nullptr);
    });
}

} // namespace

tl::expected<BrowserEngine*, QString> browserEngine()
{
    static BrowserEngine* engine = nullptr;
    if (engine)
        return engine;
    shareOpenGl();
    QPluginLoader loader(pluginFile());
    engine = qobject_cast<BrowserEngine*>(loader.instance());
    if (!engine)
        return tl::unexpected<QString>(loader.errorString());
    return engine;
}

std::optional<EngineVersion> browserVersion()
{
    // Without a display there is no context to share, about which the engine would warn.
    QLoggingCategory::setFilterRules(u"default.warning=false"_s);
    const auto engine = browserEngine();
    QLoggingCategory::setFilterRules({});
    return engine ? std::optional((*engine)->version()) : std::nullopt;
}

} // namespace jetbridge::ui
