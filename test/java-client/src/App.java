/* An app as a Java developer writes it with Nimbus OAuth 2.0 SDK: prints where the member has to go, reads where the member came back, prints what it got. */
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;

class App {
  private final OIDCProviderMetadata plan;
  private final ClientID id;
  private final ECKey key;
  private final URI callback;

  private App(String issuer, String clientId, String callback) throws Exception {
    plan = OIDCProviderMetadata.resolve(new Issuer(issuer));
    id = new ClientID(clientId);
    this.callback = URI.create(callback);
    key = ECKey.parse(System.getenv("APP_KEY"));
  }

  /** FHIR base URL, client id, callback. */
  public static void main(String[] words) throws Exception {
    String fhir = words[0];
    HTTPRequest discovery = new HTTPRequest(HTTPRequest.Method.GET, URI.create(fhir + "/.well-known/smart-configuration"));
    String issuer = (String) discovery.send().getBodyAsJSONObject().get("issuer");
    new App(issuer, words[1], words[2]).run(fhir);
  }

  private void run(String fhir) throws Exception {
    State state = new State();
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    Scope scope = Scope.parse("launch/patient openid fhirUser offline_access patient/*.rs");
    AuthenticationRequest request =
        new AuthenticationRequest.Builder(ResponseType.CODE, scope, id, callback)
            .endpointURI(plan.getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .customParameter("aud", fhir)
            .build();
    System.out.println(request.toURI());

    String cameBack = new BufferedReader(new InputStreamReader(System.in)).readLine();
    AuthenticationSuccessResponse answer = AuthenticationResponseParser.parse(URI.create(cameBack)).toSuccessResponse();
    if (!answer.getState().equals(state) || !answer.getIssuer().equals(plan.getIssuer())) throw new IllegalStateException("not the answer to this request");

    AuthorizationCode code = answer.getAuthorizationCode();
    OIDCTokenResponse tokens = tokens(new AuthorizationCodeGrant(code, callback, verifier));
    IDTokenValidator validator = new IDTokenValidator(plan.getIssuer(), id, JWSAlgorithm.RS256, plan.getJWKSetURI().toURL());
    IDTokenClaimsSet claims = validator.validate(tokens.getOIDCTokens().getIDToken(), nonce);
    System.out.println("patient " + tokens.getCustomParameters().get("patient"));
    System.out.println("fhirUser " + claims.getStringClaim("fhirUser"));
    System.out.println("conditions " + status(fhir + "/Condition", tokens));

    OIDCTokenResponse refreshed = tokens(new RefreshTokenGrant(tokens.getTokens().getRefreshToken()));
    System.out.println("refreshed " + status(claims.getStringClaim("fhirUser"), refreshed));
    BearerAccessToken last = refreshed.getTokens().getBearerAccessToken();
    HTTPRequest revocation = new TokenRevocationRequest(plan.getRevocationEndpointURI(), authentication(), last).toHTTPRequest();
    System.out.println("revocation " + revocation.send().getStatusCode());
  }

  private OIDCTokenResponse tokens(AuthorizationGrant grant) throws Exception {
    TokenRequest request = new TokenRequest.Builder(plan.getTokenEndpointURI(), authentication(), grant).build();
    return (OIDCTokenResponse) OIDCTokenResponseParser.parse(request.toHTTPRequest().send()).toSuccessResponse();
  }

  private PrivateKeyJWT authentication() throws Exception {
    return new PrivateKeyJWT(id, plan.getTokenEndpointURI(), JWSAlgorithm.ES384, key.toECPrivateKey(), key.getKeyID(), null);
  }

  private static int status(String address, OIDCTokenResponse tokens) throws Exception {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, URI.create(address));
    request.setAuthorization(tokens.getTokens().getBearerAccessToken().toAuthorizationHeader());
    return request.send().getStatusCode();
  }
}
