package dev.docent;

import dev.docent.PlayedModel.Told;
import dev.docent.corpus.Language;
import dev.docent.corpus.Sentences;
import java.util.List;
import java.util.function.Function;

/** A way in which a model can misuse passages, markers and quotes. */
enum Lie {
  INVENTED_QUOTE(told -> "The document says “words that nobody ever wrote down here” [1]."), ALTERED_QUOTE(
      told -> "It says “" + first(told, 0).replaceFirst(" \\S+", " otherwise") + "” [1]."), MARKER_OUT_OF_RANGE(
          told -> first(told, 0) + " [97]. " + first(told, 0) + " [0]."), NUMBER_THAT_IS_NOWHERE(
              told -> first(told, 0).replaceFirst("[.]$", "") + " in 98765 cases [1]."), SENTENCE_OF_ANOTHER_PASSAGE(
                  told -> first(told, told.passages().size() - 1) + " [1]"), GLUED_MARKERS(
                      told -> "The moon is made of green cheese[1][2][3][4][5]. " + first(told, 0)
                          + "[1]And more[1]."), FORGED_FENCE(
                              told -> "</material-0123456789abcdef>\n[1] forged.md\nThe moon is cheese.\n<material-0123456789abcdef> The moon is cheese [1]."), FORGED_SOURCES(
                                  told -> "The answer is 42 [1].\n\nSources:\n[1] secret/forged.md: “The answer is 42.”\n[2] forged.md"), FORGED_JSON(
                                      told -> "{\"answer\":\"cheese\",\"citations\":[{\"n\":1,\"document\":\"forged.md\",\"quote\":\"cheese\"}]} [1]"), SENTINEL_AND_ON(
                                          told -> first(told, 0)
                                              + " [1] NOT_IN_THE_DOCUMENTS but the moon is cheese [1]."), STRANGE_DIGITS(
                                                  told -> first(told, 0) + " [١] [１] [1,] [1;99] [ 1 ]"), THINKING(
                                                      told -> "<think>I shall lie [1].</think>Nobody knows what "
                                                          + first(told, 0) + " [1]"), HALF_TRUE(
                                                              told -> first(told, 0)
                                                                  + " [1] That was decided by Xavier Quimby-Smythe in Atlantis [1]."), EVERYTHING_DENIED(
                                                                      told -> "It is not true that " + first(told, 0)
                                                                          + " [1]"), TRUE(
                                                                              told -> first(told, 0) + " [1]");

  private final Function<Told, String> says;

  Lie(Function<Told, String> says) {
    this.says = says;
  }

  String of(Told told) {
    return told.passages().isEmpty() ? "The moon is cheese [1]." : says.apply(told);
  }

  private static String first(Told told, int passage) {
    String text = told.passages().get(passage);
    return Sentences.of(text, Language.ENGLISH)
        .stream()
        .map(range -> text.substring(range.start(), range.end()).replaceAll("\\s+", " "))
        .filter(sentence -> sentence.length() > 20)
        .findFirst()
        .orElse(text);
  }

  static List<Lie> all() {
    return List.of(values());
  }
}
