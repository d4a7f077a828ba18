package dev.docent.telegram.upload;

import java.time.Instant;

/**
 * A file somebody offered, until it is decided about.
 *
 * @param name safe to be a file's name
 */
public record PendingUpload(long person, String who, long chat, int message, String fileId, String name, long size,
    Instant at) {}
