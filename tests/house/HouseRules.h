// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// The rules of the house that a compiler cannot check. Each function checks one file and returns
/// what violates its rule, and where.
namespace house {

/// One file of the project; `path` is relative to its root ("app/domain/Secret.h").
struct SourceFile {
    QString path;
    QByteArray content;
};

/// A violation of a rule; its text has the format of compilers: "app/flows/X.cpp:12: flows may not
/// include console".
struct Violation {
    QString path;
    int line = 1;
    QString message;
    QString text() const { return QStringLiteral("%1:%2: %3").arg(path).arg(line).arg(message); }
};

/// Checks which rooms a file may know, and which Qt modules its room may use.
QList<Violation> checkIncludes(const SourceFile& file);
/// Checks that in ui/ no screen's folder knows another screen's folder, and that shared folders
/// know no screen.
QList<Violation> checkScreens(const SourceFile& file);
/// Checks that a failure's code is not a sentence; codes are for programs.
QList<Violation> checkFailureCodes(const SourceFile& file);
/// A message's code is one of the table in app/domain/Message.cpp, and no sentence.
QList<Violation> checkMessageCodes(const SourceFile& file);
/// No widget has a member coroutine: it may be gone before the coroutine goes on.
QList<Violation> checkMemberCoroutines(const SourceFile& file);
/// Checks that the first line (after a shebang or a document type) names the licence.
QList<Violation> checkLicence(const SourceFile& file);
/// Checks that in a header, a `///` line explains every type that is not inside another one.
QList<Violation> checkPublicTypes(const SourceFile& file);
/// Checks that nothing weakens sandbox, TLS or keychain, and that no event loop is nested.
QList<Violation> checkForbiddenWords(const SourceFile& file);

/// The console stays split by topic: none of its files is long, and nothing but the window and the
/// command line's start knows all of it.
QList<Violation> checkConsole(const SourceFile& file);

/// In app/, no page and no style sheet is built from strings.
QList<Violation> checkPages(const SourceFile& file);

/// Checks that in ui/ texts for people go through tr(), because the window supports several
/// languages. Texts that are English on purpose are in a function (or table) below a comment that
/// starts with "// English" and gives the reason.
QList<Violation> checkShownText(const SourceFile& file);

/// Checks every rule that applies to the file's path.
QList<Violation> check(const SourceFile& file);

} // namespace house
