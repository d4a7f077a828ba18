package dev.docent.start;

/** Prints a line: what a Java process costs that does nothing. */
final class BareStart {
  private BareStart() {}

  public static void main(String[] arguments) {
    System.out.println("started");
  }
}
