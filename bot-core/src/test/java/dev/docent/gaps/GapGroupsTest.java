package dev.docent.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.index.InMemoryIndexView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapGroupsTest {
  private final InMemoryIndexView view = new InMemoryIndexView(
      InMemoryIndexView.segment("office.md", "The office opens at nine."));

  @Test
  void bringsQuestionsAboutTheSameTogether() {
    List<GapGroup> groups = GapGroups.of(List.of(gap(1, "What does the parking permit cost?"),
        gap(2, "When was Rome founded?"), gap(3, "Where do I get a parking permit?"), gap(4, "parking permit?")), view);

    assertThat(groups).hasSize(2);
    assertThat(groups.getFirst().gaps()).extracting(Gap::question)
        .containsExactly("What does the parking permit cost?", "Where do I get a parking permit?", "parking permit?");
    assertThat(groups.getFirst().about()).contains("parking", "permit").doesNotContain("What", "cost");
    assertThat(groups.getFirst().latest()).isEqualTo(Instant.ofEpochSecond(4));
  }

  @Test
  void keepsQuestionsApartThatShareOnlyQuestionWords() {
    assertThat(GapGroups.of(List.of(gap(1, "Who is the dentist?"), gap(2, "Who is the plumber?")), view)).hasSize(2);
  }

  @Test
  void bringsTheSameQuestionTogetherInALanguageItDoesNotKnow() {
    assertThat(GapGroups.of(List.of(gap(1, "何時ですか"), gap(2, "何時ですか")), view)).hasSize(1);
  }

  private static Gap gap(int second, String question) {
    return new Gap(Instant.ofEpochSecond(second), question, GapReason.Known.NO_EVIDENCE);
  }
}
