package dev.docent;

import dev.docent.reload.Progress;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.ReloadRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A client in a process of its own: says when it is ready, reloads when it is told to, and prints what came of it. Its
 * arguments are the folder, the data, and where it isn't the embedded one the index, with settings as {@code name=value}.
 */
public final class ReloadingProgram {
  private ReloadingProgram() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Docent docent = DocentFactory
        .open(DocentSettings.of(Path.of(arguments[0]), Path.of(arguments[1])).withIndex(index(List.of(arguments))))) {
      System.out.println("ready");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println(done(docent, line));
      }
    }
  }

  private static IndexChoice index(List<String> arguments) {
    if (arguments.size() == 2) {
      return IndexChoice.EMBEDDED;
    }
    Map<String, String> settings = new HashMap<>();
    for (String setting : arguments.subList(3, arguments.size())) {
      int equals = setting.indexOf('=');
      settings.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return new IndexChoice(arguments.get(2), settings);
  }

  private static String done(Docent docent, String line) throws InterruptedException {
    try {
      return switch (line) {
        case "documents" -> String.valueOf(docent.documents().size());
        case "wait" -> said(docent.reload(new ReloadRequest(false, true), Progress.NONE));
        case "slowly" -> said(docent.reload(ReloadRequest.CAREFUL, (work, done, total) -> pause()));
        default -> said(docent.reload(ReloadRequest.CAREFUL, Progress.NONE));
      };
    } catch (RuntimeException e) {
      return "failed: " + String.valueOf(e.getMessage()).replace('\n', ' ');
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String said(ReloadReport report) {
    return report.added().size() + " in, " + report.changed().size() + " changed, " + report.removed().size() + " out, "
        + report.unchanged() + " unchanged " + report.notices();
  }
}
