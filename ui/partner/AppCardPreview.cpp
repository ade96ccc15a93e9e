// SPDX-License-Identifier: GPL-3.0-or-later
#include "partner/AppCardPreview.h"

#include "parts/Parts.h"
#include "parts/Tokens.h"

#include <QBoxLayout>
#include <QImage>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int logoSize = 48;

QString firstLetter(const QString& name)
{
    return QString::fromStdU32String(name.toStdU32String().substr(0, 1)).toUpper();
}

QPixmap monogram(const QString& name, const QPalette& palette, qreal ratio)
{
    QPixmap pixmap(QSize(logoSize, logoSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& tokens = tokensOf(palette);
    painter.setBrush(tokens.infoBack);
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(QRectF(0, 0, logoSize, logoSize), 6, 6);
    QFont font;
    font.setPixelSize(24);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(tokens.accent);
    painter.drawText(QRect(0, 0, logoSize, logoSize), Qt::AlignCenter,
        name.isEmpty() ? u"?"_s : firstLetter(name));
    return pixmap;
}

} // namespace

QImage imageOf(const QUrl& dataUrl)
{
    if (dataUrl.scheme() != "data"_L1)
        return {};
    const QByteArray text = dataUrl.path(QUrl::FullyEncoded).toLatin1();
    const qsizetype comma = text.indexOf(',');
    if (comma < 0)
        return {};
    const QByteArray bytes = text.left(comma).endsWith(";base64")
        ? QByteArray::fromBase64(QByteArray::fromPercentEncoding(text.mid(comma + 1)))
        : QByteArray::fromPercentEncoding(text.mid(comma + 1));
    return QImage::fromData(bytes);
}

AppCardPreview::AppCardPreview(QWidget* parent)
    : QFrame(parent)
    , m_logo(new QLabel)
    , m_name(parts::section(this, "previewName"_L1))
    , m_description(parts::text(this, "previewDescription"_L1))
    , m_visibility(parts::caption(this, "previewVisibility"_L1))
{
    setObjectName(u"appCardPreview"_s);
    setProperty("card", true);
    m_logo->setObjectName(u"previewLogo"_s);
    m_logo->setFixedSize(logoSize, logoSize);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_name);
    words->addWidget(m_description);
    words->addWidget(m_visibility);
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(
        spacing::between, spacing::between, spacing::between, spacing::between);
    across->setSpacing(spacing::between);
    across->addWidget(m_logo, 0, Qt::AlignTop);
    across->addLayout(words, 1);
}

void AppCardPreview::show(const Application& application)
{
    m_name->setText(application.name.isEmpty() ? tr("Your application") : application.name);
    m_description->setText(application.description);
    m_description->setVisible(!application.description.isEmpty());
    m_visibility->setText(application.visibility == Visibility::AllCustomers
            ? tr("Every customer of SmartRecruiters sees this card.")
            : tr("Only the customers that you name to SmartRecruiters see this card."));
    const QImage image = imageOf(application.logo);
    const qreal ratio = devicePixelRatioF();
    if (image.isNull()) {
        m_logo->setPixmap(monogram(application.name, palette(), ratio));
    } else {
        QPixmap pixmap = QPixmap::fromImage(image.scaled(
            QSize(logoSize, logoSize) * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        pixmap.setDevicePixelRatio(ratio);
        m_logo->setPixmap(pixmap);
    }
    m_logo->setToolTip(application.logo.scheme() == "https"_L1
            ? tr("SmartRecruiters fetches the picture from its address; it is not fetched here.")
            : QString());
    setAccessibleName(tr("Preview: %1").arg(m_name->text()));
}

} // namespace jetbridge::ui
