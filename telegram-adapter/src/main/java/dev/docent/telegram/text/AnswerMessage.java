package dev.docent.telegram.text;

import dev.docent.answer.Answer;
import dev.docent.answer.Citation;
import dev.docent.answer.Layout;
import dev.docent.answer.Nearest;
import dev.docent.answer.Part;
import dev.docent.answer.Answer.SmallTalk;
import dev.docent.corpus.Locator;
import dev.docent.corpus.TextRange;
import dev.docent.retrieval.Query;
import dev.docent.telegram.text.Span.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An answer as messages: the words, and below the last of them its sources, folded. */
public final class AnswerMessage {
  private static final int QUOTE = 240;
  /** What of the last message the sources may take from the words. */
  private static final int SOURCES = 1_500;

  private final Words words;

  public AnswerMessage(Words words) {
    this.words = words;
  }

  /**
   * The messages that make up the answer, each short enough to be sent.
   *
   * @param self a line about the bot itself, in front; empty for none
   */
  public List<Styled> of(Answer answer, String self) {
    var body = Styled.builder();
    if (!self.isEmpty()) {
      body.add(Kind.ITALIC, self).add("\n\n");
    }
    Query query = answer.trace().query();
    if (query.rewritten()) {
      body.add(Kind.ITALIC, words.say("understood", CleanText.line(query.standalone(), QUOTE))).add("\n\n");
    }
    answer.notices().forEach(notice -> body.add(Kind.ITALIC, notice).add("\n\n"));
    return switch (answer) {
      case Answer.Grounded grounded -> {
        body.add(laid(grounded.parts()));
        yield joined(body.build(), sources(grounded.citations(), said(grounded.parts())));
      }
      case Answer.Abstained abstained -> {
        SmallTalk talk = abstained.talk();
        body.add(talk == null ? refusal(abstained) : smallTalk(talk));
        if (!abstained.nearest().isEmpty()) {
          body.add("\n").add(words.say("nearest"));
        }
        yield joined(body.build(), sources(abstained.nearest().stream().map(Nearest::citation).toList(), Set.of()));
      }
    };
  }

  /** The markers of what the answer says in the document's own words; below it they needn't be quoted once more. */
  private static Set<Integer> said(List<Part> parts) {
    return parts.stream()
        .filter(Part::literal)
        .flatMap(part -> part.markers().stream())
        .collect(Collectors.toSet());
  }

  /** Whether all that the answer rests on is to be read with it, so that nothing is gained by showing its sources. */
  public boolean whole(Answer.Grounded answer) {
    Set<Integer> said = said(answer.parts());
    int quote = quoted(answer.citations().size());
    return !listing(answer.citations(), said).text().endsWith("\n…") && answer.citations()
        .stream()
        .allMatch(source -> said.contains(source.n()) || CleanText.line(source.quote()).length() <= quote);
  }

  private String refusal(Answer.Abstained abstained) {
    String reason = words.say(abstained.reason().code());
    List<String> absent = abstained.absent().stream().map(word -> "“" + word + "”").toList();
    return absent.isEmpty()
        ? reason
        : reason + " " + words.say("absent", String.join(", ", absent), absent.size());
  }

  /** What somebody says beside their questions is answered with what can be done here. */
  private String smallTalk(SmallTalk talk) {
    String reply = talk.reply("/help");
    return switch (talk.kind()) {
      case ABILITIES, IDENTITY -> reply + "\n\n" + words.say("help");
      case GREETING -> reply + "\n" + words.say("start.example");
      case THANKS, FAREWELL -> reply;
    };
  }

  /** What there is of an answer that came to an early end. */
  public List<Styled> cut(List<Part> parts, String why) {
    var body = Styled.builder();
    if (!parts.isEmpty()) {
      body.add(laid(parts)).add("\n\n");
    }
    return MessageSplitter.of(body.add(Kind.ITALIC, words.say("incomplete", why)).build(), MessageSplitter.MESSAGE);
  }

  /** The words of an answer while it grows, as much as a message holds. */
  public static Styled growing(List<Part> parts) {
    List<Styled> messages = MessageSplitter.of(Styled.plain(laid(parts).text() + " …"), MessageSplitter.MESSAGE);
    return messages.getLast();
  }

