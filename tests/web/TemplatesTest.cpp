// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/Templates.h"

#include "support/TestMain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

using jetbridge::web::Templates;

class TemplatesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    Templates templates(const QByteArray& page)
    {
        write("frame.html", "<html>{{{main}}}</html>");
        write("link.html", "<a>{{name}}</a>");
        write("page.html", page);
        return Templates(m_folder.path() + QLatin1Char('/'));
    }
    void write(const char* name, const QByteArray& content)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("The template is not written.");
    }

private Q_SLOTS:
    void valuesAreEscapedAndThePageIsWellFormed()
    {
        const QByteArray page =
            templates("<p title=\"{{name}}\">{{name}}</p>{{> link.html}}")
                .page(u"page"_s, {{u"name"_s, u"<b>\"A\" & 'B'\u0001{{x}}</b>"_s}});
        QVERIFY(page.startsWith("<html><p title=\"&lt;b&gt;&quot;A&quot;"));
        QVERIFY(page.contains("{{x}}&lt;/b&gt;</a></html>"));
        QXmlStreamReader reader(page);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }

    void anEmptyTextIsNoSection()
    {
        const Templates pages = templates("{{#logo}}has {{logo}}{{/logo}}{{^logo}}none{{/logo}}");
        QCOMPARE(pages.page(u"page"_s, {{u"logo"_s, QString()}}), QByteArray("<html>none</html>"));
        QCOMPARE(
            pages.page(u"page"_s, {{u"logo"_s, u"one"_s}}), QByteArray("<html>has one</html>"));
    }

    void aPlainTextIsNotEscaped()
    {
        QCOMPARE(Templates::plain(u"{{name}} asks"_s, {{u"name"_s, u"A & B"_s}}), u"A & B asks"_s);
    }
};

JETBRIDGE_TEST(TemplatesTest)
#include "TemplatesTest.moc"
