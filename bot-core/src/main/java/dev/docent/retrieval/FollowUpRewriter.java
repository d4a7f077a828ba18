package dev.docent.retrieval;

import dev.docent.conversation.Turn;
import dev.docent.corpus.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands follow-ups by rule: a question that leans on the turn before it (it begins with "and", it has a pronoun
 * but no name, it is only a few words) takes over that turn's words; a pronoun takes over the name it stands for.
 * Stateless.
 */
public final class FollowUpRewriter implements QueryRewriter {
  private static final Pattern ABOUT = word(
      "^\\s*(?:and |but |а |и |und )?(?:what about|how about|что насчёт|что насчет|"
          + "как насчёт|как насчет|was ist mit|et pour|y qué hay de)");
  private static final Pattern OPENING = word("^\\s*(?:and|but|also|so|then|or|а|и|но|und|aber|et|mais|y|e|ve|peki)");
  private static final Pattern CORRECTION = Pattern
      .compile("(?iu)^\\s*(?:(?:no|nein|нет|non)(?:\\s*[,:.!—–-]\\s*|\\s+(?=the\\s))"
          + "|(?:not|i mean|i meant|я имею в виду)[,:]?\\s+|не\\s+(?=[^,]+,\\s*а\\s))");
  private static final Pattern ASKING = word(
      "^\\s*(?:(?:in|on|at|to|from|for|by|with|of|since|until|under|during) )?(?:who|whom|whose|what|which|when|where|how|why|is|are|was|were|did|does|do|"
          + "summari[sz]e|list|name|explain|describe|tell|give|show|compare|"
          + "перечисли|назови|объясни|опиши|расскажи|резюмируй|сравни|кто|кого|кому|что|какой|какая|какие|где|куда|когда|как|почему|зачем|сколько|wer|wann|wo|wie|warum|qui|quand|"
          + "où|comment|pourquoi|quién|qué|cuándo|dónde|cómo)");
  private static final Pattern ONE = word("(?:the|this|that|not the)(?: [\\p{L}-]+){0,3} ones?");
  private static final Pattern REVERSED = word("(?:the )?other way (?:round|around|about)|vice versa|the reverse|"
      + "in the opposite direction|наоборот|в обратную сторону|umgekehrt|inversement|al revés|viceversa");
  private static final Pattern PERSON = word(
      "he|she|him|his|her|hers|они|он|она|его|её|ее|ему|ей|их|им|er|sie|ihm|sein|seine|ihr|ihre|il|elle|él|ella");
  /** "Which documents do you have?" is short, and about nothing that was said before. */
  private static final Pattern DOCUMENTS = word(
      "documents|files|документы|файлы|dokumente|dateien|fichiers|documentos|documenti");
  /** "What is mulch?" names all that it asks about, short as it is; "what is the deadline?" asks for a deadline of something. */
  private static final Pattern DEFINITION = Pattern.compile(
      "(?iu)\\s*(?:what(?: is|['’]s| are)(?: an?)?|who is|что такое|кто так(?:ой|ая|ие)|was ist(?: ein[e]?)?|qu['’]est-ce que?|qué es(?: una?)?)"
          + "\\s+[\\p{L}\\p{M}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}.+#-]{2,}\\s*\\??\\s*");
  /** Who asks for what he is to do says what it is: "what must I bring?"; if the topic is missing, what is found shows it. */
  private static final Pattern ASKER = word("i|we|я|мы|мне|нам|ich|wir|je|nous|yo|nosotros");
  private static final Pattern THING = word("its?|they|them|their");
  private static final Pattern DEPARTMENT = Pattern.compile("\\bIT\\b");
  /** An "it" that stands for nothing: "is it true that", "how long does it take". */
  private static final Pattern NOTHING = word(
      "who (?:is|was) it|(?:is|was|isn't|wasn't) it (?:true|possible|necessary|allowed|legal|clear|that|"
          + "known|said|correct|right)|(?:does|did|will|would) it (?:take|rain|snow|matter|mean)|it (?:takes|took|rains|is (?:true|possible))");
  private static final Pattern POINTING = word(
      "he|she|him|his|her|hers|it|its|they|them|their|theirs|this|that|these|those|there|then|"
          + "the same|the first one|the second one|the other one|the former|the latter|one|ones|"
          + "он|она|оно|они|его|её|ее|ему|ей|их|им|это|этот|эта|там|тогда|тот|та|er|sie|es|ihm|ihr|dort|dann|das|dies|il|elle|ils|elles|cela|là|él|ella|ellos|eso|allí");
  private static final Pattern NAME = Pattern.compile(
      "(?<=[\\p{L}\\p{M}\\p{Nd},’'”)]\\s)\\p{Lu}[\\p{L}\\p{M}.’'-]*(?:\\s+(?:(?:de|von|van|of|the)\\s+)?\\p{Lu}[\\p{L}\\p{M}.’'-]*)*");
  private static final Pattern FULL_NAME = Pattern
      .compile("\\p{Lu}[\\p{L}\\p{M}.’'-]*(?:\\s+\\p{Lu}[\\p{L}\\p{M}.’'-]*)+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");
  private static final int FEW_WORDS = 3;
  private static final int MOST_CARRIED = 300;

