package dev.docent.langchain4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A prompt with placeholders, read from a resource file beside this class. */
final class PromptTemplate {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

  private final String text;
  private final Set<String> placeholders;

  /**
   * @throws IllegalArgumentException when the text's placeholders aren't exactly the expected ones
   */
  PromptTemplate(String name, String text, Set<String> expected) {
    this.text = text.strip();
    this.placeholders = PLACEHOLDER.matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
    if (!placeholders.equals(expected)) {
      throw new IllegalArgumentException(
          "the prompt " + name + " has the placeholders " + placeholders + " instead of " + new TreeSet<>(expected));
    }
  }

  /** Loads a resource. */
  static PromptTemplate load(String name, String... expected) {
    try (InputStream in = PromptTemplate.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("the prompt " + name + " is missing from this build");
      }
      return new PromptTemplate(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), Set.of(expected));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** The text with every placeholder replaced; what looks like a placeholder inside a value is left alone. */
  String fill(Map<String, String> values) {
    if (!values.keySet().equals(placeholders)) {
      throw new IllegalArgumentException("values for " + values.keySet() + " instead of " + placeholders);
    }
    return PLACEHOLDER.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
  }
}
