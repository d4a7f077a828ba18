package dev.docent.retrieval;

import dev.docent.corpus.NormalForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of documents that a question says: what stands after "in the", "according to", "does the" and their like.
 * Read once a question and then held against every document of a folder. Immutable.
 */
public final class DocumentNames {
  private static final Pattern CUE = Pattern.compile(
      "(?<!\\p{L})(?:(?:in|from|of|per|by|says?|according to)|(?:does|do|did)|(?:в|во|из|согласно|по)|(?:im|in|aus|laut|gemäß)"
          + "|(?:dans|selon|d'après)|(?:en|según)|(?:nel|nella|secondo)|(?:no|na|segundo))\\s+"
          + "(?:(?:the|our|my|this|that|your|der|die|das|dem|den|la|le|les|el|los|il|o|a)\\s+)?");
  private static final Pattern DOING = Pattern.compile("(?:does|do|did)\\s");
  private static final Pattern SAYING = Pattern.compile(
      "(?<!\\p{L})(?:say|state|mention|tell|list|contain|describe|explain|report|note|recall|claim|give|name|define|include|cover|"
          + "speak|recommend|require|propose|call)(?!\\p{L})");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");
  private static final int LONGEST_TITLE = 4;
  private static final int SHORTEST_WORD = 3;
  /** So many words after a cue may be a name. */
  private static final int LONGEST_NAME = 32;

  private final String text;
  private final Set<List<String>> said;

  private DocumentNames(String text, Set<List<String>> said) {
    this.text = text;
    this.said = said;
  }

  public static DocumentNames in(String question) {
    String text = NormalForm.text(question).toLowerCase(Locale.ROOT);
    List<MatchResult> words = WORD.matcher(text).results().toList();
    Set<List<String>> said = new LinkedHashSet<>();
    boolean says = SAYING.matcher(text).find();
    Matcher cue = CUE.matcher(text);
    for (int next = 0; cue.find();) {
      while (next < words.size() && words.get(next).start() < cue.end()) {
        next++;
      }
      // "When does the lease end?" asks about a lease, "what does the lease say?" asks a document.
      if (!says && DOING.matcher(cue.group()).lookingAt()) {
        continue;
      }
      said.add(
          words.subList(next, Math.min(words.size(), next + LONGEST_NAME)).stream().map(MatchResult::group).toList());
    }
    return new DocumentNames(text, said);
  }

  /** Whether the question names the document, by its file name, its folder or its title. */
  public boolean include(String documentId, String title) {
    // One disk keeps an accent with its letter, another beside it.
    String path = NormalForm.text(documentId).toLowerCase(Locale.ROOT);
    String file = path.substring(path.lastIndexOf('/') + 1);
    if (file.contains(".") && (text.contains(file) || text.contains(path))) {
      return true;
    }
    if (said.isEmpty()) {
      return false;
    }
    var names = new ArrayList<Name>();
    names.add(Name.of(file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file));
    Name whole = Name.of(NormalForm.text(title).toLowerCase(Locale.ROOT));
    if (whole.words().size() <= LONGEST_TITLE) {
      names.add(whole);
    }
    List<Name> folders = path.contains("/")
        ? Arrays.stream(path.substring(0, path.lastIndexOf('/')).split("/")).map(Name::of).toList()
        : List.of();
    for (List<String> words : said) {
      if (names.stream().anyMatch(name -> name.begins(words))
          || folders.stream().anyMatch(folder -> folder.begins(words) && words.contains("folder"))) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param letters the words that aren't numbers and not too short to tell
   * @param numbered whether a number is among the words
   */
  private record Name(List<String> words, List<String> letters, boolean numbered) {
    static Name of(String text) {
      List<String> words = WORD.matcher(text).results().map(MatchResult::group).toList();
      return new Name(words, words.stream().filter(word -> !number(word) && word.length() >= SHORTEST_WORD).toList(),
          words.stream().anyMatch(Name::number));
    }

    /** Whether these words are the first that are said, in any order, one other word between them at most. */
    boolean begins(List<String> said) {
      if (letters.isEmpty()) {
        return false;
      }
      List<String> start = said.subList(0, Math.min(said.size(), words.size() + 1));
      for (String word : letters) {
        if (!isAmong(start, word)) {
          return false;
        }
      }
      return !numbered || start.stream().filter(Name::number).allMatch(words::contains);
    }

    private static boolean isAmong(List<String> start, String word) {
      for (String said : start) {
        if (said.equals(word) || said.equals(word + "s") || word.equals(said + "s")) {
          return true;
        }
      }
      return false;
    }

    private static boolean number(String word) {
      return word.codePoints().allMatch(Character::isDigit);
    }
  }
}
