package dev.docent.telegram;

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
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.ReloadReport.Refusal;
import dev.docent.reload.ReloadRequest;
import dev.docent.reload.Watch;
import dev.docent.reload.WatchListener;
import dev.docent.retrieval.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Answers as it is told to, remembers what it was asked, and reads a folder the way of a child: by its names. */
final class FakeDocent implements Docent {

  /** What becomes of a question. */
  interface Answering {
    Answer answer(Question question, AnswerListener listener) throws InterruptedException;
  }

  final List<Question> asked = new CopyOnWriteArrayList<>();
  final List<ConversationId> forgotten = new CopyOnWriteArrayList<>();
  final Map<ConversationId, List<Turn>> turns = new ConcurrentHashMap<>();
  final List<String> forgottenAskers = new CopyOnWriteArrayList<>();
  final List<String> rejected = new CopyOnWriteArrayList<>();
  final AtomicInteger answering = new AtomicInteger();
  final AtomicInteger mostAtOnce = new AtomicInteger();
  final AtomicInteger reloads = new AtomicInteger();
  volatile Answering answers = (question, listener) -> {
    Answer answer = Samples.grounded(question.text());
    if (answer instanceof Answer.Grounded grounded) {
      listener.parts(grounded.parts());
    }
    return answer;
  };
  volatile long reloadMillis;
  volatile long generation = 1;
  volatile int behind;
  volatile boolean unconfirmed;
  volatile boolean starved;
  private final Path knowledge;
  private final TreeMap<String, String> index = new TreeMap<>();
  private volatile ModelName model = ModelName.OFFLINE;

  FakeDocent(Path knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public Answer ask(Question question, AnswerListener listener) throws InterruptedException {
    asked.add(question);
    mostAtOnce.accumulateAndGet(answering.incrementAndGet(), Math::max);
    try {
      Answer answer = answers.answer(question, listener);
      ConversationId conversation = question.conversation();
      if (conversation != null) {
        turns.merge(conversation, List.of(Turn.asked(question.text())),
            (before, last) -> Stream.concat(before.stream(), last.stream()).toList());
      }
      return answer;
    } finally {
      answering.decrementAndGet();
    }
  }

  List<String> texts() {
    return asked.stream().map(Question::text).toList();
  }

  @Override
  public void warmUp() {}

  @Override
  public List<Passage> search(String text, int limit) {
    return List.of();
  }

  /** A file that holds the word "broken" can't be read. */
  @Override
  public synchronized List<DocumentEntry> documents() {
    return index.entrySet()
        .stream()
        .map(e -> new DocumentEntry(e.getKey(), e.getKey(), Language.ENGLISH, "s", 3, Instant.EPOCH, e.getValue()))
        .toList();
  }

  @Override
  public CorpusStatus status() {
    List<DocumentEntry> all = documents();
    int bad = (int) all.stream().filter(d -> !d.readable()).count();
    return new CorpusStatus(knowledge, knowledge.resolve("index"), all.size(), bad, 3 * all.size(), behind, generation);
  }

  @Override
  public ReloadReport reload(ReloadRequest request, Progress progress) throws InterruptedException {
    if (starved) {
      throw new OutOfMemoryError("Java heap space");
    }
    try {
      return read();
    } finally {
      // Only now: who waits for a reload wants it to have seen the folder.
      reloads.incrementAndGet();
    }
  }

  private ReloadReport read() throws InterruptedException {
    Thread.sleep(reloadMillis);
    var added = new ArrayList<String>();
    var failed = new ArrayList<Refusal>();
    synchronized (this) {
      var before = new TreeMap<>(index);
      index.clear();
      for (Path file : files()) {
        String id = knowledge.relativize(file).toString();
        String problem = broken(file) ? "it is encrypted" : "";
        index.put(id, problem);
        if (!problem.isEmpty()) {
          failed.add(new Refusal(id, problem));
        } else if (!before.containsKey(id)) {
          added.add(id);
        }
      }
      List<String> removed = before.keySet().stream().filter(id -> !index.containsKey(id)).toList();
      return new ReloadReport(added, List.of(), removed, index.size() - added.size() - failed.size(), failed, List.of(),
          3 * index.size(), 0, List.of(), 7);
    }
  }

  @Override
  public List<GapGroup> gaps() {
    return List.of();
  }

  @Override
  public void clearGaps() {}

  @Override
  public int forget(Predicate<ConversationId> theirs, String asker) {
    forgottenAskers.add(asker);
    turns.keySet().removeIf(theirs);
    return 0;
  }

  @Override
  public void reject(String question, String asker) {
    rejected.add(question);
  }

  private List<Path> files() {
    try (var all = Files.walk(knowledge)) {
      return all.filter(Files::isRegularFile)
          .filter(f -> !f.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean broken(Path file) {
    try {
      return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1).contains("broken");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Watch watch(WatchListener listener) {
    return Watch.NONE;
  }

  @Override
  public void fillVectors(Progress progress) {}

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
    forgotten.add(conversation);
    turns.remove(conversation);
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
