package dev.docent.boot;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/** Whether an address leads to the machine this runs on, so that what is said to it leaves the machine for nobody to hear. */
public final class ThisMachine {
  private ThisMachine() {}

  /** Whether something that is sent there can be heard on the way: it is neither encrypted nor kept on this machine. */
  public static boolean heardOnTheWayTo(URI address) {
    return !"https".equalsIgnoreCase(address.getScheme()) && !is(address.getHost());
  }

  /** By its name alone: a name that is looked up may lead elsewhere tomorrow. */
  private static boolean is(@org.jspecify.annotations.Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    if (name.equals("localhost") || name.endsWith(".localhost")) {
      return true;
    }
    if (name.startsWith("[")) {
      try {
        // In brackets stands an address, never a name: nothing is looked up.
        return InetAddress.getByName(name).isLoopbackAddress();
      } catch (UnknownHostException e) {
        return false;
      }
    }
    return name.matches("127(?:\\.\\d{1,3}){3}");
  }
}
