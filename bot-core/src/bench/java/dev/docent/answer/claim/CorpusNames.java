package dev.docent.answer.claim;

import dev.docent.answer.extractive.Rewording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The proper names of texts: runs of capitals that stand within a sentence somewhere. */
final class CorpusNames {
  static final Pattern NAME = Pattern.compile(
      "\\p{Lu}[\\p{L}\\p{M}'’-]*\\p{L}(?: (?:(?:of|de|von|van|da) )?\\p{Lu}[\\p{L}\\p{M}'’-]*\\p{L})*");
  private static final Pattern WITHIN = Pattern.compile("(?<=[\\p{Ll},)] )" + NAME.pattern());

  private static final String GRAMMAR = "The|A|An|In|On|At|It|He|She|They|This|That|These|Those|And|But|If|As|For|By|To|Of|No|Not|His|Her|Its|When|There|We|You|Some|Many|One|Two";

  private final Set<String> all = new HashSet<>();

  CorpusNames(Collection<String> texts) {
    for (String text : texts) {
      WITHIN.matcher(text).results().map(MatchResult::group).filter(n -> n.length() > 2).forEach(all::add);
    }
    all.removeIf(name -> name.matches(Rewording.MONTHS + "|(?:" + GRAMMAR + ")(?: .*)?|.*['’]s?"));
  }

  /** Those of them that a text holds, in order of the alphabet. */
  Set<String> in(String text) {
    var found = new TreeSet<String>();
    NAME.matcher(text).results().map(MatchResult::group).filter(all::contains).forEach(found::add);
    return found;
  }

  List<String> notIn(String text) {
    var others = new ArrayList<String>(new TreeSet<>(all));
    others.removeIf(text::contains);
    return others;
  }
}
