package dev.docent.telegram.upload;

import dev.docent.Docent;
import dev.docent.index.DocumentEntry;
import dev.docent.reload.ReloadReport;
import dev.docent.reload.ReloadRequest;
import dev.docent.telegram.access.Access;
import dev.docent.telegram.access.AuditLog;
import dev.docent.telegram.api.ApiException;
import dev.docent.telegram.api.BotApi;
import dev.docent.telegram.folder.FolderSync;
import dev.docent.telegram.incoming.Incoming;
import dev.docent.telegram.incoming.Person;
import dev.docent.telegram.incoming.Place;
import dev.docent.telegram.reply.Reaction;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.sending.Sender;
import dev.docent.telegram.store.Button;
import dev.docent.telegram.store.StoredMap;
import dev.docent.telegram.text.CleanText;
import dev.docent.telegram.text.Styled;
import dev.docent.telegram.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetFile;

/** Adds documents that people send: looked at, confirmed by an administrator, fetched, looked at again, read. */
public final class Uploads {
  private static final int PENDING_OF_ONE = 5;

  private final Docent docent;
  private final FolderSync folder;
  private final Access access;
  private final Replies replies;
  private final BotApi api;
  private final Sender sender;
  private final StoredMap<PendingUpload> pending;
  private final UploadFolder uploadFolder;
  private final long most;
  private final Set<String> underway = ConcurrentHashMap.newKeySet();

  public Uploads(Docent docent, FolderSync folder, Access access, Replies replies, BotApi api, Sender sender,
      StoredMap<PendingUpload> pending, UploadFolder uploadFolder, long most) {
    this.docent = docent;
    this.folder = folder;
    this.access = access;
    this.replies = replies;
    this.api = api;
    this.sender = sender;
    this.pending = pending;
    this.uploadFolder = uploadFolder;
    this.most = most;
  }

  /** Somebody sends a file. */
  public Reaction offered(long update, Incoming.File file) throws InterruptedException {
    Words words = replies.words(file.person());
    if (file.place().group()) {
      return Reaction.to(file, words.say("upload.private"));
    }
    SafeName name = SafeName.of(file.name());
    Optional<String> objection = objection(file, name, words);
    if (objection.isPresent()) {
      return Reaction.to(file, objection.get());
    }
    long person = file.person().id();
    var offer = new PendingUpload(person, CleanText.line(file.person().name(), 60), file.place().chat(), file.message(),
        file.fileId(), name.value(), file.size(), Instant.now());
    String key = Long.toString(update);
    if (access.admin(person)) {
      pending.put(key, offer);
      return Reaction.to(file, Styled.plain(words.say("upload.offer", name.value(), size(file.size(), words))
          + (uploadFolder.has(name) ? "\n" + words.say("upload.exists") : "")), buttons(key, name, words));
    } else {
      return request(file, key, offer, words);
    }
  }

  private Optional<String> objection(Incoming.File file, SafeName name, Words words) {
    if (name.empty()) {
      return Optional.of(words.say("upload.nameless"));
    }
    if (!name.readable()) {
      return Optional.of(words.say("upload.type", name.value(), String.join(", ", SafeName.ENDINGS)));
    }
    if (file.size() == 0) {
      return Optional.of(words.say("upload.empty", name.value()));
    }
    return file.size() > most
        ? Optional.of(words.say("upload.big", name.value(), size(file.size(), words), size(most, words)))
        : Optional.empty();
  }

  private Reaction request(Incoming.File file, String key, PendingUpload offer, Words words)
      throws InterruptedException {
    List<Long> admins = access.admins();
    long open = pending.all().filter(e -> e.value().person() == offer.person()).count();
    if (admins.isEmpty()) {
      return Reaction.to(file, words.say("upload.nobody"));
    }
    if (open >= PENDING_OF_ONE) {
      return Reaction.to(file, words.say("busy"));
    }
    pending.put(key, offer);
    var name = new SafeName(offer.name());
    for (long admin : admins) {
      Words theirs = replies.words(admin);
      replies.tell(admin, null,
          Styled.plain(theirs.say("upload.offer.other", offer.who() + " (" + offer.person() + ")", offer.name(),
              size(offer.size(), theirs)) + (uploadFolder.has(name) ? "\n" + theirs.say("upload.exists") : "")),
          buttons(key, name, theirs));
    }
    return Reaction.to(file, words.say("upload.asked", offer.name()));
  }

  private List<List<Button>> buttons(String key, SafeName name, Words words) {
    var row = new ArrayList<Button>();
    if (uploadFolder.has(name)) {
      row.add(new Button(words.say("upload.replace"), "fr:" + key));
      row.add(new Button(words.say("upload.both"), "fb:" + key));
    } else {
      row.add(new Button(words.say("upload.add"), "fb:" + key));
    }
    row.add(new Button(words.say("upload.no"), "fn:" + key));
    return List.of(row);
  }

  /** Whether the file is still there to be decided about. */
  public boolean open(String key) {
    return pending.get(key).isPresent() && !underway.contains(key);
  }

