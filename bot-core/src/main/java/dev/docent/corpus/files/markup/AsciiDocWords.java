package dev.docent.corpus.files.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a paragraph of AsciiDoc without what is markup in them; line ends stay. */
final class AsciiDocWords {
  /** Stands in for what is said literally until all markup around it is gone; the sources of texts don't use them. */
  private static final char FIRST = '\uE000';
  private static final int LITERALS = 6_000;

  private static final Pattern LITERAL = Pattern
      .compile("\\+\\+\\+([^+]{0,500}+)\\+\\+\\+|\\+\\+(?!\\s)([^+\\n]{1,500}+)(?<!\\s)\\+\\+"
          + "|pass:[a-z,]{0,20}\\[([^\\]\\[]{0,500}+)]|``([^`]{1,500}+)``|(?<![\\w`\"])`([^`]{1,500}+)`(?![\\w`\"])"
          + "|(?<![\\w+])\\+(?!\\s)([^+\\n]{1,500}+)(?<!\\s)\\+(?![\\w+])|\\\\([*_`#^~\\[{<+])");
  private static final Pattern ATTRIBUTE = Pattern.compile("\\{([\\w][\\w-]{0,60})}");
  private static final Map<String, String> KNOWN = Map.ofEntries(Map.entry("nbsp", " "), Map.entry("empty", ""),
      Map.entry("blank", ""), Map.entry("sp", " "), Map.entry("zwsp", ""), Map.entry("wj", ""), Map.entry("plus", "+"),
      Map.entry("asterisk", "*"), Map.entry("tilde", "~"), Map.entry("backtick", "`"), Map.entry("vbar", "|"),
      Map.entry("amp", "&"), Map.entry("lt", "<"), Map.entry("gt", ">"), Map.entry("apos", "'"),
      Map.entry("quot", "\""),
      Map.entry("startsb", "["), Map.entry("endsb", "]"), Map.entry("caret", "^"), Map.entry("backslash", "\\"),
      Map.entry("two-colons", "::"), Map.entry("two-semicolons", ";;"), Map.entry("cpp", "C++"),
      Map.entry("deg", "°"), Map.entry("ldquo", "“"), Map.entry("rdquo", "”"), Map.entry("lsquo", "‘"),
      Map.entry("rsquo", "’"));
  private static final Pattern ANCHOR = Pattern
      .compile("\\[\\[[^\\[\\]]{1,200}]]|\\banchor:[^\\s\\[]{1,200}\\[[^\\]]{0,200}]|\\(\\(\\([^()]{1,200}\\)\\)\\)");
  private static final Pattern INDEX_TERM = Pattern.compile("\\(\\(([^()]{1,200})\\)\\)");
  private static final Pattern MACRO = Pattern.compile("\\b(?<name>link|xref|mailto|image|icon|kbd|btn|menu|footnote|"
      + "footnoteref|stem|latexmath|asciimath|indexterm2?|counter|https?|ftp|irc)(?<target>:[^\\s\\[<>]{0,250}+)"
      + "\\[(?<text>(?:[^\\]\\[\\\\]|\\\\.){0,300}+)]");
  private static final Pattern REFERENCE = Pattern
      .compile("<<(?<id>[^<>,]{1,200})(?:,\\s*(?<text>[^<>]{1,300}))?>>");
  private static final Pattern BARE_LINK = Pattern.compile("<((?:https?|ftp|mailto)[^<>\\s]{1,400})>");
  private static final Pattern ROLE = Pattern.compile("\\[[.#%\\w][\\w.#%, -]{0,80}](?=[#*_`])");
  private static final Pattern[] UNCONSTRAINED = {Pattern.compile("\\*\\*((?:[^*]|\\*(?!\\*)){1,500}?)\\*\\*"),
      Pattern.compile("__((?:[^_]|_(?!_)){1,500}?)__"), Pattern.compile("##([^#]{1,500})##"),
      Pattern.compile("\\^([^\\s^]{1,100})\\^"), Pattern.compile("~([^\\s~]{1,100})~")};
  private static final Pattern[] CONSTRAINED = {
      Pattern.compile("(?<![\\w*])\\*(?![\\s*])([^*]{1,500}+)(?<!\\s)\\*(?![\\w*])"),
      Pattern.compile("(?<![\\w_])_(?![\\s_])([^_]{1,500}+(?:_(?=\\w)[^_]{1,500}+){0,5})(?<!\\s)_(?![\\w_])"),
      Pattern.compile("(?<![\\w#&])#(?![\\s#])([^#]{1,500}+)(?<!\\s)#(?![\\w#])")};
  private static final Pattern CURVED = Pattern.compile("\"`([^`]{1,500}+)`\"|'`([^`]{1,500}+)`'");
  private static final Pattern BREAK = Pattern.compile("(?m) \\+$");
  private static final Pattern TAG = Pattern
      .compile("</?(?:b|i|u|sub|sup|br|em|strong|span|a|code|kbd|p)(?:\\s[^<>]{0,200})?/?>");

  private final Map<String, String> attributes;
  private final Map<String, String> titles;