  @Override
  public Query rewrite(String question, List<Turn> turns, Set<Language> languages) {
    if (turns.isEmpty()) {
      return Query.of(question);
    }
    Turn before = turns.getLast();
    String corrected = CORRECTION.matcher(question.strip()).replaceFirst("");
    String stripped = strip(corrected);
    boolean reversed = REVERSED.matcher(stripped).find();
    String own = REVERSED.matcher(stripped).replaceAll(" ").replaceAll("\\s+", " ").strip();
    boolean ofDocuments = DOCUMENTS.matcher(own).find() && !POINTING.matcher(own).find();
    if (ofDocuments || !reversed && !elliptical(question, corrected, own) && !leaning(question, own)) {
      return Query.of(question);
    }
    String asked = asked(before);
    if (asked.equalsIgnoreCase(question.strip())) {
      return Query.of(question);
    }
    Optional<String> filled = reversed ? Ellipsis.reversed(asked) : Ellipsis.filled(own, asked);
    if (filled.isPresent()) {
      // What was filled in stands alone; the words it took the place of would only lead back to the turn before.
      // "The other way round", "no, the Soviet one": whatever it is, it isn't what was just answered.
      boolean another = reversed || !corrected.equals(question.strip());
      return new Query(question, filled.get(), List.of(), another ? before.named() : "");
    }
    var carried = new ArrayList<String>();
    carried.add(latest(asked));
    List<String> names = names(asked);
    if (PERSON.matcher(own).find()) {
      List<String> candidates = people(names, before);
      candidates.stream().filter(name -> !carried.getFirst().contains(name)).forEach(carried::add);
      if (candidates.size() == 1 && FULL_NAME.matcher(candidates.getFirst()).matches()) {
        return new Query(question, replacePronoun(own, candidates.getFirst()), List.of());
      }
    } else if (names.size() == 1 && stands(own)) {
      // With the name in its place the question stands alone; the other words of the turn before would only distract.
      return new Query(question, replaceThing(own, names.getFirst()), List.of());
    } else if (!names.isEmpty() && stands(own) && !NAME.matcher(own).find()) {
      // Of several names the first is likeliest what is spoken of; the others come along in case it isn't.
      return new Query(question, replaceThing(own, names.getFirst()), carried);
    }
    return new Query(question, WORD.matcher(own).find() ? own : question, carried);
  }

  /** No question of its own, names or not: "no, the Soviet one", "what about Kalinin?", "and the Soviet Union?". */
  private static boolean elliptical(String question, String corrected, String own) {
    boolean asks = ASKING.matcher(own).find();
    boolean opened = OPENING.matcher(corrected).find() && WORD.matcher(own).results().count() < 2 * FEW_WORDS;
    return ABOUT.matcher(corrected).find() || ONE.matcher(own).find()
        || !asks && (opened || !corrected.equals(question.strip()));
  }

