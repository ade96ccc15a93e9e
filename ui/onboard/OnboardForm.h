// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Credentials.h"
#include "domain/Environment.h"
#include "ports/SmartRecruiters.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace jetbridge::ui {

struct EngineText;
class Segments;

/// Choices of staff before an onboarding starts.
struct OnboardChoices {
    enum class Where { Here, Browser, Link };
    QString company;
    ConsentDisplayMode mode = ConsentDisplayMode::Redirect;
    bool bidirectional = true;
    Where where = Where::Here;
    /// Who approved on a page of the partner's own; nullopt: the customer is asked now, at `where`.
    std::optional<QString> consentedBy = {};
    bool playForMe = false; ///< Simulator only: Jetbridge acts as the customer.
    QString typed; ///< Production only: the company identifier as staff have typed it again.
    /// The client that staff made for this customer in their own authorization server
    /// (TokenService::Given).
    std::optional<ClientCredentials> given = {};
};

/// Form for the choices. Mode and direction belong to the application: they can be chosen on the
/// simulator and are only shown elsewhere.
class OnboardForm : public QWidget {
    Q_OBJECT

public:
    explicit OnboardForm(QWidget* parent = nullptr);

    OnboardChoices choices() const;
    void setChoices(const OnboardChoices& choices);
    void setCompany(const QString& companyId);
    /// Sets the companies that the simulator knows; any other id may be typed.
    void setCompanies(const QList<Company>& companies);
    QString companyName(const QString& companyId) const; ///< Returns a company's name, or the id
                                                         ///< itself for a company that was typed.

    /// Sets the kind of environment. On the simulator everything can be chosen, and Jetbridge can
    /// act as the customer in this window; elsewhere the web browser is preselected. In production
    /// the company identifier must be typed again before the start.
    void setEnvironment(Environment::Kind kind);
    void setApplication(const Application& application);
    /// Sets who serves the registered oauthTokenUrl. For TokenService::Given the customer's client
    /// must be entered before a bi-directional onboarding can start.
    void setTokenService(TokenService service);
    /// Tells whether a client must be entered (setTokenService) and is not.
    bool lacksGiven() const;
    /// Wipes the entered client.
    void clearGiven();
    void focusGiven(); ///< Sets the focus where the client is entered.
    /// Sets the age of the embedded browser, which is shown if a real customer's page would open in
    /// it.
    void setEngine(const EngineText& engine);

    /// Returns a summary such as "REDIRECT, bi-directional, here".
    QString summary(const OnboardChoices& choices) const;

Q_SIGNALS:
    void startWanted();
    /// A real customer's page would open in the embedded browser, whose age must be set by
    /// setEngine().
    void engineWanted();

private:
    void buildElsewhere();
    void buildGiven();
    void updateStart();
    bool needsGiven() const;
    /// Returns the id of the chosen entry or of the typed text; empty for a name of several
    /// companies.
    QString companyId() const;
    /// Returns the identifiers of all companies with this name or label.
    QStringList companiesCalled(const QString& name) const;
    void addCompany(const CompanyId& id, const QString& name);

    QComboBox* m_company;
    QLabel* m_companyNote;
    Segments* m_mode;
    QCheckBox* m_bidirectional;
    QWidget* m_asking; ///< Where the customer is asked.
    Segments* m_where;
    QLabel* m_engine;
    QCheckBox* m_play;
    QLabel* m_hint;
    QCheckBox* m_elsewhere;
    QWidget* m_elsewhereFields;
    QLineEdit* m_consentedBy;
    QWidget* m_given;
    QLineEdit* m_givenId;
    QLineEdit* m_givenSecret;
    QWidget* m_confirmation;
    QLineEdit* m_typed;
    QPushButton* m_start;
    Environment::Kind m_environment = Environment::Kind::Simulator;
    TokenService m_tokenService = TokenService::Unset;
    bool m_isEngineAsked = false;
};

} // namespace jetbridge::ui
