<#-- What stands around every e-mail that Keycloak sends for the plan. The plan's colour is for edges alone: text on it could be hard to read. -->
<#function brandColor>
<#local own = properties.PLAN_COLOR!"">
<#return own?matches("#[0-9A-Fa-f]{6}")?then(own, properties.brandColor)>
</#function>
<#macro emailLayout>
<!doctype html>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<#if subject??><title>${subject}</title></#if>
</head>
<body style="margin:0;padding:24px 12px;background:#f2f5f1;color:${properties.inkColor};font:18px/1.5 -apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#fff;border-top:8px solid ${brandColor()};border-radius:12px">
<p style="margin:0 0 24px;font-weight:700">${realmName}</p>
<#nested>
</div>
</body>
</html>
</#macro>
