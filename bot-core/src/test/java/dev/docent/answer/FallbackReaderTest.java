package dev.docent.answer;

import static dev.docent.index.InMemoryIndexView.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.Draft.Claim;
import dev.docent.index.InMemoryIndexView;
import dev.docent.retrieval.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FallbackReaderTest {
  private static final Query QUERY = Query.of("When?");
  private static final Claim REMOTE = new Claim.Said("At ten.", List.of());
  private static final Claim OFFLINE = new Claim.Said("At nine.", List.of());

  private final Evidence evidence = new Evidence(List.of(), new InMemoryIndexView(segment("a.md", "At nine.")));
  private final List<String> heard = new ArrayList<>();
  private final ClaimListener listener = new ClaimListener() {
    @Override
    public void claim(Claim claim) {
      heard.add(((Claim.Said) claim).text());
    }

    @Override
    public void restart(String reason) {
      heard.add("restart: " + reason);
    }
  };
  private Instant now = Instant.EPOCH;
  private int asked;

  @Test
  void leavesTheFirstReadersDraftAlone() throws InterruptedException {
    Draft draft = new Draft.Written(List.of(REMOTE), 0.8, Notes.NONE);
    var reader = new FallbackReader(new Scripted(Reader.Name.writing("openai:m"), draft), offline(), () -> now);
    assertThat(reader.read(QUERY, evidence, listener)).isSameAs(draft);
    assertThat(reader.name()).hasToString("openai:m");
  }

  @Test
  void takesClaimsBackAndReadsOfflineWithANotice() throws InterruptedException {
    var reader = new FallbackReader(failing(false), offline(), () -> now);
    Draft draft = reader.read(QUERY, evidence, listener);
    assertThat(heard).containsExactly("At ten.", "restart: the model openai:m is down.", "At nine.");
    assertThat(draft).isInstanceOfSatisfying(Draft.Written.class,
        written -> assertThat(written.claims()).containsExactly(OFFLINE));
    assertThat(draft.notes()).isEqualTo(new Notes(List.of("offline note"),
        List.of("the model openai:m is down. Answered offline."), Reader.Name.quoting("extractive")));
  }

  @Test
  void asksAgainAfterATransientFailure() throws InterruptedException {
    var reader = new FallbackReader(failing(false), offline(), () -> now);
    reader.read(QUERY, evidence, listener);
    reader.read(QUERY, evidence, listener);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void leavesAReaderThatFailedForGoodAloneForAMinute() throws InterruptedException {
    var reader = new FallbackReader(failing(true), offline(), () -> now);
    reader.read(QUERY, evidence, listener);
    Draft second = reader.read(QUERY, evidence, listener);
    assertThat(asked).isEqualTo(1);
    assertThat(second.notes().notices()).hasSize(1);
    now = now.plusSeconds(61);
    reader.read(QUERY, evidence, listener);
    assertThat(asked).isEqualTo(2);
  }

  private Reader failing(boolean permanent) {
    return new Reader() {
      @Override
      public Name name() {
        return Name.writing("openai:m");
      }

      @Override
      public Draft read(Query query, Evidence shown, ClaimListener claims) {
        asked++;
        claims.claim(REMOTE);
        throw new ReaderException("the model openai:m is down.", permanent, new IllegalStateException());
      }
    };
  }

  private static Reader offline() {
    return new Scripted(Reader.Name.quoting("extractive"),
        new Draft.Written(List.of(OFFLINE), 0.9, Notes.of("offline note")));
  }

  private record Scripted(Name name, Draft draft) implements Reader {
    @Override
    public Draft read(Query query, Evidence evidence, ClaimListener claims) {
      if (draft instanceof Draft.Written written) {
        written.claims().forEach(claims::claim);
      }
      return draft;
    }
  }
}
