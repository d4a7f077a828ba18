package dev.docent.corpus.files.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail's text, parted into its own words and what it repeats of older mails: lines behind {@code >}, what stands under
 * "On Monday, Ann wrote:" and its like, and what follows the head of another mail.
 *
 * @param own what this mail says itself
 * @param repeated the older mails, newest first
 */
record QuotedThread(String own, List<Repeated> repeated) {

  /**
   * An older mail.
   *
   * @param attribution who wrote it when, as far as the mail says it
   * @param forwarded whether it was passed on rather than answered
   */
  record Repeated(String attribution, String text, boolean forwarded) {}

  private static final int DEEPEST = 20;
  private static final int LONGEST_ATTRIBUTION = 3;
  private static final Pattern MARKED = Pattern.compile(" ?>");
  private static final Pattern WROTE = Pattern.compile(
      "(?iU)(?:\\b(?:wrote|writes|schrieb|geschrieben|a écrit|escribió|ha scritto|escreveu|schreef|skrev|pisze|napisał\\(?a?\\)?"
          + "|napsala?|yazdı|írta|scris|kirjoitti|писал\\(?а?\\)?|написал\\(?а?\\)?|пишет|писа|пише)\\b|写道|寫道|のメッセージ|書きました|님이 작성|έγραψε|כתב)"
          + "[^\\n]{0,60}[:：]\\s*$");
  private static final Pattern DASHED = Pattern
      .compile("\\s*[-_=*]{3,}\\s*(\\p{L}[\\p{L} .'’/]{3,60}?)\\s*[-_=*]{3,}\\s*");
  private static final Pattern RULE = Pattern.compile("\\s*[-_]{8,}\\s*");
  private static final Pattern PASSED_ON = Pattern.compile(
      "(?iU).*\\b(?:forward(?:ed)?|weitergeleitet\\w*|transféré|reenviado|inoltrato|encaminhada|doorgestuurd\\w*|переслан\\w*|пересыла\\w*|转发\\w*|轉寄\\w*)\\b.*");
  private static final Pattern BEGIN_FORWARDED = Pattern
      .compile("(?iU)\\s*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)"
          + "|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|начало переадресованного сообщения)\\s*:\\s*");
  private static final Pattern HEADER = Pattern.compile(
      "(?iU)[*\\s]*(from|von|de|da|van|от|від|发件人|寄件者|差出人|보낸 사람|sent|date|gesendet|datum|envoyé|enviado|inviato|data|fecha|отправлено|дата|发送时间|日期|送信日時|보낸 날짜"
          + "|to|an|à|para|a|кому|收件人|宛先|받는 사람|cc|kopie|копия|抄送|subject|betreff|objet|asunto|oggetto|assunto|onderwerp|тема|主题|主旨|件名|제목|reply-to|antwort an)[*\\s]*[:：][*]*[ \\t]*(.*)");
  private static final Pattern SENDER = Pattern.compile("(?iU)from|von|de|da|van|от|від|发件人|寄件者|差出人|보낸 사람");
  private static final Pattern SUBJECT = Pattern
      .compile("(?iU)subject|betreff|objet|asunto|oggetto|assunto|onderwerp|тема|主题|主旨|件名|제목");
  private static final Pattern SENT = Pattern.compile(
      "(?iU)sent|date|gesendet|datum|envoyé|enviado|inviato|data|fecha|отправлено|дата|发送时间|日期|送信日時|보낸 날짜");

  QuotedThread {
    repeated = List.copyOf(repeated);
  }

  /** @param forwards whether the mail's subject says that it passes another on */
  static QuotedThread of(String text, boolean forwards) {
    return of(text.lines().toList(), forwards, 0);
  }

  private static QuotedThread of(List<String> lines, boolean forwards, int depth) {
    var own = new StringBuilder();
    var repeated = new ArrayList<Repeated>();
    String attribution = "";
    for (int i = 0; i < lines.size();) {
      int head = depth > DEEPEST ? 0 : headOfAnother(lines, i);
      if (head > 0) {
        other(lines, i, head, forwards, depth, repeated);
        break;
      }
      int said = depth > DEEPEST ? 0 : attribution(lines, i);
      if (said > 0) {
        attribution = joined(lines.subList(i, i + said));
        i += said;
        if (!nextIsMarked(lines, i) && attribution.chars().anyMatch(Character::isDigit)) {
          add(attribution, of(lines.subList(i, lines.size()), false, depth + 1), false, repeated);
          break;
        }
        if (!nextIsMarked(lines, i)) {
          own.append(attribution).append('\n');
          attribution = "";
        }
        continue;
      }
      if (MARKED.matcher(lines.get(i)).lookingAt()) {
        int to = i;
        while (to < lines.size() && MARKED.matcher(lines.get(to)).lookingAt()) {
          to++;
        }
        List<String> inner = lines.subList(i, to).stream().map(QuotedThread::unmarked).toList();
        add(attribution, of(inner, false, depth + 1), false, repeated);
        attribution = "";
        i = to;
        continue;
      }
      own.append(lines.get(i)).append('\n');
      i++;
    }
    return new QuotedThread(own.toString().strip(), repeated);
  }

