package dev.docent.answer.pipeline;

import dev.docent.answer.Evidence;
import dev.docent.answer.Draft;
import dev.docent.answer.Dropped;
import dev.docent.answer.Excerpt;
import dev.docent.answer.Citation;
import dev.docent.answer.ClaimCheck;
import dev.docent.answer.Verbatim;
import dev.docent.answer.Part;

import dev.docent.answer.Excerpt.Piece;
import dev.docent.corpus.Locator;
import dev.docent.corpus.TextRange;
import dev.docent.index.IndexView;
import dev.docent.retrieval.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets through only what stands in the documents: pieces of documents letter by letter, and a model's own words only as
 * far as a check finds them carried by quotes that stand there.
 */
public final class CitationVerifier {
  private final ClaimCheck check;

  /** @param check judges what a model wrote */
  public CitationVerifier(ClaimCheck check) {
    this.check = check;
  }

  /** Begins the verification of one answer to a question. */
  public Verification begin(Evidence evidence, Query query) {
    return new Verification(evidence.view(), check.begin(evidence, query));
  }

  /** Begins the verification of pieces of documents that answer no question. */
  public Verification begin(IndexView view) {
    return new Verification(view, said -> Optional.of("cites nothing"));
  }

  /** One answer under verification, claim by claim. For one thread. */
  public static final class Verification {
    private final IndexView view;
    private final ClaimCheck.Judge judge;
    private final Map<String, Verbatim> documents = new HashMap<>();
    private final List<Citation> citations = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final Map<Draft.Claim.Said, String> refused = new HashMap<>();
    private Optional<Part> leading = Optional.empty();

    private Verification(IndexView view, ClaimCheck.Judge judge) {
      this.view = view;
      this.judge = judge;
    }

    /** Begins anew, without citations; what was looked up until now needn't be looked up again. */
    public Verification again() {
      return new Verification(view, judge);
    }

    /** The claim as parts of the answer with their citations, or none when it must not be shown. */
    public List<Part> verify(Draft.Claim claim) {
      return switch (claim) {
        case Draft.Claim.Quoted quoted -> verify(quoted.excerpt());
        case Draft.Claim.Said said -> verify(said);
      };
    }

    /** The citations of all parts so far, by number. */
    public List<Citation> citations() {
      return List.copyOf(citations);
    }

    /** What was not let through. */
    public List<Dropped> dropped() {
      return List.copyOf(dropped);
    }

    /** Whether nothing a model wrote may be shown before all of it was looked at. */
    public boolean reviews() {
      return judge.reviews();
    }

    /** What the check finds of the whole; only of what was let through one by one. */
    public ClaimCheck.Review review(List<Draft.Claim.Said> statements) throws InterruptedException {
      return judge.review(statements);
    }

    /** A statement that a review refused: it will not be let through. */
    public Draft.Claim.Said refused(Draft.Claim.Said said, String reason) {
      refused.put(said, reason);
      return said;
    }

    /** Whether a statement would be let through. */
    public boolean carries(Draft.Claim.Said said) {
      return !said.support().isEmpty() && !new Verification(view, judge).verify(said).isEmpty();
    }

    /** What stands in the document letter by letter, but for white space, in the order in which it stands there. */
    private List<Part> verify(Excerpt excerpt) {
      String text = document(excerpt.documentId()).original();
      int at = 0;
      for (Piece piece : excerpt.pieces()) {
        TextRange range = piece.range();
        if (range.start() < at || range.end() > text.length()
            || !Verbatim.collapse(range.of(text)).equals(Verbatim.collapse(piece.text()))) {
          drop(piece.text(), "is not in the document's own words");
          return List.of();
        }
        at = range.end();
      }
      TextRange quote = excerpt.quote();
      if (quote.end() > text.length() || quote.of(text).isBlank()) {
        drop(excerpt.pieces().getFirst().text(), "its quote is not in " + excerpt.documentId());
        return List.of();
      }
      List<Integer> marker = List.of(number(excerpt.documentId(), excerpt.title(), Verbatim.collapse(quote.of(text)),
          excerpt.locator()));
      var parts = new ArrayList<Part>();
      for (Piece piece : excerpt.pieces()) {
        boolean last = piece == excerpt.pieces().getLast();
        parts.add(new Part(piece.kind(), piece.text(), piece.marks(), marker, last ? excerpt.more() : null));
      }
      return parts;
    }

    /** A statement that is carried, after what led in to it; a lead-in waits for what it leads to, and goes with it. */
    private List<Part> verify(Draft.Claim.Said said) {
      String text = said.form() == Draft.Form.BEGINNING
          ? said.text().stripTrailing()
          : Verbatim.collapse(said.text());
      if (text.isEmpty()) {
        return List.of();
      }
      if (said.form() == Draft.Form.LEADING) {
        leading = judge.objection(said).isEmpty() ? Optional.of(Part.written(text, List.of(), true)) : Optional.empty();
        return List.of();
      }
      if (said.form() == Draft.Form.ABSENT && judge.objection(said).isEmpty()) {
        Part part = Part.written(text, List.of());
        leading = citations.isEmpty() ? Optional.of(part) : leading;
        return citations.isEmpty() ? List.of() : List.of(part);
      }
      if (said.support().isEmpty()) {
        drop(text, "cites nothing");
        return List.of();
      }
      List<Place> places = said.support().stream().flatMap(support -> place(support).stream()).toList();
      Optional<String> objection = places.isEmpty()
          ? Optional.of("its quote is not in " + said.support().getFirst().segment().documentId())
          : Optional.ofNullable(refused.get(said)).or(() -> judge.objection(said));
      if (objection.isPresent()) {
        drop(text, objection.get());
        return List.of();
      }
      Set<Integer> markers = new LinkedHashSet<>();
      places.forEach(place -> markers.add(number(place.support.segment().documentId(), place.support.segment().title(),
          place.quote, place.locator)));
      var parts = new ArrayList<Part>();
      leading.ifPresent(parts::add);
      leading = Optional.empty();
      parts.add(Part.written(text, List.copyOf(markers), said.form() == Draft.Form.BEGINNING));
      return parts;
    }

    private void drop(String words, String reason) {
      dropped.add(new Dropped(Verbatim.collapse(words), reason));
    }

    private Optional<Place> place(Draft.Support support) {
      Verbatim segment = Verbatim.of(support.segment().text());
      if (!document(support.segment().documentId()).holds(support.quote())) {
        return Optional.empty();
      }
      return segment.find(support.quote(), 0)
          .map(range -> new Place(support, segment.words(range), support.segment().locate(range.start(), range.end())));
    }

    private int number(String document, String title, String quote, Locator locator) {
      for (Citation citation : citations) {
        if (citation.document().equals(document) && citation.quote().equals(quote)) {
          return citation.n();
        }
      }
      int n = citations.size() + 1;
      citations.add(new Citation(n, document, title, quote, locator));
      return n;
    }

    private Verbatim document(String id) {
      // A document that went with a reload holds no words; whoever quotes it is not let through.
      return documents.computeIfAbsent(id, name -> Verbatim.of(view.text(name).orElse("")));
    }

    private record Place(Draft.Support support, String quote, Locator locator) {}
  }
}
