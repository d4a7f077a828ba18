package dev.docent.retrieval;

import dev.docent.index.IndexView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps to the documents that a question names: "what does the contract say about …", "in handbook.md", "according to
 * the minutes of March". A question that names none, or one that all passages are from, is left alone. Stateless.
 */
public final class NamedDocuments implements Reranker {
  private static final Pattern FILE = Pattern.compile(
      "(?i)(?:\\b(?:in|from|of|according to)\\s+(?:the\\s+)?(?:file\\s+|document\\s+)?)?(?<![\\p{L}\\p{M}\\p{Nd}_./-])[\\p{L}\\p{M}\\p{Nd}_./-]*[\\p{L}\\p{M}\\p{Nd}_-]"
          + "\\.(?:md|markdown|txt|text|pdf|docx?|pptx?|xlsx?|csv|odt|html?|epub|rtf|eml|msg|mbox)(?![\\p{L}\\p{Nd}])");
  /** A question in which a document says something. */
  private static final Pattern SPEAKER = Pattern.compile(
      "(?iu)(?<!\\p{L})(?:according to|per|laut|gemäß|selon|d'après|según|secondo|согласно|say|says|said|state[sd]?|mention\\p{L}*|"
          + "говорит\\p{L}*|сказано|написано|упоминается)(?!\\p{L})");
  private static final double HAIR = 0.1;
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
    DocumentNames names = DocumentNames.in(query.text());
    List<Passage> named = ranked.stream()
        .filter(p -> names.include(p.segment().documentId(), p.segment().title()))
        .toList();
    if (named.isEmpty() && FILE.matcher(query.text()).find()) {
      List<Passage> unasked = beginnings(names, view);
      return unasked.isEmpty() ? ranked : unasked;
    }
    if (named.isEmpty() || named.size() == ranked.size()) {
      return ranked;
    }
    // A file's name may be a word like any other: where others hold more of the question, it is only a hint.
    boolean said = FILE.matcher(query.text()).find() || SPEAKER.matcher(query.text()).find();
    List<Passage> others = ranked.stream().filter(p -> !named.contains(p)).toList();
    if (said || named.getFirst().score() >= others.getFirst().score() - HAIR) {
      return numbered(named);
    }
    var hinted = new ArrayList<>(named);
    hinted.addAll(others);
    hinted.sort(Comparator.comparingDouble(Passage::score).reversed());
    return numbered(hinted);
  }

  /** The first segments of documents whose files are named although nothing in them was found. */
  private static List<Passage> beginnings(DocumentNames names, IndexView view) {
    return numbered(view.documents()
        .stream()
        .filter(entry -> entry.segments() > 0 && names.include(entry.id(), ""))
        .limit(FILES)
        .flatMap(entry -> view.segments(entry.id()).stream().limit(SEGMENTS))
        .map(segment -> new Passage(segment, 1, 0, RetrieverRank.NONE, RetrieverRank.NONE))
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
        : query.withText(text);
  }
}
