package dev.docent.telegram;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
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
      ".index", ".privacy", ".reload", ".retrieval");

  /** Roles that the core hands to its own adapters; a client has no business with them. */
  private static final List<String> OUTBOUND_PORTS = List.of("corpus.DocumentSource", "corpus.LanguageDetector",
      "index.SegmentIndex", "index.IndexView", "index.IndexChange", "index.Embedder", "retrieval.Retriever",
      "retrieval.Reranker", "retrieval.QueryRewriter", "answer.Reader", "conversation.ConversationStore");

  private static final JavaClasses OURS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
      // The server for rehearsals is a module of its own, with a test of its own.
      .withImportOption(location -> !location.contains("/dev/docent/telegram/rehearsal/"))
      .importPackages("dev.docent.telegram");
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
  void theBotKeeps(Rule rule) {
    rule.in.apply("dev.docent.telegram", "dev.docent").check(OURS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theBrokenClientIsCaught(Rule rule) {
    assertThat(rule.in.apply("archfixture.client", "archfixture.core").evaluate(BROKEN).hasViolation()).isTrue();
  }

  /** A library's packages to the rooms that use it. */
  private static final Map<String, List<String>> LIBRARIES = Map.of("org.h2..", List.of(".store"), "okhttp3..",
      List.of(".api"), "org.telegram.telegrambots.client..", List.of(".api"), "org.telegram.telegrambots.meta..",
      List.of(".api", ".sending", ".command", ".incoming", ".polling", ".reply", ".upload"),
      "org.springframework..", List.of("", ".health"),
      "com.ibm.icu..", List.of(".text"), "ch.qos.logback..", List.of(".health"));

  @Test
  void eachLibraryHasItsRooms() {
    LIBRARIES.forEach((library, rooms) -> inItsRooms("dev.docent.telegram", library, rooms).check(OURS));
  }

  @Test
  void aLibraryOutsideOfItsRoomsIsCaught() {
    assertThat(inItsRooms("archfixture.client", "org.apache.lucene..", List.of(".nowhere")).evaluate(BROKEN)
        .hasViolation()).isTrue();
  }

  /** A room to the rooms it may see, besides itself. What puts the bot together stands above them and sees all. */
  private static final Map<String, List<String>> SEES = Map.ofEntries(
      Map.entry(".api", List.of()),
      Map.entry(".text", List.of()),
      Map.entry(".folder", List.of()),
      Map.entry(".incoming", List.of()),
      Map.entry(".store", List.of(".text")),
      Map.entry(".access", List.of(".store", ".text")),
      Map.entry(".polling", List.of(".api", ".store")),
      Map.entry(".webhook", List.of(".api", ".polling", ".store")),
      Map.entry(".sending", List.of(".api", ".store", ".text")),
      Map.entry(".health", List.of(".api", ".sending")),
      Map.entry(".reply", List.of(".access", ".api", ".incoming", ".sending", ".store", ".text")),
      Map.entry(".question",
          List.of(".access", ".api", ".folder", ".health", ".incoming", ".reply", ".sending", ".store", ".text")),
      Map.entry(".upload",
          List.of(".access", ".api", ".folder", ".incoming", ".reply", ".sending", ".store", ".text")),
      Map.entry(".privacy", List.of(".access", ".incoming", ".store", ".upload")),
      Map.entry(".command", List.of(".access", ".api", ".folder", ".incoming", ".privacy", ".question", ".reply",
          ".sending", ".store", ".text")),
      Map.entry(".admission", List.of(".access", ".command", ".incoming", ".reply", ".store", ".text")),
      Map.entry(".chat",
          List.of(".access", ".admission", ".api", ".command", ".folder", ".health", ".incoming", ".polling",
              ".privacy", ".question", ".reply", ".sending", ".store", ".text", ".upload", ".webhook")));

  @Test
  void eachRoomSeesOnlyItsOwn() {
    SEES.forEach((room, seen) -> seesOnly("dev.docent.telegram", room, seen).check(OURS));
  }

  @Test
  void aRoomThatSeesMoreIsCaught() {
    assertThat(seesOnly("archfixture", ".client", List.of(".core.index")).evaluate(BROKEN).hasViolation()).isTrue();
    assertThat(seesOnly("archfixture", ".client", List.of(".core.index", ".core.langchain4j")).evaluate(BROKEN)
        .hasViolation()).isFalse();
  }

  @Test
  void eachRoomHasItsLine() {
    assertThat(rooms().map(JavaPackage::getName).filter(name -> !name.equals("dev.docent.telegram")))
        .allMatch(name -> SEES.containsKey(name.substring("dev.docent.telegram".length())));
  }

  private static ArchRule seesOnly(String client, String room, List<String> seen) {
    String[] rooms = Stream.concat(Stream.of(room), seen.stream()).map(name -> client + name).toArray(String[]::new);
    return classes().that()
        .resideInAPackage(client + room)
        .should()
        .onlyDependOnClassesThat(resideOutsideOfPackage(client + "..").or(resideInAnyPackage(rooms)));
  }

  /** The server for rehearsals knows nothing of the bot, and only what starts a rehearsal knows the server. */
  @Test
  void theBotAndTheServerForRehearsalsDontKnowEachOther() {
    JavaClasses both = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("dev.docent.telegram");
    noClasses().that()
        .resideInAPackage("dev.docent.telegram.rehearsal..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.docent..").and(resideOutsideOfPackage("dev.docent.telegram.rehearsal..")))
        .check(both);
    noClasses().that()
        .resideInAPackage("dev.docent.telegram..")
        .and()
        .resideOutsideOfPackage("dev.docent.telegram.rehearsal..")
        .and()
        .doNotHaveFullyQualifiedName("dev.docent.telegram.RehearsalCommand")
        .should()
        .dependOnClassesThat(resideInAPackage("dev.docent.telegram.rehearsal.."))
        .check(both);
  }

  @Test
  void theRoomsFormNoCircle() {
    slices().matching("dev.docent.(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void noRoomHasMoreThanTwentyFiveFiles() {
    assertThat(rooms()).allSatisfy(
        room -> assertThat(room.getClasses().stream().filter(c -> !c.isNestedClass())).hasSizeLessThanOrEqualTo(25));
  }

  private static Stream<JavaPackage> rooms() {
    JavaPackage root = OURS.getPackage("dev.docent.telegram");
    // Classes that are only used are in the tree too.
    return Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream())
        .filter(room -> !room.getClasses().isEmpty())
        .filter(room -> !room.getName().startsWith("dev.docent.telegram.rehearsal"));
  }

  private static ArchRule inItsRooms(String client, String library, List<String> rooms) {
    String[] inside = rooms.stream().map(room -> client + room).toArray(String[]::new);
    return noClasses().that(resideInAnyPackage(client + "..").and(not(resideInAnyPackage(inside))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(library));
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
