package dev.docent;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plan of the house. Every rule is also held against {@code archfixture}, a small house of the same rooms in which
 * each rule is broken once: a rule that finds nothing there would find nothing here either.
 */
class ArchitectureTest {
  private static final String HOUSE = "dev.docent";
  private static final String BROKEN_HOUSE = "archfixture";

  /** Room to the rooms it may see. The empty name is the root: the inbound port, its values, the settings. */
  private static final Map<String, List<String>> ARROWS = new LinkedHashMap<>();

  static {
    ARROWS.put("", List.of("answer", "answer.pipeline", "conversation", "corpus", "gaps", "index", "privacy", "reload",
        "retrieval"));
    ARROWS.put("privacy", List.of());
    ARROWS.put("gaps", List.of("index", "corpus", "retrieval"));
    ARROWS.put("gaps.files", List.of("gaps", "privacy"));
    ARROWS.put("conversation", List.of());
    ARROWS.put("corpus", List.of());
    ARROWS.put("corpus.files", List.of("corpus.files.text", "corpus.files.format", "corpus.files.table",
        "corpus.files.markup", "corpus.files.parser", "corpus"));
    ARROWS.put("corpus.files.text", List.of("corpus"));
    ARROWS.put("corpus.files.format", List.of("corpus.files.text", "corpus"));
    ARROWS.put("corpus.files.table", List.of("corpus.files.format", "corpus"));
    ARROWS.put("corpus.files.markup", List.of("corpus.files.format", "corpus.files.table", "corpus"));
    ARROWS.put("corpus.files.pdf", List.of("corpus.files.format", "corpus.files.table", "corpus"));
    ARROWS.put("corpus.files.sheet", List.of("corpus.files.format", "corpus.files.table", "corpus"));
    ARROWS.put("corpus.files.html", List.of("corpus.files.format", "corpus.files.table", "corpus"));
    ARROWS.put("corpus.files.mail", List.of("corpus.files.text", "corpus.files.format", "corpus.files.table",
        "corpus.files.markup", "corpus.files.html", "corpus"));
    ARROWS.put("corpus.files.parser", List.of("corpus.files.text", "corpus.files.format", "corpus.files.pdf",
        "corpus.files.sheet", "corpus.files.html", "corpus.files.mail", "corpus"));
    ARROWS.put("corpus.opennlp", List.of("corpus"));
    ARROWS.put("index", List.of("corpus"));
    ARROWS.put("index.analysis", List.of("index", "corpus"));
    ARROWS.put("index.lucene", List.of("index.analysis", "index", "corpus", "privacy"));
    ARROWS.put("retrieval", List.of("index", "conversation", "corpus"));
    ARROWS.put("answer", List.of("retrieval", "conversation", "corpus", "index"));
    ARROWS.put("answer.pipeline", List.of("answer", "retrieval", "conversation", "corpus", "index"));
    ARROWS.put("answer.extractive", List.of("answer", "retrieval", "conversation", "corpus", "index"));
    ARROWS.put("answer.document", List.of("answer.extractive", "answer", "retrieval", "corpus", "index"));
    ARROWS.put("answer.claim", List.of("answer", "retrieval", "conversation", "corpus", "index"));
    ARROWS.put("answer.onnx", List.of("answer", "onnx", "retrieval", "conversation", "corpus", "index"));
    ARROWS.put("onnx", List.of("privacy"));
    ARROWS.put("reload", List.of("index", "corpus"));
    ARROWS.put("evaluation", List.of("", "answer", "conversation", "corpus", "index", "reload", "retrieval"));
    ARROWS.put("langchain4j", List.of("", "answer", "conversation", "corpus", "index", "langchain4j.reply", "onnx",
        "retrieval"));
    ARROWS.put("langchain4j.reply", List.of("answer", "corpus"));
    ARROWS.put("boot", List.of("", "privacy"));
  }

  /** Rooms that only {@code DocentFactory} may name. */
  private static final List<String> ADAPTERS = List.of("corpus.files", "corpus.files.text", "corpus.files.format",
      "corpus.files.table", "corpus.files.markup", "corpus.files.pdf", "corpus.files.sheet", "corpus.files.html",
      "corpus.files.mail", "corpus.files.parser", "corpus.opennlp", "gaps.files", "index.analysis", "index.lucene",
      "answer.onnx", "langchain4j", "langchain4j.reply", "onnx");

