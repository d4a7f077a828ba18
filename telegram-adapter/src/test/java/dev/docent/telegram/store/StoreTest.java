package dev.docent.telegram.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {
  private final Path folder;
  private final Path file;

  StoreTest(@TempDir Path folder) {
    this.folder = folder.resolve("bot");
    this.file = this.folder.resolve("s.mv");
  }

  private static StoredMap<String> words(Store store) {
    return new StoredMap<>(store, "words", String.class);
  }

  private void filled() {
    try (Store store = Store.open(file)) {
      for (int i = 0; i < 200; i++) {
        words(store).put("key" + i, "value number " + i);
      }
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private String bytes() throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  @Test
  void aNewOneIsNoLossAndItsOwnersAlone() throws IOException {
    try (Store store = Store.open(file)) {
      words(store).put("a", "b");
      assertThat(store.loss()).isNull();
      assertThat(names()).containsExactly("s.mv");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
  }

  @Test
  void whatWasRemovedIsInNoByteOnceItIsRewritten() throws IOException {
    filled();
    try (Store store = Store.open(file)) {
      words(store).put("key7", "value for the wombat");
      words(store).removeIf((key, value) -> value.contains("wombat") || value.endsWith("number 8"));
      assertThat(bytes()).contains("the wombat", "value number 8");
      store.rewrite();
      assertThat(bytes()).doesNotContain("wombat").doesNotContain("value number 8\"").contains("value number 9");
      words(store).put("key7", "again");
      assertThat(words(store).get("key7")).contains("again");
      assertThat(names()).containsExactly("s.mv");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
    try (Store store = Store.open(file)) {
      assertThat(words(store).all()).hasSize(199);
      assertThat(bytes()).doesNotContain("wombat");
    }
  }

  @Test
  void anEmptiedFileIsNotTakenForANewStore() throws IOException {
    filled();
    Files.write(file, new byte[0]);
    try (Store store = Store.open(file)) {
      assertThat(store.loss()).contains("it is empty", "s.mv.damaged-", "good copy");
      words(store).put("a", "b");
      assertThat(names()).hasSize(2).first().isEqualTo("s.mv");
    }
    try (Store store = Store.open(file)) {
      assertThat(store.loss()).as("told once").isNull();
      assertThat(words(store).get("a")).contains("b");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"header", "zeros", "noise", "cut", "text"})
  void aFileThatCantBeReadIsSetAsideAndAllGoesOn(String damage) throws IOException {
    filled();
    byte[] whole = Files.readAllBytes(file);
    byte[] bad = switch (damage) {
      case "header" -> {
        byte[] header = whole.clone();
        new Random(1).nextBytes(header);
        System.arraycopy(whole, 8192, header, 8192, whole.length - 8192);
        yield header;
      }
      case "zeros" -> new byte[whole.length];
      case "noise" -> {
        byte[] noise = new byte[whole.length];
        new Random(2).nextBytes(noise);
        yield noise;
      }
      case "cut" -> java.util.Arrays.copyOf(whole, 100);
      default -> "no store at all".getBytes(StandardCharsets.UTF_8);
    };
    Files.write(file, bad);
    try (Store store = Store.open(file)) {
      assertThat(store.loss()).contains("can't be read", "s.mv.damaged-");
      words(store).put("a", "b");
      assertThat(words(store).get("a")).contains("b");
    }
    Path aside = folder.resolve(names().get(1));
    assertThat(Files.readAllBytes(aside)).as("untouched, for whoever wants to mend it").isEqualTo(bad);
  }

  /** A property: whatever happened to the file, the store opens, with what was in it or with a word about its loss. */
  @Test
  void noDamageKeepsTheBotFromStarting() throws IOException {
    filled();
    byte[] whole = Files.readAllBytes(file);
    var random = new Random(Long.getLong("docent.seed", 20261128));
    for (int i = 0; i < Integer.getInteger("docent.damages", 60); i++) {
      byte[] bad = java.util.Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
      int hits = 1 + random.nextInt(200);
      int from = random.nextInt(Math.max(1, bad.length));
      for (int hit = 0; hit < hits && bad.length > 0; hit++) {
        int at = random.nextBoolean() ? Math.min(bad.length - 1, from + hit) : random.nextInt(bad.length);
        bad[at] = (byte) random.nextInt();
      }
      Files.write(file, bad);
      try (Store store = Store.open(file)) {
        words(store).put("new", "word");
        assertThat(words(store).get("new")).contains("word");
        store.rewrite();
      }
      try (Store store = Store.open(file)) {
        assertThat(store.loss()).as("round %d", i).isNull();
        assertThat(words(store).get("new")).contains("word");
      }
    }
  }

  @Test
  void aValueThatCantBeReadCostsThatValue() {
    try (Store store = Store.open(file)) {
      new StoredMap<>(store, "ratings", String.class).put("1", "no number");
      new StoredMap<>(store, "ratings", Long.class).put("2", 5L);
      var numbers = new StoredMap<>(store, "ratings", Long.class);
      assertThat(numbers.get("1")).isEmpty();
      assertThat(numbers.all()).hasSize(1);
      assertThat(numbers.update("1", 3L, n -> n + 1)).isEqualTo(4);
    }
  }

  @Test
  void aStoreThatAnotherHoldsIsLeftAlone() throws IOException {
    filled();
    try (Store store = Store.open(file)) {
      assertThatThrownBy(() -> Store.open(file)).isInstanceOf(StoreException.class).hasMessageContaining("in use");
      assertThat(names()).containsExactly("s.mv");
      assertThat(words(store).all()).hasSize(200);
    }
  }

  @Test
  void whatACrashLeftOfADraftGoes() throws IOException {
    filled();
    Files.writeString(folder.resolve("s.mv-123.new"), "wombat");
    try (Store store = Store.open(file)) {
      assertThat(names()).containsExactly("s.mv");
      assertThat(words(store).all()).hasSize(200);
    }
  }
}
