// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the manual pages of jetbridge-cli into a folder; it is part of the build and not
// installed.
#include "cli/Manual.h"

#include <QDir>
#include <QFile>

int main(int argc, char** argv)
{
    if (argc != 2) {
        qCritical("Usage: jetbridge-manual FOLDER");
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    for (const jetbridge::cli::ManualPage& page : jetbridge::cli::manualPages()) {
        QFile file(folder.filePath(page.name + QStringLiteral(".1")));
        if (!file.open(QIODevice::WriteOnly) || file.write(page.text) != page.text.size()
            || !file.flush()) {
            qCritical("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
            return 1;
        }
    }
    return 0;
}
