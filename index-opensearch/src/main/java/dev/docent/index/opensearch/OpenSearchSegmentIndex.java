package dev.docent.index.opensearch;

import dev.docent.corpus.Language;
import dev.docent.index.IndexChange;
import dev.docent.index.IndexDamagedException;
import dev.docent.index.IndexException;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import dev.docent.index.SegmentVector;
import dev.docent.index.analysis.Analyzers;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An index on a server, for as many processes as there are. A view is a generation and asks for what lives in it; a
 * change is under a lease and shows with one write of the state.
 */
public final class OpenSearchSegmentIndex implements SegmentIndex {
  /** The version of the index's layout; an index of another is made anew. */
  public static final int FORMAT = 1;

  private final OpenSearchSettings settings;
  private final Server server;
  private final Control control;
  private final Cleaner cleaner;
  private final Predicate<Language> embedded;
  private final Analyzers analyzers = new Analyzers();
  private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(work -> {
    var thread = new Thread(work, "docent-opensearch");
    thread.setDaemon(true);
    return thread;
  });
  private @Nullable Counts newest;

  /** What was counted in a generation. */
  private record Counts(String data, long generation, Frequencies frequencies) {}

  private OpenSearchSegmentIndex(OpenSearchSettings settings, Predicate<Language> embedded) {
    this.settings = settings;
    this.server = new Server(settings);
    this.control = new Control(server, settings.index());
    this.cleaner = new Cleaner(server, control, settings);
    this.embedded = embedded;
  }

  /**
   * Opens the index, made empty where there is none.
   *
   * @param embedded the languages whose segments get vectors
   * @throws IndexException when the server can't be reached or refuses
   */
  static OpenSearchSegmentIndex open(OpenSearchSettings settings, Predicate<Language> embedded) {
    var index = new OpenSearchSegmentIndex(settings, embedded);
    try {
      index.ensure();
      return index;
    } catch (RuntimeException e) {
      index.close();
      throw e;
    }
  }

  private void ensure() {
    try {
      control.read();
    } catch (IndexDamagedException e) {
      String data = settings.index() + "-0";
      control.create(data, IndexMapping.index(settings.shards()));
      control.ensure(State.first(data));
    }
  }

  @Override
  public IndexView acquire() {
    return newest();
  }

  @Override
  public IndexView newest() {
    State state = control.read().state();
    var search = new Search(server, state.data(), settings.shards() > 1);
    return new OpenSearchView(control, state, search, analyzers, counts(state, search),
        settings.view().toNanos());
  }

  private synchronized Frequencies counts(State state, Search search) {
    Counts known = newest;
    if (known == null || known.generation() != state.generation() || !known.data().equals(state.data())) {
      known = new Counts(state.data(), state.generation(),
          new Frequencies(search, Lives.at(state.generation(), state.abortedGenerations())));
      newest = known;
    }
    return known.frequencies();
  }

  @Override
  public IndexChange change() {
    return begun(false);
  }

  private OpenSearchChange begun(boolean brief) {
    HeldLease lease = HeldLease.take(server, control, settings.lease(), brief, beats);
    try {
      cleaner.clean(lease);
      return new OpenSearchChange(server, control, lease, cleaner, settings, analyzers, embedded, newest());
    } catch (RuntimeException e) {
      giveUp(lease);
      throw e;
    }
  }

  private static void giveUp(HeldLease lease) {
    try {
      lease.release(true);
    } catch (IndexException e) {
      // The failure that led here is the one to tell; the lease ends by itself.
    }
  }

  @Override
  public void addVectors(List<SegmentVector> vectors) {
    try (OpenSearchChange change = begun(true)) {
      change.vectors(vectors);
    }
  }

  @Override
  public void startAnew(String damage) {
    try {
      control.read();
    } catch (IndexDamagedException e) {
      // Nothing can be made of it, not even who is changing it.
      long generation = System.currentTimeMillis();
      String data = settings.index() + "-" + generation;
      control.create(data, IndexMapping.index(settings.shards()));
      control.ensure(State.first(data));
      control.overwrite(new State(generation, generation + 1, data, 0, null, damage, List.of(), List.of(),
          List.of(), null));
      return;
    }
    HeldLease lease = HeldLease.take(server, control, settings.lease(), false, beats);
    String data = settings.index() + "-" + lease.generation();
    try {
      control.create(data, IndexMapping.index(settings.shards()));
      lease.change(state -> state.committed(data, 0, null, damage, System.currentTimeMillis()));
    } finally {
      giveUp(lease);
    }
  }

  @Override
  public void close() {
    beats.shutdownNow();
    server.close();
    try {
      beats.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
