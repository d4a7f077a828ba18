package dev.docent.index.opensearch;

import static dev.docent.index.IndexContents.MANIFEST;
import static dev.docent.index.IndexContents.document;
import static dev.docent.index.IndexContents.entry;
import static dev.docent.index.IndexContents.matching;
import static dev.docent.index.IndexContents.put;
import static dev.docent.index.IndexContents.segments;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.corpus.Document;
import dev.docent.corpus.Language;
import dev.docent.index.IndexChange;
import dev.docent.index.IndexException;
import dev.docent.index.IndexView;
import dev.docent.index.SegmentIndex;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Three nodes, one of which is killed while questions are asked and a change is open. They take most of a minute and a
 * gigabyte and a half, so {@code -Ddocent.nodes=3} asks for them.
 */
@EnabledIfSystemProperty(named = "docent.nodes", matches = "3")
class ThreeNodesIT {

  @Test
  void aNodeThatDiesCostsAnErrorAtMostAndNeverAPartOfAnAnswer() throws Exception {
    try (Nodes nodes = Nodes.start(3)) {
      var settings = new HashMap<>(nodes.settings(0));
      settings.putAll(Map.of("shards", "3", "timeout", "20", "lease", "30"));
      try (SegmentIndex index = new OpenSearchProvider().open(settings, language -> false)) {
        put(index, Language.ENGLISH, "Boats come.", "Boats go.", "Boats sink.", "Boats sail.", "Boats leak.");
        settled(settings);
        int whole = 0;
        int errors = 0;
        boolean committed = false;
        try (IndexChange change = index.change()) {
          Document more = document("9.md", Language.ENGLISH, "Boats burn.");
          change.put(entry(more, 9), more, segments(more));
          for (int asked = 0; asked < 60; asked++) {
            if (asked == 20) {
              nodes.kill(2);
            }
            try (IndexView view = index.newest()) {
              assertThat(matching(view, "boats", Language.ENGLISH)).hasSize(5);
              assertThat(view.documents()).hasSize(5);
              whole++;
            } catch (IndexException e) {
              errors++;
            }
          }
          change.commit(MANIFEST);
          committed = true;
        } catch (IndexException e) {
          System.err.println("the change failed: " + e.getMessage());
        }
        System.err.println(whole + " whole answers, " + errors + " errors, committed: " + committed);
        assertThat(whole).isGreaterThanOrEqualTo(20);
        try (IndexView view = index.newest()) {
          assertThat(matching(view, "boats", Language.ENGLISH)).hasSize(committed ? 6 : 5);
        }
      }
    }
  }

  /** Every shard has its copy. */
  private static void settled(Map<String, String> settings) {
    try (var server = new Server(OpenSearchSettings.of(settings))) {
      var health = server.done("GET", "/_cluster/health",
          Map.of("wait_for_nodes", "3", "wait_for_status", "green", "timeout", "15s"), null);
      assertThat(health.path("timed_out").asBoolean()).as(health.toString()).isFalse();
    }
  }
}
