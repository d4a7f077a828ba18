package dev.docent.shell.command;

import dev.docent.boot.InvalidSettingException;
import dev.docent.shell.doctor.Doctor;
import dev.docent.shell.doctor.Finding;
import dev.docent.shell.json.Json;
import dev.docent.shell.outcome.ExitCode;
import dev.docent.shell.outcome.Failure;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** What is set, what works, what to do about the rest. */
public final class DoctorCommand {
  private final Supplier<Doctor> doctor;
  private final Session session;

  public DoctorCommand(Supplier<Doctor> doctor, Session session) {
    this.doctor = doctor;
    this.session = session;
  }

  @Command(name = "doctor", group = "Docent", description = "Shows what is set, what works, and what to do about the rest.", help = "doctor")
  void doctor(@Option(longName = "json", description = "the findings as JSON") boolean json, CommandContext context)
      throws InterruptedException {
    List<Finding> findings = findings();
    print(findings, json, context.outputWriter());
    if (findings.stream().anyMatch(c -> c.state() == Finding.State.BROKEN)) {
      session.end(ExitCode.FAILED);
    }
  }

  private List<Finding> findings() throws InterruptedException {
    try {
      return doctor.get().findings();
    } catch (RuntimeException e) {
      Failure failure = Failure.of(e);
      return List.of(Finding.broken("settings", failure.line(), e instanceof InvalidSettingException
          ? ""
          : "correct the setting and run 'docent doctor' again"));
    }
  }

  private static void print(List<Finding> findings, boolean json, PrintWriter out) {
    if (!json) {
      findings.forEach(check -> out.println(check.text()));
      return;
    }
    var node = Json.object();
    var array = node.putArray("checks");
    findings.forEach(c -> array.addObject()
        .put("name", c.name())
        .put("state", c.state().code())
        .put("found", c.found())
        .put("remedy", c.remedy().isEmpty() ? null : c.remedy()));
    out.println(Json.line(node));
  }
}
