package dev.docent.answer.pipeline;

import dev.docent.answer.Notes;
import dev.docent.answer.ReaderException;
import dev.docent.answer.Draft;
import dev.docent.answer.Dropped;
import dev.docent.answer.Citation;
import dev.docent.answer.ClaimCheck;
import dev.docent.answer.Part;

import dev.docent.answer.Draft.Claim;
import dev.docent.answer.Draft.Claim.Said;
import dev.docent.answer.Draft.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What of a draft may be shown, and whether that still is the answer: one that lost the statement that answers, or much
 * of the rest, would mislead. For one answer.
 */
final class WrittenAnswer {
  /** An answer that loses so much of its statements, by their length, isn't shown. */
  private static final double MUCH = 1 / 3.0;
  private static final int NAMED = 3;
  private static final int LONGEST_NAMED = 120;
  /** What a client might turn into something to click. */
  private static final Pattern LINK = Pattern
      .compile("\\S*(?:://|www\\.|@|\\.\\p{L}{2,}/)\\S*|<[^>]*>?|!?\\[[^\\]]*]\\([^)]*\\)?");

  private final CitationVerifier.Verification verification;
  private final Draft.Written written;
  private final List<Part> parts = new ArrayList<>();
  private Notes notes;
  private String fault = "";

  WrittenAnswer(CitationVerifier.Verification verification, Draft.Written written) {
    this.verification = verification;
    this.written = written;
    this.notes = written.notes();
  }

  /** Verifies every claim, and lets the check review what is left. */
  void verify() throws InterruptedException {
    List<Claim> claims = verification.reviews() ? reviewed() : written.claims();
    int all = 0;
    int lost = 0;
    boolean first = true;
    for (Claim claim : claims) {
      List<Part> shown = verification.verify(claim);
      parts.addAll(shown);
      if (claim instanceof Said said && said.form() != Form.LEADING && said.form() != Form.ABSENT) {
        all += said.text().length();
        lost += shown.isEmpty() ? said.text().length() : 0;
        if (shown.isEmpty() && first) {
          fault = "the statement that answers isn't carried: " + verification.dropped().getLast().reason();
        }
        first = false;
      }
    }
    if (fault.isEmpty() && lost >= MUCH * all && lost > 0) {
      fault = "much of it isn't carried: " + verification.dropped().getLast().reason();
    }
  }

  /** Each statement as the review left it; one that it refused cites nothing any more. */
  private List<Claim> reviewed() throws InterruptedException {
    List<Said> statements = written.claims()
        .stream()
        .filter(claim -> claim instanceof Said said && verification.carries(said))
        .map(Said.class::cast)
        .toList();
    if (statements.isEmpty()) {
      return written.claims();
    }
    ClaimCheck.Review review;
    try {
      review = verification.review(statements);
    } catch (ReaderException e) {
      notes = notes.notice(e.getMessage() + " Its answer was checked for facts only.");
      return written.claims();
    }
    notes = new Notes(notes.reading(), notes.notices(), notes.readBy(), notes.usage().plus(review.usage()));
    var claims = new ArrayList<Claim>();
    int at = 0;
    for (Claim claim : written.claims()) {
      if (at < statements.size() && claim == statements.get(at)) {
        Said said = statements.get(at);
        claims.add(switch (review.findings().get(at)) {
          case ClaimCheck.Finding.Carried() -> said;
          case ClaimCheck.Finding.Refused(String reason) -> verification.refused(said, reason);
          case ClaimCheck.Finding.Mended(Said instead) -> verification.carries(instead)
              ? mended(instead)
              : verification.refused(said, "its second reading doesn't find it in the passages");
        });
        at++;
      } else {
        claims.add(claim);
      }
    }
    return claims;
  }

  private Said mended(Said instead) {
    notes = notes.notice("A second reading put one statement right: “" + named(instead.text()) + "”");
    return instead;
  }

  List<Part> parts() {
    return parts;
  }

  List<Citation> citations() {
    return verification.citations();
  }

  List<Dropped> dropped() {
    return verification.dropped();
  }

  /** The draft's notes, with what the review found. */
  Notes notes() {
    return notes;
  }

  /** Why the rest must not stand for the whole; empty where it may. */
  String fault() {
    return fault;
  }

  /** A line for each statement that was left out, as the user is told. */
  List<String> leftOut() {
    List<Dropped> dropped = dropped();
    var lines = new ArrayList<String>();
    for (Dropped one : dropped.subList(0, Math.min(NAMED, dropped.size()))) {
      lines.add("Left out, not shown as part of the answer: “" + named(one.text()) + "”: " + LINK.matcher(one.reason())
          .replaceAll("…") + ".");
    }
    if (dropped.size() > NAMED) {
      lines.add("So are " + (dropped.size() - NAMED) + " more; 'why' names them.");
    }
    return lines;
  }

  private static String named(String text) {
    String plain = LINK.matcher(text).replaceAll("…");
    return plain.length() <= LONGEST_NAMED ? plain : plain.substring(0, LONGEST_NAMED) + "…";
  }
}
