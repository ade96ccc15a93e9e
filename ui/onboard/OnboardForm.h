// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Environment.h"
#include "ports/SmartRecruiters.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace jetbridge::ui {

struct EngineText;
class Segments;

/// What staff decide before an onboarding starts.
struct OnboardChoices {
    enum class Where { Here, Browser, Link };
    QString company;
    ConsentDisplayMode mode = ConsentDisplayMode::Redirect;
    bool bidirectional = true;
    Where where = Where::Here;
    bool playForMe = false; ///< Simulator only: the customer's part is played.
    QString typed; ///< Production only: the company's identifier once more, by hand.
};

/// The choices as controls. Mode and direction belong to the application: free on the simulator,
/// shown elsewhere.
class OnboardForm : public QWidget {
    Q_OBJECT

public:
    explicit OnboardForm(QWidget* parent = nullptr);

    OnboardChoices choices() const;
    void setChoices(const OnboardChoices& choices);
    void setCompany(const QString& companyId);
    /// The companies that the simulator knows; any other id may still be typed.
    void setCompanies(const QList<Company>& companies);
    QString companyName(
        const QString& companyId) const; ///< The id itself for a company that was typed.

    /// On the simulator everything is free, and the customer's part can be played in this window;
    /// elsewhere the web browser is what is offered first. In production the company's identifier
    /// must be typed once more before there is a start.
    void setEnvironment(Environment::Kind kind);
    void setApplication(const Application& application);
    /// How old the embedded browser is: shown where a real customer's page would open in it.
    void setEngine(const EngineText& engine);

    /// "REDIRECT, bi-directional, here"
    QString summary(const OnboardChoices& choices) const;

Q_SIGNALS:
    void startWanted();
    /// A real customer's page would open in the embedded browser: setEngine() says how old it is.
    void engineWanted();

private:
    void updateStart();
    /// Of the entry that is chosen, or as it was typed; empty for a name of several.
    QString companyId() const;
    /// The identifiers of all companies with this name or label.
    QStringList companiesCalled(const QString& name) const;
    void addCompany(const CompanyId& id, const QString& name);

    QComboBox* m_company;
    QLabel* m_companyNote;
    Segments* m_mode;
    QCheckBox* m_bidirectional;
    Segments* m_where;
    QLabel* m_engine;
    QCheckBox* m_play;
    QLabel* m_hint;
    QWidget* m_confirmation;
    QLineEdit* m_typed;
    QPushButton* m_start;
    Environment::Kind m_environment = Environment::Kind::Simulator;
    bool m_isEngineAsked = false;
};

} // namespace jetbridge::ui
