// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/HouseRules.h"

#include "domain/Message.h"
#include "house/Literals.h"

#include <QFileInfo>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <functional>

using namespace Qt::StringLiterals;

namespace house {

namespace {

const QString ui = u"ui"_s;

/// Returns which rooms each room may know besides itself. All of ui/ counts as the room "ui".
const QHash<QString, QStringList>& mayKnow()
{
    static const QHash<QString, QStringList> table = [] {
        const auto rooms = [](const char* names) {
            return QString::fromLatin1(names).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        return QHash<QString, QStringList>{
            {u"domain"_s, {}},
            {u"async"_s, {}},
            {u"ports"_s, rooms("async domain")},
            {u"flows"_s, rooms("ports async domain")},
            {u"http"_s, rooms("ports async domain")},
            {u"files"_s, rooms("domain")},
            {u"process"_s, rooms("async domain")},
            {u"sql"_s, rooms("domain")},
            {u"web"_s, rooms("async domain")},
            {u"oauth"_s, rooms("web ports domain")},
            {u"endpoints"_s, rooms("oauth web http ports async domain")},
            {u"simulator"_s, rooms("oauth web http sql files ports async domain")},
            {u"smartrecruiters"_s, rooms("http ports async domain")},
            {u"authorization"_s, rooms("http ports async domain")},
            {u"delivery"_s, rooms("http process files ports async domain")},
            {u"storage"_s, rooms("sql process files ports async domain")},
            {u"traffic"_s, rooms("ports async domain")},
            {u"conformance"_s, rooms("http ports async domain")},
            {u"console"_s,
                rooms("flows endpoints simulator smartrecruiters authorization delivery storage "
                      "traffic conformance oauth web http sql process files ports async domain")},
            {u"cli"_s, rooms("console flows ports async domain")},
            {ui, rooms("console flows ports async domain")},
        };
    }();
    return table;
}

/// Tells whether a room has no I/O of its own: such rooms may use only the core of Qt.
bool isPure(const QString& room)
{
    static const QStringList pure{u"domain"_s, u"async"_s, u"ports"_s, u"flows"_s};
    return pure.contains(room);
}

/// Returns the module of one of Qt's installed headers: "QtNetwork" for "QNetworkReply"; empty for
/// other headers.
QString qtModuleOf(const QString& header)
{
    const int slash = int(header.indexOf(QLatin1Char('/')));
    if (slash > 0)
        return header.startsWith("Qt"_L1) ? header.left(slash) : QString();
    // Some names also exist as forwarding headers in another module: the lower module counts.
    for (const char* module :
        {"QtCore", "QtGui", "QtNetwork", "QtSql", "QtHttpServer", "QtSvg", "QtWidgets",
            "QtSvgWidgets", "QtWebEngineCore", "QtWebEngineWidgets", "QtWebEngineQuick"}) {
        const QString candidate = QString::fromLatin1(module);
        const QString path = QLibraryInfo::path(QLibraryInfo::HeadersPath) + QLatin1Char('/')
            + candidate + QLatin1Char('/') + header;
        if (header == candidate || QFileInfo(path).isFile())
            return candidate;
    }
    return {};
}

/// Returns the room of a path: "domain" for app/domain/..., "ui" for ui/...
QString roomOf(const QString& path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    return parts.first() == ui ? ui : parts.size() > 2 ? parts.at(1) : QString();
}

void forEachLine(
    const QByteArray& content, const std::function<void(int number, const QString& line)>& visit)
{
    const QStringList lines = QString::fromUtf8(content).split(QLatin1Char('\n'));
    for (int i = 0; i < lines.size(); ++i)
        visit(i + 1, lines.at(i));
}

/// Returns the lines from "// English ..." to the end of the function or table below it: a brace in
/// the first column.
QSet<int> linesOnPurposeEnglish(const QByteArray& content)
{
    QSet<int> lines;
    bool isEnglish = false;
    forEachLine(content, [&](int number, const QString& line) {
        isEnglish =
            line.startsWith("// English"_L1) || (isEnglish && !line.startsWith(QLatin1Char('}')));
        if (isEnglish)
            lines.insert(number);
    });
    return lines;
}

QString checkRoomInclude(const QString& room, const QString& header)
{
    const int slash = int(header.indexOf(QLatin1Char('/')));
    if (slash < 0)
        return room == ui || header.endsWith(".moc"_L1) ? QString()
                                                        : u"write the room of \"%1\""_s.arg(header);
    const QString other = header.left(slash);
    const bool isRoomOfApp = mayKnow().contains(other) && other != ui;
    if (room == ui && !isRoomOfApp)
        return {};
    // traffic/ is also the folder of a screen in ui/: whether the file exists tells which of the
    // two is meant.
    if (room == ui && QFileInfo::exists(QStringLiteral(JETBRIDGE_HOUSE "/ui/") + header))
        return {};
    if (other == room || mayKnow().value(room).contains(other))
        return {};
    return u"%1 may not include %2"_s.arg(room, other);
}

QString checkQtInclude(const SourceFile& file, const QString& room, const QString& header)
{
    const QString module = qtModuleOf(header);
    const bool isWebEngine = module.startsWith("QtWebEngine"_L1);
    const bool isWidgets = module.endsWith("Widgets"_L1);
    if (isWebEngine && !file.path.startsWith("ui/browser/engine/"_L1))
        return u"only ui/browser/engine may include WebEngine (%1)"_s.arg(header);
    if (isWidgets && room != ui)
        return u"app/ may not include Widgets (%1)"_s.arg(header);
    if (isPure(room) && !module.isEmpty() && module != "QtCore"_L1)
        return u"%1 may include nothing of Qt but QtCore (%2 is %3)"_s.arg(room, header, module);
    return {};
}

} // namespace

QList<Violation> checkIncludes(const SourceFile& file)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s);
    const QString room = roomOf(file.path);
    QList<Violation> violations;
    if (!room.isEmpty() && !mayKnow().contains(room)) {
        violations.append({file.path, 1, u"%1 is no room of the house"_s.arg(room)});
        return violations;
    }
    forEachLine(file.content, [&](int number, const QString& line) {
        const auto match = include.match(line);
        if (!match.hasMatch())
            return;
        const QString header = match.captured(2);
        QString message = match.captured(1) == "<"_L1 || room.isEmpty()
            ? checkQtInclude(file, room, header)
            : checkRoomInclude(room, header);
        if (!message.isEmpty())
            violations.append({file.path, number, message});
    });
    return violations;
}

