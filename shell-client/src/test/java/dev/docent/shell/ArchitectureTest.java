package dev.docent.shell;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A client talks to Docent through its inbound port. Every rule is also held against {@code archfixture}, where a small
 * client breaks it.
 */
class ArchitectureTest {
  /** Rooms of the core whose values a client is handed. */
  private static final List<String> SEEN = List.of("", ".answer", ".boot", ".conversation", ".corpus", ".evaluation",
      ".gaps", ".index", ".privacy", ".reload", ".retrieval");

  /** Roles that the core hands to its own adapters; a client has no business with them. */
  private static final List<String> OUTBOUND_PORTS = List.of("corpus.DocumentSource", "corpus.LanguageDetector",
      "index.SegmentIndex", "index.IndexView", "index.IndexChange", "index.Embedder", "retrieval.Retriever",
      "retrieval.Reranker", "retrieval.QueryRewriter", "answer.Reader", "conversation.ConversationStore",
      "gaps.GapStore");

  private static final JavaClasses OURS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("dev.docent.shell");
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("archfixture");

  /** A rule for a client and a core, each named by its package. */
  record Rule(String name, BiFunction<String, String, ArchRule> in) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theShellKeeps(Rule rule) {
    rule.in.apply("dev.docent.shell", "dev.docent").check(OURS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theBrokenClientIsCaught(Rule rule) {
    assertThat(rule.in.apply("archfixture.client", "archfixture.core").evaluate(BROKEN).hasViolation()).isTrue();
  }

  @Test
  void theOutboundPortsAreCalledThat() {
    JavaClasses core = new ClassFileImporter().importPackages("dev.docent");
    assertThat(OUTBOUND_PORTS).allMatch(port -> core.contain("dev.docent." + port));
  }

  static Stream<Rule> rules() {
    return Stream.of(new Rule("sees only the port, what it returns, and boot", ArchitectureTest::seesOnlyTheFront),
        new Rule("names no outbound port", ArchitectureTest::namesNoOutboundPort),
        new Rule("uses no library of an adapter", (client, core) -> noClasses().that()
            .resideInAPackage(client + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.lucene..", "dev.langchain4j..", "opennlp..", "org.commonmark..",
                "ai.onnxruntime..", "ai.djl..")));
  }

  private static ArchRule seesOnlyTheFront(String client, String core) {
    String[] seen = SEEN.stream().map(room -> core + room).toArray(String[]::new);
    return classes().that()
        .resideInAPackage(client + "..")
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(core + "..").or(resideInAnyPackage(seen)).or(resideInAnyPackage(client + "..")));
  }

  private static ArchRule namesNoOutboundPort(String client, String core) {
    String ports = String.join("|", OUTBOUND_PORTS).replace(".", "\\.");
    return noClasses().that()
        .resideInAPackage(client + "..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(core.replace(".", "\\.") + "\\.(" + ports + ")");
  }
}
