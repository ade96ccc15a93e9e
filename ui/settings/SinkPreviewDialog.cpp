// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/SinkPreviewDialog.h"

#include "console/Customers.h"
#include "console/Deliveries.h"
#include "parts/Form.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/Said.h"
#include "parts/TabOrder.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextOption>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

/// Some sinks are asked over the network for each customer.
constexpr int mostCustomers = 20;

/// Returns one line for each of the latest customers, and the content for the first.
Task<Outcome<QString>> previewText(Deliveries& deliveries, Customers& customers, Sink sink)
{
    Integrations::Query query;
    query.limit = mostCustomers;
    auto page = co_await customers.integrations().page(query);
    if (!page)
        co_return passOn(page);
    if (page->rows.isEmpty()) // The sink itself is tested in any case.
        page->rows.append(Integration());
    QStringList lines;
    QString content;
    for (const Integration& customer : std::as_const(page->rows)) {
        const auto preview = co_await deliveries.preview(sink, customer);
        if (!preview)
            co_return passOn(preview);
        if (lines.isEmpty())
            content = QString::fromUtf8(preview->content);
        const QString whom = customer.id.isEmpty() ? SinkPreviewDialog::tr("(no customer yet)")
                                                   : Mask::company(customer);
        lines.append(u"%1 \u2192 %2"_s.arg(whom, Mask::text(preview->place)));
    }
    co_return lines.join(QLatin1Char('\n')) + u"\n\n"_s + Mask::text(content);
}

} // namespace

SinkPreviewDialog::SinkPreviewDialog(
    Deliveries& deliveries, Customers& customers, const Sink& sink, QWidget* parent)
    : QDialog(parent)
    , m_said(parts::text(this, "sinkPreviewSaid"_L1))
    , m_places(new QPlainTextEdit(this))
{
    setObjectName(u"sinkPreviewDialog"_s);
    setWindowTitle(tr("Try %1").arg(sink.name));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(520);
    auto* purpose = parts::text(this, "sinkPreviewPurpose"_L1);
    purpose->setText(tr("What %1 would get for the latest customers, at most %2 of them. Every "
                        "secret is masked, and nothing is delivered.")
                         .arg(sink.name)
                         .arg(mostCustomers));
    m_places->setObjectName(u"sinkPreviewPlaces"_s);
    m_places->setAccessibleName(tr("What would go where"));
    m_places->setReadOnly(true);
    m_places->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_places->setWordWrapMode(QTextOption::WrapAnywhere);
    m_places->setFont(parts::fixedFont());
    auto* close = parts::button(this, "sinkPreviewClose"_L1, tr("Close"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    column->addWidget(purpose);
    column->addWidget(m_said);
    column->addWidget(m_places);
    column->addWidget(close, 0, Qt::AlignLeft);
    tabInReadingOrder(this);
    close->setFocus();
    connect(close, &QPushButton::clicked, this, &QDialog::close);

    form::say(m_said, Tone::Neutral, tr("Asking the sink..."));
    QCoro::connect(
        previewText(deliveries, customers, sink), this, [this](const Outcome<QString>& text) {
            if (!text)
                return form::say(m_said, Tone::Bad, Mask::text(said(text.error().detail)));
            form::say(m_said, Tone::Good, tr("The sink can be used."));
            m_places->setPlainText(*text);
        });
}

} // namespace jetbridge::ui
