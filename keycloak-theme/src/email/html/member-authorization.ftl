<#import "template.ftl" as layout>
<@layout.emailLayout>
<h1 style="font-size:26px;line-height:1.25;margin:0 0 16px">${msg("memberAuthorization${news}Title")}</h1>
<p style="margin:0 0 16px">${msg("memberAuthorization${news}Body", realmName)}</p>
<p style="margin:0 0 24px"><a href="${link}" style="display:inline-block;padding:14px 24px;border:2px solid ${layout.brandColor()};border-radius:12px;color:${properties.inkColor};font-weight:700;text-decoration:none">${msg("memberAuthorizationLink")}</a></p>
<p style="margin:0 0 16px">${msg("memberAuthorizationNotYou")}</p>
<p style="margin:0">${msg("memberAuthorizationNoNames")}</p>
</@layout.emailLayout>
