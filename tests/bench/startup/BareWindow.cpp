// SPDX-License-Identifier: GPL-3.0-or-later
//
// A minimal Qt window with a table that can show a web view later: the lower limit of the start-up
// time.

#include <QApplication>
#include <QMainWindow>
#include <QStandardItemModel>
#include <QTableView>
#include <QWebEngineView>

int main(int argc, char** argv)
{
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication app(argc, argv);
    // The name makes the linker keep the library; no view is created.
    app.setProperty("browser", QString::fromLatin1(QWebEngineView::staticMetaObject.className()));
    QStandardItemModel model(20, 5);
    QMainWindow window;
    auto* table = new QTableView;
    table->setModel(&model);
    window.setCentralWidget(table);
    window.resize(1200, 760);
    window.show();
    return QApplication::exec();
}