  private static List<Styled> joined(Styled body, Styled sources) {
    var parts = new ArrayList<>(MessageSplitter.of(body, MessageSplitter.MESSAGE));
    if (sources.blank()) {
      return parts;
    }
    Styled last = parts.removeLast();
    if (last.length() + 2 + sources.length() <= MessageSplitter.MESSAGE) {
      parts.add(Styled.builder().add(last).add("\n\n").add(sources).build());
    } else {
      parts.add(last);
      parts.add(sources);
    }
    return parts;
  }

  private static Styled laid(List<Part> parts) {
    var body = Styled.builder();
    for (Layout laid : Layout.of(parts)) {
      if (!body.empty()) {
        boolean runsOn = laid.part().kind() == Part.Kind.WRITTEN && !laid.part().begins();
        body.add(runsOn ? " " : laid.quoted() ? "\n\n" : "\n");
      }
      body.add(styled(laid));
      laid.markers().forEach(n -> body.add(" [" + n + "]"));
    }
    return body.build();
  }

  private static Styled styled(Layout laid) {
    Part part = laid.part();
    if (!part.literal()) {
      return Markdown.read(part.text());
    }
    var quote = Styled.builder().add(laid.quoted() ? "“" : "");
    if (part.kind() == Part.Kind.CODE) {
      return quote.add(Kind.CODE, part.text()).build();
    }
    int at = 0;
    for (TextRange mark : part.marks()) {
      quote.add(part.text().substring(at, mark.start())).add(Kind.BOLD, mark.of(part.text()));
      at = mark.end();
    }
    return quote.add(part.text().substring(at)).add(laid.quoted() ? "”" : "").build();
  }

  private Styled sources(List<Citation> citations, Set<Integer> said) {
    return citations.isEmpty()
        ? Styled.EMPTY
        : Styled.builder().add(Kind.FOLDED, listing(citations, said), null).build();
  }

  /** How much of a source is quoted when there are as many. In characters. */
  private static int quoted(int sources) {
    return Math.max(40, Math.min(QUOTE, SOURCES / sources - 60));
  }

  private Styled listing(List<Citation> citations, Set<Integer> said) {
    var inside = Styled.builder().add(Kind.BOLD, words.say("sources"));
    int quote = quoted(citations.size());
    for (Citation citation : citations) {
      Styled line = source(citation, said.contains(citation.n()) ? 0 : quote);
      if (inside.build().length() + line.length() + 1 > SOURCES) {
        inside.add("\n…");
        break;
      }
      inside.add("\n").add(line);
    }
    return inside.build();
  }

  private Styled source(Citation citation, int quote) {
    String where = "[" + citation.n() + "] " + place(citation.document(), citation.locator());
    return Styled.plain(quote == 0 ? where : where + "\n“" + CleanText.line(citation.quote(), quote) + "”");
  }

  /** The sources with all of their words, as a text that may have to be cut. */
  public Styled full(List<Source> sources) {
    var all = Styled.builder().add(Kind.BOLD, words.say("sources.full"));
    for (Source source : sources) {
      all.add("\n\n[" + source.n() + "] " + source.place() + "\n").add(Kind.QUOTE, source.quote());
    }
    return all.build();
  }

  /** The sources of an answer, with places in words. */
  public List<Source> listed(Answer answer) {
    List<Citation> citations = switch (answer) {
      case Answer.Grounded grounded -> grounded.citations();
      case Answer.Abstained abstained -> abstained.nearest().stream().map(Nearest::citation).toList();
    };
    return citations.stream()
        .map(c -> new Source(c.n(), place(c.document(), c.locator()), CleanText.text(c.quote()), c.document()))
        .toList();
  }

  /** A document and where in it, such as {@code notes.md, Arrival, lines 3–4}. */
  private String place(String document, Locator locator) {
    String where = switch (locator) {
      case Locator.Page page -> words.say("page", Integer.toString(page.page()));
      case Locator.Lines lines -> lines.first() == lines.last()
          ? words.say("line.one", Integer.toString(lines.first()))
          : words.say("line.several", Integer.toString(lines.first()), Integer.toString(lines.last()));
      case Locator.Rows rows -> rows.first() == rows.last()
          ? words.say("row.one", Integer.toString(rows.first()))
          : words.say("row.several", Integer.toString(rows.first()), Integer.toString(rows.last()));
      case Locator.Heading heading -> "";
    };
    String heading = locator.headings().isEmpty() ? "" : ", " + CleanText.line(locator.headings().getLast(), 80);
    return CleanText.line(document, 120) + heading + (where.isEmpty() ? "" : ", " + where);
  }
}
