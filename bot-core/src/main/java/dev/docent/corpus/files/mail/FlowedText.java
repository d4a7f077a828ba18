package dev.docent.corpus.files.mail;

/** Plain text whose lines were broken by the program that sent it (RFC 3676): a line with a space at its end goes on. */
final class FlowedText {
  private FlowedText() {}

  static String of(String text, String format, String delsp) {
    if (!format.equalsIgnoreCase("flowed")) {
      return text;
    }
    boolean without = delsp.equalsIgnoreCase("yes");
    var joined = new StringBuilder();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].startsWith(" ") ? lines[i].substring(1) : lines[i];
      boolean goesOn = line.endsWith(" ") && !line.equals("-- ") && !line.startsWith(">") && i + 1 < lines.length
          && !lines[i + 1].startsWith(">") && !lines[i + 1].isEmpty();
      joined.append(goesOn && without ? line.substring(0, line.length() - 1) : line).append(goesOn ? "" : "\n");
    }
    return joined.toString();
  }
}
