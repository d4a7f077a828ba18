package dev.docent.answer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docent.answer.SpanReader.Reading;
import dev.docent.answer.SpanReader.Span;
import dev.docent.answer.SpanReader.Text;
import dev.docent.corpus.TextRange;
import dev.docent.onnx.OnnxModels;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxSpanReaderIT {
  private static final OnnxSpanReader READER = new OnnxSpanReader(OnnxModels.UNKEPT);
  /** How far int8 arithmetic carries a margin from one CPU to another; seen: 0.9, where the margin is -8. */
  private static final double MARGIN = 1.2;
  private static final String BACKUP = "The backup job runs every night at 02:30.";
  private static final String FILLER = "The canteen on the ground floor serves soup and bread to all who work there. ";

  @Test
  void readsTheWorkedExamplesAsTheModelsCardSays() throws IOException {
    for (JsonNode example : json(OnnxSpanReaderIT.class.getResourceAsStream("reference.json"))) {
      String passage = example.get("passage").asText();
      Reading reading = read(example.get("question").asText(), passage, new TextRange(0, passage.length()));
      assertThat(reading.spans()).singleElement().satisfies(span -> {
        assertThat(span.range().of(passage)).isEqualTo(example.get("answer").asText());
        assertThat(span.range().start()).isEqualTo(example.get("start").asInt());
        assertThat(span.margin()).isCloseTo(example.get("margin").asDouble(), within(MARGIN));
      });
      assertThat(reading.answerable()).isCloseTo(example.get("answerable").asDouble(), within(0.6));
      assertThat(reading.confidence()).isCloseTo(example.get("conf_retrieval").asDouble(), within(0.1));
    }
  }

  @Test
  void makesTheTokensTheModelWasTrainedOn() throws Exception {
    SpanModel model = SpanModel.load(OnnxModels.UNKEPT);
    for (JsonNode example : json(OnnxSpanReaderIT.class.getResourceAsStream("reference.json"))) {
      Window window = Window
          .over(model.tokens(example.get("question").asText()), model.tokens(example.get("passage").asText()))
          .getFirst();
      long[] ids = new long[window.length()];
      window.write(ids, new long[ids.length], new long[ids.length]);
      assertThat(ids).containsExactly(
          IntStream.range(0, ids.length).mapToLong(i -> example.get("input_ids").get(i).asLong()).toArray());
      assertThat(ids).hasSize(example.get("input_ids").size());
    }
  }

  @Test
  void hasTheWeightsThatTheEvaluationWrote() throws IOException {
    JsonNode fitted = json(resource("thresholds.json")).get("retrieval");
    try (InputStream properties = resource("confidence.properties")) {
      assertThat(Calibration.load(properties)).isEqualTo(
          new Calibration(fitted.get("weights").get(0).asDouble(), fitted.get("weights").get(1).asDouble(),
              fitted.get("weights").get(2).asDouble(), fitted.get("bias").asDouble()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "😀😀 On call 👩‍🚀: ", "Ёлка и café, naïve Straße. ",
      "Cafe\u0301 A\u030angstro\u0308m. ",
      "İstanbul İİİ ﬁne. ", "日本語の文書。", "lone \ud83d surrogates \udc00\ud83d. ", "[CLS] and [SEP] and [MASK] ",
      "nothing\u0000 \u200b\ufeff\u00ad here. "})
  void pointsAtTheWordsWhateverStandsBeforeThem(String before) {
    String passage = before + BACKUP;
    Span span = read("At what time does the backup job run?", passage,
        new TextRange(before.length(), passage.length())).spans().getFirst();
    assertThat(span.range().of(passage)).isEqualTo("02:30");
  }

  @Test
  void pointsAtWordsWithSignsOfTheirOwn() {
    String passage = "🚀 The launch is led by Zoë 😀 Nuñez.";
    assertThat(read("Who leads the launch?", passage, new TextRange(0, passage.length())).spans()
        .getFirst()
        .range()
        .of(passage)).isEqualTo("Zoë 😀 Nuñez");
  }

  @Test
  void findsTheBestSpanOfEachSentence() {
    String passage = "Ada Lovelace wrote the first program. Charles Babbage designed the engine.  ";
    var first = new TextRange(0, 37);
    var second = new TextRange(38, 74);
    Reading reading = read("Who designed the engine?", passage, first, second, new TextRange(74, 76));
    assertThat(reading.spans()).extracting(span -> span.range().of(passage))
        .containsExactly("Ada Lovelace", "Charles Babbage", "");
    assertThat(reading.spans().get(1).margin()).isPositive().isGreaterThan(reading.spans().get(0).margin());
    assertThat(reading.spans().get(2)).isEqualTo(new Span(new TextRange(74, 74), -20));
  }

  @Test
  void readsAllOfALongPassage() {
    String before = FILLER.repeat(40);
    String passage = before + BACKUP + " " + FILLER.repeat(40);
    Reading reading = read("At what time does the backup job run?", passage, new TextRange(0, FILLER.length()),
        new TextRange(before.length(), before.length() + BACKUP.length()));
    assertThat(reading.spans().get(1).range().of(passage)).isEqualTo("02:30");
    assertThat(reading.spans().get(1).margin()).isPositive().isGreaterThan(reading.spans().get(0).margin());
    assertThat(reading.confidence()).isGreaterThan(0.5);
  }

  @Test
  void cutsALongQuestion() {
    assertThat(read("At what time does the backup job run? " + "please ".repeat(500), BACKUP,
        new TextRange(0, BACKUP.length())).spans()).hasSize(1);
  }

  @Test
  void readsPassagesWithoutSentencesOrWords() {
    assertThat(read("When?", BACKUP).spans()).isEmpty();
    assertThat(read("When?", " \n", new TextRange(0, 2)))
        .isEqualTo(new Reading(-20, 0, List.of(new Span(new TextRange(0, 0), -20))));
    assertThat(read("", BACKUP, new TextRange(0, BACKUP.length())).spans()).hasSize(1);
  }

  @Test
  void keepsTheOrderOfPassagesOfAllLengths() {
    List<Text> passages = IntStream.range(0, 19).mapToObj(i -> {
      String text = FILLER.repeat(i % 5) + "Room " + (100 + i) + " is free.";
      return new Text(text, List.of(new TextRange(0, text.length())));
    }).toList();
    List<Reading> readings = READER.read("Which room is free?", passages);
    assertThat(IntStream.range(0, 19)
        .mapToObj(i -> readings.get(i).spans().getFirst().range().of(passages.get(i).text()))).allSatisfy(
            words -> assertThat(words).contains("1"))
        .satisfies(words -> assertThat(words.get(7)).contains("107"));
  }

  @Test
  void servesSeveralThreads() throws Exception {
    var fresh = new OnnxSpanReader(OnnxModels.UNKEPT);
    fresh.preload();
    Callable<List<Reading>> task = () -> fresh.read("At what time does the backup job run?",
        List.of(new Text(BACKUP, List.of(new TextRange(0, BACKUP.length())))));
    List<Reading> alone = task.call();
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Future<List<Reading>>> readings = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        readings.add(threads.submit(task));
      }
      for (Future<List<Reading>> reading : readings) {
        assertThat(reading.get()).isEqualTo(alone);
      }
    }
  }

  private static Reading read(String question, String passage, TextRange... sentences) {
    return READER.read(question, List.of(new Text(passage, List.of(sentences)))).getFirst();
  }

  private static InputStream resource(String name) {
    return OnnxSpanReaderIT.class.getResourceAsStream("/dev/docent/reader/en/" + name);
  }

  private static JsonNode json(InputStream file) throws IOException {
    try (file) {
      return new ObjectMapper().readTree(file);
    }
  }
}
