package dev.docent.retrieval;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a question that ask for what a document says, and not what it says it of: "does the report mention". */
final class Frame {
  private static final String DOCUMENT = "(?:statement|article|report|text|document|page|paper|author|file|letter|book|story)s?";
  private static final Pattern WORDS = Pattern.compile(
      "(?:does|do|did)\\s+(?:the|this|that|your|our)\\s+" + DOCUMENT
          + "\\s+(?:say|state|recall|mention|tell|describe|report|list|name|note|claim|give|explain|call)"
          + "|according\\s+to\\s+(?:the|this)\\s+" + DOCUMENT
          + "|(?:is|are|was|were)\\s+(?:mentioned|described|named|listed|recalled|stated|said)\\s+in\\s+(?:the|this)\\s+"
          + DOCUMENT
          + "|(?:согласно|по)\\s+(?:документу|статье|тексту|отчету|отчёту|заявлению)"
          + "|(?:говорится|сказано|упоминается|написано)\\s+в\\s+(?:документе|статье|тексте|отчете|отчёте|заявлении)",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final String text;

  Frame(String text) {
    this.text = text;
  }

  /** Whether the characters are part of a frame; of a text that is nothing else, none are. */
  boolean holds(int start, int end) {
    Matcher matcher = WORDS.matcher(text);
    while (matcher.find()) {
      if (start >= matcher.start() && end <= matcher.end()) {
        return true;
      }
    }
    return false;
  }
}
