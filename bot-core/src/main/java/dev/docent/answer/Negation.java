package dev.docent.answer;

import dev.docent.corpus.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The words languages say no with. Stateless. */
public final class Negation {
  private static final Pattern NEVER = Pattern.compile("(?!)");
  private static final Map<Language, Pattern> PLAIN = new EnumMap<>(Map.ofEntries(
      Map.entry(Language.ENGLISH,
          words("(?:\\b(?:not|never|none|nobody|nothing|nowhere|neither|nor|cannot|no(?!\\.?\\s*\\d))\\b|n['’]t\\b)"
              + "(?!\\s+(?:only|just|until|later|more|less|fewer|earlier|least)\\b)")),
      Map.entry(Language.RUSSIAN, words("\\b(?:не|нет|никогда|никто|ничего|нельзя|без)\\b(?!\\s+только\\b)")),
      Map.entry(Language.GERMAN, words("\\b(?:nicht|kein\\w*|nie|niemals|niemand|nichts)\\b(?!\\s+nur\\b)")),
      Map.entry(Language.FRENCH, words("\\b(?:pas|jamais|aucune?|personne|rien)\\b(?!\\s+seulement\\b)")),
      Map.entry(Language.SPANISH, words("\\b(?:no|nunca|jamás|ningun[oa]|ningún|nadie)\\b(?!\\s+sólo\\b)")),
      Map.entry(Language.ITALIAN, words("\\b(?:non|mai|nessun[oa]?)\\b(?!\\s+solo\\b)")),
      Map.entry(Language.PORTUGUESE, words("\\b(?:não|nunca|nenhuma?|ninguém)\\b(?!\\s+só\\b)")),
      Map.entry(Language.TURKISH, words("\\b(?:değil\\w*|yok\\w*|asla)\\b")),
      Map.entry(Language.ARABIC, words("\\b(?:لا|لم|لن|ليس|ليست|غير)\\b")),
      Map.entry(Language.CHINESE, Pattern.compile("[不没沒无無未]")),
      Map.entry(Language.JAPANESE, Pattern.compile("ない|なかった|ません")),
      Map.entry(Language.KOREAN, Pattern.compile("않|없|아니|못"))));
  /** What says no without saying "not"; enough to justify an English claim that says it. */
  private static final Pattern IMPLIED = words(
      "\\b(?:without|lack\\w*|prohibit\\w*|forb[ia]d\\w*|den(?:y|ie)\\w*|refus\\w*|except\\w*|exclud\\w*|fail\\w*|banned|"
          + "illegal|impossible|only|rarely|hardly|absent|missing|stop\\w*|ceas\\w*|until|"
          + "un(?!der|i[toqvf])\\w{4,}|dis(?!t|cus|cov|play|eas|k|h)\\w{4,}|non-?\\w+|in(?:valid|eligible|capable|sufficient)\\w*)\\b");

  /** What makes an English question ask for what isn't so, without saying "not". */
  private static final Pattern ASKED_FOR = words("\\b(?:without|lack\\w*|refus\\w*|exclud\\w*|fail(?:s|ed)?|illegal|"
      + "impossible|rarely|hardly|un(?!der|i[toqvf])\\w{4,}|non-?\\w+|in(?:valid|eligible|capable|sufficient)\\w*)\\b");
  /** "Isn't it …?" asks whether it is. */
  private static final Pattern SURELY = words("^\\W*\\w+n['’]t\\b");

  private Negation() {}

  /** The words by which a language says no. */
  public static Pattern plain(Language language) {
    return PLAIN.getOrDefault(language, NEVER);
  }

  /** Whether an English text says no to something without saying "not". */
  public static boolean implied(String text) {
    return IMPLIED.matcher(text).find();
  }

  /** Whether a question asks for what isn't so ("What can't be …?") and a sentence says in no way that something isn't. */
  public static boolean askedAndNotSaid(String question, String sentence, Language language) {
    boolean english = language == Language.ENGLISH;
    Pattern plain = plain(language);
    boolean asked = plain.matcher(question).find() || english && ASKED_FOR.matcher(question).find();
    return asked && !plain.matcher(sentence).find() && !(english && implied(sentence))
        && !SURELY.matcher(question).find();
  }

  private static Pattern words(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }
}
