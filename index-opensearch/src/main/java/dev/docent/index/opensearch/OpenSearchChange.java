package dev.docent.index.opensearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.docent.corpus.Document;
import dev.docent.corpus.Language;
import dev.docent.corpus.Segment;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexChange;
import dev.docent.index.IndexException;
import dev.docent.index.IndexManifest;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentVector;
import dev.docent.index.analysis.Analyzers;
import dev.docent.index.analysis.SegmentTexts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A change whose documents carry a generation that nobody sees until the state names it. */
final class OpenSearchChange implements IndexChange {
  private final Server server;
  private final Control control;
  private final HeldLease lease;
  private final Cleaner cleaner;
  private final OpenSearchSettings settings;
  private final Analyzers analyzers;
  private final Predicate<Language> embedded;
  private final IndexView before;
  /** Documents that the index had, and those that this change has written to since it was last made findable. */
  private final Set<String> known = new HashSet<>();
  private final Set<String> touched = new HashSet<>();
  private String data;
  private Bulk bulk;
  private boolean vectorsKept = true;
  private boolean dirty;
  private int dimension;

  OpenSearchChange(Server server, Control control, HeldLease lease, Cleaner cleaner, OpenSearchSettings settings,
      Analyzers analyzers, Predicate<Language> embedded, IndexView before) {
    this.server = server;
    this.control = control;
    this.lease = lease;
    this.cleaner = cleaner;
    this.settings = settings;
    this.analyzers = analyzers;
    this.embedded = embedded;
    this.before = before;
    this.data = lease.state().data();
    this.dimension = lease.state().dimension();
    this.bulk = new Bulk(server, data, lease::mustBeHeld);
    State state = lease.state();
    search().each(Lives.at(state.generation(), state.abortedGenerations()).add(Lives.term(IndexMapping.KIND, "entry")),
        List.of(IndexMapping.DOCUMENT), hit -> known.add(hit.path("_source").path(IndexMapping.DOCUMENT).asText()));
  }

  private Search search() {
    return new Search(server, data, settings.shards() > 1);
  }

  /** What is made anew gets an index of its own: its ranking knows nothing of the old one's words. */
  @Override
  public void clear() {
    dirty = true;
    vectorsKept = false;
    known.clear();
    touched.clear();
    String anew = settings.index() + "-" + lease.generation();
    if (anew.equals(data)) {
      cleaner.drop(anew);
    }
    data = anew;
    dimension = 0;
    lease.mustBeHeld();
    control.create(data, IndexMapping.index(settings.shards()));
    bulk = new Bulk(server, data, lease::mustBeHeld);
  }

  @Override
  public void put(DocumentEntry entry, Document document, List<Segment> segments) {
    long born = lease.generation();
    retire(document.id(), null);
    dirty = true;
    Map<String, float[]> vectors = vectorsKept && dimension > 0
        ? before.vectorsByFingerprint(segments.stream()
            .filter(segment -> embedded.test(segment.language()))
            .map(SegmentTexts::fingerprint)
            .collect(Collectors.toSet()))
        : Map.of();
    bulk.put(IndexMapping.id(born, "entry", entry.id(), 0), IndexMapping.entry(entry, born));
    bulk.put(IndexMapping.id(born, "text", document.id(), 0), IndexMapping.text(document.id(), document.text(), born));
    for (Segment segment : segments) {
      String id = IndexMapping.id(born, "segment", document.id(), segment.ordinal());
      bulk.put(id, IndexMapping.segment(segment, analyzers, born));
      if (embedded.test(segment.language())) {
        bulk.put(IndexMapping.id(born, "vector", document.id(), segment.ordinal()), IndexMapping.vector(segment, id,
            entry.readAt().toEpochMilli(), born, vectors.get(SegmentTexts.fingerprint(segment))));
      }
    }
    touched.add(document.id());
  }

  @Override
  public void note(DocumentEntry entry) {
    long born = lease.generation();
    retire(entry.id(), "entry");
    dirty = true;
    bulk.put(IndexMapping.id(born, "entry", entry.id(), 0), IndexMapping.entry(entry, born));
    touched.add(entry.id());
  }

