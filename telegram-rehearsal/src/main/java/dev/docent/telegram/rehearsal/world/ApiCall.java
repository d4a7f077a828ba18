package dev.docent.telegram.rehearsal.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * One request of the bot.
 *
 * @param method as Telegram spells it
 * @param parameters as they were understood
 * @param since time from the server's start to the request
 * @param status what was answered: an HTTP status, 0 while it is under way, -1 when no answer was given
 */
public record ApiCall(String method, JsonNode parameters, Duration since, int status) {}
