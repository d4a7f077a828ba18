package dev.docent.langchain4j;

import static dev.docent.langchain4j.FakeModelServer.openAi;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.ModelName;
import dev.docent.answer.pipeline.CitationVerifier;
import dev.docent.answer.Draft;
import dev.docent.answer.Evidence;
import dev.docent.answer.Layout;
import dev.docent.answer.Part;
import dev.docent.answer.claim.FactCheck;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.InMemoryIndexView;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.docent.retrieval.RetrieverRank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms in which models reply, and what is shown of each: {@code forms-of-reply.txt}. */
class FormsOfReplyIT {
  private static final Segment OFFICE = segment("office.md", "Opening Hours",
      "The office opens at nine. It closes at five on weekdays. Dogs may come on Fridays.");
  private static final Segment KEYS = segment("keys.md", "Keys",
      "To get a key, fill in the yellow form, pay a deposit of 40 euros and show your card at the desk. Then run\n"
          + "keyctl grant --user NAME --door 7\nas root. The key must be returned within 90 days.");

  private final FakeModelServer server = new FakeModelServer();

  @AfterEach
  void stop() {
    server.close();
  }

  record Form(String name, String reply, String shown) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void isShownAsItIsMeant(Form form) throws InterruptedException {
    for (int size : new int[]{3, 1000}) {
      assertThat(shown(form.reply, size)).as("in pieces of " + size).isEqualTo(form.shown);
    }
  }

  private String shown(String reply, int size) throws InterruptedException {
    var pieces = new ArrayList<String>();
    for (int i = 0; i < reply.length(); i += size) {
      pieces.add(reply.substring(i, Math.min(reply.length(), i + size)));
    }
    server.then(openAi(pieces.toArray(String[]::new)));
    var factory = new ModelFactory(ModelName.parse("openai:m"), server.address(), Duration.ofSeconds(10), name -> "k");
    List<Passage> passages = Stream.of(OFFICE, KEYS)
        .map(s -> new Passage(s, 1, 1, RetrieverRank.NONE, RetrieverRank.NONE))
        .toList();
    var evidence = new Evidence(passages, new InMemoryIndexView(OFFICE, KEYS));
    Query query = Query.of("When does the office open, and how do I get a key?");
    return switch (new ChatModelReader(factory).read(query, evidence, claim -> {})) {
      case Draft.Declined declined -> "(declined)";
      case Draft.Written written -> {
        var verification = new CitationVerifier(new FactCheck()).begin(evidence, query);
        var parts = new ArrayList<Part>();
        written.claims().forEach(claim -> parts.addAll(verification.verify(claim)));
        var text = new StringBuilder();
        Layout.of(parts)
            .forEach(laid -> text.append(text.isEmpty() ? "" : laid.part().begins() ? "\n" : " ")
                .append(laid.plain()));
        verification.dropped().forEach(dropped -> text.append("\n(not shown: ").append(dropped).append(")"));
        // Which quote a marker stands for is shown by the document it is of.
        String plain = text.toString();
        for (var citation : verification.citations()) {
          plain = plain.replace("[" + citation.n() + "]", "[" + citation.document().replace(".md", "") + "]");
        }
        yield plain.strip();
      }
    };
  }

  static Stream<Form> forms() {
    try (var in = Objects.requireNonNull(FormsOfReplyIT.class.getResourceAsStream("forms-of-reply.txt"))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^=== ")).skip(1).map(form -> {
        String[] parts = form.split("\\R--- shown\\R", 2);
        String[] head = parts[0].split("\\R", 2);
        return new Form(head[0], head[1], parts[1].strip());
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Segment segment(String document, String title, String text) {
    return new Segment(document, title, 0, List.of(), text, 0, 0, 1, Language.ENGLISH);
  }
}
