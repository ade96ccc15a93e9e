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
</context>
<context>
    <name>jetbridge::ui::OnboardPage</name>
    <message numerus="yes">
        <source>Hops of the page (%n troubles)</source>
        <translation>
            <numerusform>Hops of the page (%n trouble)</numerusform>
            <numerusform>Hops of the page (%n troubles)</numerusform>
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
</TS>
