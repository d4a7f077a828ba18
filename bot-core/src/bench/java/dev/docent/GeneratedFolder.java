package dev.docent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A folder of as many documents as wanted, alike on every run. Words are made of syllables and drawn as in real texts: a
 * few often, most seldom. Each document knows one thing that nobody else knows.
 */
final class GeneratedFolder {
  private static final int SECTIONS = 10;
  private static final int VOCABULARY = 30_000;
  private static final String[] SYLLABLES = ("ba be bo da de di fa fe ga go ha he ka ki ko la le li lo ma me mi mo na ne no "
      + "pa pe ra re ri ro sa se si so ta te ti to va ve vi wa we").split(" ");
  private static final String[] THINGS = ("harbour bridge committee window letter contract engine garden station budget "
      + "captain teacher market river holiday machine question meeting island village kitchen winter summer morning "
      + "school library museum theatre doctor lawyer farmer worker house street church tower valley forest cloud storm "
      + "account invoice report drawing picture number measure company office quarter century railway factory")
      .split(" ");
  private static final String[] DEEDS = ("was built near opened before replaced looks like belongs to was sold after "
      + "stands behind was paid for by was repaired with is known for")
      .split(" (?=was |is |opened|replaced|looks|belongs|stands)");
  private static final String[] QUALITIES = ("old new large small quiet expensive wooden broken northern famous useful "
      + "simple careful early late public private empty heavy bright").split(" ");

  private final Path folder;
  private final int documents;
  private final List<String> words = new ArrayList<>();

  GeneratedFolder(Path folder, int documents) {
    this.folder = folder;
    this.documents = documents;
    var random = new Random(1);
    while (words.size() < VOCABULARY) {
      var word = new StringBuilder();
      for (int i = 2 + random.nextInt(3); i > 0; i--) {
        word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      words.add(word.toString());
    }
  }

  void write() throws IOException {
    for (int i = 0; i < documents; i++) {
      Path file = file(i);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text(i, 0));
    }
  }

  Path file(int document) {
    return folder.resolve("part-" + document / 500).resolve("report-" + document + ".md");
  }

  /** The text of a document; of another edition, one paragraph is another. */
  String text(int document, int edition) {
    var random = new Random(document);
    var text = new StringBuilder("# Report on " + place(document) + "\n\n");
    for (int section = 0; section < SECTIONS; section++) {
      text.append("## ").append(name(word(random))).append(" and ").append(word(random)).append("\n\n");
      if (section == SECTIONS / 2) {
        text.append("The keeper of ").append(place(document)).append(" is ").append(keeper(document)).append(". ");
      }
      if (section == 0 && edition > 0) {
        text.append("Edition ").append(edition).append(" of this report was made today. ");
      }
      for (int sentence = 5 + random.nextInt(4); sentence > 0; sentence--) {
        sentence(random, text);
      }
      text.append("\n\n");
    }
    return text.toString();
  }

  String question(int document) {
    return "Who is the keeper of " + place(document) + "?";
  }

  String keeper(int document) {
    return name(unique(document, 7)) + " " + name(unique(document, 11));
  }

  private String place(int document) {
    return name(unique(document, 3)) + " " + name(unique(document, 5));
  }

  private static String unique(int document, int kind) {
    var random = new Random(document * 31L + kind);
    return SYLLABLES[random.nextInt(SYLLABLES.length)] + SYLLABLES[random.nextInt(SYLLABLES.length)]
        + SYLLABLES[random.nextInt(SYLLABLES.length)] + "ld";
  }

  private void sentence(Random random, StringBuilder text) {
    text.append("The ")
        .append(any(QUALITIES, random))
        .append(' ')
        .append(any(THINGS, random))
        .append(" of ")
        .append(name(word(random)))
        .append(' ')
        .append(any(DEEDS, random))
        .append(" the ")
        .append(any(QUALITIES, random))
        .append(' ')
        .append(any(THINGS, random))
        .append(" and the ")
        .append(any(THINGS, random))
        .append(" with its ")
        .append(word(random))
        .append(". ");
  }

  private static String any(String[] words, Random random) {
    return words[random.nextInt(words.length)];
  }

  /** Rank r about as often as 1/r. */
  private String word(Random random) {
    return words.get((int) Math.min(VOCABULARY - 1, Math.exp(random.nextDouble() * Math.log(VOCABULARY))));
  }

  private static String name(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
