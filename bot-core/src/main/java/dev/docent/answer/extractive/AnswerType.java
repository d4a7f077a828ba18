package dev.docent.answer.extractive;

import dev.docent.corpus.Language;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked for is enforced: a "who" is answered by a person, a role or a team, a "when" by a time, a "how many" by a
 * quantity; a sentence without is no answer, however near its words. Only where the language's words for it are known.
 */
final class AnswerType {
  private static final Pattern TIME = words("noon|midnight|midday|morning|afternoon|evening|night|o'clock|[ap]\\.?m\\.?"
      + "|(?:at|by|from|to|till|until|since|about|around|past|before|after) (?:half past |quarter (?:past|to) )?"
      + "(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
      + "|в \\d{1,2}|[вкс] (?:час|два|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|двенадцать)"
      + "|\\d{1,2}[:.]\\d{2}|\\d{1,2}(?:st|nd|rd|th)|daily|weekly|monthly|quarterly|yearly|annual\\p{L}*|hourly|every|each"
      + "|when(?:ever)?|once|after|before|until|till|during|within|as soon as|upon|immediately|at (?:the )?(?:end|start|beginning)"
      + "|weekend|weekday|term|season|spring|summer|autumn|winter|fall|week|month|year|day|now|never|always|time"
      + "|deadline|due|later|earlier|soon"
      + "|полдень|полночь|утр\\p{L}*|вечер\\p{L}*|ноч\\p{L}*|час\\p{L}*|ежедневно|еженедельно|ежемесячно|ежегодно|кажд\\p{L}*|когда"
      + "|после|до|перед|во время|в течение|недел\\p{L}*|месяц\\p{L}*|год\\p{L}*|дн\\p{L}*|день|понедельник\\p{L}*|вторник\\p{L}*"
      + "|сред[уы]|четверг\\p{L}*|пятниц\\p{L}*|суббот\\p{L}*|воскресень\\p{L}*|сразу|весн\\p{L}*|лет\\p{L}*|осен\\p{L}*|зим\\p{L}*");
  private static final Pattern QUANTITY = words(
      "\\d[\\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
          + "\\p{L}+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|half|third|quarter|"
          + "dozens?|twice|once|double|single|all|every|each|both|none|no|any|unlimited|several|few|most|many|some|limit\\p{L}*|maximum|minimum|"
          + "free|daily|weekly|monthly|yearly|annual\\p{L}*|hourly|quarterly|never|always|pair|couple|whole|entire|majority|percent\\p{L}*|"
          + "один|одна|одно|од\\p{L}+|дв[аеу]\\p{L}*|тр[иёе]\\p{L}*|четыр\\p{L}*|пят\\p{L}*|шест\\p{L}*|сем\\p{L}*|вос[её]м\\p{L}*|восьм\\p{L}*|девят\\p{L}*|десят\\p{L}*|"
          + "двадцат\\p{L}*|сорок|сто|двест\\p{L}*|тысяч\\p{L}*|миллион\\p{L}*|полтор\\p{L}*|половин\\p{L}*|кажд\\p{L}*|все|всех|ни|без|нет|несколько|"
          + "ежедневно|еженедельно|ежемесячно|ежегодно|бесплатн\\p{L}*|раз\\p{L}*");
  private static final Pattern PERSON = words(
      "manager\\p{L}*|leads?|leader\\p{L}*|team\\p{L}*|director\\p{L}*|head|officer\\p{L}*|owner\\p{L}*|partner\\p{L}*|"
          + "staff|employee\\p{L}*|employer\\p{L}*|colleague\\p{L}*|people|person\\p{L}*|anyone|anybody|everyone|everybody|nobody|no one|someone|somebody|"
          + "members?|committee|board|department|hr|administrator\\p{L}*|admins?|clients?|customers?|users?|developer\\p{L}*|maintainer\\p{L}*|"
          + "engineer\\p{L}*|doctors?|nurses?|contractor\\p{L}*|candidate\\p{L}*|chair\\p{L}*|president|secretary|treasurer|warden|keeper|"
          + "captain|teacher\\p{L}*|trainer\\p{L}*|coach\\p{L}*|parent\\p{L}*|child\\p{L}*|student\\p{L}*|pupil\\p{L}*|resident\\p{L}*|tenant\\p{L}*|landlord|"
          + "company|authority|council|agency|police|government|buddy|buddies|you|we|they|he|she|those|anyone who|volunteer\\p{L}*|"
          + "\\p{L}{2,}(?:master|man|men|woman|women|keeper|holder|worker|ist|ists|ian|ians|eer|eers)|\\p{L}{4,}(?:er|ers|or|ors)|by (?:the|an?) \\p{L}+|"
          + "applicant\\p{L}*|supervisor\\p{L}*|operator\\p{L}*|reviewer\\p{L}*|author\\p{L}*|founder\\p{L}*|[\\w.+-]+@[\\w.-]+|"
          + "менеджер\\p{L}*|руководител\\p{L}*|начальник\\p{L}*|директор\\p{L}*|команд\\p{L}*|отдел\\p{L}*|сотрудник\\p{L}*|работник\\p{L}*|"
          + "комитет\\p{L}*|правлени\\p{L}*|администратор\\p{L}*|клиент\\p{L}*|пользовател\\p{L}*|любой|каждый|все|никто|член\\p{L}*|председател\\p{L}*|"
          + "секретар\\p{L}*|сторож\\p{L}*|капитан\\p{L}*|учител\\p{L}*|родител\\p{L}*|студент\\p{L}*|жител\\p{L}*|врач\\p{L}*|волонт\\p{L}*|вы|мы|они|он|она|те");

