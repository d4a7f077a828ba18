package dev.docent.answer.claim;

import dev.docent.answer.Negation;
import dev.docent.corpus.Language;
import dev.docent.corpus.Sentences;
import dev.docent.corpus.TextRange;
import dev.docent.index.IndexView;
import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as the words by which a claim and its source are compared, with what it mentions.
 *
 * @param words in order; a comma or bracket counts as a word
 * @param mentions in order
 * @param sentences the text of each sentence
 */
record Wording(List<Word> words, List<Mention> mentions, List<String> sentences) {
  private static final Pattern TOKEN = Pattern.compile("\\p{Nd}+(?:[.,'’\u00A0\u202F]\\p{Nd}+)*"
      + "|(?i:twen|thir|for|fif|six|seven|eigh|nine)ty-(?i:one|two|three|four|five|six|seven|eight|nine)\\b"
      + "|\\p{L}[\\p{L}\\p{M}\\p{Nd}]*(?:['’][\\p{L}\\p{M}\\p{Nd}]+)*|[,;:()—–$€£¥₹%]|°[CFcf]?");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");
  private static final Set<String> JOINING = Set.of("of", "de", "von", "van", "da", "di", "du", "der", "des", "la");

  /** How many words of mere grammar may stand between a "not" and what it denies. */
  private static final int REACH = 4;

  /**
   * One word.
   *
   * @param key what it is compared by: its term, else its letters in lower case; a number as its digits
   * @param content whether it is more than grammar
   * @param sentence which sentence of the text it is in
   * @param capital whether it is written as a name is
   * @param first whether it begins its sentence, so that its capital says nothing
   * @param negated whether the word before it says no to it
   * @param denying whether it says no by itself, as "prohibited" does
   */
  record Word(String key, boolean content, int sentence, boolean capital, boolean first, boolean negated,
      boolean denying) {
    boolean mark() {
      return !Character.isLetterOrDigit(key.codePointAt(0));
    }
  }

  Wording {
    words = List.copyOf(words);
    mentions = List.copyOf(mentions);
    sentences = List.copyOf(sentences);
  }

  /** The words from one on that are in its sentence, at most so many; backwards those before it. */
  List<Word> near(int from, int sentence, boolean backwards, int most) {
    var near = new ArrayList<Word>();
    for (int i = from; i >= 0 && i < words.size() && near.size() < most; i += backwards ? -1 : 1) {
      if (words.get(i).sentence() != sentence) {
        break;
      }
      near.add(words.get(i));
    }
    return near;
  }

  /** How the words of a language become wordings. */
  static final class Maker {
    private final IndexView view;
    private final Language language;
    private final Opposites opposites;
    private final Map<String, String> units;
    private final Map<String, String> months = new HashMap<>();

    Maker(IndexView view, Language language) {
      this.view = view;
      this.language = language;
      this.opposites = new Opposites(view, language);
      this.units = Units.byKey(Opposites.keyOf(view, language));
      String[] names = DateFormatSymbols.getInstance(language.locale()).getMonths();
      for (int i = 0; i < 12; i++) {
        // "May" and "March" are months only where they have their capital.
        months.put(names[i], Integer.toString(i + 1));
      }
      months.remove("");
    }

    Wording of(String text) {
      var words = new ArrayList<Word>();
      var written = new ArrayList<String>();
      var sentences = new ArrayList<String>();
      for (TextRange range : Sentences.of(text, language)) {
        String sentence = text.substring(range.start(), range.end());
        words(sentence, sentences.size(), words, written);
        sentences.add(sentence);
      }
      return new Wording(words, mentions(words, written), sentences);
    }

    private void words(String text, int sentence, List<Word> words, List<String> written) {
      var terms = new HashMap<Integer, String>();
      view.terms(text, language).forEach(term -> terms.putIfAbsent(term.start(), term.text()));
      Matcher negation = Negation.plain(language).matcher(text);
      int no = negation.find() ? negation.end() : Integer.MAX_VALUE;
      int denied = 0;
      boolean first = true;
      Matcher token = TOKEN.matcher(text);
      while (token.find()) {
        String word = POSSESSIVE.matcher(token.group()).replaceFirst("");
        String term = terms.get(token.start());
        Optional<String> number = number(word);
        boolean mark = !Character.isLetterOrDigit(word.codePointAt(0));
        if (token.end() >= no) {
          no = negation.find() ? negation.end() : Integer.MAX_VALUE;
          denied = REACH;
        } else {
          boolean content = !mark && (term != null || number.isPresent());
          String key = number.orElse(term == null ? word.toLowerCase(Locale.ROOT) : term);
          words.add(new Word(key, content, sentence, Character.isUpperCase(word.codePointAt(0)), first,
              content && denied > 0,
              language == Language.ENGLISH && Character.isLowerCase(word.codePointAt(0)) && Negation.implied(word)));
          written.add(word);
          denied = mark || content ? 0 : Math.max(0, denied - 1);
        }
        first = first && mark || word.equals(":") || word.equals(";");
      }
    }

    private Optional<String> number(String word) {
      return Character.isDigit(word.codePointAt(0))
          ? Optional.of(Numbers.plain(word))
          : Numbers.ofWord(word, language);
    }

    private List<Mention> mentions(List<Word> words, List<String> written) {
      var mentions = new ArrayList<Mention>();
      for (int i = 0; i < words.size(); i++) {
        Word word = words.get(i);
        String month = months.get(written.get(i));
        if (month != null) {
          mentions.add(new Mention(Mention.Kind.MONTH, List.of(month), i, i + 1));
        } else if (Character.isDigit(word.key().codePointAt(0))) {
          mentions.add(new Mention(Mention.Kind.NUMBER, List.of(word.key()), i, i + 1));
        } else if (word.capital() && word.content() && written.get(i).length() > 1) {
          int to = name(words, written, i);
          mentions.add(new Mention(Mention.Kind.NAME, keys(words, i, to), i, to));
          i = to - 1;
        } else if (units.containsKey(word.key())) {
          mentions.add(new Mention(Mention.Kind.UNIT, List.of(units.get(word.key())), i, i + 1));
        } else if (opposites.side(word.key()).isPresent()) {
          mentions.add(new Mention(Mention.Kind.OPPOSITE, List.of(opposites.side(word.key()).get()), i, i + 1));
        }
      }
      return mentions;
    }

    private int name(List<Word> words, List<String> written, int from) {
      int to = from + 1;
      while (to < words.size() && words.get(to).sentence() == words.get(from).sentence()) {
        boolean joined = JOINING.contains(written.get(to)) && to + 1 < words.size() && part(words.get(to + 1));
        if (!part(words.get(to)) && !joined || months.containsKey(written.get(to))) {
          break;
        }
        to += joined ? 2 : 1;
      }
      return Math.min(to, words.size());
    }

    private static boolean part(Word word) {
      return word.capital() && word.content();
    }

    private static List<String> keys(List<Word> words, int from, int to) {
      return words.subList(from, to).stream().filter(Word::content).map(Word::key).toList();
    }
  }
}
