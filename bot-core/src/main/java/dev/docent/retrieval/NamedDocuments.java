package dev.docent.retrieval;

import dev.docent.index.IndexView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps to the documents that a question names: "what does the contract say about …", "in handbook.md", "according to
 * the minutes of March". A question that names none, or one that all passages are from, is left alone. Stateless.
 */
public final class NamedDocuments implements Reranker {
  private static final Pattern CUE = Pattern.compile(
      "(?<!\\p{L})(?:(?:in|from|of|per|by|says?|according to)|(?:does|do|did)|(?:в|во|из|согласно|по)|(?:im|in|aus|laut|gemäß)"
          + "|(?:dans|selon|d'après)|(?:en|según)|(?:nel|nella|secondo)|(?:no|na|segundo))\\s+"
          + "(?:(?:the|our|my|this|that|your|der|die|das|dem|den|la|le|les|el|los|il|o|a)\\s+)?");
  private static final Pattern FILE = Pattern.compile(
      "(?i)(?:\\b(?:in|from|of|according to)\\s+(?:the\\s+)?(?:file\\s+|document\\s+)?)?[\\p{L}\\p{Nd}_./-]*[\\p{L}\\p{Nd}_-]"
          + "\\.(?:md|markdown|txt|text|pdf|docx?|pptx?|xlsx?|csv|odt|html?|epub|rtf|eml)(?![\\p{L}\\p{Nd}])");
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
  private static final int LONGEST_TITLE = 4;
  private static final int SHORTEST_WORD = 3;
  private static final int FILES = 3;
  private static final int SEGMENTS = 5;

  private final Reranker first;

  /** @param first orders the passages; what it ranks is looked at */
  public NamedDocuments(Reranker first) {
    this.first = first;
  }

  @Override
  public List<Passage> rerank(Query query, List<Passage> passages, IndexView view) {
    List<Passage> ranked = first.rerank(query, passages, view);
    List<Passage> named = ranked.stream()
        .filter(p -> named(query.text(), p.segment().documentId(), p.segment().title()))
        .toList();
    if (named.isEmpty() && FILE.matcher(query.text()).find()) {
      List<Passage> unasked = beginnings(query, view);
      return unasked.isEmpty() ? ranked : unasked;
    }
    return named.isEmpty() || named.size() == ranked.size() ? ranked : numbered(named);
  }

  /** The first segments of documents whose files are named although nothing in them was found. */
  private static List<Passage> beginnings(Query query, IndexView view) {
    return numbered(view.documents()
        .stream()
        .filter(entry -> entry.segments() > 0 && named(query.text(), entry.id(), ""))
        .limit(FILES)
        .flatMap(entry -> view.segments(entry.id()).stream().limit(SEGMENTS))
        .map(segment -> new Passage(segment, 1, 0, Standing.NONE, Standing.NONE))
        .toList());
  }

  private static List<Passage> numbered(List<Passage> passages) {
    var again = new ArrayList<Passage>();
    passages.forEach(p -> again.add(p.withRank(again.size() + 1, p.score())));
    return again;
  }

  /** The query without the file names in it: they say where to look, not what for. */
  public static Query withoutFileNames(Query query) {
    String text = FILE.matcher(query.text()).replaceAll(" ").replaceAll("\\s+", " ").strip();
    return text.codePoints().noneMatch(Character::isLetterOrDigit)
        ? query
        : new Query(query.original(), text, query.carried(), query.otherThan());
  }

  /** Whether the question names the document, by its file name, its folder or its title. */
  public static boolean named(String question, String documentId, String title) {
    String text = question.toLowerCase(Locale.ROOT);
    String path = documentId.toLowerCase(Locale.ROOT);
    String file = path.substring(path.lastIndexOf('/') + 1);
    if (file.contains(".") && (text.contains(file) || text.contains(path))) {
      return true;
    }
    String stem = file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
    List<String> folders = path.contains("/")
        ? Arrays.asList(path.substring(0, path.lastIndexOf('/')).split("/"))
        : List.of();
    boolean shortTitle = words(title).size() <= LONGEST_TITLE;
    Matcher cue = CUE.matcher(text);
    for (int from = 0; cue.find(from); from = cue.end()) {
      List<String> said = words(text.substring(cue.end()));
      if (begins(said, words(stem)) || shortTitle && begins(said, words(title.toLowerCase(Locale.ROOT)))
          || folders.stream().anyMatch(folder -> begins(said, words(folder)) && said.contains("folder"))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the name's words are the first that are said, in any order, one other word between them at most. */
  private static boolean begins(List<String> said, List<String> name) {
    List<String> letters = name.stream().filter(word -> !number(word) && word.length() >= SHORTEST_WORD).toList();
    if (letters.isEmpty()) {
      return false;
    }
    List<String> start = said.subList(0, Math.min(said.size(), name.size() + 1));
    boolean otherNumber = start.stream().filter(NamedDocuments::number).anyMatch(n -> !name.contains(n))
        && name.stream().anyMatch(NamedDocuments::number);
    return !otherNumber && letters.stream().allMatch(word -> start.stream().anyMatch(s -> same(s, word)));
  }

  private static boolean same(String said, String name) {
    return said.equals(name) || said.equals(name + "s") || name.equals(said + "s");
  }

  private static boolean number(String word) {
    return word.codePoints().allMatch(Character::isDigit);
  }

  private static List<String> words(String text) {
    return WORDS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
  }
}
