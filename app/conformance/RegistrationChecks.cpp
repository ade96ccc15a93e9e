// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Check.h"

using namespace Qt::StringLiterals;

namespace jetbridge::conformance {

namespace {

/// Returns the findings of `app check` about one field.
Judgement ofField(const Target& target, const char* field, Finding::Severity severity)
{
    QStringList said;
    for (const Finding& finding : target.application->check())
        if (finding.severity == severity && finding.field == QLatin1String(field))
            said.append(finding.field + QLatin1Char(' ') + finding.message);
    return must(said.isEmpty(), said.join(QLatin1Char(' ')));
}

template <const char* const& field> Judgement errors(const Replies&, const Target& target)
{
    return ofField(target, field, Finding::Severity::Error);
}
template <const char* const& field> Judgement warnings(const Replies&, const Target& target)
{
    return ofField(target, field, Finding::Severity::Warning);
}

constexpr const char* const nameField = "name";
constexpr const char* const descriptionField = "description";
constexpr const char* const logoField = "logo";
constexpr const char* const scopesField = "scopes";
constexpr const char* const consentField = "consentUrl";
constexpr const char* const tokenField = "oauthTokenUrl";
constexpr const char* const callbackField = "callbackUrl";

/// Tells whether a logo is fetched: only from https or this computer; an embedded one is part of
/// the packet.
bool isFetched(const QUrl& logo)
{
    return logo.scheme() == "https"_L1 || isLoopback(logo);
}

const char* whereNoLogo(const Target& target)
{
    if (target.application->logo.isEmpty())
        return "There is no logo.";
    return isFetched(target.application->logo) || target.application->logo.scheme() == "data"_L1
        ? nullptr
        : "The logo is neither https nor embedded.";
}

const char* whereNotFetched(const Target& target)
{
    return isFetched(target.application->logo) ? nullptr : "The logo is not on a server.";
}

QByteArray imageOf(const Replies& replies, const Target& target)
{
    if (!replies.isEmpty())
        return replies.first().body;
    const QByteArray data = target.application->logo.toEncoded();
    const qsizetype comma = data.indexOf(',');
    const QByteArray content = QByteArray::fromPercentEncoding(data.mid(comma + 1));
    return data.first(std::max<qsizetype>(0, comma)).contains(";base64")
        ? QByteArray::fromBase64(content)
        : content;
}

Requests logoRequest(const Target& target)
{
    if (!isFetched(target.application->logo))
        return {};
    Request request;
    request.url = target.application->logo;
    return {request};
}

bool isSvg(const QByteArray& image)
{
    return image.left(1024).toLower().contains("<svg");
}

quint32 number(const QByteArray& bytes, qsizetype at)
{
    quint32 value = 0;
    for (qsizetype i = at; i < at + 4 && i < bytes.size(); ++i)
        value = value << 8 | quint8(bytes.at(i));
    return value;
}

QList<Check> fieldChecks()
{
    const char* const shown = "Customers see it on the Apps & Integrations page.";
    return {
        {.id = "registration.name",
            .title = "The application has a name",
            .clause = "the guide, 1",
            .judge = errors<nameField>,
            .expected = "a name",
            .why = shown,
            .how = "Fill in the field, and import the file again."},
        {.id = "registration.description",
            .title = "The application has a description",
            .clause = "the guide, 1",
            .judge = errors<descriptionField>,
            .expected = "a description",
            .why = shown,
            .how = "Fill in the field, and import the file again."},
        {.id = "registration.logo",
            .title = "The application has a logo",
            .clause = "the guide, 1",
            .judge = errors<logoField>,
            .expected = "an https address, or an embedded image",
            .why = shown,
            .how = "Fill in the field, and import the file again."},
        {.id = "registration.scopes",
            .title = "The scopes are listed and valid",
            .clause = "the guide, 1; RFC 6749 3.3",
            .judge = errors<scopesField>,
            .expected = "at least one scope, in the characters that RFC 6749 allows",
            .why = "Without a scope no API call is allowed.",
            .how = "List each scope that your application uses."},
        {.id = "registration.scopes-known",
            .title = "Scopes are known, listed once, and have a reason",
            .clause = "the guide, 1 (Principle of Least Privilege)",
            .weight = Weight::Advice,
            .judge = warnings<scopesField>,
            .expected = "{\"name\",\"reason\"} for each",
            .why = "The Partner & API Team reviews them one by one.",
            .how = "Describe what the application does with each scope."},
        {.id = "registration.consent-url",
            .title = "consentUrl can be registered",
            .clause = "the guide, 1; RFC 6749 3.1.2",
            .judge = errors<consentField>,
            .expected = "https, without fragment, user name, companyId and redirect",
            .why = "SmartRecruiters sends every customer there.",
            .how = "Correct the address, and import the file again."},
        {.id = "registration.token-url",
            .title = "oauthTokenUrl can be registered",
            .clause = "the guide, 1; RFC 6749 3.2",
            .judge = errors<tokenField>,
            .expected = "https, without fragment and user name",
            .why = "SmartRecruiters requests its tokens there.",
            .how = "Correct the address, and import the file again.",
            .notFor = [](const Target& t) -> const char* {
                return t.application->oauthTokenUrl.isEmpty() ? "The integration is one-way."
                                                              : nullptr;
            }},
        {.id = "registration.callback-url",
            .title = "callbackUrl is registered together with oauthTokenUrl",
            .clause = "the guide, 1",
            .judge = errors<callbackField>,
            .expected = "https, and an oauthTokenUrl",
            .why = "Without oauthTokenUrl SmartRecruiters sends no notifications.",
            .how = "Also register oauthTokenUrl, or leave out callbackUrl.",
            .notFor = [](const Target& t) -> const char* {
                return t.application->callbackUrl.isEmpty() ? "There is no callbackUrl." : nullptr;
            }},
        {.id = "registration.fields",
            .title = "No field is misspelt",
            .clause = "the guide, 1",
            .judge =
                [](const Replies&, const Target& t) {
                    return must(t.application->unknownFields.isEmpty(),
                        u"Unknown: %1."_s.arg(t.application->unknownFields.join(u", "_s)));
                },
            .expected = "only the guide's names",
            .why = "A misspelt field counts as missing.",
            .how = "See `app check`."},
        {.id = "registration.same-token-url",
            .title = "The checked addresses are the registered ones",
            .clause = "the guide, 1",
            .weight = Weight::Look,
            .judge =
                [](const Replies&, const Target& t) {
                    QStringList other;
                    if (t.application->consentUrl != t.consentUrl)
                        other.append(u"consentUrl"_s);
                    if (t.application->oauthTokenUrl != t.oauthTokenUrl)
                        other.append(u"oauthTokenUrl"_s);
                    if (t.application->callbackUrl != t.callbackUrl)
                        other.append(u"callbackUrl"_s);
                    return must(other.isEmpty(),
                        u"Another address is registered: %1."_s.arg(other.join(u", "_s)));
                },
            .expected = "the registered addresses",
            .why = "The report is about the addresses that were checked.",
            .how = "Run the checks once more without --consent-url, --token-url and "
                   "--callback-url."},
    };
}

QList<Check> logoChecks()
{
    return {
        {.id = "registration.logo-there",
            .title = "The logo can be fetched",
            .clause = "the guide, 1",
            .ask = logoRequest,
            .judge = [](const Replies& r, const Target&) { return statusIn(r, {200}); },
            .expected = "200 and an image",
            .why = "A logo that cannot be loaded is shown as an empty square.",
            .how = "Store the image at this address.",
            .notFor = whereNotFetched},
        {.id = "registration.logo-type",
            .title = "The logo is a PNG, JPEG or SVG image",
            .clause = "the guide, 1",
            .of = "registration.logo-there",
            .judge =
                [](const Replies& r, const Target& t) {
                    const QByteArray image = imageOf(r, t);
                    return must(image.startsWith("\x89PNG") || image.startsWith("\xFF\xD8\xFF")
                            || isSvg(image),
                        u"It is none of these (%1 bytes)."_s.arg(image.size()));
                },
            .expected = "PNG, JPEG or SVG",
            .why = "It is not published which formats the portal accepts; these are safe.",
            .how = "Export the logo as a PNG.",
            .notFor = whereNoLogo,
            .judgesAlone = true},
        {.id = "registration.logo-size",
            .title = "The logo has 128 x 128 pixels or more",
            .clause = "the guide, 1",
            .weight = Weight::Advice,
            .of = "registration.logo-there",
            .judge =
                [](const Replies& r, const Target& t) {
                    const QByteArray image = imageOf(r, t);
                    if (!image.startsWith("\x89PNG"))
                        return notApplicable(u"Only the size of a PNG can be read here."_s);
                    const quint32 width = number(image, 16);
                    const quint32 height = number(image, 20);
                    return must(
                        width >= 128 && height >= 128, u"It has %1 x %2."_s.arg(width).arg(height));
                },
            .expected = "128 x 128 or more",
            .why = "Smaller logos are blurred on current screens.",
            .how = "Export the logo larger.",
            .notFor = whereNoLogo,
            .judgesAlone = true},
        {.id = "registration.logo-weight",
            .title = "The logo weighs less than 1 MB",
            .clause = "the guide, 1",
            .weight = Weight::Advice,
            .of = "registration.logo-there",
            .judge =
                [](const Replies& r, const Target& t) {
                    const qsizetype bytes = imageOf(r, t).size();
                    return must(bytes < 1024 * 1024, u"It has %1 bytes."_s.arg(bytes));
                },
            .expected = "less than 1 MB",
            .why = "It is loaded with the page.",
            .how = "Compress the image.",
            .notFor = whereNoLogo,
            .judgesAlone = true},
        {.id = "registration.logo-script",
            .title = "An SVG logo has no scripts",
            .clause = "CWE-79",
            .of = "registration.logo-there",
            .judge =
                [](const Replies& r, const Target& t) {
                    const QByteArray image = imageOf(r, t).toLower();
                    if (!isSvg(image))
                        return notApplicable(u"It is no SVG."_s);
                    return must(!image.contains("<script") && !image.contains("onload=")
                            && !image.contains("javascript:") && !image.contains("<foreignobject"),
                        u"The image has a script or foreign content."_s);
                },
            .expected = "shapes only",
            .why = "Reviewers refuse images with code in them.",
            .how = "Export it as plain SVG, or as PNG.",
            .notFor = whereNoLogo,
            .judgesAlone = true},
    };
}

const char* withoutApplication(const Target& target)
{
    return target.application ? nullptr
                              : "Only addresses were given: there is no application to check.";
}

} // namespace

Group registrationChecks()
{
    return {"registration", "the registration", fieldChecks() + logoChecks(), withoutApplication,
        nullptr, false};
}

} // namespace jetbridge::conformance
