<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>EngineText</name>
    <message>
        <source>Which security fixes it has is not known.</source>
        <translation>Nie wiadomo, jakie ma poprawki bezpieczeństwa.</translation>
    </message>
    <message numerus="yes">
        <source>Its security fixes are %n months old: up to Chromium %1 of %2.</source>
        <translation>
            <numerusform>Jej poprawki bezpieczeństwa mają %n miesiąc: do Chromium %1 z %2.</numerusform>
            <numerusform>Jej poprawki bezpieczeństwa mają %n miesiące: do Chromium %1 z %2.</numerusform>
            <numerusform>Jej poprawki bezpieczeństwa mają %n miesięcy: do Chromium %1 z %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its security fixes go up to Chromium %1, whose date is not known here: between %2 and %3.</source>
        <translation>Jej poprawki bezpieczeństwa sięgają Chromium %1, którego data nie jest tu znana: między %2 a %3.</translation>
    </message>
    <message>
        <source>Its security fixes go up to Chromium %1, whose date is not known here: newer than %2.</source>
        <translation>Jej poprawki bezpieczeństwa sięgają Chromium %1, którego data nie jest tu znana: nowsze niż %2.</translation>
    </message>
    <message>
        <source>Its security fixes go up to Chromium %1, whose date is not known here: older than %2.</source>
        <translation>Jej poprawki bezpieczeństwa sięgają Chromium %1, którego data nie jest tu znana: starsze niż %2.</translation>
    </message>
    <message>
        <source>Its security fixes go up to Chromium %1, whose date is not known here.</source>
        <translation>Jej poprawki bezpieczeństwa sięgają Chromium %1, którego data nie jest tu znana.</translation>
    </message>
    <message>
        <source>Debian gives this engine no security support. In the sandbox and in production, customers&apos; pages therefore open in your web browser unless you choose otherwise.</source>
        <translation>Debian nie zapewnia tej przeglądarce poprawek bezpieczeństwa. W sandboksie i na produkcji strony klientów otwierają się dlatego w Twojej przeglądarce, chyba że wybierzesz inaczej.</translation>
    </message>
    <message>
        <source>Debian 13 has newer fixes in trixie-backports: apt install -t trixie-backports libqt6webenginewidgets6</source>
        <translation>Debian 13 ma nowsze poprawki w trixie-backports: apt install -t trixie-backports libqt6webenginewidgets6</translation>
    </message>
    <message>
        <source>How old the embedded browser is could not be asked.</source>
        <translation>Nie udało się sprawdzić, jak stara jest wbudowana przeglądarka.</translation>
    </message>
    <message>
        <source>This window&apos;s browser is Chromium %1 (Qt WebEngine %2).</source>
        <translation>Przeglądarka tego okna to Chromium %1 (Qt WebEngine %2).</translation>
    </message>
    <message>
        <source>No embedded browser is installed: open customers&apos; pages in your web browser.</source>
        <translation>Wbudowana przeglądarka nie jest zainstalowana: otwieraj strony klientów w swojej przeglądarce.</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>Customer&apos;s browser</source>
        <translation>Przeglądarka klienta</translation>
    </message>
    <message>
        <source>Partner app</source>
        <translation>Aplikacja partnera</translation>
    </message>
    <message>
        <source>Partner API</source>
        <translation>API partnera</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>Wczytano</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Brak odpowiedzi</translation>
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
        <translation>Adres jest błędnie zapisany albo ten komputer nie może połączyć się z serwerem nazw (DNS).</translation>
    </message>
    <message>
        <source>Nobody listens at this address: it is wrong, or the service does not run.</source>
        <translation>Pod tym adresem nikt nie odpowiada: jest błędny albo usługa nie działa.</translation>
    </message>
    <message>
        <source>The connection was cut: by the other side, a firewall or a proxy.</source>
        <translation>Połączenie zostało przerwane: przez drugą stronę, zaporę albo serwer proxy.</translation>
    </message>
    <message>
        <source>The proxy that the system names cannot be reached or does not connect.</source>
        <translation>Serwer proxy wskazany przez system jest nieosiągalny albo nie zestawia połączenia.</translation>
    </message>
    <message>
        <source>The proxy asks for a user name and a password, which Jetbridge does not have.</source>
        <translation>Serwer proxy wymaga nazwy użytkownika i hasła, których Jetbridge nie ma.</translation>
    </message>
    <message>
        <source>The network, a firewall or a proxy on the way does not let it through.</source>
        <translation>Sieć, zapora albo serwer proxy po drodze nie przepuszcza połączenia.</translation>
    </message>
    <message>
        <source>The certificate of the other side has ended, or this computer&apos;s clock is wrong.</source>
        <translation>Certyfikat drugiej strony wygasł albo zegar tego komputera jest źle ustawiony.</translation>
    </message>
    <message>
        <source>The certificate belongs to another host: the address is wrong, or somebody stands in between.</source>
        <translation>Certyfikat należy do innego hosta: adres jest błędny albo ktoś stoi pośrodku.</translation>
    </message>
    <message>
        <source>The certificate is signed by nobody whom this computer trusts: a proxy that inspects TLS needs its authority in the settings.</source>
        <translation>Certyfikatu nie podpisał nikt, komu ten komputer ufa: serwer proxy sprawdzający TLS wymaga swojego urzędu w ustawieniach.</translation>
    </message>
    <message>
        <source>The address begins with http, which is for this computer only.</source>
        <translation>Adres zaczyna się od http, które jest tylko dla tego komputera.</translation>
    </message>
    <message>
        <source>The two sides found no TLS that both take: Jetbridge wants 1.2 or newer.</source>
        <translation>Obie strony nie znalazły wspólnej wersji TLS: Jetbridge wymaga 1.2 lub nowszej.</translation>
    </message>
    <message>
        <source>The certificate of the other side, or its version of TLS, is not accepted here.</source>
        <translation>Certyfikat drugiej strony lub jej wersja TLS nie jest tu akceptowana.</translation>
    </message>
    <message>
        <source>They were not entered yet, or they were forgotten.</source>
        <translation>Nie zostały jeszcze wprowadzone albo zostały zapomniane.</translation>
    </message>
    <message>
        <source>The code was mistyped.</source>
        <translation>Kod został błędnie wpisany.</translation>
    </message>
    <message>
        <source>The customer disabled the integration, or its credentials were replaced.</source>
        <translation>Klient wyłączył integrację albo jej dane dostępowe zostały wymienione.</translation>
    </message>
    <message>
        <source>The pair is mistyped, was withdrawn, belongs to another environment, or is expected in another place (body or header).</source>
        <translation>Para jest błędnie wpisana, została wycofana, należy do innego środowiska albo jest oczekiwana w innym miejscu (treść lub nagłówek).</translation>
    </message>
    <message>
        <source>In production nothing starts without it.</source>
        <translation>W środowisku produkcyjnym nic bez tego nie rusza.</translation>
    </message>
    <message>
        <source>The customer disabled the integration.</source>
        <translation>Klient wyłączył integrację.</translation>
    </message>
    <message>
        <source>This client may not use client credentials.</source>
        <translation>Ten klient nie może używać client credentials.</translation>
    </message>
    <message>
        <source>What would leave holds a secret that is known here.</source>
        <translation>To, co miało zostać wysłane, zawiera znany tu sekret.</translation>
    </message>
    <message>
        <source>Decline was pressed on the consent page.</source>
        <translation>Na stronie zgody wybrano „Odrzuć”.</translation>
    </message>
    <message>
        <source>It was misread, or somebody tried to guess it.</source>
        <translation>Źle go odczytano albo ktoś próbował go odgadnąć.</translation>
    </message>
    <message>
        <source>The customer came later than the code was good for.</source>
        <translation>Klient przyszedł później, niż kod był ważny.</translation>
    </message>
    <message>
        <source>One code is good for one decision.</source>
        <translation>Jeden kod wystarcza na jedną decyzję.</translation>
    </message>
    <message>
        <source>A customer&apos;s credentials were entered as the master&apos;s.</source>
        <translation>Wpisano dane dostępowe klienta zamiast głównych.</translation>
    </message>
    <message>
        <source>The disk is full, or this file may not be written.</source>
        <translation>Dysk jest pełny albo tego pliku nie wolno zapisać.</translation>
    </message>
    <message>
        <source>They were deleted here, or this is another keychain.</source>
        <translation>Usunięto je tutaj albo jest to inny pęk kluczy.</translation>
    </message>
    <message>
        <source>Nobody has looked yet whether the earlier confirm call took effect.</source>
        <translation>Nikt jeszcze nie sprawdził, czy wcześniejsze żądanie potwierdzenia odniosło skutek.</translation>
    </message>
    <message>
        <source>The earlier confirm call took effect.</source>
        <translation>Wcześniejsze żądanie potwierdzenia odniosło skutek.</translation>
    </message>
    <message>
        <source>A newer version of Jetbridge wrote it, in a format that this version cannot read.</source>
        <translation>Zapisała to nowsza wersja Jetbridge, w formacie, którego ta wersja nie potrafi odczytać.</translation>
    </message>
    <message>
        <source>The file was cut off when it was written, copied or downloaded.</source>
        <translation>Plik został ucięty podczas zapisu, kopiowania lub pobierania.</translation>
    </message>
    <message>
        <source>The file was changed after it was written, or the disk that holds it is damaged.</source>
        <translation>Plik zmieniono po zapisaniu albo dysk, na którym leży, jest uszkodzony.</translation>
    </message>
    <message>
        <source>The file was created by another program.</source>
        <translation>Plik utworzył inny program.</translation>
    </message>
    <message>
        <source>The file was changed or cut off by something else, or its disk is damaged.</source>
        <translation>Coś innego zmieniło lub ucięło plik albo jego dysk jest uszkodzony.</translation>
    </message>
    <message>
        <source>Another program has locked the file and does not release it.</source>
        <translation>Inny program zablokował plik i go nie zwalnia.</translation>
    </message>
    <message>
        <source>The file or device behind standard output is full, closed or read-only.</source>
        <translation>Plik lub urządzenie, do którego prowadzi standardowe wyjście, jest pełne, zamknięte lub tylko do odczytu.</translation>
    </message>
    <message>
        <source>The program that read standard output ended before everything was written.</source>
        <translation>Program, który czytał standardowe wyjście, zakończył się, zanim wszystko zapisano.</translation>
    </message>
    <message>
        <source>The customer did not open the consent page, or did not decide there in time.</source>
        <translation>Klient nie otworzył strony zgody albo nie zdecydował na niej na czas.</translation>
    </message>
    <message>
        <source>gpg waits for something: a passphrase, a smart card, or another gpg that uses the same key ring.</source>
        <translation>gpg na coś czeka: na hasło, kartę inteligentną lub inny proces gpg, który używa tego samego pęku kluczy.</translation>
    </message>
    <message>
        <source>The folder of the state file is missing, or is not yours.</source>
        <translation>Folder pliku stanu nie istnieje lub nie należy do Ciebie.</translation>
    </message>
    <message>
        <source>Somebody stopped it here.</source>
        <translation>Ktoś zatrzymał to tutaj.</translation>
    </message>
    <message>
        <source>The keychain is locked, does not run, or has no place for it.</source>
        <translation>Pęk kluczy jest zablokowany, nie działa albo nie ma na to miejsca.</translation>
    </message>
    <message>
        <source>The disk is full, read-only or damaged.</source>
        <translation>Dysk jest pełny, tylko do odczytu albo uszkodzony.</translation>
    </message>
    <message>
        <source>It was never here, or is forgotten.</source>
        <translation>Nigdy tu tego nie było albo zostało zapomniane.</translation>
    </message>
    <message>
        <source>Somebody else has it.</source>
        <translation>Ktoś inny to ma.</translation>
    </message>
    <message>
        <source>Jetbridge does not do this as things stand.</source>
        <translation>W obecnym stanie Jetbridge tego nie robi.</translation>
    </message>
    <message>
        <source>Something that was entered.</source>
        <translation>Coś, co zostało wprowadzone.</translation>
    </message>
    <message>
        <source>A scope was not granted, or a system role blocks a scope that was.</source>
        <translation>Zakres nie został przyznany albo rola systemowa blokuje przyznany zakres.</translation>
    </message>
    <message>
        <source>Not documented. Probably the company did not start at SmartRecruiters, or the application is not approved for it.</source>
        <translation>Nieudokumentowane. Prawdopodobnie firma nie zaczęła w SmartRecruiters albo aplikacja nie jest dla niej zatwierdzona.</translation>
    </message>
    <message>
        <source>A scope is missing, or a system role blocks a scope that was granted.</source>
        <translation>Brakuje zakresu albo rola systemowa blokuje przyznany zakres.</translation>
    </message>
    <message>
        <source>The application asks for a scope that SmartRecruiters does not know.</source>
        <translation>Aplikacja prosi o zakres, którego SmartRecruiters nie zna.</translation>
    </message>
    <message>
        <source>Not documented. Probably the application or company identifier is wrong, or credentials for calls back are missing or not wanted.</source>
        <translation>Nieudokumentowane. Prawdopodobnie identyfikator aplikacji lub firmy jest błędny albo dane dostępowe do wywołań zwrotnych są brakujące lub niepożądane.</translation>
    </message>
    <message>
        <source>Not documented. Something in our request is not as SmartRecruiters wants it.</source>
        <translation>Nieudokumentowane. Coś w naszym żądaniu nie jest takie, jak chce SmartRecruiters.</translation>
    </message>
    <message>
        <source>The address has moved, or it is not that of the API.</source>
        <translation>Adres się zmienił albo nie jest adresem API.</translation>
    </message>
    <message>
        <source>A web page came instead of an answer: from a proxy, a sign-in page, a maintenance page, or because the address is not that of the API.</source>
        <translation>Zamiast odpowiedzi przyszła strona WWW: z serwera proxy, strony logowania lub konserwacji, albo dlatego, że adres nie jest adresem API.</translation>
    </message>
    <message>
        <source>Their side speaks otherwise than the guide says.</source>
        <translation>Ich strona mówi inaczej, niż podaje przewodnik.</translation>
    </message>
    <message>
        <source>Their side is slow today, or a firewall on the way swallows the request.</source>
        <translation>Ich strona jest dziś powolna albo zapora po drodze pochłania żądanie.</translation>
    </message>
    <message>
        <source>Not documented. Probably the company identifier is wrong, or the application is not visible to this company.</source>
        <translation>Nieudokumentowane. Prawdopodobnie identyfikator firmy jest błędny albo aplikacja nie jest widoczna dla tej firmy.</translation>
    </message>
    <message>
        <source>The address is not that of the API, or what was asked for is gone.</source>
        <translation>Adres nie jest adresem API albo tego, o co pytano, już nie ma.</translation>
    </message>
    <message>
        <source>Not documented. Probably the company is connected already, or the clientId is taken.</source>
        <translation>Nieudokumentowane. Prawdopodobnie firma jest już połączona albo clientId jest zajęte.</translation>
    </message>
    <message>
        <source>This credential makes more requests than it may (10 a second and 8 at once are published), perhaps from another program.</source>
        <translation>Z tymi danymi dostępowymi przychodzi więcej żądań, niż wolno (opublikowano 10 na sekundę i 8 naraz), być może z innego programu.</translation>
    </message>
    <message>
        <source>Their service is overloaded or being maintained.</source>
        <translation>Ich usługa jest przeciążona albo trwa jej konserwacja.</translation>
    </message>
    <message>
        <source>Their service failed.</source>
        <translation>Ich usługa zawiodła.</translation>
    </message>
    <message>
        <source>No answer came that could be used. What SmartRecruiters did before is not known here.</source>
        <translation>Nie nadeszła odpowiedź, której można by użyć. Nie wiadomo tutaj, co SmartRecruiters zrobił wcześniej.</translation>
    </message>
    <message>
        <source>The simulator was stopped, or what was asked does not fit how it stands.</source>
        <translation>Symulator został zatrzymany albo żądanie nie pasuje do jego stanu.</translation>
    </message>
    <message>
        <source>Your own server did not take the request.</source>
        <translation>Twój własny serwer nie przyjął żądania.</translation>
    </message>
    <message>
        <source>The customer decided so, or took too long.</source>
        <translation>Klient tak zdecydował albo zwlekał zbyt długo.</translation>
    </message>
    <message>
        <source>No master credentials are stored for this environment.</source>
        <translation>Dla tego środowiska nie zapisano głównych danych dostępowych.</translation>
    </message>
    <message>
        <source>Enter the master credentials that SmartRecruiters gave you, under Application.</source>
        <translation>Wpisz w części „Aplikacja” główne dane dostępowe otrzymane od SmartRecruiters.</translation>
    </message>
    <message>
        <source>SmartRecruiters refused the customer-level credentials.</source>
        <translation>SmartRecruiters odrzucił dane dostępowe klienta.</translation>
    </message>
    <message>
        <source>Ask the customer whether the integration is still enabled; if it is, onboard them again.</source>
        <translation>Zapytaj klienta, czy integracja jest nadal włączona; jeśli tak, podłącz go ponownie.</translation>
    </message>
    <message>
        <source>The customer could not sign in: the one-time code was wrong.</source>
        <translation>Klient nie mógł się zalogować: kod jednorazowy był nieprawidłowy.</translation>
    </message>
    <message>
        <source>Give the customer the code once more, or make a new one.</source>
        <translation>Podaj klientowi kod jeszcze raz albo utwórz nowy.</translation>
    </message>
    <message>
        <source>SmartRecruiters refused the master credentials.</source>
        <translation>SmartRecruiters odrzucił główne dane dostępowe.</translation>
    </message>
    <message>
        <source>Enter the current master credentials under Application; if they are right, ask SmartRecruiters whether they were withdrawn.</source>
        <translation>Wpisz w części „Aplikacja” aktualne główne dane dostępowe; jeśli są prawidłowe, zapytaj SmartRecruiters, czy nie zostały wycofane.</translation>
    </message>
    <message>
        <source>Nothing was started: in production the company&apos;s identifier must be typed once more.</source>
        <translation>Nic nie zostało rozpoczęte: w środowisku produkcyjnym trzeba jeszcze raz wpisać identyfikator firmy.</translation>
    </message>
    <message>
        <source>Type it exactly as it stands in the company&apos;s field, then start.</source>
        <translation>Wpisz go dokładnie tak, jak stoi w polu firmy, a następnie rozpocznij.</translation>
    </message>
    <message>
        <source>Nothing was sent: the customer disabled the integration at SmartRecruiters.</source>
        <translation>Nic nie wysłano: klient wyłączył integrację w SmartRecruiters.</translation>
    </message>
    <message>
        <source>Ask the customer whether it is enabled again, then verify it; otherwise onboard them again.</source>
        <translation>Zapytaj klienta, czy została ponownie włączona, i ją sprawdź; w przeciwnym razie podłącz go ponownie.</translation>
    </message>
    <message>
        <source>The customer declined.</source>
        <translation>Klient odrzucił połączenie.</translation>
    </message>
    <message>
        <source>Ask the customer why they declined. For another decision they need a new one-time code.</source>
        <translation>Zapytaj klienta, dlaczego odmówił. Do innej decyzji potrzebuje nowego kodu jednorazowego.</translation>
    </message>
    <message>
        <source>Too many wrong attempts: the one-time code is no longer valid.</source>
        <translation>Zbyt wiele błędnych prób: kod jednorazowy nie jest już ważny.</translation>
    </message>
    <message>
        <source>Give the customer a new one-time code, by a way on which nobody else reads it.</source>
        <translation>Podaj klientowi nowy kod jednorazowy taką drogą, na której nikt inny go nie przeczyta.</translation>
    </message>
    <message>
        <source>The one-time code was entered after it had expired.</source>
        <translation>Kod jednorazowy wpisano po upływie jego ważności.</translation>
    </message>
    <message>
        <source>Give the customer a new one-time code, and say until when it is good.</source>
        <translation>Podaj klientowi nowy kod jednorazowy i powiedz, do kiedy jest ważny.</translation>
    </message>
    <message>
        <source>The one-time code was entered again after it had been used.</source>
        <translation>Kod jednorazowy wpisano ponownie, choć był już użyty.</translation>
    </message>
    <message>
        <source>For another decision give the customer a new one-time code.</source>
        <translation>Do innej decyzji podaj klientowi nowy kod jednorazowy.</translation>
    </message>
    <message>
        <source>The keychain has no credentials of this customer.</source>
        <translation>Pęk kluczy nie ma danych dostępowych tego klienta.</translation>
    </message>
    <message>
        <source>Onboard the customer again to get new ones, or restore a backup that has them (Settings).</source>
        <translation>Podłącz klienta ponownie, aby otrzymać nowe, albo przywróć kopię zapasową, która je zawiera (Ustawienia).</translation>
    </message>
    <message>
        <source>No second confirm request was sent: the outcome of the earlier one for this company is unknown.</source>
        <translation>Nie wysłano drugiego żądania potwierdzenia: wynik wcześniejszego dla tej firmy jest nieznany.</translation>
    </message>
    <message>
        <source>Open the company under Customers and resolve it first.</source>
        <translation>Otwórz firmę w widoku „Klienci” i najpierw rozstrzygnij ten wynik.</translation>
    </message>
    <message>
        <source>No second confirm request was sent: the earlier one for this company took effect, but its credentials never reached us.</source>
        <translation>Nie wysłano drugiego żądania potwierdzenia: wcześniejsze dla tej firmy odniosło skutek, ale jego dane dostępowe nigdy do nas nie dotarły.</translation>
    </message>
    <message>
        <source>Have the customer disable the integration, then resolve it under Customers and start again.</source>
        <translation>Poproś klienta o wyłączenie integracji, a potem rozstrzygnij wynik w widoku „Klienci” i zacznij od nowa.</translation>
    </message>
    <message>
        <source>It was stopped before anything was confirmed.</source>
        <translation>Przerwano, zanim cokolwiek potwierdzono.</translation>
    </message>
    <message>
        <source>Start again whenever you like.</source>
        <translation>Zacznij od nowa w dowolnej chwili.</translation>
    </message>
    <message>
        <source>The keychain did not keep the customer&apos;s credentials.</source>
        <translation>Pęk kluczy nie przechował danych dostępowych klienta.</translation>
    </message>
    <message>
        <source>Unlock the keychain. Jetbridge holds the credentials in memory until then and stores them by itself; do not quit.</source>
        <translation>Odblokuj pęk kluczy. Jetbridge trzyma do tego czasu dane dostępowe w pamięci i zapisze je samodzielnie; nie zamykaj programu.</translation>
    </message>
    <message>
        <source>The keychain is locked or missing, so no secret was asked for.</source>
        <translation>Pęk kluczy jest zablokowany albo go nie ma, dlatego nie pobrano żadnego sekretu.</translation>
    </message>
    <message>
        <source>Unlock the keychain of this computer, then try again.</source>
        <translation>Odblokuj pęk kluczy tego komputera, a potem spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The keychain has the customer&apos;s credentials, but the data folder cannot be written.</source>
        <translation>Pęk kluczy ma dane dostępowe klienta, ale nie można zapisywać w folderze danych.</translation>
    </message>
    <message>
        <source>Free some disk space and check who may write to the data folder. Jetbridge holds the credentials in memory until then and goes on by itself; do not quit.</source>
        <translation>Zwolnij miejsce na dysku i sprawdź, kto może zapisywać w folderze danych. Jetbridge trzyma do tego czasu dane dostępowe w pamięci i będzie kontynuować samodzielnie; nie zamykaj programu.</translation>
    </message>
    <message>
        <source>The data folder cannot be read or written.</source>
        <translation>Folderu danych nie można odczytać lub zapisać.</translation>
    </message>
    <message>
        <source>Free some disk space and check who may write to the data folder, then try again.</source>
        <translation>Zwolnij miejsce na dysku i sprawdź, kto może zapisywać w folderze danych, a potem spróbuj ponownie.</translation>
    </message>
    <message>
        <source>It is not here (any more).</source>
        <translation>Tego tu (już) nie ma.</translation>
    </message>
    <message>
        <source>Look again at what there is now.</source>
        <translation>Sprawdź, co jest teraz.</translation>
    </message>
    <message>
        <source>It is already there, was changed meanwhile, or the name is already taken.</source>
        <translation>To już istnieje, zostało w międzyczasie zmienione albo nazwa jest już zajęta.</translation>
    </message>
    <message>
        <source>Choose another one, or close what holds it, then try again.</source>
        <translation>Wybierz coś innego albo zamknij to, co je zajmuje, i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>Nothing was sent: %1</source>
        <translation>Nic nie wysłano: %1</translation>
    </message>
    <message>
        <source>Correct it, then try again.</source>
        <translation>Popraw dane, a potem spróbuj ponownie.</translation>
    </message>
    <message>
        <source>Something that was entered is not valid.</source>
        <translation>Część wpisanych danych jest nieprawidłowa.</translation>
    </message>
    <message>
        <source>Not valid: %1</source>
        <translation>Nieprawidłowe: %1</translation>
    </message>
    <message>
        <source>No answer came in time while %1.</source>
        <translation>W tym kroku odpowiedź nie przyszła na czas: %1.</translation>
    </message>
    <message>
        <source>Try again; nothing was changed.</source>
        <translation>Spróbuj ponownie; nic nie zostało zmienione.</translation>
    </message>
    <message>
        <source>The other side could not be reached while %1.</source>
        <translation>W tym kroku druga strona była nieosiągalna: %1.</translation>
    </message>
    <message>
        <source>Check the network, the proxy and the addresses in Settings, then try again.</source>
        <translation>Sprawdź sieć, serwer proxy i adresy w ustawieniach, a potem spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The connection is not secure, so nothing was sent.</source>
        <translation>Połączenie nie jest bezpieczne, dlatego nic nie zostało wysłane.</translation>
    </message>
    <message>
        <source>Check the clock of this computer, the certificate and the authority in Settings.</source>
        <translation>Sprawdź zegar tego komputera, certyfikat i urząd certyfikacji w ustawieniach.</translation>
    </message>
    <message>
        <source>The simulator did not do this: %1</source>
        <translation>Symulator tego nie zrobił: %1</translation>
    </message>
    <message>
        <source>Look at the Simulator&apos;s page, then try again.</source>
        <translation>Zajrzyj na stronę Symulator i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>Your own server did not take it: %1</source>
        <translation>Twój własny serwer tego nie przyjął: %1</translation>
    </message>
    <message>
        <source>Look at your server&apos;s log, then try again.</source>
        <translation>Zajrzyj do dziennika swojego serwera i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The integration is there, but the first call on the customer&apos;s behalf was not allowed.</source>
        <translation>Integracja istnieje, ale pierwsze wywołanie w imieniu klienta nie było dozwolone.</translation>
    </message>
    <message>
        <source>Ask the customer to check the granted scopes and the role of the integration&apos;s user, then verify again.</source>
        <translation>Poproś klienta o sprawdzenie przyznanych zakresów dostępu i roli użytkownika integracji, a potem sprawdź ponownie.</translation>
    </message>
    <message>
        <source>SmartRecruiters does not allow this request.</source>
        <translation>SmartRecruiters nie zezwala na to żądanie.</translation>
    </message>
    <message>
        <source>Make sure that the customer started from the Apps &amp; Integrations page, then tell the Partner &amp; API Team.</source>
        <translation>Upewnij się, że klient zaczął na stronie Apps &amp; Integrations, a potem zgłoś się do zespołu Partner &amp; API Team.</translation>
    </message>
    <message>
        <source>SmartRecruiters does not know this company or integration.</source>
        <translation>SmartRecruiters nie zna tej firmy lub integracji.</translation>
    </message>
    <message>
        <source>Check the company identifier and the environment.</source>
        <translation>Sprawdź identyfikator firmy i środowisko.</translation>
    </message>
    <message>
        <source>It is already there, or the name is already taken.</source>
        <translation>To już istnieje albo nazwa jest już zajęta.</translation>
    </message>
    <message>
        <source>Ask the customer to disable the integration first, then onboard them again.</source>
        <translation>Poproś klienta, aby najpierw wyłączył integrację, a potem podłącz go ponownie.</translation>
    </message>
    <message>
        <source>SmartRecruiters asks us to slow down.</source>
        <translation>SmartRecruiters prosi o wolniejsze tempo.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>Odczekaj minutę i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>SmartRecruiters has a problem of its own.</source>
        <translation>SmartRecruiters ma własny problem.</translation>
    </message>
    <message>
        <source>Try again in a few minutes; if it stays, tell the Partner &amp; API Team.</source>
        <translation>Spróbuj ponownie za kilka minut; jeśli problem pozostanie, zgłoś się do zespołu Partner &amp; API Team.</translation>
    </message>
    <message>
        <source>The answer was not what the guide promises.</source>
        <translation>Odpowiedź była inna, niż zapowiada przewodnik.</translation>
    </message>
    <message>
        <source>Try again; if it stays, tell the Partner &amp; API Team.</source>
        <translation>Spróbuj ponownie; jeśli problem pozostanie, zgłoś się do zespołu Partner &amp; API Team.</translation>
    </message>
    <message>
        <source>The confirm request was sent, but no usable answer came: the integration may or may not exist.</source>
        <translation>Żądanie potwierdzenia zostało wysłane, ale nie przyszła użyteczna odpowiedź: nie wiadomo, czy integracja istnieje.</translation>
    </message>
    <message>
        <source>Ask SmartRecruiters whether it exists, then resolve it under Customers.</source>
        <translation>Zapytaj SmartRecruiters, czy istnieje, a potem rozstrzygnij wynik w widoku „Klienci”.</translation>
    </message>
    <message>
        <source>SmartRecruiters did not accept the request while %1.</source>
        <translation>W tym kroku SmartRecruiters nie przyjął żądania: %1.</translation>
    </message>
    <message>
        <source>Correct what its answer names, if it names something; otherwise tell the Partner &amp; API Team.</source>
        <translation>Popraw to, co wymienia odpowiedź, jeśli coś wymienia; w przeciwnym razie zgłoś się do zespołu Partner &amp; API Team.</translation>
    </message>
    <message>
        <source>The customer did not approve, or the one-time code has ended.</source>
        <translation>Klient nie zatwierdził połączenia albo kod jednorazowy stracił ważność.</translation>
    </message>
    <message>
        <source>Talk to the customer, then give them a new one-time code.</source>
        <translation>Porozmawiaj z klientem, a potem podaj mu nowy kod jednorazowy.</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>przygotowanie</translation>
    </message>
    <message>
        <source>asking the simulator</source>
        <translation>zapytanie do symulatora</translation>
    </message>
    <message>
        <source>calling your own server</source>
        <translation>wywołanie własnego serwera</translation>
    </message>
    <message>
        <source>getting the bearer token</source>
        <translation>pobieranie tokenu Bearer</translation>
    </message>
    <message>
        <source>waiting for the customer&apos;s consent</source>
        <translation>oczekiwanie na zgodę klienta</translation>
    </message>
    <message>
        <source>confirming the integration</source>
        <translation>potwierdzanie integracji</translation>
    </message>
    <message>
        <source>storing the credentials</source>
        <translation>zapisywanie danych dostępowych</translation>
    </message>
    <message>
        <source>sending the customer back</source>
        <translation>odsyłanie klienta</translation>
    </message>
    <message>
        <source>proving that it works</source>
        <translation>sprawdzanie działania</translation>
    </message>
    <message>
        <source>receiving a notification</source>
        <translation>odbieranie powiadomienia</translation>
    </message>
    <message>
        <source>deleting the credentials</source>
        <translation>usuwanie danych dostępowych</translation>
    </message>
    <message>
        <source>keeping the history</source>
        <translation>zachowywania historii</translation>
    </message>
    <message>
        <source>putting other master credentials to use</source>
        <translation>wprowadzania innych głównych danych uwierzytelniających</translation>
    </message>
    <message>
        <source>handing over the credentials</source>
        <translation>przekazywanie danych dostępowych</translation>
    </message>
    <message>
        <source>Your token endpoint did not answer: it does not run (`jetbridge-cli serve`, where Jetbridge serves it), its address is wrong, or a proxy or firewall is in the way.</source>
        <translation>Twój punkt wydawania tokenów nie odpowiedział: nie działa (`jetbridge-cli serve`, jeśli obsługuje go Jetbridge), jego adres jest błędny albo na drodze stoi serwer proxy lub zapora.</translation>
    </message>
    <message>
        <source>Your token endpoint does not know this pair, or wants to be asked in another way: it belongs to another server, was mistyped, or may not use client_credentials.</source>
        <translation>Twój punkt wydawania tokenów nie zna tej pary albo oczekuje innego sposobu zapytania: para należy do innego serwera, została błędnie wpisana albo nie może używać client_credentials.</translation>
    </message>
    <message>
        <source>What answers at the registered oauthTokenUrl is no OAuth 2.0 token endpoint.</source>
        <translation>To, co odpowiada pod zarejestrowanym oauthTokenUrl, nie jest punktem wydawania tokenów OAuth 2.0.</translation>
    </message>
    <message>
        <source>Who serves the registered oauthTokenUrl is a setting of the environment, and the pairs come from there.</source>
        <translation>Kto obsługuje zarejestrowany oauthTokenUrl, to ustawienie środowiska; stamtąd pochodzą też pary.</translation>
    </message>
    <message>
        <source>Nothing was confirmed: %1</source>
        <translation>Niczego nie potwierdzono: %1</translation>
    </message>
    <message>
        <source>Mend your token endpoint, then start again.</source>
        <translation>Napraw swój punkt wydawania tokenów, a potem zacznij od nowa.</translation>
    </message>
    <message>
        <source>Choose in Settings who serves oauthTokenUrl, then start again.</source>
        <translation>Wybierz w ustawieniach, kto obsługuje oauthTokenUrl, a potem zacznij od nowa.</translation>
    </message>
    <message>
        <source>rehearsing how SmartRecruiters gets a token from you</source>
        <translation>próba, jak SmartRecruiters otrzymuje token od Ciebie</translation>
    </message>
    <message>
        <source>Your authorization server registers a client only for an initial access token.</source>
        <translation>Twój serwer autoryzacji rejestruje klienta OAuth tylko za początkowy token dostępu (initial access token).</translation>
    </message>
    <message>
        <source>Your authorization server does not accept the initial access token: it is wrong, has expired or was used up.</source>
        <translation>Twój serwer autoryzacji nie przyjmuje początkowego tokenu dostępu: jest błędny, wygasł albo został już zużyty.</translation>
    </message>
    <message>
        <source>That is between Jetbridge and your own authorization server: SmartRecruiters was not asked.</source>
        <translation>To sprawa między Jetbridge a Twoim własnym serwerem autoryzacji: SmartRecruiters nie pytano.</translation>
    </message>
    <message>
        <source>Your backend checks the signature of each webhook, which needs a secret.</source>
        <translation>Twój backend sprawdza podpis każdego webhooka, do czego potrzebny jest sekret.</translation>
    </message>
    <message>
        <source>Your backend does not accept the webhook&apos;s signature: it has another secret, or its clock differs.</source>
        <translation>Twój backend nie przyjmuje podpisu webhooka: ma inny sekret albo jego zegar wskazuje inny czas.</translation>
    </message>
    <message>
        <source>That is between Jetbridge and your own backend: SmartRecruiters was not asked.</source>
        <translation>To sprawa między Jetbridge a Twoim własnym backendem: SmartRecruiters nie był pytany.</translation>
    </message>
    <message>
        <source>Give the environment the secret that your backend knows (jetbridge-cli environment set), then start again.</source>
        <translation>Podaj środowisku sekret, który zna Twój backend (jetbridge-cli environment set), a potem zacznij od nowa.</translation>
    </message>
    <message>
        <source>When your backend takes webhooks again, retry what it has not taken (jetbridge-cli registrations retry), then start again.</source>
        <translation>Gdy Twój backend znów będzie przyjmował webhooki, wyślij ponownie to, czego nie przyjął (jetbridge-cli registrations retry), a potem zacznij od nowa.</translation>
    </message>
    <message>
        <source>Wait until then, then start again.</source>
        <translation>Poczekaj do tego czasu, a potem zacznij od nowa.</translation>
    </message>
    <message>
        <source>Fix it in your backend or in the environment&apos;s webhook settings, then start again.</source>
        <translation>Napraw to w swoim backendzie albo w ustawieniach webhooka w środowisku, a potem zacznij od nowa.</translation>
    </message>
    <message>
        <source>Look for the client in your authorization server and delete it there, then start again.</source>
        <translation>Odszukaj klienta OAuth w swoim serwerze autoryzacji i usuń go tam, a potem zacznij od nowa.</translation>
    </message>
    <message>
        <source>Give the environment a new initial access token (jetbridge-cli environment set), then start again.</source>
        <translation>Podaj środowisku nowy początkowy token dostępu (jetbridge-cli environment set), a potem zacznij od nowa.</translation>
    </message>
    <message>
        <source>Fix it in your authorization server or in the environment&apos;s registration settings, then start again.</source>
        <translation>Napraw to w swoim serwerze autoryzacji albo w ustawieniach rejestracji środowiska, a potem zacznij od nowa.</translation>
    </message>
    <message>
        <source>registering a client at your own server</source>
        <translation>rejestracja klienta OAuth w Twoim własnym serwerze</translation>
    </message>
