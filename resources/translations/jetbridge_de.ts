<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>EngineText</name>
    <message>
        <source>Which security fixes it has is not known.</source>
        <translation>Welche Sicherheitskorrekturen er hat, ist nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>Its security fixes are %n months old: up to Chromium %1 of %2.</source>
        <translation>
            <numerusform>Seine Sicherheitskorrekturen sind %n Monat alt: bis Chromium %1 vom %2.</numerusform>
            <numerusform>Seine Sicherheitskorrekturen sind %n Monate alt: bis Chromium %1 vom %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its security fixes go up to Chromium %1, whose date is not known here: between %2 and %3.</source>
        <translation>Seine Sicherheitskorrekturen reichen bis Chromium %1, dessen Datum hier nicht bekannt ist: zwischen %2 und %3.</translation>
    </message>
    <message>
        <source>Its security fixes go up to Chromium %1, whose date is not known here: newer than %2.</source>
        <translation>Seine Sicherheitskorrekturen reichen bis Chromium %1, dessen Datum hier nicht bekannt ist: neuer als %2.</translation>
    </message>
    <message>
        <source>Its security fixes go up to Chromium %1, whose date is not known here: older than %2.</source>
        <translation>Seine Sicherheitskorrekturen reichen bis Chromium %1, dessen Datum hier nicht bekannt ist: älter als %2.</translation>
    </message>
    <message>
        <source>Its security fixes go up to Chromium %1, whose date is not known here.</source>
        <translation>Seine Sicherheitskorrekturen reichen bis Chromium %1, dessen Datum hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Debian gives this engine no security support. In the sandbox and in production, customers&apos; pages therefore open in your web browser unless you choose otherwise.</source>
        <translation>Debian pflegt diesen Browser nicht mit Sicherheitskorrekturen. In der Sandbox und in der Produktion öffnen sich Kundenseiten deshalb in Ihrem Webbrowser, wenn Sie nichts anderes wählen.</translation>
    </message>
    <message>
        <source>Debian 13 has newer fixes in trixie-backports: apt install -t trixie-backports libqt6webenginewidgets6</source>
        <translation>Debian 13 hat neuere Korrekturen in trixie-backports: apt install -t trixie-backports libqt6webenginewidgets6</translation>
    </message>
    <message>
        <source>How old the embedded browser is could not be asked.</source>
        <translation>Wie alt der eingebettete Browser ist, war nicht zu erfahren.</translation>
    </message>
    <message>
        <source>This window&apos;s browser is Chromium %1 (Qt WebEngine %2).</source>
        <translation>Der Browser dieses Fensters ist Chromium %1 (Qt WebEngine %2).</translation>
    </message>
    <message>
        <source>No embedded browser is installed: open customers&apos; pages in your web browser.</source>
        <translation>Es ist kein eingebetteter Browser installiert: Öffnen Sie Kundenseiten in Ihrem Webbrowser.</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>Customer&apos;s browser</source>
        <translation>Browser des Kunden</translation>
    </message>
    <message>
        <source>Partner app</source>
        <translation>Partner-App</translation>
    </message>
    <message>
        <source>Partner API</source>
        <translation>Partner-API</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>Geladen</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>%L1 ms</source>
        <translation>%L1 ms</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>The address is misspelt, or this computer cannot reach its name server (DNS).</source>
        <translation>Die Adresse ist falsch geschrieben, oder dieser Computer erreicht seinen Namensserver (DNS) nicht.</translation>
    </message>
    <message>
        <source>Nobody listens at this address: it is wrong, or the service does not run.</source>
        <translation>An dieser Adresse hört niemand zu: Sie ist falsch, oder der Dienst läuft nicht.</translation>
    </message>
    <message>
        <source>The connection was cut: by the other side, a firewall or a proxy.</source>
        <translation>Die Verbindung wurde getrennt: von der Gegenseite, einer Firewall oder einem Proxy.</translation>
    </message>
    <message>
        <source>The proxy that the system names cannot be reached or does not connect.</source>
        <translation>Der Proxy, den das System nennt, ist nicht erreichbar oder verbindet nicht.</translation>
    </message>
    <message>
        <source>The proxy asks for a user name and a password, which Jetbridge does not have.</source>
        <translation>Der Proxy verlangt Benutzername und Passwort, die Jetbridge nicht hat.</translation>
    </message>
    <message>
        <source>The network, a firewall or a proxy on the way does not let it through.</source>
        <translation>Das Netz, eine Firewall oder ein Proxy unterwegs lässt es nicht durch.</translation>
    </message>
    <message>
        <source>The certificate of the other side has ended, or this computer&apos;s clock is wrong.</source>
        <translation>Das Zertifikat der Gegenseite ist abgelaufen, oder die Uhr dieses Computers geht falsch.</translation>
    </message>
    <message>
        <source>The certificate belongs to another host: the address is wrong, or somebody stands in between.</source>
        <translation>Das Zertifikat gehört zu einem anderen Host: Die Adresse ist falsch, oder jemand steht dazwischen.</translation>
    </message>
    <message>
        <source>The certificate is signed by nobody whom this computer trusts: a proxy that inspects TLS needs its authority in the settings.</source>
        <translation>Das Zertifikat ist von niemandem unterzeichnet, dem dieser Computer vertraut: Ein Proxy, der TLS prüft, braucht seine Zertifizierungsstelle in den Einstellungen.</translation>
    </message>
    <message>
        <source>The address begins with http, which is for this computer only.</source>
        <translation>Die Adresse beginnt mit http, das nur für diesen Computer gilt.</translation>
    </message>
    <message>
        <source>The two sides found no TLS that both take: Jetbridge wants 1.2 or newer.</source>
        <translation>Die beiden Seiten fanden kein TLS, das beide annehmen: Jetbridge verlangt 1.2 oder neuer.</translation>
    </message>
    <message>
        <source>The certificate of the other side, or its version of TLS, is not accepted here.</source>
        <translation>Das Zertifikat der Gegenseite oder ihre TLS-Version wird hier nicht akzeptiert.</translation>
    </message>
    <message>
        <source>They were not entered yet, or they were forgotten.</source>
        <translation>Sie wurden noch nicht eingegeben oder vergessen.</translation>
    </message>
    <message>
        <source>The code was mistyped.</source>
        <translation>Der Code wurde falsch eingetippt.</translation>
    </message>
    <message>
        <source>The customer disabled the integration, or its credentials were replaced.</source>
        <translation>Der Kunde hat die Integration deaktiviert, oder ihre Zugangsdaten wurden ersetzt.</translation>
    </message>
    <message>
        <source>The pair is mistyped, was withdrawn, belongs to another environment, or is expected in another place (body or header).</source>
        <translation>Das Paar ist falsch eingetippt, wurde zurückgezogen, gehört zu einer anderen Umgebung oder wird an anderer Stelle erwartet (Körper oder Kopf der Anfrage).</translation>
    </message>
    <message>
        <source>In production nothing starts without it.</source>
        <translation>In der Produktion beginnt ohne sie nichts.</translation>
    </message>
    <message>
        <source>The customer disabled the integration.</source>
        <translation>Der Kunde hat die Integration deaktiviert.</translation>
    </message>
    <message>
        <source>This client may not use client credentials.</source>
        <translation>Dieser Client darf Client Credentials nicht verwenden.</translation>
    </message>
    <message>
        <source>What would leave holds a secret that is known here.</source>
        <translation>Was hinausgehen sollte, enthält ein hier bekanntes Geheimnis.</translation>
    </message>
    <message>
        <source>Decline was pressed on the consent page.</source>
        <translation>Auf der Zustimmungsseite wurde „Ablehnen“ gewählt.</translation>
    </message>
    <message>
        <source>It was misread, or somebody tried to guess it.</source>
        <translation>Er wurde falsch gelesen, oder jemand wollte ihn erraten.</translation>
    </message>
    <message>
        <source>The customer came later than the code was good for.</source>
        <translation>Der Kunde kam später, als der Code gültig war.</translation>
    </message>
    <message>
        <source>One code is good for one decision.</source>
        <translation>Ein Code gilt für eine Entscheidung.</translation>
    </message>
    <message>
        <source>A customer&apos;s credentials were entered as the master&apos;s.</source>
        <translation>Zugangsdaten eines Kunden wurden als Hauptzugangsdaten eingegeben.</translation>
    </message>
    <message>
        <source>The disk is full, or this file may not be written.</source>
        <translation>Der Datenträger ist voll, oder diese Datei darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>They were deleted here, or this is another keychain.</source>
        <translation>Sie wurden hier gelöscht, oder dies ist ein anderer Schlüsselbund.</translation>
    </message>
    <message>
        <source>Nobody has looked yet whether the earlier confirm call took effect.</source>
        <translation>Noch niemand hat nachgesehen, ob die frühere Bestätigungsanfrage gewirkt hat.</translation>
    </message>
    <message>
        <source>The earlier confirm call took effect.</source>
        <translation>Die frühere Bestätigungsanfrage hat gewirkt.</translation>
    </message>
    <message>
        <source>A newer version of Jetbridge wrote it, in a format that this version cannot read.</source>
        <translation>Eine neuere Version von Jetbridge hat sie geschrieben, in einem Format, das diese Version nicht lesen kann.</translation>
    </message>
    <message>
        <source>The file was cut off when it was written, copied or downloaded.</source>
        <translation>Die Datei wurde beim Schreiben, Kopieren oder Herunterladen abgeschnitten.</translation>
    </message>
    <message>
        <source>The file was changed after it was written, or the disk that holds it is damaged.</source>
        <translation>Die Datei wurde nach dem Schreiben verändert, oder der Datenträger, auf dem sie liegt, ist beschädigt.</translation>
    </message>
    <message>
        <source>The file was created by another program.</source>
        <translation>Ein anderes Programm hat die Datei angelegt.</translation>
    </message>
    <message>
        <source>The file was changed or cut off by something else, or its disk is damaged.</source>
        <translation>Etwas anderes hat die Datei verändert oder abgeschnitten, oder ihr Datenträger ist beschädigt.</translation>
    </message>
    <message>
        <source>Another program has locked the file and does not release it.</source>
        <translation>Ein anderes Programm hat die Datei gesperrt und gibt sie nicht frei.</translation>
    </message>
    <message>
        <source>The file or device behind standard output is full, closed or read-only.</source>
        <translation>Die Datei oder das Gerät hinter der Standardausgabe ist voll, geschlossen oder schreibgeschützt.</translation>
    </message>
    <message>
        <source>The program that read standard output ended before everything was written.</source>
        <translation>Das Programm, das die Standardausgabe las, endete, bevor alles geschrieben war.</translation>
    </message>
    <message>
        <source>The customer did not open the consent page, or did not decide there in time.</source>
        <translation>Der Kunde hat die Zustimmungsseite nicht geöffnet oder dort nicht rechtzeitig entschieden.</translation>
    </message>
    <message>
        <source>gpg waits for something: a passphrase, a smart card, or another gpg that uses the same key ring.</source>
        <translation>gpg wartet auf etwas: auf eine Passphrase, eine Chipkarte oder ein anderes gpg, das denselben Schlüsselring benutzt.</translation>
    </message>
    <message>
        <source>The folder of the state file is missing, or is not yours.</source>
        <translation>Der Ordner der Zustandsdatei fehlt oder gehört Ihnen nicht.</translation>
    </message>
    <message>
        <source>Somebody stopped it here.</source>
        <translation>Jemand hat es hier angehalten.</translation>
    </message>
    <message>
        <source>The keychain is locked, does not run, or has no place for it.</source>
        <translation>Der Schlüsselbund ist gesperrt, läuft nicht oder hat keinen Platz dafür.</translation>
    </message>
    <message>
        <source>The disk is full, read-only or damaged.</source>
        <translation>Der Datenträger ist voll, schreibgeschützt oder beschädigt.</translation>
    </message>
    <message>
        <source>It was never here, or is forgotten.</source>
        <translation>Es war nie hier oder ist vergessen.</translation>
    </message>
    <message>
        <source>Somebody else has it.</source>
        <translation>Jemand anderes hat es.</translation>
    </message>
    <message>
        <source>Jetbridge does not do this as things stand.</source>
        <translation>So, wie es steht, tut Jetbridge das nicht.</translation>
    </message>
    <message>
        <source>Something that was entered.</source>
        <translation>Etwas, das eingegeben wurde.</translation>
    </message>
    <message>
        <source>A scope was not granted, or a system role blocks a scope that was.</source>
        <translation>Ein Scope wurde nicht gewährt, oder eine Systemrolle sperrt einen gewährten.</translation>
    </message>
    <message>
        <source>Not documented. Probably the company did not start at SmartRecruiters, or the application is not approved for it.</source>
        <translation>Nicht dokumentiert. Wahrscheinlich hat das Unternehmen nicht bei SmartRecruiters begonnen, oder die Anwendung ist dafür nicht freigegeben.</translation>
    </message>
    <message>
        <source>A scope is missing, or a system role blocks a scope that was granted.</source>
        <translation>Ein Scope fehlt, oder eine Systemrolle sperrt einen, der gewährt wurde.</translation>
    </message>
    <message>
        <source>The application asks for a scope that SmartRecruiters does not know.</source>
        <translation>Die Anwendung verlangt einen Scope, den SmartRecruiters nicht kennt.</translation>
    </message>
    <message>
        <source>Not documented. Probably the application or company identifier is wrong, or credentials for calls back are missing or not wanted.</source>
        <translation>Nicht dokumentiert. Wahrscheinlich ist die Kennung der Anwendung oder des Unternehmens falsch, oder Zugangsdaten für Rückrufe fehlen oder sind nicht erwünscht.</translation>
    </message>
    <message>
        <source>Not documented. Something in our request is not as SmartRecruiters wants it.</source>
        <translation>Nicht dokumentiert. Etwas in unserer Anfrage ist nicht so, wie SmartRecruiters es wünscht.</translation>
    </message>
    <message>
        <source>The address has moved, or it is not that of the API.</source>
        <translation>Die Adresse ist umgezogen, oder sie ist nicht die der API.</translation>
    </message>
    <message>
        <source>A web page came instead of an answer: from a proxy, a sign-in page, a maintenance page, or because the address is not that of the API.</source>
        <translation>Statt einer Antwort kam eine Webseite: von einem Proxy, einer Anmelde- oder Wartungsseite, oder weil die Adresse nicht die der API ist.</translation>
    </message>
    <message>
        <source>Their side speaks otherwise than the guide says.</source>
        <translation>Ihre Seite spricht anders, als die Anleitung sagt.</translation>
    </message>
    <message>
        <source>Their side is slow today, or a firewall on the way swallows the request.</source>
        <translation>Ihre Seite ist heute langsam, oder eine Firewall unterwegs verschluckt die Anfrage.</translation>
    </message>
    <message>
        <source>Not documented. Probably the company identifier is wrong, or the application is not visible to this company.</source>
        <translation>Nicht dokumentiert. Wahrscheinlich ist die Kennung des Unternehmens falsch, oder die Anwendung ist für dieses Unternehmen nicht sichtbar.</translation>
    </message>
    <message>
        <source>The address is not that of the API, or what was asked for is gone.</source>
        <translation>Die Adresse ist nicht die der API, oder das Gefragte gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Not documented. Probably the company is connected already, or the clientId is taken.</source>
        <translation>Nicht dokumentiert. Wahrscheinlich ist das Unternehmen schon verbunden, oder die clientId ist vergeben.</translation>
    </message>
    <message>
        <source>This credential makes more requests than it may (10 a second and 8 at once are published), perhaps from another program.</source>
        <translation>Mit diesen Zugangsdaten kommen mehr Anfragen als erlaubt (veröffentlicht sind 10 in der Sekunde und 8 zugleich), vielleicht aus einem anderen Programm.</translation>
    </message>
    <message>
        <source>Their service is overloaded or being maintained.</source>
        <translation>Ihr Dienst ist überlastet oder wird gewartet.</translation>
    </message>
    <message>
        <source>Their service failed.</source>
        <translation>Ihr Dienst ist ausgefallen.</translation>
    </message>
    <message>
        <source>No answer came that could be used. What SmartRecruiters did before is not known here.</source>
        <translation>Es kam keine brauchbare Antwort. Was SmartRecruiters vorher getan hat, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The simulator was stopped, or what was asked does not fit how it stands.</source>
        <translation>Der Simulator wurde beendet, oder die Anfrage passt nicht zu seinem Stand.</translation>
    </message>
    <message>
        <source>Your own server did not take the request.</source>
        <translation>Ihr eigener Server hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>The customer decided so, or took too long.</source>
        <translation>Der Kunde hat so entschieden oder zu lange gebraucht.</translation>
    </message>
    <message>
        <source>No master credentials are stored for this environment.</source>
        <translation>Für diese Umgebung sind keine Hauptzugangsdaten gespeichert.</translation>
    </message>
    <message>
        <source>Enter the master credentials that SmartRecruiters gave you, under Application.</source>
        <translation>Geben Sie unter „Anwendung“ die Hauptzugangsdaten ein, die Sie von SmartRecruiters bekommen haben.</translation>
    </message>
    <message>
        <source>SmartRecruiters refused the customer-level credentials.</source>
        <translation>SmartRecruiters hat die Kundenzugangsdaten abgelehnt.</translation>
    </message>
    <message>
        <source>Ask the customer whether the integration is still enabled; if it is, onboard them again.</source>
        <translation>Fragen Sie den Kunden, ob die Integration noch aktiviert ist; wenn ja, binden Sie ihn erneut an.</translation>
    </message>
    <message>
        <source>The customer could not sign in: the one-time code was wrong.</source>
        <translation>Der Kunde konnte sich nicht anmelden: Der Einmalcode war falsch.</translation>
    </message>
    <message>
        <source>Give the customer the code once more, or make a new one.</source>
        <translation>Geben Sie dem Kunden den Code noch einmal oder erstellen Sie einen neuen.</translation>
    </message>
    <message>
        <source>SmartRecruiters refused the master credentials.</source>
        <translation>SmartRecruiters hat die Hauptzugangsdaten abgelehnt.</translation>
    </message>
    <message>
        <source>Enter the current master credentials under Application; if they are right, ask SmartRecruiters whether they were withdrawn.</source>
        <translation>Geben Sie unter „Anwendung“ die aktuellen Hauptzugangsdaten ein; wenn sie stimmen, fragen Sie SmartRecruiters, ob sie zurückgezogen wurden.</translation>
    </message>
    <message>
        <source>Nothing was started: in production the company&apos;s identifier must be typed once more.</source>
        <translation>Nichts wurde begonnen: In der Produktion muss die Kennung des Unternehmens noch einmal eingetippt werden.</translation>
    </message>
    <message>
        <source>Type it exactly as it stands in the company&apos;s field, then start.</source>
        <translation>Tippen Sie sie genau so ein, wie sie im Feld des Unternehmens steht, und beginnen Sie dann.</translation>
    </message>
    <message>
        <source>Nothing was sent: the customer disabled the integration at SmartRecruiters.</source>
        <translation>Es wurde nichts gesendet: Der Kunde hat die Integration bei SmartRecruiters deaktiviert.</translation>
    </message>
    <message>
        <source>Ask the customer whether it is enabled again, then verify it; otherwise onboard them again.</source>
        <translation>Fragen Sie den Kunden, ob sie wieder aktiviert ist, und prüfen Sie sie dann; sonst binden Sie ihn neu an.</translation>
    </message>
    <message>
        <source>The customer declined.</source>
        <translation>Der Kunde hat abgelehnt.</translation>
    </message>
    <message>
        <source>Ask the customer why they declined. For another decision they need a new one-time code.</source>
        <translation>Fragen Sie den Kunden, warum er abgelehnt hat. Für eine andere Entscheidung braucht er einen neuen Einmalcode.</translation>
    </message>
    <message>
        <source>Too many wrong attempts: the one-time code is no longer valid.</source>
        <translation>Zu viele falsche Versuche: Der Einmalcode ist nicht mehr gültig.</translation>
    </message>
    <message>
        <source>Give the customer a new one-time code, by a way on which nobody else reads it.</source>
        <translation>Geben Sie dem Kunden einen neuen Einmalcode, auf einem Weg, auf dem ihn sonst niemand liest.</translation>
    </message>
    <message>
        <source>The one-time code was entered after it had expired.</source>
        <translation>Der Einmalcode wurde eingegeben, nachdem er abgelaufen war.</translation>
    </message>
    <message>
        <source>Give the customer a new one-time code, and say until when it is good.</source>
        <translation>Geben Sie dem Kunden einen neuen Einmalcode und sagen Sie ihm, bis wann er gilt.</translation>
    </message>
    <message>
        <source>The one-time code was entered again after it had been used.</source>
        <translation>Der Einmalcode wurde noch einmal eingegeben, nachdem er schon benutzt war.</translation>
    </message>
    <message>
        <source>For another decision give the customer a new one-time code.</source>
        <translation>Geben Sie dem Kunden für eine andere Entscheidung einen neuen Einmalcode.</translation>
    </message>
    <message>
        <source>The keychain has no credentials of this customer.</source>
        <translation>Der Schlüsselbund hat keine Zugangsdaten dieses Kunden.</translation>
    </message>
    <message>
        <source>Onboard the customer again to get new ones, or restore a backup that has them (Settings).</source>
        <translation>Binden Sie den Kunden neu an, um neue zu bekommen, oder stellen Sie eine Sicherung wieder her, die sie enthält (Einstellungen).</translation>
    </message>
    <message>
        <source>No second confirm request was sent: the outcome of the earlier one for this company is unknown.</source>
        <translation>Es wurde keine zweite Bestätigungsanfrage gesendet: Das Ergebnis der früheren für dieses Unternehmen ist unbekannt.</translation>
    </message>
    <message>
        <source>Open the company under Customers and resolve it first.</source>
        <translation>Öffnen Sie das Unternehmen unter „Kunden“ und klären Sie zuerst diesen Ausgang.</translation>
    </message>
    <message>
        <source>No second confirm request was sent: the earlier one for this company took effect, but its credentials never reached us.</source>
        <translation>Es wurde keine zweite Bestätigungsanfrage gesendet: Die frühere für dieses Unternehmen hat gewirkt, aber ihre Zugangsdaten haben uns nie erreicht.</translation>
    </message>
    <message>
        <source>Have the customer disable the integration, then resolve it under Customers and start again.</source>
        <translation>Lassen Sie den Kunden die Integration deaktivieren, klären Sie den Ausgang dann unter „Kunden“ und fangen Sie neu an.</translation>
    </message>
    <message>
        <source>It was stopped before anything was confirmed.</source>
        <translation>Es wurde abgebrochen, bevor etwas bestätigt wurde.</translation>
    </message>
    <message>
        <source>Start again whenever you like.</source>
        <translation>Beginnen Sie noch einmal, wann immer Sie möchten.</translation>
    </message>
    <message>
        <source>The keychain did not keep the customer&apos;s credentials.</source>
        <translation>Der Schlüsselbund hat die Zugangsdaten des Kunden nicht behalten.</translation>
    </message>
    <message>
        <source>Unlock the keychain. Jetbridge holds the credentials in memory until then and stores them by itself; do not quit.</source>
        <translation>Entsperren Sie den Schlüsselbund. Jetbridge hält die Zugangsdaten bis dahin im Speicher und speichert sie von selbst; beenden Sie es nicht.</translation>
    </message>
    <message>
        <source>The keychain is locked or missing, so no secret was asked for.</source>
        <translation>Der Schlüsselbund ist gesperrt oder fehlt; deshalb wurde kein Geheimnis angefordert.</translation>
    </message>
    <message>
        <source>Unlock the keychain of this computer, then try again.</source>
        <translation>Entsperren Sie den Schlüsselbund dieses Computers und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The keychain has the customer&apos;s credentials, but the data folder cannot be written.</source>
        <translation>Der Schlüsselbund hat die Zugangsdaten des Kunden, aber in den Datenordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Free some disk space and check who may write to the data folder. Jetbridge holds the credentials in memory until then and goes on by itself; do not quit.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger und prüfen Sie, wer in den Datenordner schreiben darf. Jetbridge hält die Zugangsdaten bis dahin im Speicher und macht von selbst weiter; beenden Sie es nicht.</translation>
    </message>
    <message>
        <source>The data folder cannot be read or written.</source>
        <translation>Der Datenordner kann nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>Free some disk space and check who may write to the data folder, then try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, prüfen Sie, wer in den Datenordner schreiben darf, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>It is not here (any more).</source>
        <translation>Es ist hier nicht (mehr) vorhanden.</translation>
    </message>
    <message>
        <source>Look again at what there is now.</source>
        <translation>Sehen Sie nach, was jetzt vorhanden ist.</translation>
    </message>
    <message>
        <source>It is already there, was changed meanwhile, or the name is already taken.</source>
        <translation>Es ist bereits vorhanden, wurde inzwischen geändert, oder der Name ist schon vergeben.</translation>
    </message>
    <message>
        <source>Choose another one, or close what holds it, then try again.</source>
        <translation>Wählen Sie etwas anderes oder schließen Sie, was es belegt, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Nothing was sent: %1</source>
        <translation>Es wurde nichts gesendet: %1</translation>
    </message>
    <message>
        <source>Correct it, then try again.</source>
        <translation>Berichtigen Sie die Eingabe und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Something that was entered is not valid.</source>
        <translation>Eine der Eingaben ist nicht gültig.</translation>
    </message>
    <message>
        <source>Not valid: %1</source>
        <translation>Nicht gültig: %1</translation>
    </message>
    <message>
        <source>No answer came in time while %1.</source>
        <translation>Bei diesem Schritt kam keine rechtzeitige Antwort: %1.</translation>
    </message>
    <message>
        <source>Try again; nothing was changed.</source>
        <translation>Versuchen Sie es noch einmal; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The other side could not be reached while %1.</source>
        <translation>Die Gegenstelle war bei diesem Schritt nicht erreichbar: %1.</translation>
    </message>
    <message>
        <source>Check the network, the proxy and the addresses in Settings, then try again.</source>
        <translation>Prüfen Sie das Netzwerk, den Proxy und die Adressen in den Einstellungen und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The connection is not secure, so nothing was sent.</source>
        <translation>Die Verbindung ist nicht sicher; deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the clock of this computer, the certificate and the authority in Settings.</source>
        <translation>Prüfen Sie die Uhr dieses Computers, das Zertifikat und die Zertifizierungsstelle in den Einstellungen.</translation>
    </message>
    <message>
        <source>The simulator did not do this: %1</source>
        <translation>Der Simulator hat das nicht getan: %1</translation>
    </message>
    <message>
        <source>Look at the Simulator&apos;s page, then try again.</source>
        <translation>Sehen Sie auf der Seite Simulator nach und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Your own server did not take it: %1</source>
        <translation>Ihr eigener Server hat es nicht angenommen: %1</translation>
    </message>
    <message>
        <source>Look at your server&apos;s log, then try again.</source>
        <translation>Sehen Sie im Protokoll Ihres Servers nach und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The integration is there, but the first call on the customer&apos;s behalf was not allowed.</source>
        <translation>Die Integration besteht, aber der erste Aufruf im Namen des Kunden war nicht erlaubt.</translation>
    </message>
    <message>
        <source>Ask the customer to check the granted scopes and the role of the integration&apos;s user, then verify again.</source>
        <translation>Bitten Sie den Kunden, die erteilten Berechtigungen (Scopes) und die Rolle des Integrationsbenutzers zu prüfen, und prüfen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>SmartRecruiters does not allow this request.</source>
        <translation>SmartRecruiters erlaubt diese Anfrage nicht.</translation>
    </message>
    <message>
        <source>Make sure that the customer started from the Apps &amp; Integrations page, then tell the Partner &amp; API Team.</source>
        <translation>Stellen Sie sicher, dass der Kunde auf der Seite „Apps &amp; Integrations“ begonnen hat, und wenden Sie sich dann an das Partner &amp; API Team.</translation>
    </message>
    <message>
        <source>SmartRecruiters does not know this company or integration.</source>
        <translation>SmartRecruiters kennt dieses Unternehmen oder diese Integration nicht.</translation>
    </message>
    <message>
        <source>Check the company identifier and the environment.</source>
        <translation>Prüfen Sie die Unternehmenskennung und die Umgebung.</translation>
    </message>
    <message>
        <source>It is already there, or the name is already taken.</source>
        <translation>Das gibt es schon, oder der Name ist schon vergeben.</translation>
    </message>
    <message>
        <source>Ask the customer to disable the integration first, then onboard them again.</source>
        <translation>Bitten Sie den Kunden, die Integration zuerst zu deaktivieren, und binden Sie ihn dann erneut an.</translation>
    </message>
    <message>
        <source>SmartRecruiters asks us to slow down.</source>
        <translation>SmartRecruiters bittet, langsamer vorzugehen.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>Warten Sie eine Minute und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>SmartRecruiters has a problem of its own.</source>
        <translation>SmartRecruiters hat selbst ein Problem.</translation>
    </message>
    <message>
        <source>Try again in a few minutes; if it stays, tell the Partner &amp; API Team.</source>
        <translation>Versuchen Sie es in einigen Minuten noch einmal; wenn es so bleibt, wenden Sie sich an das Partner &amp; API Team.</translation>
    </message>
    <message>
        <source>The answer was not what the guide promises.</source>
        <translation>Die Antwort war nicht so, wie die Anleitung sie verspricht.</translation>
    </message>
    <message>
        <source>Try again; if it stays, tell the Partner &amp; API Team.</source>
        <translation>Versuchen Sie es noch einmal; wenn es so bleibt, wenden Sie sich an das Partner &amp; API Team.</translation>
    </message>
    <message>
        <source>The confirm request was sent, but no usable answer came: the integration may or may not exist.</source>
        <translation>Die Bestätigungsanfrage wurde gesendet, aber es kam keine brauchbare Antwort: Ob die Integration besteht, ist offen.</translation>
    </message>
    <message>
        <source>Ask SmartRecruiters whether it exists, then resolve it under Customers.</source>
        <translation>Fragen Sie SmartRecruiters, ob sie besteht, und klären Sie den Ausgang dann unter „Kunden“.</translation>
    </message>
    <message>
        <source>SmartRecruiters did not accept the request while %1.</source>
        <translation>SmartRecruiters hat die Anfrage bei diesem Schritt nicht angenommen: %1.</translation>
    </message>
    <message>
        <source>Correct what its answer names, if it names something; otherwise tell the Partner &amp; API Team.</source>
        <translation>Berichtigen Sie, was die Antwort nennt, wenn sie etwas nennt; sonst wenden Sie sich an das Partner &amp; API Team.</translation>
    </message>
    <message>
        <source>The customer did not approve, or the one-time code has ended.</source>
        <translation>Der Kunde hat nicht genehmigt, oder der Einmalcode ist nicht mehr gültig.</translation>
    </message>
    <message>
        <source>Talk to the customer, then give them a new one-time code.</source>
        <translation>Sprechen Sie mit dem Kunden und geben Sie ihm dann einen neuen Einmalcode.</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>asking the simulator</source>
        <translation>Simulator fragen</translation>
    </message>
    <message>
        <source>calling your own server</source>
        <translation>eigenen Server aufrufen</translation>
    </message>
    <message>
        <source>getting the bearer token</source>
        <translation>Bearer-Token abrufen</translation>
    </message>
    <message>
        <source>waiting for the customer&apos;s consent</source>
        <translation>Zustimmung des Kunden abwarten</translation>
    </message>
    <message>
        <source>confirming the integration</source>
        <translation>Integration bestätigen</translation>
    </message>
    <message>
        <source>storing the credentials</source>
        <translation>Zugangsdaten speichern</translation>
    </message>
    <message>
        <source>sending the customer back</source>
        <translation>Kunden zurückleiten</translation>
    </message>
    <message>
        <source>proving that it works</source>
        <translation>Funktion nachweisen</translation>
    </message>
    <message>
        <source>receiving a notification</source>
        <translation>Benachrichtigung empfangen</translation>
    </message>
    <message>
        <source>deleting the credentials</source>
        <translation>Zugangsdaten löschen</translation>
    </message>
    <message>
        <source>keeping the history</source>
        <translation>der Verlauf aufbewahrt wurde</translation>
    </message>
    <message>
        <source>putting other master credentials to use</source>
        <translation>andere Master-Zugangsdaten in Gebrauch genommen wurden</translation>
    </message>
    <message>
        <source>handing over the credentials</source>
        <translation>Zugangsdaten übergeben</translation>
    </message>
    <message>
        <source>Your token endpoint did not answer: it does not run (`jetbridge-cli serve`, where Jetbridge serves it), its address is wrong, or a proxy or firewall is in the way.</source>
        <translation>Ihr Token-Endpunkt antwortete nicht: Er läuft nicht (`jetbridge-cli serve`, wo Jetbridge ihn bedient), seine Adresse ist falsch, oder ein Proxy oder eine Firewall steht im Weg.</translation>
    </message>
    <message>
        <source>Your token endpoint does not know this pair, or wants to be asked in another way: it belongs to another server, was mistyped, or may not use client_credentials.</source>
        <translation>Ihr Token-Endpunkt kennt dieses Paar nicht oder will anders gefragt werden: Es gehört zu einem anderen Server, ist falsch abgeschrieben oder darf client_credentials nicht verwenden.</translation>
    </message>
    <message>
        <source>What answers at the registered oauthTokenUrl is no OAuth 2.0 token endpoint.</source>
        <translation>Was unter der registrierten oauthTokenUrl antwortet, ist kein OAuth-2.0-Token-Endpunkt.</translation>
    </message>
    <message>
        <source>Who serves the registered oauthTokenUrl is a setting of the environment, and the pairs come from there.</source>
        <translation>Wer die registrierte oauthTokenUrl bedient, ist eine Einstellung der Umgebung; von dort kommen auch die Paare.</translation>
    </message>
    <message>
        <source>Nothing was confirmed: %1</source>
        <translation>Es wurde nichts bestätigt: %1</translation>
    </message>
    <message>
        <source>Mend your token endpoint, then start again.</source>
        <translation>Bringen Sie Ihren Token-Endpunkt in Ordnung und beginnen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Choose in Settings who serves oauthTokenUrl, then start again.</source>
        <translation>Wählen Sie in den Einstellungen, wer oauthTokenUrl bedient, und beginnen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>rehearsing how SmartRecruiters gets a token from you</source>
        <translation>die Probe, wie SmartRecruiters ein Token von Ihnen erhält</translation>
    </message>
    <message>
        <source>Your authorization server registers a client only for an initial access token.</source>
        <translation>Ihr Autorisierungsserver registriert einen Client nur gegen ein Initial Access Token.</translation>
    </message>
    <message>
        <source>Your authorization server does not accept the initial access token: it is wrong, has expired or was used up.</source>
        <translation>Ihr Autorisierungsserver akzeptiert das Initial Access Token nicht: Es ist falsch, abgelaufen oder aufgebraucht.</translation>
    </message>
    <message>
        <source>That is between Jetbridge and your own authorization server: SmartRecruiters was not asked.</source>
        <translation>Das betrifft nur Jetbridge und Ihren eigenen Autorisierungsserver: SmartRecruiters wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>Your backend checks the signature of each webhook, which needs a secret.</source>
        <translation>Ihr Backend prüft die Signatur jedes Webhooks, wofür ein Geheimnis nötig ist.</translation>
    </message>
    <message>
        <source>Your backend does not accept the webhook&apos;s signature: it has another secret, or its clock differs.</source>
        <translation>Ihr Backend nimmt die Signatur des Webhooks nicht an: Es hat ein anderes Geheimnis, oder seine Uhr geht anders.</translation>
    </message>
    <message>
        <source>That is between Jetbridge and your own backend: SmartRecruiters was not asked.</source>
        <translation>Das ist eine Sache zwischen Jetbridge und Ihrem eigenen Backend: SmartRecruiters wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>Give the environment the secret that your backend knows (jetbridge-cli environment set), then start again.</source>
        <translation>Geben Sie der Umgebung das Geheimnis, das Ihr Backend kennt (jetbridge-cli environment set), und beginnen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>When your backend takes webhooks again, retry what it has not taken (jetbridge-cli registrations retry), then start again.</source>
        <translation>Wenn Ihr Backend wieder Webhooks annimmt, senden Sie erneut, was es nicht angenommen hat (jetbridge-cli registrations retry), und beginnen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Wait until then, then start again.</source>
        <translation>Warten Sie bis dahin und beginnen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Fix it in your backend or in the environment&apos;s webhook settings, then start again.</source>
        <translation>Beheben Sie es in Ihrem Backend oder in den Webhook-Einstellungen der Umgebung, und beginnen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Look for the client in your authorization server and delete it there, then start again.</source>
        <translation>Suchen Sie den Client in Ihrem Autorisierungsserver, löschen Sie ihn dort und beginnen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Give the environment a new initial access token (jetbridge-cli environment set), then start again.</source>
        <translation>Geben Sie der Umgebung ein neues Initial Access Token (jetbridge-cli environment set) und beginnen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Fix it in your authorization server or in the environment&apos;s registration settings, then start again.</source>
        <translation>Beheben Sie es in Ihrem Autorisierungsserver oder in den Registrierungseinstellungen der Umgebung und beginnen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>registering a client at your own server</source>
        <translation>die Registrierung eines Clients bei Ihrem eigenen Server</translation>
    </message>
