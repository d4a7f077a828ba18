package dev.docent.index.opensearch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The adapter sees its port, the words of the port, and its libraries. */
class ArchitectureTest {

  @Test
  void theAdapterSeesItsPortAndItsLibrariesOnly() {
    classes().should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.docent.index.opensearch", "dev.docent.index", "dev.docent.index.analysis",
            "dev.docent.corpus", "org.opensearch.client..", "org.apache.hc..", "com.fasterxml.jackson..",
            "org.apache.lucene.analysis..", "org.jspecify..", "java..", "javax.net.ssl..")
        .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.docent.index.opensearch"));
  }
}
