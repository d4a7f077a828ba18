package dev.docent.corpus.files.text;

import dev.docent.corpus.Language;
import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a language is written, so far as it tells a text from the same bytes read in a wrong encoding: its letters, the
 * frequent ones first, and what stands beside what. Costs are in nats: the negative logarithm of how likely a character is,
 * roughly; a wrong encoding costs several nats more for each character.
 */
final class Orthography {
  private static final double ASCII = 3;
  private static final double FOREIGN = 9;
  private static final double OTHER_SCRIPT = 11;
  private static final double UNKNOWN = 15;
  private static final double CONTROL = 12;
  private static final double FOREIGN_HERE = 5;
  private static final String TYPOGRAPHIC = "\u00A0«»„“”‘’‚‹›–—…•·№§©®°€™";
  private static final String JOINING = "’‘·–\u00A0";
  private static final String CJK_POINTS = "、。，「」『』！？：；（）《》・ー“”…—";

  private static final String FREQUENT_HANZI = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
      + "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关"
      + "各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活"
      + "书请在馆店周星期号处门开关房钥匙费元点分";
  private static final String FREQUENT_HANZI_OF_TRADITION = "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經"
      + "十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關"
      + "各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題黨程展五果料象員革位入常文總次品式活"
      + "書請館店週星期號處門房鑰匙費元";
  private static final String FREQUENT_HANGUL = "이다는에의을가고하지로은기사한를어리그나도시서해인자대아정수일있부상전들게스제주장보화만으여과경구성조비면원동적관안라"
      + "마연오선신모진유세미위거개실된내할방요분명소공회습니까열두세요월시";

  private final Language language;
  private final Set<UnicodeScript> scripts;
  private final Map<Integer, Double> letters = new HashMap<>();

  private Orthography(Language language, Set<UnicodeScript> scripts) {
    this.language = language;
    this.scripts = scripts;
  }

  /** Letters beside those of ASCII. */
  private static Orthography latin(Language language, String letters) {
    return new Orthography(language, Set.of(UnicodeScript.LATIN)).with(letters, 3.5, 0.25);
  }

  private static Orthography alphabet(Language language, UnicodeScript script, String letters) {
    return new Orthography(language, Set.of(script)).with(letters, 2.2, 0.12);
  }

  private static Orthography characters(Language language, Set<UnicodeScript> scripts, String frequent, double cost) {
    return new Orthography(language, scripts).with(frequent, cost, 0);
  }

  private Orthography with(String frequent, double first, double step) {
    int[] all = frequent.codePoints().distinct().toArray();
    for (int i = 0; i < all.length; i++) {
      letters.put(all[i], first + step * i);
    }
    return this;
  }

  static final List<Orthography> WESTERN = List.of(latin(Language.GERMAN, "üäöß"),
      latin(Language.FRENCH, "éèàêçùôîâûëïœæ"), latin(Language.SPANISH, "óíáéñúü¿¡ºª"),
      latin(Language.PORTUGUESE, "ãçáéíóêõâúàôºª"), latin(Language.ITALIAN, "àèùòìé"), latin(Language.ENGLISH, "£éèïñ"),
      latin(Language.OTHER, "ëéïèüöó"), latin(Language.OTHER, "äåöé"), latin(Language.OTHER, "øåæé"),
      latin(Language.OTHER, "áðéíóúýþæö"), latin(Language.OTHER, "àèéíòóúïüç·"));
  static final List<Orthography> CENTRAL = List.of(latin(Language.OTHER, "łąęóśżćńź"),
      latin(Language.OTHER, "íáéěřčšžýůúťóďň"), latin(Language.OTHER, "áíéčšžýúľťôäňóďĺŕ"),
      latin(Language.OTHER, "áéöőóíüűú"), latin(Language.OTHER, "ăâîțșţş"), latin(Language.OTHER, "čšžćđ"),
      latin(Language.GERMAN, "üäöß"));
  static final List<Orthography> TURKISH = List.of(latin(Language.TURKISH, "ıüşğçöâîû"));
  static final List<Orthography> BALTIC = List.of(latin(Language.OTHER, "ėšžųūįčęą"),
      latin(Language.OTHER, "āīēšūļņžķģč"), latin(Language.OTHER, "äõüöšž"));
  static final List<Orthography> CYRILLIC = List.of(
      alphabet(Language.RUSSIAN, UnicodeScript.CYRILLIC, "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
      alphabet(Language.OTHER, UnicodeScript.CYRILLIC, "оаинвтерсікудлмпязьбгйчхжїцюєшщфґ"),
      alphabet(Language.OTHER, UnicodeScript.CYRILLIC, "аеоитнрсвдлкпмзъгябучцйжщшхюфь"),
      alphabet(Language.OTHER, UnicodeScript.CYRILLIC, "аиоентсрвуклјмдпзгбчцшжхљњћђфџ"));
  static final List<Orthography> GREEK = List.of(
      alphabet(Language.OTHER, UnicodeScript.GREEK, "ατοιενσρκπυλςμάηωίόέγδήθχφώύβξζψϊϋΐΰ"));
  static final List<Orthography> HEBREW = List.of(
      alphabet(Language.OTHER, UnicodeScript.HEBREW, "יוהלאתרבמשנעדחקםפסגטזצכןךףץ"));
  static final List<Orthography> ARABIC = List.of(
      alphabet(Language.ARABIC, UnicodeScript.ARABIC, "اليمنوترةبعدسفهكحقجشصطأخىضزثذإءغئظؤآ،؟"),
      alphabet(Language.OTHER, UnicodeScript.ARABIC, "اینردهومتبسشلکزفگخعپقجحچصطغآضظثذئژ،؟"));
  static final List<Orthography> THAI = List.of(
      alphabet(Language.OTHER, UnicodeScript.THAI, "านรกอเง่มยลวดท้ตสิปีบะัจ์คหุใแพูไขชโำผซถึศณืธ"));
  static final List<Orthography> SIMPLIFIED = List.of(
      characters(Language.CHINESE, Set.of(UnicodeScript.HAN), FREQUENT_HANZI, 5.9));
  static final List<Orthography> TRADITIONAL = List.of(
      characters(Language.CHINESE, Set.of(UnicodeScript.HAN), FREQUENT_HANZI_OF_TRADITION, 5.9));
  static final List<Orthography> JAPANESE = List.of(characters(Language.JAPANESE,
      Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA), "のにはをがとでしたるいれますなもら", 3.4));
  static final List<Orthography> KOREAN = List.of(
      characters(Language.KOREAN, Set.of(UnicodeScript.HANGUL), FREQUENT_HANGUL, 4.9));

