package dev.docent.corpus.files;

import dev.docent.corpus.Block;
import dev.docent.corpus.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;

/** What stands above a mail: the subject as a heading, who wrote it to whom and when. */
final class Letterhead {
  private Letterhead() {}

  static Extracted above(Extracted mail, Metadata metadata) {
    var head = new BlockText();
    String subject = said(metadata.get(TikaCoreProperties.SUBJECT), mail.title());
    head.add(Kind.HEADING, 1, subject);
    head.add(Kind.PARAGRAPH, 0, "From: " + String.join(", ", metadata.getValues(Message.MESSAGE_FROM))
        + "\nTo: " + String.join(", ", metadata.getValues(Message.MESSAGE_TO))
        + "\nDate: " + said(metadata.get(TikaCoreProperties.CREATED), "unknown"));
    if (mail.blocks().isEmpty()) {
      return mail;
    }
    Extracted above = head.extracted(subject);
    String opening = above.text() + "\n\n";
    var blocks = new ArrayList<Block>(above.blocks());
    for (Block block : mail.blocks()) {
      blocks.add(new Block(block.kind(), block.level(), block.start() + opening.length(),
          block.end() + opening.length()));
    }
    return new Extracted(subject, opening + mail.text(), List.copyOf(blocks), mail.pages());
  }

  private static String said(@Nullable String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value.replaceAll("\\s+", " ").strip();
  }
}
