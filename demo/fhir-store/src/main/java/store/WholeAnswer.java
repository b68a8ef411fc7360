package store;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Sends each text answer in one piece with its length: HAPI's encoder flushes every few bytes, some 3,000 chunks for a page of 100. */
final class WholeAnswer implements Filter {

  private static final int INITIAL_CHARACTERS = 1 << 16;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
    var held = new Held((HttpServletResponse) response);
    chain.doFilter(request, held);
    held.send();
  }

  private static final class Held extends HttpServletResponseWrapper {
    private StringWriter text;
    private PrintWriter writer;

    Held(HttpServletResponse response) {
      super(response);
    }

    @Override
    public PrintWriter getWriter() {
      if (writer == null) {
        text = new StringWriter(INITIAL_CHARACTERS);
        writer = new PrintWriter(text);
      }
      return writer;
    }

    @Override
    public void flushBuffer() {
      // sent once, by send()
    }

    void send() throws IOException {
      if (text == null) {
        return;
      }
      byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
      getResponse().setContentLength(body.length);
      getResponse().getOutputStream().write(body);
    }
  }
}
