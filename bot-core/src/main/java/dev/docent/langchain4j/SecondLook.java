package dev.docent.langchain4j;

import dev.docent.answer.ClaimCheck;
import dev.docent.answer.Draft.Claim.Said;
import dev.docent.answer.Draft.Support;
import dev.docent.answer.Evidence;
import dev.docent.answer.Usage;
import dev.docent.corpus.Segment;
import dev.docent.langchain4j.reply.Reply;
import dev.docent.langchain4j.reply.Statement;
import dev.docent.langchain4j.reply.Thoughts;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets the model look a second time at what it wrote, in the same conversation, so that what its provider keeps of the
 * passages serves again. What it takes back it may put right once. Another check says before what facts can be told without it.
 */
public final class SecondLook implements ClaimCheck {
  private static final Pattern LINE = Pattern.compile(
      "(?im)^\\W*(\\d{1,3})\\W*[|:.)-]+\\s*\\**(carried|supported|yes|not carried|not supported|unsupported|no|contradicted)\\b\\**\\s*(?:[|:–-]\\s*([^|\\n]*))?(?:\\|\\s*(.*))?$");
  private static final Set<String> GOOD = Set.of("carried", "supported", "yes");

  private final ModelFactory factory;
  private final ClaimCheck first;
  private final AnswerPrompt prompt = new AnswerPrompt();
  private final PromptTemplate secondLook = PromptTemplate.load("second-look.txt", "statements");

  /** @param first checks each statement before */
  public SecondLook(ModelFactory factory, ClaimCheck first) {
    this.factory = factory;
    this.first = first;
  }

  @Override
  public Judge begin(Evidence evidence, Query query) {
    Judge facts = first.begin(evidence, query);
    return new Judge() {
      @Override
      public Optional<String> objection(Said said) {
        return facts.objection(said);
      }

      @Override
      public boolean reviews() {
        return true;
      }

      @Override
      public Review review(List<Said> statements) throws InterruptedException {
        return reviewed(query, evidence, statements);
      }
    };
  }

  private Review reviewed(Query query, Evidence evidence, List<Said> statements) throws InterruptedException {
    List<Segment> segments = evidence.passages().stream().map(Passage::segment).toList();
    var numbered = new StringBuilder();
    for (int i = 0; i < statements.size(); i++) {
      numbered.append(i + 1).append(". ").append(marked(statements.get(i), segments)).append('\n');
    }
    var messages = new ArrayList<ChatMessage>(prompt.messages(query, evidence));
    messages.add(AiMessage.from(String.join(" ", statements.stream().map(said -> marked(said, segments)).toList())));
    messages.add(UserMessage.from(secondLook.fill(Map.of("statements", numbered.toString().strip()))));
    var written = new StringBuilder();
    Usage usage = new ModelCall(factory, factory.timeout()).run(messages, written::append).usage();
    Map<Integer, Finding> found = findings(Thoughts.without(written.toString()), statements, evidence, query);
    if (found.isEmpty()) {
      throw factory.failures().noVerdict();
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 1; i <= statements.size(); i++) {
      // What it says nothing of stands as far as the facts do.
      findings.add(found.getOrDefault(i, new Finding.Carried()));
    }
    return new Review(findings, usage);
  }

  private Map<Integer, Finding> findings(String written, List<Said> statements, Evidence evidence, Query query) {
    var found = new TreeMap<Integer, Finding>();
    Matcher line = LINE.matcher(written);
    while (line.find()) {
      int n = Integer.parseInt(line.group(1));
      if (n >= 1 && n <= statements.size()) {
        String reason = line.group(3) == null ? "" : line.group(3).strip();
        Finding refused = new Finding.Refused(GOOD.contains(line.group(2).toLowerCase(Locale.ROOT)) || reason.isEmpty()
            ? "a second reading doesn't find it in the passages"
            : "a second reading finds: " + reason);
        found.putIfAbsent(n, GOOD.contains(line.group(2).toLowerCase(Locale.ROOT))
            ? new Finding.Carried()
            : mended(line.group(4), statements.get(n - 1), evidence, query).<Finding>map(Finding.Mended::new)
                .orElse(refused));
      }
    }
    return found;
  }

  /** The statement put right, if that is one statement with passages of its own. */
  private Optional<Said> mended(@Nullable String instead, Said said, Evidence evidence, Query query) {
    if (instead == null || instead.strip().length() < 2) {
      return Optional.empty();
    }
    var grounds = new Grounds(query, evidence);
    var reply = new Reply(evidence.passages().getFirst().segment().language(), n -> "", grounds::named);
    reply.add(instead);
    List<Statement> statements = reply.finish();
    if (statements.size() != 1 || prompt.leaks(instead)) {
      return Optional.empty();
    }
    List<Support> support = grounds.support(statements.getFirst());
    return support.isEmpty()
        ? Optional.empty()
        : Optional.of(new Said(statements.getFirst().text(), support, said.form()));
  }

  private static String marked(Said said, List<Segment> segments) {
    Set<Integer> numbers = new LinkedHashSet<>();
    said.support().forEach(support -> numbers.add(segments.indexOf(support.segment()) + 1));
    return said.text() + " " + numbers;
  }
}
