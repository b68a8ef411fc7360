import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Ends with 0 when a GET of the address given is answered with 200, and with 1 otherwise. */
public final class Healthy {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Healthy() {}

  public static void main(String[] arguments) {
    System.exit(answers(URI.create(arguments[0])) ? 0 : 1);
  }

  private static boolean answers(URI address) {
    try {
      var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
      var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (Exception unanswered) {
      return false;
    }
  }
}
