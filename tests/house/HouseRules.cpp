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

namespace house {

namespace {

const QString ui = QStringLiteral("ui");

/// Returns which rooms each room may know besides itself. All of ui/ counts as the room "ui".
const QHash<QString, QStringList>& mayKnow()
{
    static const QHash<QString, QStringList> table = [] {
        const auto rooms = [](const char* names) {
            return QString::fromLatin1(names).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        return QHash<QString, QStringList>{
            {QStringLiteral("domain"), {}},
            {QStringLiteral("async"), {}},
            {QStringLiteral("ports"), rooms("async domain")},
            {QStringLiteral("flows"), rooms("ports async domain")},
            {QStringLiteral("http"), rooms("ports async domain")},
            {QStringLiteral("files"), rooms("domain")},
            {QStringLiteral("sql"), rooms("domain")},
            {QStringLiteral("web"), rooms("async domain")},
            {QStringLiteral("oauth"), rooms("web ports domain")},
            {QStringLiteral("endpoints"), rooms("oauth web http ports async domain")},
            {QStringLiteral("simulator"), rooms("oauth web http sql files ports async domain")},
            {QStringLiteral("smartrecruiters"), rooms("http ports async domain")},
            {QStringLiteral("authorization"), rooms("http ports async domain")},
            {QStringLiteral("storage"), rooms("sql files ports async domain")},
            {QStringLiteral("traffic"), rooms("ports async domain")},
            {QStringLiteral("conformance"), rooms("http ports async domain")},
            {QStringLiteral("console"),
                rooms("flows endpoints simulator smartrecruiters authorization storage traffic "
                      "conformance oauth web http sql files ports async domain")},
            {QStringLiteral("cli"), rooms("console flows ports async domain")},
            {ui, rooms("console flows ports async domain")},
        };
    }();
    return table;
}

/// Tells whether a room has no I/O of its own: such rooms may use only the core of Qt.
bool isPure(const QString& room)
{
    static const QStringList pure{QStringLiteral("domain"), QStringLiteral("async"),
        QStringLiteral("ports"), QStringLiteral("flows")};
    return pure.contains(room);
}

/// Returns the module of one of Qt's installed headers: "QtNetwork" for "QNetworkReply"; empty for
/// other headers.
QString qtModuleOf(const QString& header)
{
    const int slash = int(header.indexOf(QLatin1Char('/')));
    if (slash > 0)
        return header.startsWith(QLatin1String("Qt")) ? header.left(slash) : QString();
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
        isEnglish = line.startsWith(QLatin1String("// English"))
            || (isEnglish && !line.startsWith(QLatin1Char('}')));
        if (isEnglish)
            lines.insert(number);
    });
    return lines;
}

QString checkRoomInclude(const QString& room, const QString& header)
{
    const int slash = int(header.indexOf(QLatin1Char('/')));
    if (slash < 0)
        return room == ui || header.endsWith(QLatin1String(".moc"))
            ? QString()
            : QStringLiteral("write the room of \"%1\"").arg(header);
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
    return QStringLiteral("%1 may not include %2").arg(room, other);
}

QString checkQtInclude(const SourceFile& file, const QString& room, const QString& header)
{
    const QString module = qtModuleOf(header);
    const bool isWebEngine = module.startsWith(QLatin1String("QtWebEngine"));
    const bool isWidgets = module.endsWith(QLatin1String("Widgets"));
    if (isWebEngine && !file.path.startsWith(QLatin1String("ui/browser/engine/")))
        return QStringLiteral("only ui/browser/engine may include WebEngine (%1)").arg(header);
    if (isWidgets && room != ui)
        return QStringLiteral("app/ may not include Widgets (%1)").arg(header);
    if (isPure(room) && !module.isEmpty() && module != QLatin1String("QtCore"))
        return QStringLiteral("%1 may include nothing of Qt but QtCore (%2 is %3)")
            .arg(room, header, module);
    return {};
}

} // namespace

