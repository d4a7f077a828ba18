package dev.docent.telegram.rehearsal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table against a description of the whole Bot API, where there is one. */
class ApiTableTest {
  private static final Path CONTRACT = Path
      .of(System.getProperty("docent.telegram.contract", "../../shared/telegram/contract.json"));
  private final ApiTable table = ApiTable.load();

  @Test
  void aMethodIsFoundInAnyCase() {
    assertThat(table.method("SENDMESSAGE")).contains("sendMessage");
    assertThat(table.method("MessageEntity")).isEmpty();
    assertThat(table.parameters("sendMessageDraft").get("draft_id"))
        .isEqualTo(new Parameter("draft_id", "integer", 0, Long.MIN_VALUE, Long.MAX_VALUE, true, true));
  }

  @Test
  void everyObjectOfATypeIsInTheTable() {
    assertThat(table.entries().values()).allSatisfy(parameters -> assertThat(parameters.values())
        .filteredOn(Parameter::isObject)
        .allSatisfy(p -> assertThat(table.parameters(p.type())).isNotEmpty()));
  }

  @Test
  void nothingDiffersFromTheWholeContract() throws IOException {
    assumeTrue(Files.exists(CONTRACT), "no description of the whole Bot API at " + CONTRACT
        + " (docent.telegram.contract names another place): the table is not compared");
    JsonNode contract = ApiJson.parse(Files.readString(CONTRACT));
    List<String> differences = new ArrayList<>();
    table.entries().forEach((name, parameters) -> {
      JsonNode theirs = contract.path(Character.isLowerCase(name.charAt(0)) ? "methods" : "types").path(name);
      if (name.equals("BotCommandScope")) { // theirs is a choice between several; the last has all fields
        theirs = contract.path("types").path("BotCommandScopeChatMember");
        compareTypes(name, parameters, theirs, differences);
      } else if (theirs.isMissingNode()) {
        differences.add(name + " does not exist");
      } else {
        compare(name, parameters, theirs, differences);
      }
    });
    assertThat(differences).isEmpty();
  }

  private static void compare(String name, Map<String, Parameter> ours, JsonNode theirs, List<String> differences) {
    compareTypes(name, ours, theirs, differences);
    theirs.fields().forEachRemaining(field -> {
      Parameter parameter = ours.get(field.getKey());
      boolean required = field.getValue().path("required").asBoolean();
      if (required && parameter == null) {
        differences.add(name + " lacks " + field.getKey());
      } else if (parameter != null && parameter.required() != required) {
        differences.add(name + "." + field.getKey() + " required: " + required);
      }
    });
  }

  private static void compareTypes(String name, Map<String, Parameter> ours, JsonNode theirs,
      List<String> differences) {
    ours.values().forEach(parameter -> {
      JsonNode their = theirs.path(parameter.name());
      String difference = difference(parameter, their);
      if (!difference.isEmpty()) {
        differences.add(name + "." + parameter.name() + " " + difference);
      }
    });
  }

  private static String difference(Parameter our, JsonNode their) {
    if (their.isMissingNode()) {
      return "does not exist";
    }
    String type = their.path("type").asText();
    boolean fits = switch (our.lists() > 0 ? "list" : our.isObject() ? "object" : our.type()) {
      case "list" -> type.endsWith("[]".repeat(our.lists()));
      case "object" -> type.contains(our.type());
      case "integer" -> type.equals("number");
      case "id" -> type.equals("number | string");
      case "flag" -> type.equals("boolean") || type.equals("true");
      case "file" -> type.startsWith("InputFile");
      default -> !type.contains("number") && !type.equals("boolean");
    };
    if (!fits) {
      return "is " + type;
    }
    String unit = switch (their.path("unit").asText()) {
      case "chars_after_entities" -> "text";
      case "" -> our.type();
      default -> their.path("unit").asText();
    };
    if (!unit.equals(our.type())) {
      return "is counted in " + unit;
    }
    long min = their.path("minLen").asLong(their.path("min").asLong(our.min()));
    long max = their.path("maxLen").asLong(their.path("max").asLong(our.max()));
    if (min != our.min() || max != our.max()) {
      return "is " + min + ".." + max;
    }
    return their.path("nonZero").asBoolean() == our.nonZero() ? "" : "non-zero differs";
  }
}