</context>
<context>
    <name>FailureText</name>
    <message>
        <source>You</source>
        <translation>Ty</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>SmartRecruiters</source>
        <translation>SmartRecruiters</translation>
    </message>
    <message>
        <source>Your IT</source>
        <translation>Twój dział IT</translation>
    </message>
</context>
<context>
    <name>KnownScopes</name>
    <message>
        <source>Start approvals</source>
        <translation>Rozpoczynanie zatwierdzeń</translation>
    </message>
    <message>
        <source>Read approvals</source>
        <translation>Odczyt zatwierdzeń</translation>
    </message>
    <message>
        <source>Read orders for assessments</source>
        <translation>Odczyt zamówień testów</translation>
    </message>
    <message>
        <source>Read audit log</source>
        <translation>Odczyt, kto co zmienił</translation>
    </message>
    <message>
        <source>Add candidates</source>
        <translation>Dodawanie kandydatów</translation>
    </message>
    <message>
        <source>Add, change and delete candidates</source>
        <translation>Dodawanie, zmiana i usuwanie kandydatów</translation>
    </message>
    <message>
        <source>Read offers to candidates</source>
        <translation>Odczyt ofert dla kandydatów</translation>
    </message>
    <message>
        <source>Read candidates</source>
        <translation>Odczyt kandydatów</translation>
    </message>
    <message>
        <source>Read candidate status</source>
        <translation>Odczyt etapu kandydatów</translation>
    </message>
    <message>
        <source>Read name, location and logo of the company</source>
        <translation>Odczyt nazwy, lokalizacji i logo firmy</translation>
    </message>
    <message>
        <source>Change departments, fields and other settings</source>
        <translation>Zmiana działów, pól i innych ustawień</translation>
    </message>
    <message>
        <source>Read departments, fields and other settings</source>
        <translation>Odczyt działów, pól i innych ustawień</translation>
    </message>
    <message>
        <source>Read kinds of interviews</source>
        <translation>Odczyt rodzajów rozmów</translation>
    </message>
    <message>
        <source>Change kinds of interviews</source>
        <translation>Zmiana rodzajów rozmów</translation>
    </message>
    <message>
        <source>Read interviews</source>
        <translation>Odczyt rozmów</translation>
    </message>
    <message>
        <source>Plan and change interviews</source>
        <translation>Planowanie i zmiana rozmów</translation>
    </message>
    <message>
        <source>Add and change jobs</source>
        <translation>Dodawanie i zmiana stanowisk</translation>
    </message>
    <message>
        <source>Publish jobs and take them back</source>
        <translation>Publikowanie i wycofywanie ogłoszeń</translation>
    </message>
    <message>
        <source>Read jobs</source>
        <translation>Odczyt stanowisk</translation>
    </message>
    <message>
        <source>Read messages</source>
        <translation>Odczyt wiadomości</translation>
    </message>
    <message>
        <source>Send messages</source>
        <translation>Wysyłanie wiadomości</translation>
    </message>
    <message>
        <source>Read reports</source>
        <translation>Odczyt raportów</translation>
    </message>
    <message>
        <source>Make reports</source>
        <translation>Tworzenie raportów</translation>
    </message>
    <message>
        <source>Read reviews of candidates</source>
        <translation>Odczyt ocen kandydatów</translation>
    </message>
    <message>
        <source>Write reviews of candidates</source>
        <translation>Pisanie ocen kandydatów</translation>
    </message>
    <message>
        <source>Read the account that calls</source>
        <translation>Odczyt konta wywołującego</translation>
    </message>
    <message>
        <source>Add and change users</source>
        <translation>Dodawanie i zmiana użytkowników</translation>
    </message>
    <message>
        <source>Read users</source>
        <translation>Odczyt użytkowników</translation>
    </message>
    <message>
        <source>Delete webhooks</source>
        <translation>Usuwanie webhooków</translation>
    </message>
    <message>
        <source>Add, change and delete webhooks</source>
        <translation>Dodawanie, zmiana i usuwanie webhooków</translation>
    </message>
    <message>
        <source>Read webhooks</source>
        <translation>Odczyt webhooków</translation>
    </message>
    <message>
        <source>Add and change webhooks</source>
        <translation>Dodawanie i zmiana webhooków</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Follow the system</source>
        <translation>Jak w systemie</translation>
    </message>
</context>
<context>
    <name>LoadText</name>
    <message>
        <source>No computer is known by the name %1. Check the address, the network and the VPN.</source>
        <translation>Nazwa %1 jest nieznana. Sprawdź adres, sieć i VPN.</translation>
    </message>
    <message>
        <source>%1 refused the connection: nothing listens there. Start it, or check the port.</source>
        <translation>%1 odrzucił połączenie: nic tam nie nasłuchuje. Uruchom usługę albo sprawdź port.</translation>
    </message>
    <message>
        <source>%1 cannot be reached from this network. Check the network and the VPN.</source>
        <translation>%1 jest nieosiągalny z tej sieci. Sprawdź sieć i VPN.</translation>
    </message>
    <message>
        <source>%1 ended the connection before the page was there. Load it again.</source>
        <translation>%1 zakończył połączenie, zanim strona dotarła. Wczytaj ją ponownie.</translation>
    </message>
    <message>
        <source>%1 ended the connection without an answer. Load it again.</source>
        <translation>%1 zakończył połączenie bez odpowiedzi. Wczytaj stronę ponownie.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Load it again, or check the network.</source>
        <translation>%1 nie odpowiedział na czas. Wczytaj stronę ponownie albo sprawdź sieć.</translation>
    </message>
    <message>
        <source>%1 redirects the browser without end. Whoever runs it must end that.</source>
        <translation>%1 przekierowuje przeglądarkę bez końca. Musi to naprawić operator.</translation>
    </message>
    <message>
        <source>This page came from a form that was sent to %1 and was not kept. Loading it again sends the form again.</source>
        <translation>Ta strona powstała z formularza wysłanego do %1 i nie została zachowana. Ponowne wczytanie wyśle formularz jeszcze raz.</translation>
    </message>
    <message>
        <source>%1 wants a certificate of this computer, which Jetbridge does not show. Use your web browser.</source>
        <translation>%1 wymaga certyfikatu tego komputera, którego Jetbridge nie przedstawia. Użyj swojej przeglądarki.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired or is not valid yet. Check this computer&apos;s clock; else whoever runs it must renew it.</source>
        <translation>Certyfikat %1 wygasł lub nie jest jeszcze ważny. Sprawdź zegar tego komputera; w przeciwnym razie certyfikat musi odnowić operator.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another name. Check the address.</source>
        <translation>Certyfikat %1 jest wystawiony na inną nazwę. Sprawdź adres.</translation>
    </message>
    <message>
        <source>The certificate of %1 is from an authority that this computer does not know.</source>
        <translation>Certyfikat %1 wydał urząd, którego ten komputer nie zna.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid.</source>
        <translation>Certyfikat %1 jest nieprawidłowy.</translation>
    </message>
    <message>
        <source>%1 and this program found no way to encrypt. Check that the port speaks https.</source>
        <translation>Nie udało się nawiązać szyfrowanego połączenia z %1. Sprawdź, czy ten port obsługuje https.</translation>
    </message>
    <message>
        <source>What %1 answered is not HTTP as the standard has it. Check the port.</source>
        <translation>Odpowiedź %1 nie jest poprawnym HTTP. Sprawdź port.</translation>
    </message>
    <message>
        <source>The proxy did not let this program through to %1. Check the proxy&apos;s settings.</source>
        <translation>Serwer proxy nie przepuścił tego programu do %1. Sprawdź ustawienia proxy.</translation>
    </message>
    <message>
        <source>%1 does not let this page be shown here. Use your web browser.</source>
        <translation>%1 nie pozwala pokazać tu tej strony. Użyj swojej przeglądarki.</translation>
    </message>
    <message>
        <source>%1 answered without a page.</source>
        <translation>%1 odpowiedział bez strony.</translation>
    </message>
    <message>
        <source>%1 did not bring a page.</source>
        <translation>%1 nie dostarczył strony.</translation>
    </message>
    <message>
        <source>%1 answered with the status %2 and no page.</source>
        <translation>%1 odpowiedział statusem %2 i bez strony.</translation>
    </message>
