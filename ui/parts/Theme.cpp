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

using namespace Qt::StringLiterals;

// The macro must be outside of every namespace. The linker includes the resources of a static
// library only if something names them.
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

constexpr int headingArrow = 12; ///< Side length of the arrow in pixels, at a text size of 100 %.
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

/// Fills in the style sheet. `arrow` is the space behind the text of a heading for the sort arrow,
/// in pixels.
QString filledStyleSheet(const Tokens& tokens, double points, int arrow)
{
    QString sheet = resource(u":/styles/jetbridge.qss"_s);
    const std::pair<const char*, QColor> colors[] = {{"canvas", tokens.canvas},
        {"surface", tokens.surface}, {"hairline", tokens.hairline}, {"border", tokens.border},
        {"text", tokens.text}, {"muted", tokens.muted}, {"accent", tokens.accent},
        {"onAccent", tokens.onAccent}, {"ok", tokens.ok}, {"warn", tokens.warn},
        {"bad", tokens.bad}, {"okBack", tokens.okBack}, {"warnBack", tokens.warnBack},
        {"badBack", tokens.badBack}, {"infoBack", tokens.infoBack}};
    for (const auto& [name, color] : colors)
        sheet.replace(QLatin1Char('{') + QLatin1String(name) + QLatin1Char('}'), color.name());
    sheet.replace("{scheme}"_L1, &tokens == &darkTokens() ? "dark"_L1 : "light"_L1);
    const std::pair<const char*, double> sizes[] = {
        {"caption", 0.85}, {"base", 1.0}, {"section", 1.25}, {"title", 1.6}, {"code", 1.9}};
    for (const auto& [name, factor] : sizes)
        sheet.replace(QLatin1Char('{') + QLatin1String(name) + QLatin1Char('}'),
            QString::number(points * factor, 'f', 1) + "pt"_L1);
    sheet.replace("{headingArrow}"_L1, QString::number(arrow) + "px"_L1);
    return sheet;
}

/// Draws an SVG whose strokes are "currentColor" in a colour of the application's palette.
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
    /// Returns the icon, drawn only once for each size and colour, because a table uses the same
    /// few icons in every row.
    QPixmap drawn(const QSize& size, QIcon::Mode mode, QIcon::State state) const
    {
        const QPalette palette = QApplication::palette();
        const Tokens& tokens = tokensOf(palette);
        QColor color = m_tone    ? colorOf(*m_tone, tokens)
            : state == QIcon::On ? tokens.accent
                                 : tokens.text;
        if (mode == QIcon::Disabled)
            color = tokens.border;
        const QString key = u"jetbridge/%1 %2 %3x%4"_s.arg(m_name, color.name())
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QString svg = resource(u":/icons/%1.svg"_s.arg(m_name));
        svg.replace("currentColor"_L1, color.name());
        QSvgRenderer renderer(svg.toUtf8());
        renderer.setAspectRatioMode(Qt::KeepAspectRatio); // a wider rectangle does not make the
                                                          // icon wider
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

/// Fusion style with icons that grow with the text, and without animations if the person does not
/// want them.
class HouseStyle : public QProxyStyle {
public:
    HouseStyle()
        : QProxyStyle(u"Fusion"_s)
    {
    }

    int iconSize = lineIconSize;
    bool moves = true;

    int pixelMetric(
        PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override
    {
        switch (metric) {
        case PM_SmallIconSize:
            // A field is not higher than a button.
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
        // The arrow stands behind the text, in the padding that the style sheet gives a heading. An
        // arrow of the style sheet itself would reduce the width for the text of every heading.
        const auto* heading = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (element != SE_HeaderArrow || !heading || !widget)
            return QProxyStyle::subElementRect(element, option, widget);
        // Qt 6.8 calls this function to find the place of a sorted heading's text.
        QStyleOptionHeader unsorted(*heading);
        unsorted.sortIndicator = QStyleOptionHeader::None;
        const QRect letters = widget->style()->subElementRect(SE_HeaderLabel, &unsorted, widget);
        const int length =
            std::min(letters.width(), widget->fontMetrics().horizontalAdvance(heading->text));
        const int side = headingArrow * iconSize / lineIconSize;
        // The width is 0, because Qt 6.8 would subtract it from the text; the arrow is as wide as
        // it is high.
        return {
            letters.x() + length + headingArrowGap, option->rect.center().y() - side / 2, 0, side};
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override
    {
        const auto* heading = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (element != PE_IndicatorHeaderArrow || !heading)
            return QProxyStyle::drawPrimitive(element, option, painter, widget);
        // In Qt, an arrow up means descending order.
        QIcon(heading->sortIndicator == QStyleOptionHeader::SortUp
                ? u":/icons/chevron-muted.svg"_s
                : u":/icons/chevron-up-muted.svg"_s)
            .paint(painter,
                QRect(option->rect.topLeft(), QSize(option->rect.height(), option->rect.height())));
    }

    /// Returns our own icon, where Qt would search the system's icon themes.
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
            return 0; // the text says the same
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
};

Theme::Theme(QSettings& settings)
    : m_settings(settings)
    , m_systemFont(QApplication::font())
    , m_systemIsDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
{
    loadResources();
    m_scheme = Scheme(std::clamp(settings.value(u"look/scheme"_s).toInt(), 0, 2));
    m_textSize = std::clamp(
        settings.value(u"look/textSize"_s, smallestText).toInt(), smallestText, largestText);
    m_mayMove = settings.value(u"look/motion"_s, true).toBool();
    apply();
    askSystem();
}

void Theme::setScheme(Scheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    m_settings.setValue(u"look/scheme"_s, int(scheme));
    apply();
}

void Theme::setTextSize(int percent)
{
    percent = std::clamp(percent, smallestText, largestText);
    if (percent == m_textSize)
        return;
    m_textSize = percent;
    m_settings.setValue(u"look/textSize"_s, percent);
    apply();
}

void Theme::setMayMove(bool mayMove)
{
    if (mayMove == m_mayMove)
        return;
    m_mayMove = mayMove;
    m_settings.setValue(u"look/motion"_s, mayMove);
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
    // The types of a slot's parameters are looked up by name, and this one may not be registered
    // yet.
    qRegisterMetaType<QDBusVariant>();
    bus.connect(QLatin1String(portalService), QLatin1String(portalPath),
        QLatin1String(portalInterface), u"SettingChanged"_s, this,
        SLOT(takeSystemSetting(QString, QString, QDBusVariant)));
    ask(QLatin1String(appearanceGroup), QLatin1String(colorSchemeKey));
    ask(QLatin1String(interfaceGroup), QLatin1String(animationsKey));
}

void Theme::ask(const QString& group, const QString& key)
{
    auto question = QDBusMessage::createMethodCall(QLatin1String(portalService),
        QLatin1String(portalPath), QLatin1String(portalInterface), u"Read"_s);
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