  private AnswerType() {}

  /**
   * "Who is the head of finance?" is answered by a name; the calling is known already. Not "who is the policy for", nor "who
   * approves leave".
   */
  private static final Pattern NAMED = Pattern.compile(
      "(?iu)\\bwho(?:['’]?s| is| was| are| were) (?:the|our|your|my|their|its)\\b(?!.*\\b(?:for|with|to|by|about|on|from|at)\\W*$).*"
          + "|.*\\b(?:кто|как зовут) (?:у нас |у вас |сейчас |был |была )?(?:\\p{L}+(?:ый|ий|ой|ая) )?(?:директор|руководитель|начальник|председатель|"
          + "глава|тренер|капитан|секретарь|менеджер|автор|основатель)\\b.*",
      Pattern.UNICODE_CHARACTER_CLASS);

  /** Whether a sentence can answer a question of the kind; true where that can't be told. */
  static boolean fits(String question, QuestionKind kind, String sentence, List<String> shapes, Language language,
      Set<String> questionWords) {
    if (language != Language.ENGLISH && language != Language.RUSSIAN) {
      return true;
    }
    if (kind == QuestionKind.WHO && NAMED.matcher(question).find()) {
      // "The Operations Team" names nobody who is asked for as the head of operations.
      return shapes.stream()
          .anyMatch(name -> !PERSON.matcher(name).find()
              && SentenceFeatures.words(name).stream().noneMatch(questionWords::contains));
    }
    if (!shapes.isEmpty()) {
      return true;
    }
    return switch (kind) {
      case WHEN -> fresh(TIME, sentence, questionWords);
      case HOW_MANY, HOW_LONG -> fresh(QUANTITY, sentence, questionWords) || fresh(TIME, sentence, questionWords);
      case WHO -> fresh(PERSON, sentence, questionWords);
      case WHERE, WHY, HOW, LIST, SUMMARY, OTHER -> true;
    };
  }

  private static boolean fresh(Pattern pattern, String sentence, Set<String> questionWords) {
    Matcher matcher = pattern.matcher(sentence);
    while (matcher.find()) {
      if (!questionWords.contains(matcher.group().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static Pattern words(String words) {
    return Pattern.compile("(?<![\\p{L}\\p{M}\\p{Nd}])(?:" + words + ")(?![\\p{L}\\p{M}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