QList<Violation> checkIncludes(const SourceFile& file)
{
    static const QRegularExpression include(
        QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));
    const QString room = roomOf(file.path);
    QList<Violation> violations;
    if (!room.isEmpty() && !mayKnow().contains(room)) {
        violations.append({file.path, 1, QStringLiteral("%1 is no room of the house").arg(room)});
        return violations;
    }
    forEachLine(file.content, [&](int number, const QString& line) {
        const auto match = include.match(line);
        if (!match.hasMatch())
            return;
        const QString header = match.captured(2);
        QString message = match.captured(1) == QLatin1String("<") || room.isEmpty()
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
    static const QHash<QString, QStringList> shared{{QStringLiteral("parts"), {}},
        {QStringLiteral("browser"), {QStringLiteral("parts")}},
        {QStringLiteral("journal"), {QStringLiteral("parts"), QStringLiteral("browser")}}};
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*\"([^\"]+)\""));
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
                QStringLiteral("ui/%1 may not include %2: shared widgets belong into ui/parts")
                    .arg(folder, isFrame ? QStringLiteral("the frame") : other)});
    });
    return violations;
}

QList<Violation> checkFailureCodes(const SourceFile& file)
{
    const QString literal =
        QStringLiteral("(?:QStringLiteral|QLatin1String)\\(\\s*\"([^\"]* [^\"]*)\"");
    static const QRegularExpression codes[]{// failed(kind, sentence, status, code)
        QRegularExpression(
            QStringLiteral("\\bfailed\\(\\s*FailureKind::\\w+,[^;]*?,\\s*[\\w.>-]+,\\s*") + literal
            + QStringLiteral("\\)\\)")),
        // Failure{kind, status, code, ...}
        QRegularExpression(
            QStringLiteral("\\bFailure\\s*\\{\\s*FailureKind::\\w+,\\s*[\\w.>-]+,\\s*") + literal),
        QRegularExpression(QStringLiteral("\\bcode\\s*=\\s*") + literal)};
    const QString content = QString::fromUtf8(file.content);
    QList<Violation> violations;
    for (const QRegularExpression& code : codes)
        for (auto all = code.globalMatch(content); all.hasNext();) {
            const auto match = all.next();
            violations.append(
                {file.path, int(QStringView(content).first(match.capturedStart()).count(u'\n')) + 1,
                    QStringLiteral("\"%1\" is a sentence, and no code of a failure")
                        .arg(match.captured(1))});
        }
    return violations;
}

QList<Violation> checkMessageCodes(const SourceFile& file)
{
    static const QRegularExpression code(QStringLiteral("\\bMessage::of\\(\\s*\"([^\"]*)\""));
    const QString content = QString::fromUtf8(file.content);
    QList<Violation> violations;
    for (auto all = code.globalMatch(content); all.hasNext();) {
        const auto match = all.next();
        if (!jetbridge::sentenceOf(match.captured(1)))
            violations.append(
                {file.path, int(QStringView(content).first(match.capturedStart()).count(u'\n')) + 1,
                    QStringLiteral("\"%1\" is no code of the table in app/domain/Message.cpp")
                        .arg(match.captured(1))});
    }
    return violations;
}

QList<Violation> checkMemberCoroutines(const SourceFile& file)
{
    static const QRegularExpression member(QStringLiteral("^Task<.*>\\s+(\\w+::\\w+)\\("));
    static const QRegularExpression suspends(QStringLiteral("\\bco_(?:await|return|yield)\\b"));
    static const QRegularExpression lambda(
        QStringLiteral("\\[[^\\]]*\\bthis\\b[^\\]]*\\][^{;]*->\\s*Task<"));
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
                QStringLiteral("%1 is a member coroutine: let a free one take what it needs")
                    .arg(name)});
            name.clear();
        }
        if (line.startsWith(QLatin1Char('}')))
            name.clear();
        if (lambda.match(line).hasMatch())
            violations.append({file.path, number,
                QStringLiteral("a lambda that captures this is a member coroutine: let a free one "
                               "take what it needs")});
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
    return {
        {file.path, 1, QStringLiteral("the first line must be: ") + QString::fromLatin1(licence)}};
}

