package dev.docent;

import dev.docent.answer.Answer;
import dev.docent.answer.AnswerListener;
import dev.docent.answer.pipeline.Answerer;
import dev.docent.answer.Question;
import dev.docent.conversation.ConversationId;
import dev.docent.conversation.ConversationStore;
import dev.docent.conversation.Turn;
import dev.docent.corpus.NormalForm;
import dev.docent.gaps.Gap;
import dev.docent.gaps.GapGroup;
import dev.docent.gaps.GapGroups;
import dev.docent.gaps.GapReason;
import dev.docent.gaps.GapStore;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.reload.Progress;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.ReloadRequest;
import dev.docent.reload.Reloader;
import dev.docent.reload.VectorFiller;
import dev.docent.reload.Watch;
import dev.docent.reload.WatchListener;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import java.nio.file.Path;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;

/** Docent in this process. */
final class LocalDocent implements Docent {
  private static final System.Logger LOG = System.getLogger(LocalDocent.class.getName());

  private final DocentSettings settings;
  private final GapStore gaps;
  private final Path indexFolder;
  private final SegmentIndex index;
  private final Reloader reloader;
  private final VectorFiller filler;
  private final ConversationStore conversations;
  private final Function<ModelName, Answerer> answerers;
  private final List<Runnable> models;
  private final List<Runnable> closing;
  private final Function<WatchListener, Watch> watching;
  private final List<Watch> watches = new CopyOnWriteArrayList<>();
  private volatile Current current;

  LocalDocent(DocentSettings settings, Path indexFolder, SegmentIndex index, Reloader reloader, VectorFiller filler,
      ConversationStore conversations, Function<ModelName, Answerer> answerers, List<Runnable> models,
      List<Runnable> closing, Function<WatchListener, Watch> watching, GapStore gaps) {
    this.settings = settings;
    this.indexFolder = indexFolder;
    this.index = index;
    this.reloader = reloader;
    this.filler = filler;
    this.conversations = conversations;
    this.answerers = answerers;
    this.models = List.copyOf(models);
    this.closing = List.copyOf(closing);
    this.watching = watching;
    this.gaps = gaps;
    this.current = new Current(settings.model(), answerers.apply(settings.model()));
  }

  @Override
  public Answer ask(Question question, AnswerListener listener) throws InterruptedException {
    Answer answer = current.answerer.answer(normal(question), listener);
    if (!question.measuring() && answer instanceof Answer.Abstained abstained) {
      switch (abstained.reason()) {
        case NO_EVIDENCE -> keep(abstained, GapReason.Known.NO_EVIDENCE, question.asker());
        case NOT_SUPPORTED -> keep(abstained, GapReason.Known.NOT_SUPPORTED, question.asker());
        case OTHER_LANGUAGE -> keep(abstained, GapReason.Known.OTHER_LANGUAGE, question.asker());
        case EMPTY_QUESTION, NO_DOCUMENTS, SMALL_TALK -> {
        }
      }
    }
    return answer;
  }

  /** Words are known by their normal form; a keyboard, or a name that was copied from a disk, may write another. */
  private static Question normal(Question question) {
    String text = NormalForm.text(question.text());
    // Ligatures may take more room as letters.
    return text.length() > Question.MAX_LENGTH ? question : question.saying(text);
  }

  @Override
  public void reject(String question, String asker) {
    keep(question, GapReason.Known.REJECTED, asker);
  }

  private void keep(Answer.Abstained answer, GapReason reason, String asker) {
    keep(answer.trace().query().standalone(), reason, asker);
  }

  private void keep(String question, GapReason reason, String asker) {
    if (!settings.gaps()) {
      return;
    }
    try {
      gaps.keep(new Gap(Instant.now(), question, reason, asker));
    } catch (UncheckedIOException e) {
      // An answer must not fail for this; whoever looks at the gaps will hear of it.
      LOG.log(System.Logger.Level.DEBUG, "a gap was not kept", e);
    }
  }

  @Override
  public List<GapGroup> gaps() {
    try (IndexView view = index.acquire()) {
      return GapGroups.of(gaps.all(), view);
    }
  }

  @Override
  public void clearGaps() {
    gaps.clear();
  }

  @Override
  public void warmUp() {
    models.forEach(Runnable::run);
  }

  @Override
  public List<Passage> search(String text, int limit) {
    try (IndexView view = index.acquire()) {
      return current.answerer.passages(Query.of(NormalForm.text(text)), view, limit);
    }
  }

  @Override
  public List<DocumentEntry> documents() {
    try (IndexView view = index.acquire()) {
      return view.documents();
    }
  }

  @Override
  public CorpusStatus status() {
    try (IndexView view = index.acquire()) {
      List<DocumentEntry> documents = view.documents();
      int unreadable = (int) documents.stream().filter(entry -> !entry.readable()).count();
      return new CorpusStatus(settings.knowledge(), indexFolder, documents.size(), unreadable, view.segmentCount(),
          view.vectorsMissing(), view.generation());
    }
  }

  @Override
  public ReloadReport reload(ReloadRequest request, Progress progress) throws InterruptedException {
    return reloader.reload(request, progress);
  }

  @Override
  public Watch watch(WatchListener listener) {
    Watch watch = watching.apply(listener);
    watches.add(watch);
    return () -> {
      watch.close();
      watches.remove(watch);
    };
  }

  @Override
  public void fillVectors(Progress progress) throws InterruptedException {
    filler.fill(progress);
  }

  @Override
  public List<Turn> turns(ConversationId conversation) {
    return conversations.turns(conversation);
  }

  @Override
  public void resume(ConversationId conversation, List<Turn> turns) {
    if (conversations.turns(conversation).isEmpty()) {
      turns.forEach(turn -> conversations.remember(conversation, turn));
    }
  }

  @Override
  public void forget(ConversationId conversation) {
    conversations.forget(conversation);
  }

  @Override
  public int forget(Predicate<ConversationId> theirs, String asker) {
    conversations.forgetAll(theirs);
    return gaps.forget(asker);
  }

  @Override
  public void use(ModelName model) {
    current = new Current(model, answerers.apply(model));
  }

  @Override
  public ModelName model() {
    return current.model;
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
    watches.forEach(Watch::close);
    index.close();
  }

  private record Current(ModelName model, Answerer answerer) {}
}
