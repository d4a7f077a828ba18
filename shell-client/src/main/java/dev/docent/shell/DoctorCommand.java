package dev.docent.shell;

import dev.docent.boot.InvalidSettingException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** What is set, what works, what to do about the rest. */
final class DoctorCommand {
  private final Supplier<Doctor> doctor;
  private final Session session;

  DoctorCommand(Supplier<Doctor> doctor, Session session) {
    this.doctor = doctor;
    this.session = session;
  }

  @Command(name = "doctor", group = "Docent", description = "Shows what is set, what works, and what to do about the rest.", help = "doctor")
  void doctor(@Option(longName = "json", description = "the findings as JSON") boolean json, CommandContext context)
      throws InterruptedException {
    List<Check> checks = checks();
    print(checks, json, context.outputWriter());
    if (checks.stream().anyMatch(c -> c.state() == Check.State.BROKEN)) {
      session.end(ExitCode.FAILED);
    }
  }

  private List<Check> checks() throws InterruptedException {
    try {
      return doctor.get().look();
    } catch (RuntimeException e) {
      Failure failure = Failure.of(e);
      return List.of(Check.broken("settings", failure.line(), e instanceof InvalidSettingException
          ? ""
          : "correct the setting and run 'docent doctor' again"));
    }
  }

  private static void print(List<Check> checks, boolean json, PrintWriter out) {
    if (!json) {
      checks.forEach(check -> out.println(check.text()));
      return;
    }
    var node = Json.object();
    var array = node.putArray("checks");
    checks.forEach(c -> array.addObject()
        .put("name", c.name())
        .put("state", c.state().code())
        .put("found", c.found())
        .put("remedy", c.remedy().isEmpty() ? null : c.remedy()));
    out.println(Json.line(node));
  }
}