  /**
   * @param attributes what stands for a name in braces
   * @param titles what the parts of the document are called, by their ids
   */
  AsciiDocWords(Map<String, String> attributes, Map<String, String> titles) {
    this.attributes = attributes;
    this.titles = titles;
  }

  String of(String source) {
    if (source.chars().noneMatch(c -> "*_`#^~[{<+(\\:".indexOf(c) >= 0)) {
      return source;
    }
    var literals = new ArrayList<String>();
    boolean clear = source.chars().noneMatch(c -> c >= FIRST && c < FIRST + LITERALS);
    String shown = LITERAL.matcher(CURVED.matcher(source).replaceAll(m -> quoted(m)))
        .replaceAll(m -> Matcher.quoteReplacement(kept(m, literals, clear)));
    shown = ATTRIBUTE.matcher(shown).replaceAll(m -> Matcher.quoteReplacement(attribute(m)));
    shown = ANCHOR.matcher(shown).replaceAll("");
    shown = INDEX_TERM.matcher(shown).replaceAll("$1");
    shown = MACRO.matcher(shown).replaceAll(m -> Matcher.quoteReplacement(macro(m)));
    shown = REFERENCE.matcher(shown).replaceAll(m -> Matcher.quoteReplacement(reference(m.group(1), m.group(2))));
    shown = BARE_LINK.matcher(shown).replaceAll("$1");
    shown = ROLE.matcher(shown).replaceAll("");
    for (Pattern mark : UNCONSTRAINED) {
      shown = mark.matcher(shown).replaceAll("$1");
    }
    for (Pattern mark : CONSTRAINED) {
      shown = mark.matcher(shown).replaceAll("$1");
    }
    shown = TAG.matcher(BREAK.matcher(shown).replaceAll("")).replaceAll("");
    return literals.isEmpty() ? shown : restored(shown, literals);
  }

  private static String quoted(MatchResult match) {
    return Matcher.quoteReplacement(match.group(1) != null ? "“" + match.group(1) + "”" : "‘" + match.group(2) + "’");
  }

  private static String kept(MatchResult match, List<String> literals, boolean clear) {
    String said = "";
    for (int group = 1; group <= match.groupCount(); group++) {
      said = match.group(group) == null ? said : match.group(group);
    }
    if (match.group(1) != null || match.group(3) != null) {
      said = TAG.matcher(said).replaceAll("");
    }
    if (said.length() > 1 && said.startsWith("+") && said.endsWith("+")) {
      said = said.substring(1, said.length() - 1);
    }
    if (!clear || literals.size() >= LITERALS || match.group().startsWith("`") && said.contains("{")) {
      return said;
    }
    literals.add(said);
    return Character.toString((char) (FIRST + literals.size() - 1));
  }

  private static String restored(String shown, List<String> literals) {
    var restored = new StringBuilder();
    for (int i = 0; i < shown.length(); i++) {
      int at = shown.charAt(i) - FIRST;
      if (at >= 0 && at < literals.size()) {
        restored.append(literals.get(at));
      } else {
        restored.append(shown.charAt(i));
      }
    }
    return restored.toString();
  }

  private String attribute(MatchResult match) {
    String name = match.group(1).toLowerCase(Locale.ROOT);
    String value = attributes.get(name);
    return value != null ? value : KNOWN.getOrDefault(name, match.group());
  }

  private String macro(MatchResult match) {
    String name = match.group(1);
    String target = match.group(2).substring(1);
    String text = text(match.group(3));
    return switch (name) {
      case "image" -> MarkdownWords.words(text) ? text : "";
      case "icon", "indexterm", "counter" -> "";
      case "kbd", "btn", "stem", "latexmath", "asciimath", "indexterm2" -> match.group(3);
      case "menu" -> text.isEmpty() ? target : target + " > " + match.group(3);
      case "footnote", "footnoteref" -> text.isEmpty() ? "" : "[" + match.group(3) + "]";
      case "xref" -> text.isEmpty() ? reference(target, null) : text;
      case "link", "mailto" -> text.isEmpty() ? target : text;
      default -> text.isEmpty() ? name + ":" + target : text;
    };
  }

  /** What is shown of a macro's brackets: without the attributes behind the text. */
  private static String text(String inside) {
    String text = inside.replace("\\]", "]").strip();
    if (text.startsWith("\"") && text.indexOf('"', 1) > 0) {
      return text.substring(1, text.indexOf('"', 1));
    }
    int attribute = text.indexOf('=');
    int comma = attribute < 0 ? -1 : text.lastIndexOf(',', attribute);
    if (attribute > 0 && comma < 0 && text.substring(0, attribute).matches("[\\w-]+")) {
      return "";
    }
    text = comma >= 0 ? text.substring(0, comma) : text;
    return text.endsWith("^") ? text.substring(0, text.length() - 1) : text;
  }

  private String reference(String id, @Nullable String text) {
    if (text != null) {
      return text;
    }
    String bare = id.substring(id.indexOf('#') + 1).strip();
    String title = titles.get(bare);
    if (title != null) {
      return title;
    }
    String readable = bare.isEmpty() ? id.replace("#", "") : bare;
    return readable.substring(readable.lastIndexOf('/') + 1);
  }
}