QList<Violation> checkScreens(const SourceFile& file)
{
    // Folders that every screen may know, each with the folders that it may know itself.
    static const QHash<QString, QStringList> shared{
        {u"parts"_s, {}}, {u"browser"_s, {u"parts"_s}}, {u"journal"_s, {u"parts"_s, u"browser"_s}}};
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s);
    const QStringList path = file.path.split(QLatin1Char('/'));
    if (path.first() != ui || path.size() < 3)
        return {}; // The frame knows all screens.
    const QString& folder = path.at(1);
    QList<Violation> violations;
    forEachLine(file.content, [&](int number, const QString& line) {
        const QString header = include.match(line).captured(1);
        const QString other = header.section(QLatin1Char('/'), 0, 0);
        if (header.isEmpty() || other == folder
            || !QFileInfo::exists(QStringLiteral(JETBRIDGE_HOUSE "/ui/") + header))
            return;
        const bool isFrame = other == header;
        const bool mayKnow =
            shared.contains(folder) ? shared.value(folder).contains(other) : shared.contains(other);
        if (isFrame || !mayKnow)
            violations.append({file.path, number,
                u"ui/%1 may not include %2: shared widgets belong into ui/parts"_s.arg(
                    folder, isFrame ? u"the frame"_s : other)});
    });
    return violations;
}

QList<Violation> checkFailureCodes(const SourceFile& file)
{
    const QString literal = u"u?\"([^\"]* [^\"]*)\"(?:_s|_L1)"_s;
    static const QRegularExpression codes[]{// failed(kind, sentence, status, code)
        QRegularExpression(
            u"\\bfailed\\(\\s*FailureKind::\\w+,[^;]*?,\\s*[\\w.>-]+,\\s*"_s + literal + u"\\)"_s),
        // Failure{kind, status, code, ...}
        QRegularExpression(
            u"\\bFailure\\s*\\{\\s*FailureKind::\\w+,\\s*[\\w.>-]+,\\s*"_s + literal),
        QRegularExpression(u"\\bcode\\s*=\\s*"_s + literal)};
    const QString content = QString::fromUtf8(file.content);
    QList<Violation> violations;
    for (const QRegularExpression& code : codes)
        for (auto all = code.globalMatch(content); all.hasNext();) {
            const auto match = all.next();
            violations.append(
                {file.path, int(QStringView(content).first(match.capturedStart()).count(u'\n')) + 1,
                    u"\"%1\" is a sentence, and no code of a failure"_s.arg(match.captured(1))});
        }
    return violations;
}

