package org.memberexchange.keycloak.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;

/**
 * Shows that an access token was made for this session, client and authorization: a claim that only the realm's own secret key can write. Other mappers of a
 * client can write every claim of its tokens, {@code azp} and {@code sid} included, and so name the session of somebody else.
 */
final class TokenProof {
  static final String CLAIM = "member_authorization_proof";

  private TokenProof() {}

  /** Signature by HMAC (RFC 2104) over everything that ties the token, base64url. */
  static String of(KeycloakSession session, AccessToken token, UserSessionModel userSession, ClientModel client, String authorizationId) {
    byte[] signature = session.getProvider(SignatureProvider.class, Algorithm.HS512).signer().sign(words(token, userSession, client, authorizationId));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  /** False for whatever cannot be read. */
  static boolean holds(KeycloakSession session, AccessToken token, UserSessionModel userSession, ClientModel client, String authorizationId) {
    if (!(token.getOtherClaims().get(CLAIM) instanceof String proof)) return false;
    byte[] words = words(token, userSession, client, authorizationId);
    SignatureProvider provider = session.getProvider(SignatureProvider.class, Algorithm.HS512);
    // a key that was rotated out still vouches for the tokens of its time
    return session
        .keys()
        .getKeysStream(userSession.getRealm(), KeyUse.SIG, Algorithm.HS512)
        .anyMatch(key -> verifies(provider, key.getKid(), words, proof));
  }

  private static boolean verifies(SignatureProvider provider, String kid, byte[] words, String proof) {
    try {
      return provider.verifier(kid).verify(words, Base64.getUrlDecoder().decode(proof));
    } catch (Exception unreadable) {
      return false;
    }
  }

  private static byte[] words(AccessToken token, UserSessionModel userSession, ClientModel client, String authorizationId) {
    String words =
        String.join(
            " ", "member-authorization", token.getId(), String.valueOf(token.getIat()), String.valueOf(token.getExp()),
            userSession.getId(), userSession.getUser().getId(), client.getId(), authorizationId);
    return words.getBytes(StandardCharsets.UTF_8);
  }
}