  Language language() {
    return language;
  }

  /** Whether it is a letter that the language has beside those of ASCII. */
  boolean has(int character) {
    return letters.containsKey(Character.toLowerCase(character));
  }

  /** Whether most of the text's letters are of its script. */
  boolean writes(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long own = text.codePoints()
        .filter(c -> Character.isLetter(c) && scripts.contains(UnicodeScript.of(c)))
        .count();
    return 2 * own >= letters;
  }

  /**
   * What the text costs in this language.
   *
   * @param common whether an ideograph is among those that the encoding's makers took for common
   */
  double cost(CharSequence text, Common common) {
    double cost = 0;
    int before = ' ';
    int[] characters = text.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      int character = characters[i];
      int after = i + 1 < characters.length ? characters[i + 1] : ' ';
      cost += single(character, before, after, common) + beside(before, character, after);
      before = character;
    }
    return cost + (foreignHere(characters) ? FOREIGN_HERE : 0);
  }

  /** A few letters of another script in a text of Latin ones: an accent, rather. */
  private boolean foreignHere(int[] characters) {
    int latin = 0;
    int own = 0;
    for (int character : characters) {
      latin += character < 0x80 && Character.isLetter(character) ? 1 : 0;
      own += character >= 0x80 && Character.isLetter(character) ? 1 : 0;
    }
    return !scripts.contains(UnicodeScript.LATIN) && 6 * own < latin;
  }

  /** Which ideographs are common. */
  interface Common {
    boolean includes(int character);
  }

  private double single(int character, int before, int after, Common common) {
    if (character < 0x80) {
      return character < ' ' && "\t\n\r\f".indexOf(character) < 0 || character == 0x7F ? CONTROL : ASCII;
    }
    Double known = letters.get(Character.toLowerCase(character));
    if (known != null) {
      return known;
    }
    UnicodeScript script = UnicodeScript.of(character);
    if (TYPOGRAPHIC.indexOf(character) >= 0) {
      return 6;
    }
    if (CJK_POINTS.indexOf(character) >= 0) {
      return scripts.contains(UnicodeScript.HAN) || scripts.contains(UnicodeScript.HANGUL) ? 4.5 : FOREIGN;
    }
    if (!Character.isDefined(character) || Character.getType(character) == Character.PRIVATE_USE) {
      return UNKNOWN;
    }
    if (UnicodeBlock.of(character) == UnicodeBlock.BOX_DRAWING
        || UnicodeBlock.of(character) == UnicodeBlock.BLOCK_ELEMENTS) {
      return character == before || character == after ? 2 : 8;
    }
    if (!Character.isLetter(character)) {
      return Character.getType(character) == Character.NON_SPACING_MARK && scripts.contains(script) ? 4.5 : 8.5;
    }
    return unlisted(character, script, common);
  }

  private double unlisted(int character, UnicodeScript script, Common common) {
    if (!scripts.contains(script)) {
      return script == UnicodeScript.LATIN ? FOREIGN : OTHER_SCRIPT;
    }
    return switch (script) {
      case HIRAGANA -> 4.6;
      case KATAKANA -> character >= 0xFF00 ? 10 : 5.4;
      case HANGUL -> common.includes(character) ? 7.8 : 13;
      case HAN -> common.includes(character) ? 8.9 : 12.5;
      default -> FOREIGN;
    };
  }

  /** Capitals inside of words, and signs between letters, are what wrong encodings are known by. */
  private static double beside(int before, int character, int after) {
    if (character < 0x80 && before < 0x80) {
      return 0;
    }
    double cost = 0;
    if (Character.isUpperCase(character)) {
      cost += Character.isLowerCase(before) ? 7 : Character.isUpperCase(before) ? 1.5 : 2.5;
    }
    boolean between = Character.isLetter(before) && Character.isLetter(after);
    if (between && character >= 0x80 && !Character.isLetterOrDigit(character) && !mark(character)
        && JOINING.indexOf(character) < 0 && CJK_POINTS.indexOf(character) < 0) {
      cost += 5;
    }
    boolean scriptsMeet = Character.isLetter(before) && Character.isLetter(character) && !ideographic(before)
        && !ideographic(character) && UnicodeScript.of(before) != UnicodeScript.of(character);
    return cost + (scriptsMeet ? 5 : 0);
  }

  private static boolean mark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean ideographic(int character) {
    return Character.isIdeographic(character) || switch (UnicodeScript.of(character)) {
      case HIRAGANA, KATAKANA, HANGUL, COMMON -> true;
      default -> false;
    };
  }
}
