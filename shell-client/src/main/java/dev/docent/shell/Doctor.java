package dev.docent.shell;

import dev.docent.CorpusStatus;
import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.ModelCheck;
import dev.docent.boot.Exposure;
import dev.docent.boot.UserFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Looks at everything an answer needs, and says what to do about the rest. Changes nothing but what is mended in the cache. */
final class Doctor {
  private static final Map<String, String> KEYS = new TreeMap<>(Map.of("OPENAI_API_KEY", "openai",
      "ANTHROPIC_API_KEY", "anthropic", "GEMINI_API_KEY", "gemini", "GOOGLE_AI_GEMINI_API_KEY", "gemini"));

  private final DocentSettings settings;
  private final SettingOrigins origins;
  private final Preparation preparation;
  private final Supplier<List<ModelCheck>> models;
  private final StartCache startCache;

  Doctor(DocentSettings settings, SettingOrigins origins, Preparation preparation,
      Supplier<List<ModelCheck>> models, StartCache startCache) {
    this.settings = settings;
    this.origins = origins;
    this.preparation = preparation;
    this.models = models;
    this.startCache = startCache;
  }

  List<Check> look() throws InterruptedException {
    var checks = new ArrayList<Check>();
    checks.add(Check.ok("docent", About.version() + " on Java " + About.java()));
    Path file = UserFolders.current().settingsFile();
    checks.add(Check.ok("settings", Files.exists(file) ? file.toString() : "no " + file + ": defaults"));
    checks.add(knowledge());
    checks.add(data());
    checks.add(documents());
    models.get().forEach(model -> checks.add(inProcess(model)));
    checks.add(startCache.look());
    checks.add(new ModelProbe(settings).look(origins.of("model")));
    checks.addAll(keys(System.getenv()));
    checks.addAll(secrets());
    return checks;
  }

  private Check knowledge() {
    Path folder = settings.knowledge();
    String found = folder + " (" + origins.of("knowledge") + ")";
    if (!Files.isDirectory(folder)) {
      return Check.broken("knowledge", found + " is no folder",
          "make it, or name another with --knowledge DIR or DOCENT_KNOWLEDGE");
    }
    return Files.isReadable(folder) && Files.isExecutable(folder)
        ? Check.ok("knowledge", found)
        : Check.broken("knowledge", found + " can't be read", "give yourself the right to read it");
  }

  private Check data() {
    Path there = settings.data();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    String found = settings.data() + " (" + origins.of("data") + ")";
    return Files.isDirectory(there) && Files.isWritable(there)
        ? Check.ok("data", found)
        : Check.broken("data", found + " can't be written", "set docent.data (DOCENT_DATA) to a folder that can");
  }

  static Check inProcess(ModelCheck model) {
    return model.trouble().isEmpty()
        ? Check.ok(model.name(), Texts.mended(model.found(), model.mended()))
        : Check.broken(model.name(), Texts.mended(model.trouble(), model.mended()),
            "until then it answers by words alone; is there room in the cache folder, and may it be written?");
  }

  private Check documents() throws InterruptedException {
    try {
      Docent docent = preparation.withText();
      CorpusStatus status = docent.status();
      String found = Texts.count(status.documents(), "document") + ", " + Texts.count(status.segments(), "segment")
          + ", " + status.vectorsMissing() + " vectors missing · " + status.index();
      if (status.documents() == 0) {
        return Check.broken("documents", found, "put documents into " + settings.knowledge());
      }
      if (status.unreadable() > 0) {
        return Check.hint("documents", found + " · " + status.unreadable() + " not readable",
            "'docent documents' says why");
      }
      return status.vectorsMissing() > 0
          ? Check.hint("documents", found, "'docent reload' makes the vectors")
          : Check.ok("documents", found);
    } catch (RuntimeException e) {
      return Check.broken("documents", Failure.of(e).line(), "see above");
    }
  }

  /** Whether others may come to know what should be a secret. */
  private List<Check> secrets() {
    List<Exposure> exposed = Exposure.of(origins.environment());
    return exposed.isEmpty()
        ? List.of(Check.ok("secrets", "no other account may read those that are in files"))
        : exposed.stream().map(e -> Check.hint("secrets", e.found(), e.remedy())).toList();
  }

  /** A key that happens to be set is a hint, never a choice; it isn't shown, not even in part. */
  static List<Check> keys(Map<String, String> environment) {
    return KEYS.entrySet()
        .stream()
        .filter(e -> !environment.getOrDefault(e.getKey(), "").isBlank())
        .map(e -> Check.ok("key", e.getKey() + " is set; used only with --model " + e.getValue() + ":MODEL"))
        .toList();
  }
}
