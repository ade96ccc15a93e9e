// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFile>
#include <QIconEngine>
#include <QLineEdit>
#include <QPainter>
#include <QPixmapCache>
#include <QProxyStyle>
#include <QSettings>
#include <QStyleOptionHeader>
#include <QSvgRenderer>

// Outside of every namespace, as the macro demands: resources of a static library are linked only
// when somebody asks for them.
static void loadResources()
{
    Q_INIT_RESOURCE(ui);
}

namespace jetbridge::ui {

namespace {

constexpr auto portalService = "org.freedesktop.portal.Desktop";
constexpr auto portalPath = "/org/freedesktop/portal/desktop";
constexpr auto portalInterface = "org.freedesktop.portal.Settings";
constexpr auto appearanceGroup = "org.freedesktop.appearance";
constexpr auto colorSchemeKey = "color-scheme";
constexpr auto interfaceGroup = "org.gnome.desktop.interface";
constexpr auto animationsKey = "enable-animations";

constexpr int headingArrow = 12; ///< Its side, at a text size of 100 %.
constexpr int headingArrowGap = 2;

QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

QString resource(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program was built without %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

/// `arrow`: the room for it behind the letters of a heading, in pixels.
QString filledStyleSheet(const Tokens& tokens, double points, int arrow)
{
    QString sheet = resource(QStringLiteral(":/styles/jetbridge.qss"));
    const std::pair<const char*, QColor> colors[] = {{"canvas", tokens.canvas},
        {"surface", tokens.surface}, {"hairline", tokens.hairline}, {"border", tokens.border},
        {"text", tokens.text}, {"muted", tokens.muted}, {"accent", tokens.accent},
        {"onAccent", tokens.onAccent}, {"ok", tokens.ok}, {"warn", tokens.warn},
        {"bad", tokens.bad}, {"okBack", tokens.okBack}, {"warnBack", tokens.warnBack},
        {"badBack", tokens.badBack}, {"infoBack", tokens.infoBack}};
    for (const auto& [name, color] : colors)
        sheet.replace(QLatin1Char('{') + QLatin1String(name) + QLatin1Char('}'), color.name());
    sheet.replace(QLatin1String("{scheme}"),
        &tokens == &darkTokens() ? QLatin1String("dark") : QLatin1String("light"));
    const std::pair<const char*, double> sizes[] = {
        {"caption", 0.85}, {"base", 1.0}, {"section", 1.25}, {"title", 1.6}, {"code", 1.9}};
    for (const auto& [name, factor] : sizes)
        sheet.replace(QLatin1Char('{') + QLatin1String(name) + QLatin1Char('}'),
            QString::number(points * factor, 'f', 1) + QLatin1String("pt"));
    sheet.replace(QLatin1String("{headingArrow}"), QString::number(arrow) + QLatin1String("px"));
    return sheet;
}

/// Draws an SVG whose strokes say "currentColor", in the application palette's colour.
class LineIconEngine : public QIconEngine {
public:
    explicit LineIconEngine(QString name, std::optional<Tone> tone = std::nullopt)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, drawn((QSizeF(rect.size()) * ratio).toSize(), mode, state));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return drawn(size, mode, state);
    }

    QIconEngine* clone() const override { return new LineIconEngine(m_name, m_tone); }

private:
    /// Drawn once for each size and colour: a table asks for the same few icons in every row.
    QPixmap drawn(const QSize& size, QIcon::Mode mode, QIcon::State state) const
    {
        const Tokens& tokens = tokensOf(QApplication::palette());
        QColor color = m_tone    ? colorOf(*m_tone, tokens)
            : state == QIcon::On ? tokens.accent
                                 : tokens.text;
        if (mode == QIcon::Disabled)
            color = tokens.border;
        const QString key = QStringLiteral("jetbridge/%1 %2 %3x%4")
                                .arg(m_name, color.name())
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QString svg = resource(QStringLiteral(":/icons/%1.svg").arg(m_name));
        svg.replace(QLatin1String("currentColor"), color.name());
        QSvgRenderer renderer(svg.toUtf8());
        renderer.setAspectRatioMode(Qt::KeepAspectRatio); // a wider place is room, not a wider icon
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter, pixmap.rect());
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString m_name;
    std::optional<Tone> m_tone;
};

} // namespace

/// Fusion with icons that grow with the text, and without motion where somebody does not want it.
class HouseStyle : public QProxyStyle {
public:
    HouseStyle()
        : QProxyStyle(QStringLiteral("Fusion"))
    {
    }

    int iconSize = lineIconSize;
    bool moves = true;

