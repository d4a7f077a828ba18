package dev.docent.postgresql;

import dev.docent.CorpusStatus;
import dev.docent.Docent;
import dev.docent.ModelName;
import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Citation;
import dev.docent.answer.Part;
import dev.docent.answer.Reader;
import dev.docent.answer.Question;
import dev.docent.answer.Trace;
import dev.docent.conversation.ConversationId;
import dev.docent.conversation.Turn;
import dev.docent.corpus.Locator;
import dev.docent.gaps.GapGroup;
import dev.docent.index.DocumentEntry;
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.ReloadRequest;
import dev.docent.reload.Watch;
import dev.docent.reload.WatchListener;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Answers every question with the question, after a while. */
final class EchoDocent implements Docent {
  final AtomicInteger reloads = new AtomicInteger();
  final Map<ConversationId, List<Turn>> turns = new ConcurrentHashMap<>();
  private final long millis;

  EchoDocent(long millis) {
    this.millis = millis;
  }

  @Override
  public Answer ask(Question question, AnswerListener listener) throws InterruptedException {
    Thread.sleep(millis);
    ConversationId conversation = question.conversation();
    if (conversation != null) {
      turns.merge(conversation, List.of(Turn.asked(question.text())),
          (before, last) -> Stream.concat(before.stream(), last.stream()).toList());
    }
    String quote = "answer to " + question.text();
    return new Answer.Grounded(List.of(new Part(Part.Kind.PROSE, quote, List.of(), List.of(1))),
        List.of(new Citation(1, "echo.md", "Echo", quote, new Locator.Lines(1, 1, List.of()))),
        Reader.Name.quoting("offline"), 0.9,
        new Trace(Query.of(question.text()), List.of(), List.of(), "grounded", List.of(), millis));
  }

  @Override
  public ReloadReport reload(ReloadRequest request, Progress progress) {
    reloads.incrementAndGet();
    return new ReloadReport(List.of(), List.of(), List.of(), 1, List.of(), List.of(), 1, 0, List.of(), 1);
  }

  @Override
  public CorpusStatus status() {
    return new CorpusStatus(Path.of("knowledge"), Path.of("index"), 1, 0, 1, 0, 1);
  }

  @Override
  public List<Turn> turns(ConversationId conversation) {
    return turns.getOrDefault(conversation, List.of());
  }

  @Override
  public void resume(ConversationId conversation, List<Turn> earlier) {
    turns.putIfAbsent(conversation, List.copyOf(earlier));
  }

  @Override
  public void forget(ConversationId conversation) {
    turns.remove(conversation);
  }

  @Override
  public void warmUp() {}

  @Override
  public List<Passage> search(String text, int limit) {
    return List.of();
  }

  @Override
  public List<DocumentEntry> documents() {
    return List.of();
  }

  @Override
  public List<GapGroup> gaps() {
    return List.of();
  }

  @Override
  public void clearGaps() {}

  @Override
  public int forget(Predicate<ConversationId> theirs, String asker) {
    return 0;
  }

  @Override
  public void reject(String question, String asker) {}

  @Override
  public Watch watch(WatchListener listener) {
    return Watch.NONE;
  }

  @Override
  public void fillVectors(Progress progress) {}

  @Override
  public void use(ModelName other) {}

  @Override
  public ModelName model() {
    return ModelName.OFFLINE;
  }

  @Override
  public void close() {}
}
