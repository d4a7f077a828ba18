package dev.docent.telegram.chat;

import dev.docent.telegram.access.AuditLog;
import dev.docent.telegram.api.FileMessage;
import dev.docent.telegram.folder.CitedFiles;
import dev.docent.telegram.reply.Reaction;
import dev.docent.telegram.reply.Replies;
import dev.docent.telegram.sending.SendOutcome;
import dev.docent.telegram.sending.Sender;
import dev.docent.telegram.store.GivenAnswer;
import dev.docent.telegram.text.Source;
import dev.docent.telegram.text.Styled;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Brings the file of a cited document. What may be had is looked at again when the button is pressed. */
final class FilePresses {
  private final Replies replies;
  private final CitedFiles files;
  private final Sender sender;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  FilePresses(Replies replies, CitedFiles files, Sender sender) {
    this.replies = replies;
    this.files = files;
    this.sender = sender;
  }

  /** Somebody who may ask there pressed a button below the answer. */
  Reaction pressed(Press press, GivenAnswer answered) throws InterruptedException {
    String document = document(press, answered);
    Optional<CitedFiles.Sendable> found = document == null ? Optional.empty() : files.of(document);
    if (found.isEmpty()) {
      return replies.notice(press.in(), press.words().say("file.gone"), true);
    }
    String which = press.place().chat() + "/" + document;
    if (!underWay.add(which)) {
      return replies.notice(press.in(), press.words().say("file.under-way"), false);
    }
    replies.notice(press.in(), press.words().say("file.under-way"), false);
    AuditLog.allowed(press.person(), "is sent the file " + document + " in chat " + press.place().chat());
    // A file is large and can be asked for again: after a crash it isn't sent once more by itself.
    return new Reaction.Nothing(() -> {
      try {
        send(press, found.get());
      } finally {
        underWay.remove(which);
      }
    });
  }

  private static @Nullable String document(Press press, GivenAnswer answered) {
    return answered.sources()
        .stream()
        .filter(source -> press.of().equals(press.question() + "." + source.n()))
        .findFirst()
        .map(Source::document)
        .orElse(null);
  }

  private void send(Press press, CitedFiles.Sendable file) throws InterruptedException {
    var content = new FileMessage.Content(file.path(), file.name(), file.bytes());
    SendOutcome outcome = sender.file(press.place().chat(), press.place().thread(), press.in().message(), content);
    if (outcome instanceof SendOutcome.Refused) {
      replies.tell(press.place().chat(), press.place().thread(),
          Styled.plain(press.words().say("file.failed", file.name())), List.of());
    }
  }
}
