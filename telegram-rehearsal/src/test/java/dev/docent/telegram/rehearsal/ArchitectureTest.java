package dev.docent.telegram.rehearsal;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The server knows the Bot API and nothing else: neither the bot nor Docent. */
class ArchitectureTest {
  private static final String ROOT = "dev.docent.telegram.rehearsal";
  private static final int MOST_FILES = 25;
  private static final JavaClasses OURS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages(ROOT);

  /** A room to the rooms it may see, besides itself. */
  private static final Map<String, List<String>> SEES = Map.of(
      ".chat", List.of(),
      ".rules", List.of(),
      ".world", List.of(".chat", ".rules"),
      ".server", List.of(".chat", ".rules", ".world"),
      "", List.of(".chat", ".rules", ".world", ".server"),
      ".terminal", List.of("", ".chat"));

  @Test
  void eachRoomSeesOnlyItsOwn() {
    SEES.forEach((room, seen) -> classes().that()
        .resideInAPackage(ROOT + room)
        .should()
        .onlyDependOnClassesThat(resideOutsideOfPackages("dev.docent..").or(resideIn(room, seen)))
        .check(OURS));
  }

  private static DescribedPredicate<JavaClass> resideIn(
      String room, List<String> seen) {
    String[] rooms = Stream.concat(Stream.of(room), seen.stream()).map(name -> ROOT + name).toArray(String[]::new);
    return resideInAnyPackage(rooms);
  }

  @Test
  void eachRoomHasItsLine() {
    assertThat(packages().map(JavaPackage::getName)).allMatch(name -> SEES.containsKey(name.substring(ROOT.length())));
  }

  @Test
  void theRoomsFormNoCircle() {
    slices().matching("dev.docent.(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void noRoomHasMoreThanTwentyFiveFiles() {
    assertThat(packages()).allSatisfy(room -> assertThat(files(room)).isLessThanOrEqualTo(MOST_FILES));
  }

  private static Stream<JavaPackage> packages() {
    JavaPackage root = OURS.getPackage(ROOT);
    return Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream()).filter(p -> !p.getClasses().isEmpty());
  }

  /** Top-level classes, and what says what the package is for. */
  private static long files(JavaPackage room) {
    return room.getClasses().stream().filter(c -> !c.isNestedClass()).count();
  }
}
