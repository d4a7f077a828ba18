package dev.docent.shell;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
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

  /** The packages of the shell; each sees only those before it, so that there is no circle. The last is the shell's own. */
  private static final List<String> PACKAGES = List.of("text", "outcome", "json", "input", "index", "line", "doctor",
      "command", "prompt", "");

  /** More files than that in one place, and nobody finds the one to change. */
  private static final int FILES = 25;

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

  @Test
  void eachPackageSeesOnlyThoseBeforeIt() {
    assertThat(backward(PACKAGES)).isEmpty();
  }

  @Test
  void aPackageThatSeesOneBehindItIsCaught() {
    assertThat(backward(PACKAGES.reversed())).contains("command sees line", "outcome sees text");
  }

  @Test
  void eachPackageHasItsPlace() {
    assertThat(OURS.stream().map(ArchitectureTest::room).distinct()).containsExactlyInAnyOrderElementsOf(PACKAGES);
  }

  @Test
  void noPackageHasTooManyFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      Map<Path, Long> counted = files.filter(Files::isRegularFile)
          .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
      assertThat(counted).hasSize(PACKAGES.size()).allSatisfy((folder, n) -> assertThat(n).isLessThanOrEqualTo(FILES));
    }
  }

  private static Set<String> backward(List<String> order) {
    return OURS.stream()
        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
        .filter(seen -> seen.getTargetClass().getPackageName().startsWith("dev.docent.shell"))
        .filter(seen -> order.indexOf(room(seen.getTargetClass())) > order.indexOf(room(seen.getOriginClass())))
        .map(seen -> room(seen.getOriginClass()) + " sees " + room(seen.getTargetClass()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String room(JavaClass c) {
    return c.getPackageName().equals("dev.docent.shell")
        ? ""
        : c.getPackageName().substring("dev.docent.shell.".length());
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
