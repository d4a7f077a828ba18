package dev.docent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docent.answer.AnswerListener;
import dev.docent.answer.Part;
import dev.docent.answer.Question;
import dev.docent.answer.Reader;
import dev.docent.conversation.Turn;
import dev.docent.reload.Progress;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who waits for a slow model is told, and when. */
class SignsOfLifeIT {

  @Test
  void beforeAModelIsAskedAnythingTheAskerHearsThatItBegan(@TempDir Path knowledge, @TempDir Path data)
      throws Exception {
    Files.writeString(knowledge.resolve("office.md"),
        "# Office\n\nThe office opens at nine. Ann Sorrel keeps its keys.");
    var events = new CopyOnWriteArrayList<String>();
    try (var model = new PlayedModel(told -> {
      events.add(told.passages().isEmpty() ? "model rewrites" : "model writes");
      return told.passages().isEmpty() ? "Who keeps the keys of the office?" : "Ann Sorrel keeps its keys [1].";
    });
        Docent docent = DocentFactory
            .open(DocentSettings.of(knowledge, data).withModel(ModelName.parse("openai:m"), model.address()))) {
      docent.reload(Progress.NONE);
      docent.ask(new Question("And who keeps its keys?", null,
          List.of(new Turn("When does the office open?", "When does the office open?", "At nine. [1]"))).forMeasuring(),
          new AnswerListener() {
            @Override
            public void searching(Reader.Name reader) {
              events.add("searching for " + reader);
            }

            @Override
            public void understood(Query query) {
              events.add("understood");
            }

            @Override
            public void reading(List<Passage> passages, Reader.Name reader) {
              events.add("reading " + passages.size());
            }

            @Override
            public void parts(List<Part> parts) {
              events.add(parts.getFirst().text());
            }
          });
    }
    assertThat(events).startsWith("searching for openai:m", "model rewrites", "understood", "reading 1",
        "model writes", "Ann Sorrel keeps its keys.");
  }
}
