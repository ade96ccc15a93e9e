// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// The rules of the house that a compiler does not see. Each reads one file and says what breaks a
/// rule, and where.
namespace house {

/// One file of the project; `path` is relative to its root ("app/domain/Secret.h").
struct SourceFile {
    QString path;
    QByteArray content;
};

/// A broken rule, as compilers write it: "app/flows/X.cpp:12: flows may not include console".
struct Violation {
    QString path;
    int line = 1;
    QString message;
    QString text() const { return QStringLiteral("%1:%2: %3").arg(path).arg(line).arg(message); }
};

/// Which room may know which, and which Qt module belongs where.
QList<Violation> checkIncludes(const SourceFile& file);
/// In ui/, no screen's folder knows another screen's, and what all share knows no screen.
QList<Violation> checkScreens(const SourceFile& file);
/// A failure's code is for programs: no sentence stands in its place.
QList<Violation> checkFailureCodes(const SourceFile& file);
/// A message's code is one of the table in app/domain/Message.cpp, and no sentence.
QList<Violation> checkMessageCodes(const SourceFile& file);
/// No widget has a member coroutine: it may be gone before the coroutine goes on.
QList<Violation> checkMemberCoroutines(const SourceFile& file);
/// The first line (after a shebang or a document type) names the licence.
QList<Violation> checkLicence(const SourceFile& file);
/// In a header, every type outside of another one says by `///` what it is for.
QList<Violation> checkPublicTypes(const SourceFile& file);
/// Nothing weakens sandbox, TLS or keychain, and no event loop is nested.
QList<Violation> checkForbiddenWords(const SourceFile& file);

/// The console stays split by topic: none of its files is long, and nothing but the window and the
/// command line's start knows all of it.
QList<Violation> checkConsole(const SourceFile& file);

/// In app/, no page and no style sheet is built from strings.
QList<Violation> checkPages(const SourceFile& file);

/// In ui/, words that people read go through tr(): the window speaks several languages. What is
/// English on purpose stands in a function (or table) below "// English ...", the reason.
QList<Violation> checkShownText(const SourceFile& file);

/// Every rule that applies to this path.
QList<Violation> check(const SourceFile& file);

} // namespace house