  @Override
  public void remove(String documentId) {
    retire(documentId, null);
    touched.add(documentId);
  }

  /** @param kind null for all of the document */
  private void retire(String documentId, @Nullable String kind) {
    if (!known.contains(documentId) && !touched.contains(documentId)) {
      return;
    }
    dirty = true;
    if (touched.contains(documentId)) {
      findable();
    }
    ArrayNode filters = living().add(Lives.term(IndexMapping.DOCUMENT, documentId));
    if (kind != null) {
      filters.add(Lives.term(IndexMapping.KIND, kind));
    }
    retire(filters);
  }

  private ArrayNode living() {
    return Lives.at(lease.generation(), lease.state().abortedGenerations());
  }

  private void retire(ArrayNode filters) {
    long now = lease.generation();
    search().each(filters, List.of(IndexMapping.BORN), hit -> {
      if (hit.path("_source").path(IndexMapping.BORN).asLong() == now) {
        bulk.delete(hit.path("_id").asText());
      } else {
        bulk.died(hit, now);
      }
    });
  }

  /** What was written up to here can be found, by this change only. */
  private void findable() {
    bulk.flush();
    server.refresh(data);
    touched.forEach(known::add);
    touched.clear();
  }

  /** Vectors for segments that wait for one and are as they were. */
  void vectors(List<SegmentVector> vectors) {
    long born = lease.generation();
    var wanted = new HashMap<String, SegmentVector>();
    vectors.forEach(one -> wanted.put(one.segment().id(), one));
    if (wanted.isEmpty()) {
      return;
    }
    int made = vectors.getFirst().vector().length;
    if (dimension == 0) {
      server.done("PUT", "/" + data + "/_mapping", Map.of(), IndexMapping.vectors(made));
      dimension = made;
    } else if (dimension != made) {
      throw new IndexException(server.place() + " has vectors of " + dimension + " dimensions, not of " + made
          + ". Reload with 'docent reload'.");
    }
    ArrayNode filters = living().add(Lives.term(IndexMapping.KIND, "vector"))
        .add(Lives.terms(IndexMapping.SEGMENT, wanted.keySet()));
    search().each(filters,
        List.of(IndexMapping.SEGMENT, IndexMapping.SOURCE, IndexMapping.FINGERPRINT, IndexMapping.READ_ORDER), hit -> {
          var source = hit.path("_source");
          SegmentVector one = wanted.get(source.path(IndexMapping.SEGMENT).asText());
          if (one != null
              && source.path(IndexMapping.FINGERPRINT).asText().equals(SegmentTexts.fingerprint(one.segment()))) {
            dirty = true;
            bulk.died(hit, born);
            bulk.put(IndexMapping.id(born, "vector", one.segment().documentId(), one.segment().ordinal()),
                IndexMapping.vector(one.segment(), source.path(IndexMapping.SOURCE).asText(),
                    source.path(IndexMapping.READ_ORDER).asLong(), born, one.vector()));
          }
        });
    if (dirty) {
      commit(lease.state().manifest(), lease.state().lost());
    }
  }

  @Override
  public void commit(IndexManifest manifest) {
    commit(manifest, "");
  }

  private void commit(@Nullable IndexManifest manifest, String lost) {
    findable();
    lease.change(
        state -> state.committed(data, dimension, manifest, lost, System.currentTimeMillis()));
    dirty = false;
  }

  @Override
  public void close() {
    before.close();
    boolean clean = !dirty;
    try {
      if (dirty) {
        // A commit whose outcome isn't known must not be undone: this fails if there was one.
        lease.change(state -> state);
        State state = lease.state();
        cleaner.undo(lease, state.data(), List.of(lease.generation()));
        if (!data.equals(state.data())) {
          cleaner.drop(data);
        }
        clean = true;
      }
    } catch (IndexException e) {
      // Whoever changes the index next clears it away; nobody sees it until then.
    }
    lease.release(clean);
  }
}
