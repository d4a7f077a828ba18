package dev.docent.shell.doctor;

import dev.docent.DocentSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sees whether the model's server can be reached. Sends nothing but the request itself: no key, no document. */
record ModelProbe(DocentSettings settings) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  Finding finding(String origin) throws InterruptedException {
    String name = settings.model() + " (" + origin + ")";
    if (!settings.model().remote()) {
      return Finding.ok("model", name + ": nothing leaves this machine");
    }
    URI server = settings.modelBaseUrl() == null ? home() : settings.modelBaseUrl();
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      int status = client.send(HttpRequest.newBuilder(server).timeout(PATIENCE).build(), BodyHandlers.discarding())
          .statusCode();
      return Finding.ok("model", name + ": " + server.getHost() + " can be reached (HTTP " + status + ")");
    } catch (IOException e) {
      return Finding.broken("model", name + ": " + server + " can't be reached (" + e.getClass().getSimpleName() + ")",
          "is the server running, and docent.model-base-url right? Until then questions are answered offline");
    }
  }

  private URI home() {
    return URI.create(switch (settings.model().provider()) {
      case OPENAI -> "https://api.openai.com/";
      case OLLAMA -> "http://localhost:11434/";
      case ANTHROPIC -> "https://api.anthropic.com/";
      case GEMINI -> "https://generativelanguage.googleapis.com/";
      case OFFLINE, APPLICATION -> throw new IllegalStateException(settings.model() + " has no server that is known");
    });
  }
}
