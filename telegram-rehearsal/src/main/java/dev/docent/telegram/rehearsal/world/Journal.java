package dev.docent.telegram.rehearsal.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docent.telegram.rehearsal.chat.Happening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What could be seen, what was called and which rules were broken, in order. Called inside the world's lock. */
final class Journal {
  private final List<Happening> happenings = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final List<ApiCall> calls = new ArrayList<>();
  /** What a bot calls again and again though nothing happens. */
  private static final Set<String> WAITING = Set.of("getUpdates", "getWebhookInfo");
  private final List<Consumer<Happening>> watchers = new ArrayList<>();
  private final long began = System.nanoTime();
  private long lastActivity = began;

  void watch(Consumer<Happening> watcher) {
    watchers.add(watcher);
  }

  void happen(Happening happening) {
    happenings.add(happening);
    active();
    watchers.forEach(watcher -> watcher.accept(happening));
  }

  void violation(String what) {
    violations.add(what);
  }

  /** A call has come in; returns its place. */
  int called(String method, ObjectNode request) {
    calls.add(new ApiCall(method, request.deepCopy(), since(), 0));
    return calls.size() - 1;
  }

  void answered(int place, int status) {
    ApiCall call = calls.get(place);
    if (!WAITING.contains(call.method())) {
      active();
    }
    calls.set(place, new ApiCall(call.method(), call.parameters(), call.since(), status));
  }

  /** Something was seen, answered or handed out. */
  void active() {
    lastActivity = System.nanoTime();
  }

  Duration quiet() {
    return Duration.ofNanos(System.nanoTime() - lastActivity);
  }

  Duration since() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  List<Happening> happenings() {
    return happenings;
  }

  List<String> violations() {
    return violations;
  }

  List<ApiCall> calls() {
    return calls;
  }
}
