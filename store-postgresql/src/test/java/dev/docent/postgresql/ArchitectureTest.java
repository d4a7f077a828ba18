package dev.docent.postgresql;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The adapter knows the port it serves, and nobody knows the adapter. */
class ArchitectureTest {
  private static final JavaClasses OURS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("dev.docent");

  private static ArchRule seesOnlyThePort(String... also) {
    return classes().that()
        .resideInAPackage("dev.docent.postgresql..")
        .should()
        .onlyDependOnClassesThat(resideOutsideOfPackage("dev.docent..")
            .or(resideInAnyPackage("dev.docent.postgresql..", "dev.docent.boot"))
            .or(resideInAnyPackage(also)));
  }

  @Test
  void itSeesOnlyThePortAndTheSettings() {
    seesOnlyThePort("dev.docent.telegram.store").check(OURS);
    assertThat(seesOnlyThePort("dev.docent.telegram.access").evaluate(OURS).hasViolation()).isTrue();
  }

  @Test
  void nobodyElseKnowsTheAdapterOrItsLibraries() {
    noClasses().that(resideOutsideOfPackage("dev.docent.postgresql.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("dev.docent.postgresql..", "java.sql..", "javax.sql..",
            "org.postgresql..", "com.zaxxer..", "org.flywaydb.."))
        .check(OURS);
  }

  @Test
  void onlyWhatOpensTheStoreKnowsFlywayAndTheDriver() {
    noClasses().that(resideInAPackage("dev.docent.postgresql.."))
        .and()
        .doNotHaveSimpleName("PostgresqlStores")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.flywaydb..", "org.postgresql.."))
        .check(OURS);
  }

  /** Nothing but a text file tells the bot of the class. */
  @Test
  void theServiceIsNamed() throws IOException, URISyntaxException {
    Path file = Path.of(ArchitectureTest.class
        .getResource("/META-INF/services/dev.docent.telegram.store.StoreProvider")
        .toURI());
    assertThat(Files.readAllLines(file)).isEqualTo(List.of(PostgresqlStores.class.getName()));
  }
}
