package dev.docent.retrieval;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words of a question that ask for what a document says, and not what it says it of: "does the report mention". In text
 * without spaces also the question words, which no analysis sets apart there. The name is that of Huston and Croft, Evaluating
 * Verbose Query Processing Techniques, SIGIR 2010.
 */
final class StopStructure {
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

  private static final Pattern UNSPACED = Pattern
      .compile("[是在]?(?:哪一?[年天日月个位里儿座家种次]?|什么时候|什么|何时|何地|谁|多少)|几[年天个次]?|怎么样?|怎样|如何|"
          + "为什么|为何|是否|请问|[吗呢][？?。]?$|いつ|どこ|だれ|誰|何[年月日人時個]?|なに|どの|どんな|どう|なぜ|いくつ|いくら|どれ|"
          + "(?:です|ます|でした|ました)?か[？?。]?$|언제|어디서?|누가|누구|무엇|몇|왜|어떻게|얼마나?");

  private final List<MatchResult> frames;
  private final List<MatchResult> asking;

  StopStructure(String text) {
    this.frames = WORDS.matcher(text).results().toList();
    this.asking = UNSPACED.matcher(text).results().toList();
  }

  /** Whether the characters are part of a frame, or touch a question word in text without spaces. */
  boolean holds(int start, int end) {
    return frames.stream().anyMatch(frame -> start >= frame.start() && end <= frame.end())
        || asking.stream().anyMatch(word -> start < word.end() && end > word.start());
  }
}
