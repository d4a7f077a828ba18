package dev.docent.reload;

import dev.docent.corpus.DocumentSource.Closed;
import dev.docent.corpus.DocumentSource.Scan;
import dev.docent.index.DocumentEntry;
import dev.docent.index.IndexView;
import dev.docent.reload.ReloadReport.Refusal;
import dev.docent.reload.ReloadReport.Remark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The receipt of a reload while it is written. */
final class Receipt {
  private final CorpusDiff diff;
  private final Scan scan;
  private final List<String> added = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  private final List<Refusal> failed = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  Receipt(CorpusDiff diff, Scan scan) {
    this.diff = diff;
    this.scan = scan;
    diff.unread().forEach(entry -> refused(entry.id(), entry.problem()));
    scan.closed().forEach(place -> refused(place.id(), place.reason() + kept(place)));
  }

  private String kept(Closed place) {
    long documents = diff.kept().stream().filter(entry -> place.holds(entry.id())).count();
    return documents == 0 ? "" : "; what was read there before is kept (documents: " + documents + ")";
  }

  void read(String id, boolean known) {
    (known ? changed : added).add(id);
  }

  void refused(String id, String reason) {
    failed.add(new Refusal(id, reason));
  }

  void remark(String id, String words) {
    remarks.add(new Remark(id, words));
  }

  void notice(String words) {
    notices.add(words);
  }

  ReloadReport report(IndexView view, long millis) {
    added.sort(Comparator.naturalOrder());
    changed.sort(Comparator.naturalOrder());
    failed.sort(Comparator.comparing(Refusal::document));
    remarks.sort(Comparator.comparing(Remark::document));
    return new ReloadReport(added, changed, diff.removed().stream().map(DocumentEntry::id).toList(),
        diff.unchanged().size(), failed, scan.skipped().stream().map(s -> new Refusal(s.id(), s.reason())).toList(),
        remarks,
        view.segmentCount(), view.vectorsMissing(), notices, millis);
  }
}