  /** Rooms that may still be without a class of their own; their rules would otherwise fail for finding nothing. */
  private static final Set<String> MAY_BE_EMPTY = Set.of("boot", "evaluation");

  /** Files that a room may have, its own description included. */
  private static final int ROOM = 25;

  /** A library's packages to the rooms that use it. ICU has none: it is what the JDK's text classes lack. */
  private static final Map<String, List<String>> LIBRARIES = new LinkedHashMap<>();

  static {
    LIBRARIES.put("org.apache.lucene..", List.of("index.analysis", "index.lucene"));
    LIBRARIES.put("dev.langchain4j..", List.of("langchain4j"));
    LIBRARIES.put("org.springframework..", List.of("boot"));
    LIBRARIES.put("org.yaml.snakeyaml..", List.of("boot"));
    LIBRARIES.put("com.fasterxml.jackson.core..", List.of("gaps.files", "langchain4j", "langchain4j.reply"));
    LIBRARIES.put("opennlp..", List.of("corpus.opennlp"));
    LIBRARIES.put("org.commonmark..", List.of("corpus.files.markup", "langchain4j.reply"));
    LIBRARIES.put("org.apache.tika..", List.of("corpus.files.text", "corpus.files.format", "corpus.files.sheet",
        "corpus.files.html", "corpus.files.mail", "corpus.files.parser"));
    LIBRARIES.put("org.apache.poi..", List.of("corpus.files.sheet", "corpus.files.mail"));
    LIBRARIES.put("org.apache.james.mime4j..", List.of("corpus.files.mail"));
    LIBRARIES.put("org.jsoup..", List.of("corpus.files.mail"));
    LIBRARIES.put("org.apache.pdfbox..", List.of("corpus.files.pdf"));
    LIBRARIES.put("ai.onnxruntime..", List.of("onnx", "answer.onnx", "langchain4j"));
    LIBRARIES.put("ai.djl..", List.of("onnx", "answer.onnx", "langchain4j"));
    LIBRARIES.put("sun.misc..", List.of("boot", "onnx"));
  }

  private static final JavaClasses OURS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages(HOUSE);
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(BROKEN_HOUSE);