QList<Violation> checkPublicTypes(const SourceFile& file)
{
    // Types of the namespace start in the first column; types inside another type are indented.
    static const QRegularExpression type(
        QStringLiteral("^(?:class|struct|enum(?: class)?)\\s+(\\w+)|^using\\s+(\\w+)\\s*="));
    QList<Violation> violations;
    QString before;
    forEachLine(file.content, [&](int number, const QString& line) {
        const auto match = type.match(line);
        const bool isDeclaredOnly = line.endsWith(QLatin1Char(';'))
            && !line.contains(QLatin1Char('{')) && !line.startsWith(QLatin1String("using"));
        if (match.hasMatch() && !isDeclaredOnly && !before.startsWith(QLatin1String("///"))
            && !line.contains(QLatin1String("///<")))
            violations.append({file.path, number,
                QStringLiteral("%1 needs a /// line that says what it is for")
                    .arg(match.captured(1).isEmpty() ? match.captured(2) : match.captured(1))});
        // The line of a template is between the comment and the type.
        if (!line.startsWith(QLatin1String("template")))
            before = line;
    });
    return violations;
}

QList<Violation> checkForbiddenWords(const SourceFile& file)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("QTWEBENGINE_DISABLE_SANDBOX"),
            QStringLiteral("the program never weakens the sandbox")},
        {QStringLiteral("ignoreSslErrors"), QStringLiteral("a bad certificate is always refused")},
        {QStringLiteral("setInsecureFallback"),
            QStringLiteral("secrets are kept in the keychain or not at all")},
        {QStringLiteral("QSaveFile"),
            QStringLiteral("console/WholeFile saves files: it asks whether the disk took them")},
        {QStringLiteral("QEventLoop"), QStringLiteral("no nested event loop: co_await instead")},
        {QStringLiteral("QNetworkAccessManager"),
            QStringLiteral("http/Client sends requests: it knows TLS, authorities and proxies")},
        {QStringLiteral("Qt::UTC"), QStringLiteral("newer Qt deprecates it: domain/Utc.h")},
    };
    static const QRegularExpression thrown(QStringLiteral("\\bthrow\\b"));
    // Places where a word is allowed that is forbidden elsewhere.
    const auto isAt = [&file](const char* folder) {
        return file.path.startsWith(QLatin1String(folder));
    };
    QList<Violation> violations;
    forEachLine(file.content, [&](int number, const QString& line) {
        QString code = line.section(QLatin1String("//"), 0, 0);
        // Switching it off by name is intended.
        code.remove(QLatin1String("setInsecureFallback(false)"));
        code.remove(QLatin1String("utc = Qt::UTC"));
        if (isAt("app/http/"))
            code.remove(QLatin1String("QNetworkAccessManager"));
        // WebEngine needs synchronous answers to a page's questions.
        if (isAt("ui/browser/engine/PageAsker."))
            code.remove(QLatin1String("QEventLoop"));
        if (isAt("app/") && thrown.match(code).hasMatch())
            violations.append({file.path, number,
                QStringLiteral(
                    "throw: a failure is a value, and a wait ends with its async::Scope")});
        for (auto word = words.begin(); word != words.end(); ++word)
            if (code.contains(word.key()))
                violations.append(
                    {file.path, number, word.key() + QLatin1String(": ") + word.value()});
    });
    return violations;
}

QList<Violation> checkAwaits(const SourceFile& file)
{
    static const QRegularExpression bound(
        QStringLiteral("\\bauto\\s*&{0,2}\\s*\\[[^\\]]*\\]\\s*=\\s*co_await\\b"));
    const QString content = QString::fromUtf8(file.content);
    QList<Violation> violations;
    for (auto all = bound.globalMatch(content); all.hasNext();) {
        const qsizetype start = all.next().capturedStart();
        violations.append({file.path, int(QStringView(content).first(start).count(u'\n')) + 1,
            QStringLiteral("no structured binding of a co_await: some GCC lose its destructor")});
    }
    return violations;
}