</context>
<context>
    <name>Mask</name>
    <message>
        <source>Customer %1</source>
        <translation>Klient %1</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>The customer declined.</source>
        <translation>Klient odrzucił połączenie.</translation>
    </message>
    <message>
        <source>The customer signed in.</source>
        <translation>Klient się zalogował.</translation>
    </message>
    <message>
        <source>A wrong code was typed. Tries left: %1.</source>
        <translation>Wpisano nieprawidłowy kod. Pozostałe próby: %1.</translation>
    </message>
    <message>
        <source>A one-time code was made for the customer.</source>
        <translation>Utworzono kod jednorazowy dla klienta.</translation>
    </message>
    <message>
        <source>must be https (http is allowed on this computer only).</source>
        <translation>musi używać https (http jest dozwolone tylko na tym komputerze).</translation>
    </message>
    <message>
        <source>points to this computer: only the simulator can reach it.</source>
        <translation>wskazuje na ten komputer: tylko symulator może go osiągnąć.</translation>
    </message>
    <message>
        <source>has no host.</source>
        <translation>nie ma hosta.</translation>
    </message>
    <message>
        <source>must not have a fragment (#...).</source>
        <translation>nie może mieć fragmentu (#...).</translation>
    </message>
    <message>
        <source>must not carry a user name or password.</source>
        <translation>nie może zawierać nazwy użytkownika ani hasła.</translation>
    </message>
    <message>
        <source>is missing: customers see it on the Apps &amp; Integrations page.</source>
        <translation>brak: klienci widzą to na stronie Apps &amp; Integrations.</translation>
    </message>
    <message>
        <source>should be an https URL or an embedded image (data:).</source>
        <translation>powinien być adresem https albo osadzonym obrazem (data:).</translation>
    </message>
    <message>
        <source>are missing: without a scope no API call is allowed.</source>
        <translation>brak: bez zakresu dostępu żadne wywołanie API nie jest dozwolone.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid scope name.</source>
        <translation>„%1” nie jest prawidłową nazwą zakresu.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is named twice.</source>
        <translation>„%1” podano dwa razy.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no reason: the review follows the Principle of Least Privilege.</source>
        <translation>„%1” nie ma uzasadnienia: ocena kieruje się zasadą najmniejszych uprawnień.</translation>
    </message>
    <message>
        <source>without &quot;company_read&quot; the connection cannot be proved by reading the company&apos;s name.</source>
        <translation>bez „company_read” połączenia nie można sprawdzić przez odczyt nazwy firmy.</translation>
    </message>
    <message>
        <source>is missing: customers are sent there to sign in and approve.</source>
        <translation>brak: tam kierowani są klienci, aby się zalogować i zatwierdzić.</translation>
    </message>
    <message>
        <source>must not carry companyId or redirect itself: SmartRecruiters adds them.</source>
        <translation>nie może sam zawierać companyId ani redirect: dodaje je SmartRecruiters.</translation>
    </message>
    <message>
        <source>needs oauthTokenUrl: without it SmartRecruiters sends no notifications.</source>
        <translation>wymaga oauthTokenUrl: bez niego SmartRecruiters nie wysyła powiadomień.</translation>
    </message>
    <message>
        <source>is empty: you will not be told when a customer disables the integration.</source>
        <translation>jest pusty: nie będzie powiadomienia, gdy klient wyłączy integrację.</translation>
    </message>
    <message>
        <source>The API calls this company &quot;%1&quot;.</source>
        <translation>API nazywa tę firmę „%1”.</translation>
    </message>
    <message>
        <source>The integration did exist at SmartRecruiters, without its credentials having reached us; the customer has now disabled it: start again.</source>
        <translation>Integracja istniała w SmartRecruiters, ale jej dane dostępowe do nas nie dotarły; klient teraz ją wyłączył: zacznij od nowa.</translation>
    </message>
    <message>
        <source>The customer disabled the integration at SmartRecruiters.</source>
        <translation>Klient wyłączył integrację w SmartRecruiters.</translation>
    </message>
    <message>
        <source>SmartRecruiters uses the credentials of this run: the integration exists there, but its customer-level credentials never reached us. Have the customer disable it and start again.</source>
        <translation>SmartRecruiters używa danych dostępowych z tego przebiegu: integracja tam istnieje, ale jej dane dostępowe klienta nigdy do nas nie dotarły. Poproś klienta o jej wyłączenie i zacznij od nowa.</translation>
    </message>
    <message>
        <source>Staff resolved the unknown outcome; the company may be onboarded again.</source>
        <translation>Nieznany wynik został wyjaśniony ręcznie; firmę można podłączyć ponownie.</translation>
    </message>
    <message>
        <source>system keychain</source>
        <translation>systemowy pęk kluczy</translation>
    </message>
    <message>
        <source>memory (this process only)</source>
        <translation>pamięć (tylko ten proces)</translation>
    </message>
    <message>
        <source>The customer disabled the integration; its credentials were deleted here.</source>
        <translation>Klient wyłączył integrację; jej dane dostępowe zostały tutaj usunięte.</translation>
    </message>
    <message>
        <source>The program ended right after the credentials were stored: verify the integration.</source>
        <translation>Program zakończył się tuż po zapisaniu danych dostępowych: sprawdź integrację.</translation>
    </message>
    <message>
        <source>Found in the keychain after the program had ended.</source>
        <translation>Znaleziono w pęku kluczy po zakończeniu programu.</translation>
    </message>
    <message>
        <source>SmartRecruiters confirmed this integration, but the program ended before the keychain had its customer-level credentials: they are lost. Have the customer disable it and start again.</source>
        <translation>SmartRecruiters potwierdził tę integrację, ale program zakończył się, zanim pęk kluczy otrzymał jej dane dostępowe klienta: są utracone. Poproś klienta o jej wyłączenie i zacznij od nowa.</translation>
    </message>
    <message>
        <source>The program ended before the credentials were stored: they are lost.</source>
        <translation>Program zakończył się przed zapisaniem danych dostępowych: są utracone.</translation>
    </message>
    <message>
        <source>The customer-level credentials are not in the keychain yet.</source>
        <translation>Danych dostępowych klienta nie ma jeszcze w pęku kluczy.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a complete URL.</source>
        <translation>„%1” nie jest pełnym adresem URL.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be https (http is allowed on this computer only).</source>
        <translation>„%1” musi używać https (http jest dozwolone tylko na tym komputerze).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must not have a fragment (RFC 6749 3.2).</source>
        <translation>„%1” nie może mieć fragmentu (RFC 6749 3.2).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must not carry a user name or password.</source>
        <translation>„%1” nie może zawierać nazwy użytkownika ani hasła.</translation>
    </message>
    <message>
        <source>The environment&apos;s name must be 1-32 of a-z, 0-9 and -, not &quot;%1&quot;.</source>
        <translation>Nazwa środowiska musi składać się z 1-32 znaków a-z, 0-9 i -, a nie „%1”.</translation>
    </message>
    <message>
        <source>A simulator environment must stay on this computer (localhost, 127.0.0.1 or [::1]).</source>
        <translation>Środowisko symulatora musi pozostać na tym komputerze (localhost, 127.0.0.1 lub [::1]).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be from 60 to 3600 (RFC 6750 5.3).</source>
        <translation>„%1” musi wynosić od 60 do 3600 (RFC 6750 5.3).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a host name (write it without https:// and path).</source>
        <translation>„%1” nie jest nazwą hosta (wpisz ją bez https:// i ścieżki).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an origin (scheme://host[:port], nothing after it).</source>
        <translation>„%1” nie jest źródłem (scheme://host[:port], nic po nim).</translation>
    </message>
    <message>
        <source>Nothing was exported: exchange %1 contains a known secret. Clear the recorded traffic, or exclude that exchange.</source>
        <translation>Nic nie wyeksportowano: wymiana %1 zawiera sekret znany temu programowi. Wyczyść zapisany ruch albo pomiń tę wymianę.</translation>
    </message>
    <message>
        <source>Nothing was exported: the diagram contains a known secret. Clear the recorded traffic, or exclude that exchange.</source>
        <translation>Nic nie wyeksportowano: rysunek zawiera sekret znany temu programowi. Wyczyść zapisany ruch albo pomiń tę wymianę.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be from 0 (never) to 8784 (a year).</source>
        <translation>„%1” musi wynosić od 0 (nigdy) do 8784 (rok).</translation>
    </message>
    <message>
        <source>Onboarded again: integration &quot;%1&quot; took the place of this one.</source>
        <translation>Podłączono ponownie: integracja „%1” zajęła miejsce tej.</translation>
    </message>
    <message>
        <source>The client &quot;%1&quot; is in use from now on.</source>
        <translation>Od teraz używany jest klient „%1”.</translation>
    </message>
    <message>
        <source>The new master credentials have confirmed an integration: the pair of the client &quot;%1&quot; is removed from the keychain.</source>
        <translation>Nowe główne dane uwierzytelniające potwierdziły integrację: para klienta „%1” została usunięta z pęku kluczy.</translation>
    </message>
    <message>
        <source>expires_in was absent; %1 s assumed</source>
        <translation>brak expires_in; przyjęto %1 s</translation>
    </message>
    <message>
        <source>expires_in was a text and not a number; %1 s assumed</source>
        <translation>expires_in było tekstem, który nie jest liczbą; przyjęto %1 s</translation>
    </message>
    <message>
        <source>expires_in was a text, not a number</source>
        <translation>expires_in było tekstem, a nie liczbą</translation>
    </message>
    <message>
        <source>expires_in was not a number; %1 s assumed</source>
        <translation>expires_in nie było liczbą; przyjęto %1 s</translation>
    </message>
    <message>
        <source>expires_in was negative; the token is used once and not kept</source>
        <translation>expires_in było ujemne; token jest używany raz i nie jest przechowywany</translation>
    </message>
    <message>
        <source>expires_in was 0; the token is used once and not kept</source>
        <translation>expires_in wynosiło 0; token jest używany raz i nie jest przechowywany</translation>
    </message>
    <message>
        <source>expires_in was longer than a day; %1 s assumed</source>
        <translation>expires_in było dłuższe niż doba; przyjęto %1 s</translation>
    </message>
    <message>
        <source>The client &quot;%1&quot; is a customer-level one, of the company &quot;%2&quot;: enter the application&apos;s own master credentials.</source>
        <translation>Klient „%1” należy do konta klienta, firmy „%2”: wpisz główne dane dostępowe aplikacji.</translation>
    </message>
    <message>
        <source>The code was refused, it was typed wrong too often: a new one is needed.</source>
        <translation>Kod został odrzucony, wpisano go błędnie zbyt wiele razy: potrzebny jest nowy.</translation>
    </message>
    <message>
        <source>The code was refused, it had been used: a new one is needed.</source>
        <translation>Kod został odrzucony, był już użyty: potrzebny jest nowy.</translation>
    </message>
    <message>
        <source>The code was refused, its time is over: a new one is needed.</source>
        <translation>Kod został odrzucony, stracił ważność: potrzebny jest nowy.</translation>
    </message>
    <message>
        <source>Cancelled here before anything was confirmed.</source>
        <translation>Anulowano tutaj, zanim cokolwiek potwierdzono.</translation>
    </message>
    <message>
        <source>A token was given; none of the application&apos;s scopes allows a harmless call.</source>
        <translation>Token został wydany; żadne z uprawnień (scopes) aplikacji nie pozwala na nieszkodliwe wywołanie.</translation>
    </message>
    <message>
        <source>The answer was found in the keychain after the program had ended.</source>
        <translation>Odpowiedź znaleziono w pęku kluczy po zakończeniu programu.</translation>
    </message>
    <message>
        <source>Staff had the company confirmed once more: integration &quot;%1&quot; took the place of this unknown outcome.</source>
        <translation>Firmę potwierdzono na życzenie jeszcze raz: integracja „%1” zajęła miejsce tego nieznanego wyniku.</translation>
    </message>
    <message>
        <source>The program ended before an answer to the confirm call came: whether the integration exists at SmartRecruiters is unknown.</source>
        <translation>Program zakończył się, zanim nadeszła odpowiedź na żądanie potwierdzenia: nie wiadomo, czy integracja istnieje w SmartRecruiters.</translation>
    </message>
    <message>
        <source>is no field of an application: take it out.</source>
        <translation>nie jest polem aplikacji: usuń je.</translation>
    </message>
    <message>
        <source>is no field of an application: is &quot;%1&quot; meant?</source>
        <translation>nie jest polem aplikacji: czy chodzi o „%1”?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not among the scopes that SmartRecruiters&apos; pages name: check its spelling.</source>
        <translation>„%1” nie należy do uprawnień, które wymieniają strony SmartRecruiters: sprawdź pisownię.</translation>
    </message>
    <message>
        <source>Connected by other means, and imported here.</source>
        <translation>Połączono w inny sposób i zaimportowano tutaj.</translation>
    </message>
    <message>
        <source>The application &quot;%1&quot; is saved in this environment: no other one takes its place. Use it, or an environment without an application.</source>
        <translation>Aplikacja „%1” jest zapisana w tym środowisku: żadna inna nie zajmie jej miejsca. Użyj jej albo środowiska bez aplikacji.</translation>
    </message>
    <message>
        <source>Wrong one-time codes were typed: %1.</source>
        <translation>Wpisano błędne kody jednorazowe: %1.</translation>
    </message>
    <message>
        <source>The keychain of this computer and user does not have this customer&apos;s credentials. Restore a backup that has them, or bring the keychain&apos;s items along if the data folder came from elsewhere; otherwise onboard the company again.</source>
        <translation>W pęku kluczy tego komputera i użytkownika nie ma danych dostępowych tego klienta. Przywróć kopię zapasową, która je zawiera, albo przenieś także wpisy pęku kluczy, jeśli folder danych pochodzi z innego miejsca; w przeciwnym razie podłącz firmę ponownie.</translation>
    </message>
    <message>
        <source>The passphrase needs %1 characters at least: whoever finds the file may try as many as they like. Several words are easier to remember.</source>
        <translation>Hasło musi mieć co najmniej %1 znaków: kto znajdzie plik, może próbować dowolnie długo. Kilka słów łatwiej zapamiętać.</translation>
    </message>
    <message>
        <source>Another backup of this data folder is being made: wait for its end.</source>
        <translation>Trwa inna kopia zapasowa tego folderu danych: poczekaj na jej koniec.</translation>
    </message>
    <message>
        <source>The data folder &quot;%1&quot; holds a registry: nothing was changed. Say that it may be replaced; what is in it is kept beside it.</source>
        <translation>Folder danych „%1” zawiera już rejestr: nic nie zmieniono. Zezwól na zastąpienie; dotychczasowa zawartość zostanie zachowana obok.</translation>
    </message>
    <message>
        <source>The keychain took &quot;%1&quot;, but does not give it back as it was: look at the keychain in its own program, then restore once more; it goes on.</source>
        <translation>Pęk kluczy przyjął „%1”, ale nie zwraca tego samego: sprawdź pęk kluczy w jego programie, a potem przywróć jeszcze raz; praca zostanie wznowiona.</translation>
    </message>
    <message>
        <source>The backup &quot;%1&quot; is damaged or was cut off: use another one.</source>
        <translation>Kopia zapasowa „%1” jest uszkodzona lub ucięta: użyj innej.</translation>
    </message>
    <message>
        <source>The backup &quot;%1&quot; is incomplete: the file ends after %2 bytes, in the middle of its content. Copy it again completely, or use another one.</source>
        <translation>Kopia zapasowa „%1” jest niekompletna: plik kończy się po %2 bajtach, w środku treści. Skopiuj go ponownie w całości albo użyj innej.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no backup of Jetbridge.</source>
        <translation>„%1” nie jest kopią zapasową Jetbridge.</translation>
    </message>
    <message>
        <source>The backup &quot;%1&quot; was written by a newer Jetbridge: restore it with that version.</source>
        <translation>Kopię zapasową „%1” zapisał nowszy Jetbridge: przywróć ją tą wersją.</translation>
    </message>
    <message>
        <source>The backup &quot;%1&quot; was written by Jetbridge %2, which is newer than this version: restore it with Jetbridge %2.</source>
        <translation>Kopię zapasową „%1” zapisał Jetbridge %2, nowszy niż ta wersja: przywróć ją za pomocą Jetbridge %2.</translation>
    </message>
    <message>
        <source>The passphrase does not open the backup &quot;%1&quot;.</source>
        <translation>Hasło nie otwiera kopii zapasowej „%1”.</translation>
    </message>
    <message>
        <source>The backup &quot;%1&quot; is encrypted for a key whose private half gpg cannot use here: import it, or unlock it.</source>
        <translation>Kopia zapasowa „%1” jest zaszyfrowana dla klucza, którego części prywatnej gpg nie może tu użyć: zaimportuj ją lub odblokuj.</translation>
    </message>
    <message>
        <source>Another Jetbridge works on the data folder &quot;%1&quot; (a window, `serve`, or another command): close it, then restore. Nothing was changed.</source>
        <translation>Inny Jetbridge pracuje na folderze danych „%1” (okno, `serve` lub inne polecenie): zamknij go, a potem przywróć. Nic nie zmieniono.</translation>
    </message>
    <message>
        <source>oauthTokenUrl gave a token, asked by body and by Basic.</source>
        <translation>oauthTokenUrl wydał token, zapytany w treści i przez Basic.</translation>
    </message>
    <message>
        <source>oauthTokenUrl gave a token when asked by body only, not by Basic: which of them SmartRecruiters uses is unknown.</source>
        <translation>oauthTokenUrl wydał token tylko zapytany w treści, nie przez Basic: nie wiadomo, którego sposobu używa SmartRecruiters.</translation>
    </message>
    <message>
        <source>oauthTokenUrl gave a token when asked by Basic only, not by body: which of them SmartRecruiters uses is unknown.</source>
        <translation>oauthTokenUrl wydał token tylko zapytany przez Basic, nie w treści: nie wiadomo, którego sposobu używa SmartRecruiters.</translation>
    </message>
    <message>
        <source>Consented elsewhere: %1</source>
        <translation>Zgoda udzielona gdzie indziej: %1</translation>
    </message>
    <message>
        <source>The confirm call was sent and no answer came: whether the integration exists at SmartRecruiters is unknown.</source>
        <translation>Żądanie potwierdzenia zostało wysłane i nie nadeszła odpowiedź: nie wiadomo, czy integracja istnieje w SmartRecruiters.</translation>
    </message>
    <message>
        <source>oauthTokenUrl %1 gave no token for the customer&apos;s pair: %2</source>
        <translation>oauthTokenUrl %1 nie wydał tokenu dla pary klienta: %2</translation>
    </message>
    <message>
        <source>SmartRecruiters&apos; answer was odd, and its client secret was kept: %1.</source>
        <translation>Odpowiedź SmartRecruiters była nietypowa, a jej sekret klienta zachowano: %1.</translation>
    </message>
    <message>
        <source>%1 This could not be written down: the next start lists an unknown outcome &quot;%2&quot;, although nothing was confirmed. Resolve it as soon as the disk has room.</source>
        <translation>%1 Nie udało się tego zapisać: następne uruchomienie pokaże nieznany wynik „%2”, chociaż nic nie zostało potwierdzone. Rozstrzygnij go, gdy tylko na dysku będzie miejsce.</translation>
    </message>
    <message>
        <source>The confirm call was sent, but whether it took effect is not known: %1</source>
        <translation>Żądanie potwierdzenia zostało wysłane, ale nie wiadomo, czy odniosło skutek: %1</translation>
    </message>
    <message>
        <source>SmartRecruiters answered %1 without a &quot;clientSecret&quot;.</source>
        <translation>SmartRecruiters odpowiedział %1 bez „clientSecret”.</translation>
    </message>
    <message>
        <source>The program ended before an answer came.</source>
        <translation>Program zakończył się, zanim nadeszła odpowiedź.</translation>
    </message>
    <message>
        <source>The outcome of an earlier confirm call for &quot;%1&quot; is unknown (%2): no second one was sent. Resolve it first.</source>
        <translation>Wynik wcześniejszego żądania potwierdzenia dla „%1” jest nieznany (%2): drugiego nie wysłano. Najpierw go wyjaśnij.</translation>
    </message>
    <message>
        <source>The credentials that an earlier confirm call for &quot;%1&quot; brought are not in the keychain yet: no second one was sent.</source>
        <translation>Danych dostępowych z wcześniejszego żądania potwierdzenia dla „%1” nie ma jeszcze w pęku kluczy: drugiego nie wysłano.</translation>
    </message>
    <message>
        <source>The integration of &quot;%1&quot; exists at SmartRecruiters (%2): no second confirm call was sent. Have the customer disable it, then resolve it.</source>
        <translation>Integracja „%1” istnieje w SmartRecruiters (%2): drugiego żądania potwierdzenia nie wysłano. Poproś klienta o jej wyłączenie, a potem wyjaśnij wynik.</translation>
    </message>
    <message>
        <source>The outcome of &quot;%1&quot; is known (%2): there is nothing to resolve.</source>
        <translation>Wynik „%1” jest znany (%2): nie ma czego wyjaśniać.</translation>
    </message>
    <message>
        <source>The outcome of &quot;%1&quot; is unknown: resolve it instead of forgetting it.</source>
        <translation>Wynik „%1” jest nieznany: wyjaśnij go zamiast zapominać.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is another company&apos;s here.</source>
        <translation>„%1” należy tu do innej firmy.</translation>
    </message>
    <message>
        <source>As %1 to %2, by %3.</source>
        <translation>Jako %1 do %2, przez %3.</translation>
    </message>
    <message>
        <source>As %1 for the key %4 to %2, by %3.</source>
        <translation>Jako %1 dla klucza %4 do %2, przez %3.</translation>
    </message>
    <message>
        <source>Delivered to the sink &quot;%1&quot;: %2</source>
        <translation>Dostarczono do miejsca docelowego „%1”: %2</translation>
    </message>
    <message>
        <source>Taken back from the sink &quot;%1&quot;: %2</source>
        <translation>Wycofano z miejsca docelowego „%1”: %2</translation>
    </message>
    <message>
        <source>The request to %1 was cancelled.</source>
        <translation>Żądanie do %1 zostało przerwane.</translation>
    </message>
    <message>
        <source>%1 did not answer completely within %2 s.</source>
        <translation>%1 nie odpowiedział w całości w ciągu %2 s.</translation>
    </message>
    <message>
        <source>The answer of %1 is longer than %2 bytes.</source>
        <translation>Odpowiedź %1 jest dłuższa niż %2 bajtów.</translation>
    </message>
    <message>
        <source>No trustworthy TLS connection to %1: %2</source>
        <translation>Brak wiarygodnego połączenia TLS z %1: %2</translation>
    </message>
    <message>
        <source>The name %1 is not known (DNS).</source>
        <translation>Nazwa %1 jest nieznana (DNS).</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 odrzucił połączenie.</translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was complete.</source>
        <translation>%1 zamknął połączenie, zanim odpowiedź była kompletna.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 nie odpowiedział na czas.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 failed.</source>
        <translation>Serwer proxy na drodze do %1 zawiódł.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 failed: %2.</source>
        <translation>Serwer proxy na drodze do %1 zawiódł: %2.</translation>
    </message>
    <message>
        <source>The proxy for %1 requires authentication.</source>
        <translation>Serwer proxy dla %1 wymaga zalogowania.</translation>
    </message>
    <message>
        <source>%1 does not answer with valid HTTP.</source>
        <translation>%1 nie odpowiada poprawnym HTTP.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>%1 jest nieosiągalny: %2.</translation>
    </message>
    <message>
        <source>The keychain did not answer within %1 seconds: unlock it if it is asking for its password, then try again.</source>
        <translation>Pęk kluczy nie odpowiedział w ciągu %1 sekund: odblokuj go, jeśli pyta o hasło, i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The keychain took &quot;%1&quot;, but reading it back gave something else: look at the keychain in its own program, then try again.</source>
        <translation>Pęk kluczy przyjął „%1”, ale zwraca coś innego: sprawdź pęk kluczy w jego programie i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The keychain still holds &quot;%1&quot; after removing it: remove it in the keychain&apos;s own program.</source>
        <translation>Pęk kluczy nadal zawiera „%1” mimo usunięcia: usuń to w programie pęku kluczy.</translation>
    </message>
    <message>
        <source>The keychain refused: %1. Allow Jetbridge to use it, then try again.</source>
        <translation>Pęk kluczy odmówił: %1. Zezwól Jetbridge na jego używanie i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The keychain refused and gave no reason. Allow Jetbridge to use it, then try again.</source>
        <translation>Pęk kluczy odmówił bez podania przyczyny. Zezwól Jetbridge na jego używanie i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The keyring is locked: unlock it (sign in to the desktop, or open its password program and unlock the default keyring), then try again.</source>
        <translation>Pęk kluczy jest zablokowany: odblokuj go (zaloguj się do pulpitu albo otwórz jego program haseł i odblokuj domyślny pęk kluczy) i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The keyring service has no default keyring yet: create one in the desktop&apos;s password program, then try again.</source>
        <translation>Usługa pęku kluczy nie ma jeszcze domyślnego pęku: utwórz go w programie haseł pulpitu i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>No keyring service is running: install and start one (gnome-keyring, KWallet or KeePassXC with its Secret Service), then try again.</source>
        <translation>Nie działa żadna usługa pęku kluczy: zainstaluj i uruchom jedną (gnome-keyring, KWallet lub KeePassXC z jego Secret Service) i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>There is no D-Bus session, so no keyring can be reached: start Jetbridge inside a desktop session, or with dbus-run-session and an unlocked keyring.</source>
        <translation>Nie ma sesji D-Bus, więc żaden pęk kluczy nie jest osiągalny: uruchom Jetbridge w sesji pulpitu albo przez dbus-run-session z odblokowanym pękiem kluczy.</translation>
    </message>
    <message>
        <source>The keyring service did not answer: unlock it if it is asking for its password, or restart it, then try again.</source>
        <translation>Usługa pęku kluczy nie odpowiedziała: odblokuj ją, jeśli pyta o hasło, albo uruchom ją ponownie i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>Stopped before the request was sent.</source>
        <translation>Przerwano przed wysłaniem żądania.</translation>
    </message>
    <message>
        <source>There are no master credentials for this environment yet: set them first.</source>
        <translation>Dla tego środowiska nie ma jeszcze głównych danych uwierzytelniających: najpierw je ustaw.</translation>
    </message>
    <message>
        <source>The keychain does not have the secret of &quot;%1&quot;: remove the resource server and add it again.</source>
        <translation>Pęk kluczy nie ma sekretu „%1”: usuń serwer zasobów i dodaj go ponownie.</translation>
    </message>
    <message>
        <source>This computer does not know the name &quot;%1&quot;: look at /etc/hosts.</source>
        <translation>Ten komputer nie zna nazwy „%1”: sprawdź /etc/hosts.</translation>
    </message>
    <message>
        <source>The simulator does not answer at %1: is it running?</source>
        <translation>Symulator nie odpowiada pod %1: czy działa?</translation>
    </message>
    <message>
        <source>SmartRecruiters requires a pause: nothing was sent. Try again in %1 s.</source>
        <translation>SmartRecruiters prosi o poczekanie: nic nie wysłano. Spróbuj ponownie za %1 s.</translation>
    </message>
    <message>
        <source>No call to SmartRecruiters has failed for &quot;%1&quot;.</source>
        <translation>Żadne wywołanie SmartRecruiters nie zakończyło się niepowodzeniem dla „%1”.</translation>
    </message>
    <message>
        <source>Clients are registered at your authorization server with an initial access token, and the keychain has none: nothing was sent.</source>
        <translation>Klienci OAuth są rejestrowani w Twoim serwerze autoryzacji za pomocą początkowego tokenu dostępu (initial access token), a pęk kluczy go nie ma: nic nie wysłano.</translation>
    </message>
    <message>
        <source>Clients are registered at your authorization server with an initial access token, and the keychain&apos;s item is damaged: nothing was sent.</source>
        <translation>Klienci OAuth są rejestrowani w Twoim serwerze autoryzacji za pomocą początkowego tokenu dostępu (initial access token), a wpis w pęku kluczy jest uszkodzony: nic nie wysłano.</translation>
    </message>
    <message>
        <source>Clients are registered at your authorization server with an initial access token, and the one in the keychain belongs to %1: nothing was sent.</source>
        <translation>Klienci OAuth są rejestrowani w Twoim serwerze autoryzacji za pomocą początkowego tokenu dostępu (initial access token), a ten w pęku kluczy należy do %1: nic nie wysłano.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: the initial access token is wrong, has expired or was used up, which cannot be told apart.</source>
        <translation>Twój serwer autoryzacji odpowiedział %1 i nie zarejestrował klienta OAuth dla tego klienta: początkowy token dostępu jest błędny, wygasł albo został już zużyty; nie da się tego odróżnić.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: its policy does not allow it for this token, this host or this kind of client.</source>
        <translation>Twój serwer autoryzacji odpowiedział %1 i nie zarejestrował klienta OAuth dla tego klienta: jego zasady nie pozwalają na to dla tego tokenu, tego komputera lub tego rodzaju klienta.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: dynamic client registration is switched off there, or this is not its address.</source>
        <translation>Twój serwer autoryzacji odpowiedział %1 i nie zarejestrował klienta OAuth dla tego klienta: dynamiczna rejestracja klientów jest tam wyłączona albo to nie jest jej adres.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: it already has a client of this name or id.</source>
        <translation>Twój serwer autoryzacji odpowiedział %1 i nie zarejestrował klienta OAuth dla tego klienta: ma już klienta o tej nazwie lub tym identyfikatorze.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: it accepts no more registrations for now.</source>
        <translation>Twój serwer autoryzacji odpowiedział %1 i nie zarejestrował klienta OAuth dla tego klienta: na razie nie przyjmuje więcej rejestracji.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: it does not accept the client&apos;s metadata. See the recorded exchange and the environment&apos;s registration settings.</source>
        <translation>Twój serwer autoryzacji odpowiedział %1 i nie zarejestrował klienta OAuth dla tego klienta: nie przyjmuje metadanych klienta. Zobacz zapisaną wymianę i ustawienia rejestracji środowiska.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: redirects are not followed, so set the final address.</source>
        <translation>Twój serwer autoryzacji odpowiedział %1 i nie zarejestrował klienta OAuth dla tego klienta: przekierowania nie są wykonywane, więc podaj adres końcowy.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and registered no client for this customer: there is no client registration endpoint (RFC 7591) at this address.</source>
        <translation>Twój serwer autoryzacji odpowiedział %1 i nie zarejestrował klienta OAuth dla tego klienta: pod tym adresem nie ma punktu rejestracji klientów (RFC 7591).</translation>
    </message>
    <message>
        <source>Your authorization server could not be asked to register a client: %1</source>
        <translation>Nie udało się poprosić Twojego serwera autoryzacji o zarejestrowanie klienta OAuth: %1</translation>
    </message>
    <message>
        <source>Your authorization server was asked to register a client for this customer, but its answer did not arrive completely: the client may exist there.</source>
        <translation>Twój serwer autoryzacji miał zarejestrować klienta OAuth dla tego klienta, ale jego odpowiedź nie dotarła w całości: klient OAuth być może tam istnieje.</translation>
    </message>
    <message>
        <source>Your authorization server was asked to register a client for this customer and answered %1 without a client_id: the client may exist there.</source>
        <translation>Twój serwer autoryzacji miał zarejestrować klienta OAuth dla tego klienta i odpowiedział %1 bez client_id: klient OAuth być może tam istnieje.</translation>
    </message>
    <message>
        <source>Your authorization server was asked to register a client for this customer and failed with %1: the client may exist there.</source>
        <translation>Twój serwer autoryzacji miał zarejestrować klienta OAuth dla tego klienta i zawiódł z kodem %1: klient OAuth być może tam istnieje.</translation>
    </message>
    <message>
        <source>Your authorization server registered a client without a client_secret, which SmartRecruiters could not use. It is deleted there again if possible.</source>
        <translation>Twój serwer autoryzacji zarejestrował klienta OAuth bez client_secret, którego SmartRecruiters nie mógłby używać. Jeśli to możliwe, zostanie tam znowu usunięty.</translation>
    </message>
    <message>
        <source>Your authorization server registered a client without the grant client_credentials, which SmartRecruiters could not use. It is deleted there again if possible.</source>
        <translation>Twój serwer autoryzacji zarejestrował klienta OAuth bez uprawnienia client_credentials, którego SmartRecruiters nie mógłby używać. Jeśli to możliwe, zostanie tam znowu usunięty.</translation>
    </message>
    <message>
        <source>Your authorization server registered a client whose client_secret has already expired. It is deleted there again if possible.</source>
        <translation>Twój serwer autoryzacji zarejestrował klienta OAuth, którego client_secret już wygasł. Jeśli to możliwe, zostanie tam znowu usunięty.</translation>
    </message>
    <message>
        <source>Your authorization server&apos;s metadata at %1 is no answer 200 with a JSON object (RFC 8414).</source>
        <translation>Metadane Twojego serwera autoryzacji pod %1 nie są odpowiedzią 200 z obiektem JSON (RFC 8414).</translation>
    </message>
    <message>
        <source>Your authorization server&apos;s metadata at %1 names no registration_endpoint: dynamic client registration is switched off there.</source>
        <translation>Metadane Twojego serwera autoryzacji pod %1 nie podają registration_endpoint: dynamiczna rejestracja klientów jest tam wyłączona.</translation>
    </message>
    <message>
        <source>Your authorization server&apos;s metadata at %1 names a registration_endpoint that is no https address.</source>
        <translation>Metadane Twojego serwera autoryzacji pod %1 podają registration_endpoint, który nie jest adresem https.</translation>
    </message>
    <message>
        <source>Your authorization server&apos;s metadata at %1 names a registration_endpoint of another server, %2, to which the initial access token is not sent: set that endpoint itself.</source>
        <translation>Metadane Twojego serwera autoryzacji pod %1 podają registration_endpoint innego serwera, %2, do którego początkowy token dostępu (initial access token) nie jest wysyłany: podaj sam ten punkt końcowy.</translation>
    </message>
    <message>
        <source>Your authorization server&apos;s metadata at %1 belongs to another issuer, %2: set that issuer&apos;s metadata address, or the registration endpoint itself.</source>
        <translation>Metadane Twojego serwera autoryzacji pod %1 należą do innego wystawcy (issuer), %2: podaj adres metadanych tego wystawcy albo sam registration_endpoint.</translation>
    </message>
    <message>
        <source>Your authorization server answered %1 and did not delete the client.</source>
        <translation>Twój serwer autoryzacji odpowiedział %1 i nie usunął klienta OAuth.</translation>
    </message>
    <message>
        <source>The program ended before your authorization server&apos;s answer came.</source>
        <translation>Program zakończył się, zanim nadeszła odpowiedź Twojego serwera autoryzacji.</translation>
    </message>
    <message>
        <source>The keychain has no access to the client&apos;s management.</source>
        <translation>Pęk kluczy nie ma dostępu do zarządzania klientem OAuth.</translation>
    </message>
    <message>
        <source>Your authorization server gave no access to the client&apos;s management (RFC 7592).</source>
        <translation>Twój serwer autoryzacji nie dał dostępu do zarządzania klientem OAuth (RFC 7592).</translation>
    </message>
    <message>
        <source>Your authorization server does not delete clients by itself.</source>
        <translation>Twój serwer autoryzacji sam nie usuwa klientów OAuth.</translation>
    </message>
    <message>
        <source>Your authorization server refuses the access to the client&apos;s management.</source>
        <translation>Twój serwer autoryzacji odmawia dostępu do zarządzania klientem OAuth.</translation>
    </message>
    <message>
        <source>Your authorization server gave this client the id &quot;%1&quot;, which another customer&apos;s client has: it is not deleted there, because that could end the other one.</source>
        <translation>Twój serwer autoryzacji nadał temu klientowi OAuth identyfikator „%1”, który ma klient OAuth innej firmy: nie jest tam usuwany, bo mogłoby to zakończyć działanie tamtego.</translation>
    </message>
    <message>
        <source>Your authorization server refuses the access to the client&apos;s management, and the client still gets tokens.</source>
        <translation>Twój serwer autoryzacji odmawia dostępu do zarządzania klientem OAuth, a klient nadal otrzymuje tokeny.</translation>
    </message>
    <message>
        <source>Your backend is told of each client by signed webhooks, and the keychain has no secret for them: nothing was sent.</source>
        <translation>Twój backend dowiaduje się o każdym kliencie OAuth przez podpisane webhooki, a w pęku kluczy nie ma dla nich sekretu: nic nie wysłano.</translation>
    </message>
    <message>
        <source>Your backend is told of each client by signed webhooks, and the keychain&apos;s item with their secret is damaged: nothing was sent.</source>
        <translation>Twój backend dowiaduje się o każdym kliencie OAuth przez podpisane webhooki, a wpis w pęku kluczy z ich sekretem jest uszkodzony: nic nie wysłano.</translation>
    </message>
    <message>
        <source>Your backend could not be told of the client: %1</source>
        <translation>Nie udało się przekazać klienta OAuth Twojemu backendowi: %1</translation>
    </message>
    <message>
        <source>Your backend was told of the client, but its answer did not arrive: %1</source>
        <translation>Klienta OAuth przekazano Twojemu backendowi, ale jego odpowiedź nie nadeszła: %1</translation>
    </message>
    <message>
        <source>Your backend answered %1: it wants no more webhooks, so none is sent until you retry.</source>
        <translation>Twój backend odpowiedział %1: nie chce więcej webhooków, więc żaden nie zostanie wysłany, dopóki nie ponowisz próby.</translation>
    </message>
    <message>
        <source>Your backend answered an earlier webhook with 410 and wants no more: nothing was sent.</source>
        <translation>Twój backend odpowiedział na wcześniejszy webhook kodem 410 i nie chce więcej: nic nie wysłano.</translation>
    </message>
    <message>
        <source>Your backend answered %1: it does not accept the webhook&apos;s signature.</source>
        <translation>Twój backend odpowiedział %1: nie przyjmuje podpisu webhooka.</translation>
    </message>
    <message>
        <source>Your backend answered %1 and does not take the webhook.</source>
        <translation>Twój backend odpowiedział %1 i nie przyjmuje webhooka.</translation>
    </message>
    <message>
        <source>Your backend answered %1 and did not take the webhook: redirects are not followed, so set the final address.</source>
        <translation>Twój backend odpowiedział %1 i nie przyjął webhooka: przekierowania nie są śledzone, więc ustaw ostateczny adres.</translation>
    </message>
    <message>
        <source>Your backend answered %1 and asks to be sent nothing for %2 s.</source>
        <translation>Twój backend odpowiedział %1 i prosi, by przez %2 s nic nie wysyłać.</translation>
    </message>
    <message>
        <source>Your backend asked to be sent nothing before %1: nothing was sent.</source>
        <translation>Twój backend prosił, by nic nie wysyłać przed %1: nic nie wysłano.</translation>
    </message>
    <message>
        <source>Your backend failed with %1: it may have taken the webhook all the same.</source>
        <translation>Twój backend zawiódł z kodem %1: mimo to mógł przyjąć webhook.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is needed where clients are registered at your authorization server: its registration endpoint, or its metadata.</source>
        <translation>„%1” jest potrzebne, gdy klienci OAuth są rejestrowani w Twoim serwerze autoryzacji: jego punkt rejestracji albo jego metadane.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is needed where your backend is told of each client: the address that webhooks are sent to.</source>
        <translation>„%1” jest potrzebne tam, gdzie Twój backend dowiaduje się o każdym kliencie OAuth: adres, na który wysyłane są webhooki.</translation>
    </message>
    <message>
        <source>Set the client registration endpoint or the server&apos;s metadata, not both.</source>
        <translation>Podaj punkt rejestracji klientów albo metadane serwera, nie oba.</translation>
    </message>
    <message>
        <source>A customer&apos;s client authenticates with client_secret_post or client_secret_basic, not with &quot;%1&quot;: SmartRecruiters receives a secret.</source>
        <translation>Klient OAuth uwierzytelnia się przez client_secret_post albo client_secret_basic, nie przez „%1”: SmartRecruiters otrzymuje sekret.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is set by Jetbridge for each client: leave it out.</source>
        <translation>„%1” ustawia Jetbridge dla każdego klienta OAuth: pomiń to pole.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must not have a query (?...).</source>
        <translation>„%1” nie może mieć zapytania (?...).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be 1 to 255 printable characters: the name of your API, which it expects in signed tokens.</source>
        <translation>„%1” musi mieć od 1 do 255 drukowalnych znaków: nazwa Twojego API, jakiej oczekuje ono w podpisanych tokenach.</translation>
    </message>
    <message>
        <source>These master credentials belong to the application &quot;%1&quot;, those in use to &quot;%2&quot;: customers of one are not customers of the other.</source>
        <translation>Te główne dane dostępowe należą do aplikacji „%1”, a używane do „%2”: klienci jednej nie są klientami drugiej.</translation>
    </message>
    <message>
        <source>These master credentials are already in use.</source>
        <translation>Te główne dane dostępowe są już używane.</translation>
    </message>
    <message>
        <source>No earlier master credentials are kept: there is nothing to go back to.</source>
        <translation>Nie zachowano wcześniejszych głównych danych dostępowych: nie ma do czego wrócić.</translation>
    </message>
    <message>
        <source>There is no notification %1 in this environment.</source>
        <translation>W tym środowisku nie ma powiadomienia %1.</translation>
    </message>
    <message>
        <source>The body of notification %1 is no longer kept: the oldest ones are removed when they take too much room. Edit the body and send another one.</source>
        <translation>Treść powiadomienia %1 nie jest już przechowywana: najstarsze są usuwane, gdy zajmują za dużo miejsca. Edytuj treść i wyślij inną.</translation>
    </message>
    <message>
        <source>The environment &quot;%1&quot; is not a simulator.</source>
        <translation>Środowisko „%1” nie jest symulatorem.</translation>
    </message>
    <message>
        <source>The simulator answered %1: %2</source>
        <translation>Symulator odpowiedział %1: %2</translation>
    </message>
    <message>
        <source>The simulator&apos;s answer is not JSON.</source>
        <translation>Odpowiedź symulatora nie jest w formacie JSON.</translation>
    </message>
    <message>
        <source>This environment has no application yet: enter it in Application, or use `jetbridge-cli app import FILE`.</source>
        <translation>To środowisko nie ma jeszcze aplikacji: wprowadź ją w „Aplikacja” lub użyj `jetbridge-cli app import PLIK`.</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Copied</source>
        <translation>Skopiowano</translation>
    </message>
</context>
<context>
    <name>PresenterSteps</name>
    <message>
        <source>What you are going to see</source>
        <translation>Co zaraz zobaczysz</translation>
    </message>
    <message>
        <source>Nothing yet. These steps can be dragged to another screen, so that the audience does not read them.</source>
        <translation>Na razie nic. Te kroki można przeciągnąć na inny ekran, żeby publiczność ich nie czytała.</translation>
    </message>
    <message>
        <source>1. Obtain Partner-Level (Master) Credentials</source>
        <translation>1. Otrzymanie głównych danych dostępowych partnera</translation>
    </message>
    <message>
        <source>We tell SmartRecruiters what our application needs: scopes with a reason each, and three addresses. Once they approve, they give us an application ID and master credentials.</source>
        <translation>Przekazujemy SmartRecruiters, czego potrzebuje nasza aplikacja: zakresy dostępu, każdy z uzasadnieniem, i trzy adresy. Po akceptacji dostajemy identyfikator aplikacji i główne dane dostępowe.</translation>
    </message>
    <message>
        <source>Show the scopes and the three addresses, then the card as the customer will see it.</source>
        <translation>Pokaż zakresy dostępu i trzy adresy, a potem kartę, tak jak zobaczy ją klient.</translation>
    </message>
    <message>
        <source>2. Exchange Master Credentials for a Bearer Token</source>
        <translation>2. Wymiana głównych danych dostępowych na token Bearer</translation>
    </message>
    <message>
        <source>With the master credentials we get a bearer token. That is all that happens before the customer comes.</source>
        <translation>Za główne dane dostępowe dostajemy token Bearer. Nic więcej nie dzieje się, zanim pojawi się klient.</translation>
    </message>
    <message>
        <source>Choose a customer and press &quot;Start&quot;. The first two steps get their check marks, with the time that they took.</source>
        <translation>Wybierz klienta i naciśnij „Uruchom”. Pierwsze dwa kroki zostaną odhaczone, z czasem trwania.</translation>
    </message>
    <message>
        <source>3. Exchange Customer Level Credentials: the consent</source>
        <translation>3. Wymiana danych dostępowych klienta: zgoda</translation>
    </message>
    <message>
        <source>This is what the customer&apos;s administrator sees: our card among the apps, the scopes to grant, then our own page, opened with a one-time code that we gave them.</source>
        <translation>To widzi administrator klienta: naszą kartę wśród aplikacji, zakresy do przyznania, a potem naszą stronę, otwieraną kodem jednorazowym od nas.</translation>
    </message>
    <message>
        <source>In the page: set up the app, grant the scopes. &quot;Copy code&quot;, paste it into the page, sign in, approve.</source>
        <translation>Na stronie: skonfiguruj aplikację, przyznaj zakresy. „Kopiuj kod”, wklej go na stronie, zaloguj się, zatwierdź.</translation>
    </message>
    <message>
        <source>3. Exchange Customer Level Credentials: the exchange</source>
        <translation>3. Wymiana danych dostępowych klienta: wymiana</translation>
    </message>
    <message>
        <source>On the approval we confirm the integration. SmartRecruiters answers with customer-level credentials, and they go to the keychain before anything else happens.</source>
        <translation>Po zatwierdzeniu potwierdzamy integrację. SmartRecruiters odpowiada danymi dostępowymi klienta, a te trafiają do pęku kluczy, zanim stanie się cokolwiek innego.</translation>
    </message>
    <message>
        <source>Below the page, press &quot;open&quot; in the line &quot;SmartRecruiters confirmed the integration&quot;: request and answer, without secrets.</source>
        <translation>Pod stroną naciśnij „otwórz” w wierszu „SmartRecruiters potwierdził integrację”: żądanie i odpowiedź, bez sekretów.</translation>
    </message>
    <message>
        <source>4. Finish the Integration Setup Process</source>
        <translation>4. Zakończenie konfiguracji integracji</translation>
    </message>
    <message>
        <source>The customer is back at SmartRecruiters and the app is enabled. A first call on the customer&apos;s behalf has proved it.</source>
        <translation>Klient wrócił do SmartRecruiters, a aplikacja jest włączona. Dowiodło tego pierwsze wywołanie w imieniu klienta.</translation>
    </message>
    <message>
        <source>Show the page, which says that the app is enabled, and the green card. Then press &quot;Show customer&quot;.</source>
        <translation>Pokaż stronę z informacją, że aplikacja jest włączona, i zieloną kartę. Potem naciśnij „Pokaż klienta”.</translation>
    </message>
    <message>
        <source>Afterwards: it works, and stays watched</source>
        <translation>Potem: działa i pozostaje pod kontrolą</translation>
    </message>
    <message>
        <source>Whenever we want to know, one harmless call tells whether the connection still works. The history keeps every step.</source>
        <translation>Kiedy tylko chcemy to wiedzieć, jedno nieszkodliwe wywołanie mówi, czy połączenie nadal działa. Historia zachowuje każdy krok.</translation>
    </message>
    <message>
        <source>Choose the customer and press &quot;Verify now&quot;.</source>
        <translation>Wybierz klienta i naciśnij „Sprawdź”.</translation>
    </message>
    <message>
        <source>Afterwards: the customer disables it</source>
        <translation>Potem: klient ją wyłącza</translation>
    </message>
    <message>
        <source>When the customer disables the app, SmartRecruiters gets a token from our oauthTokenUrl and tells our callbackUrl. The customer&apos;s row changes at once.</source>
        <translation>Gdy klient wyłącza aplikację, SmartRecruiters pobiera token z naszego oauthTokenUrl i powiadamia nasz callbackUrl. Wiersz klienta zmienia się natychmiast.</translation>
    </message>
    <message>
        <source>Choose the connected company and press &quot;Disable the integration&quot;. Then look at Customers.</source>
        <translation>Wybierz podłączoną firmę i naciśnij „Wyłącz integrację”. Potem zajrzyj do części „Klienci”.</translation>
    </message>
    <message>
        <source>Everything once more, as a picture</source>
        <translation>Wszystko jeszcze raz, jako obraz</translation>
    </message>
    <message>
        <source>The whole conversation in four lanes: the customer&apos;s browser, SmartRecruiters, our application and our API.</source>
        <translation>Cała rozmowa na czterech torach: przeglądarka klienta, SmartRecruiters, nasza aplikacja i nasze API.</translation>
    </message>
    <message>
        <source>How a SmartRecruiters customer is connected to our application. Everything runs on this computer, against a simulator of SmartRecruiters; the customers are invented.</source>
        <translation>Jak klient SmartRecruiters zostaje połączony z naszą aplikacją. Wszystko działa na tym komputerze, z symulatorem SmartRecruiters; klienci są zmyśleni.</translation>
    </message>
    <message>
        <source>Afterwards: the way back</source>
        <translation>Potem: droga powrotna</translation>
    </message>
    <message>
        <source>SmartRecruiters may call our API, too: it asked our oauthTokenUrl for a token, with credentials that only this customer has.</source>
        <translation>SmartRecruiters może też wywoływać nasze API: poprosił nasz oauthTokenUrl o token, danymi dostępowymi, które ma tylko ten klient.</translation>
    </message>
    <message>
        <source>Show the two directions on the customer&apos;s page, and when the way back was used last.</source>
        <translation>Pokaż na stronie klienta oba kierunki i kiedy ostatnio użyto drogi powrotnej.</translation>
    </message>
    <message>
        <source>Afterwards: something goes wrong</source>
        <translation>Potem: coś się psuje</translation>
    </message>
    <message>
        <source>Calls may fail: a permission was taken away, or SmartRecruiters has a bad day. We see it before the customer calls us.</source>
        <translation>Wywołania mogą się nie udać: odebrano uprawnienie albo SmartRecruiters ma zły dzień. Widzimy to, zanim klient do nas zadzwoni.</translation>
    </message>
    <message>
        <source>Choose &quot;The first call on the customer&apos;s behalf&quot; and &quot;Is not allowed: 403&quot;, press &quot;Add this fault&quot;. Then verify the customer in Customers.</source>
        <translation>Wybierz „Pierwsze wywołanie w imieniu klienta” i „Jest niedozwolone: 403”, naciśnij „Dodaj tę usterkę”. Potem sprawdź klienta w Klientach.</translation>
    </message>
    <message>
        <source>Afterwards: it works again</source>
        <translation>Potem: znowu działa</translation>
    </message>
    <message>
        <source>The customer&apos;s page says what is wrong and who can fix it. Once it is fixed, one call proves it; nothing has to be set up again.</source>
        <translation>Strona klienta mówi, co jest nie tak i kto może to naprawić. Gdy jest naprawione, dowodzi tego jedno wywołanie; nic nie trzeba ustawiać od nowa.</translation>
    </message>
    <message>
        <source>Press &quot;Verify now&quot; once more: the fault was for one call.</source>
        <translation>Naciśnij jeszcze raz „Sprawdź”: usterka dotyczyła jednego wywołania.</translation>
    </message>
    <message>
        <source>Press &quot;Diagram&quot; and click an arrow. &quot;Reset demo&quot; begins again for the next audience.</source>
        <translation>Naciśnij „Diagram” i kliknij strzałkę. „Zacznij od nowa” przywraca początek dla następnej publiczności.</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>%1 is not a file</source>
        <translation>%1 nie jest plikiem</translation>
    </message>
    <message>
        <source>A pipe or a device cannot be saved to. Choose another name.</source>
        <translation>Nie można zapisać do potoku ani urządzenia. Wybierz inną nazwę.</translation>
    </message>
</context>
<context>
    <name>StartNotices</name>
    <message>
        <source>Jetbridge cannot start</source>
        <translation>Nie można uruchomić Jetbridge</translation>
    </message>
    <message>
        <source>This data folder is a copy</source>
        <translation>Ten folder danych jest kopią</translation>
    </message>
    <message>
        <source>This data folder is a copy of &quot;%1&quot;.</source>
        <translation>Ten folder danych jest kopią folderu „%1”.</translation>
    </message>
    <message>
        <source>From now on it has items of its own in the keychain, copied from there when they are first used. What is changed or forgotten in one folder stays as it is in the other.</source>
        <translation>Od teraz ma własne wpisy w pęku kluczy, kopiowane stamtąd przy pierwszym użyciu. To, co zmienisz lub usuniesz w jednym folderze, w drugim pozostanie bez zmian.</translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>Live</source>
        <translation>Aktywna</translation>
    </message>
    <message>
        <source>The last test call on the customer&apos;s behalf succeeded.</source>
        <translation>Ostatnie wywołanie testowe w imieniu klienta powiodło się.</translation>
    </message>
    <message>
        <source>Not proved</source>
        <translation>Niesprawdzona</translation>
    </message>
    <message>
        <source>Connected, but no call on the customer&apos;s behalf worked yet.</source>
        <translation>Połączono, ale żadne wywołanie w imieniu klienta jeszcze nie zadziałało.</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Nie działa</translation>
    </message>
    <message>
        <source>The last verification did not work.</source>
        <translation>Ostatnie sprawdzenie się nie powiodło.</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Wyłączona</translation>
    </message>
    <message>
        <source>The customer disabled the integration at SmartRecruiters.</source>
        <translation>Klient wyłączył integrację w SmartRecruiters.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Nieznany</translation>
    </message>
    <message>
        <source>The confirm request was sent, but no usable answer came.</source>
        <translation>Żądanie potwierdzenia zostało wysłane, ale nie przyszła użyteczna odpowiedź.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>przed chwilą</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 min temu</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 godz. temu</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n dzień temu</numerusform>
            <numerusform>%n dni temu</numerusform>
            <numerusform>%n dni temu</numerusform>
        </translation>
    </message>
    <message>
        <source>Not stored yet</source>
        <translation>Jeszcze niezapisana</translation>
    </message>
    <message>
        <source>SmartRecruiters confirmed, but the keychain does not have the credentials yet.</source>
        <translation>SmartRecruiters potwierdził, ale pęk kluczy nie ma jeszcze danych dostępowych.</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>Wygasa</translation>
    </message>
    <message>
        <source>Connected, but the last proof is older than the settings allow: verify it again.</source>
        <translation>Połączono, ale ostatnie sprawdzenie jest starsze, niż pozwalają ustawienia: sprawdź ponownie.</translation>
    </message>
    <message>
        <source>No credentials</source>
        <translation>Brak danych dostępowych</translation>
    </message>
    <message>
        <source>It was connected, but the keychain here does not have its credentials.</source>
        <translation>Klient był podłączony, ale w tym pęku kluczy nie ma jego danych dostępowych.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>teraz</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>za %1 s</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>za %1 min</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>za %1 h</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>za %n dzień</numerusform>
            <numerusform>za %n dni</numerusform>
            <numerusform>za %n dni</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::AboutBox</name>
    <message>
        <source>TLS is not available</source>
        <translation>TLS jest niedostępny</translation>
    </message>
    <message>
        <source>About Jetbridge</source>
        <translation>O programie Jetbridge</translation>
    </message>
    <message>
        <source>The onboarding console for SmartRecruiters partners</source>
        <translation>Konsola wdrożeń dla partnerów SmartRecruiters</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Biblioteki</translation>
    </message>
    <message>
        <source>Embedded browser</source>
        <translation>Wbudowana przeglądarka</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Wolne oprogramowanie na licencji GNU General Public License w wersji 3 lub nowszej. Bez żadnej gwarancji.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencja</translation>
    </message>
    <message>
        <source>It uses</source>
        <translation>Używa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Kopiuj wersje</translation>
    </message>
    <message>
        <source>Asking the engine for its version ...</source>
        <translation>Sprawdzanie wersji przeglądarki ...</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::Actions</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Klawiatura</translation>
    </message>
    <message>
        <source>How Jetbridge works</source>
        <translation>Jak działa Jetbridge</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Zakończ</translation>
    </message>
    <message>
        <source>About Jetbridge</source>
        <translation>O programie Jetbridge</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::AppCardPreview</name>
    <message>
        <source>Your application</source>
        <translation>Twoja aplikacja</translation>
    </message>
    <message>
        <source>Every customer of SmartRecruiters sees this card.</source>
        <translation>Tę kartę widzą wszyscy klienci SmartRecruiters.</translation>
    </message>
    <message>
        <source>Only the customers that you name to SmartRecruiters see this card.</source>
        <translation>Tę kartę widzą tylko klienci, których wskażesz SmartRecruiters.</translation>
    </message>
    <message>
        <source>SmartRecruiters fetches the picture from its address; it is not fetched here.</source>
        <translation>SmartRecruiters pobiera obraz spod jego adresu; tutaj nie jest pobierany.</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Podgląd: %1</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::ApplicationPage</name>
    <message>
        <source>Test and save</source>
        <translation>Sprawdź i zapisz</translation>
    </message>
    <message>
        <source>Forget...</source>
        <translation>Zapomnij...</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Aplikacja</translation>
    </message>
    <message>
        <source>What SmartRecruiters needs to know</source>
        <translation>Co SmartRecruiters musi wiedzieć</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Opis</translation>
    </message>
    <message>
        <source>Logo (address)</source>
        <translation>Logo (adres)</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Zakres dostępu</translation>
    </message>
    <message>
        <source>Why it is needed</source>
        <translation>Do czego aplikacja go potrzebuje</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Zakresy dostępu</translation>
    </message>
    <message>
        <source>Add scope</source>
        <translation>Dodaj zakres</translation>
    </message>
    <message>
        <source>Remove scope</source>
        <translation>Usuń zakres</translation>
    </message>
    <message>
        <source>REDIRECT: the customer leaves for our page and comes back</source>
        <translation>REDIRECT: klient przechodzi na naszą stronę i wraca</translation>
    </message>
    <message>
        <source>POPUP: our page opens in a frame at SmartRecruiters</source>
        <translation>POPUP: nasza strona otwiera się w ramce w SmartRecruiters</translation>
    </message>
    <message>
        <source>Only when SmartRecruiters calls us (bi-directional)</source>
        <translation>Tylko gdy SmartRecruiters wywołuje nas (dwukierunkowo)</translation>
    </message>
    <message>
        <source>Told when a customer disables the integration</source>
        <translation>Powiadamiany, gdy klient wyłączy integrację</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Wszyscy klienci</translation>
    </message>
    <message>
        <source>Selected customers</source>
        <translation>Wybrani klienci</translation>
    </message>
    <message>
        <source>Visible to</source>
        <translation>Widoczność</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Szkic</translation>
    </message>
    <message>
        <source>Sent to SmartRecruiters</source>
        <translation>Wysłano do SmartRecruiters</translation>
    </message>
    <message>
        <source>SmartRecruiters asks to adjust scopes</source>
        <translation>SmartRecruiters prosi o zmianę zakresów</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Zatwierdzono</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Rejestracja</translation>
    </message>
    <message>
        <source>Save application</source>
        <translation>Zapisz aplikację</translation>
    </message>
    <message>
        <source>Master credentials</source>
        <translation>Główne dane dostępowe</translation>
    </message>
    <message>
        <source>Paste here: the identifier, or everything as JSON</source>
        <translation>Wklej tutaj: identyfikator albo wszystko jako JSON</translation>
    </message>
    <message>
        <source>Application ID</source>
        <translation>Identyfikator aplikacji</translation>
    </message>
    <message>
        <source>To correct: %1</source>
        <translation>Do poprawienia: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Uwaga: %1</translation>
    </message>
    <message>
        <source>To consider: %1</source>
        <translation>Do rozważenia: %1</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Zapisano.</translation>
    </message>
    <message>
        <source>All three are needed.</source>
        <translation>Potrzebne są wszystkie trzy dane.</translation>
    </message>
    <message>
        <source>Asking SmartRecruiters for a token...</source>
        <translation>Pobieranie tokenu od SmartRecruiters...</translation>
    </message>
    <message>
        <source>They work and are stored in %1.</source>
        <translation>Działają i są zapisane w: %1.</translation>
    </message>
    <message>
        <source>Forget the master credentials?</source>
        <translation>Zapomnieć główne dane dostępowe?</translation>
    </message>
    <message>
        <source>Nobody can be onboarded until you enter them again. Customers stay connected.</source>
        <translation>Dopóki nie wpiszesz ich ponownie, nikogo nie można podłączyć. Klienci pozostają połączeni.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Zapomnij</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>Zapomniano.</translation>
    </message>
    <message>
        <source>Stored in %1.</source>
        <translation>Zapisane w: %1.</translation>
    </message>
    <message>
        <source>Restore previous credentials</source>
        <translation>Przywróć poprzednie dane dostępowe</translation>
    </message>
    <message>
        <source>Test and replace</source>
        <translation>Sprawdź i zamień</translation>
    </message>
    <message>
        <source>The pair before, of client %1, is kept until a customer was confirmed with the new one.</source>
        <translation>Poprzednia para, klienta %1, jest przechowywana, dopóki nowa nie potwierdzi klienta.</translation>
    </message>
    <message>
        <source>Choose a picture...</source>
        <translation>Wybierz obraz...</translation>
    </message>
    <message>
        <source>Choose scopes...</source>
        <translation>Wybierz zakresy...</translation>
    </message>
    <message>
        <source>Export packet</source>
        <translation>Eksportuj pakiet</translation>
    </message>
    <message>
        <source>What the Partner &amp; API Team needs, as a file to send to them</source>
        <translation>Plik z tym, czego potrzebuje zespół Partner &amp; API Team</translation>
    </message>
    <message>
        <source>Markdown text</source>
        <translation>Tekst Markdown</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Strona WWW</translation>
    </message>
    <message>
        <source>JSON file</source>
        <translation>Plik JSON</translation>
    </message>
    <message>
        <source>On the Apps &amp; Integrations page</source>
        <translation>Na stronie Apps &amp; Integrations</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Wybór obrazu</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Obrazy (%1)</translation>
    </message>
    <message>
        <source>%1 cannot be used: a picture of up to %2 KB is needed.</source>
        <translation>Nie można użyć %1: potrzebny jest obraz do %2 KB.</translation>
    </message>
    <message>
        <source>Not ready to be sent: correct what is marked above, then export.</source>
        <translation>Jeszcze niegotowe do wysłania: popraw to, co zaznaczono powyżej, a potem eksportuj.</translation>
    </message>
    <message>
        <source>Written: %1. Send it to the Partner &amp; API Team, then set the registration to &quot;Sent to SmartRecruiters&quot;.</source>
        <translation>Zapisano: %1. Wyślij plik do zespołu Partner &amp; API Team, a potem ustaw rejestrację na „Wysłano do SmartRecruiters”.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>Nie można zapisać pliku %1.</translation>
    </message>
    <message>
        <source>SmartRecruiters refused them, and nothing was stored. Check the three values; if they are right, ask SmartRecruiters whether they were withdrawn.</source>
        <translation>SmartRecruiters je odrzucił i nic nie zostało zapisane. Sprawdź te trzy wartości; jeśli są poprawne, zapytaj SmartRecruiters, czy zostały wycofane.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::BackupDialog</name>
    <message>
        <source>Save to a file...</source>
        <translation>Zapisz do pliku...</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Kopia zapasowa</translation>
    </message>
    <message>
        <source>Customers, the settings of every environment and all secrets go into one encrypted file, from which another computer can go on. Keep it where this computer&apos;s end does not reach it. Recorded traffic is not in it.</source>
        <translation>Klienci, ustawienia każdego środowiska i wszystkie sekrety trafiają do jednego zaszyfrowanego pliku, od którego może zacząć inny komputer. Przechowuj go tam, gdzie nie dosięgnie go awaria tego komputera. Zapisanego ruchu w nim nie ma.</translation>
    </message>
    <message>
        <source>A passphrase</source>
        <translation>Hasło</translation>
    </message>
    <message>
        <source>A gpg key</source>
        <translation>Klucz gpg</translation>
    </message>
    <message>
        <source>Fingerprint, or e-mail address of a key you signed</source>
        <translation>Odcisk lub e-mail podpisanego klucza</translation>
    </message>
    <message>
        <source>At least %1 characters; several words are easy to remember. Without it nobody can open the backup.</source>
        <translation>Co najmniej %1 znaków; kilka słów łatwo zapamiętać. Bez niego nikt nie otworzy kopii zapasowej.</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Otwiera</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Hasło</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Jeszcze raz</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Odbiorca</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Postęp</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Oba hasła się różnią.</translation>
    </message>
    <message>
        <source>Reading the keychain and writing the backup...</source>
        <translation>Odczyt pęku kluczy i zapis kopii zapasowej...</translation>
    </message>
    <message>
        <source>The backup is in %1 (%2). Customers: %L3. Secrets: %L4.</source>
        <translation>Zapisano do %1 (%2). Klienci: %L3. Sekrety: %L4.</translation>
    </message>
    <message>
        <source>It was read back, opened and compared.</source>
        <translation>Odczytano ją z powrotem, otwarto i porównano.</translation>
    </message>
    <message>
        <source>It was read back; whether it opens, only who has the private key can tell.</source>
        <translation>Odczytano ją z powrotem; czy się otwiera, wie tylko posiadacz klucza prywatnego.</translation>
    </message>
    <message numerus="yes">
        <source>The keychain has no credentials of %Ln customers, so the backup has none of them either.</source>
        <translation>
            <numerusform>Pęk kluczy nie ma danych dostępowych %Ln klienta, więc nie ma ich też w kopii zapasowej.</numerusform>
            <numerusform>Pęk kluczy nie ma danych dostępowych %Ln klientów, więc nie ma ich też w kopii zapasowej.</numerusform>
            <numerusform>Pęk kluczy nie ma danych dostępowych %Ln klientów, więc nie ma ich też w kopii zapasowej.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::BrowserPage</name>
    <message>
        <source>%1 stays empty. Its X-Frame-Options may forbid it to be framed, or it did not answer.</source>
        <translation>%1 pozostaje puste. Być może X-Frame-Options zabrania umieszczania w ramce albo strona nie odpowiedziała.</translation>
    </message>
    <message>
        <source>%1 is not encrypted (http). It needs an address with https</source>
        <translation>%1 nie jest szyfrowane (http). Potrzebny jest adres z https</translation>
    </message>
    <message>
        <source>a mail to %1. Write it in your mail program</source>
        <translation>e-mail do %1. Napisz go w swoim programie pocztowym</translation>
    </message>
    <message>
        <source>a call to %1. Dial it yourself</source>
        <translation>połączenie z %1. Wybierz numer samodzielnie</translation>
    </message>
    <message>
        <source>an address of the kind &quot;%1:&quot;, which another program would open. If it is needed, open this page in your web browser</source>
        <translation>adres typu &quot;%1:&quot;, który otworzyłby inny program. Jeśli jest potrzebny, otwórz tę stronę w swojej przeglądarce</translation>
    </message>
    <message>
        <source>nobody had pressed anything for it. Press its button once more, or use your web browser</source>
        <translation>nikt niczego w tym celu nie nacisnął. Naciśnij przycisk strony jeszcze raz albo użyj swojej przeglądarki</translation>
    </message>
    <message>
        <source>a permission (notifications, place, camera, microphone). If it is needed, use your web browser</source>
        <translation>uprawnienie (powiadomienia, położenie, kamera, mikrofon). Jeśli jest potrzebne, użyj swojej przeglądarki</translation>
    </message>
    <message>
        <source>more room on the disk</source>
        <translation>więcej miejsca na dysku</translation>
    </message>
    <message>
        <source>a certificate of this computer, for %1. If it is needed, use your web browser</source>
        <translation>certyfikat tego komputera dla %1. Jeśli jest potrzebny, użyj swojej przeglądarki</translation>
    </message>
    <message>
        <source>the whole screen</source>
        <translation>cały ekran</translation>
    </message>
    <message>
        <source>to open all addresses of the kind &quot;%1:&quot;</source>
        <translation>otwieranie wszystkich adresów typu &quot;%1:&quot;</translation>
    </message>
    <message>
        <source>a file from this computer. If it is needed, use your web browser</source>
        <translation>plik z tego komputera. Jeśli jest potrzebny, użyj swojej przeglądarki</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: stopped</source>
        <translation>&quot;%1&quot;: zatrzymano</translation>
    </message>
    <message>
        <source>whether to leave it: yes</source>
        <translation>czy ją opuścić: tak</translation>
    </message>
    <message>
        <source>whether to leave it: no</source>
        <translation>czy ją opuścić: nie</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>&quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: yes</source>
        <translation>&quot;%1&quot;: tak</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: no</source>
        <translation>&quot;%1&quot;: nie</translation>
    </message>
    <message>
        <source>%1: user name and password were wrong three times. Reload asks again</source>
        <translation>%1: nazwa użytkownika i hasło były błędne trzy razy. Przycisk Odśwież zapyta jeszcze raz</translation>
    </message>
    <message>
        <source>%1: it asks for a user name and a password, and nobody signed in. Reload asks again</source>
        <translation>%1: wymagana jest nazwa użytkownika i hasło, a nikt się nie zalogował. Przycisk Odśwież zapyta jeszcze raz</translation>
    </message>
    <message>
        <source>a window of its own: %1</source>
        <translation>własne okno: %1</translation>
    </message>
    <message>
        <source>a window of its own for %1: %2</source>
        <translation>własne okno dla %1: %2</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::BrowserPane</name>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Odśwież</translation>
    </message>
    <message>
        <source>Address of the page shown</source>
        <translation>Adres wyświetlanej strony</translation>
    </message>
    <message>
        <source>No page open</source>
        <translation>Żadna strona nie jest otwarta</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Wczytaj ponownie</translation>
    </message>
    <message>
        <source>This page could not be loaded.</source>
        <translation>Nie udało się wczytać tej strony.</translation>
    </message>
    <message>
        <source>The page stopped working.</source>
        <translation>Strona przestała działać.</translation>
    </message>
    <message>
        <source>Nothing that was already done is lost. Load it again to go on.</source>
        <translation>Nic z tego, co już zrobiono, nie przepadło. Wczytaj ją ponownie, aby kontynuować.</translation>
    </message>
    <message>
        <source>the page&apos;s process ended</source>
        <translation>proces strony został zakończony</translation>
    </message>
    <message>
        <source>The customer&apos;s page</source>
        <translation>Strona klienta</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Mniejsze</translation>
    </message>
    <message>
        <source>As large as usual</source>
        <translation>Zwykła wielkość</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Większe</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Zoom of the page: %1 %</source>
        <translation>Powiększenie strony: %1%</translation>
    </message>
    <message>
        <source>The embedded browser is not installed.</source>
        <translation>Wbudowana przeglądarka nie jest zainstalowana.</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Zamknij to okno</translation>
    </message>
    <message>
        <source>A page opened it. The page that did is below.</source>
        <translation>Otworzyła je strona, która jest pod spodem.</translation>
    </message>
    <message>
        <source>%1 has not answered yet; it is waited for. Reload asks again.</source>
        <translation>%1 jeszcze nie odpowiedział; Jetbridge czeka dalej. Przycisk Odśwież zapyta jeszcze raz.</translation>
    </message>
    <message>
        <source>a download (%1). If it is needed, use your web browser</source>
        <translation>pobranie pliku (%1). Jeśli jest potrzebne, użyj swojej przeglądarki</translation>
    </message>
    <message>
        <source>You stopped this page.</source>
        <translation>Zatrzymano tę stronę.</translation>
    </message>
    <message>
        <source>It can be loaded again.</source>
        <translation>Można ją wczytać ponownie.</translation>
    </message>
    <message>
        <source>The page was refused: %1.</source>
        <translation>Odmówiono stronie: %1.</translation>
    </message>
    <message>
        <source>%1 answered with the status %2.</source>
        <translation>%1 odpowiedział statusem %2.</translation>
    </message>
    <message>
        <source>Install the package jetbridge-browser, or use your web browser or an invitation link. (%1)</source>
        <translation>Zainstaluj pakiet jetbridge-browser albo użyj przeglądarki internetowej lub linku z zaproszeniem. (%1)</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::CodeCard</name>
    <message>
        <source>Copy code</source>
        <translation>Kopiuj kod</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Kopiuj link</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Nowy kod</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Kod jednorazowy</translation>
    </message>
    <message>
        <source>Link for the customer</source>
        <translation>Link dla klienta</translation>
    </message>
    <message>
        <source>One-time code for the customer</source>
        <translation>Kod jednorazowy dla klienta</translation>
    </message>
    <message>
        <source>The one-time code is no longer valid</source>
        <translation>Kod jednorazowy stracił ważność</translation>
    </message>
    <message>
        <source>The code has expired. Create a new one and give it to the customer.</source>
        <translation>Jego czas minął. Utwórz nowy i podaj go klientowi.</translation>
    </message>
    <message>
        <source>The code was used. For another decision the customer needs a new one.</source>
        <translation>Został użyty. Do kolejnej decyzji klient potrzebuje nowego.</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <translation>Wygasa: %1</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::CompareView</name>
    <message>
        <source>The two requests, laid over each other</source>
        <translation>Oba żądania nałożone na siebie</translation>
    </message>
    <message>
        <source>The two answers, laid over each other</source>
        <translation>Obie odpowiedzi nałożone na siebie</translation>
    </message>
    <message>
        <source>Two exchanges compared</source>
        <translation>Porównanie dwóch wymian</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Żądanie</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Odpowiedź</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::ConnectedCard</name>
    <message>
        <source>Show customer</source>
        <translation>Pokaż klienta</translation>
    </message>
    <message>
        <source>Onboard another</source>
        <translation>Podłącz kolejnego</translation>
    </message>
    <message>
        <source>Company identifier</source>
        <translation>Identyfikator firmy</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integracja</translation>
    </message>
    <message>
        <source>%1 is connected</source>
        <translation>Połączono: %1</translation>
    </message>
    <message>
        <source>A first call on the customer&apos;s behalf worked. The credentials are in the keychain.</source>
        <translation>Pierwsze wywołanie w imieniu klienta zadziałało. Dane dostępowe są w pęku kluczy.</translation>
    </message>
    <message>
        <source>The credentials are in the keychain, but the first call on the customer&apos;s behalf did not work yet.</source>
        <translation>Dane dostępowe są w pęku kluczy, ale pierwsze wywołanie w imieniu klienta jeszcze nie zadziałało.</translation>
    </message>
    <message>
        <source>The credentials are in the keychain, and a token was given. None of the application&apos;s scopes allows a harmless call, so no call was made.</source>
        <translation>Dane dostępowe są w pęku kluczy, a token został wydany. Żadne z uprawnień (scopes) aplikacji nie pozwala na nieszkodliwe wywołanie, więc żadnego nie wykonano.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::ConsentAgainHint</name>
    <message numerus="yes">
        <source>%n customers must consent again: they consented before the application had all of these scopes.</source>
        <translation>
            <numerusform>%n klient musi wyrazić zgodę ponownie: wyraził ją, zanim aplikacja miała wszystkie te zakresy dostępu.</numerusform>
            <numerusform>%n klienci muszą wyrazić zgodę ponownie: wyrazili ją, zanim aplikacja miała wszystkie te zakresy dostępu.</numerusform>
            <numerusform>%n klientów musi wyrazić zgodę ponownie: wyrazili ją, zanim aplikacja miała wszystkie te zakresy dostępu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n older customers it is not known to which scopes they consented.</source>
        <translation>
            <numerusform>W przypadku %n starszego klienta nie wiadomo, na które zakresy wyraził zgodę.</numerusform>
            <numerusform>W przypadku %n starszych klientów nie wiadomo, na które zakresy wyrazili zgodę.</numerusform>
            <numerusform>W przypadku %n starszych klientów nie wiadomo, na które zakresy wyrazili zgodę.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::CustomerDeliveries</name>
    <message>
        <source>Next try: at once</source>
        <translation>Następna próba: od razu</translation>
    </message>
    <message>
        <source>Next try: %1</source>
        <translation>Następna próba: %1</translation>
    </message>
    <message>
        <source>waiting for delivery. %1</source>
        <translation>czeka na dostarczenie. %1</translation>
    </message>
    <message>
        <source>waiting to be taken back. %1</source>
        <translation>czeka na wycofanie. %1</translation>
    </message>
    <message>
        <source>could not be delivered: %1 %2</source>
        <translation>nie udało się dostarczyć: %1 %2</translation>
    </message>
    <message>
        <source>could not be taken back: %1 %2</source>
        <translation>nie udało się wycofać: %1 %2</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Ponów teraz</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Dostarczanie</translation>
    </message>
    <message>
        <source>nothing to take back: %1</source>
        <translation>nie ma czego wycofać: %1</translation>
    </message>
    <message>
        <source>refused for good: %1</source>
        <translation>odrzucono ostatecznie: %1</translation>
    </message>
    <message>
        <source>not delivered: %1</source>
        <translation>nie dostarczono: %1</translation>
    </message>
    <message>
        <source>delivered %1</source>
        <translation>dostarczono: %1</translation>
    </message>
    <message>
        <source>taken back %1</source>
        <translation>cofnięto: %1</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::CustomerDetail</name>
    <message>
        <source>Reveal</source>
        <translation>Pokaż</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>Sprawdź</translation>
    </message>
    <message>
        <source>Get token</source>
        <translation>Pobierz token</translation>
    </message>
    <message>
        <source>Disable in simulator</source>
        <translation>Wyłącz w symulatorze</translation>
    </message>
    <message>
        <source>Onboard again</source>
        <translation>Podłącz ponownie</translation>
    </message>
    <message>
        <source>Forget...</source>
        <translation>Zapomnij...</translation>
    </message>
    <message>
        <source>Reveal the client secret</source>
        <translation>Pokaż clientSecret</translation>
    </message>
    <message>
        <source>Copy the client secret</source>
        <translation>Kopiuj clientSecret</translation>
    </message>
    <message>
        <source>Company identifier</source>
        <translation>Identyfikator firmy</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integracja</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Co się stało</translation>
    </message>
    <message>
        <source>What happened, newest first</source>
        <translation>Co się stało, od najnowszych</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ukryj</translation>
    </message>
    <message>
        <source>Verifying...</source>
        <translation>Sprawdzanie...</translation>
    </message>
    <message>
        <source>The test call on the customer&apos;s behalf succeeded.</source>
        <translation>Wywołanie testowe w imieniu klienta powiodło się.</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nie podano</translation>
    </message>
    <message>
        <source>%1 token %2, expires %3. Scopes: %4</source>
        <translation>Token %1 %2, wygasa %3. Zakresy dostępu: %4</translation>
    </message>
    <message>
        <source>The customer disabled the integration. See the result in the history below.</source>
        <translation>Klient wyłączył integrację. Wynik widać poniżej w historii.</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>Zapomnieć: %1?</translation>
    </message>
    <message>
        <source>The credentials are removed from the keychain and cannot be shown again. At SmartRecruiters the integration stays as it is, and the history stays here.</source>
        <translation>Dane dostępowe zostaną usunięte z pęku kluczy i nie można ich będzie ponownie pokazać. W SmartRecruiters integracja pozostaje bez zmian, a historia pozostaje tutaj.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Zapomnij</translation>
    </message>
    <message>
        <source>Delete credentials...</source>
        <translation>Usuń dane dostępowe...</translation>
    </message>
    <message>
        <source>Delete the credentials of %1?</source>
        <translation>Usunąć dane dostępowe klienta %1?</translation>
    </message>
    <message>
        <source>The customer disabled the integration, so that these credentials are of no use any more. They are removed from the keychain and cannot be shown again. The customer and the history stay here.</source>
        <translation>Klient wyłączył integrację, więc te dane dostępowe nie są już potrzebne. Zostaną usunięte z pęku kluczy i nie da się ich ponownie wyświetlić. Klient i historia pozostaną tutaj.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>The credentials are deleted.</source>
        <translation>Dane dostępowe zostały usunięte.</translation>
    </message>
    <message>
        <source>clientId (customer-level credentials)</source>
        <translation>clientId (dane dostępowe klienta)</translation>
    </message>
    <message>
        <source>Get another token</source>
        <translation>Pobierz inny token</translation>
    </message>
    <message>
        <source>Asked for, but not granted: %1.</source>
        <translation>Poproszono, ale nie przyznano: %1.</translation>
    </message>
    <message>
        <source>SmartRecruiters&apos; clock is %1 s from ours.</source>
        <translation>Zegar SmartRecruiters różni się od naszego o %1 s.</translation>
    </message>
    <message>
        <source>Hand over...</source>
        <translation>Przekaż...</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>w obie strony</translation>
    </message>
    <message>
        <source>one way</source>
        <translation>w jedną stronę</translation>
    </message>
    <message>
        <source>The customer disabled the integration: SmartRecruiters gives no token for it.</source>
        <translation>Klient wyłączył integrację: SmartRecruiters nie wydaje dla niej tokenu.</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Pokaż starsze</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nigdy</translation>
    </message>
    <message>
        <source>Copy text for SmartRecruiters</source>
        <translation>Kopiuj tekst dla SmartRecruiters</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <translation>Wygasa: %1</translation>
    </message>
    <message>
        <source>Scopes of the consent</source>
        <translation>Zakresy zgody</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nie wiadomo</translation>
    </message>
    <message>
        <source>The customer must consent again for: %1</source>
        <translation>Klient musi wyrazić ponowną zgodę na: %1</translation>
    </message>
    <message>
        <source>Nothing secret is revealed or handed over while names are hidden.</source>
        <translation>Dopóki nazwy są ukryte, nic tajnego nie jest pokazywane ani przekazywane.</translation>
    </message>
    <message>
        <source>%1, %2, onboarded: %3, last check: %4</source>
        <translation>%1, %2, podłączono: %3, ostatnie sprawdzenie: %4</translation>
    </message>
    <message>
        <source>Onboarded: %1
Last check: %2</source>
        <translation>Podłączono: %1
Ostatnie sprawdzenie: %2</translation>
    </message>
    <message>
        <source>Before: %1 (%2), replaced: %3</source>
        <translation>Wcześniej: %1 (%2), zastąpiono: %3</translation>
    </message>
    <message>
        <source>Not while names are hidden.</source>
        <translation>Nie, dopóki nazwy są ukryte.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::CustomersModel</name>
    <message>
        <source>Both ways</source>
        <translation>W obie strony</translation>
    </message>
    <message>
        <source>One way</source>
        <translation>W jedną stronę</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nigdy</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Tryb</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Kierunek</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>Ostatnie sprawdzenie</translation>
    </message>
    <message>
        <source>Onboarded</source>
        <translation>Podłączono</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::CustomersPage</name>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Klienci</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Szukaj klientów</translation>
    </message>
    <message>
        <source>Search company or integration</source>
        <translation>Szukaj firmy lub integracji</translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation>Pokaż wszystkich klientów</translation>
    </message>
    <message>
        <source>Onboard a customer</source>
        <translation>Podłącz klienta</translation>
    </message>
    <message>
        <source>No matching customers.</source>
        <translation>Brak pasujących klientów.</translation>
    </message>
    <message>
        <source>No customer is connected yet.</source>
        <translation>Żaden klient nie jest jeszcze połączony.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Widok</translation>
    </message>
    <message>
        <source>Columns and sort order</source>
        <translation>Kolumny i kolejność sortowania</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Eksportuj...</translation>
    </message>
    <message>
        <source>Writes every customer of this search to a CSV file</source>
        <translation>Zapisuje wszystkich klientów z tego wyszukiwania do pliku CSV</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Kolejność</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>Ostatnio dodani</translation>
    </message>
    <message>
        <source>Company, A to Z</source>
        <translation>Firma, od A do Z</translation>
    </message>
    <message>
        <source>Status, those that need attention first</source>
        <translation>Stan, najpierw wymagające uwagi</translation>
    </message>
    <message>
        <source>Last check, longest ago first</source>
        <translation>Ostatnie sprawdzenie, od najdawniejszych</translation>
    </message>
    <message>
        <source>Onboarded, newest first</source>
        <translation>Podłączono, od najnowszych</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolumny</translation>
    </message>
    <message>
        <source>Not proved</source>
        <translation>Niesprawdzona</translation>
    </message>
    <message>
        <source>Both ways</source>
        <translation>W obie strony</translation>
    </message>
    <message>
        <source>59 min ago</source>
        <translation>59 min temu</translation>
    </message>
    <message>
        <source>%L1 in this list</source>
        <translation>%L1 na tej liście</translation>
    </message>
    <message>
        <source>Export customers</source>
        <translation>Eksport klientów</translation>
    </message>
    <message>
        <source>The export was stopped. No file was written.</source>
        <translation>Eksport zatrzymano. Nie zapisano żadnego pliku.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>Nie można zapisać pliku %1.</translation>
    </message>
    <message>
        <source> Stopped: the others were left as they are.</source>
        <translation> Zatrzymano: pozostali są bez zmian.</translation>
    </message>
    <message>
        <source>%L1 of %L2 worked.</source>
        <translation>Powiodło się: %L1 z %L2.</translation>
    </message>
    <message>
        <source>%L1 of %L2 worked. %3</source>
        <translation>Powiodło się: %L1 z %L2. %3</translation>
    </message>
    <message>
        <source>Select one of the others to see why it did not.</source>
        <translation>Wybierz jednego z pozostałych, aby zobaczyć dlaczego nie.</translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n klient</numerusform>
            <numerusform>%n klientów</numerusform>
            <numerusform>%n klientów</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>Zapomnieć: %1?</translation>
    </message>
    <message>
        <source>Their credentials are removed from the keychain and cannot be shown again. At SmartRecruiters the integrations stay as they are, and the history stays here.</source>
        <translation>Ich dane dostępowe zostaną usunięte z pęku kluczy i nie będzie można ich ponownie pokazać. W SmartRecruiters integracje pozostaną bez zmian, a historia pozostanie tutaj.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Zapomnij</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers are in %1.</source>
        <translation>
            <numerusform>Plik %1 zawiera %Ln klienta.</numerusform>
            <numerusform>Plik %1 zawiera %Ln klientów.</numerusform>
            <numerusform>Plik %1 zawiera %Ln klientów.</numerusform>
        </translation>
    </message>
    <message>
        <source>Invite...</source>
        <translation>Zaproś...</translation>
    </message>
    <message>
        <source>A one-time code and a mail for a customer&apos;s administrator</source>
        <translation>Kod jednorazowy i wiadomość dla administratora klienta</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln customers written</source>
        <translation>
            <numerusform>Zapisano %L1 z %Ln klienta</numerusform>
            <numerusform>Zapisano %L1 z %Ln klientów</numerusform>
            <numerusform>Zapisano %L1 z %Ln klientów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forgetting %1 in %n seconds.</source>
        <translation>
            <numerusform>Zapominanie: %1 za %n sekundę.</numerusform>
            <numerusform>Zapominanie: %1 za %n sekundy.</numerusform>
            <numerusform>Zapominanie: %1 za %n sekund.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::Dashboard</name>
    <message>
        <source>Resolve</source>
        <translation>Wyjaśnij</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Sprawdź</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otwórz</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Przegląd</translation>
    </message>
    <message>
        <source>Onboard a customer</source>
        <translation>Podłącz klienta</translation>
    </message>
    <message>
        <source>Last 12 weeks</source>
        <translation>Ostatnie 12 tygodni</translation>
    </message>
    <message>
        <source>Needs somebody</source>
        <translation>Wymaga uwagi</translation>
    </message>
    <message>
        <source>What happened last</source>
        <translation>Co się ostatnio wydarzyło</translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n klient</numerusform>
            <numerusform>%n klientów</numerusform>
            <numerusform>%n klientów</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %L2</source>
        <translation>%1: %L2</translation>
    </message>
    <message numerus="yes">
        <source>%n connected</source>
        <translation>
            <numerusform>%n połączony</numerusform>
            <numerusform>%n połączonych</numerusform>
            <numerusform>%n połączonych</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disabled</source>
        <translation>
            <numerusform>%n wyłączony</numerusform>
            <numerusform>%n wyłączonych</numerusform>
            <numerusform>%n wyłączonych</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n nie działa</numerusform>
            <numerusform>%n nie działa</numerusform>
            <numerusform>%n nie działa</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>jeszcze %n</numerusform>
            <numerusform>jeszcze %n</numerusform>
            <numerusform>jeszcze %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs you now.</source>
        <translation>Teraz nic nie wymaga uwagi.</translation>
    </message>
    <message>
        <source>%1 disabled the integration at SmartRecruiters</source>
        <translation>Firma %1 wyłączyła integrację w SmartRecruiters</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Jeszcze nic.</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Zaproszenia</translation>
    </message>
    <message numerus="yes">
        <source>%n invitations wait for the customer.</source>
        <translation>
            <numerusform>%n zaproszenie czeka na klienta.</numerusform>
            <numerusform>%n zaproszenia czekają na klienta.</numerusform>
            <numerusform>%n zaproszeń czeka na klienta.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::DesktopNotice</name>
    <message>
        <source>Show</source>
        <translation>Pokaż</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::DirectionLamps</name>
    <message>
        <source>by body and Basic</source>
        <translation>w treści i przez Basic</translation>
    </message>
    <message>
        <source>by body only, not by Basic</source>
        <translation>tylko w treści, nie przez Basic</translation>
    </message>
    <message>
        <source>by Basic only, not by body</source>
        <translation>tylko przez Basic, nie w treści</translation>
    </message>
    <message>
        <source>SmartRecruiters has not asked for a token so far.</source>
        <translation>SmartRecruiters nie prosił dotąd o token.</translation>
    </message>
    <message>
        <source>Whether SmartRecruiters asks for tokens cannot be seen here: your own server gives them.</source>
        <translation>Tego, czy SmartRecruiters prosi o tokeny, tutaj nie widać: wydaje je Twój własny serwer.</translation>
    </message>
    <message>
        <source>To SmartRecruiters</source>
        <translation>Do SmartRecruiters</translation>
    </message>
    <message>
        <source>From SmartRecruiters</source>
        <translation>Od SmartRecruiters</translation>
    </message>
    <message>
        <source>one way only</source>
        <translation>tylko w jedną stronę</translation>
    </message>
    <message>
        <source>never rehearsed</source>
        <translation>nigdy nie wypróbowano</translation>
    </message>
    <message>
        <source>rehearsed by us</source>
        <translation>nasza próba udana</translation>
    </message>
    <message>
        <source>used by SmartRecruiters</source>
        <translation>używane przez SmartRecruiters</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>odmowa</translation>
    </message>
    <message>
        <source>Rehearsed by us: %1, %2.</source>
        <translation>Przećwiczone przez nas: %1, %2.</translation>
    </message>
    <message>
        <source>We got no token (%1): %2</source>
        <translation>Nie dostaliśmy tokenu (%1): %2</translation>
    </message>
    <message>
        <source>SmartRecruiters got its first token: %1, the latest: %2.</source>
        <translation>SmartRecruiters dostał pierwszy token: %1, ostatni: %2.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::EndpointsPage</name>
    <message>
        <source>Endpoints</source>
        <translation>Punkty końcowe</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Uruchom</translation>
    </message>
    <message>
        <source>Check addresses</source>
        <translation>Sprawdź adresy</translation>
    </message>
    <message>
        <source>Answer like this</source>
        <translation>Odpowiadaj w ten sposób</translation>
    </message>
    <message>
        <source>Your addresses</source>
        <translation>Twoje adresy</translation>
    </message>
    <message>
        <source>Received notifications</source>
        <translation>Odebrane powiadomienia</translation>
    </message>
    <message>
        <source>Simulate errors</source>
        <translation>Ćwiczenie błędów</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Kopiuj %1</translation>
    </message>
    <message>
        <source>The page on which your customer approves.</source>
        <translation>Strona, na której klient zatwierdza połączenie.</translation>
    </message>
    <message>
        <source>Where SmartRecruiters gets a token from you.</source>
        <translation>Tutaj SmartRecruiters pobiera token od Ciebie.</translation>
    </message>
    <message>
        <source>Where SmartRecruiters tells you that a customer disabled the integration.</source>
        <translation>Tutaj SmartRecruiters powiadamia, że klient wyłączył integrację.</translation>
    </message>
    <message>
        <source>See how the other side handles an error from callbackUrl. The notification is still recorded.</source>
        <translation>Pokazuje, jak druga strona znosi błąd pod callbackUrl. Powiadomienie i tak zostaje zachowane.</translation>
    </message>
    <message>
        <source>500 Internal Server Error</source>
        <translation>500: błąd wewnętrzny</translation>
    </message>
    <message>
        <source>503 Service Unavailable</source>
        <translation>503: niedostępny</translation>
    </message>
    <message>
        <source>401 Unauthorized</source>
        <translation>401, token odrzucony</translation>
    </message>
    <message>
        <source>404 Not Found</source>
        <translation>404: nie znaleziono</translation>
    </message>
    <message>
        <source>200, but only after %1 s</source>
        <translation>200, ale dopiero po %1 s</translation>
    </message>
    <message>
        <source>No answer: the connection ends</source>
        <translation>Brak odpowiedzi: połączenie zostaje zerwane</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Odpowiedź</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Ile</translation>
    </message>
    <message>
        <source>Answer as usual</source>
        <translation>Odpowiadaj jak zwykle</translation>
    </message>
    <message>
        <source>Notifications are answered as usual.</source>
        <translation>Powiadomienia otrzymują zwykłą odpowiedź.</translation>
    </message>
    <message>
        <source>None yet. When a customer disables the integration, SmartRecruiters tells callbackUrl.</source>
        <translation>Jeszcze żadnych. Gdy klient wyłączy integrację, SmartRecruiters powiadomi callbackUrl.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Odebrano</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Treść</translation>
    </message>
    <message>
        <source>Received notifications, newest first</source>
        <translation>Odebrane powiadomienia, od najnowszych</translation>
    </message>
    <message>
        <source>listening on 127.0.0.1:%1</source>
        <translation>nasłuchują na 127.0.0.1:%1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>zatrzymano</translation>
    </message>
    <message>
        <source>not served now</source>
        <translation>obecnie niedostępny</translation>
    </message>
    <message>
        <source>Asking...</source>
        <translation>Odpytywanie...</translation>
    </message>
    <message>
        <source>All addresses reach Jetbridge.</source>
        <translation>Wszystkie adresy prowadzą do Jetbridge.</translation>
    </message>
    <message>
        <source>Somebody else answers at these addresses: check the tunnel or proxy that leads here.</source>
        <translation>Pod tymi adresami odpowiada ktoś inny: sprawdź tunel lub proxy, które tu prowadzi.</translation>
    </message>
    <message>
        <source>Nobody answered at these addresses. Is the port closed, or the tunnel down?</source>
        <translation>Pod tymi adresami nikt nie odpowiedział. Czy port jest zamknięty albo tunel nie działa?</translation>
    </message>
    <message>
        <source>The next notifications are answered with: %1. How many: %2.</source>
        <translation>Następne powiadomienia otrzymają odpowiedź: %1. Ile: %2.</translation>
    </message>
    <message>
        <source>The customer disabled the integration</source>
        <translation>Klient wyłączył integrację</translation>
    </message>
    <message>
        <source>%1 (sent again)</source>
        <translation>%1 (wysłane ponownie)</translation>
    </message>
    <message>
        <source>no answer, after %1 ms</source>
        <translation>brak odpowiedzi, po %1 ms</translation>
    </message>
    <message>
        <source>%1, after %2 ms</source>
        <translation>%1, po %2 ms</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Zastosuj</translation>
    </message>
    <message>
        <source>End the connection without an answer</source>
        <translation>Zakończ połączenie bez odpowiedzi</translation>
    </message>
    <message>
        <source>Refused requests</source>
        <translation>Odrzucone żądania</translation>
    </message>
    <message>
        <source>Clients issued to SmartRecruiters</source>
        <translation>Klienci OAuth wydani dla SmartRecruiters</translation>
    </message>
    <message>
        <source>None: the addresses are those of this computer</source>
        <translation>Brak: adresy tego komputera</translation>
    </message>
    <message>
        <source>How a tunnel or proxy that leads here is called, https://your-name.example</source>
        <translation>Jak nazywa się tunel lub proxy, które tu prowadzi: https://twoja-nazwa.example</translation>
    </message>
    <message>
        <source>Public URL (tunnel)</source>
        <translation>Publiczny URL (tunel)</translation>
    </message>
    <message>
        <source>The endpoints restart with these addresses. Check them, then tell SmartRecruiters.</source>
        <translation>Punkty końcowe uruchamiają się ponownie z tymi adresami. Sprawdź je, a potem podaj SmartRecruiters.</translation>
    </message>
    <message>
        <source>Another answer</source>
        <translation>Inna odpowiedź</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Po</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>niesprawdzony</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>osiągnięty</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nieosiągalny</translation>
    </message>
    <message>
        <source>Token introspection</source>
        <translation>Sprawdzanie tokenów (introspection)</translation>
    </message>
    <message>
        <source>Where your own API asks what a token stands for, once jetbridge-cli resource-servers add lets it.</source>
        <translation>Gdzie Twoje własne API pyta, co oznacza token, gdy pozwoli na to jetbridge-cli resource-servers add.</translation>
    </message>
    <message>
        <source>listening, but no token can be signed</source>
        <translation>nasłuchują, ale żadnego tokenu nie można podpisać</translation>
    </message>
    <message>
        <source>Is the keychain locked? The signing keys are tried again every few seconds.</source>
        <translation>Czy pęk kluczy jest zablokowany? Klucze podpisu są odczytywane ponownie co kilka sekund.</translation>
    </message>
    <message>
        <source>Clients at your own server</source>
        <translation>Klienci OAuth na Twoim serwerze</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::EnvironmentsCard</name>
    <message>
        <source>Simulator: nothing leaves this computer</source>
        <translation>Symulator: nic nie opuszcza tego komputera</translation>
    </message>
    <message>
        <source>Sandbox: SmartRecruiters&apos; place for tests</source>
        <translation>Sandbox: miejsce testów SmartRecruiters</translation>
    </message>
    <message>
        <source>Production: real customers</source>
        <translation>Produkcja: prawdziwi klienci</translation>
    </message>
    <message>
        <source>Open in a new window</source>
        <translation>Otwórz w nowym oknie</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Środowisko</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>Adres API</translation>
    </message>
    <message>
        <source>Portal address</source>
        <translation>Adres portalu</translation>
    </message>
    <message>
        <source>Allowed redirect hosts</source>
        <translation>Hosty powrotu</translation>
    </message>
    <message>
        <source>Hosts that SmartRecruiters may ask us to send the customer back to, with spaces.</source>
        <translation>Hosty, do których SmartRecruiters może kazać odesłać klienta, oddzielone spacjami.</translation>
    </message>
    <message>
        <source>Allowed frame origins</source>
        <translation>Strony, które mogą użyć ramki</translation>
    </message>
    <message>
        <source>Origins (https://host) that may show the consent page in a frame, with spaces.</source>
        <translation>Źródła (https://host), które mogą pokazać stronę zgody w ramce, oddzielone spacjami.</translation>
    </message>
    <message>
        <source>In the request&apos;s body</source>
        <translation>W treści żądania</translation>
    </message>
    <message>
        <source>In a header (HTTP Basic)</source>
        <translation>W nagłówku (HTTP Basic)</translation>
    </message>
    <message>
        <source>Send credentials in</source>
        <translation>Dane dostępowe</translation>
    </message>
    <message>
        <source>The system&apos;s authorities</source>
        <translation>Urzędy certyfikacji systemu</translation>
    </message>
    <message>
        <source>None: the addresses are those of this computer</source>
        <translation>Brak: adresy tego komputera</translation>
    </message>
    <message>
        <source>Public URL (tunnel)</source>
        <translation>Publiczny URL (tunel)</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nikogo</translation>
    </message>
    <message>
        <source>Your own backend, which gets every verified notification that came to callbackUrl.</source>
        <translation>Twój własny backend, który dostaje każde sprawdzone powiadomienie z callbackUrl.</translation>
    </message>
    <message>
        <source>Forward notifications to</source>
        <translation>Przekazuj powiadomienia do</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Of the tokens that SmartRecruiters gets from oauthTokenUrl.</source>
        <translation>Tokenów, które SmartRecruiters dostaje z oauthTokenUrl.</translation>
    </message>
    <message>
        <source>Token lifetime</source>
        <translation>Ważność tokenów</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation>Tylko na żądanie</translation>
    </message>
    <message>
        <source>While this window is open, every customer is verified before its last proof is as old as this; older ones count as expiring.</source>
        <translation>Dopóki to okno jest otwarte, każdy klient jest sprawdzany, zanim jego ostatnie sprawdzenie stanie się tak stare; starsze uchodzą za wygasające.</translation>
    </message>
    <message>
        <source>Verify customers every</source>
        <translation>Sprawdzaj klientów co</translation>
    </message>
    <message>
        <source>Save environment</source>
        <translation>Zapisz środowisko</translation>
    </message>
    <message>
        <source>There is no PEM certificate in %1.</source>
        <translation>W %1 nie ma certyfikatu PEM.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Zapisano.</translation>
    </message>
    <message>
        <source>Switch to this environment</source>
        <translation>Przejdź do niego</translation>
    </message>
    <message>
        <source>Custom CA (PEM file)</source>
        <translation>Własny CA (plik PEM)</translation>
    </message>
    <message>
        <source>Add environment...</source>
        <translation>Dodaj środowisko...</translation>
    </message>
    <message>
        <source>Issue our own scope</source>
        <translation>Przyznaj nasz własny zakres</translation>
    </message>
    <message>
        <source>Refuse the request</source>
        <translation>Odrzuć żądanie</translation>
    </message>
    <message>
        <source>What oauthTokenUrl does when it is asked for a scope that it does not know. Whether SmartRecruiters sends a scope is unknown.</source>
        <translation>Co robi oauthTokenUrl, gdy żądany jest zakres, którego nie zna. Nie wiadomo, czy SmartRecruiters wysyła zakres.</translation>
    </message>
    <message>
        <source>Unknown scopes</source>
        <translation>Nieznane zakresy</translation>
    </message>
    <message>
        <source>Random text</source>
        <translation>Losowy tekst</translation>
    </message>
    <message>
        <source>Signed with RS256</source>
        <translation>Podpisane za pomocą RS256</translation>
    </message>
    <message>
        <source>Signed with ES256</source>
        <translation>Podpisane za pomocą ES256</translation>
    </message>
    <message>
        <source>The form of the tokens that SmartRecruiters gets from oauthTokenUrl. Our API asks here what random text stands for. It can check signed ones by itself, with the keys at /oauth/jwks.json, and accepts them until they expire, even if the customer is forgotten or disables the integration before.</source>
        <translation>Postać tokenów, które SmartRecruiters otrzymuje z oauthTokenUrl. O znaczenie losowego tekstu nasze API pyta tutaj. Podpisane nasze API może sprawdzić samo, kluczami z /oauth/jwks.json. Przyjmuje je aż do ich wygaśnięcia, nawet jeśli klient zostanie wcześniej zapomniany lub wyłączy integrację.</translation>
    </message>
    <message>
        <source>Access tokens</source>
        <translation>Tokeny dostępu</translation>
    </message>
    <message>
        <source>The claim iss, as our API expects it; usually the public URL.</source>
        <translation>Wartość iss, jakiej oczekuje nasze API; zwykle publiczny adres URL.</translation>
    </message>
    <message>
        <source>Issuer of signed tokens</source>
        <translation>Wystawca podpisanych tokenów</translation>
    </message>
    <message>
        <source>The claim aud: the name of our API, as it expects it.</source>
        <translation>Wartość aud: nazwa naszego API, jakiej ono oczekuje.</translation>
    </message>
    <message>
        <source>Audience of signed tokens</source>
        <translation>Odbiorca podpisanych tokenów</translation>
    </message>
    <message>
        <source>Only the newest secret signs webhooks from now on.</source>
        <translation>Od teraz webhooki podpisuje tylko najnowszy sekret.</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n godzina</numerusform>
            <numerusform>%n godziny</numerusform>
            <numerusform>%n godzin</numerusform>
        </translation>
    </message>
    <message>
        <source>While names are hidden or the demo is on, other environments are neither shown nor opened.</source>
        <translation>Dopóki nazwy są ukryte albo trwa pokaz, inne środowiska nie są ani pokazywane, ani otwierane.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::ExchangeDetail</name>
    <message>
        <source>The request</source>
        <translation>Żądanie</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Odpowiedź</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Kopiuj jako curl</translation>
    </message>
    <message>
        <source>Show the whole onboarding</source>
        <translation>Pokaż całe podłączanie</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Żądanie</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Odpowiedź</translation>
    </message>
    <message>
        <source>Hold Ctrl and choose a second exchange to compare the two.</source>
        <translation>Aby porównać dwie wymiany, przytrzymaj Ctrl i wybierz drugą.</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation>%1, po %2</translation>
    </message>
    <message>
        <source>local, no TLS</source>
        <translation>bez TLS, na tym komputerze</translation>
    </message>
    <message>
        <source>TLS facts were not seen</source>
        <translation>danych TLS nie zaobserwowano</translation>
    </message>
    <message>
        <source>This exchange belongs to no onboarding.</source>
        <translation>Ta wymiana nie należy do żadnego podłączania.</translation>
    </message>
    <message>
        <source>The secrets are not in it: put yours in the place of each [secret ...].</source>
        <translation>Nie ma w nim sekretów: wstaw własne w miejsce każdego [secret ...].</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 do: %2</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::FailureCard</name>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Copy text for SmartRecruiters</source>
        <translation>Kopiuj tekst dla SmartRecruiters</translation>
    </message>
    <message>
        <source>Who can fix it: %1</source>
        <translation>Kto może to naprawić: %1</translation>
    </message>
    <message>
        <source>What to do now: %1</source>
        <translation>Co teraz zrobić: %1</translation>
    </message>
    <message>
        <source>Likely cause: %1</source>
        <translation>Prawdopodobna przyczyna: %1</translation>
    </message>
    <message>
        <source>Cause: %1</source>
        <translation>Przyczyna: %1</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::FaultsCard</name>
    <message>
        <source>Clear faults</source>
        <translation>Usuń usterki</translation>
    </message>
    <message>
        <source>The token request</source>
        <translation>Żądanie tokenu</translation>
    </message>
    <message>
        <source>The confirm request</source>
        <translation>Żądanie potwierdzenia</translation>
    </message>
    <message>
        <source>The first call on the customer&apos;s behalf</source>
        <translation>Pierwsze wywołanie w imieniu klienta</translation>
    </message>
    <message>
        <source>Every call of the public API</source>
        <translation>Każde wywołanie publicznego API</translation>
    </message>
    <message>
        <source>Fails with 500</source>
        <translation>Kończy się błędem 500</translation>
    </message>
    <message>
        <source>Is refused with 401</source>
        <translation>Zostaje odrzucone: 401</translation>
    </message>
    <message>
        <source>Is not allowed: 403</source>
        <translation>Jest niedozwolone: 403</translation>
    </message>
    <message>
        <source>Asks to slow down: 429</source>
        <translation>Prosi o wolniejsze tempo: 429</translation>
    </message>
    <message>
        <source>Answers after 5 s</source>
        <translation>Odpowiada po 5 s</translation>
    </message>
    <message>
        <source>Works, but the answer is lost</source>
        <translation>Działa, ale odpowiedź ginie</translation>
    </message>
    <message>
        <source>Ends the connection, nothing is done</source>
        <translation>Zrywa połączenie, nic się nie dzieje</translation>
    </message>
    <message>
        <source>Answers with broken JSON</source>
        <translation>Odpowiada uszkodzonym JSON</translation>
    </message>
    <message>
        <source>What fails</source>
        <translation>Co zawodzi</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Jak</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Ile razy</translation>
    </message>
    <message>
        <source>Add this fault</source>
        <translation>Dodaj tę usterkę</translation>
    </message>
    <message>
        <source>%1: %2. Triggered %3 of %4.</source>
        <translation>%1: %2. Wystąpiło: %3 z %4 razy.</translation>
    </message>
    <message>
        <source>a rule of your own</source>
        <translation>własna reguła</translation>
    </message>
    <message>
        <source>all</source>
        <translation>wszystkich</translation>
    </message>
    <message>
        <source>No faults: everything works.</source>
        <translation>Bez usterek: wszystko działa.</translation>
    </message>
    <message>
        <source>A rule of your own</source>
        <translation>Własna reguła</translation>
    </message>
    <message>
        <source>Add this rule</source>
        <translation>Dodaj tę regułę</translation>
    </message>
    <message>
        <source>This is no JSON object: it breaks off at character %1.</source>
        <translation>To nie jest obiekt JSON: urywa się przy znaku %1.</translation>
    </message>
    <message>
        <source>Several calls</source>
        <translation>Kilka wywołań</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::GuidedDemo</name>
    <message>
        <source>Guided demo</source>
        <translation>Pokaz krok po kroku</translation>
    </message>
    <message>
        <source>What to say and click</source>
        <translation>Co powiedzieć i kliknąć</translation>
    </message>
    <message>
        <source>Undock</source>
        <translation>Osobne okno</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Zakończ pokaz</translation>
    </message>
    <message>
        <source>The demo could not be prepared</source>
        <translation>Nie udało się przygotować pokazu</translation>
    </message>
    <message>
        <source>&quot;Reset demo&quot; tries again.</source>
        <translation>„Zacznij od nowa” próbuje jeszcze raz.</translation>
    </message>
    <message>
        <source>No backup is restored in the demo</source>
        <translation>W pokazie nie przywraca się kopii</translation>
    </message>
    <message>
        <source>Nothing of the demo stays. Leave it, and restore the backup in your own window.</source>
        <translation>Z pokazu nic nie zostaje. Zakończ go i przywróć kopię we własnym oknie.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::HandOverDialog</name>
    <message>
        <source>I understand that the secret will be unencrypted</source>
        <translation>Rozumiem, że sekret nie będzie zaszyfrowany</translation>
    </message>
    <message>
        <source>Save to a file...</source>
        <translation>Zapisz do pliku...</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Hand over credentials</source>
        <translation>Przekazanie danych dostępowych</translation>
    </message>
    <message>
        <source>The customer-level credentials of %1, for another program or person. This is recorded in the history.</source>
        <translation>Dane dostępowe klienta %1, dla innego programu lub innej osoby. Zostanie to odnotowane w historii.</translation>
    </message>
    <message>
        <source>Encrypted for one person (gpg)</source>
        <translation>Zaszyfrowane dla jednej osoby (gpg)</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>Obiekt JSON</translation>
    </message>
    <message>
        <source>.env file</source>
        <translation>Plik .env</translation>
    </message>
    <message>
        <source>Kubernetes Secret</source>
        <translation>Sekret Kubernetes</translation>
    </message>
    <message>
        <source>HashiCorp Vault, KV version 2</source>
        <translation>HashiCorp Vault, KV wersja 2</translation>
    </message>
    <message>
        <source>Fingerprint, or e-mail address of a key you signed</source>
        <translation>Odcisk lub e-mail podpisanego klucza</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Handed over to %1, which only you can read.</source>
        <translation>Przekazano do %1; tylko Ty możesz odczytać ten plik.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>Nie można zapisać pliku %1.</translation>
    </message>
    <message>
        <source>On the clipboard for 30 seconds.</source>
        <translation>W schowku przez 30 sekund.</translation>
    </message>
    <message>
        <source>Asking the keychain...</source>
        <translation>Odpytywanie pęku kluczy...</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Odbiorca</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::HelpWindow</name>
    <message>
        <source>How Jetbridge works</source>
        <translation>Jak działa Jetbridge</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::HiddenNames</name>
    <message>
        <source>Hide customers&apos; names</source>
        <translation>Ukryj nazwy klientów</translation>
    </message>
    <message>
        <source>An onboarding is under way</source>
        <translation>Trwa podłączanie</translation>
    </message>
    <message>
        <source>Finish or cancel it first: the pages are built again.</source>
        <translation>Najpierw ją zakończ albo anuluj: strony są budowane od nowa.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::InvitationsCard</name>
    <message>
        <source>Pending</source>
        <translation>Oczekuje</translation>
    </message>
    <message>
        <source>Page opened</source>
        <translation>Strona otwarta</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Zalogowano</translation>
    </message>
    <message>
        <source>Being connected</source>
        <translation>W trakcie łączenia</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Odrzucono</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Wycofano</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Wygasło</translation>
    </message>
    <message>
        <source>New code...</source>
        <translation>Nowy kod...</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Wycofaj</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Zaproszenia</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Ważne do</translation>
    </message>
    <message>
        <source>Withdraw the invitation of %1?</source>
        <translation>Wycofać zaproszenie firmy %1?</translation>
    </message>
    <message>
        <source>Its code is worth nothing any more. You can invite the company again.</source>
        <translation>Jego kod przestanie działać. Możesz zaprosić firmę ponownie.</translation>
    </message>
    <message>
        <source>Too late: the customer has decided, or it had ended.</source>
        <translation>Za późno: klient już zdecydował albo zaproszenie się skończyło.</translation>
    </message>
    <message>
        <source>The invitation is withdrawn.</source>
        <translation>Zaproszenie jest wycofane.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Zatwierdzono</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::InviteDialog</name>
    <message>
        <source>Create invitation</source>
        <translation>Utwórz zaproszenie</translation>
    </message>
    <message>
        <source>Invite a customer</source>
        <translation>Zaproś klienta</translation>
    </message>
    <message>
        <source>The earlier code of %1 ends, and a new one is made.</source>
        <translation>Wcześniejszy kod firmy %1 wygasa i powstaje nowy.</translation>
    </message>
    <message>
        <source>Makes a one-time code and a mail for the customer&apos;s administrator. What they approve is carried out by this window or by `jetbridge-cli serve`, whichever runs then.</source>
        <translation>Tworzy kod jednorazowy i wiadomość dla administratora klienta. To, co zatwierdzi, wykona to okno lub `jetbridge-cli serve` – to, co będzie wtedy działać.</translation>
    </message>
    <message>
        <source>Identifier in SmartRecruiters</source>
        <translation>Identyfikator w SmartRecruiters</translation>
    </message>
    <message>
        <source>Company identifier</source>
        <translation>Identyfikator firmy</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>Ważne przez</translation>
    </message>
    <message>
        <source>Language of the mail</source>
        <translation>Język wiadomości</translation>
    </message>
    <message>
        <source>Type the identifier again</source>
        <translation>Wpisz identyfikator ponownie</translation>
    </message>
    <message>
        <source>This is production: the approval connects a real customer.</source>
        <translation>To produkcja: zatwierdzenie połączy prawdziwego klienta.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Send the mail, and tell the administrator the code by another way, such as by phone. The code is shown here only.</source>
        <translation>Wyślij wiadomość, a kod przekaż inną drogą, na przykład telefonicznie. Kod jest pokazywany tylko tutaj.</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Kopiuj kod</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Kopiuj link</translation>
    </message>
    <message>
        <source>Copy mail</source>
        <translation>Kopiuj wiadomość</translation>
    </message>
    <message>
        <source>Save as .eml...</source>
        <translation>Zapisz jako .eml...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Kod jednorazowy</translation>
    </message>
    <message>
        <source>Link for the customer</source>
        <translation>Link dla klienta</translation>
    </message>
    <message>
        <source>Mail to the customer</source>
        <translation>Wiadomość do klienta</translation>
    </message>
    <message>
        <source>Creating the invitation...</source>
        <translation>Tworzenie zaproszenia...</translation>
    </message>
    <message>
        <source>Good until %1</source>
        <translation>Ważny do %1</translation>
    </message>
    <message>
        <source>Saved as %1. Mail programs open it as a draft.</source>
        <translation>Zapisano jako %1. Programy pocztowe otwierają ją jako wersję roboczą.</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n dzień</numerusform>
            <numerusform>%n dni</numerusform>
            <numerusform>%n dni</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::IssuedClientsCard</name>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Clients issued to SmartRecruiters, newest first</source>
        <translation>Klienci OAuth wydani dla SmartRecruiters, od najnowszych</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Wycofany</translation>
    </message>
    <message>
        <source>None yet. A bi-directional integration gives SmartRecruiters one for each customer.</source>
        <translation>Jeszcze żadnego. Integracja dwukierunkowa daje SmartRecruiters po jednym dla każdego klienta.</translation>
    </message>
    <message>
        <source>%L1 in all. Only the SHA-256 of a secret is kept here.</source>
        <translation>Razem %L1. Z sekretu przechowywany jest tu tylko skrót SHA-256.</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Ważny</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::JournalModel</name>
    <message>
        <source>Checking that the keychain can keep the customer&apos;s credentials</source>
        <translation>Sprawdzanie, czy pęk kluczy może przechować dane dostępowe klienta</translation>
    </message>
    <message>
        <source>Exchanging the master credentials for a bearer token</source>
        <translation>Wymiana głównych danych dostępowych na token Bearer</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>Oczekiwanie na klienta</translation>
    </message>
    <message>
        <source>Confirming the integration with SmartRecruiters</source>
        <translation>Potwierdzanie integracji w SmartRecruiters</translation>
    </message>
    <message>
        <source>Storing the customer-level credentials in the keychain</source>
        <translation>Zapisywanie danych dostępowych klienta w pęku kluczy</translation>
    </message>
    <message>
        <source>Sending the customer back to SmartRecruiters</source>
        <translation>Odsyłanie klienta do SmartRecruiters</translation>
    </message>
    <message>
        <source>Making the first call on the customer&apos;s behalf</source>
        <translation>Pierwsze wywołanie w imieniu klienta</translation>
    </message>
    <message>
        <source>Receiving a notification</source>
        <translation>Odbieranie powiadomienia</translation>
    </message>
    <message>
        <source>The keychain can keep the customer&apos;s credentials</source>
        <translation>Pęk kluczy może przechować dane dostępowe klienta</translation>
    </message>
    <message>
        <source>SmartRecruiters gave a bearer token for the master credentials</source>
        <translation>SmartRecruiters wydał token Bearer za główne dane dostępowe</translation>
    </message>
    <message>
        <source>The customer approved</source>
        <translation>Klient zatwierdził połączenie</translation>
    </message>
    <message>
        <source>SmartRecruiters confirmed the integration</source>
        <translation>SmartRecruiters potwierdził integrację</translation>
    </message>
    <message>
        <source>The customer-level credentials are in the keychain</source>
        <translation>Dane dostępowe klienta są w pęku kluczy</translation>
    </message>
    <message>
        <source>The customer may go back to SmartRecruiters</source>
        <translation>Klient może wrócić do SmartRecruiters</translation>
    </message>
    <message>
        <source>The first call on the customer&apos;s behalf worked</source>
        <translation>Pierwsze wywołanie w imieniu klienta zadziałało</translation>
    </message>
    <message>
        <source>A notification arrived</source>
        <translation>Przyszło powiadomienie</translation>
    </message>
    <message>
        <source>Browser: %1</source>
        <translation>Przeglądarka: %1</translation>
    </message>
    <message>
        <source>Browser sent a form to %1</source>
        <translation>Przeglądarka wysłała formularz do %1</translation>
    </message>
    <message>
        <source>Browser was sent on to %1</source>
        <translation>Przeglądarkę przekierowano do %1</translation>
    </message>
    <message>
        <source>Frame in the page: %1</source>
        <translation>Ramka na stronie: %1</translation>
    </message>
    <message>
        <source>A page does not let itself be shown in a frame: %1</source>
        <translation>Strona nie pozwala się pokazać w ramce: %1</translation>
    </message>
    <message>
        <source>The page was refused: %1</source>
        <translation>Odmówiono stronie: %1</translation>
    </message>
    <message>
        <source>A script of the page reported: %1</source>
        <translation>Skrypt strony zgłasza: %1</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>otwarto</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>wysłano</translation>
    </message>
    <message>
        <source>redirected</source>
        <translation>przekierowano</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>zablokowano</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>odmówiono</translation>
    </message>
    <message>
        <source>error</source>
        <translation>błąd</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>niepowodzenie</translation>
    </message>
    <message>
        <source>running</source>
        <translation>w toku</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gotowe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nieznane</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Czas</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Co się stało</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Wynik</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Trwało</translation>
    </message>
    <message>
        <source>Deleting the customer&apos;s credentials here</source>
        <translation>Usuwanie danych dostępowych klienta</translation>
    </message>
    <message>
        <source>The customer&apos;s credentials were deleted here</source>
        <translation>Dane dostępowe klienta zostały tutaj usunięte</translation>
    </message>
    <message>
        <source>Handing over the customer-level credentials</source>
        <translation>Przekazywanie danych dostępowych klienta</translation>
    </message>
    <message>
        <source>The customer-level credentials were handed over</source>
        <translation>Dane dostępowe klienta zostały przekazane</translation>
    </message>
    <message>
        <source>open</source>
        <translation>otwórz</translation>
    </message>
    <message>
        <source>Keeping what the customer had before as history</source>
        <translation>Zachowywanie w historii tego, co klient miał wcześniej</translation>
    </message>
    <message>
        <source>Putting other master credentials to use</source>
        <translation>Wprowadzanie innych głównych danych uwierzytelniających</translation>
    </message>
    <message>
        <source>The customer was onboarded again: what was before is history</source>
        <translation>Klient został podłączony ponownie: to, co było wcześniej, jest w historii</translation>
    </message>
    <message>
        <source>Other master credentials are in use</source>
        <translation>Używane są inne główne dane uwierzytelniające</translation>
    </message>
    <message>
        <source>%1 left a cookie: %2</source>
        <translation>%1 pozostawił ciasteczko: %2</translation>
    </message>
    <message>
        <source>cookie</source>
        <translation>ciasteczko</translation>
    </message>
    <message>
        <source>Getting endpoints and master credentials ready</source>
        <translation>Przygotowanie punktów końcowych i głównych danych dostępowych</translation>
    </message>
    <message>
        <source>Endpoints and master credentials are ready</source>
        <translation>Punkty końcowe i główne dane dostępowe są gotowe</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>anulowano</translation>
    </message>
    <message>
        <source>A token was given; no scope allows a call on the customer&apos;s behalf</source>
        <translation>Token został wydany; żadne uprawnienie nie pozwala na wywołanie w imieniu klienta</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: niepowodzenie</translation>
    </message>
    <message>
        <source>%1: outcome unknown</source>
        <translation>%1: wynik nieznany</translation>
    </message>
    <message>
        <source>Browser could not load %1: %2</source>
        <translation>Przeglądarka nie mogła wczytać %1: %2</translation>
    </message>
    <message>
        <source>%1 answered with the status %2</source>
        <translation>%1 odpowiedział statusem %2</translation>
    </message>
    <message>
        <source>The page of %1 asked: %2</source>
        <translation>Strona %1 zapytała: %2</translation>
    </message>
    <message>
        <source>The page opened a window: %1</source>
        <translation>Strona otworzyła okno: %1</translation>
    </message>
    <message>
        <source>The page&apos;s window was closed: %1</source>
        <translation>Okno strony zamknięto: %1</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>zapytano</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zamknięto</translation>
    </message>
    <message>
        <source>Asking your oauthTokenUrl for a token, as SmartRecruiters will</source>
        <translation>Prosi Twój oauthTokenUrl o token, tak jak zrobi to SmartRecruiters</translation>
    </message>
    <message>
        <source>Your oauthTokenUrl gave a token for the customer&apos;s new pair</source>
        <translation>Twój oauthTokenUrl wydał token dla nowej pary klienta</translation>
    </message>
    <message>
        <source>Registering a client for the customer at your own server</source>
        <translation>Rejestracja klienta OAuth w Twoim własnym serwerze</translation>
    </message>
    <message>
        <source>Your own server has a client for the customer</source>
        <translation>Twój własny serwer ma klienta OAuth dla tego klienta</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::JournalView</name>
    <message>
        <source>What happened</source>
        <translation>Co się stało</translation>
    </message>
    <message>
        <source>redirected</source>
        <translation>przekierowano</translation>
    </message>
    <message>
        <source>open</source>
        <translation>otwórz</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::LeastPrivilegeHint</name>
    <message>
        <source>Judged by the names of scopes and addresses in the recorded traffic. What your own backend calls is not seen here.</source>
        <translation>Ocena na podstawie nazw zakresów i adresów w zapisanym ruchu. Wywołań Twojego własnego backendu tu nie widać.</translation>
    </message>
    <message>
        <source>Never used in the recorded traffic: %1. Ask for no more than you need.</source>
        <translation>W zapisanym ruchu nigdy nie użyto: %1. Proś tylko o to, co jest potrzebne.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::MainWindow</name>
    <message>
        <source>locked or missing</source>
        <translation>zablokowany albo go brak</translation>
    </message>
    <message>
        <source>port taken</source>
        <translation>port zajęty</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>zatrzymano</translation>
    </message>
    <message>
        <source>ready on 127.0.0.1:%1</source>
        <translation>gotowe na 127.0.0.1:%1</translation>
    </message>
    <message>
        <source>cannot start</source>
        <translation>nie można uruchomić</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::NewEnvironmentDialog</name>
    <message>
        <source>Add</source>
        <translation>Dodaj</translation>
    </message>
    <message>
        <source>Add an environment</source>
        <translation>Dodaj środowisko</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Symulator</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox (testy)</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produkcja</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Rodzaj</translation>
    </message>
    <message>
        <source>An environment of this name exists already.</source>
        <translation>Środowisko o tej nazwie już istnieje.</translation>
    </message>
    <message>
        <source>Up to 32 characters: a-z, 0-9 and -. The kind cannot be changed later, because the credentials belong to it.</source>
        <translation>Do 32 znaków: a-z, 0-9 i -. Rodzaju nie można później zmienić, ponieważ dane dostępowe do niego należą.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::NewSinkDialog</name>
    <message>
        <source>One argument per line. {event}, {companyId}, {integrationId}, {clientId}, {environment} and {deliveryId} are replaced. No argument can contain a secret.</source>
        <translation>Jeden argument wpisz w osobnym wierszu. {event}, {companyId}, {integrationId}, {clientId}, {environment} i {deliveryId} są zastępowane. Żaden argument nie może zawierać sekretu.</translation>
    </message>
    <message>
        <source>%1: enter the whole path, which begins with /.</source>
        <translation>%1: podaj pełną ścieżkę, która zaczyna się od /.</translation>
    </message>
    <message>
        <source>I understand the secret will be unencrypted</source>
        <translation>Rozumiem, że sekret nie będzie zaszyfrowany</translation>
    </message>
    <message>
        <source>Also deliver the credentials that exist already</source>
        <translation>Dostarcz też istniejące dane dostępowe</translation>
    </message>
    <message>
        <source>Check and add</source>
        <translation>Sprawdź i dodaj</translation>
    </message>
    <message>
        <source>Add a sink</source>
        <translation>Dodawanie odbiornika</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Folder of files</source>
        <translation>Folder z plikami</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>HashiCorp Vault or OpenBao</source>
        <translation>HashiCorp Vault lub OpenBao</translation>
    </message>
    <message>
        <source>Encrypted for one person (gpg)</source>
        <translation>Zaszyfrowane dla jednej osoby (gpg)</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>Obiekt JSON</translation>
    </message>
    <message>
        <source>.env file</source>
        <translation>Plik .env</translation>
    </message>
    <message>
        <source>Kubernetes Secret</source>
        <translation>Sekret Kubernetes</translation>
    </message>
    <message>
        <source>HashiCorp Vault, KV version 2</source>
        <translation>HashiCorp Vault, KV wersja 2</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Names of environment variables that the program gets, with spaces between them.</source>
        <translation>Nazwy zmiennych środowiskowych, które otrzymuje program, rozdzielone spacjami.</translation>
    </message>
    <message>
        <source>It must contain {integrationId}; {companyId} and {environment} are replaced, too.</source>
        <translation>Musi zawierać {integrationId}; {companyId} i {environment} też są zastępowane.</translation>
    </message>
    <message>
        <source>The same arguments</source>
        <translation>Te same argumenty</translation>
    </message>
    <message>
        <source>The root namespace</source>
        <translation>Główna przestrzeń nazw</translation>
    </message>
    <message>
        <source>None: the secret is a token</source>
        <translation>Brak: sekret to token</translation>
    </message>
    <message>
        <source>Fingerprint, or e-mail address of a key you signed</source>
        <translation>Odcisk lub e-mail podpisanego klucza</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Rodzaj</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumenty</translation>
    </message>
    <message>
        <source>Arguments for taking back</source>
        <translation>Argumenty wycofania</translation>
    </message>
    <message>
        <source>Passed variables</source>
        <translation>Przekazane zmienne</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Limit czasu</translation>
    </message>
    <message>
        <source>Address of Vault</source>
        <translation>Adres Vault</translation>
    </message>
    <message>
        <source>Mount</source>
        <translation>Punkt montowania</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ścieżka</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Przestrzeń nazw</translation>
    </message>
    <message>
        <source>Role ID (AppRole)</source>
        <translation>ID roli (AppRole)</translation>
    </message>
    <message>
        <source>Mount of the AppRole</source>
        <translation>Punkt montowania AppRole</translation>
    </message>
    <message>
        <source>Token or secret ID</source>
        <translation>Token lub secret ID</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Odbiorca</translation>
    </message>
    <message>
        <source>Enter the recipient of the encrypted documents.</source>
        <translation>Podaj odbiorcę zaszyfrowanych dokumentów.</translation>
    </message>
    <message>
        <source>In this format the secret leaves unencrypted: confirm it, or choose gpg.</source>
        <translation>W tym formacie sekret wychodzi niezaszyfrowany: potwierdź to albo wybierz gpg.</translation>
    </message>
    <message>
        <source>Asking the sink...</source>
        <translation>Odpytywanie odbiornika...</translation>
    </message>
    <message>
        <source>Send the credentials, too</source>
        <translation>Wysyłaj także dane uwierzytelniające</translation>
    </message>
    <message>
        <source>Signed webhook</source>
        <translation>Podpisany webhook</translation>
    </message>
    <message>
        <source>Webhooks are signed with the environment&apos;s webhook secret.</source>
        <translation>Webhooki są podpisywane sekretem webhooka środowiska.</translation>
    </message>
    <message>
        <source>Without them, your backend is told of the event and the customer only.</source>
        <translation>Bez nich Twój backend dowiaduje się tylko o zdarzeniu i kliencie.</translation>
    </message>
    <message>
        <source>Address of your backend</source>
        <translation>Adres Twojego backendu</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::OnboardForm</name>
    <message>
        <source>Here</source>
        <translation>Tutaj</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Przeglądarka</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Tryb</translation>
    </message>
    <message>
        <source>The customer leaves SmartRecruiters for your page and comes back.</source>
        <translation>Klient przechodzi ze SmartRecruiters na Twoją stronę i wraca.</translation>
    </message>
    <message>
        <source>Your page appears in a frame on SmartRecruiters&apos; page.</source>
        <translation>Twoja strona pojawia się w ramce na stronie SmartRecruiters.</translation>
    </message>
    <message>
        <source>Bi-directional</source>
        <translation>Dwukierunkowa</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Gdzie</translation>
    </message>
    <message>
        <source>In this window, for demos and tests.</source>
        <translation>W tym oknie, do pokazów i testów.</translation>
    </message>
    <message>
        <source>In your own web browser.</source>
        <translation>W Twojej przeglądarce.</translation>
    </message>
    <message>
        <source>A link and a code for the customer&apos;s administrator.</source>
        <translation>Link i kod dla administratora klienta.</translation>
    </message>
    <message>
        <source>Play the customer for me</source>
        <translation>Zagraj klienta za mnie</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Uruchom</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Company identifier</source>
        <translation>Identyfikator firmy</translation>
    </message>
    <message>
        <source>Identifier in SmartRecruiters</source>
        <translation>Identyfikator w SmartRecruiters</translation>
    </message>
    <message>
        <source>SmartRecruiters may call your application too.</source>
        <translation>SmartRecruiters może też wywoływać Twoją aplikację.</translation>
    </message>
    <message>
        <source>Grants, types the code and approves in the embedded page, at a pace that people can follow.</source>
        <translation>Udziela uprawnień, wpisuje kod i zatwierdza na osadzonej stronie, w tempie, za którym można nadążyć.</translation>
    </message>
    <message>
        <source>Mode and direction are those of your application.</source>
        <translation>Tryb i kierunek są takie jak w Twojej aplikacji.</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>bi-directional</source>
        <translation>dwukierunkowa</translation>
    </message>
    <message>
        <source>one-way</source>
        <translation>jednokierunkowa</translation>
    </message>
    <message>
        <source>in this window</source>
        <translation>w tym oknie</translation>
    </message>
    <message>
        <source>in the web browser</source>
        <translation>w przeglądarce</translation>
    </message>
    <message>
        <source>by link</source>
        <translation>przez link</translation>
    </message>
    <message>
        <source>This is production: the approval connects a real customer.</source>
        <translation>To jest środowisko produkcyjne: zatwierdzenie połączy prawdziwego klienta.</translation>
    </message>
    <message>
        <source>Type the company&apos;s identifier to confirm</source>
        <translation>Wpisz identyfikator firmy, aby potwierdzić</translation>
    </message>
    <message>
        <source>Several companies have this name: %1. Choose one of the list, or type its identifier.</source>
        <translation>Tę nazwę ma kilka firm: %1. Wybierz jedną z listy albo wpisz jej identyfikator.</translation>
    </message>
    <message>
        <source>Your own authorization server serves oauthTokenUrl: make a client for this customer there and enter it here. It is kept in the memory of this program until the customer approves. Another process cannot finish this onboarding, and after quitting you must start again.</source>
        <translation>oauthTokenUrl obsługuje Twój własny serwer autoryzacji: utwórz tam klienta OAuth dla tego klienta i wpisz go tutaj. Pozostaje w pamięci tego programu, dopóki klient nie wyrazi zgody. Inny proces nie może dokończyć tego podłączania, a po zamknięciu programu trzeba zacząć od nowa.</translation>
    </message>
    <message>
        <source>Customer&apos;s client ID</source>
        <translation>clientId klienta</translation>
    </message>
    <message>
        <source>Customer&apos;s client secret</source>
        <translation>clientSecret klienta</translation>
    </message>
    <message>
        <source>Consented elsewhere</source>
        <translation>Zgoda wyrażona gdzie indziej</translation>
    </message>
    <message>
        <source>The customer has granted the scopes in SmartRecruiters and approved on a consent page of your own.</source>
        <translation>Klient przyznał zakresy w SmartRecruiters i wyraził zgodę na Twojej własnej stronie zgody.</translation>
    </message>
    <message>
        <source>Who approved</source>
        <translation>Kto wyraził zgodę</translation>
    </message>
    <message>
        <source>Name of the administrator</source>
        <translation>Imię i nazwisko administratora</translation>
    </message>
    <message>
        <source>Start confirms with SmartRecruiters at once. The name is kept with the customer.</source>
        <translation>„Uruchom” od razu potwierdza w SmartRecruiters. Imię i nazwisko jest zapisywane przy kliencie.</translation>
    </message>
    <message>
        <source>consented elsewhere</source>
        <translation>zgoda wyrażona gdzie indziej</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::OnboardPage</name>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Change options</source>
        <translation>Zmień wybór</translation>
    </message>
    <message>
        <source>The customer&apos;s page is open in your web browser.</source>
        <translation>Strona klienta jest otwarta w Twojej przeglądarce.</translation>
    </message>
    <message>
        <source>No web browser could be started. Copy the link and open it yourself.</source>
        <translation>Nie udało się uruchomić przeglądarki. Skopiuj link i otwórz go samodzielnie.</translation>
    </message>
    <message>
        <source>Cancelled. This onboarding sent no confirm request to SmartRecruiters.</source>
        <translation>Anulowano. W tym wdrożeniu nie wysłano żądania potwierdzenia do SmartRecruiters.</translation>
    </message>
    <message>
        <source>Cancelled here, but the code could not be withdrawn for other programs on this data folder: they still accept it. %1 Jetbridge tries again by itself.</source>
        <translation>Anulowano tutaj, ale kodu nie udało się wycofać dla innych programów korzystających z tego folderu danych: nadal go przyjmują. %1 Jetbridge sam spróbuje ponownie.</translation>
    </message>
    <message>
        <source>The customer approved before the code was withdrawn. Customers shows what comes of it.</source>
        <translation>Klient wyraził zgodę, zanim kod został wycofany. Wynik widać na ekranie „Klienci”.</translation>
    </message>
    <message>
        <source>waiting for the customer&apos;s approval</source>
        <translation>oczekiwanie na zatwierdzenie przez klienta</translation>
    </message>
    <message>
        <source>approved; confirming with SmartRecruiters</source>
        <translation>zatwierdzono; potwierdzanie w SmartRecruiters</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>gotowe</translation>
    </message>
    <message>
        <source>received</source>
        <translation>otrzymano</translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation>w pęku kluczy</translation>
    </message>
    <message>
        <source>sent back to SmartRecruiters</source>
        <translation>odesłano do SmartRecruiters</translation>
    </message>
    <message>
        <source>the pop-up may close</source>
        <translation>okienko może się zamknąć</translation>
    </message>
    <message>
        <source>first call worked</source>
        <translation>pierwsze wywołanie zadziałało</translation>
    </message>
    <message>
        <source>Onboard a customer</source>
        <translation>Podłącz klienta</translation>
    </message>
    <message>
        <source>Onboard %1</source>
        <translation>Podłączanie: %1</translation>
    </message>
    <message>
        <source>The pages that the customer sees are shown here.</source>
        <translation>Tutaj pojawiają się strony, które widzi klient.</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Nowy kod</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Onboard</source>
        <translation>Podłączanie</translation>
    </message>
    <message>
        <source>Page navigation</source>
        <translation>Przejścia strony</translation>
    </message>
    <message numerus="yes">
        <source>Page navigation (%n problems)</source>
        <translation>
            <numerusform>Przejścia strony (%n problem)</numerusform>
            <numerusform>Przejścia strony (%n problemy)</numerusform>
            <numerusform>Przejścia strony (%n problemów)</numerusform>
        </translation>
    </message>
    <message>
        <source>confirmed, but not stored yet</source>
        <translation>potwierdzone, ale jeszcze niezapisane</translation>
    </message>
    <message>
        <source>the customer&apos;s page was told to wait</source>
        <translation>strona klienta dostała polecenie czekania</translation>
    </message>
    <message>
        <source>The request to confirm was sent and cannot be cancelled. Its result will be recorded.</source>
        <translation>Żądanie potwierdzenia zostało wysłane i nie można go anulować. Jego wynik zostanie odnotowany.</translation>
    </message>
    <message>
        <source>Page navigation, newest first</source>
        <translation>Przejścia strony, od najnowszych</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Co się stało</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Zacznij od nowa</translation>
    </message>
    <message>
        <source>Send the link and the one-time code to the customer through separate channels. This screen updates as they go.</source>
        <translation>Wyślij klientowi link i kod jednorazowy osobnymi kanałami. Ten ekran na bieżąco pokazuje postęp.</translation>
    </message>
    <message>
        <source>declined by the customer</source>
        <translation>odrzucone przez klienta</translation>
    </message>
    <message>
        <source>a token was given</source>
        <translation>token wydany</translation>
    </message>
    <message>
        <source>The customer has consented on a page of your own: there is nothing to open.</source>
        <translation>Klient wyraził zgodę na Twojej własnej stronie: nie ma czego otwierać.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::OutcomeUnknownCard</name>
    <message>
        <source>Copy text for SmartRecruiters</source>
        <translation>Kopiuj tekst dla SmartRecruiters</translation>
    </message>
    <message>
        <source>It exists at SmartRecruiters</source>
        <translation>Istnieje w SmartRecruiters</translation>
    </message>
    <message>
        <source>It does not exist there</source>
        <translation>Tam nie istnieje</translation>
    </message>
    <message>
        <source>Disable in simulator</source>
        <translation>Wyłącz w symulatorze</translation>
    </message>
    <message>
        <source>The customer approves once more, and the confirm request is sent a second time. This entry stays until new credentials replace it.</source>
        <translation>Klient zatwierdza jeszcze raz, a żądanie potwierdzenia jest wysyłane po raz drugi. Ten wpis pozostaje, dopóki nie zastąpią go nowe dane dostępowe.</translation>
    </message>
    <message>
        <source>%1 has disabled the integration: start again</source>
        <translation>Firma %1 wyłączyła integrację: zacznij od nowa</translation>
    </message>
    <message>
        <source>%1 is connected at SmartRecruiters, but not here</source>
        <translation>Firma %1 jest połączona w SmartRecruiters, ale nie tutaj</translation>
    </message>
    <message>
        <source>We do not know yet whether %1 is connected</source>
        <translation>Jeszcze nie wiemy, czy firma %1 jest połączona</translation>
    </message>
    <message>
        <source>What we know: the customer approved, and the confirm request was sent. Jetbridge won&apos;t resend it automatically.</source>
        <translation>Co wiemy: klient zatwierdził, a żądanie potwierdzenia zostało wysłane. Jetbridge nie wyśle go ponownie automatycznie.</translation>
    </message>
    <message>
        <source>What we don&apos;t know: whether SmartRecruiters acted on it. No customer-level credentials came. %1</source>
        <translation>Czego nie wiemy: czy SmartRecruiters je wykonał. Dane dostępowe klienta nie nadeszły. %1</translation>
    </message>
    <message>
        <source>Evidence: SmartRecruiters has told us that the customer disabled the integration. It did exist, but its credentials never reached us.</source>
        <translation>Dowód: SmartRecruiters poinformował nas, że klient wyłączył integrację. Istniała, ale jej dane dostępowe nigdy do nas nie dotarły.</translation>
    </message>
    <message>
        <source>Evidence: SmartRecruiters has used the credentials that we sent with the request, so the integration exists there. Its customer-level credentials never reached us.</source>
        <translation>Dowód: SmartRecruiters użył danych dostępowych, które wysłaliśmy z żądaniem, więc integracja tam istnieje. Jej dane dostępowe klienta nigdy do nas nie dotarły.</translation>
    </message>
    <message>
        <source>Evidence: none. SmartRecruiters has not asked your oauthTokenUrl with the credentials that we sent, which proves nothing.</source>
        <translation>Dowód: brak. SmartRecruiters nie zapytał oauthTokenUrl, używając wysłanych danych dostępowych; to niczego nie dowodzi.</translation>
    </message>
    <message>
        <source>Evidence: none. A one-way integration cannot show by itself whether it exists.</source>
        <translation>Dowód: brak. Integracja jednokierunkowa sama nie może pokazać, czy istnieje.</translation>
    </message>
    <message>
        <source>Find out first: does the customer&apos;s Apps &amp; Integrations page show the integration? The Partner &amp; API Team can also check.</source>
        <translation>Najpierw sprawdź: czy strona Apps &amp; Integrations klienta pokazuje tę integrację? Zespół Partner &amp; API Team też może to sprawdzić.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Zacznij od nowa</translation>
    </message>
    <message>
        <source>Jetbridge removes this entry, and the customer approves once more. The history stays.</source>
        <translation>Jetbridge usuwa ten wpis, a klient zatwierdza jeszcze raz. Historia pozostaje.</translation>
    </message>
    <message>
        <source>The customer disables the integration at SmartRecruiters, because nobody can use it without its credentials. Then Jetbridge removes this entry, and the customer approves once more.</source>
        <translation>Klient wyłącza integrację w SmartRecruiters, bo bez jej danych dostępowych nikt nie może jej używać. Potem Jetbridge usuwa ten wpis, a klient zatwierdza jeszcze raz.</translation>
    </message>
    <message>
        <source>Has %1 disabled the integration?</source>
        <translation>Czy firma %1 wyłączyła integrację?</translation>
    </message>
    <message>
        <source>Jetbridge removes this entry, and credentials that we made for SmartRecruiters in this attempt stop working. The history stays. While the integration is still enabled, SmartRecruiters may refuse a second one.</source>
        <translation>Jetbridge usuwa ten wpis, a dane dostępowe, które w tej próbie utworzyliśmy dla SmartRecruiters, przestają działać. Historia pozostaje. Dopóki integracja jest włączona, SmartRecruiters może odrzucić drugą.</translation>
    </message>
    <message>
        <source>It is disabled: start again</source>
        <translation>Jest wyłączona: zacznij od nowa</translation>
    </message>
    <message>
        <source>The customer disabled the integration in the simulator. You can start again.</source>
        <translation>Klient wyłączył integrację w symulatorze. Można zacząć od nowa.</translation>
    </message>
    <message>
        <source>The simulator has no enabled integration that this request created.</source>
        <translation>Symulator nie ma włączonej integracji utworzonej przez to żądanie.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::PresenterPanel</name>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Następny krok</translation>
    </message>
    <message>
        <source>Show its screen</source>
        <translation>Pokaż jego ekran</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Zakończ pokaz</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Powiedz</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Kliknij</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Krok %1 z %2</translation>
    </message>
    <message>
        <source>Reset demo</source>
        <translation>Zacznij od nowa</translation>
    </message>
    <message>
        <source>Begins again, with everything as it was at the first step.</source>
        <translation>Zaczyna od początku, ze wszystkim jak w pierwszym kroku.</translation>
    </message>
    <message>
        <source>Preparing...</source>
        <translation>Przygotowuję...</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::QuestionCard</name>
    <message>
        <source>The page of %1 says:</source>
        <translation>Strona %1 informuje:</translation>
    </message>
    <message>
        <source>The page of %1 asks:</source>
        <translation>Strona %1 pyta:</translation>
    </message>
    <message>
        <source>Leave the page of %1?</source>
        <translation>Opuścić stronę %1?</translation>
    </message>
    <message>
        <source>%1 asks for a user name and a password.</source>
        <translation>%1 wymaga nazwy użytkownika i hasła.</translation>
    </message>
    <message>
        <source>The proxy %1 asks for a user name and a password.</source>
        <translation>Serwer proxy %1 wymaga nazwy użytkownika i hasła.</translation>
    </message>
    <message>
        <source>Send the form to %1 once more?</source>
        <translation>Wysłać formularz do %1 jeszcze raz?</translation>
    </message>
    <message>
        <source>It asks before it is left: what was typed there may be lost.</source>
        <translation>Strona pyta, zanim zostanie opuszczona: wpisane tam dane mogą przepaść.</translation>
    </message>
    <message>
        <source>The page came from a form that was sent. Loading it again sends the form again, and what it does is then done twice.</source>
        <translation>Ta strona powstała z wysłanego formularza. Ponowne wczytanie wyśle formularz jeszcze raz, a jego skutek nastąpi dwukrotnie.</translation>
    </message>
    <message>
        <source>The user name or the password was wrong. It calls itself &quot;%1&quot;.</source>
        <translation>Nazwa użytkownika lub hasło były błędne. Obszar nazywa się &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>It calls itself &quot;%1&quot;.</source>
        <translation>Obszar nazywa się &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Opuść</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Zaloguj się</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Wyślij ponownie</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Stop this page</source>
        <translation>Zatrzymaj tę stronę</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Odpowiedź</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nazwa użytkownika</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Hasło</translation>
    </message>
    <message>
        <source>Ends the page, whose questions may never end. It can be loaded again.</source>
        <translation>Kończy stronę, której pytania mogą się nie skończyć. Można ją wczytać ponownie.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Zostań</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::Quitting</name>
    <message>
        <source>Credentials are not stored yet</source>
        <translation>Dane dostępowe nie są jeszcze zapisane</translation>
    </message>
    <message>
        <source>SmartRecruiters showed the customer-level credentials of %1 once. %2 The keychain has them: if you quit, the next start finds them.</source>
        <translation>SmartRecruiters pokazał dane dostępowe klienta %1 jeden raz. %2 Są w pęku kluczy: po zamknięciu programu znajdzie je następne uruchomienie.</translation>
    </message>
    <message>
        <source>SmartRecruiters showed the customer-level credentials of %1 once. %2 Quitting loses them: the customer must then disable the integration and be onboarded again.</source>
        <translation>SmartRecruiters pokazał dane dostępowe klienta %1 jeden raz. %2 Zamknięcie programu oznacza ich utratę: klient musi wtedy wyłączyć integrację i zostać podłączony ponownie.</translation>
    </message>
    <message>
        <source>An onboarding is under way</source>
        <translation>Trwa podłączanie klienta</translation>
    </message>
    <message>
        <source>The customer&apos;s one-time code ends when Jetbridge quits. A confirm request that was sent already is noted as &quot;outcome unknown&quot;.</source>
        <translation>Kod jednorazowy klienta straci ważność, gdy Jetbridge zostanie zamknięty. Wysłane już żądanie potwierdzenia zostanie odnotowane jako „wynik nieznany”.</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>Kontynuuj</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Zakończ</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::RateMeter</name>
    <message>
        <source>Calls</source>
        <translation>Wywołania</translation>
    </message>
    <message>
        <source>%1: %2 of %3 a second, %4 of %5 at once, %6 waiting</source>
        <translation>%1: %2 z %3 na sekundę, %4 z %5 naraz, %6 czeka</translation>
    </message>
    <message>
        <source>SmartRecruiters asks to wait %1 s</source>
        <translation>SmartRecruiters prosi, by zaczekać %1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n wait for their turn</source>
        <translation>
            <numerusform>%n czeka na swoją kolej</numerusform>
            <numerusform>%n czekają na swoją kolej</numerusform>
            <numerusform>%n czeka na swoją kolej</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::RefusedCard</name>
    <message>
        <source>Received</source>
        <translation>Odebrano</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Żądanie</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Refused requests, newest first</source>
        <translation>Odrzucone żądania, od najnowszych</translation>
    </message>
    <message>
        <source>Nothing was refused at consentUrl, oauthTokenUrl and callbackUrl lately.</source>
        <translation>Ostatnio niczego nie odrzucono pod consentUrl, oauthTokenUrl i callbackUrl.</translation>
    </message>
    <message>
        <source>The last ones at consentUrl, oauthTokenUrl and callbackUrl, newest first.</source>
        <translation>Ostatnie pod consentUrl, oauthTokenUrl i callbackUrl, od najnowszych.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Powód</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::RegistrationsCard</name>
    <message>
        <source>Requested</source>
        <translation>Zażądano</translation>
    </message>
    <message>
        <source>Waits for the confirmation</source>
        <translation>Czeka na potwierdzenie</translation>
    </message>
    <message>
        <source>In use, your backend is not told yet</source>
        <translation>W użyciu, Twój backend jeszcze o tym nie wie</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>W użyciu</translation>
    </message>
    <message>
        <source>Withdrawn, your backend is not told yet</source>
        <translation>Wycofany, Twój backend jeszcze o tym nie wie</translation>
    </message>
    <message>
        <source>To be deleted</source>
        <translation>Do usunięcia</translation>
    </message>
    <message>
        <source>May exist there</source>
        <translation>Może tam istnieć</translation>
    </message>
    <message>
        <source>It is not tried again until you press &quot;Try again now&quot;.</source>
        <translation>Kolejna próba nastąpi dopiero, gdy naciśniesz „Spróbuj teraz ponownie”.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Kolejna próba nastąpi samoczynnie.</translation>
    </message>
    <message>
        <source>A client named &quot;%1&quot; may exist in your authorization server: look for it and delete it there, then close it here. Tokens that it got stay valid until they expire.</source>
        <translation>Na Twoim serwerze autoryzacji może istnieć klient OAuth o nazwie „%1”: odszukaj go i usuń, a potem zamknij go tutaj. Tokeny, które otrzymał, są ważne do wygaśnięcia.</translation>
    </message>
    <message>
        <source>Your backend is still to be told that &quot;%1&quot; is withdrawn.</source>
        <translation>Twój backend musi się jeszcze dowiedzieć, że „%1” został wycofany.</translation>
    </message>
    <message>
        <source>Your backend is still to be told that &quot;%1&quot; is committed.</source>
        <translation>Twój backend musi się jeszcze dowiedzieć, że „%1” jest ostateczny.</translation>
    </message>
    <message>
        <source>If you do it there yourself, close it here.</source>
        <translation>Jeśli zrobisz to tam samodzielnie, zamknij go tutaj.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is to be deleted in your authorization server.</source>
        <translation>„%1” zostanie jeszcze usunięty z Twojego serwera autoryzacji.</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Client name</source>
        <translation>Nazwa klienta OAuth</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Spróbuj teraz ponownie</translation>
    </message>
    <message>
        <source>Close...</source>
        <translation>Zamknij...</translation>
    </message>
    <message>
        <source>Clients at your own server</source>
        <translation>Klienci OAuth na Twoim serwerze</translation>
    </message>
    <message>
        <source>None. If your own server serves oauthTokenUrl, the clients that Jetbridge has there are listed here.</source>
        <translation>Brak. Jeśli oauthTokenUrl obsługuje Twój własny serwer, tutaj widać klientów OAuth, których ma tam Jetbridge.</translation>
    </message>
    <message>
        <source>%L1 in all.</source>
        <translation>Razem %L1.</translation>
    </message>
    <message>
        <source>Left to be done at your own server: %L1. Choose a client to see what.</source>
        <translation>Do zrobienia na Twoim serwerze: %L1. Wybierz klienta OAuth, aby zobaczyć, co.</translation>
    </message>
    <message>
        <source>Tried again. What is left is listed.</source>
        <translation>Spróbowano ponownie. To, co pozostało, jest na liście.</translation>
    </message>
    <message>
        <source>Did you look for &quot;%1&quot; at your server?</source>
        <translation>Czy na swoim serwerze szukano „%1”?</translation>
    </message>
    <message>
        <source>Did you tell your backend of &quot;%1&quot; yourself?</source>
        <translation>Czy backend został już powiadomiony o „%1”?</translation>
    </message>
    <message>
        <source>Jetbridge will not tell your backend that the client is used.</source>
        <translation>Jetbridge nie powiadomi Twojego backendu, że klient OAuth jest używany.</translation>
    </message>
    <message>
        <source>It is neither tried nor listed any more. A client that still exists there gets tokens.</source>
        <translation>Nie będzie więcej prób ani wpisu na liście. Klient OAuth, który tam nadal istnieje, otrzymuje tokeny.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is closed.</source>
        <translation>„%1” jest zamknięty.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::ReplayForm</name>
    <message>
        <source>Change what is sent</source>
        <translation>Zmień to, co jest wysyłane</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Wyślij ponownie</translation>
    </message>
    <message>
        <source>The notification as it was received</source>
        <translation>Powiadomienie w odebranej postaci</translation>
    </message>
    <message>
        <source>Send it to</source>
        <translation>Wyślij do</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Brak</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Token Bearer</translation>
    </message>
    <message>
        <source>Sending...</source>
        <translation>Wysyłanie...</translation>
    </message>
    <message>
        <source>%1 answered %2 in %3 ms.</source>
        <translation>%1: odpowiedź %2 po %3 ms.</translation>
    </message>
    <message>
        <source>The body is not kept any more: the oldest go when they take too much room.</source>
        <translation>Treść nie jest już przechowywana: najstarsze są usuwane, gdy zajmują zbyt wiele miejsca.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::RequestsCard</name>
    <message>
        <source>Time</source>
        <translation>Czas</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Kierunek</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Żądanie</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Requests of the simulator, newest first</source>
        <translation>Żądania symulatora, od najnowszych</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Wyczyść</translation>
    </message>
    <message>
        <source>Clear the requests</source>
        <translation>Wyczyść żądania</translation>
    </message>
    <message>
        <source>What came to SmartRecruiters&apos; side and left from it. Secrets are masked.</source>
        <translation>Co przyszło na stronę SmartRecruiters i co z niej wyszło. Sekrety są zamaskowane.</translation>
    </message>
    <message>
        <source>to you</source>
        <translation>do Ciebie</translation>
    </message>
    <message>
        <source>from you</source>
        <translation>od Ciebie</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::RestoreDialog</name>
    <message>
        <source>Restore...</source>
        <translation>Przywróć...</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Przywracanie</translation>
    </message>
    <message>
        <source>A backup takes the place of what is in this data folder, which is kept beside it. The secrets go into this computer&apos;s keychain.</source>
        <translation>Kopia zapasowa zastępuje zawartość tego folderu danych, która zostaje zachowana obok. Sekrety trafiają do pęku kluczy tego komputera.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Kopia zapasowa</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Hasło</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Wybierz...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Wybierz kopię zapasową</translation>
    </message>
    <message>
        <source>Opening the backup and checking every byte...</source>
        <translation>Otwieranie kopii zapasowej i sprawdzanie każdego bajtu...</translation>
    </message>
    <message>
        <source>A backup of %1. Customers: %L2. Secrets: %L3.</source>
        <translation>Kopia zapasowa z %1. Klienci: %L2. Sekrety: %L3.</translation>
    </message>
    <message>
        <source>Restore this backup?</source>
        <translation>Przywrócić tę kopię zapasową?</translation>
    </message>
    <message>
        <source>Jetbridge closes, restores it into &quot;%1&quot; and starts again. What is there now is kept, in a folder &quot;before-restore&quot; there.</source>
        <translation>Jetbridge zamknie się, przywróci ją do „%1” i uruchomi ponownie. To, co jest tam teraz, zostanie zachowane w folderze „before-restore”.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::RestoreWindow</name>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Start Jetbridge</source>
        <translation>Uruchom Jetbridge</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Przywracanie</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Postęp</translation>
    </message>
    <message>
        <source>Restoring. Whatever ends this, the same restore goes on where it was.</source>
        <translation>Trwa przywracanie. Cokolwiek je przerwie, to samo przywracanie ruszy dalej od tego miejsca.</translation>
    </message>
    <message>
        <source>The backup was restored and compared. Customers: %L1. Secrets: %L2.</source>
        <translation>Przywrócono i porównano z kopią zapasową. Klienci: %L1. Sekrety: %L2.</translation>
    </message>
    <message>
        <source>What was there before is in %1.</source>
        <translation>To, co było tam wcześniej, jest w %1.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::ScopePicker</name>
    <message>
        <source>Choose scopes</source>
        <translation>Wybór zakresów</translation>
    </message>
    <message>
        <source>Ask for as little as you need: SmartRecruiters reviews each one. What may be called can also depend on the role of the integration&apos;s user.</source>
        <translation>Proś tylko o to, czego potrzebujesz: SmartRecruiters sprawdza każdy zakres. To, co wolno wywołać, może też zależeć od roli użytkownika integracji.</translation>
    </message>
    <message>
        <source>Search scopes</source>
        <translation>Szukaj zakresów</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Szukaj</translation>
    </message>
    <message>
        <source>Known scopes</source>
        <translation>Znane zakresy</translation>
    </message>
    <message>
        <source>Use these scopes</source>
        <translation>Użyj tych zakresów</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Zakres dostępu</translation>
    </message>
    <message>
        <source>What it allows</source>
        <translation>Na co pozwala</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::Screens</name>
    <message>
        <source>Home</source>
        <translation>Przegląd</translation>
    </message>
    <message>
        <source>Onboard</source>
        <translation>Podłączanie</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Klienci</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Punkty końcowe</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Symulator</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Ruch</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Aplikacja</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>Onboard a customer</source>
        <translation>Podłącz klienta</translation>
    </message>
    <message>
        <source>Search customers or traffic</source>
        <translation>Szukanie klientów lub ruchu</translation>
    </message>
    <message>
        <source>Verify the selected customers, check the addresses</source>
        <translation>Sprawdzenie wybranych klientów, sprawdzenie adresów</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Ta ściągawka</translation>
    </message>
    <message>
        <source>Close or cancel</source>
        <translation>Zamknięcie lub anulowanie</translation>
    </message>
    <message>
        <source>The customer&apos;s page larger</source>
        <translation>Większa strona klienta</translation>
    </message>
    <message>
        <source>The customer&apos;s page smaller</source>
        <translation>Mniejsza strona klienta</translation>
    </message>
    <message>
        <source>Reset the zoom of the customer&apos;s page</source>
        <translation>Zwykła wielkość strony klienta</translation>
    </message>
    <message>
        <source>An onboarding is under way</source>
        <translation>Trwa podłączanie klienta</translation>
    </message>
    <message>
        <source>Finish or cancel it first: this screen shows one onboarding at a time.</source>
        <translation>Najpierw je zakończ albo anuluj: ten ekran pokazuje tylko jedno podłączanie naraz.</translation>
    </message>
    <message numerus="yes">
        <source>%n customers disabled the integration</source>
        <translation>
            <numerusform>%n klient wyłączył integrację</numerusform>
            <numerusform>%n klienci wyłączyli integrację</numerusform>
            <numerusform>%n klientów wyłączyło integrację</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::SelectionPanel</name>
    <message>
        <source>Verify now</source>
        <translation>Sprawdź</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Eksportuj...</translation>
    </message>
    <message>
        <source>Forget...</source>
        <translation>Zapomnij...</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Postęp</translation>
    </message>
    <message numerus="yes">
        <source>%n customers selected</source>
        <translation>
            <numerusform>Wybrano %n klienta</numerusform>
            <numerusform>Wybrano %n klientów</numerusform>
            <numerusform>Wybrano %n klientów</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 done</source>
        <translation>Gotowe: %L1 z %L2</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::SequenceScene</name>
    <message>
        <source>HTTP exchanges</source>
        <translation>Wymiany HTTP</translation>
    </message>
    <message>
        <source>Recorded by Jetbridge; secrets were taken out.</source>
        <translation>Zapisane przez Jetbridge; sekrety usunięto.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::SequenceView</name>
    <message>
        <source>Sequence diagram</source>
        <translation>Diagram sekwencji</translation>
    </message>
    <message>
        <source>The exchanges of the list as arrows between four lanes. The arrow keys choose one; the list shows the same as text.</source>
        <translation>Wymiany z listy jako strzałki między czterema torami. Klawisze strzałek wybierają wymianę; lista pokazuje to samo jako tekst.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Środowiska</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Wygląd</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Jak w systemie</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Jasne</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Ciemne</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kolory</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Wielkość tekstu</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Uruchom ponownie teraz</translation>
    </message>
    <message>
        <source>Takes effect after a restart.</source>
        <translation>Zadziała po ponownym uruchomieniu.</translation>
    </message>
    <message>
        <source>Recorded traffic</source>
        <translation>Zapisany ruch</translation>
    </message>
    <message>
        <source>Off: nothing moves. On: as the system says.</source>
        <translation>Wyłączone: nic się nie porusza. Włączone: jak w systemie.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Ruch</translation>
    </message>
    <message>
        <source>100 to 200 %</source>
        <translation>od 100 do 200 %</translation>
    </message>
    <message>
        <source>Animate changes</source>
        <translation>Animuj zmiany</translation>
    </message>
    <message>
        <source>Embedded browser</source>
        <translation>Wbudowana przeglądarka</translation>
    </message>
    <message>
        <source>Asking the engine for its version ...</source>
        <translation>Sprawdzanie wersji przeglądarki ...</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Kopia zapasowa</translation>
    </message>
    <message>
        <source>Customers, settings and all secrets in one encrypted file. Without one, what is in the keychain ends with this computer.</source>
        <translation>Klienci, ustawienia i wszystkie sekrety w jednym zaszyfrowanym pliku. Bez niego to, co jest w pęku kluczy, zginie razem z tym komputerem.</translation>
    </message>
    <message>
        <source>Back up...</source>
        <translation>Utwórz kopię...</translation>
    </message>
    <message>
        <source>Restore...</source>
        <translation>Przywróć...</translation>
    </message>
    <message>
        <source>Delivery of credentials</source>
        <translation>Dostarczanie danych dostępowych</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::ShortcutsSheet</name>
    <message>
        <source>Keyboard</source>
        <translation>Klawiatura</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>How Jetbridge works</source>
        <translation>Jak działa Jetbridge</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::SimulatorPage</name>
    <message>
        <source>Simulator</source>
        <translation>Symulator</translation>
    </message>
    <message>
        <source>Open portal</source>
        <translation>Otwórz portal</translation>
    </message>
    <message>
        <source>Onboard</source>
        <translation>Podłączanie</translation>
    </message>
    <message>
        <source>Disable the integration</source>
        <translation>Wyłącz integrację</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Zatwierdź</translation>
    </message>
    <message>
        <source>Ask to adjust scopes</source>
        <translation>Poproś o zmianę zakresów</translation>
    </message>
    <message>
        <source>SmartRecruiters on this computer</source>
        <translation>SmartRecruiters na tym komputerze</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Firmy</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Usterki</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Zachowanie</translation>
    </message>
    <message>
        <source>Review of applications</source>
        <translation>Ocena aplikacji</translation>
    </message>
    <message>
        <source>Clock and reset</source>
        <translation>Zegar i reset</translation>
    </message>
    <message>
        <source>The faults were saved.</source>
        <translation>Usterki zostały ustawione.</translation>
    </message>
    <message>
        <source>It plays SmartRecruiters for rehearsals and demos. Nothing leaves this computer.</source>
        <translation>Gra rolę SmartRecruiters podczas prób i pokazów. Nic nie opuszcza tego komputera.</translation>
    </message>
    <message>
        <source>Address of the simulator</source>
        <translation>Adres symulatora</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identyfikator</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integracja</translation>
    </message>
    <message>
        <source>Companies of the simulator</source>
        <translation>Firmy symulatora</translation>
    </message>
    <message>
        <source>The customer disabled the integration. See Endpoints for what arrived.</source>
        <translation>Klient wyłączył integrację. To, co przyszło, widać w części „Punkty końcowe”.</translation>
    </message>
    <message>
        <source>As many as come</source>
        <translation>Bez ograniczeń</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Żądania na sekundę</translation>
    </message>
    <message>
        <source>Tokens are good for</source>
        <translation>Tokeny są ważne</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nigdy</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Zastosuj</translation>
    </message>
    <message>
        <source>The simulator behaves like this from now on.</source>
        <translation>Od teraz symulator zachowuje się w ten sposób.</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Aplikacja</translation>
    </message>
    <message>
        <source>What the partner should change</source>
        <translation>Co partner powinien zmienić</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Wiadomość</translation>
    </message>
    <message>
        <source>The application is approved.</source>
        <translation>Aplikacja jest zatwierdzona.</translation>
    </message>
    <message>
        <source>The partner is asked to adjust the scopes.</source>
        <translation>Partner został poproszony o zmianę zakresów.</translation>
    </message>
    <message>
        <source>Approved: customers see it.</source>
        <translation>Zatwierdzona: klienci ją widzą.</translation>
    </message>
    <message>
        <source>Not approved: customers cannot connect with it.</source>
        <translation>Niezatwierdzona: klienci nie mogą się z nią połączyć.</translation>
    </message>
    <message>
        <source>Scopes are to be adjusted: %1</source>
        <translation>Zakresy do zmiany: %1</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation>10 minut</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 godzinę</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 dzień</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 dni</translation>
    </message>
    <message>
        <source>Advance</source>
        <translation>Przestaw</translation>
    </message>
    <message>
        <source>Reset...</source>
        <translation>Resetuj...</translation>
    </message>
    <message>
        <source>The simulator&apos;s clock was advanced. This computer&apos;s clock is unchanged.</source>
        <translation>Zegar symulatora został przesunięty. Zegar tego komputera pozostaje bez zmian.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>działa</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>zatrzymano</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Uruchom</translation>
    </message>
    <message>
        <source>Stop the simulator</source>
        <translation>Zatrzymaj symulator</translation>
    </message>
    <message>
        <source>Start the simulator</source>
        <translation>Uruchom symulator</translation>
    </message>
    <message>
        <source>Simulator time: %1</source>
        <translation>Czas symulatora: %1</translation>
    </message>
    <message>
        <source>No application is registered yet.</source>
        <translation>Żadna aplikacja nie jest jeszcze zarejestrowana.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Połączona</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Wyłączona</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Brak</translation>
    </message>
    <message>
        <source>Reset the simulator?</source>
        <translation>Zresetować symulator?</translation>
    </message>
    <message>
        <source>It forgets every integration, consent and fault. Applications stay. Customers in your list stay too, but no call on their behalf will work any more.</source>
        <translation>Zapomni wszystkie integracje, zgody i usterki. Aplikacje pozostaną. Klienci na Twojej liście też pozostaną, ale żadne wywołanie w ich imieniu już nie zadziała.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Resetuj</translation>
    </message>
    <message>
        <source>The simulator was reset.</source>
        <translation>Symulator został zresetowany.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Żądania</translation>
    </message>
    <message>
        <source>Company ID</source>
        <translation>Identyfikator firmy</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>Nazwa firmy</translation>
    </message>
    <message>
        <source>Add this company</source>
        <translation>Dodaj tę firmę</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>Dodano: %1.</translation>
    </message>
    <message>
        <source>How often a notification that failed is sent once more.</source>
        <translation>Ile razy nieudane powiadomienie jest wysyłane ponownie.</translation>
    </message>
    <message>
        <source>Repeat notifications</source>
        <translation>Powtórzenia</translation>
    </message>
    <message>
        <source>Advance by</source>
        <translation>Przestaw do przodu o</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::SinkPreviewDialog</name>
    <message>
        <source>(no customer yet)</source>
        <translation>(jeszcze brak klienta)</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>Próba: %1</translation>
    </message>
    <message>
        <source>What %1 would get for the latest customers, at most %2 of them. Every secret is masked, and nothing is delivered.</source>
        <translation>Co %1 otrzyma dla najnowszych klientów, najwyżej %2. Każdy sekret jest zamaskowany i nic nie jest dostarczane.</translation>
    </message>
    <message>
        <source>What would go where</source>
        <translation>Co trafi dokąd</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Asking the sink...</source>
        <translation>Odpytywanie odbiornika...</translation>
    </message>
    <message>
        <source>The sink can be used.</source>
        <translation>Odbiornika można użyć.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::SinksCard</name>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Folder of files</source>
        <translation>Folder z plikami</translation>
    </message>
    <message>
        <source>HashiCorp Vault or OpenBao</source>
        <translation>HashiCorp Vault lub OpenBao</translation>
    </message>
    <message>
        <source>Try...</source>
        <translation>Wypróbuj...</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Ponów teraz</translation>
    </message>
    <message>
        <source>Remove...</source>
        <translation>Usuń...</translation>
    </message>
    <message>
        <source>A sink gets the credentials of every customer of this environment automatically. They are taken back when the customer disables the integration or is forgotten.</source>
        <translation>Odbiornik automatycznie dostaje dane dostępowe każdego klienta tego środowiska. Są wycofywane, gdy klient wyłączy integrację lub zostanie zapomniany.</translation>
    </message>
    <message>
        <source>Sink</source>
        <translation>Odbiornik</translation>
    </message>
    <message>
        <source>Add sink...</source>
        <translation>Dodaj odbiornik...</translation>
    </message>
    <message>
        <source>There is no sink: credentials only leave when somebody hands them over.</source>
        <translation>Nie ma odbiornika: dane dostępowe wychodzą tylko wtedy, gdy ktoś je przekaże.</translation>
    </message>
    <message>
        <source>Its secret is in the keychain and is not shown again.</source>
        <translation>Jego sekret jest w pęku kluczy i nie będzie więcej pokazywany.</translation>
    </message>
    <message>
        <source>%1 was added and gets every customer&apos;s credentials from now on.</source>
        <translation>Dodano %1; od teraz otrzymuje dane dostępowe każdego klienta.</translation>
    </message>
    <message>
        <source>Deliveries that are due now: %L1.</source>
        <translation>Dostawy do wykonania teraz: %L1.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Usunąć %1?</translation>
    </message>
    <message>
        <source>It gets nothing any more, and what waits for it is not delivered. What was delivered stays there, and Jetbridge no longer takes it back.</source>
        <translation>Nic już nie otrzyma, a to, co na niego czeka, nie zostanie dostarczone. To, co dostarczono, tam pozostanie, a Jetbridge już tego nie wycofa.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>Usunięto %1.</translation>
    </message>
    <message>
        <source>Signed webhook</source>
        <translation>Podpisany webhook</translation>
    </message>
    <message>
        <source>Added: %1. Waiting deliveries: %L2.</source>
        <translation>Dodano: %1. Czekające dostawy: %L2.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::StatusChips</name>
    <message>
        <source>All</source>
        <translation>Wszystkie</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Aktywne</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Wyłączona</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Wymagają uwagi</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::StatusLamp</name>
    <message>
        <source>checking...</source>
        <translation>sprawdzanie...</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::Stepper</name>
    <message>
        <source>1  Master credentials</source>
        <translation>1  Główne dane dostępowe</translation>
    </message>
    <message>
        <source>2  Bearer token</source>
        <translation>2  Token Bearer</translation>
    </message>
    <message>
        <source>3  Customer-level credentials</source>
        <translation>3  Dane dostępowe klienta</translation>
    </message>
    <message>
        <source>4  Finish the setup</source>
        <translation>4  Zakończenie konfiguracji</translation>
    </message>
    <message>
        <source>Prove it works</source>
        <translation>Sprawdzenie działania</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>oczekuje</translation>
    </message>
    <message>
        <source>running</source>
        <translation>w toku</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gotowe</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>niepowodzenie</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nieznane</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Kroki</translation>
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
        <translation>Pęk kluczy</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Punkty końcowe</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Symulator</translation>
    </message>
    <message>
        <source>Names are masked</source>
        <translation>Nazwy są ukryte</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Środowisko: %1</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>nasłuchują</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>zatrzymano</translation>
    </message>
    <message>
        <source>running</source>
        <translation>w toku</translation>
    </message>
    <message>
        <source>Demo: nothing here is real</source>
        <translation>Pokaz: nic tu nie jest prawdziwe</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::TokenServiceFields</name>
    <message>
        <source>%1 is not a URL.</source>
        <translation>%1: to nie jest adres URL.</translation>
    </message>
    <message>
        <source>%1 must be a JSON object: %2</source>
        <translation>%1 – wymagany jest obiekt JSON: %2</translation>
    </message>
    <message>
        <source>Sign with the newest secret only</source>
        <translation>Podpisuj tylko najnowszym sekretem</translation>
    </message>
    <message>
        <source>This program, if the address is its own</source>
        <translation>Ten program, jeśli adres jest jego własny</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Ten program</translation>
    </message>
    <message>
        <source>Our own server; we give each pair</source>
        <translation>Nasz własny serwer; podajemy każdą parę</translation>
    </message>
    <message>
        <source>Our own server; it registers clients</source>
        <translation>Nasz własny serwer; rejestruje klientów OAuth</translation>
    </message>
    <message>
        <source>Our own server; a webhook tells it</source>
        <translation>Nasz własny serwer; powiadamia go webhook</translation>
    </message>
    <message>
        <source>Who serves the registered oauthTokenUrl, where SmartRecruiters gets its tokens.</source>
        <translation>Kto obsługuje zarejestrowany oauthTokenUrl, gdzie SmartRecruiters pobiera tokeny.</translation>
    </message>
    <message>
        <source>oauthTokenUrl is served by</source>
        <translation>oauthTokenUrl obsługuje</translation>
    </message>
    <message>
        <source>Keycloak, Ory Hydra, oidc-provider and Okta register clients. With Auth0 or Zitadel, give each pair or use a webhook. authentik registers clients but deletes none: jetbridge-cli registrations list names those that staff must delete there. Given pairs are entered in Onboard.</source>
        <translation>Keycloak, Ory Hydra, oidc-provider i Okta rejestrują klientów OAuth. W Auth0 i Zitadel podawaj każdą parę samodzielnie albo użyj webhooka. authentik rejestruje klientów OAuth, ale ich nie usuwa: jetbridge-cli registrations list wymienia tych, których trzeba tam usunąć ręcznie. Własne pary wpisuje się w części „Podłączanie”.</translation>
    </message>
    <message>
        <source>The client registration endpoint of your authorization server (RFC 7591).</source>
        <translation>Punkt końcowy Twojego serwera autoryzacji, który rejestruje klientów OAuth (RFC 7591).</translation>
    </message>
    <message>
        <source>Registration endpoint</source>
        <translation>Punkt rejestracji</translation>
    </message>
    <message>
        <source>The server&apos;s metadata, which name that endpoint (RFC 8414). Enter one of the two addresses.</source>
        <translation>Metadane serwera, które podają ten punkt końcowy (RFC 8414). Wpisz jeden z dwóch adresów.</translation>
    </message>
    <message>
        <source>Or its metadata</source>
        <translation>Albo metadane serwera</translation>
    </message>
    <message>
        <source>Open to everybody</source>
        <translation>Otwarta dla wszystkich</translation>
    </message>
    <message>
        <source>Initial access token</source>
        <translation>Z tokenem początkowym (initial access token)</translation>
    </message>
    <message>
        <source>Okta API token</source>
        <translation>Z tokenem API Okta</translation>
    </message>
    <message>
        <source>How we authenticate to register a client. Keycloak and oidc-provider need an initial access token, Okta an API token, Ory Hydra none.</source>
        <translation>Jak się uwierzytelniamy, aby zarejestrować klienta OAuth. Keycloak i oidc-provider wymagają tokenu początkowego, Okta tokenu API, Ory Hydra żadnego.</translation>
    </message>
    <message>
        <source>Registration is</source>
        <translation>Rejestracja jest</translation>
    </message>
    <message>
        <source>Empty: the stored one stays</source>
        <translation>Puste: zapisana wartość pozostaje</translation>
    </message>
    <message>
        <source>It is kept in the keychain and sent to that server only.</source>
        <translation>Jest przechowywany w pęku kluczy i wysyłany tylko do tego serwera.</translation>
    </message>
    <message>
        <source>Token to register</source>
        <translation>Token do rejestracji</translation>
    </message>
    <message>
        <source>The token_endpoint_auth_method with which clients are registered.</source>
        <translation>Wartość token_endpoint_auth_method, z którą rejestruje się klientów OAuth.</translation>
    </message>
    <message>
        <source>Clients authenticate by</source>
        <translation>Klienci OAuth używają</translation>
    </message>
    <message>
        <source>A JSON object that is sent with each registration; empty: none.</source>
        <translation>Obiekt JSON wysyłany z każdą rejestracją; puste: żaden.</translation>
    </message>
    <message>
        <source>Further client metadata</source>
        <translation>Dalsze metadane klienta OAuth</translation>
    </message>
    <message>
        <source>Where your backend is told of each client by signed webhooks (Standard Webhooks): staged before the integration is confirmed, then committed or withdrawn.</source>
        <translation>Gdzie Twój backend dowiaduje się przez podpisane webhooki (Standard Webhooks) o każdym kliencie OAuth: przygotowany przed potwierdzeniem integracji, potem zatwierdzony albo wycofany.</translation>
    </message>
    <message>
        <source>Webhooks are sent to</source>
        <translation>Webhooki są wysyłane do</translation>
    </message>
    <message>
        <source>whsec_ and the base64 of 24 to 64 bytes. It is kept in the keychain. The secret before it signs, too, until the newest alone shall sign.</source>
        <translation>whsec_ i base64 z 24 do 64 bajtów. Jest przechowywany w pęku kluczy. Poprzedni sekret również podpisuje, dopóki nie wybierzesz tylko najnowszego.</translation>
    </message>
    <message>
        <source>Secret that signs them</source>
        <translation>Sekret, który je podpisuje</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::TrafficModel</name>
    <message>
        <source>Time</source>
        <translation>Czas</translation>
    </message>
    <message>
        <source>From and to</source>
        <translation>Skąd i dokąd</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Żądanie</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Odpowiedź</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Trwało</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Przeglądarka</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::TrafficPage</name>
    <message>
        <source>Show as</source>
        <translation>Pokaż jako</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>One line per exchange</source>
        <translation>Jeden wiersz na wymianę</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagram</translation>
    </message>
    <message>
        <source>Arrows between browser, SmartRecruiters and partner</source>
        <translation>Strzałki między przeglądarką, SmartRecruiters i partnerem</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Eksportuj</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Ruch</translation>
    </message>
    <message>
        <source>Choose an exchange to see it in full, or two to compare them.</source>
        <translation>Wybierz wymianę, aby zobaczyć ją w całości, albo dwie, aby je porównać.</translation>
    </message>
    <message>
        <source>Search exchanges</source>
        <translation>Szukaj wymian</translation>
    </message>
    <message>
        <source>Search method, address or status</source>
        <translation>Szukaj metody, adresu lub statusu</translation>
    </message>
    <message>
        <source>Onboarding</source>
        <translation>Podłączanie</translation>
    </message>
    <message>
        <source>All onboardings</source>
        <translation>Wszystkie podłączania</translation>
    </message>
    <message>
        <source>Clear...</source>
        <translation>Wyczyść...</translation>
    </message>
    <message>
        <source>Larger (Ctrl and plus)</source>
        <translation>Większy (Ctrl i plus)</translation>
    </message>
    <message>
        <source>Smaller (Ctrl and minus)</source>
        <translation>Mniejszy (Ctrl i minus)</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Dopasuj do szerokości</translation>
    </message>
    <message>
        <source>HTTP Archive, for developer tools...</source>
        <translation>HTTP Archive, dla narzędzi deweloperskich...</translation>
    </message>
    <message>
        <source>Web page, for people...</source>
        <translation>Strona internetowa, dla ludzi...</translation>
    </message>
    <message>
        <source>JSON Lines, for programs...</source>
        <translation>JSON Lines, dla programów...</translation>
    </message>
    <message>
        <source>Diagram as SVG...</source>
        <translation>Diagram jako SVG...</translation>
    </message>
    <message>
        <source>Diagram as PNG...</source>
        <translation>Diagram jako PNG...</translation>
    </message>
    <message>
        <source>Diagram as Mermaid...</source>
        <translation>Diagram jako Mermaid...</translation>
    </message>
    <message>
        <source>What is recorded now is kept until Jetbridge ends: %1</source>
        <translation>To, co jest teraz zapisywane, pozostanie tylko do zamknięcia Jetbridge: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>This exchange is not kept any more.</source>
        <translation>Ta wymiana nie jest już przechowywana.</translation>
    </message>
    <message>
        <source>No matching exchanges.</source>
        <translation>Brak pasujących wymian.</translation>
    </message>
    <message>
        <source>Export recorded traffic</source>
        <translation>Eksport zapisanego ruchu</translation>
    </message>
    <message>
        <source>Looking for secrets before anything leaves...</source>
        <translation>Szukanie sekretów przed eksportem...</translation>
    </message>
    <message>
        <source>Written without secrets: %1</source>
        <translation>Zapisano bez sekretów: %1</translation>
    </message>
    <message>
        <source>Clear the recorded traffic?</source>
        <translation>Wyczyścić zapisany ruch?</translation>
    </message>
    <message>
        <source>Every exchange that was recorded in this environment is removed. Customers, their history and their credentials stay.</source>
        <translation>Wszystkie wymiany zapisane w tym środowisku zostaną usunięte. Klienci, ich historia i dane dostępowe pozostaną.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Wyczyść</translation>
    </message>
    <message>
        <source>Cleared.</source>
        <translation>Wyczyszczono.</translation>
    </message>
    <message>
        <source>Whatever SmartRecruiters, customers and this program say to each other is shown here.</source>
        <translation>Tutaj widać wszystko, co mówią do siebie SmartRecruiters, klienci i ten program.</translation>
    </message>
    <message>
        <source>Nothing was recorded yet.</source>
        <translation>Niczego jeszcze nie zarejestrowano.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Szukaj</translation>
    </message>
    <message>
        <source>Onboarding %1</source>
        <translation>Podłączanie %1</translation>
    </message>
    <message numerus="yes">
        <source>Not recorded, because they came too fast, the disk was full or the program ended: %Ln exchanges</source>
        <translation>
            <numerusform>Nie zapisano, bo nadeszły zbyt szybko, zabrakło miejsca na dysku lub program zakończył działanie: %Ln wymiana</numerusform>
            <numerusform>Nie zapisano, bo nadeszły zbyt szybko, zabrakło miejsca na dysku lub program zakończył działanie: %Ln wymiany</numerusform>
            <numerusform>Nie zapisano, bo nadeszły zbyt szybko, zabrakło miejsca na dysku lub program zakończył działanie: %Ln wymian</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded exchanges</source>
        <translation>Nagrane wymiany</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Wszyscy klienci</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Odpowiedź</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>Wszystkie odpowiedzi</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Udane</translation>
    </message>
    <message>
        <source>Refused (4xx)</source>
        <translation>Odrzucone (4xx)</translation>
    </message>
    <message>
        <source>Failed (5xx)</source>
        <translation>Nieudane (5xx)</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Bez odpowiedzi</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Kolejność</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Od najnowszych</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Od najstarszych</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::TrafficSettings</name>
    <message>
        <source>Save limits</source>
        <translation>Zapisz limity</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Maximum size</source>
        <translation>Przechowuj najwyżej</translation>
    </message>
    <message>
        <source>Maximum age</source>
        <translation>I nie dłużej niż</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Zapisano.</translation>
    </message>
    <message numerus="yes">
        <source>Stored: %Ln exchanges, %1. The oldest are removed first.</source>
        <translation>
            <numerusform>Zapisano %Ln wymianę, %1. Najstarsze są usuwane pierwsze.</numerusform>
            <numerusform>Zapisano %Ln wymiany, %1. Najstarsze są usuwane pierwsze.</numerusform>
            <numerusform>Zapisano %Ln wymian, %1. Najstarsze są usuwane pierwsze.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n dzień</numerusform>
            <numerusform>%n dni</numerusform>
            <numerusform>%n dni</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::Tray</name>
    <message>
        <source>Show Jetbridge</source>
        <translation>Pokaż Jetbridge</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Zakończ</translation>
    </message>
    <message>
        <source>%1 disabled the integration.</source>
        <translation>Integrację wyłączono: %1.</translation>
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
        <translation>Zapytaj teraz pęk kluczy</translation>
    </message>
    <message>
        <source>Hand over...</source>
        <translation>Przekaż...</translation>
    </message>
    <message>
        <source>Not stored yet: the customer-level credentials of %1. %2 The keychain has them; Jetbridge tries again every few seconds. If you quit, the next start finds them.</source>
        <translation>Jeszcze niezapisane: dane dostępowe klienta %1. %2 Są w pęku kluczy; Jetbridge ponawia próbę co kilka sekund. Po zamknięciu programu znajdzie je następne uruchomienie.</translation>
    </message>
    <message>
        <source>Not stored yet: the customer-level credentials of %1. %2 SmartRecruiters showed them once; Jetbridge holds them in memory and tries again every few seconds. Quitting now loses them.</source>
        <translation>Jeszcze niezapisane: dane dostępowe klienta %1. %2 SmartRecruiters pokazał je jeden raz; Jetbridge trzyma je w pamięci i ponawia próbę co kilka sekund. Zamknięcie teraz oznacza ich utratę.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::WebEngineBrowser</name>
    <message>
        <source>a window of its own: there are too many already</source>
        <translation>własne okno: jest ich już zbyt wiele</translation>
    </message>
    <message>
        <source>to close itself. End the run if it is done</source>
        <translation>zamknięcia samej siebie. Zakończ przebieg, jeśli jest gotowy</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::WeeksChart</name>
    <message>
        <source>Connected, disabled and failing companies by week</source>
        <translation>Firmy połączone, wyłączone i niedziałające według tygodni</translation>
    </message>
    <message>
        <source>In the last 12 weeks: %1 connected, %2 disabled, %3 failing.</source>
        <translation>W ostatnich 12 tygodniach: połączone %1, wyłączone %2, nie działa %3.</translation>
    </message>
    <message>
        <source>Week of %1: %2 connected, %3 disabled, %4 failing</source>
        <translation>Tydzień od %1: połączone %2, wyłączone %3, nie działa %4</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::WelcomePage</name>
    <message>
        <source>Try it with the simulator</source>
        <translation>Wypróbuj z symulatorem</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Pęk kluczy</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Punkty końcowe</translation>
    </message>
    <message>
        <source>Bring a SmartRecruiters customer on board</source>
        <translation>Podłącz klienta SmartRecruiters</translation>
    </message>
    <message>
        <source>Set up your own application...</source>
        <translation>Skonfiguruj własną aplikację...</translation>
    </message>
    <message>
        <source>Everything below runs on this computer. Nothing is sent to SmartRecruiters.</source>
        <translation>Wszystko poniżej działa na tym komputerze. Nic nie jest wysyłane do SmartRecruiters.</translation>
    </message>
    <message>
        <source>Your application and its master credentials come first.</source>
        <translation>Najpierw Twoja aplikacja i jej główne dane dostępowe.</translation>
    </message>
    <message>
        <source>Start the guided demo</source>
        <translation>Rozpocznij pokaz krok po kroku</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Wypróbuj</translation>
    </message>
    <message>
        <source>See a customer connect in one click, in a simulator on this computer.</source>
        <translation>Zobacz jednym kliknięciem, jak łączy się klient, w symulatorze na tym komputerze.</translation>
    </message>
    <message>
        <source>Demo it</source>
        <translation>Zaprezentuj</translation>
    </message>
    <message>
        <source>Step by step for an audience: what to say and what to click.</source>
        <translation>Krok po kroku dla publiczności: co powiedzieć i co kliknąć.</translation>
    </message>
    <message>
        <source>Set up your own</source>
        <translation>Skonfiguruj własną</translation>
    </message>
    <message>
        <source>Describe your application, send it to SmartRecruiters and enter your master credentials.</source>
        <translation>Opisz swoją aplikację, wyślij ją do SmartRecruiters i wprowadź główne dane dostępowe.</translation>
    </message>
</context>
<context>
    <name>jetbridge::ui::saveFile</name>
    <message>
        <source>&quot;%1&quot; cannot be written: %2.</source>
        <translation>Nie można zapisać „%1”: %2.</translation>
    </message>
</context>
</TS>
