package dev.docent.answer.document;

import dev.docent.answer.EvidenceSource;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexView;
import dev.docent.retrieval.Passage;
import dev.docent.retrieval.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what is to be read for questions about whole documents, and for comparisons what each side's words find. */
public final class DocumentEvidence implements EvidenceSource {

  @Override
  public Optional<List<Passage>> gather(Query query, IndexView view, Ranking ranking) {
    Optional<WholeQuestion> whole = WholeQuestion.of(query);
    if (whole.isPresent()) {
      return Optional.of(WholeEvidence.of(whole.get(), query, view));
    }
    Optional<DocumentComparison> comparison = DocumentComparison.of(query);
    if (comparison.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<DocumentEntry>> documents = comparison.get().documents(view);
    return Optional.of(documents.isPresent()
        ? WholeEvidence.of(documents.get(), view)
        : sides(comparison.get(), ranking));
  }

  private static List<Passage> sides(DocumentComparison comparison, Ranking ranking) {
    Map<String, Passage> both = new LinkedHashMap<>();
    for (Query side : comparison.sides()) {
      ranking.of(side).forEach(p -> both.putIfAbsent(p.segment().id(), p.withRank(both.size() + 1, p.score())));
    }
    return List.copyOf(both.values());
  }
}
