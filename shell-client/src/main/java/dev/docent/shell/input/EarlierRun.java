package dev.docent.shell.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.evaluation.Judged.Verdict;
import dev.docent.shell.outcome.UnreadableInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the figures of an evaluation that were printed as JSON. */
public final class EarlierRun {
  private EarlierRun() {}

  /**
   * Its verdicts by question id.
   *
   * @throws UnreadableInputException if the file can't be read or holds none; the message names it
   */
  public static Map<String, Verdict> verdicts(String name) {
    var verdicts = new HashMap<String, Verdict>();
    try (BufferedReader lines = InputLines.open(name)) {
      ObjectNode run = InputFields.object(lines.lines().collect(Collectors.joining("\n")));
      if (!(run.get("verdicts") instanceof ArrayNode all)) {
        throw new UnreadableInputException(
            name + " holds no verdicts. Make it with: docent eval FILE --json > " + name);
      }
      for (JsonNode one : all) {
        verdicts.put(one.path("id").asText(), Verdict.valueOf(one.path("verdict").asText().toUpperCase(Locale.ROOT)));
      }
    } catch (JsonProcessingException e) {
      throw new UnreadableInputException(name + " is no JSON of an earlier run: " + e.getOriginalMessage());
    } catch (IOException | UncheckedIOException e) {
      throw new UnreadableInputException("can't read " + name + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new UnreadableInputException(name + " has a verdict that is none: " + e.getMessage());
    }
    return verdicts;
  }
}
