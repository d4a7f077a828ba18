package dev.docent.telegram.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import dev.docent.telegram.rehearsal.rules.ApiTable;
import dev.docent.telegram.rehearsal.rules.ParameterCheck;
import dev.docent.telegram.text.Markdown;
import dev.docent.telegram.text.MessageSplitter;
import dev.docent.telegram.text.Span.Kind;
import dev.docent.telegram.text.Styled;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a model or a document writes becomes messages that break none of Telegram's rules. */
class FormattedTextTest {
  private static final List<String> PIECES = List.of("word ", "*", "**", "_", "`", "```", "```java\n", "\n```\n", "[",
      "](http://a.test)", "(", ")", "<b>", "</b>", "&amp;", "\\", "~", "||", "> ", "# ", "| a | b |\n|---|---|\n", "- ",
      "\n", "\n\n", " ", ". ", "😀", "👨‍👩‍👧‍👦", "ж", "漢字", "עברית ", "\u202e", "e\u0301\u0302\u0303", "\u0000",
      "\ud83d",
      "\ude00", "\u200b", "\u2060", "\ufeff", "\t", "\r\n", "\u2028", "a".repeat(700), "𝒜".repeat(300));
  private final ParameterCheck check = new ParameterCheck(ApiTable.load());

  private static ObjectNode message(Styled words) {
    ObjectNode request = ApiJson.object().put("chat_id", 1).put("text", words.text());
    ArrayNode entities = request.putArray("entities");
    words.spans()
        .forEach(span -> entities.addObject()
            .put("type", span.kind().code())
            .put("offset", span.offset())
            .put("length", span.length()));
    return request;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(60);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noFormattedTextBreaksARule(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 1500; i++) {
      String text = text(random);
      Styled answer = Styled.builder()
          .add(Markdown.read(text))
          .add("\n\n")
          .add(Kind.FOLDED, Styled.builder().add(Kind.BOLD, "Sources").add("\n" + text).build(), null)
          .build();
      for (Styled part : MessageSplitter.of(answer, MessageSplitter.MESSAGE)) {
        assertThat(check.breaches("sendMessage", message(part))).as("seed %d, text %d: %s", seed, i, text).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void textOfFewLettersIsAMessageOrNone(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(4); n >= 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      for (Styled part : MessageSplitter.of(Markdown.read(text.toString()), MessageSplitter.MESSAGE)) {
        assertThat(check.breaches("sendMessage", message(part))).as("seed %d, text %d: %s", seed, i, text).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"```\n", "a", "𝒜", "e\u0301", "word ", "line\n", "**b** ", "| a | b |\n"})
  void aVeryLongTextIsCutIntoWholeMessages(String piece) {
    List<Styled> parts = MessageSplitter.of(Markdown.read(piece.repeat(20_000 / piece.length())),
        MessageSplitter.MESSAGE);
    assertThat(parts).allSatisfy(part -> assertThat(check.breaches("sendMessage", message(part))
        .stream()
        .filter(breach -> !breach.what().contains("at most 100"))).isEmpty());
  }
}
