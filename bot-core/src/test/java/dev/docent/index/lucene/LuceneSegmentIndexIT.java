package dev.docent.index.lucene;

import static dev.docent.index.IndexContents.MANIFEST;
import static dev.docent.index.IndexContents.document;
import static dev.docent.index.IndexContents.entry;
import static dev.docent.index.IndexContents.matching;
import static dev.docent.index.IndexContents.put;
import static dev.docent.index.IndexContents.segments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docent.corpus.Document;
import dev.docent.corpus.Language;
import dev.docent.index.IndexBusyException;
import dev.docent.index.IndexChange;
import dev.docent.index.IndexDamagedException;
import dev.docent.index.IndexException;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.index.WeightedTerm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuceneSegmentIndexIT {
  private final Path folder;

  LuceneSegmentIndexIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ENGLISH | The fishermen were repairing nets. | who repaired the net?
      ENGLISH | Café owners met Bogusławski. | cafe boguslawski
      RUSSIAN | Рыбаки чинили старые сети. | кто чинит старую сеть
      RUSSIAN | Ёлку поставили на площади. | елка
      GERMAN | Die Fischer flickten ihre Netze. | Fischers Netz
      FRENCH | Les pêcheurs réparaient leurs filets. | pêcheur filet
      SPANISH | Los pescadores reparaban sus redes. | pescador red
      ITALIAN | I pescatori riparavano le reti. | pescatore
      PORTUGUESE | Os pescadores consertavam as redes. | pescador
      TURKISH | Balıkçılar ağlarını onardı. | balıkçı
      ARABIC | كان الصيادون يصلحون الشباك. | الصيادين
      CHINESE | 渔民们修补渔网。 | 渔网
      JAPANESE | 漁師たちは網を直した。 | 漁師
      KOREAN | 어부들이 그물을 고쳤다. | 어부들
      OTHER | Kalastajat korjasivat verkkoja. | KALASTAJAT
      """)
  void matchesWordsInTheFormsOfTheirLanguage(Language language, String text, String question) {
    try (SegmentIndex index = open()) {
      put(index, language, text);
      try (IndexView view = index.acquire()) {
        assertThat(matching(view, question, language)).containsExactly(text);
      }
    }
  }

  @Test
  void takesOperatorsForWords() {
    try (SegmentIndex index = open()) {
      put(index, Language.ENGLISH, "The foo stands beside the bar.");
      try (IndexView view = index.acquire()) {
        for (String question : List.of("foo AND (bar OR \"x~*?:", "+foo -bar", "body_en:foo", "foo^^5 [a TO", "\\",
            "/foo.*/", "*", "foo\u0000bar")) {
          assertThat(matching(view, question, Language.ENGLISH)).as(question).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(matching(view, "foo AND (bar OR \"x~*?:", Language.ENGLISH)).hasSize(1);
      }
    }
  }

  @Test
  void answersQuestionsOfThousandsOfTerms() {
    try (SegmentIndex index = open()) {
      put(index, Language.ENGLISH, "The harbour is old.");
      try (IndexView view = index.acquire()) {
        List<WeightedTerm> terms = Stream
            .concat(IntStream.range(0, 4_000).mapToObj(i -> "w" + i), Stream.of(view.terms("harbour", Language.ENGLISH)
                .getFirst()
                .text()))
            .map(term -> new WeightedTerm(term, 1))
            .toList();
        assertThat(view.matchingTerms(terms, Language.ENGLISH, 5)).hasSize(1);
      }
    }
  }

  @Test
  void findsWordsThatAreMisspelt() {
    try (SegmentIndex index = open()) {
      put(index, Language.ENGLISH, "Inspector Kalashnikov visits the harbour.");
      try (IndexView view = index.acquire()) {
        String wrong = view.terms("Kalashnikow", Language.ENGLISH).getFirst().text();
        String right = view.terms("Kalashnikov", Language.ENGLISH).getFirst().text();
        assertThat(view.spelledLike(wrong, Language.ENGLISH)).first().isEqualTo(right);
        assertThat(view.spelledLike("qqqqqq", Language.ENGLISH)).isEmpty();
      }
    }
  }

  @Test
  void seesTheCommitsOfAnotherOpening() {
    try (SegmentIndex one = open(); SegmentIndex other = open()) {
      put(one, Language.ENGLISH, "Boats come.");
      try (IndexView view = other.acquire()) {
        assertThat(matching(view, "boats", Language.ENGLISH)).hasSize(1);
        assertThat(view.manifest()).contains(MANIFEST);
      }
      put(other, Language.ENGLISH, "Nets dry.");
      try (IndexView view = one.acquire()) {
        assertThat(matching(view, "nets", Language.ENGLISH)).hasSize(1);
      }
    }
  }

  @Test
  void refusesAChangeWhileAnotherOpeningHoldsTheLock() {
    try (SegmentIndex one = open(); SegmentIndex other = open()) {
      IndexChange change = one.change();
      assertThatThrownBy(other::change).isInstanceOf(IndexBusyException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("this process since")
          .hasMessageContaining("reload --wait");
      change.close();
      assertThat(folder.resolve("docent.owner")).doesNotExist();
      put(other, Language.ENGLISH, "Boats come.");
    }
  }

  @Test
  void holdsEverythingAfterBeingOpenedAgain() {
    try (SegmentIndex index = open()) {
      put(index, Language.ENGLISH, "Boats come.");
    }
    try (SegmentIndex index = open(); IndexView view = index.acquire()) {
      assertThat(matching(view, "boats", Language.ENGLISH)).hasSize(1);
      assertThat(view.manifest()).contains(MANIFEST);
    }
  }

  @Test
  void readsOnInAThreadThatIsCancelled() {
    try (SegmentIndex index = open(); SegmentIndex other = open()) {
      put(index, Language.ENGLISH, "Boats come.");
      put(other, Language.ENGLISH, "Nets dry.");
      Thread.currentThread().interrupt();
      try (IndexView view = index.acquire()) {
        assertThat(view.segmentCount()).isEqualTo(1);
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      try (IndexView view = index.acquire()) {
        assertThat(matching(view, "nets", Language.ENGLISH)).hasSize(1);
      }
    }
  }

  @Test
  void listsDocumentsByIdWhateverTheOrderTheyCameIn() {
    try (SegmentIndex index = open()) {
      for (String id : List.of("b.md", "a/c.md", "B.md", "a.md")) {
        Document document = document(id, Language.ENGLISH, "Text.");
        try (IndexChange change = index.change()) {
          change.put(entry(document, 1), document, segments(document));
          change.commit(MANIFEST);
        }
      }
      try (IndexView view = index.acquire()) {
        assertThat(view.documents()).extracting(e -> e.id()).containsExactly("B.md", "a.md", "a/c.md", "b.md");
      }
    }
  }

  @Test
  void startsAnewInADamagedFolderAndRemembersWhyUntilItHoldsSomething() throws IOException {
    try (SegmentIndex index = open()) {
      put(index, Language.ENGLISH, "Boats come.");
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments")).toList()) {
        Files.write(file, new byte[]{1, 2, 3});
      }
    }
    try (SegmentIndex index = open()) {
      try (IndexView view = index.acquire()) {
        assertThat(view.segmentCount()).isZero();
        assertThat(view.manifest()).isEmpty();
        assertThat(view.lost()).isPresent();
      }
      put(index, Language.ENGLISH, "Boats come.");
      try (IndexView view = index.acquire()) {
        assertThat(view.lost()).isEmpty();
      }
    }
  }

  @Test
  void answersFromTheLastGoodStateWhenTheFolderIsTakenAwayAndSaysSoOfTheNewest() throws IOException {
    try (SegmentIndex index = open(); SegmentIndex other = open()) {
      put(index, Language.ENGLISH, "Boats come.");
      other.acquire().close();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
      try (IndexView view = index.acquire()) {
        assertThat(matching(view, "boats", Language.ENGLISH)).hasSize(1);
      }
      assertThatThrownBy(index::newest).isInstanceOf(IndexDamagedException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("docent reload");
      index.startAnew("gone");
      put(index, Language.ENGLISH, "Nets dry.");
      for (SegmentIndex each : List.of(index, other)) {
        try (IndexView view = each.acquire()) {
          assertThat(matching(view, "nets", Language.ENGLISH)).hasSize(1);
          assertThat(matching(view, "boats", Language.ENGLISH)).isEmpty();
        }
      }
    }
  }

  @Test
  void saysOfAPathThatIsNoFolderWhatToDo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> LuceneSegmentIndex.open(file, language -> true)).isInstanceOf(IndexException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("permissions");
  }

  private SegmentIndex open() {
    return LuceneSegmentIndex.open(folder, language -> language == Language.ENGLISH);
  }
}
