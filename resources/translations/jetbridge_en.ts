<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>EngineText</name>
    <message numerus="yes">
        <source>Its security fixes are %n months old: up to Chromium %1 of %2.</source>
        <translation>
            <numerusform>Its security fixes are %n month old: up to Chromium %1 of %2.</numerusform>
            <numerusform>Its security fixes are %n months old: up to Chromium %1 of %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::BackupDialog</name>
    <message numerus="yes">
        <source>The keychain has no credentials of %Ln customers, so the backup has none of them either.</source>
        <translation>
            <numerusform>The keychain has no credentials of %Ln customer, so the backup has none of them either.</numerusform>
            <numerusform>The keychain has no credentials of %Ln customers, so the backup has none of them either.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::ConsentAgainHint</name>
    <message numerus="yes">
        <source>%n customers must consent again: they consented before the application had all of these scopes.</source>
        <translation>
            <numerusform>%n customer must consent again: it consented before the application had all of these scopes.</numerusform>
            <numerusform>%n customers must consent again: they consented before the application had all of these scopes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n older customers it is not known to which scopes they consented.</source>
        <translation>
            <numerusform>Of %n older customer it is not known to which scopes it consented.</numerusform>
            <numerusform>Of %n older customers it is not known to which scopes they consented.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::CustomersPage</name>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers are in %1.</source>
        <translation>
            <numerusform>%Ln customer is in %1.</numerusform>
            <numerusform>%Ln customers are in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln customers written</source>
        <translation>
            <numerusform>%L1 of %Ln customer written</numerusform>
            <numerusform>%L1 of %Ln customers written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forgetting %1 in %n seconds.</source>
        <translation>
            <numerusform>Forgetting %1 in %n second.</numerusform>
            <numerusform>Forgetting %1 in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::Dashboard</name>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connected</source>
        <translation>
            <numerusform>%n connected</numerusform>
            <numerusform>%n connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disabled</source>
        <translation>
            <numerusform>%n disabled</numerusform>
            <numerusform>%n disabled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n failing</numerusform>
            <numerusform>%n failing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invitations wait for the customer.</source>
        <translation>
            <numerusform>%n invitation waits for the customer.</numerusform>
            <numerusform>%n invitations wait for the customer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::EnvironmentsCard</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::InviteDialog</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::OnboardPage</name>
    <message numerus="yes">
        <source>Page navigation (%n problems)</source>
        <translation>
            <numerusform>Page navigation (%n problem)</numerusform>
            <numerusform>Page navigation (%n problems)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::RateMeter</name>
    <message numerus="yes">
        <source>%n wait for their turn</source>
        <translation>
            <numerusform>%n waits for its turn</numerusform>
            <numerusform>%n wait for their turn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::Screens</name>
    <message numerus="yes">
        <source>%n customers disabled the integration</source>
        <translation>
            <numerusform>%n customer disabled the integration</numerusform>
            <numerusform>%n customers disabled the integration</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::SelectionPanel</name>
    <message numerus="yes">
        <source>%n customers selected</source>
        <translation>
            <numerusform>%n customer selected</numerusform>
            <numerusform>%n customers selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::TrafficPage</name>
    <message numerus="yes">
        <source>Not recorded, because they came too fast, the disk was full or the program ended: %Ln exchanges</source>
        <translation>
            <numerusform>Not recorded, because they came too fast, the disk was full or the program ended: %Ln exchange</numerusform>
            <numerusform>Not recorded, because they came too fast, the disk was full or the program ended: %Ln exchanges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::TrafficSettings</name>
    <message numerus="yes">
        <source>Stored: %Ln exchanges, %1. The oldest are removed first.</source>
        <translation>
            <numerusform>Stored: %Ln exchange, %1. The oldest are removed first.</numerusform>
            <numerusform>Stored: %Ln exchanges, %1. The oldest are removed first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
