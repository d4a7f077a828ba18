package dev.docent.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceStreamTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      One is here [1]. Two is there [2].          | One is here. (1) Two is there. (2)
      One is here. [1] Two is there. [2]          | One is here. (1) Two is there. (2)
      Both [1] and more [2] hold.                 | Both and more hold. (1,2)
      Both hold [1][2]. And [3, 1].               | Both hold. (1,2) And. (3,1)
      Nothing backs this up at all. This is [1].  | Nothing backs this up at all. () This is. (1)
      Yes. The office opens at nine [1].          | Yes. The office opens at nine. (1)
      It costs 3.5 euros [1].                     | It costs 3.5 euros. (1)
      It says “come in.” [1] Then go [2].         | It says “come in.” (1) Then go. (2)
      **Bold** claim here [1].                    | Bold claim here. (1)
      天は青い[1]。海も青い[2]。                    | 天は青い。 (1) 海も青い。 (2)
      No end [2]                                  | No end (2)
      [1] [2]                                     | ''
      <think>Hm. [3] Or. [4] x</think> It is [1]. | It is. (1)
      """)
  void cutsSentencesWithTheirMarkersHoweverTheyArrive(String written, String expected) {
    for (int size : new int[]{1, 3, 1000}) {
      assertThat(read(written, size)).as("in pieces of %s", size).isEqualTo(expected);
    }
  }

  @Test
  void takesListsLineByLine() {
    assertThat(read("- The first thing [1]\n- The second thing [2]\n\n1. The third [3]", 4))
        .isEqualTo("The first thing (1) The second thing (2) The third (3)");
  }

  @Test
  void givesASentenceAsSoonAsTheNextBegins() {
    var sentences = new SentenceStream(Language.ENGLISH);
    assertThat(sentences.add("The office opens at nine [1].")).isEmpty();
    assertThat(sentences.add(" I")).extracting(SentenceStream.Sentence::text)
        .containsExactly("The office opens at nine.");
  }

  private static String read(String written, int size) {
    var stream = new SentenceStream(Language.ENGLISH);
    var sentences = new ArrayList<SentenceStream.Sentence>();
    for (int i = 0; i < written.length(); i += size) {
      sentences.addAll(stream.add(written.substring(i, Math.min(written.length(), i + size))));
    }
    sentences.addAll(stream.finish());
    List<String> shown = sentences.stream()
        .map(s -> s.text() + " " + s.markers().toString().replace("[", "(").replace("]", ")").replace(" ", ""))
        .toList();
    return String.join(" ", shown);
  }
}
