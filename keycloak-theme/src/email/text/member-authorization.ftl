<#ftl output_format="plainText">
${msg("memberAuthorization${news}Title")}

${msg("memberAuthorization${news}Body", realmName)}

${msg("memberAuthorizationLink")}:
${link}

${msg("memberAuthorizationNotYou")}

${msg("memberAuthorizationNoNames")}