QList<Violation> checkMessageCodes(const SourceFile& file)
{
    static const QRegularExpression code(u"\\bMessage::of\\(\\s*\"([^\"]*)\""_s);
    const QString content = QString::fromUtf8(file.content);
    QList<Violation> violations;
    for (auto all = code.globalMatch(content); all.hasNext();) {
        const auto match = all.next();
        if (!jetbridge::sentenceOf(match.captured(1)))
            violations.append(
                {file.path, int(QStringView(content).first(match.capturedStart()).count(u'\n')) + 1,
                    u"\"%1\" is no code of the table in app/domain/Message.cpp"_s.arg(
                        match.captured(1))});
    }
    return violations;
}

QList<Violation> checkMemberCoroutines(const SourceFile& file)
{
    static const QRegularExpression member(u"^Task<.*>\\s+(\\w+::\\w+)\\("_s);
    static const QRegularExpression suspends(u"\\bco_(?:await|return|yield)\\b"_s);
    static const QRegularExpression lambda(u"\\[[^\\]]*\\bthis\\b[^\\]]*\\][^{;]*->\\s*Task<"_s);
    QList<Violation> violations;
    QString name;
    int start = 0;
    forEachLine(file.content, [&](int number, const QString& line) {
        if (const auto match = member.match(line); match.hasMatch()) {
            name = match.captured(1);
            start = number;
        }
        if (!name.isEmpty() && suspends.match(line).hasMatch()) {
            violations.append({file.path, start,
                u"%1 is a member coroutine: let a free one take what it needs"_s.arg(name)});
            name.clear();
        }
        if (line.startsWith(QLatin1Char('}')))
            name.clear();
        if (lambda.match(line).hasMatch())
            violations.append({file.path, number,
                u"a lambda that captures this is a member coroutine: let a free one "
                "take what it needs"_s});
    });
    return violations;
}

QList<Violation> checkLicence(const SourceFile& file)
{
    static const QByteArray licence = "SPDX-License-Identifier: GPL-3.0-or-later";
    QList<QByteArray> lines = file.content.left(400).split('\n');
    if (lines.first().startsWith("#!") || lines.first().startsWith("<!")
        || lines.first().startsWith("<?"))
        if (!lines.first().contains(licence))
            lines.removeFirst();
    if (!lines.isEmpty() && lines.first().contains(licence))
        return {};
    return {{file.path, 1, u"the first line must be: "_s + QString::fromLatin1(licence)}};
}

QList<Violation> checkPublicTypes(const SourceFile& file)
{
    // Types of the namespace start in the first column; types inside another type are indented.
    static const QRegularExpression type(
        u"^(?:class|struct|enum(?: class)?)\\s+(\\w+)|^using\\s+(\\w+)\\s*="_s);
    QList<Violation> violations;
    QString before;
    forEachLine(file.content, [&](int number, const QString& line) {
        const auto match = type.match(line);
        const bool isDeclaredOnly = line.endsWith(QLatin1Char(';'))
            && !line.contains(QLatin1Char('{')) && !line.startsWith("using"_L1);
        if (match.hasMatch() && !isDeclaredOnly && !before.startsWith("///"_L1)
            && !line.contains("///<"_L1))
            violations.append({file.path, number,
                u"%1 needs a /// line that says what it is for"_s.arg(
                    match.captured(1).isEmpty() ? match.captured(2) : match.captured(1))});
        // The line of a template is between the comment and the type.
        if (!line.startsWith("template"_L1))
            before = line;
    });
    return violations;
}

