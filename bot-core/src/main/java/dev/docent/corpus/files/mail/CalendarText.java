package dev.docent.corpus.files.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An invitation (RFC 5545) as lines a person reads: what, when, where, by whom. */
final class CalendarText {
  private static final Pattern LINE = Pattern
      .compile("(SUMMARY|DTSTART|DTEND|LOCATION|ORGANIZER|DESCRIPTION)((?:;[^:\"]*(?:\"[^\"]*\")?)*):(.*)");
  private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)\\d\\d(Z?))?");
  private static final Pattern ZONE = Pattern.compile("TZID=\"?([^;\"]+)");
  private static final Pattern NAME = Pattern.compile("CN=\"?([^;\"]+)");
  private static final int MOST = 2_000;

  private CalendarText() {}

  static String of(String calendar) {
    var lines = new ArrayList<String>();
    boolean event = false;
    for (String line : unfolded(calendar)) {
      if (line.startsWith("BEGIN:VEVENT") || line.startsWith("BEGIN:VTODO")) {
        event = true;
        lines.add("");
      } else if (line.startsWith("END:VEVENT") || line.startsWith("END:VTODO") || line.startsWith("BEGIN:VALARM")) {
        event = false;
      }
      Matcher said = LINE.matcher(line);
      if (event && said.matches() && !said.group(3).isBlank() && lines.size() < MOST) {
        lines.add(shown(said.group(1), said.group(2), said.group(3)));
      }
    }
    return String.join("\n", lines).strip();
  }

  private static List<String> unfolded(String calendar) {
    return calendar.replaceAll("\\r?\\n[ \\t]", "").lines().toList();
  }

  private static String shown(String property, String parameters, String value) {
    return switch (property) {
      case "SUMMARY" -> "Subject: " + plain(value);
      case "DTSTART" -> "Begins: " + time(value, parameters);
      case "DTEND" -> "Ends: " + time(value, parameters);
      case "LOCATION" -> "Place: " + plain(value);
      case "ORGANIZER" -> "Organizer: " + organizer(parameters, value);
      default -> plain(value);
    };
  }

  private static String organizer(String parameters, String value) {
    Matcher name = NAME.matcher(parameters);
    return (name.find() ? name.group(1) + " " : "") + value.replaceFirst("(?i)mailto:", "");
  }

  private static String time(String value, String parameters) {
    Matcher time = TIME.matcher(value.strip());
    if (!time.matches()) {
      return value;
    }
    Matcher zone = ZONE.matcher(parameters);
    String day = time.group(1) + "-" + time.group(2) + "-" + time.group(3);
    return time.group(4) == null
        ? day
        : day + " " + time.group(4) + ":" + time.group(5)
            + (time.group(6).isEmpty() ? zone.find() ? " " + zone.group(1) : "" : " UTC");
  }

  private static String plain(String value) {
    return value.replace("\\n", "\n").replace("\\N", "\n").replaceAll("\\\\([,;\\\\])", "$1").strip();
  }
}
