package dev.docent.shell.doctor;

import dev.docent.CorpusStatus;
import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.ModelCheck;
import dev.docent.boot.Exposure;
import dev.docent.boot.UserFolders;
import dev.docent.shell.index.PreparedDocent;
import dev.docent.shell.outcome.Failure;
import dev.docent.shell.text.Phrases;
import dev.docent.shell.text.VersionText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Looks at everything an answer needs, and says what to do about the rest. Changes nothing but what is mended in the cache. */
public final class Doctor {
  private static final Map<String, String> KEYS = new TreeMap<>(Map.of("OPENAI_API_KEY", "openai",
      "ANTHROPIC_API_KEY", "anthropic", "GEMINI_API_KEY", "gemini", "GOOGLE_AI_GEMINI_API_KEY", "gemini"));

  private final DocentSettings settings;
  private final SettingOrigins origins;
  private final PreparedDocent prepared;
  private final Supplier<List<ModelCheck>> models;
  private final StartCache startCache;

  public Doctor(DocentSettings settings, SettingOrigins origins, PreparedDocent prepared,
      Supplier<List<ModelCheck>> models, StartCache startCache) {
    this.settings = settings;
    this.origins = origins;
    this.prepared = prepared;
    this.models = models;
    this.startCache = startCache;
  }

  public List<Finding> findings() throws InterruptedException {
    var findings = new ArrayList<Finding>();
    findings.add(Finding.ok("docent", VersionText.version() + " on Java " + VersionText.java()));
    Path file = UserFolders.current().settingsFile();
    findings.add(Finding.ok("settings", Files.exists(file) ? file.toString() : "no " + file + ": defaults"));
    findings.add(knowledge());
    findings.add(data());
    findings.add(documents());
    models.get().forEach(model -> findings.add(inProcess(model)));
    findings.add(startCache.finding());
    findings.add(new ModelProbe(settings).finding(origins.of("model")));
    findings.addAll(keys(System.getenv()));
    findings.addAll(secrets());
    return findings;
  }

  private Finding knowledge() {
    Path folder = settings.knowledge();
    String found = folder + " (" + origins.of("knowledge") + ")";
    if (!Files.isDirectory(folder)) {
      return Finding.broken("knowledge", found + " is no folder",
          "make it, or name another with --knowledge DIR or DOCENT_KNOWLEDGE");
    }
    return Files.isReadable(folder) && Files.isExecutable(folder)
        ? Finding.ok("knowledge", found)
        : Finding.broken("knowledge", found + " can't be read", "give yourself the right to read it");
  }

  private Finding data() {
    Path there = settings.data();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    String found = settings.data() + " (" + origins.of("data") + ")";
    return Files.isDirectory(there) && Files.isWritable(there)
        ? Finding.ok("data", found)
        : Finding.broken("data", found + " can't be written", "set docent.data (DOCENT_DATA) to a folder that can");
  }

  static Finding inProcess(ModelCheck model) {
    return model.trouble().isEmpty()
        ? Finding.ok(model.name(), Phrases.mended(model.found(), model.mended()))
        : Finding.broken(model.name(), Phrases.mended(model.trouble(), model.mended()),
            "until then it answers by words alone; is there room in the cache folder, and may it be written?");
  }

  private Finding documents() throws InterruptedException {
    try {
      Docent docent = prepared.withText();
      CorpusStatus status = docent.status();
      String found = Phrases.count(status.documents(), "document") + ", " + Phrases.count(status.segments(), "segment")
          + ", " + status.vectorsMissing() + " vectors missing · " + status.index();
      if (status.documents() == 0) {
        return Finding.broken("documents", found, "put documents into " + settings.knowledge());
      }
      if (status.unreadable() > 0) {
        return Finding.hint("documents", found + " · " + status.unreadable() + " not readable",
            "'docent documents' says why");
      }
      return status.vectorsMissing() > 0
          ? Finding.hint("documents", found, "'docent reload' makes the vectors")
          : Finding.ok("documents", found);
    } catch (RuntimeException e) {
      return Finding.broken("documents", Failure.of(e).line(), "see above");
    }
  }

  /** Whether others may come to know what should be a secret. */
  private List<Finding> secrets() {
    List<Exposure> exposed = Exposure.of(origins.environment());
    return exposed.isEmpty()
        ? List.of(Finding.ok("secrets", "no other account may read those that are in files"))
        : exposed.stream().map(e -> Finding.hint("secrets", e.found(), e.remedy())).toList();
  }

  /** A key that happens to be set is a hint, never a choice; it isn't shown, not even in part. */
  static List<Finding> keys(Map<String, String> environment) {
    return KEYS.entrySet()
        .stream()
        .filter(e -> !environment.getOrDefault(e.getKey(), "").isBlank())
        .map(e -> Finding.ok("key", e.getKey() + " is set; used only with --model " + e.getValue() + ":MODEL"))
        .toList();
  }
}
