package dev.docent.telegram.chat;

import java.time.Instant;

/**
 * A file somebody offered, until it is decided about.
 *
 * @param name safe to be a file's name
 */
record PendingUpload(long person, String who, long chat, int message, String fileId, String name, long size,
    Instant at) {}
