// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/PresenterSteps.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

/// Translation context of these texts.
struct PresenterSteps {
    Q_DECLARE_TR_FUNCTIONS(PresenterSteps)
};

} // namespace

QList<PresenterStep> presenterSteps()
{
    const QString application = u"navApplication"_s;
    const QString onboard = u"navOnboard"_s;
    const QString customers = u"navCustomers"_s;
    const QString simulator = u"navSimulator"_s;
    const QString traffic = u"navTraffic"_s;
    return {
        {PresenterSteps::tr("What you are going to see"),
            PresenterSteps::tr("How a SmartRecruiters customer is connected to our application. "
                               "Everything runs on this computer, against a simulator of "
                               "SmartRecruiters; the customers are invented."),
            PresenterSteps::tr("Nothing yet. These steps can be dragged to another screen, so that "
                               "the audience does not read them."),
            onboard, {}},
        {PresenterSteps::tr("1. Obtain Partner-Level (Master) Credentials"),
            PresenterSteps::tr("We tell SmartRecruiters what our application needs: scopes with a "
                               "reason each, and three addresses. Once they approve, they give us "
                               "an application ID and master credentials."),
            PresenterSteps::tr("Show the scopes and the three addresses, then the card as the "
                               "customer will see it."),
            application, u"applicationName"_s},
        {PresenterSteps::tr("2. Exchange Master Credentials for a Bearer Token"),
            PresenterSteps::tr(
                "With the master credentials we get a bearer token. That is all that "
                "happens before the customer comes."),
            PresenterSteps::tr(
                "Choose a customer and press \"Start\". The first two steps get their "
                "check marks, with the time that they took."),
            onboard, u"onboardCompany"_s},
        {PresenterSteps::tr("3. Exchange Customer Level Credentials: the consent"),
            PresenterSteps::tr("This is what the customer's administrator sees: our card among the "
                               "apps, the scopes to grant, then our own page, opened with a "
                               "one-time code that we gave them."),
            PresenterSteps::tr(
                "In the page: set up the app, grant the scopes. \"Copy code\", paste "
                "it into the page, sign in, approve."),
            onboard, u"copyCode"_s},
        {PresenterSteps::tr("3. Exchange Customer Level Credentials: the exchange"),
            PresenterSteps::tr(
                "On the approval we confirm the integration. SmartRecruiters answers "
                "with customer-level credentials, and they go to the keychain before "
                "anything else happens."),
            PresenterSteps::tr("Below the page, press \"open\" in the line \"SmartRecruiters "
                               "confirmed the integration\": request and answer, without secrets."),
            onboard, u"onboardJournal"_s},
        {PresenterSteps::tr("4. Finish the Integration Setup Process"),
            PresenterSteps::tr("The customer is back at SmartRecruiters and the app is enabled. A "
                               "first call on the customer's behalf has proved it."),
            PresenterSteps::tr("Show the page, which says that the app is enabled, and the green "
                               "card. Then press \"Show customer\"."),
            onboard, u"showCustomer"_s},
        {PresenterSteps::tr("Afterwards: it works, and stays watched"),
            PresenterSteps::tr("Whenever we want to know, one harmless call tells whether the "
                               "connection still works. The history keeps every step."),
            PresenterSteps::tr("Choose the customer and press \"Verify now\"."), customers,
            u"verifyNow"_s},
        {PresenterSteps::tr("Afterwards: the way back"),
            PresenterSteps::tr("SmartRecruiters may call our API, too: it asked our oauthTokenUrl "
                               "for a token, with credentials that only this customer has."),
            PresenterSteps::tr("Show the two directions on the customer's page, and when the way "
                               "back was used last."),
            customers, u"customersTable"_s},
        {PresenterSteps::tr("Afterwards: something goes wrong"),
            PresenterSteps::tr("Calls may fail: a permission was taken away, or SmartRecruiters "
                               "has a bad day. We see it before the customer calls us."),
            PresenterSteps::tr(
                "Choose \"The first call on the customer's behalf\" and \"Is not allowed: 403\", "
                "press \"Add this fault\". Then verify the customer in Customers."),
            simulator, u"faultWhere"_s},
        {PresenterSteps::tr("Afterwards: it works again"),
            PresenterSteps::tr("The customer's page says what is wrong and who can fix it. Once it "
                               "is fixed, one call proves it; nothing has to be set up again."),
            PresenterSteps::tr("Press \"Verify now\" once more: the fault was for one call."),
            customers, u"verifyNow"_s},
        {PresenterSteps::tr("Afterwards: the customer disables it"),
            PresenterSteps::tr("When the customer disables the app, SmartRecruiters gets a token "
                               "from our oauthTokenUrl and tells our callbackUrl. The customer's "
                               "row changes at once."),
            PresenterSteps::tr(
                "Choose the connected company and press \"Disable the integration\". "
                "Then look at Customers."),
            simulator, u"simulatorCompanies"_s},
        {PresenterSteps::tr("Everything once more, as a picture"),
            PresenterSteps::tr("The whole conversation in four lanes: the customer's browser, "
                               "SmartRecruiters, our application and our API."),
            PresenterSteps::tr(
                "Press \"Diagram\" and click an arrow. \"Reset demo\" begins again for the "
                "next audience."),
            traffic, u"trafficAsDiagram"_s},
    };
}

} // namespace jetbridge::ui