  /** A rule, built alike for any house, and the class of the broken house that breaks it. */
  record Rule(String name, String brokenBy, Function<String, ArchRule> in) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theHouseKeeps(Rule rule) {
    rule.in.apply(HOUSE).check(OURS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theBrokenHouseIsCaught(Rule rule) {
    assertThat(rule.in.apply(BROKEN_HOUSE).evaluate(BROKEN).getFailureReport().getDetails())
        .anySatisfy(detail -> assertThat(detail).contains(BROKEN_HOUSE + "." + rule.brokenBy));
  }

  @Test
  void everyRoomOnThePlanHasClasses() {
    Set<String> missing = new TreeSet<>(ARROWS.keySet());
    OURS.stream().filter(c -> !c.getSimpleName().equals("package-info")).forEach(c -> missing.remove(room(HOUSE, c)));
    assertThat(missing).isSubsetOf(MAY_BE_EMPTY);
  }

  static Stream<Rule> rules() {
    Stream.Builder<Rule> rules = Stream.builder();
    ARROWS.forEach((room, seen) -> rules.add(new Rule((room.isEmpty() ? "the root" : room) + " keeps to its arrows",
        room.isEmpty() ? "Astray" : room + ".Astray",
        root -> sees(root, room, seen))));
    rules.add(new Rule("every room is on the plan", "attic.Stray", root -> classes().that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage(packages(root, ARROWS.keySet()))));
    rules.add(new Rule("only DocentFactory names adapters", "boot.Astray", ArchitectureTest::onlyDocentsNamesAdapters));
    LIBRARIES.forEach((library, homes) -> rules.add(new Rule(library + " only in " + homes, "corpus.Libraries",
        root -> noClasses().that()
            .resideInAPackage(root + "..")
            .and()
            .resideOutsideOfPackages(packages(root, homes))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(library))));
    rules.add(new Rule("every library has its room", "corpus.Libraries", ArchitectureTest::usesKnownLibraries));
    rules.add(new Rule("only boot sees DocentFactory", "evaluation.Wirer", root -> noClasses().that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(packageOf(root, "boot"))
        .and(areNot(root + ".DocentFactory"))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(root + ".DocentFactory")));
    rules.add(new Rule("rooms form no cycle", "answer.Astray",
        root -> slices().assignedFrom(rooms(root)).should().beFreeOfCycles()));
    rules.add(new Rule("no room has more than " + ROOM + " files", "attic", root -> classes().that()
        .resideInAPackage(root + "..")
        .should(resideInARoomNoFullerThan(ROOM))));
    rules.add(new Rule("every name says something", "corpus.DocumentHelper",
        root -> classes().that().resideInAPackage(root + "..").should(haveANameThatSaysSomething())));
    rules.add(new Rule("every package is null-marked", "attic",
        root -> classes().that().resideInAPackage(root + "..").should(resideInANullMarkedPackage())));
    return rules.build();
  }

  private static ArchRule usesKnownLibraries(String root) {
    List<String> known = new ArrayList<>(LIBRARIES.keySet());
    known.addAll(List.of(root + "..", "java..", "javax..", "org.jspecify..", "org.xml.sax..", "com.ibm.icu.."));
    return classes().that()
        .resideInAPackage(root + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(known.toArray(String[]::new));
  }

  private static ArchRule onlyDocentsNamesAdapters(String root) {
    DescribedPredicate<JavaClass> adapters = resideInAnyPackage(packages(root, ADAPTERS));
    return noClasses().that()
        .resideInAPackage(root + "..")
        .and(not(adapters))
        .and(areNot(root + ".DocentFactory"))
        .should()
        .dependOnClassesThat(adapters);
  }

  private static ArchRule sees(String root, String room, List<String> seen) {
    List<String> allowed = new ArrayList<>(seen);
    allowed.add(room);
    return classes().that()
        .resideInAPackage(packageOf(root, room))
        .and(areNot(root + ".DocentFactory"))
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(root + "..").or(resideInAnyPackage(packages(root, allowed))))
        .allowEmptyShould(MAY_BE_EMPTY.contains(room));
  }

  private static DescribedPredicate<JavaClass> areNot(String name) {
    return describe("are not " + name, c -> !isOrIsIn(c, name));
  }

  private static boolean isOrIsIn(JavaClass c, String name) {
    return c.getName().equals(name) || c.getName().startsWith(name + "$");
  }

  private static String packageOf(String root, String room) {
    return room.isEmpty() ? root : root + "." + room;
  }

  private static String[] packages(String root, Iterable<String> rooms) {
    List<String> packages = new ArrayList<>();
    rooms.forEach(room -> packages.add(packageOf(root, room)));
    return packages.toArray(String[]::new);
  }

  private static String room(String root, JavaClass c) {
    return c.getPackageName().equals(root) ? "" : c.getPackageName().substring(root.length() + 1);
  }

  /** Each package is a slice; DocentFactory, which must see everything, is one by itself. */
  private static SliceAssignment rooms(String root) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass c) {
        if (!c.getPackageName().equals(root) && !c.getPackageName().startsWith(root + ".")) {
          return SliceIdentifier.ignore();
        }
        return SliceIdentifier
            .of(isOrIsIn(c, root + ".DocentFactory") ? "DocentFactory" : packageOf("room", room(root, c)));
      }

      @Override
      public String getDescription() {
        return "rooms of " + root;
      }
    };
  }

  private static ArchCondition<JavaClass> haveANameThatSaysSomething() {
    String empty = "(.*[a-z0-9])?(Impl|Services?|Managers?|Utils?|Helpers?|DTO|Dto)([A-Z0-9].*)?";
    return new ArchCondition<>("have a name that says something") {
      @Override
      public void check(JavaClass c, ConditionEvents events) {
        events.add(new SimpleConditionEvent(c, !c.getSimpleName().matches(empty), c.getName() + " says nothing"));
      }
    };
  }

  /** Classes that are in no other are counted, for each has a file. */
  private static ArchCondition<JavaClass> resideInARoomNoFullerThan(int files) {
    return new ArchCondition<>("reside in a room of at most " + files + " files") {
      private final Map<String, Integer> counts = new TreeMap<>();

      @Override
      public void check(JavaClass c, ConditionEvents events) {
        if (c.getName().indexOf('$') < 0) {
          counts.merge(c.getPackageName(), 1, Integer::sum);
        }
      }

      @Override
      public void finish(ConditionEvents events) {
        counts.forEach((room, count) -> events
            .add(new SimpleConditionEvent(room, count <= files, room + " has " + count + " files")));
      }
    };
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a null-marked package") {
      @Override
      public void check(JavaClass c, ConditionEvents events) {
        boolean marked = c.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(c, marked, c.getPackageName() + " is not null-marked"));
      }
    };
  }
}