QList<Violation> checkPages(const SourceFile& file)
{
    // These files are saved by people, and one of them is written exchange by exchange; they are
    // not pages of a server.
    static const QStringList saved{QStringLiteral("app/traffic/HtmlExport.cpp"),
        QStringLiteral("app/conformance/HtmlDocument.cpp"),
        QStringLiteral("app/flows/RegisterApplication.cpp")};
    static const QRegularExpression markup(QStringLiteral(
        "<!DOCTYPE|</?(html|head|body|main|div|span|p|h[1-6]|ul|ol|li|table|tr|td|a|form|style)"
        "[ >]"));
    static const QRegularExpression style(QStringLiteral("[a-z-]+\\s*:\\s*[^;{}]+;[^{}]*\\}"));
    QList<Violation> violations;
    if (saved.contains(file.path))
        return violations;
    for (const Literal& literal : literalsOf(file.content))
        if (markup.match(literal.text).hasMatch() || style.match(literal.text).hasMatch())
            violations.append({file.path, literal.line,
                QStringLiteral("a page or style sheet is a template in resources/, no string")});
    return violations;
}

QList<Violation> checkConsole(const SourceFile& file)
{
    constexpr int mostLines = 400;
    static const QStringList mayKnowAll{QStringLiteral("app/console/Console.cpp"),
        QStringLiteral("app/cli/CommandLine.h"), QStringLiteral("app/cli/Invocation.h"),
        QStringLiteral("ui/main.cpp"), QStringLiteral("ui/MainWindow.cpp")};
    static const QRegularExpression whole(
        QStringLiteral("^\\s*#\\s*include\\s*\"console/Console\\.h\""));
    QList<Violation> violations;
    const qsizetype lines = file.content.count('\n');
    if (file.path.startsWith(QLatin1String("app/console/")) && lines > mostLines)
        violations.append({file.path, mostLines + 1,
            QStringLiteral("%1 lines, %2 at most: split it by topic").arg(lines).arg(mostLines)});
    forEachLine(file.content, [&](int number, const QString& line) {
        if (whole.match(line).hasMatch() && !mayKnowAll.contains(file.path))
            violations.append({file.path, number,
                QStringLiteral("take the topics that are used (console/Customers.h ...) instead of "
                               "the whole Console")});
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
    static const QRegularExpression sentence(QStringLiteral("[A-Za-z]{2,}[,:;.]? [A-Za-z]"));
    static const QRegularExpression word(QStringLiteral("^[A-Z][a-z]+[ .:!?]*$"));

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
                QStringLiteral("\"%1\" is shown to people without tr()").arg(literal.text)});
    }
    return violations;
}

QList<Violation> check(const SourceFile& file)
{
    const QFileInfo info(file.path);
    const QString kind = info.suffix();
    // JSON and tables have no comments; Linguist removes them from .ts; transcripts and corpora are
    // used unchanged.
    static const QStringList bare{QStringLiteral("json"), QStringLiteral("csv"),
        QStringLiteral("ts"), QStringLiteral("txt"), QStringLiteral("pem"), QStringLiteral("har")};
    const bool isText = !file.content.contains('\0');
    const bool isCorpus = file.path.contains(QLatin1String("/corpus/"));

    QList<Violation> violations;
    if (isText && !isCorpus && info.fileName() != QLatin1String("LICENSE")
        && (!bare.contains(kind) || info.fileName() == QLatin1String("CMakeLists.txt")))
        violations += checkLicence(file);

    const bool isProduct =
        file.path.startsWith(QLatin1String("app/")) || file.path.startsWith(QLatin1String("ui/"));
    const bool isCpp = kind == QLatin1String("h") || kind == QLatin1String("cpp");
    if (isCpp)
        violations += checkAwaits(file);
    if (isProduct && isCpp) {
        violations += checkIncludes(file);
        violations += checkForbiddenWords(file) + checkFailureCodes(file) + checkMessageCodes(file)
            + checkConsole(file);
        if (file.path.startsWith(QLatin1String("app/")))
            violations += checkPages(file);
        if (kind == QLatin1String("h"))
            violations += checkPublicTypes(file);
        if (file.path.startsWith(QLatin1String("ui/")))
            violations += checkShownText(file) + checkScreens(file) + checkMemberCoroutines(file);
    }
    return violations;
}

} // namespace house
