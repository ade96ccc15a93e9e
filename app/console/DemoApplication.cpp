// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/DemoApplication.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

Application makeDemoApplication(const QUrl& endpoints, ConsentDisplayMode mode, bool bidirectional)
{
    const auto at = [&endpoints](const QString& path) {
        QUrl url = endpoints;
        url.setPath(path);
        return url;
    };
    static const QByteArray logo =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'>"
        "<rect width='64' height='64' rx='14' fill='#0B5FCC'/>"
        "<path d='M18 33l10 10 19-22' fill='none' stroke='#fff' stroke-width='6' "
        "stroke-linecap='round' stroke-linejoin='round'/></svg>";
    Application application;
    application.name = u"Northwind Assessments"_s;
    application.description =
        u"Skills assessments that start from SmartRecruiters and report their results back."_s;
    application.logo = QUrl(QString::fromLatin1("data:image/svg+xml;base64," + logo.toBase64()));
    application.scopes = {
        {u"company_read"_s, u"Show the company's name and prove that the connection works."_s},
        {u"jobs_read"_s, u"Let recruiters choose the job that an assessment belongs to."_s},
        {u"candidates_read"_s, u"Address the invitation to the candidate."_s},
    };
    application.consentUrl = at(u"/consent"_s);
    application.consentDisplayMode = mode;
    if (bidirectional) {
        application.oauthTokenUrl = at(u"/oauth/token"_s);
        application.callbackUrl = at(u"/callback"_s);
    }
    application.visibility = Visibility::SelectedCustomers;
    application.state = RegistrationState::Approved;
    return application;
}

} // namespace jetbridge