  /** A question that names nobody and points back, goes on, or is only a few words. */
  private static boolean leaning(String question, String own) {
    boolean ownMatter = DEFINITION.matcher(question).matches()
        || ASKING.matcher(question).find() && ASKER.matcher(own).find() && contentWords(own) > 0;
    if (ownMatter && !POINTING.matcher(own).find()) {
      return false;
    }
    // "Where are the spare keys?" is short and stands alone; "the spare keys" may go on with what was asked before.
    long enough = ASKING.matcher(own).find() ? FEW_WORDS - 1 : FEW_WORDS;
    boolean goesOn = !own.equals(question.strip()) || POINTING.matcher(withoutShort(own)).find()
        || contentWords(own) < enough;
    return goesOn && (stands(own) || !NAME.matcher(own).find()) || contentWords(own) < FEW_WORDS - 1;
  }

  /** Whether an "it" or "they" of the question stands for something. */
  private static boolean stands(String own) {
    return THING.matcher(withoutShort(own)).find() && !NOTHING.matcher(own).find();
  }

  /** "The head of IT" speaks of a department, unless all is written large. */
  private static String withoutShort(String own) {
    return own.codePoints().anyMatch(Character::isLowerCase) ? DEPARTMENT.matcher(own).replaceAll("__") : own;
  }

  private static String strip(String corrected) {
    String about = ABOUT.matcher(corrected).replaceFirst("");
    return (about.equals(corrected) ? OPENING.matcher(corrected).replaceFirst("") : about).strip();
  }

  /** What the turn before asked; what it was itself carried from is needed only if it didn't ask by itself. */
  private static String asked(Turn before) {
    return ASKING.matcher(before.understood()).find() || before.carried().isEmpty()
        ? before.understood()
        : before.understood() + " (" + before.carried().getFirst() + ")";
  }

  /** Whom a pronoun may stand for: a full name in the question, else who answered it, else any name. */
  private static List<String> people(List<String> names, Turn before) {
    if (names.stream().anyMatch(name -> name.contains(" ")) || !FULL_NAME.matcher(before.named()).matches()) {
      return names.isEmpty() ? names(before.answer()) : names;
    }
    return List.of(before.named());
  }

  /** A chain of follow-ups doesn't grow without end: its latest words are kept. */
  private static String latest(String standalone) {
    int over = standalone.length() - MOST_CARRIED;
    return over <= 0 ? standalone : standalone.substring(standalone.indexOf(' ', over) + 1);
  }

  private static long contentWords(String text) {
    long all = WORD.matcher(text).results().count();
    return all - QuestionWords.count(text, QueryLanguages.guess(text));
  }

  /** The names in a text, one each; the word that begins it may be a capital for that alone and is none. */
  private static List<String> names(String text) {
    var names = new ArrayList<String>();
    Matcher matcher = NAME.matcher(text);
    while (matcher.find()) {
      String name = matcher.group().replaceAll("['’]s$", "").replaceAll("[.,]$", "");
      if (name.length() > 2 && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static String replacePronoun(String text, String name) {
    Matcher matcher = PERSON.matcher(text);
    return matcher.replaceFirst(found -> {
      String pronoun = found.group().strip().toLowerCase(Locale.ROOT);
      boolean possessive = pronoun.equals("his") || pronoun.equals("her") && followedByNoun(text, found.end());
      return Matcher.quoteReplacement(possessive ? name + "'s" : name);
    });
  }

  private static String replaceThing(String text, String name) {
    return THING.matcher(withoutShort(text)).replaceFirst(found -> {
      boolean possessive = found.group().strip().toLowerCase(Locale.ROOT).matches("its|their");
      return Matcher.quoteReplacement(possessive ? name + "'s" : name);
    }).replace("__", "IT");
  }

  private static boolean followedByNoun(String text, int at) {
    return at < text.length() && text.substring(at).matches("\\s+\\p{L}.*");
  }

  private static Pattern word(String words) {
    return Pattern.compile("(?<![\\p{L}\\p{M}])(?:" + words + ")(?![\\p{L}\\p{M}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