  private static void add(String attribution, QuotedThread older, boolean forwarded, List<Repeated> repeated) {
    if (!older.own.isBlank()) {
      repeated.add(new Repeated(attribution, older.own, forwarded));
    }
    repeated.addAll(older.repeated);
  }

  private static String unmarked(String line) {
    Matcher mark = MARKED.matcher(line);
    String rest = mark.lookingAt() ? line.substring(mark.end()) : line;
    return rest.startsWith(" ") ? rest.substring(1) : rest;
  }

  private static boolean nextIsMarked(List<String> lines, int at) {
    for (int i = at; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        return MARKED.matcher(lines.get(i)).lookingAt();
      }
    }
    return false;
  }

  /** How many lines from here say who wrote what follows; programs break such a line. */
  private static int attribution(List<String> lines, int at) {
    if (lines.get(at).isBlank() || MARKED.matcher(lines.get(at)).lookingAt()) {
      return 0;
    }
    for (int n = 1; n <= LONGEST_ATTRIBUTION && at + n <= lines.size(); n++) {
      String last = lines.get(at + n - 1);
      if (last.isBlank() || MARKED.matcher(last).lookingAt()) {
        return 0;
      }
      String all = joined(lines.subList(at, at + n));
      if (all.length() > 250) {
        return 0;
      }
      if (WROTE.matcher(all).find()) {
        return at + n < lines.size() ? n : 0;
      }
    }
    return 0;
  }

  private static String joined(List<String> lines) {
    return String.join(" ", lines).replaceAll("\\s+", " ").strip();
  }

  /** How many lines from here are a line that parts mails, with the head of the next one below it; 0 for none. */
  private static int headOfAnother(List<String> lines, int at) {
    String line = lines.get(at);
    boolean parting = DASHED.matcher(line).matches() || RULE.matcher(line).matches()
        || BEGIN_FORWARDED.matcher(line).matches();
    int from = parting ? at + 1 : at;
    while (parting && from < lines.size() && lines.get(from).isBlank()) {
      from++;
    }
    int to = from;
    boolean sender = false;
    boolean more = false;
    for (; to < lines.size(); to++) {
      Matcher header = HEADER.matcher(lines.get(to));
      if (!header.matches()) {
        // A long list of names goes on in the next line.
        boolean goesOn = to > from && lines.get(to).matches("[ \\t]+\\S.*");
        if (!goesOn) {
          break;
        }
        continue;
      }
      boolean from1 = SENDER.matcher(header.group(1)).matches();
      sender |= from1;
      more |= SUBJECT.matcher(header.group(1)).matches() || SENT.matcher(header.group(1)).matches();
      if (to == from && !parting && !from1) {
        return 0;
      }
    }
    if (sender && more && to - from >= (parting ? 2 : 3)) {
      return to - at;
    }
    // "-----Original Message-----" says enough without a head.
    Matcher dashed = DASHED.matcher(line);
    return dashed.matches() && dashed.group(1)
        .toLowerCase(Locale.ROOT)
        .matches(
            "(?U).*\\b(?:original(?:nachricht| message)?|ursprüngliche\\w*|d'origine|сообщение|messaggio|mensaje|mensagem|message)\\b.*")
                ? 1
                : 0;
  }

  private static void other(List<String> lines, int at, int head, boolean forwards, int depth,
      List<Repeated> repeated) {
    String sender = "";
    String sent = "";
    String subject = "";
    for (String line : lines.subList(at, at + head)) {
      Matcher header = HEADER.matcher(line);
      if (header.matches()) {
        String value = header.group(2).strip();
        sender = sender.isEmpty() && SENDER.matcher(header.group(1)).matches() ? value : sender;
        sent = sent.isEmpty() && SENT.matcher(header.group(1)).matches() ? value : sent;
        subject = subject.isEmpty() && SUBJECT.matcher(header.group(1)).matches() ? value : subject;
      }
    }
    String first = lines.get(at);
    boolean forwarded = forwards || PASSED_ON.matcher(first).matches() || BEGIN_FORWARDED.matcher(first).matches();
    String attribution = forwarded && !subject.isEmpty()
        ? subject
        : String.join(", ", List.of(sender, sent, subject).stream().filter(part -> !part.isEmpty()).toList());
    QuotedThread older = of(lines.subList(at + head, lines.size()), false, depth + 1);
    String letterhead = forwarded
        ? String.join("\n", lines.subList(at, at + head).stream().filter(l -> HEADER.matcher(l).matches()).toList())
            + "\n\n"
        : "";
    add(attribution, new QuotedThread(older.own.isBlank() ? "" : letterhead + older.own, older.repeated), forwarded,
        repeated);
  }
}
