package dev.docent.shell;

import dev.docent.CorpusStatus;
import dev.docent.Docent;
import dev.docent.ModelName;
import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.Question;
import dev.docent.conversation.ConversationId;
import dev.docent.conversation.Turn;
import dev.docent.corpus.Language;
import dev.docent.gaps.GapGroup;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexBusyException;
import dev.docent.index.IndexException;
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.ReloadRequest;
import dev.docent.reload.Watch;
import dev.docent.reload.WatchListener;
import dev.docent.retrieval.Passage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers as it is told to and remembers what it was asked. */
public final class FakeDocent implements Docent {
  final List<Question> asked = new ArrayList<>();
  public final List<String> done = new ArrayList<>();
  Function<String, Answer> answers = Samples::grounded;
  List<GapGroup> gaps = List.of();
  int vectorsMissing;
  boolean busy;
  boolean readOnly;
  ReloadReport report = new ReloadReport(List.of(), List.of(), List.of(), 2, List.of(), List.of(), 14, 0, List.of(), 9);
  public @Nullable WatchListener watcher;
  private ModelName model = ModelName.OFFLINE;

  @Override
  public Answer ask(Question question, AnswerListener listener) {
    asked.add(question);
    Answer answer = answers.apply(question.text());
    if (answer instanceof Answer.Grounded grounded) {
      listener.parts(grounded.parts());
    }
    return answer;
  }

  @Override
  public void warmUp() {}

  @Override
  public List<Passage> search(String text, int limit) {
    done.add("search " + text + " " + limit);
    return List.of(Samples.passage());
  }

  @Override
  public List<DocumentEntry> documents() {
    return List.of(
        new DocumentEntry("reports/1933.md", "Recognition", Language.ENGLISH, "s", 14, Instant.EPOCH, ""),
        new DocumentEntry("scan.pdf", "scan", Language.OTHER, "s", 0, Instant.EPOCH, "pages are pictures"));
  }

  @Override
  public CorpusStatus status() {
    return new CorpusStatus(Path.of("/k"), Path.of("/i"), 2, 1, 14, vectorsMissing, 1);
  }

  @Override
  public ReloadReport reload(ReloadRequest request, Progress progress) {
    done.add("reload" + (request.confirmed() ? " confirmed" : "") + (request.patient() ? " patiently" : ""));
    if (busy && !request.patient()) {
      throw new IndexBusyException("another reload is under way on /i (process 7)", false);
    }
    if (readOnly) {
      throw new IndexException("the index in /i can't be written (read-only).", new java.io.IOException("read-only"));
    }
    return report;
  }

  @Override
  public Watch watch(WatchListener listener) {
    done.add("watch");
    watcher = listener;
    return () -> done.add("watch ended");
  }

  @Override
  public void fillVectors(Progress progress) {
    done.add("vectors");
    vectorsMissing = 0;
  }

  @Override
  public List<Turn> turns(ConversationId conversation) {
    return List.of();
  }

  @Override
  public void resume(ConversationId conversation, List<Turn> turns) {}

  @Override
  public void forget(ConversationId conversation) {
    done.add("forget");
  }

  @Override
  public int forget(Predicate<ConversationId> theirs, String asker) {
    return 0;
  }

  @Override
  public void reject(String question, String asker) {
    done.add("reject");
  }

  @Override
  public List<GapGroup> gaps() {
    return gaps;
  }

  @Override
  public void clearGaps() {
    done.add("clear gaps");
  }

  @Override
  public void use(ModelName other) {
    model = other;
  }

  @Override
  public ModelName model() {
    return model;
  }

  @Override
  public void close() {}
}
