package dev.docent.answer;

import dev.docent.corpus.Locator;
import dev.docent.corpus.TextRange;
import dev.docent.index.IndexView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets through only what stands in the documents: every quote literally, the document's own words literally, and
 * everything else only as far as the cited passages carry its numbers, names and polarity.
 */
public final class CitationVerifier {
  private static final Pattern ELLIPSIS = Pattern.compile("\\[…]|…");

  private final SpanReader spans;

  /** A verifier that checks short answers by their words alone. */
  public CitationVerifier() {
    this(SpanReader.NONE);
  }

  /** @param spans tells for a short answer where in what it cites the answer stands */
  public CitationVerifier(SpanReader spans) {
    this.spans = spans;
  }

  /** Begins the verification of one answer to a question. */
  public Verification begin(IndexView view, String question) {
    return new Verification(view, question, new ClaimSupport(view, spans));
  }

  /** Begins the verification of words that answer no question. */
  public Verification begin(IndexView view) {
    return begin(view, "");
  }

  /** One answer under verification, claim by claim. For one thread. */
  public static final class Verification {
    private final IndexView view;
    private final String question;
    private final ClaimSupport claimSupport;
    private final Map<String, Verbatim> documents = new HashMap<>();
    private final List<Citation> citations = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    private Verification(IndexView view, String question, ClaimSupport claimSupport) {
      this.view = view;
      this.question = question;
      this.claimSupport = claimSupport;
    }

    /** Begins anew, without citations; what was looked up until now needn't be looked up again. */
    public Verification again() {
      return new Verification(view, question, claimSupport);
    }

    /** The claim as a statement with its citations, or empty when it must not be shown. */
    public Optional<Statement> verify(Draft.Claim claim) {
      if (claim.text().isBlank()) {
        return Optional.empty();
      }
      var sound = new ArrayList<Draft.Support>();
      var places = new ArrayList<Place>();
      for (Draft.Support support : claim.support()) {
        place(support).ifPresent(place -> {
          sound.add(support);
          places.add(place);
        });
      }
      Optional<String> objection = objection(claim, sound);
      if (objection.isPresent()) {
        dropped.add(Verbatim.collapse(claim.text()) + ": " + objection.get());
        return Optional.empty();
      }
      Set<Integer> markers = new LinkedHashSet<>();
      places.forEach(place -> markers.add(number(place)));
      String text = Verbatim.collapse(claim.text());
      String marked = Verbatim.collapse(claim.marked());
      return Optional
          .of(new Statement(text, List.copyOf(markers), claim.quoted(), text.contains(marked) ? marked : ""));
    }

    /** The citations of all statements so far, by number. */
    public List<Citation> citations() {
      return List.copyOf(citations);
    }

    /** The claims that were not let through, each with the reason, for the trace. */
    public List<String> dropped() {
      return List.copyOf(dropped);
    }

    private Optional<String> objection(Draft.Claim claim, List<Draft.Support> sound) {
      if (claim.support().isEmpty()) {
        return Optional.of("cites nothing");
      }
      if (sound.isEmpty()) {
        return Optional.of("its quote is not in " + claim.support().getFirst().segment().documentId());
      }
      if (claim.quoted()) {
        boolean literal = sound.stream().anyMatch(s -> literally(claim.text(), document(s.segment().documentId())));
        return literal ? Optional.empty() : Optional.of("is not in the document's own words");
      }
      return claimSupport.objection(claim.text(), sound,
          words -> sound.stream().anyMatch(s -> document(s.segment().documentId()).holds(words)), question);
    }

    /** Whether the text stands in the document, or its parts between ellipses do in their order. */
    private static boolean literally(String text, Verbatim document) {
      if (document.holds(text)) {
        return true;
      }
      int from = 0;
      boolean any = false;
      for (String part : ELLIPSIS.split(text)) {
        if (!part.isBlank()) {
          Optional<TextRange> found = document.find(part, from);
          if (found.isEmpty()) {
            return false;
          }
          from = found.get().end();
          any = true;
        }
      }
      return any;
    }

    private Optional<Place> place(Draft.Support support) {
      Verbatim segment = Verbatim.of(support.segment().text());
      if (!document(support.segment().documentId()).holds(support.quote())) {
        return Optional.empty();
      }
      return segment.find(support.quote(), 0)
          .map(range -> new Place(support, segment.words(range), support.segment().locate(range.start(), range.end())));
    }

    private int number(Place place) {
      for (Citation citation : citations) {
        if (citation.document().equals(place.support.segment().documentId()) && citation.quote().equals(place.quote)) {
          return citation.n();
        }
      }
      int n = citations.size() + 1;
      citations.add(new Citation(n, place.support.segment().documentId(), place.support.segment().title(), place.quote,
          place.locator));
      return n;
    }

    private Verbatim document(String id) {
      Verbatim known = documents.get(id);
      if (known == null) {
        // A document that went with a reload holds no words; whoever quotes it is not let through.
        known = Verbatim.of(view.text(id).orElse(""));
        documents.put(id, known);
      }
      return Objects.requireNonNull(known);
    }

    private record Place(Draft.Support support, String quote, Locator locator) {}
  }
}
