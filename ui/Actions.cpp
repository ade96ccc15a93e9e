// SPDX-License-Identifier: GPL-3.0-or-later
#include "Actions.h"

#include "AboutBox.h"
#include "HelpWindow.h"
#include "ShortcutsSheet.h"
#include "parts/Theme.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

Actions::Actions(QMainWindow& window)
    : QObject(&window)
    , m_window(window)
{
}

void Actions::add(const QKeySequence& keys, const QString& text, std::function<void()> act)
{
    tell(keys, text);
    connect(new QShortcut(keys, &m_window), &QShortcut::activated, this, std::move(act));
}

void Actions::tell(const QKeySequence& keys, const QString& text)
{
    m_keys.append({keys, text});
}

QWidget* Actions::menuButton(const QList<QAction*>& first, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(u"mainMenu"_s);
    button->setIcon(lineIcon("menu"));
    button->setToolTip(tr("Menu"));
    button->setAccessibleName(tr("Menu"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(button);
    menu->setObjectName(u"mainMenuEntries"_s);
    for (QAction* entry : first) {
        menu->addAction(entry);
        m_window.addAction(entry); // the shortcut works while the menu is closed
        tell(entry->shortcut(), entry->text());
    }
    menu->addAction(tr("Keyboard"), this, &Actions::showSheet);
    menu->addAction(tr("How Jetbridge works"), this, &Actions::showHelp);
    menu->addAction(tr("About Jetbridge"), this, &Actions::showAbout);
    menu->addSeparator();
    menu->addAction(tr("Quit"), &m_window, &QWidget::close);
    button->setMenu(menu);
    return button;
}

void Actions::showSheet()
{
    auto* sheet = new ShortcutsSheet(m_keys, &m_window);
    connect(sheet, &ShortcutsSheet::helpWanted, this, &Actions::showHelp);
    sheet->open();
}

void Actions::showHelp()
{
    auto* help = new HelpWindow(&m_window);
    help->setAttribute(Qt::WA_DeleteOnClose);
    help->show();
}

void Actions::showAbout()
{
    (new AboutBox(&m_window))->open();
}

} // namespace jetbridge::ui