QList<Violation> checkForbiddenWords(const SourceFile& file)
{
    static const QHash<QString, QString> words{
        {u"QTWEBENGINE_DISABLE_SANDBOX"_s, u"the program never weakens the sandbox"_s},
        {u"ignoreSslErrors"_s, u"a bad certificate is always refused"_s},
        {u"setInsecureFallback"_s, u"secrets are kept in the keychain or not at all"_s},
        {u"QSaveFile"_s, u"files/WholeFile saves files: it asks whether the disk took them"_s},
        {u"QEventLoop"_s, u"no nested event loop: co_await instead"_s},
        {u"QNetworkAccessManager"_s,
            u"http/Client sends requests: it knows TLS, authorities and proxies"_s},
        {u"QStringLiteral(\""_s, u"write u\"...\"_s"_s},
        {u"QLatin1String(\""_s, u"write \"...\"_L1"_s},
        {u"Qt::UTC"_s, u"newer Qt deprecates it: domain/Utc.h"_s},
    };
    static const QRegularExpression thrown(u"\\bthrow\\b"_s);
    // Places where a word is allowed that is forbidden elsewhere.
    const auto isAt = [&file](const char* folder) {
        return file.path.startsWith(QLatin1String(folder));
    };
    QList<Violation> violations;
    forEachLine(file.content, [&](int number, const QString& line) {
        QString code = line.section("//"_L1, 0, 0);
        // Switching it off by name is intended.
        code.remove("setInsecureFallback(false)"_L1);
        code.remove("utc = Qt::UTC"_L1);
        // A header has no using directive.
        if (file.path.endsWith(".h"_L1))
            code.remove(u"QStringLiteral(\""_s).remove(u"QLatin1String(\""_s);
        if (isAt("app/http/"))
            code.remove("QNetworkAccessManager"_L1);
        // WebEngine needs synchronous answers to a page's questions.
        if (isAt("ui/browser/engine/PageAsker."))
            code.remove("QEventLoop"_L1);
        if (isAt("app/") && thrown.match(code).hasMatch())
            violations.append({file.path, number,
                u"throw: a failure is a value, and a wait ends with its async::Scope"_s});
        for (auto word = words.begin(); word != words.end(); ++word)
            if (code.contains(word.key()))
                violations.append({file.path, number, word.key() + ": "_L1 + word.value()});
    });
    return violations;
}

QList<Violation> checkAwaits(const SourceFile& file)
{
    static const QRegularExpression bound(
        u"\\bauto\\s*&{0,2}\\s*\\[[^\\]]*\\]\\s*=\\s*co_await\\b"_s);
    const QString content = QString::fromUtf8(file.content);
    QList<Violation> violations;
    for (auto all = bound.globalMatch(content); all.hasNext();) {
        const qsizetype start = all.next().capturedStart();
        violations.append({file.path, int(QStringView(content).first(start).count(u'\n')) + 1,
            u"no structured binding of a co_await: some GCC lose its destructor"_s});
    }
    return violations;
}

QList<Violation> checkPages(const SourceFile& file)
{
    // These files are saved by people, and one of them is written exchange by exchange; they are
    // not pages of a server.
    static const QStringList saved{u"app/traffic/HtmlExport.cpp"_s,
        u"app/conformance/HtmlDocument.cpp"_s, u"app/flows/RegisterApplication.cpp"_s};
    static const QRegularExpression markup(
        u"<!DOCTYPE|</?(html|head|body|main|div|span|p|h[1-6]|ul|ol|li|table|tr|td|a|form|style)"
        "[ >]"_s);
    static const QRegularExpression style(u"[a-z-]+\\s*:\\s*[^;{}]+;[^{}]*\\}"_s);
    QList<Violation> violations;
    if (saved.contains(file.path))
        return violations;
    for (const Literal& literal : literalsOf(file.content))
        if (markup.match(literal.text).hasMatch() || style.match(literal.text).hasMatch())
            violations.append({file.path, literal.line,
                u"a page or style sheet is a template in resources/, no string"_s});
    return violations;
}