    int pixelMetric(
        PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override
    {
        switch (metric) {
        case PM_SmallIconSize:
            // A field is no higher than a button.
            if (qobject_cast<const QLineEdit*>(widget))
                return std::min(
                    iconSize, std::max(lineIconSize, widget->fontMetrics().height() + 2));
            return iconSize;
        case PM_ButtonIconSize:
        case PM_ToolBarIconSize:
        case PM_ListViewIconSize:
            return iconSize;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
        }
    }

    QRect subElementRect(
        SubElement element, const QStyleOption* option, const QWidget* widget) const override
    {
        // Behind the letters, in the room that the style sheet pads a heading with: an arrow of the
        // style sheet's own takes its width from every heading's letters.
        const auto* heading = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (element != SE_HeaderArrow || !heading || !widget)
            return QProxyStyle::subElementRect(element, option, widget);
        // Qt 6.8 asks for the arrow's place to find that of a sorted heading's letters.
        QStyleOptionHeader unsorted(*heading);
        unsorted.sortIndicator = QStyleOptionHeader::None;
        const QRect letters = widget->style()->subElementRect(SE_HeaderLabel, &unsorted, widget);
        const int length =
            std::min(letters.width(), widget->fontMetrics().horizontalAdvance(heading->text));
        const int side = headingArrow * iconSize / lineIconSize;
        // Without a width, which Qt 6.8 would take from the letters: it is as wide as it is high.
        return {
            letters.x() + length + headingArrowGap, option->rect.center().y() - side / 2, 0, side};
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override
    {
        const auto* heading = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (element != PE_IndicatorHeaderArrow || !heading)
            return QProxyStyle::drawPrimitive(element, option, painter, widget);
        // Up is Qt's word for descending.
        QIcon(heading->sortIndicator == QStyleOptionHeader::SortUp
                ? QStringLiteral(":/icons/chevron-muted.svg")
                : QStringLiteral(":/icons/chevron-up-muted.svg"))
            .paint(painter,
                QRect(option->rect.topLeft(), QSize(option->rect.height(), option->rect.height())));
    }

    /// Qt would look through the system's icon themes for it.
    QIcon standardIcon(
        StandardPixmap which, const QStyleOption* option, const QWidget* widget) const override
    {
        switch (which) {
        case SP_LineEditClearButton:
            return lineIcon("clear", Tone::Neutral);
        case SP_MessageBoxQuestion:
            return lineIcon("unknown", Tone::Careful);
        case SP_MessageBoxInformation:
            return lineIcon("unknown", Tone::Neutral);
        case SP_MessageBoxWarning:
            return lineIcon("warn", Tone::Careful);
        case SP_MessageBoxCritical:
            return lineIcon("bad", Tone::Bad);
        default:
            return QProxyStyle::standardIcon(which, option, widget);
        }
    }

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* data) const override
    {
        if (hint == SH_Widget_Animation_Duration && !moves)
            return 0;
        if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
            return 0; // the words say it
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
};

Theme::Theme(QSettings& settings)
    : m_settings(settings)
    , m_systemFont(QApplication::font())
    , m_systemIsDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
{
    loadResources();
    m_scheme = Scheme(std::clamp(settings.value(QStringLiteral("look/scheme")).toInt(), 0, 2));
    m_textSize = std::clamp(settings.value(QStringLiteral("look/textSize"), smallestText).toInt(),
        smallestText, largestText);
    m_mayMove = settings.value(QStringLiteral("look/motion"), true).toBool();
    apply();
    askSystem();
}

void Theme::setScheme(Scheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    m_settings.setValue(QStringLiteral("look/scheme"), int(scheme));
    apply();
}

void Theme::setTextSize(int percent)
{
    percent = std::clamp(percent, smallestText, largestText);
    if (percent == m_textSize)
        return;
    m_textSize = percent;
    m_settings.setValue(QStringLiteral("look/textSize"), percent);
    apply();
}

void Theme::setMayMove(bool mayMove)
{
    if (mayMove == m_mayMove)
        return;
    m_mayMove = mayMove;
    m_settings.setValue(QStringLiteral("look/motion"), mayMove);
    apply();
}

bool Theme::isDark() const
{
    return m_scheme == Scheme::Dark || (m_scheme == Scheme::System && m_systemIsDark);
}

void Theme::askSystem()
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // A slot's types are looked up by their names, and nobody may have named this one yet.
    qRegisterMetaType<QDBusVariant>();
    bus.connect(QLatin1String(portalService), QLatin1String(portalPath),
        QLatin1String(portalInterface), QStringLiteral("SettingChanged"), this,
        SLOT(takeSystemSetting(QString, QString, QDBusVariant)));
    ask(QLatin1String(appearanceGroup), QLatin1String(colorSchemeKey));
    ask(QLatin1String(interfaceGroup), QLatin1String(animationsKey));
}

void Theme::ask(const QString& group, const QString& key)
{
    auto question = QDBusMessage::createMethodCall(QLatin1String(portalService),
        QLatin1String(portalPath), QLatin1String(portalInterface), QStringLiteral("Read"));
    question << group << key;
    auto* answer =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, group, key] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (reply.isValid())
            takeSystemSetting(group, key, reply.value());
        answer->deleteLater();
    });
}

void Theme::takeSystemSetting(const QString& group, const QString& key, const QDBusVariant& value)
{
    const QVariant said = unwrapped(value.variant());
    const bool isDark =
        group == QLatin1String(appearanceGroup) && key == QLatin1String(colorSchemeKey)
        ? said.toUInt() == 1
        : m_systemIsDark;
    const bool moves = group == QLatin1String(interfaceGroup) && key == QLatin1String(animationsKey)
        ? said.toBool()
        : m_systemMoves;
    if (isDark == m_systemIsDark && moves == m_systemMoves)
        return;
    m_systemIsDark = isDark;
    m_systemMoves = moves;
    apply();
}

void Theme::apply()
{
    const Tokens& tokens = isDark() ? darkTokens() : lightTokens();
    if (!m_style) {
        m_style = new HouseStyle;
        QApplication::setStyle(m_style);
    }
    m_style->iconSize = lineIconSize * m_textSize / 100;
    m_style->moves = m_mayMove && m_systemMoves;
    QFont font = m_systemFont;
    font.setPointSizeF(m_systemFont.pointSizeF() * m_textSize / 100.0);
    QApplication::setPalette(paletteOf(tokens));
    QApplication::setFont(font);
    qApp->setStyleSheet(filledStyleSheet(
        tokens, font.pointSizeF(), 2 * headingArrowGap + headingArrow * m_textSize / 100));
}

QIcon lineIcon(const char* name)
{
    return QIcon(new LineIconEngine(QLatin1String(name)));
}

QIcon lineIcon(const char* name, Tone tone)
{
    return QIcon(new LineIconEngine(QLatin1String(name), tone));
}

} // namespace jetbridge::ui
