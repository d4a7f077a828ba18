package dev.docent.telegram.polling;

import java.util.List;

/** Where updates come from. */
public interface UpdateSource {
  /** What is asked for. */
  List<String> KINDS = List.of("message", "edited_message", "callback_query", "my_chat_member");

  /** Receives updates in this thread until it is stopped, or there is no use in going on. */
  void run();

  /** Ends {@link #run}; what has not been written down by then comes again at the next start. */
  void stop();
}