QList<Violation> checkConsole(const SourceFile& file)
{
    constexpr int mostLines = 400;
    static const QStringList mayKnowAll{u"app/console/Console.cpp"_s, u"app/cli/CommandLine.h"_s,
        u"app/cli/Invocation.h"_s, u"ui/main.cpp"_s, u"ui/MainWindow.cpp"_s};
    static const QRegularExpression whole(u"^\\s*#\\s*include\\s*\"console/Console\\.h\""_s);
    QList<Violation> violations;
    const qsizetype lines = file.content.count('\n');
    if (file.path.startsWith("app/console/"_L1) && lines > mostLines)
        violations.append({file.path, mostLines + 1,
            u"%1 lines, %2 at most: split it by topic"_s.arg(lines).arg(mostLines)});
    forEachLine(file.content, [&](int number, const QString& line) {
        if (whole.match(line).hasMatch() && !mayKnowAll.contains(file.path))
            violations.append({file.path, number,
                u"take the topics that are used (console/Customers.h ...) instead of "
                "the whole Console"_s});
    });
    return violations;
}

QList<Violation> checkShownText(const SourceFile& file)
{
    const auto names = [](const char* all) {
        const QStringList list = QString::fromLatin1(all).split(QLatin1Char(' '));
        return QSet<QString>(list.begin(), list.end());
    };
    static const QSet<QString> translating = names("tr translate QT_TR_NOOP QT_TRANSLATE_NOOP");
    // Logs are for engineers; style sheets and patterns are for programs.
    static const QSet<QString> unseen =
        names("qDebug qInfo qWarning qCritical qFatal setStyleSheet "
              "QRegularExpression static_assert Q_ASSERT");
    static const QSet<QString> showing = names(
        "setText setPlainText setHtml setInformativeText setToolTip setStatusTip setWhatsThis "
        "setTitle setWindowTitle setPlaceholderText setAccessibleName setAccessibleDescription "
        "setSuffix setPrefix addItem addItems insertItem setItemText addTab setTabText addAction "
        "addMenu addButton addRow setHorizontalHeaderLabels setHeaderLabels showMessage QLabel "
        "QPushButton QToolButton QCheckBox QRadioButton QGroupBox QAction QMessageBox "
        "QTableWidgetItem QStandardItem button primaryButton card say");
    static const QSet<QString> properNames = names("Jetbridge SmartRecruiters");
    static const QRegularExpression sentence(u"[A-Za-z]{2,}[,:;.]? [A-Za-z]"_s);
    static const QRegularExpression word(u"^[A-Z][a-z]+[ .:!?]*$"_s);

    const QSet<int> english = linesOnPurposeEnglish(file.content);
    QList<Violation> violations;
    for (const Literal& literal : literalsOf(file.content)) {
        const QSet<QString> calls(literal.calls.begin(), literal.calls.end());
        const bool isText = sentence.match(literal.text).hasMatch()
            || (calls.intersects(showing) && word.match(literal.text).hasMatch()
                && !properNames.contains(literal.text));
        if (isText && !literal.isRaw && !english.contains(literal.line)
            && !calls.intersects(translating) && !calls.intersects(unseen))
            violations.append({file.path, literal.line,
                u"\"%1\" is shown to people without tr()"_s.arg(literal.text)});
    }
    return violations;
}

QList<Violation> check(const SourceFile& file)
{
    const QFileInfo info(file.path);
    const QString kind = info.suffix();
    // JSON and tables have no comments; Linguist removes them from .ts; transcripts and corpora are
    // used unchanged.
    static const QStringList bare{u"json"_s, u"csv"_s, u"ts"_s, u"txt"_s, u"pem"_s, u"har"_s};
    const bool isText = !file.content.contains('\0');
    const bool isCorpus = file.path.contains("/corpus/"_L1);

    QList<Violation> violations;
    if (isText && !isCorpus && info.fileName() != "LICENSE"_L1
        && (!bare.contains(kind) || info.fileName() == "CMakeLists.txt"_L1))
        violations += checkLicence(file);

    const bool isProduct = file.path.startsWith("app/"_L1) || file.path.startsWith("ui/"_L1);
    const bool isCpp = kind == "h"_L1 || kind == "cpp"_L1;
    if (isCpp)
        violations += checkAwaits(file);
    if (isProduct && isCpp) {
        violations += checkIncludes(file);
        violations += checkForbiddenWords(file) + checkFailureCodes(file) + checkMessageCodes(file)
            + checkConsole(file);
        if (file.path.startsWith("app/"_L1))
            violations += checkPages(file);
        if (kind == "h"_L1)
            violations += checkPublicTypes(file);
        if (file.path.startsWith("ui/"_L1))
            violations += checkShownText(file) + checkScreens(file) + checkMemberCoroutines(file);
    }
    return violations;
}

} // namespace house