</context>
<context>
    <name>FailureText</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Der Kunde</translation>
    </message>
    <message>
        <source>SmartRecruiters</source>
        <translation>SmartRecruiters</translation>
    </message>
    <message>
        <source>Your IT</source>
        <translation>Ihre IT-Abteilung</translation>
    </message>
</context>
<context>
    <name>KnownScopes</name>
    <message>
        <source>Start approvals</source>
        <translation>Genehmigungen anstoßen</translation>
    </message>
    <message>
        <source>Read approvals</source>
        <translation>Genehmigungen lesen</translation>
    </message>
    <message>
        <source>Read orders for assessments</source>
        <translation>Bestellungen von Eignungstests lesen</translation>
    </message>
    <message>
        <source>Read audit log</source>
        <translation>Lesen, wer was geändert hat</translation>
    </message>
    <message>
        <source>Add candidates</source>
        <translation>Bewerber anlegen</translation>
    </message>
    <message>
        <source>Add, change and delete candidates</source>
        <translation>Bewerber anlegen, ändern und löschen</translation>
    </message>
    <message>
        <source>Read offers to candidates</source>
        <translation>Angebote an Bewerber lesen</translation>
    </message>
    <message>
        <source>Read candidates</source>
        <translation>Bewerber lesen</translation>
    </message>
    <message>
        <source>Read candidate status</source>
        <translation>Lesen, wie weit Bewerber sind</translation>
    </message>
    <message>
        <source>Read name, location and logo of the company</source>
        <translation>Name, Ort und Logo des Unternehmens lesen</translation>
    </message>
    <message>
        <source>Change departments, fields and other settings</source>
        <translation>Abteilungen, Felder und andere Einstellungen ändern</translation>
    </message>
    <message>
        <source>Read departments, fields and other settings</source>
        <translation>Abteilungen, Felder und andere Einstellungen lesen</translation>
    </message>
    <message>
        <source>Read kinds of interviews</source>
        <translation>Arten von Gesprächen lesen</translation>
    </message>
    <message>
        <source>Change kinds of interviews</source>
        <translation>Arten von Gesprächen ändern</translation>
    </message>
    <message>
        <source>Read interviews</source>
        <translation>Gespräche lesen</translation>
    </message>
    <message>
        <source>Plan and change interviews</source>
        <translation>Gespräche planen und ändern</translation>
    </message>
    <message>
        <source>Add and change jobs</source>
        <translation>Stellen anlegen und ändern</translation>
    </message>
    <message>
        <source>Publish jobs and take them back</source>
        <translation>Stellen veröffentlichen und zurückziehen</translation>
    </message>
    <message>
        <source>Read jobs</source>
        <translation>Stellen lesen</translation>
    </message>
    <message>
        <source>Read messages</source>
        <translation>Nachrichten lesen</translation>
    </message>
    <message>
        <source>Send messages</source>
        <translation>Nachrichten senden</translation>
    </message>
    <message>
        <source>Read reports</source>
        <translation>Berichte lesen</translation>
    </message>
    <message>
        <source>Make reports</source>
        <translation>Berichte erstellen</translation>
    </message>
    <message>
        <source>Read reviews of candidates</source>
        <translation>Bewertungen von Bewerbern lesen</translation>
    </message>
    <message>
        <source>Write reviews of candidates</source>
        <translation>Bewertungen von Bewerbern schreiben</translation>
    </message>
    <message>
        <source>Read the account that calls</source>
        <translation>Das aufrufende Konto lesen</translation>
    </message>
    <message>
        <source>Add and change users</source>
        <translation>Benutzer anlegen und ändern</translation>
    </message>
    <message>
        <source>Read users</source>
        <translation>Benutzer lesen</translation>
    </message>
    <message>
        <source>Delete webhooks</source>
        <translation>Webhooks löschen</translation>
    </message>
    <message>
        <source>Add, change and delete webhooks</source>
        <translation>Webhooks anlegen, ändern und löschen</translation>
    </message>
    <message>
        <source>Read webhooks</source>
        <translation>Webhooks lesen</translation>
    </message>
    <message>
        <source>Add and change webhooks</source>
        <translation>Webhooks anlegen und ändern</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>LoadText</name>
    <message>
        <source>No computer is known by the name %1. Check the address, the network and the VPN.</source>
        <translation>Der Name %1 ist nicht bekannt. Prüfen Sie die Adresse, das Netzwerk und das VPN.</translation>
    </message>
    <message>
        <source>%1 refused the connection: nothing listens there. Start it, or check the port.</source>
        <translation>%1 hat die Verbindung abgelehnt: dort nimmt niemand an. Starten Sie den Dienst oder prüfen Sie den Port.</translation>
    </message>
    <message>
        <source>%1 cannot be reached from this network. Check the network and the VPN.</source>
        <translation>%1 ist aus diesem Netzwerk nicht erreichbar. Prüfen Sie das Netzwerk und das VPN.</translation>
    </message>
    <message>
        <source>%1 ended the connection before the page was there. Load it again.</source>
        <translation>%1 hat die Verbindung beendet, bevor die Seite da war. Laden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>%1 ended the connection without an answer. Load it again.</source>
        <translation>%1 hat die Verbindung ohne Antwort beendet. Laden Sie die Seite noch einmal.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Load it again, or check the network.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Laden Sie die Seite noch einmal oder prüfen Sie das Netzwerk.</translation>
    </message>
    <message>
        <source>%1 redirects the browser without end. Whoever runs it must end that.</source>
        <translation>%1 leitet den Browser endlos weiter. Das muss der Betreiber beheben.</translation>
    </message>
    <message>
        <source>This page came from a form that was sent to %1 and was not kept. Loading it again sends the form again.</source>
        <translation>Diese Seite kam von einem Formular, das an %1 gesendet wurde, und ist nicht mehr vorhanden. Neu laden sendet das Formular noch einmal.</translation>
    </message>
    <message>
        <source>%1 wants a certificate of this computer, which Jetbridge does not show. Use your web browser.</source>
        <translation>%1 verlangt ein Zertifikat dieses Rechners, das Jetbridge nicht vorlegt. Nehmen Sie Ihren Webbrowser.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired or is not valid yet. Check this computer&apos;s clock; else whoever runs it must renew it.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen oder noch nicht gültig. Prüfen Sie die Uhr dieses Rechners; sonst muss der Betreiber es erneuern.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another name. Check the address.</source>
        <translation>Das Zertifikat von %1 gilt für einen anderen Namen. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>The certificate of %1 is from an authority that this computer does not know.</source>
        <translation>Das Zertifikat von %1 stammt von einer Stelle, die dieser Rechner nicht kennt.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid.</source>
        <translation>Das Zertifikat von %1 ist ungültig.</translation>
    </message>
    <message>
        <source>%1 and this program found no way to encrypt. Check that the port speaks https.</source>
        <translation>Mit %1 kam keine Verschlüsselung zustande. Prüfen Sie, ob der Port https spricht.</translation>
    </message>
    <message>
        <source>What %1 answered is not HTTP as the standard has it. Check the port.</source>
        <translation>Was %1 geantwortet hat, ist kein gültiges HTTP. Prüfen Sie den Port.</translation>
    </message>
    <message>
        <source>The proxy did not let this program through to %1. Check the proxy&apos;s settings.</source>
        <translation>Der Proxy hat dieses Programm nicht zu %1 durchgelassen. Prüfen Sie die Proxy-Einstellungen.</translation>
    </message>
    <message>
        <source>%1 does not let this page be shown here. Use your web browser.</source>
        <translation>%1 lässt diese Seite hier nicht anzeigen. Nehmen Sie Ihren Webbrowser.</translation>
    </message>
    <message>
        <source>%1 answered without a page.</source>
        <translation>%1 hat ohne Seite geantwortet.</translation>
    </message>
    <message>
        <source>%1 did not bring a page.</source>
        <translation>%1 hat keine Seite geliefert.</translation>
    </message>
    <message>
        <source>%1 answered with the status %2 and no page.</source>
        <translation>%1 hat mit dem Status %2 und ohne Seite geantwortet.</translation>
    </message>
