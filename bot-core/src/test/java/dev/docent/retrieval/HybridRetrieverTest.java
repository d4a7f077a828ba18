package dev.docent.retrieval;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Language;
import dev.docent.index.Embedder;
import dev.docent.index.InMemoryIndexView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HybridRetrieverTest {
  private static final InMemoryIndexView VIEW = new InMemoryIndexView(segment("a", "x"));
  private static final Query ENGLISH = Query.of("When does the office open in the morning?");

  private final List<Integer> asked = new ArrayList<>();

  @Test
  void whatWordsAndVectorsBothFindComesFirst() {
    assertThat(found(ranking("a", "b"), ranking("c", "b"), ENGLISH, 5)).containsExactly("b", "a", "c");
  }

  @Test
  void ofWhatOneOfThemFindsWordsCountMore() {
    assertThat(found(ranking("a", "b"), ranking("c"), ENGLISH, 5)).containsExactly("a", "b", "c");
  }

  @Test
  void vectorsAreNotAskedInALanguageTheyDontKnow() {
    assertThat(found(ranking("a"), (query, view, limit) -> {
      throw new AssertionError("asked for " + query);
    }, Query.of("Когда открывается контора?"), 5)).containsExactly("a");
  }

  @Test
  void noMorePassagesComeThanAreAskedFor() {
    assertThat(found(ranking("a", "b", "c"), ranking("d"), ENGLISH, 2)).hasSize(2);
  }

  @Test
  void bothRankingsGoDeeperThanWhatIsAskedFor() {
    found(counted(List.of()), ranking(), ENGLISH, 5);
    found(counted(List.of()), ranking(), ENGLISH, 50);
    assertThat(asked).containsExactly(30, 50);
  }

  @Test
  void whatLiesBelowManyCopiesIsBroughtUp() {
    var texts = new ArrayList<String>();
    IntStream.range(0, 100).forEach(i -> texts.add("the same text"));
    IntStream.range(0, 40).forEach(i -> texts.add("text " + i));
    assertThat(found(counted(texts), ranking(), ENGLISH, 5)).containsExactly("0", "100", "101", "102", "103");
    assertThat(asked).containsExactly(30, 240);
  }

  @Test
  void copiesWithoutEndAreGivenUp() {
    var texts = new ArrayList<String>();
    IntStream.range(0, 20_000).forEach(i -> texts.add("the same text"));
    assertThat(found(counted(texts), ranking(), ENGLISH, 5)).containsExactly("0");
    assertThat(asked).containsExactly(30, 240, 1_920, 15_360);
  }

  @Test
  void asManyAsAreAskedForAreGivenUpLaterAndEnoughAreEnough() {
    var texts = new ArrayList<String>();
    IntStream.range(0, 30).forEach(i -> texts.add("text " + i));
    IntStream.range(0, 20_000).forEach(i -> texts.add("the same text"));
    found(counted(texts), ranking(), ENGLISH, 5);
    assertThat(asked).containsExactly(30);
    found(counted(texts), ranking(), ENGLISH, 250);
    assertThat(asked).containsExactly(30, 250, 2_000, 16_000);
  }

  @Test
  void aRankingCountsToItsDepthAndNotBelow() {
    var words = new ArrayList<String>();
    IntStream.range(0, 30).forEach(i -> words.add("word " + i));
    Retriever more = (query, view, limit) -> passages(IntStream.range(0, 40).mapToObj(i -> "v" + i).toList());
    List<String> found = found(counted(words), more, ENGLISH, 30);
    assertThat(new HybridRetriever(counted(List.of()), more, embedder()).retrieve(ENGLISH, VIEW, 100)).hasSize(40);
    assertThat(found).hasSize(30);
    assertThat(new HybridRetriever(counted(List.of()), more, embedder()).retrieve(ENGLISH, VIEW, 30)).hasSize(30);
  }

  private List<String> found(Retriever words, Retriever vectors, Query query, int limit) {
    return new HybridRetriever(words, vectors, embedder()).retrieve(query, VIEW, limit)
        .stream()
        .map(passage -> passage.segment().documentId())
        .toList();
  }

  /** The texts as passages of documents of their numbers, as many as are asked for. */
  private Retriever counted(List<String> texts) {
    return (query, view, limit) -> {
      asked.add(limit);
      return passages(texts).subList(0, Math.min(limit, texts.size()));
    };
  }

  private static List<Passage> passages(List<String> texts) {
    return IntStream.range(0, texts.size())
        .mapToObj(
            i -> new Passage(segment(String.valueOf(i), texts.get(i)), i + 1, 1, new RetrieverRank(i + 1, 1),
                RetrieverRank.NONE))
        .toList();
  }

  private static Retriever ranking(String... documents) {
    return (query, view, limit) -> IntStream.range(0, documents.length)
        .mapToObj(
            i -> new Passage(segment(documents[i], "text of " + documents[i]), i + 1, 1, new RetrieverRank(i + 1, 1),
                RetrieverRank.NONE))
        .toList();
  }

  private static Embedder embedder() {
    return new Embedder() {
      @Override
      public String name() {
        return "english";
      }

      @Override
      public int dimensions() {
        return 1;
      }

      @Override
      public boolean understands(Language language) {
        return language == Language.ENGLISH;
      }

      @Override
      public List<float[]> embed(List<String> texts) {
        return texts.stream().map(text -> new float[]{1}).toList();
      }
    };
  }
}