  /** An administrator has decided: {@code r} replaces, {@code b} keeps both, {@code n} declines. */
  public void decided(Person admin, Place place, int message, char what, String key) throws InterruptedException {
    Optional<PendingUpload> found = pending.get(key);
    if (found.isEmpty() || !underway.add(key)) {
      return;
    }
    try {
      PendingUpload upload = found.get();
      Words words = replies.words(admin);
      boolean add = what != 'n';
      AuditLog.allowed(admin.id(), (add ? "adds " : "declines ") + upload.name() + " of user " + upload.person());
      String said;
      if (add) {
        replies.replace(place.chat(), message, words.say("upload.working", upload.name()));
        said = add(upload, what == 'r', words);
      } else {
        said = words.say("upload.declined", upload.name());
      }
      replies.replace(place.chat(), message, said);
      pending.remove(key);
      if (upload.person() != admin.id()) {
        Words theirs = replies.words(upload.person());
        boolean there = add && docent.documents().stream().anyMatch(d -> d.id().equals(upload.name()));
        replies.tell(upload.chat(), null,
            theirs.say(there ? "upload.accepted-for-you" : "upload.declined", upload.name()));
      }
    } finally {
      underway.remove(key);
    }
  }

  private String add(PendingUpload upload, boolean replace, Words words) throws InterruptedException {
    Path draft = null;
    try {
      draft = uploadFolder.draft();
      Optional<String> problem = fetch(upload, draft, words);
      return problem.isPresent() ? problem.get() : place(upload, draft, replace, words);
    } catch (IOException e) {
      return words.say("upload.disk", upload.name(), CleanText.line(String.valueOf(e.getMessage()), 200));
    } finally {
      discard(draft);
    }
  }

  /** Downloads it; returns what is wrong with it. */
  private Optional<String> fetch(PendingUpload upload, Path draft, Words words)
      throws InterruptedException, IOException {
    try {
      String path = sender.repeatable(0, new GetFile(upload.fileId())).path("file_path").asText("");
      if (path.isEmpty()) {
        return Optional.of(words.say("upload.failed", upload.name(), "?"));
      }
      api.download(path, most, draft);
    } catch (ApiException e) {
      return Optional.of(words.say("upload.failed", upload.name(), CleanText.line(e.fault().words(), 200)));
    } catch (IOException e) {
      return Optional.of(words.say("upload.failed", upload.name(),
          CleanText.line(dev.docent.telegram.api.TokenMask.mask(String.valueOf(e.getMessage())), 200)));
    }
    return switch (ContentCheck.check(draft, new SafeName(upload.name()).ending())) {
      case GOOD -> Optional.empty();
      case EMPTY -> Optional.of(words.say("upload.empty", upload.name()));
      case FAKE -> Optional.of(words.say("upload.fake", upload.name()));
      case BOMB -> Optional.of(words.say("upload.bomb", upload.name()));
    };
  }

  private String place(PendingUpload upload, Path draft, boolean replace, Words words)
      throws IOException, InterruptedException {
    SafeName wanted = new SafeName(upload.name());
    SafeName name = replace ? wanted : uploadFolder.free(wanted);
    UploadFolder.Placed placed = uploadFolder.put(draft, name);
    long began = System.nanoTime();
    try {
      ReloadReport report = folder.reload(new ReloadRequest(false, true));
      Optional<DocumentEntry> entry = docent.documents().stream().filter(d -> d.id().equals(name.value())).findFirst();
      String problem = problem(name, report, entry.orElse(null));
      if (!problem.isEmpty()) {
        placed.undo();
        folder.reload(new ReloadRequest(false, true));
        return words.say("upload.unreadable", name.value(), CleanText.line(problem, 300));
      }
      placed.keep();
      String seconds = String.format(Locale.ROOT, "%.1f", (System.nanoTime() - began) / 1e9);
      return entry.isPresent()
          ? words.say("upload.added", name.value(), entry.get().segments(), seconds)
          : words.say("upload.hidden", name.value());
    } catch (RuntimeException e) {
      placed.keep();
      return words.say("reload.failed", CleanText.line(String.valueOf(e.getMessage()), 300));
    }
  }

  private static String problem(SafeName name, ReloadReport report, @Nullable DocumentEntry entry) {
    return java.util.stream.Stream.concat(report.failed().stream(), report.skipped().stream())
        .filter(refusal -> refusal.document().equals(name.value()))
        .map(ReloadReport.Refusal::reason)
        .findFirst()
        .orElse(entry == null || entry.readable() ? "" : entry.problem());
  }

  private static void discard(@Nullable Path draft) {
    try {
      if (draft != null) {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      org.slf4j.LoggerFactory.getLogger(Uploads.class).warn("{} stays: {}", draft, e.getMessage());
    }
  }

  private static String size(long bytes, Words words) {
    if (bytes < 0) {
      return "?";
    }
    if (bytes < 1_000) {
      return words.say("size.bytes", bytes);
    }
    return bytes < 1_000_000
        ? words.say("size.kb", Long.toString(Math.round(bytes / 1_000.0)))
        : words.say("size.mb", String.format(Locale.ROOT, "%.1f", bytes / 1e6));
  }
}