</context>
<context>
    <name>Mask</name>
    <message>
        <source>Customer %1</source>
        <translation>Kunde %1</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>The customer declined.</source>
        <translation>Der Kunde hat abgelehnt.</translation>
    </message>
    <message>
        <source>The customer signed in.</source>
        <translation>Der Kunde hat sich angemeldet.</translation>
    </message>
    <message>
        <source>A wrong code was typed. Tries left: %1.</source>
        <translation>Ein falscher Code wurde eingegeben. Verbleibende Versuche: %1.</translation>
    </message>
    <message>
        <source>A one-time code was made for the customer.</source>
        <translation>Ein Einmalcode für den Kunden wurde erstellt.</translation>
    </message>
    <message>
        <source>must be https (http is allowed on this computer only).</source>
        <translation>muss https sein (http ist nur auf diesem Computer erlaubt).</translation>
    </message>
    <message>
        <source>points to this computer: only the simulator can reach it.</source>
        <translation>zeigt auf diesen Computer: Nur der Simulator erreicht ihn.</translation>
    </message>
    <message>
        <source>has no host.</source>
        <translation>hat keinen Host.</translation>
    </message>
    <message>
        <source>must not have a fragment (#...).</source>
        <translation>darf kein Fragment haben (#...).</translation>
    </message>
    <message>
        <source>must not carry a user name or password.</source>
        <translation>darf weder Benutzernamen noch Passwort enthalten.</translation>
    </message>
    <message>
        <source>is missing: customers see it on the Apps &amp; Integrations page.</source>
        <translation>fehlt: Kunden sehen es auf der Seite „Apps &amp; Integrations“.</translation>
    </message>
    <message>
        <source>should be an https URL or an embedded image (data:).</source>
        <translation>sollte eine https-URL oder ein eingebettetes Bild sein (data:).</translation>
    </message>
    <message>
        <source>are missing: without a scope no API call is allowed.</source>
        <translation>fehlen: Ohne Berechtigung (Scope) ist kein API-Aufruf erlaubt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid scope name.</source>
        <translation>„%1“ ist kein gültiger Scope-Name.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is named twice.</source>
        <translation>„%1“ ist zweimal genannt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no reason: the review follows the Principle of Least Privilege.</source>
        <translation>„%1“ hat keine Begründung: Geprüft wird nach dem Prinzip der geringsten Rechte.</translation>
    </message>
    <message>
        <source>without &quot;company_read&quot; the connection cannot be proved by reading the company&apos;s name.</source>
        <translation>ohne „company_read“ lässt sich die Verbindung nicht durch Lesen des Unternehmensnamens nachweisen.</translation>
    </message>
    <message>
        <source>is missing: customers are sent there to sign in and approve.</source>
        <translation>fehlt: Dorthin werden Kunden geleitet, um sich anzumelden und zu genehmigen.</translation>
    </message>
    <message>
        <source>must not carry companyId or redirect itself: SmartRecruiters adds them.</source>
        <translation>darf companyId und redirect nicht selbst enthalten: SmartRecruiters fügt sie hinzu.</translation>
    </message>
    <message>
        <source>needs oauthTokenUrl: without it SmartRecruiters sends no notifications.</source>
        <translation>braucht oauthTokenUrl: Ohne sie sendet SmartRecruiters keine Benachrichtigungen.</translation>
    </message>
    <message>
        <source>is empty: you will not be told when a customer disables the integration.</source>
        <translation>ist leer: Sie erfahren nicht, wenn ein Kunde die Integration deaktiviert.</translation>
    </message>
    <message>
        <source>The API calls this company &quot;%1&quot;.</source>
        <translation>Die API nennt dieses Unternehmen „%1“.</translation>
    </message>
    <message>
        <source>The integration did exist at SmartRecruiters, without its credentials having reached us; the customer has now disabled it: start again.</source>
        <translation>Die Integration bestand bei SmartRecruiters, ohne dass ihre Zugangsdaten uns erreicht hatten; der Kunde hat sie nun deaktiviert: Beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The customer disabled the integration at SmartRecruiters.</source>
        <translation>Der Kunde hat die Integration bei SmartRecruiters deaktiviert.</translation>
    </message>
    <message>
        <source>SmartRecruiters uses the credentials of this run: the integration exists there, but its customer-level credentials never reached us. Have the customer disable it and start again.</source>
        <translation>SmartRecruiters verwendet die Zugangsdaten dieses Durchgangs: Die Integration besteht dort, aber ihre Kundenzugangsdaten haben uns nie erreicht. Lassen Sie den Kunden sie deaktivieren und beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Staff resolved the unknown outcome; the company may be onboarded again.</source>
        <translation>Das unbekannte Ergebnis wurde von Hand geklärt; das Unternehmen kann erneut angebunden werden.</translation>
    </message>
    <message>
        <source>system keychain</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>memory (this process only)</source>
        <translation>Arbeitsspeicher (nur dieser Prozess)</translation>
    </message>
    <message>
        <source>The customer disabled the integration; its credentials were deleted here.</source>
        <translation>Der Kunde hat die Integration deaktiviert; ihre Zugangsdaten wurden hier gelöscht.</translation>
    </message>
    <message>
        <source>The program ended right after the credentials were stored: verify the integration.</source>
        <translation>Das Programm endete gleich nach dem Speichern der Zugangsdaten: Prüfen Sie die Integration.</translation>
    </message>
    <message>
        <source>Found in the keychain after the program had ended.</source>
        <translation>Im Schlüsselbund gefunden, nachdem das Programm geendet hatte.</translation>
    </message>
    <message>
        <source>SmartRecruiters confirmed this integration, but the program ended before the keychain had its customer-level credentials: they are lost. Have the customer disable it and start again.</source>
        <translation>SmartRecruiters hat diese Integration bestätigt, aber das Programm endete, bevor der Schlüsselbund ihre Kundenzugangsdaten hatte: Sie sind verloren. Lassen Sie den Kunden sie deaktivieren und beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The program ended before the credentials were stored: they are lost.</source>
        <translation>Das Programm endete, bevor die Zugangsdaten gespeichert waren: Sie sind verloren.</translation>
    </message>
    <message>
        <source>The customer-level credentials are not in the keychain yet.</source>
        <translation>Die Kundenzugangsdaten sind noch nicht im Schlüsselbund.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a complete URL.</source>
        <translation>„%1“ ist keine vollständige URL.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be https (http is allowed on this computer only).</source>
        <translation>„%1“ muss https sein (http ist nur auf diesem Computer erlaubt).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must not have a fragment (RFC 6749 3.2).</source>
        <translation>„%1“ darf kein Fragment haben (RFC 6749 3.2).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must not carry a user name or password.</source>
        <translation>„%1“ darf weder Benutzernamen noch Passwort enthalten.</translation>
    </message>
    <message>
        <source>The environment&apos;s name must be 1-32 of a-z, 0-9 and -, not &quot;%1&quot;.</source>
        <translation>Der Name der Umgebung muss aus 1-32 Zeichen von a-z, 0-9 und - bestehen, nicht „%1“.</translation>
    </message>
    <message>
        <source>A simulator environment must stay on this computer (localhost, 127.0.0.1 or [::1]).</source>
        <translation>Eine Simulator-Umgebung muss auf diesem Computer bleiben (localhost, 127.0.0.1 oder [::1]).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be from 60 to 3600 (RFC 6750 5.3).</source>
        <translation>„%1“ muss zwischen 60 und 3600 liegen (RFC 6750 5.3).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a host name (write it without https:// and path).</source>
        <translation>„%1“ ist kein Hostname (ohne https:// und Pfad schreiben).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an origin (scheme://host[:port], nothing after it).</source>
        <translation>„%1“ ist kein Ursprung (scheme://host[:port], nichts dahinter).</translation>
    </message>
    <message>
        <source>Nothing was exported: exchange %1 contains a known secret. Clear the recorded traffic, or exclude that exchange.</source>
        <translation>Nichts wurde exportiert: Austausch %1 enthält ein Geheimnis, das dieses Programm kennt. Leeren Sie den aufgezeichneten Verkehr, oder lassen Sie diesen Austausch weg.</translation>
    </message>
    <message>
        <source>Nothing was exported: the diagram contains a known secret. Clear the recorded traffic, or exclude that exchange.</source>
        <translation>Nichts wurde exportiert: Die Zeichnung enthält ein Geheimnis, das dieses Programm kennt. Leeren Sie den aufgezeichneten Verkehr, oder lassen Sie diesen Austausch weg.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be from 0 (never) to 8784 (a year).</source>
        <translation>„%1“ muss von 0 (nie) bis 8784 (ein Jahr) reichen.</translation>
    </message>
    <message>
        <source>Onboarded again: integration &quot;%1&quot; took the place of this one.</source>
        <translation>Erneut angebunden: Die Integration „%1“ ist an die Stelle dieser getreten.</translation>
    </message>
    <message>
        <source>The client &quot;%1&quot; is in use from now on.</source>
        <translation>Von nun an wird der Client „%1“ verwendet.</translation>
    </message>
    <message>
        <source>The new master credentials have confirmed an integration: the pair of the client &quot;%1&quot; is removed from the keychain.</source>
        <translation>Die neuen Master-Zugangsdaten haben eine Integration bestätigt: Das Paar des Clients „%1“ ist aus dem Schlüsselbund entfernt.</translation>
    </message>
    <message>
        <source>expires_in was absent; %1 s assumed</source>
        <translation>expires_in fehlte; %1 s angenommen</translation>
    </message>
    <message>
        <source>expires_in was a text and not a number; %1 s assumed</source>
        <translation>expires_in war ein Text, der keine Zahl ist; %1 s angenommen</translation>
    </message>
    <message>
        <source>expires_in was a text, not a number</source>
        <translation>expires_in war ein Text statt einer Zahl</translation>
    </message>
    <message>
        <source>expires_in was not a number; %1 s assumed</source>
        <translation>expires_in war keine Zahl; %1 s angenommen</translation>
    </message>
    <message>
        <source>expires_in was negative; the token is used once and not kept</source>
        <translation>expires_in war negativ; das Token wird einmal verwendet und nicht aufbewahrt</translation>
    </message>
    <message>
        <source>expires_in was 0; the token is used once and not kept</source>
        <translation>expires_in war 0; das Token wird einmal verwendet und nicht aufbewahrt</translation>
    </message>
    <message>
        <source>expires_in was longer than a day; %1 s assumed</source>
        <translation>expires_in war länger als ein Tag; %1 s angenommen</translation>
    </message>
    <message>
        <source>The client &quot;%1&quot; is a customer-level one, of the company &quot;%2&quot;: enter the application&apos;s own master credentials.</source>
        <translation>Der Client „%1“ gehört zu einem Kunden, der Firma „%2“: Geben Sie die Hauptzugangsdaten der Anwendung ein.</translation>
    </message>
    <message>
        <source>The code was refused, it was typed wrong too often: a new one is needed.</source>
        <translation>Der Code wurde abgelehnt, er wurde zu oft falsch eingegeben: Ein neuer wird gebraucht.</translation>
    </message>
    <message>
        <source>The code was refused, it had been used: a new one is needed.</source>
        <translation>Der Code wurde abgelehnt, er war schon benutzt: Ein neuer wird gebraucht.</translation>
    </message>
    <message>
        <source>The code was refused, its time is over: a new one is needed.</source>
        <translation>Der Code wurde abgelehnt, seine Zeit ist abgelaufen: Ein neuer wird gebraucht.</translation>
    </message>
    <message>
        <source>Cancelled here before anything was confirmed.</source>
        <translation>Hier abgebrochen, bevor etwas bestätigt wurde.</translation>
    </message>
    <message>
        <source>A token was given; none of the application&apos;s scopes allows a harmless call.</source>
        <translation>Ein Token wurde ausgestellt; keine der Berechtigungen (Scopes) der Anwendung erlaubt einen unschädlichen Aufruf.</translation>
    </message>
    <message>
        <source>The answer was found in the keychain after the program had ended.</source>
        <translation>Die Antwort wurde im Schlüsselbund gefunden, nachdem das Programm beendet war.</translation>
    </message>
    <message>
        <source>Staff had the company confirmed once more: integration &quot;%1&quot; took the place of this unknown outcome.</source>
        <translation>Das Unternehmen wurde auf Wunsch noch einmal bestätigt: Die Integration „%1“ trat an die Stelle dieses unbekannten Ausgangs.</translation>
    </message>
    <message>
        <source>The program ended before an answer to the confirm call came: whether the integration exists at SmartRecruiters is unknown.</source>
        <translation>Das Programm wurde beendet, bevor eine Antwort auf die Bestätigungsanfrage kam: Ob die Integration bei SmartRecruiters besteht, ist unbekannt.</translation>
    </message>
    <message>
        <source>is no field of an application: take it out.</source>
        <translation>ist kein Feld einer Anwendung: Nehmen Sie es heraus.</translation>
    </message>
    <message>
        <source>is no field of an application: is &quot;%1&quot; meant?</source>
        <translation>ist kein Feld einer Anwendung: Ist „%1“ gemeint?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not among the scopes that SmartRecruiters&apos; pages name: check its spelling.</source>
        <translation>„%1“ ist keine der Berechtigungen, die die Seiten von SmartRecruiters nennen: Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
        <source>Connected by other means, and imported here.</source>
        <translation>Auf anderem Weg verbunden und hier übernommen.</translation>
    </message>
    <message>
        <source>The application &quot;%1&quot; is saved in this environment: no other one takes its place. Use it, or an environment without an application.</source>
        <translation>Die Anwendung „%1“ ist in dieser Umgebung gespeichert: Keine andere tritt an ihre Stelle. Verwenden Sie diese oder eine Umgebung ohne Anwendung.</translation>
    </message>
    <message>
        <source>Wrong one-time codes were typed: %1.</source>
        <translation>Es wurden falsche Einmalcodes eingegeben: %1.</translation>
    </message>
    <message>
        <source>The keychain of this computer and user does not have this customer&apos;s credentials. Restore a backup that has them, or bring the keychain&apos;s items along if the data folder came from elsewhere; otherwise onboard the company again.</source>
        <translation>Im Schlüsselbund dieses Computers und Benutzers fehlen die Zugangsdaten dieses Kunden. Stellen Sie eine Sicherung wieder her, die sie enthält, oder übernehmen Sie auch die Einträge des Schlüsselbunds, wenn der Datenordner von anderswo kam; andernfalls binden Sie die Firma erneut an.</translation>
    </message>
    <message>
        <source>The passphrase needs %1 characters at least: whoever finds the file may try as many as they like. Several words are easier to remember.</source>
        <translation>Die Passphrase braucht mindestens %1 Zeichen: Wer die Datei findet, kann beliebig viele ausprobieren. Mehrere Wörter sind leichter zu merken.</translation>
    </message>
    <message>
        <source>Another backup of this data folder is being made: wait for its end.</source>
        <translation>Eine andere Sicherung dieses Datenordners läuft gerade: Warten Sie auf ihr Ende.</translation>
    </message>
    <message>
        <source>The data folder &quot;%1&quot; holds a registry: nothing was changed. Say that it may be replaced; what is in it is kept beside it.</source>
        <translation>Der Datenordner „%1“ enthält schon ein Register: Es wurde nichts geändert. Sagen Sie, dass er ersetzt werden darf; was darin ist, bleibt daneben erhalten.</translation>
    </message>
    <message>
        <source>The keychain took &quot;%1&quot;, but does not give it back as it was: look at the keychain in its own program, then restore once more; it goes on.</source>
        <translation>Der Schlüsselbund hat „%1“ angenommen, gibt es aber nicht unverändert zurück: Sehen Sie sich den Schlüsselbund in seinem eigenen Programm an, dann stellen Sie noch einmal wieder her; es geht dort weiter.</translation>
    </message>
    <message>
        <source>The backup &quot;%1&quot; is damaged or was cut off: use another one.</source>
        <translation>Die Sicherung „%1“ ist beschädigt oder abgeschnitten: Nehmen Sie eine andere.</translation>
    </message>
    <message>
        <source>The backup &quot;%1&quot; is incomplete: the file ends after %2 bytes, in the middle of its content. Copy it again completely, or use another one.</source>
        <translation>Die Sicherung „%1“ ist unvollständig: Die Datei endet nach %2 Bytes mitten im Inhalt. Kopieren Sie sie noch einmal vollständig, oder nehmen Sie eine andere.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no backup of Jetbridge.</source>
        <translation>„%1“ ist keine Sicherung von Jetbridge.</translation>
    </message>
    <message>
        <source>The backup &quot;%1&quot; was written by a newer Jetbridge: restore it with that version.</source>
        <translation>Die Sicherung „%1“ hat ein neueres Jetbridge geschrieben: Stellen Sie sie mit dieser Version wieder her.</translation>
    </message>
    <message>
        <source>The backup &quot;%1&quot; was written by Jetbridge %2, which is newer than this version: restore it with Jetbridge %2.</source>
        <translation>Die Sicherung „%1“ hat Jetbridge %2 geschrieben, das neuer als diese Version ist: Stellen Sie sie mit Jetbridge %2 wieder her.</translation>
    </message>
    <message>
        <source>The passphrase does not open the backup &quot;%1&quot;.</source>
        <translation>Die Passphrase öffnet die Sicherung „%1“ nicht.</translation>
    </message>
    <message>
        <source>The backup &quot;%1&quot; is encrypted for a key whose private half gpg cannot use here: import it, or unlock it.</source>
        <translation>Die Sicherung „%1“ ist für einen Schlüssel verschlüsselt, dessen privaten Teil gpg hier nicht benutzen kann: Importieren oder entsperren Sie ihn.</translation>
    </message>
    <message>
        <source>Another Jetbridge works on the data folder &quot;%1&quot; (a window, `serve`, or another command): close it, then restore. Nothing was changed.</source>
        <translation>Ein anderes Jetbridge arbeitet mit dem Datenordner „%1“ (ein Fenster, `serve` oder ein anderer Befehl): Schließen Sie es, dann stellen Sie wieder her. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>oauthTokenUrl gave a token, asked by body and by Basic.</source>
        <translation>oauthTokenUrl gab ein Token, gefragt im Rumpf und mit Basic.</translation>
    </message>
    <message>
        <source>oauthTokenUrl gave a token when asked by body only, not by Basic: which of them SmartRecruiters uses is unknown.</source>
        <translation>oauthTokenUrl gab nur im Rumpf gefragt ein Token, nicht mit Basic: Was davon SmartRecruiters verwendet, ist unbekannt.</translation>
    </message>
    <message>
        <source>oauthTokenUrl gave a token when asked by Basic only, not by body: which of them SmartRecruiters uses is unknown.</source>
        <translation>oauthTokenUrl gab nur mit Basic gefragt ein Token, nicht im Rumpf: Was davon SmartRecruiters verwendet, ist unbekannt.</translation>
    </message>
    <message>
        <source>Consented elsewhere: %1</source>
        <translation>Anderswo zugestimmt: %1</translation>
    </message>
    <message>
        <source>The confirm call was sent and no answer came: whether the integration exists at SmartRecruiters is unknown.</source>
        <translation>Die Bestätigungsanfrage wurde gesendet, und keine Antwort kam: Ob die Integration bei SmartRecruiters besteht, ist unbekannt.</translation>
    </message>
    <message>
        <source>oauthTokenUrl %1 gave no token for the customer&apos;s pair: %2</source>
        <translation>oauthTokenUrl %1 gab kein Token für das Paar des Kunden: %2</translation>
    </message>
    <message>
        <source>SmartRecruiters&apos; answer was odd, and its client secret was kept: %1.</source>
        <translation>Die Antwort von SmartRecruiters war ungewöhnlich, und ihr Client-Geheimnis wurde aufbewahrt: %1.</translation>
    </message>
    <message>
        <source>%1 This could not be written down: the next start lists an unknown outcome &quot;%2&quot;, although nothing was confirmed. Resolve it as soon as the disk has room.</source>
        <translation>%1 Das konnte nicht festgehalten werden: Der nächste Start führt ein unbekanntes Ergebnis „%2“ auf, obwohl nichts bestätigt wurde. Klären Sie es, sobald auf dem Datenträger Platz ist.</translation>
    </message>
    <message>
        <source>The confirm call was sent, but whether it took effect is not known: %1</source>
        <translation>Die Bestätigungsanfrage wurde gesendet, aber ob sie gewirkt hat, ist unbekannt: %1</translation>
    </message>
    <message>
        <source>SmartRecruiters answered %1 without a &quot;clientSecret&quot;.</source>
        <translation>SmartRecruiters antwortete mit %1 ohne „clientSecret“.</translation>
    </message>
    <message>
        <source>The program ended before an answer came.</source>
        <translation>Das Programm wurde beendet, bevor eine Antwort kam.</translation>
    </message>
    <message>
        <source>The outcome of an earlier confirm call for &quot;%1&quot; is unknown (%2): no second one was sent. Resolve it first.</source>
        <translation>Das Ergebnis einer früheren Bestätigungsanfrage für „%1“ ist unbekannt (%2): Es wurde keine zweite gesendet. Klären Sie es zuerst.</translation>
    </message>
    <message>
        <source>The credentials that an earlier confirm call for &quot;%1&quot; brought are not in the keychain yet: no second one was sent.</source>
        <translation>Die Zugangsdaten aus einer früheren Bestätigungsanfrage für „%1“ sind noch nicht im Schlüsselbund: Es wurde keine zweite gesendet.</translation>
    </message>
    <message>
        <source>The integration of &quot;%1&quot; exists at SmartRecruiters (%2): no second confirm call was sent. Have the customer disable it, then resolve it.</source>
        <translation>Die Integration von „%1“ besteht bei SmartRecruiters (%2): Es wurde keine zweite Bestätigungsanfrage gesendet. Lassen Sie den Kunden sie deaktivieren und klären Sie dann das Ergebnis.</translation>
    </message>
    <message>
        <source>The outcome of &quot;%1&quot; is known (%2): there is nothing to resolve.</source>
        <translation>Das Ergebnis von „%1“ ist bekannt (%2): Es gibt nichts zu klären.</translation>
    </message>
    <message>
        <source>The outcome of &quot;%1&quot; is unknown: resolve it instead of forgetting it.</source>
        <translation>Das Ergebnis von „%1“ ist unbekannt: Klären Sie es, statt es zu vergessen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is another company&apos;s here.</source>
        <translation>„%1“ gehört hier einem anderen Unternehmen.</translation>
    </message>
    <message>
        <source>As %1 to %2, by %3.</source>
        <translation>Als %1 an %2, von %3.</translation>
    </message>
    <message>
        <source>As %1 for the key %4 to %2, by %3.</source>
        <translation>Als %1 für den Schlüssel %4 an %2, von %3.</translation>
    </message>
    <message>
        <source>Delivered to the sink &quot;%1&quot;: %2</source>
        <translation>An den Speicherort „%1“ geliefert: %2</translation>
    </message>
    <message>
        <source>Taken back from the sink &quot;%1&quot;: %2</source>
        <translation>Aus dem Speicherort „%1“ zurückgenommen: %2</translation>
    </message>
    <message>
        <source>The request to %1 was cancelled.</source>
        <translation>Die Anfrage an %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 did not answer completely within %2 s.</source>
        <translation>%1 hat innerhalb von %2 s nicht vollständig geantwortet.</translation>
    </message>
    <message>
        <source>The answer of %1 is longer than %2 bytes.</source>
        <translation>Die Antwort von %1 ist länger als %2 Bytes.</translation>
    </message>
    <message>
        <source>No trustworthy TLS connection to %1: %2</source>
        <translation>Keine vertrauenswürdige TLS-Verbindung zu %1: %2</translation>
    </message>
    <message>
        <source>The name %1 is not known (DNS).</source>
        <translation>Der Name %1 ist unbekannt (DNS).</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was complete.</source>
        <translation>%1 hat die Verbindung geschlossen, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 failed.</source>
        <translation>Der Proxy auf dem Weg zu %1 ist ausgefallen.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 failed: %2.</source>
        <translation>Der Proxy auf dem Weg zu %1 ist ausgefallen: %2.</translation>
    </message>
    <message>
        <source>The proxy for %1 requires authentication.</source>
        <translation>Der Proxy für %1 verlangt eine Anmeldung.</translation>
    </message>
    <message>
        <source>%1 does not answer with valid HTTP.</source>
        <translation>%1 antwortet nicht mit gültigem HTTP.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>%1 ist nicht erreichbar: %2.</translation>
    </message>
    <message>
        <source>The keychain did not answer within %1 seconds: unlock it if it is asking for its password, then try again.</source>
        <translation>Der Schlüsselbund hat innerhalb von %1 Sekunden nicht geantwortet: Entsperren Sie ihn, falls er nach seinem Passwort fragt, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The keychain took &quot;%1&quot;, but reading it back gave something else: look at the keychain in its own program, then try again.</source>
        <translation>Der Schlüsselbund hat „%1“ angenommen, gibt aber etwas anderes zurück: Sehen Sie sich den Schlüsselbund in seinem eigenen Programm an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The keychain still holds &quot;%1&quot; after removing it: remove it in the keychain&apos;s own program.</source>
        <translation>Der Schlüsselbund enthält „%1“ auch nach dem Entfernen noch: Entfernen Sie es in seinem eigenen Programm.</translation>
    </message>
    <message>
        <source>The keychain refused: %1. Allow Jetbridge to use it, then try again.</source>
        <translation>Der Schlüsselbund hat abgelehnt: %1. Erlauben Sie Jetbridge die Benutzung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The keychain refused and gave no reason. Allow Jetbridge to use it, then try again.</source>
        <translation>Der Schlüsselbund hat ohne Angabe eines Grundes abgelehnt. Erlauben Sie Jetbridge die Benutzung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The keyring is locked: unlock it (sign in to the desktop, or open its password program and unlock the default keyring), then try again.</source>
        <translation>Der Schlüsselbund ist gesperrt: Entsperren Sie ihn (melden Sie sich am Desktop an, oder öffnen Sie sein Passwortprogramm und entsperren Sie den Standardschlüsselbund) und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The keyring service has no default keyring yet: create one in the desktop&apos;s password program, then try again.</source>
        <translation>Der Schlüsselbunddienst hat noch keinen Standardschlüsselbund: Legen Sie einen im Passwortprogramm des Desktops an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>No keyring service is running: install and start one (gnome-keyring, KWallet or KeePassXC with its Secret Service), then try again.</source>
        <translation>Kein Schlüsselbunddienst läuft: Installieren und starten Sie einen (gnome-keyring, KWallet oder KeePassXC mit seinem Secret Service) und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>There is no D-Bus session, so no keyring can be reached: start Jetbridge inside a desktop session, or with dbus-run-session and an unlocked keyring.</source>
        <translation>Es gibt keine D-Bus-Sitzung, daher ist kein Schlüsselbund erreichbar: Starten Sie Jetbridge in einer Desktop-Sitzung oder mit dbus-run-session und einem entsperrten Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keyring service did not answer: unlock it if it is asking for its password, or restart it, then try again.</source>
        <translation>Der Schlüsselbunddienst hat nicht geantwortet: Entsperren Sie ihn, falls er nach seinem Passwort fragt, oder starten Sie ihn neu, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Stopped before the request was sent.</source>
        <translation>Abgebrochen, bevor die Anfrage gesendet wurde.</translation>
    </message>
    <message>
        <source>There are no master credentials for this environment yet: set them first.</source>
        <translation>Für diese Umgebung gibt es noch keine Master-Zugangsdaten: Hinterlegen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The keychain does not have the secret of &quot;%1&quot;: remove the resource server and add it again.</source>
        <translation>Der Schlüsselbund hat das Geheimnis von „%1“ nicht: Entfernen Sie den Ressourcenserver und fügen Sie ihn wieder hinzu.</translation>
    </message>
    <message>
        <source>This computer does not know the name &quot;%1&quot;: look at /etc/hosts.</source>
        <translation>Dieser Computer kennt den Namen „%1“ nicht: Sehen Sie in /etc/hosts nach.</translation>
    </message>
    <message>
        <source>The simulator does not answer at %1: is it running?</source>
        <translation>Der Simulator antwortet unter %1 nicht: Läuft er?</translation>
    </message>
    <message>
        <source>SmartRecruiters requires a pause: nothing was sent. Try again in %1 s.</source>
        <translation>SmartRecruiters bittet zu warten: Es wurde nichts gesendet. Versuchen Sie es in %1 s erneut.</translation>
    </message>
    <message>
        <source>No call to SmartRecruiters has failed for &quot;%1&quot;.</source>
        <translation>Kein Aufruf an SmartRecruiters ist für „%1“ fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Clients are registered at your authorization server with an initial access token, and the keychain has none: nothing was sent.</source>
        <translation>Clients werden bei Ihrem Autorisierungsserver mit einem Initial Access Token registriert, und der Schlüsselbund hat keines: Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Clients are registered at your authorization server with an initial access token, and the keychain&apos;s item is damaged: nothing was sent.</source>
        <translation>Clients werden bei Ihrem Autorisierungsserver mit einem Initial Access Token registriert, und der Eintrag im Schlüsselbund ist beschädigt: Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Clients are registered at your authorization server with an initial access token, and the one in the keychain belongs to %1: nothing was sent.</source>
        <translation>Clients werden bei Ihrem Autorisierungsserver mit einem Initial Access Token registriert, und das im Schlüsselbund gehört zu %1: Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: the initial access token is wrong, has expired or was used up, which cannot be told apart.</source>
        <translation>Ihr Autorisierungsserver antwortete %1 und hat keinen Client für diesen Kunden registriert: Das Initial Access Token ist falsch, abgelaufen oder aufgebraucht; was davon, lässt sich nicht unterscheiden.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: its policy does not allow it for this token, this host or this kind of client.</source>
        <translation>Ihr Autorisierungsserver antwortete %1 und hat keinen Client für diesen Kunden registriert: Seine Richtlinie erlaubt es für dieses Token, diesen Rechner oder diese Art von Client nicht.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: dynamic client registration is switched off there, or this is not its address.</source>
        <translation>Ihr Autorisierungsserver antwortete %1 und hat keinen Client für diesen Kunden registriert: Dynamic Client Registration ist dort ausgeschaltet, oder das ist nicht ihre Adresse.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: it already has a client of this name or id.</source>
        <translation>Ihr Autorisierungsserver antwortete %1 und hat keinen Client für diesen Kunden registriert: Er hat bereits einen Client mit diesem Namen oder dieser Id.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: it accepts no more registrations for now.</source>
        <translation>Ihr Autorisierungsserver antwortete %1 und hat keinen Client für diesen Kunden registriert: Er nimmt zurzeit keine weiteren Registrierungen an.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: it does not accept the client&apos;s metadata. See the recorded exchange and the environment&apos;s registration settings.</source>
        <translation>Ihr Autorisierungsserver antwortete %1 und hat keinen Client für diesen Kunden registriert: Er akzeptiert die Metadaten des Clients nicht. Sehen Sie den aufgezeichneten Austausch und die Registrierungseinstellungen der Umgebung an.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: redirects are not followed, so set the final address.</source>
        <translation>Ihr Autorisierungsserver antwortete %1 und hat keinen Client für diesen Kunden registriert: Weiterleitungen wird nicht gefolgt; tragen Sie die endgültige Adresse ein.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: there is no client registration endpoint (RFC 7591) at this address.</source>
        <translation>Ihr Autorisierungsserver antwortete %1 und hat keinen Client für diesen Kunden registriert: Unter dieser Adresse gibt es keinen Endpunkt zur Client-Registrierung (RFC 7591).</translation>
    </message>
    <message>
        <source>Your authorization server could not be asked to register a client: %1</source>
        <translation>Ihr Autorisierungsserver konnte nicht gebeten werden, einen Client zu registrieren: %1</translation>
    </message>
    <message>
        <source>Your authorization server was asked to register a client for this customer, but its answer did not arrive completely: the client may exist there.</source>
        <translation>Ihr Autorisierungsserver wurde gebeten, einen Client für diesen Kunden zu registrieren, aber seine Antwort kam nicht vollständig an: Der Client existiert dort vielleicht.</translation>
    </message>
    <message>
        <source>Your authorization server was asked to register a client for this customer and answered %1 without a client_id: the client may exist there.</source>
        <translation>Ihr Autorisierungsserver wurde gebeten, einen Client für diesen Kunden zu registrieren, und antwortete %1 ohne client_id: Der Client existiert dort vielleicht.</translation>
    </message>
    <message>
        <source>Your authorization server was asked to register a client for this customer and failed with %1: the client may exist there.</source>
        <translation>Ihr Autorisierungsserver wurde gebeten, einen Client für diesen Kunden zu registrieren, und scheiterte mit %1: Der Client existiert dort vielleicht.</translation>
    </message>
    <message>
        <source>Your authorization server registered a client without a client_secret, which SmartRecruiters could not use. It is deleted there again if possible.</source>
        <translation>Ihr Autorisierungsserver hat einen Client ohne client_secret registriert, den SmartRecruiters nicht verwenden könnte. Er wird dort wieder gelöscht, wenn das möglich ist.</translation>
    </message>
    <message>
        <source>Your authorization server registered a client without the grant client_credentials, which SmartRecruiters could not use. It is deleted there again if possible.</source>
        <translation>Ihr Autorisierungsserver hat einen Client ohne den Grant client_credentials registriert, den SmartRecruiters nicht verwenden könnte. Er wird dort wieder gelöscht, wenn das möglich ist.</translation>
    </message>
    <message>
        <source>Your authorization server registered a client whose client_secret has already expired. It is deleted there again if possible.</source>
        <translation>Ihr Autorisierungsserver hat einen Client registriert, dessen client_secret bereits abgelaufen ist. Er wird dort wieder gelöscht, wenn das möglich ist.</translation>
    </message>
    <message>
        <source>Your authorization server&apos;s metadata at %1 is no answer 200 with a JSON object (RFC 8414).</source>
        <translation>Die Metadaten Ihres Autorisierungsservers unter %1 sind keine Antwort 200 mit einem JSON-Objekt (RFC 8414).</translation>
    </message>
    <message>
        <source>Your authorization server&apos;s metadata at %1 names no registration_endpoint: dynamic client registration is switched off there.</source>
        <translation>Die Metadaten Ihres Autorisierungsservers unter %1 nennen keinen registration_endpoint: Dynamic Client Registration ist dort ausgeschaltet.</translation>
    </message>
    <message>
        <source>Your authorization server&apos;s metadata at %1 names a registration_endpoint that is no https address.</source>
        <translation>Die Metadaten Ihres Autorisierungsservers unter %1 nennen einen registration_endpoint, der keine https-Adresse ist.</translation>
    </message>
    <message>
        <source>Your authorization server&apos;s metadata at %1 names a registration_endpoint of another server, %2, to which the initial access token is not sent: set that endpoint itself.</source>
        <translation>Die Metadaten Ihres Autorisierungsservers unter %1 nennen einen registration_endpoint eines anderen Servers, %2, an den das Initial Access Token nicht gesendet wird: Geben Sie diesen Endpunkt selbst an.</translation>
    </message>
    <message>
        <source>Your authorization server&apos;s metadata at %1 belongs to another issuer, %2: set that issuer&apos;s metadata address, or the registration endpoint itself.</source>
        <translation>Die Metadaten Ihres Autorisierungsservers unter %1 gehören zu einem anderen Aussteller (issuer), %2: Geben Sie die Metadaten-Adresse dieses Ausstellers oder den registration_endpoint selbst an.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and did not delete the client.</source>
        <translation>Ihr Autorisierungsserver antwortete %1 und hat den Client nicht gelöscht.</translation>
    </message>
    <message>
        <source>The program ended before your authorization server&apos;s answer came.</source>
        <translation>Das Programm endete, bevor die Antwort Ihres Autorisierungsservers kam.</translation>
    </message>
    <message>
        <source>The keychain has no access to the client&apos;s management.</source>
        <translation>Der Schlüsselbund hat keinen Zugang zur Verwaltung des Clients.</translation>
    </message>
    <message>
        <source>Your authorization server gave no access to the client&apos;s management (RFC 7592).</source>
        <translation>Ihr Autorisierungsserver hat keinen Zugang zur Verwaltung des Clients gegeben (RFC 7592).</translation>
    </message>
    <message>
        <source>Your authorization server does not delete clients by itself.</source>
        <translation>Ihr Autorisierungsserver löscht Clients nicht selbst.</translation>
    </message>
    <message>
        <source>Your authorization server refuses the access to the client&apos;s management.</source>
        <translation>Ihr Autorisierungsserver verweigert den Zugang zur Verwaltung des Clients.</translation>
    </message>
    <message>
        <source>Your authorization server gave this client the id &quot;%1&quot;, which another customer&apos;s client has: it is not deleted there, because that could end the other one.</source>
        <translation>Ihr Autorisierungsserver gab diesem Client die ID „%1“, die der Client eines anderen Kunden hat: Er wird dort nicht gelöscht, weil das den anderen beenden könnte.</translation>
    </message>
    <message>
        <source>Your authorization server refuses the access to the client&apos;s management, and the client still gets tokens.</source>
        <translation>Ihr Autorisierungsserver verweigert den Zugang zur Verwaltung des Clients, und der Client erhält weiterhin Token.</translation>
    </message>
    <message>
        <source>Your backend is told of each client by signed webhooks, and the keychain has no secret for them: nothing was sent.</source>
        <translation>Ihr Backend erfährt von jedem Client durch signierte Webhooks, und der Schlüsselbund hat kein Geheimnis dafür: Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Your backend is told of each client by signed webhooks, and the keychain&apos;s item with their secret is damaged: nothing was sent.</source>
        <translation>Ihr Backend erfährt von jedem Client durch signierte Webhooks, und der Eintrag im Schlüsselbund mit ihrem Geheimnis ist beschädigt: Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Your backend could not be told of the client: %1</source>
        <translation>Ihrem Backend konnte der Client nicht mitgeteilt werden: %1</translation>
    </message>
    <message>
        <source>Your backend was told of the client, but its answer did not arrive: %1</source>
        <translation>Ihrem Backend wurde der Client mitgeteilt, aber seine Antwort kam nicht an: %1</translation>
    </message>
    <message>
        <source>Your backend answered %1: it wants no more webhooks, so none is sent until you retry.</source>
        <translation>Ihr Backend antwortete mit %1: Es will keine Webhooks mehr, daher wird keiner gesendet, bis Sie es erneut versuchen.</translation>
    </message>
    <message>
        <source>Your backend answered an earlier webhook with 410 and wants no more: nothing was sent.</source>
        <translation>Ihr Backend beantwortete einen früheren Webhook mit 410 und will keine mehr: Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Your backend answered %1: it does not accept the webhook&apos;s signature.</source>
        <translation>Ihr Backend antwortete mit %1: Es nimmt die Signatur des Webhooks nicht an.</translation>
    </message>
    <message>
        <source>Your backend answered %1 and does not take the webhook.</source>
        <translation>Ihr Backend antwortete mit %1 und nimmt den Webhook nicht an.</translation>
    </message>
    <message>
        <source>Your backend answered %1 and did not take the webhook: redirects are not followed, so set the final address.</source>
        <translation>Ihr Backend antwortete mit %1 und nahm den Webhook nicht an: Weiterleitungen wird nicht gefolgt, geben Sie also die endgültige Adresse an.</translation>
    </message>
    <message>
        <source>Your backend answered %1 and asks to be sent nothing for %2 s.</source>
        <translation>Ihr Backend antwortete mit %1 und bittet darum, %2 s lang nichts zu senden.</translation>
    </message>
    <message>
        <source>Your backend asked to be sent nothing before %1: nothing was sent.</source>
        <translation>Ihr Backend bat darum, vor %1 nichts zu senden: Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Your backend failed with %1: it may have taken the webhook all the same.</source>
        <translation>Ihr Backend scheiterte mit %1: Es hat den Webhook vielleicht trotzdem angenommen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is needed where clients are registered at your authorization server: its registration endpoint, or its metadata.</source>
        <translation>„%1“ wird gebraucht, wenn Clients bei Ihrem Autorisierungsserver registriert werden: sein Registrierungsendpunkt oder seine Metadaten.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is needed where your backend is told of each client: the address that webhooks are sent to.</source>
        <translation>„%1“ ist nötig, wo Ihr Backend von jedem Client erfährt: die Adresse, an die Webhooks gesendet werden.</translation>
    </message>
    <message>
        <source>Set the client registration endpoint or the server&apos;s metadata, not both.</source>
        <translation>Geben Sie den Endpunkt zur Client-Registrierung oder die Metadaten des Servers an, nicht beides.</translation>
    </message>
    <message>
        <source>A customer&apos;s client authenticates with client_secret_post or client_secret_basic, not with &quot;%1&quot;: SmartRecruiters receives a secret.</source>
        <translation>Der Client eines Kunden weist sich mit client_secret_post oder client_secret_basic aus, nicht mit „%1“: SmartRecruiters erhält ein Secret.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is set by Jetbridge for each client: leave it out.</source>
        <translation>„%1“ setzt Jetbridge für jeden Client selbst: Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must not have a query (?...).</source>
        <translation>„%1“ darf keine Abfrage haben (?...).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be 1 to 255 printable characters: the name of your API, which it expects in signed tokens.</source>
        <translation>„%1“ muss aus 1 bis 255 druckbaren Zeichen bestehen: der Name Ihrer API, den sie in signierten Tokens erwartet.</translation>
    </message>
    <message>
        <source>These master credentials belong to the application &quot;%1&quot;, those in use to &quot;%2&quot;: customers of one are not customers of the other.</source>
        <translation>Diese Hauptzugangsdaten gehören zur Anwendung „%1“, die benutzten zu „%2“: Kunden der einen sind keine Kunden der anderen.</translation>
    </message>
    <message>
        <source>These master credentials are already in use.</source>
        <translation>Diese Hauptzugangsdaten werden bereits benutzt.</translation>
    </message>
    <message>
        <source>No earlier master credentials are kept: there is nothing to go back to.</source>
        <translation>Es sind keine früheren Hauptzugangsdaten aufbewahrt: Es gibt nichts, wohin man zurückgehen könnte.</translation>
    </message>
    <message>
        <source>There is no notification %1 in this environment.</source>
        <translation>In dieser Umgebung gibt es keine Benachrichtigung %1.</translation>
    </message>
    <message>
        <source>The body of notification %1 is no longer kept: the oldest ones are removed when they take too much room. Edit the body and send another one.</source>
        <translation>Der Inhalt der Benachrichtigung %1 ist nicht mehr aufbewahrt: Die ältesten werden entfernt, wenn sie zu viel Platz brauchen. Bearbeiten Sie den Inhalt, und senden Sie einen anderen.</translation>
    </message>
    <message>
        <source>The environment &quot;%1&quot; is not a simulator.</source>
        <translation>Die Umgebung „%1“ ist kein Simulator.</translation>
    </message>
    <message>
        <source>The simulator answered %1: %2</source>
        <translation>Der Simulator hat mit %1 geantwortet: %2</translation>
    </message>
    <message>
        <source>The simulator&apos;s answer is not JSON.</source>
        <translation>Die Antwort des Simulators ist kein JSON.</translation>
    </message>
    <message>
        <source>This environment has no application yet: enter it in Application, or use `jetbridge-cli app import FILE`.</source>
        <translation>Diese Umgebung hat noch keine Anwendung: Geben Sie sie unter „Anwendung“ ein, oder verwenden Sie `jetbridge-cli app import DATEI`.</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>PresenterSteps</name>
    <message>
        <source>What you are going to see</source>
        <translation>Was Sie gleich sehen</translation>
    </message>
    <message>
        <source>Nothing yet. These steps can be dragged to another screen, so that the audience does not read them.</source>
        <translation>Noch nichts. Diese Schritte lassen sich auf einen anderen Bildschirm ziehen, damit das Publikum sie nicht mitliest.</translation>
    </message>
    <message>
        <source>1. Obtain Partner-Level (Master) Credentials</source>
        <translation>1. Hauptzugangsdaten des Partners erhalten</translation>
    </message>
    <message>
        <source>We tell SmartRecruiters what our application needs: scopes with a reason each, and three addresses. Once they approve, they give us an application ID and master credentials.</source>
        <translation>Wir teilen SmartRecruiters mit, was unsere Anwendung braucht: Berechtigungen (Scopes) mit je einem Grund und drei Adressen. Nach der Genehmigung bekommen wir eine Anwendungs-ID und Hauptzugangsdaten.</translation>
    </message>
    <message>
        <source>Show the scopes and the three addresses, then the card as the customer will see it.</source>
        <translation>Zeigen Sie die Berechtigungen und die drei Adressen, dann die Karte, wie der Kunde sie sehen wird.</translation>
    </message>
    <message>
        <source>2. Exchange Master Credentials for a Bearer Token</source>
        <translation>2. Hauptzugangsdaten gegen ein Bearer-Token tauschen</translation>
    </message>
    <message>
        <source>With the master credentials we get a bearer token. That is all that happens before the customer comes.</source>
        <translation>Mit den Hauptzugangsdaten bekommen wir ein Bearer-Token. Mehr geschieht nicht, bevor der Kunde kommt.</translation>
    </message>
    <message>
        <source>Choose a customer and press &quot;Start&quot;. The first two steps get their check marks, with the time that they took.</source>
        <translation>Wählen Sie einen Kunden und drücken Sie „Starten“. Die ersten beiden Schritte bekommen ihre Häkchen, mit der Zeit, die sie brauchten.</translation>
    </message>
    <message>
        <source>3. Exchange Customer Level Credentials: the consent</source>
        <translation>3. Kundenzugangsdaten austauschen: die Zustimmung</translation>
    </message>
    <message>
        <source>This is what the customer&apos;s administrator sees: our card among the apps, the scopes to grant, then our own page, opened with a one-time code that we gave them.</source>
        <translation>Das sieht der Administrator des Kunden: unsere Karte unter den Apps, die Berechtigungen, die er erteilt, dann unsere eigene Seite, geöffnet mit einem Einmalcode von uns.</translation>
    </message>
    <message>
        <source>In the page: set up the app, grant the scopes. &quot;Copy code&quot;, paste it into the page, sign in, approve.</source>
        <translation>Auf der Seite: App einrichten, Berechtigungen erteilen. „Code kopieren“, auf der Seite einfügen, anmelden, zustimmen.</translation>
    </message>
    <message>
        <source>3. Exchange Customer Level Credentials: the exchange</source>
        <translation>3. Kundenzugangsdaten austauschen: der Austausch</translation>
    </message>
    <message>
        <source>On the approval we confirm the integration. SmartRecruiters answers with customer-level credentials, and they go to the keychain before anything else happens.</source>
        <translation>Auf die Zustimmung hin bestätigen wir die Integration. SmartRecruiters antwortet mit Kundenzugangsdaten, und diese kommen in den Schlüsselbund, bevor irgendetwas anderes geschieht.</translation>
    </message>
    <message>
        <source>Below the page, press &quot;open&quot; in the line &quot;SmartRecruiters confirmed the integration&quot;: request and answer, without secrets.</source>
        <translation>Drücken Sie unter der Seite „öffnen“ in der Zeile „SmartRecruiters hat die Integration bestätigt“: Anfrage und Antwort, ohne Geheimnisse.</translation>
    </message>
    <message>
        <source>4. Finish the Integration Setup Process</source>
        <translation>4. Die Einrichtung der Integration abschließen</translation>
    </message>
    <message>
        <source>The customer is back at SmartRecruiters and the app is enabled. A first call on the customer&apos;s behalf has proved it.</source>
        <translation>Der Kunde ist zurück bei SmartRecruiters, und die App ist aktiv. Ein erster Aufruf im Namen des Kunden hat es bewiesen.</translation>
    </message>
    <message>
        <source>Show the page, which says that the app is enabled, and the green card. Then press &quot;Show customer&quot;.</source>
        <translation>Zeigen Sie die Seite, auf der steht, dass die App aktiv ist, und die grüne Karte. Drücken Sie dann „Zum Kunden“.</translation>
    </message>
    <message>
        <source>Afterwards: it works, and stays watched</source>
        <translation>Danach: Es funktioniert und bleibt im Blick</translation>
    </message>
    <message>
        <source>Whenever we want to know, one harmless call tells whether the connection still works. The history keeps every step.</source>
        <translation>Wann immer wir es wissen wollen, sagt ein harmloser Aufruf, ob die Verbindung noch funktioniert. Der Verlauf behält jeden Schritt.</translation>
    </message>
    <message>
        <source>Choose the customer and press &quot;Verify now&quot;.</source>
        <translation>Wählen Sie den Kunden und drücken Sie „Jetzt prüfen“.</translation>
    </message>
    <message>
        <source>Afterwards: the customer disables it</source>
        <translation>Danach: Der Kunde deaktiviert sie</translation>
    </message>
    <message>
        <source>When the customer disables the app, SmartRecruiters gets a token from our oauthTokenUrl and tells our callbackUrl. The customer&apos;s row changes at once.</source>
        <translation>Deaktiviert der Kunde die App, holt SmartRecruiters ein Token von unserer oauthTokenUrl und meldet es an unsere callbackUrl. Die Zeile des Kunden ändert sich sofort.</translation>
    </message>
    <message>
        <source>Choose the connected company and press &quot;Disable the integration&quot;. Then look at Customers.</source>
        <translation>Wählen Sie das verbundene Unternehmen und drücken Sie „Integration deaktivieren“. Sehen Sie dann unter „Kunden“ nach.</translation>
    </message>
    <message>
        <source>Everything once more, as a picture</source>
        <translation>Alles noch einmal, als Bild</translation>
    </message>
    <message>
        <source>The whole conversation in four lanes: the customer&apos;s browser, SmartRecruiters, our application and our API.</source>
        <translation>Das ganze Gespräch in vier Bahnen: der Browser des Kunden, SmartRecruiters, unsere Anwendung und unsere API.</translation>
    </message>
    <message>
        <source>How a SmartRecruiters customer is connected to our application. Everything runs on this computer, against a simulator of SmartRecruiters; the customers are invented.</source>
        <translation>Wie ein Kunde von SmartRecruiters mit unserer Anwendung verbunden wird. Alles läuft auf diesem Computer, mit einem Simulator von SmartRecruiters; die Kunden sind erfunden.</translation>
    </message>
    <message>
        <source>Afterwards: the way back</source>
        <translation>Danach: der Rückweg</translation>
    </message>
    <message>
        <source>SmartRecruiters may call our API, too: it asked our oauthTokenUrl for a token, with credentials that only this customer has.</source>
        <translation>SmartRecruiters darf auch unsere API aufrufen: Es hat an unserer oauthTokenUrl ein Token angefordert, mit Zugangsdaten, die nur dieser Kunde hat.</translation>
    </message>
    <message>
        <source>Show the two directions on the customer&apos;s page, and when the way back was used last.</source>
        <translation>Zeigen Sie auf der Seite des Kunden die beiden Richtungen, und wann der Rückweg zuletzt benutzt wurde.</translation>
    </message>
    <message>
        <source>Afterwards: something goes wrong</source>
        <translation>Danach: etwas geht schief</translation>
    </message>
    <message>
        <source>Calls may fail: a permission was taken away, or SmartRecruiters has a bad day. We see it before the customer calls us.</source>
        <translation>Aufrufe können scheitern: Eine Berechtigung wurde entzogen, oder SmartRecruiters hat einen schlechten Tag. Wir sehen es, bevor der Kunde uns anruft.</translation>
    </message>
    <message>
        <source>Choose &quot;The first call on the customer&apos;s behalf&quot; and &quot;Is not allowed: 403&quot;, press &quot;Add this fault&quot;. Then verify the customer in Customers.</source>
        <translation>Wählen Sie „Der erste Aufruf im Namen des Kunden“ und „Ist nicht erlaubt: 403“, drücken Sie „Diese Störung hinzufügen“. Prüfen Sie dann den Kunden unter Kunden.</translation>
    </message>
    <message>
        <source>Afterwards: it works again</source>
        <translation>Danach: es funktioniert wieder</translation>
    </message>
    <message>
        <source>The customer&apos;s page says what is wrong and who can fix it. Once it is fixed, one call proves it; nothing has to be set up again.</source>
        <translation>Die Seite des Kunden sagt, was nicht stimmt und wer es beheben kann. Ist es behoben, beweist es ein Aufruf; nichts muss neu eingerichtet werden.</translation>
    </message>
    <message>
        <source>Press &quot;Verify now&quot; once more: the fault was for one call.</source>
        <translation>Drücken Sie noch einmal „Jetzt prüfen“: Die Störung galt einem Aufruf.</translation>
    </message>
    <message>
        <source>Press &quot;Diagram&quot; and click an arrow. &quot;Reset demo&quot; begins again for the next audience.</source>
        <translation>Drücken Sie „Diagramm“ und klicken Sie auf einen Pfeil. „Neu beginnen“ stellt für das nächste Publikum den Anfang her.</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>%1 is not a file</source>
        <translation>%1 ist keine Datei</translation>
    </message>
    <message>
        <source>A pipe or a device cannot be saved to. Choose another name.</source>
        <translation>In eine Pipe oder ein Gerät kann nicht gespeichert werden. Wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>StartNotices</name>
    <message>
        <source>Jetbridge cannot start</source>
        <translation>Jetbridge kann nicht starten</translation>
    </message>
    <message>
        <source>This data folder is a copy</source>
        <translation>Dieser Datenordner ist eine Kopie</translation>
    </message>
    <message>
        <source>This data folder is a copy of &quot;%1&quot;.</source>
        <translation>Dieser Datenordner ist eine Kopie von „%1“.</translation>
    </message>
    <message>
        <source>From now on it has items of its own in the keychain, copied from there when they are first used. What is changed or forgotten in one folder stays as it is in the other.</source>
        <translation>Von jetzt an hat er eigene Einträge im Schlüsselbund, die bei der ersten Verwendung von dort kopiert werden. Was in einem Ordner geändert oder vergessen wird, bleibt im anderen, wie es ist.</translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>Live</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>The last test call on the customer&apos;s behalf succeeded.</source>
        <translation>Der letzte Testaufruf im Namen des Kunden war erfolgreich.</translation>
    </message>
    <message>
        <source>Not proved</source>
        <translation>Nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Connected, but no call on the customer&apos;s behalf worked yet.</source>
        <translation>Verbunden, aber noch kein Aufruf im Namen des Kunden hat funktioniert.</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>The last verification did not work.</source>
        <translation>Die letzte Prüfung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>The customer disabled the integration at SmartRecruiters.</source>
        <translation>Der Kunde hat die Integration bei SmartRecruiters deaktiviert.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>The confirm request was sent, but no usable answer came.</source>
        <translation>Die Bestätigungsanfrage wurde gesendet, aber es kam keine brauchbare Antwort.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 Min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 Std</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not stored yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>SmartRecruiters confirmed, but the keychain does not have the credentials yet.</source>
        <translation>SmartRecruiters hat bestätigt, aber der Schlüsselbund hat die Zugangsdaten noch nicht.</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Connected, but the last proof is older than the settings allow: verify it again.</source>
        <translation>Verbunden, aber der letzte Nachweis ist älter, als die Einstellungen erlauben: Prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>No credentials</source>
        <translation>Keine Zugangsdaten</translation>
    </message>
    <message>
        <source>It was connected, but the keychain here does not have its credentials.</source>
        <translation>War angebunden, aber der Schlüsselbund hier hat die Zugangsdaten nicht.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>in %1 s</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>in %1 min</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>in %1 h</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::AboutBox</name>
    <message>
        <source>TLS is not available</source>
        <translation>TLS ist nicht verfügbar</translation>
    </message>
    <message>
        <source>About Jetbridge</source>
        <translation>Über Jetbridge</translation>
    </message>
    <message>
        <source>The onboarding console for SmartRecruiters partners</source>
        <translation>Die Onboarding-Konsole für Partner von SmartRecruiters</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Embedded browser</source>
        <translation>Eingebetteter Browser</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Sie kommt ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>It uses</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Asking the engine for its version ...</source>
        <translation>Der Browser wird nach seiner Version gefragt ...</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::Actions</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>How Jetbridge works</source>
        <translation>Wie Jetbridge funktioniert</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>About Jetbridge</source>
        <translation>Über Jetbridge</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::AppCardPreview</name>
    <message>
        <source>Your application</source>
        <translation>Ihre Anwendung</translation>
    </message>
    <message>
        <source>Every customer of SmartRecruiters sees this card.</source>
        <translation>Alle Kunden von SmartRecruiters sehen diese Karte.</translation>
    </message>
    <message>
        <source>Only the customers that you name to SmartRecruiters see this card.</source>
        <translation>Nur die Kunden, die Sie SmartRecruiters nennen, sehen diese Karte.</translation>
    </message>
    <message>
        <source>SmartRecruiters fetches the picture from its address; it is not fetched here.</source>
        <translation>SmartRecruiters holt das Bild von seiner Adresse; hier wird es nicht geholt.</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Vorschau: %1</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::ApplicationPage</name>
    <message>
        <source>Test and save</source>
        <translation>Prüfen und speichern</translation>
    </message>
    <message>
        <source>Forget...</source>
        <translation>Vergessen...</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>What SmartRecruiters needs to know</source>
        <translation>Was SmartRecruiters wissen muss</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Logo (address)</source>
        <translation>Logo (Adresse)</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Berechtigung (Scope)</translation>
    </message>
    <message>
        <source>Why it is needed</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Berechtigungen (Scopes)</translation>
    </message>
    <message>
        <source>Add scope</source>
        <translation>Berechtigung hinzufügen</translation>
    </message>
    <message>
        <source>Remove scope</source>
        <translation>Berechtigung entfernen</translation>
    </message>
    <message>
        <source>REDIRECT: the customer leaves for our page and comes back</source>
        <translation>REDIRECT: Der Kunde wechselt auf unsere Seite und kommt zurück</translation>
    </message>
    <message>
        <source>POPUP: our page opens in a frame at SmartRecruiters</source>
        <translation>POPUP: Unsere Seite öffnet sich in einem Rahmen bei SmartRecruiters</translation>
    </message>
    <message>
        <source>Only when SmartRecruiters calls us (bi-directional)</source>
        <translation>Nur für bidirektionale Integrationen</translation>
    </message>
    <message>
        <source>Told when a customer disables the integration</source>
        <translation>Erfährt, wenn ein Kunde die Integration deaktiviert</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Alle Kunden</translation>
    </message>
    <message>
        <source>Selected customers</source>
        <translation>Ausgewählte Kunden</translation>
    </message>
    <message>
        <source>Visible to</source>
        <translation>Sichtbar für</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Sent to SmartRecruiters</source>
        <translation>An SmartRecruiters gesendet</translation>
    </message>
    <message>
        <source>SmartRecruiters asks to adjust scopes</source>
        <translation>SmartRecruiters bittet um andere Berechtigungen</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Registrierung</translation>
    </message>
    <message>
        <source>Save application</source>
        <translation>Anwendung speichern</translation>
    </message>
    <message>
        <source>Master credentials</source>
        <translation>Hauptzugangsdaten</translation>
    </message>
    <message>
        <source>Paste here: the identifier, or everything as JSON</source>
        <translation>Hier einfügen: die Kennung oder alles als JSON</translation>
    </message>
    <message>
        <source>Application ID</source>
        <translation>Anwendungs-ID</translation>
    </message>
    <message>
        <source>To correct: %1</source>
        <translation>Zu berichtigen: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>To consider: %1</source>
        <translation>Zu bedenken: %1</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>All three are needed.</source>
        <translation>Alle drei Angaben werden gebraucht.</translation>
    </message>
    <message>
        <source>Asking SmartRecruiters for a token...</source>
        <translation>SmartRecruiters wird um ein Token gebeten...</translation>
    </message>
    <message>
        <source>They work and are stored in %1.</source>
        <translation>Sie funktionieren und sind gespeichert in: %1.</translation>
    </message>
    <message>
        <source>Forget the master credentials?</source>
        <translation>Hauptzugangsdaten vergessen?</translation>
    </message>
    <message>
        <source>Nobody can be onboarded until you enter them again. Customers stay connected.</source>
        <translation>Bis Sie sie wieder eingeben, kann niemand angebunden werden. Kunden bleiben verbunden.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>Vergessen.</translation>
    </message>
    <message>
        <source>Stored in %1.</source>
        <translation>Gespeichert in: %1.</translation>
    </message>
    <message>
        <source>Restore previous credentials</source>
        <translation>Vorherige Zugangsdaten wiederherstellen</translation>
    </message>
    <message>
        <source>Test and replace</source>
        <translation>Prüfen und ersetzen</translation>
    </message>
    <message>
        <source>The pair before, of client %1, is kept until a customer was confirmed with the new one.</source>
        <translation>Das Paar davor, vom Client %1, wird aufbewahrt, bis ein Kunde mit dem neuen bestätigt wurde.</translation>
    </message>
    <message>
        <source>Choose a picture...</source>
        <translation>Bild auswählen...</translation>
    </message>
    <message>
        <source>Choose scopes...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Export packet</source>
        <translation>Paket exportieren</translation>
    </message>
    <message>
        <source>What the Partner &amp; API Team needs, as a file to send to them</source>
        <translation>Was das Partner &amp; API Team braucht, als Datei zum Versenden</translation>
    </message>
    <message>
        <source>Markdown text</source>
        <translation>Markdown-Text</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>JSON file</source>
        <translation>JSON-Datei</translation>
    </message>
    <message>
        <source>On the Apps &amp; Integrations page</source>
        <translation>Auf der Seite Apps &amp; Integrations</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild auswählen</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>%1 cannot be used: a picture of up to %2 KB is needed.</source>
        <translation>%1 ist nicht verwendbar: Gebraucht wird ein Bild mit höchstens %2 KB.</translation>
    </message>
    <message>
        <source>Not ready to be sent: correct what is marked above, then export.</source>
        <translation>Noch nicht versandfertig: Berichtigen Sie, was oben markiert ist, und exportieren Sie dann.</translation>
    </message>
    <message>
        <source>Written: %1. Send it to the Partner &amp; API Team, then set the registration to &quot;Sent to SmartRecruiters&quot;.</source>
        <translation>Geschrieben: %1. Senden Sie es dem Partner &amp; API Team und setzen Sie die Registrierung dann auf „An SmartRecruiters gesendet“.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>SmartRecruiters refused them, and nothing was stored. Check the three values; if they are right, ask SmartRecruiters whether they were withdrawn.</source>
        <translation>SmartRecruiters hat sie abgelehnt, und nichts wurde gespeichert. Prüfen Sie die drei Werte; stimmen sie, fragen Sie SmartRecruiters, ob sie zurückgezogen wurden.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::BackupDialog</name>
    <message>
        <source>Save to a file...</source>
        <translation>In Datei speichern...</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Customers, the settings of every environment and all secrets go into one encrypted file, from which another computer can go on. Keep it where this computer&apos;s end does not reach it. Recorded traffic is not in it.</source>
        <translation>Kunden, die Einstellungen jeder Umgebung und alle Geheimnisse kommen in eine verschlüsselte Datei, mit der ein anderer Computer weitermachen kann. Bewahren Sie sie dort auf, wo das Ende dieses Computers sie nicht trifft. Der aufgezeichnete Verkehr ist nicht darin.</translation>
    </message>
    <message>
        <source>A passphrase</source>
        <translation>Eine Passphrase</translation>
    </message>
    <message>
        <source>A gpg key</source>
        <translation>Ein gpg-Schlüssel</translation>
    </message>
    <message>
        <source>Fingerprint, or e-mail address of a key you signed</source>
        <translation>Fingerabdruck oder E-Mail eines signierten Schlüssels</translation>
    </message>
    <message>
        <source>At least %1 characters; several words are easy to remember. Without it nobody can open the backup.</source>
        <translation>Mindestens %1 Zeichen; mehrere Wörter sind leicht zu merken. Ohne sie kann niemand die Sicherung öffnen.</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Geöffnet durch</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen sind verschieden.</translation>
    </message>
    <message>
        <source>Reading the keychain and writing the backup...</source>
        <translation>Der Schlüsselbund wird gelesen und die Sicherung geschrieben...</translation>
    </message>
    <message>
        <source>The backup is in %1 (%2). Customers: %L3. Secrets: %L4.</source>
        <translation>Geschrieben nach %1 (%2). Kunden: %L3. Geheimnisse: %L4.</translation>
    </message>
    <message>
        <source>It was read back, opened and compared.</source>
        <translation>Sie wurde zurückgelesen, geöffnet und verglichen.</translation>
    </message>
    <message>
        <source>It was read back; whether it opens, only who has the private key can tell.</source>
        <translation>Sie wurde zurückgelesen; ob sie sich öffnen lässt, kann nur sagen, wer den privaten Schlüssel hat.</translation>
    </message>
    <message numerus="yes">
        <source>The keychain has no credentials of %Ln customers, so the backup has none of them either.</source>
        <translation>
            <numerusform>Von %Ln Kunden hat der Schlüsselbund keine Zugangsdaten, also hat auch die Sicherung keine.</numerusform>
            <numerusform>Von %Ln Kunden hat der Schlüsselbund keine Zugangsdaten, also hat auch die Sicherung keine.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::BrowserPage</name>
    <message>
        <source>%1 stays empty. Its X-Frame-Options may forbid it to be framed, or it did not answer.</source>
        <translation>%1 bleibt leer. Vielleicht verbieten seine X-Frame-Options das Einrahmen, oder es hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>%1 is not encrypted (http). It needs an address with https</source>
        <translation>%1 ist nicht verschlüsselt (http). Nötig ist eine Adresse mit https</translation>
    </message>
    <message>
        <source>a mail to %1. Write it in your mail program</source>
        <translation>eine E-Mail an %1. Schreiben Sie sie in Ihrem E-Mail-Programm</translation>
    </message>
    <message>
        <source>a call to %1. Dial it yourself</source>
        <translation>ein Anruf bei %1. Wählen Sie die Nummer selbst</translation>
    </message>
    <message>
        <source>an address of the kind &quot;%1:&quot;, which another program would open. If it is needed, open this page in your web browser</source>
        <translation>eine Adresse der Art &quot;%1:&quot;, die ein anderes Programm öffnen würde. Wenn sie nötig ist, öffnen Sie diese Seite in Ihrem Webbrowser</translation>
    </message>
    <message>
        <source>nobody had pressed anything for it. Press its button once more, or use your web browser</source>
        <translation>niemand hatte dafür etwas gedrückt. Drücken Sie den Knopf der Seite noch einmal oder nehmen Sie Ihren Webbrowser</translation>
    </message>
    <message>
        <source>a permission (notifications, place, camera, microphone). If it is needed, use your web browser</source>
        <translation>eine Berechtigung (Benachrichtigungen, Standort, Kamera, Mikrofon). Wenn sie nötig ist, nehmen Sie Ihren Webbrowser</translation>
    </message>
    <message>
        <source>more room on the disk</source>
        <translation>mehr Platz auf der Festplatte</translation>
    </message>
    <message>
        <source>a certificate of this computer, for %1. If it is needed, use your web browser</source>
        <translation>ein Zertifikat dieses Rechners, für %1. Wenn es nötig ist, nehmen Sie Ihren Webbrowser</translation>
    </message>
    <message>
        <source>the whole screen</source>
        <translation>der ganze Bildschirm</translation>
    </message>
    <message>
        <source>to open all addresses of the kind &quot;%1:&quot;</source>
        <translation>alle Adressen der Art &quot;%1:&quot; zu öffnen</translation>
    </message>
    <message>
        <source>a file from this computer. If it is needed, use your web browser</source>
        <translation>eine Datei von diesem Rechner. Wenn sie nötig ist, nehmen Sie Ihren Webbrowser</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: stopped</source>
        <translation>&quot;%1&quot;: angehalten</translation>
    </message>
    <message>
        <source>whether to leave it: yes</source>
        <translation>ob sie verlassen werden soll: ja</translation>
    </message>
    <message>
        <source>whether to leave it: no</source>
        <translation>ob sie verlassen werden soll: nein</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>&quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: yes</source>
        <translation>&quot;%1&quot;: ja</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: no</source>
        <translation>&quot;%1&quot;: nein</translation>
    </message>
    <message>
        <source>%1: user name and password were wrong three times. Reload asks again</source>
        <translation>%1: Benutzername und Passwort waren dreimal falsch. Neu laden fragt noch einmal</translation>
    </message>
    <message>
        <source>%1: it asks for a user name and a password, and nobody signed in. Reload asks again</source>
        <translation>%1: verlangt werden Benutzername und Passwort, und niemand hat sich angemeldet. Neu laden fragt noch einmal</translation>
    </message>
    <message>
        <source>a window of its own: %1</source>
        <translation>ein eigenes Fenster: %1</translation>
    </message>
    <message>
        <source>a window of its own for %1: %2</source>
        <translation>ein eigenes Fenster für %1: %2</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::BrowserPane</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Address of the page shown</source>
        <translation>Adresse der angezeigten Seite</translation>
    </message>
    <message>
        <source>No page open</source>
        <translation>Keine Seite geöffnet</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Noch einmal laden</translation>
    </message>
    <message>
        <source>This page could not be loaded.</source>
        <translation>Diese Seite konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>The page stopped working.</source>
        <translation>Die Seite reagiert nicht mehr.</translation>
    </message>
    <message>
        <source>Nothing that was already done is lost. Load it again to go on.</source>
        <translation>Was schon getan ist, ist nicht verloren. Laden Sie sie noch einmal, um fortzufahren.</translation>
    </message>
    <message>
        <source>the page&apos;s process ended</source>
        <translation>der Prozess der Seite wurde beendet</translation>
    </message>
    <message>
        <source>The customer&apos;s page</source>
        <translation>Die Seite des Kunden</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>As large as usual</source>
        <translation>So groß wie üblich</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Zoom of the page: %1 %</source>
        <translation>Zoom der Seite: %1 %</translation>
    </message>
    <message>
        <source>The embedded browser is not installed.</source>
        <translation>Der eingebettete Browser ist nicht installiert.</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Dieses Fenster schließen</translation>
    </message>
    <message>
        <source>A page opened it. The page that did is below.</source>
        <translation>Eine Seite hat es geöffnet. Sie liegt darunter.</translation>
    </message>
    <message>
        <source>%1 has not answered yet; it is waited for. Reload asks again.</source>
        <translation>%1 hat noch nicht geantwortet; Jetbridge wartet weiter. Neu laden fragt noch einmal.</translation>
    </message>
    <message>
        <source>a download (%1). If it is needed, use your web browser</source>
        <translation>ein Download (%1). Wenn er nötig ist, nehmen Sie Ihren Webbrowser</translation>
    </message>
    <message>
        <source>You stopped this page.</source>
        <translation>Sie haben diese Seite angehalten.</translation>
    </message>
    <message>
        <source>It can be loaded again.</source>
        <translation>Sie kann neu geladen werden.</translation>
    </message>
    <message>
        <source>The page was refused: %1.</source>
        <translation>Der Seite verweigert: %1.</translation>
    </message>
    <message>
        <source>%1 answered with the status %2.</source>
        <translation>%1 hat mit dem Status %2 geantwortet.</translation>
    </message>
    <message>
        <source>Install the package jetbridge-browser, or use your web browser or an invitation link. (%1)</source>
        <translation>Installieren Sie das Paket jetbridge-browser, oder verwenden Sie Ihren Webbrowser oder einen Einladungslink. (%1)</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::CodeCard</name>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Neuer Code</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Einmalcode</translation>
    </message>
    <message>
        <source>Link for the customer</source>
        <translation>Link für den Kunden</translation>
    </message>
    <message>
        <source>One-time code for the customer</source>
        <translation>Einmalcode für den Kunden</translation>
    </message>
    <message>
        <source>The one-time code is no longer valid</source>
        <translation>Der Einmalcode ist nicht mehr gültig</translation>
    </message>
    <message>
        <source>The code has expired. Create a new one and give it to the customer.</source>
        <translation>Seine Zeit ist abgelaufen. Erstellen Sie einen neuen und geben Sie ihn dem Kunden.</translation>
    </message>
    <message>
        <source>The code was used. For another decision the customer needs a new one.</source>
        <translation>Er wurde benutzt. Für eine weitere Entscheidung braucht der Kunde einen neuen.</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <translation>Läuft ab: %1</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::CompareView</name>
    <message>
        <source>The two requests, laid over each other</source>
        <translation>Die beiden Anfragen, übereinandergelegt</translation>
    </message>
    <message>
        <source>The two answers, laid over each other</source>
        <translation>Die beiden Antworten, übereinandergelegt</translation>
    </message>
    <message>
        <source>Two exchanges compared</source>
        <translation>Zwei Austausche im Vergleich</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::ConnectedCard</name>
    <message>
        <source>Show customer</source>
        <translation>Zum Kunden</translation>
    </message>
    <message>
        <source>Onboard another</source>
        <translation>Weiteren anbinden</translation>
    </message>
    <message>
        <source>Company identifier</source>
        <translation>Unternehmenskennung</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>%1 is connected</source>
        <translation>%1 ist verbunden</translation>
    </message>
    <message>
        <source>A first call on the customer&apos;s behalf worked. The credentials are in the keychain.</source>
        <translation>Ein erster Aufruf im Namen des Kunden hat funktioniert. Die Zugangsdaten sind im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The credentials are in the keychain, but the first call on the customer&apos;s behalf did not work yet.</source>
        <translation>Die Zugangsdaten sind im Schlüsselbund, aber der erste Aufruf im Namen des Kunden hat noch nicht funktioniert.</translation>
    </message>
    <message>
        <source>The credentials are in the keychain, and a token was given. None of the application&apos;s scopes allows a harmless call, so no call was made.</source>
        <translation>Die Zugangsdaten sind im Schlüsselbund, und ein Token wurde ausgestellt. Keine der Berechtigungen (Scopes) der Anwendung erlaubt einen unschädlichen Aufruf; deshalb wurde keiner gemacht.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::ConsentAgainHint</name>
    <message numerus="yes">
        <source>%n customers must consent again: they consented before the application had all of these scopes.</source>
        <translation>
            <numerusform>%n Kunde muss erneut zustimmen: Bei seiner Zustimmung hatte die Anwendung noch nicht alle diese Berechtigungen.</numerusform>
            <numerusform>%n Kunden müssen erneut zustimmen: Bei ihrer Zustimmung hatte die Anwendung noch nicht alle diese Berechtigungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n older customers it is not known to which scopes they consented.</source>
        <translation>
            <numerusform>Von %n älteren Kunden ist nicht bekannt, welchen Berechtigungen er zugestimmt hat.</numerusform>
            <numerusform>Von %n älteren Kunden ist nicht bekannt, welchen Berechtigungen sie zugestimmt haben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::CustomerDeliveries</name>
    <message>
        <source>Next try: at once</source>
        <translation>Nächster Versuch: sofort</translation>
    </message>
    <message>
        <source>Next try: %1</source>
        <translation>Nächster Versuch: %1</translation>
    </message>
    <message>
        <source>waiting for delivery. %1</source>
        <translation>wartet auf Zustellung. %1</translation>
    </message>
    <message>
        <source>waiting to be taken back. %1</source>
        <translation>wartet auf Rücknahme. %1</translation>
    </message>
    <message>
        <source>could not be delivered: %1 %2</source>
        <translation>konnte nicht zugestellt werden: %1 %2</translation>
    </message>
    <message>
        <source>could not be taken back: %1 %2</source>
        <translation>konnte nicht zurückgenommen werden: %1 %2</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>nothing to take back: %1</source>
        <translation>nichts zurückzunehmen: %1</translation>
    </message>
    <message>
        <source>refused for good: %1</source>
        <translation>endgültig abgelehnt: %1</translation>
    </message>
    <message>
        <source>not delivered: %1</source>
        <translation>nicht zugestellt: %1</translation>
    </message>
    <message>
        <source>delivered %1</source>
        <translation>geliefert: %1</translation>
    </message>
    <message>
        <source>taken back %1</source>
        <translation>zurückgenommen: %1</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::CustomerDetail</name>
    <message>
        <source>Reveal</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Get token</source>
        <translation>Token abrufen</translation>
    </message>
    <message>
        <source>Disable in simulator</source>
        <translation>Im Simulator deaktivieren</translation>
    </message>
    <message>
        <source>Onboard again</source>
        <translation>Neu anbinden</translation>
    </message>
    <message>
        <source>Forget...</source>
        <translation>Vergessen...</translation>
    </message>
    <message>
        <source>Reveal the client secret</source>
        <translation>clientSecret anzeigen</translation>
    </message>
    <message>
        <source>Copy the client secret</source>
        <translation>clientSecret kopieren</translation>
    </message>
    <message>
        <source>Company identifier</source>
        <translation>Unternehmenskennung</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>What happened, newest first</source>
        <translation>Was geschehen ist, das Neueste zuerst</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Verifying...</source>
        <translation>Wird geprüft...</translation>
    </message>
    <message>
        <source>The test call on the customer&apos;s behalf succeeded.</source>
        <translation>Der Testaufruf im Namen des Kunden war erfolgreich.</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht mitgeteilt</translation>
    </message>
    <message>
        <source>%1 token %2, expires %3. Scopes: %4</source>
        <translation>%1-Token %2, läuft %3 ab. Berechtigungen (Scopes): %4</translation>
    </message>
    <message>
        <source>The customer disabled the integration. See the result in the history below.</source>
        <translation>Der Kunde hat die Integration deaktiviert. Das Ergebnis steht unten im Verlauf.</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>%1 vergessen?</translation>
    </message>
    <message>
        <source>The credentials are removed from the keychain and cannot be shown again. At SmartRecruiters the integration stays as it is, and the history stays here.</source>
        <translation>Die Zugangsdaten werden aus dem Schlüsselbund entfernt und können nicht noch einmal gezeigt werden. Bei SmartRecruiters bleibt die Integration, wie sie ist, und der Verlauf bleibt hier.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Delete credentials...</source>
        <translation>Zugangsdaten löschen...</translation>
    </message>
    <message>
        <source>Delete the credentials of %1?</source>
        <translation>Zugangsdaten von %1 löschen?</translation>
    </message>
    <message>
        <source>The customer disabled the integration, so that these credentials are of no use any more. They are removed from the keychain and cannot be shown again. The customer and the history stay here.</source>
        <translation>Der Kunde hat die Integration deaktiviert; diese Zugangsdaten werden nicht mehr gebraucht. Sie werden aus dem Schlüsselbund entfernt und können nicht noch einmal angezeigt werden. Der Kunde und der Verlauf bleiben hier erhalten.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The credentials are deleted.</source>
        <translation>Die Zugangsdaten sind gelöscht.</translation>
    </message>
    <message>
        <source>clientId (customer-level credentials)</source>
        <translation>clientId (Kundenzugangsdaten)</translation>
    </message>
    <message>
        <source>Get another token</source>
        <translation>Anderes Token holen</translation>
    </message>
    <message>
        <source>Asked for, but not granted: %1.</source>
        <translation>Erbeten, aber nicht gewährt: %1.</translation>
    </message>
    <message>
        <source>SmartRecruiters&apos; clock is %1 s from ours.</source>
        <translation>Die Uhr von SmartRecruiters weicht um %1 s von unserer ab.</translation>
    </message>
    <message>
        <source>Hand over...</source>
        <translation>Übergeben...</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>in beide Richtungen</translation>
    </message>
    <message>
        <source>one way</source>
        <translation>in eine Richtung</translation>
    </message>
    <message>
        <source>The customer disabled the integration: SmartRecruiters gives no token for it.</source>
        <translation>Der Kunde hat die Integration deaktiviert: SmartRecruiters gibt dafür kein Token aus.</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Ältere anzeigen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Copy text for SmartRecruiters</source>
        <translation>Text für SmartRecruiters kopieren</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <translation>Läuft ab: %1</translation>
    </message>
    <message>
        <source>Scopes of the consent</source>
        <translation>Berechtigungen der Zustimmung</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>The customer must consent again for: %1</source>
        <translation>Der Kunde muss erneut zustimmen für: %1</translation>
    </message>
    <message>
        <source>Nothing secret is revealed or handed over while names are hidden.</source>
        <translation>Solange Namen verborgen sind, wird nichts Geheimes angezeigt oder übergeben.</translation>
    </message>
    <message>
        <source>%1, %2, onboarded: %3, last check: %4</source>
        <translation>%1, %2, angebunden: %3, letzte Prüfung: %4</translation>
    </message>
    <message>
        <source>Onboarded: %1
Last check: %2</source>
        <translation>Angebunden: %1
Letzte Prüfung: %2</translation>
    </message>
    <message>
        <source>Before: %1 (%2), replaced: %3</source>
        <translation>Vorher: %1 (%2), ersetzt: %3</translation>
    </message>
    <message>
        <source>Not while names are hidden.</source>
        <translation>Nicht, solange Namen verborgen sind.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::CustomersModel</name>
    <message>
        <source>Both ways</source>
        <translation>Beide Richtungen</translation>
    </message>
    <message>
        <source>One way</source>
        <translation>Eine Richtung</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Unternehmen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>Zuletzt geprüft</translation>
    </message>
    <message>
        <source>Onboarded</source>
        <translation>Angebunden</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::CustomersPage</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Kunden suchen</translation>
    </message>
    <message>
        <source>Search company or integration</source>
        <translation>Unternehmen oder Integration</translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation>Alle Kunden anzeigen</translation>
    </message>
    <message>
        <source>Onboard a customer</source>
        <translation>Kunden anbinden</translation>
    </message>
    <message>
        <source>No matching customers.</source>
        <translation>Keine passenden Kunden.</translation>
    </message>
    <message>
        <source>No customer is connected yet.</source>
        <translation>Noch ist kein Kunde verbunden.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Columns and sort order</source>
        <translation>Spalten und Sortierung</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportieren...</translation>
    </message>
    <message>
        <source>Writes every customer of this search to a CSV file</source>
        <translation>Schreibt alle Kunden dieser Suche in eine CSV-Datei</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>Zuletzt hinzugefügt</translation>
    </message>
    <message>
        <source>Company, A to Z</source>
        <translation>Unternehmen, A bis Z</translation>
    </message>
    <message>
        <source>Status, those that need attention first</source>
        <translation>Status, die zu klärenden zuerst</translation>
    </message>
    <message>
        <source>Last check, longest ago first</source>
        <translation>Zuletzt geprüft, die ältesten zuerst</translation>
    </message>
    <message>
        <source>Onboarded, newest first</source>
        <translation>Angebunden, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Not proved</source>
        <translation>Nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Both ways</source>
        <translation>Beide Richtungen</translation>
    </message>
    <message>
        <source>59 min ago</source>
        <translation>vor 59 Min</translation>
    </message>
    <message>
        <source>%L1 in this list</source>
        <translation>%L1 in dieser Liste</translation>
    </message>
    <message>
        <source>Export customers</source>
        <translation>Kunden exportieren</translation>
    </message>
    <message>
        <source>The export was stopped. No file was written.</source>
        <translation>Der Export wurde angehalten. Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source> Stopped: the others were left as they are.</source>
        <translation> Angehalten: Die anderen blieben, wie sie sind.</translation>
    </message>
    <message>
        <source>%L1 of %L2 worked.</source>
        <translation>%L1 von %L2 haben funktioniert.</translation>
    </message>
    <message>
        <source>%L1 of %L2 worked. %3</source>
        <translation>%L1 von %L2 haben funktioniert. %3</translation>
    </message>
    <message>
        <source>Select one of the others to see why it did not.</source>
        <translation>Wählen Sie einen der anderen aus, um zu sehen, warum nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n Kunde</numerusform>
            <numerusform>%n Kunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>%1 vergessen?</translation>
    </message>
    <message>
        <source>Their credentials are removed from the keychain and cannot be shown again. At SmartRecruiters the integrations stay as they are, and the history stays here.</source>
        <translation>Ihre Zugangsdaten werden aus dem Schlüsselbund entfernt und können nicht noch einmal angezeigt werden. Bei SmartRecruiters bleiben die Integrationen, wie sie sind, und der Verlauf bleibt hier.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers are in %1.</source>
        <translation>
            <numerusform>%1 enthält jetzt %Ln Kunden.</numerusform>
            <numerusform>%1 enthält jetzt %Ln Kunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Invite...</source>
        <translation>Einladen...</translation>
    </message>
    <message>
        <source>A one-time code and a mail for a customer&apos;s administrator</source>
        <translation>Ein Einmalcode und eine E-Mail für die Administration eines Kunden</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln customers written</source>
        <translation>
            <numerusform>%L1 von %Ln Kunden geschrieben</numerusform>
            <numerusform>%L1 von %Ln Kunden geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forgetting %1 in %n seconds.</source>
        <translation>
            <numerusform>%1 wird in %n Sekunde vergessen.</numerusform>
            <numerusform>%1 wird in %n Sekunden vergessen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::Dashboard</name>
    <message>
        <source>Resolve</source>
        <translation>Klären</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Onboard a customer</source>
        <translation>Kunden anbinden</translation>
    </message>
    <message>
        <source>Last 12 weeks</source>
        <translation>Die letzten 12 Wochen</translation>
    </message>
    <message>
        <source>Needs somebody</source>
        <translation>Braucht jemanden</translation>
    </message>
    <message>
        <source>What happened last</source>
        <translation>Was zuletzt geschah</translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n Kunde</numerusform>
            <numerusform>%n Kunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %L2</source>
        <translation>%1: %L2</translation>
    </message>
    <message numerus="yes">
        <source>%n connected</source>
        <translation>
            <numerusform>%n verbunden</numerusform>
            <numerusform>%n verbunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disabled</source>
        <translation>
            <numerusform>%n deaktiviert</numerusform>
            <numerusform>%n deaktiviert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n gestört</numerusform>
            <numerusform>%n gestört</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs you now.</source>
        <translation>Im Moment ist nichts zu tun.</translation>
    </message>
    <message>
        <source>%1 disabled the integration at SmartRecruiters</source>
        <translation>%1 hat die Integration bei SmartRecruiters deaktiviert</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Noch nichts.</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Einladungen</translation>
    </message>
    <message numerus="yes">
        <source>%n invitations wait for the customer.</source>
        <translation>
            <numerusform>%n Einladung wartet auf den Kunden.</numerusform>
            <numerusform>%n Einladungen warten auf den Kunden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::DesktopNotice</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::DirectionLamps</name>
    <message>
        <source>by body and Basic</source>
        <translation>im Rumpf und mit Basic</translation>
    </message>
    <message>
        <source>by body only, not by Basic</source>
        <translation>nur im Rumpf, nicht mit Basic</translation>
    </message>
    <message>
        <source>by Basic only, not by body</source>
        <translation>nur mit Basic, nicht im Rumpf</translation>
    </message>
    <message>
        <source>SmartRecruiters has not asked for a token so far.</source>
        <translation>SmartRecruiters hat bisher kein Token angefordert.</translation>
    </message>
    <message>
        <source>Whether SmartRecruiters asks for tokens cannot be seen here: your own server gives them.</source>
        <translation>Ob SmartRecruiters Token anfordert, ist hier nicht zu sehen: Ihr eigener Server gibt sie aus.</translation>
    </message>
    <message>
        <source>To SmartRecruiters</source>
        <translation>Zu SmartRecruiters</translation>
    </message>
    <message>
        <source>From SmartRecruiters</source>
        <translation>Von SmartRecruiters</translation>
    </message>
    <message>
        <source>one way only</source>
        <translation>nur eine Richtung</translation>
    </message>
    <message>
        <source>never rehearsed</source>
        <translation>nie geprobt</translation>
    </message>
    <message>
        <source>rehearsed by us</source>
        <translation>von uns geprobt</translation>
    </message>
    <message>
        <source>used by SmartRecruiters</source>
        <translation>von SmartRecruiters benutzt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Rehearsed by us: %1, %2.</source>
        <translation>Von uns geprobt: %1, %2.</translation>
    </message>
    <message>
        <source>We got no token (%1): %2</source>
        <translation>Wir bekamen kein Token (%1): %2</translation>
    </message>
    <message>
        <source>SmartRecruiters got its first token: %1, the latest: %2.</source>
        <translation>SmartRecruiters bekam sein erstes Token: %1, das letzte: %2.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::EndpointsPage</name>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Check addresses</source>
        <translation>Adressen prüfen</translation>
    </message>
    <message>
        <source>Answer like this</source>
        <translation>So antworten</translation>
    </message>
    <message>
        <source>Your addresses</source>
        <translation>Ihre Adressen</translation>
    </message>
    <message>
        <source>Received notifications</source>
        <translation>Empfangene Benachrichtigungen</translation>
    </message>
    <message>
        <source>Simulate errors</source>
        <translation>Fehler proben</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>The page on which your customer approves.</source>
        <translation>Die Seite, auf der Ihr Kunde genehmigt.</translation>
    </message>
    <message>
        <source>Where SmartRecruiters gets a token from you.</source>
        <translation>Hier holt SmartRecruiters ein Token von Ihnen ab.</translation>
    </message>
    <message>
        <source>Where SmartRecruiters tells you that a customer disabled the integration.</source>
        <translation>Hier teilt SmartRecruiters mit, dass ein Kunde die Integration deaktiviert hat.</translation>
    </message>
    <message>
        <source>See how the other side handles an error from callbackUrl. The notification is still recorded.</source>
        <translation>Zeigt, wie die Gegenstelle mit einem Fehler an callbackUrl umgeht. Die Benachrichtigung wird trotzdem aufbewahrt.</translation>
    </message>
    <message>
        <source>500 Internal Server Error</source>
        <translation>500: interner Fehler</translation>
    </message>
    <message>
        <source>503 Service Unavailable</source>
        <translation>503: nicht verfügbar</translation>
    </message>
    <message>
        <source>401 Unauthorized</source>
        <translation>401, das Token wird abgelehnt</translation>
    </message>
    <message>
        <source>404 Not Found</source>
        <translation>404: nicht gefunden</translation>
    </message>
    <message>
        <source>200, but only after %1 s</source>
        <translation>200, aber erst nach %1 s</translation>
    </message>
    <message>
        <source>No answer: the connection ends</source>
        <translation>Keine Antwort: Die Verbindung endet</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Answer as usual</source>
        <translation>Wie üblich antworten</translation>
    </message>
    <message>
        <source>Notifications are answered as usual.</source>
        <translation>Benachrichtigungen werden wie üblich beantwortet.</translation>
    </message>
    <message>
        <source>None yet. When a customer disables the integration, SmartRecruiters tells callbackUrl.</source>
        <translation>Noch keine. Wenn ein Kunde die Integration deaktiviert, teilt SmartRecruiters es callbackUrl mit.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Unternehmen</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was sie besagt</translation>
    </message>
    <message>
        <source>Received notifications, newest first</source>
        <translation>Empfangene Benachrichtigungen, die neueste zuerst</translation>
    </message>
    <message>
        <source>listening on 127.0.0.1:%1</source>
        <translation>bereit auf 127.0.0.1:%1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>not served now</source>
        <translation>zurzeit nicht verfügbar</translation>
    </message>
    <message>
        <source>Asking...</source>
        <translation>Wird abgefragt...</translation>
    </message>
    <message>
        <source>All addresses reach Jetbridge.</source>
        <translation>Alle Adressen erreichen Jetbridge.</translation>
    </message>
    <message>
        <source>Somebody else answers at these addresses: check the tunnel or proxy that leads here.</source>
        <translation>Unter diesen Adressen antwortet jemand anderes: Prüfen Sie den Tunnel oder Proxy, der hierher führt.</translation>
    </message>
    <message>
        <source>Nobody answered at these addresses. Is the port closed, or the tunnel down?</source>
        <translation>Unter diesen Adressen hat niemand geantwortet. Ist der Port geschlossen oder der Tunnel unterbrochen?</translation>
    </message>
    <message>
        <source>The next notifications are answered with: %1. How many: %2.</source>
        <translation>Die nächsten Benachrichtigungen werden so beantwortet: %1. Wie viele: %2.</translation>
    </message>
    <message>
        <source>The customer disabled the integration</source>
        <translation>Der Kunde hat die Integration deaktiviert</translation>
    </message>
    <message>
        <source>%1 (sent again)</source>
        <translation>%1 (erneut gesendet)</translation>
    </message>
    <message>
        <source>no answer, after %1 ms</source>
        <translation>keine Antwort, nach %1 ms</translation>
    </message>
    <message>
        <source>%1, after %2 ms</source>
        <translation>%1, nach %2 ms</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>End the connection without an answer</source>
        <translation>Verbindung ohne Antwort beenden</translation>
    </message>
    <message>
        <source>Refused requests</source>
        <translation>Abgelehnte Anfragen</translation>
    </message>
    <message>
        <source>Clients issued to SmartRecruiters</source>
        <translation>An SmartRecruiters ausgegebene Clients</translation>
    </message>
    <message>
        <source>None: the addresses are those of this computer</source>
        <translation>Keine: die Adressen dieses Computers</translation>
    </message>
    <message>
        <source>How a tunnel or proxy that leads here is called, https://your-name.example</source>
        <translation>Wie ein Tunnel oder Proxy heißt, der hierher führt: https://ihr-name.example</translation>
    </message>
    <message>
        <source>Public URL (tunnel)</source>
        <translation>Öffentliche URL (Tunnel)</translation>
    </message>
    <message>
        <source>The endpoints restart with these addresses. Check them, then tell SmartRecruiters.</source>
        <translation>Die Endpunkte starten mit diesen Adressen neu. Prüfen Sie sie und teilen Sie sie dann SmartRecruiters mit.</translation>
    </message>
    <message>
        <source>Another answer</source>
        <translation>Eine andere Antwort</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>Token introspection</source>
        <translation>Token-Prüfung (Introspection)</translation>
    </message>
    <message>
        <source>Where your own API asks what a token stands for, once jetbridge-cli resource-servers add lets it.</source>
        <translation>Wo Ihre eigene API fragt, wofür ein Token steht, sobald jetbridge-cli resource-servers add es ihr erlaubt.</translation>
    </message>
    <message>
        <source>listening, but no token can be signed</source>
        <translation>bereit, aber kein Token kann signiert werden</translation>
    </message>
    <message>
        <source>Is the keychain locked? The signing keys are tried again every few seconds.</source>
        <translation>Ist der Schlüsselbund gesperrt? Die Signaturschlüssel werden alle paar Sekunden erneut gelesen.</translation>
    </message>
    <message>
        <source>Clients at your own server</source>
        <translation>Clients auf Ihrem eigenen Server</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::EnvironmentsCard</name>
    <message>
        <source>Simulator: nothing leaves this computer</source>
        <translation>Simulator: Nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Sandbox: SmartRecruiters&apos; place for tests</source>
        <translation>Sandbox: Hier testet SmartRecruiters</translation>
    </message>
    <message>
        <source>Production: real customers</source>
        <translation>Produktion: echte Kunden</translation>
    </message>
    <message>
        <source>Open in a new window</source>
        <translation>In neuem Fenster öffnen</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>API-Adresse</translation>
    </message>
    <message>
        <source>Portal address</source>
        <translation>Portaladresse</translation>
    </message>
    <message>
        <source>Allowed redirect hosts</source>
        <translation>Hosts für die Rückkehr</translation>
    </message>
    <message>
        <source>Hosts that SmartRecruiters may ask us to send the customer back to, with spaces.</source>
        <translation>Hosts, zu denen SmartRecruiters den Kunden zurückleiten lassen darf, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>Allowed frame origins</source>
        <translation>Seiten, die einrahmen dürfen</translation>
    </message>
    <message>
        <source>Origins (https://host) that may show the consent page in a frame, with spaces.</source>
        <translation>Ursprünge (https://host), die die Zustimmungsseite in einem Rahmen zeigen dürfen, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>In the request&apos;s body</source>
        <translation>Im Rumpf der Anfrage</translation>
    </message>
    <message>
        <source>In a header (HTTP Basic)</source>
        <translation>In einem Header (HTTP Basic)</translation>
    </message>
    <message>
        <source>Send credentials in</source>
        <translation>Zugangsdaten stehen</translation>
    </message>
    <message>
        <source>The system&apos;s authorities</source>
        <translation>Die Zertifizierungsstellen des Systems</translation>
    </message>
    <message>
        <source>None: the addresses are those of this computer</source>
        <translation>Keine: die Adressen dieses Computers</translation>
    </message>
    <message>
        <source>Public URL (tunnel)</source>
        <translation>Öffentliche URL (Tunnel)</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemanden</translation>
    </message>
    <message>
        <source>Your own backend, which gets every verified notification that came to callbackUrl.</source>
        <translation>Ihr eigenes Backend, das jede geprüfte Benachrichtigung an callbackUrl bekommt.</translation>
    </message>
    <message>
        <source>Forward notifications to</source>
        <translation>Benachrichtigungen weiterleiten an</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Of the tokens that SmartRecruiters gets from oauthTokenUrl.</source>
        <translation>Der Tokens, die SmartRecruiters von oauthTokenUrl bekommt.</translation>
    </message>
    <message>
        <source>Token lifetime</source>
        <translation>Gültigkeit der Token</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation>Nur auf Wunsch</translation>
    </message>
    <message>
        <source>While this window is open, every customer is verified before its last proof is as old as this; older ones count as expiring.</source>
        <translation>Solange dieses Fenster offen ist, wird jeder Kunde geprüft, bevor sein letzter Nachweis so alt ist; ältere gelten als ablaufend.</translation>
    </message>
    <message>
        <source>Verify customers every</source>
        <translation>Kunden prüfen alle</translation>
    </message>
    <message>
        <source>Save environment</source>
        <translation>Umgebung speichern</translation>
    </message>
    <message>
        <source>There is no PEM certificate in %1.</source>
        <translation>In %1 ist kein PEM-Zertifikat.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Switch to this environment</source>
        <translation>Dorthin wechseln</translation>
    </message>
    <message>
        <source>Custom CA (PEM file)</source>
        <translation>Eigene CA (PEM-Datei)</translation>
    </message>
    <message>
        <source>Add environment...</source>
        <translation>Umgebung hinzufügen...</translation>
    </message>
    <message>
        <source>Issue our own scope</source>
        <translation>Unsere eigene Berechtigung erteilen</translation>
    </message>
    <message>
        <source>Refuse the request</source>
        <translation>Die Anfrage ablehnen</translation>
    </message>
    <message>
        <source>What oauthTokenUrl does when it is asked for a scope that it does not know. Whether SmartRecruiters sends a scope is unknown.</source>
        <translation>Was oauthTokenUrl tut, wenn eine Berechtigung verlangt wird, die sie nicht kennt. Ob SmartRecruiters eine Berechtigung mitschickt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Unknown scopes</source>
        <translation>Unbekannte Berechtigungen</translation>
    </message>
    <message>
        <source>Random text</source>
        <translation>Zufälliger Text</translation>
    </message>
    <message>
        <source>Signed with RS256</source>
        <translation>Signiert mit RS256</translation>
    </message>
    <message>
        <source>Signed with ES256</source>
        <translation>Signiert mit ES256</translation>
    </message>
    <message>
        <source>The form of the tokens that SmartRecruiters gets from oauthTokenUrl. Our API asks here what random text stands for. It can check signed ones by itself, with the keys at /oauth/jwks.json, and accepts them until they expire, even if the customer is forgotten or disables the integration before.</source>
        <translation>Die Form der Tokens, die SmartRecruiters von oauthTokenUrl bekommt. Was zufälliger Text bedeutet, fragt unsere API hier. Signierte kann unsere API selbst prüfen, mit den Schlüsseln unter /oauth/jwks.json. Sie akzeptiert sie, bis sie ablaufen, auch wenn der Kunde vorher vergessen wird oder die Integration deaktiviert.</translation>
    </message>
    <message>
        <source>Access tokens</source>
        <translation>Zugriffstokens</translation>
    </message>
    <message>
        <source>The claim iss, as our API expects it; usually the public URL.</source>
        <translation>Der Wert iss, wie unsere API ihn erwartet; meist die öffentliche URL.</translation>
    </message>
    <message>
        <source>Issuer of signed tokens</source>
        <translation>Aussteller signierter Tokens</translation>
    </message>
    <message>
        <source>The claim aud: the name of our API, as it expects it.</source>
        <translation>Der Wert aud: der Name unserer API, wie sie ihn erwartet.</translation>
    </message>
    <message>
        <source>Audience of signed tokens</source>
        <translation>Empfänger signierter Tokens</translation>
    </message>
    <message>
        <source>Only the newest secret signs webhooks from now on.</source>
        <translation>Ab jetzt signiert nur das neueste Geheimnis die Webhooks.</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>While names are hidden or the demo is on, other environments are neither shown nor opened.</source>
        <translation>Solange Namen verborgen sind oder die Vorführung läuft, werden andere Umgebungen weder angezeigt noch geöffnet.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::ExchangeDetail</name>
    <message>
        <source>The request</source>
        <translation>Die Anfrage</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Die Antwort</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Show the whole onboarding</source>
        <translation>Ganze Anbindung zeigen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Hold Ctrl and choose a second exchange to compare the two.</source>
        <translation>Halten Sie Strg und wählen Sie einen zweiten Austausch, um beide zu vergleichen.</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation>%1, nach %2</translation>
    </message>
    <message>
        <source>local, no TLS</source>
        <translation>ohne TLS, auf diesem Computer</translation>
    </message>
    <message>
        <source>TLS facts were not seen</source>
        <translation>TLS-Angaben wurden nicht gesehen</translation>
    </message>
    <message>
        <source>This exchange belongs to no onboarding.</source>
        <translation>Dieser Austausch gehört zu keiner Anbindung.</translation>
    </message>
    <message>
        <source>The secrets are not in it: put yours in the place of each [secret ...].</source>
        <translation>Die Geheimnisse stehen nicht darin: Setzen Sie Ihre an die Stelle jedes [secret ...].</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::FailureCard</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Copy text for SmartRecruiters</source>
        <translation>Text für SmartRecruiters kopieren</translation>
    </message>
    <message>
        <source>Who can fix it: %1</source>
        <translation>Wer das beheben kann: %1</translation>
    </message>
    <message>
        <source>What to do now: %1</source>
        <translation>Was jetzt zu tun ist: %1</translation>
    </message>
    <message>
        <source>Likely cause: %1</source>
        <translation>Wahrscheinliche Ursache: %1</translation>
    </message>
    <message>
        <source>Cause: %1</source>
        <translation>Ursache: %1</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::FaultsCard</name>
    <message>
        <source>Clear faults</source>
        <translation>Störungen löschen</translation>
    </message>
    <message>
        <source>The token request</source>
        <translation>Die Tokenanfrage</translation>
    </message>
    <message>
        <source>The confirm request</source>
        <translation>Die Bestätigungsanfrage</translation>
    </message>
    <message>
        <source>The first call on the customer&apos;s behalf</source>
        <translation>Der erste Aufruf im Namen des Kunden</translation>
    </message>
    <message>
        <source>Every call of the public API</source>
        <translation>Jeder Aufruf der öffentlichen API</translation>
    </message>
    <message>
        <source>Fails with 500</source>
        <translation>Schlägt mit 500 fehl</translation>
    </message>
    <message>
        <source>Is refused with 401</source>
        <translation>Wird mit 401 abgelehnt</translation>
    </message>
    <message>
        <source>Is not allowed: 403</source>
        <translation>Ist nicht erlaubt: 403</translation>
    </message>
    <message>
        <source>Asks to slow down: 429</source>
        <translation>Bittet, langsamer zu sein: 429</translation>
    </message>
    <message>
        <source>Answers after 5 s</source>
        <translation>Antwortet nach 5 s</translation>
    </message>
    <message>
        <source>Works, but the answer is lost</source>
        <translation>Funktioniert, aber die Antwort geht verloren</translation>
    </message>
    <message>
        <source>Ends the connection, nothing is done</source>
        <translation>Beendet die Verbindung, nichts geschieht</translation>
    </message>
    <message>
        <source>Answers with broken JSON</source>
        <translation>Antwortet mit kaputtem JSON</translation>
    </message>
    <message>
        <source>What fails</source>
        <translation>Was gestört ist</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Add this fault</source>
        <translation>Diese Störung hinzufügen</translation>
    </message>
    <message>
        <source>%1: %2. Triggered %3 of %4.</source>
        <translation>%1: %2. Eingetreten: %3 von %4 Mal.</translation>
    </message>
    <message>
        <source>a rule of your own</source>
        <translation>eine eigene Regel</translation>
    </message>
    <message>
        <source>all</source>
        <translation>allen</translation>
    </message>
    <message>
        <source>No faults: everything works.</source>
        <translation>Keine Störungen: Alles funktioniert.</translation>
    </message>
    <message>
        <source>A rule of your own</source>
        <translation>Eine eigene Regel</translation>
    </message>
    <message>
        <source>Add this rule</source>
        <translation>Diese Regel hinzufügen</translation>
    </message>
    <message>
        <source>This is no JSON object: it breaks off at character %1.</source>
        <translation>Das ist kein JSON-Objekt: Es bricht bei Zeichen %1 ab.</translation>
    </message>
    <message>
        <source>Several calls</source>
        <translation>Mehrere Aufrufe</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::GuidedDemo</name>
    <message>
        <source>Guided demo</source>
        <translation>Geführte Vorführung</translation>
    </message>
    <message>
        <source>What to say and click</source>
        <translation>Was Sie sagen und anklicken</translation>
    </message>
    <message>
        <source>Undock</source>
        <translation>Eigenes Fenster</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Vorführung verlassen</translation>
    </message>
    <message>
        <source>The demo could not be prepared</source>
        <translation>Die Vorführung konnte nicht vorbereitet werden</translation>
    </message>
    <message>
        <source>&quot;Reset demo&quot; tries again.</source>
        <translation>„Neu beginnen“ versucht es noch einmal.</translation>
    </message>
    <message>
        <source>No backup is restored in the demo</source>
        <translation>In der Vorführung wird nichts wiederhergestellt</translation>
    </message>
    <message>
        <source>Nothing of the demo stays. Leave it, and restore the backup in your own window.</source>
        <translation>Von der Vorführung bleibt nichts. Verlassen Sie sie und stellen Sie die Sicherung in Ihrem eigenen Fenster wieder her.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::HandOverDialog</name>
    <message>
        <source>I understand that the secret will be unencrypted</source>
        <translation>Mir ist bewusst, dass das Geheimnis unverschlüsselt ist</translation>
    </message>
    <message>
        <source>Save to a file...</source>
        <translation>In Datei speichern...</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Hand over credentials</source>
        <translation>Zugangsdaten übergeben</translation>
    </message>
    <message>
        <source>The customer-level credentials of %1, for another program or person. This is recorded in the history.</source>
        <translation>Die Kundenzugangsdaten von %1, für ein anderes Programm oder eine andere Person. Das wird im Verlauf festgehalten.</translation>
    </message>
    <message>
        <source>Encrypted for one person (gpg)</source>
        <translation>Verschlüsselt für eine Person (gpg)</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>JSON-Objekt</translation>
    </message>
    <message>
        <source>.env file</source>
        <translation>.env-Datei</translation>
    </message>
    <message>
        <source>Kubernetes Secret</source>
        <translation>Kubernetes-Secret</translation>
    </message>
    <message>
        <source>HashiCorp Vault, KV version 2</source>
        <translation>HashiCorp Vault, KV Version 2</translation>
    </message>
    <message>
        <source>Fingerprint, or e-mail address of a key you signed</source>
        <translation>Fingerabdruck oder E-Mail eines signierten Schlüssels</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Handed over to %1, which only you can read.</source>
        <translation>Übergeben an %1; nur Sie können die Datei lesen.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>On the clipboard for 30 seconds.</source>
        <translation>30 Sekunden lang in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Asking the keychain...</source>
        <translation>Der Schlüsselbund wird gefragt...</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Empfänger</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::HelpWindow</name>
    <message>
        <source>How Jetbridge works</source>
        <translation>Wie Jetbridge funktioniert</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::HiddenNames</name>
    <message>
        <source>Hide customers&apos; names</source>
        <translation>Kundennamen verbergen</translation>
    </message>
    <message>
        <source>An onboarding is under way</source>
        <translation>Eine Anbindung läuft</translation>
    </message>
    <message>
        <source>Finish or cancel it first: the pages are built again.</source>
        <translation>Beenden Sie sie zuerst oder brechen Sie sie ab: Die Seiten werden neu aufgebaut.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::InvitationsCard</name>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Page opened</source>
        <translation>Seite geöffnet</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Being connected</source>
        <translation>Wird verbunden</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>New code...</source>
        <translation>Neuer Code...</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Einladungen</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Unternehmen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Withdraw the invitation of %1?</source>
        <translation>Die Einladung von %1 zurückziehen?</translation>
    </message>
    <message>
        <source>Its code is worth nothing any more. You can invite the company again.</source>
        <translation>Ihr Code ist dann nichts mehr wert. Sie können das Unternehmen erneut einladen.</translation>
    </message>
    <message>
        <source>Too late: the customer has decided, or it had ended.</source>
        <translation>Zu spät: Der Kunde hat entschieden, oder sie war schon beendet.</translation>
    </message>
    <message>
        <source>The invitation is withdrawn.</source>
        <translation>Die Einladung ist zurückgezogen.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::InviteDialog</name>
    <message>
        <source>Create invitation</source>
        <translation>Einladung erstellen</translation>
    </message>
    <message>
        <source>Invite a customer</source>
        <translation>Kunden einladen</translation>
    </message>
    <message>
        <source>The earlier code of %1 ends, and a new one is made.</source>
        <translation>Der frühere Code von %1 endet, und ein neuer wird erstellt.</translation>
    </message>
    <message>
        <source>Makes a one-time code and a mail for the customer&apos;s administrator. What they approve is carried out by this window or by `jetbridge-cli serve`, whichever runs then.</source>
        <translation>Erstellt einen Einmalcode und eine E-Mail für die Administration des Kunden. Was dort genehmigt wird, führt dieses Fenster oder `jetbridge-cli serve` aus, je nachdem, was dann läuft.</translation>
    </message>
    <message>
        <source>Identifier in SmartRecruiters</source>
        <translation>Kennung bei SmartRecruiters</translation>
    </message>
    <message>
        <source>Company identifier</source>
        <translation>Unternehmenskennung</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>Gültig für</translation>
    </message>
    <message>
        <source>Language of the mail</source>
        <translation>Sprache der E-Mail</translation>
    </message>
    <message>
        <source>Type the identifier again</source>
        <translation>Kennung wiederholen</translation>
    </message>
    <message>
        <source>This is production: the approval connects a real customer.</source>
        <translation>Dies ist die Produktion: Die Genehmigung verbindet einen echten Kunden.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Send the mail, and tell the administrator the code by another way, such as by phone. The code is shown here only.</source>
        <translation>Senden Sie die E-Mail, und teilen Sie den Code auf einem anderen Weg mit, etwa telefonisch. Der Code wird nur hier angezeigt.</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy mail</source>
        <translation>E-Mail kopieren</translation>
    </message>
    <message>
        <source>Save as .eml...</source>
        <translation>Als .eml speichern...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Einmalcode</translation>
    </message>
    <message>
        <source>Link for the customer</source>
        <translation>Link für den Kunden</translation>
    </message>
    <message>
        <source>Mail to the customer</source>
        <translation>E-Mail an den Kunden</translation>
    </message>
    <message>
        <source>Creating the invitation...</source>
        <translation>Die Einladung wird erstellt...</translation>
    </message>
    <message>
        <source>Good until %1</source>
        <translation>Gültig bis %1</translation>
    </message>
    <message>
        <source>Saved as %1. Mail programs open it as a draft.</source>
        <translation>Gespeichert als %1. E-Mail-Programme öffnen sie als Entwurf.</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::IssuedClientsCard</name>
    <message>
        <source>Company</source>
        <translation>Unternehmen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Clients issued to SmartRecruiters, newest first</source>
        <translation>An SmartRecruiters ausgegebene Clients, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>None yet. A bi-directional integration gives SmartRecruiters one for each customer.</source>
        <translation>Noch keine. Eine bidirektionale Integration gibt SmartRecruiters für jeden Kunden einen.</translation>
    </message>
    <message>
        <source>%L1 in all. Only the SHA-256 of a secret is kept here.</source>
        <translation>%L1 insgesamt. Von einem Geheimnis wird hier nur der SHA-256 aufbewahrt.</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::JournalModel</name>
    <message>
        <source>Checking that the keychain can keep the customer&apos;s credentials</source>
        <translation>Es wird geprüft, ob der Schlüsselbund die Zugangsdaten des Kunden aufbewahren kann</translation>
    </message>
    <message>
        <source>Exchanging the master credentials for a bearer token</source>
        <translation>Die Hauptzugangsdaten werden gegen ein Bearer-Token getauscht</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>Warten auf den Kunden</translation>
    </message>
    <message>
        <source>Confirming the integration with SmartRecruiters</source>
        <translation>Die Integration wird bei SmartRecruiters bestätigt</translation>
    </message>
    <message>
        <source>Storing the customer-level credentials in the keychain</source>
        <translation>Die Kundenzugangsdaten werden im Schlüsselbund gespeichert</translation>
    </message>
    <message>
        <source>Sending the customer back to SmartRecruiters</source>
        <translation>Der Kunde wird zu SmartRecruiters zurückgeleitet</translation>
    </message>
    <message>
        <source>Making the first call on the customer&apos;s behalf</source>
        <translation>Der erste Aufruf im Namen des Kunden läuft</translation>
    </message>
    <message>
        <source>Receiving a notification</source>
        <translation>Eine Benachrichtigung wird empfangen</translation>
    </message>
    <message>
        <source>The keychain can keep the customer&apos;s credentials</source>
        <translation>Der Schlüsselbund kann die Zugangsdaten des Kunden aufbewahren</translation>
    </message>
    <message>
        <source>SmartRecruiters gave a bearer token for the master credentials</source>
        <translation>SmartRecruiters hat für die Hauptzugangsdaten ein Bearer-Token ausgestellt</translation>
    </message>
    <message>
        <source>The customer approved</source>
        <translation>Der Kunde hat genehmigt</translation>
    </message>
    <message>
        <source>SmartRecruiters confirmed the integration</source>
        <translation>SmartRecruiters hat die Integration bestätigt</translation>
    </message>
    <message>
        <source>The customer-level credentials are in the keychain</source>
        <translation>Die Kundenzugangsdaten sind im Schlüsselbund</translation>
    </message>
    <message>
        <source>The customer may go back to SmartRecruiters</source>
        <translation>Der Kunde kann zu SmartRecruiters zurückkehren</translation>
    </message>
    <message>
        <source>The first call on the customer&apos;s behalf worked</source>
        <translation>Der erste Aufruf im Namen des Kunden hat funktioniert</translation>
    </message>
    <message>
        <source>A notification arrived</source>
        <translation>Eine Benachrichtigung ist eingetroffen</translation>
    </message>
    <message>
        <source>Browser: %1</source>
        <translation>Browser: %1</translation>
    </message>
    <message>
        <source>Browser sent a form to %1</source>
        <translation>Browser hat ein Formular gesendet an %1</translation>
    </message>
    <message>
        <source>Browser was sent on to %1</source>
        <translation>Browser wurde weitergeleitet an %1</translation>
    </message>
    <message>
        <source>Frame in the page: %1</source>
        <translation>Rahmen in der Seite: %1</translation>
    </message>
    <message>
        <source>A page does not let itself be shown in a frame: %1</source>
        <translation>Eine Seite lässt sich nicht in einem Rahmen zeigen: %1</translation>
    </message>
    <message>
        <source>The page was refused: %1</source>
        <translation>Der Seite verweigert: %1</translation>
    </message>
    <message>
        <source>A script of the page reported: %1</source>
        <translation>Ein Skript der Seite meldet: %1</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>redirected</source>
        <translation>weitergeleitet</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Deleting the customer&apos;s credentials here</source>
        <translation>Die Zugangsdaten des Kunden werden hier gelöscht</translation>
    </message>
    <message>
        <source>The customer&apos;s credentials were deleted here</source>
        <translation>Die Zugangsdaten des Kunden wurden hier gelöscht</translation>
    </message>
    <message>
        <source>Handing over the customer-level credentials</source>
        <translation>Kundenzugangsdaten werden übergeben</translation>
    </message>
    <message>
        <source>The customer-level credentials were handed over</source>
        <translation>Die Kundenzugangsdaten wurden übergeben</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>Keeping what the customer had before as history</source>
        <translation>Was der Kunde vorher hatte, wird als Verlauf aufbewahrt</translation>
    </message>
    <message>
        <source>Putting other master credentials to use</source>
        <translation>Andere Master-Zugangsdaten werden in Gebrauch genommen</translation>
    </message>
    <message>
        <source>The customer was onboarded again: what was before is history</source>
        <translation>Der Kunde wurde erneut angebunden: Was vorher war, ist Verlauf</translation>
    </message>
    <message>
        <source>Other master credentials are in use</source>
        <translation>Andere Master-Zugangsdaten sind in Gebrauch</translation>
    </message>
    <message>
        <source>%1 left a cookie: %2</source>
        <translation>%1 hat ein Cookie hinterlassen: %2</translation>
    </message>
    <message>
        <source>cookie</source>
        <translation>Cookie</translation>
    </message>
    <message>
        <source>Getting endpoints and master credentials ready</source>
        <translation>Endpunkte und Hauptzugangsdaten werden bereitgestellt</translation>
    </message>
    <message>
        <source>Endpoints and master credentials are ready</source>
        <translation>Endpunkte und Hauptzugangsdaten sind bereit</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>A token was given; no scope allows a call on the customer&apos;s behalf</source>
        <translation>Ein Token wurde ausgestellt; keine Berechtigung erlaubt einen Aufruf im Namen des Kunden</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: outcome unknown</source>
        <translation>%1: Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Browser could not load %1: %2</source>
        <translation>Browser konnte %1 nicht laden: %2</translation>
    </message>
    <message>
        <source>%1 answered with the status %2</source>
        <translation>%1 hat mit dem Status %2 geantwortet</translation>
    </message>
    <message>
        <source>The page of %1 asked: %2</source>
        <translation>Die Seite von %1 hat gefragt: %2</translation>
    </message>
    <message>
        <source>The page opened a window: %1</source>
        <translation>Die Seite hat ein Fenster geöffnet: %1</translation>
    </message>
    <message>
        <source>The page&apos;s window was closed: %1</source>
        <translation>Das Fenster der Seite wurde geschlossen: %1</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>gefragt</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>Asking your oauthTokenUrl for a token, as SmartRecruiters will</source>
        <translation>Fragt Ihre oauthTokenUrl nach einem Token, wie SmartRecruiters es tun wird</translation>
    </message>
    <message>
        <source>Your oauthTokenUrl gave a token for the customer&apos;s new pair</source>
        <translation>Ihre oauthTokenUrl gab ein Token für das neue Paar des Kunden</translation>
    </message>
    <message>
        <source>Registering a client for the customer at your own server</source>
        <translation>Ein Client für den Kunden wird bei Ihrem eigenen Server registriert</translation>
    </message>
    <message>
        <source>Your own server has a client for the customer</source>
        <translation>Ihr eigener Server hat einen Client für den Kunden</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::JournalView</name>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>redirected</source>
        <translation>weitergeleitet</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::LeastPrivilegeHint</name>
    <message>
        <source>Judged by the names of scopes and addresses in the recorded traffic. What your own backend calls is not seen here.</source>
        <translation>Beurteilt nach den Namen der Scopes und Adressen im aufgezeichneten Verkehr. Was Ihr eigenes Backend aufruft, ist hier nicht zu sehen.</translation>
    </message>
    <message>
        <source>Never used in the recorded traffic: %1. Ask for no more than you need.</source>
        <translation>Im aufgezeichneten Verkehr nie benutzt: %1. Verlangen Sie nicht mehr, als Sie brauchen.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::MainWindow</name>
    <message>
        <source>locked or missing</source>
        <translation>gesperrt oder nicht vorhanden</translation>
    </message>
    <message>
        <source>port taken</source>
        <translation>Port belegt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>ready on 127.0.0.1:%1</source>
        <translation>bereit auf 127.0.0.1:%1</translation>
    </message>
    <message>
        <source>cannot start</source>
        <translation>kann nicht starten</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::NewEnvironmentDialog</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add an environment</source>
        <translation>Umgebung hinzufügen</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox (Tests)</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>An environment of this name exists already.</source>
        <translation>Es gibt schon eine Umgebung mit diesem Namen.</translation>
    </message>
    <message>
        <source>Up to 32 characters: a-z, 0-9 and -. The kind cannot be changed later, because the credentials belong to it.</source>
        <translation>Bis zu 32 Zeichen: a-z, 0-9 und -. Die Art lässt sich später nicht ändern, weil die Zugangsdaten zu ihr gehören.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::NewSinkDialog</name>
    <message>
        <source>One argument per line. {event}, {companyId}, {integrationId}, {clientId}, {environment} and {deliveryId} are replaced. No argument can contain a secret.</source>
        <translation>Ein Argument pro Zeile. {event}, {companyId}, {integrationId}, {clientId}, {environment} und {deliveryId} werden ersetzt. Kein Argument kann ein Geheimnis enthalten.</translation>
    </message>
    <message>
        <source>%1: enter the whole path, which begins with /.</source>
        <translation>%1: Geben Sie den ganzen Pfad ein, der mit / beginnt.</translation>
    </message>
    <message>
        <source>I understand the secret will be unencrypted</source>
        <translation>Mir ist klar, dass das Geheimnis unverschlüsselt ist</translation>
    </message>
    <message>
        <source>Also deliver the credentials that exist already</source>
        <translation>Auch vorhandene Zugangsdaten zustellen</translation>
    </message>
    <message>
        <source>Check and add</source>
        <translation>Prüfen und hinzufügen</translation>
    </message>
    <message>
        <source>Add a sink</source>
        <translation>Senke hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Folder of files</source>
        <translation>Ordner mit Dateien</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>HashiCorp Vault or OpenBao</source>
        <translation>HashiCorp Vault oder OpenBao</translation>
    </message>
    <message>
        <source>Encrypted for one person (gpg)</source>
        <translation>Verschlüsselt für eine Person (gpg)</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>JSON-Objekt</translation>
    </message>
    <message>
        <source>.env file</source>
        <translation>.env-Datei</translation>
    </message>
    <message>
        <source>Kubernetes Secret</source>
        <translation>Kubernetes-Secret</translation>
    </message>
    <message>
        <source>HashiCorp Vault, KV version 2</source>
        <translation>HashiCorp Vault, KV Version 2</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Names of environment variables that the program gets, with spaces between them.</source>
        <translation>Namen von Umgebungsvariablen, die das Programm bekommt, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>It must contain {integrationId}; {companyId} and {environment} are replaced, too.</source>
        <translation>Er muss {integrationId} enthalten; auch {companyId} und {environment} werden ersetzt.</translation>
    </message>
    <message>
        <source>The same arguments</source>
        <translation>Dieselben Argumente</translation>
    </message>
    <message>
        <source>The root namespace</source>
        <translation>Der Wurzel-Namespace</translation>
    </message>
    <message>
        <source>None: the secret is a token</source>
        <translation>Keine: Geheimnis ist ein Token</translation>
    </message>
    <message>
        <source>Fingerprint, or e-mail address of a key you signed</source>
        <translation>Fingerabdruck oder E-Mail eines signierten Schlüssels</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Arguments for taking back</source>
        <translation>Argumente zur Rücknahme</translation>
    </message>
    <message>
        <source>Passed variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>Address of Vault</source>
        <translation>Adresse von Vault</translation>
    </message>
    <message>
        <source>Mount</source>
        <translation>Mount</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Role ID (AppRole)</source>
        <translation>Rollen-ID (AppRole)</translation>
    </message>
    <message>
        <source>Mount of the AppRole</source>
        <translation>Mount der AppRole</translation>
    </message>
    <message>
        <source>Token or secret ID</source>
        <translation>Token oder Secret-ID</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Enter the recipient of the encrypted documents.</source>
        <translation>Geben Sie den Empfänger der verschlüsselten Dokumente ein.</translation>
    </message>
    <message>
        <source>In this format the secret leaves unencrypted: confirm it, or choose gpg.</source>
        <translation>In diesem Format geht das Geheimnis unverschlüsselt hinaus: Bestätigen Sie das, oder wählen Sie gpg.</translation>
    </message>
    <message>
        <source>Asking the sink...</source>
        <translation>Senke wird gefragt...</translation>
    </message>
    <message>
        <source>Send the credentials, too</source>
        <translation>Auch die Zugangsdaten senden</translation>
    </message>
    <message>
        <source>Signed webhook</source>
        <translation>Signierter Webhook</translation>
    </message>
    <message>
        <source>Webhooks are signed with the environment&apos;s webhook secret.</source>
        <translation>Webhooks werden mit dem Webhook-Secret der Umgebung signiert.</translation>
    </message>
    <message>
        <source>Without them, your backend is told of the event and the customer only.</source>
        <translation>Ohne sie erfährt Ihr Backend nur das Ereignis und den Kunden.</translation>
    </message>
    <message>
        <source>Address of your backend</source>
        <translation>Adresse Ihres Backends</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::OnboardForm</name>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>The customer leaves SmartRecruiters for your page and comes back.</source>
        <translation>Der Kunde wechselt von SmartRecruiters auf Ihre Seite und kommt zurück.</translation>
    </message>
    <message>
        <source>Your page appears in a frame on SmartRecruiters&apos; page.</source>
        <translation>Ihre Seite erscheint in einem Rahmen auf der Seite von SmartRecruiters.</translation>
    </message>
    <message>
        <source>Bi-directional</source>
        <translation>Bidirektional</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>In this window, for demos and tests.</source>
        <translation>In diesem Fenster, für Vorführungen und Tests.</translation>
    </message>
    <message>
        <source>In your own web browser.</source>
        <translation>In Ihrem eigenen Webbrowser.</translation>
    </message>
    <message>
        <source>A link and a code for the customer&apos;s administrator.</source>
        <translation>Ein Link und ein Code für die Administration des Kunden.</translation>
    </message>
    <message>
        <source>Play the customer for me</source>
        <translation>Den Kunden für mich spielen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Unternehmen</translation>
    </message>
    <message>
        <source>Company identifier</source>
        <translation>Unternehmenskennung</translation>
    </message>
    <message>
        <source>Identifier in SmartRecruiters</source>
        <translation>Kennung in SmartRecruiters</translation>
    </message>
    <message>
        <source>SmartRecruiters may call your application too.</source>
        <translation>SmartRecruiters darf auch Ihre Anwendung aufrufen.</translation>
    </message>
    <message>
        <source>Grants, types the code and approves in the embedded page, at a pace that people can follow.</source>
        <translation>Erteilt Berechtigungen, gibt den Code ein und genehmigt in der eingebetteten Seite, in einem Tempo, dem man folgen kann.</translation>
    </message>
    <message>
        <source>Mode and direction are those of your application.</source>
        <translation>Modus und Richtung sind die Ihrer Anwendung.</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>bi-directional</source>
        <translation>bidirektional</translation>
    </message>
    <message>
        <source>one-way</source>
        <translation>in eine Richtung</translation>
    </message>
    <message>
        <source>in this window</source>
        <translation>in diesem Fenster</translation>
    </message>
    <message>
        <source>in the web browser</source>
        <translation>im Webbrowser</translation>
    </message>
    <message>
        <source>by link</source>
        <translation>per Link</translation>
    </message>
    <message>
        <source>This is production: the approval connects a real customer.</source>
        <translation>Dies ist die Produktion: Die Genehmigung verbindet einen echten Kunden.</translation>
    </message>
    <message>
        <source>Type the company&apos;s identifier to confirm</source>
        <translation>Zum Bestätigen die Kennung des Unternehmens eintippen</translation>
    </message>
    <message>
        <source>Several companies have this name: %1. Choose one of the list, or type its identifier.</source>
        <translation>Mehrere Unternehmen haben diesen Namen: %1. Wählen Sie eines aus der Liste oder geben Sie seine Kennung ein.</translation>
    </message>
    <message>
        <source>Your own authorization server serves oauthTokenUrl: make a client for this customer there and enter it here. It is kept in the memory of this program until the customer approves. Another process cannot finish this onboarding, and after quitting you must start again.</source>
        <translation>Ihr eigener Autorisierungsserver bedient oauthTokenUrl: Legen Sie dort einen Client für diesen Kunden an und geben Sie ihn hier ein. Er bleibt im Speicher dieses Programms, bis der Kunde zustimmt. Ein anderer Prozess kann diese Anbindung nicht abschließen, und nach dem Beenden müssen Sie neu beginnen.</translation>
    </message>
    <message>
        <source>Customer&apos;s client ID</source>
        <translation>clientId des Kunden</translation>
    </message>
    <message>
        <source>Customer&apos;s client secret</source>
        <translation>clientSecret des Kunden</translation>
    </message>
    <message>
        <source>Consented elsewhere</source>
        <translation>Anderswo zugestimmt</translation>
    </message>
    <message>
        <source>The customer has granted the scopes in SmartRecruiters and approved on a consent page of your own.</source>
        <translation>Der Kunde hat die Berechtigungen in SmartRecruiters erteilt und auf einer eigenen Zustimmungsseite von Ihnen zugestimmt.</translation>
    </message>
    <message>
        <source>Who approved</source>
        <translation>Wer zugestimmt hat</translation>
    </message>
    <message>
        <source>Name of the administrator</source>
        <translation>Name der Administratorin oder des Administrators</translation>
    </message>
    <message>
        <source>Start confirms with SmartRecruiters at once. The name is kept with the customer.</source>
        <translation>„Starten“ bestätigt sofort bei SmartRecruiters. Der Name wird beim Kunden gespeichert.</translation>
    </message>
    <message>
        <source>consented elsewhere</source>
        <translation>anderswo zugestimmt</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::OnboardPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change options</source>
        <translation>Auswahl ändern</translation>
    </message>
    <message>
        <source>The customer&apos;s page is open in your web browser.</source>
        <translation>Die Seite des Kunden ist in Ihrem Webbrowser geöffnet.</translation>
    </message>
    <message>
        <source>No web browser could be started. Copy the link and open it yourself.</source>
        <translation>Es konnte kein Webbrowser gestartet werden. Kopieren Sie den Link und öffnen Sie ihn selbst.</translation>
    </message>
    <message>
        <source>Cancelled. This onboarding sent no confirm request to SmartRecruiters.</source>
        <translation>Abgebrochen. Dieser Durchgang hat keine Bestätigungsanfrage an SmartRecruiters gesendet.</translation>
    </message>
    <message>
        <source>Cancelled here, but the code could not be withdrawn for other programs on this data folder: they still accept it. %1 Jetbridge tries again by itself.</source>
        <translation>Hier abgebrochen, aber der Code konnte für andere Programme mit diesem Datenordner nicht zurückgezogen werden: Sie nehmen ihn noch an. %1 Jetbridge versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>The customer approved before the code was withdrawn. Customers shows what comes of it.</source>
        <translation>Der Kunde hat zugestimmt, bevor der Code zurückgezogen war. Unter „Kunden“ steht, was daraus wird.</translation>
    </message>
    <message>
        <source>waiting for the customer&apos;s approval</source>
        <translation>wartet auf die Genehmigung des Kunden</translation>
    </message>
    <message>
        <source>approved; confirming with SmartRecruiters</source>
        <translation>genehmigt; wird bei SmartRecruiters bestätigt</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>received</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>sent back to SmartRecruiters</source>
        <translation>zu SmartRecruiters zurückgeleitet</translation>
    </message>
    <message>
        <source>the pop-up may close</source>
        <translation>das Pop-up kann sich schließen</translation>
    </message>
    <message>
        <source>first call worked</source>
        <translation>erster Aufruf hat funktioniert</translation>
    </message>
    <message>
        <source>Onboard a customer</source>
        <translation>Kunden anbinden</translation>
    </message>
    <message>
        <source>Onboard %1</source>
        <translation>%1 anbinden</translation>
    </message>
    <message>
        <source>The pages that the customer sees are shown here.</source>
        <translation>Hier erscheinen die Seiten, die der Kunde sieht.</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Neuer Code</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Onboard</source>
        <translation>Anbinden</translation>
    </message>
    <message>
        <source>Page navigation</source>
        <translation>Seitenwechsel</translation>
    </message>
    <message numerus="yes">
        <source>Page navigation (%n problems)</source>
        <translation>
            <numerusform>Seitenwechsel (%n Problem)</numerusform>
            <numerusform>Seitenwechsel (%n Probleme)</numerusform>
        </translation>
    </message>
    <message>
        <source>confirmed, but not stored yet</source>
        <translation>bestätigt, aber noch nicht gespeichert</translation>
    </message>
    <message>
        <source>the customer&apos;s page was told to wait</source>
        <translation>der Seite des Kunden wurde gesagt, sie solle warten</translation>
    </message>
    <message>
        <source>The request to confirm was sent and cannot be cancelled. Its result will be recorded.</source>
        <translation>Die Bestätigungsanfrage ist gesendet und lässt sich nicht abbrechen. Ihr Ergebnis wird festgehalten.</translation>
    </message>
    <message>
        <source>Page navigation, newest first</source>
        <translation>Seitenwechsel, die neuesten zuerst</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Noch einmal beginnen</translation>
    </message>
    <message>
        <source>Send the link and the one-time code to the customer through separate channels. This screen updates as they go.</source>
        <translation>Senden Sie dem Kunden den Link und den Einmalcode auf getrennten Wegen. Dieser Bildschirm zeigt laufend, wie weit der Kunde ist.</translation>
    </message>
    <message>
        <source>declined by the customer</source>
        <translation>vom Kunden abgelehnt</translation>
    </message>
    <message>
        <source>a token was given</source>
        <translation>Token ausgestellt</translation>
    </message>
    <message>
        <source>The customer has consented on a page of your own: there is nothing to open.</source>
        <translation>Der Kunde hat auf einer eigenen Seite von Ihnen zugestimmt: Es gibt nichts zu öffnen.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::OutcomeUnknownCard</name>
    <message>
        <source>Copy text for SmartRecruiters</source>
        <translation>Text für SmartRecruiters kopieren</translation>
    </message>
    <message>
        <source>It exists at SmartRecruiters</source>
        <translation>Es gibt sie bei SmartRecruiters</translation>
    </message>
    <message>
        <source>It does not exist there</source>
        <translation>Es gibt sie dort nicht</translation>
    </message>
    <message>
        <source>Disable in simulator</source>
        <translation>Im Simulator deaktivieren</translation>
    </message>
    <message>
        <source>The customer approves once more, and the confirm request is sent a second time. This entry stays until new credentials replace it.</source>
        <translation>Der Kunde genehmigt erneut, und die Bestätigungsanfrage wird ein zweites Mal gesendet. Dieser Eintrag bleibt, bis neue Zugangsdaten ihn ersetzen.</translation>
    </message>
    <message>
        <source>%1 has disabled the integration: start again</source>
        <translation>%1 hat die Integration deaktiviert: Beginnen Sie noch einmal</translation>
    </message>
    <message>
        <source>%1 is connected at SmartRecruiters, but not here</source>
        <translation>%1 ist bei SmartRecruiters verbunden, aber nicht hier</translation>
    </message>
    <message>
        <source>We do not know yet whether %1 is connected</source>
        <translation>Wir wissen noch nicht, ob %1 verbunden ist</translation>
    </message>
    <message>
        <source>What we know: the customer approved, and the confirm request was sent. Jetbridge won&apos;t resend it automatically.</source>
        <translation>Was wir wissen: Der Kunde hat genehmigt, und die Bestätigungsanfrage wurde gesendet. Jetbridge sendet sie nicht automatisch noch einmal.</translation>
    </message>
    <message>
        <source>What we don&apos;t know: whether SmartRecruiters acted on it. No customer-level credentials came. %1</source>
        <translation>Was wir nicht wissen: ob SmartRecruiters sie ausgeführt hat. Es kamen keine Kundenzugangsdaten. %1</translation>
    </message>
    <message>
        <source>Evidence: SmartRecruiters has told us that the customer disabled the integration. It did exist, but its credentials never reached us.</source>
        <translation>Beleg: SmartRecruiters hat uns gemeldet, dass der Kunde die Integration deaktiviert hat. Es gab sie also, aber ihre Zugangsdaten haben uns nie erreicht.</translation>
    </message>
    <message>
        <source>Evidence: SmartRecruiters has used the credentials that we sent with the request, so the integration exists there. Its customer-level credentials never reached us.</source>
        <translation>Beleg: SmartRecruiters hat die Zugangsdaten benutzt, die wir mitgesendet haben; die Integration gibt es dort also. Ihre Kundenzugangsdaten haben uns nie erreicht.</translation>
    </message>
    <message>
        <source>Evidence: none. SmartRecruiters has not asked your oauthTokenUrl with the credentials that we sent, which proves nothing.</source>
        <translation>Beleg: keiner. SmartRecruiters hat mit den Zugangsdaten, die wir gesendet haben, nicht bei Ihrer oauthTokenUrl angefragt; das beweist nichts.</translation>
    </message>
    <message>
        <source>Evidence: none. A one-way integration cannot show by itself whether it exists.</source>
        <translation>Beleg: keiner. Eine Integration in eine Richtung kann nicht von selbst zeigen, ob es sie gibt.</translation>
    </message>
    <message>
        <source>Find out first: does the customer&apos;s Apps &amp; Integrations page show the integration? The Partner &amp; API Team can also check.</source>
        <translation>Klären Sie zuerst: Zeigt die Seite Apps &amp; Integrations des Kunden die Integration? Auch das Partner &amp; API Team kann nachsehen.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Noch einmal beginnen</translation>
    </message>
    <message>
        <source>Jetbridge removes this entry, and the customer approves once more. The history stays.</source>
        <translation>Jetbridge entfernt diesen Eintrag, und der Kunde genehmigt erneut. Der Verlauf bleibt.</translation>
    </message>
    <message>
        <source>The customer disables the integration at SmartRecruiters, because nobody can use it without its credentials. Then Jetbridge removes this entry, and the customer approves once more.</source>
        <translation>Der Kunde deaktiviert die Integration bei SmartRecruiters, weil sie ohne ihre Zugangsdaten niemand benutzen kann. Dann entfernt Jetbridge diesen Eintrag, und der Kunde genehmigt erneut.</translation>
    </message>
    <message>
        <source>Has %1 disabled the integration?</source>
        <translation>Hat %1 die Integration deaktiviert?</translation>
    </message>
    <message>
        <source>Jetbridge removes this entry, and credentials that we made for SmartRecruiters in this attempt stop working. The history stays. While the integration is still enabled, SmartRecruiters may refuse a second one.</source>
        <translation>Jetbridge entfernt diesen Eintrag, und Zugangsdaten, die wir in diesem Versuch für SmartRecruiters erzeugt haben, gelten nicht mehr. Der Verlauf bleibt. Solange die Integration noch aktiv ist, kann SmartRecruiters eine zweite ablehnen.</translation>
    </message>
    <message>
        <source>It is disabled: start again</source>
        <translation>Sie ist deaktiviert: noch einmal beginnen</translation>
    </message>
    <message>
        <source>The customer disabled the integration in the simulator. You can start again.</source>
        <translation>Der Kunde hat die Integration im Simulator deaktiviert. Sie können noch einmal beginnen.</translation>
    </message>
    <message>
        <source>The simulator has no enabled integration that this request created.</source>
        <translation>Der Simulator hat keine aktive Integration, die aus dieser Anfrage entstanden ist.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::PresenterPanel</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Show its screen</source>
        <translation>Zu seiner Ansicht</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Vorführung beenden</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Sagen</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Anklicken</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Reset demo</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Begins again, with everything as it was at the first step.</source>
        <translation>Beginnt von vorn, mit allem wie beim ersten Schritt.</translation>
    </message>
    <message>
        <source>Preparing...</source>
        <translation>Wird vorbereitet...</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::QuestionCard</name>
    <message>
        <source>The page of %1 says:</source>
        <translation>Die Seite von %1 meldet:</translation>
    </message>
    <message>
        <source>The page of %1 asks:</source>
        <translation>Die Seite von %1 fragt:</translation>
    </message>
    <message>
        <source>Leave the page of %1?</source>
        <translation>Die Seite von %1 verlassen?</translation>
    </message>
    <message>
        <source>%1 asks for a user name and a password.</source>
        <translation>%1 verlangt einen Benutzernamen und ein Passwort.</translation>
    </message>
    <message>
        <source>The proxy %1 asks for a user name and a password.</source>
        <translation>Der Proxy %1 verlangt einen Benutzernamen und ein Passwort.</translation>
    </message>
    <message>
        <source>Send the form to %1 once more?</source>
        <translation>Das Formular noch einmal an %1 senden?</translation>
    </message>
    <message>
        <source>It asks before it is left: what was typed there may be lost.</source>
        <translation>Sie fragt, bevor sie verlassen wird: was dort eingegeben wurde, kann verloren gehen.</translation>
    </message>
    <message>
        <source>The page came from a form that was sent. Loading it again sends the form again, and what it does is then done twice.</source>
        <translation>Die Seite kam von einem gesendeten Formular. Neu laden sendet das Formular noch einmal, und was es bewirkt, geschieht dann zweimal.</translation>
    </message>
    <message>
        <source>The user name or the password was wrong. It calls itself &quot;%1&quot;.</source>
        <translation>Der Benutzername oder das Passwort war falsch. Der Bereich heißt &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>It calls itself &quot;%1&quot;.</source>
        <translation>Der Bereich heißt &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Stop this page</source>
        <translation>Diese Seite anhalten</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Ends the page, whose questions may never end. It can be loaded again.</source>
        <translation>Beendet die Seite, falls ihre Fragen nie aufhören. Sie kann neu geladen werden.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::Quitting</name>
    <message>
        <source>Credentials are not stored yet</source>
        <translation>Zugangsdaten sind noch nicht gespeichert</translation>
    </message>
    <message>
        <source>SmartRecruiters showed the customer-level credentials of %1 once. %2 The keychain has them: if you quit, the next start finds them.</source>
        <translation>SmartRecruiters hat die Kundenzugangsdaten von %1 einmal gezeigt. %2 Der Schlüsselbund hat sie: Wenn Sie beenden, findet sie der nächste Start.</translation>
    </message>
    <message>
        <source>SmartRecruiters showed the customer-level credentials of %1 once. %2 Quitting loses them: the customer must then disable the integration and be onboarded again.</source>
        <translation>SmartRecruiters hat die Kundenzugangsdaten von %1 einmal gezeigt. %2 Mit dem Beenden gehen sie verloren: Der Kunde muss die Integration dann deaktivieren und erneut angebunden werden.</translation>
    </message>
    <message>
        <source>An onboarding is under way</source>
        <translation>Eine Anbindung läuft gerade</translation>
    </message>
    <message>
        <source>The customer&apos;s one-time code ends when Jetbridge quits. A confirm request that was sent already is noted as &quot;outcome unknown&quot;.</source>
        <translation>Der Einmalcode des Kunden verliert seine Gültigkeit, wenn Jetbridge beendet wird. Eine schon gesendete Bestätigungsanfrage wird als „Ergebnis unbekannt“ vermerkt.</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::RateMeter</name>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>%1: %2 of %3 a second, %4 of %5 at once, %6 waiting</source>
        <translation>%1: %2 von %3 in der Sekunde, %4 von %5 zugleich, %6 warten</translation>
    </message>
    <message>
        <source>SmartRecruiters asks to wait %1 s</source>
        <translation>SmartRecruiters bittet, %1 s zu warten</translation>
    </message>
    <message numerus="yes">
        <source>%n wait for their turn</source>
        <translation>
            <numerusform>%n wartet, bis er an der Reihe ist</numerusform>
            <numerusform>%n warten, bis sie an der Reihe sind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::RefusedCard</name>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Refused requests, newest first</source>
        <translation>Abgelehnte Anfragen, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Nothing was refused at consentUrl, oauthTokenUrl and callbackUrl lately.</source>
        <translation>An consentUrl, oauthTokenUrl und callbackUrl wurde zuletzt nichts abgelehnt.</translation>
    </message>
    <message>
        <source>The last ones at consentUrl, oauthTokenUrl and callbackUrl, newest first.</source>
        <translation>Die letzten an consentUrl, oauthTokenUrl und callbackUrl, die neuesten zuerst.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::RegistrationsCard</name>
    <message>
        <source>Requested</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Waits for the confirmation</source>
        <translation>Wartet auf die Bestätigung</translation>
    </message>
    <message>
        <source>In use, your backend is not told yet</source>
        <translation>In Gebrauch, Ihr Backend weiß es noch nicht</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Withdrawn, your backend is not told yet</source>
        <translation>Zurückgezogen, Ihr Backend weiß es noch nicht</translation>
    </message>
    <message>
        <source>To be deleted</source>
        <translation>Wird noch gelöscht</translation>
    </message>
    <message>
        <source>May exist there</source>
        <translation>Existiert dort vielleicht</translation>
    </message>
    <message>
        <source>It is not tried again until you press &quot;Try again now&quot;.</source>
        <translation>Es wird erst wieder versucht, wenn Sie „Jetzt erneut versuchen“ drücken.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>A client named &quot;%1&quot; may exist in your authorization server: look for it and delete it there, then close it here. Tokens that it got stay valid until they expire.</source>
        <translation>In Ihrem Autorisierungsserver existiert vielleicht ein Client namens „%1“: Suchen Sie ihn dort, löschen Sie ihn, und schließen Sie ihn dann hier. Token, die er bekam, gelten bis zu ihrem Ablauf.</translation>
    </message>
    <message>
        <source>Your backend is still to be told that &quot;%1&quot; is withdrawn.</source>
        <translation>Ihr Backend muss noch erfahren, dass „%1“ zurückgezogen ist.</translation>
    </message>
    <message>
        <source>Your backend is still to be told that &quot;%1&quot; is committed.</source>
        <translation>Ihr Backend muss noch erfahren, dass „%1“ endgültig ist.</translation>
    </message>
    <message>
        <source>If you do it there yourself, close it here.</source>
        <translation>Wenn Sie es dort selbst tun, schließen Sie ihn hier.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is to be deleted in your authorization server.</source>
        <translation>„%1“ wird in Ihrem Autorisierungsserver noch gelöscht.</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Unternehmen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Client name</source>
        <translation>Clientname</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Close...</source>
        <translation>Schließen...</translation>
    </message>
    <message>
        <source>Clients at your own server</source>
        <translation>Clients auf Ihrem eigenen Server</translation>
    </message>
    <message>
        <source>None. If your own server serves oauthTokenUrl, the clients that Jetbridge has there are listed here.</source>
        <translation>Keine. Wenn Ihr eigener Server die oauthTokenUrl bedient, stehen hier die Clients, die Jetbridge dort hat.</translation>
    </message>
    <message>
        <source>%L1 in all.</source>
        <translation>%L1 insgesamt.</translation>
    </message>
    <message>
        <source>Left to be done at your own server: %L1. Choose a client to see what.</source>
        <translation>Auf Ihrem eigenen Server noch zu erledigen: %L1. Wählen Sie einen Client, um zu sehen, was.</translation>
    </message>
    <message>
        <source>Tried again. What is left is listed.</source>
        <translation>Erneut versucht. Was übrig ist, steht in der Liste.</translation>
    </message>
    <message>
        <source>Did you look for &quot;%1&quot; at your server?</source>
        <translation>Haben Sie auf Ihrem Server nach „%1“ gesucht?</translation>
    </message>
    <message>
        <source>Did you tell your backend of &quot;%1&quot; yourself?</source>
        <translation>Haben Sie Ihr Backend selbst von „%1“ unterrichtet?</translation>
    </message>
    <message>
        <source>Jetbridge will not tell your backend that the client is used.</source>
        <translation>Jetbridge wird Ihrem Backend nicht mitteilen, dass der Client benutzt wird.</translation>
    </message>
    <message>
        <source>It is neither tried nor listed any more. A client that still exists there gets tokens.</source>
        <translation>Es wird nicht mehr versucht, und er steht nicht mehr in der Liste. Ein Client, den es dort noch gibt, bekommt Token.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is closed.</source>
        <translation>„%1“ ist geschlossen.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::ReplayForm</name>
    <message>
        <source>Change what is sent</source>
        <translation>Ändern, was gesendet wird</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>The notification as it was received</source>
        <translation>Die Benachrichtigung, wie sie empfangen wurde</translation>
    </message>
    <message>
        <source>Send it to</source>
        <translation>Senden an</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>Sending...</source>
        <translation>Wird gesendet...</translation>
    </message>
    <message>
        <source>%1 answered %2 in %3 ms.</source>
        <translation>%1 hat in %3 ms mit %2 geantwortet.</translation>
    </message>
    <message>
        <source>The body is not kept any more: the oldest go when they take too much room.</source>
        <translation>Der Inhalt wird nicht mehr aufbewahrt: Die ältesten gehen, wenn sie zu viel Platz brauchen.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::RequestsCard</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Requests of the simulator, newest first</source>
        <translation>Anfragen des Simulators, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the requests</source>
        <translation>Anfragen leeren</translation>
    </message>
    <message>
        <source>What came to SmartRecruiters&apos; side and left from it. Secrets are masked.</source>
        <translation>Was auf der Seite von SmartRecruiters ankam und hinausging. Geheimnisse sind verdeckt.</translation>
    </message>
    <message>
        <source>to you</source>
        <translation>an Sie</translation>
    </message>
    <message>
        <source>from you</source>
        <translation>von Ihnen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::RestoreDialog</name>
    <message>
        <source>Restore...</source>
        <translation>Wiederherstellen...</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>A backup takes the place of what is in this data folder, which is kept beside it. The secrets go into this computer&apos;s keychain.</source>
        <translation>Eine Sicherung tritt an die Stelle dessen, was in diesem Datenordner ist; das bleibt daneben erhalten. Die Geheimnisse kommen in den Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Sicherung auswählen</translation>
    </message>
    <message>
        <source>Opening the backup and checking every byte...</source>
        <translation>Die Sicherung wird geöffnet und Byte für Byte geprüft...</translation>
    </message>
    <message>
        <source>A backup of %1. Customers: %L2. Secrets: %L3.</source>
        <translation>Eine Sicherung vom %1. Kunden: %L2. Geheimnisse: %L3.</translation>
    </message>
    <message>
        <source>Restore this backup?</source>
        <translation>Diese Sicherung wiederherstellen?</translation>
    </message>
    <message>
        <source>Jetbridge closes, restores it into &quot;%1&quot; and starts again. What is there now is kept, in a folder &quot;before-restore&quot; there.</source>
        <translation>Jetbridge schließt sich, stellt sie nach „%1“ wieder her und startet neu. Was jetzt dort ist, bleibt in einem Ordner „before-restore“ darin erhalten.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::RestoreWindow</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Start Jetbridge</source>
        <translation>Jetbridge starten</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Restoring. Whatever ends this, the same restore goes on where it was.</source>
        <translation>Wird wiederhergestellt. Was immer dies beendet: Dieselbe Wiederherstellung geht dort weiter.</translation>
    </message>
    <message>
        <source>The backup was restored and compared. Customers: %L1. Secrets: %L2.</source>
        <translation>Wiederhergestellt und mit der Sicherung verglichen. Kunden: %L1. Geheimnisse: %L2.</translation>
    </message>
    <message>
        <source>What was there before is in %1.</source>
        <translation>Was vorher dort war, ist in %1.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::ScopePicker</name>
    <message>
        <source>Choose scopes</source>
        <translation>Berechtigungen auswählen</translation>
    </message>
    <message>
        <source>Ask for as little as you need: SmartRecruiters reviews each one. What may be called can also depend on the role of the integration&apos;s user.</source>
        <translation>Verlangen Sie so wenig wie nötig: SmartRecruiters prüft jede einzelne. Was aufgerufen werden darf, kann auch von der Rolle des Benutzers der Integration abhängen.</translation>
    </message>
    <message>
        <source>Search scopes</source>
        <translation>Berechtigungen suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Known scopes</source>
        <translation>Bekannte Berechtigungen</translation>
    </message>
    <message>
        <source>Use these scopes</source>
        <translation>Diese Scopes verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Berechtigung (Scope)</translation>
    </message>
    <message>
        <source>What it allows</source>
        <translation>Was sie erlaubt</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::Screens</name>
    <message>
        <source>Home</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Onboard</source>
        <translation>Anbinden</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Onboard a customer</source>
        <translation>Kunden anbinden</translation>
    </message>
    <message>
        <source>Search customers or traffic</source>
        <translation>Kunden oder Verkehr suchen</translation>
    </message>
    <message>
        <source>Verify the selected customers, check the addresses</source>
        <translation>Die ausgewählten Kunden prüfen, die Adressen prüfen</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Diese Übersicht</translation>
    </message>
    <message>
        <source>Close or cancel</source>
        <translation>Schließen oder abbrechen</translation>
    </message>
    <message>
        <source>The customer&apos;s page larger</source>
        <translation>Die Seite des Kunden größer</translation>
    </message>
    <message>
        <source>The customer&apos;s page smaller</source>
        <translation>Die Seite des Kunden kleiner</translation>
    </message>
    <message>
        <source>Reset the zoom of the customer&apos;s page</source>
        <translation>Die Seite des Kunden so groß wie üblich</translation>
    </message>
    <message>
        <source>An onboarding is under way</source>
        <translation>Eine Anbindung läuft gerade</translation>
    </message>
    <message>
        <source>Finish or cancel it first: this screen shows one onboarding at a time.</source>
        <translation>Beenden Sie sie zuerst, oder brechen Sie sie ab: Dieser Bildschirm zeigt immer nur eine Anbindung.</translation>
    </message>
    <message numerus="yes">
        <source>%n customers disabled the integration</source>
        <translation>
            <numerusform>%n Kunde hat die Integration deaktiviert</numerusform>
            <numerusform>%n Kunden haben die Integration deaktiviert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::SelectionPanel</name>
    <message>
        <source>Verify now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportieren...</translation>
    </message>
    <message>
        <source>Forget...</source>
        <translation>Vergessen...</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message numerus="yes">
        <source>%n customers selected</source>
        <translation>
            <numerusform>%n Kunde ausgewählt</numerusform>
            <numerusform>%n Kunden ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 done</source>
        <translation>%L1 von %L2 erledigt</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::SequenceScene</name>
    <message>
        <source>HTTP exchanges</source>
        <translation>HTTP-Austausche</translation>
    </message>
    <message>
        <source>Recorded by Jetbridge; secrets were taken out.</source>
        <translation>Von Jetbridge aufgezeichnet; Geheimnisse wurden herausgenommen.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::SequenceView</name>
    <message>
        <source>Sequence diagram</source>
        <translation>Sequenzdiagramm</translation>
    </message>
    <message>
        <source>The exchanges of the list as arrows between four lanes. The arrow keys choose one; the list shows the same as text.</source>
        <translation>Die Austausche der Liste als Pfeile zwischen vier Bahnen. Die Pfeiltasten wählen einen aus; die Liste zeigt dasselbe als Text.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Takes effect after a restart.</source>
        <translation>Gilt nach einem Neustart.</translation>
    </message>
    <message>
        <source>Recorded traffic</source>
        <translation>Aufgezeichneter Verkehr</translation>
    </message>
    <message>
        <source>Off: nothing moves. On: as the system says.</source>
        <translation>Aus: Nichts bewegt sich. Ein: wie das System es sagt.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>100 to 200 %</source>
        <translation>100 bis 200 %</translation>
    </message>
    <message>
        <source>Animate changes</source>
        <translation>Änderungen animieren</translation>
    </message>
    <message>
        <source>Embedded browser</source>
        <translation>Eingebetteter Browser</translation>
    </message>
    <message>
        <source>Asking the engine for its version ...</source>
        <translation>Der Browser wird nach seiner Version gefragt ...</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Customers, settings and all secrets in one encrypted file. Without one, what is in the keychain ends with this computer.</source>
        <translation>Kunden, Einstellungen und alle Geheimnisse in einer verschlüsselten Datei. Ohne eine endet mit diesem Computer, was im Schlüsselbund ist.</translation>
    </message>
    <message>
        <source>Back up...</source>
        <translation>Sichern...</translation>
    </message>
    <message>
        <source>Restore...</source>
        <translation>Wiederherstellen...</translation>
    </message>
    <message>
        <source>Delivery of credentials</source>
        <translation>Zustellung der Zugangsdaten</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::ShortcutsSheet</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>How Jetbridge works</source>
        <translation>Wie Jetbridge funktioniert</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::SimulatorPage</name>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Open portal</source>
        <translation>Portal öffnen</translation>
    </message>
    <message>
        <source>Onboard</source>
        <translation>Anbinden</translation>
    </message>
    <message>
        <source>Disable the integration</source>
        <translation>Integration deaktivieren</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Ask to adjust scopes</source>
        <translation>Um andere Berechtigungen bitten</translation>
    </message>
    <message>
        <source>SmartRecruiters on this computer</source>
        <translation>SmartRecruiters auf diesem Computer</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Unternehmen</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Verhalten</translation>
    </message>
    <message>
        <source>Review of applications</source>
        <translation>Prüfung der Anwendungen</translation>
    </message>
    <message>
        <source>Clock and reset</source>
        <translation>Uhr und Zurücksetzen</translation>
    </message>
    <message>
        <source>The faults were saved.</source>
        <translation>Die Störungen sind eingestellt.</translation>
    </message>
    <message>
        <source>It plays SmartRecruiters for rehearsals and demos. Nothing leaves this computer.</source>
        <translation>Er spielt SmartRecruiters für Proben und Vorführungen. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Address of the simulator</source>
        <translation>Adresse des Simulators</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Unternehmen</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>Companies of the simulator</source>
        <translation>Unternehmen des Simulators</translation>
    </message>
    <message>
        <source>The customer disabled the integration. See Endpoints for what arrived.</source>
        <translation>Der Kunde hat die Integration deaktiviert. Was ankam, steht unter „Endpunkte“.</translation>
    </message>
    <message>
        <source>As many as come</source>
        <translation>So viele, wie kommen</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Tokens are good for</source>
        <translation>Token gelten</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>The simulator behaves like this from now on.</source>
        <translation>Der Simulator verhält sich ab jetzt so.</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>What the partner should change</source>
        <translation>Was der Partner ändern soll</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>The application is approved.</source>
        <translation>Die Anwendung ist genehmigt.</translation>
    </message>
    <message>
        <source>The partner is asked to adjust the scopes.</source>
        <translation>Der Partner wird gebeten, die Berechtigungen zu ändern.</translation>
    </message>
    <message>
        <source>Approved: customers see it.</source>
        <translation>Genehmigt: Kunden sehen sie.</translation>
    </message>
    <message>
        <source>Not approved: customers cannot connect with it.</source>
        <translation>Nicht genehmigt: Kunden können sich nicht damit verbinden.</translation>
    </message>
    <message>
        <source>Scopes are to be adjusted: %1</source>
        <translation>Berechtigungen sind zu ändern: %1</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation>10 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Advance</source>
        <translation>Vorstellen</translation>
    </message>
    <message>
        <source>Reset...</source>
        <translation>Zurücksetzen...</translation>
    </message>
    <message>
        <source>The simulator&apos;s clock was advanced. This computer&apos;s clock is unchanged.</source>
        <translation>Die Uhr des Simulators wurde vorgestellt. Die Uhr dieses Computers bleibt.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop the simulator</source>
        <translation>Den Simulator stoppen</translation>
    </message>
    <message>
        <source>Start the simulator</source>
        <translation>Den Simulator starten</translation>
    </message>
    <message>
        <source>Simulator time: %1</source>
        <translation>Zeit des Simulators: %1</translation>
    </message>
    <message>
        <source>No application is registered yet.</source>
        <translation>Noch ist keine Anwendung registriert.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Reset the simulator?</source>
        <translation>Den Simulator zurücksetzen?</translation>
    </message>
    <message>
        <source>It forgets every integration, consent and fault. Applications stay. Customers in your list stay too, but no call on their behalf will work any more.</source>
        <translation>Er vergisst alle Integrationen, Zustimmungen und Störungen. Anwendungen bleiben. Auch die Kunden in Ihrer Liste bleiben, aber kein Aufruf in ihrem Namen wird mehr funktionieren.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>The simulator was reset.</source>
        <translation>Der Simulator wurde zurückgesetzt.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Company ID</source>
        <translation>Unternehmenskennung</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>Name des Unternehmens</translation>
    </message>
    <message>
        <source>Add this company</source>
        <translation>Dieses Unternehmen hinzufügen</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>How often a notification that failed is sent once more.</source>
        <translation>Wie oft eine fehlgeschlagene Benachrichtigung noch einmal gesendet wird.</translation>
    </message>
    <message>
        <source>Repeat notifications</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Advance by</source>
        <translation>Vorstellen um</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::SinkPreviewDialog</name>
    <message>
        <source>(no customer yet)</source>
        <translation>(noch kein Kunde)</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>%1 ausprobieren</translation>
    </message>
    <message>
        <source>What %1 would get for the latest customers, at most %2 of them. Every secret is masked, and nothing is delivered.</source>
        <translation>Was %1 für die neuesten Kunden bekäme, höchstens %2. Jedes Geheimnis ist maskiert, und nichts wird zugestellt.</translation>
    </message>
    <message>
        <source>What would go where</source>
        <translation>Was wohin ginge</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asking the sink...</source>
        <translation>Senke wird gefragt...</translation>
    </message>
    <message>
        <source>The sink can be used.</source>
        <translation>Die Senke ist benutzbar.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::SinksCard</name>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Folder of files</source>
        <translation>Ordner mit Dateien</translation>
    </message>
    <message>
        <source>HashiCorp Vault or OpenBao</source>
        <translation>HashiCorp Vault oder OpenBao</translation>
    </message>
    <message>
        <source>Try...</source>
        <translation>Ausprobieren...</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Remove...</source>
        <translation>Entfernen...</translation>
    </message>
    <message>
        <source>A sink gets the credentials of every customer of this environment automatically. They are taken back when the customer disables the integration or is forgotten.</source>
        <translation>Eine Senke bekommt die Zugangsdaten jedes Kunden dieser Umgebung automatisch. Sie werden zurückgenommen, wenn der Kunde die Integration deaktiviert oder vergessen wird.</translation>
    </message>
    <message>
        <source>Sink</source>
        <translation>Senke</translation>
    </message>
    <message>
        <source>Add sink...</source>
        <translation>Senke hinzufügen...</translation>
    </message>
    <message>
        <source>There is no sink: credentials only leave when somebody hands them over.</source>
        <translation>Es gibt keine Senke: Zugangsdaten gehen nur hinaus, wenn jemand sie übergibt.</translation>
    </message>
    <message>
        <source>Its secret is in the keychain and is not shown again.</source>
        <translation>Ihr Geheimnis ist im Schlüsselbund und wird nicht mehr gezeigt.</translation>
    </message>
    <message>
        <source>%1 was added and gets every customer&apos;s credentials from now on.</source>
        <translation>%1 wurde hinzugefügt und bekommt von jetzt an die Zugangsdaten jedes Kunden.</translation>
    </message>
    <message>
        <source>Deliveries that are due now: %L1.</source>
        <translation>Jetzt fällige Zustellungen: %L1.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>It gets nothing any more, and what waits for it is not delivered. What was delivered stays there, and Jetbridge no longer takes it back.</source>
        <translation>Sie bekommt nichts mehr, und was auf sie wartet, wird nicht zugestellt. Was zugestellt wurde, bleibt dort, und Jetbridge nimmt es nicht mehr zurück.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Signed webhook</source>
        <translation>Signierter Webhook</translation>
    </message>
    <message>
        <source>Added: %1. Waiting deliveries: %L2.</source>
        <translation>Hinzugefügt: %1. Wartende Lieferungen: %L2.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::StatusChips</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu klären</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::StatusLamp</name>
    <message>
        <source>checking...</source>
        <translation>wird geprüft...</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::Stepper</name>
    <message>
        <source>1  Master credentials</source>
        <translation>1  Hauptzugangsdaten</translation>
    </message>
    <message>
        <source>2  Bearer token</source>
        <translation>2  Bearer-Token</translation>
    </message>
    <message>
        <source>3  Customer-level credentials</source>
        <translation>3  Kundenzugangsdaten</translation>
    </message>
    <message>
        <source>4  Finish the setup</source>
        <translation>4  Einrichtung abschließen</translation>
    </message>
    <message>
        <source>Prove it works</source>
        <translation>Funktion nachweisen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>%1, %2 ms</source>
        <translation>%1, %2 ms</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::Strip</name>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Names are masked</source>
        <translation>Namen sind verdeckt</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Umgebung: %1</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Demo: nothing here is real</source>
        <translation>Vorführung: nichts hier ist echt</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::TokenServiceFields</name>
    <message>
        <source>%1 is not a URL.</source>
        <translation>%1 ist keine URL.</translation>
    </message>
    <message>
        <source>%1 must be a JSON object: %2</source>
        <translation>%1 muss ein JSON-Objekt sein: %2</translation>
    </message>
    <message>
        <source>Sign with the newest secret only</source>
        <translation>Nur mit dem neuesten Geheimnis signieren</translation>
    </message>
    <message>
        <source>This program, if the address is its own</source>
        <translation>Dieses Programm, wenn es seine Adresse ist</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Dieses Programm</translation>
    </message>
    <message>
        <source>Our own server; we give each pair</source>
        <translation>Unser eigener Server; wir geben jedes Paar</translation>
    </message>
    <message>
        <source>Our own server; it registers clients</source>
        <translation>Unser eigener Server; er registriert Clients</translation>
    </message>
    <message>
        <source>Our own server; a webhook tells it</source>
        <translation>Unser eigener Server; ein Webhook informiert ihn</translation>
    </message>
    <message>
        <source>Who serves the registered oauthTokenUrl, where SmartRecruiters gets its tokens.</source>
        <translation>Wer die registrierte oauthTokenUrl bedient, bei der SmartRecruiters seine Token holt.</translation>
    </message>
    <message>
        <source>oauthTokenUrl is served by</source>
        <translation>oauthTokenUrl bedient</translation>
    </message>
    <message>
        <source>Keycloak, Ory Hydra, oidc-provider and Okta register clients. With Auth0 or Zitadel, give each pair or use a webhook. authentik registers clients but deletes none: jetbridge-cli registrations list names those that staff must delete there. Given pairs are entered in Onboard.</source>
        <translation>Keycloak, Ory Hydra, oidc-provider und Okta registrieren Clients. Bei Auth0 und Zitadel geben Sie jedes Paar selbst oder verwenden einen Webhook. authentik registriert Clients, löscht aber keine: jetbridge-cli registrations list nennt die, die Sie dort von Hand löschen müssen. Eigene Paare werden unter „Anbinden“ eingegeben.</translation>
    </message>
    <message>
        <source>The client registration endpoint of your authorization server (RFC 7591).</source>
        <translation>Der Endpunkt Ihres Autorisierungsservers, der Clients registriert (RFC 7591).</translation>
    </message>
    <message>
        <source>Registration endpoint</source>
        <translation>Registrierungsendpunkt</translation>
    </message>
    <message>
        <source>The server&apos;s metadata, which name that endpoint (RFC 8414). Enter one of the two addresses.</source>
        <translation>Die Metadaten des Servers, die diesen Endpunkt nennen (RFC 8414). Geben Sie eine der beiden Adressen ein.</translation>
    </message>
    <message>
        <source>Or its metadata</source>
        <translation>Oder seine Metadaten</translation>
    </message>
    <message>
        <source>Open to everybody</source>
        <translation>Offen für alle</translation>
    </message>
    <message>
        <source>Initial access token</source>
        <translation>Mit Initial Access Token</translation>
    </message>
    <message>
        <source>Okta API token</source>
        <translation>Mit API-Token von Okta</translation>
    </message>
    <message>
        <source>How we authenticate to register a client. Keycloak and oidc-provider need an initial access token, Okta an API token, Ory Hydra none.</source>
        <translation>Wie wir uns ausweisen, um einen Client zu registrieren. Keycloak und oidc-provider brauchen ein Initial Access Token, Okta ein API-Token, Ory Hydra keines.</translation>
    </message>
    <message>
        <source>Registration is</source>
        <translation>Registrierung ist</translation>
    </message>
    <message>
        <source>Empty: the stored one stays</source>
        <translation>Leer: was gespeichert ist, bleibt</translation>
    </message>
    <message>
        <source>It is kept in the keychain and sent to that server only.</source>
        <translation>Es wird im Schlüsselbund aufbewahrt und nur an diesen Server gesendet.</translation>
    </message>
    <message>
        <source>Token to register</source>
        <translation>Token zum Registrieren</translation>
    </message>
    <message>
        <source>The token_endpoint_auth_method with which clients are registered.</source>
        <translation>Die token_endpoint_auth_method, mit der Clients registriert werden.</translation>
    </message>
    <message>
        <source>Clients authenticate by</source>
        <translation>Clients weisen sich aus mit</translation>
    </message>
    <message>
        <source>A JSON object that is sent with each registration; empty: none.</source>
        <translation>Ein JSON-Objekt, das mit jeder Registrierung gesendet wird; leer: keines.</translation>
    </message>
    <message>
        <source>Further client metadata</source>
        <translation>Weitere Client-Metadaten</translation>
    </message>
    <message>
        <source>Where your backend is told of each client by signed webhooks (Standard Webhooks): staged before the integration is confirmed, then committed or withdrawn.</source>
        <translation>Wo Ihr Backend durch signierte Webhooks (Standard Webhooks) von jedem Client erfährt: vorgemerkt, bevor die Integration bestätigt wird, danach übernommen oder zurückgezogen.</translation>
    </message>
    <message>
        <source>Webhooks are sent to</source>
        <translation>Webhooks gehen an</translation>
    </message>
    <message>
        <source>whsec_ and the base64 of 24 to 64 bytes. It is kept in the keychain. The secret before it signs, too, until the newest alone shall sign.</source>
        <translation>whsec_ und das Base64 von 24 bis 64 Bytes. Es wird im Schlüsselbund aufbewahrt. Das vorherige Geheimnis signiert mit, bis nur noch das neueste signieren soll.</translation>
    </message>
    <message>
        <source>Secret that signs them</source>
        <translation>Geheimnis, das sie signiert</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::TrafficModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>From and to</source>
        <translation>Von und an</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::TrafficPage</name>
    <message>
        <source>Show as</source>
        <translation>Zeigen als</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>One line per exchange</source>
        <translation>Eine Zeile je Austausch</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Arrows between browser, SmartRecruiters and partner</source>
        <translation>Pfeile zwischen Browser, SmartRecruiters und Partner</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Choose an exchange to see it in full, or two to compare them.</source>
        <translation>Wählen Sie einen Austausch, um ihn ganz zu sehen, oder zwei, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Search exchanges</source>
        <translation>Austausche suchen</translation>
    </message>
    <message>
        <source>Search method, address or status</source>
        <translation>Methode, Adresse oder Status suchen</translation>
    </message>
    <message>
        <source>Onboarding</source>
        <translation>Anbindung</translation>
    </message>
    <message>
        <source>All onboardings</source>
        <translation>Alle Anbindungen</translation>
    </message>
    <message>
        <source>Clear...</source>
        <translation>Leeren...</translation>
    </message>
    <message>
        <source>Larger (Ctrl and plus)</source>
        <translation>Größer (Strg und Plus)</translation>
    </message>
    <message>
        <source>Smaller (Ctrl and minus)</source>
        <translation>Kleiner (Strg und Minus)</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>An Breite anpassen</translation>
    </message>
    <message>
        <source>HTTP Archive, for developer tools...</source>
        <translation>HTTP Archive, für Entwicklerwerkzeuge...</translation>
    </message>
    <message>
        <source>Web page, for people...</source>
        <translation>Webseite, für Menschen...</translation>
    </message>
    <message>
        <source>JSON Lines, for programs...</source>
        <translation>JSON Lines, für Programme...</translation>
    </message>
    <message>
        <source>Diagram as SVG...</source>
        <translation>Diagramm als SVG...</translation>
    </message>
    <message>
        <source>Diagram as PNG...</source>
        <translation>Diagramm als PNG...</translation>
    </message>
    <message>
        <source>Diagram as Mermaid...</source>
        <translation>Diagramm als Mermaid...</translation>
    </message>
    <message>
        <source>What is recorded now is kept until Jetbridge ends: %1</source>
        <translation>Was jetzt aufgezeichnet wird, bleibt nur, bis Jetbridge endet: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>This exchange is not kept any more.</source>
        <translation>Dieser Austausch wird nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>No matching exchanges.</source>
        <translation>Keine passenden Austausche.</translation>
    </message>
    <message>
        <source>Export recorded traffic</source>
        <translation>Aufgezeichneten Verkehr exportieren</translation>
    </message>
    <message>
        <source>Looking for secrets before anything leaves...</source>
        <translation>Vor dem Export wird nach Geheimnissen gesucht...</translation>
    </message>
    <message>
        <source>Written without secrets: %1</source>
        <translation>Ohne Geheimnisse geschrieben: %1</translation>
    </message>
    <message>
        <source>Clear the recorded traffic?</source>
        <translation>Aufgezeichneten Verkehr leeren?</translation>
    </message>
    <message>
        <source>Every exchange that was recorded in this environment is removed. Customers, their history and their credentials stay.</source>
        <translation>Jeder in dieser Umgebung aufgezeichnete Austausch wird entfernt. Kunden, ihr Verlauf und ihre Zugangsdaten bleiben.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Cleared.</source>
        <translation>Geleert.</translation>
    </message>
    <message>
        <source>Whatever SmartRecruiters, customers and this program say to each other is shown here.</source>
        <translation>Hier steht, was SmartRecruiters, Kunden und dieses Programm einander sagen.</translation>
    </message>
    <message>
        <source>Nothing was recorded yet.</source>
        <translation>Noch wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Onboarding %1</source>
        <translation>Anbindung %1</translation>
    </message>
    <message numerus="yes">
        <source>Not recorded, because they came too fast, the disk was full or the program ended: %Ln exchanges</source>
        <translation>
            <numerusform>Nicht aufgezeichnet, weil sie zu schnell kamen, der Datenträger voll war oder das Programm endete: %Ln Austausch</numerusform>
            <numerusform>Nicht aufgezeichnet, weil sie zu schnell kamen, der Datenträger voll war oder das Programm endete: %Ln Austausche</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded exchanges</source>
        <translation>Aufgezeichnete Austausche</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Alle Kunden</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>Alle Antworten</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Gelungen</translation>
    </message>
    <message>
        <source>Refused (4xx)</source>
        <translation>Abgelehnt (4xx)</translation>
    </message>
    <message>
        <source>Failed (5xx)</source>
        <translation>Fehlgeschlagen (5xx)</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::TrafficSettings</name>
    <message>
        <source>Save limits</source>
        <translation>Grenzen speichern</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Maximum size</source>
        <translation>Höchstens aufbewahren</translation>
    </message>
    <message>
        <source>Maximum age</source>
        <translation>Und nicht länger als</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>Stored: %Ln exchanges, %1. The oldest are removed first.</source>
        <translation>
            <numerusform>Gespeichert: %Ln Austausch, %1. Die ältesten werden zuerst entfernt.</numerusform>
            <numerusform>Gespeichert: %Ln Austausche, %1. Die ältesten werden zuerst entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::Tray</name>
    <message>
        <source>Show Jetbridge</source>
        <translation>Jetbridge anzeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>%1 disabled the integration.</source>
        <translation>%1 hat die Integration deaktiviert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::UnstoredNotice</name>
    <message>
        <source>Ask the keychain now</source>
        <translation>Schlüsselbund jetzt fragen</translation>
    </message>
    <message>
        <source>Hand over...</source>
        <translation>Übergeben...</translation>
    </message>
    <message>
        <source>Not stored yet: the customer-level credentials of %1. %2 The keychain has them; Jetbridge tries again every few seconds. If you quit, the next start finds them.</source>
        <translation>Noch nicht gespeichert: die Kundenzugangsdaten von %1. %2 Der Schlüsselbund hat sie; Jetbridge versucht es alle paar Sekunden erneut. Wenn Sie beenden, findet sie der nächste Start.</translation>
    </message>
    <message>
        <source>Not stored yet: the customer-level credentials of %1. %2 SmartRecruiters showed them once; Jetbridge holds them in memory and tries again every few seconds. Quitting now loses them.</source>
        <translation>Noch nicht gespeichert: die Kundenzugangsdaten von %1. %2 SmartRecruiters hat sie einmal gezeigt; Jetbridge hält sie im Speicher und versucht es alle paar Sekunden erneut. Wer jetzt beendet, verliert sie.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::WebEngineBrowser</name>
    <message>
        <source>a window of its own: there are too many already</source>
        <translation>ein eigenes Fenster: es gibt schon zu viele</translation>
    </message>
    <message>
        <source>to close itself. End the run if it is done</source>
        <translation>sich selbst zu schließen. Beenden Sie den Lauf, wenn er fertig ist</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::WeeksChart</name>
    <message>
        <source>Connected, disabled and failing companies by week</source>
        <translation>Verbundene, deaktivierte und gestörte Unternehmen nach Wochen</translation>
    </message>
    <message>
        <source>In the last 12 weeks: %1 connected, %2 disabled, %3 failing.</source>
        <translation>In den letzten 12 Wochen: %1 verbunden, %2 deaktiviert, %3 gestört.</translation>
    </message>
    <message>
        <source>Week of %1: %2 connected, %3 disabled, %4 failing</source>
        <translation>Woche ab %1: %2 verbunden, %3 deaktiviert, %4 gestört</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::WelcomePage</name>
    <message>
        <source>Try it with the simulator</source>
        <translation>Mit dem Simulator ausprobieren</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Bring a SmartRecruiters customer on board</source>
        <translation>Einen SmartRecruiters-Kunden anbinden</translation>
    </message>
    <message>
        <source>Set up your own application...</source>
        <translation>Eigene Anwendung einrichten...</translation>
    </message>
    <message>
        <source>Everything below runs on this computer. Nothing is sent to SmartRecruiters.</source>
        <translation>Alles hier läuft auf diesem Computer. Nichts wird an SmartRecruiters gesendet.</translation>
    </message>
    <message>
        <source>Your application and its master credentials come first.</source>
        <translation>Zuerst kommen Ihre Anwendung und ihre Hauptzugangsdaten.</translation>
    </message>
    <message>
        <source>Start the guided demo</source>
        <translation>Geführte Vorführung starten</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>See a customer connect in one click, in a simulator on this computer.</source>
        <translation>Sehen Sie mit einem Klick, wie sich ein Kunde verbindet, in einem Simulator auf diesem Computer.</translation>
    </message>
    <message>
        <source>Demo it</source>
        <translation>Vorführen</translation>
    </message>
    <message>
        <source>Step by step for an audience: what to say and what to click.</source>
        <translation>Schritt für Schritt für ein Publikum: was zu sagen und was zu klicken ist.</translation>
    </message>
    <message>
        <source>Set up your own</source>
        <translation>Eigene einrichten</translation>
    </message>
    <message>
        <source>Describe your application, send it to SmartRecruiters and enter your master credentials.</source>
        <translation>Beschreiben Sie Ihre Anwendung, senden Sie sie an SmartRecruiters und geben Sie Ihre Hauptzugangsdaten ein.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::saveFile</name>
    <message>
        <source>&quot;%1&quot; cannot be written: %2.</source>
        <translation>„%1“ kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
</TS>
