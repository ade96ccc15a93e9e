// SPDX-License-Identifier: GPL-3.0-or-later
// POPUP: closes the frame and refreshes as soon as the partner has confirmed the integration.
"use strict";
(function () {
    const popup = document.getElementById("consent-popup");
    let wait = 300;

    async function look() {
        try {
            const answer = await fetch(popup.dataset.statusUrl, { cache: "no-store" });
            if (answer.ok && (await answer.json()).enabled) {
                popup.remove();
                location.replace(popup.dataset.setupUrl);
                return;
            }
        } catch (error) {
            wait = 2000; // the simulator is away; it may come back
        }
        setTimeout(look, wait);
    }

    if (popup)
        setTimeout(look, wait);
})();
