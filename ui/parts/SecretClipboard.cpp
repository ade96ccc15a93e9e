// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/SecretClipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QCryptographicHash>
#include <QMimeData>
#include <QPointer>
#include <QSet>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

const QString hint = u"x-kde-passwordManagerHint"_s;
constexpr auto keptFor = std::chrono::seconds(30);

QByteArray hashOf(QClipboard::Mode mode)
{
    return QCryptographicHash::hash(
        QGuiApplication::clipboard()->text(mode).toUtf8(), QCryptographicHash::Sha256);
}

/// Keeps track of which clipboard content is ours. The widgets that showed the secrets may be
/// destroyed before it is cleared.
class Keeper : public QObject {
public:
    static Keeper& instance()
    {
        static QPointer<Keeper> keeper;
        if (!keeper)
            keeper = new Keeper;
        return *keeper;
    }

    void copy(const QString& secret, QClipboard::Mode mode)
    {
        auto* content = new QMimeData;
        content->setText(secret);
        content->setData(hint, "secret");
        m_copied.insert(QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256));
        QGuiApplication::clipboard()->setMimeData(content, mode);
        m_soon.start(keptFor); // the time counts from the latest copy
    }
    void watch(const QByteArray& hash) { m_shown.insert(hash); }

private:
    Keeper()
        : QObject(qApp)
    {
        m_soon.setObjectName(u"clearClipboardSoon"_s);
        m_soon.setParent(this);
        m_soon.setSingleShot(true);
        connect(&m_soon, &QTimer::timeout, this, &Keeper::clear);
        connect(qApp, &QCoreApplication::aboutToQuit, this, &Keeper::clear);
        connect(qApp, &QGuiApplication::commitDataRequest, this, &Keeper::clear);
        connect(QGuiApplication::clipboard(), &QClipboard::changed, this, &Keeper::look);
    }

    /// Reacts when somebody has selected or copied a shown secret by mouse or keyboard.
    void look(QClipboard::Mode mode)
    {
        const auto* clipboard = QGuiApplication::clipboard();
        const bool isOurs = mode == QClipboard::Clipboard ? clipboard->ownsClipboard()
            : mode == QClipboard::Selection               ? clipboard->ownsSelection()
                                                          : false;
        if (!isOurs || m_shown.isEmpty())
            return;
        const QMimeData* content = clipboard->mimeData(mode);
        if (content && !content->hasFormat(hint) && m_shown.contains(hashOf(mode)))
            QTimer::singleShot(
                0, this, [this, mode, text = clipboard->text(mode)] { copy(text, mode); });
    }

    void clear()
    {
        m_soon.stop();
        if (m_copied.isEmpty())
            return; // nobody else's clipboard is read without a reason
        QClipboard* clipboard = QGuiApplication::clipboard();
        for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection})
            if ((mode == QClipboard::Clipboard || clipboard->supportsSelection())
                && m_copied.contains(hashOf(mode)))
                clipboard->clear(mode);
        m_copied.clear();
    }

    QTimer m_soon;
    QSet<QByteArray> m_copied; ///< SHA-256 of the secrets that were copied since the clipboard was
                               ///< last cleared.
    QSet<QByteArray> m_shown; ///< SHA-256 of the secrets that were ever shown.
};

} // namespace

void copyForAWhile(const Secret& secret)
{
    Keeper::instance().copy(secret.revealText(), QClipboard::Clipboard);
}

void watchCopiesOf(const Secret& shown)
{
    Keeper::instance().watch(shown.sha256());
}

} // namespace jetbridge::ui
