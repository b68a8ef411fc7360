<#-- The page of connected apps; `environment` is JSON that the extension made safe for a script element. -->
<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'">
<title>${msg("connectedApps")}</title>
<link rel="icon" type="image/svg+xml" href="${resourceUrl}/connected-apps/favicon.svg">
<link rel="stylesheet" href="${resourceUrl}/connected-apps/@style@">
<script type="module" src="${resourceUrl}/connected-apps/@script@"></script>
</head>
<body>
<noscript><p>${msg("connectedAppsNeedScript")}</p></noscript>
<div id="root"></div>
<script type="application/json" id="environment">${environment?no_esc}</script>
</body>
</html>
