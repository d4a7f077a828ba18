package dev.docent.answer;

import dev.docent.answer.Excerpt.Piece;
import dev.docent.corpus.Locator;
import dev.docent.corpus.TextRange;
import dev.docent.index.IndexView;
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
  public Verification begin(IndexView view, String question) {
    return new Verification(view, check.begin(view, question));
  }

  /** Begins the verification of words that answer no question. */
  public Verification begin(IndexView view) {
    return begin(view, "");
  }

  /** One answer under verification, claim by claim. For one thread. */
  public static final class Verification {
    private final IndexView view;
    private final ClaimCheck.Judge judge;
    private final Map<String, Verbatim> documents = new HashMap<>();
    private final List<Citation> citations = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

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
        case Draft.Claim.Said said -> verify(said).map(List::of).orElse(List.of());
      };
    }

    /** The citations of all parts so far, by number. */
    public List<Citation> citations() {
      return List.copyOf(citations);
    }

    /** The claims that were not let through, each with the reason, for the trace. */
    public List<String> dropped() {
      return List.copyOf(dropped);
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

    private Optional<Part> verify(Draft.Claim.Said said) {
      if (said.text().isBlank()) {
        return Optional.empty();
      }
      if (said.support().isEmpty()) {
        drop(said.text(), "cites nothing");
        return Optional.empty();
      }
      var sound = new ArrayList<Draft.Support>();
      Set<Integer> markers = new LinkedHashSet<>();
      var places = new ArrayList<Place>();
      for (Draft.Support support : said.support()) {
        place(support).ifPresent(place -> {
          sound.add(support);
          places.add(place);
        });
      }
      if (sound.isEmpty()) {
        drop(said.text(), "its quote is not in " + said.support().getFirst().segment().documentId());
        return Optional.empty();
      }
      Optional<String> objection = judge.objection(said.text(), sound,
          words -> sound.stream().anyMatch(s -> document(s.segment().documentId()).holds(words)));
      if (objection.isPresent()) {
        drop(said.text(), objection.get());
        return Optional.empty();
      }
      places.forEach(place -> markers.add(number(place.support.segment().documentId(), place.support.segment().title(),
          place.quote, place.locator)));
      return Optional.of(Part.written(Verbatim.collapse(said.text()), List.copyOf(markers)));
    }

    private void drop(String words, String reason) {
      dropped.add(Verbatim.collapse(words) + ": " + reason);
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
