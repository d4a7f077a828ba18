package dev.docent.telegram.rehearsal.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.rules.ApiErrorException;
import dev.docent.telegram.rehearsal.rules.ApiJson;
import dev.docent.telegram.rehearsal.rules.ApiTable;
import dev.docent.telegram.rehearsal.rules.Breach;
import dev.docent.telegram.rehearsal.rules.FloodGate;
import dev.docent.telegram.rehearsal.rules.FloodLimits;
import dev.docent.telegram.rehearsal.rules.ParameterCheck;
import dev.docent.telegram.rehearsal.world.BotMethods;
import dev.docent.telegram.rehearsal.world.UpdatePolling;
import dev.docent.telegram.rehearsal.world.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One request from its name to its outcome: rules, waiting times, then the method itself. */
public final class Requests {
  /** Nothing of this may reach a chat while the bot was told to wait there. */
  private static final Set<String> ALSO_SILENT = Set.of("sendChatAction", "setMessageReaction", "deleteMessage");
  private final World world;
  private final ApiTable table = ApiTable.load();
  private final ParameterCheck check = new ParameterCheck(table);
  private final BotMethods methods;
  private final UpdatePolling polls;
  private final FloodGate gate;

  public Requests(World world, FloodLimits limits) {
    this.world = world;
    this.methods = new BotMethods(world);
    this.polls = new UpdatePolling(world);
    this.gate = new FloodGate(limits, System::nanoTime);
  }

  UpdatePolling polls() {
    return polls;
  }

  /** The method as Telegram spells it; one that doesn't exist is refused. */
  String method(String anyCase) {
    Optional<String> method = table.method(anyCase);
    if (method.isEmpty()) {
      world.locked(() -> world.violation("there is no method " + anyCase + " in the table"));
      throw new ApiErrorException(404, "Not Found", ApiJson.object());
    }
    return method.get();
  }

  /** What must hold before anything goes right or wrong; a request that is refused here reaches no fault. */
  void examine(String method, ObjectNode request) {
    world.locked(() -> {
      String where = where(method, request);
      if (!gate.closed(where).isZero()) {
        world.violation(
            method + ": sent " + gate.closed(where).toMillis() + " ms before the wait was over for " + where);
        throw ApiErrorException.tooManyRequests(gate.closed(where).toSeconds() + 1);
      }
      check.unfold(method, request);
      List<Breach> breaches = check.breaches(method, request);
      breaches.forEach(breach -> world.violation(breach.what()));
      breaches.stream().filter(Breach::refused).findFirst().ifPresent(breach -> {
        throw ApiErrorException.badRequest(breach.answer());
      });
    });
  }

  BotMethods.Outcome run(String method, RequestBody body) throws InterruptedException {
    if (method.equals("getUpdates")) {
      return BotMethods.Outcome.of(polls.run(body.values()));
    }
    return world.locked(() -> {
      if (BotMethods.COUNTED.contains(method)) {
        long chat = body.values().path("chat_id").asLong();
        long seconds = gate.seconds(chat, chat < 0);
        if (seconds > 0) {
          gate.close(where(method, body.values()), seconds);
          throw ApiErrorException.tooManyRequests(seconds);
        }
      }
      return methods.run(method, body.values(), body.files());
    });
  }

  /** A scripted error was answered: when it told the bot to wait, that counts. */
  void answered(String method, ObjectNode request, Fault.Refusal refusal) {
    JsonNode wait = ApiJson.parse(refusal.json()).path("parameters").path("retry_after");
    if (wait.isNumber()) {
      world.locked(() -> gate.close(where(method, request), wait.asLong()));
    }
  }

  private static String where(String method, ObjectNode request) {
    boolean inChat = BotMethods.COUNTED.contains(method) || ALSO_SILENT.contains(method);
    return inChat ? "chat " + request.path("chat_id").asText() : method;
  }
}
